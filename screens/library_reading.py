"""Reading the library, away from the keyboard: the sessions, their copies, and what has had its time."""

import time
from collections.abc import Callable

from textual import on
from textual.message import Message
from textual.worker import Worker, get_current_worker

from sessions.catalogue import Row
from sessions.listing import Twin, haystack, twins

from .base import DeskScreen
from .desk import Desk

PAUSE = 0.3
"""Seconds that reading may take before it is said how far it is."""

_LOOK_AGAIN = 3.0  # seconds between looks at what others have done to the folder
_SHARE = 20  # a look that took a second is not repeated for so many seconds


class RowsRead(Message):
    """The library has been read."""

    def __init__(self, rows: tuple[Row, ...], broken: tuple[str, ...], trouble: str) -> None:
        super().__init__()
        self.rows = rows
        self.broken = broken
        """The names of the packs that cannot be used."""
        self.trouble = trouble
        """Why the library cannot be read; empty: it was."""


class ReadSoFar(Message):
    """So many of so many sessions have been read anew."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class Tidied(Message):
    """What was cut off is finished, and what was deleted a month ago is gone."""

    def __init__(self, said: tuple[str, ...]) -> None:
        super().__init__()
        self.said = said


class _Stopped(Exception):
    """Nobody waits for the rows any more."""


class LibraryReading(DeskScreen):
    """The part of the library's screen that reads."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: tuple[Row, ...] | None = None
        """The sessions as they were last read; None: not read yet."""
        self.hay: dict[str, str] = {}
        """By session, what the filter looks through."""
        self.twins: dict[str, Twin] = {}
        """By session, what else is the same, or looks like it."""
        self.broken: tuple[str, ...] = ()
        """The names of the packs that cannot be used."""
        self.trouble = ""
        """Why the library cannot be read; empty: it was."""
        self.progress = ""
        """How far reading is, in words; empty: nothing is being read for long."""
        self._worker: Worker[None] | None = None
        self._again = False
        self._next_look = 0.0

    def on_mount(self) -> None:
        """See to what was cut off; look now and then at what others have done to the folder."""
        # Once the screen is drawn: until then, whatever it imports and reads would hold that up.
        self.call_after_refresh(self.run_worker, self._tidy, thread=True, group="tidy")
        self.set_timer(PAUSE, self._say_reading)
        self.set_interval(_LOOK_AGAIN, self._look_now_and_then)
        self.look()

    def on_screen_resume(self) -> None:
        """Look again at the folder: a session may have been changed on another screen."""
        if self.is_in_sight:
            self.look()

    def _tidy(self) -> None:
        """Finish what was cut off. Runs in a thread of its own."""
        # Here, and not above: the library is on the screen sooner.
        from sessions.keeping_start import tidy

        said = tidy(self.desk.library)
        if said:
            self.post_message(Tidied(said))

    @on(Tidied)
    def _say_tidied(self, event: Tidied) -> None:
        event.stop()
        more = len(event.said) - 2
        rest = [f"{more} more were finished or erased too."] if more > 0 else []
        self.say(" ".join([*event.said[:2], *rest]), warning=True)
        self.look()

    def _look_now_and_then(self) -> None:
        if self.is_current and self._worker is None and time.monotonic() > self._next_look:
            self.look()

    def look(self) -> None:
        """Read the library, away from the keyboard; a second wish waits for the first."""
        if self._worker is not None:
            self._again = self.rows is not None
            return
        self._worker = self.run_worker(self._read, thread=True, group="library")

    def _read(self) -> None:
        """Read the rows, and what is wrong with packs. Runs in a thread of its own."""
        worker = get_current_worker()
        began = time.monotonic()
        rows: tuple[Row, ...] = ()
        broken: tuple[str, ...] = ()
        trouble = ""
        try:
            rows = self.desk.library.rows(self._teller(worker, began))
            broken = tuple(path.name for path, _ in self.desk.library.shelf.broken())
        except OSError as error:
            trouble = error.strerror or str(error)
        except _Stopped:
            return
        self._next_look = time.monotonic() + _SHARE * (time.monotonic() - began)
        self.post_message(RowsRead(rows, broken, trouble))

    def _teller(self, worker: "Worker[None]", began: float) -> Callable[[int, int], None]:
        told = began

        def progress(done: int, total: int) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _Stopped
            now = time.monotonic()
            if now - began > PAUSE and now - told > PAUSE / 3:
                told = now
                self.post_message(ReadSoFar(done, total))

        return progress

    def _say_reading(self) -> None:
        if self.rows is None and not self.progress:
            self.progress = "Reading the sessions"
            self.redraw()

    @on(ReadSoFar)
    def _reading(self, event: ReadSoFar) -> None:
        event.stop()
        self.progress = f"Reading {event.done:,} of {event.total:,} sessions"
        self.redraw()

    @on(RowsRead)
    def _have_read(self, event: RowsRead) -> None:
        event.stop()
        self._worker = None
        self.progress = ""
        self.trouble = event.trouble
        self.broken = event.broken
        # A folder that is away for a moment (a network drive) takes nothing from the screen.
        if event.rows != self.rows and not (event.trouble and self.rows):
            self.rows = event.rows
            self.hay = {row.id: haystack(row) for row in event.rows}
            self.twins = twins(event.rows)
        self.redraw()
        if event.trouble and self.rows:
            self.say(
                f"The sessions cannot be read now: {event.trouble}. What was read before is shown.",
                warning=True,
            )
        if self._again:
            self._again = False
            self.look()
