"""Records that people call by a number: lines of enquiry, activities, findings, actions.

A number is given once and never to another, deleted ones included. Where two laptops gave one number
apart, the later by id is shown with a prime: `3'`.
"""

from collections import defaultdict
from typing import Protocol, TypeVar

from frameworks.text import clean_line

from .errors import Refused
from .records import Body, Kind
from .state import State


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


N = TypeVar("N", bound=Body)


def refs(state: State, kind: Kind) -> dict[str, str]:
    """Return what people call each record of a kind, deleted ones too, by id."""
    found: dict[str, str] = {}
    taken: dict[int, int] = defaultdict(int)
    for identity in state.records.of_kind(kind):
        number = _number(state, identity)
        if number:
            found[identity] = f"{number}" + "'" * taken[number]
            taken[number] += 1
    return found


def next_number(state: State, kind: Kind) -> int:
    """Return the number that the next record of a kind gets."""
    return max((_number(state, i) for i in state.records.of_kind(kind)), default=0) + 1


def need(state: State, kind: Kind, shape: type[N], ref: str, what: str) -> tuple[str, N]:
    """Return the id of the record that people call so, and what it says. Raises Refused.

    `what`: what people call such a record, for the refusal.
    """
    wanted = clean_line(ref)
    there = state.all(kind, shape)
    called = refs(state, kind)
    for identity, body in there.items():
        if called.get(identity) == wanted:
            return identity, body
    known = ", ".join(called[identity] for identity in there) or "none yet"
    raise Refused(
        f"There is no {what} {wanted or '(no number)'} in this session; there is {known}."
    )


def _number(state: State, identity: str) -> int:
    bodies = (state.records.body(version) for version in state.records.versions(identity))
    numbers = [n for body in bodies if isinstance(n := getattr(body, "number", 0), int)]
    return numbers[0] if numbers else 0
