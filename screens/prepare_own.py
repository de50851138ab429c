"""The setting's own view on the Prepare screen: written by the host, read behind the gates."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.content import Content

from sessions.seen import AreaView, StatementView
from sessions.seen_visit import SelfView
from sessions.self_evaluating import self_evaluate

from .form_dialog import Asked
from .prepare_own_words import OwnWords
from .prepare_part import Part
from .widgets.facts import cut, fact
from .widgets.lines import counted
from .widgets.part_list import Group, Row

_NOBODY = "nobody"
_KEPT = (
    "So that what the panel sees and hears comes first, nobody but the host reads or writes the "
    "setting's own view of an area while that area is described."
)
_NO_HOST = (
    "Nobody is here as host yet, so the setting cannot write its own view. Add somebody of the "
    "setting with the role host, in the set-up ({key}). On their own turn they answer each "
    "statement here, before the visit; the panel reads it when the gate of an area opens."
)


class OwnViews(Part):
    """What the setting says of itself, statement by statement."""

    title = "Setting's view"
    short = "Own view"
    slots = ("own", "na")

    @property
    def is_host(self) -> bool:
        """Whether the person writes it."""
        return self.review.me.role == "host"

    def _own(self, ref: str) -> SelfView | None:
        return self.seen.visit.own_view(ref)

    @property
    def _words(self) -> OwnWords:
        return OwnWords(self.framework, self.symbols, self.key)

    def _area(self, ref: str) -> AreaView | None:
        found = (a for a in self.seen.areas if any(s.ref == ref for s in a.statements))
        return next(found, None)

    # What is shown

    def groups(self) -> list[Group]:
        """Return every statement for the host; for the others those behind opened gates."""
        found = []
        if not any(p.role == "host" and not p.left for p in self.seen.people):
            found.append(Group("", (Row(_NOBODY, "!", "There is no host yet"),)))
        read = [area for area in self.seen.areas if self.is_host or area.judging]
        kept = [area for area in self.seen.areas if area not in read]
        for area in read:
            title = f"Area {area.number}  {area.title[:200]}"
            found.append(Group(title, tuple(self._row(s) for s in area.statements)))
        rows = [Row(_area_row(area), f"Area {area.number}", area.title[:200]) for area in kept]
        return [*found, Group("Kept until the gate opens", tuple(rows))] if rows else found

    def _row(self, statement: StatementView) -> Row:
        own = self._own(statement.ref)
        steps = self.framework.scale.steps
        between = "/" if self.symbols.ascii_only else ""
        mark = between.join(self.symbols.step(s) for s in steps if own and s.key in own.stages)
        mark = mark or (self.symbols.done if own else self.symbols.empty)
        return Row(statement.ref, statement.ref, statement.text, mark)

    def detail(self, row: str, width: int) -> Content:
        """Return a statement with what the setting says of it, or why that is hidden."""
        statement = self.seen.statement(row)
        if statement is None:
            hidden = next((a for a in self.seen.areas if _area_row(a) == row), None)
            no_host = Content(_NO_HOST.format(key=self.key("setup")))
            return no_host if hidden is None else self._hidden_words(hidden)
        cut_text = cut(statement.text, width, self.symbols)
        lines = [*fact(statement.ref, Content.styled(cut_text, "bold"), width, 5), Content("")]
        own = self._own(row)
        words = self._words
        lines += words.choices(own, width) if self.is_host else words.said(row, own, width)
        lines += [*words.beside(own, width), *self._about(row, own)]
        return Content("\n").join(lines)

    def _hidden_words(self, area: AreaView) -> Content:
        number = area.number
        return Content.assemble(
            (f"Kept by the host until the gate of area {number} opens.", "bold"), f"\n\n{_KEPT}"
        )

    def _about(self, row: str, own: SelfView | None) -> list[Content]:
        """Return what the host is to know: what comes next, who reads it, how far they are."""
        area = self._area(row)
        if not self.is_host or area is None:
            return []
        asks = own is not None and not own.because
        why = f"Press {self.key('because')} to say why. " if asks else ""
        words = f"{why}{_who_sees(area)} {self.answered()}."
        return [Content(""), Content.styled(words, "$muted")]

    def full(self, row: str) -> None:
        """Show a statement in full, with what the setting says of it."""
        statement = self.seen.statement(row)
        if statement is None:
            super().full(row)
            return
        words = self._words.in_full(statement, self._own(row), host=self.is_host)
        self.owner.read(f"Statement {statement.ref}", words)

    def keys(self, row: str) -> Mapping[str, str]:
        """Return what the host can do; everybody else only reads."""
        if not self.is_host:
            return {"setup": "set-up"} if row == _NOBODY else {}
        if self.seen.statement(row) is None:
            return {}
        ways = {"highlight_hint": self.framework.scale.noun[:20], "because": "because"}
        ways |= {"next_open": "next open", "next_part": "part"}
        ways |= {"delete_row": "take away"} if self._own(row) else {}
        return ways | {"not_enough": "not enough", "not_applicable": "not applicable"}

    # What the host writes

    def _need(self, row: str) -> StatementView | None:
        """Return the statement that is highlighted, if the person may write about it."""
        statement = self.seen.statement(row)
        if not self.is_host:
            self.owner.say("Only the host writes the setting's own view.", warning=True)
            return None
        return statement

    def _write(self, ref: str, **said: Any) -> str:
        """Write the host's view with something changed; return why it is refused."""
        own = self._own(ref)
        now: dict[str, Any] = {"because": "", "fields": {}, "stages": (), "outcome": "stages"}
        if own is not None:
            now = {
                "because": own.because,
                "fields": dict(own.fields),
                "stages": own.stages,
                "outcome": own.outcome,
            }
        return self.owner.tried(self_evaluate, ref, **(now | said)).why

    def _said(self, why: str, otherwise: str = "") -> None:
        self.owner.say(why or otherwise, warning=bool(why))

    def choose(self, row: str, number: int) -> None:
        """Choose a step by its number; again: off."""
        statement, steps = self._need(row), self.framework.scale.steps
        if statement is None or not 0 < number <= len(steps):
            return
        own, key = self._own(row), steps[number - 1].key
        chosen = set(own.stages) if own is not None else set()
        chosen ^= {key}
        if chosen:
            self._said(self._write(row, stages=tuple(chosen), outcome="stages"))
        else:
            self._take_away(row)

    def not_enough(self, row: str) -> None:
        """Say that there is not enough evidence; again: take it back."""
        if self._need(row) is None:
            return
        own = self._own(row)
        if own is not None and own.outcome == "not_enough_evidence":
            self._take_away(row)
        else:
            self._said(self._write(row, stages=(), outcome="not_enough_evidence"))

    def not_applicable(self, row: str, words: str = "") -> None:
        """Ask why the statement is not applicable; again: take it back."""
        statement, own = self._need(row), self._own(row)
        if statement is None:
            return
        if own is not None and own.outcome == "not_applicable" and not words:
            self._take_away(row)
            return

        def take(values: dict[str, str]) -> dict[str, str]:
            said = {"because": values["because"], "stages": (), "outcome": "not_applicable"}
            why = self._write(row, **said)
            return {"because": why} if why else {}

        question = f"Why is {row} not applicable here?"
        because = own.because if own is not None else ""
        asked = [Asked("because", "Because", because, lines=3)]
        self.owner.ask(question, asked, f"na/{row}", take, words)

    def because(self, row: str, words: str = "") -> None:
        """Ask why, and for what else the framework asks."""
        own = self._own(row)
        if self._need(row) is None:
            return
        if own is None and not words:
            noun, number = self.framework.scale.noun, len(self.framework.scale.steps)
            keys = " ".join(str(n + 1) for n in range(number))
            zero = self.key("not_enough")
            self.owner.say(f"Answer first: {keys} for the {noun}, {zero} for not enough evidence.")
            return
        fields = self.framework.fields

        def take(values: dict[str, str]) -> dict[str, str]:
            given = {field.key: values[_field(n)] for n, field in enumerate(fields)}
            why = self._write(row, because=values["because"], fields=given)
            if not why:
                self.owner.say(f"What the setting says of {row} is written.")
            return {"": why} if why else {}

        said = own.fields if own is not None else {}
        because = own.because if own is not None else ""
        asked = [
            Asked("because", "Because", because, "What makes you say so, in your words.", 3),
            *(
                Asked(_field(n), f.name, said.get(f.key, ""), f.hint or f.name, 2)
                for n, f in enumerate(fields)
            ),
        ]
        answer = self._words.answer(own)
        self.owner.ask(f"{row}: {answer}", asked, f"own/{row}", take, words)

    def _take_away(self, row: str) -> None:
        """Take an answer back; ask first where words would go with it."""
        own = self._own(row)

        def do() -> None:
            why = self.owner.tried(self_evaluate, row, outcome=None).why
            self._said(why, f"The setting says nothing of {row} now. {self.undo_words}")

        if own is not None and (own.because or any(own.fields.values())):
            question = f"Take away what the setting says of {row}, with the words beside it?"
            self.owner.confirm(question, "Take it away", do)
        elif own is not None:
            do()

    def open(self, row: str) -> None:
        """Say why, once there is an answer; who only reads, reads all of it."""
        if self.is_host and self.seen.statement(row) is not None:
            self.because(row)
        else:
            self.full(row)

    def edit(self, row: str) -> None:
        """Change the words beside an answer."""
        self.because(row)

    def delete(self, row: str) -> None:
        """Take an answer away."""
        if self._need(row) is not None:
            self._take_away(row)

    def restore(self, kind: str, what: str, words: str) -> None:
        """Go on with the words beside an answer."""
        self.owner.show_row(what)
        ways: dict[str, Callable[[str, str], None]]
        ways = {"own": self.because, "na": self.not_applicable}
        if self.is_host and self.seen.statement(what) is not None:
            ways[kind](what, words)
        else:
            self.owner.read(f"You had typed, about {what}", Content(words))

    def row_of(self, ref: str) -> str:
        """Return the row that shows a statement."""
        area = self._area(ref)
        if area is None or self.is_host or area.judging:
            return ref
        return _area_row(area)

    def answered(self) -> str:
        """Return how far the host is: progress, and no word of what was answered."""
        every = [s.ref for area in self.seen.areas for s in area.statements]
        done = sum(self._own(ref) is not None for ref in every)
        return f"{done} of {counted(len(every), 'statement')} answered"


def _area_row(area: AreaView) -> str:
    return f"area/{area.number}"


def _field(place: int) -> str:
    return f"field-{place}"


def _who_sees(area: AreaView) -> str:
    if area.judging:
        return f"The gate of area {area.number} is open: the panel reads this now."
    return f"Only the host sees this until the gate of area {area.number} opens."
