"""A school's own template: its logo, colours, fonts, headings and order of parts, in one file."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from frameworks.model import Mistake
from sessions.errors import Refused

from .escape import heading
from .parts import PARTS, UNHEADED, Part
from .template_logo import Logo

SANS = ("Arial", "Calibri", "Segoe UI", "Tahoma", "Trebuchet MS", "Verdana")
SERIF = ("Cambria", "Georgia", "Palatino Linotype", "Times New Roman")
FONTS = (*SANS, *SERIF)
"""The fonts that a template may name: those that Windows and macOS have, or replace well."""


class Template(msgspec.Struct, frozen=True):
    """How a school's documents look, and how they are put together; what it does not say is ours."""

    name: str = ""
    """The school's name, at the head of each document."""
    logo: Logo | None = None
    accent: str = "#0b5563"
    """A colour that stands out from white as text must; so do all here."""
    heading: str = "#12344d"
    body_font: str = "Arial"
    heading_font: str = "Arial"
    headings: tuple[tuple[str, str], ...] = ()
    """Keys of parts, and the school's own heading of each."""
    order: tuple[str, ...] = ()
    """Keys of parts, in the order that the school wants."""
    header: str = ""
    """A line at the head of each page."""
    footer: str = ""
    """A line at the foot of each page."""


class TemplateError(Refused):
    """A template that is not as it must be.

    Its message names the first mistake as `FILE:LINE: what is wrong; what was expected`.
    """

    def __init__(self, path: Path, mistakes: tuple[Mistake, ...]) -> None:
        self.lines = tuple(mistake.at(str(path)) for mistake in mistakes)
        """Every mistake, the first line's first."""
        more = len(mistakes) - 1
        others = f" (and {more} more; template check {path} names all)" if more else ""
        super().__init__(f"{self.lines[0]}{others}")


def read_template(path: Path) -> Template:
    """Return the template in a file. Raises TemplateError; Refused if there is no such file."""
    # Here, and not above: few calls need a template, and each needs the rest of this module.
    from .template_reading import read_file

    return read_file(path)


# How a template puts a document together

_HEADING = re.compile(r"^(?=#{1,5} )")


def arrange(parts: Iterable[Part], template: Template) -> tuple[Part, ...]:
    """Return a document's parts in the template's order and under its headings.

    Parts that the order leaves out come after those that it names, in the order they have; parts of
    one key stay together. Facts that come to stand after another part need a heading, and get one.
    """
    places = {key: place for place, key in enumerate(template.order)}
    ordered = sorted(parts, key=lambda part: places.get(part.key, len(places)))
    own, begun, made = dict(template.headings), set[str](), list[Part]()
    for part in ordered:
        words = own.get(part.key, "")
        if part.key == "facts" and made and not words:
            words = PARTS["facts"]
        made.append(_headed(part, words, first=part.key not in begun) if words else part)
        begun.add(part.key)
    return tuple(made)


def _headed(part: Part, words: str, *, first: bool) -> Part:
    """Return a part under a heading in these words; `first`: it is the first of its key."""
    line = f"## {heading(words)}"
    if part.key in UNHEADED:  # what it holds stands below the new heading, a rank lower
        lower = tuple(_HEADING.sub("#", block, count=1) for block in part.blocks)
        return Part(part.key, (line, *lower) if first else lower)
    if first and part.blocks and part.blocks[0].startswith("## "):
        _, newline, rest = part.blocks[0].partition("\n")
        return Part(part.key, (line + newline + rest, *part.blocks[1:]))
    return part
