"""Prepare: lines of enquiry, the timetable, the setting's own view, context figures, what was promised."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

import msgspec
from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from sessions.drafts import Draft
from sessions.seen import StatementView

from .commands import Command, bindings
from .dialogs import Confirm, Reading
from .form_dialog import Asked, FormDialog, Take, from_words
from .messages import Go
from .prepare_acts import PREPARING
from .prepare_enquiries import Enquiries
from .prepare_figures import Figures
from .prepare_own import OwnViews
from .prepare_part import Part
from .prepare_promised import Promised
from .prepare_timetable import Timetable
from .review import Review
from .reviewing import Reviewing
from .widgets.part_list import PartLine, PartList
from .widgets.part_panes import PartPanes

_SLOT = "prepare/"  # what is typed here is kept under this


class PrepareScreen(Reviewing):
    """Four parts of what makes a visit ready: rows on the left, what is said of one on the right."""

    HERE = "Prepare"
    HELP = (
        "What makes a visit ready, in four parts; Left and Right go from one to the next. Up and "
        "Down choose a row, and beside it stands all that is said of it. Lines of enquiry are the "
        "open questions of the visit. The timetable says who goes where. The setting's own view is "
        "written by the host, and read by nobody else until the gate of an area opens. Context "
        "figures are facts to ask about. A review that follows another has a fifth part: what was "
        "promised then, and how it stands."
    )
    ACTS: ClassVar[tuple[Command, ...]] = PREPARING
    BINDINGS = bindings(PREPARING)
    AUTO_FOCUS = "PartList"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._own = OwnViews(self)
        self._parts: tuple[Part, ...] = (
            Enquiries(self),
            Timetable(self),
            self._own,
            Figures(self),
            # Only where this review follows another
            *([Promised(self)] if review.seen.after.follows.name else []),
        )
        # The host comes here to write the setting's own view.
        self._part: Part = self._own if self._own.is_host else self._parts[0]
        self._rows: dict[str, str] = {}
        """By part, the row that was highlighted when it was left."""
        self._told = ""
        """The row that the detail is about."""

    def body(self) -> Iterable[Widget]:
        """Lay out the parts in a line, the rows of one, and the detail of a row."""
        names = [(part.title, part.short) for part in self._parts]
        yield PartLine(names, "Left Right")
        yield PartPanes(self.desk.symbols)

    # What is shown

    @property
    def row(self) -> str:
        """The id of the row that is highlighted."""
        return self.query_one(PartList).chosen

    def draw(self) -> None:
        """Show the rows of the part, and the highlighted one."""
        self.query_one(PartLine).show(self._parts.index(self._part))
        rows = self.query_one(PartList)
        rows.show(self._part.groups(), rows.chosen or self._first_row)
        self._show_detail()

    @property
    def _first_row(self) -> str:
        """The row to begin at in the part: where the review is, or where one was."""
        if self._part is self._own:
            return self._own.row_of(self.review.ref)
        return self._rows.get(self._part.title, "")

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        """Say all there is to say of the highlighted row."""
        panes, row = self.query_one(PartPanes), self.row
        if not panes.width:
            return
        if self._part is self._own:
            self.review.go(row)  # what is done next, here or elsewhere, is about this statement
        panes.say(self._part.detail(row, panes.width), from_the_top=row != self._told)
        self._told = row
        self.show_keys()

    def on_resize(self) -> None:
        """Fit the detail to its new width."""
        self.call_after_refresh(self.redraw)

    def begin(self) -> None:
        """Offer back what a crash left behind."""
        self.offer_draft()

    def footer(self) -> tuple[Command, ...]:
        """Return what can be done with the highlighted row first, in the words of its part."""
        known = {act.name: act for act in self.ACTS}
        words = self._part.keys(self.row)
        first = [
            msgspec.structs.replace(known[name], label=word, footer=True)
            for name, word in words.items()
        ]
        others = ("next_part", "undo", "turn", "full", "back")
        rest = [msgspec.structs.replace(known[name], footer=True) for name in others]
        return (*first, *(act for act in rest if act.name not in words))

    # Going about

    def _go_part(self, place: int) -> None:
        self._rows[self._part.title] = self.row
        self._part = self._parts[place % len(self._parts)]
        self.say("")
        rows = self.query_one(PartList)
        rows.show_others(self._part.groups(), self._first_row)
        self.redraw()
        rows.focus()

    def action_next_part(self) -> None:
        """Go to the next part."""
        self._go_part(self._parts.index(self._part) + 1)

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self._go_part(self._parts.index(self._part) - 1)

    @on(PartLine.Chosen)
    def _clicked(self, event: PartLine.Chosen) -> None:
        self._go_part(event.place)

    def action_turn(self) -> None:
        """Go to the other side."""
        self.query_one(PartPanes).turn()

    def after_move(self) -> None:
        """Show what the setting says of the statement that was asked for."""
        if self._part is not self._own:
            self._go_part(self._parts.index(self._own))
        self.show_row(self._own.row_of(self.review.ref))

    def is_open(self, statement: StatementView) -> bool:
        """Return whether the setting has said nothing of a statement yet."""
        return self.review.seen.visit.own_view(statement.ref) is None

    def action_describe(self) -> None:
        """Go to the notes of the statement that the review is on."""
        self.post_message(Go("describe"))

    def action_setup(self) -> None:
        """Change what the session was set up with."""
        self.post_message(Go("setup"))

    def on_key(self, event: events.Key) -> None:
        """Take a digit as the host's answer; for the others it is the number of a statement."""
        digit = event.character or ""
        if not digit.isdigit() or digit == "0":
            return  # a key of its own
        event.stop()
        if self._part is self._own and self._own.is_host:
            self._own.choose(self.row, int(digit))
        else:
            self.ask_where(digit)

    # What is done with a row

    @on(OptionList.OptionSelected)
    def action_open_row(self) -> None:
        """Do what comes next with the highlighted row."""
        self._part.open(self.row)

    def action_add_row(self) -> None:
        """Add a line of enquiry or an activity."""
        self._part.add()

    def action_edit_row(self) -> None:
        """Change what is highlighted."""
        self._part.edit(self.row)

    def action_delete_row(self) -> None:
        """Delete what is highlighted, after asking."""
        self._part.delete(self.row)

    def action_full(self) -> None:
        """Read all that is said of the highlighted row."""
        self._part.full(self.row)

    def action_propose(self) -> None:
        """Propose lines of enquiry."""
        enquiries = self._parts[0]
        assert isinstance(enquiries, Enquiries)
        if self._part is not enquiries:
            self._go_part(0)
        enquiries.propose()

    def _answer(self, do: Callable[[str], None]) -> None:
        """Do something to the host's own view, where that is what is shown."""
        if self._part is self._own:
            do(self.row)
        else:
            self.say(f"That belongs to {self._own.title}; Left and Right go there.")

    def action_highlight_hint(self) -> None:
        """Say how to answer: from the palette there is no number to press."""
        self.say(f"In {self._own.title} the host presses the number that stands before an answer.")

    def action_because(self) -> None:
        """Say why the setting answers so."""
        self._answer(self._own.because)

    def action_not_enough(self) -> None:
        """Answer that there is not enough evidence."""
        self._answer(self._own.not_enough)

    def action_not_applicable(self) -> None:
        """Answer that the statement is not applicable."""
        self._answer(self._own.not_applicable)

    # What the parts ask of their screen

    def confirm(self, question: str, yes: str, do: Callable[[], None]) -> None:
        """Ask before something goes that undo can bring back."""

        def answered(agreed: bool | None) -> None:
            if agreed:
                do()

        undo = next(self.desk.keys.of(act).key_shown for act in self.ACTS if act.name == "undo")
        whole = f"{question}\n\nUndo ({undo}) can bring it back."
        self.app.push_screen(Confirm(whole, yes), answered)

    def ask(
        self,
        question: str,
        asked: Sequence[Asked],
        slot: str,
        take: Take,
        typed: str = "",
        first: str = "",
        save: str = "save",
    ) -> None:
        """Ask in a window with fields, kept under a slot; `typed`: what was kept there."""
        name = _SLOT + slot

        def keep(words: str) -> None:
            self.keep_draft(lambda person: Draft(person, words, slot=name), name)

        def closed(_: None) -> None:
            self.forget_draft(name)

        before = from_words(asked, typed)
        window = FormDialog(question, asked, take, keep, before, first, save)
        self.app.push_screen(window, closed)

    def go_to_plan(self) -> None:
        """Go to the plan."""
        self.post_message(Go("plan"))

    def show_row(self, identity: str) -> None:
        """Highlight a row."""
        if not self.query_one(PartList).choose(identity):
            self.query_one(PartList).show(self._part.groups(), identity)
        self._show_detail()

    def read(self, title: str, text: Content) -> None:
        """Show a text in full."""
        self.app.push_screen(Reading(title, text))

    # Drafts

    def takes(self, draft: Draft) -> bool:
        """What was typed into the windows of this screen is brought back here."""
        return draft.slot.startswith(_SLOT)

    def bring_back(self, draft: Draft) -> None:
        """Go on with the window that it was typed into."""
        kind, _, what = draft.slot.removeprefix(_SLOT).partition("/")
        for place, part in enumerate(self._parts):
            if kind in part.slots:
                self._go_part(place)
                part.restore(kind, what, draft.text)
