"""Notes as a list shows them: ref, when, where from, and the words."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option

from screens.symbols import Symbols
from sessions.seen import NoteView

from .kept_list import KeptList

SHOWN = 700
"""Characters of a note that a list shows; Enter shows the rest."""


def note_head(
    note: NoteView, symbols: Symbols, area: int | None = None, *, time: bool = True
) -> Content:
    """Return a note's first line: ref, time, source and place, and what is to be known of it."""
    when = note.observed[11:] if time else ""
    said = symbols.between.join(part for part in (when, note.source_name, note.where) if part)
    marks = []
    if note.private:
        marks.append("private")
    if area is not None and area in note.late:
        marks.append("late")
    if area is not None and area in note.apart:
        marks.append("written apart")
    mark = symbols.between + ", ".join(marks) if marks else ""
    return Content.assemble((note.ref, "bold"), " ", (said, "$muted"), (mark, "$stage-1 bold"))


def note_words(note: NoteView, symbols: Symbols, length: int = SHOWN) -> Content:
    """Return a note's text, cut to a length that a list can show."""
    text = note.text
    return Content(text if len(text) <= length else text[:length].rstrip() + symbols.cut)


class NoteList(KeptList):
    """A list of notes; it keeps the one that is highlighted when the list is shown anew."""

    DEFAULT_CSS = """
    NoteList { border: none; padding: 0; background: $background; height: 1fr; }
    """

    def __init__(self, symbols: Symbols, identity: str | None = None) -> None:
        super().__init__(id=identity, markup=False, compact=True)
        self._symbols = symbols
        self._shown: tuple[tuple[str, str], ...] = ()

    def show(self, rows: Iterable[tuple[str, Content]], empty: str) -> None:
        """Show rows (the note's id, what it looks like); `empty`: what to say when there is none."""
        rows = tuple(rows)
        shown = tuple((identity, content.markup) for identity, content in rows)
        if shown == self._shown and rows:
            return
        self._shown = shown
        # An empty list would swallow Enter, which then means something else on the screen.
        self.can_focus = bool(rows)
        if not rows and self.has_focus:
            self.blur()
        nothing = Option(Content.styled(empty, "$muted"), disabled=True)
        self.refill([Option(content, id=identity) for identity, content in rows] or [nothing])
