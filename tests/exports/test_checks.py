"""What is pointed out before a report leaves."""

from pathlib import Path

from whole import fill, session_in

from exports.checks import Checks, check
from sessions.agreeing import agree
from sessions.enquiries import stand
from sessions.findings import add_finding, set_priorities
from sessions.looking import agreement_subject, ballot_subject, look
from sessions.notes import Circumstances, add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import find_person
from sessions.planning import Doing, add_action, monitor
from sessions.session import Session
from sessions.view import view


def checked(session: Session) -> Checks:
    return check(view(session), session.framework)


def test_gaps_of_a_review(review: Session) -> None:
    found = checked(review)
    assert [f.sentence for f in found.without_notes] == ["1.4 has no evidence under it."]
    assert [f.sentence for f in found.not_judged] == ["1.4 is not judged yet."]
    assert [f.place for f in found.not_agreed] == ["1.2", "1.3"]
    assert [f.sentence for f in found.one_sided] == [
        "2.1 is heard from one side so far: leader or governor voice."
    ]
    assert not found.identifying
    assert not found.unsettled


def test_a_judgement_that_cites_a_deleted_note(review: Session) -> None:
    assert [f.sentence for f in checked(review).lost_cites] == [
        "The judgement of 1.1 by Ben Price cites a note that has been deleted or made private since."
    ]


def test_a_judgement_all_of_whose_notes_were_made_private(review: Session) -> None:
    edit_note(review, find_person(review.state, "AK"), "AK2", private=True)
    assert [f.place for f in checked(review).lost_cites] == ["1.1", "1.2", "1.2"]


def test_what_rests_on_a_note_that_changed_until_somebody_looks(review: Session) -> None:
    before = checked(review).changed_notes
    edit_note(review, find_person(review.state, "AK"), "AK2", "Three named an adult.")
    found = [finding for finding in checked(review).changed_notes if finding not in before]
    # The sentence of area 1 rests on what the ballots of its statements cite.
    assert {finding.place for finding in found} == {"1.2", "area 1"}
    assert all("rests on what has changed since: AK2." in finding.sentence for finding in found)
    (seen,) = (s for s in view(review).areas[0].statements if s.ref == "1.2")
    assert seen.judged is not None
    for ballot in seen.judged.ballots:
        if ballot.stale_notes:
            look(review, find_person(review.state, "BP"), ballot_subject(ballot, "1.2"))
    look(review, find_person(review.state, "BP"), agreement_subject("area/1"))
    assert checked(review).changed_notes == before


def test_notes_without_a_source(fresh_review: Session) -> None:
    amira = find_person(fresh_review.state, "AK")
    add_note(fresh_review, amira, "A page.", ["1.1"])
    found = checked(fresh_review)
    assert [f.sentence for f in found.no_source] == [
        "No note under 1.1 says what source it comes from."
    ]
    add_note(fresh_review, amira, "Another.", ["1.1"], Circumstances("data"))
    found = checked(fresh_review)
    assert not found.no_source
    assert [f.place for f in found.one_sided] == ["1.1"]


def test_words_that_judge_are_found_in_notes(fresh_review: Session) -> None:
    amira = find_person(fresh_review.state, "AK")
    add_note(fresh_review, amira, 'An excellent chart. "Very good," said a governor.', ["1.1"])
    (finding,) = checked(fresh_review).judging_words
    assert finding.place == "AK1"
    assert finding.sentence.startswith('AK1 says "excellent". What did you see')


def test_what_may_identify_a_child_is_found_wherever_it_stands(review: Session) -> None:
    fran = find_person(review.state, "FG")
    add_note(review, find_person(review.state, "AK"), "JB in Y4 used a card.", [])
    add_note(review, fran, "A page.", [], Circumstances(where="with Zuzanna's mum"))
    agree(
        review,
        fran,
        statement="1.2",
        outcome="stages",
        stages=["establishing"],
        because="A pupil called Kwame said so.",
        dissent=[("BP", "Born 3 May 2016.")],
    )
    found = {(f.place, f.sentence.split('"')[1]) for f in checked(review).identifying}
    assert found == {
        ("AK5", "JB"),
        ("FG1", "Zuzanna"),
        ("1.2", "Kwame"),
        ("1.2", "3 May 2016"),
    }


def test_the_panel_and_the_setting_are_no_children(review: Session) -> None:
    text = "Amira told a pupil of Hollin Bank so, and AK in Y4 wrote it down."
    add_note(review, find_person(review.state, "BP"), text)
    assert not checked(review).identifying


def test_somebody_elses_ballot_is_not_in_the_report_and_not_checked(review: Session) -> None:
    assert all("Amira's reason" not in finding.sentence for finding in checked(review).all())


def test_all_names_what_may_identify_a_child_first(review: Session) -> None:
    add_note(review, find_person(review.state, "AK"), "A very good boy called Kwame.", ["1.4"])
    found = checked(review)
    assert found.all()[0] == found.identifying[0]
    assert found.all()[-1] == found.judging_words[-1]
    assert len(found.all()) == sum(len(getattr(found, name)) for name in found.__struct_fields__)


# The visit and the plan


def test_what_a_plan_and_a_visit_leave_open_is_pointed_out(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    add_finding(whole, fran, "development", "Another.", ["1.2"], ["AK2"])
    add_action(whole, fran, "1", Doing(what="Third", who="SENCO"))
    add_action(whole, fran, "1", Doing(what="Fourth", due="2027-02-01"))
    found = checked(whole)
    assert [f.sentence for f in found.open_enquiries] == [
        "Line of enquiry 1 is still open: The enquiry accepted."
    ]
    assert [f.sentence for f in found.bare_findings] == [
        "Finding 3 names no evidence that is shared."
    ]
    assert [f.sentence for f in found.left_open] == [
        "Finding 4 is an area for development and has no place among the priorities and no key "
        "result yet."
    ]
    assert {f.sentence for f in found.unfinished_actions} == {
        "Action 2 does not say who, or by when.",
        "Action 3 does not say by when.",
        "Action 4 does not say who.",
    }


def test_what_is_done_or_answered_is_not_left_open(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    stand(whole, fran, "1", "not-supported", "Nobody said so.")
    monitor(whole, fran, "2", "done", "It was.")
    set_priorities(whole, fran, [])
    found = checked(whole)
    assert not found.open_enquiries
    assert not found.unfinished_actions
    assert [f.sentence for f in found.left_open] == [
        "Finding 3 is an area for development and has no place among the priorities yet."
    ]


def test_what_was_agreed_before_the_area_was_reopened(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    reopen(whole, fran, 1, "A class was missed.")
    assert not checked(whole).stale
    open_gate(whole, fran, 1)
    assert [f.sentence for f in checked(whole).stale] == [
        "1.1 was agreed before the area was reopened; look again."
    ]


def test_what_may_identify_a_child_is_found_in_every_new_place(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session, lambda place: f"A pupil called Kwame and the {place}.")
        places = {finding.place for finding in checked(session).identifying}
        assert places >= {
            *("1.1", "area 1", "AK1", "the setting's own view of 1.1", "Activity 1"),
            *("Line of enquiry 1", "Line of enquiry 2", "Finding 1", "Finding 2", "Finding 3"),
            *("Key objective", "Benchmark position", "Key result 1", "Action 1", "Action 2"),
        }
        of_own = [f for f in checked(session).identifying if f.place.endswith("view of 1.1")]
        assert len(of_own) == 3  # the because and two fields
        reopen(session, find_person(session.state, "FG"), 1, "A pupil called Kofi.")
        after = {finding.place for finding in checked(session).identifying}
        assert not after & {"1.1", "area 1", "the setting's own view of 1.1", "Finding 1"}


def test_a_reason_is_pointed_out_once(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    reopen(whole, fran, 1, "A pupil called Kwame was missed.")
    open_gate(whole, fran, 1)
    assert [f.place for f in checked(whole).identifying] == ["the reason for taking area 1 back"]
