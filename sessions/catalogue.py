"""The catalogue: a row for each session, so that the library opens without opening them all.

It is derived: made again when it is missing or damaged, and a row whenever its folder has changed.
Saving a session never touches it, so that a save costs the same with ten sessions or ten thousand.
"""

import contextlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from .session import Session
from .storage import make_folder, replace_quickly
from .view import view


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


class _Kept(msgspec.Struct, frozen=True):
    changed: int
    row: Row


class _File(msgspec.Struct, frozen=True):
    format: int
    rows: dict[str, _Kept]


_FORMAT = 1
_ID = re.compile("[0-9a-z]{26}")


class Catalogue:
    """The rows of a library, kept in a file that can be made again."""

    def __init__(self, folder: Path, file: Path, load: Callable[[Path], Session]) -> None:
        """Catalogue `folder` in `file`; `load` opens a session to read its row."""
        self._folder = folder
        self._file = file
        self._load = load

    def rows(self, progress: Callable[[int, int], None] | None = None) -> tuple[Row, ...]:
        """Return the rows, newest first; `progress` hears how many of how many were read anew."""
        kept = self._kept()
        folders = self._folders()
        stale = [name for name, changed in folders.items() if _changed(kept, name) != changed]
        rows = {name: kept[name] for name in folders if name in kept}
        for place, name in enumerate(stale):
            row = self._row(self._folder / name)
            rows[name] = _Kept(folders[name], row)
            if progress is not None:
                progress(place + 1, len(stale))
        if stale or len(rows) != len(kept):
            self._keep(rows)
        shown = (kept.row for kept in rows.values() if kept.row.name)
        return tuple(sorted(shown, key=lambda row: (row.date, row.id), reverse=True))

    def _folders(self) -> dict[str, int]:
        """Each session's folder, with when anything in it was last replaced."""
        try:
            with os.scandir(self._folder) as entries:
                return {
                    entry.name: entry.stat().st_mtime_ns
                    for entry in entries
                    if _ID.fullmatch(entry.name) and entry.is_dir()
                }
        except FileNotFoundError:
            return {}

    def _row(self, folder: Path) -> Row:
        try:
            session = self._load(folder)
        except OSError as error:
            trouble = f"{folder.name} cannot be read: {error.strerror or error}"
            return Row(folder.name, folder.name, "", "", "", "", "", (), 0, 0, 0, (), (), trouble)
        seen = view(session)
        if not any(session.records.all()) and not session.notices:
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
        )

    def _kept(self) -> dict[str, _Kept]:
        try:
            file = msgspec.json.decode(self._file.read_bytes(), type=_File)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}
        return file.rows if file.format == _FORMAT else {}

    def _keep(self, rows: dict[str, _Kept]) -> None:
        # A library that cannot be written to can still be read; the rows are made again next time.
        with contextlib.suppress(OSError):
            make_folder(self._file.parent)
            replace_quickly(self._file, msgspec.json.encode(_File(_FORMAT, rows)))


def _changed(kept: dict[str, _Kept], name: str) -> int:
    return kept[name].changed if name in kept else -1
