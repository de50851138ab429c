"""The index's file; and memory, for what cannot be kept in it."""

import contextlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from frameworks.text import clean_line

from .search_rows import SearchRow
from .search_store import DamagedStore, Held, Store, UnusableStore
from .seen import SessionView
from .storage import make_folder

_TRIES = 3  # of a file that turns out damaged; then it is gone without


class Read(NamedTuple):
    """A session that was read, to be held."""

    held: Held
    seen: SessionView
    rows: Sequence[SearchRow]


class Stores:
    """Both. What memory holds of a session goes before what the file holds. One thread at a time."""

    def __init__(self, library: Path, file: Path, *, full_text: bool) -> None:
        self._library, self._file = library, file
        self._full_text = full_text
        self._disk: Store | None = None
        self._memory: Store | None = None
        self._inode = 0
        self._damage = 0
        self._version = 0
        self.on_disk: dict[str, Held] = {}
        """What the file holds, as far as we know."""
        self.in_memory: dict[str, Held] = {}
        """What memory holds."""
        self.notice = ""
        """Why searching is slower here than it need be; empty: it is not."""

    def rest(self) -> None:
        """Let go of the file; what is in memory stays."""
        if self._disk is not None:
            self._disk.close()
        self._disk, self.on_disk = None, {}

    def close(self) -> None:
        """Let go of the file, and of what is in memory."""
        self.rest()
        if self._memory is not None:
            self._memory.close()
        self._memory, self.in_memory = None, {}

    def each(self) -> Iterator[tuple[Store, dict[str, Held]]]:
        """Yield what there is, with what it holds: memory first."""
        if self._memory is not None:
            yield self._memory, self.in_memory
        if self._disk is not None:
            yield self._disk, self.on_disk

    # The file

    def take(self, *, anew: bool = False) -> None:
        """Open the file if it is to be had; with `anew`, also where it was not before."""
        if self._disk is not None and anew and _inode(self._file) != self._inode:
            self._disk.close()  # somebody deleted it, and perhaps made another
            self._disk = None
        if self._disk is None and (anew or not self.notice):
            self._open()
        self.learn()

    def _open(self) -> None:
        self.on_disk = {}
        if not self._full_text:
            self.notice = (
                "This Python's SQLite has no full-text search (FTS5): what is written is read "
                "again each time the app starts, and searching a large library takes longer."
            )
        elif self._damage < _TRIES and self._library.is_dir():
            try:
                make_folder(self._file.parent)
                self._disk = Store.in_file(self._file)
                self._disk.suspect()
            except (OSError, UnusableStore) as error:
                self._say(error)
            except DamagedStore:
                self.start_again()
            else:
                self._inode, self._version, self.notice = _inode(self._file), -1, ""

    def start_again(self) -> None:
        """Throw the file away, for it is damaged, and begin a new one."""
        self._damage += 1
        if self._disk is not None:
            self._disk.close()
            self._disk = None
        try:
            forget_index(self._file)
        except OSError as error:
            self._say(error)
            return
        self._open()

    def _say(self, error: Exception) -> None:
        reason = clean_line((isinstance(error, OSError) and error.strerror) or str(error))
        self.notice = (
            f"The index cannot be kept in this library ({reason}): it is kept in memory, and made "
            "again each time the app starts."
        )

    def learn(self) -> None:
        """Take in what the file holds, where another window has written to it."""
        if self._disk is None:
            return
        try:
            version = self._disk.changed_elsewhere()
            if version != self._version:
                self.on_disk = self._disk.sessions()
                self._version = version
        except UnusableStore:
            return  # another window is at it: what we know is what we go by
        except DamagedStore:
            self.start_again()

    # Writing

    def hold(self, batch: Sequence[Read]) -> int:
        """Hold sessions in the file, or where that cannot be, in memory; return how many rows."""
        for _ in range(_TRIES):
            if self._disk is None:
                break
            try:
                rows = _write(self._disk, self.on_disk, batch)
            except UnusableStore as error:
                self._say(error)
                break
            except DamagedStore:
                self.start_again()
            else:
                _drop(self._memory, self.in_memory, [read.held.id for read in batch])
                self.notice = ""
                return rows
        if self._memory is None:
            self._memory = Store.in_memory(full_text=self._full_text)
        return _write(self._memory, self.in_memory, batch)

    def drop(self, sessions: Collection[str]) -> None:
        """Drop sessions from both. Raises what the file raises if it is damaged."""
        _drop(self._memory, self.in_memory, sessions)
        with contextlib.suppress(UnusableStore):  # then they are passed over
            _drop(self._disk, self.on_disk, sessions)

    def clear_up(self) -> bool:
        """Take a step in clearing the file of what was dropped; return whether more is to do."""
        try:
            return self._disk is not None and self._disk.clear_up()
        except UnusableStore:
            return False
        except DamagedStore:
            self.start_again()
            return False


def _write(store: Store, known: dict[str, Held], batch: Sequence[Read]) -> int:
    rows = 0
    fresh = {}
    with store.writing():
        for held, seen, of_session in batch:
            serial, count = store.put(held, seen, of_session)
            fresh[held.id] = msgspec.structs.replace(held, serial=serial)
            rows += count
    known.update(fresh)
    return rows


def _drop(store: Store | None, known: dict[str, Held], sessions: Collection[str]) -> None:
    gone = [session for session in sessions if session in known]
    if store is None or not gone:
        return
    with store.writing():
        store.remove(gone)
    for session in gone:
        del known[session]


def _inode(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return -1


def forget_index(file: Path) -> None:
    """Delete an index, with what SQLite keeps beside it; it is made again when it is needed.

    Raises OSError.
    """
    for ending in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
