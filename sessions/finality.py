"""How far a report is, and what can no longer be written once it is final.

Source: in a final session evidence, judgements and report are read-only, and the plan lives on. What
somebody wrote on another laptop, without knowing, is kept: `written_apart` says so.
"""

from collections.abc import Iterable, Iterator

import msgspec

from .errors import Refused
from .records import Body, Change, Field, Participant, Version
from .records_after import HANDED_OVER, STATES, Move, Standing
from .standing_plan import withheld
from .state import State

STATE, MOVED = "session/state", "session/moved"
"""The records of how far a report is, and of what was said when that changed."""

_READ_ONLY = (
    "The report is final: notes, judgements, findings and the report can be read and not changed, "
    "while the plan goes on. To change them, a facilitator opens it again with a reason "
)
READ_ONLY = f"{_READ_ONLY}(K on Report)."
"""Why something of a final report is refused, and what to do."""
_ON_THE_LINE = f"{_READ_ONLY}(state SESSION --by NAME --to draft --reason TEXT)."

_ORDER: tuple[Standing, ...] = ("draft", "accuracy", "final")
_OPEN_KINDS = frozenset({"key_result", "action", "monitoring", "choice", "erasure"})
_OPEN_FIELDS = frozenset(
    {
        *("session/objective", "session/benchmark", "session/windows"),
        *(STATE, MOVED, "session/retention", "session/archived", HANDED_OVER),
    }
)
"""The plan's own fields, and what is to become of the record."""


def standing_of(state: State) -> Standing:
    """Return how far a report is. Where two laptops said so apart, the less final of them."""
    said = (state.records.body(version) for version in state.records.live(STATE))
    places = [_place(body.value) for body in said if isinstance(body, Field)]
    return _ORDER[min(places, default=0)]


def _place(said: object) -> int:
    return next((place for place, name in enumerate(_ORDER) if name == said), 0)


def need_not_final(state: State, changes: Iterable[Change]) -> None:
    """Refuse changes to what can only be read in a final session. Raises Refused."""
    if standing_of(state) == "final" and any(
        is_locked(state, c.id, c.kind, c.body) for c in changes
    ):
        raise Refused(READ_ONLY, on_the_line=_ON_THE_LINE)


def is_locked(
    state: State, identity: str, kind: str, body: Body | dict[str, object] | None
) -> bool:
    """Return whether a record cannot be written in a final session."""
    if kind == "session":
        return identity not in _OPEN_FIELDS and not identity.startswith("session/device/")
    if kind == "participant":
        return _judges_otherwise(state.people.get(identity), body)
    return kind not in _OPEN_KINDS


def _judges_otherwise(before: Participant | None, body: object) -> bool:
    """Return whether a change to a participant touches what their judgements rest on.

    Whoever works on the plan later may join, and leave; a name can be mended.
    """
    if before is None:
        return False
    if not isinstance(body, Participant):
        return True
    same = msgspec.structs.replace(body, name=before.name, left=before.left)
    return same != before


# What was said when it changed


def moves(state: State) -> Iterator[tuple[Version, Move]]:
    """Yield every change of how far the report is, oldest first."""
    for version in state.records.versions(MOVED):
        move = as_move(state.records.body(version))
        if move is not None:
            yield version, move


def as_move(body: object) -> Move | None:
    """Return what the body of such a record says; None: nothing that can be read."""
    try:
        return msgspec.convert(body.value, Move) if isinstance(body, Field) else None
    except msgspec.ValidationError:
        return None


def reopened(state: State) -> str:
    """Return why a final report was opened again, the last time; empty: it never was."""
    found = [move for _, move in moves(state) if move.was == "final" and move.to != "final"]
    return reason_of(state, found[-1]) if found else ""


def reason_of(state: State, move: Move) -> str:
    """Return the reason of a change, which may name a stage, or why it is out of sight."""
    hidden = withheld(state, move.areas)
    if not move.reason or not hidden:
        return move.reason
    numbers = ", ".join(str(number) for number in hidden)
    areas = f"area {numbers} is" if len(hidden) == 1 else f"areas {numbers} are"
    return f"the reason is out of sight while {areas} being described again"


def moves_in_words(state: State) -> Iterator[tuple[Version, str]]:
    """Yield what to say of each change, for the list of what changed."""
    for version, move in moves(state):
        reason = reason_of(state, move)
        why = f": {reason}" if reason else ""
        what = _WORDS[move.to] if move.was != "final" or move.to == "final" else _AGAIN[move.to]
        said = f"{what}{why}"
        yield version, said if said.endswith((".", "!", "?")) else f"{said}."


_WORDS: dict[Standing, str] = {
    "draft": "The report went back to draft",
    "accuracy": "The report went to the host for accuracy",
    "final": "The report was made final",
}
_AGAIN: dict[Standing, str] = {
    "draft": "The final report was opened again, as a draft",
    "accuracy": f"The final report was opened again, {STATES['accuracy']}",
}
