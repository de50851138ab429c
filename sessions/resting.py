"""What a judgement rests on: the texts of its notes as they were, and whether they have changed since.

Source: a judgement is made from evidence, so when its evidence changes somebody looks at it again. The
sentence of an area rests on all that its ballots cite, and on what is agreed of its statements.
"""

from collections.abc import Collection, Iterable, Mapping
from zlib import crc32

from .fingerprint import fingerprint
from .records import Agreement, Ballot
from .records_visit import Choice
from .state import State

_AGREED = "agreement/"
"""With this begins the id of what is agreed of a statement; the id of no note does."""

GONE = "a note that is shared no more"
"""What a note is called that somebody made private since: its ref is for its author alone."""


def prints(state: State, notes: Iterable[str]) -> dict[str, str]:
    """Return a short fingerprint of the text of each of these notes, by id; only of what is shared."""
    there = (state.notes[note] for note in notes if note in state.notes)
    return {note.id: _print(note.body.text) for note in there if not note.body.private}


def cited(state: State, ref: str) -> dict[str, str]:
    """Return those of the notes that the open ballots of a statement cite; none while it is sealed."""
    if state.sealed(ref):
        return {}
    last = {b.participant: b for b in state.ballots(ref) if b.cast}  # a second ballot comes later
    return prints(state, (cite.note for ballot in last.values() for cite in ballot.cites))


def of_area(state: State, area: int) -> dict[str, str]:
    """Return what the sentence of an area rests on: cited notes, and what is agreed of its statements."""
    refs = [ref for ref in state.order if state.area_of(ref) == area]
    notes = {note: mark for ref in refs for note, mark in cited(state, ref).items()}
    return notes | {f"{_AGREED}{ref}": mark for ref in refs if (mark := _agreed(state, ref))}


def changed(state: State, rests: Mapping[str, str], shown: Collection[str]) -> tuple[str, ...]:
    """Return the refs of the notes that are not what they were: changed, deleted or made private.

    `rests`: what `prints` said then. `shown`: the ids of the notes that the viewer may see; what
    they may not see is named by `GONE`.
    """
    moved = (note for note in _moved(state, rests) if not note.startswith(_AGREED))
    return tuple(dict.fromkeys(_called(state, note, shown) for note in moved))


def stale(
    state: State, record: str, rests: Mapping[str, str], shown: Collection[str]
) -> tuple[str, ...]:
    """Return what of its notes has changed since a record was written, unless somebody looked at that."""
    found = changed(state, rests, shown)
    return () if found and _is_settled(state, record, rests) else found


def stale_agreed(state: State, record: str, rests: Mapping[str, str]) -> tuple[str, ...]:
    """Return the refs of the statements of which something else is agreed since, unless somebody looked.

    While the ballots of one are sealed nothing is said of it.
    """
    moved = (
        name.removeprefix(_AGREED) for name in _moved(state, rests) if name.startswith(_AGREED)
    )
    found = tuple(ref for ref in moved if not state.sealed(ref))
    return () if found and _is_settled(state, record, rests) else found


def settling(state: State, rests: Mapping[str, str]) -> str:
    """Return a fingerprint of how what it rests on stands now: a later change is open again."""
    now = _as_it_is(state, rests)
    return _print(
        "\n".join(f"{n} {before} {now.get(n, '')}" for n, before in sorted(rests.items()))
    )


def ballot_record(ballot: Ballot) -> str:
    """Return the id of the record that a ballot is kept under."""
    return f"ballot/{ballot.participant}/{ballot.statement}/{ballot.round}"


def choice_of(record: str) -> str:
    """Return the subject of the choice that a record stands although its notes have changed."""
    return f"stale/{record}"


def _is_settled(state: State, record: str, rests: Mapping[str, str]) -> bool:
    # Looked at on two laptops: either look counts.
    live = state.records.live(f"choice/{choice_of(record)}")
    looks = (body for v in live if isinstance(body := state.records.body(v), Choice))
    return any(look.settled == settling(state, rests) for look in looks)


def _moved(state: State, rests: Mapping[str, str]) -> list[str]:
    now = _as_it_is(state, rests)
    return [name for name, before in rests.items() if now.get(name) != before]


def _as_it_is(state: State, rests: Mapping[str, str]) -> dict[str, str]:
    refs = [name.removeprefix(_AGREED) for name in rests if name.startswith(_AGREED)]
    return prints(state, rests) | {f"{_AGREED}{ref}": _agreed(state, ref) for ref in refs}


def _agreed(state: State, ref: str) -> str:
    """Return a fingerprint of what is agreed of a statement; empty: nothing is, that may be seen."""
    found = None if state.sealed(ref) else state.agreement(ref)
    return fingerprint(*_said(found[1])) if found is not None else ""


def _said(body: Agreement) -> list[str]:
    said = [body.outcome or "", ",".join(body.stages), body.because]
    said += [words for key in sorted(body.fields) for words in (key, body.fields[key])]
    return said + [words for one in body.dissent for words in (one.by, one.text)]


def _called(state: State, note: str, shown: Collection[str]) -> str:
    words = state.last_words(note)
    if note in shown or (words is not None and not words.private):
        return state.refs.get(note, GONE)
    return GONE


def _print(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
