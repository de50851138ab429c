"""What can be done on the Agree screen, beside what every screen of a review can."""

from collections.abc import Iterable

import msgspec

from frameworks.model import Framework

from .commands import Command
from .widgets.steps import digits, several

AGREEING: tuple[Command, ...] = (
    Command(
        "reveal",
        "exclamation_mark",
        "reveal",
        "Open the ballots of this area to everybody; that is never undone",
        shown="!",
    ),
    Command(
        "excuse",
        "semicolon",
        "excuse",
        "Wait no longer for a judge of this area, with a reason; or wait for them again",
        shown=";",
    ),
    Command("highlight_hint", "", "agreed", "Choose what is agreed, by its number", shown="1 2 3"),
    Command("because", "b", "because", "Say why, in the panel's words"),
    Command(
        "settle",
        "enter",
        "agree",
        "Write down what is agreed; on those that all judged alike: accept them together",
        shown="Enter",
    ),
    Command(
        "dissent",
        "quotation_mark",
        "dissent",
        "Write down who does not share the agreed view, in their words",
        shown='"',
    ),
    Command(
        "fields",
        "plus,equals_sign",
        "add",
        "Write what else the framework asks of a judgement",
        shown="+",
    ),
    Command(
        "not_enough",
        "0",
        "not enough",
        "Agree that there is not enough evidence; again: take it back",
        footer=False,
    ),
    Command(
        "not_applicable",
        "minus",
        "not applicable",
        "Agree that the statement is not applicable; again: take it back",
        shown="-",
        footer=False,
    ),
    Command("area_sentence", "a", "area", "Say where the area sits, in a sentence"),
    Command(
        "one_by_one",
        "comma",
        "one by one",
        "Show one by one those that all judged alike, or fold them together",
        shown=",",
        footer=False,
    ),
    Command("read_note", "v", "view", "Read the cited notes in full", footer=False),
    Command(
        "more_steps",
        "space",
        "more",
        "Scroll through the ballots; from the end: back to the top",
        shown="Space",
        footer=False,
    ),
    Command(
        "reopen", "w", "reopen", "Go back to describing this area, with a reason", footer=False
    ),
    Command(
        "turn",
        "tab",
        "other side",
        "On a narrow screen: show the ballots, or the statements",
        shown="Tab",
        footer=False,
    ),
)

SECOND_BALLOT = "Judge the highlighted statement: once the ballots are open, a second ballot"

_SEALED = ("reveal", "excuse", "switch_pass", "next_statement", "new_note", "read_note")
_OPEN = ("highlight_hint", "because", "settle", "dissent", "fields", "switch_pass", "area_sentence")
_ALIKE = ("settle", "one_by_one", "next_statement", "switch_pass", "area_sentence")
_CHAIRS = ("reveal", "excuse", "highlight_hint", "because", "settle", "fields", "area_sentence")
_LABEL = 14  # characters of a field's name that the line of keys has room for


def worded(acts: Iterable[Command], framework: Framework) -> tuple[Command, ...]:
    """Return the commands in the words of a framework; what it does not ask for is left out."""
    noun, fields = framework.scale.noun, framework.fields
    changed: dict[str, dict[str, str]] = {
        "highlight_hint": {
            "shown": digits(framework.scale),
            "text": f"Choose what is agreed, by its number; several {several(noun)}: "
            "practice spans them; again: off",
        },
        "switch_pass": {"label": "second ballot", "text": SECOND_BALLOT},
    }
    if fields:
        names = ", ".join(field.name for field in fields)
        changed["fields"] = {
            "label": fields[0].name[:_LABEL].casefold(),
            "text": f"Write what else belongs to the agreed view: {names}",
        }
    kept = (act for act in acts if act.name != "fields" or fields)
    return tuple(msgspec.structs.replace(act, **changed.get(act.name, {})) for act in kept)


def first_of(
    acts: Iterable[Command], kind: str, *, narrow: bool, chairs: bool, agreed: bool
) -> tuple[Command, ...]:
    """Return what the line of keys shows where a row of that kind is highlighted.

    `kind`: as `SpreadRow.kind`; `narrow`: one pane has room, so the way to the other comes first;
    `chairs`: whether the person may do what is the chair's; `agreed`: whether something is agreed,
    which who does not chair may dissent from.
    """
    not_mine = () if chairs else _CHAIRS if agreed else (*_CHAIRS, "dissent")
    known = {act.name: act for act in acts if act.name not in not_mine}
    names = {"sealed": _SEALED, "alike": _ALIKE}.get(kind, _OPEN)
    looking = () if chairs else ("next_statement", "read_note")
    wanted = dict.fromkeys([*(["turn"] if narrow else []), *names, *looking])
    found = [known[name] for name in wanted if name in known]
    if kind == "sealed":
        judge = known.get("switch_pass")
        found = [
            msgspec.structs.replace(act, label="judge") if act is judge else act for act in found
        ]
    return tuple(msgspec.structs.replace(act, footer=True) for act in found)
