"""What may identify somebody in what leaves: with its place, a label, and whether it was accepted."""

from pathlib import Path

from whole import fill, session_in

from exports.checks import check
from exports.identifying import Identifying, context_of, identifying_in, in_context
from sessions.notes import Circumstances, add_note, edit_note
from sessions.people import find_person
from sessions.session import Session
from sessions.settling import accept, settle
from sessions.settling_places import text_at
from sessions.view import view


def found_in(session: Session) -> tuple[Identifying, ...]:
    return identifying_in(view(session), session.framework)


def test_one_person_has_one_label_all_over_a_session(review: Session) -> None:
    amira = find_person(review.state, "AK")
    add_note(review, amira, "Learner A told Kai; Kai's mum came.", ["1.1"])
    add_note(review, amira, "Mrs Okafor, a teacher, met Oliver.", [], Circumstances(where="by Kai"))
    assert [(f.place, f.word, f.label) for f in found_in(review)] == [
        ("AK5", "Kai", "Learner B"),
        ("AK5", "Kai", "Learner B"),
        ("AK6", "Okafor", "Teacher A"),
        ("AK6", "Oliver", "Learner C"),
        ("AK6", "Kai", "Learner B"),
    ]


def test_a_label_holds_in_what_is_written_later(review: Session) -> None:
    amira = find_person(review.state, "AK")
    add_note(review, amira, "Kai met Oliver.")
    oliver = found_in(review)[1]
    assert oliver.label == "Learner B"
    settle(review, amira, oliver.spot, "Child 7")
    add_note(review, amira, "Later Oliver read.")
    assert [(f.word, f.label) for f in found_in(review)] == [
        ("Kai", "Learner A"),
        ("Oliver", "Child 7"),
    ]


def test_what_is_accepted_is_asked_again_when_the_text_changes(review: Session) -> None:
    amira = find_person(review.state, "AK")
    add_note(review, amira, "Kai read. Then Kai sat.")
    add_note(review, amira, "Kai left.")
    before = found_in(review)
    accept(review, amira, [before[0].spot])
    assert [f.accepted for f in found_in(review)] == [True, True, False]
    assert [f.place for f in check(view(review), review.framework).identifying] == ["AK6"]
    edit_note(review, amira, "AK5", "Kai read. Then Kai sat down.")
    assert not any(f.accepted for f in found_in(review))
    edit_note(review, amira, "AK5", "Kai read. Then Kai sat.")
    assert [f.accepted for f in found_in(review)] == [True, True, False]


def test_every_place_can_be_read_again_and_settled_or_says_who_may(
    tmp_path: Path, packs: Path
) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session, lambda place: f"A pupil called Kwame and the {place}.")
        found = found_in(session)
        assert len(found) > 30
        seen = view(session)
        for one in found:
            assert text_at(seen, one.spot.subject) == one.spot.text
        people = [find_person(session.state, name) for name in ("Fran Gill", "Jo Reed")]
        for one in found:
            by = people[one.place.startswith("the setting's own view")]
            assert settle(session, by, one.spot, one.label)
            assert not settle(session, by, one.spot, one.label)
        assert {one.label for one in found} == {"Learner A"}
        assert not found_in(session)
        assert "Kwame" not in repr(view(session).plan) + repr(view(session).notes)


def test_words_around_a_clue_stand_on_one_line(review: Session) -> None:
    amira = find_person(review.state, "AK")
    text = (
        "Before it came a long line of words that nobody reads.\nThere Kai sat, and so on it went."
    )
    add_note(review, amira, f"{text} {text.replace('Kai', 'he')}")
    (kai,) = found_in(review)
    assert in_context(kai.spot, 40) == "...reads. There >Kai< sat, and so..."
    assert sum(map(len, context_of(kai.spot, 50))) <= 52
    add_note(review, amira, "Oli ate.")
    assert in_context(found_in(review)[1].spot) == ">Oli< ate."
