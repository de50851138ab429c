"""Excusing a judge: an absent reviewer is not waited for; with a reason, and until the reveal.

What somebody has cast stays cast, and opens with the rest at the reveal: casting is its author's act,
and nobody else takes it back. The ballots stay sealed until the reveal, even if one judge is left,
for an excuse can be taken back until then. Source: rule 3 of the design, alone before together.
"""

from frameworks.text import clean_line

from .errors import Refused
from .records import Change
from .records_visit import Excuse
from .rules import need_area, need_chair, need_judge, need_judging
from .session import Session
from .state import State


def excuse(session: Session, by: str, area: int, person: str, reason: str) -> None:
    """Let nobody wait for a judge of an area any more, for a reason. Raises Refused."""
    state = session.state
    number = need_area(state, area).number
    need_judging(state, number)
    need_chair(state, by, "excuse a judge")
    name = state.name(person)
    if person not in state.judges(number):
        names = ", ".join(state.name(judge) for judge in state.judges(number))
        raise Refused(f"{name} is not a judge of area {number}; its judges are {names}.")
    if person in state.excuses(number):
        raise Refused(f"{name} is excused from judging area {number} already.")
    left = _refs(state, number)
    if all(state.revealed(ref) for ref in left):
        raise Refused(f"The ballots of area {number} are revealed; nobody is waited for any more.")
    if not any(person in state.to_come(ref) for ref in left if not state.revealed(ref)):
        raise Refused(f"{name} has cast every ballot of area {number}; nothing is waited for.")
    if set(state.judges(number)) - set(state.excuses(number)) == {person}:
        raise Refused(
            f"{name} is the only judge left in area {number}; somebody has to judge it. To change "
            "its judges, reopen it with a reason and open it again."
        )
    reason = clean_line(reason)
    if not reason:
        raise Refused(f"Excusing {name} from judging area {number} needs a reason; say why.")
    body = Excuse(number, person, reason, state.reopened(number))
    session.write(by, [Change("excuse", f"excuse/{number}/{person}", body)])


def wait_again(session: Session, by: str, area: int, person: str) -> None:
    """Wait for an excused judge of an area again, until the reveal. Raises Refused."""
    state = session.state
    number = need_area(state, area).number
    need_judging(state, number)
    need_chair(state, by, "wait for a judge again")
    if person not in state.excuses(number):
        raise Refused(f"{state.name(person)} is not excused from judging area {number}.")
    need_sealed(state, number, person)
    session.write(by, [Change("excuse", f"excuse/{number}/{person}", None)])


def need_sealed(state: State, area: int, person: str) -> None:
    """Refuse to take an excuse back once ballots of the area were revealed without that judge."""
    revealed = [ref for ref in _refs(state, area) if state.revealed(ref)]
    if revealed:
        raise Refused(
            f"{state.name(person)} stays excused in area {area}: the ballots of "
            f"{', '.join(revealed)} were revealed without them, and from the first reveal on an excuse "
            "cannot be taken back. To have them judge, reopen the area with a reason and open it again."
        )


def why_not_judge(session: Session, by: str, area: int) -> str:
    """Return why somebody casts nothing in an area behind its gate; empty: they are a judge of it."""
    try:
        need_judge(session.state, by, area)
    except Refused as refusal:
        return str(refusal)
    return ""


def still_judges(session: Session, person: str) -> str:
    """Return what to say of somebody whose declared interest came after a gate; nothing: none did."""
    state = session.state
    judged = (area.number for area in state.areas if state.judging(area.number))
    mine = [n for n in judged if person in state.judges(n) and person not in state.excuses(n)]
    late = [number for number in mine if state.interested(person, number)]
    if not late:
        return ""
    areas, gates = ("area", "gate is") if len(late) == 1 else ("areas", "gates are")
    return (
        f"{state.name(person)} stays a judge of {areas} {', '.join(map(str, late))}, whose {gates} open: "
        "the judges were fixed there, and what they cast stands. Excuse them with a reason, or reopen "
        "the area and open it again."
    )


def _refs(state: State, area: int) -> list[str]:
    return [ref for ref in state.order if state.area_of(ref) == area]
