"""What changed in how a panel judges: who was excused, what was revealed early, what was taken back.

A reason may name a stage, so all of it but the bare excuse is told behind the gate alone.
"""

from collections.abc import Iterator

from .records import Agreement, Reveal, Version
from .records_visit import Excuse
from .state import State

_Said = Iterator[tuple[Version, str]]


def panel_changes(state: State) -> _Said:
    """Yield it in sentences, each with the version that changed it."""
    for version, what in (*_excuses(state), *_reveals(state), *_taken_back(state)):
        yield version, what if what.endswith(".") else f"{what}."


def _excuses(state: State) -> _Said:
    for identity in state.records.of_kind("excuse"):
        if identity.count("/") != 2:
            continue  # a ledger may hold anything
        _, area, person = identity.split("/")
        name = state.name(person)
        for version in state.records.versions(identity):
            body = state.records.body(version)
            if isinstance(body, Excuse):
                reason = f": {body.reason}" if state.judging(body.area) else ""
                yield version, f"{name} was excused from judging area {area}{reason}"
            else:
                yield version, f"{name} is waited for again in area {area}"


def _reveals(state: State) -> _Said:
    for identity, body in state.all("reveal", Reveal).items():
        version = state.records.standing(identity)
        area = body.area or state.area_of(body.statement)
        if version is not None and body.reason and state.judging(area):
            subject = body.statement or f"area {area}"
            what = f"The ballots of {subject} were revealed before all had cast: {body.reason}"
            yield version, what


def _taken_back(state: State) -> _Said:
    for identity in state.records.of_kind("agreement"):
        for version in state.records.versions(identity):
            body = state.records.body(version)
            # Without a reason only a dissent was taken back.
            if not isinstance(body, Agreement) or not version.undoes or not body.withdrawn:
                continue
            area = body.area or state.area_of(body.statement)
            if state.judging(area) and not state.area_sealed(area):
                subject = body.statement or f"area {area}"
                yield version, f"What was agreed of {subject} was taken back: {body.withdrawn}"
