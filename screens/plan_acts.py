"""What can be done on the Plan screen, beside what every screen of a review can."""

import msgspec

from .commands import Command
from .reviewing_acts import DELETE_ROW, DESCRIBE, EDIT_ROW, TURN, shared

OPEN = Command(
    "open_row",
    "",
    "open",
    "Note how the highlighted action goes (monitoring); anything else: change it",
    shown="Enter",
)
ADD = Command("add_row", "plus", "add", "Add a finding, a key result, an action", shown="+")
UP = Command(
    "priority_up",
    "left_square_bracket",
    "order up",
    "Put the highlighted area for development one place up in the order of priorities",
    shown="[",
)
DOWN = Command(
    "priority_down",
    "right_square_bracket",
    "order down",
    "Put the highlighted area for development one place down; after the last it is no priority",
    shown="]",
)
IDEAS = Command(
    "ideas",
    "h",
    "ideas",
    "Propose ideas for what is highlighted: what the next step looks like, case studies",
)
NEXT_DUE = msgspec.structs.replace(
    *shared("next_open"),
    label="next due",
    text="Go to the next action that is overdue, or due within 14 days",
    footer=True,
)
EXPORT = Command("export", "x", "export", "Write the plan, or its actions, to a file")
FULL = msgspec.structs.replace(*shared("full"), text="Read all of what is highlighted")

_FROM_REVIEWING = shared(
    *("undo", "new_note", "switch_pass", "inbox", "overview", "agree", "report", "prepare"),
    *("catch_up", "back"),
)

PLANNING: tuple[Command, ...] = (
    *(OPEN, ADD, EDIT_ROW, IDEAS, NEXT_DUE, UP, DOWN, FULL, EXPORT, DELETE_ROW, TURN),
    *_FROM_REVIEWING,
    DESCRIBE,
)
"""All of them, in the order of the palette."""

READING: tuple[Command, ...] = (
    Command("_", "down", "scroll", "", shown="Up Down"),
    msgspec.structs.replace(TURN, label="rows"),
    *(ADD, EDIT_ROW, IDEAS, FULL, EXPORT),
)
"""What the line of keys shows while what stands beside the rows is read."""

_ENTER = {
    kind: msgspec.structs.replace(OPEN, label=label)
    for kind, label in (("action", "how it goes"), ("text", "write"), ("add", "add"))
}
(_UNDO,) = shared("undo")
_END = (EXPORT, DELETE_ROW, TURN, FULL)
_TEXT = (_ENTER["text"], ADD, NEXT_DUE, EXPORT, TURN, FULL, _UNDO)
_ROWS: dict[str, tuple[Command, ...]] = {
    "action": (_ENTER["action"], ADD, EDIT_ROW, IDEAS, NEXT_DUE, *_END, _UNDO),
    "development": (ADD, EDIT_ROW, IDEAS, UP, DOWN, *_END, NEXT_DUE, _UNDO),
    "finding": (ADD, EDIT_ROW, IDEAS, NEXT_DUE, *_END, _UNDO),
    "result": (ADD, EDIT_ROW, IDEAS, NEXT_DUE, *_END, _UNDO),
    "objective": _TEXT,
    "benchmark": _TEXT,
    "windows": _TEXT,
    "add": (_ENTER["add"], NEXT_DUE, EXPORT, TURN, _UNDO),
}
_EARLY = shared("switch_pass", "overview", "back")


def row_keys(kind: str) -> tuple[Command, ...]:
    """Return the keys that do something for a row of this kind, the most useful first.

    `kind`: the beginning of its key in the outline; `development`: a finding that has an order.
    """
    found = _ROWS.get(kind, _EARLY)
    return tuple(msgspec.structs.replace(command, footer=True) for command in found)
