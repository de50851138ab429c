"""Notes: writing down what was seen, heard and read, and filing it under statements."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .ids import new_id
from .moments import MOMENT, read_moment
from .records import Change, Evidence, Field, Filing
from .records_visit import Activity
from .rules import need_note, need_source, need_statement
from .session import Session
from .state import State
from .timetable import during


class Circumstances(msgspec.Struct, frozen=True):
    """Where a note comes from: what a reviewer says once and the next note remembers."""

    source: str = ""
    """A source type; empty: not said yet."""
    where: str = ""
    observed: str = ""
    """`YYYY-MM-DD HH:MM`; empty: now."""
    group: str = ""
    document: str = ""


_NOTHING_SAID = Circumstances()


def add_note(
    session: Session,
    by: str,
    text: str,
    statements: Iterable[str] = (),
    circumstances: Circumstances = _NOTHING_SAID,
    *,
    private: bool = False,
) -> str:
    """Write a note, under no statement (the inbox), one or several; return its ref.

    Raises Refused for an empty note, or a source, statement or moment that does not exist.
    """
    state = session.state
    text = _text(text)
    under = _statements(state, statements)
    device = _device(session)
    letter = device.value if isinstance(device.value, str) else ""
    note, number = new_id(), _next_number(state, by, letter)
    observed = _observed(session, circumstances)
    # A note taken during an activity of the timetable takes what the timetable says of it.
    within, activity = during(state, by, observed) or ("", Activity(0, ""))
    body = Evidence(
        text=text,
        number=number,
        source=need_source(circumstances.source) or activity.source,
        where=clean_line(circumstances.where) or activity.where,
        group=clean_line(circumstances.group),
        document=clean_line(circumstances.document),
        observed=observed,
        activity=within,
        private=private,
        device=letter,
        knew=state.gates_known(),
        author=by,
    )
    changes = [Change("evidence", note, body)]
    changes += [_filing(state, note, ref, filed=True) for ref in under]
    session.write(by, [*_joining(session, device), *changes])
    tag = state.people[by].tag
    if sum(person.tag == tag for person in state.people.values()) > 1:
        # Two who joined apart took one tag: a prime may tell their notes apart.
        return session.state.refs[note]
    return f"{tag}{letter}{number}"


def edit_note(
    session: Session,
    by: str,
    ref: str,
    text: str | None = None,
    circumstances: Circumstances | None = None,
    *,
    private: bool | None = None,
) -> None:
    """Change a note's text, its circumstances, or whether it is private; None stays as it is.

    Raises Refused.
    """
    state = session.state
    note = need_note(state, ref, by)
    body = note.body
    if text is not None and _text(text) != body.text:
        knew = tuple(sorted({*body.knew, *state.gates_known()}))
        body = msgspec.structs.replace(body, text=_text(text), knew=knew, restores=False)
    if circumstances is not None:
        body = msgspec.structs.replace(
            body,
            source=need_source(circumstances.source),
            where=clean_line(circumstances.where),
            group=clean_line(circumstances.group),
            document=clean_line(circumstances.document),
            observed=_observed(session, circumstances, body.observed),
        )
        if body.observed != note.body.observed:
            within = during(state, body.author, body.observed)
            body = msgspec.structs.replace(body, activity=within[0] if within else "")
    if private is not None and private != body.private:
        if body.author != by:
            raise Refused(f"Only its author can make {note.ref} private or share it.")
        body = msgspec.structs.replace(body, private=private)
    if body != note.body or len(state.records.live(note.id)) > 1:
        if body.text == note.body.text:
            # Sharing a note, say, writes nothing new: it makes none late or apart.
            body = msgspec.structs.replace(body, restores=True)
        session.write(by, [Change("evidence", note.id, body)])


def split_note(session: Session, by: str, ref: str, first: str, second: str) -> str:
    """Make two notes of one: it keeps the first text, a new one gets the second; return its ref.

    The new one has the same author, circumstances and statements; what cites the old one still
    does. Raises Refused.
    """
    state = session.state
    note = need_note(state, ref, by)
    old = note.body
    knew = tuple(sorted({*old.knew, *state.gates_known()}))
    kept = msgspec.structs.replace(old, text=_text(first), knew=knew, restores=False)
    if kept.text == old.text:
        raise Refused(
            f"{note.ref} would stay as it is; leave out of it what goes into the second note."
        )
    device = _device(session)
    letter = device.value if isinstance(device.value, str) else ""
    other = new_id()
    made = msgspec.structs.replace(
        kept,
        text=_text(second),
        number=_next_number(state, old.author, letter),
        device=letter,
        split_from=note.id,
    )
    changes = [Change("evidence", note.id, kept), Change("evidence", other, made)]
    changes += [_filing(state, other, where, filed=True) for where in _filed_under(state, note.id)]
    session.write(by, [*_joining(session, device), *changes])
    return session.state.refs[other]


def _filed_under(state: State, note: str) -> list[str]:
    """Return the statements that a note is filed under, those out of scope too."""
    live = (v for i in state.records.of_kind("filing") for v in state.records.live(i))
    bodies = (state.records.body(version) for version in live)
    filed = (b for b in bodies if isinstance(b, Filing) and b.note == note and b.filed)
    return list(dict.fromkeys(body.statement for body in filed))


def file_note(
    session: Session, by: str, ref: str, under: Iterable[str] = (), remove: Iterable[str] = ()
) -> None:
    """File a note under statements, and take it from others. Raises Refused."""
    state = session.state
    note = need_note(state, ref, by)
    adding, taking = _statements(state, under), _statements(state, remove)
    both = sorted(set(adding) & set(taking))
    if both:
        raise Refused(f"{note.ref} cannot be filed under {both[0]} and taken from it at once.")
    for statement in taking:
        if statement not in note.statements:
            raise Refused(f"{note.ref} is not filed under {statement}.")
    fresh = [statement for statement in adding if statement not in note.statements]
    changes = [_filing(state, note.id, statement, filed=True) for statement in fresh]
    changes += [_filing(state, note.id, statement, filed=False) for statement in taking]
    if changes:
        session.write(by, changes)


def delete_note(session: Session, by: str, ref: str) -> None:
    """Delete a note; `undo` brings it back. Raises Refused."""
    note = need_note(session.state, ref, by)
    session.write(by, [Change("evidence", note.id, None)])


def _observed(session: Session, circumstances: Circumstances, before: str = "") -> str:
    """Return when a note was observed; `before`: what it said of that so far. Raises Refused."""
    now = session.now()
    found = read_moment(circumstances.observed, now, session.state.text("date"))
    if found != before:
        need_seen(found, now)
    return found


def need_seen(moment: str, now: datetime) -> None:
    """Refuse a moment of a day that is still to come. Raises Refused.

    Later on the same day may be right: a machine's clock, and its time zone, often are not.
    """
    if moment[:10] > now.strftime(MOMENT)[:10]:
        raise Refused(
            f"{moment} is still to come; it is {now.strftime(MOMENT)} now, and a note says when "
            "something was seen, heard or read. Write the day and time of that."
        )


def _text(text: str) -> str:
    text = clean_text(text).strip("\n")
    if not text.strip():
        raise Refused("The note is empty; write what was seen, heard or read.")
    return text


def _statements(state: State, refs: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(need_statement(state, ref)[1].ref for ref in refs))


def _filing(state: State, note: str, statement: str, *, filed: bool) -> Change:
    body = Filing(note=note, statement=statement, filed=filed, knew=state.gates_known())
    return Change("filing", f"filing/{note}/{statement}", body)


def _next_number(state: State, author: str, device: str) -> int:
    words = (state.last_words(note) for note in state.records.of_kind("evidence"))
    used = [w.number for w in words if w and w.author == author and w.device == device]
    return max(used, default=0) + 1


def _device(session: Session) -> Field:
    """Return this device's letter in the session: what it joined with, or the next free one."""
    own = session.state.standing(_device_id(session), Field)
    if own is not None:
        return own
    taken = [
        field.value
        for identity in session.records.of_kind("session")
        if identity.startswith("session/device/")
        and (field := session.state.standing(identity, Field)) is not None
    ]
    return Field(next(letters for letters in _device_letters() if letters not in taken))


def _device_letters() -> Iterator[str]:
    """Yield none for the first device, then b to z, then bb and so on: never an end."""
    for length in itertools.count():
        for letters in itertools.product("bcdefghijklmnopqrstuvwxyz", repeat=length):
            yield "".join(letters)


def _joining(session: Session, device: Field) -> list[Change]:
    known = session.state.standing(_device_id(session), Field) is not None
    return [] if known else [Change("session", _device_id(session), device)]


def _device_id(session: Session) -> str:
    return f"session/device/{session.home.name}"
