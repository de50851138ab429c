"""Reads a pack: one Markdown file that holds a framework, and that a SENCO can read and edit.

The format is what the functions of `read_scale`, `read_areas` and `read_lists` say, one for each
part. Every mistake of a file is found in one reading. Comments (`<!-- -->`) on lines of their own
are notes among authors and are left out.
"""

from collections.abc import Iterator

from frameworks.mistakes import Mistakes, PackError, choice, quoted
from frameworks.model import Area, CaseStudy, Framework, Scale
from frameworks.outline import LONGEST_PACK, Line, Outline, Section, read_outline
from frameworks.read_areas import AreaReader
from frameworks.read_lists import Link, read_about, read_case_studies, read_guidance, read_signposts
from frameworks.read_scale import read_scale
from frameworks.sections import children, content, named, unknown_heading
from frameworks.slugs import SLUG

__all__ = ["PackError", "read_pack"]

_NAMES = ("id", "title", "version", "publisher", "source", "scale")
_ABOUT, _GUIDANCE, _SCALE = "About", "Guidance", "Scale"
_STUDIES, _SIGNPOSTS = "Case studies", "Signposts"
_ONCE = (_ABOUT, _GUIDANCE, _SCALE, _STUDIES, _SIGNPOSTS)
_HEADINGS = (_ABOUT, _GUIDANCE, _SCALE, "Area 1: Title", _STUDIES, _SIGNPOSTS)


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
    areas, others = _sort_headings(outline, mistakes)
    scale = Scale(names["scale"], ())
    if _SCALE in others:
        scale = read_scale(others[_SCALE], names["scale"], mistakes)
    studies: tuple[CaseStudy, ...] = ()
    links: tuple[Link, ...] = ()
    if _STUDIES in others:
        studies, links = read_case_studies(others[_STUDIES], mistakes)
    about = read_about(others[_ABOUT], mistakes) if _ABOUT in others else ()
    guidance = read_guidance(others[_GUIDANCE], mistakes) if _GUIDANCE in others else ()
    signposts = read_signposts(others[_SIGNPOSTS], mistakes) if _SIGNPOSTS in others else ()
    return Framework(
        id=names["id"],
        title=names["title"],
        version=names["version"],
        publisher=names["publisher"],
        source=names["source"],
        scale=scale,
        areas=tuple(_read_areas(areas, AreaReader(scale, studies, links, mistakes))),
        about=about,
        guidance=guidance,
        case_studies=studies,
        signposts=signposts,
    )


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
        if section.title.startswith("Area"):
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
        return dict.fromkeys(_NAMES, "")
    for line in outline.front:
        name, colon, value = line.text.partition(":")
        name, value = name.strip(), value.strip()
        if not colon:
            wrong = f"the line {quoted(line.text)} in the front matter"
            mistakes.add(line.number, wrong, 'a line like "title: ..."')
        elif name not in _NAMES:
            mistakes.add(line.number, f"the unknown name {quoted(name)}", choice(*_NAMES))
        elif name in found:
            mistakes.add(line.number, f'a second "{name}:"', "each name once")
        else:
            found[name] = value
            _check_value(name, Line(line.number, value), mistakes)
    for name in _NAMES:
        if name not in found:
            wrong = f'no "{name}:" in the front matter'
            mistakes.add(1, wrong, f'a line like "{name}: ..."')
    return {name: found.get(name, "") for name in _NAMES}


def _check_value(name: str, value: Line, mistakes: Mistakes) -> None:
    if not value.text:
        mistakes.add(value.number, f'"{name}:" without text', "text after it")
    elif name == "id" and not SLUG.fullmatch(value.text):
        wrong = f"the id {quoted(value.text)} cannot be used"
        mistakes.add(value.number, wrong, "lower-case letters, digits and single hyphens")
