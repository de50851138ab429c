"""What a facilitator's window is on, for a second window that shows it on the wall.

A small file in the library's derived folder: disposable, and with nothing in it but where to look; what
may be seen there is for `view` to say.
"""

import contextlib
from pathlib import Path
from typing import Literal

import msgspec

from .storage import make_folder, replace_quickly

Sight = Literal["area", "statement", "stages", "spread", "agreed", "report", "cover"]
"""What of a place is on the wall."""


class Wall(msgspec.Struct, frozen=True):
    """What the group is on."""

    sight: Sight = "area"
    area: int = 0
    ref: str = ""
    """The statement; empty: the area."""
    step: int = 0
    """Which descriptor is shown, where one fits at a time: from 0."""
    frozen: bool = False
    """The second window stays where it is."""


class Following:
    """The file through which a second window follows."""

    def __init__(self, derived: Path, session: str) -> None:
        """`derived`: the library's folder for what can be made again."""
        self._file = derived / "wall" / f"{session}.json"
        self._last: tuple[int, int] = (0, 0)
        self._wall = Wall()

    def show(self, wall: Wall) -> None:
        """Say what the group is on; where it cannot be written nobody follows, and nothing else."""
        if wall == self._wall and self._last != (0, 0):
            return
        with contextlib.suppress(OSError):
            make_folder(self._file.parent)
            replace_quickly(self._file, msgspec.json.encode(wall))
            self._wall = wall
            self._last = _stamp(self._file)

    def look(self) -> Wall:
        """Return what the group is on; what cannot be read is as it last was."""
        try:
            now = _stamp(self._file)
            if now != self._last:
                self._wall = msgspec.json.decode(self._file.read_bytes(), type=Wall)
                self._last = now
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return self._wall
        return self._wall


def _stamp(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_mtime_ns, about.st_ino
