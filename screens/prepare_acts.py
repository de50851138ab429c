"""What can be done on the Prepare screen, beside what every screen of a review can."""

from .commands import Command
from .reviewing_acts import (
    DELETE_ROW,
    DESCRIBE,
    EDIT_ROW,
    NEXT_PART,
    PREVIOUS_PART,
    SETUP,
    TURN,
    shared,
)

OPEN = Command("open_row", "", "open", "Do what comes next with the highlighted row", shown="Enter")
ADD = Command("add_row", "plus", "add", "Add a line of enquiry or an activity", shown="+")
STEPS = Command(
    "highlight_hint",
    "",
    "answer",
    "The setting's own view: choose by the number before it; again: off (for the host)",
    shown="1 2 3",
)
BECAUSE = Command("because", "b", "because", "The setting's own view: say why (for the host)")
NOT_ENOUGH = Command(
    "not_enough",
    "0",
    "not enough",
    "The setting's own view: there is not enough evidence; again: take it back (for the host)",
)
NOT_APPLICABLE = Command(
    "not_applicable",
    "minus",
    "not applicable",
    "The setting's own view: it is not applicable, and why (for the host)",
    shown="-",
)
PROPOSE = Command(
    "propose",
    "h",
    "propose",
    "Propose lines of enquiry from the setting's own view (for the host or a facilitator)",
)

_FROM_REVIEWING = shared(
    *("full", "undo", "new_note", "go_to", "next_statement", "previous_statement", "next_open"),
    *("switch_pass", "inbox", "overview", "catch_up", "agree", "plan", "report"),
    *("back",),
)

PREPARING: tuple[Command, ...] = (
    *(OPEN, ADD, EDIT_ROW, STEPS, NOT_ENOUGH, NOT_APPLICABLE, BECAUSE, DELETE_ROW, PROPOSE),
    *(NEXT_PART, PREVIOUS_PART, TURN),
    *_FROM_REVIEWING,
    *(DESCRIBE, SETUP),
)
"""All of them, in the order of the palette."""
