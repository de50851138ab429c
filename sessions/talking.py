"""What talking changed: the first ballots of a statement beside what the panel agreed of it.

For the panel's own learning, and behind the reveal alone. What was found is listed once each, without
names; how many found it is never told. Source: rules 3 and 4 of the design.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from .records import Outcome
from .seen import AreaView, BallotView, JudgedView

Talk = Literal["all", "one", "between", "beyond", "kind", "open", "alone", "none", "sealed"]

TALK: dict[str, str] = {
    "all": "as all found at first",
    "one": "one of the first views",
    "between": "between the first views",
    "beyond": "beyond the first views",
    "kind": "of another kind than the first views",
    "open": "not agreed yet",
    "alone": "one person judged it; there was nobody to talk with",
    "none": "not judged yet",
    "sealed": "the ballots are still sealed",
}
"""How what is agreed lies to the first ballots, in words."""

_OUTCOMES: tuple[Outcome, ...] = ("stages", "not_enough_evidence", "not_applicable")


class FirstView(msgspec.Struct, frozen=True):
    """Something that was found at first, by one person or more."""

    outcome: Outcome
    stages: tuple[str, ...]
    """The keys of the steps, in the scale's order."""


class Talked(msgspec.Struct, frozen=True):
    """A statement with its first ballots and what was agreed."""

    ref: str
    text: str
    talk: Talk
    first: tuple[FirstView, ...] = ()
    """Each view once: steps by the weakest and strongest of them, then what has none."""
    outcome: Outcome | None = None
    """What was agreed; None: nothing yet."""
    stages: tuple[str, ...] = ()
    because: str = ""
    dissent: tuple[str, ...] = ()
    """Each `NAME: their words`."""
    why: str = ""
    """Why the ballots are sealed; empty: they are not."""


def talked(area: AreaView, rising: Sequence[str]) -> tuple[Talked, ...]:
    """Return an area's statements with how what is agreed lies to the first ballots.

    `rising`: the keys of the scale's steps, the weakest first. Before the gate there is nothing.
    """
    found = ((s.ref, s.text, s.judged) for s in area.statements)
    return tuple(_talked(ref, text, j, rising) for ref, text, j in found if j is not None)


def _talked(ref: str, text: str, judged: JudgedView, rising: Sequence[str]) -> Talked:
    if judged.sealed:
        return Talked(ref, text, "sealed", why=judged.sealed)
    ballots = [b for b in judged.ballots if b.round == 1 and b.cast and not b.hidden]
    first = tuple(_first(ballots, rising))
    agreed = judged.agreement
    if agreed is None or agreed.outcome is None:
        few: Talk = "none" if not first else "alone" if len(ballots) == 1 else "open"
        return Talked(ref, text, few, first)
    now = FirstView(agreed.outcome, agreed.stages)
    talk: Talk = "alone" if len(ballots) == 1 else _lies(now, first, rising)
    return Talked(ref, text, talk, first, now.outcome, now.stages, agreed.because, agreed.dissent)


def _first(ballots: Sequence[BallotView], rising: Sequence[str]) -> Iterator[FirstView]:
    """Yield what was found, each once; in no order that tells who, or how many, found it."""
    views = {FirstView(b.outcome, b.stages) for b in ballots if b.outcome is not None}

    def place(view: FirstView) -> tuple[int, list[int]]:
        return _OUTCOMES.index(view.outcome), _places(view, rising)

    yield from sorted(views, key=place)


def _lies(now: FirstView, first: Sequence[FirstView], rising: Sequence[str]) -> Talk:
    """Return how what was agreed lies to what was found at first."""
    if not first:
        return "open"
    if now in first:
        return "all" if len(first) == 1 else "one"
    ends = [place for view in first for place in _places(view, rising)]
    agreed = _places(now, rising)
    if not ends or not agreed:
        return "kind"
    within = min(ends) <= min(agreed) and max(agreed) <= max(ends)
    return "between" if within else "beyond"


def _places(view: FirstView, rising: Sequence[str]) -> list[int]:
    return sorted(rising.index(key) for key in view.stages if key in rising)
