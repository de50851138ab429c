"""How far a report is: a draft, with the host for accuracy, final; and open again, with a reason.

Source: section 4 of the design: gate, reopen, reveal, agree are for a facilitator; so is this.
"""

from typing import cast

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .finality import MOVED, STATE, standing_of
from .records import Change, Field
from .records_after import STATES, Move, Standing
from .rules import need_chair
from .session import Session
from .state import State
from .timing import boxes, pause


def set_standing(session: Session, by: str, to: str, reason: str = "") -> None:
    """Say how far the report is. Raises Refused.

    A final report is opened again with a reason, which is kept and shown; any other step may have one.
    Making it final stops the time boxes that run. Where two laptops said so apart, saying it settles it.
    """
    state = session.state
    need_chair(state, by, "say how far the report is")
    wanted, was = _known(to), standing_of(state)
    if wanted == was and len(state.records.live(STATE)) <= 1:
        raise Refused(f"The report is {named(was)} already; nothing was changed.")
    reason = clean_line(reason)
    if was == "final" != wanted and not reason:
        why = "A final report is opened again with a reason, which is kept and shown; say why"
        raise Refused(f"{why}.", on_the_line=f"{why} with --reason TEXT.")
    if wanted == "final":
        for box in boxes(state):
            if box.since:
                pause(session, by, box.subject)
    state = session.state
    move = Move(
        was=was,
        to=wanted,
        reason=reason,
        areas=tuple(area.number for area in state.areas if state.judging(area.number)),
        had=_everything(state) if wanted == "final" else {},
    )
    moved = Change("session", MOVED, Field(msgspec.to_builtins(move)))
    session.write(by, [Change("session", STATE, Field(wanted)), moved])


def _known(to: str) -> Standing:
    if to not in STATES:
        raise Refused(
            f"A report cannot be called {clean_line(to)}; it is one of {', '.join(STATES)}."
        )
    return cast(Standing, to)


def named(standing: str) -> str:
    """Return how far a report is, as one says it: `the report is a draft`."""
    return f"a {STATES[standing]}" if standing == "draft" else STATES[standing]


def _everything(state: State) -> dict[str, int]:
    """Return each writer's latest number: with them it can be told what came in afterwards."""
    found: dict[str, int] = {}
    for version in state.records.all():
        writer, count = version.dot
        found[writer] = max(count, found.get(writer, 0))
    return found
