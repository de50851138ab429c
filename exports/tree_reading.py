"""Reads Markdown into a tree, once for every format that is made of it.

The parser is markdown-it-py's CommonMark with tables and without HTML. What our own documents hold
has a place in the tree; of anything else (a quotation, a picture, code) its words are kept.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, cast

import msgspec

from .tree import (
    Block,
    Break,
    Content,
    Document,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    plain,
    sayable,
)

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_tree(markdown: str, title: str) -> Document:
    """Return the tree of a Markdown document; `title`: its heading, should it have none."""
    # Here, and not above: it is slow to import, and most calls need no tree.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    blocks = _Reader(parser.parse(markdown)).blocks()
    return Document(_ranked(blocks, title))


def _ranked(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Return blocks that begin with the only title, and leave out no rank on the way down."""
    found: list[Block] = []
    if not (blocks and isinstance(blocks[0], Heading)):
        found.append(Heading(1, _runs(title, Run("")), "part-0"))
    last = 1 if found else 0
    for block in blocks:
        if isinstance(block, Heading):
            last = min(max(block.rank, 2), last + 1) if last else 1
            block = msgspec.structs.replace(block, rank=cast(Literal[1, 2, 3, 4, 5, 6], last))
        found.append(block)
    return tuple(found)


class _Reader:
    """Reads a row of tokens from its beginning to its end."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self._tokens = tokens
        self._place = 0
        self._headings = 0
        self._tables = 0
        self._above = ""
        """The words that a table here would be about."""

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks up to the end of what they stand in, which is read as well."""
        found: list[Block] = []
        while self._place < len(self._tokens):
            token = self._next()
            if token.nesting < 0:
                break
            found.extend(self._block(token))
        return tuple(found)

    def _next(self) -> "Token":
        token = self._tokens[self._place]
        self._place += 1
        return token

    def _block(self, token: "Token") -> tuple[Block, ...]:
        match token.type:
            case "heading_open":
                return (self._heading(int(token.tag[1])),)
            case "paragraph_open":
                return self._paragraph()
            case "bullet_list_open":
                return (Listing(self._items()),)
            case "ordered_list_open":
                return (Listing(self._items(), int(token.attrGet("start") or 1)),)
            case "table_open":
                return (self._table(),)
            case "blockquote_open":
                return self.blocks()
            case "fence" | "code_block":
                return (Paragraph(_runs(token.content.rstrip("\n"), Run("", code=True))),)
            case _:  # a rule between two parts says nothing
                return ()

    def _inline(self) -> Content:
        """Return what the element that was just opened says, and go to its end."""
        content = _content(self._next())
        self._next()
        return content

    def _heading(self, rank: int) -> Heading:
        content = self._inline()
        self._headings += 1
        self._above = plain(content)
        return Heading(
            cast(Literal[1, 2, 3, 4, 5, 6], rank), content, anchor=f"part-{self._headings}"
        )

    def _paragraph(self) -> tuple[Block, ...]:
        content = self._inline()
        if not content:
            return ()
        said = plain(content)
        if said.endswith(":") and "\n" not in said:
            self._above = said.removesuffix(":")
        return (Paragraph(content),)

    def _items(self) -> tuple[tuple[Block, ...], ...]:
        items = []
        while self._next().type == "list_item_open":
            items.append(self.blocks())
        return tuple(items)

    def _table(self) -> Table:
        rows: list[tuple[Content, ...]] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append(self._row())
        self._tables += 1
        return Table(self._tables, " ".join(self._above.split()), rows[0], tuple(rows[1:]))

    def _row(self) -> tuple[Content, ...]:
        cells = []
        while self._next().type != "tr_close":
            cells.append(self._inline())
        return tuple(cells)


# What stands in a line


def _content(inline: "Token") -> Content:
    found: list[Run | Break] = []
    strong = emphasis = 0
    links: list[tuple[str, int]] = []
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "hardbreak":
                found.append(Break())
            case "softbreak":
                found.append(Run(" ", strong > 0, emphasis > 0))
            case "link_open":
                links.append((str(token.attrGet("href") or ""), len(found)))
            case "link_close":
                address, begun = links.pop()
                if address not in plain(tuple(found[begun:])):
                    found.append(Run(f" ({address})", strong > 0, emphasis > 0))
            case kind:  # text, code, and the words that stand for a picture
                found += _runs(token.content, Run("", strong > 0, emphasis > 0, "code" in kind))
    return _joined(found)


def _runs(text: str, like: Run) -> Content:
    """Return text as runs that look `like` one, with a break for each newline in it."""
    found: list[Run | Break] = []
    for place, line in enumerate(sayable(text).split("\n")):
        found += [Break()] if place else []
        found += [msgspec.structs.replace(like, text=line)] if line else []
    return tuple(found)


def _joined(found: Sequence[Run | Break]) -> Content:
    """Return the same with as few runs as there can be."""
    made: list[Run | Break] = []
    for part in found:
        last = made[-1] if made else None
        if isinstance(part, Run) and isinstance(last, Run) and _alike(part, last):
            made[-1] = msgspec.structs.replace(last, text=last.text + part.text)
        else:
            made.append(part)
    return tuple(made)


def _alike(one: Run, other: Run) -> bool:
    return (one.strong, one.emphasis, one.code) == (other.strong, other.emphasis, other.code)
