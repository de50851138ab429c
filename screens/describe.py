"""Describe, the first pass: the facilitator's pane asks, the reviewer's pane takes notes."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.drafts import Draft
from sessions.notes import delete_note, edit_note

from .commands import Command, bindings
from .dialogs import Confirm, Reading
from .erase_note import ERASE, ask_to_erase
from .note_dialogs import full_card
from .review import Review
from .reviewing import Reviewing
from .reviewing_acts import REVIEWING, TYPING_A_NOTE
from .widgets.area_line import AreaLine
from .widgets.card import Card
from .widgets.composer import Composer
from .widgets.lines import counted
from .widgets.notes import NoteList, note_head, note_words
from .widgets.person_line import PersonLine

EDIT = Command("edit_note", "e", "edit", "Change the words of the note that is highlighted")
DELETE = Command(
    "delete_note",
    "delete,backspace",
    "delete",
    "Delete the note that is highlighted; undo brings it back",
    shown="Del",
    footer=False,
)
FILE = Command("file_note", "t", "file", "File the highlighted note under statements", footer=False)
PRIVATE = Command(
    "toggle_private",
    "m",
    "private",
    "Keep the highlighted note to yourself, or share it with the panel",
    footer=False,
)


class DescribeScreen(Reviewing):
    """Writes down, statement by statement, what was seen, heard and read."""

    HERE = "Describe"
    CSS_PATH = "describe.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        *REVIEWING[:3],
        EDIT,
        *REVIEWING[3:],
        FILE,
        DELETE,
        PRIVATE,
        ERASE,
    )
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)

    def body(self) -> Iterable[Widget]:
        """Lay out the two panes."""
        yield AreaLine(self.desk.symbols)
        yield Panes(self.review)

    def on_screen_resume(self) -> None:
        """Let go of a note that was begun here, and saved elsewhere meanwhile."""
        if self.is_here and self.review.unfinished is None:
            composer = self.query_one(Composer)
            if composer.is_busy and not self.review.draft_waiting:
                composer.clear()

    def draw(self) -> None:
        """Show the statement, its notes, and who has been heard."""
        area, statement = self.review.area, self.review.statement
        self.query_one(AreaLine).show(self.review.seen, area, statement.ref)
        about = self.review.seen.visit.about(statement.ref)
        asked = tuple(enquiry for enquiry in about if enquiry.standing == "open")
        self.query_one(Card).show(statement, asked)
        notes = [
            (
                note.id,
                Content.assemble(
                    note_head(note, self.desk.symbols, area.number),
                    "\n",
                    note_words(note, self.desk.symbols),
                    "\n",
                ),
            )
            for note in statement.evidence
        ]
        self.query_one(NoteList).show(
            notes, f"Nothing yet for {statement.ref}. Press n and write what you see, hear or read."
        )
        said = f"{counted(len(notes), 'note')} for {statement.ref}"
        self.query_one(PersonLine).show(self.review.me, said)

    def begin(self) -> None:
        """Go on with a note that was begun; or offer back what a crash left behind."""
        if self.review.unfinished is not None:
            self.query_one(Composer).bring_back(self.review.unfinished)
            if self.review.goes_on:
                self.query_one(Composer).focus_text()
            self.review.goes_on = False
        else:
            self.offer_draft()

    def takes(self, draft: Draft) -> bool:
        """Notes are brought back here, new ones and changed ones."""
        return draft.slot == "" or draft.slot.startswith("note/")

    def bring_back(self, draft: Draft) -> None:
        """Put a note where it was being typed."""
        identity = draft.slot.removeprefix("note/")
        note = next((n for n in self.review.seen.notes if n.id == identity), None)
        if note is not None:
            self.change_note(note.ref, draft.text)
            return
        composer = self.query_one(Composer)
        composer.bring_back(draft)
        composer.focus_text()
        self.keep_draft(composer.draft)

    def on_key(self, event: events.Key) -> None:
        """Go to a statement by typing its number: nothing else here is a digit."""
        if (event.character or "").isdigit():
            event.stop()
            self.ask_where(event.character or "")

    # Notes

    def action_new_note(self) -> None:
        """Begin to type a note for the statement on the screen."""
        if self.is_final():
            return
        self.query_one(Composer).focus_text()

    def after_move(self) -> None:
        """Have the next note filed under the statement we came to, unless one is begun."""
        composer = self.query_one(Composer)
        if not composer.is_busy:
            composer.file_under((self.review.ref,))
        self.redraw()

    def show_note(self, ref: str) -> None:
        """Highlight a note that was just written, with its first line in sight."""
        note, notes = self.review.seen.note(ref), self.query_one(NoteList)
        if note is not None and notes.choose(note.id):
            self.call_after_refresh(notes.scroll_to_highlight, top=True)

    def _highlighted_ref(self) -> str:
        note = next(
            (n for n in self.review.seen.notes if n.id == self.query_one(NoteList).chosen), None
        )
        if note is None:
            self.say("No note is highlighted here; press n to write one.")
        return note.ref if note is not None else ""

    def action_edit_note(self) -> None:
        """Change the words of the highlighted note."""
        ref = self._highlighted_ref()
        if ref:
            self.change_note(ref)

    def action_delete_note(self) -> None:
        """Delete the highlighted note, after asking."""
        ref = self._highlighted_ref()
        if not ref:
            return

        def answered(yes: bool | None) -> None:
            if yes and self.attempt(delete_note, ref):
                self.say(f"{ref} is deleted. Press u to bring it back.")

        question = f"Delete {self.quoted(ref)}?\n\nUndo (u) can bring it back."
        self.app.push_screen(Confirm(question, "Delete"), answered)

    def action_erase_note(self) -> None:
        """Erase the highlighted note for good, after asking."""
        ask_to_erase(self, self._highlighted_ref())

    def action_file_note(self) -> None:
        """File the highlighted note under statements."""
        ref = self._highlighted_ref()
        if ref:
            self.ask_filing(ref)

    def action_toggle_private(self) -> None:
        """Keep the highlighted note to oneself, or share it."""
        ref = self._highlighted_ref()
        note = self.review.seen.note(ref)
        if note is not None and self.attempt(edit_note, ref, private=not note.private):
            self.say(f"{ref} is {'shared with the panel' if note.private else 'yours alone'} now.")

    @on(OptionList.OptionSelected, "#notes")
    def _read_note(self) -> None:
        note = self.review.seen.note(self._highlighted_ref())
        if note is not None:
            text = Content.assemble(note_head(note, self.desk.symbols), "\n\n", note.text)
            self.app.push_screen(Reading(f"Note {note.ref}", text))

    def action_full(self) -> None:
        """Read the statement in full, with all its questions and lines of enquiry."""
        about = self.review.seen.visit.about(self.review.ref)
        # What is proposed is for host and facilitator, and this may be on the wall.
        accepted = [enquiry for enquiry in about if enquiry.standing != "proposed"]
        self.app.push_screen(full_card(self.review.statement, accepted))


class Panes(Horizontal):
    """Facilitator on the left, reviewer on the right; one above the other where it is narrow."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review

    def compose(self) -> ComposeResult:
        """Lay out the card on one side, notes and composer on the other."""
        with Vertical(id="facilitator"):
            yield Static(Content.styled("FACILITATOR", "$muted"), classes="pane-title")
            yield Card(self._review.desk.symbols)
        with Vertical(id="reviewer"):
            yield PersonLine(self._review.desk.symbols, "who")
            yield NoteList(self._review.desk.symbols, "notes")
            yield Composer(self._review.last_circumstances, (self._review.ref,))
