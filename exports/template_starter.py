"""A template to begin with: it works as it is, and explains itself."""

from .parts import PARTS
from .template import FONTS, Template

_LINE = 88


def starter_template() -> str:
    """Return a template as TOML, with every key that there is, in comments where it needs a choice."""
    ours = Template()
    values = {
        "ACCENT": ours.accent,
        "HEADING": ours.heading,
        "BODY": ours.body_font,
        "FONTS": _commented(FONTS),
        "PARTS": "\n".join(f"#   {key.ljust(14)}{about}" for key, about in PARTS.items()),
    }
    text = _STARTER
    for name, value in values.items():
        text = text.replace(f"${name}$", value)
    return text


def _commented(names: tuple[str, ...]) -> str:
    """Return names in lines of a comment."""
    lines = ["#  "]
    for place, name in enumerate(names):
        piece = f" {name}{',' if place < len(names) - 1 else '.'}"
        if len(lines[-1]) + len(piece) > _LINE:
            lines.append("#  ")
        lines[-1] += piece
    return "\n".join(lines)


_STARTER = """\
# How your school's documents look: the report, the plan and the others, in HTML and in Word.
#
# Lines that begin with # are notes to you. To use one that shows a key, take its # away. Whatever is
# not said here stays as it is. See whether all is well with:   inclusion-review template check FILE

# Your school's name, at the head of each document.
name = "Our School"

# Your logo: a PNG, JPEG or SVG file in the same folder as this one, of at most 500 kB.
# Word documents show PNG and JPEG; in place of an SVG they show the name alone.
# logo = "logo.png"

# A line at the head, and one at the foot, of each page.
# header = "Everyone belongs here"
# footer = "Shared with governors, and with nobody else"

# The order of the parts, by the names that the list below gives them. Parts that you leave out come
# after those that you name: none is ever lost. Each document has some of them.
# order = ["facts", "headline", "findings", "plan"]

# Two colours. Each must stand out from white by at least 7:1, so that everybody can read it.
[colours]
accent = "$ACCENT$"
heading = "$HEADING$"

# Fonts that nearly every computer has:
$FONTS$
[fonts]
body = "$BODY$"
headings = "$BODY$"

# Your own words for the heading of a part. The parts:
$PARTS$
[headings]
# headline = "In short"
"""
