"""What screens are given to work with. Nothing here is global: the app makes one and passes it on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sessions.drafts import Drafts
from sessions.library import Library
from sessions.saver import Saver, Trouble
from sessions.session import Session

from .keymap import KeyMap
from .symbols import Symbols


class Preferences(Protocol):
    """What the app remembers of how somebody likes it; the app keeps it."""

    def choose_theme(self, name: str) -> None:
        """Use a theme from now on."""


class Desk:
    """The library, the saver and the rest, as screens use them."""

    def __init__(
        self,
        library: Library,
        saver: Saver,
        symbols: Symbols,
        exports: Path,
        clock: Callable[[], datetime],
    ) -> None:
        """`exports`: the folder that reports are offered to be written to."""
        self.library = library
        self.saver = saver
        self.symbols = symbols
        self.exports = exports
        self.clock = clock
        self.thrown_away = False
        """Whether nothing is kept of what is done here, as in a demo."""
        self.keys = KeyMap()
        """The keys in force."""
        self.script: bool | None = None
        """Whether the facilitator's script is shown; None: where there is room."""
        self.searched: dict[str, str] = {}
        """What was last looked for, by who looked for it; empty: before anybody was typing."""
        self.saved_at: datetime | None = None
        """When everything was last on the disk; None: nothing has been written yet."""
        self.saving = False
        """Whether something is on its way to the disk."""
        self.trouble: Trouble | None = None
        """Why something cannot be saved; it is kept, and tried again."""

    def save(self, session: Session) -> None:
        """Bring what was written in a session to the disk, soon."""
        self.saving = True
        self.saver.put(session.id, session.flush)

    def heard(self, trouble: Trouble | None) -> None:
        """Take in what the saver says."""
        self.trouble = trouble
        if trouble is None:
            self.saving = False
            self.saved_at = self.clock()

    def drafts(self, session: Session) -> Drafts:
        """Return the drafts of a session on this machine."""
        return Drafts(self.library.home, session.id, session.folder)

    @property
    def save_words(self) -> str:
        """What the title line says of saving; true whenever it is shown."""
        if self.trouble is not None:
            return "NOT SAVED"
        if self.saving:
            return f"saving{self.symbols.cut}"
        return f"saved {self.saved_at:%H:%M}" if self.saved_at else ""
