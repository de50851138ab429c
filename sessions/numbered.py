"""Records that people call by a number: lines of enquiry, activities, findings, actions.

A number is given once and never to another, deleted ones included. Where two laptops gave one number
apart, the later by id is shown with a prime: `3'`. What is proposed has a number of its own, `P3`, until
it is accepted: the numbers that everybody reads have no gap where something is hidden.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
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
    taken: dict[str, int] = defaultdict(int)
    for identity in state.records.of_kind(kind):
        plain = _called(state, identity)
        if plain:
            found[identity] = plain + "'" * taken[plain]
            taken[plain] += 1
    return found


def next_number(state: State, kind: Kind) -> int:
    """Return the number that the next record of a kind gets."""
    return max((number_of(state, i) for i in state.records.of_kind(kind)), default=0) + 1


def _everything(_body: Body) -> bool:
    return True


def need(
    state: State,
    kind: Kind,
    shape: type[N],
    ref: str,
    what: str,
    seen: Callable[[N], bool] = _everything,
) -> tuple[str, N]:
    """Return the id of the record that people call so, and what it says. Raises Refused.

    `what`: what people call such a record, for the refusal. `seen`: whether whoever asks may see
    one; others are as if they were not there.
    """
    there = {identity: body for identity, body in state.all(kind, shape).items() if seen(body)}
    return need_among(state, kind, there, ref, what)


def need_among(
    state: State, kind: Kind, there: Mapping[str, N], ref: str, what: str
) -> tuple[str, N]:
    """Return which of some records of a kind people call so, and what it says. Raises Refused."""
    identity = called_so(state, kind, ref)
    if identity in there:
        return identity, there[identity]
    called, wanted = refs(state, kind), clean_line(ref)
    known = ", ".join(called[identity] for identity in there if identity in called) or "none yet"
    raise Refused(
        f"There is no {what} {wanted or '(no number)'} in this session; there is {known}."
    )


def called_so(state: State, kind: Kind, ref: str) -> str:
    """Return the id of the record that people call so, deleted ones too; empty: there is none."""
    wanted = clean_line(ref).upper().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return next((i for i, called in refs(state, kind).items() if called == wanted), "")


def number_of(state: State, identity: str) -> int:
    """Return the number that a record was given, once for all; 0: none yet."""
    return _first(state, identity, "number")


def next_proposal(state: State, kind: Kind) -> int:
    """Return the number that the next proposal of a kind gets."""
    there = state.records.of_kind(kind)
    return max((_first(state, identity, "proposal") for identity in there), default=0) + 1


def _called(state: State, identity: str) -> str:
    number, proposal = number_of(state, identity), _first(state, identity, "proposal")
    if number:
        return f"{number}"
    return f"P{proposal}" if proposal else ""


def _first(state: State, identity: str, name: str) -> int:
    bodies = (state.records.body(version) for version in state.records.versions(identity))
    given = (n for body in bodies if isinstance(n := getattr(body, name, 0), int))
    return next((number for number in given if number), 0)
