"""Reads the parts of a pack that stand outside its areas: case studies, signposts, lists."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from frameworks.mistakes import Mistakes, quoted
from frameworks.model import CaseStudy, Signpost, SignpostItem
from frameworks.outline import Line, Section
from frameworks.sections import (
    Fields,
    children,
    content,
    fields_of,
    is_empty,
    items_of,
    named,
    no_headings,
    only_items,
    paragraphs_of,
    texts,
)
from frameworks.slugs import Names, slug

_STUDIES = 'case studies, each below a heading like "## Title"'
_STUDY = "one paragraph that says what it is, then a list of artefacts if there are any"
AREAS, _ALSO_LINKED = "Areas", "Also linked"
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_SIGNPOSTS = 'signposts, each below a heading like "## Title"'
_SIGNPOST = "a list of places, with a paragraph before it if wanted"
_ACCESSED = re.compile(r"(.*?) ?\(accessed(?: on)? ?([^()]*)\)")


class Link(NamedTuple):
    """What a case study says of one area: that it belongs there."""

    area: int
    study: CaseStudy
    described: bool
    """Whether it is described with that area, or only touches on it."""
    line: int


def read_about(section: Section, mistakes: Mistakes) -> tuple[str, ...]:
    """Read `# About`: paragraphs."""
    expected = "paragraphs"
    if is_empty(section, mistakes, expected):
        return ()
    no_headings(section, mistakes)
    found = content(section, mistakes, expected, paragraphs=True)
    return paragraphs_of(found.paragraphs, mistakes)


def read_list(section: Section, mistakes: Mistakes) -> tuple[str, ...]:
    """Read `# Guidance`, `# Purposes` or `# Draws on`: one list, with numbers or bullets."""
    return texts(only_items(section, mistakes, "a list, with numbers or bullets"))


def read_case_studies(
    section: Section, mistakes: Mistakes
) -> tuple[tuple[CaseStudy, ...], tuple[Link, ...]]:
    """Read `# Case studies`, and the areas that they name; no two of them may have one title."""
    if is_empty(section, mistakes, _STUDIES):
        return (), ()
    content(section, mistakes, _STUDIES)
    studies: list[CaseStudy] = []
    links: list[Link] = []
    titles: set[str] = set()
    names = Names()
    for heading in children(section, mistakes, "Title of a case study"):
        title = heading.title
        if not title:
            mistakes.add(heading.line, "a heading without text", "the case study's title")
        elif title in titles:
            wrong = f"the case study {quoted(title)} a second time"
            mistakes.add(heading.line, wrong, "each case study once")
        titles.add(title)
        identity = names.give(slug(title, otherwise="case-study"))
        study, fields = _read_case_study(heading, identity, mistakes)
        studies.append(study)
        links += _read_links(study, fields, mistakes)
    return tuple(studies), tuple(links)


def _read_case_study(
    section: Section, identity: str, mistakes: Mistakes
) -> tuple[CaseStudy, Fields]:
    no_headings(section, mistakes)
    found = content(section, mistakes, _STUDY, paragraphs=True, lists=True)
    fields = fields_of(found.paragraphs, (AREAS, _ALSO_LINKED), mistakes, _STUDY)
    if "" not in fields:
        mistakes.add(section.line, f"no text below {named(section)}", _STUDY)
    artefacts = texts(items_of(found.lists, mistakes))
    return CaseStudy(identity, section.title, fields[""].text, artefacts), fields


def _read_links(study: CaseStudy, fields: Fields, mistakes: Mistakes) -> Iterator[Link]:
    """Yield the areas that a case study names, each of them once."""
    seen: set[int] = set()
    for label in (AREAS, _ALSO_LINKED):
        for number in area_numbers(label, fields[label], seen, mistakes):
            yield Link(number, study, label == AREAS, fields[label].number)


def area_numbers(label: str, field: Line, seen: set[int], mistakes: Mistakes) -> Iterator[int]:
    """Yield the areas that the field names; report those in `seen`, which grows by the others.

    Whether there are such areas is not known here.
    """
    for part in (part.strip() for part in field.text.split(",") if field.text):
        if not _NUMBER.fullmatch(part):
            wrong = f'{quoted(part)} after "{label}:"'
            mistakes.add(field.number, wrong, 'numbers of areas, with "," between them')
        elif int(part) in seen:
            mistakes.add(field.number, f"area {part} a second time", "each area once")
        else:
            seen.add(int(part))
            yield int(part)


def read_signposts(section: Section, mistakes: Mistakes) -> tuple[Signpost, ...]:
    """Read `# Signposts`."""
    if is_empty(section, mistakes, _SIGNPOSTS):
        return ()
    content(section, mistakes, _SIGNPOSTS)
    headings = children(section, mistakes, "Title of a signpost")
    return tuple(_read_signpost(heading, mistakes) for heading in headings)


def _read_signpost(section: Section, mistakes: Mistakes) -> Signpost:
    no_headings(section, mistakes)
    if not section.title:
        mistakes.add(section.line, "a heading without text", "the signpost's title")
    found = content(section, mistakes, _SIGNPOST, paragraphs=True, lists=True)
    if not found.lists:
        mistakes.add(section.line, f"no list below {named(section)}", _SIGNPOST)
    text = fields_of(found.paragraphs, (), mistakes, _SIGNPOST)[""]
    items = [_read_place(item, mistakes) for item in items_of(found.lists, mistakes)]
    return Signpost(section.title, tuple(items), text.text)


def _read_place(item: Line, mistakes: Mistakes) -> SignpostItem:
    """Read `Name (accessed 08.01.2026)` or `Name`; the day stays as it is written."""
    match = _ACCESSED.fullmatch(item.text)
    if not match:
        return SignpostItem(item.text)
    if not match[1] or not match[2].strip():
        wrong = f"the place {quoted(item.text)} lacks its name or its day"
        mistakes.add(item.number, wrong, 'a line like "Name (accessed 08.01.2026)"')
    return SignpostItem(match[1], match[2].strip())
