"""What a judgement rests on: the texts of its notes as they were, and whether they have changed since.

Source: a judgement is made from evidence, so when its evidence changes somebody looks at it again.
"""

from collections.abc import Collection, Iterable, Mapping
from zlib import crc32

from .records import Ballot
from .records_visit import Choice
from .state import State

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


def changed(state: State, rests: Mapping[str, str], shown: Collection[str]) -> tuple[str, ...]:
    """Return the refs of the notes that are not what they were: changed, deleted or made private.

    `rests`: what `prints` said then. `shown`: the ids of the notes that the viewer may see; what
    they may not see is named by `GONE`.
    """
    now = prints(state, rests)
    moved = (note for note, before in rests.items() if now.get(note) != before)
    return tuple(dict.fromkeys(_called(state, note, shown) for note in moved))


def stale(
    state: State, record: str, rests: Mapping[str, str], shown: Collection[str]
) -> tuple[str, ...]:
    """Return what of its notes has changed since a record was written, unless somebody looked at that."""
    found = changed(state, rests, shown)
    return () if found and _is_settled(state, record, rests) else found


def settling(state: State, rests: Mapping[str, str]) -> str:
    """Return a fingerprint of how its notes stand now: a later change is open again."""
    now = prints(state, rests)
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


def _called(state: State, note: str, shown: Collection[str]) -> str:
    words = state.last_words(note)
    if note in shown or (words is not None and not words.private):
        return state.refs.get(note, GONE)
    return GONE


def _print(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
