"""The plan, while what it rests on is out of sight."""

from collections.abc import Callable

import pytest
from planned import TODAY, plan, result, tree
from reviews import Panel, refusal

from sessions.findings import change_finding, delete_finding
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
)
from sessions.setup import change_setup
from sessions.undo import last_act, undo


def test_what_rests_on_an_area_that_is_described_again_is_out_of_sight(planned: Panel) -> None:
    set_plan_text(planned.session, planned.fay, "objective", "Polecat.")
    set_plan_text(planned.session, planned.fay, "benchmark", "Marten.")
    monitor(planned.session, planned.fay, "1", "at-risk", "Lynx.")
    add_key_result(planned.session, planned.fay, "Vole.")
    add_action(planned.session, planned.fay, "3", Doing(what="Shrew.", due=TODAY))
    before = plan(planned)
    reopen(planned.session, planned.fay, 1, "A class was missed")
    for viewer in (None, planned.fay, planned.ben):
        seen = plan(planned, viewer)
        said = repr(seen)
        for word in ("Zebra", "Otter", "Weasel", "Lynx", "Polecat", "Marten", "Vole", "Shrew"):
            assert word not in said
        assert (tree(planned), seen.waiting) == ({"2": ["2"]}, (1,))
        assert seen.due("2027-12-31") == ((), ())
        assert seen.hidden == ("objective", "benchmark")
    open_gate(planned.session, planned.fay, 1)
    assert plan(planned) == before


def test_a_plan_that_never_spoke_of_an_area_stays_in_sight_without_it(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    set_plan_text(panel.session, panel.fay, "objective", "All do well.")
    add_key_result(panel.session, panel.fay, "So.")
    open_gate(panel.session, panel.fay, 2)
    reopen(panel.session, panel.fay, 2, "A class was missed")
    seen = plan(panel)
    assert (seen.objective, len(seen.key_results), seen.waiting) == ("All do well.", 1, ())


def test_a_key_result_whose_finding_is_deleted_stays_out_of_sight_with_its_area(
    planned: Panel,
) -> None:
    delete_finding(planned.session, planned.fay, "1")
    assert result(planned, "1").findings == ()
    reopen(planned.session, planned.fay, 1, "A class was missed")
    assert tree(planned) == {"2": ["2"]}
    assert plan(planned).waiting == (1,)


def test_a_finding_that_came_to_speak_of_more_before_it_was_deleted_counts_too(
    planned: Panel,
) -> None:
    change_finding(planned.session, planned.fay, "1", statements=["1.1", "2.2"])
    delete_finding(planned.session, planned.fay, "1")
    reopen(planned.session, planned.fay, 2, "A class was missed")
    assert tree(planned) == {}


def test_a_key_result_is_out_of_sight_with_each_area_of_what_it_answers(planned: Panel) -> None:
    change_key_result(planned.session, planned.fay, "1", findings=["1", "2"])
    reopen(planned.session, planned.fay, 2, "A class was missed")
    assert tree(planned) == {}
    open_gate(planned.session, planned.fay, 2)
    change_key_result(planned.session, planned.fay, "1", findings=["1"])
    reopen(planned.session, planned.fay, 2, "A class was missed")
    assert tree(planned) == {"1": ["1"]}


def test_an_area_dropped_from_the_review_while_it_is_described_hides_what_rests_on_it(
    planned: Panel,
) -> None:
    set_plan_text(planned.session, planned.fay, "objective", "Polecat.")
    reopen(planned.session, planned.fay, 1, "A class was missed")
    change_setup(planned.session, planned.fay, areas=(2,))
    seen = plan(planned)
    assert (seen.objective, tree(planned), seen.waiting) == ("", {"2": ["2"]}, (1,))


def test_nothing_is_done_to_what_is_out_of_sight(planned: Panel) -> None:
    set_plan_text(planned.session, planned.fay, "objective", "Polecat.")
    reopen(planned.session, planned.fay, 1, "A class was missed")
    acts: list[Callable[[], object]] = [
        lambda: set_plan_text(planned.session, planned.ben, "objective", "So."),
        lambda: change_key_result(planned.session, planned.ben, "1", text="So."),
        lambda: change_key_result(planned.session, planned.ben, "2", findings=["1"]),
        lambda: delete_key_result(planned.session, planned.ben, "1"),
        lambda: add_action(planned.session, planned.ben, "1", Doing(what="So.")),
        lambda: change_action(planned.session, planned.ben, "1", Doing(what="So.")),
        lambda: change_action(planned.session, planned.ben, "2", Doing(key_result="1")),
        lambda: delete_action(planned.session, planned.ben, "1"),
        lambda: monitor(planned.session, planned.ben, "1", "done", "So."),
    ]
    for act in acts:
        with refusal(planned.session, "rests on area 1, which is being described again"):
            act()
    with refusal(planned.session, "no key result 9 in this session; there is 2."):
        delete_key_result(planned.session, planned.ben, "9")
    with refusal(planned.session, "no action 9 in this session; there is 2."):
        delete_action(planned.session, planned.ben, "9")


@pytest.mark.parametrize(
    "act",
    [
        lambda p: set_plan_text(p.session, p.ben, "benchmark", "So."),
        lambda p: add_key_result(p.session, p.ben, "So.", ["1"]),
        lambda p: change_key_result(p.session, p.ben, "1", text="So."),
        lambda p: delete_key_result(p.session, p.ben, "1"),
        lambda p: add_action(p.session, p.ben, "1", Doing(what="So.")),
        lambda p: delete_action(p.session, p.ben, "1"),
        lambda p: monitor(p.session, p.ben, "1", "on-track", "So."),
    ],
)
def test_no_act_on_what_is_out_of_sight_is_undone(
    planned: Panel, act: Callable[[Panel], None]
) -> None:
    act(planned)
    reopen(planned.session, planned.fay, 1, "A class was missed")
    for undoing in (undo, last_act):
        with refusal(planned.session, "Area 1 is still being described"):
            undoing(planned.session, planned.ben)
    open_gate(planned.session, planned.fay, 1)
    undo(planned.session, planned.ben)
