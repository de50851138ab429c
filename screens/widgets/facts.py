"""What a detail is made of: a text behind a label, or under a heading; and statements by name."""

from collections.abc import Iterable

from textual.content import Content

from screens.symbols import Symbols
from sessions.seen import SessionView

from .lines import shorten

LONGEST = 1500
"""Characters of a text that a detail shows; `f` shows the rest."""

_LABEL, _REF = 13, 6  # columns
_RAGGED = 8  # columns that words may leave at the end of a line


def cut(text: str, width: int, symbols: Symbols) -> str:
    """Return a text as a detail shows it; a width of 0 is for reading all of it."""
    if not width or len(text) <= LONGEST:
        return text
    return text[:LONGEST].rstrip() + symbols.cut


def fact(label: str, text: str | Content, width: int, indent: int = _LABEL) -> list[Content]:
    """Return a text behind its label, further lines under the first; without text nothing."""
    content = Content(text) if isinstance(text, str) else text
    if not content.plain:
        return []
    lines = content.wrap(max(width - indent, 12)) if width else [content]
    margins = [label.ljust(indent), *[" " * indent] * (len(lines) - 1)]
    return [Content.assemble((m, "$muted"), line) for m, line in zip(margins, lines, strict=True)]


def passage(label: str, text: str) -> list[Content]:
    """Return a text under its heading, with an empty line before; without text nothing."""
    return [Content(""), Content.styled(label, "$muted"), Content(text)] if text else []


def statements_named(
    seen: SessionView, refs: Iterable[str], width: int, symbols: Symbols
) -> list[Content]:
    """Return statements by ref, each with as much of its words as two lines hold."""
    found = []
    for ref in refs:
        statement = seen.statement(ref)
        words = statement.text if statement else "outside this review"
        room = 2 * (width - _REF) - _RAGGED
        found += fact(ref, shorten(words, room, symbols) if width else words, width, _REF)
    return found
