"""Durable files: what was written is on the disk, whole, or the old file still is.

Serialise, temporary file of a fixed name, flush, fsync, last good copy kept, atomic replace, fsync
of the folder. Every TinyDB file is written so, through `tables.DurableStorage`.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

BACKUP = ".last-good"
"""Ending of the copy that the newest write replaced."""

TEMPORARY = ".tmp"
"""Ending of a file that is being written; after a crash one may be left."""

_WINDOWS_PATIENCE = 5.0  # seconds; a virus scanner or a reader holds a file for a moment


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for their owner alone; one that exists stays as it is."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def write_durably(path: Path, data: bytes, *, keep_last: bool = False) -> None:
    """Write a file so that it is whole, and on the disk, when this returns.

    With `keep_last` the file it replaces stays beside it, ending in `BACKUP`. Raises OSError; then
    the file is as it was.
    """
    temporary = path.with_name(path.name + TEMPORARY)
    first = not path.exists()
    try:
        _write(temporary, data)
        if keep_last and not first:
            _keep_last(path)
        _replace(temporary, path)
    except OSError:
        # On a full disk, half a file would hold the room that the next attempt needs.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if keep_last and first:
        # A copy from the start; the file itself is written by now, so that going without is no
        # reason to say that it is not.
        with contextlib.suppress(OSError):
            _copy(data, path.with_name(path.name + BACKUP))
    sync_folder(path.parent)


def replace_quickly(path: Path, data: bytes) -> None:
    """Write a file whole, without waiting for the disk: for what can be made again."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        _write(temporary, data, wait=False)
        _replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Wait until the folder's own entries are on the disk (Windows has no such call)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network folders refuse to sync a folder; the file itself is synced by then.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes, *, wait: bool = True) -> None:
    """Write a file for its owner alone; with `wait` it is on the disk when this returns."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        if wait:
            file.flush()
            _sync(file.fileno())


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError:
            pass  # a disk without it: fsync below is all there is
    os.fsync(descriptor)


def _keep_last(path: Path) -> None:
    backup = path.with_name(path.name + BACKUP)
    spare = path.with_name(path.name + BACKUP + TEMPORARY)
    with contextlib.suppress(FileNotFoundError):
        spare.unlink()
    try:
        os.link(path, spare)
    except OSError:  # a disk without hard links
        _copy(path.read_bytes(), backup)
    else:
        _replace(spare, backup)


def _copy(data: bytes, backup: Path) -> None:
    spare = backup.with_name(backup.name + TEMPORARY)
    _write(spare, data)
    _replace(spare, backup)


def _replace(source: Path, target: Path) -> None:
    patience = time.monotonic() + (_WINDOWS_PATIENCE if sys.platform == "win32" else 0)
    while True:
        try:
            source.replace(target)
            return
        except PermissionError:
            if time.monotonic() >= patience:
                raise
            time.sleep(0.05)


def read_tables(path: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of a TinyDB file.

    Raises OSError if it cannot be read, ValueError if it is not whole.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, Any]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"{path.name} is damaged: {error}") from error
