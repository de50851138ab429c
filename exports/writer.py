"""Writing an export to a file: never over another one unasked, and read again before it stays."""

import contextlib
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.storage import sync_folder

Wrong = Callable[[Path], Iterable[str]]
"""Returns what is wrong with a file, each in a few words without a full stop; nothing: it is sound."""

_UNSAFE = re.compile(r"[^\w.-]+")


def default_name(seen: SessionView, word: str = "report", ending: str = "md") -> str:
    """Return the file name that an export has unless another is said; `word` says what it is."""
    name = _UNSAFE.sub("-", seen.name).strip("-.") or seen.id
    return f"{name}-{word}.{ending}"


def write_export(
    path: Path, data: str | bytes, overwrite: bool, wrong: Wrong = lambda _: ()
) -> Path:
    """Write `data` to `path`, for its owner alone; return where it went, as a whole path.

    It is on the disk when this returns. `wrong` is asked of the file once it is written: what does not
    hold in it, in sentences. Raises Refused where something does not, or where there is something at
    `path` already, unless `overwrite`; then what was there is replaced whole or not at all. Raises
    OSError if the file cannot be written. Whatever it raises, nothing of the new file is left.
    """
    # The folder's own links are followed, so that what is printed is where the file is
    target = path.parent.resolve() / path.name
    if target.is_dir():
        raise Refused(f"{target} is a folder, so nothing was written; name a file in it.")
    content = data.encode() if isinstance(data, str) else data
    if overwrite:
        _replace(target.resolve(), content, wrong)
    else:
        _create(target, content, wrong)
    return target


def _create(target: Path, data: bytes, wrong: Wrong) -> None:
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
    _need_sound(target, target, wrong, "nothing is left of it")
    sync_folder(target.parent)


def _replace(target: Path, data: bytes, wrong: Wrong) -> None:
    # A name of its own: the folder is a person's, and may hold a file of any fixed name
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    _fill(descriptor, temporary, data)
    _need_sound(temporary, target, wrong, "what was there before is as it was")
    try:
        temporary.replace(target)
    except OSError:
        temporary.unlink()
        raise
    sync_folder(target.parent)


def _need_sound(written: Path, target: Path, wrong: Wrong, kept: str) -> None:
    """Take a file away again that does not hold what it should. Raises Refused."""
    try:
        found = tuple(wrong(written))
    except BaseException:
        written.unlink()
        raise
    if found:
        written.unlink()
        raise Refused(
            f"What was written to {target} does not hold when it is read again ({found[0]}), so "
            f"{kept}, and the review is as it was; try once more, or choose another format."
        )


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
