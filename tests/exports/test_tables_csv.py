"""CSV for a spreadsheet: every text whole, and none of them a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole import in_format

from exports.tables_csv import BOM, harmless, write_table
from frameworks.text import clean_text
from sessions.notes import Circumstances, add_note
from sessions.people import find_person
from sessions.planning import Doing, add_action
from sessions.session import Session

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*SIGNS, *"\"',;| a1\n", '=HYPERLINK("x")'])).map("".join)
)


def read(text: str) -> list[list[str]]:
    """Return the rows of a CSV file, its mark left out."""
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True))


@given(TEXTS)
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(SIGNS)
    assert not cell.lstrip().startswith(SIGNS)
    assert cell in (clean_text(text), f"'{clean_text(text)}")


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=4))
def test_every_text_comes_back_whole_from_its_own_cell(rows: list[list[str]]) -> None:
    text = write_table(("A", "B", "C"), rows)
    assert read(text) == [["A", "B", "C"], *([harmless(cell) for cell in row] for row in rows)]
    text.encode()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("  =1", "'  =1"),
        ("1 = 1", "1 = 1"),
        ("learner's", "learner's"),
        ("", ""),
    ],
)
def test_only_what_would_be_run_is_changed(text: str, cell: str) -> None:
    assert harmless(text) == cell


def test_lines_end_as_in_the_standard_and_cells_are_quoted(whole: Session) -> None:
    text = in_format(whole, "actions-csv")
    assert text.encode().startswith(b'\xef\xbb\xbf"Action","Key result"')
    assert text.count("\n") == text.count("\r\n")


ORIGIN = (
    *("Hollin Bank", "2026-11-21", "Little Inclusion Framework, version 2.1"),
    *("draft", "2026-11-21 16:05"),
)
"""What every row says at its end."""


def test_an_action_is_a_row_with_what_was_last_seen(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    add_action(whole, fran, "1", Doing(what='=cmd|"x"', who="TAs, and others"))
    rows = read(in_format(whole, "actions-csv"))
    assert rows[1] == [
        *("1", "1. The key result.", "Autumn to Spring 1", "The action what.", "The action who."),
        *(
            "2027-01-15",
            "The action success.",
            "dropped",
            "2026-11-21",
            "",
            "The monitoring reason.",
        ),
        "Fran Gill",
        *ORIGIN,
    ]
    assert {row[3]: row[4] for row in rows[2:]} == {
        '\'=cmd|"x"': "TAs, and others",
        "The action later.": "",
    }


def test_evidence_has_every_shared_note_and_no_private_one(review: Session) -> None:
    amira = find_person(review.state, "AK")
    add_note(review, amira, "Two\nlines, with a comma.", ["1.1"], Circumstances("data", "office"))
    for viewer in (None, amira):
        rows = read(in_format(review, "evidence-csv", viewer))
        assert [row[0] for row in rows[1:]] == ["AK1", "BP1", "AK2", "BP2", "BP3", "AK4", "AK5"]
    by_ref = {row[0]: row for row in rows[1:]}
    assert by_ref["AK5"][1:4] == ["Two\nlines, with a comma.", "data", "office"]
    assert by_ref["BP1"][7:10] == ["Ben Price", "1.1, 2.1", ""]
    assert by_ref["AK4"][9] == "1"
    assert by_ref["AK2"][4] == "Y5"


def test_where_there_is_nothing_to_list_it_still_says_of_what(fresh_review: Session) -> None:
    for name in ("actions-csv", "evidence-csv"):
        head, only = read(in_format(fresh_review, name))
        assert len(only) == len(head)
        assert [text for text in only if text] == ["Hollin Bank", *ORIGIN[1:]]
