"""The second window: it shows on the wall what the facilitator's window is on, and can do nothing else."""

import asyncio
import contextlib
import signal
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

import screens
from screens.present_wall import WallScreen
from screens.symbols import Symbols
from sessions.clock import Clock, system_clock
from sessions.following import Following, Wall
from sessions.library import DERIVED
from sessions.session import Session
from sessions.view import view

from .settings import read_settings
from .themes import NAMES, THEMES

LOOK = 0.2  # seconds between looks: with what writing and drawing take, half a second at most
_SECOND = 1.0


class WallApp(App[int]):
    """Follows another window over the same library. It writes nothing: it has no ledger."""

    TITLE = "Inclusion Review"
    CSS_PATH = str(Path(screens.__file__).with_name("look.tcss"))
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("f8", "cover", "cover", priority=True),
        Binding("ctrl+q", "quit", "quit", priority=True),
    ]

    def __init__(
        self,
        session: Session,
        library: Path,
        home: Path,
        *,
        ascii_only: bool = False,
        theme: str | None = None,
        clock: Clock = system_clock,
    ) -> None:
        """`library`: the folder that the session is in; `home`: where the theme is remembered."""
        super().__init__()
        self._session = session
        self._following = Following(library / DERIVED, session.id)
        self._looking = asyncio.Lock()
        """One look at a time: a session is read by one thread."""
        self._shown: tuple[Wall, int] | None = None
        """The place that is shown, and the edition of the records."""
        for ours in THEMES:
            self.register_theme(ours)
        chosen = NAMES.get(theme or "", read_settings(home / "settings.json").theme)
        self.set_reactive(App.theme, chosen)
        self.stylesheet.set_variables(self.get_css_variables())
        self.wall = WallScreen(session.framework, Symbols(ascii_only), clock)
        """The one screen."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own colours a value before our themes are known."""
        return dict(THEMES[0].variables)

    async def on_mount(self) -> None:
        """Show what there is, and follow from then on."""
        self._listen_for_the_end()
        await self.push_screen(self.wall)
        await self.look()
        self.set_interval(LOOK, self.look)
        self.set_interval(_SECOND, self.wall.show_time)

    async def look(self) -> None:
        """Take in where the other window is, and what anybody has written; show what is new.

        The disk is waited for on another thread: the cover comes at once, however slow it is.
        """
        async with self._looking:
            wall = await asyncio.to_thread(self._read)
            now = (wall, self._session.records.edition)
            if now != self._shown:
                self._shown = now
                self.wall.show(view(self._session), wall)

    def _read(self) -> Wall:
        wall = self._following.look()
        with contextlib.suppress(OSError):  # a network folder that is away for a moment
            self._session.refresh()
        return wall

    def action_cover(self) -> None:
        """Blank this window, or show it again."""
        self.wall.cover()

    def _listen_for_the_end(self) -> None:
        """Leave the terminal as it was when the window is closed."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number: int | None = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, status: int) -> None:
        self.exit(return_code=status)


def run_wall(
    session: Session, library: Path, home: Path, *, ascii_only: bool, theme: str | None
) -> int:
    """Open the second window on a session and return its exit status."""
    app = WallApp(session, library, home, ascii_only=ascii_only, theme=theme)
    app.run()
    return app.return_code or 0
