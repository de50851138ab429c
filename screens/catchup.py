"""Catch-up: what has not been seen yet and who could still see it; and what would not stand up."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from sessions.looking import look
from sessions.moments import read_moment
from sessions.triangulating import catch_up

from .catchup_words import ALL_SEEN, ALL_STANDS, NO_GATE, Entries, Entry, groups, unseen, weak
from .commands import Command, bindings
from .dialogs import Reading
from .messages import Go
from .review import Review
from .reviewing import Reviewing
from .reviewing_acts import DESCRIBE, NEXT_PART, PREVIOUS_PART, TURN, shared
from .widgets.part_list import PartLine, PartList
from .widgets.part_panes import PartPanes

_OPEN = Command(
    "open_row", "", "go there", "Go to where the highlighted row is mended", shown="Enter"
)
_STANDS = Command(
    "stands",
    "equals_sign",
    "it stands",
    "Looked at: what is highlighted stands, although a note has changed",
    shown="=",
)
_FROM_REVIEWING = shared(
    *("undo", "full", "new_note", "switch_pass", "inbox", "overview"),
    *("agree", "plan", "report", "prepare", "back"),
)
_PARTS = (("Not seen yet", "Not seen"), ("Would not stand up", "Weak"))


class CatchUpScreen(Reviewing):
    """Two parts: rows on the left, and on the right all that is said of the highlighted one."""

    HERE = "Catch-up"
    HELP = (
        "For the meeting in the middle of the day, and before an area closes. Not seen yet: "
        "statements with nothing or heard from one side, open lines of enquiry, voices that are "
        "missing; each with what is left of the timetable that could show it, and who goes. "
        "Would not stand up: of the areas behind their gates, what rests on a note that has "
        "changed, has only evidence against it, or waits for somebody. Left and Right go from "
        "one part to the other; Enter goes to where a row is mended."
    )
    ACTS: ClassVar[tuple[Command, ...]] = (
        *(_OPEN, _STANDS, NEXT_PART, PREVIOUS_PART, TURN),
        *_FROM_REVIEWING,
        DESCRIBE,
    )
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "PartList"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._part = 0
        self._entries: Entries = []

    def body(self) -> Iterable[Widget]:
        """Lay out the parts in a line, the rows of one, and the detail of a row."""
        yield PartLine(_PARTS, "Left Right")
        yield PartPanes(self.desk.symbols)

    # What is shown

    @property
    def entry(self) -> Entry | None:
        """What is highlighted."""
        row = self.query_one(PartList).chosen
        return next((e for _, found in self._entries for e in found if e.row.id == row), None)

    def draw(self) -> None:
        """Show the rows of the part as they are now, and the highlighted one."""
        self._entries = self._found()
        self.query_one(PartLine).show(self._part)
        self.query_one(PartList).show(groups(self._entries))
        self._show_detail()

    def _found(self) -> Entries:
        seen, symbols = self.review.seen, self.desk.symbols
        if self._part == 1:
            return weak(seen, symbols)
        return unseen(seen, catch_up(seen, read_moment("", self.desk.clock())), symbols)

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        """Say all there is to say of the highlighted row; without any, why there is none."""
        entry = self.entry
        if entry is not None and entry.statement:
            self.review.go(entry.statement)  # what is done next, here or elsewhere, is about it
        said = entry.detail if entry is not None else Content(self._nothing)
        self.query_one(PartPanes).say(said)
        self.show_keys()

    @property
    def _nothing(self) -> str:
        if self._entries:
            return ""
        if self._part == 0:
            return ALL_SEEN
        return ALL_STANDS if any(area.judging for area in self.review.seen.areas) else NO_GATE

    def on_resize(self) -> None:
        """Fit what is shown to its new width."""
        self.call_after_refresh(self.redraw)

    def footer(self) -> tuple[Command, ...]:
        """Return what can be done with the highlighted row, the most useful first."""
        entry = self.entry
        first = [_OPEN] if entry is not None else []
        first += [_STANDS] if entry is not None and entry.subject else []
        return (*first, NEXT_PART, TURN, *shared("full", "new_note"))

    # Going about

    def _go_part(self, part: int) -> None:
        self._part = part
        self.say("")
        rows = self.query_one(PartList)
        self._entries = self._found()
        rows.show_others(groups(self._entries))
        self.redraw()
        rows.focus()

    def action_next_part(self) -> None:
        """Go to the other part."""
        self._go_part(1 - self._part)

    def action_previous_part(self) -> None:
        """Go to the other part."""
        self._go_part(1 - self._part)

    @on(PartLine.Chosen)
    def _clicked(self, event: PartLine.Chosen) -> None:
        self._go_part(event.place)

    def action_turn(self) -> None:
        """Go to the other side."""
        self.query_one(PartPanes).turn()

    @on(OptionList.OptionSelected)
    def action_open_row(self) -> None:
        """Go to where the highlighted row is mended."""
        entry = self.entry
        if entry is None:
            self.say("Nothing is highlighted here.")
        else:
            self.post_message(Go(entry.leads))

    def action_describe(self) -> None:
        """Go to the notes of the statement that the highlighted row is about."""
        self.post_message(Go("describe"))

    def action_full(self) -> None:
        """Read all that is said of the highlighted row."""
        entry = self.entry
        if entry is not None:
            self.app.push_screen(Reading(entry.row.label, entry.detail))

    # What is done with a row

    def action_stands(self) -> None:
        """Say that what is highlighted was looked at, and stands."""
        entry = self.entry
        if entry is None or not entry.subject:
            self.say("A look alone does not mend that; Enter goes to where it is mended.")
        elif self.attempt(look, entry.subject):
            self.say(f"Looked at: {entry.row.label} stands. A later change is listed again.")
