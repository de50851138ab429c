"""What a facilitator's window is on, for a second window that shows it on the wall.

A small file in the library's derived folder: disposable, and with nothing in it but where to look; what
may be seen there is for `view` to say.
"""

import contextlib
from pathlib import Path
from typing import Literal

import msgspec

from .storage import make_folder, replace_quickly

Sight = Literal["title", "area", "statement", "stages", "spread", "agreed"]
"""What of a place is on the wall."""

_LONGEST = 4096  # bytes; what is longer nobody of ours wrote


class Wall(msgspec.Struct, frozen=True):
    """What the group is on."""

    sight: Sight = "title"
    area: int = 0
    """Its number; 0: none."""
    ref: str = ""
    """The statement; empty: none."""
    step: int = 0
    """Which descriptor, or which round of ballots, is talked of: from 0."""
    covered: bool = False
    """Nothing is shown at all."""
    frozen: bool = False
    """The second window stays where it is."""


class Following:
    """The file through which a second window follows."""

    def __init__(self, derived: Path, session: str) -> None:
        """`derived`: the library's folder for what can be made again."""
        self._file = derived / "wall" / f"{session}.json"
        self._read: tuple[bytes, Wall] = (b"", Wall())

    def look(self) -> Wall:
        """Return what the group is on; what cannot be read is as it last was."""
        data = self._bytes()
        # Its bytes, not its time: two moves within a second look alike to some disks.
        if data and data != self._read[0]:
            with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                self._read = (data, msgspec.json.decode(data, type=Wall))
        return self._read[1]

    @property
    def is_there(self) -> bool:
        """Whether anything was ever shown, and is not thrown away."""
        return self._file.exists()

    def show(self, wall: Wall) -> None:
        """Say what the group is on. While the second window is frozen, only whether it is covered."""
        there = self.look()
        if there.frozen:
            wall = msgspec.structs.replace(there, covered=wall.covered)
        self._write(wall)

    def freeze(self, wall: Wall, frozen: bool) -> None:
        """Have the second window stay where it is, or follow again: to `wall`."""
        there = self.look()
        if frozen and self._read[0]:
            wall = msgspec.structs.replace(there, covered=wall.covered)
        self._write(msgspec.structs.replace(wall, frozen=frozen))

    def _write(self, wall: Wall) -> None:
        """Write it; where it cannot be written nobody follows, and nothing else."""
        data = msgspec.json.encode(wall)
        if data == self._bytes():
            return
        with contextlib.suppress(OSError):
            make_folder(self._file.parent)
            replace_quickly(self._file, data)

    def _bytes(self) -> bytes:
        """Return what the file holds; nothing, where it cannot be read."""
        try:
            with self._file.open("rb") as file:
                return file.read(_LONGEST)
        except OSError:
            return b""
