"""The improvement plan: what it says, what is out of sight, what monitoring keeps, what undo brings back."""

from collections.abc import Callable

import pytest
from planned import TODAY, action, plan, result, tree
from reviews import Panel, refusal

from sessions.findings import add_finding
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
from sessions.undo import last_act, undo

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
