"""The improvement plan as a document: the shape that schools use, with all of its history."""

import pytest
from whole import in_format, section

from sessions.findings import add_finding
from sessions.notes import edit_note
from sessions.passes import reopen
from sessions.people import find_person
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    monitor,
    set_plan_text,
    set_windows,
)
from sessions.session import Session


def table(text: str) -> list[list[str]]:
    """Return the rows of the only table in a text, its rule left out."""
    rows = [row for row in text.splitlines() if row.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert set("".join(cells[1])) <= {"-"}
    return [cells[0], *cells[2:]]


def test_it_begins_with_the_objective_and_the_benchmark_position(whole: Session) -> None:
    text = in_format(whole, "plan")
    assert text.startswith("# Improvement plan of Hollin Bank\n")
    objective = text.index("**Key objective**: The plan objective.")
    benchmark = text.index("**Current benchmark position**: The plan benchmark.")
    assert objective < benchmark < text.index("## Key result 1: The key result.")


def test_a_key_result_has_a_pair_of_columns_for_each_window_and_an_action_a_row(
    whole: Session,
) -> None:
    fran = find_person(whole.state, "FG")
    add_action(whole, fran, "1", Doing(what="Third", window="2", who="TAs", due="2027-05-01"))
    text = section(in_format(whole, "plan"), "## Key result 1: The key result.")
    assert "It answers finding 3." in text
    assert table(text) == [
        [
            *("Autumn to Spring 1: actions", "Monitoring"),
            *("Spring 1 to Summer 2: actions", "Monitoring"),
        ],
        [
            "**1.** The action what. *Who:* The action who. *By:* 15 January 2027. "
            "*Success measure:* The action success.",
            "**21 November 2026, on track:** The monitoring seen. (Fran Gill) "
            "**21 November 2026, dropped:** Reason: The monitoring reason. (Fran Gill)",
            "**3.** Third. *Who:* TAs. *By:* 1 May 2027.",
            "",
        ],
        ["", "", "**2.** The action later.", ""],
    ]


def test_monitoring_stands_beside_its_own_action(whole: Session) -> None:
    fran, ben = find_person(whole.state, "FG"), find_person(whole.state, "BP")
    monitor(whole, ben, "2", "at-risk", "Two of six plans had a date.", date="2026-11-20")
    monitor(whole, fran, "2", "done", "All had.", date="2026-11-21")
    rows = table(section(in_format(whole, "plan"), "## Key result 1: The key result."))
    assert rows[1][3] == (
        "**20 November 2026, at risk:** Two of six plans had a date. (Ben Price) "
        "**21 November 2026, done:** All had. (Fran Gill)"
    )


@pytest.mark.parametrize("names", [("This year",), ("One", "Two", "Three | four")])
def test_the_windows_are_the_panels_own(whole: Session, names: tuple[str, ...]) -> None:
    fran = find_person(whole.state, "FG")
    change_action(whole, fran, "2", Doing(window="1"))
    set_windows(whole, fran, names)
    text = section(in_format(whole, "plan"), "## Key result 1: The key result.")
    head = next(row for row in text.splitlines() if row.startswith("|"))
    for name in names:
        assert f"{name.replace('|', chr(92) + '|')}: actions" in head
    assert head.count("Monitoring") == len(names)


def test_a_key_result_without_actions_has_a_row_to_write_in(whole: Session) -> None:
    add_key_result(whole, find_person(whole.state, "FG"), "Another")
    text = section(in_format(whole, "plan"), "## Key result 2: Another")
    assert table(text)[1:] == [["", "", "", ""]]


def test_a_benchmark_that_is_not_written_is_offered_as_a_draft(whole: Session) -> None:
    set_plan_text(whole, find_person(whole.state, "FG"), "benchmark", "")
    text = in_format(whole, "plan")
    assert "**Current benchmark position**: Not written yet." in text
    assert "to be edited: What works well: The finding strength (1.1)" in text


def test_what_it_follows_from_stands_in_the_order_of_priority(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    add_finding(whole, fran, "development", "Later.", ["1.2"])
    text = section(in_format(whole, "plan"), "## What it follows from")
    first, second = "- **Finding 3, priority 1:** The finding", "- **Finding 4:** Later. (1.2)"
    assert 0 < text.index(first) < text.index(second)


def test_what_it_does_not_say_yet_is_said_at_the_end(whole: Session) -> None:
    add_finding(whole, find_person(whole.state, "FG"), "development", "Later.", ["1.2"])
    text = section(in_format(whole, "plan"), "## What the plan does not say yet")
    assert text.strip().splitlines() == [
        "- Action 2 does not say who, or by when.",
        "- No key result answers finding 4.",
        "- Still being described, so nothing can be planned from it: area 2.",
    ]


def test_a_session_without_a_plan_says_so(fresh_review: Session) -> None:
    text = in_format(fresh_review, "plan")
    assert "**Key objective**: Not written yet." in text
    assert "No key result has been written yet." in text


def test_an_area_taken_back_takes_its_part_of_the_plan_out_of_sight(whole: Session) -> None:
    reopen(whole, find_person(whole.state, "FG"), 1, "A class was missed.")
    text = in_format(whole, "plan")
    assert "**Key objective**: Out of sight while an area" in text
    assert "The plan" not in text
    assert "No key result has been written yet." not in text


def test_a_note_that_was_made_private_is_not_named(whole: Session) -> None:
    amira = find_person(whole.state, "AK")
    assert "evidence AK1" in in_format(whole)
    edit_note(whole, amira, "AK1", private=True)
    for viewer in (None, amira):
        assert "AK1" not in in_format(whole, "markdown", viewer)
