"""Prepare: the setting's own view, lines of enquiry, the timetable, context figures."""

from typing import ClassVar

from .commands import Command, bindings
from .reviewing import REVIEWING, Reviewing


class PrepareScreen(Reviewing):
    """The setting's own view, lines of enquiry, the timetable, context figures."""

    HERE = "Prepare"
    HELP = "What makes a visit ready."
    ACTS: ClassVar[tuple[Command, ...]] = REVIEWING
    BINDINGS = bindings(ACTS)
