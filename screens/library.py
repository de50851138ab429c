"""The library: every session there is, found by typing, opened with Enter."""

import time
from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, get_current_worker

from frameworks.text import clean_line
from sessions.catalogue import Row

from .base import DeskScreen
from .commands import Command, bindings
from .desk import Desk
from .messages import Open, Start
from .widgets.fields import LineField
from .widgets.lines import shorten
from .widgets.session_rows import haystack, session_prompt

_PAUSE = 0.3  # seconds that reading may take before it is said how far it is
_LOOK_AGAIN = 3.0  # seconds between looks at what others have done to the folder
_SHARE = 20  # a look that took a second is not repeated for so many seconds
_PAGE = 200  # sessions shown at once: more make every letter of the filter slow
_MORE = "more"


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


class _Stopped(Exception):
    """Nobody waits for the rows any more."""


class LibraryScreen(DeskScreen):
    """Lists the sessions, newest first."""

    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "#sessions"
    ACTS: ClassVar[tuple[Command, ...]] = (
        Command("open_session", "enter", "open", "Open the highlighted session", shown="Enter"),
        Command("start_session", "s", "start a session", "Set up a new session"),
        Command(
            "find",
            "slash",
            "find",
            "Find a session by its setting, date, framework or people",
            shown="/",
        ),
        Command("back", "escape", "show all", "Leave the field, or show all again", shown="Esc"),
    )
    TYPING: ClassVar[tuple[Command, ...]] = (
        Command("_", "enter", "to the list", "", shown="Enter"),
        Command("_", "escape", "leave", "", shown="Esc"),
    )
    BINDINGS = bindings(ACTS)
    HELP = (
        "Every review is a session. Sessions stay on this machine, readable by you alone, until "
        "you export one. The line at the bottom says in which folder they are."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: tuple[Row, ...] | None = None
        """The sessions as they were last read; None: not read yet."""
        self._hay: dict[str, str] = {}
        """By session, what the filter looks through."""
        self._broken: tuple[str, ...] = ()
        self._trouble = ""
        self._progress = ""
        self._worker: Worker[None] | None = None
        self._again = False
        self._next_look = 0.0
        self._shown = _PAGE
        self._fitting: list[Row] = []
        """The sessions that fit what is typed in the filter."""
        self._drawn: tuple[object, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Lay out the filter, the sessions, what to say where there are none, and the packs."""
        yield Horizontal(
            Static(Content("Find"), classes="label"),
            LineField("", "press / and type a setting, a date, a name", "find"),
            Static(id="count", markup=False),
            id="finder",
        )
        yield OptionList(id="sessions", markup=False, compact=True)
        yield Static(id="message", markup=False)
        yield Static(id="packs", markup=False)
        yield Static(id="place", markup=False)

    def on_mount(self) -> None:
        """Look now and then at what others have done to the folder."""
        self.set_timer(_PAUSE, self._say_reading)
        self.set_interval(_LOOK_AGAIN, self._look_now_and_then)

    def redraw(self) -> None:
        """Show what is known, and look again at the folder."""
        self._draw()
        self._look()

    # Reading

    def _look_now_and_then(self) -> None:
        if self.is_current and self._worker is None and time.monotonic() > self._next_look:
            self._look()

    def _look(self) -> None:
        """Read the library, away from the keyboard; a second wish waits for the first."""
        if self._worker is not None:
            self._again = self._rows is not None
            return
        self._worker = self.run_worker(self._read, thread=True, group="library")

    def _read(self) -> None:
        """Read the rows, and what is wrong with packs. Runs in a thread of its own."""
        worker = get_current_worker()
        began = told = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _Stopped
            now = time.monotonic()
            if now - began > _PAUSE and now - told > _PAUSE / 3:
                told = now
                self.post_message(ReadSoFar(done, total))

        rows: tuple[Row, ...] = ()
        broken: tuple[str, ...] = ()
        trouble = ""
        try:
            rows = self.desk.library.rows(progress)
            broken = tuple(path.name for path, _ in self.desk.library.shelf.broken())
        except OSError as error:
            trouble = error.strerror or str(error)
        except _Stopped:
            return
        self._next_look = time.monotonic() + _SHARE * (time.monotonic() - began)
        self.post_message(RowsRead(rows, broken, trouble))

    def _say_reading(self) -> None:
        if self._rows is None and not self._progress:
            self._progress = "Reading the sessions"
            self._draw()

    @on(ReadSoFar)
    def _reading(self, event: ReadSoFar) -> None:
        event.stop()
        self._progress = f"Reading {event.done:,} of {event.total:,} sessions"
        self._draw()

    @on(RowsRead)
    def _have_read(self, event: RowsRead) -> None:
        event.stop()
        self._worker = None
        self._progress = ""
        self._trouble = event.trouble
        self._broken = event.broken
        # A folder that is away for a moment (a network drive) takes nothing from the screen.
        if event.rows != self._rows and not (event.trouble and self._rows):
            self._rows = event.rows
            self._hay = {row.id: haystack(row) for row in event.rows}
        self._draw()
        if event.trouble and self._rows:
            self.say(
                f"The sessions cannot be read now: {event.trouble}. What was read before is shown.",
                warning=True,
            )
        if self._again:
            self._again = False
            self._look()

    # Showing

    @property
    def _words(self) -> tuple[str, ...]:
        """The words of the filter."""
        return tuple(self.query_one("#find", LineField).clean.casefold().split())

    def on_resize(self) -> None:
        """Fit the rows to their new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if not self.query("#place"):
            return
        words = self._words
        rows = [row for row in self._rows or () if all(w in self._hay[row.id] for w in words)]
        self._fitting = rows
        message = self._message(rows)
        self.set_class(bool(message.plain), "-message")
        self.set_class(not self._rows, "-nothing")
        self.query_one("#message", Static).update(message)
        self.query_one("#count", Static).update(Content(self._count(rows)))
        self.query_one("#packs", Static).update(self._packs())
        place = f"Sessions are kept in {_path(self.desk)}"
        place = shorten(place, max(self.size.width - 2, 8), self.desk.symbols)
        self.query_one("#place", Static).update(Content(place))
        self.set_class(bool(self._broken), "-packs")
        self.show_keys()
        self._draw_rows(rows)
        if not message.plain and self.focused is None:
            self.query_one("#sessions").focus()

    def _draw_rows(self, rows: list[Row]) -> None:
        """Show rows, unless they are what is shown; the same session stays highlighted."""
        options = self.query_one("#sessions", OptionList)
        width = max(self.size.width - 3, 20)  # a margin on both sides, and the scrollbar
        words = self._words
        shown = rows[: self._shown]
        airy = 3 * len(shown) <= options.size.height
        drawn = (tuple(shown), len(rows), width, words, airy)
        if drawn == self._drawn:
            return
        at = options.highlighted_option.id if options.highlighted_option else None
        place = options.highlighted or 0
        self._drawn = drawn
        symbols = self.desk.symbols
        options.clear_options()
        prompts = (session_prompt(row, width, symbols, words) for row in shown)
        ends = "\n" if airy else ""
        options.add_options(
            [Option(p + ends, id=row.id) for p, row in zip(prompts, shown, strict=True)]
        )
        if len(rows) > len(shown):
            more = f"Enter: show more ({len(rows) - len(shown):,} older sessions)"
            options.add_option(Option(Content.styled(more, "$muted"), id=_MORE))
        ids = [row.id for row in shown]
        if ids:
            options.highlighted = ids.index(at) if at in ids else min(place, len(ids) - 1)

    def _count(self, rows: list[Row]) -> str:
        if self._rows is None or self._progress:
            return self._progress
        total = "1 session" if len(self._rows) == 1 else f"{len(self._rows):,} sessions"
        return f"{len(rows):,} of {total}" if self._words else total

    def _packs(self) -> Content:
        names = ", ".join(clean_line(name) for name in self._broken[:3])
        one = len(self._broken) == 1
        what = "This framework of yours" if one else f"{len(self._broken)} frameworks of yours"
        words = f"{what} cannot be read: {names}. inclusion-review frameworks check FILE says why."
        return Content(words) if self._broken else Content("")

    def _message(self, rows: list[Row]) -> Content:
        """Return what stands in place of the list; nothing: the list is shown."""
        if self._trouble and not self._rows:
            return Content(
                f"The sessions cannot be read: {self._trouble}.\n\nNothing was changed in the "
                "folder that they are kept in. Mend that; this screen looks again every few "
                "seconds."
            )
        if self._rows is None:
            return Content(self._progress)
        if not self._rows:
            return self._welcome()
        if not rows:
            typed = self.query_one("#find", LineField).clean[:60]
            return Content(f"No session fits {typed}\n\nPress Esc to see all of them again.")
        return Content("")

    def _welcome(self) -> Content:
        return Content.assemble(
            ("No sessions yet\n\n", "bold"),
            "This app guides a peer review of inclusion and SEND provision. A panel first writes "
            "down what it sees, hears and reads; then, area by area, it judges what that shows; "
            "and the school is left a report that it can edit.\n\n",
            ("s", "bold $accent"),
            "   start a session: the setting, your name and the date are enough\n\n",
            "To look round first, leave with Ctrl+Q and type\n",
            ("inclusion-review demo\n", "bold"),
            "It opens an invented session, in a library that is thrown away.\n",
        )

    def footer(self) -> tuple[Command, ...]:
        """Return the keys that do something now."""
        opening, starting, finding, back = self.ACTS
        shown = (opening, starting, finding) if self._rows else (starting,)
        return (*shown, back) if self._words else shown

    # Finding

    def action_find(self) -> None:
        """Begin to type what to look for."""
        if self._rows:
            self.query_one("#find").focus()
        else:
            self.say("There are no sessions to look through yet; press s to start one.")

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._shown = _PAGE
        self._draw()
        if self._fitting:
            self.query_one("#sessions", OptionList).highlighted = 0

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self._to_list()

    def on_key(self, event: events.Key) -> None:
        """Go from the field down to the list."""
        if event.key == "down" and self._is_finding:
            event.stop()
            self._to_list()

    @property
    def _is_finding(self) -> bool:
        return self.focused is self.query_one("#find")

    def _to_list(self) -> None:
        if self._fitting:
            self.query_one("#sessions").focus()

    def action_back(self) -> None:
        """Leave the field; from the list, show all sessions again."""
        finding, found = self._is_finding, bool(self._fitting)
        if not finding and not self._words:
            self.say("This is the first screen. Ctrl+Q leaves; everything is kept.")
            return
        if not (finding and found):
            self.query_one("#find", LineField).value = ""
            self._draw()
        self.query_one("#sessions").focus()

    # Going

    def action_start_session(self) -> None:
        """Set up a new session."""
        self.post_message(Start())

    @on(OptionList.OptionSelected, "#sessions")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open_session()

    def action_open_session(self) -> None:
        """Open the highlighted session; where it cannot be read, say why."""
        option = self.query_one("#sessions", OptionList).highlighted_option
        row = next((r for r in self._rows or () if option and r.id == option.id), None)
        if row is not None and row.trouble:
            self.say(f"{row.trouble}. Nothing in it was changed; mend that, then open it.")
        elif row is not None:
            self.post_message(Open(row.id))
        elif option is not None:
            self._shown += _PAGE
            self._draw()

    def title_parts(self) -> dict[str, Any]:
        """Return the app's name."""
        return {"title": "Inclusion Review"}


def _path(desk: Desk) -> str:
    return clean_line(str(desk.library.folder))
