"""What is seen to at every start, in the background: what was cut off, and what has had its time."""

import contextlib

from .erasing import run_note
from .erasing_jobs import Job, alone, end
from .erasing_session import DELETED, run, unfinished
from .erasing_traces import forget_at_home
from .erasures import read_lines
from .errors import Refused
from .ids import ID
from .keeping import DAYS
from .keeping_deleted import clear_leftovers, purge
from .library import Library


def tidy(library: Library) -> tuple[str, ...]:
    """Finish what was being erased, and erase what was deleted a month ago; say what was done.

    What cannot be done now (a file in use, a folder that is away) is for the next start.
    """
    said: list[str] = []
    with contextlib.suppress(OSError, Refused):  # another window is erasing something
        said += finish(library)
    with contextlib.suppress(OSError):
        said += [
            f"{whole.job.name} was deleted more than {DAYS} days ago, and is erased for good now."
            for whole in purge(library)
        ]
    with contextlib.suppress(OSError):
        clear_leftovers(library)
        _forget_erased_elsewhere(library)
    return tuple(said)


def finish(library: Library) -> list[str]:
    """Finish what was being erased when the app, or the machine, stopped; say what that was.

    Raises Refused while another window is erasing something, OSError.
    """
    if not unfinished(library):
        return []
    said = []
    with alone(library.home):
        for job in unfinished(library):
            with contextlib.suppress(OSError):
                what = f"{job.ref} in {job.name}" if job.note else job.name
                if _finish(library, job):
                    said.append(f"Erasing {what} was cut off; it is finished now.")
    return said


def _finish(library: Library, job: Job) -> bool:
    """Finish one; return whether there was anything left to do."""
    if not job.note:
        run(library, job)
        return True
    folder = library.folder / job.session
    if not folder.is_dir():  # the whole session is gone since
        end(library.home, job)
        return False
    session = library.load(folder)
    try:
        run_note(library, session, job)
    finally:
        session.release()
    return True


def _forget_erased_elsewhere(library: Library) -> None:
    """Let go of what this installation keeps of sessions that another one erased here."""
    for line in read_lines(library.folder):
        if line.what != "session" or not ID.fullmatch(line.session):
            continue
        there = (library.folder / line.session, library.folder / DELETED / line.session)
        if not any(folder.exists() for folder in there):
            forget_at_home(library, line.session)
