"""Spread: the order in which a panel talks about statements, from how far its open ballots lie apart.

Nothing here is counted, averaged or shown: it only says what comes before what. It is told from a
view, so a ballot that is sealed has no part in it.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from .seen import BallotView, JudgedView, StatementView

Kind = Literal["split", "thin", "alike", "sealed"]
"""`split`: the ballots say different things. `thin`: one ballot alone, or none, so nothing to set side
by side. `alike`: several, and all say the same. `sealed`: they may not be seen yet."""


class Placed(msgspec.Struct, frozen=True):
    """A statement in the order of spread."""

    ref: str
    kind: Kind


def in_order(statements: Iterable[StatementView], steps: Sequence[str]) -> tuple[Placed, ...]:
    """Return statements behind their gate in the order of spread; `steps`: the keys of the scale.

    First the splits, those first whose ballots lie furthest apart on the scale, and of these those
    that differ in their outcome too; then what is thin; then what all agree on; last what is sealed.
    Ties, and everything sealed, stand in the framework's order. Who split in the first ballots stays
    a split when the second bring them together: it was talked about, and it keeps its place.
    """
    found = [(s.ref, *_rank(s.judged, steps)) for s in statements if s.judged is not None]
    return tuple(Placed(ref, kind) for ref, kind, _ in sorted(found, key=lambda one: one[2]))


def latest(judged: JudgedView) -> tuple[BallotView, ...]:
    """Return everybody's last cast ballot, as far as it may be seen, in the order they joined."""
    cast = (ballot for ballot in judged.ballots if ballot.cast and not ballot.hidden)
    return tuple({ballot.person: ballot for ballot in cast}.values())


def counted(judged: JudgedView) -> tuple[BallotView, ...]:
    """Return those of the last cast ballots that are of judges of the area, as its gate found them."""
    return tuple(ballot for ballot in latest(judged) if ballot.counts)


def _rank(judged: JudgedView, steps: Sequence[str]) -> tuple[Kind, tuple[int, int, int]]:
    first = [b for b in judged.ballots if b.cast and not b.hidden and b.counts and b.round == 1]
    last = counted(judged)
    rounds = (first, last)
    if judged.sealed:
        return "sealed", (3, 0, 0)
    apart = max(_apart(ballots, steps) for ballots in rounds)
    differ = any(len({ballot.outcome for ballot in ballots}) > 1 for ballots in rounds)
    if apart or differ:
        return "split", (0, -apart, 0 if differ else 1)
    return ("alike", (2, 0, 0)) if len(last) > 1 else ("thin", (1, 0, 0))


def _apart(ballots: Iterable[BallotView], steps: Sequence[str]) -> int:
    """Return how far the two ballots furthest apart lie from each other; 0: all show the same steps."""
    shown = [{steps.index(key) for key in b.stages} for b in ballots if b.stages]
    return max((_between(one, other) for one in shown for other in shown), default=0)


def _between(one: set[int], other: set[int]) -> int:
    """Return the most that a step of either lies from the nearest step of the other."""
    ways = ((one, other), (other, one))
    return max(min(abs(step - near) for near in there) for here, there in ways for step in here)
