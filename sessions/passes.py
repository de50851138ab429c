"""The gate between describing and judging an area, and the way back."""

from frameworks.text import clean_line

from .errors import Refused
from .records import Change, Gate
from .rules import judges_now, need_area, need_chair
from .session import Session


def open_gate(session: Session, by: str, number: int) -> None:
    """Open the judging pass of an area; its judges are fixed now. Raises Refused.

    Whoever has declared an interest in the area by then is not one of them.
    """
    state = session.state
    need_area(state, number)
    need_chair(state, by, "open the gate of an area")
    if state.judging(number):
        raise Refused(f"The gate of area {number} is open already; nothing was changed.")
    judges = judges_now(state, number)
    if not judges:
        names = ", ".join(state.name(p) for p in state.present("reviewer", "facilitator"))
        raise Refused(
            f"Nobody is left to judge area {number}: {names} declared an interest in it; let somebody "
            "join who has none."
        )
    body = Gate(area=number, opened=True, judges=judges)
    session.write(by, [Change("gate", f"gate/{number}", body)])


def reopen(session: Session, by: str, number: int, reason: str) -> None:
    """Go back to describing an area. What was judged is kept, out of sight. Raises Refused."""
    state = session.state
    need_area(state, number)
    need_chair(state, by, "reopen an area")
    if not state.judging(number):
        raise Refused(f"Area {number} is being described already; nothing was changed.")
    reason = clean_line(reason)
    if not reason:
        raise Refused(f"Going back to describing area {number} needs a reason; say why.")
    session.write(by, [Change("gate", f"gate/{number}", Gate(number, opened=False, reason=reason))])
