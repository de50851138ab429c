"""The timetable: who goes where when, and what a note that is taken there takes from it."""

from pathlib import Path

import pytest
from reviews import Panel, Ticking, copied_to, library_in, meet, panel_in, refusal, snapshot

from sessions.notes import Circumstances, add_note, edit_note
from sessions.people import add_person, leave
from sessions.seen import NoteView
from sessions.seen_visit import ActivityView
from sessions.session import Session
from sessions.setup import change_setup
from sessions.timetable import Plan, add_activity, change_activity, delete_activity, during
from sessions.undo import undo
from sessions.view import view

DAY = "2026-11-21"


def activities(session: Session) -> dict[str, ActivityView]:
    return {a.ref: a for a in view(session).visit.activities}


def lesson(panel: Panel, where: str = "", source: str = "") -> str:
    plan = Plan(
        what="Lesson, Y4",
        starts="10:00",
        ends="10:40",
        where=where,
        reviewers=("AK",),
        source=source,
    )
    return add_activity(panel.session, panel.fay, plan)


def noted(panel: Panel, person: str, observed: str, source: str = "", where: str = "") -> NoteView:
    ref = add_note(panel.session, person, "Seen.", [], Circumstances(source, where, observed))
    found = view(panel.session).note(ref)
    assert found is not None
    return found


# Writing it


def test_an_activity_has_all_that_is_said_of_it(panel: Panel) -> None:
    plan = Plan(
        what=" Lesson,\nY4 ",
        starts="10.00",
        ends="10:40",
        where="Room 4",
        who="a teacher and the class",
        reviewers=("AK", "Ben Orr", "Amira Khan"),
        source="observation",
        statements=("2.1", "1.1", "2.1"),
    )
    assert add_activity(panel.session, panel.fay, plan) == "1"
    found = activities(panel.session)["1"]
    assert (found.what, found.starts, found.ends) == (
        "Lesson, Y4",
        f"{DAY} 10:00",
        f"{DAY} 10:40",
    )
    assert (found.where, found.who) == ("Room 4", "a teacher and the class")
    assert found.reviewers == ("Amira Khan", "Ben Orr")
    assert found.people == (panel.amira, panel.ben)
    assert (found.source_name, found.statements) == ("observation", ("1.1", "2.1"))


def test_they_stand_by_when_they_start_and_without_a_time_at_the_end(panel: Panel) -> None:
    for what, starts in (("Last", ""), ("Later", "14:00"), ("First", "08:30"), ("Eve", "")):
        add_activity(panel.session, panel.fay, Plan(what=what, starts=starts))
    for number in range(8):
        add_activity(panel.session, panel.fay, Plan(what=f"Lesson {number}", starts="09:00"))
    found = view(panel.session).visit.activities
    assert [a.ref for a in found] == [*"356789", "10", "11", "12", *"214"]


def test_it_is_changed_in_part_and_the_rest_stays(panel: Panel) -> None:
    lesson(panel, where="Room 4", source="observation")
    change_activity(panel.session, panel.ben, "1", Plan(ends="11:00", where="", reviewers=()))
    found = activities(panel.session)["1"]
    assert (found.starts, found.ends) == (f"{DAY} 10:00", f"{DAY} 11:00")
    assert (found.where, found.reviewers, found.source) == ("", (), "observation")
    before = snapshot(panel.session)
    change_activity(panel.session, panel.ben, "1", Plan(ends="11:00"))
    assert snapshot(panel.session) == before


def test_what_cannot_be_is_refused(panel: Panel) -> None:
    session, fay = panel.session, panel.fay
    lesson(panel)
    for plan, says in (
        (Plan(what=" "), "needs a name"),
        (Plan(), "needs a name"),
        (Plan(what="Lunch", starts="noon"), "noon is not a time"),
        (Plan(what="Lunch", starts="12:00", ends="12:00"), "cannot end at 12:00"),
        (Plan(what="Lunch", reviewers=("Zoe",)), "nobody called Zoe"),
        (Plan(what="Lunch", source="gossip"), "no source called gossip"),
        (Plan(what="Lunch", statements=("9.9",)), "no statement 9.9"),
    ):
        with refusal(session, says):
            add_activity(session, fay, plan)
    with refusal(session, "cannot end at 10:40, before it starts at 11:00"):
        change_activity(session, fay, "1", Plan(starts="11:00"))
    with refusal(session, "There is no activity 7", "there is 1."):
        delete_activity(session, fay, "7")


def test_what_no_activity_is_planned_for_is_told(panel: Panel) -> None:
    assert view(panel.session).visit.unplanned == ("1.1", "1.2", "1.3", "2.1", "2.2", "3.1")
    add_activity(panel.session, panel.fay, Plan(what="Lesson", statements=("1.2", "3.1")))
    add_activity(panel.session, panel.fay, Plan(what="Lunch", statements=("1.2",)))
    assert view(panel.session).visit.unplanned == ("1.1", "1.3", "2.1", "2.2")
    delete_activity(panel.session, panel.fay, "1")
    change_setup(panel.session, panel.fay, areas=(1, 3))
    assert view(panel.session).visit.unplanned == ("1.1", "1.3", "3.1")


# A note taken during one


def test_a_note_taken_during_an_activity_takes_its_source_and_its_place(panel: Panel) -> None:
    lesson(panel, where="Room 4", source="observation")
    found = noted(panel, panel.amira, "10:05")
    assert (found.source, found.where, found.observed) == (
        "observation",
        "Room 4",
        f"{DAY} 10:05",
    )
    assert activities(panel.session)["1"].notes == (found.ref,)
    said = noted(panel, panel.amira, "10:06", source="learner-voice", where="the corridor")
    assert (said.source, said.where) == ("learner-voice", "the corridor")
    assert activities(panel.session)["1"].notes == (found.ref, said.ref)


@pytest.mark.parametrize(
    ("person", "observed"),
    [
        ("amira", "09:59"),
        ("amira", "10:40"),
        ("amira", "2026-11-20 10:05"),
        ("ben", "10:05"),
    ],
)
def test_a_note_of_another_time_or_person_takes_nothing(
    panel: Panel, person: str, observed: str
) -> None:
    lesson(panel, where="Room 4", source="observation")
    found = noted(panel, getattr(panel, person), observed)
    assert (found.source, found.where, found.activity) == ("", "", "")


def test_who_is_in_two_at_once_is_in_the_one_that_is_theirs_or_began_last(panel: Panel) -> None:
    def place(moment: str) -> str:
        found = during(panel.session.state, panel.amira, f"{DAY} {moment}")
        return found[1].what if found else "-"

    for what, starts, ends, reviewers in (
        ("Tour", "09:00", "12:00", ()),
        ("Own lesson", "09:00", "09:30", ("AK",)),
        ("Assembly", "10:00", "", ()),
        ("Ben's lesson", "10:10", "10:20", ("BO",)),
        ("Books", "10:30", "10:40", ("AK",)),
        ("Gate", "15:00", "", ("AK",)),
        ("Late talk", "23:30", "", ("AK",)),
    ):
        plan = Plan(what=what, starts=starts, ends=ends, reviewers=reviewers)
        add_activity(panel.session, panel.fay, plan)
    assert [place(t) for t in ("08:59", "09:05", "09:30", "10:15")] == [
        *("-", "Own lesson", "Tour", "Assembly"),
    ]
    # What has no end is over when the next one begins, also once that has ended; else in an hour.
    assert [place(t) for t in ("10:35", "10:45", "12:00", "15:59", "16:00")] == [
        *("Books", "Tour", "-", "Gate", "-"),
    ]
    assert [place(t) for t in ("23:58", "23:59")] == ["Late talk", "-"]


def test_a_note_whose_time_is_mended_belongs_to_the_activity_of_that_time(panel: Panel) -> None:
    lesson(panel, where="Room 4", source="observation")
    found = noted(panel, panel.amira, "08:00", source="data")
    edit_note(panel.session, panel.ben, found.ref, circumstances=Circumstances("data", "", "10:05"))
    assert activities(panel.session)["1"].notes == (found.ref,)
    edit_note(panel.session, panel.ben, found.ref, circumstances=Circumstances("data", "", "11:05"))
    assert activities(panel.session)["1"].notes == ()


def test_a_private_note_is_named_to_its_author_alone(panel: Panel) -> None:
    lesson(panel)
    when = Circumstances(observed="10:05")
    add_note(panel.session, panel.amira, "For myself.", [], when, private=True)
    assert activities(panel.session)["1"].notes == ()
    (own,) = view(panel.session, panel.amira).visit.activities
    assert own.notes == ("AK1",)


# Undo, two machines, people and areas that come and go


def test_every_act_is_undone_and_says_what_it_was(panel: Panel) -> None:
    session, fay = panel.session, panel.fay
    lesson(panel)
    change_activity(session, fay, "1", Plan(where="Hall"))
    delete_activity(session, fay, "1")
    assert undo(session, fay) == "the deletion of activity 1"
    assert activities(session)["1"].where == "Hall"
    assert undo(session, fay) == "the change to activity 1"
    assert activities(session)["1"].where == ""
    assert undo(session, fay) == "activity 1"
    assert activities(session) == {}


def test_notes_of_a_deleted_activity_stay(panel: Panel) -> None:
    lesson(panel, where="Room 4", source="observation")
    ref = noted(panel, panel.amira, "10:05").ref
    delete_activity(panel.session, panel.fay, "1")
    found = view(panel.session).note(ref)
    assert found is not None
    assert (found.source, found.where) == ("observation", "Room 4")
    undo(panel.session, panel.fay)
    assert activities(panel.session)["1"].notes == (ref,)


def test_changed_on_two_machines_both_are_kept_and_a_person_settles_it(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    lesson(panel)
    other = copied_to(tmp_path, panel.session, clock)
    change_activity(panel.session, panel.fay, "1", Plan(where="Hall"))
    delete_activity(other, panel.ben, "1")
    meet(panel.session, other)
    for session in (panel.session, other):
        assert view(session).conflicts == (
            "Activity 1 was changed and deleted in two places (Fay and Ben Orr); change it again "
            "to settle it.",
        )
        # A deletion that did not know of the change does not win over it.
        assert activities(session)["1"].where == "Hall"
    change_activity(other, panel.ben, "1", Plan(where="Hall"))
    meet(panel.session, other)
    for session in (panel.session, other):
        assert view(session).conflicts == ()
        assert activities(session)["1"].where == "Hall"


def test_a_reviewer_who_leaves_stays_on_what_they_were_planned_for(panel: Panel) -> None:
    lesson(panel)
    leave(panel.session, panel.amira)
    assert activities(panel.session)["1"].reviewers == ("Amira Khan",)
    with refusal(panel.session, "nobody called AK"):
        change_activity(panel.session, panel.fay, "1", Plan(reviewers=("AK",)))
    add_person(panel.session, "Cleo Day")
    change_activity(panel.session, panel.fay, "1", Plan(reviewers=("Cleo Day",)))
    assert activities(panel.session)["1"].reviewers == ("Cleo Day",)


def test_statements_of_an_area_that_is_dropped_are_back_with_it(panel: Panel) -> None:
    plan = Plan(what="Lesson", statements=("1.1", "2.1"))
    add_activity(panel.session, panel.fay, plan)
    change_setup(panel.session, panel.fay, areas=(1,))
    assert activities(panel.session)["1"].statements == ("1.1",)
    change_activity(panel.session, panel.fay, "1", Plan(statements=("1.2",)))
    change_setup(panel.session, panel.fay, areas=(1, 2))
    assert activities(panel.session)["1"].statements == ("1.2", "2.1")
