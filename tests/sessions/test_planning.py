"""The improvement plan: what it says, what is out of sight, what monitoring keeps, what undo brings back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reviews import Panel, Ticking, copy_over, library_in, panel_in, refusal

from sessions.findings import add_finding, change_finding, delete_finding
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
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
from sessions.seen_plan import ActionView, KeyResultView, PlanView
from sessions.setup import change_setup
from sessions.undo import last_act, undo
from sessions.view import view

TODAY = "2026-11-21"


@pytest.fixture
def planned(panel: Panel) -> Panel:
    """Findings 1 on 1.1 and 2 on 2.1, a key result and an action for each."""
    fill(panel)
    return panel


def fill(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    for area in (1, 2):
        open_gate(panel.session, panel.fay, area)
    add_finding(panel.session, panel.fay, "development", "Zebra.", ["1.1"])
    add_finding(panel.session, panel.fay, "development", "Heron.", ["2.1"])
    add_key_result(panel.session, panel.fay, "Otter.", ["1"])
    add_key_result(panel.session, panel.fay, "Stoat.", ["2"])
    add_action(panel.session, panel.fay, "1", Doing(what="Weasel.", who="SENCO", due="2026-12-01"))
    add_action(panel.session, panel.fay, "2", Doing(what="Badger.", window="2"))


def plan(panel: Panel, viewer: str | None = None) -> PlanView:
    return view(panel.session, viewer).plan


def result(panel: Panel, ref: str) -> KeyResultView:
    found = plan(panel).key_result(ref)
    assert found is not None
    return found


def action(panel: Panel, ref: str) -> ActionView:
    found = plan(panel).action(ref)
    assert found is not None
    return found


def tree(panel: Panel) -> dict[str, list[str]]:
    """The refs of the actions, by the ref of their key result."""
    return {found.ref: [a.ref for a in found.actions] for found in plan(panel).key_results}


# Objective, benchmark, windows


def test_the_plan_has_an_objective_and_a_benchmark(planned: Panel) -> None:
    set_plan_text(planned.session, planned.fay, "objective", " All do well.\n")
    set_plan_text(planned.session, planned.ben, "benchmark", plan(planned).draft)
    seen = plan(planned)
    assert seen.objective == "All do well."
    assert seen.benchmark == "What needs work: Zebra (1.1); Heron (2.1)."
    set_plan_text(planned.session, planned.ben, "benchmark", "")
    assert plan(planned).benchmark == ""


def test_the_draft_says_each_kind_of_finding_in_their_own_words(planned: Panel) -> None:
    add_finding(planned.session, planned.ben, "strength", "Two\nlines.", ["1.2", "1.1"])
    add_finding(planned.session, planned.ben, "sharing", "A film", ["2.2"])
    assert plan(planned).draft == (
        "What works well: Two lines (1.1, 1.2).\n\n"
        "What needs work: Zebra (1.1); Heron (2.1).\n\n"
        "What others could learn from: A film (2.2)."
    )


def test_without_any_area_behind_its_gate_there_is_no_plan(panel: Panel) -> None:
    with refusal(panel.session, "No area is behind its gate yet"):
        set_plan_text(panel.session, panel.fay, "objective", "All do well.")
    with refusal(panel.session, "No area is behind its gate yet"):
        add_key_result(panel.session, panel.fay, "Otter.")
    with refusal(panel.session, "no key result 1", "there is none yet"):
        add_action(panel.session, panel.fay, "1", Doing(what="Weasel."))


def test_windows_are_named_and_renamed(planned: Panel) -> None:
    assert plan(planned).windows == ("Autumn to Spring 1", "Spring 1 to Summer 2")
    set_windows(planned.session, planned.fay, [" Michaelmas ", "Hilary", "Trinity", ""])
    assert plan(planned).windows == ("Michaelmas", "Hilary", "Trinity")
    assert [a.ref for a in result(planned, "2").within(1)] == ["2"]


def test_a_window_with_actions_cannot_vanish(planned: Panel) -> None:
    with refusal(planned.session, "Spring 1 to Summer 2 still has actions", "move them"):
        set_windows(planned.session, planned.fay, ["The year"])
    change_action(planned.session, planned.fay, "2", Doing(window="autumn to spring 1"))
    set_windows(planned.session, planned.fay, ["The year"])
    assert plan(planned).windows == ("The year",)
    undo(planned.session, planned.fay)
    undo(planned.session, planned.fay)
    delete_action(planned.session, planned.fay, "2")
    set_windows(planned.session, planned.fay, ["The year"])


@pytest.mark.parametrize("names", [[], ["", " "], ["Term", "term"], [str(n) for n in range(53)]])
def test_what_windows_cannot_be_called(planned: Panel, names: list[str]) -> None:
    with refusal(planned.session, "window"):
        set_windows(planned.session, planned.fay, names)


# Key results and actions


def test_a_key_result_answers_findings(planned: Panel) -> None:
    found = result(planned, "1")
    assert (found.text, found.findings) == ("Otter.", ("1",))
    change_key_result(planned.session, planned.ben, "1", findings=["2", "1", "2"])
    change_key_result(planned.session, planned.ben, "1", text="More.")
    found = result(planned, "1")
    assert (found.text, found.findings) == ("More.", ("2", "1"))
    with refusal(planned.session, "no finding 9"):
        change_key_result(planned.session, planned.ben, "1", findings=["9"])
    with refusal(planned.session, "A key result needs words"):
        change_key_result(planned.session, planned.ben, "1", text=" ")


def test_an_action_says_who_by_when_and_how_people_will_see(planned: Panel) -> None:
    doing = Doing(what="Buy.", who=" The\nSENCO ", due="2027-01-11", success="It is there.")
    assert add_action(planned.session, planned.ben, "1", doing) == "3"
    found = action(planned, "3")
    assert (found.what, found.who, found.due, found.success, found.window) == (
        *("Buy.", "The SENCO", "2027-01-11", "It is there."),
        0,
    )
    change_action(planned.session, planned.ben, "3", Doing(due="", window="Spring 1 to Summer 2"))
    change_action(planned.session, planned.ben, "3", Doing(key_result="2"))
    assert (action(planned, "3").due, action(planned, "3").window) == ("", 1)
    assert tree(planned) == {"1": ["1"], "2": ["2", "3"]}


@pytest.mark.parametrize(
    ("doing", "says"),
    [
        (Doing(), "An action needs words"),
        (Doing(what=" \n"), "An action needs words"),
        (Doing(what="Buy.", due="soon"), "soon is not a date"),
        (Doing(what="Buy.", window="3"), "There is no window 3; the plan has Autumn to Spring 1"),
        (Doing(what="Buy.", key_result="7"), "no key result 7"),
    ],
)
def test_what_no_action_can_be(planned: Panel, doing: Doing, says: str) -> None:
    with refusal(planned.session, says):
        add_action(planned.session, planned.fay, "1", doing)


def test_actions_stand_by_window_and_then_by_when_they_are_due(planned: Panel) -> None:
    for due, window in (("2027-01-11", "1"), ("", "1"), ("2026-11-30", "1"), ("2026-11-01", "2")):
        add_action(planned.session, planned.fay, "1", Doing(what="Buy.", due=due, window=window))
    assert tree(planned)["1"] == ["5", "1", "3", "4", "6"]


def test_an_observer_plans_nothing(planned: Panel) -> None:
    olga = add_person(planned.session, "Olga", role="observer")
    acts: list[Callable[[], object]] = [
        lambda: set_plan_text(planned.session, olga, "objective", "So."),
        lambda: set_windows(planned.session, olga, ["A", "B"]),
        lambda: add_key_result(planned.session, olga, "So."),
        lambda: change_key_result(planned.session, olga, "1", text="So."),
        lambda: delete_key_result(planned.session, olga, "1"),
        lambda: add_action(planned.session, olga, "1", Doing(what="So.")),
        lambda: change_action(planned.session, olga, "1", Doing(what="So.")),
        lambda: delete_action(planned.session, olga, "1"),
        lambda: monitor(planned.session, olga, "1", "done", "So."),
    ]
    for act in acts:
        with refusal(planned.session, "Olga is here as observer, who may not"):
            act()


def test_numbers_are_never_given_twice(planned: Panel) -> None:
    delete_key_result(planned.session, planned.fay, "2")
    assert add_key_result(planned.session, planned.fay, "So.") == "3"
    assert add_action(planned.session, planned.fay, "1", Doing(what="So.")) == "3"
    with refusal(planned.session, "no action 2 in this session; there is 1, 3."):
        monitor(planned.session, planned.fay, "2", "done", "So.")


# Monitoring


def test_monitoring_is_kept_whatever_is_added(planned: Panel) -> None:
    monitor(planned.session, planned.amira, "1", "at-risk", "No time.", date="2026-11-20")
    monitor(planned.session, planned.ben, "1", "on-track", "Begun.")
    monitor(planned.session, planned.fay, "1", "on-track", "Typed in later.", date="2026-11-19")
    found = action(planned, "1")
    assert [(m.date, m.progress_name, m.seen, m.by) for m in found.monitoring] == [
        ("2026-11-19", "on track", "Typed in later.", "Fay"),
        ("2026-11-20", "at risk", "No time.", "Amira Khan"),
        (TODAY, "on track", "Begun.", "Ben Orr"),
    ]
    assert not found.is_closed
    change_action(planned.session, planned.ben, "1", Doing(what="Other."))
    assert len(action(planned, "1").monitoring) == 3
    monitor(planned.session, planned.ben, "1", "done", "It is there.")
    assert action(planned, "1").is_closed


@pytest.mark.parametrize(
    ("progress", "more", "says"),
    [
        ("great", {}, "cannot be called great; it is one of on-track, at-risk, done, dropped"),
        ("dropped", {}, "Action 1 cannot be dropped without a reason; say why"),
        ("dropped", {"reason": " "}, "without a reason"),
        ("done", {"date": "2026-11-22"}, "2026-11-22 is still to come"),
        ("done", {"date": "yesterday"}, "yesterday is not a date"),
    ],
)
def test_what_monitoring_cannot_say(
    planned: Panel, progress: str, more: dict[str, str], says: str
) -> None:
    with refusal(planned.session, says):
        monitor(planned.session, planned.fay, "1", progress, "Seen.", **more)


def test_monitoring_needs_what_was_seen_and_dropping_its_reason_alone(planned: Panel) -> None:
    with refusal(planned.session, "needs what was seen"):
        monitor(planned.session, planned.fay, "1", "on-track", " ")
    monitor(planned.session, planned.fay, "1", "dropped", "", reason="The room is let.")
    (entry,) = action(planned, "1").monitoring
    assert (entry.progress, entry.reason) == ("dropped", "The room is let.")


def test_what_is_overdue_and_what_is_due_in_a_fortnight(planned: Panel) -> None:
    days = ["2026-11-20", TODAY, "2026-12-05", "2026-12-06"]
    for day in days:
        add_action(planned.session, planned.fay, "1", Doing(what=day, due=day))
    late, soon = plan(planned).due(TODAY)
    assert [a.what for a in late] == ["2026-11-20"]
    assert [a.what for a in soon] == [TODAY, "Weasel.", "2026-12-05"]
    monitor(planned.session, planned.fay, "3", "done", "So.")
    monitor(planned.session, planned.fay, "1", "dropped", "", reason="So.")
    monitor(planned.session, planned.fay, "4", "at-risk", "So.")
    late, soon = plan(planned).due(TODAY)
    assert ([a.what for a in late], [a.what for a in soon]) == ([], [TODAY, "2026-12-05"])
    assert plan(planned).due("9999-12-31")[1] == ()


# Out of sight


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


# Undo


def test_undo_says_plainly_what_it_takes_back_and_brings_all_of_it_back(planned: Panel) -> None:
    session, ben = planned.session, planned.ben
    states = [plan(planned)]

    def done() -> None:
        states.append(plan(planned))

    set_plan_text(session, ben, "objective", "One.")
    done()
    set_plan_text(session, ben, "objective", "Two.")
    done()
    set_plan_text(session, ben, "benchmark", "Three.")
    done()
    set_windows(session, ben, ["A", "B", "C"])
    done()
    add_key_result(session, ben, "Four.")
    done()
    change_key_result(session, ben, "1", text="Five.")
    done()
    add_action(session, ben, "1", Doing(what="Six."))
    done()
    change_action(session, ben, "1", Doing(what="Seven."))
    done()
    monitor(session, ben, "1", "at-risk", "Eight.", date="2026-11-20")
    done()
    delete_action(session, ben, "1")
    done()
    undo(session, ben)
    done()
    delete_key_result(session, ben, "1")
    done()
    delete_key_result(session, ben, "3")
    for words in (
        "the deletion of key result 3",
        "the deletion of key result 1 with its actions 1 and 3",
        "the monitoring of action 1 on 2026-11-20, at risk",
        "the change to action 1",
        "action 3",
        "the change to key result 1",
        "key result 3",
        "the plan's windows",
        "the plan's benchmark position",
        "the change to the plan's objective",
        "the plan's objective",
    ):
        # The deletion of action 1, and that it was taken back, are behind us.
        if words.startswith("the monitoring"):
            del states[-2:]
        assert last_act(session, ben).what == words
        assert undo(session, ben) == words
        assert plan(planned) == states.pop()
    assert states == []


def test_undo_brings_back_an_action_with_its_monitoring(planned: Panel) -> None:
    monitor(planned.session, planned.amira, "1", "at-risk", "No time.")
    before = plan(planned)
    delete_action(planned.session, planned.ben, "1")
    assert tree(planned) == {"1": [], "2": ["2"]}
    assert undo(planned.session, planned.ben) == "the deletion of action 1 with its monitoring"
    assert plan(planned) == before


def test_what_others_have_planned_for_is_not_undone(planned: Panel) -> None:
    add_key_result(planned.session, planned.amira, "So.")
    add_action(planned.session, planned.ben, "3", Doing(what="Buy."))
    monitor(planned.session, planned.fay, "3", "on-track", "Begun.")
    with refusal(
        planned.session, "Amira Khan cannot be undone", "key result 3 has action 3 by now"
    ):
        undo(planned.session, planned.amira)
    with refusal(planned.session, "Ben Orr cannot be undone", "action 3 has a monitoring entry"):
        undo(planned.session, planned.ben)


# Two installations


@pytest.fixture
def two(tmp_path: Path) -> tuple[Panel, Panel]:
    """One session on two machines; neither has seen what the other writes."""
    clock = Ticking()
    here = panel_in(library_in(tmp_path, clock=clock))
    fill(here)
    monitor(here.session, here.fay, "1", "on-track", "Begun.")
    here.session.flush()
    there = library_in(tmp_path, "desktop", clock).open(here.session.id)
    return here, here._replace(session=there)


def meet(one: Panel, other: Panel) -> None:
    copy_over(one.session, other.session)
    copy_over(other.session, one.session)
    assert view(one.session) == view(other.session)


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
