"""Findings that were written on two machines, neither knowing of the other."""

from pathlib import Path

import pytest
from machines import brought_together as meet
from machines import two_machines
from planned import finding, order, plan
from reviews import Panel

from sessions.findings import add_finding, change_finding, delete_finding, set_priorities
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def two(tmp_path: Path) -> tuple[Panel, Panel]:
    """One session on two machines; neither has seen what the other writes."""

    def prepare(panel: Panel) -> None:
        add_note(panel.session, panel.amira, "A chart.", ["1.1"])
        for area in (1, 2):
            open_gate(panel.session, panel.fay, area)

    return two_machines(tmp_path, prepare)


def test_two_findings_of_one_number_are_told_apart(two: tuple[Panel, Panel]) -> None:
    here, there = two
    assert add_finding(here.session, here.amira, "development", "Here.", ["1.1"]) == "1"
    assert add_finding(there.session, there.ben, "development", "There.", ["1.1"]) == "1"
    meet(*two)
    assert {found.ref: found.text for found in plan(here).findings} == {
        "1": "Here.",
        "1'": "There.",
    }
    assert view(here.session).conflicts == ()
    change_finding(there.session, there.ben, "1'", text="Moved.")
    set_priorities(there.session, there.ben, ["1\N{RIGHT SINGLE QUOTATION MARK}", "1"])
    assert order(there) == ["1'", "1"]
    assert add_finding(there.session, there.ben, "strength", "So.", ["1.1"]) == "2"
    assert undo(there.session, there.ben) == "finding 2"


def test_a_finding_that_two_changed_waits_for_a_person(two: tuple[Panel, Panel]) -> None:
    here, there = two
    add_finding(here.session, here.amira, "development", "One.", ["1.1"])
    meet(*two)
    change_finding(here.session, here.amira, "1", text="Here.")
    change_finding(there.session, there.ben, "1", text="There.")
    meet(*two)
    said = "Finding 1 was changed in two places (Amira Khan and Ben Orr); change it again to settle it."
    assert view(here.session).conflicts == (said,)
    assert finding(here, "1").text == "There."
    change_finding(here.session, here.amira, "1", text="There.")
    meet(*two)
    assert view(there.session).conflicts == ()


def test_a_finding_that_one_changed_and_another_deleted_stays(two: tuple[Panel, Panel]) -> None:
    here, there = two
    add_finding(here.session, here.amira, "development", "One.", ["1.1"])
    meet(*two)
    change_finding(here.session, here.amira, "1", text="Here.")
    delete_finding(there.session, there.ben, "1")
    meet(*two)
    assert finding(there, "1").text == "Here."
    (said,) = view(here.session).conflicts
    assert said.startswith("Finding 1 was changed and deleted in two places")


def test_two_orders_wait_for_a_person_and_setting_one_again_settles_it(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    three_on(here)
    meet(*two)
    set_priorities(here.session, here.amira, ["1", "2"])
    set_priorities(there.session, there.ben, ["2", "1"])
    meet(*two)
    said = (
        "The order of the priorities was changed in two places (Amira Khan and Ben Orr); "
        "set it again to settle it."
    )
    assert view(here.session).conflicts == (said,)
    assert order(here) == order(there) == ["2", "1"]
    set_priorities(here.session, here.amira, ["2", "1"])
    meet(*two)
    assert view(there.session).conflicts == ()


def three_on(panel: Panel) -> None:
    add_finding(panel.session, panel.amira, "development", "Zebra.", ["1.1"])
    add_finding(panel.session, panel.ben, "development", "Heron.", ["1.2"])


def test_no_conflict_tells_of_a_finding_that_is_out_of_sight(two: tuple[Panel, Panel]) -> None:
    here, _ = two
    three_on(here)
    meet(*two)
    for panel, refs in zip(two, (["1", "2"], ["2", "1"]), strict=True):
        change_finding(panel.session, panel.amira, "1", text=f"Otter {refs[0]}")
        set_priorities(panel.session, panel.amira, refs)
    meet(*two)
    assert len(view(here.session).conflicts) == 2
    reopen(here.session, here.fay, 1, "A class was missed")
    for viewer in (None, here.fay, here.amira):
        assert view(here.session, viewer).conflicts == ()


def test_a_finding_written_without_knowing_that_the_area_was_reopened_is_out_of_sight(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    reopen(here.session, here.fay, 1, "A class was missed")
    add_finding(there.session, there.ben, "strength", "Otter.", ["1.1"])
    meet(*two)
    assert plan(there).findings == ()
    assert plan(there).waiting == (1,)
