"""A store of what can be found: SQLite, a table for each kind, in a file or in memory.

With full-text search (FTS5) a table is an index of words; without it, it is read row by row. What a
row's number says is where it stands: newest day first, then session, then its place in the session.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from .search import KINDS, Query
from .search_match import VIEWS, Clause, Closed, clauses, in_full_text, like, marked, marks_of
from .search_rows import SearchRow
from .search_words import words_of
from .seen import SessionView

S = TypeVar("S")

FORMAT = 1
"""Of the file. A file of another format is made again."""

_SERIAL, _PLACE = 20, 20  # bits of a row's number: which session, which of its rows
_MOST = 1 << _PLACE
_OF_ROW = f"(rowid >> {_PLACE} & {(1 << _SERIAL) - 1})"  # which session a row is of
_NO_DAY = (1 << 22) - 1
_LAST_DAY = date.max.toordinal()
_PATIENCE = 2.0  # seconds that another window may write before it is gone without
_CACHE = 32_000  # KB; with less, a long write would keep other windows from reading
_STEP = 300  # pages that are cleared of old words at once


_NOT_DAMAGE = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
}


class DamagedStore(Exception):
    """What the file holds is not what was written to it."""


class UnusableStore(Exception):
    """The file cannot be read or written now: another window has it, or the place does not let us."""


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Have what SQLite says said in two words: it is damaged, or it cannot be used now."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _NOT_DAMAGE:
            raise UnusableStore(str(error)) from error
        raise DamagedStore(str(error)) from error


class Held(msgspec.Struct, frozen=True):
    """A session that a store holds, and how its folder looked when it was read."""

    serial: int
    id: str
    changed: int
    mark: str
    settled: bool
    name: str
    setting: str
    date: str


class Placed(NamedTuple):
    """A row that was found, and what sorts it."""

    day: int
    """Less is newer."""
    serial: int
    kind: int
    place: int
    row: SearchRow


def has_full_text() -> bool:
    """Return whether this Python's SQLite has full-text search."""
    with contextlib.closing(sqlite3.connect(":memory:")) as trial:
        try:
            trial.execute("CREATE VIRTUAL TABLE trial USING fts5(words)")
        except sqlite3.OperationalError:
            return False
    return True


def _table(kind: str) -> str:
    return f"of_{kind.replace('-', '_')}"


_TABLES = {kind: _table(kind) for kind in KINDS}


class Store:
    """A store. One thread at a time. What goes wrong with a file raises Damaged- or UnusableStore."""

    def __init__(self, connection: sqlite3.Connection, *, full_text: bool) -> None:
        """Use `in_file` or `in_memory`."""
        self._db = connection
        self._full_text = full_text
        self._dirty: dict[str, int] = {}
        """The kinds of which words may be left that no row has any more, and the step that is next."""

    @classmethod
    def in_memory(cls, *, full_text: bool) -> "Store":
        """Return a store of this process alone; what is large goes to a file that nobody else sees."""
        store = cls(_connect(""), full_text=full_text)
        store._make()
        return store

    @classmethod
    def in_file(cls, path: Path) -> "Store":
        """Return the store in a file, made if there is none.

        Raises UnusableStore if it can be neither written nor read, DamagedStore if it is none of
        ours, or of another format.
        """
        # Its owner's alone from the first byte; SQLite gives its journal the same rights. One that is
        # there is not opened here: to close it would let go of the locks that SQLite has on it.
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        store = cls(_connect(str(path)), full_text=True)
        try:
            store._take()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __del__(self) -> None:
        """Let go of the file where nobody has done so."""
        self._db.close()

    def _run(self, command: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with _told():
            return self._db.execute(command, values).fetchall()

    def _take(self) -> None:
        if self._run("PRAGMA user_version") == [(0,)]:
            self._make()
        made = self._run("PRAGMA user_version")[0][0]
        tables = {row[0] for row in self._run("SELECT name FROM sqlite_master")}
        if made != FORMAT or not {"session", *_TABLES.values()} <= tables:
            raise DamagedStore("it is of another format")

    def _make(self) -> None:
        """Make the tables, unless another window has done so meanwhile."""
        with self.writing():
            if self._run("SELECT count(*) FROM sqlite_master")[0][0]:
                return
            self._run(
                "CREATE TABLE session (serial INTEGER PRIMARY KEY, id TEXT UNIQUE, changed INTEGER,"
                " mark TEXT, settled INTEGER, name TEXT, setting TEXT, date TEXT, days TEXT)"
            )
            for table in _TABLES.values():
                self._run(self._new_table(table))
                if self._full_text and sqlite3.sqlite_version_info >= (3, 42):
                    self._run(f"INSERT INTO {table}({table}, rank) VALUES('secure-delete', 1)")
            self._run(f"PRAGMA user_version = {FORMAT}")

    def _new_table(self, table: str) -> str:
        if not self._full_text:
            return f"CREATE TABLE {table} (words TEXT, marks TEXT, row TEXT)"
        return (
            f"CREATE VIRTUAL TABLE {table} USING fts5(words, marks, row UNINDEXED,"
            " tokenize='unicode61 remove_diacritics 2', prefix='1 2')"
        )

    # Writing

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Write what is inside together, or nothing of it."""
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.rollback()
            raise

    def put(self, held: Held, seen: SessionView, rows: Iterable[SearchRow]) -> tuple[int, int]:
        """Hold a session's rows in place of those it had; return its number, and how many rows."""
        known = self._run("SELECT serial FROM session WHERE id = ?", (held.id,))
        self.remove([held.id])
        values = (known[0][0] if known else None, *msgspec.structs.astuple(held)[1:])
        self._run("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}')", values)
        serial = int(self._run("SELECT last_insert_rowid()")[0][0])
        marks = marks_of(seen)
        days: dict[str, list[int]] = {}
        tables: dict[str, list[tuple[int, str, str, str]]] = {}
        for row in rows:
            day = _day(row.date or held.date)
            of_kind = tables.setdefault(row.kind, [])
            if len(of_kind) >= _MOST:
                continue
            number = (day << _SERIAL | serial) << _PLACE | len(of_kind)
            words = f" {' '.join(words_of(f'{row.title} {row.text}'))} "
            said = msgspec.json.encode(row).decode()
            of_kind.append((number, words, f" {' '.join(marks(row))} ", said))
            if day not in days.setdefault(row.kind, []):
                days[row.kind].append(day)
        for kind, values_of in tables.items():
            insert = f"INSERT INTO {_TABLES[kind]}(rowid, words, marks, row) VALUES (?, ?, ?, ?)"
            with _told():
                self._db.executemany(insert, values_of)
        kept = (msgspec.json.encode(days).decode(), serial)
        self._run("UPDATE session SET days = ? WHERE serial = ?", kept)
        return serial, sum(map(len, tables.values()))

    def remove(self, sessions: Iterable[str]) -> None:
        """Drop sessions, and every row of theirs."""
        for identity in sessions:
            found = self._run("SELECT serial, days FROM session WHERE id = ?", (identity,))
            for serial, held in found:
                self._remove_rows(serial, _decode(held, dict[str, list[int]]))
                self._run("DELETE FROM session WHERE serial = ?", (serial,))

    def _remove_rows(self, serial: int, days_of: dict[str, list[int]]) -> None:
        for kind, days in days_of.items():
            if kind not in _TABLES:
                raise DamagedStore(f"there is no kind {kind}")
            for day in days:
                first = (day << _SERIAL | serial) << _PLACE
                delete = f"DELETE FROM {_TABLES[kind]} WHERE rowid BETWEEN ? AND ?"
                self._run(delete, (first, first + _MOST - 1))
                self._dirty[kind] = -_STEP  # less than nought: all parts into one

    def suspect(self) -> None:
        """Take it that words may be left that no row has: somebody may have been cut off clearing."""
        self._dirty = dict.fromkeys(_TABLES, -_STEP)

    def clear_up(self) -> bool:
        """Take a step in clearing what was dropped from the index; return whether more is to do.

        An index of words before SQLite 3.42 keeps the words of a dropped row until its parts are
        merged; only then is nothing left in the file of what nobody may see any more.
        """
        if not self._full_text or sqlite3.sqlite_version_info >= (3, 42):
            self._dirty.clear()
        if not self._dirty:
            return False
        kind, step = next(iter(self._dirty.items()))
        table = _TABLES[kind]
        before = self._db.total_changes
        self._run(f"INSERT INTO {table}({table}, rank) VALUES('merge', {step})")
        self._dirty[kind] = _STEP
        if self._db.total_changes - before < 2:
            del self._dirty[kind]
        return bool(self._dirty)

    # Reading

    def changed_elsewhere(self) -> int:
        """Return a number that is another one once another window has written."""
        return int(self._run("PRAGMA data_version")[0][0])

    def sessions(self) -> dict[str, Held]:
        """Return the sessions that it holds, by id."""
        names = Held.__struct_fields__
        found = self._run(f"SELECT {', '.join(names)} FROM session")
        rows = [dict(zip(names, row, strict=True)) for row in found]
        try:
            return {held.id: held for held in msgspec.convert(rows, list[Held], strict=False)}
        except msgspec.ValidationError as error:
            raise DamagedStore(str(error)) from error

    def holds(self, session: str) -> bool:
        """Return whether it holds anything of a session."""
        return bool(self._run("SELECT 1 FROM session WHERE id = ?", (session,)))

    def find(
        self, query: Query, limit: int, without: Iterable[int], closed: Closed | None = None
    ) -> list[Placed]:
        """Return what fits, the newest first; of each kind one more than `limit` at most.

        `without`: the numbers of sessions to pass over; `closed`: views to pass over.
        """
        found = []
        for place, kind in enumerate(KINDS):
            if query.kinds and kind not in query.kinds:
                continue
            where, values = self._where(kind, query, without, closed)
            select = f"SELECT rowid, row FROM {_TABLES[kind]} {where} ORDER BY rowid LIMIT ?"
            for number, row in self._run(select, (*values, limit + 1)):
                day, serial = number >> _SERIAL + _PLACE, number >> _PLACE & (1 << _SERIAL) - 1
                said = _decode(row, SearchRow)
                found.append(Placed(day, serial, place, number & _MOST - 1, said))
        return sorted(found)[: limit + 1]

    def count(
        self, query: Query, without: Iterable[int], closed: Closed | None = None
    ) -> dict[str, int]:
        """Return how many fit, by kind, whatever kind is asked for."""
        found = {}
        for kind, table in _TABLES.items():
            where, values = self._where(kind, query, without, closed)
            number = int(self._run(f"SELECT count(*) FROM {table} {where}", values)[0][0])
            if number:
                found[kind] = number
        return found

    def _where(
        self, kind: str, query: Query, without: Iterable[int], closed: Closed | None
    ) -> tuple[str, tuple[str | int, ...]]:
        """Return the condition of a query, and the values in it."""
        parts: list[str] = []
        values: list[str | int] = []
        wanted = clauses(query)
        if wanted and self._full_text:
            parts.append(f"{_TABLES[kind]} MATCH ?")
            values.append(in_full_text(wanted))
        elif wanted:
            condition, patterns = like(wanted)
            parts.append(condition)
            values += patterns
        if query.since or query.until:
            first, last = _day(query.until or "9999-12-31"), _day(query.since or "0001-01-01")
            shift = _SERIAL + _PLACE
            parts.append("rowid BETWEEN ? AND ?")
            values += [first << shift, (last + 1 << shift) - 1]
        passed = ", ".join(map(str, without))
        if passed:
            parts.append(f"{_OF_ROW} NOT IN ({passed})")
        if closed is not None and closed.serials and kind in VIEWS:
            condition, shut = self._fitting(kind, marked(closed.areas, closed.framework))
            those = ", ".join(map(str, closed.serials))
            parts.append(f"NOT ({_OF_ROW} IN ({those}) AND {condition})")
            values += shut
        return f"WHERE {' AND '.join(parts)}" if parts else "", tuple(values)

    def _fitting(self, kind: str, wanted: list[Clause]) -> tuple[str, list[str]]:
        """Return the condition that a row fits, where another condition may stand beside it."""
        if not self._full_text:
            condition, patterns = like(wanted)
            return f"({condition})", patterns
        table = _TABLES[kind]
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
        return f"rowid IN ({select})", [in_full_text(wanted)]


def _connect(name: str) -> sqlite3.Connection:
    with _told():
        return _opened(name)


def _opened(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, _PATIENCE, isolation_level=None, check_same_thread=False)
    # What is dropped is overwritten. Nothing here is worth waiting for the disk: it can be made again.
    # No write-ahead log: a shared drive has no memory that two machines could share for it.
    for setting in (
        "secure_delete = ON",
        "synchronous = OFF",
        "temp_store = MEMORY",
        f"cache_size = -{_CACHE}",
    ):
        db.execute(f"PRAGMA {setting}")
    return db


def _day(text: str) -> int:
    """Return a day as rows are sorted by it: the newer, the less; what is no day comes last."""
    try:
        return _LAST_DAY - date.fromisoformat(text).toordinal()
    except ValueError:
        return _NO_DAY


def _decode(text: str, shape: type[S]) -> S:
    try:
        return msgspec.json.decode(text, type=shape)
    except (msgspec.MsgspecError, TypeError, UnicodeEncodeError) as error:
        raise DamagedStore(str(error)) from error
