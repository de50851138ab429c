"""Whatever people write, in whatever place, every format holds it whole and nothing breaks out of it."""

import csv
import io
import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from whole import fill, follow, seen_in_format, session_in

from exports.formats import FORMATS
from exports.tables_csv import harmless
from frameworks.text import clean_line, clean_text
from sessions.view import view

MARKDOWN = tuple(name for name, form in FORMATS.items() if form.ending == "md")
IN_CELLS = ("plan", "audit-tables", "visit-pack")
"""Documents whose longer texts stand in tables, and on one line."""
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PROBES = (
    "[/] [/foo] [link='x [@click=app.quit]x[/] # *no* | <b>b</b> &amp;",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "```\n# not a heading\n```",
    "- one\n2. two\n> three\n---",
    "=HYPERLINK(\"https://a.b\";'x')",
    "BEGIN:VEVENT\nSUMMARY:no\\n;,\\",
    "![x](y) <https://a.b> <!-- z --> **b** ~~s~~ `c` \\",
    "a\x1b[31mb\u202ec\u2028d",
)
_WILD = st.one_of(
    st.text(min_size=1),
    st.lists(st.sampled_from([*"\\`*_[]()<>&~#-+=|:;,.1a \t\n", "| - |", "---", "```"])).map(
        "".join
    ),
)


def is_usable(text: str) -> bool:
    """Return whether people may write it where words are needed, and as one paragraph."""
    return bool(clean_line(text)) and "\n\n" not in clean_text(text).strip()


@cache
def documents(folder: Path, framework: str, text: str) -> dict[str, str]:
    """Return every format of a session in which this text stands in every place."""
    with (
        tempfile.TemporaryDirectory() as root,
        session_in(Path(root), folder, framework) as session,
    ):
        fill(session, lambda place: text)
        follow(session, lambda place: text)
        names = (*MARKDOWN, "json", "ics", "actions-csv", "evidence-csv")
        seen, made = view(session), session.framework
        return {name: seen_in_format(seen, made, name) for name in names}


@cache
def plain_tokens(folder: Path, framework: str, name: str) -> list[Token]:
    """Return what is in a format of a session in which there is one letter in every place."""
    return PARSER.parse(documents(folder, framework, "x")[name])


def shape(tokens: list[Token]) -> list[tuple[str, str]]:
    """Return the blocks of a document, and the ranks of its headings."""
    return [(token.type, token.tag) for token in tokens]


def kinds(tokens: list[Token]) -> set[str]:
    return {child.type for token in tokens for child in token.children or ()}


def said(tokens: list[Token]) -> str:
    """Return all that a document says, a line a run of text."""
    parts = []
    for token in tokens:
        for child in token.children or ():
            parts.append("\n" if "break" in child.type else child.content)
        parts.append("\n")
    return "".join(parts)


@settings(max_examples=10)
@given(text=_WILD.filter(is_usable))
def test_any_text_in_every_place(packs: Path, text: str) -> None:
    _check(packs, "send-rag-audit", text)


@pytest.mark.parametrize("probe", PROBES)
def test_a_probe_in_every_place(packs: Path, probe: str) -> None:
    _check(packs, "send-rag-audit", probe)


def _check(packs: Path, framework: str, text: str) -> None:
    made = documents(packs, framework, text)
    whole, line = clean_text(text).strip(), clean_line(text)
    for name in MARKDOWN:
        tokens, expected = PARSER.parse(made[name]), plain_tokens(packs, framework, name)
        assert shape(tokens) == shape(expected), name
        assert kinds(tokens) - {"hardbreak"} <= kinds(expected), name
        assert whole in said(tokens) or (name in IN_CELLS and line in said(tokens)), name
        assert clean_text(made[name]) == made[name]
    _check_calendar(made["ics"], whole, line)
    actions = list(csv.reader(io.StringIO(made["actions-csv"][1:], newline=""), strict=True))
    assert len(actions) == 3
    assert harmless(whole) in actions[1]
    notes = list(csv.reader(io.StringIO(made["evidence-csv"][1:], newline=""), strict=True))
    assert {row[1] for row in notes[1:]} == {harmless(clean_text(text).strip("\n"))}


def _check_calendar(text: str, whole: str, line: str) -> None:
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    (summary,) = (found for found in lines if found.startswith("SUMMARY:"))
    shown = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], summary)
    assert shown == f"SUMMARY:Dropped: {line} ({line})"
    assert all(re.match(r"[A-Z;=-]+:", found) for found in lines[:-1])
