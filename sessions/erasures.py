"""The ledger of erasures: a readable line for whatever was erased for good, and nothing of what it said.

A text file in the library. Each line is written once and never changed.
"""

import os
from pathlib import Path

import msgspec

from frameworks.text import clean_line, clean_text

from .storage import make_folder

FILE = "ledger-of-erasures.txt"
"""Its name in the library."""

_BETWEEN = " | "
_PARTS = 6


class Line(msgspec.Struct, frozen=True):
    """That something was erased."""

    at: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    what: str
    """`session`, or `note AK7`."""
    session: str
    """The session's id."""
    name: str
    """The session's readable name."""
    by: str
    reason: str
    act: str = ""
    """Which act of erasing it was: a line is never written twice."""


def add_line(library: Path, line: Line) -> None:
    """Add a line, unless it is there; it is on the disk when this returns. Raises OSError."""
    if any(known.act == line.act for known in read_lines(library)):
        return
    parts = (line.at, line.what, line.session, line.name, f"by {line.by}", line.reason)
    said = _BETWEEN.join(clean_line(part).replace("|", "/").strip() or "-" for part in parts)
    make_folder(library)
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(library / FILE, flags, 0o600), "ab") as file:
        # At one go: a second window may be adding its own.
        file.write(f"{said}{_BETWEEN}{line.act}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def read_lines(library: Path) -> tuple[Line, ...]:
    """Return every line, oldest first; what nobody of ours wrote is passed over. Raises OSError."""
    try:
        text = (library / FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ()
    found = []
    for line in clean_text(text).splitlines():
        parts = [part.strip() for part in line.split("|")]
        if len(parts) == _PARTS + 1:
            at, what, session, name, by, reason, act = parts
            found.append(Line(at, what, session, name, by.removeprefix("by "), reason, act))
    return tuple(found)
