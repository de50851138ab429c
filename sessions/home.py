"""This installation's own folder, on this machine alone: its name, and what its writers last wrote.

A writer is an installation. So that no number is used twice, a writer goes on under its name only
where its ledger is as this installation left it; what it left is noted here, outside the session.
"""

import contextlib
import os
import platform
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from .ids import short_id
from .storage import make_folder, write_durably

T = TypeVar("T")

_SAFE = re.compile(r"[^\w.-]")


class _Identity(msgspec.Struct, frozen=True):
    name: str
    host: str


class _LastWritten(msgspec.Struct, frozen=True):
    path: str
    count: int


class Home:
    """The installation's own folder. Nothing is made before it is needed."""

    def __init__(self, folder: Path, host: str | None = None) -> None:
        """Use `folder`; `host` is this machine's name (None: asked of the machine)."""
        self.folder = folder
        self._host = host if host is not None else platform.node()
        self._name = ""

    @property
    def name(self) -> str:
        """The installation's name, made at first need; another one on another machine.

        A home folder copied to a second machine must not bring the name along: two machines
        would write under it.
        """
        if not self._name:
            path = self.folder / "installation.json"
            known = _read(path, _Identity)
            if known is None or known.host != self._host or not known.name.isalnum():
                known = _Identity(short_id(), self._host)
                # Where it cannot be kept it serves this process, and the next takes another.
                with contextlib.suppress(OSError):
                    make_folder(self.folder)
                    write_durably(path, msgspec.json.encode(known))
            self._name = known.name
        return self._name

    def last_written(self, session: str, writer: str, path: Path) -> int | None:
        """Return the last number that a writer of ours wrote to that very file, if it did."""
        known = _read(self._note(session, writer), _LastWritten)
        return known.count if known is not None and known.path == str(path.resolve()) else None

    def note_for(self, session: str, writer: str, path: Path) -> "WriterNote":
        """Return the note in which a writer of ours keeps what it last wrote to a file."""
        return WriterNote(self._note(session, writer), path.resolve())

    def drafts(self, session: str) -> Path:
        """Return the folder for text that is still being typed in a session."""
        return self.folder / "drafts" / _SAFE.sub("_", session)

    def writers(self, session: str) -> Path:
        """Return the folder for what this installation's writers last wrote in a session."""
        return self.folder / "writers" / _SAFE.sub("_", session)

    @property
    def erasing(self) -> Path:
        """The folder for what is being erased: finished at the next start if it is cut off."""
        return self.folder / "erasing"

    def _note(self, session: str, writer: str) -> Path:
        return self.writers(session) / f"{_SAFE.sub('_', writer)}.json"


class WriterNote:
    """Keeps the last number that a writer wrote. It is written with every save, so it is cheap.

    In place and not synced: a note lost with a flat battery costs that writer its name, no more.
    """

    def __init__(self, file: Path, ledger: Path) -> None:
        self._file = file
        self._ledger = str(ledger)
        self._open: int | None = None

    def wrote(self, count: int) -> None:
        """Note the number. Raises OSError."""
        if self._open is None:
            make_folder(self._file.parent)
            self._open = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
        text = msgspec.json.encode(_LastWritten(self._ledger, count))
        os.lseek(self._open, 0, os.SEEK_SET)
        os.write(self._open, text)
        os.ftruncate(self._open, len(text))

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            os.close(self._open)
            self._open = None


def _read(path: Path, shape: type[T]) -> T | None:
    """Return what a small file of ours says; None if it is missing or cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
