"""Whatever people write, a Markdown parser gives it back whole, and finds nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.escape import block, cell, heading, indented, inline
from frameworks.text import clean_line, clean_text

PARSERS = (
    MarkdownIt("commonmark").enable("table"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
)

_PIECES = (
    *"\\`*_[]()<>&~#-+=|:.!123ab\"' \t\n\u00a0\u3000",
    *("\n\n", "\n\n\n", "    ", "&amp;", "&#32;", "http://a.b/c_d", "<b>", "<!--", "---", "```"),
    *("1. ", "2) ", "- [ ] ", "[x]: y", "| - | - |", "~~~", "## ", "> ", "\\\\", "£", "é"),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join))
"""Any text, and texts made of what Markdown takes for markup."""
few = settings(max_examples=50)


def said(inline_token: Token) -> str:
    """Return the text of a run of inline content; fail if there is any markup in it."""
    found = ""
    for child in inline_token.children or ():
        assert child.type in ("text", "softbreak", "hardbreak"), child
        found += child.content if child.type == "text" else "\n"
    return found


def runs(markdown: str, parser: MarkdownIt, *around: str) -> list[str]:
    """Return the text of each inline run; fail if there is a block that is not expected."""
    tokens = parser.parse(markdown)
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks <= {"inline", *around}, markdown
    return [said(token) for token in tokens if token.type == "inline"]


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(text=TEXTS)
def test_a_block_says_the_whole_text(parser: MarkdownIt, text: str) -> None:
    assert "\n\n".join(runs(block(text), parser, "paragraph")) == clean_text(text)


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(texts=st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
def test_a_list_holds_each_text_and_no_other_block(parser: MarkdownIt, texts: list[str]) -> None:
    markdown = "\n\n".join(indented(block(text), "- ") for text in texts)
    tokens = parser.parse(markdown)
    items: list[list[str]] = []
    for token in tokens:
        if token.type == "list_item_open":
            items.append([])
        elif token.type == "inline":
            items[-1].append(said(token))
    assert ["\n\n".join(item) for item in items] == [clean_text(text) for text in texts]
    assert sum(token.type == "bullet_list_open" for token in tokens) == 1


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(text=TEXTS)
def test_a_heading_says_the_text_on_one_line(parser: MarkdownIt, text: str) -> None:
    found = runs(f"# Review of {heading(text)}", parser, "heading")
    assert found == [f"Review of {clean_line(text)}".strip()]


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(texts=st.lists(TEXTS, min_size=2, max_size=2))
def test_a_table_holds_each_text_in_its_cell(parser: MarkdownIt, texts: list[str]) -> None:
    row = " | ".join(cell(text) for text in texts)
    parts = ("table", "thead", "tbody", "tr", "th", "td")
    found = runs(f"| A | B |\n| --- | --- |\n| {row} |", parser, *parts)
    assert found == ["A", "B", *(clean_line(text) for text in texts)]


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(text=TEXTS)
def test_a_line_holds_the_text_in_its_middle(parser: MarkdownIt, text: str) -> None:
    found = runs(f"Seen: {inline(text)}.", parser, "paragraph")
    assert found == [f"Seen: {clean_line(text)}."]


@pytest.mark.parametrize("parser", PARSERS)
@few
@given(text=TEXTS.filter(lambda text: bool(clean_line(text))))
def test_a_text_can_be_bold(parser: MarkdownIt, text: str) -> None:
    (token,) = (t for t in parser.parse(f"- **{inline(text)}:** x") if t.type == "inline")
    kinds = [child.type for child in token.children or () if child.type != "text"]
    assert kinds == ["strong_open", "strong_close"]
    assert "".join(child.content for child in token.children or ()) == f"{clean_line(text)}: x"


@pytest.mark.parametrize(
    "text",
    [
        "Two of five (40%) said: \"I don't ask\"; Mr Khan's TA did.",
        "c. 20 pupils, <5 with an EHCP; R&D, ~20 minutes; 3 * 4; snake_case; C:\\Users",
        "£4,000 – spent! See https://example.org/a_b?c=d.",
        "In 2026. A - B + C = D | E: F",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert block(text) == inline(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. one", r"1\. one"),
        ("- one\n- two", "\\- one  \n\\- two"),
        ("# one", r"\# one"),
        ("> one", r"\> one"),
        ("one\n===", "one  \n\\==="),
        ("*one* _two_ `three`", r"\*one\* \_two\_ \`three\`"),
        ("[one](two) <three>", r"\[one](two) \<three>"),
        ("&amp; \\* ~~no~~", r"\&amp; \\\* \~\~no\~\~"),
        ("a\n\nb", "a\n\nb"),
        ("a\n\n\nb", "a\n\n\\\nb"),
        (" a \n\tb", "&#32;a&#32;  \n&#9;b"),
    ],
)
def test_only_what_is_markup_is_escaped(text: str, markdown: str) -> None:
    assert block(text) == markdown


def test_nothing_a_terminal_would_obey_is_left() -> None:
    assert block("a\x1b[31mb\u202ec") == "a\ufffd\\[31mb\ufffdc"
