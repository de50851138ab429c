"""Plan, through the keys a person presses: findings, the plan, and coming back to it at half-term."""

from datetime import date
from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, on_disk
from plan_seen import action, add, beside, finding, written
from planning import go_to, here, judged, outline, pasted, plan, planned, pressed, rows
from seeing import flowing, lines
from textual.widget import Widget

from screens.dialogs import Confirm
from screens.form_dialog import FormDialog
from screens.overview import OverviewScreen
from screens.plan import PlanScreen
from screens.widgets.plan_detail import Detail
from screens.widgets.setup_values import read_date

# Where it is, and what it says to begin with


async def test_it_is_one_key_from_every_screen(tmp_path: Path) -> None:
    async with plan(tmp_path, judged(tmp_path)) as pilot:
        for way in ("o", "d", "dp", "r", "y", "q"):
            await pressed(pilot, *way, "l")
            assert isinstance(pilot.app.screen, PlanScreen), way
            assert "[Plan]" in lines(pilot.app)[0]
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)


async def test_before_any_gate_it_says_what_comes_first_and_writes_nothing(tmp_path: Path) -> None:
    session = judged(tmp_path, gates=())
    async with plan(tmp_path, session) as pilot:
        assert rows(pilot) == []
        assert "No area is behind its gate yet: p opens the gate" in beside(pilot)
        for key in ("plus", "e", "enter", "x", "h", "h", "delete", "left_square_bracket", "f"):
            await pressed(pilot, key)
        await pressed(pilot, "escape")
        assert written(pilot, tmp_path, session) == on_disk(tmp_path, session).plan
        assert not written(pilot, tmp_path, session).any


async def test_an_empty_plan_offers_what_to_begin_with(tmp_path: Path) -> None:
    async with plan(tmp_path, judged(tmp_path)) as pilot:
        assert rows(pilot) == [
            "FINDINGS",
            "+ Add a finding",
            "IMPROVEMENT PLAN",
            "Objective not written yet",
            "Benchmark not written yet",
            "Windows 2 windows",
            "+ Add a key result",
        ]
        assert here(pilot) == "+ Add a finding"
        assert "A finding says in the panel's words what it found" in beside(pilot)
        await pressed(pilot, "x")
        assert "There is no plan to write yet" in flowing(pilot.app)


async def test_the_outline_holds_findings_in_order_and_actions_under_their_windows(
    tmp_path: Path,
) -> None:
    async with plan(tmp_path, planned(tmp_path), (160, 40)) as pilot:
        assert rows(pilot) == [
            "FINDINGS",
            "Strengths",
            "1 Learners in Y2 read to an adult every day.",
            "Areas for development, in order",
            "3 Progress in mathematics is not looked at by need. 1st",
            "2 Attendance of learners with SEMH needs falls behind. 2nd",
            "Practice worth sharing",
            "4 The policy names who looks at attendance.",
            "IMPROVEMENT PLAN",
            "Objective Every learner with SEND is in school, every day.",
            "Benchmark not written yet",
            "Windows 2 windows",
            "Key result 1 Fewer learners miss days.",
            "Autumn to Spring 1",
            "1 Plans are written with families. ✓ done",
            "2 Attendance by need is looked at every Monday. ! overdue",
            "3 The office rings home on the first day. * due 4 Dec",
            "Spring 1 to Summer 2",
            "4 A breakfast group begins. by 1 Feb 2027",
            "Key result 2 Rooms suit the learners who find them hardest.",
            "Autumn to Spring 1",
            "5 A walk through all rooms.",
        ]


async def test_both_panes_are_seen_in_every_window_and_nothing_overflows(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        for size in (USUAL, NARROW, WIDE):
            await pilot.resize_terminal(*size)
            for key in ("end", "h", "h"):
                await pressed(pilot, key)
                assert outline(pilot).region.height >= 6
                assert pilot.app.screen.query_one(Detail).region.height >= 5
                for widget in pilot.app.screen.query("*").results(Widget):
                    if widget.display and widget.region and not widget.is_scrollable:
                        assert widget.region.right <= size[0], widget


# Findings


async def test_a_finding_is_written_with_its_statement_and_a_note(tmp_path: Path) -> None:
    session = judged(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "enter")
        await pasted(pilot, "development")
        await pressed(pilot, "enter")
        await pasted(pilot, "Mondays are missed.")
        await pressed(pilot, "tab")
        await pasted(pilot, "1.3")
        shown = flowing(pilot.app)
        assert "( ) AK3 Autumn" in shown and "( ) AK4 Two" in shown and "AK1" not in shown
        await pressed(pilot, "tab", "down", "space")
        assert "(✓) AK4 Two" in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert here(pilot) == "1 Mondays are missed."
        assert "Two of five learners said" in beside(pilot)
        found = finding(written(pilot, tmp_path, session), "1")
        assert (found.kind, found.text) == ("development", "Mondays are missed.")
        assert (found.statements, found.notes) == (("1.3",), ("AK4",))


async def test_what_is_refused_is_said_at_its_field_and_the_words_stay(tmp_path: Path) -> None:
    session = judged(tmp_path, gates=(1,))
    async with plan(tmp_path, session) as pilot:
        await add(pilot, "strength")
        await pressed(pilot, "enter")
        assert "! The finding is empty" in flowing(pilot.app)
        await pasted(pilot, "Seen.")
        await pressed(pilot, "tab")
        await pasted(pilot, "2.1")
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, FormDialog)
        assert "! Area 2 is still being described" in flowing(pilot.app)
        assert "Seen." in flowing(pilot.app)
        assert written(pilot, tmp_path, session).findings == ()


async def test_a_finding_is_changed_and_keeps_what_is_not_touched(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "2 Attendance")
        await pressed(pilot, "e")
        await pasted(pilot, " By far.")
        await pressed(pilot, "enter")
        found = finding(written(pilot, tmp_path, session), "2")
        assert found.text == "Attendance of learners with SEMH needs falls behind. By far."
        assert (found.statements, found.notes, found.priority) == (("1.3",), ("AK3",), 2)


async def test_a_finding_is_deleted_after_asking_and_undone(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "2 Attendance")
        await pressed(pilot, "delete")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Key result 1 answers it, and stays." in flowing(pilot.app)
        await pressed(pilot, "n")
        assert written(pilot, tmp_path, session).finding("2") is not None
        await pressed(pilot, "delete", "y")
        assert "Press u to bring it back" in flowing(pilot.app)
        assert written(pilot, tmp_path, session).finding("2") is None
        await pressed(pilot, "u", "y")
        assert finding(written(pilot, tmp_path, session), "2").priority == 2


async def test_the_order_is_set_place_by_place_and_never_by_a_number_that_rates(
    tmp_path: Path,
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "2 Attendance")
        await pressed(pilot, "left_square_bracket")
        assert here(pilot).endswith("1st")
        assert "Finding 2 is the 1st of 2 priorities." in flowing(pilot.app)
        await pressed(pilot, "left_square_bracket")
        assert "Finding 2 is the first priority already." in flowing(pilot.app)
        await pressed(pilot, "right_square_bracket", "right_square_bracket")
        assert "Finding 2 is no priority now." in flowing(pilot.app)
        assert [f.ref for f in written(pilot, tmp_path, session).priorities] == ["3"]
        await pressed(pilot, "left_square_bracket")
        assert [f.ref for f in written(pilot, tmp_path, session).priorities] == ["3", "2"]
        await go_to(pilot, "1 Learners")
        await pressed(pilot, "left_square_bracket")
        assert "Highlight an area for development" in flowing(pilot.app)


# The plan as a whole


async def test_the_objective_is_written_changed_and_taken_away(tmp_path: Path) -> None:
    session = judged(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "Objective")
        await pressed(pilot, "enter")
        await pasted(pilot, "Every day counts.")
        await pressed(pilot, "enter")
        assert here(pilot) == "Objective Every day counts."
        assert written(pilot, tmp_path, session).objective == "Every day counts."
        await pressed(pilot, "delete", "y")
        assert written(pilot, tmp_path, session).objective == ""


async def test_the_benchmark_begins_with_a_draft_from_the_findings(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "Benchmark")
        await pressed(pilot, "enter")
        assert "What works well: Learners in Y2 read to an adult" in flowing(pilot.app)
        assert "Drafted from the findings" in flowing(pilot.app)
        await pasted(pilot, "In autumn: ")
        await pressed(pilot, "enter")
        first = written(pilot, tmp_path, session).benchmark
        assert first.startswith("In autumn: What works well: Learners in Y2 read")
        await pressed(pilot, "e")
        assert "Change what is written" in flowing(pilot.app)
        await pressed(pilot, "down", "enter", "enter")
        assert written(pilot, tmp_path, session).benchmark == on_disk(tmp_path, session).plan.draft
        assert written(pilot, tmp_path, session).benchmark != first


async def test_windows_are_renamed_and_added_and_none_with_actions_goes(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "Windows")
        await pressed(pilot, "enter")
        await pasted(pilot, "Autumn 1")  # the field is marked: typing takes its place
        await pressed(pilot, "tab", "tab")
        await pasted(pilot, "Summer")
        await pressed(pilot, "enter")
        wanted = ("Autumn 1", "Spring 1 to Summer 2", "Summer")
        assert written(pilot, tmp_path, session).windows == wanted
        await pressed(pilot, "enter", "delete", "enter")
        assert "There are windows after it, so it needs a name." in flowing(pilot.app)
        await pressed(pilot, "tab", "delete", "tab", "delete", "shift+tab", "shift+tab")
        await pasted(pilot, "All year")
        await pressed(pilot, "enter")
        assert "still has actions; move them to another window first" in flowing(pilot.app)
        assert written(pilot, tmp_path, session).windows == wanted


# Key results and actions


async def test_a_key_result_answers_the_highlighted_area_for_development(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "3 Progress")
        await pressed(pilot, "plus", "enter")
        await pasted(pilot, "Teachers look at progress by need.")
        await pressed(pilot, "enter")
        assert here(pilot).startswith("Key result 3 Teachers")
        assert "It answers finding 3 Progress in mathematics" in beside(pilot)
        found = written(pilot, tmp_path, session).key_result("3")
        assert found is not None and found.findings == ("3",)


async def test_a_key_result_may_stand_by_itself_and_be_tied_to_a_finding_later(
    tmp_path: Path,
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await add(pilot, "by itself")
        await pasted(pilot, "Corridors are calm.")
        await pressed(pilot, "enter")
        found = written(pilot, tmp_path, session).key_result("3")
        assert found is not None and found.findings == ()
        await pressed(pilot, "e", "tab")
        assert "2 Attendance of learners" in flowing(pilot.app)  # the hint says which there are
        await pasted(pilot, "9")
        await pressed(pilot, "enter")
        assert "There is no finding 9" in flowing(pilot.app)
        await pressed(pilot, "backspace", "2", "enter")
        found = written(pilot, tmp_path, session).key_result("3")
        assert found is not None and found.findings == ("2",)


async def test_a_key_result_is_deleted_with_its_actions_after_saying_so(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "Key result 1")
        await pressed(pilot, "delete")
        assert "Its 4 actions and what was noted of them go too." in flowing(pilot.app)
        await pressed(pilot, "y")
        assert [a.ref for a in written(pilot, tmp_path, session).actions] == ["5"]
        await pressed(pilot, "u", "y")
        assert len(action(written(pilot, tmp_path, session), "1").monitoring) == 2


@pytest.mark.parametrize(
    "typed", ["2026-12-04", "4/12/2026", "4/12/26", "04.12.2026", "4 Dec 2026", " 4  december 2026"]
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_date(typed, date(2026, 11, 20)) == "2026-12-04"


@pytest.mark.parametrize(("typed", "due"), [("4 Dec 2026", "2026-12-04"), ("", "")])
async def test_an_action_says_what_who_by_when_success_and_window(
    tmp_path: Path, typed: str, due: str
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "Key result 2")
        await pressed(pilot, "plus", "enter")
        for words in ("Walk the halls.", "Jo Moss", typed, "Quiet by May."):
            await pasted(pilot, words)
            await pressed(pilot, "tab")
        await pressed(pilot, "right", "enter")
        assert here(pilot).startswith("6 Walk")
        found = action(written(pilot, tmp_path, session), "6")
        assert (found.what, found.who, found.due) == ("Walk the halls.", "Jo Moss", due)
        assert (found.success, found.window) == ("Quiet by May.", 1)


async def test_a_date_that_is_none_is_said_at_its_field_and_all_words_stay(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session, NARROW) as pilot:
        await go_to(pilot, "2 Attendance by need")
        await pressed(pilot, "e", "tab", "tab", *"soon", "enter")
        seen = flowing(pilot.app)
        assert "! soon is not a date" in seen and "By when soon" in seen and "Head" in seen
        assert action(written(pilot, tmp_path, session), "2").due == "2026-11-13"
        await pressed(pilot, "ctrl+u", *"2/2/27", "enter")
        assert action(written(pilot, tmp_path, session), "2").due == "2027-02-02"
        assert here(pilot).endswith("at risk")


async def test_an_action_moves_to_another_key_result(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "2 Attendance by need")
        await pressed(pilot, "e", *["tab"] * 5, "right", "enter")
        found = written(pilot, tmp_path, session).key_result("2")
        assert found is not None and [a.ref for a in found.actions] == ["2", "5"]
        assert here(pilot).startswith("2 Attendance by need")
