"""Two lines of the facilitator's script: what to say, and what to watch for."""

from textual.content import Content
from textual.widgets import Static

from screens.script import Cue
from screens.symbols import Symbols

from .lines import shorten


class CueLines(Static):
    """Shows a cue in two lines, or nothing while it is folded."""

    DEFAULT_CSS = """
    CueLines { display: none; height: auto; max-height: 2; padding: 0 1; color: $foreground; }
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
        room = max(width - 9, 20)
        self.update(
            Content.assemble(
                ("Say    ", "bold $accent"),
                shorten(cue.say, room, self._symbols),
                "\n",
                ("Watch  ", "$muted"),
                shorten(cue.watch, room, self._symbols),
            )
        )
