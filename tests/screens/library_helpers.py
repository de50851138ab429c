"""A small app around one screen, and a library in a temporary folder, for the tests beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual import on
from textual.app import App
from textual.pilot import Pilot

import screens
from screens.base import DeskScreen
from screens.commands import Commands
from screens.desk import Desk
from screens.messages import Go, Open, Start
from screens.symbols import Symbols
from sessions.clock import system_clock
from sessions.library import Library
from sessions.saver import Saver
from sessions.session import Session
from tui.places import Places, open_library
from tui.themes import THEMES

HOSTILE = (
    "[/]",
    "[link='x",
    "[@click=app.quit]x[/]",
    "[bold]list[int]",
    "\x1b]52;c;aGk=\x07\x9b31m",
    "\u202eevil\u2066",
    "x" * 100_000,
)
"""What somebody may type or paste where a name belongs."""


def places_in(folder: Path) -> Places:
    """Return a library's folders below one."""
    return Places(folder / "library", folder / "frameworks", folder / "home")


def library_in(folder: Path) -> Library:
    """Return the library below a folder, as another start of the app would open it."""
    return open_library(places_in(folder))


def desk_in(folder: Path, *, ascii_only: bool = False) -> Desk:
    """Return what screens are given to work with."""
    saver = Saver(lambda trouble: None, pause=0.01)
    return Desk(library_in(folder), saver, Symbols(ascii_only), folder, system_clock)


class Host(App[None]):
    """Shows one screen as the real app would, and keeps what it asks for."""

    CSS_PATH = str(Path(screens.__file__).with_name("look.tcss"))
    COMMANDS = {Commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]

    def __init__(self, make: Callable[[], DeskScreen], theme: str = THEMES[0].name) -> None:
        super().__init__()
        self._make, self._theme = make, theme
        self.heard: list[str] = []
        """What the screen asked for, in words."""
        self.result: Session | str | None = "not closed"
        """What the screen was closed with."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme

        def closed(result: Any) -> None:
            self.result = result

        self.push_screen(self._make(), closed)

    @on(Open)
    def _open(self, event: Open) -> None:
        self.heard.append(f"open {event.session}")

    @on(Start)
    def _start(self) -> None:
        self.heard.append("start")

    @on(Go)
    def _go(self, event: Go) -> None:
        self.heard.append(f"go {event.place}")


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until threads have answered and the screen is drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
