"""What can be done on the Judge screen, beside what every screen of a review can."""

from collections.abc import Iterable

import msgspec

from frameworks.model import Framework

from .commands import Command
from .widgets.steps import digits, is_described, several

JUDGING: tuple[Command, ...] = (
    Command(
        "highlight_hint",
        "",
        "highlight",
        "Highlight what the evidence shows, by its number",
        shown="1 2 3",
    ),
    Command(
        "cite", "c", "cite", "Cite the highlighted note; again: as speaking against; again: off"
    ),
    Command("cast", "enter", "cast", "Cast your judgement of this statement", shown="Enter"),
    Command(
        "fields",
        "plus,equals_sign",
        "add",
        "Write what else the framework asks of a judgement",
        shown="+",
    ),
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
    Command(
        "setting_view",
        "H",
        "setting",
        "See the setting's own view of this area beside the panel's, differences first",
        footer=False,
    ),
    Command("read_note", "v", "view", "Read the highlighted note in full", footer=False),
    Command(
        "reopen", "w", "reopen", "Go back to describing this area, with a reason", footer=False
    ),
    Command(
        "more_steps",
        "space",
        "more",
        "Scroll on; from the end: back to the top",
        shown="Space",
        footer=False,
    ),
    Command(
        "turn",
        "tab",
        "other side",
        "On a narrow screen: show the other side",
        shown="Tab",
        footer=False,
    ),
)

_LABEL = 14  # characters of a field's name that the line of keys has room for


def worded(
    acts: Iterable[Command], framework: Framework, *, turned: bool = False
) -> tuple[Command, ...]:
    """Return the commands in the words of a framework; what it does not ask for is left out.

    `turned`: on a narrow screen it is the evidence that is shown.
    """
    found = []
    for act in acts:
        changed = _changed(act.name, framework, turned)
        if act.name != "fields" or framework.fields:
            found.append(msgspec.structs.replace(act, **changed))
    return tuple(found)


def _changed(name: str, framework: Framework, turned: bool) -> dict[str, str]:
    """Return what is said otherwise of a command where the framework is known."""
    scale = framework.scale
    described = is_described(framework)
    steps = "descriptors" if described else several(scale.noun)
    if name == "highlight_hint":
        text = (
            "Highlight what the evidence shows, by its number; again: partly; again: off"
            if described
            else f"Say which {scale.noun} the evidence shows, by its number; again: take it back"
        )
        label = "highlight" if described else scale.noun
        return {"text": text, "label": label, "shown": digits(scale)}
    if name == "fields" and framework.fields:
        names = [field.name for field in framework.fields]
        return {
            "label": names[0][:_LABEL].casefold(),
            "text": f"Write what else belongs to a judgement: {', '.join(names)}",
        }
    if name == "more_steps":
        return {"text": f"Scroll to more of the {steps}; from the end: back to the top"}
    if name == "switch_pass":
        return {"label": "describe", "text": "Go back to the notes of this area"}
    if name == "turn":
        text = f"On a narrow screen: show the evidence, or the {steps}"
        return {"text": text, "label": several(scale.noun) if turned else "notes"}
    return {}
