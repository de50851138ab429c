"""What a document says, as another program reads it out of the file: of HTML, and of Word."""

import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption"})
_ASIDE = frozenset({"nav", "figure"})
"""What says again what is in the text: the list of contents, and charts."""


def words_of_html(page: str) -> str:
    """Return the text of a page's main part, a line an element that holds text."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "\n".join(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._main = self._aside = self._within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._main |= tag == "main"
        self._aside |= tag in _ASIDE
        if self._main and not self._aside and tag in _LINES:
            self._within = True
            self.lines.append("")
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        self._main &= tag != "main"
        self._aside &= tag not in _ASIDE
        self._within &= tag not in _LINES

    def handle_data(self, data: str) -> None:
        if self._within:
            self.lines[-1] += data
        else:
            assert not self._main or self._aside or not data.strip(), "text outside every element"


def words_of_word(data: bytes) -> str:
    """Return the text of a Word document, a line a paragraph, without its list of contents."""
    return "\n".join(_word_lines(docx.Document(io.BytesIO(data))))


def _word_lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph) and not style_of(block).lower().startswith("toc"):
            yield block.text
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row.cells):
                yield "\n".join(paragraph.text for paragraph in cell.paragraphs)


def style_of(paragraph: Paragraph) -> str:
    """Return the name of a paragraph's style."""
    assert paragraph.style is not None
    return str(paragraph.style.name)
