"""A list of notes to pick from, each with a box that is ticked or not."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.symbols import Symbols
from sessions.seen import NoteView

from .lines import shorten

_EMPTY = "No note stands under these statements."


class NotePicker(OptionList):
    """Picks notes: Space ticks the one that is highlighted, or takes the tick away."""

    DEFAULT_CSS = """
    NotePicker { width: 1fr; height: auto; max-height: 8; background: $panel; }
    .window NotePicker { height: auto; margin-top: 0; background: $panel; padding: 0 1; }
    """

    class Picked(Message):
        """A note was picked, or let go."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, symbols: Symbols, picked: str = "", identity: str | None = None) -> None:
        """`picked`: the refs of the notes that are ticked to begin with, with blanks between."""
        super().__init__(id=identity, markup=False, compact=True)
        self._symbols = symbols
        self._notes: tuple[NoteView, ...] = ()
        self._picked = list(dict.fromkeys(picked.split()))

    @property
    def clean(self) -> str:
        """The refs of the notes that are offered and ticked, with blanks between."""
        offered = {note.ref for note in self._notes}
        return " ".join(ref for ref in self._picked if ref in offered)

    def offer(self, notes: Iterable[NoteView]) -> None:
        """Offer these notes; a tick waits for its note where that is not among them for a moment."""
        notes = tuple(notes)
        if notes != self._notes or not self.option_count:
            self._notes = notes
            self._draw()

    def on_resize(self) -> None:
        """Cut the notes to the new width."""
        self._draw()

    def _draw(self) -> None:
        width = max(self.scrollable_content_region.width, 8)
        place = self.highlighted or 0
        self.clear_options()
        self.can_focus = bool(self._notes)
        if not self._notes:
            self.add_option(Option(Content.styled(_EMPTY, "$muted"), disabled=True))
            return
        self.add_options([Option(self._line(note, width)) for note in self._notes])
        self.highlighted = min(place, len(self._notes) - 1)

    def _line(self, note: NoteView, width: int) -> Content:
        box = f"({self._symbols.done})" if note.ref in self._picked else "( )"
        start = f"{box} {note.ref} "
        words = shorten(" ".join(note.text[:300].split()), width - len(start), self._symbols)
        return Content.assemble(f"{box} ", (note.ref, "bold"), " ", words)

    def on_key(self, event: events.Key) -> None:
        """Tick with Space; Enter is done, as in every field of a form."""
        if event.key == "space":
            self._tick()
        elif event.key == "enter":
            self.post_message(self.Submitted())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick a note by clicking it."""
        event.stop()
        self._tick()

    def _tick(self) -> None:
        notes: Sequence[NoteView] = self._notes
        if self.highlighted is None or self.highlighted >= len(notes):
            return
        ref = notes[self.highlighted].ref
        if ref in self._picked:
            self._picked.remove(ref)
        else:
            self._picked.append(ref)
        self._draw()
        self.post_message(self.Picked())
