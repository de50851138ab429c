"""Pieces of a Markdown document: lists, notes and tables, from text that is not escaped yet."""

from collections.abc import Iterable, Sequence

from .escape import BREAK, block, cell, indented, inline
from .model import NoteLine
from .words import APART, LATE, moment

_WIDEST = 28
"""Columns of a table are padded up to this many characters, so that they line up as plain text."""


def item(*parts: str) -> str:
    """Return an item of a list; each part, Markdown, begins a line of its own."""
    return indented(BREAK.join(part for part in parts if part), "- ")


def bold(text: str) -> str:
    """Return text, on one line, as bold; something must follow that is no letter."""
    return f"**{inline(text)}**" if text.strip() else ""


def labelled(label: str, text: str) -> str:
    """Return `label: text` for text of any number of lines; nothing if there is none."""
    return f"{label}: {block(text)}" if text else ""


def ended(markdown: str) -> str:
    """Return Markdown that ends as a sentence does."""
    return markdown if markdown.endswith((".", "!", "?")) else f"{markdown}."


def short_list(items: Iterable[str]) -> str:
    """Return items without a line between them."""
    return "\n".join(items)


def long_list(items: Iterable[str]) -> str:
    """Return items with a line between them: for those that run over several lines."""
    return "\n\n".join(items)


def note_item(note: NoteLine, visit: str) -> str:
    """Return a note as an item: its text, and on a line of its own where it comes from."""
    about = [note.source or "source not said", note.where, moment(note.observed, visit)]
    marks = [LATE] * note.late + [APART] * note.apart
    known = "; ".join(inline(part) for part in (*about, *marks) if part)
    return item(block(note.text), f"({inline(note.ref)}: {known})")


def numbered_list(items: Iterable[str]) -> str:
    """Return texts, Markdown, as a list in an order, with a line between them."""
    return "\n\n".join(indented(text, f"{place}. ") for place, text in enumerate(items, 1))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of texts; a column that says nothing in any row is left out."""
    cells = [[cell(text) for text in row] for row in rows]
    kept = [place for place in range(len(head)) if any(row[place] for row in cells)]
    return whole_table(
        [head[place] for place in kept], [[row[place] for place in kept] for row in cells]
    )


def whole_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already, with every column, to be filled in.

    A cell is one line: Markdown has no paragraphs or lists in a table, and HTML in their place
    would be lost on the way to a word processor. What is several things takes several rows.
    """
    lines = [list(head), *(list(row) for row in rows)]
    widths = [
        min(_WIDEST, max(3, *(len(line[place]) for line in lines))) for place in range(len(head))
    ]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(text.ljust(w) for text, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def in_cell(markdown: str) -> str:
    """Return Markdown of one line, made with `inline` or `bold`, for a cell of a table."""
    return markdown.replace("|", r"\|")
