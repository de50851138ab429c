"""What a judgement rests on: its notes, the ballots it was agreed over, and whether they changed since.

Source: a judgement is made from evidence, so when its evidence changes somebody looks at it again: when
a note has other words, is deleted, is private, or is filed elsewhere. What is agreed rests on the
ballots too, as they were then; and the sentence of an area on what is agreed of its statements.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from zlib import crc32

from .fingerprint import fingerprint
from .records import Agreement, Ballot
from .records_plan import Finding
from .records_visit import Choice
from .state import State

Resting = Ballot | Agreement | Finding
"""What rests on notes."""

_AGREED, _CAST = "agreement/", "ballots/"
"""With these begin the ids of what is agreed of a statement, and of its ballots; the id of no note does."""

GONE = "a note that is shared no more"
"""What a note is called that somebody made private since: its ref is for its author alone."""


def prints(state: State, notes: Iterable[str]) -> dict[str, str]:
    """Return a short fingerprint of the text of each of these notes, by id; only of what is shared."""
    there = (state.notes[note] for note in notes if note in state.notes)
    return {note.id: _print(note.body.text) for note in there if not note.body.private}


def of_statement(state: State, ref: str) -> dict[str, str]:
    """Return what is agreed of a statement rests on: its open ballots, and the notes that they cite."""
    cast = _ballots(state, ref)
    return prints(state, _cited(state, ref)) | ({f"{_CAST}{ref}": cast} if cast else {})


def of_area(state: State, area: int) -> dict[str, str]:
    """Return what the sentence of an area rests on: that of its statements, and what is agreed of them."""
    refs = _refs(state, area)
    found = {name: mark for ref in refs for name, mark in of_statement(state, ref).items()}
    return found | {f"{_AGREED}{ref}": mark for ref in refs if (mark := _agreed(state, ref))}


class Stale(NamedTuple):
    """What something rests on that has changed since; nothing once somebody looked at that."""

    notes: tuple[str, ...] = ()
    """The refs of its notes that are not what they were: changed, deleted, made private, filed elsewhere."""
    agreed: tuple[str, ...] = ()
    """The refs of the statements of which something else is agreed."""
    ballots: tuple[str, ...] = ()
    """The refs of the statements that somebody judged otherwise."""


def stale(state: State, record: str, body: Resting, shown: Collection[str]) -> Stale:
    """Return what a record rests on that has changed since, unless somebody looked at it.

    `shown`: the ids of the notes that the viewer may see; what they may not see is named by `GONE`.
    Of a statement whose ballots are sealed nothing is said.
    """
    moved = _moved(state, body)
    notes = (name for name in moved if not name.startswith((_AGREED, _CAST)))
    found = Stale(
        tuple(dict.fromkeys(_called(state, note, shown) for note in notes)),
        _open_refs(state, moved, _AGREED),
        _open_refs(state, moved, _CAST),
    )
    return Stale() if any(found) and _is_settled(state, record, body) else found


def settling(state: State, body: Resting) -> str:
    """Return a fingerprint of how what it rests on stands now: a later change is open again."""
    now = _as_it_is(state, body)
    return _print(
        "\n".join(f"{n} {before} {now.get(n, '')}" for n, before in sorted(body.rests.items()))
    )


def standing_print(state: State, body: Resting) -> str:
    """Return a fingerprint of what it rests on as that is now, whatever it was when this was written."""
    parts = sorted(_as_it_is(state, body).items())
    return fingerprint(*(text for pair in parts for text in pair))


def ballot_record(ballot: Ballot) -> str:
    """Return the id of the record that a ballot is kept under."""
    return f"ballot/{ballot.participant}/{ballot.statement}/{ballot.round}"


def choice_of(record: str) -> str:
    """Return the subject of the choice that a record stands although its notes have changed."""
    return f"stale/{record}"


def _is_settled(state: State, record: str, body: Resting) -> bool:
    # Looked at on two laptops: either look counts.
    live = state.records.live(f"choice/{choice_of(record)}")
    looks = (look for v in live if isinstance(look := state.records.body(v), Choice))
    return any(look.settled == settling(state, body) for look in looks)


def _open_refs(state: State, moved: Iterable[str], prefix: str) -> tuple[str, ...]:
    refs = (name.removeprefix(prefix) for name in moved if name.startswith(prefix))
    return tuple(ref for ref in refs if not state.sealed(ref))


def _moved(state: State, body: Resting) -> list[str]:
    now = _as_it_is(state, body)
    return [name for name, before in body.rests.items() if now.get(name) != before]


def _as_it_is(state: State, body: Resting) -> dict[str, str]:
    elsewhere = _elsewhere(state, body)
    now = prints(state, (name for name in body.rests if name not in elsewhere))
    for name in body.rests:
        if name.startswith(_AGREED):
            now[name] = _agreed(state, name.removeprefix(_AGREED))
        elif name.startswith(_CAST):
            now[name] = _ballots(state, name.removeprefix(_CAST))
    return now


def _elsewhere(state: State, body: Resting) -> set[str]:
    """Return the notes that are no longer filed where a judgement that rests on them says."""
    if isinstance(body, Agreement) and not body.statement:
        cited = ((ref, note) for ref in _refs(state, body.area) for note in _cited(state, ref))
        return {note for ref, note in cited if not state.is_under(note, ref)}
    about = body.statements if isinstance(body, Finding) else (body.statement,)
    return {note for note in body.rests if not any(state.is_under(note, ref) for ref in about)}


def _cited(state: State, ref: str) -> list[str]:
    """Return the notes that the open ballots of a statement cite."""
    cast = [] if state.sealed(ref) else _last_cast(state, ref)
    return [cite.note for ballot in cast for cite in ballot.cites]


def _refs(state: State, area: int) -> list[str]:
    return [ref for ref in state.order if state.area_of(ref) == area]


def _last_cast(state: State, ref: str) -> list[Ballot]:
    """Return everybody's last cast ballot of a statement; a second one comes after the first."""
    return list({b.participant: b for b in state.ballots(ref) if b.cast}.values())


def _ballots(state: State, ref: str) -> str:
    """Return a fingerprint of what the ballots of a statement say; empty: none is cast and open."""
    cast = [] if state.sealed(ref) else _last_cast(state, ref)
    return fingerprint(*(words for ballot in cast for words in _judged(ballot))) if cast else ""


def _judged(ballot: Ballot) -> list[str]:
    """Return what a ballot says, in whichever round: who says the same again has changed nothing."""
    said = [ballot.participant, ballot.outcome or "", ballot.because]
    said += [f"{key} {part}" for key, part in sorted(ballot.highlights.items())]
    said += sorted(f"{cite.note} {cite.against}" for cite in ballot.cites)
    return said + [words for key in sorted(ballot.fields) for words in (key, ballot.fields[key])]


def _agreed(state: State, ref: str) -> str:
    """Return a fingerprint of what is agreed of a statement; empty: nothing is, that may be seen."""
    found = None if state.sealed(ref) else state.agreement(ref)
    return fingerprint(*_said(found[1])) if found is not None else ""


def _said(body: Agreement) -> list[str]:
    said = [body.outcome or "", ",".join(body.stages), body.because]
    # Not who dissents: what the panel holds is the same.
    return said + [words for key in sorted(body.fields) for words in (key, body.fields[key])]


def _called(state: State, note: str, shown: Collection[str]) -> str:
    words = state.last_words(note)
    if note in shown or (words is not None and not words.private):
        return state.refs.get(note, GONE)
    return GONE


def _print(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
