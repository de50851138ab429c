"""The inbox: notes that are filed under no statement yet, and filing from it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.notes import delete_note

from .commands import Command, bindings
from .dialogs import Confirm
from .erase_note import ERASE, ask_to_erase
from .reviewing import Reviewing
from .widgets.notes import NoteList, note_head, note_words


class InboxScreen(Reviewing):
    """Lists the notes that wait to be filed."""

    HERE = "Describe"
    HELP = "Notes that were written before it was clear where they belong. File them when you can."
    ACTS: ClassVar[tuple[Command, ...]] = (
        Command("file_chosen", "t", "file", "File the highlighted note under statements"),
        Command("new_note", "n", "note", "Write a note of what you saw, heard or read"),
        Command(
            "delete_chosen",
            "delete,backspace",
            "delete",
            "Delete the highlighted note",
            shown="Del",
        ),
        Command("undo", "u", "undo", "Take back the last thing you did"),
        ERASE,
        Command("back", "escape", "back", "Go back to where you were", shown="Esc"),
    )
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "NoteList"
    DEFAULT_CSS = """
    InboxScreen .lead { padding: 0 1; color: $muted; height: auto; margin-bottom: 1; }
    InboxScreen NoteList { padding: 0 1; }
    """

    def body(self) -> Iterable[Widget]:
        """Lay out a line of explanation and the notes."""
        lead = "Inbox: notes under no statement yet. Enter or t files the highlighted one."
        yield Static(Content(lead), classes="lead")
        yield NoteList(self.desk.symbols, "inbox")

    def draw(self) -> None:
        """Show the notes that wait."""
        symbols = self.desk.symbols
        rows = [
            (n.id, Content.assemble(note_head(n, symbols), "\n", note_words(n, symbols), "\n"))
            for n in self.review.seen.inbox
        ]
        self.query_one(NoteList).show(rows, "The inbox is empty. Press Esc to go back.")

    def _chosen(self) -> str:
        chosen = self.query_one(NoteList).chosen
        return next((n.ref for n in self.review.seen.inbox if n.id == chosen), "")

    @on(OptionList.OptionSelected)
    def action_file_chosen(self) -> None:
        """File the highlighted note."""
        if self._chosen():
            self.ask_filing(self._chosen())

    def action_delete_chosen(self) -> None:
        """Delete the highlighted note, after asking."""
        ref = self._chosen()

        def answered(yes: bool | None) -> None:
            if yes and self.attempt(delete_note, ref):
                self.say(f"{ref} is deleted. Press u to bring it back.")

        if ref:
            question = f"Delete {self.quoted(ref)}?\n\nUndo (u) can bring it back."
            self.app.push_screen(Confirm(question, "Delete"), answered)

    def action_erase_note(self) -> None:
        """Erase the highlighted note for good, after asking."""
        ask_to_erase(self, self._chosen())

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.app.pop_screen()
