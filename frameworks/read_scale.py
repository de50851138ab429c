"""Reads `# Scale`: the steps of a framework."""

import re

from frameworks.mistakes import Mistakes, quoted
from frameworks.model import Scale, Step
from frameworks.outline import Line, Section
from frameworks.sections import (
    children,
    content,
    fields_of,
    is_empty,
    items_of,
    named,
    no_headings,
    texts,
)
from frameworks.slugs import SLUG
from frameworks.text import REPLACEMENT

ASK = "Ask"
LOOK_FOR = "Look for"

_LABELS = ("Key", "Symbol", "Initials")
_WITHIN = '"Key:", "Symbol:" and "Initials:", then a paragraph and a list if wanted'
_STEPS = 'the steps, each below a heading like "## Name of the step"'
# Marks are split at spaces and semicolons
_INITIALS = re.compile(r"[!-:<-~]+")


def read_scale(section: Section, noun: str, mistakes: Mistakes) -> Scale:
    """Read the steps; a step that is not as it must be is reported and still returned."""
    if is_empty(section, mistakes, _STEPS):
        return Scale(noun, ())
    content(section, mistakes, _STEPS)
    steps = []
    taken: set[tuple[str, str]] = set()
    headings = list(children(section, mistakes, "Name of the step"))
    for heading in headings:
        step, lines = _read_step(heading, mistakes)
        steps.append(step)
        _look_for_twins(step, lines, taken, mistakes)
    if len(headings) == 1:
        mistakes.add(section.line, "a scale of one step", "at least two steps")
    return Scale(noun, tuple(steps))


def _read_step(section: Section, mistakes: Mistakes) -> tuple[Step, dict[str, int]]:
    """Return a step, and the line of each of its fields."""
    no_headings(section, mistakes)
    if not section.title:
        mistakes.add(section.line, "a heading without text", "the name of the step")
    if section.title in (ASK, LOOK_FOR):
        wrong = f"a step named {quoted(section.title)}"
        mistakes.add(section.line, wrong, "another name: that heading has a use of its own")
    found = content(section, mistakes, _WITHIN, paragraphs=True, lists=True)
    fields = fields_of(found.paragraphs, _LABELS, mistakes, _WITHIN)
    for label in _LABELS:
        if label not in fields:
            wrong = f'no "{label}:" below {named(section)}'
            mistakes.add(section.line, wrong, f'a line like "{label}: ..."')
    key, symbol, initials = (fields[label] for label in _LABELS)
    if key.text and not SLUG.fullmatch(key.text):
        wrong = f"the key {quoted(key.text)} cannot be used"
        mistakes.add(key.number, wrong, "lower-case letters, digits and single hyphens")
    if symbol.text and not _is_symbol(symbol.text):
        wrong = f"the symbol {quoted(symbol.text)} cannot be used"
        mistakes.add(symbol.number, wrong, "one character that is as wide as a letter")
    if initials.text and not _INITIALS.fullmatch(initials.text):
        wrong = f"the initials {quoted(initials.text)} cannot be used"
        mistakes.add(initials.number, wrong, "letters of the English alphabet, without spaces")
        initials = Line(initials.number, "")  # else each mark below would be reported too
    points = texts(items_of(found.lists, mistakes))
    summary = fields[""].text
    step = Step(key.text, section.title, symbol.text, initials.text, summary, points)
    lines = {label.lower(): fields[label].number for label in _LABELS}
    return step, {**lines, "name": section.line}


def _is_symbol(text: str) -> bool:
    # The app measures text with the same function; imported here, as only the reader needs it
    from rich.cells import cell_len

    if len(text) != 1 or text == REPLACEMENT:
        return False
    return text.isprintable() and cell_len(text) == 1


def _look_for_twins(
    step: Step, lines: dict[str, int], taken: set[tuple[str, str]], mistakes: Mistakes
) -> None:
    """Report what this step shares with one before it; `taken` holds what those have."""
    own = {"name": step.name, "key": step.key, "symbol": step.symbol, "initials": step.initials}
    for what, value in own.items():
        if value and (what, value) in taken:
            wrong = f"the {what} {quoted(value)} a second time"
            mistakes.add(lines[what], wrong, "one of its own for each step")
        taken.add((what, value))
