"""The evidence of two reviews for a statement, side by side: what was agreed, why, and every note."""

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessions.compared import Cell

from .base import Dialog
from .symbols import Symbols
from .widgets.notes import note_head, note_words

_LONGEST = 4000  # characters of a note beside others


class BothSides(Dialog[None]):
    """Shows then and now beside each other; where it is narrow, one below the other."""

    CSS_PATH = "compare_evidence.tcss"
    BINDINGS = [
        Binding("escape,enter,q", "back", "Back"),
        Binding("tab,left,right", "app.focus_next", "Other side", show=False),
    ]
    AUTO_FOCUS = ".side"

    def __init__(self, title: str, sides: Iterable[tuple[str, Content]]) -> None:
        """`sides`: each its heading, and what is in it."""
        super().__init__()
        self._title, self._sides = title, tuple(sides)

    def compose(self) -> ComposeResult:
        """Lay out the statement, then and now, and what to press."""
        with Vertical(classes="window tall"):
            yield Static(Content(self._title), classes="question")
            with Horizontal(id="sides"):
                for heading, text in self._sides:
                    with VerticalScroll(classes="side"):
                        yield Static(Content.styled(heading, "bold underline"), markup=False)
                        yield Static(text, markup=False)
            yield Static(Content("Up, Down: scroll   Tab: other side   Esc: back"), classes="keys")

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def notes_of(cell: Cell, symbols: Symbols) -> Content:
    """Return every note under a statement, with its ref and where it comes from."""
    parts: list[Any] = []
    for note in cell.notes:
        parts += [note_head(note, symbols, time=False), "\n"]
        parts += [note_words(note, symbols, _LONGEST), "\n\n"]
    return Content.assemble(*parts) if parts else Content("No note stands under it there.")
