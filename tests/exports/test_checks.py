"""What is pointed out before a report leaves."""

from exports.checks import Checks, check
from sessions.agreeing import agree
from sessions.notes import Circumstances, add_note, edit_note
from sessions.people import find_person
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
        ("AK5", "JB in Y4"),
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
