"""Open a full-screen program in a terminal of its own, wait for a text, quit it by its keys.

    python3 open_demo.py --see TEXT [--within SECONDS] -- PROGRAM [ARGUMENT ...]

Exit status 0 only if TEXT was seen, the program then left at q (or Ctrl+Q) with status 0, and gave
the terminal back. Uses the standard library alone; needs a system with pseudo-terminals.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

COLUMNS, LINES = 80, 24
ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
ESCAPES = re.compile(
    rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|\[[0-?]*[ -/]*[@-~]|.)"
)
CTRL_Q = b"\x11"


class Program:
    """A program on a pseudo-terminal of 80 x 24."""

    def __init__(self, command: list[str]) -> None:
        self.output = b""
        """All that it wrote."""
        self.status: int | None = None
        """Its exit status, once it has left."""
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color"})
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def plain(self) -> str:
        """Return what it wrote, without the escape sequences."""
        return ESCAPES.sub(b"", self.output).decode("utf-8", errors="replace")

    def wait_for(self, text: str, seconds: float) -> bool:
        """Read until this text was written, in any case of letters; False if the time is up or the program left first."""
        end = time.monotonic() + seconds
        while text.casefold() not in self.plain().casefold():
            if time.monotonic() > end or not self._read():
                return text.casefold() in self.plain().casefold()
        return True

    def wait_for_leaving(self, seconds: float) -> bool:
        """Read until the program has left."""
        end = time.monotonic() + seconds
        while self.status is None and time.monotonic() < end:
            self._read()
        return self.status is not None

    def press(self, keys: bytes) -> None:
        """Type these keys."""
        os.write(self._terminal, keys)

    def kill(self) -> None:
        """End it, if it is still there."""
        if self.status is None:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)

    def _read(self) -> bool:
        """Take in what there is, for at most a fifth of a second; False once the program left."""
        ready, _, _ = select.select([self._terminal], [], [], 0.2)
        if ready:
            try:
                self.output += os.read(self._terminal, 65536)
                return True
            except OSError:
                pass  # how Linux says that the other end is closed
        process, status = os.waitpid(self._process, os.WNOHANG)
        if process:
            self.status = os.waitstatus_to_exitcode(status)
        elif ready:
            time.sleep(0.05)
        return not process


def main() -> int:
    """Do what the command line asks for, and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--see", required=True, metavar="TEXT")
    parser.add_argument("--within", type=float, default=60, metavar="SECONDS")
    parser.add_argument("command", nargs="+")
    told = parser.parse_args()

    begun = time.monotonic()
    program = Program(told.command)
    try:
        if not program.wait_for(told.see, told.within):
            return failed(program, f"{told.see!r} was not seen in {told.within:.0f} s")
        seen = time.monotonic() - begun
        # q closes the app at its first screen; where a field or another screen has the focus it
        # does not, and Ctrl+Q does everywhere.
        program.press(b"q")
        if not program.wait_for_leaving(3):
            program.press(CTRL_Q)
        if not program.wait_for_leaving(10):
            return failed(program, "it did not leave at q nor at Ctrl+Q")
        if program.status != 0:
            return failed(program, f"it left with status {program.status}")
        if program.output.rfind(ALTERNATE_OFF) < program.output.rfind(ALTERNATE_ON):
            return failed(program, "it did not give the terminal back")
    finally:
        program.kill()
    print(f"opened in {seen:.1f} s, {told.see!r} seen, left with status 0")
    return 0


def failed(program: Program, why: str) -> int:
    """Say why, with the last of what was on the screen."""
    print(f"{' '.join(sys.argv[1:])}: {why}. The last of what it wrote:", file=sys.stderr)
    print(program.plain()[-2000:], file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
