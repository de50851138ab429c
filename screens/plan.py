"""Plan: findings, and the improvement plan that follows from them."""

from typing import ClassVar

from .commands import Command, bindings
from .reviewing import REVIEWING, Reviewing


class PlanScreen(Reviewing):
    """Findings, and the improvement plan that follows from them."""

    HERE = "Plan"
    HELP = "What follows from the review."
    ACTS: ClassVar[tuple[Command, ...]] = REVIEWING
    BINDINGS = bindings(ACTS)
