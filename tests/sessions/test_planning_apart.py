"""A plan that was written on two machines, neither knowing of the other."""

from pathlib import Path

import pytest
from machines import brought_together as meet
from machines import two_machines
from planned import TODAY, action, fill, plan, result, tree
from reviews import Panel

from sessions.passes import open_gate, reopen
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    change_key_result,
    delete_action,
    delete_key_result,
    monitor,
    set_plan_text,
    set_windows,
)
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def two(tmp_path: Path) -> tuple[Panel, Panel]:
    """One session on two machines; neither has seen what the other writes."""

    def prepare(panel: Panel) -> None:
        fill(panel)
        monitor(panel.session, panel.fay, "1", "on-track", "Begun.")

    return two_machines(tmp_path, prepare)


def test_what_two_wrote_apart_is_all_there(two: tuple[Panel, Panel]) -> None:
    here, there = two
    for panel, who in zip(two, (here.amira, here.ben), strict=True):
        assert add_key_result(panel.session, who, "So.", ["1"]) == "3"
        add_action(panel.session, who, "3", Doing(what="Buy."))
        monitor(panel.session, who, "1", "at-risk", "No time.")
    meet(*two)
    assert tree(there) == {"1": ["1"], "2": ["2"], "3": ["3"], "3'": ["3'"]}
    assert len(action(there, "1").monitoring) == 3
    assert view(here.session).conflicts == ()
    assert add_key_result(here.session, here.amira, "So.") == "4"


@pytest.mark.parametrize("name", ["objective", "benchmark"])
def test_a_text_that_two_wrote_waits_for_a_person(two: tuple[Panel, Panel], name: str) -> None:
    here, there = two
    set_plan_text(here.session, here.amira, name, "Here.")
    set_plan_text(there.session, there.ben, name, "There.")
    meet(*two)
    (said,) = view(here.session).conflicts
    assert said.startswith(f"The plan's {name}")
    assert "was changed in two places (Amira Khan and Ben Orr); set it again" in said
    reopen(here.session, here.fay, 1, "A class was missed")
    assert view(here.session).conflicts == ()
    open_gate(here.session, here.fay, 1)
    set_plan_text(here.session, here.amira, name, "There.")
    assert view(here.session).conflicts == ()


def test_windows_that_two_named_wait_for_a_person(two: tuple[Panel, Panel]) -> None:
    here, there = two
    set_windows(here.session, here.amira, ["A", "B"])
    set_windows(there.session, there.ben, ["C", "D"])
    meet(*two)
    (said,) = view(here.session).conflicts
    assert said.startswith("The list of the plan's windows was changed in two places")
    set_windows(here.session, here.amira, ["C", "D"])
    assert view(here.session).conflicts == ()


def test_an_action_in_a_window_that_went_elsewhere_is_not_lost(two: tuple[Panel, Panel]) -> None:
    here, there = two
    delete_action(here.session, here.fay, "2")
    set_windows(here.session, here.fay, ["The year"])
    add_action(there.session, there.ben, "1", Doing(what="Buy.", window="2"))
    meet(*two)
    assert plan(here).windows == ("The year", "Window 2")
    assert [a.what for a in result(here, "1").within(1)] == ["Buy."]


def test_a_key_result_deleted_while_another_plans_for_it_stays_until_a_person_settles_it(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    delete_key_result(here.session, here.amira, "1")
    add_action(there.session, there.ben, "1", Doing(what="Buy."))
    meet(*two)
    assert tree(here) == {"1": ["1", "3"], "2": ["2"]}
    assert [m.seen for m in action(here, "1").monitoring] == ["Begun."]
    (said,) = view(here.session).conflicts
    assert said == (
        "Key result 1 was deleted in one place, and action 3 planned or monitored in another "
        "(Amira Khan and Ben Orr); change it to keep it, or delete it again."
    )
    reopen(here.session, here.fay, 1, "A class was missed")
    assert view(here.session).conflicts == ()
    open_gate(here.session, here.fay, 1)
    change_key_result(here.session, here.amira, "1", text="Otter.")
    meet(*two)
    assert tree(there) == {"1": ["1", "3"], "2": ["2"]}
    assert view(there.session).conflicts == ()
    delete_action(there.session, there.ben, "1")
    assert tree(there) == {"1": ["3"], "2": ["2"]}


def test_deleting_it_again_settles_it_too(two: tuple[Panel, Panel]) -> None:
    here, there = two
    delete_key_result(here.session, here.amira, "1")
    monitor(there.session, there.ben, "1", "done", "It is there.")
    meet(*two)
    assert tree(here) == {"1": ["1"], "2": ["2"]}
    assert [m.seen for m in action(here, "1").monitoring] == ["Begun.", "It is there."]
    assert len(view(here.session).conflicts) == 2
    before = plan(here)
    delete_key_result(here.session, here.amira, "1")
    meet(*two)
    assert tree(there) == {"2": ["2"]}
    assert view(there.session).conflicts == ()
    undo(here.session, here.amira)
    assert plan(here) == before


def test_an_action_deleted_while_another_monitors_it_stays_until_a_person_settles_it(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    delete_action(here.session, here.amira, "1")
    monitor(there.session, there.ben, "1", "done", "It is there.")
    meet(*two)
    (said,) = view(here.session).conflicts
    assert said.startswith("Action 1 was deleted in one place, and monitored in another (Amira")
    assert [m.seen for m in action(here, "1").monitoring] == ["Begun.", "It is there."]
    change_action(here.session, here.amira, "1", Doing(what="Weasel."))
    assert view(here.session).conflicts == ()
    assert len(action(here, "1").monitoring) == 2


def test_a_key_result_deleted_while_another_changes_it_stays_with_its_actions(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    delete_key_result(here.session, here.amira, "1")
    change_key_result(there.session, there.ben, "1", text="More.")
    meet(*two)
    assert result(here, "1").text == "More."
    assert [m.seen for m in action(here, "1").monitoring] == ["Begun."]
    (said,) = view(here.session).conflicts
    assert said.startswith("Key result 1 was changed and deleted in two places")
    assert [a.what for a in plan(here).due(TODAY)[1]] == ["Weasel."]


def test_an_action_that_went_back_to_a_deleted_key_result_is_not_lost(planned: Panel) -> None:
    change_action(planned.session, planned.amira, "1", Doing(key_result="2"))
    delete_key_result(planned.session, planned.ben, "1")
    undo(planned.session, planned.amira)
    assert tree(planned) == {"1": ["1"], "2": ["2"]}
    assert "Key result 1 was deleted in one place" in view(planned.session).conflicts[0]
