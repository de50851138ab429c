"""Triangulation: who was heard on what, and who can still see what is missing."""

import msgspec
from reviews import Panel

from sessions.enquiries import add_enquiry, propose, stand
from sessions.notes import Circumstances, add_note, file_note
from sessions.people import add_person
from sessions.self_evaluating import self_evaluate
from sessions.timetable import Plan, add_activity
from sessions.triangulating import CatchUp, Gap, Heard, catch_up, heard
from sessions.view import view

DAY = "2026-11-21"


def note(panel: Panel, by: str, source: str, *refs: str, private: bool = False) -> None:
    said = Circumstances(source)
    add_note(panel.session, by, f"Something of {source or 'nobody'}.", refs, said, private=private)


def planned(
    panel: Panel, what: str, starts: str, ends: str = "", source: str = "", *refs: str
) -> None:
    times = [f"{DAY} {time}" if time else "" for time in (starts, ends)]
    said = Plan(what=what, starts=times[0], ends=times[1], source=source, statements=refs)
    said = msgspec.structs.replace(said, reviewers=("Ben Orr",))
    add_activity(panel.session, panel.fay, said)


def behind(panel: Panel, ref: str = "1.1", viewer: str | None = None) -> Heard:
    statement = view(panel.session, viewer).statement(ref)
    assert statement is not None
    return heard(statement)


def missing(panel: Panel, at: str = "12:00", viewer: str | None = None) -> CatchUp:
    return catch_up(view(panel.session, viewer), f"{DAY} {at}")


def gap(panel: Panel, what: str, at: str = "12:00") -> Gap:
    found = missing(panel, at)
    every = (*found.statements, *found.enquiries, *found.voices)
    return next(one for one in every if one.what == what)


def test_who_was_heard_is_said_in_words_and_a_claim_is_called_one(panel: Panel) -> None:
    assert behind(panel) == Heard("1.1", (), (), (), 0)
    assert behind(panel).words == "nothing yet"
    note(panel, panel.ben, "data", "1.1")
    note(panel, panel.amira, "data", "1.1")
    assert behind(panel).words == "heard from one side so far"
    assert behind(panel).one_sided
    assert behind(panel).reviewers == ("Ben Orr", "Amira Khan")
    note(panel, panel.ben, "parent-voice", "1.1")
    assert not behind(panel).one_sided
    assert behind(panel).words == "parent/carer voice, data"
    assert behind(panel).voices == ("parent-voice",)


def test_a_note_that_does_not_say_its_source_is_no_second_side(panel: Panel) -> None:
    note(panel, panel.ben, "", "1.1")
    assert behind(panel).words == "source not said yet"
    note(panel, panel.ben, "data", "1.1")
    assert behind(panel).words == "heard from one side so far"
    assert gap(panel, "1.1").why == "heard from one side so far: data"


def test_a_private_note_is_no_evidence_for_anybody_yet(panel: Panel) -> None:
    note(panel, panel.amira, "learner-voice", "1.1", private=True)
    for viewer in (panel.amira, panel.ben, None):
        assert behind(panel, viewer=viewer).notes == 0
        assert "learners" in [one.what for one in missing(panel, viewer=viewer).voices]


def test_each_gap_says_what_is_left_of_the_timetable_that_could_show_it(panel: Panel) -> None:
    planned(panel, "Lesson", "10:00", "10:40", "observation", "1.1")
    planned(panel, "Book look", "11:50", "12:30", "work-scrutiny", "1.1", "1.2")
    planned(panel, "Talk", "14:00", "", "learner-voice")
    planned(panel, "Corridor", "", "", "", "2.1")
    assert [a.what for a in missing(panel).left] == ["Book look", "Talk", "Corridor"]
    assert [a.what for a in gap(panel, "1.1").later] == ["Book look"]
    assert gap(panel, "1.1").later[0].reviewers == ("Ben Orr",)
    assert gap(panel, "1.1", at="12:30").later == ()
    assert [a.what for a in gap(panel, "learners").later] == ["Talk"]
    assert [a.what for a in gap(panel, "2.1", at="23:00").later] == ["Corridor"]
    assert "1.3" in [one.what for one in missing(panel).unseen]
    assert "1.1" not in [one.what for one in missing(panel).unseen]


def test_more_of_the_same_source_shows_no_other_side(panel: Panel) -> None:
    note(panel, panel.ben, "work-scrutiny", "1.1")
    planned(panel, "Book look", "13:00", "", "work-scrutiny", "1.1")
    assert gap(panel, "1.1").later == ()
    planned(panel, "Lesson", "13:30", "", "observation", "1.1")
    assert [a.what for a in gap(panel, "1.1").later] == ["Lesson"]
    note(panel, panel.ben, "observation", "1.1")
    assert "1.1" not in [one.what for one in missing(panel).statements]


def test_a_voice_was_heard_wherever_its_note_is(panel: Panel) -> None:
    note(panel, panel.ben, "parent-voice")
    assert [one.what for one in missing(panel).voices] == [
        *("learners", "staff", "leaders or governors"),
    ]
    file_note(panel.session, panel.ben, "BO1", ["1.1"])
    assert "parents or carers" not in [one.what for one in missing(panel).voices]


def test_lines_of_enquiry_are_missing_until_they_are_answered(panel: Panel) -> None:
    ref = add_enquiry(panel.session, panel.fay, "Who rings home?", ["1.2"])
    planned(panel, "Office", "13:00", "", "", "1.2")
    assert gap(panel, ref).why == "Who rings home?"
    assert [a.what for a in gap(panel, ref).later] == ["Office"]
    stand(panel.session, panel.fay, ref, "supported", "The office does.")
    assert missing(panel).enquiries == ()


def test_what_is_only_proposed_is_not_told_for_this_may_be_on_the_wall(panel: Panel) -> None:
    host = add_person(panel.session, "Helen", role="host")
    self_evaluate(panel.session, host, "1.1", stages=["budding"])
    assert propose(panel.session, panel.fay)
    assert view(panel.session, panel.fay).visit.enquiries
    for viewer in (panel.fay, host, panel.amira, None):
        assert missing(panel, viewer=viewer).enquiries == ()
