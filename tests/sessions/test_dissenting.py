"""Who does not share the agreed view says so in their own words, beside it."""

import pytest
from reviews import Panel, refusal

from sessions.agreeing import agree, dissent
from sessions.notes import edit_note
from sessions.seen import AgreementView
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def agreed(revealed: Panel) -> Panel:
    agree(
        revealed.session,
        revealed.fay,
        statement="1.1",
        because="Both charts",
        outcome="stages",
        stages=["leafing"],
    )
    return revealed


def standing(panel: Panel) -> AgreementView:
    statement = view(panel.session).statement("1.1")
    assert statement is not None and statement.judged is not None
    assert statement.judged.agreement is not None
    return statement.judged.agreement


def test_a_reviewer_dissents_without_touching_what_is_agreed(agreed: Panel) -> None:
    before = standing(agreed)
    dissent(agreed.session, agreed.ben, "1.1", agreed.ben, "I saw less of it.")
    after = standing(agreed)
    assert after.dissent == ("Ben Orr: I saw less of it.",)
    assert (after.outcome, after.stages, after.because) == (
        before.outcome,
        before.stages,
        before.because,
    )
    dissent(agreed.session, agreed.ben, "1.1", "BO", "Much less.")
    assert standing(agreed).dissent == ("Ben Orr: Much less.",)
    dissent(agreed.session, agreed.ben, "1.1", agreed.ben, " ")
    assert standing(agreed).dissent == ()


def test_dissenting_settles_nothing_that_has_changed(agreed: Panel) -> None:
    edit_note(agreed.session, agreed.amira, "AK1", "A chart that nobody reads.")
    stale = standing(agreed).stale_notes
    assert stale
    dissent(agreed.session, agreed.ben, "1.1", agreed.ben, "I saw less of it.")
    assert standing(agreed).stale_notes == stale


def test_for_somebody_else_it_is_the_facilitators_to_write(agreed: Panel) -> None:
    with refusal(agreed.session, "Only a facilitator may write down what others hold"):
        dissent(agreed.session, agreed.ben, "1.1", agreed.amira, "She saw less.")
    dissent(agreed.session, agreed.fay, "1.1", agreed.amira, "I saw less.")
    assert standing(agreed).dissent == ("Amira Khan: I saw less.",)


def test_there_is_no_dissent_before_anything_is_agreed(revealed: Panel) -> None:
    with refusal(revealed.session, "Nothing is agreed of 1.1 yet"):
        dissent(revealed.session, revealed.ben, "1.1", revealed.ben, "No.")


def test_the_same_again_changes_nothing_and_undo_takes_it_back(agreed: Panel) -> None:
    dissent(agreed.session, agreed.ben, "1.1", agreed.ben, "I saw less.")
    with refusal(agreed.session, "nothing was changed"):
        dissent(agreed.session, agreed.ben, "1.1", agreed.ben, "I saw less. ")
    assert undo(agreed.session, agreed.ben) == "your dissent from what is agreed of 1.1"
    assert standing(agreed).dissent == ()


def test_who_agreed_and_when_stays_and_nothing_else_is_to_be_looked_at(agreed: Panel) -> None:
    session = agreed.session
    before = standing(agreed)
    agree(session, agreed.fay, area=1, because="They know their charts.")
    told = len(view(session).visit.changes)
    dissent(session, agreed.ben, "1.1", agreed.ben, "I saw less.")
    assert (standing(agreed).by, standing(agreed).at) == (before.by, before.at) != ("Ben Orr", "")
    undo(session, agreed.ben)
    assert standing(agreed) == before
    area = view(session).area(1)
    assert area is not None and area.agreement is not None
    assert area.agreement.stale_agreed == ()
    statement = view(session).statement("1.1")
    assert statement is not None and statement.judged is not None
    assert statement.judged.earlier == ()
    assert len(view(session).visit.changes) == told
