"""The facilitator's script: what to say, and what to watch for, in as few lines as hold it."""

from textual.content import Content
from textual.widgets import Static

from screens.script import Cue
from screens.symbols import Symbols

from .lines import shorten

_LABEL = 7  # columns of what stands before the words
_LINES = 2  # lines of each


class CueLines(Static):
    """Shows a cue, two lines of each at most, or nothing while it is folded."""

    DEFAULT_CSS = """
    CueLines { display: none; height: auto; max-height: 4; padding: 0 1; color: $foreground; }
    CueLines.-on { display: block; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._drawn: tuple[Cue | None, int] | None = None

    def show(self, cue: Cue | None, width: int) -> None:
        """Show a cue in lines of `width` columns; None: nothing."""
        if self._drawn == (cue, width):
            return
        self._drawn = (cue, width)
        self.set_class(cue is not None, "-on")
        if cue is None:
            return
        room = max(width - _LABEL - 2, 20)
        says = self._hanging("Say", "bold $accent", cue.say, room)
        watches = self._hanging("Watch", "$muted", cue.watch, room)
        self.update(Content("\n").join([*says, *watches]))

    def _hanging(self, label: str, style: str, words: str, room: int) -> list[Content]:
        """Return words behind a label, their further lines under their first."""
        lines = list(Content(words).wrap(room))
        if len(lines) > _LINES:
            last = f"{lines[_LINES - 1].plain.rstrip()} {lines[_LINES].plain}{self._symbols.cut}"
            lines = [*lines[: _LINES - 1], Content(shorten(last, room, self._symbols))]
        margins = (label, *[""] * len(lines))
        return [
            Content.assemble((f"{margin:<{_LABEL}}", style), line)
            for margin, line in zip(margins, lines, strict=False)
        ]
