"""A document says the same in Markdown, in HTML and in Word, whatever people wrote in it."""

import re
from typing import NamedTuple

import pytest
from documents_read import words_of_html, words_of_word
from finished import made, report
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.escape import block, cell, heading, inline
from exports.html import to_html
from exports.pieces import item, long_list, numbered_list, whole_table
from exports.tree import About, Heading, words_of
from exports.tree_reading import read_tree
from exports.word import to_word
from frameworks.text import clean_line, clean_text

PROBES = (
    "<script>alert(1)</script> <b>b</b> &amp; &#32; </p></td></main> <!-- x --> ]]>",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "# one\n- two\n3. three\n> four\n```\n---",
    "Ünïcode 👩🏽‍🏫 🇬🇧 שלום مرحبا 漢字 \u00a0\u3000 é\u0301\u200b\ufeff",
    "a\x00b\x08c\x1b[31md\u202ee\u2066f\ufffeg\uffffh\x7fi\x85j\ud800k",
    "Donaudampfschifffahrt" * 40,
    "  two  spaces \n\tand a tab\t\n\n\nand lines  ",
    "**bold** _thin_ `code` [a](http://b.c) ![d](e) <https://f.g>",
    "w:p </w:t></w:r> &lt;w:br/&gt; {{x}} %s $ACCENT$ $TEXT$ \\",
)
_PIECES = (*"\\`*_[]()<>&~#-+=|:.!12ab\"' \t\n\u00a0", "\n\n", "&amp;", "<b>", "---", "👩🏽‍🏫", "ש")
TEXTS = st.one_of(
    st.text(min_size=1),
    st.lists(st.sampled_from(_PIECES), min_size=1).map("".join),
    st.sampled_from(PROBES),
)


class Piece(NamedTuple):
    """A block of Markdown, and what it must say."""

    markdown: str
    said: tuple[str, ...]


def paragraph(text: str) -> Piece:
    return Piece(f"So: {block(text)}", (f"So: {clean_text(text)}",))


def headed(text: str) -> Piece:
    return Piece(f"## Area: {heading(text)}", (f"Area: {clean_line(text)}",))


def bullets(texts: list[str]) -> Piece:
    items = (item(f"**{inline('x' + text)}:** y", block(text)) for text in texts)
    said = (f"{clean_line('x' + text)}: y\n{clean_text(text)}" for text in texts)
    return Piece(long_list(items), tuple(said))


def numbered(texts: list[str]) -> Piece:
    return Piece(numbered_list(f"z{block(text)}" for text in texts), tuple("z" + t for t in texts))


def table(texts: list[str]) -> Piece:
    rows = [[cell(text), f"*{cell('e' + text)}*"] for text in texts]
    said = (part for text in texts for part in (clean_line(text), clean_line("e" + text)))
    return Piece("## Facts\n\n" + whole_table(["A", "B"], rows), ("Facts", "A", "B", *said))


_MANY = st.lists(TEXTS, min_size=1, max_size=3)
PIECES = st.one_of(
    TEXTS.map(paragraph),
    TEXTS.map(headed),
    _MANY.map(bullets),
    _MANY.map(numbered),
    _MANY.map(table),
)


def squeezed(text: str) -> str:
    """Return text without white space, and with no character that XML cannot hold."""
    return re.sub(r"[\s\ufffd]+", "", re.sub("[\ufffe\uffff\x7f-\x9f]", "", clean_text(text)))


def check(markdown: str, title: str) -> str:
    """Show that the three say the same, line by line; return what it is."""
    about = About(title, state=title, framework=title, version=title)
    words = words_of(read_tree(markdown, title))
    assert words_of_html(to_html(markdown, about)) == words
    assert words_of_word(to_word(markdown, about)) == words
    return words


@settings(max_examples=20)
@given(pieces=st.lists(PIECES, min_size=1, max_size=4))
def test_whatever_is_written_is_the_same_in_all(pieces: list[Piece]) -> None:
    markdown = "\n\n".join(["# T", *(piece.markdown for piece in pieces)]) + "\n"
    words = re.sub(r"(?m)^Table \d+\. Facts$", "", check(markdown, "T"))
    assert squeezed(words) == squeezed("T" + "".join(s for piece in pieces for s in piece.said))


@pytest.mark.parametrize("probe", PROBES, ids=range(len(PROBES)))
def test_a_probe_is_the_same_in_all(probe: str) -> None:
    pieces = (paragraph(probe), headed(probe), bullets([probe]), table([probe, "x"]))
    words = check("# T\n\n" + "\n\n".join(piece.markdown for piece in pieces), probe)
    assert squeezed(words).count(squeezed(probe)) == 6


def test_every_document_of_every_session_is_the_same_in_all() -> None:
    first = report().seen.id
    documents = [
        one for one in made() if one.seen.id == first or one.name in ("report", "audit-tables")
    ]
    assert len({one.seen.id for one in documents}) >= 2 and len(documents) > 10
    for one in documents:
        words = words_of(read_tree(one.markdown, one.title))
        assert words_of_html(one.html) == words, one.name
        assert words_of_word(one.word) == words, one.name
        read = re.sub(r"(?m)^Table \d+\..*$", "", words)
        assert squeezed(read) == squeezed(as_parsed(one.markdown)), one.name


def as_parsed(markdown: str) -> str:
    """Return what a document says, without our tree."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)
    return "".join(child.content for token in tokens for child in token.children or ())


def test_what_our_documents_do_not_hold_keeps_its_words() -> None:
    markdown = (
        "## Low\n\n> quoted\n\n    code\n\n---\n\n[link](http://a.b) ![seen](p.png) <i>x</i>\n\n"
        "- one\n\n  two\n\n  - three\n\n#### Deep\n\n# Again\n"
    )
    words = check(markdown, "Given title")
    assert words.split("\n") == [
        "Low",
        "quoted",
        "code",
        "link (http://a.b) seen <i>x</i>",
        "one",
        "two",
        "three",
        "Deep",
        "Again",
    ]
    ranks = [b.rank for b in read_tree(markdown, "").blocks if isinstance(b, Heading)]
    assert ranks == [1, 2, 2]


def test_a_document_without_a_title_is_given_one() -> None:
    assert check("Only text.\n", "What it is").split("\n") == ["What it is", "Only text."]
