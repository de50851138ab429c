"""Agree: the ballots of an area side by side, and what the panel holds together."""

from typing import ClassVar

from .commands import Command, bindings
from .reviewing import REVIEWING, Reviewing


class AgreeScreen(Reviewing):
    """The ballots of an area side by side, and what the panel holds together."""

    HERE = "Agree"
    HELP = "What the panel holds together."
    ACTS: ClassVar[tuple[Command, ...]] = REVIEWING
    BINDINGS = bindings(ACTS)
