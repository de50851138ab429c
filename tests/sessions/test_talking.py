"""First ballots beside what was agreed: in words, each view once, and behind the reveal alone."""

import msgspec
import pytest
from reviews import Panel

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import leave
from sessions.records import Outcome
from sessions.talking import Talked, talked
from sessions.view import view

RISING = ("budding", "leafing", "fruiting")


def of_area(panel: Panel, viewer: str | None = None) -> dict[str, Talked]:
    area = view(panel.session, viewer).area(1)
    assert area is not None
    return {found.ref: found for found in talked(area, RISING)}


def cast(panel: Panel, person: str, found: str) -> None:
    """Cast a ballot on 1.1: steps with blanks between, or none."""
    if found == "none":
        judge(panel.session, person, "1.1", outcome="not_enough_evidence")
        return
    highlights = dict.fromkeys(found.split(), "full")
    judge(panel.session, person, "1.1", highlights=highlights, cites=[("AK1", False)])


def hold(panel: Panel, amira: str, ben: str, together: str = "") -> Talked:
    """Judge 1.1, open the ballots, agree on it where `together` says so."""
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    cast(panel, panel.amira, amira)
    cast(panel, panel.ben, ben)
    reveal(panel.session, panel.fay, statement="1.1")
    if together:
        none = together == "none"
        outcome: Outcome = "not_enough_evidence" if none else "stages"
        stages = [] if none else together.split()
        agree(
            panel.session,
            panel.fay,
            statement="1.1",
            outcome=outcome,
            stages=stages,
            because="So.",
        )
    return of_area(panel)["1.1"]


@pytest.mark.parametrize(
    ("amira", "ben", "together", "talk"),
    [
        ("leafing", "leafing", "leafing", "all"),
        ("leafing", "leafing", "fruiting", "beyond"),
        ("budding", "leafing", "leafing", "one"),
        ("budding", "fruiting", "leafing", "between"),
        ("budding", "leafing", "budding leafing", "between"),
        ("budding", "leafing", "leafing fruiting", "beyond"),
        ("leafing fruiting", "fruiting", "budding", "beyond"),
        ("none", "leafing", "leafing", "one"),
        ("none", "leafing", "none", "one"),
        ("budding", "leafing", "none", "kind"),
        ("none", "none", "leafing", "kind"),
        ("budding", "leafing", "", "open"),
    ],
)
def test_it_says_in_words_how_what_is_agreed_lies_to_the_first_ballots(
    panel: Panel, amira: str, ben: str, together: str, talk: str
) -> None:
    assert hold(panel, amira, ben, together).talk == talk


def test_each_view_stands_once_and_without_a_name_or_how_many(panel: Panel) -> None:
    found = hold(panel, "fruiting", "budding leafing", "leafing")
    assert [view.stages for view in found.first] == [("budding", "leafing"), ("fruiting",)]
    said = msgspec.json.encode(found).decode()
    assert "Amira" not in said and "Ben" not in said
    assert (found.stages, found.because) == (("leafing",), "So.")


def test_a_second_ballot_takes_nothing_from_the_first(panel: Panel) -> None:
    hold(panel, "budding", "leafing")
    cast(panel, panel.amira, "leafing")
    found = of_area(panel)["1.1"]
    assert [view.stages for view in found.first] == [("budding",), ("leafing",)]


def test_before_the_reveal_it_says_why_and_nothing_of_a_ballot(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    assert of_area(panel) == {}
    open_gate(panel.session, panel.fay, 1)
    cast(panel, panel.amira, "leafing")
    for viewer in (None, panel.amira, panel.ben):
        found = of_area(panel, viewer)["1.1"]
        assert (found.talk, found.first) == ("sealed", ())
        assert "Ben Orr to come" in found.why


def test_with_one_judge_there_was_nobody_to_talk_with(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    cast(panel, panel.amira, "leafing")
    assert of_area(panel)["1.1"].talk == "alone"
    assert of_area(panel)["1.2"].talk == "sealed"
