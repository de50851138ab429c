"""Excusing a judge: who is waited for, what stays sealed, and until when it can be taken back."""

import pytest
from reviews import Panel, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.excusing import excuse, still_judges, wait_again, why_not_judge
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.seen import JudgedView
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def trio(panel: Panel) -> tuple[Panel, str]:
    """The panel with a third reviewer, area 1 behind its gate, and Amira's ballot of 1.1."""
    cleo = add_person(panel.session, "Cleo Day")
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    nothing(panel, panel.amira, because="Zebra")
    return panel, cleo


def nothing(panel: Panel, person: str, ref: str = "1.1", because: str = "") -> None:
    judge(panel.session, person, ref, outcome="not_enough_evidence", because=because)


def judged(panel: Panel, viewer: str | None = None) -> JudgedView:
    statement = view(panel.session, viewer).statement("1.1")
    assert statement is not None and statement.judged is not None
    return statement.judged


def test_an_excused_judge_is_not_waited_for_and_everybody_sees_why(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    assert judged(panel).sealed == "sealed until all have cast: Ben Orr, Cleo Day to come"
    excuse(panel.session, panel.fay, 1, cleo, " Called\naway ")
    assert judged(panel).sealed == "sealed until all have cast: Ben Orr to come"
    for viewer in (None, panel.fay, panel.ben, cleo):
        area = view(panel.session, viewer).area(1)
        assert area is not None
        assert [p.name for p in area.judges] == ["Amira Khan", "Ben Orr"]
        assert [(e.name, e.reason, e.by) for e in area.excused] == [
            ("Cleo Day", "Called away", "Fay")
        ]


def test_once_the_others_have_cast_the_reveal_needs_no_reason(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    nothing(panel, panel.ben)
    assert judged(panel).sealed == "sealed until they are revealed: all have cast"
    reveal(panel.session, panel.fay, statement="1.1")
    assert [ballot.by for ballot in judged(panel).ballots] == ["Amira Khan", "Ben Orr"]


def test_what_an_excused_judge_has_cast_stays_sealed_and_opens_with_the_rest(
    trio: tuple[Panel, str],
) -> None:
    panel, _ = trio
    excuse(panel.session, panel.fay, 1, panel.amira, "Called away")
    for viewer in (None, panel.fay, panel.ben):
        assert "Zebra" not in repr(judged(panel, viewer))
    reveal(panel.session, panel.fay, area=1, reason="Time is up")
    assert "Zebra" in repr(judged(panel))


def test_one_judge_that_is_left_stays_sealed_until_the_reveal(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    excuse(panel.session, panel.fay, 1, panel.ben, "Called away")
    nothing(panel, panel.amira, because="Zebra")
    for viewer in (None, panel.fay, panel.ben):
        assert "Zebra" not in repr(judged(panel, viewer))


def test_an_excused_judge_casts_nothing_until_they_are_waited_for_again(
    trio: tuple[Panel, str],
) -> None:
    panel, cleo = trio
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    with refusal(panel.session, "Cleo Day was excused from judging area 1"):
        nothing(panel, cleo)
    wait_again(panel.session, panel.fay, 1, cleo)
    assert judged(panel).sealed.endswith("Ben Orr, Cleo Day to come")
    nothing(panel, cleo)
    assert judged(panel).sealed.endswith(": Ben Orr to come")


def test_an_excuse_is_undone_until_the_reveal_and_not_after(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    assert undo(panel.session, panel.fay) == "excusing Cleo Day in area 1"
    assert judged(panel).sealed.endswith("Ben Orr, Cleo Day to come")
    # Another facilitator reveals: the excuse stays the last act of this one.
    gwen = add_person(panel.session, "Gwen", role="facilitator")
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    reveal(panel.session, gwen, statement="1.1", reason="Time is up")
    for take_back in (
        lambda: undo(panel.session, panel.fay),
        lambda: wait_again(panel.session, panel.fay, 1, cleo),
    ):
        with refusal(
            panel.session,
            "Cleo Day stays excused",
            "ballots of 1.1 were revealed",
            "cannot be taken back",
        ):
            take_back()


def test_a_gate_that_is_opened_anew_finds_its_judges_anew(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    reopen(panel.session, panel.fay, 1, "A class was missed")
    open_gate(panel.session, panel.fay, 1)
    assert judged(panel).to_come == (panel.ben, cleo)
    excuse(panel.session, panel.fay, 1, cleo, "Called away again")
    assert judged(panel).to_come == (panel.ben,)


def test_it_is_logged_with_its_reason_behind_the_gate_alone(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    wait_again(panel.session, panel.fay, 1, cleo)
    said = [change.what for change in view(panel.session).visit.changes]
    assert said[-2:] == [
        "Cleo Day was excused from judging area 1: Called away.",
        "Cleo Day is waited for again in area 1.",
    ]
    reopen(panel.session, panel.fay, 1, "A class was missed")
    said = [change.what for change in view(panel.session).visit.changes]
    assert "Cleo Day was excused from judging area 1." in said
    assert "Called away" not in repr(view(panel.session))


def test_excusing_refuses_what_makes_no_sense(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    session, fay = panel.session, panel.fay
    with refusal(session, "Only a facilitator may excuse a judge", "ask Fay"):
        excuse(session, panel.amira, 1, cleo, "Away")
    with refusal(session, "Excusing Cleo Day", "needs a reason"):
        excuse(session, fay, 1, cleo, " \n")
    with refusal(session, "Fay is not a judge of area 1", "Amira Khan, Ben Orr, Cleo Day"):
        excuse(session, fay, 1, fay, "Away")
    with refusal(session, "Area 2 is still being described"):
        excuse(session, fay, 2, cleo, "Away")
    with refusal(session, "Cleo Day is not excused"):
        wait_again(session, fay, 1, cleo)
    excuse(session, fay, 1, cleo, "Away")
    with refusal(session, "Cleo Day is excused from judging area 1 already"):
        excuse(session, fay, 1, cleo, "Away")
    for ref in ("1.2", "1.3"):
        nothing(panel, panel.amira, ref)
    with refusal(session, "Amira Khan has cast every ballot of area 1"):
        excuse(session, fay, 1, panel.amira, "Away")
    reveal(session, fay, area=1, reason="Time is up")
    with refusal(session, "ballots of area 1 are revealed"):
        excuse(session, fay, 1, panel.ben, "Away")


def test_somebody_has_to_judge(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    excuse(panel.session, panel.fay, 1, panel.ben, "Away")
    with refusal(panel.session, "Amira Khan is the only judge left in area 1"):
        excuse(panel.session, panel.fay, 1, panel.amira, "Away")


def test_without_a_facilitator_any_reviewer_excuses_and_a_host_never(panel: Panel) -> None:
    change_person(panel.session, panel.fay, role="host")
    open_gate(panel.session, panel.amira, 1)
    with refusal(panel.session, "Only a facilitator, or a reviewer where there is none"):
        excuse(panel.session, panel.fay, 1, panel.ben, "Away")
    excuse(panel.session, panel.amira, 1, panel.ben, "Away")
    assert judged(panel).to_come == (panel.amira,)


def test_who_left_after_the_gate_is_named_so_and_what_to_do(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    session, fay = panel.session, panel.fay
    leave(session, cleo)
    assert (
        judged(panel).sealed == "sealed until all have cast: Ben Orr, Cleo Day (has left) to come"
    )
    with refusal(session, "Cleo Day has left: excuse them", "; on Agree", "command excuse"):
        reveal(session, fay, statement="1.1")
    with refusal(session, "Cleo Day has left: excuse them"):
        agree(session, fay, statement="1.1", because="So", outcome="not_enough_evidence")
    excuse(session, fay, 1, cleo, "Called away")
    with refusal(session, "Ben Orr to come"):
        reveal(session, fay, statement="1.1")
    nothing(panel, panel.ben)
    reveal(session, fay, statement="1.1")


def test_who_judges_nothing_here_is_told_why(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    assert why_not_judge(panel.session, panel.amira, 1) == ""
    assert "Fay is not a judge of area 1" in why_not_judge(panel.session, panel.fay, 1)
    excuse(panel.session, panel.fay, 1, cleo, "Called away")
    assert "Cleo Day was excused" in why_not_judge(panel.session, cleo, 1)


def test_an_interest_that_comes_after_the_gate_is_told(trio: tuple[Panel, str]) -> None:
    panel, cleo = trio
    session = panel.session
    change_person(session, panel.ben, interest="A cousin", interest_areas=(2,))
    assert still_judges(session, panel.ben) == ""
    change_person(session, panel.ben, interest="A cousin", interest_areas=(1, 2))
    said = still_judges(session, panel.ben)
    assert "Ben Orr stays a judge of area 1, whose gate is open" in said
    assert "reopen" in said
    change_person(session, cleo, interest="A cousin")
    excuse(session, panel.fay, 1, cleo, "A cousin is here")
    assert still_judges(session, cleo) == ""
    reopen(session, panel.fay, 1, "To judge without Ben")
    assert still_judges(session, panel.ben) == ""
