"""What changed after a session began: people, scope, gates, notes. Nothing is lost, and it is said."""

from collections.abc import Iterator
from itertools import pairwise

from .changes_panel import panel_changes
from .clock import local
from .finality import moves_in_words
from .merge import covers, is_later
from .records import (
    Evidence,
    Field,
    Participant,
    Version,
)
from .seen_visit import ChangeView
from .state import State
from .timing import left_running_words

_LATER = 4 * 60  # minutes between seeing and typing from which on it is worth saying


def changes(state: State, shown: set[str]) -> tuple[ChangeView, ...]:
    """Return what changed, oldest first; `shown`: the ids of the notes that may be seen."""
    begun = _first_work(state)
    found = [*_people(state, begun), *_scope(state, begun), *_gates(state), *panel_changes(state)]
    found += [*_notes(state, shown), *moves_in_words(state), *left_running_words(state)]
    return tuple(
        ChangeView(local(version.at), state.name(version.by), what)
        for version, what in sorted(found, key=lambda pair: (pair[0].at, pair[0].dot))
    )


_Said = Iterator[tuple[Version, str]]
"""What changed, each with the version that changed it."""
_Begun = tuple[Version, ...]
"""The work that a visit began with; none: it has not begun."""


def _people(state: State, begun: _Begun) -> _Said:
    """Yield who joined after the visit began, who left, who changed role."""
    for identity in state.people:
        before: Participant | None = None
        for version in state.records.versions(identity):
            body = state.records.body(version)
            if not isinstance(body, Participant):
                continue
            if before is None and _is_after(version, begun):
                yield version, f"{body.name} joined as {body.role}."
            if before is not None and body.left and not before.left:
                yield version, f"{body.name} left; what they wrote stays."
            if before is not None and before.left and not body.left:
                yield version, f"{body.name} came back."
            if before is not None and body.role != before.role:
                yield version, f"{body.name} changed from {before.role} to {body.role}."
            before = body


def _first_work(state: State) -> _Begun:
    """Return the first notes and gates of each writer, by its own count and by its clock."""
    counted: dict[str, Version] = {}
    timed: dict[str, Version] = {}
    for kind in ("evidence", "gate"):
        for identity in state.records.of_kind(kind):
            for version in state.records.versions(identity):
                writer = version.dot[0]
                if version.dot <= counted.get(writer, version).dot:
                    counted[writer] = version
                if version.at <= timed.get(writer, version).at:
                    timed[writer] = version
    return (*counted.values(), *timed.values())


def _is_after(version: Version, begun: _Begun) -> bool:
    return any(is_later(version, work) for work in begun)


def _scope(state: State, begun: _Begun) -> _Said:
    before: list[int] | None = None
    for version in state.records.versions("session/areas"):
        body = state.records.body(version)
        if not isinstance(body, Field) or not isinstance(body.value, list):
            continue
        if before is not None and _is_after(version, begun):
            dropped = [n for n in before if n not in body.value]
            added = [n for n in body.value if n not in before]
            for words, numbers in (("dropped from", dropped), ("added to", added)):
                for number in numbers:
                    kept = "; its notes stay" if words.startswith("dropped") else ""
                    what = f"Area {number} was {words} the review{kept}."
                    yield version, what
        before = body.value


def _gates(state: State) -> _Said:
    for area in state.areas:
        for version, gate in state.gate_log(area.number):
            if not gate.opened:
                # A reason may name a stage: it is said behind the gate alone.
                reason = "" if state.withheld(area.number) else f": {gate.reason}"
                what = f"Area {area.number} went back to being described{reason}"
                yield version, what if what.endswith(".") else what + "."


def _notes(state: State, shown: set[str]) -> _Said:
    for identity in sorted(shown):
        versions = state.records.versions(identity)
        bodies = [(v, b) for v in versions if isinstance(b := state.records.body(v), Evidence)]
        if not bodies:
            continue
        first, body = bodies[0]
        ref = state.refs.get(identity, "")
        if body.split_from in shown:
            what = f"{ref} was split from {state.refs.get(body.split_from, '')}."
            yield first, what
        else:
            observed = state.notes[identity].body.observed  # the time may have been mended since
            if _is_much_later(observed, local(first.at)):
                yield first, f"{ref} was typed in later; observed {observed}."
        yield from _reworded(state, ref, bodies)
        back = _brought_back(versions)
        if back is not None:
            yield back, f"{ref} was deleted and brought back."


def _reworded(state: State, ref: str, bodies: list[tuple[Version, Evidence]]) -> _Said:
    """Yield each time that somebody else changed a note's words; never what they were."""
    if len(bodies) == 1:
        return  # nearly every note, and what follows reads all of them
    parted = {
        version.act
        for identity in state.records.of_kind("evidence")
        for version in state.records.versions(identity)
        if isinstance(body := state.records.body(version), Evidence) and body.split_from
    }
    for (_, before), (version, body) in pairwise(bodies):
        theirs = version.by != body.author and version.act not in parted
        if theirs and body.text != before.text and not body.restores:
            author, name = state.name(body.author), state.name(version.by)
            yield version, f"The words of {ref}, a note by {author}, were changed by {name}."


def _brought_back(versions: tuple[Version, ...]) -> Version | None:
    """Return the version that brought a record back last, whose writer knew that it was deleted."""
    deleted = [version for version in versions if version.body is None]
    found = (v for v in versions if v.body is not None and any(covers(v, d) for d in deleted))
    return next((v for v in found if all(not covers(d, v) for d in deleted)), None)


def _is_much_later(observed: str, written: str) -> bool:
    if not observed or observed[:10] != written[:10]:
        return bool(observed) and observed < written
    minutes = (int(t[11:13]) * 60 + int(t[14:16]) for t in (written, observed))
    return next(minutes) - next(minutes) >= _LATER
