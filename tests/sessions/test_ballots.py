"""Ballots: private until cast, sealed until the reveal, and kept in two rounds."""

import msgspec
import pytest
from reviews import Panel

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, leave
from sessions.seen import BallotView, JudgedView
from sessions.view import view


@pytest.fixture
def judged(panel: Panel) -> Panel:
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1"])
    add_note(panel.session, panel.ben, "Two of five named an adult.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    return panel


def seen(panel: Panel, viewer: str | None, ref: str = "1.1") -> JudgedView:
    statement = view(panel.session, viewer).statement(ref)
    assert statement is not None
    assert statement.judged is not None
    return statement.judged


def of(panel: Panel, viewer: str | None, person: str, turn: int | None = None) -> BallotView | None:
    return seen(panel, viewer).of(person, turn)


def cast(panel: Panel, person: str, stage: str = "leafing", because: str = "") -> None:
    judge(
        panel.session,
        person,
        "1.1",
        highlights={stage: "full"},
        cites=[("AK1", False), ("BO1", True)],
        because=because,
    )


def test_a_draft_is_its_authors_alone(judged: Panel) -> None:
    judge(judged.session, judged.amira, "1.1", outcome=None, because="Zebra", draft=True)
    mine = of(judged, judged.amira, judged.amira)
    assert mine is not None
    assert (mine.because, mine.cast, mine.hidden) == ("Zebra", False, "")
    for viewer in (None, judged.fay, judged.ben):
        assert of(judged, viewer, judged.amira) is None
        assert b"Zebra" not in msgspec.json.encode(view(judged.session, viewer))


def test_a_draft_stays_its_authors_alone_after_the_reveal(judged: Panel) -> None:
    judge(judged.session, judged.amira, "1.1", outcome=None, because="Zebra", draft=True)
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    assert of(judged, judged.amira, judged.amira, 1) is not None
    for viewer in (None, judged.fay, judged.ben):
        assert b"Zebra" not in msgspec.json.encode(view(judged.session, viewer))


def test_a_cast_ballot_is_sealed_and_says_who_is_to_come(judged: Panel) -> None:
    cast(judged, judged.amira, because="Zebra")
    for viewer in (None, judged.fay, judged.ben):
        theirs = of(judged, viewer, judged.amira)
        assert theirs == BallotView(
            "Amira Khan",
            judged.amira,
            1,
            hidden="sealed until all have cast: Ben Orr to come",
        )
    mine = of(judged, judged.amira, judged.amira)
    assert mine is not None
    assert mine.stages == ("leafing",)


def test_all_cast_is_still_sealed_until_the_reveal(judged: Panel) -> None:
    cast(judged, judged.amira)
    cast(judged, judged.ben)
    assert seen(judged, None).sealed == "sealed until they are revealed: all have cast"
    for viewer, person in ((judged.amira, judged.ben), (judged.ben, judged.amira)):
        theirs = of(judged, viewer, person)
        assert theirs is not None
        assert theirs.hidden
        assert not theirs.highlights


def test_after_the_reveal_everybody_sees_every_ballot_whole(judged: Panel) -> None:
    cast(judged, judged.amira, because="A chart")
    cast(judged, judged.ben, "budding")
    reveal(judged.session, judged.fay, statement="1.1")
    for viewer in (None, judged.fay, judged.amira, judged.ben):
        ballots = seen(judged, viewer).ballots
        assert [(b.by, b.stages, b.hidden) for b in ballots] == [
            ("Amira Khan", ("leafing",), ""),
            ("Ben Orr", ("budding",), ""),
        ]
        assert ballots[0].highlights == {"1.1-leafing": "full"}
        assert [(c.ref, c.against) for c in ballots[0].cites] == [("AK1", False), ("BO1", True)]
        assert ballots[0].because == "A chart"
    assert seen(judged, None).sealed == ""


def test_a_change_before_the_reveal_replaces_the_ballot(judged: Panel) -> None:
    cast(judged, judged.amira, "budding")
    cast(judged, judged.amira, "fruiting")
    mine = seen(judged, judged.amira).ballots
    assert [(ballot.round, ballot.stages) for ballot in mine] == [(1, ("fruiting",))]


def test_a_change_after_the_reveal_is_the_second_round_and_the_first_stays(judged: Panel) -> None:
    cast(judged, judged.amira, "budding")
    cast(judged, judged.ben, "leafing")
    reveal(judged.session, judged.fay, statement="1.1")
    cast(judged, judged.amira, "leafing")
    cast(judged, judged.amira, "fruiting")
    ballots = seen(judged, None).ballots
    assert [(b.by, b.round, b.stages) for b in ballots] == [
        ("Amira Khan", 1, ("budding",)),
        ("Ben Orr", 1, ("leafing",)),
        ("Amira Khan", 2, ("fruiting",)),
    ]


def test_the_reveal_of_an_area_opens_each_of_its_statements_and_no_other(judged: Panel) -> None:
    open_gate(judged.session, judged.fay, 2)
    cast(judged, judged.amira)
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    state = judged.session.state
    assert [ref for ref in state.order if state.revealed(ref)] == ["1.1", "1.2", "1.3"]


def test_a_reveal_outlives_a_reopening(judged: Panel) -> None:
    cast(judged, judged.amira, because="Zebra")
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    reopen(judged.session, judged.fay, 1, "A class was missed")
    assert b"Zebra" not in msgspec.json.encode(view(judged.session, judged.ben))
    open_gate(judged.session, judged.fay, 1)
    assert judged.session.state.turn("1.1") == 2
    assert of(judged, judged.ben, judged.amira, 1) is not None


def test_the_ballot_of_who_judges_alone_is_open_once_it_is_cast(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome=None, because="Zebra", draft=True)
    assert of(panel, None, panel.amira) is None
    judge(panel.session, panel.amira, "1.1", highlights={"budding": "part"}, cites=[("AK1", False)])
    theirs = of(panel, None, panel.amira)
    assert theirs is not None
    assert theirs.highlights == {"1.1-budding": "part"}
    agree(
        panel.session,
        panel.fay,
        statement="1.1",
        because="So",
        outcome="stages",
        stages=["budding"],
    )


def test_the_same_ballot_again_writes_nothing(judged: Panel) -> None:
    cast(judged, judged.amira)
    edition = judged.session.records.edition
    cast(judged, judged.amira)
    assert judged.session.records.edition == edition


def test_a_highlight_may_be_named_by_stage_or_by_descriptor(judged: Panel) -> None:
    judge(
        judged.session,
        judged.amira,
        "1.1",
        highlights={"budding": "part", "1.1-fruiting": "full"},
        cites=[("ak1", False)],
    )
    mine = of(judged, judged.amira, judged.amira)
    assert mine is not None
    assert mine.highlights == {"1.1-budding": "part", "1.1-fruiting": "full"}
    assert mine.stages == ("budding", "fruiting")


def test_a_note_made_private_since_is_no_longer_cited_to_others(judged: Panel) -> None:
    cast(judged, judged.amira)
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    edit_note(judged.session, judged.ben, "BO1", private=True)
    for viewer, refs in ((None, ["AK1"]), (judged.amira, ["AK1"]), (judged.ben, ["AK1", "BO1"])):
        theirs = of(judged, viewer, judged.amira, 1)
        assert theirs is not None
        assert [cite.ref for cite in theirs.cites] == refs
    edit_note(judged.session, judged.ben, "BO1", private=False)
    theirs = of(judged, None, judged.amira, 1)
    assert theirs is not None
    assert len(theirs.cites) == 2


def test_names_stand_in_the_order_of_joining_whoever_casts_first(panel: Panel) -> None:
    cleo = add_person(panel.session, "Cleo Day")
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, cleo, "1.1", outcome="not_enough_evidence")
    judge(panel.session, panel.ben, "1.2", outcome="not_enough_evidence")
    assert seen(panel, None).sealed.endswith(": Amira Khan, Ben Orr to come")
    assert seen(panel, None, "1.2").to_come == (panel.amira, cleo)
    for person in (panel.ben, panel.amira):
        judge(panel.session, person, "1.1", outcome="not_enough_evidence")
    reveal(panel.session, panel.fay, statement="1.1")
    assert [b.by for b in seen(panel, None).ballots] == ["Amira Khan", "Ben Orr", "Cleo Day"]


def test_a_reveal_tells_who_opened_the_ballots_and_why_before_all_had_cast(judged: Panel) -> None:
    reveal(judged.session, judged.fay, area=1, reason=" Time\nis up ")
    opening = seen(judged, judged.ben).opening
    assert opening is not None
    assert (opening.by, opening.reason) == ("Fay", "Time is up")
    said = [change.what for change in view(judged.session).visit.changes]
    assert said == ["The ballots of area 1 were revealed before all had cast: Time is up."]
    reopen(judged.session, judged.fay, 1, "A class was missed")
    assert "Time is up" not in repr(view(judged.session))
