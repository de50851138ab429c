"""A pack to print before a visit: what to ask and look for, and nothing that judges."""

from pathlib import Path

import pytest
from whole import fill, in_format, prepare, section, session_in

from sessions.enquiries import add_enquiry, stand
from sessions.people import change_person, find_person, leave
from sessions.session import Session
from sessions.timetable import Plan, add_activity

PACKS = ("little", "inclusion-audit", "send-support", "send-self-assessment", "send-rag-audit")


def test_it_says_who_comes_when_and_why(whole: Session) -> None:
    fran, ben = find_person(whole.state, "FG"), find_person(whole.state, "BP")
    leave(whole, ben)
    change_person(whole, fran, interest="A cousin teaches here.")
    text = in_format(whole, "visit-pack")
    assert text.startswith("# Visit to Hollin Bank\n")
    assert "- Date of the visit: 21 November 2026\n" in text
    panel = section(text, "## Who is on the panel")
    for said in ("Fran Gill", "facilitator", "Amira Khan", "Jo Reed", "A cousin teaches here."):
        assert said in panel
    assert "Ben Price" not in panel
    timetable = section(text, "## Timetable")
    assert "10:00 to 10:45" in timetable
    assert "The activity where." in timetable
    assert "No activity is planned for: 1.2, 1.3, 1.4, 2.1." in timetable


def test_it_asks_and_says_what_to_look_for(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-support") as session:
        text = in_format(session, "visit-pack")
        for area in session.framework.areas:
            part = section(text, f"## Area {area.number}: {area.title}")
            assert all(f"\n- {question}\n" in part for question in area.questions)
            for statement in area.statements:
                assert f"### Statement {statement.ref}\n\n{statement.text}\n" in part
                for line in (*statement.questions, *statement.look_for):
                    assert f"\n- {line}\n" in part


def test_lines_of_enquiry_are_those_that_were_accepted(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    gone = add_enquiry(whole, fran, "What is lunch like?")
    stand(whole, fran, gone, "dropped", "No time.")
    text = section(in_format(whole, "visit-pack"), "## Lines of enquiry")
    assert "**1: The enquiry accepted.**" in text
    assert "What would refute it: The enquiry refutes." in text
    assert "lunch" not in text
    assert "What is 1.2 like here?" not in text
    assert "supported" not in text


def test_it_says_what_to_bring(whole: Session, tmp_path: Path, packs: Path) -> None:
    fran = find_person(whole.state, "FG")
    add_activity(whole, fran, Plan(what="Books", source="work-scrutiny"))
    text = section(in_format(whole, "visit-pack"), "## What to bring")
    assert "learners' work to look at; a quiet place to talk with learners" in text
    with session_in(tmp_path / "rag", packs, "send-rag-audit") as session:
        text = section(in_format(session, "visit-pack"), "## What to bring")
        assert text.count("- SEND_Code_of_Practice_January_2015.pdf\n") == 1


@pytest.mark.parametrize("framework", PACKS)
def test_nothing_in_it_judges_though_all_was_judged(
    tmp_path: Path, packs: Path, framework: str
) -> None:
    with session_in(tmp_path, packs, framework) as session:
        prepare(session, lambda place: f"Zebra {place}.")
        before = in_format(session, "visit-pack")
    with session_in(tmp_path / "after", packs, framework) as session:
        fill(session, lambda place: f"Zebra {place}.")
        after = in_format(session, "visit-pack")
        # It takes nothing at all from what comes after the preparing
        assert after.split("\n")[6:] == before.split("\n")[6:]
        for step in session.framework.scale.steps:
            assert step.name not in after or len(step.name) < 4, step.name
            assert step.symbol not in after, step.symbol
        for area in session.framework.areas:
            for descriptor in area.descriptors:
                assert descriptor.text not in after
        for said in ("own", "agreed", "finding", "plan", "key result", "monitoring"):
            assert f"Zebra {said}" not in after
