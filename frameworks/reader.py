"""Reads a pack: one Markdown file that holds a framework, and that a SENCO can read and edit.

The format is what the functions of `read_scale`, `read_areas`, `read_lists` and `read_sets` say,
one for each part. Every mistake of a file is found in one reading. Comments (`<!-- -->`) on lines
of their own are notes among authors and are left out.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from frameworks.mistakes import Mistakes, PackError, choice, quoted
from frameworks.model import Area, CaseStudy, Framework, Scale
from frameworks.outline import LONGEST_PACK, Line, Outline, Section, read_outline
from frameworks.read_areas import AreaReader
from frameworks.read_lists import Link, read_about, read_case_studies, read_list, read_signposts
from frameworks.read_scale import read_scale
from frameworks.read_sets import read_fields, read_sets, with_sets
from frameworks.sections import children, content, named, unknown_heading
from frameworks.slugs import SLUG

__all__ = ["PackError", "read_pack"]

_NAMES = ("id", "title", "version", "publisher", "source", "scale")
_ORDER, _RISING, _FALLING = "order", "rising", "falling"
_ABOUT, _PURPOSES, _DRAWS_ON, _GUIDANCE = "About", "Purposes", "Draws on", "Guidance"
_SCALE, _JUDGEMENT = "Scale", "Judgement"
_QUESTIONS, _REFERENCES = "Questions", "References"
_STUDIES, _SIGNPOSTS = "Case studies", "Signposts"
_BEFORE_AREAS = (_ABOUT, _PURPOSES, _DRAWS_ON, _GUIDANCE, _SCALE, _JUDGEMENT)
_AFTER_AREAS = (_QUESTIONS, _REFERENCES, _STUDIES, _SIGNPOSTS)
_ONCE = (*_BEFORE_AREAS, *_AFTER_AREAS)
_HEADINGS = (*_BEFORE_AREAS, "Area 1: Title", *_AFTER_AREAS)

_T = TypeVar("_T")


def read_pack(text: str) -> Framework:
    """Return the framework that a pack holds.

    Raises `PackError` with every mistake in the text; never anything else, whatever the text.
    """
    mistakes = Mistakes()
    if len(text) > LONGEST_PACK:
        mistakes.add(1, "a file too long for a pack", f"at most {LONGEST_PACK:,} characters")
        raise PackError(mistakes.in_order())
    outline = read_outline(text, mistakes)
    framework = _read_framework(outline, mistakes)
    if mistakes:
        raise PackError(mistakes.in_order())
    return framework


def _read_framework(outline: Outline, mistakes: Mistakes) -> Framework:
    names = _read_front_matter(outline, mistakes)
    before = 'a heading like "# About" or "# Scale" first'
    content(outline.body, mistakes, before)
    sections, others = _sort_headings(outline, mistakes)
    falling = names[_ORDER].casefold() == _FALLING
    scale = Scale(names["scale"], (), falling)
    if _SCALE in others:
        scale = read_scale(others[_SCALE], names["scale"], falling, mistakes)
    studies: tuple[CaseStudy, ...] = ()
    links: tuple[Link, ...] = ()
    if _STUDIES in others:
        studies, links = read_case_studies(others[_STUDIES], mistakes)
    areas = tuple(_read_areas(sections, AreaReader(scale, studies, links, mistakes)))
    # By place too: an area with a wrong number is one mistake, not one wherever it is named
    numbers = {area.number for area in areas} | set(range(1, len(areas) + 1))
    sets = partial(read_sets, numbers)
    questions = _if_there(sets, others.get(_QUESTIONS), mistakes)
    references = _if_there(sets, others.get(_REFERENCES), mistakes)
    return Framework(
        id=names["id"],
        title=names["title"],
        version=names["version"],
        publisher=names["publisher"],
        source=names["source"],
        scale=scale,
        areas=tuple(with_sets(area, questions, references) for area in areas),
        about=_if_there(read_about, others.get(_ABOUT), mistakes),
        guidance=_if_there(read_list, others.get(_GUIDANCE), mistakes),
        case_studies=studies,
        signposts=_if_there(read_signposts, others.get(_SIGNPOSTS), mistakes),
        purposes=_if_there(read_list, others.get(_PURPOSES), mistakes),
        draws_on=_if_there(read_list, others.get(_DRAWS_ON), mistakes),
        fields=_if_there(read_fields, others.get(_JUDGEMENT), mistakes),
        question_sets=questions,
        reference_sets=references,
    )


def _if_there(
    read: Callable[[Section, Mistakes], tuple[_T, ...]], section: Section | None, mistakes: Mistakes
) -> tuple[_T, ...]:
    return read(section, mistakes) if section else ()


def _read_areas(sections: list[Section], reader: AreaReader) -> Iterator[Area]:
    for section in sections:
        yield reader.read(section)
    reader.finish()


def _sort_headings(
    outline: Outline, mistakes: Mistakes
) -> tuple[list[Section], dict[str, Section]]:
    """Return the areas, and the other `#` headings by their title."""
    areas: list[Section] = []
    others: dict[str, Section] = {}
    for section in children(outline.body, mistakes, *_HEADINGS):
        if section.title.casefold().startswith("area"):
            areas.append(section)
        elif section.title in others:
            mistakes.add(section.line, f"a second {named(section)}", "it once in a pack")
        elif section.title in _ONCE:
            others[section.title] = section
        else:
            unknown_heading(section, mistakes, 1, *_HEADINGS)
    if _SCALE not in others:
        mistakes.add(outline.last_line, 'no heading "# Scale"', "one, with the steps below it")
    if not areas:
        mistakes.add(outline.last_line, "no area", 'a heading like "# Area 1: Title"')
    return areas, others


def _read_front_matter(outline: Outline, mistakes: Mistakes) -> dict[str, str]:
    """Return what the front matter says, by name; nothing for a name that is missing."""
    found: dict[str, str] = {}
    if outline.front is None:
        expected = 'a line "---", lines like "title: ...", and another line "---"'
        mistakes.add(1, "no front matter", expected)
        return dict.fromkeys((*_NAMES, _ORDER), "")
    for line in outline.front:
        name, colon, value = line.text.partition(":")
        name, value = name.strip(), value.strip()
        if not colon:
            wrong = f"the line {quoted(line.text)} in the front matter"
            mistakes.add(line.number, wrong, 'a line like "title: ..."')
        elif name not in (*_NAMES, _ORDER):
            wrong = f"the unknown name {quoted(name)}"
            mistakes.add(line.number, wrong, choice(*_NAMES, _ORDER))
        elif name in found:
            mistakes.add(line.number, f'a second "{name}:"', "each name once")
        else:
            found[name] = value
            _check_value(name, Line(line.number, value), mistakes)
    for name in _NAMES:
        if name not in found:
            wrong = f'no "{name}:" in the front matter'
            mistakes.add(1, wrong, f'a line like "{name}: ..."')
    return {name: found.get(name, "") for name in (*_NAMES, _ORDER)}


def _check_value(name: str, value: Line, mistakes: Mistakes) -> None:
    if not value.text:
        mistakes.add(value.number, f'"{name}:" without text', "text after it")
    elif name == "id" and not SLUG.fullmatch(value.text):
        wrong = f"the id {quoted(value.text)} cannot be used"
        mistakes.add(value.number, wrong, "lower-case letters, digits and single hyphens")
    elif name == _ORDER and value.text.casefold() not in (_RISING, _FALLING):
        wrong = f"the order {quoted(value.text)}"
        mistakes.add(value.number, wrong, choice(_RISING, _FALLING))
