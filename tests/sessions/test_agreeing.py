"""What the panel holds together, beside the first ballots."""

import pytest
from reviews import Panel, refusal

from sessions.agreeing import ALIKE, accept, agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import leave
from sessions.seen import AgreementView, AreaView
from sessions.undo import undo
from sessions.view import view


def agreed(panel: Panel, viewer: str | None = None) -> AgreementView | None:
    statement = view(panel.session, viewer).statement("1.1")
    assert statement is not None
    return statement.judged.agreement if statement.judged is not None else None


def test_an_agreement_stands_beside_the_ballots_with_reason_and_dissent(revealed: Panel) -> None:
    agree(
        revealed.session,
        revealed.fay,
        statement="1.1",
        because="Both charts show it",
        outcome="stages",
        stages=["fruiting", "leafing", "leafing"],
        dissent=[("bo", "I saw less of it")],
    )
    found = agreed(revealed)
    assert found is not None
    assert found.stages == ("leafing", "fruiting")
    assert found.because == "Both charts show it"
    assert found.dissent == ("Ben Orr: I saw less of it",)
    assert found.by == "Fay"
    statement = view(revealed.session).statement("1.1")
    assert statement is not None
    assert statement.judged is not None
    assert len(statement.judged.ballots) == 2


def test_somebody_who_left_may_still_have_dissented(revealed: Panel) -> None:
    leave(revealed.session, revealed.ben)
    agree(
        revealed.session,
        revealed.fay,
        statement="1.1",
        because="So",
        outcome="not_enough_evidence",
        dissent=[("Ben Orr", "There was enough")],
    )
    found = agreed(revealed)
    assert found is not None
    assert found.dissent == ("Ben Orr: There was enough",)


def test_a_later_agreement_replaces_the_earlier(revealed: Panel) -> None:
    for because in ("First", "Second"):
        agree(
            revealed.session,
            revealed.fay,
            statement="1.1",
            because=because,
            outcome="stages",
            stages=["leafing"],
        )
    found = agreed(revealed)
    assert found is not None
    assert found.because == "Second"


def test_an_area_takes_a_sentence_and_needs_no_stage(revealed: Panel) -> None:
    agree(revealed.session, revealed.fay, area=1, because="Data is read together.")
    area = view(revealed.session).area(1)
    assert area is not None
    assert area.agreement is not None
    assert (area.agreement.outcome, area.agreement.stages) == (None, ())
    assert area.agreement.because == "Data is read together."


def test_a_reopening_takes_every_agreement_out_of_sight(revealed: Panel) -> None:
    agree(
        revealed.session,
        revealed.fay,
        statement="1.1",
        because="So",
        outcome="stages",
        stages=["leafing"],
    )
    agree(revealed.session, revealed.fay, area=1, because="Data is read together.")
    reopen(revealed.session, revealed.fay, 1, "A class was missed")
    for viewer in (None, revealed.fay, revealed.amira):
        area = view(revealed.session, viewer).area(1)
        assert area is not None
        assert area.agreement is None
        assert agreed(revealed, viewer) is None


# Taken back, and agreed before a reopening


def on_leafing(panel: Panel, because: str) -> None:
    agree(
        panel.session,
        panel.fay,
        statement="1.1",
        because=because,
        outcome="stages",
        stages=["leafing"],
    )


def first_area(panel: Panel) -> AreaView:
    area = view(panel.session).area(1)
    assert area is not None
    return area


def earlier(panel: Panel) -> list[tuple[str, str]]:
    """What was agreed of 1.1 before, each with why it was taken back."""
    judged = first_area(panel).statements[0].judged
    assert judged is not None
    return [(found.agreed.because, found.reason) for found in judged.earlier]


def test_taking_an_agreement_back_takes_a_reason_which_stays(revealed: Panel) -> None:
    on_leafing(revealed, "First")
    with refusal(revealed.session, "agreement on 1.1 needs a reason", "say why"):
        undo(revealed.session, revealed.fay, " \n")
    undo(revealed.session, revealed.fay, " A book\nwas missed ")
    assert agreed(revealed) is None
    assert earlier(revealed) == [("First", "A book was missed")]
    said = [change.what for change in view(revealed.session).visit.changes]
    assert said == ["What was agreed of 1.1 was taken back: A book was missed."]
    on_leafing(revealed, "Second")
    on_leafing(revealed, "Third")
    assert earlier(revealed) == [("First", "A book was missed"), ("Second", "")]
    undo(revealed.session, revealed.fay, "Too far")
    found = agreed(revealed)
    assert found is not None
    assert found.because == "Second"
    assert earlier(revealed) == [("First", "A book was missed"), ("Third", "Too far")]


def test_an_areas_sentence_is_taken_back_with_a_reason_too(revealed: Panel) -> None:
    agree(revealed.session, revealed.fay, area=1, because="Data is read together.")
    undo(revealed.session, revealed.fay, "Too soon")
    area = first_area(revealed)
    assert area.agreement is None
    assert [(e.agreed.because, e.reason, e.by) for e in area.earlier] == [
        ("Data is read together.", "Too soon", "Fay")
    ]


def test_what_was_agreed_before_a_reopening_waits_to_be_looked_at_again(revealed: Panel) -> None:
    on_leafing(revealed, "First")
    agree(revealed.session, revealed.fay, area=1, because="Data is read together.")
    reopen(revealed.session, revealed.fay, 1, "A class was missed")
    open_gate(revealed.session, revealed.fay, 1)
    assert first_area(revealed).agreement is None  # the judges of 1.2 and 1.3 are not done
    reveal(revealed.session, revealed.fay, area=1, reason="Time is up")
    words = "agreed before the area was reopened; look again"
    found, area = agreed(revealed), first_area(revealed).agreement
    assert found is not None and area is not None
    assert (found.stale, area.stale) == (words, words)
    on_leafing(revealed, "Again")
    found, area = agreed(revealed), first_area(revealed).agreement
    assert found is not None and area is not None
    assert (found.stale, area.stale) == ("", words)


def test_what_was_taken_back_is_out_of_sight_while_the_area_is_described(revealed: Panel) -> None:
    on_leafing(revealed, "Zebra")
    undo(revealed.session, revealed.fay, "Heron")
    reopen(revealed.session, revealed.fay, 1, "A class was missed")
    for viewer in (None, revealed.fay, revealed.amira):
        for word in ("Zebra", "Heron"):
            assert word not in repr(view(revealed.session, viewer))


# What all agree on, accepted together


@pytest.fixture
def alike(revealed: Panel) -> Panel:
    """1.1 is split; 1.2 and 1.3 are not."""
    for ref in ("1.2", "1.3"):
        for person in (revealed.amira, revealed.ben):
            judge(revealed.session, person, ref, outcome="not_enough_evidence")
        reveal(revealed.session, revealed.fay, statement=ref)
    return revealed


def test_what_all_agree_on_is_accepted_in_one_act_and_one_undo_takes_it_back(alike: Panel) -> None:
    accept(alike.session, alike.fay, ["1.3", "1.2"])
    two, three = (s.judged.agreement for s in first_area(alike).statements[1:] if s.judged)
    assert two is not None and three is not None
    assert (two.outcome, two.because, three.because) == ("not_enough_evidence", ALIKE, ALIKE)
    assert undo(alike.session, alike.fay, "Not looked at") == "the agreement on 1.2, 1.3"
    for statement in first_area(alike).statements[1:]:
        assert statement.judged is not None
        assert statement.judged.agreement is None
        assert [e.reason for e in statement.judged.earlier] == ["Not looked at"]


def test_the_stages_that_all_found_are_what_is_accepted(alike: Panel) -> None:
    add_note(alike.session, alike.amira, "A plan.", ["1.2"])
    for person in (alike.amira, alike.ben):
        shown = {"leafing": "full", "budding": "part"}
        judge(alike.session, person, "1.2", highlights=shown, cites=[("AK2", False)])
    # The first ballots were the same, and so are the second: still alike.
    accept(alike.session, alike.fay, ["1.2"])
    found = first_area(alike).statements[1].judged
    assert found is not None and found.agreement is not None
    assert found.agreement.stages == ("budding", "leafing")


def test_accepting_refuses_what_differs_is_sealed_or_agreed_and_then_writes_nothing(
    alike: Panel,
) -> None:
    session, fay = alike.session, alike.fay
    with refusal(session, "ballots of 1.1 do not all say the same", "agree on it alone"):
        accept(session, fay, ["1.1", "1.2", "1.3"])
    with refusal(session, "Only a facilitator may write down what is agreed"):
        accept(session, alike.amira, ["1.2"])
    with refusal(session, "statements of one area"):
        accept(session, fay, [])
    accept(session, fay, ["1.2"])
    with refusal(session, "1.2 is agreed already"):
        accept(session, fay, ["1.2", "1.3"])
    open_gate(session, fay, 2)
    with refusal(session, "ballots of 2.1 are sealed until all have cast: Amira Khan, Ben Orr"):
        accept(session, fay, ["2.1"])


def test_dissent_may_name_a_participant_by_id(revealed: Panel) -> None:
    agree(
        revealed.session,
        revealed.fay,
        statement="1.1",
        because="So",
        outcome="not_enough_evidence",
        dissent=[(revealed.ben, "There was enough")],
    )
    found = agreed(revealed)
    assert found is not None
    assert found.dissents == ((revealed.ben, "There was enough"),)
