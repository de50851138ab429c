"""Rows of the library that no session stands behind; and sessions that look as if left alone."""

import os

import msgspec

from sessions.catalogue import Row
from sessions.library import Library


def row(number: int, setting: str = "Hollin Bank", date: str = "2026-11-21", **more: object) -> Row:
    """Return a row of no particular session."""
    plain = Row(
        *(f"{number:026}", f"s{number}", setting, "primary", date, "little", "Little Framework"),
        *(("Fay",), 3, 10, 2, (1,), ()),
    )
    return msgspec.structs.replace(plain, **more)


def settle(library: Library) -> None:
    """Have every session look as if it had last changed an hour ago."""
    for folder in library.folder.iterdir():
        about = folder.stat()
        os.utime(folder, ns=(about.st_atime_ns, about.st_mtime_ns - 3_600 * 10**9))
