"""Conduct: what everybody on a visit agrees to before it begins. Accepted once, by each."""

from .records import Change
from .records_visit import Choice
from .session import Session
from .state import State

CONDUCT: tuple[str, ...] = (
    "We do this with the setting, not to it: what we write down, its people may read.",
    "We write what we saw, heard or read; we name no child, and nobody who could be told by it.",
    "We judge from evidence, alone before together, and we give no grade.",
    "What is said here stays here, unless a child may be at risk.",
)
"""In our words, after the principles of peer review: done with, not to; and not a grade."""

VERSION = "1"


def accept(session: Session, by: str) -> None:
    """Write down that somebody has read and accepted how the panel works."""
    if not has_accepted(session.state, by):
        body = Choice(subject=f"conduct/{by}", settled=VERSION)
        session.write(by, [Change("choice", f"choice/conduct/{by}", body)])


def has_accepted(state: State, person: str) -> bool:
    """Return whether somebody has accepted how the panel works."""
    body = state.standing(f"choice/conduct/{person}", Choice)
    return body is not None and body.settled == VERSION
