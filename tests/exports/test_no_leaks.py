"""While an area is described, no export says anything of its judging, whatever was judged before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import every_text, fill, follow, prepare, session_in, visit

from exports.checks import check
from exports.show import session_json, session_text
from frameworks.model import Area, Framework
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import find_person
from sessions.session import Session
from sessions.view import view

WITH_NOTES = (
    *("markdown", "html", "docx", "evidence", "accuracy"),
    *("json", "evidence-csv", "text"),
)
"""What holds the words of every shared note."""


def judged_and_reopened(session: Session, number: int, ref: str) -> None:
    """Judge and agree a statement and its area, and take the area back to describing."""
    amira, ben, fran = (find_person(session.state, tag) for tag in ("AK", "BP", "FG"))
    note = add_note(session, amira, "Something was on paper.", [ref])
    open_gate(session, fran, number)
    for person in (amira, ben):
        shows = {"establishing": "full", "sustaining": "full"}
        reason = "Zebra is why."
        judge(session, person, ref, highlights=shows, cites=[(note, False)], because=reason)
    reveal(session, fran, statement=ref)
    agree(
        session,
        fran,
        statement=ref,
        outcome="stages",
        stages=["sustaining"],
        because="Okapi is why.",
        dissent=[("BP", "Tapir is why not.")],
    )
    agree(session, fran, area=number, because="Gnu, in a sentence.")
    reopen(session, fran, number, "Ibex was forgotten.")


def exports(session: Session) -> Iterator[tuple[str, str]]:
    """Yield everything that an export could say, to everybody and to each participant."""
    for viewer in (None, *session.state.people):
        seen = view(session, viewer)
        yield from every_text(session, viewer)
        yield "text", session_text(seen)
        yield "json", json.dumps(session_json(seen), ensure_ascii=False)
        findings = check(seen, session.framework).all()
        yield "checks", "\n".join(finding.sentence for finding in findings)


def what_judging_says(framework: Framework, area: Area) -> Iterator[str]:
    for step in framework.scale.steps:
        yield from (step.key, step.name, step.name.lower(), step.summary, *step.points)
    for descriptor in area.descriptors:
        yield from (descriptor.text, descriptor.full)
    for study in framework.case_studies:
        yield from (study.title, study.overview)
    yield from (
        "Zebra",
        "Okapi",
        "Tapir",
        "Gnu",
        "Ibex",
        "1.1-",
        "Because",
        "Not yet judged:",
        "Not yet agreed:",
    )


@pytest.mark.parametrize(("number", "ref"), [(1, "1.1"), (2, "2.1")])
def test_a_reopened_area_says_nothing_of_what_was_judged(
    fresh_review: Session, number: int, ref: str
) -> None:
    judged_and_reopened(fresh_review, number, ref)
    area = fresh_review.framework.area(number)
    assert area is not None
    for form, text in exports(fresh_review):
        shows_notes = form in WITH_NOTES
        assert ("Something was on paper" in text) == shows_notes
        for said in what_judging_says(fresh_review.framework, area):
            assert not said or said not in text, (form, said)


def test_only_the_area_behind_its_gate_says_where_practice_sits(fresh_review: Session) -> None:
    judged_and_reopened(fresh_review, 2, "2.1")
    fran = find_person(fresh_review.state, "FG")
    open_gate(fresh_review, fran, 1)
    for form, text in exports(fresh_review):
        for said in ("Zebra", "Okapi", "Tapir", "Gnu", "Ibex", "quokka", "numbat", "bilby"):
            assert said not in text, (form, said)


def test_the_checks_of_a_described_area_speak_of_evidence_alone(fresh_review: Session) -> None:
    judged_and_reopened(fresh_review, 1, "1.1")
    found = check(view(fresh_review), fresh_review.framework)
    assert not found.not_judged
    assert not found.not_agreed
    assert not found.lost_cites
    assert [finding.place for finding in found.without_notes] == ["1.2", "1.3", "1.4", "2.1"]


def test_another_persons_private_note_is_in_no_export(review: Session) -> None:
    ben = find_person(review.state, "BP")
    seen = view(review, ben)
    everything = session_text(seen) + json.dumps(session_json(seen))
    assert "private thought" not in everything
    assert "private thought" in session_text(view(review, find_person(review.state, "AK")))


# All that a session may hold: what is said there, by where


JUDGING = (
    *("agreed", "area", "ballot", "finding", "plan", "key", "action", "monitoring", "own"),
    *("reply", "words for"),
)
"""How the places begin whose texts wait for the gate of their area."""


def held(session: Session, viewer: str | None) -> str:
    seen = view(session, viewer)
    findings = check(seen, session.framework).all()
    lines = [text for _, text in every_text(session, viewer)]
    return "\n".join([*lines, *(finding.sentence for finding in findings)])


FRAMEWORKS = ("little", "send-rag-audit", "send-self-assessment")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_before_any_gate_nothing_of_the_settings_own_view_leaves(
    tmp_path: Path, packs: Path, framework: str
) -> None:
    with session_in(tmp_path, packs, framework) as session:
        prepare(session, lambda place: f"Zebra {place}.")
        visit(session, lambda place: f"Zebra {place}.")
        for viewer in (None, *session.state.people):
            text = held(session, viewer)
            assert "Zebra note." in text
            assert "Zebra own" not in text


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_an_area_taken_back_gives_nothing_in_any_format(
    tmp_path: Path, packs: Path, framework: str
) -> None:
    with session_in(tmp_path, packs, framework) as session:
        fill(session, lambda place: f"Zebra {place}.")
        follow(session, lambda place: f"Zebra {place}.")
        fran = find_person(session.state, "FG")
        told = held(session, None)
        for name in JUDGING:  # or this test would prove nothing
            assert f"Zebra {name}" in told or name == "ballot"
        reopen(session, fran, 1, "Zebra agreed reason.")
        for viewer in (None, *session.state.people):
            text = held(session, viewer)
            for name in JUDGING:
                assert f"Zebra {name}" not in text.replace("Zebra activity", ""), name
            assert "Zebra enquiry reason" not in text
            assert "Zebra enquiry question" in text


def test_one_areas_gate_shows_nothing_of_anothers(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        prepare(session, lambda place: f"Zebra {place}.")
        visit(session, lambda place: f"Zebra {place}.")
        open_gate(session, find_person(session.state, "FG"), 2)
        assert "Zebra own" not in held(session, None)


def test_a_sealed_ballot_is_in_no_format(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session)
        amira = find_person(session.state, "AK")
        judge(
            session,
            amira,
            "1.2",
            highlights={"red": "full"},
            cites=[("AK2", False)],
            because="Zebra is why.",
            fields={"strengths": "Zebra strength."},
        )
        for viewer in (None, *session.state.people):
            for name, text in every_text(session, viewer):
                assert "Zebra" not in text, name


def test_the_private_note_that_a_finding_rested_on_is_in_no_format(whole: Session) -> None:
    edit_note(whole, find_person(whole.state, "AK"), "AK1", private=True)
    for viewer in (None, *whole.state.people):
        for name, text in every_text(whole, viewer):
            assert "AK1" not in text, name
