"""Reads `# Scale`: the steps of a framework."""

import re
from collections.abc import Sequence

import msgspec

from frameworks.mistakes import Mistakes, choice, quoted
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

MOST = 9
"""How many steps a scale may have."""

_LABELS = ("Key", "Symbol", "Initials")
_ENQUIRE = "Enquire"
_YES = "yes"
_ANSWERS = (_YES, "no")
_WITHIN = '"Key:", "Symbol:" and "Initials:", and if wanted "Enquire:", then a paragraph and a list'
_STEPS = 'the steps, each below a heading like "## Name of the step"'
# Marks are split at spaces and semicolons
_INITIALS = re.compile(r"[!-:<-~]+")


def read_scale(section: Section, noun: str, falling: bool, mistakes: Mistakes) -> Scale:
    """Read the steps; a step that is not as it must be is reported and still returned."""
    if is_empty(section, mistakes, _STEPS):
        return Scale(noun, (), falling)
    content(section, mistakes, _STEPS)
    steps = []
    silent = []
    taken: set[tuple[str, str]] = set()
    headings = list(children(section, mistakes, "Name of the step"))
    for heading in headings:
        step, lines = _read_step(heading, mistakes)
        steps.append(step)
        silent.append(_ENQUIRE.lower() not in lines)
        _look_for_twins(step, lines, taken, mistakes)
    if len(headings) == 1:
        mistakes.add(section.line, "a scale of one step", "at least two steps")
    elif len(headings) > MOST:
        wrong = f"a scale of {len(headings)} steps"
        mistakes.add(section.line, wrong, f"at most {MOST}: each is chosen by one digit")
    return Scale(noun, _with_enquiry(steps, silent, falling), falling)


def _with_enquiry(steps: Sequence[Step], silent: Sequence[bool], falling: bool) -> tuple[Step, ...]:
    """Return the steps; the weakest proposes a line of enquiry where the pack leaves that open.

    `silent` says of each step whether it lacks an `Enquire:`.
    """
    weakest = len(steps) - 1 if falling else 0
    if not steps or any(step.enquire for step in steps) or not silent[weakest]:
        return tuple(steps)
    return tuple(
        msgspec.structs.replace(step, enquire=place == weakest) for place, step in enumerate(steps)
    )


def _read_step(section: Section, mistakes: Mistakes) -> tuple[Step, dict[str, int]]:
    """Return a step, and the line of each of its fields."""
    no_headings(section, mistakes)
    if not section.title:
        mistakes.add(section.line, "a heading without text", "the name of the step")
    if section.title in (ASK, LOOK_FOR):
        wrong = f"a step named {quoted(section.title)}"
        mistakes.add(section.line, wrong, "another name: that heading has a use of its own")
    found = content(section, mistakes, _WITHIN, paragraphs=True, lists=True)
    fields = fields_of(found.paragraphs, (*_LABELS, _ENQUIRE), mistakes, _WITHIN)
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
    step = Step(
        key.text,
        section.title,
        symbol.text,
        initials.text,
        summary=fields[""].text,
        points=texts(items_of(found.lists, mistakes)),
        enquire=_read_enquire(fields[_ENQUIRE], mistakes),
    )
    lines = {label.lower(): fields[label].number for label in fields if label}
    return step, {**lines, "name": section.line}


def _read_enquire(field: Line, mistakes: Mistakes) -> bool:
    """Return what `Enquire:` says; a field without text was reported before."""
    said = field.text.casefold()
    if said not in ("", *_ANSWERS):
        wrong = f'{quoted(field.text)} after "{_ENQUIRE}:"'
        mistakes.add(field.number, wrong, choice(*_ANSWERS))
    return said == _YES


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
