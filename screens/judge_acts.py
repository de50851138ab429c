"""What can be done on the Judge screen, beside what every screen of a review can."""

from .commands import Command

JUDGING: tuple[Command, ...] = (
    Command(
        "highlight_hint",
        "",
        "highlight",
        "Highlight what the evidence shows, by its number; again: partly; again: off",
        shown="1 2 3",
    ),
    Command(
        "cite", "c", "cite", "Cite the highlighted note; again: as speaking against; again: off"
    ),
    Command("cast", "enter", "cast", "Cast your judgement of this statement", shown="Enter"),
    Command("because", "b", "because", "Say why, in your words"),
    Command(
        "not_enough",
        "0",
        "not enough",
        "Say that there is not enough evidence; again: take it back",
    ),
    Command(
        "not_applicable",
        "minus",
        "not applicable",
        "Say that the statement is not applicable, and why",
        shown="-",
        footer=False,
    ),
    Command("area_sentence", "a", "area", "Say where the area sits, in a sentence", footer=False),
    Command("read_note", "v", "view", "Read the highlighted note in full", footer=False),
    Command(
        "reopen", "w", "reopen", "Go back to describing this area, with a reason", footer=False
    ),
    Command(
        "turn",
        "tab",
        "other side",
        "On a narrow screen: show the evidence, or the descriptors",
        shown="Tab",
        footer=False,
    ),
)
