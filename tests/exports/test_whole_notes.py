"""Whatever people write, a report holds each note whole, and no note can break it."""

from datetime import UTC, datetime
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.build import build_report
from exports.checks import check
from exports.markdown import to_markdown
from frameworks.model import Framework
from frameworks.text import clean_text
from sessions.seen import (
    AreaView,
    NoteView,
    PersonView,
    SessionView,
    StatementView,
)

MADE = datetime(2026, 11, 21, 16, 5, tzinfo=UTC)


def made_of(texts: list[str], names: str) -> SessionView:
    """A session in which people wrote these texts, and this wherever a name or title stands."""
    notes = tuple(
        NoteView(
            id=f"{place:04}",
            ref=f"AK{place + 1}",
            text=clean_text(text),
            source="observation",
            where=names,
            group="",
            document="",
            observed="2026-11-21 10:00",
            by=names,
            author="a",
            statements=("1.1",),
            private=False,
            late=frozenset(),
            apart=frozenset(),
        )
        for place, text in enumerate(texts)
    )
    statement = StatementView("1.1", "What was asked.", "", (), (), notes, None)
    return SessionView(
        id="id",
        name="name",
        setting=names,
        phase="primary",
        date="2026-11-21",
        purpose=names,
        framework="little",
        framework_title=names,
        framework_version="1",
        people=(PersonView("a", names, "AK", "reviewer", names, (), names, False),),
        areas=(AreaView(1, names, False, (statement,), ()),),
        inbox=(),
        notes=notes,
        conflicts=(),
    )


_WILD = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*"\\`*_[]()<>&~#-+=|:.1a \t\n", "\n\n", "| - |", "---", "```"])).map(
        "".join
    ),
)


@settings(max_examples=50)
@given(texts=st.lists(_WILD.filter(lambda t: bool(t.strip())), max_size=3), names=_WILD)
def test_every_note_is_found_whole_and_breaks_nothing(
    little: Framework, texts: list[str], names: str
) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    plain = shape(
        parser.parse(to_markdown(build_report(made_of(["x"] * len(texts), "x"), little, MADE)))
    )
    tokens = parser.parse(to_markdown(build_report(made_of(texts, names), little, MADE)))
    found = "\0".join(item_texts(tokens))
    for place, text in enumerate(texts):
        assert f"\0{clean_text(text)}\n(AK{place + 1}: observation" in found
    if names.strip() == names != "" and "\n\n" not in "".join(texts):
        assert shape(tokens) == plain


def shape(tokens: list[Token]) -> list[tuple[str, str]]:
    """Return the blocks of a document, and the levels of its headings."""
    return [(token.type, token.tag) for token in tokens if not token.hidden]


def item_texts(tokens: list[Token]) -> list[str]:
    """Return the text of each item of a list."""
    found: list[list[str]] = []
    for token in tokens:
        if token.type == "list_item_open":
            found.append([])
        elif token.type == "inline" and found:
            parts = [c.content if "break" not in c.type else "\n" for c in token.children or ()]
            found[-1].append("".join(parts))
    return ["\n\n".join(parts) for parts in found]


def test_five_hundred_notes_take_no_time(little: Framework) -> None:
    text = 'A note of *some* length, with 2 lines.\nAnd what was said: "it\'s ok". ' * 4
    seen = made_of([text] * 500, "Somewhere")
    begun = process_time()
    to_markdown(build_report(seen, little, MADE))
    assert process_time() - begun < 0.5
    begun = process_time()
    check(seen, little)
    assert process_time() - begun < 10
