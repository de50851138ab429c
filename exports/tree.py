"""A document as a tree: what HTML and Word are both made of, so that they cannot differ in substance.

Text in it is text: nothing is escaped, and every character is one that XML and HTML can hold. What a
format adds by itself (contents, page numbers, the look) is in no tree.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec

from .words import day

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
"""What XML cannot hold, or HTML would read as something else."""


def sayable(text: str) -> str:
    """Return text with a sign in the place of each character that a format cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


class About(msgspec.Struct, frozen=True):
    """What a document says of itself outside its text: in its title, its header and its footer."""

    title: str
    language: str = "en-GB"
    state: str = ""
    """In words: `Draft`; empty: it has none."""
    framework: str = ""
    version: str = ""
    made: datetime | None = None

    def shown(self) -> "About":
        """Return the same as documents show it, in characters that every format can hold."""
        return msgspec.structs.replace(
            self,
            title=sayable(self.title),
            state=sayable(self.state[:1].upper() + self.state[1:]),
            framework=sayable(self.framework),
            version=sayable(self.version),
        )

    @property
    def stamp(self) -> str:
        """Which document this is, in a line: its state, the framework with its version, the day."""
        version = f"{self.framework}, version {self.version}" if self.version else self.framework
        on = day(self.made.date().isoformat()) if self.made else ""
        return " · ".join(part for part in (self.state, version, on) if part)


class Run(msgspec.Struct, frozen=True):
    """Some text, on one line, that looks the same from end to end."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


class Break(msgspec.Struct, frozen=True):
    """What follows stands on a line of its own."""


Content: TypeAlias = tuple[Run | Break, ...]
"""What a paragraph, a heading or a cell says."""


class Heading(msgspec.Struct, frozen=True):
    """A heading."""

    rank: Literal[1, 2, 3, 4, 5, 6]
    """1 is the document's title, and there is one; no rank is left out on the way down."""
    content: Content
    anchor: str
    """A name for links within the document: ASCII letters, digits and `-`."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph."""

    content: Content


class Listing(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    """The number of the first item; None: its items have no order."""


class Table(msgspec.Struct, frozen=True):
    """A table; every row has as many cells as the head."""

    number: int
    """Which table of the document it is, from 1."""
    about: str
    """What it shows: the heading, or the sentence, that it follows."""
    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]

    @property
    def caption(self) -> str:
        """What stands above it."""
        return f"{self.name}. {self.about}" if self.about else self.name

    @property
    def name(self) -> str:
        """What it is called."""
        return f"Table {self.number}"

    @property
    def has_row_heads(self) -> bool:
        """Whether the first column names its rows: each has a name of its own.

        Columns that share a name belong to others than the first, and not all to one row.
        """
        names = [plain(row[0]) for row in self.rows]
        columns = {plain(cell) for cell in self.head}
        apart = len(set(names)) == len(names) and len(columns) == len(self.head)
        return apart and len(columns) > 1 and all(names)


Block: TypeAlias = Heading | Paragraph | Listing | Table


class Document(msgspec.Struct, frozen=True):
    """A document; its first block is its title."""

    blocks: tuple[Block, ...]


def plain(content: Content) -> str:
    """Return what is said, a line break as a newline."""
    return "".join(part.text if isinstance(part, Run) else "\n" for part in content)


def words_of(document: Document) -> str:
    """Return all that a document says, a line or more a block, to be compared."""
    return "\n".join(_words(document.blocks))


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield plain(content)
            case Listing():
                for item in block.items:
                    yield from _words(item)
            case Table():
                yield block.caption
                for row in (block.head, *block.rows):
                    yield from map(plain, row)
