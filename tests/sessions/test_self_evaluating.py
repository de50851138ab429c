"""The setting's own view: the host's to write, and out of the panel's sight until the gate opens."""

from pathlib import Path

import pytest
from reviews import (
    PACKS,
    STAGES,
    Panel,
    Ticking,
    copied_to,
    everything_seen,
    library_in,
    meet,
    panel_in,
    refusal,
    snapshot,
)

from frameworks.shelf import Shelf
from sessions.home import Home
from sessions.library import Library
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.seen_visit import SelfView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def jo(panel: Panel) -> str:
    """The host of the panel's session."""
    return add_person(panel.session, "Jo", role="host")


def own(session: Session, viewer: str | None, ref: str = "1.1") -> SelfView | None:
    return view(session, viewer).visit.own_view(ref)


def seen_by(panel: Panel, *more: str) -> list[str | None]:
    """Whose views say what the setting says of 1.1: stage and because."""
    found = []
    for viewer in (None, panel.fay, panel.amira, panel.ben, *more):
        told = everything_seen(panel.session, viewer)
        there = own(panel.session, viewer) is not None
        assert there == ("Zebra" in told)
        found += [viewer] if there else []
    return found


def test_the_host_sees_it_and_the_panel_does_not_until_the_gate_opens(
    panel: Panel, jo: str
) -> None:
    lou = add_person(panel.session, "Lou", role="observer")
    self_evaluate(panel.session, jo, "1.1", stages=["leafing", "budding"], because=" Zebra \n")
    found = own(panel.session, jo)
    assert found is not None
    assert (found.outcome, found.stages, found.because) == (
        "stages",
        ("budding", "leafing"),
        "Zebra",
    )
    assert found.by == "Jo"
    assert seen_by(panel, lou, jo) == [jo]
    for viewer in (None, panel.fay, panel.amira, panel.ben, lou):
        for stage in STAGES:
            assert stage not in everything_seen(panel.session, viewer)
    open_gate(panel.session, panel.fay, 2)
    assert seen_by(panel, lou, jo) == [jo]
    open_gate(panel.session, panel.fay, 1)
    assert seen_by(panel, lou, jo) == [None, panel.fay, panel.amira, panel.ben, lou, jo]
    reopen(panel.session, panel.fay, 1, "A class was missed")
    assert seen_by(panel, lou, jo) == [jo]


def test_who_stops_being_host_sees_no_more_than_the_rest(panel: Panel, jo: str) -> None:
    self_evaluate(panel.session, jo, "1.1", stages=["budding"], because="Zebra")
    change_person(panel.session, jo, role="observer")
    assert seen_by(panel, jo) == []


@pytest.mark.parametrize("role", ["facilitator", "reviewer", "observer"])
def test_only_the_host_writes_it(panel: Panel, jo: str, role: str) -> None:
    other = add_person(panel.session, "Lou", role=role)
    self_evaluate(panel.session, jo, "1.1", stages=["budding"])
    with refusal(panel.session, "Only the host may write the setting's own view; ask Jo."):
        self_evaluate(panel.session, other, "1.1", stages=["budding"])
    with refusal(panel.session, "Only the host"):
        self_evaluate(panel.session, other, "1.1", outcome=None)


def test_without_a_host_it_says_what_to_do(panel: Panel) -> None:
    with refusal(panel.session, "add somebody of the setting as host first"):
        self_evaluate(panel.session, panel.fay, "1.1", stages=["budding"])


def test_what_is_not_a_view_is_refused(panel: Panel, jo: str) -> None:
    change_setup(panel.session, panel.fay, areas=(1, 2))
    with refusal(panel.session, "Say which stage the setting sees for 1.1"):
        self_evaluate(panel.session, jo, "1.1")
    with refusal(panel.session, "no stage called good", "budding, leafing, fruiting"):
        self_evaluate(panel.session, jo, "1.1", stages=["good"])
    with refusal(panel.session, "not applicable needs a because"):
        self_evaluate(panel.session, jo, "1.1", outcome="not_applicable", because=" ")
    with refusal(panel.session, "There is no statement 9.9"):
        self_evaluate(panel.session, jo, "9.9", stages=["budding"])
    with refusal(panel.session, "Statement 3.1 is outside this review"):
        self_evaluate(panel.session, jo, "3.1", stages=["budding"])


def test_it_may_say_that_there_is_nothing_to_see(panel: Panel, jo: str) -> None:
    self_evaluate(panel.session, jo, "1.1", outcome="not_enough_evidence")
    self_evaluate(panel.session, jo, "1.2", outcome="not_applicable", because="No such class")
    first, second = own(panel.session, jo), own(panel.session, jo, "1.2")
    assert first is not None
    assert second is not None
    assert (first.outcome, first.stages) == ("not_enough_evidence", ())
    assert (second.outcome, second.because) == ("not_applicable", "No such class")


def test_the_same_view_again_writes_nothing(panel: Panel, jo: str) -> None:
    self_evaluate(panel.session, jo, "1.1", stages=["budding"])
    before = snapshot(panel.session)
    self_evaluate(panel.session, jo, "1.1", stages=["budding"])
    self_evaluate(panel.session, jo, "1.2", outcome=None)
    assert snapshot(panel.session) == before


def test_every_act_is_undone_and_says_what_it_was_without_the_answer(panel: Panel, jo: str) -> None:
    self_evaluate(panel.session, jo, "1.1", stages=["budding"])
    self_evaluate(panel.session, jo, "1.1", stages=["leafing"])
    self_evaluate(panel.session, jo, "1.1", outcome=None)
    assert own(panel.session, jo) is None
    assert undo(panel.session, jo) == "the deletion of the setting's own view of 1.1"
    found = own(panel.session, jo)
    assert found is not None
    assert found.stages == ("leafing",)
    assert undo(panel.session, jo) == "the change to the setting's own view of 1.1"
    found = own(panel.session, jo)
    assert found is not None
    assert found.stages == ("budding",)
    assert undo(panel.session, jo) == "the setting's own view of 1.1"
    assert own(panel.session, jo) is None


def test_it_stays_when_the_host_leaves_and_when_its_area_is_dropped_and_taken_back(
    panel: Panel, jo: str
) -> None:
    self_evaluate(panel.session, jo, "1.1", stages=["budding"], because="Zebra")
    change_setup(panel.session, panel.fay, areas=(2, 3))
    assert own(panel.session, jo) is None
    change_setup(panel.session, panel.fay, areas=(1, 2, 3))
    leave(panel.session, jo)
    open_gate(panel.session, panel.fay, 1)
    found = own(panel.session, panel.amira)
    assert found is not None
    assert (found.because, found.by) == ("Zebra", "Jo")


def test_written_in_two_places_it_is_said_to_the_host_alone_until_the_gate(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    session = panel.session
    jo, sam = (add_person(session, name, role="host") for name in ("Jo", "Sam"))
    other = copied_to(tmp_path, session, clock)
    self_evaluate(session, jo, "1.1", stages=["budding"])
    self_evaluate(other, sam, "1.1", stages=["leafing"])
    meet(session, other)
    said = (
        "The setting's own view of 1.1 was written in two places (Jo and Sam); write it again "
        "to settle it."
    )
    for copy in (session, other):
        assert view(copy, jo).conflicts == (said,)
        assert all(view(copy, viewer).conflicts == () for viewer in (None, panel.fay, panel.amira))
        found = own(copy, jo)
        assert found is not None
        assert found.stages == ("leafing",)
    open_gate(session, panel.fay, 1)
    assert view(session, panel.amira).conflicts == (said,)
    self_evaluate(session, jo, "1.1", stages=["leafing"])
    assert view(session, jo).conflicts == ()


def test_a_frameworks_own_fields_belong_to_it(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    little = (PACKS / "little.md").read_text(encoding="utf-8")
    fields = "\n# Judgement\n\n- Strengths\n- Areas for development\n"
    (packs / "little.md").write_text(little + fields, encoding="utf-8")
    home = Home(tmp_path / "home", host="laptop")
    session = panel_in(
        Library(tmp_path / "library", home, Shelf(built_in=packs), Ticking())
    ).session
    jo = add_person(session, "Jo", role="host")
    said = {"areas for Development": "Time.", "strengths": " "}
    self_evaluate(session, jo, "1.1", stages=["budding"], fields=said)
    found = own(session, jo)
    assert found is not None
    assert found.fields == {"areas-for-development": "Time."}
    with refusal(session, "no field called Mood", "it has strengths, areas-for-development"):
        self_evaluate(session, jo, "1.1", stages=["budding"], fields={"Mood": "Good"})
