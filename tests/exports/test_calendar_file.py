"""Actions as a calendar file that keeps the rules of RFC 5545."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole import in_format

from exports.calendar_file import escaped, folded
from frameworks.text import clean_text
from sessions.errors import Refused
from sessions.people import find_person
from sessions.planning import Doing, add_action, change_action, delete_action, monitor
from sessions.session import Session

TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*"\\;,:\"'\n\r\t é€😀=", "BEGIN:VEVENT"])).map("".join)
)


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar file, those that were folded as one."""
    return text.replace("\r\n ", "").split("\r\n")


def value(text: str) -> str:
    """Return what a value of type TEXT says."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def events(text: str) -> list[dict[str, str]]:
    """Return the events of a calendar file, by the names of their lines."""
    lines = unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, said = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            found[-1].setdefault(name, said)
    return found


# The rules of the format


@given(TEXTS)
def test_a_text_comes_back_whole_and_begins_no_line(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    for part in line.split("\r\n"):
        assert len(part.encode()) <= 75
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", part)
    assert all(part.startswith(" ") for part in line.split("\r\n")[1:])
    assert value(unfolded(line)[0].removeprefix("SUMMARY:")) == clean_text(text)


@pytest.mark.parametrize("length", [74, 75, 76, 149, 150])
def test_lines_are_as_long_as_they_may_be(length: int) -> None:
    parts = folded("x" * length).split("\r\n ")
    assert "".join(parts) == "x" * length
    assert [len(part) for part in parts[:-1]] == [75, *([74] * (len(parts) - 2))][: len(parts) - 1]


def test_commas_semicolons_and_line_ends_are_escaped() -> None:
    assert escaped("a, b; c\\d\r\ne") == "a\\, b\\; c\\\\d\\ne"


# What it says


def test_an_action_with_a_due_date_is_an_event_of_that_day(whole: Session) -> None:
    change_action(whole, find_person(whole.state, "FG"), "2", Doing(due="2027-02-28", who="SENCO"))
    text = in_format(whole, "ics")
    assert text.count("\n") == text.count("\r\n")
    head = unfolded(text)[1:5]
    assert head[0] == "VERSION:2.0"
    assert head[1].startswith("PRODID:")
    first, second = events(text)
    assert second["SUMMARY"] == "Due: The action later. (SENCO)"
    assert (second["DTSTART;VALUE=DATE"], second["DTEND;VALUE=DATE"]) == ("20270228", "20270301")
    assert second["DTSTAMP"] == "20261121T160500Z"
    assert second["TRANSP"] == "TRANSPARENT"
    assert second["STATUS"] == "CONFIRMED"
    assert value(first["DESCRIPTION"]) == (
        "Action 1 of Hollin Bank, for key result 1: The key result.\n"
        "Success measure: The action success.\n"
        "21 November 2026, dropped: The monitoring reason"
    )


def test_an_action_keeps_its_uid_and_a_dropped_one_is_cancelled(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    add_action(whole, fran, "1", Doing(what="Third", due="2027-03-01"))
    before = events(in_format(whole, "ics"))
    assert [event["STATUS"] for event in before] == ["CANCELLED", "CONFIRMED"]
    change_action(whole, fran, "3", Doing(what="Third, reworded", due="2027-03-08"))
    monitor(whole, fran, "3", "done", "It was.")
    after = events(in_format(whole, "ics"))
    assert [event["UID"] for event in after] == [event["UID"] for event in before]
    assert len({event["UID"] for event in after}) == 2
    assert after[1]["SUMMARY"] == "Done: Third\\, reworded"
    assert after[1]["DTSTART;VALUE=DATE"] == "20270308"


@pytest.mark.parametrize("due", ["0099-12-31", "9999-12-30"])
def test_a_year_has_four_digits(whole: Session, due: str) -> None:
    change_action(whole, find_person(whole.state, "FG"), "1", Doing(due=due))
    (event,) = events(in_format(whole, "ics"))
    assert re.fullmatch(r"\d{8}", event["DTSTART;VALUE=DATE"])
    assert re.fullmatch(r"\d{8}", event["DTEND;VALUE=DATE"])


def test_without_any_due_date_there_is_no_calendar(whole: Session) -> None:
    delete_action(whole, find_person(whole.state, "FG"), "1")
    with pytest.raises(Refused, match="No action of the plan says by when"):
        in_format(whole, "ics")
