"""A window for what takes a while: it shows after half a second, and says how far it is."""

from collections.abc import Callable
from typing import Any

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sessions.errors import Refused

from .base import Dialog
from .symbols import Symbols

_PATIENCE = 0.5  # seconds before the window shows
_BEAT = 0.2  # seconds between two steps of the bar where nobody knows how far it is
_WIDTH = 40  # columns of the bar


class Outcome(msgspec.Struct, frozen=True):
    """How it went."""

    value: Any = None
    """What it gave."""
    trouble: str = ""
    """Why it could not be done, in a sentence; empty: it was."""


class _SoFar(Message):
    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class _Ended(Message):
    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


Progress = Callable[[int, int], None]
"""Is told how much of how much is done."""


class Working(Dialog[Outcome]):
    """Does something away from the keyboard, and closes with how it went."""

    DEFAULT_CSS = """
    Working { background: $background 0%; }
    Working .window { display: none; }
    Working.-on { background: $shade; }
    Working.-on .window { display: block; }
    Working .bar { height: 1; color: $accent; }
    """
    HELP = "Wait a moment. If the app is closed meanwhile, what was begun is finished at the next start."

    def __init__(self, what: str, do: Callable[[Progress], Any], symbols: Symbols) -> None:
        """`what`: what is being done, in a few words; `do` runs in a thread of its own."""
        super().__init__()
        self._what, self._do = what, do
        self._full, self._empty = ("#", "-") if symbols.ascii_only else ("█", "░")
        self._step = 0
        self._known = False

    def compose(self) -> ComposeResult:
        """Lay out what is being done, and the bar."""
        with Vertical(classes="window"):
            yield Static(Content(self._what), classes="question")
            yield Static(classes="bar", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(_PATIENCE, lambda: self.add_class("-on"))
        self.set_interval(_BEAT, self._beat)
        self.run_worker(self._run, thread=True, group="working")

    def _run(self) -> None:
        try:
            outcome = Outcome(self._do(self._so_far))
        except Refused as refusal:
            outcome = Outcome(trouble=str(refusal))
        except OSError as error:
            reason = error.strerror or str(error)
            outcome = Outcome(trouble=f"It could not be done: {reason}. Mend that, and try again.")
        self.post_message(_Ended(outcome))

    def _so_far(self, done: int, total: int) -> None:
        self.post_message(_SoFar(done, total))

    def _beat(self) -> None:
        self._step += 1
        if not self._known:
            place = self._step % (_WIDTH - 5)
            bar = self._empty * place + self._full * 6 + self._empty * (_WIDTH - 6 - place)
            self.query_one(".bar", Static).update(Content(bar))

    @on(_SoFar)
    def _show_how_far(self, event: _SoFar) -> None:
        """Show how far it is."""
        event.stop()
        self._known = event.total > 0
        full = _WIDTH * event.done // max(event.total, 1)
        bar = self._full * full + self._empty * (_WIDTH - full)
        words = f"{bar}  {event.done:,} of {event.total:,}"
        self.query_one(".bar", Static).update(Content(words))

    @on(_Ended)
    def _close(self, event: _Ended) -> None:
        """Close with how it went."""
        event.stop()
        self.dismiss(event.outcome)
