"""The app as a process in a terminal of its own, and what it draws there."""

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ESCAPES = re.compile(
    rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|\[[0-?]*[ -/]*[@-~]|.)"
)


class Terminal:
    """A process in a terminal of 80 x 24. Not on Windows."""

    def __init__(self, *arguments: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)
        self._output = b""

    @property
    def drawn(self) -> str:
        """All that was drawn so far, with all white space as single blanks."""
        return " ".join(ESCAPES.sub(b" ", self._output).decode("utf-8", "replace").split())

    def until(self, words: str, seconds: float = 30) -> float:
        """Read until these words are drawn; return how many seconds that took."""
        begun = time.monotonic()
        while words not in self.drawn:
            assert time.monotonic() - begun < seconds, self.drawn[-2000:]
            assert self._read(), self.drawn[-2000:]
        return time.monotonic() - begun

    def leave(self, key: bytes, seconds: float = 30) -> int:
        """Press the key that ends it; return its exit status."""
        os.write(self._end, key)
        end = time.monotonic() + seconds
        while self._read():
            assert time.monotonic() < end
        os.close(self._end)
        return self.process.wait(seconds)

    def _read(self) -> bool:
        """Read what there is within a moment; return whether it is still there."""
        if not select.select([self._end], [], [], 0.5)[0]:
            return self.process.poll() is None
        try:
            piece = os.read(self._end, 65536)
        except OSError:  # Linux says so when the other end has gone
            return False
        self._output += piece
        return bool(piece)
