"""What the panel holds together, beside the first ballots."""

import pytest
from reviews import Panel

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import leave
from sessions.seen import AgreementView
from sessions.view import view


@pytest.fixture
def revealed(panel: Panel) -> Panel:
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    for person, stage in ((panel.amira, "leafing"), (panel.ben, "budding")):
        judge(panel.session, person, "1.1", highlights={stage: "full"}, cites=[("AK1", False)])
    reveal(panel.session, panel.fay, statement="1.1")
    return panel


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
