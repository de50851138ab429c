"""Deleted sessions: out of the list, and restorable for a month; then erased for good.

A deleted session lies in the library's folder `.deleted`, as it was, with a small file beside it that
says when it was deleted.
"""

import contextlib
from datetime import date as Date
from datetime import timedelta
from pathlib import Path

import msgspec

from frameworks.mistakes import PackError
from frameworks.text import clean_line

from .catalogue import Row
from .erasing_session import DELETED, Whole, erase_folder, need_nobody_at_work
from .erasing_traces import remove_folder
from .errors import Refused
from .ids import ID
from .keeping import DAYS
from .library import Library
from .storage import make_folder, sync_folder, write_durably


class Deleted(msgspec.Struct, frozen=True):
    """A session that was deleted and can be restored."""

    id: str
    name: str
    setting: str
    date: str
    day: str
    """The day on which it was deleted, `YYYY-MM-DD`."""

    @property
    def until(self) -> str:
        """The first day on which it is erased for good."""
        try:
            return (Date.fromisoformat(self.day) + timedelta(days=DAYS)).isoformat()
        except (ValueError, OverflowError):
            return ""


def delete_session(library: Library, row: Row) -> Deleted:
    """Take a session out of the library; `restore` brings it back for a month.

    Raises Refused where another window is at it or it is gone, OSError where it cannot be moved;
    then nothing was changed.
    """
    folder, away = library.folder / row.id, library.folder / DELETED
    if not folder.is_dir():
        raise Refused(f"{row.name} is not in this library any more; nothing was deleted.")
    need_nobody_at_work(folder, row.name)
    if (away / row.id).exists():
        raise Refused(
            f"{row.name} was deleted before and came back from elsewhere; erase it for good, or "
            "restore nothing and keep this one."
        )
    gone = Deleted(row.id, row.name, row.setting, row.date, _day_of(library, folder))
    make_folder(away)
    # The note first: a folder without one could not be listed.
    write_durably(_note(library, row.id), msgspec.json.encode(gone))
    folder.rename(away / row.id)
    sync_folder(away)
    sync_folder(library.folder)
    return gone


def deleted(library: Library) -> tuple[Deleted, ...]:
    """Return the deleted sessions that can be restored, the latest first."""
    found = []
    for path in (library.folder / DELETED).glob("*"):
        if ID.fullmatch(path.name) and path.is_dir():
            found.append(_read(library, path))
    return tuple(sorted(found, key=lambda gone: (gone.day, gone.id), reverse=True))


def find_deleted(library: Library, called: str) -> Deleted:
    """Return the deleted session that is meant: an id, a beginning of one, a name. Raises Refused."""
    called = clean_line(called)
    there = deleted(library)
    found = [gone for gone in there if called in (gone.id, gone.name)]
    found = found or [gone for gone in there if called and gone.id.startswith(called.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(gone.id for gone in found[:5])
        raise Refused(f"{called} could be {len(found)} sessions ({several}); use more of the id.")
    raise Refused(
        f"There is no deleted session called {called}; `deleted` lists those that can be restored."
    )


def restore(library: Library, gone: Deleted) -> None:
    """Bring a deleted session back. Raises Refused, OSError."""
    source, target = library.folder / DELETED / gone.id, library.folder / gone.id
    if not source.is_dir():
        raise Refused(f"{gone.name} cannot be restored any more; it was erased meanwhile.")
    if target.exists():
        raise Refused(f"{gone.name} is in the library again already; nothing was changed.")
    source.rename(target)
    sync_folder(library.folder)
    _note(library, gone.id).unlink(missing_ok=True)


def purge(library: Library, *, everything: bool = False, by: str = "this app") -> list[Whole]:
    """Erase for good what was deleted a month ago; with `everything`, all of it. Raises OSError."""
    today = _today(library)
    ripe = [gone for gone in deleted(library) if everything or "" < gone.until <= today]
    done = []
    for gone in ripe:
        with contextlib.suppress(Refused):  # another window is at it: next time
            why = f"deleted on {gone.day}" + ("" if everything else f", and kept for {DAYS} days")
            done.append(erase_folder(library, gone.id, gone.name, by, why))
    return done


def clear_leftovers(library: Library) -> None:
    """Remove notes of deleted sessions that are not there any more. Raises OSError."""
    away = library.folder / DELETED
    for path in away.glob("*.json"):
        # One whose session is still in the library is just being deleted, by another window.
        places = (away / path.stem, library.folder / path.stem)
        if ID.fullmatch(path.stem) and not any(place.exists() for place in places):
            path.unlink(missing_ok=True)
    for path in away.glob("erasing-*"):
        remove_folder(path)


def _day_of(library: Library, folder: Path) -> str:
    """Return today; where the clock is slow, the day of the latest writing: a month is a month."""
    try:
        session = library.load(folder)
    except (OSError, Refused, PackError):  # what cannot be read can be deleted all the same
        return _today(library)
    written = session.state.moments[-1:]
    session.release()
    return max([_today(library), *(moment[:10] for moment in written)])


def _today(library: Library) -> str:
    return library.clock().date().isoformat()


def _note(library: Library, session: str) -> Path:
    return library.folder / DELETED / f"{session}.json"


def _read(library: Library, folder: Path) -> Deleted:
    """Return what is known of a deleted session, whatever became of its note."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        said = msgspec.json.decode(_note(library, folder.name).read_bytes(), type=Deleted)
        words = (clean_line(said.name), clean_line(said.setting), clean_line(said.date))
        return Deleted(folder.name, words[0], words[1], words[2], clean_line(said.day))
    # Nobody knows when it was deleted, so its month begins now.
    found = Deleted(folder.name, folder.name, "", "", _today(library))
    with contextlib.suppress(OSError):
        write_durably(_note(library, folder.name), msgspec.json.encode(found))
    return found
