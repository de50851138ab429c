"""Windows of the Plan screen: a long text; a finding with the notes that it rests on."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from sessions.seen import NoteView

from .form_dialog import Asked, FormDialog, Take, in_words
from .symbols import Symbols
from .widgets.fields import LineField, NoteField
from .widgets.note_picker import NotePicker

STATEMENTS, NOTES = "statements", "notes"
"""The fields that hang together: the notes to pick from stand under the statements."""


class TextDialog(FormDialog):
    """Asks for one long text; begins at its end, or at the start of a draft that is to be read."""

    CSS = """
    TextDialog NoteField.-lines-3 { height: 34vh; }
    """

    def __init__(
        self,
        question: str,
        asked: Asked,
        take: Take,
        keep: Callable[[str], None],
        typed: Mapping[str, str],
        *,
        drafted: bool,
    ) -> None:
        """`drafted`: what it begins with is a draft."""
        super().__init__(question, (asked,), take, keep, typed)
        self._drafted = drafted and not typed

    def on_mount(self) -> None:
        """Begin where one goes on."""
        if self._drafted:
            # After what every form does when it is mounted: to go to the end.
            self.call_after_refresh(self.query_one(NoteField).move_cursor, (0, 0))


class FindingDialog(FormDialog):
    """Asks for a finding; its notes are ticked in a list of those under its statements."""

    CSS = """
    FindingDialog Form { max-height: 46vh; }
    FindingDialog .window NotePicker { width: 1fr; height: auto; max-height: 5; margin: 0; padding: 0 1;
                                       background: $panel; }
    """

    def __init__(
        self,
        question: str,
        asked: Sequence[Asked],
        take: Take,
        keep: Callable[[str], None],
        typed: Mapping[str, str],
        symbols: Symbols,
        under: Callable[[str], Iterable[NoteView]],
    ) -> None:
        """`under`: the notes that stand under the statements that a text names."""
        super().__init__(question, asked, take, keep, typed, first="text")
        self._symbols, self._under = symbols, under

    def _field(self, asked: Asked) -> Widget:
        if asked.name == NOTES:
            picked = self._typed_before.get(NOTES, asked.value)
            return NotePicker(self._symbols, picked, identity=NOTES)
        return super()._field(asked)

    def on_mount(self) -> None:
        """Offer the notes under the statements that are named already."""
        self._offer()

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold, by name."""
        return super().values | {NOTES: self.query_one(NotePicker).clean}

    @on(Input.Changed, f"#{STATEMENTS}")
    def _offer(self) -> None:
        """Offer the notes under the statements that are named now."""
        if self.query(NotePicker):
            named = self.query_one(f"#{STATEMENTS}", LineField).clean
            self.query_one(NotePicker).offer(self._under(named))

    @on(NotePicker.Picked)
    def _picked(self, event: NotePicker.Picked) -> None:
        event.stop()
        self._keep(in_words(self._asked, self._changed))

    @on(NotePicker.Submitted)
    def _enter(self, event: NotePicker.Submitted) -> None:
        event.stop()
        self._done()
