"""Context figures of a setting, beside the proportions that the sources give: a question to ask.

Source: the opening of seed 001: almost 15% of learners have SEND, about 3% an EHC plan, so that about
12% need SEN support. It prints no date of its own; the latest thing it names is of September 2019.
"""

from collections.abc import Mapping
from typing import NamedTuple

from .errors import Refused
from .records import Change, Field
from .session import Session
from .state import State

FEW = 5
"""Counts under this may point to a child, and are never shown.

Nought is one of them: if it were shown, what is not shown would be one to four.
"""

SOURCE = (
    "SEND Support: Have we got it right? (nasen and Whole School SEND; undated, it names nothing "
    "later than September 2019)"
)
QUESTION = (
    "Are these proportions what you would expect here, and how was each need identified? A "
    "difference is a question to ask, and says nothing by itself about the quality of provision."
)


class Figure(NamedTuple):
    """A context figure that can be given."""

    name: str
    reference: str
    """The share of all learners that the source gives; empty: it gives none."""


FIGURES: dict[str, Figure] = {
    "roll": Figure("Learners on roll", ""),
    "sen-support": Figure("Learners with SEN support", "about 12%"),
    "ehc-plans": Figure("Learners with an EHC plan", "about 3%"),
}
"""By the key that commands use."""

BOTH = Figure("SEN support and EHC plans together", "almost 15%")


def set_figures(session: Session, by: str, given: dict[str, int | None]) -> None:
    """Write context figures by key; None takes one away, what is not named stays. Raises Refused."""
    state = session.state
    for key, count in given.items():
        if key not in FIGURES:
            raise Refused(f"There is no figure called {key}; it is one of {', '.join(FIGURES)}.")
        if count is not None and not 0 <= count <= 100_000:
            raise Refused(f"{count:,} cannot be the number of learners; write a count of them.")
    after = {key: given.get(key, count_of(state, key)) for key in FIGURES}
    roll = after["roll"]
    parts = [count for key, count in after.items() if key != "roll" and count is not None]
    if roll is not None and sum(parts) > roll:
        raise Refused(
            "More learners would have support or a plan than are on roll; check the counts."
        )
    changes = [
        Change("session", f"session/figure-{key}", Field(count))
        for key, count in given.items()
        if count != count_of(state, key) or len(session.records.live(f"session/figure-{key}")) > 1
    ]
    if changes:
        session.write(by, changes)


def may_be_shown(counts: Mapping[str, int | None]) -> frozenset[str]:
    """Return the keys of the figures that may be shown.

    A count under five is not; nor is one with which such a count could be worked out: where fewer
    than five are left of the roll beside the parts that would be shown, no part is. Nothing tells
    which of the two it is for. The sum of both parts is for whoever sees both.
    """
    given = {key: count for key, count in counts.items() if count is not None}
    shown = {key for key, count in given.items() if count >= FEW}
    parts = given.keys() - {"roll"}
    if "roll" in shown:
        left = given["roll"] - sum(given[key] for key in parts & shown)
        shown -= parts if left < FEW else set()
    return frozenset(shown)


def count_of(state: State, key: str) -> int | None:
    """Return a figure as it was given; None: it was not."""
    value = state.field(f"figure-{key}")
    return value if isinstance(value, int) and not isinstance(value, bool) else None
