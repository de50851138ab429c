"""What can be done on the Prepare screen, beside what every screen of a review can."""

from .commands import Command
from .reviewing import REVIEWING

_SHARED = {command.name: command for command in REVIEWING}

OPEN = Command("open_row", "", "open", "Do what comes next with the highlighted row", shown="Enter")
ADD = Command("add_row", "plus", "add", "Add a line of enquiry or an activity", shown="+")
EDIT = Command("edit_row", "e", "edit", "Change what is highlighted")
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
DELETE = Command(
    "delete_row",
    "delete,backspace",
    "delete",
    "Delete what is highlighted; undo brings it back",
    shown="Del",
)
PROPOSE = Command(
    "propose",
    "h",
    "propose",
    "Propose lines of enquiry from the setting's own view (for the host or a facilitator)",
)
NEXT = Command("next_part", "right", "part", "Go to the next part of Prepare", shown="Left Right")
PREVIOUS = Command(
    "previous_part", "left", "part before", "Go to the part before", shown="Left", footer=False
)
TURN = Command(
    "turn", "tab", "other side", "Go between the rows and what is said of one", shown="Tab"
)
DESCRIBE = Command("describe", "d", "describe", "Go to the notes of this statement", footer=False)
SETUP = Command("setup", "s", "set-up", "Change the set-up, and who is on the panel", footer=False)

_FROM_REVIEWING = (
    *("full", "undo", "new_note", "go_to", "next_statement", "previous_statement", "next_open"),
    *("switch_pass", "inbox", "overview", "catch_up", "agree", "plan", "report"),
    *("back",),
)

PREPARING: tuple[Command, ...] = (
    *(OPEN, ADD, EDIT, STEPS, NOT_ENOUGH, NOT_APPLICABLE, BECAUSE, DELETE, PROPOSE),
    *(NEXT, PREVIOUS, TURN),
    *(_SHARED[name] for name in _FROM_REVIEWING),
    *(DESCRIBE, SETUP),
)
"""All of them, in the order of the palette."""
