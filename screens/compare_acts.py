"""What can be done on the Compare screen."""

import msgspec

from .commands import Command
from .reviewing_acts import NEXT_PART, PREVIOUS_PART, TURN

COMPARING: tuple[Command, ...] = (
    Command("open_row", "", "notes", "Read the notes of both sides, with why", shown="Enter"),
    Command(
        "only_moved",
        "comma",
        "moved",
        "Show only what moved, or where the two differ; again: everything",
        shown=",",
    ),
    Command("choose_area", "slash", "area", "Show one area, or all of them", shown="/"),
    Command("next_moved", "full_stop", "next", "Go to the next one that moved", shown="."),
    Command("choose_review", "M", "choose", "Choose which reviews are beside each other"),
    NEXT_PART,
    PREVIOUS_PART,
    Command("part_1", "1", "then and now", "Two reviews beside each other", footer=False),
    Command(
        "part_2", "2", "host and panel", "The setting's own view and the panel's", footer=False
    ),
    Command(
        "part_3",
        "3",
        "first and agreed",
        "The first ballots and what was agreed: what talking changed",
        footer=False,
    ),
    Command(
        "older_pair",
        "less_than_sign",
        "older",
        "Go to the reviews before these two",
        shown="<",
        footer=False,
    ),
    Command(
        "newer_pair",
        "greater_than_sign",
        "newer",
        "Go to the reviews after these two",
        shown=">",
        footer=False,
    ),
    Command("follow_up", "F", "follow up", "Make a session that follows this one", footer=False),
    msgspec.structs.replace(TURN, footer=False),
    Command("full", "f", "full", "Read all that is said of the highlighted row", footer=False),
    Command("back", "escape", "back", "Go back to where you came from", shown="Esc"),
)
