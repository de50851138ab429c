"""What the Compare screen shows now: which part, which two reviews, which areas; and why nothing."""

from textual.content import Content

from sessions.compared import GONE, Comparison, Pair
from sessions.seen import SessionView

from .compare_reviews import Reviews
from .compare_views import FirstAndAgreed, HostAndPanel, Within
from .compare_words import GONE_TITLE, ThenAndNow, pair_words
from .symbols import Symbols
from .widgets.part_list import Group
from .widgets.session_rows import day_words

PARTS = (("Then and now", "Then"), ("Host and panel", "Host"), ("First and agreed", "First"))


class Shown:
    """Where a person is in a comparison."""

    def __init__(self, reviews: Reviews, symbols: Symbols) -> None:
        self.reviews, self._symbols = reviews, symbols
        self.part = 0
        """The place of the part in `PARTS`."""
        self.pair = -1
        """Which two reviews, of those that are chosen; -1: not known yet."""
        self.area: int | None = None
        """The number of the one area that is shown; None: all."""
        self.only_moved = False

    @property
    def found(self) -> Comparison | None:
        """The reviews that are chosen, beside each other; None: there are no two."""
        return self.reviews.comparison

    @property
    def two(self) -> Pair | None:
        """The two columns that are shown."""
        found = self.found
        if found is None:
            return None
        if not 0 <= self.pair < len(found.pairs):
            self.pair = self.reviews.first_pair(found)
        return found.pairs[self.pair]

    @property
    def now(self) -> str:
        """The id of the review that the parts within one are of: the newer of the two."""
        found, two = self.found, self.two
        return found.columns[two.now].id if found and two else self.reviews.own

    @property
    def then_and_now(self) -> ThenAndNow | None:
        """The two reviews beside each other, where that is the part we are in."""
        found, two = self.found, self.two
        return ThenAndNow(found, two, self._symbols) if found and two and not self.part else None

    @property
    def _within(self) -> Within:
        """What is compared within one review."""
        now = self.now
        kind = HostAndPanel if self.part == 1 else FirstAndAgreed
        seen, framework = self.reviews.seen(now), self.reviews.framework(now)
        person = self.reviews.person
        known = person if any(person == p.id for p in seen.people) else ""
        return kind(seen, framework, known, self._symbols)

    @property
    def _shown(self) -> ThenAndNow | Within | None:
        if self.reviews.first is None:
            return None
        return self._within if self.part else self.then_and_now

    def areas(self) -> list[tuple[int, str]]:
        """Return the areas that can be shown alone: number and title."""
        found = self.found
        if found is not None and not self.part:
            areas = [(sentence.area, sentence.title) for sentence in found.sentences]
            gone = any(row.area == GONE for row in found.rows)
            return areas + [(GONE, GONE_TITLE)] * gone
        return [(area.number, area.title) for area in self.reviews.seen(self.now).areas]

    def groups(self, *, only_moved: bool | None = None) -> list[Group]:
        """Return the rows; `only_moved`: whether to leave out what did not (None: as chosen)."""
        shown = self._shown
        only = self.only_moved if only_moved is None else only_moved
        return shown.groups(area=self.area, only_moved=only) if shown else []

    def detail(self, row: str, width: int) -> Content:
        """Return all that is said of a row; without one, why there is none. Width 0: all of it."""
        shown = self._shown
        return shown.detail(row, width) if shown and row else Content(self.nothing())

    def which(self) -> Content:
        """Return which reviews are shown, and how much of them."""
        found, two = self.found, self.two
        if self.reviews.first is None:
            return Content("")
        if found and two and not self.part:
            told = pair_words(found, two, "< >")
        else:
            day = day_words(self.reviews.seen(self.now).date)
            told = Content.assemble(("Review of ", "$muted"), (day, "bold"))
        shown = [] if self.area is None else [f"area {self.area}" if self.area else "what is gone"]
        shown += ["only what differs" if self.part else "only what moved"] * self.only_moved
        more = f"   Shown: {', '.join(shown)}" if shown else ""
        return Content.assemble(told, (more, "bold"))

    def nothing(self) -> str:
        """Return why there is no row, and what to do."""
        if self.reviews.trouble:
            return f"{self.reviews.trouble}\n\nNothing was changed. Esc goes back."
        seen = self.reviews.first
        if seen is None:
            return "This review cannot be read. Esc goes back."
        if self.only_moved or self.area is not None:
            return "Nothing of that is here. The key , shows everything again; / chooses the area."
        if self.part:
            return self._within.nothing
        return "There is no statement in these reviews." if self.found else self._alone(seen)

    def _alone(self, seen: SessionView) -> str:
        other = (
            f"\n\nOther reviews of {seen.setting[:200]} are here, made with another framework: "
            "statements can be compared within one framework alone."
            if self.reviews.elsewhere
            else ""
        )
        return (
            f"There is nothing to compare yet: {seen.name} is the only review of "
            f"{seen.setting[:200]} here with {seen.framework_title}.{other}\n\n"
            "F makes a session that follows this one, for the next visit: what was promised comes "
            "along, and the two can then be set beside each other here.\n\n"
            "Right goes to the setting's own view beside the panel's, within this review."
        )
