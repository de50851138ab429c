"""The steps of a scale as people read them, whatever they are called and however many there are."""

from frameworks.model import Framework, Scale, Step
from screens.symbols import Symbols

COLOURS = 3
"""The theme has that many colours for steps, the first for the weakest."""


def several(noun: str) -> str:
    """Return what more than one is called: `stages`, `categories`."""
    if noun.endswith("y") and noun[-2:-1] not in ("", *"aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def is_described(framework: Framework) -> bool:
    """Return whether a framework has descriptors of statements at all."""
    return any(d.statements for area in framework.areas for d in area.descriptors)


def colour_of(scale: Scale, step: Step) -> int:
    """Return the number of a step's colour, from 1: the weakest has the first, the strongest the last.

    With more steps than colours neighbours share one: symbol and name tell them apart.
    """
    place = scale.rising().index(step)
    return 1 + round(place * (COLOURS - 1) / max(len(scale.steps) - 1, 1))


def step_words(step: Step, symbols: Symbols) -> str:
    """Return a step with its symbol: `■ Yes`."""
    return f"{symbols.step(step)} {step.name}"


def digits(scale: Scale) -> str:
    """Return the keys that choose a step, as they are written: `1 2 3`, or `1-7`."""
    count = len(scale.steps)
    return " ".join(map(str, range(1, count + 1))) if count <= 3 else f"1-{count}"
