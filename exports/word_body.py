"""The text of a Word document: a tree as WordprocessingML, with styles, captions, links and lists.

It is made as one XML text and read once: a call of python-docx for each cell of a long report would
take many times as long.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from .tree import Block, Break, Content, Document, Heading, Listing, Paragraph, Run, Table, plain
from .tree_look import (
    contents_of,
    facts_of,
    is_name,
    is_short,
    kept,
    label_apart,
    origin_apart,
)
from .word_tables import grid, widths

BULLETS = 1
"""The numbering of every list without an order."""
FIRST_ORDERED = 10
"""The numbering of the first list with an order; each has one of its own, and so begins anew."""

_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4", 6: "Heading5"}
_DEEPEST = 8


class Body:
    """Makes the text of a document; afterwards `starts` holds where its ordered lists begin."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.starts: list[int] = []
        """The first number of each ordered list, the first list's first."""
        self._below_frame = False
        """Whether a table, or the list of facts, was the last block."""

    def xml(self) -> str:
        """Return all blocks, as XML in the namespace `w`."""
        return "".join(self._all())

    def _all(self) -> Iterator[str]:
        document, facts = self._document, facts_of(self._document)
        sections = contents_of(document)
        for block, leads in kept(document.blocks):
            if sections and block is sections[0]:
                yield from _contents(sections)
            if block is facts and isinstance(block, Listing):
                yield from _facts(block)
                self._below_frame = True
            else:
                yield from self._block(block, leads)

    def _block(self, block: Block, leads: bool, depth: int = -1) -> Iterator[str]:
        """Yield a block; `depth`: that of the list it stands in, from 0; -1: in none."""
        below, self._below_frame = self._below_frame, isinstance(block, Table)
        match block:
            case Heading():
                yield _heading(block)
            case Paragraph():
                style = "ListContinue" if depth >= 0 else ""
                yield _paragraph(_said(block.content), style, _properties(depth, leads, below))
            case Listing():
                yield from self._listing(block, min(depth + 1, _DEEPEST))
            case Table():
                yield _caption(block)
                yield _table(block)

    def _listing(self, listing: Listing, depth: int) -> Iterator[str]:
        number, style = BULLETS, "ListBullet"
        if listing.start is not None:
            number, style = FIRST_ORDERED + len(self.starts), "ListNumber"
            self.starts.append(listing.start)
        mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in listing.items:
            first, *others = item or (Paragraph(()),)
            if isinstance(first, Paragraph):
                yield _paragraph(_said(first.content), style, mark)
            else:
                others = [first, *others]
            for block, leads in kept(others):
                yield from self._block(block, leads, depth)


def _properties(depth: int, leads: bool, below_frame: bool) -> str:
    keep = "<w:keepNext/>" if leads else ""
    space = '<w:spacing w:before="200"/>' if below_frame else ""
    return keep + space + (f'<w:ind w:left="{(depth + 1) * 357}"/>' if depth >= 0 else "")


# Paragraphs


def _paragraph(inside: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{about}{inside}</w:p>"


def _heading(heading: Heading) -> str:
    number = heading.anchor.removeprefix("part-")
    mark = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(heading.anchor)}/>'
    said = _inline(heading.content)
    return _paragraph(f'{mark}{said}<w:bookmarkEnd w:id="{number}"/>', _STYLES[heading.rank])


def _facts(facts: Listing) -> Iterator[str]:
    for item in facts.items:
        for fact in item:
            content = fact.content if isinstance(fact, Paragraph) else ()
            label, rest = label_apart(content)
            yield _paragraph(_inline(label) + _text(" ") + _inline(rest), "Facts")


def _contents(sections: Sequence[Heading]) -> Iterator[str]:
    """Yield a list of contents: a field that a word processor can bring up to date, filled already."""
    yield _paragraph(_text("Contents"), "TOCHeading")
    field = r'TOC \o "1-1" \n \h \z'
    for place, section in enumerate(sections):
        begin = _begin(field) if place == 0 else ""
        end = _END if place == len(sections) - 1 else ""
        name = _text(" ".join(plain(section.content).split()))
        link = (
            f'<w:hyperlink w:anchor={quoteattr(section.anchor)} w:history="1">{name}</w:hyperlink>'
        )
        yield _paragraph(begin + link + end, "TOC1")


def _caption(table: Table) -> str:
    """Return a table's caption, its number a field that counts the tables."""
    word, _, number = table.name.partition(" ")
    rest = table.caption.removeprefix(table.name)
    counted = _begin(r"SEQ Table \* ARABIC") + _text(number) + _END
    return _paragraph(_text(f"{word} ") + counted + _text(rest), "Caption")


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


# Tables


def _table(table: Table) -> str:
    sizes, last = widths(table), len(table.rows) - 1
    named = table.has_row_heads
    looks = f'w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{named:d}" w:lastColumn="0"'
    head = zip(table.head, sizes, strict=True)
    rows = (
        _row(row, sizes, named=named, keep=place < last and is_short(table))
        for place, row in enumerate(table.rows)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ReviewTable"/>'
        f'<w:tblW w:w="{sum(sizes)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {looks} w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(table.caption)}/></w:tblPr>{grid(sizes)}"
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        f"{''.join(_cell(cell, width, 'TableHead') for cell, width in head)}</w:tr>"
        f"{''.join(rows)}</w:tbl>"
    )


def _row(row: Sequence[Content], sizes: Sequence[int], *, named: bool, keep: bool) -> str:
    """Return a row; `keep`: it stays on the page of the next."""
    cells = (
        _cell(
            cell,
            width,
            "TableName" if named and place == 0 and is_name(cell) else "TableText",
            keep,
        )
        for place, (cell, width) in enumerate(zip(row, sizes, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Content, width: int, style: str, keep: bool = False) -> str:
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    about = "<w:keepNext/>" if keep else ""
    return f"<w:tc>{size}{_paragraph(_inline(cell), style, about)}</w:tc>"


# What stands in a line


def _said(content: Content) -> str:
    said, origin = origin_apart(content)
    return _inline(said) + _inline(origin, '<w:rStyle w:val="Origin"/>')


def _inline(content: Content, look: str = "") -> str:
    return "".join(
        "<w:r><w:br/></w:r>" if isinstance(part, Break) else _run(part, look) for part in content
    )


def _run(run: Run, look: str) -> str:
    style = '<w:rStyle w:val="Words"/>' if run.code else look
    strong, emphasis = "<w:b/>" if run.strong else "", "<w:i/>" if run.emphasis else ""
    return _text(run.text, f"{style}{strong}{emphasis}")


def _text(text: str, look: str = "") -> str:
    """Return text as a run; a tab in it is an element of its own."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
        for piece in text.split("\t")
    )
    return f"<w:r>{about}{pieces}</w:r>"
