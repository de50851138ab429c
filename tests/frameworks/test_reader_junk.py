"""Whatever a file holds: it is read, or refused with mistakes that have a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.reader import PackError, read_pack

JUNK = [
    "",
    "\ufeff",
    "\x00" * 1000,
    "\ud800\udfff\uffff",
    ">" * 200_000,
    "> " * 100_000,
    "- " * 100_000,
    "[" * 200_000,
    "<!--",
    "<!--\n" * 20_000,
    "---",
    "---\n---\n---",
    "---\n" * 20_000,
    "```\n" * 20_001,
    "# \n" * 5_000,
    "#" * 200_000,
    "|a|b|\n|-|-|\n" * 5_000,
    "".join("  " * depth + "- a\n" for depth in range(400)),
    "\n".join(">" * depth + " a" for depth in range(400)),
    "Area 1: x\n===\n",
    "# Area " + "9" * 10_000 + ": x\n## " + "9" * 10_000 + ".1\nx",
    "---\nscale\n: \n---\n# Scale\n## \n- \n# Area 1: \n## 1.1\n### \n",
    "\t" * 1000 + "x\x0b\x0c\x1c\x85\u2028y",
]


@pytest.mark.parametrize("text", JUNK, ids=range(len(JUNK)))
def test_junk_is_a_pack_with_mistakes(text: str) -> None:
    with pytest.raises(PackError) as caught:
        read_pack(text)
    assert caught.value.mistakes


def assert_read_or_refused(text: str) -> None:
    try:
        read_pack(text)
    except PackError as error:
        last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        assert error.mistakes
        assert list(error.mistakes) == sorted(set(error.mistakes))
        for mistake in error.mistakes:
            assert 1 <= mistake.line <= last
            assert mistake.wrong and "\n" not in mistake.wrong
            assert mistake.expected.startswith("expected ") and len(mistake.expected) > 10


PIECES = st.sampled_from(
    """---;# Scale;# Area 1: x;# Area 1;## 1.1;## 1a;### Ask;### A;## Case studies;# Signposts;
    # Case studies;Title: x;Areas: 1;Also linked: 1;## Area as a whole;Key: a;Symbol: +;
    Initials: A;id: a;title: a;scale: a;Full: x;Full:;-;- x;1. x;> x;|a|;|-|;```;<div>;<!--;-->;
    # Questions;# References;# Judgement;# Purposes;# Draws on;Areas: 2, 1;Enquire: yes;Enquire: x;
    order: falling;order: x;- a: x;- a:;## x;
    Source: 1 A 1;Source: x;===;##x;- - x;- x (accessed );;    x;\tx;\ufeff;\x00;\u2028;
    \r""".replace("\n    ", "").split(";")
)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert_read_or_refused(text)


@given(st.lists(PIECES | st.text(max_size=8)).map("\n".join))
def test_any_pieces_of_packs_are_read_or_refused(text: str) -> None:
    assert_read_or_refused(text)


@settings(max_examples=50)
@given(st.data())
def test_a_pack_with_lines_lost_moved_or_added_is_read_or_refused(
    sample: str, data: st.DataObject
) -> None:
    lines = sample.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, 3))
        moved = lines[place : place + cut]
        del lines[place : place + cut]
        added = data.draw(st.lists(PIECES | st.text(max_size=8), max_size=2))
        back = data.draw(st.integers(0, len(lines)))
        lines[back:back] = added + (moved if data.draw(st.booleans()) else [])
        lines = lines or [""]
    assert_read_or_refused("\n".join(lines))
