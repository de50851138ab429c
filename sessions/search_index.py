"""The index of a library: everything that everyone may see of every session, ready to be found.

It is derived: read again when it is missing, damaged or of another format, and a session whenever its
folder has changed. It holds `view(session)` and nothing else. What has changed and has not been read
again is left out of hits, counts and order alike, so that nothing is found that is hidden by now.
So are the views of other reviews of a setting, for as long as their area is described in the one that
is open: what comes from an older review shows no stage before the gate.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from frameworks.text import clean_line, clean_text

from .matching import is_same_setting
from .search import KINDS, Found, Hit, Query
from .search_folders import TICK, Folders
from .search_match import Closed
from .search_rows import rows_of
from .search_store import DamagedStore, Held, Placed, Store, UnusableStore, has_full_text
from .search_stores import Read, Stores, forget_index
from .search_words import excerpt
from .seen import SessionView
from .session import Session
from .view import view

WIDTH = 240
"""Characters of a text that a hit shows at most."""

_BATCH = 0.1  # seconds of reading that are written together
_TRIES = 3  # of a file that turns out damaged

full_text_here = lru_cache(maxsize=1)(has_full_text)
"""Whether this Python has full-text search, asked once."""


class Looked(NamedTuple):
    """What one look at the library has read."""

    sessions: int = 0
    rows: int = 0
    notes: int = 0
    seconds: float = 0.0
    removed: int = 0
    """How many sessions are not there any more."""

    @property
    def rate(self) -> str:
        """How fast that was, in a sentence; empty: nothing was read."""
        if not self.sessions:
            return ""
        each = max(self.seconds, 0.001)
        return (
            f"Read {_number(self.sessions, 'session')} with {_number(self.notes, 'note')} in "
            f"{self.seconds:.1f} s: {self.sessions / each:,.0f} sessions, "
            f"{self.notes / each:,.0f} notes a second."
        )


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


class Own:
    """What one participant may see of the session that is open; in memory, for as long as it is."""

    def __init__(self, *, full_text: bool | None = None) -> None:
        self.store = Store.in_memory(full_text=full_text_here() if full_text is None else full_text)
        self.session = ""
        """The session's id."""
        self._seen: SessionView | None = None

    def show(self, seen: SessionView) -> None:
        """Hold what a view shows, in place of what was held before."""
        if seen is self._seen:
            return
        with self.store.writing():
            self.store.remove([self.session])
            self.store.put(_held(seen, 0, "", settled=True), seen, rows_of(seen))
        self.session, self._seen = seen.id, seen

    def closed(self, held: Iterable[Held]) -> Closed | None:
        """Return what of other reviews is not found: what Compare would not show beside this one."""
        seen = self._seen
        areas = tuple(area.number for area in seen.areas if not area.judging) if seen else ()
        if seen is None or not areas:
            return None
        serials = [h.serial for h in held if is_same_setting(h.setting, seen.setting)]
        return Closed(tuple(serials), areas, seen.framework)

    def find(self, query: Query, limit: int = 50) -> Found:
        """Return what fits in this session alone."""
        if query.wrong or query.is_empty:
            return Found()
        return _found(query, list(self.hits(query, limit)), self.store.count(query, ()), limit)

    def hits(self, query: Query, limit: int) -> Iterator[Hit]:
        """Yield what fits."""
        held = self.store.sessions()[self.session]
        for placed in self.store.find(query, limit, ()):
            yield msgspec.structs.replace(_hit(placed, held, query), is_here=True)


class SearchIndex:
    """The index. Threads may look and find at once; neither waits long for the other."""

    def __init__(
        self,
        folder: Path,
        file: Path,
        load: Callable[[Path], Session],
        *,
        full_text: bool | None = None,
    ) -> None:
        """Index `folder` in `file`; `load` opens a session to read it. Touches nothing yet.

        `full_text`: whether SQLite has full-text search; None: as it is.
        """
        self._folder, self._file, self._load = folder, file, load
        wanted = full_text_here() if full_text is None else full_text
        self._stores = Stores(folder, file, full_text=wanted)
        self._folders = Folders(folder)
        self._lock = threading.RLock()

    @property
    def notice(self) -> str:
        """Why searching is slower here than it need be; empty: it is not."""
        return self._stores.notice

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._stores.close()

    def rest(self) -> None:
        """Let go of the file until somebody looks or finds again; what is in memory stays."""
        with self._lock:
            self._stores.rest()

    def forget(self) -> None:
        """Delete the index with all it holds; it is made again at the next look. Raises OSError."""
        with self._lock:
            self._stores.close()
            forget_index(self._file)

    # Bringing it up to date

    def look(
        self,
        progress: Callable[[int, int], None] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Looked:
        """Read what has changed since; return what was read. Raises OSError for the library itself.

        `progress` hears how many of how many sessions were read; `stopped` is asked between them.
        """
        began = time.monotonic()
        with self._lock:
            self._stores.take(anew=True)
            self._folders.look()
            removed = self._drop_gone()
            stale = [i for i in sorted(self._folders.changed, reverse=True) if self._is_stale(i)]
        sessions = rows = notes = 0
        for batch in self._batches(stale, stopped):
            with self._lock:
                rows += self._stores.hold(batch)
                for read in batch:
                    self._folders.was_read(read.held.id)
            sessions += len(batch)
            notes += sum(len(read.seen.notes) for read in batch)
            if progress is not None:
                progress(sessions, len(stale))
        seconds = time.monotonic() - began
        while not stopped():
            with self._lock:
                if not self._stores.clear_up():
                    break
        return Looked(sessions, rows, notes, seconds, removed)

    def _is_stale(self, session: str) -> bool:
        return self._where(session) is None and self._folders.is_to_be_tried(session)

    def _where(self, session: str) -> dict[str, Held] | None:
        """Return which store holds a session as it is now, by what it holds; None: none does."""
        for _, held in self._stores.each():
            if session in held and self._folders.is_as_read(held[session]):
                return held
        return None

    def _drop_gone(self) -> int:
        gone = {i for _, held in self._stores.each() for i in held} - set(self._folders.changed)
        try:
            self._stores.drop(gone)
        except DamagedStore:
            self._stores.start_again()
        return len(gone)

    def _batches(self, stale: list[str], stopped: Callable[[], bool]) -> Iterator[list[Read]]:
        """Yield the sessions that are stale, read, so many at a time as are read in a moment."""
        batch: list[Read] = []
        until = time.monotonic() + _BATCH
        for session in stale:
            if stopped():
                break
            read = self._read(session)
            if read is not None:
                batch.append(read)
            if time.monotonic() > until:
                yield batch
                batch, until = [], time.monotonic() + _BATCH
        yield batch

    def _read(self, session: str) -> Read | None:
        """Read a session; None: it cannot be read now, or another window has done so meanwhile."""
        with self._lock:
            self._stores.learn()
            if not self._is_stale(session):
                return None
        folder = self._folder / session
        try:
            # First what it looks like, then what it says: what changes meanwhile is read again.
            changed, mark = folder.stat().st_mtime_ns, self._folders.mark(session)
            settled = changed < time.time_ns() - TICK
            opened = self._load(folder)
        except OSError:
            with self._lock:
                self._folders.was_unreadable(session)
            return None
        seen = view(opened)
        rows = list(rows_of(seen)) if any(opened.records.all()) else []
        return Read(_held(seen, changed, mark, settled=settled), seen, rows)

    # Finding

    def find(self, query: Query, own: Own | None = None, limit: int = 50) -> Found:
        """Return what fits; `own`: the session that is open, as who asks may see it."""
        if query.wrong or query.is_empty:
            return Found()
        with self._lock:
            for _ in range(_TRIES):
                try:
                    return self._find(query, own, limit)
                except UnusableStore as error:
                    return Found(trouble=f"The index cannot be read now: {error}")
                except OSError as error:
                    words = clean_line(error.strerror or str(error))
                    return Found(trouble=f"The library cannot be read now: {words}")
                except DamagedStore:
                    self._stores.start_again()
        return Found(trouble="The index is damaged and cannot be made again")

    def _find(self, query: Query, own: Own | None, limit: int) -> Found:
        self._stores.take()
        self._folders.look_if_due()
        while True:
            found, sessions = self._ask(query, own, limit)
            # A ledger that was written over in its place leaves its folder as it was.
            changed = [held.id for held in sessions if self._folders.mark(held.id) != held.mark]
            if not changed:
                return found
            for session in changed:
                self._folders.doubt(session)

    def _ask(self, query: Query, own: Own | None, limit: int) -> tuple[Found, list[Held]]:
        """Return what fits, and the sessions of the library that it is from."""
        here = own.session if own is not None else ""
        where = {i: self._where(i) for i in self._folders.changed if i != here}
        placed: list[tuple[Placed, Held]] = []
        counts: dict[str, int] = {}
        for store, held in self._stores.each():
            without = [h.serial for i, h in held.items() if where.get(i) is not held]
            closed = own.closed(held.values()) if own is not None else None
            of_serial = {h.serial: h for h in held.values()}
            for one in store.find(query, limit, without, closed):
                placed.append((one, _known(of_serial, one.serial)))
            _add(counts, store.count(query, without, closed))
        placed.sort(key=lambda pair: pair[1].id, reverse=True)
        placed.sort(key=lambda pair: pair[0].day)
        hits = [_hit(one, held, query) for one, held in placed[: limit + 1]]
        if own is not None and own.session:
            hits = [*own.hits(query, limit), *hits]
            _add(counts, own.store.count(query, ()))
        unread = [session for session, there in where.items() if there is None]
        unreadable = sum(map(self._folders.is_unreadable, unread))
        found = msgspec.structs.replace(
            _found(query, hits, counts, limit),
            unread=len(unread) - unreadable,
            unreadable=unreadable,
        )
        return found, list({held.id: held for _, held in placed[:limit]}.values())


def _found(query: Query, hits: list[Hit], counts: dict[str, int], limit: int) -> Found:
    kinds = tuple(kind for kind in KINDS if kind in counts)
    # Statements are never counted by stage; hits of one stage would be just that.
    shown = {} if query.stages else {kind: counts[kind] for kind in kinds}
    return Found(tuple(hits[:limit]), kinds, shown, len(hits) > limit)


def _known(held: dict[int, Held], serial: int) -> Held:
    if serial not in held:
        raise DamagedStore(f"there is no session {serial}")
    return held[serial]


def _add(counts: dict[str, int], more: dict[str, int]) -> None:
    for kind, number in more.items():
        counts[kind] = counts.get(kind, 0) + number


def _held(seen: SessionView, changed: int, mark: str, *, settled: bool) -> Held:
    return Held(0, seen.id, changed, mark, settled, seen.name, seen.setting, seen.date)


def _hit(placed: Placed, held: Held, query: Query) -> Hit:
    row = placed.row
    # Cleaned once more: somebody else may have written the file.
    return Hit(
        session=held.id,
        place=row.place,
        ref=clean_line(row.where or next(iter(row.statements), "")),
        note=clean_line(row.note),
        kind=row.kind,
        title=clean_line(row.title),
        text=excerpt(clean_text(row.text), query.needs, WIDTH),
        stages=tuple(map(clean_line, row.stages)),
        date=clean_line(row.date or held.date),
        name=clean_line(held.name) or held.id,
        setting=clean_line(held.setting),
    )
