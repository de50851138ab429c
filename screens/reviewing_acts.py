"""What can be done on every screen of a review, and what several of them offer in the same words."""

from .commands import Command

REVIEWING: tuple[Command, ...] = (
    Command("new_note", "n", "note", "Write a note of what you saw, heard or read"),
    Command("next_statement", "j", "statement", "Go to the next statement", shown="j k"),
    Command("go_to", "g", "go to", "Go to a statement: type its number, or words of it"),
    Command("switch_pass", "p", "judge", "Judge this area; on the Judge screen: describe it again"),
    Command("inbox", "i", "inbox", "See the notes that are filed under no statement"),
    Command("full", "f", "full", "Read the full wording"),
    Command("undo", "u", "undo", "Take back the last thing you did", footer=False),
    Command("previous_statement", "k", "back", "Go to the statement before", footer=False),
    Command(
        "next_open",
        "full_stop",
        "next open",
        "Go to the next statement that has nothing yet",
        shown=".",
        footer=False,
    ),
    Command("overview", "o", "overview", "See all areas and what is next", footer=False),
    Command(
        "catch_up",
        "C",
        "catch-up",
        "See what is not seen yet, who could see it, and what would not stand up",
        footer=False,
    ),
    Command("agree", "y", "agree", "Agree as a panel on what was judged", footer=False),
    Command("plan", "l", "plan", "See findings and the plan that follows", footer=False),
    Command("report", "r", "report", "See the report and what is still thin", footer=False),
    Command(
        "prepare",
        "q",
        "prepare",
        "See lines of enquiry, the timetable and the setting's own view",
        footer=False,
    ),
    Command(
        "back", "escape", "back", "Leave the text field, or go back", shown="Esc", footer=False
    ),
)
"""What holds on the screens that are on a statement."""

TYPING_A_NOTE: tuple[Command, ...] = (
    Command("_", "enter", "save note", "", shown="Enter"),
    Command("_", "tab", "source, where, when", "", shown="Tab"),
    Command("_", "escape", "leave", "", shown="Esc"),
    Command("_", "ctrl+j", "new line", "", shown="^j"),
)
"""What the line of keys shows while a note is typed."""

EDIT_ROW = Command("edit_row", "e", "edit", "Change what is highlighted")
DELETE_ROW = Command(
    "delete_row",
    "delete,backspace",
    "delete",
    "Delete what is highlighted; undo brings it back",
    shown="Del",
)
NEXT_PART = Command("next_part", "right", "part", "Go to the next part", shown="Left Right")
PREVIOUS_PART = Command(
    "previous_part", "left", "part before", "Go to the part before", shown="Left", footer=False
)
TURN = Command(
    "turn", "tab", "other side", "Go between the rows and what is said of one", shown="Tab"
)
DESCRIBE = Command("describe", "d", "describe", "Go to the notes of this statement", footer=False)
SETUP = Command("setup", "s", "set-up", "Change the set-up, and who is on the panel", footer=False)

_NAMED = {command.name: command for command in REVIEWING}


def shared(*names: str) -> tuple[Command, ...]:
    """Return those of `REVIEWING` that are named, in that order."""
    return tuple(_NAMED[name] for name in names)
