"""What Compare says within one review: the setting's view beside the panel's, and what talking changed."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from textual.content import Content

from frameworks.model import Framework
from sessions.seen import AreaView, SessionView
from sessions.talking import TALK, Talked, talked
from sessions.two_views import TwoViews, differences

from .symbols import Symbols
from .widgets.ballots import outcome_lines
from .widgets.facts import cut
from .widgets.part_list import Group, Row

_LONGEST = 300  # characters of a title that are looked at
_WAITS = "gate"  # the id of a row that only says what is waited for begins so


def waiting_row(area: AreaView) -> Row:
    """Return the row of an area that is being described: there is nothing to show before its gate."""
    return Row(f"{_WAITS}/{area.number}", "", "being described")


def _title(area: AreaView) -> str:
    return f"Area {area.number} {area.title[:_LONGEST]}"


def _waits(identity: str, seen: SessionView) -> Content | None:
    kind, _, number = identity.partition("/")
    if kind != _WAITS:
        return None
    return Content(
        f"Area {number} of {seen.name} is being described. What stands behind its gate is shown here "
        "once that is open."
    )


class Within(ABC):
    """One review; a subclass says what is set beside each other in it."""

    nothing = ""
    """What to say where there is no row."""

    def __init__(
        self, seen: SessionView, framework: Framework, person: str, symbols: Symbols
    ) -> None:
        """`person`: the id of who is typing in it; empty: nobody."""
        self._seen, self._framework = seen, framework
        self._person, self._symbols = person, symbols

    def groups(self, *, area: int | None, only_moved: bool) -> list[Group]:
        """Return the rows by area; `area`: the one to show; `only_moved`: only where the two differ."""
        groups = []
        for found in self._seen.areas:
            if area in (None, found.number):
                rows = tuple(self._rows(found, only_moved=only_moved))
                if not found.judging and not only_moved:
                    rows = (waiting_row(found),)
                groups.append(Group(_title(found), rows))
        return [group for group in groups if group.rows]

    def detail(self, identity: str, width: int) -> Content:
        """Return all that is said of a row, whole where the width is 0."""
        waits = _waits(identity, self._seen)
        if waits is not None:
            return waits
        return Content("\n").join(self._lines(identity, width))

    @abstractmethod
    def _rows(self, area: AreaView, *, only_moved: bool) -> Iterator[Row]:
        """Return the rows of an area, or only those in which the two differ."""

    @abstractmethod
    def _lines(self, identity: str, width: int) -> Iterator[Content]:
        """Return what is said of a row, in so many columns (0: whole)."""

    def _outcome(self, label: str, lines: list[Content], otherwise: str) -> Iterator[Content]:
        yield Content("")
        yield Content.styled(label, "$muted")
        yield from lines or [Content(otherwise)]


class HostAndPanel(Within):
    """The setting's own view of each statement beside the panel's, what differs first."""

    nothing = (
        "The setting has given no view of its own in this review. The host writes it on the Prepare "
        "screen, before the visit."
    )

    def _rows(self, area: AreaView, *, only_moved: bool) -> Iterator[Row]:
        for views in differences(self._seen, area, self._person):
            if views.setting is None or (only_moved and not views.differs):
                continue
            told = {True: "they differ", False: "the same", None: "one is to come"}[views.differs]
            signs = {True: ("≠", "#"), False: ("=", "="), None: ("·", "-")}[views.differs]
            sign = signs[self._symbols.ascii_only]
            yield Row(views.ref, views.ref, f"{told}: {views.text[:_LONGEST]}", sign)

    def _lines(self, identity: str, width: int) -> Iterator[Content]:
        views = next((v for v in self._views() if v.ref == identity), None)
        if views is None or views.setting is None:
            return
        scale, own = self._framework.scale, views.setting
        yield Content.assemble((f"{views.ref}  ", "bold"), views.text)
        lines = outcome_lines(own.outcome, own.stages, scale, self._symbols)
        label = "The setting, late: after the gate" if own.late else "The setting"
        yield from self._outcome(label, lines, "says nothing of it")
        if own.because:
            yield Content(cut(own.because, width, self._symbols))
        whose = "The panel" if views.agreed or views.outcome is None else "You"
        lines = outcome_lines(views.outcome, views.stages, scale, self._symbols)
        yield from self._outcome(whose, lines, "not judged yet")
        because = self._because(identity) if views.agreed else ""
        if because:
            yield Content(cut(because, width, self._symbols))

    def _views(self) -> Iterator[TwoViews]:
        for area in self._seen.areas:
            yield from differences(self._seen, area, self._person)

    def _because(self, ref: str) -> str:
        statement = self._seen.statement(ref)
        judged = statement.judged if statement is not None else None
        return judged.agreement.because if judged is not None and judged.agreement else ""


class FirstAndAgreed(Within):
    """The first ballots of each statement beside what was agreed, without names or how many."""

    nothing = "Nothing is judged in this review yet."

    def _talked(self, area: AreaView) -> tuple[Talked, ...]:
        return talked(area, [step.key for step in self._framework.scale.rising()])

    def _rows(self, area: AreaView, *, only_moved: bool) -> Iterator[Row]:
        for found in self._talked(area):
            moved = found.talk in ("one", "between", "beyond", "kind")
            if only_moved and not moved:
                continue
            signs = {"all": ("=", "="), **dict.fromkeys(("one", "between"), ("~", "~"))}
            signs |= dict.fromkeys(("beyond", "kind"), ("≠", "#"))
            sign = signs.get(found.talk, ("·", "-"))[self._symbols.ascii_only]
            yield Row(found.ref, found.ref, TALK[found.talk], sign)

    def _lines(self, identity: str, width: int) -> Iterator[Content]:
        every = (found for area in self._seen.areas for found in self._talked(area))
        found = next((one for one in every if one.ref == identity), None)
        if found is None:
            return
        scale = self._framework.scale
        yield Content.assemble((f"{found.ref}  ", "bold"), found.text)
        yield Content("")
        if found.why:
            yield Content(f"Ballots {found.why}.")
            return
        yield Content.styled(
            f"{TALK[found.talk][:1].upper()}{TALK[found.talk][1:]}", "bold $accent"
        )
        views = [
            Content(", ").join(outcome_lines(v.outcome, v.stages, scale, self._symbols))
            for v in found.first
        ]
        yield from self._outcome("At first, before anybody had talked", views, "nothing yet")
        lines = outcome_lines(found.outcome, found.stages, scale, self._symbols)
        yield from self._outcome("Agreed", lines, "nothing yet")
        if found.because:
            yield Content(cut(found.because, width, self._symbols))
        for dissent in found.dissent:
            yield Content.assemble(("Dissent: ", "$muted"), cut(dissent, width, self._symbols))
