"""A pack's text as an outline: front matter, headings, and the blocks below each heading.

This module knows Markdown and lines, and nothing of frameworks. Texts stay as they are written:
`*stars*` inside a sentence are stars, because a pack's sentences go to screens and files of which
few could show more.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from frameworks.mistakes import Mistakes, quoted
from frameworks.text import clean_line, clean_text, is_clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_PACK = 1_000_000
"""In characters: some four times the longest pack known."""

_KINDS = {
    "blockquote_open": "a quotation",
    "code_block": "a text indented by four spaces or more",
    "fence": "a block of code",
    "hr": "a line across the page",
    "html_block": "HTML",
    "table_open": "a table",
}
_LISTS = ("bullet_list_open", "ordered_list_open")
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
_DASHES = re.compile(r"---+\s*")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
# On a Mac with a British keyboard the hand that types # is on the key that makes a space such a one
_WIDE_SPACE = re.compile("^( {0,3}(?:#{1,6}|[-*+]|[0-9]{1,9}[.)]))\u00a0+")
_GLUED_HEADING = re.compile(r" {0,3}#{1,6}[^#\s]")


class Line(NamedTuple):
    """A line, list item, heading or other short text, and where in the file it begins."""

    number: int
    text: str


class Block(NamedTuple):
    """A block below a heading."""

    kind: str
    """`paragraph`, `list`, or what people call a block that a pack has no use for."""
    line: int
    parts: tuple[Line, ...] = ()
    """The source lines of a paragraph, the items of a list."""
    nested: tuple[int, ...] = ()
    """The lines of a list's items that hold more than one paragraph."""


class Section(msgspec.Struct):
    """A heading with what stands below it."""

    level: int
    title: str
    line: int
    blocks: list[Block] = []
    children: list["Section"] = []


class Outline(NamedTuple):
    """A pack, before anybody asks what it means."""

    front: tuple[Line, ...] | None
    """The lines between the two lines of dashes, blank ones left out; None: there are none."""
    body: Section
    """Its children are the `#` headings; its blocks stand before the first of them."""
    last_line: int


def clean_pack(text: str) -> str:
    """Return a pack's text as `clean_text` does, with the lines that an editor counts.

    `clean_text` makes newlines of separators that no editor counts as the end of a line; here
    they become spaces, so that a mistake is reported where people find it.
    """
    text = text.removeprefix("\ufeff")
    return text if is_clean(text) else clean_text(_SEPARATORS.sub(" ", text))


def read_outline(text: str, mistakes: Mistakes) -> Outline:
    """Read the outline of a pack; what is wrong with it as Markdown goes into `mistakes`."""
    cleaned = (_WIDE_SPACE.sub(r"\1 ", line) for line in clean_pack(text).split("\n"))
    lines = [Line(n, line) for n, line in enumerate(cleaned, 1)]
    last = max((line.number for line in lines if line.text.strip()), default=1)
    kept = _without_comments(lines[:last], mistakes)
    front, rest = _split_front_matter(kept, mistakes)
    body = Section(level=0, title="", line=rest[0].number if rest else last)
    path = [body]
    for piece in _pieces(rest, mistakes):
        if isinstance(piece, Block):
            path[-1].blocks.append(piece)
            continue
        while path[-1].level >= piece.level:
            path.pop()
        path[-1].children.append(piece)
        path.append(piece)
    return Outline(front, body, last)


def _without_comments(lines: Sequence[Line], mistakes: Mistakes) -> list[Line]:
    """Leave out comments: taken out before Markdown sees them, they may stand inside a list."""
    kept = []
    opened = 0  # the line that the comment we are in begins on
    for line in lines:
        text = line.text.strip()
        if not opened and not text.startswith("<!--"):
            kept.append(line)
            continue
        _, closed, after = text.partition("-->")
        if opened and text.startswith("<!--"):
            wrong = "a comment that does not end before the next one"
            mistakes.add(opened, wrong, f'"-->" before line {line.number}')
            opened = 0
        opened = opened or line.number
        if closed:
            opened = 0
            if after.strip():
                wrong = f"text after a comment: {quoted(after.strip())}"
                mistakes.add(line.number, wrong, "the comment on lines of its own")
    if opened:
        mistakes.add(opened, "a comment that does not end", '"-->" after it')
    return kept


def _split_front_matter(
    lines: Sequence[Line], mistakes: Mistakes
) -> tuple[tuple[Line, ...] | None, Sequence[Line]]:
    """Return the lines of the front matter, if there is one, and the lines after it.

    Not YAML, and not left to a Markdown plugin: `title: SEND: the audit` means what it says, and
    front matter that nobody closed ends at the first heading instead of swallowing the pack.
    """
    start = next((i for i, line in enumerate(lines) if line.text.strip()), 0)
    opened = any(_DASHES.fullmatch(line.text) for line in lines[start : start + 1])
    after = lines[start + opened :]
    end = next((i for i, line in enumerate(after) if _ends_front_matter(line)), len(after))
    front = tuple(Line(n, clean_line(text)) for n, text in after[:end] if text.strip())
    closed = any(_DASHES.fullmatch(line.text) for line in after[end : end + 1])
    if not opened and not closed:
        return None, lines
    if not opened:
        wrong = "front matter that does not begin"
        mistakes.add(lines[start].number, wrong, 'a line "---" before it')
    if not closed:
        wrong = "front matter that does not end"
        mistakes.add(lines[start].number, wrong, 'a line "---" before the first heading')
    return front, after[end + closed :]


def _ends_front_matter(line: Line) -> bool:
    return bool(_DASHES.fullmatch(line.text) or _HEADING.match(line.text))


@cache
def _markdown() -> "MarkdownIt":
    # Imported here: a pack that is in the cache is never parsed, and a command starts sooner.
    from markdown_it import MarkdownIt

    # Tables, so that we can say that there is one. No link definitions: they would vanish from
    # the text without a word. No inline rules: texts stay as they are written.
    markdown = MarkdownIt("commonmark").enable("table")
    return markdown.disable(["reference", "inline", "text_join"])


def _pieces(lines: Sequence[Line], mistakes: Mistakes) -> Iterator[Block | Section]:
    """Read lines as Markdown; lines in `tokens` count from 0, in the given sequence."""
    tokens = _markdown().parse("\n".join(line.text for line in lines))
    i = 0
    while i < len(tokens):
        token = tokens[i]
        end = _end(tokens, i)
        start, stop = token.map or (0, 0)
        here = lines[start:stop]
        number = here[0].number
        if token.type == "heading_open" and token.markup.startswith("#"):
            title = clean_line(tokens[i + 1].content)
            yield Section(level=len(token.markup), title=title, line=number)
        elif token.type in _LISTS:
            yield _list(tokens[i + 1 : end], lines, number, mistakes)
        elif token.type in ("paragraph_open", "heading_open"):
            if token.type == "heading_open":
                wrong = f"a heading made by underlining: {quoted(clean_line(here[0].text))}"
                expected = "an empty line before the dashes, or a heading that begins with #"
                mistakes.add(number, wrong, expected)
            _look_for_glued_headings(here, mistakes)
            yield Block("paragraph", number, tuple(here))
        else:
            yield Block(_KINDS.get(token.type, "something"), number)
        i = end + 1


def _end(tokens: Sequence["Token"], start: int) -> int:
    """Return the index of the token that closes the one at `start`, or `start`."""
    if tokens[start].nesting != 1:
        return start
    level = tokens[start].level
    return next(i for i in range(start + 1, len(tokens)) if tokens[i].level == level)


def _list(
    tokens: Sequence["Token"], lines: Sequence[Line], number: int, mistakes: Mistakes
) -> Block:
    """Return a list, from the tokens inside it."""
    items, nested = [], []
    i = 0
    while i < len(tokens):
        end = _end(tokens, i)
        start, stop = tokens[i].map or (0, 0)
        line = lines[start].number
        inside = [token.type for token in tokens[i + 1 : end]]
        if inside[:2] == ["paragraph_open", "inline"]:
            _look_for_glued_headings(lines[start + 1 : stop], mistakes)
            items.append(Line(line, clean_line(tokens[i + 2].content)))
            if len(inside) > 3:
                nested.append(line)
        elif inside:
            nested.append(line)
        else:
            items.append(Line(line, ""))
        i = end + 1
    return Block("list", number, tuple(items), tuple(nested))


def _look_for_glued_headings(lines: Sequence[Line], mistakes: Mistakes) -> None:
    """Find `##1.2`, which Markdown takes for the next words of the paragraph above."""
    for line in lines:
        if _GLUED_HEADING.match(line.text):
            wrong = f"a heading without a space: {quoted(clean_line(line.text))}"
            mistakes.add(line.number, wrong, "a space between # and the heading")
