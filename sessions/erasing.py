"""One note erased for good: a child's name is in it, say. Nothing brings it back.

Its words go from every ledger, last good copy, damaged file, draft and index in reach; a record that it
was erased stays, so that whatever another copy still says of it is dropped when that comes in.
"""

from pathlib import Path

import msgspec

from frameworks.text import clean_line

from .catalogue import Row
from .erasing_files import damaged_files, remove_files, scrub_file
from .erasing_jobs import Job, alone, begin, end
from .erasing_quotes import Quote, names_in, quotes, quoting, runs_of, shared
from .erasing_session import DELETED, folders_of, need_who_and_why
from .erasing_traces import drafts_that_say, forget_index, kept_drafts
from .erasures import Line, add_line
from .errors import Refused
from .ids import new_id
from .ledger import ledger_files
from .library import Library
from .moments import MOMENT
from .records import Change, Evidence
from .records_after import Erasure
from .records_visit import Choice
from .rules import need_chair
from .session import Session
from .state import State
from .view import view


class Doomed(msgspec.Struct, frozen=True):
    """A note that somebody wants to erase, and what hangs on it."""

    id: str
    ref: str
    text: str
    by: str
    """The name of its author."""
    wordings: int
    """How many wordings of it are kept."""
    cited: tuple[str, ...]
    """What rests on it and may be seen: each in a few words."""
    quotes: tuple[Quote, ...]
    """Other texts that say some of it: they stay as they are, for a person to mend."""
    damaged: int
    """Damaged files of the session that are kept aside, and go as a whole."""
    followed: tuple[str, ...]
    """The names of sessions that follow this one, and may have taken its words along."""


class ErasedNote(msgspec.Struct, frozen=True):
    """A note that was erased."""

    ref: str
    wordings: int
    drafts: int
    in_use: tuple[str, ...]
    """Ledgers that another window is at: they are seen to when the session is next opened."""
    quotes: tuple[Quote, ...]

    @property
    def words(self) -> str:
        """What to say of it, in sentences."""
        said = f"{self.ref} is erased for good."
        if self.in_use:
            said += (
                " Another window is at this session: close it, and open the session again, so that "
                "the words go from its file too."
            )
        if self.quotes:
            places = "; ".join(quote.place for quote in self.quotes[:3])
            more = f" and {len(self.quotes) - 3} more" if len(self.quotes) > 3 else ""
            said += f" What else says some of it: {places}{more}. Look at each, and mend it."
        return said


def doomed(library: Library, session: Session, by: str, ref: str) -> Doomed:
    """Return a note that is to be erased, deleted or not, and what hangs on it. Raises Refused."""
    state = session.state
    identity, words = _need_erasable(state, by, ref)
    seen = view(session, by)
    texts = _texts(state, identity)
    called = state.refs[identity]
    return Doomed(
        id=identity,
        ref=called,
        text=words.text,
        by=state.name(words.author),
        wordings=len(_wordings(state, identity)),
        cited=_cited(session, by, identity, called),
        quotes=(*quotes(seen, called, texts), *_in_drafts(library, session, by, identity)),
        damaged=len(damaged_files(session.folder)),
        followed=tuple(row.name for row in library.rows() if row.follows == session.id),
    )


def erase_note(library: Library, session: Session, by: str, ref: str, reason: str) -> ErasedNote:
    """Erase a note for good; it is gone from the disk when this returns. Raises Refused.

    Raises OSError where something cannot be written: then the note is gone from the screens, and
    the rest is finished at the next start.
    """
    about = doomed(library, session, by, ref)
    _, why = need_who_and_why(session.state.name(by), reason)
    session.flush()
    job = Job(
        act=new_id(),
        at=library.clock().strftime(MOMENT),
        library=str(library.folder.resolve()),
        session=session.id,
        name=session.state.text("name") or session.id,
        by=session.state.name(by),
        reason=why,
        note=about.id,
        ref=about.ref,
        person=by,
    )
    with alone(library.home):
        begin(library.home, job)
        return run_note(library, session, job, about)


def run_note(
    library: Library, session: Session, job: Job, about: Doomed | None = None
) -> ErasedNote:
    """Erase a note that was noted, from wherever that was cut off. Raises OSError."""
    texts = _texts(session.state, job.note)
    slots = {f"note/{job.note}"}
    drafts = remove_files(drafts_that_say(library, session.id, slots, texts))
    if job.note not in session.records.erased:
        session.write(job.person, _erasures(session, job))
    session.flush()
    forget_index(library)
    remove_files(damaged_files(session.folder))
    in_use = session.scrub()
    _scrub_copies(library, session, job.note)
    line = Line(job.at, f"note {job.ref}", job.session, job.name, job.by, job.reason, job.act)
    add_line(library.folder, line)
    end(library.home, job)
    return ErasedNote(
        job.ref,
        about.wordings if about is not None else 0,
        drafts,
        tuple(path.name for path in in_use),
        about.quotes if about is not None else (),
    )


def _erasures(session: Session, job: Job) -> list[Change]:
    """Return that a note was erased, and with it what was settled of its words."""
    state = session.state
    words = state.last_words(job.note) or Evidence("", 0)
    note = Erasure(
        record=job.note,
        kind="evidence",
        reason=job.reason,
        number=words.number,
        author=words.author,
        device=words.device,
        private=words.private,
        quoted=quoting(state.records, view(session), job.note, _texts(state, job.note)),
    )
    settled = (
        Erasure(record=identity, kind="choice", reason=job.reason)
        for identity, choice in state.all("choice", Choice).items()
        if job.note in identity or job.note in choice.subject
    )
    return [Change("erasure", f"erasure/{one.record}", one) for one in (note, *settled)]


def _scrub_copies(library: Library, session: Session, note: str) -> None:
    """Take the words out of copies of the session that are in the library, deleted ones too."""
    row = next((row for row in library.rows() if row.id == session.id), None)
    folders = folders_of(library, row) if row is not None else []
    away = library.folder / DELETED
    folders += [path for path in away.glob("*") if path.is_dir()] if away.is_dir() else []
    for folder in folders:
        if folder == session.folder:
            continue
        told = [path for path in sorted(folder.iterdir()) if _names(path, note)]
        if told:
            remove_files(damaged_files(folder))
            for path in ledger_files(folder):
                scrub_file(path, session.records)


def _names(path: Path, note: str) -> bool:
    return path.is_file() and note.encode() in path.read_bytes()


# What hangs on it


def _need_erasable(state: State, by: str, ref: str) -> tuple[str, Evidence]:
    """Return the note of a ref that somebody may erase, deleted or not. Raises Refused."""
    wanted = clean_line(ref).casefold()
    found = [identity for identity, called in state.refs.items() if called.casefold() == wanted]
    exact = [identity for identity in found if state.refs[identity] == clean_line(ref)]
    for identity in exact or found:
        words = state.last_words(identity)
        if words is None or (words.private and words.author != by):
            continue
        if identity in state.records.erased:
            raise Refused(f"{state.refs[identity]} was erased for good already.")
        if words.author != by:
            need_chair(state, by, "erase somebody else's note for good")
        return identity, words
    raise Refused(
        f"There is no note {clean_line(ref) or '(no ref)'} in this session; its ref is what stands "
        "before it, such as AK7."
    )


def _wordings(state: State, note: str) -> set[str]:
    bodies = [state.records.body(version) for version in state.records.versions(note)]
    return {body.text for body in bodies if isinstance(body, Evidence)}


def _texts(state: State, note: str) -> set[str]:
    """Return everything that a note ever said, and of where it is from what tells something."""
    bodies = [state.records.body(version) for version in state.records.versions(note)]
    said = [body for body in bodies if isinstance(body, Evidence)]
    about = {text for body in said for text in (body.where, body.group, body.document)}
    return _wordings(state, note) | {text for text in about if len(text) >= _SHORT}


_SHORT = 12  # letters: `Y5` or `the hall` says nothing of who it is about


def _cited(session: Session, by: str, note: str, ref: str) -> tuple[str, ...]:
    """Return what rests on a note, as far as it may be seen."""
    seen = view(session, by)
    found = []
    for area in seen.areas:
        for statement in area.statements:
            ballots = statement.judged.ballots if statement.judged else ()
            found += [
                f"{ballot.by} on {statement.ref}"
                for ballot in ballots
                if any(cite.note == note for cite in ballot.cites)
            ]
    found += [f"finding {finding.ref}" for finding in seen.plan.findings if ref in finding.notes]
    return tuple(dict.fromkeys(found))


def _in_drafts(library: Library, session: Session, by: str, note: str) -> tuple[Quote, ...]:
    """Return which texts that are being typed quote a note and are not it."""
    texts = _texts(session.state, note)
    runs, names = runs_of(texts), {name for text in texts for name in names_in(text)}
    going = drafts_that_say(library, session.id, {f"note/{note}"}, texts)
    found = []
    for path, draft in kept_drafts(library, session.id):
        said = shared(draft.text, runs, names) if path not in going else ""
        if said:
            who = "you were" if draft.participant == by else "somebody else was"
            found.append(Quote(f"what {who} typing and has not been saved", said))
    return tuple(found)


def row_of(library: Library, session: str) -> Row:
    """Return the row of a session by its id. Raises Refused where it is not listed."""
    found = next((row for row in library.rows() if row.id == session), None)
    if found is None:
        raise Refused(f"There is no session {session} in this library.")
    return found
