"""One review, open: everybody's records merged, and one ledger of our own to write to."""

import contextlib
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from frameworks.model import Framework

from .clock import Clock, stamp
from .finality import need_not_final
from .home import Home
from .ids import new_id
from .ledger import Ledger, Signature, ledger_files, read_ledger, signature
from .merge import Records
from .records import Change, Version
from .search_drop import drop_session, hides
from .state import State

PACK = "framework.md"
"""The pack that a session was made with, in the session's folder."""


class Session:
    """A session that is open: its records in memory, its writes on the way to the disk.

    Acts (`acts`) write, `view` reads. A write is in memory at once and on the disk when `flush`
    has returned. One thread writes and reads; `flush` may run on another.
    """

    def __init__(self, folder: Path, framework: Framework, home: Home, clock: Clock) -> None:
        """Read the session in `folder`. Raises OSError if the folder cannot be read."""
        self.folder = folder
        self.id = folder.name
        self.framework = framework
        self.home = home
        self.clock = clock
        self.records = Records()
        self.notices: list[str] = []
        """What was wrong with a file, and what was done: to be shown."""
        self._seen: dict[Path, Signature | None] = {}
        self._ledger: Ledger | None = None
        self._names: set[str] = set()
        self._pending: list[Version] = []
        self._unwritten = False
        self._hides = False
        """Whether something that is on its way to the disk hides what others may have found."""
        self._disk = threading.Lock()
        """One flush at a time."""
        self._memory = threading.Lock()
        """What a write and a flush both touch; never held while the disk is waited for."""
        self._state: tuple[int, State] | None = None
        self.refresh()

    # Reading

    def refresh(self) -> bool:
        """Take in what others have written since; return whether there was anything.

        Where they erased something it is not `saved` before `flush` has taken the words out of our
        own ledger, too.
        """
        fresh = False
        for path in ledger_files(self.folder):
            now = signature(path)
            if path in self._seen and self._seen[path] == now:
                continue
            if (
                self._ledger is not None
                and path == self._ledger.path
                and self._ledger.is_ours_still()
            ):
                self._seen[path] = now
                continue
            found = read_ledger(path)
            self._seen[path] = signature(path)
            if found.notice and found.notice not in self.notices:
                self.notices.append(found.notice)
            with self._memory:
                fresh = self.records.add(found.versions) or fresh
        if fresh and self._ledger is not None and self._ledger.says_erased(self.records):
            self._unwritten = True
        return fresh

    @property
    def state(self) -> State:
        """What the records mean now. For the rules; everybody else reads through `view`."""
        if self._state is None or self._state[0] != self.records.edition:
            self._state = (self.records.edition, State(self.records, self.framework))
        return self._state[1]

    def now(self) -> datetime:
        """Return the present moment."""
        return self.clock()

    # Writing

    @property
    def writer(self) -> str:
        """The name that this process writes under."""
        with self._memory:
            return self._own_ledger().writer

    def write(self, by: str, changes: Sequence[Change], undoes: str = "") -> str:
        """Write what an act says, in memory; return the act's id. `flush` brings it to the disk.

        Raises Refused where it is a change to what can only be read, the report being final.
        """
        need_not_final(self.state, changes)
        act = new_id()
        at = stamp(self.clock())
        with self._memory:
            ledger = self._own_ledger()
            waiting = (v.dot[1] for v in self._pending if v.dot[0] == ledger.writer)
            first = max([ledger.count, *waiting]) + 1
            for count, change in enumerate(changes, first):
                body = change.body
                version = Version(
                    id=change.id,
                    kind=change.kind,
                    by=by,
                    at=at,
                    dot=(ledger.writer, count),
                    context=self.records.context(change.id),
                    body=None if body is None else msgspec.to_builtins(body),
                    act=act,
                    undoes=undoes,
                )
                self.records.add([version])
                self._pending.append(version)
        return act

    @property
    def saved(self) -> bool:
        """Whether everything that was written is on the disk."""
        return not self._pending and not self._unwritten

    def flush(self) -> None:
        """Bring everything that was written to the disk.

        Raises OSError (a full disk, a read-only folder, a file in use); then nothing that was on
        the disk is lost, and what was not is kept for the next call.
        """
        with self._disk:
            with self._memory:
                if self.saved and not self._was_replaced():
                    return
                ledger = self._own_ledger()
                if not ledger.is_ours_still():
                    ledger = self._take_a_new_name(ledger)
                self._unwritten = True
                # Erased on another machine before it was saved here: it never gets to the disk.
                known = self.records
                ledger.append(
                    [known.emptied(v) if known.says_erased(v) else v for v in self._pending]
                )
                self._hides = self._hides or hides(self._pending)
                self._pending.clear()
            ledger.commit()
            self._unwritten = False
            with contextlib.suppress(OSError):  # then it is done when the session is next opened
                ledger.scrub(self.records)
            if self._hides:
                self._leave_the_index()

    def _leave_the_index(self) -> None:
        """Take what is out of everybody's sight now out of the search index, which may hold it."""
        # Here, and not above: the library opens sessions.
        from .library import DERIVED, INDEX

        with contextlib.suppress(OSError):  # whoever searches reads the session again before
            drop_session(self.folder.parent / DERIVED / INDEX, self.id)
        self._hides = False

    def scrub(self) -> tuple[Path, ...]:
        """Take the words of what was erased out of the ledgers; return those that others are at.

        Raises OSError as `flush` does; what is left is found again when the session is next opened.
        """
        records, own, left = self.records, self._ledger, []
        if not records.erased:
            return ()
        from .erasing_files import copy_of, damaged_files, file_says, remove_files, scrub_file

        with self._disk:
            ledgers = list(ledger_files(self.folder))
            copies = {path for path in ledgers if file_says(copy_of(path), records)}
            said = copies | {path for path in ledgers if file_says(path, records)}
            if said:
                remove_files(damaged_files(self.folder))
            if own is not None:
                own.scrub(records, copy_too=own.path in copies)
                said.discard(own.path)
            for path in sorted(said):
                if scrub_file(path, records):
                    self._seen[path] = signature(path)
                else:
                    left.append(path)
        return tuple(left)

    def _was_replaced(self) -> bool:
        """Return whether somebody put another file in the place of what we have written."""
        if self._ledger is None or self._ledger.is_ours_still():
            return False
        return self.folder.is_dir()  # a session that was deleted whole does not come back

    def close(self) -> None:
        """Bring everything to the disk and let go of the ledger. Raises OSError as `flush` does."""
        self.flush()
        self.release()

    def release(self) -> None:
        """Let go of the ledger without writing: for what has been said to be unsaved."""
        if self._ledger is not None:
            self._ledger.release()
            self._ledger = None

    def _own_ledger(self) -> Ledger:
        if self._ledger is None:
            self._ledger = Ledger.claim(self.folder, self.home, self.id, self.records)
            self._names.add(self._ledger.writer)
        return self._ledger

    def _take_a_new_name(self, old: Ledger) -> Ledger:
        """Go on under a new name: somebody replaced, restored or removed our ledger meanwhile.

        Whatever we wrote may be gone from it, so the new ledger holds all of it once more; the
        same version twice is one version.
        """
        ours = [v for v in self.records.all() if v.dot[0] in self._names and v not in self._pending]
        old.release()
        self._ledger = None
        ledger = self._own_ledger()
        ledger.append(ours)
        return ledger

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *error: object) -> None:
        with contextlib.suppress(OSError):
            self.close()
        self.release()
