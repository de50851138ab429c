"""Reads `# Questions`, `# References` and `# Judgement`: what serves areas or judgements at large."""

import re
from collections.abc import Iterable, Iterator, Set

import msgspec

from frameworks.mistakes import Mistakes, quoted
from frameworks.model import Area, Collection, JudgementField
from frameworks.outline import Line, Section
from frameworks.read_lists import AREAS, area_numbers
from frameworks.sections import (
    children,
    content,
    fields_of,
    is_empty,
    items_of,
    named,
    no_headings,
    only_items,
    texts,
)
from frameworks.slugs import slug

_SET = f'"{AREAS}: 1, 2" if it is for some areas only, then a list, each item like "- ..."'
_FIELDS = 'a list, each item like "- Name" or "- Name: what to write there"'
# Markdown takes a line right below a list for the next words of its last item
_SWALLOWED = re.compile(rf".* ({AREAS} ?: ?[0-9, ]+)", re.IGNORECASE)


def read_sets(areas: Set[int], section: Section, mistakes: Mistakes) -> tuple[Collection, ...]:
    """Read the lists below their titles; `areas` are the numbers that they may name."""
    what = section.title.lower()
    expected = f'lists of {what}, each below a heading like "## Title"'
    if is_empty(section, mistakes, expected):
        return ()
    content(section, mistakes, expected)
    sets: list[Collection] = []
    titles: set[str] = set()
    for heading in children(section, mistakes, f"Title of the {what}"):
        if not heading.title:
            mistakes.add(heading.line, "a heading without text", f"a title for the {what}")
        elif heading.title in titles:
            wrong = f"the {what} {quoted(heading.title)} a second time"
            mistakes.add(heading.line, wrong, "each title once")
        titles.add(heading.title)
        sets.append(_read_set(heading, areas, mistakes))
    return tuple(sets)


def _read_set(section: Section, known: Set[int], mistakes: Mistakes) -> Collection:
    no_headings(section, mistakes)
    found = content(section, mistakes, _SET, paragraphs=True, lists=True)
    fields = fields_of(found.paragraphs, (AREAS,), mistakes, _SET)
    if fields[""].text:
        wrong = f"a paragraph: {quoted(fields[''].text)} where none belongs"
        mistakes.add(fields[""].number, wrong, _SET)
    areas = tuple(area_numbers(AREAS, fields[AREAS], set(), mistakes))
    for number in areas:
        # A pack without any area is told that already
        if known and number not in known:
            wrong = f"unknown area {number}"
            mistakes.add(fields[AREAS].number, wrong, "an area of this pack")
    if not found.lists:
        mistakes.add(section.line, f"no list below {named(section)}", _SET)
    items = items_of(found.lists, mistakes)
    for item in items:
        if match := _SWALLOWED.fullmatch(item.text):
            wrong = f"a list item that ends in {quoted(match[1])}"
            mistakes.add(item.number, wrong, "that line above the list")
    return Collection(section.title, areas, texts(items))


def with_sets(
    area: Area, questions: Iterable[Collection], references: Iterable[Collection]
) -> Area:
    """Return the area with what the sets that name it hold, after what it has of its own."""
    return msgspec.structs.replace(
        area,
        questions=(*area.questions, *_items_for(area, questions)),
        references=(*area.references, *_items_for(area, references)),
    )


def _items_for(area: Area, sets: Iterable[Collection]) -> Iterator[str]:
    for collection in sets:
        if area.number in collection.areas:
            yield from collection.items


def read_fields(section: Section, mistakes: Mistakes) -> tuple[JudgementField, ...]:
    """Read `# Judgement`: `Name` or `Name: hint`, one an item."""
    fields: dict[str, JudgementField] = {}
    for item in only_items(section, mistakes, _FIELDS):
        field = _read_field(item, mistakes)
        if field.key and field.key in fields:
            wrong = f"the field {quoted(field.name)} a second time"
            mistakes.add(item.number, wrong, "a name of its own for each field")
        fields[field.key] = field
    return tuple(fields.values())


def _read_field(item: Line, mistakes: Mistakes) -> JudgementField:
    name, colon, hint = (part.strip() for part in item.text.partition(":"))
    key = slug(name, otherwise="")
    if item.text and not key:
        wrong = f"the field {quoted(item.text)} has no name that can be used"
        mistakes.add(item.number, wrong, "a name with letters of the English alphabet")
    if key and colon and not hint:
        mistakes.add(item.number, f'"{name}:" without text', "text after it, or no colon")
    return JudgementField(key, name, hint)
