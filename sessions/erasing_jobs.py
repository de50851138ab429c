"""What is being erased, noted before it begins: if it is cut off, it is finished at the next start."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from .errors import Refused
from .home import Home
from .ledger import lock_of, take
from .storage import make_folder, sync_folder, write_durably

_ENDING = ".json"


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is being erased. It holds names and reasons, and nothing of what was said."""

    act: str
    """Which act of erasing it is."""
    at: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    library: str
    session: str
    name: str
    by: str
    reason: str
    folders: tuple[str, ...] = ()
    """Of a whole session: the folders that hold it, by their names in the library."""
    note: str = ""
    """Of one note: its id. Empty: it is the whole session."""
    ref: str = ""
    person: str = ""
    """Of one note: the id of the participant who erases it."""


@contextlib.contextmanager
def alone(home: Home) -> Iterator[None]:
    """Erase what is erased inside, and nobody else meanwhile. Raises Refused, OSError."""
    make_folder(home.erasing)
    lock = lock_of(home.erasing / f"one{_ENDING}")
    if not take(lock):
        raise Refused("Something is being erased in another window; try again in a moment.")
    try:
        yield
    finally:
        lock.release()


def begin(home: Home, job: Job) -> None:
    """Note that something is being erased; it is on the disk when this returns. Raises OSError."""
    make_folder(home.erasing)
    write_durably(_file(home, job), msgspec.json.encode(job))


def end(home: Home, job: Job) -> None:
    """Note that it is erased. Raises OSError."""
    _file(home, job).unlink(missing_ok=True)
    if home.erasing.is_dir():
        sync_folder(home.erasing)


def begun(home: Home, library: Path) -> tuple[Job, ...]:
    """Return what was begun in a library and is not finished, oldest first."""
    found = []
    for path in sorted(home.erasing.glob(f"*{_ENDING}")):
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
            job = msgspec.json.decode(path.read_bytes(), type=Job)
            if job.library == str(library.resolve()):
                found.append(job)
    return tuple(found)


def _file(home: Home, job: Job) -> Path:
    return home.erasing / f"{job.act}{_ENDING}"
