"""Writing an export to a file: never over another one unasked."""

import contextlib
import os
import re
import tempfile
from pathlib import Path

from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.storage import sync_folder

_UNSAFE = re.compile(r"[^\w.-]+")


def default_name(seen: SessionView, word: str = "report", ending: str = "md") -> str:
    """Return the file name that an export has unless another is said; `word` says what it is."""
    name = _UNSAFE.sub("-", seen.name).strip("-.") or seen.id
    return f"{name}-{word}.{ending}"


def write_export(path: Path, text: str, overwrite: bool) -> Path:
    """Write `text` to `path`, for its owner alone; return where it went, as a whole path.

    It is on the disk when this returns. Raises Refused where there is something already, unless
    `overwrite`; then what was there is replaced whole or not at all. Raises OSError if the file
    cannot be written; then nothing is left of it.
    """
    # The folder's own links are followed, so that what is printed is where the file is
    target = path.parent.resolve() / path.name
    if target.is_dir():
        raise Refused(f"{target} is a folder, so nothing was written; name a file in it.")
    if overwrite:
        _replace(target.resolve(), text.encode())
    else:
        _create(target, text.encode())
    return target


def _create(target: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        # Asked and made in one step: nobody can put a file there between the two
        descriptor = os.open(target, flags, 0o600)
    except FileExistsError:
        raise Refused(
            f"{target} is there already, so nothing was written; use --overwrite to replace it, "
            "or give another name."
        ) from None
    _fill(descriptor, target, data)
    sync_folder(target.parent)


def _replace(target: Path, data: bytes) -> None:
    # A name of its own: the folder is a person's, and may hold a file of any fixed name
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    _fill(descriptor, temporary, data)
    try:
        temporary.replace(target)
    except OSError:
        temporary.unlink()
        raise
    sync_folder(target.parent)


def _fill(descriptor: int, path: Path, data: bytes) -> None:
    """Write a new file to the disk; one that cannot be written whole is removed again."""
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
