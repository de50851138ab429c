"""How practice in a statement has moved between two reviews, in words and never in a number.

Of a span of steps the two ends are looked at, the weakest and the strongest that were found:

- moved on: neither end went back, and one went on;
- moved back: neither end went on, and one went back;
- moved both ways: one end went on and the other back, so the span became wider or narrower;
- holds: both ends are where they were.

*Not enough evidence* and *not applicable* are values of their own: what comes from one of them or goes
to it changed in kind, and neither on nor back. Where a statement has other words now, or the scale
other steps, nothing is said of how it moved. Source: rule 4 of the design.
"""

from collections.abc import Sequence
from typing import Literal

from .held import Held

Moved = Literal["on", "holds", "back", "both", "kind", "new", "none", "apart", "hidden"]

MOVED: dict[str, str] = {
    "on": "moved on",
    "holds": "holds",
    "back": "moved back",
    "both": "moved both ways",
    "kind": "changed in kind",
    "new": "newly judged",
    "none": "not judged",
    "apart": "not compared",
    "hidden": "not shown yet",
}
"""What people read. `none`: now, or on neither side; `apart`: the two do not say the same thing."""

STILL = ("holds", "none", "apart", "hidden")
"""What did not move, or cannot be said to have."""


def moved(then: Held | None, now: Held | None, rising: Sequence[str]) -> Moved:
    """Return how a statement moved; `rising`: the keys of the scale's steps, the weakest first.

    Nothing held then: newly judged. Nothing held now: not judged.
    """
    if now is None or now.outcome is None:
        return "none"
    if then is None or then.outcome is None:
        return "new"
    if then.outcome != now.outcome:
        return "kind"
    before, after = _ends(then, rising), _ends(now, rising)
    if before is None or after is None:
        return "holds" if then.stages == now.stages else "apart"
    weakest, strongest = after[0] - before[0], after[1] - before[1]
    if weakest < 0 < strongest or strongest < 0 < weakest:
        return "both"
    if weakest > 0 or strongest > 0:
        return "on"
    return "back" if weakest < 0 or strongest < 0 else "holds"


def _ends(held: Held, rising: Sequence[str]) -> tuple[int, int] | None:
    """Return the places of the weakest and the strongest step; None: there is no step."""
    places = [rising.index(key) for key in held.stages if key in rising]
    return (min(places), max(places)) if places else None
