"""What a format may show in a manner of its own, without a change to what is said."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from .tree import Block, Break, Content, Document, Heading, Listing, Paragraph, Run, Table, plain

_FEWEST_SECTIONS = 3
_FEWEST_BLOCKS = 60
"""A document with fewer sections, or of so few blocks that it fills three pages, needs no list of contents."""
_SHORT = 6
"""A table of so many rows is kept on one page."""
_LONGEST_NAME = 60
"""Characters of a row's first cell; a longer one is a text, and not set in bold."""
_LONGEST_LEAD = 240
"""Characters of a paragraph that is kept on the page of the list or table it leads to."""


def kept(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield blocks, each with whether it leads to the next: a page should not end between the two."""
    for block, after in zip_longest(blocks, blocks[1:]):
        leads = (
            isinstance(block, Paragraph)
            and isinstance(after, Listing | Table)
            and len(plain(block.content)) <= _LONGEST_LEAD
        )
        yield block, leads


def contents_of(document: Document) -> tuple[Heading, ...]:
    """Return the headings that a list of contents names, before the first of which it stands."""
    found = tuple(b for b in document.blocks if isinstance(b, Heading) and b.rank == 2)
    is_long = len(found) >= _FEWEST_SECTIONS and len(document.blocks) >= _FEWEST_BLOCKS
    return found if is_long else ()


def is_short(table: Table) -> bool:
    """Return whether a table is kept on one page."""
    return len(table.rows) <= _SHORT


def is_name(cell: Content) -> bool:
    """Return whether the first cell of a row is short enough to be set in bold."""
    return len(plain(cell)) <= _LONGEST_NAME


_LABEL = re.compile(r"[^:\n]{2,40}:(?= )")


def facts_of(document: Document) -> Listing | None:
    """Return the list that follows the title, if each item in it is `label: what is so`."""
    first = document.blocks[1] if len(document.blocks) > 1 else None
    if isinstance(first, Listing) and all(_is_fact(item) for item in first.items):
        return first
    return None


def _is_fact(item: tuple[Block, ...]) -> bool:
    match item:
        case (Paragraph(content=(Run() as run, *_)),):
            return _LABEL.match(run.text) is not None
        case _:
            return False


def label_apart(content: Content) -> tuple[Content, Content]:
    """Return the label of a fact, strong, and the rest of it, without the space between the two."""
    run = content[0] if content else None
    found = _LABEL.match(run.text) if isinstance(run, Run) else None
    if found is None or not isinstance(run, Run):
        return (), content
    rest = msgspec.structs.replace(run, text=run.text[found.end() + 1 :])
    return (Run(found[0], strong=True),), (rest, *content[1:])


def origin_apart(content: Content) -> tuple[Content, Content]:
    """Return an item without, and with only, its last line where that is in brackets: where it is from.

    The break between the two is in the second.
    """
    places = [place for place, part in enumerate(content) if isinstance(part, Break)]
    if places and places[-1] > 0:
        last = plain(content[places[-1] + 1 :])
        if last.startswith("(") and last.endswith(")"):
            return content[: places[-1]], content[places[-1] :]
    return content, ()
