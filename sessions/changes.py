"""What changed after a session began: people, scope, gates, notes. Nothing is lost, and it is said."""

from collections.abc import Iterator

from .clock import local
from .merge import covers
from .records import (
    Evidence,
    Field,
    Participant,
    Version,
)
from .records_visit import (
    Excuse,
)
from .seen_visit import ChangeView
from .state import State

_LATER = 4 * 60  # minutes between seeing and typing from which on it is worth saying


def changes(state: State, shown: set[str]) -> tuple[ChangeView, ...]:
    """Return what changed, oldest first; `shown`: the ids of the notes that may be seen."""
    found = [*_people(state), *_scope(state), *_gates(state), *_excuses(state)]
    found += _notes(state, shown)
    return tuple(sorted(found, key=lambda change: change.at))


def _said(state: State, version: Version, what: str) -> ChangeView:
    return ChangeView(local(version.at), state.name(version.by), what)


def _people(state: State) -> Iterator[ChangeView]:
    """Yield who joined after the first evening of setting up, who left, who changed role."""
    begun = _first_work(state)
    for identity in state.people:
        before: Participant | None = None
        for version in state.records.versions(identity):
            body = state.records.body(version)
            if not isinstance(body, Participant):
                continue
            if before is None and begun and version.at > begun:
                yield _said(state, version, f"{body.name} joined as {body.role}.")
            if before is not None and body.left and not before.left:
                yield _said(state, version, f"{body.name} left; what they wrote stays.")
            if before is not None and before.left and not body.left:
                yield _said(state, version, f"{body.name} came back.")
            if before is not None and body.role != before.role:
                yield _said(
                    state, version, f"{body.name} changed from {before.role} to {body.role}."
                )
            before = body


def _first_work(state: State) -> str:
    """Return when the first note was written, or the first gate opened; empty: not yet."""
    kinds = ("evidence", "gate")
    times = (v.at for kind in kinds for i in state.records.of_kind(kind) for v in _all(state, i))
    return min(times, default="")


def _all(state: State, identity: str) -> tuple[Version, ...]:
    return state.records.versions(identity)


def _scope(state: State) -> Iterator[ChangeView]:
    before: list[int] | None = None
    for version in state.records.versions("session/areas"):
        body = state.records.body(version)
        if not isinstance(body, Field) or not isinstance(body.value, list):
            continue
        if before is not None:
            dropped = [n for n in before if n not in body.value]
            added = [n for n in body.value if n not in before]
            for words, numbers in (("dropped from", dropped), ("added to", added)):
                for number in numbers:
                    kept = "; its notes stay" if words.startswith("dropped") else ""
                    what = f"Area {number} was {words} the review{kept}."
                    yield _said(state, version, what)
        before = body.value


def _gates(state: State) -> Iterator[ChangeView]:
    for area in state.areas:
        for version, gate in state.gate_log(area.number):
            if not gate.opened:
                # A reason may name a stage: it is said behind the gate alone.
                reason = f": {gate.reason}" if state.judging(area.number) else ""
                what = f"Area {area.number} went back to being described{reason}"
                yield _said(state, version, what if what.endswith(".") else what + ".")


def _excuses(state: State) -> Iterator[ChangeView]:
    for identity, body in state.all("excuse", Excuse).items():
        version = state.records.standing(identity)
        if version is not None:
            reason = f": {body.reason}" if state.judging(body.area) else ""
            what = f"{state.name(body.person)} was excused from judging area {body.area}{reason}"
            yield _said(state, version, what if what.endswith(".") else what + ".")


def _notes(state: State, shown: set[str]) -> Iterator[ChangeView]:
    for identity in shown:
        versions = state.records.versions(identity)
        bodies = [(v, b) for v in versions if isinstance(b := state.records.body(v), Evidence)]
        if not bodies:
            continue
        first, body = bodies[0]
        ref = state.refs.get(identity, "")
        if body.split_from in shown:
            what = f"{ref} was split from {state.refs.get(body.split_from, '')}."
            yield _said(state, first, what)
        elif _is_much_later(body.observed, local(first.at)):
            yield _said(state, first, f"{ref} was typed in later; observed {body.observed}.")
        if len(versions) > len(bodies) and covers(versions[-1], first):
            yield _said(state, versions[-1], f"{ref} was deleted and brought back.")


def _is_much_later(observed: str, written: str) -> bool:
    if not observed or observed[:10] != written[:10]:
        return bool(observed) and observed < written
    minutes = (int(t[11:13]) * 60 + int(t[14:16]) for t in (written, observed))
    return next(minutes) - next(minutes) >= _LATER
