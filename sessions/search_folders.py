"""Which sessions of a library are as they were when they were read, and which have changed since."""

import contextlib
import os
import time
from pathlib import Path

from .ids import ID
from .ledger import ENDING
from .search_store import Held
from .storage import BACKUP

TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a disk, FAT's. What changes twice in one looks unchanged."""

_QUICK = 0.05  # seconds that looking at all folders may take to be done at every question
_AGAIN = 1.0  # seconds after which folders are looked at again where that takes longer
_RETRY = 10.0  # seconds after which a session that could not be read is tried again


class Folders:
    """The folders of a library's sessions, as they were last looked at."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self.changed: dict[str, int] = {}
        """By session, when anything in its folder was last replaced."""
        self._doubted: set[str] = set()
        """Sessions of which a ledger has changed though the folder looks as it did."""
        self._settled: set[tuple[str, int]] = set()
        self._unreadable: dict[str, tuple[int, float]] = {}
        self._looked = float("-inf")
        self._cost = 0.0

    def look(self) -> None:
        """Look at all of them. Raises OSError if the library cannot be read."""
        began = time.monotonic()
        found: dict[str, int] = {}
        with contextlib.suppress(FileNotFoundError), os.scandir(self._library) as entries:
            for entry in entries:
                # One that is deleted meanwhile is passed over, and the rest are not.
                with contextlib.suppress(FileNotFoundError):
                    if ID.fullmatch(entry.name) and entry.is_dir():
                        found[entry.name] = entry.stat().st_mtime_ns
        self._looked = time.monotonic()
        self._cost = self._looked - began
        self.changed = found

    def look_if_due(self) -> None:
        """Look at all of them, unless that is slow here and was done just now."""
        if self._cost < _QUICK or time.monotonic() > self._looked + _AGAIN:
            self.look()

    def mark(self, session: str) -> str:
        """Return what tells that the ledgers of a session are still those that were read."""
        found = []
        with contextlib.suppress(OSError), os.scandir(self._library / session) as entries:
            for entry in entries:
                if entry.name.endswith((ENDING, ENDING + BACKUP)):
                    status = entry.stat()
                    found.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
        return "|".join(sorted(found))

    def is_as_read(self, held: Held) -> bool:
        """Return whether a session is as it was when it was read."""
        if self.changed.get(held.id) != held.changed or held.id in self._doubted:
            return False
        key = (held.id, held.changed)
        if held.settled or key in self._settled:
            return True
        settled = held.changed < time.time_ns() - TICK
        if self.mark(held.id) != held.mark:
            return False
        if settled:
            self._settled.add(key)
        return True

    def doubt(self, session: str) -> None:
        """Take a session for changed, whatever its folder looks like, until it was read."""
        self._doubted.add(session)

    def was_read(self, session: str) -> None:
        """Take a session for read."""
        self._doubted.discard(session)
        self._unreadable.pop(session, None)

    def was_unreadable(self, session: str) -> None:
        """Leave a session alone for a while, unless it changes."""
        self._unreadable[session] = (self.changed.get(session, 0), time.monotonic())

    def is_unreadable(self, session: str) -> bool:
        """Return whether a session could not be read as it is now."""
        tried = self._unreadable.get(session)
        return tried is not None and tried[0] == self.changed.get(session)

    def is_to_be_tried(self, session: str) -> bool:
        """Return whether a session can perhaps be read."""
        return not self.is_unreadable(session) or (
            time.monotonic() > self._unreadable[session][1] + _RETRY
        )
