#!/usr/bin/env python3
"""Set everything up and run Inclusion Review. Only Python 3.11 or newer is needed first.

    python3 run.py            open the app                     (Windows: py run.py)
    python3 run.py demo       open it on an invented, finished review
    python3 run.py test       run its tests; what follows goes to pytest
    python3 run.py --help     every other command of the app

The first time, the app's parts are downloaded into .venv beside this file, and into no other
place; delete that folder to start again. This file uses the standard library alone, and is
written so that a Python too old for the app can still read it and say so.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What only setting up needs (subprocess, venv, shutil ...) is imported where it is used: on every
# other day this file is in the way of somebody who wants to open the app.

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Our own marks in .venv. `made`: this file made it, so this file may empty it. `busy`: something is
# being changed; if nobody holds `lock`, that somebody was killed. `ready*`: done, see stamp().
MARKS = VENV / ".run"
MADE = MARKS / "made"
BUSY = MARKS / "busy"
LOCK = MARKS / "lock"

# Words of pip's that mean that nothing answered, rather than that something was wrong.
NO_NETWORK = (
    "connection broken by",
    "Max retries exceeded",
    "Temporary failure in name resolution",
)


class SetUpError(Exception):
    """Setting up cannot go on; the text says what happened and what to do."""


def say(text: str) -> None:
    """Tell the person, and leave standard output to the app."""
    print(text, file=sys.stderr, flush=True)


# --- what is there ---------------------------------------------------------------------------


def tag() -> str:
    """Name the Python that runs this file, as far as packages care: `cpython-311`."""
    return f"{sys.implementation.cache_tag}{getattr(sys, 'abiflags', '')}"


def stamp() -> list[str]:
    """Return what a .venv is made for: this Python and this pyproject.toml, in this place."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return [f"{tag()} {sys.platform} {digest}", str(ROOT)]


def read_stamp(path: Path) -> list[str]:
    """Return the two lines of a stamp; none if what it stands for was not installed."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except OSError:
        return []


def is_ready(extra: str) -> bool:
    """Tell whether .venv is finished, and up to date for this extra ("" is the app by itself)."""
    return read_stamp(MARKS / f"ready{extra}") == stamp() and PYTHON.exists() and not BUSY.exists()


# --- setting up ------------------------------------------------------------------------------


def prepare(extra: str) -> None:
    """See to it that .venv holds the app with this extra; at once if it does already.

    Raises SetUpError where that cannot be done.
    """
    if is_ready(extra):
        return
    try:
        MARKS.mkdir(parents=True, exist_ok=True)
        with alone() as lock:
            settle_in()
            # Another run.py may have done it while this one waited.
            if not is_ready(extra):
                make_usable()
                install(extra, lock)
    except (FileExistsError, NotADirectoryError):
        raise SetUpError(
            f"{VENV} is not a folder: rename it, then run the same line again."
        ) from None
    except OSError as error:
        raise SetUpError(
            f"Setting up stopped: cannot write {error.filename or VENV} ({error.strerror}). "
            f"Copy this folder to a place where you may write and that has room, "
            f"then run the same line there."
        ) from None


@contextmanager
def alone() -> Iterator[int]:
    """Hold the lock on .venv and yield its file descriptor; wait while another run.py holds it.

    The system lets go of such a lock when its holder ends, however it ends: it cannot be stale.
    """
    with LOCK.open("a") as file:
        number = file.fileno()
        waiting = "Another run.py is setting up .venv: waiting for it (Ctrl+C stops waiting) ..."
        if sys.platform == "win32":
            import errno
            import msvcrt
            import time

            while True:
                try:
                    msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
                    break
                except OSError as error:
                    if error.errno not in (errno.EACCES, errno.EDEADLOCK):
                        break  # a drive that has no locks
                    if waiting:
                        say(waiting)
                        waiting = ""
                    time.sleep(0.5)
        else:
            import fcntl

            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(waiting)
                fcntl.flock(number, fcntl.LOCK_EX)
            except OSError:
                pass  # a file system that has no locks: two at once are not likely enough to refuse
        yield number


def settle_in() -> None:
    """Where only the folder was moved, renamed or copied, put its new place into .venv.

    Needs no network, and somebody who renames a folder may well be without one.
    """
    want = stamp()
    moved = [path for path in MARKS.glob("ready*") if read_stamp(path)[:1] == want[:1]]
    moved = [path for path in moved if read_stamp(path) != want]
    if not moved or BUSY.exists():
        return
    before = read_stamp(moved[0])[1]
    old, new = (os.fsencode(Path(place, VENV.name)) for place in (before, ROOT))
    for script in PYTHON.parent.iterdir():
        # Text (activate, and what pip wrote) names its own place; what is linked or compiled, no.
        if script.is_file() and not script.is_symlink() and script.suffix != ".exe":
            data = script.read_bytes()
            if old in data:
                script.write_bytes(data.replace(old, new))
    for path in moved:
        write_stamp(path)


def make_usable() -> None:
    """Leave an environment in .venv that packages can be put into: the one there, or a new one.

    One that this file did not make is used as it is, and never emptied.
    """
    found, made = probe(), MADE.read_text(encoding="utf-8") if MADE.exists() else ""
    if not made and any(path != MARKS for path in VENV.iterdir()):
        if not found.endswith("True"):
            raise SetUpError(
                f"{VENV} is there, was not made by run.py, and is no environment of Python "
                f"{dotted(OLDEST)} or newer: rename or delete it, then run the same line again."
            )
        say("Installing into the .venv that is there ...")
        return
    # What it was made with, too: a system that moves on to a newer Python takes .venv along, where
    # nothing is installed for the newer one.
    if found.split(" ")[0] == tag() == made and not BUSY.exists():
        say("Adding what is new to .venv (over the internet) ...")
        return
    again = "again " if made else ""
    say(f"Setting up .venv {again}(this once, about a minute, over the internet) ...")
    BUSY.touch()  # before anything else: whoever finds it starts again
    for ready in MARKS.glob("ready*"):
        ready.unlink()
    MADE.write_text(tag(), encoding="utf-8")
    empty()
    try:
        from venv import create
    except ImportError:
        raise no_tools() from None
    # Without pip: Debian has ensurepip in a package of its own, and this is quicker anyway.
    create(VENV, with_pip=False, symlinks=os.name != "nt")


def probe() -> str:
    """Return the tag of .venv's own Python and whether it is new enough; "" if it does not run."""
    import subprocess

    code = (
        "import sys; print(sys.implementation.cache_tag + getattr(sys, 'abiflags', ''), "
        f"sys.version_info >= {OLDEST})"
    )
    try:
        done = subprocess.run([str(PYTHON), "-I", "-c", code], capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def empty() -> None:
    """Take everything out of .venv but our marks: the lock is among them, and is held."""
    import shutil

    for path in {*VENV.iterdir()} - {MARKS}:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def install(extra: str, lock: int) -> None:
    """Install the checkout, editable, with what it needs; raise SetUpError with pip's lines."""
    import subprocess

    # PYTHONPATH: pip would take what it finds there for installed. PIP_USER: has no meaning here.
    # PIP_RETRIES, as an option does not reach the pip that pip starts: who is offline should not
    # wait for the usual five.
    environment = {"PIP_RETRIES": "2", **os.environ, "PIP_USER": "0"}
    environment.pop("PYTHONPATH", None)
    BUSY.touch()
    command = [
        *pip(environment),
        *("--disable-pip-version-check", "--no-input", "--quiet"),
        *("install", "--no-warn-script-location", "--editable", f".{extra}"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        # pip holds the lock too: killing this process alone does not stop pip, and the next
        # run.py must not empty a folder that is still being filled.
        pass_fds=() if os.name == "nt" else (lock,),
    )
    if done.returncode != 0:
        # pip changes nothing before it has everything, and takes back what it cannot finish: what
        # was ready stays ready. Not so if it was killed (a negative status).
        if done.returncode > 0:
            BUSY.unlink(missing_ok=True)
        say(done.stdout.rstrip())
        if any(words in done.stdout for words in NO_NETWORK):
            raise SetUpError(
                "Setting up stopped: the app's parts could not be downloaded, as the internet did "
                "not answer. Connect (or ask who runs your network), then run the same line again."
            )
        raise SetUpError(
            "Setting up stopped: pip failed, and its lines above say why. Put that right and run "
            "the same line again; deleting the folder .venv first starts from nothing."
        )
    point_back()
    for name in {"", extra}:
        write_stamp(MARKS / f"ready{name}")
    BUSY.unlink(missing_ok=True)


def point_back() -> None:
    """Let the editable install's entry in .venv name this folder relative to its own.

    So it holds where the folder is moved. And Python 3.11 and 3.12 read such an entry in the
    locale's encoding, pip's is UTF-8: at a path with an accent in it, .venv's Python would not even
    start on Windows, or in the C locale.
    """
    for entry in VENV.rglob("site-packages/*.pth"):
        if entry.read_bytes().strip() == str(ROOT).encode("utf-8", "surrogateescape"):
            entry.write_text(os.path.relpath(ROOT, entry.parent), encoding="utf-8")


def write_stamp(path: Path) -> None:
    """Say that what this stamp stands for is installed, here and now."""
    path.write_text("\n".join(stamp()), encoding="utf-8")


def pip(environment: dict[str, str]) -> list[str]:
    """Return the beginning of a command that installs into .venv.

    Its own pip; or the pip of the Python that runs this, told where to install (which an
    "externally managed" one may); or one out of ensurepip.
    """
    import subprocess

    def works(*command: str) -> bool:
        return subprocess.run(command, env=environment, capture_output=True).returncode == 0

    own = [str(PYTHON), "-m", "pip"]
    outer = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if works(*own, "--version"):
        return own
    if works(*outer, "--version"):
        return outer
    if works(str(PYTHON), "-I", "-m", "ensurepip"):
        return own
    raise no_tools()


def no_tools() -> SetUpError:
    """Make the error for a Python without the means to set anything up."""
    return SetUpError(
        f"The Python at {sys.executable} comes without pip and venv. On Debian and Ubuntu install "
        "them with: sudo apt install python3-venv   (elsewhere: a Python from python.org has "
        "both). Then run the same line again."
    )


# --- running ---------------------------------------------------------------------------------


def dotted(version: tuple[int, ...]) -> str:
    """Write a version as people do."""
    return ".".join(str(part) for part in version)


def too_old() -> str:
    """Return what to say where this Python is too old; names a newer one if there is one."""
    import shutil
    import subprocess

    text = (
        f"Inclusion Review needs Python {dotted(OLDEST)} or newer; "
        f"this is {dotted(tuple(sys.version_info[:2]))}."
    )
    for minor in range(14, 10, -1):
        name = f"python3.{minor}"
        # Run, as a name on the path may be only a stand-in that says there is no such version.
        if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return f"{text} There is one on this machine:  {name} run.py"
    return (
        f"{text} Get one from python.org or your system's packages, then run the same line with it."
    )


def become(command: list[str], environment: dict[str, str]) -> int:
    """Put this command in the place of this process; on Windows, wait, and return its status."""
    if os.name != "nt":
        os.execve(command[0], command, environment)
    # Windows' exec gives the prompt back while the program is still running in the window.
    import subprocess

    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the program got it too, and knows better what it means


def main(arguments: list[str]) -> int:
    """Run the app, or its tests, with these arguments, and return the exit status."""
    if sys.version_info < OLDEST:
        say(too_old())
        return 1
    testing = arguments[:1] == ["test"]
    try:
        prepare("[test]" if testing else "")
    except SetUpError as error:
        say(str(error))
        return 1
    environment = dict(os.environ)
    if testing:
        os.chdir(ROOT)
        return become([str(PYTHON), "-m", "pytest", *arguments[1:]], environment)
    # This checkout first on the path, the current folder not at all (-P): a sessions.py of
    # somebody else's must not stand in for ours.
    path = [str(ROOT), *filter(None, [environment.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(path)
    return become([str(PYTHON), "-P", "-m", "tui", *arguments], environment)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("Stopped. Running the same line again goes on from here.")
        sys.exit(130)
