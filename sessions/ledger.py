"""Ledgers: each writer of a session writes only its own TinyDB file, and reads everybody's."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from frameworks.text import clean_text

from .erasing_tables import scrub_tables
from .home import Home
from .ids import short_id
from .merge import Records
from .records import Version
from .storage import BACKUP, read_tables, write_durably

if TYPE_CHECKING:
    from filelock import FileLock

ENDING = ".json"
DAMAGED = ".damaged-"
"""What follows a ledger's name where it was damaged, and is kept aside."""


class Signature(NamedTuple):
    """What tells that a file is still the one that was read or written."""

    changed: int
    size: int
    inode: int


def signature(path: Path) -> Signature | None:
    """Return a file's signature; None if there is no such file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return Signature(status.st_mtime_ns, status.st_size, status.st_ino)


def lock_of(path: Path) -> "FileLock":
    """Return the lock beside a ledger, not yet taken; a killed process lets go of it."""
    # Here, and not above: reading a session needs no lock, and `export` is to start fast.
    from filelock import FileLock

    return FileLock(path.with_suffix(".lock"), timeout=0, mode=0o600)


def take(lock: "FileLock") -> bool:
    """Take a lock if it is free; return whether it is ours now. Raises OSError."""
    from filelock import Timeout

    # It would make the folder: of a session that was deleted, or on a drive that is not there.
    Path(lock.lock_file).parent.stat()
    try:
        lock.acquire()
    except Timeout:
        return False
    return True


def versions_in(tables: dict[str, dict[str, Any]]) -> list[Version]:
    """Return the versions that a ledger's tables hold, their text cleaned.

    A row that is no version (written by hand, or by a later program) is passed over: the ledger
    keeps it.
    """
    found = []
    for table in tables.values():
        for row in table.values():
            try:
                found.append(msgspec.convert(_cleaned(row), Version))
            except msgspec.ValidationError:
                continue
    return found


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else clean_text(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(item) for key, item in value.items()}
    return value


class Read(NamedTuple):
    """A ledger as it was found."""

    versions: list[Version]
    notice: str
    """What was wrong with the file and what was done; empty: nothing was."""


def read_ledger(path: Path) -> Read:
    """Read a ledger; a damaged one gives its last good copy, and is kept aside.

    Raises OSError if the file cannot be opened at all.
    """
    backup = path.with_name(path.name + BACKUP)
    try:
        return Read(versions_in(read_tables(path)) + _newer_in(backup, path), "")
    except (ValueError, FileNotFoundError) as error:
        damage = str(error) if isinstance(error, ValueError) else f"{path.name} is missing"
    try:
        tables = read_tables(backup)
    except (OSError, ValueError):
        return Read([], f"{damage}. There is no good copy of it; the file is left as it is.")
    aside = _put_back(path, backup)
    return Read(
        versions_in(tables),
        f"{damage.split(':')[0]}: its last good copy is used, so its newest entry may be missing. "
        f"{aside}".rstrip(),
    )


def _newer_in(backup: Path, path: Path) -> list[Version]:
    """Return what the last good copy holds, if somebody put an older file in the ledger's place."""
    try:
        # A ledger only ever grows.
        if backup.stat().st_size > path.stat().st_size:
            return versions_in(read_tables(backup))
    except (OSError, ValueError):
        pass
    return []


def _put_back(path: Path, backup: Path) -> str:
    """Keep a damaged ledger aside and put its last good copy in its place; say what was done."""
    lock = lock_of(path)
    try:
        if not take(lock):
            return "Its writer is at work, so the damaged file is where it was."
        try:
            return _swap(path, backup)
        finally:
            lock.release()
    except OSError:
        return "Nothing can be written here, so the damaged file is where it was."


def _swap(path: Path, backup: Path) -> str:
    kept = ""
    with contextlib.suppress(FileNotFoundError):
        try:
            read_tables(path)
            return kept  # another reader was here before us
        except ValueError:
            aside = path.with_name(f"{path.name}{DAMAGED}{short_id()}")
            path.replace(aside)
            kept = f"The damaged file is kept as {aside.name}."
    write_durably(path, backup.read_bytes())
    return kept


class Ledger:
    """A writer's own file in the folder of a session, held by this process alone."""

    def __init__(self, path: Path, home: Home, session: str, lock: "FileLock | None") -> None:
        """Use `claim`, which chooses a name that is free."""
        # Here for the same reason as the lock.
        from tinydb import TinyDB

        from .tables import DurableStorage

        self.path = path
        self._home = home
        self._session = session
        self._lock = lock
        self._note = home.note_for(session, path.name.removesuffix(ENDING), path)
        # Without a lock it is a name of its own, in a place where nothing may be readable now.
        self._found = signature(path) if lock is not None else None
        tables = read_tables(path) if self._found else None
        self._storage = DurableStorage(path, tables)
        self._storage.held = True
        self._unscrubbed = False
        self._database = TinyDB(storage=lambda: self._storage)
        self.count = max(
            (v.dot[1] for v in versions_in(tables or {}) if v.dot[0] == self.writer), default=0
        )

    @property
    def writer(self) -> str:
        """The writer's name: the file's."""
        return self.path.name.removesuffix(ENDING)

    @classmethod
    def claim(cls, folder: Path, home: Home, session: str, records: Records) -> "Ledger":
        """Take the first name of this installation that is free and fit to go on with.

        Where nothing can be written (a full disk, a read-only folder) it is a new name, so that
        writing can begin as soon as the place allows it.
        """
        try:
            for number in range(1, 1000):
                name = home.name if number == 1 else f"{home.name}-{number}"
                ledger = cls._take(folder / (name + ENDING), home, session, records)
                if ledger is not None:
                    return ledger
        except OSError:
            pass
        return cls(folder / f"{short_id()}-{short_id()}{ENDING}", home, session, None)

    @classmethod
    def _take(cls, path: Path, home: Home, session: str, records: Records) -> "Ledger | None":
        lock = lock_of(path)
        if not take(lock):
            return None
        try:
            ledger = cls(path, home, session, lock)
            if ledger._is_as_we_left_it(records):
                return ledger
        except ValueError:
            pass  # damaged: whoever reads it next puts its last good copy back
        lock.release()
        return None

    def _is_as_we_left_it(self, records: Records) -> bool:
        last = self._home.last_written(self._session, self.writer, self.path)
        if last is None:
            return self._found is None and records.highest(self.writer) == 0
        return self._found is not None and self.count >= max(last, records.highest(self.writer))

    def is_ours_still(self) -> bool:
        """Return whether the file is the one that we last wrote (or still not there)."""
        return signature(self.path) == self._found

    def append(self, versions: Sequence[Version]) -> None:
        """Take in versions, in memory; `commit` brings them to the disk."""
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for version in versions:
            rows[version.kind].append(msgspec.to_builtins(version))
            if version.dot[0] == self.writer:
                self.count = max(self.count, version.dot[1])
        for kind, documents in rows.items():
            self._database.table(kind).insert_multiple(documents)

    def says_erased(self, records: Records) -> bool:
        """Return whether it has words that were erased for good, as when another window did so."""
        if not records.concerned:
            return False
        tables = self._storage.read() or {}
        return any(map(records.says_erased, versions_in(tables)))

    def scrub(self, records: Records, *, copy_too: bool = False) -> None:
        """Take the words of what was erased out of the file and its last good copy. Raises OSError.

        Where that was stopped half way it is done again. `copy_too`: the copy has some in any case.
        """
        tables = self._storage.read()
        if self._lock is None or not tables or not records.erased:
            return
        self._unscrubbed = scrub_tables(tables, records) or copy_too or self._unscrubbed
        if self._unscrubbed:
            data = msgspec.json.encode(tables)
            write_durably(self.path.with_name(self.path.name + BACKUP), data)
            write_durably(self.path, data)
            self._found = signature(self.path)
            self._unscrubbed = False

    def commit(self) -> None:
        """Bring everything to the disk. Raises OSError; then the file is as it was."""
        if self._lock is None:
            lock = lock_of(self.path)
            if not take(lock):
                raise OSError(f"{self.path.name} is in use")
            self._lock = lock
        self._storage.commit()
        self._found = signature(self.path)
        # The entry is safe by now. Without this note the writer takes a new name next time.
        with contextlib.suppress(OSError):
            self._note.wrote(self.count)

    def release(self) -> None:
        """Let go of the name, so that another process can take it."""
        self._note.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def ledger_files(folder: Path) -> Iterable[Path]:
    """Return the ledgers in a session's folder, by name; with one whose last good copy is all."""
    found = {path for path in folder.glob("*" + ENDING) if not path.is_dir()}
    for copy in folder.glob(f"*{ENDING}{BACKUP}"):
        found.add(copy.with_name(copy.name.removesuffix(BACKUP)))
    return sorted(found)
