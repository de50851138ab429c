"""The fields of the set-up form, and what they hold to begin with."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from frameworks.model import Framework
from screens.symbols import Symbols
from sessions.records import PHASES
from sessions.seen import SessionView

from .fields import LineField
from .form import ChoiceField, FormRow
from .lines import counted, shorten
from .steps import several

NEEDED = ("setting", "name", "date")
LATER = ("framework", "phase", "areas", "facilitator", "reviewers", "purpose")

_SHOWN = 7  # frameworks that are listed at once

_WORDS = {
    "setting": ("Setting", "The school or other setting that is reviewed."),
    "name": ("Your name", "You join as a reviewer; Reviewer 2 will do as well."),
    "date": ("Date", "The day of the visit, as 2026-11-21 or 21/11/2026."),
    "framework": (
        "Framework",
        "What the review is made with, and what it judges in. The arrows choose.",
    ),
    "phase": ("Phase", "The arrows choose, or the first letter."),
    "areas": ("Areas", "Numbers such as 1 2 5, or 1-3. Nothing: all of them."),
    "facilitator": (
        "Facilitator",
        "Keeps time and opens the gates. Your own name again, if it is you.",
    ),
    "reviewers": ("Other reviewers", "Names with commas between."),
    "purpose": ("Purpose", "What the review is for, in a line."),
}


def new_values(today: str, frameworks: Sequence[Framework]) -> dict[str, str]:
    """Return what the form for a new session holds to begin with, by field."""
    values = dict.fromkeys((*NEEDED, *LATER), "")
    first = frameworks[0].id if frameworks else ""
    return {**values, "date": today, "framework": first}


def values_of(seen: SessionView, framework: Framework) -> dict[str, str]:
    """Return what the form for a session holds, by field."""
    numbers = [area.number for area in seen.areas]
    everything = len(numbers) == len(framework.areas)
    return {
        "setting": seen.setting,
        "date": seen.date,
        "phase": seen.phase,
        "areas": "" if everything else " ".join(map(str, numbers)),
        "purpose": seen.purpose,
    }


def in_two_places(seen: SessionView) -> dict[str, str]:
    """Return what of the set-up was changed in two places, by field, each in a sentence."""
    return {
        name: sentence
        for name in (*NEEDED, *LATER)
        for sentence in seen.conflicts
        if sentence.startswith(f"The session's {name} ")
    }


def setup_rows(
    values: Mapping[str, str], frameworks: Sequence[Framework]
) -> tuple[list[FormRow], list[FormRow]]:
    """Return the rows that are needed, and the rest; `frameworks`: those to choose from."""
    needed = [_row(name, values, frameworks) for name in NEEDED if name in values]
    shown = [name for name in LATER if name in values or name == "framework"]
    return needed, [_row(name, values, frameworks) for name in shown]


def _row(name: str, values: Mapping[str, str], frameworks: Sequence[Framework]) -> FormRow:
    label, hint = _WORDS[name]
    value = values.get(name, "")
    field: Widget
    if name == "phase":
        field = ChoiceField([("", "not said"), *PHASES.items()], value, identity=name)
    elif name != "framework":
        field = LineField(value, "all of them" if name == "areas" else "", name)
    elif len(frameworks) > 1:
        field = ChoiceField([(f.id, _title(f)) for f in frameworks], value, identity=name)
    else:
        title = _title(frameworks[0]) if frameworks else "none can be read"
        field = Static(Content(title), classes="fixed")
    return FormRow(label, field, hint)


def framework_lines(
    frameworks: Sequence[Framework], chosen: Framework, width: int, symbols: Symbols
) -> list[str]:
    """Return the frameworks to choose from, a line each; of many, those around the chosen one."""
    place = frameworks.index(chosen)
    first = max(min(place - _SHOWN // 2, len(frameworks) - _SHOWN), 0)
    shown = frameworks[first : first + _SHOWN]
    ends = [
        f"{counted(len(framework.areas), 'area')}, in {several(framework.scale.noun)[:20]}"
        for framework in shown
    ]
    column = max(map(len, ends))
    room = max(width - column - 4, 8)
    lines = []
    for framework, end in zip(shown, ends, strict=True):
        title = shorten(framework.title[:200], room, symbols)
        mark = symbols.here if framework is chosen else " "
        lines.append(f"{mark} {title}{' ' * (room - cell_len(title))}  {end}")
    return lines


def _title(framework: Framework) -> str:
    return f"{framework.title[:200]} ({framework.version[:20]})"
