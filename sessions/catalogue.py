"""The catalogue: a row for each session, so that the library opens without opening them all.

It is derived: made again when it is missing or damaged, and a row whenever its folder has changed.
Saving a session never touches it, so that a save costs the same with ten sessions or ten thousand.
"""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from frameworks.text import clean_line, clean_text

from .ids import ID
from .ledger import ledger_files
from .records_after import HANDED_OVER
from .session import PACK, Session
from .state import State
from .storage import make_folder, replace_quickly


class Row(msgspec.Struct, frozen=True):
    """What the library shows of a session: what everyone may see."""

    id: str
    name: str
    setting: str
    phase: str
    date: str
    framework: str
    framework_title: str
    people: tuple[str, ...]
    notes: int
    """How many notes are shared: progress, not a rating."""
    statements: int
    """How many statements are in scope."""
    evidenced: int
    """How many of them have a note."""
    describing: tuple[int, ...]
    """The areas in their descriptive pass."""
    judging: tuple[int, ...]
    """The areas in their judging pass."""
    trouble: str = ""
    """Why the session cannot be read; then the rest says little."""
    state: str = "draft"
    """How far its report is: one of `STATES`."""
    archived: bool = False
    """It is put away: not lost, and not in the way."""
    retention: str = ""
    """The day on which it is to be erased, `YYYY-MM-DD`; empty: none is set."""
    follows: str = ""
    """The id of the session that it follows; empty: none."""
    handed_over: str = ""
    """The day on which it was handed over to the school; empty: it was not."""
    origin: str = ""
    """The act that began it: two folders with one origin hold one session."""
    copies: tuple[str, ...] = ()
    """The names of other folders in the library that hold a copy of it, and are not listed."""


class _Kept(msgspec.Struct, frozen=True):
    changed: int
    row: Row


class _Stray(msgspec.Struct, frozen=True):
    """A folder that holds a session and is not named as one: somebody's copy."""

    changed: int
    origin: str


class _File(msgspec.Struct, frozen=True):
    format: int
    rows: dict[str, _Kept]
    strays: dict[str, _Stray] = {}


_FORMAT = 2
_TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a disk, FAT's
_UNSETTLED = -1


class Catalogue:
    """The rows of a library, kept in a file that can be made again."""

    def __init__(self, folder: Path, file: Path, load: Callable[[Path], Session]) -> None:
        """Catalogue `folder` in `file`; `load` opens a session to read its row."""
        self._folder = folder
        self._file = file
        self._load = load

    def rows(self, progress: Callable[[int, int], None] | None = None) -> tuple[Row, ...]:
        """Return the rows, newest first; `progress` hears how many of how many were read anew."""
        file = self._read()
        kept = file.rows
        folders, strange = self._folders()
        stale = [name for name, changed in folders.items() if _changed(kept, name) != changed]
        rows = {name: kept[name] for name in folders if name in kept}
        for place, name in enumerate(stale):
            row = self._row(self._folder / name)
            # What changes again within one tick of the disk's clock looks unchanged: a folder that
            # changed just now is read again next time; so is one that could not be read.
            settled = not row.trouble and folders[name] < time.time_ns() - _TICK
            rows[name] = _Kept(folders[name] if settled else _UNSETTLED, row)
            if progress is not None:
                progress(place + 1, len(stale))
        strays = {name: self._stray(file, name, changed) for name, changed in strange.items()}
        if stale or len(rows) != len(kept) or strays != file.strays:
            self._keep(_File(_FORMAT, rows, strays))
        shown = (kept.row for kept in rows.values() if kept.row.name)
        found = sorted(shown, key=lambda row: (row.date, row.id), reverse=True)
        return _with_copies(found, strays) if strays else tuple(found)

    def forget(self, session: str) -> None:
        """Let go of the row of a session that was erased. Raises OSError."""
        file = self._read()
        rows = {name: kept for name, kept in file.rows.items() if name != session}
        if len(rows) != len(file.rows):
            replace_quickly(self._file, msgspec.json.encode(_File(_FORMAT, rows, file.strays)))

    def _folders(self) -> tuple[dict[str, int], dict[str, int]]:
        """Each session's folder, with when anything in it was last replaced; and those not so named."""
        found: dict[str, int] = {}
        strange: dict[str, int] = {}
        with contextlib.suppress(FileNotFoundError), os.scandir(self._folder) as entries:
            for entry in entries:
                # One that is deleted meanwhile is passed over, and the rest are not.
                with contextlib.suppress(FileNotFoundError):
                    if ID.fullmatch(entry.name):
                        if entry.is_dir():
                            found[entry.name] = entry.stat().st_mtime_ns
                    elif self._is_copy(entry):
                        strange[clean_line(entry.name)] = entry.stat().st_mtime_ns
        return found, strange

    @staticmethod
    def _is_copy(entry: "os.DirEntry[str]") -> bool:
        if entry.name.startswith(".") or not entry.is_dir():
            return False
        return (Path(entry.path) / PACK).is_file() and any(ledger_files(Path(entry.path)))

    def _stray(self, file: _File, name: str, changed: int) -> _Stray:
        known = file.strays.get(name)
        if known is not None and known.changed == changed:
            return known
        try:
            origin = _origin(self._load(self._folder / name))
        except OSError:
            return _Stray(_UNSETTLED, "")
        return _Stray(changed if changed < time.time_ns() - _TICK else _UNSETTLED, origin)

    def _row(self, folder: Path) -> Row:
        # Here, and not above: mostly no session has changed, and the rows are as they were kept.
        from .view import view

        try:
            session = self._load(folder)
        except OSError as error:
            trouble = f"{folder.name} cannot be read: {error.strerror or error}"
            return Row(folder.name, folder.name, "", "", "", "", "", (), 0, 0, 0, (), (), trouble)
        seen = view(session)
        if not any(session.records.all()) and not any(ledger_files(folder)):
            # Its making was cut off before it said anything: there is nothing to list.
            return Row(seen.id, "", "", "", "", "", "", (), 0, 0, 0, (), ())
        statements = [s for area in seen.areas for s in area.statements]
        return Row(
            id=seen.id,
            name=seen.name or seen.id,
            setting=seen.setting,
            phase=seen.phase,
            date=seen.date,
            framework=seen.framework,
            framework_title=seen.framework_title,
            people=tuple(person.name for person in seen.people if not person.left),
            notes=len(seen.notes),
            statements=len(statements),
            evidenced=sum(bool(statement.evidence) for statement in statements),
            describing=tuple(area.number for area in seen.areas if not area.judging),
            judging=tuple(area.number for area in seen.areas if area.judging),
            state=seen.after.state,
            archived=seen.after.archived,
            retention=seen.after.retention,
            follows=seen.after.follows.id,
            handed_over=handed_over(session.state),
            origin=_origin(session),
        )

    def _read(self) -> _File:
        try:
            text = self._file.read_bytes().decode()
            file = msgspec.json.decode(text, type=_File)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return _File(_FORMAT, {})
        # Our own rows are clean and need no escapes: what has any, somebody else has written.
        ours = file.format == _FORMAT and "\\u" not in text and clean_text(text) == text
        return file if ours else _File(_FORMAT, {})

    def _keep(self, file: _File) -> None:
        # A library that cannot be written to can still be read; the rows are made again next time.
        with contextlib.suppress(OSError):
            make_folder(self._file.parent)
            replace_quickly(self._file, msgspec.json.encode(file))


def handed_over(state: State) -> str:
    """Return the day on which a session was handed over to the school; empty: it was not."""
    said = state.field(HANDED_OVER.removeprefix("session/"))
    day = said.get("day") if isinstance(said, dict) else None
    return day if isinstance(day, str) else ""


def _origin(session: Session) -> str:
    """Return the act that began a session; it stays the same in every copy.

    Where a ledger of another session lies among its own there are two, and it is a copy of neither.
    """
    begun = (v for v in session.records.versions("session/name") if not v.context)
    return " ".join(sorted({v.act or f"{v.at} {v.dot}" for v in begun}))


def _with_copies(rows: list[Row], strays: dict[str, _Stray]) -> tuple[Row, ...]:
    copies: dict[str, list[str]] = {}
    for name, stray in sorted(strays.items()):
        copies.setdefault(stray.origin, []).append(name)
    return tuple(
        msgspec.structs.replace(row, copies=tuple(copies[row.origin]))
        if row.origin and row.origin in copies
        else row
        for row in rows
    )


def _changed(kept: dict[str, _Kept], name: str) -> int:
    return kept[name].changed if name in kept else _UNSETTLED
