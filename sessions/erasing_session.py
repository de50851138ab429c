"""A whole session erased for good, with every trace of it on this machine; nothing brings it back.

Source: rule 6 of the design: the school owns it. What is erased leaves one line, without content.
"""

from pathlib import Path

import msgspec

from frameworks.mistakes import PackError
from frameworks.text import clean_line

from .catalogue import Row
from .erasing_files import damaged_files
from .erasing_jobs import Job, alone, begin, begun, end
from .erasing_traces import Removed, forget_at_home, forget_derived, remove_folder
from .erasures import Line, add_line
from .errors import Refused
from .ids import new_id
from .ledger import ledger_files, lock_of, take
from .library import Library
from .moments import MOMENT
from .people import find_person
from .state import State
from .storage import BACKUP, make_folder, sync_folder

DELETED = ".deleted"
"""The folder in a library for sessions that were deleted and can still be restored."""


RECEIVING = ".receiving-"
"""What the name of a folder begins with in which a session is being brought in."""


class Whole(msgspec.Struct, frozen=True):
    """A session that was erased."""

    job: Job
    removed: Removed

    @property
    def act(self) -> str:
        """Which act of erasing it was."""
        return self.job.act


def erase_session(library: Library, row: Row, by: str, reason: str) -> Whole:
    """Erase a session and every trace of it on this machine, copies in the library too.

    `row`: as the library lists it; `by`: a name. Raises Refused where another window is at it, or
    nobody says who and why; then nothing was changed. Raises Refused too where something cannot be
    removed: that is finished at the next start, and said.
    """
    folders = folders_of(library, row)
    if not folders:
        raise Refused(f"{row.name} is not in this library any more; nothing was erased.")
    by, reason = need_who_and_why(by, reason)
    said = _whose(library, folders[0], by), reason
    return _erase(library, row.id, row.name, folders, said)


def erase_folder(library: Library, session: str, name: str, by: str, reason: str) -> Whole:
    """Erase a session that was deleted, as `erase_session` does; other copies of it stay."""
    folder = library.folder / DELETED / session
    return _erase(library, session, name, [folder], need_who_and_why(by, reason))


def _erase(
    library: Library, session: str, name: str, folders: list[Path], said: tuple[str, str]
) -> Whole:
    for folder in folders:
        need_nobody_at_work(folder, name)
    by, reason = said
    job = Job(
        act=new_id(),
        at=library.clock().strftime(MOMENT),
        library=str(library.folder.resolve()),
        session=session,
        name=name,
        by=by,
        reason=reason,
        folders=tuple(str(folder.relative_to(library.folder)) for folder in folders),
    )
    with alone(library.home):
        begin(library.home, job)
        try:
            return run(library, job)
        except OSError as error:
            raise Refused(
                f"Not all of {name} could be removed yet ({error.strerror or error}); the rest is "
                "removed when the app next starts."
            ) from error


TYPED = "(not of the panel; the name as it was typed)"
"""Stands behind a name that no list of the panel has."""


def panel_name(state: State, by: str) -> str:
    """Return the name of somebody on the panel, now or once, by name or tag; of others what was typed.

    What was typed is marked, for a record outlives those who know whose name it was.
    """
    try:
        return state.name(find_person(state, by, also_left=True))
    except Refused:
        by = clean_line(by)
        return by if by.endswith(TYPED) or not by else f"{by} {TYPED}"


def _whose(library: Library, folder: Path, by: str) -> str:
    try:
        session = library.load(folder)
    except (OSError, Refused, PackError):  # what cannot be read can be erased all the same
        return f"{by} {TYPED}"
    try:
        return panel_name(session.state, by)
    finally:
        session.release()


def need_who_and_why(by: str, reason: str) -> tuple[str, str]:
    """Return who erases something and why, cleaned. Raises Refused where either is not said."""
    by, reason = clean_line(by), clean_line(reason)
    if not by:
        raise Refused("What is erased for good leaves a line that says who did it; give a name.")
    if not reason:
        why = "What is erased for good leaves a line that says why; give a reason"
        raise Refused(f"{why}.", on_the_line=f"{why} with --reason TEXT.")
    return by, reason


def folders_of(library: Library, row: Row) -> list[Path]:
    """Return every folder in the library that holds a session: its own, copies, a deleted one."""
    own = [library.folder / row.id, library.folder / DELETED / row.id]
    twins = [r.id for r in library.rows() if row.origin and r.origin == row.origin]
    copies = [library.folder / name for name in (*twins, *row.copies)]
    return [folder for folder in dict.fromkeys([*own, *copies]) if folder.is_dir()]


def need_nobody_at_work(folder: Path, name: str) -> None:
    """Refuse to take away what another window, or another process, is writing to. Raises Refused."""
    for ledger in ledger_files(folder):
        lock = lock_of(ledger)
        if not Path(lock.lock_file).exists():
            continue
        if not take(lock):
            raise Refused(
                f"{name} is open in another window of this app, so nothing was changed; close it "
                "there, then try again."
            )
        lock.release()


def run(library: Library, job: Job) -> Whole:
    """Erase a session that was noted, from wherever that was cut off. Raises OSError."""
    removed = Removed()
    away = library.folder / DELETED
    for number, name in enumerate(job.folders):
        folder = library.folder / name
        going = away / f"erasing-{job.act}-{number}"
        if folder.is_dir() and not going.exists():
            removed += _counted(folder)
            make_folder(away)
            # Out of the list at one go: a session is never half there.
            folder.rename(going)
            sync_folder(library.folder)
        remove_folder(going)
        (away / f"{Path(name).name}.json").unlink(missing_ok=True)
    sessions = dict.fromkeys([job.session, *(Path(name).name for name in job.folders)])
    for session in sessions:
        removed += forget_derived(library, session)
        remove_folder(library.folder / f"{RECEIVING}{session}")
        if not (library.folder / session).exists():  # it may have come back from elsewhere
            removed += forget_at_home(library, session)
    line = Line(job.at, "session", job.session, job.name, job.by, job.reason, job.act)
    add_line(library.folder, line)
    end(library.home, job)
    return Whole(job, removed)


def _counted(folder: Path) -> Removed:
    damaged = len(damaged_files(folder))
    ledgers = list(ledger_files(folder))
    copies = [path for path in folder.glob(f"*{BACKUP}") if path.is_file()]
    there = [path for path in folder.rglob("*") if path.is_file()]
    kept = len([path for path in ledgers if path.exists()]) + len(copies)
    return Removed(ledgers=kept, damaged=damaged, others=len(there) - kept - damaged)


def unfinished(library: Library) -> tuple[Job, ...]:
    """Return what was being erased in this library when the app, or the machine, stopped."""
    return begun(library.home, library.folder)
