"""Plan, through the keys a person presses: findings, the plan, and coming back to it at half-term."""

from datetime import date
from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, library_in, on_disk
from planning import go_to, here, judged, outline, pasted, plan, planned, pressed, rows
from seeing import flowing, lines, text
from textual.pilot import Pilot
from textual.widget import Widget

from screens.dialogs import Choose, Confirm, Reading, Rescue
from screens.form_dialog import FormDialog
from screens.overview import OverviewScreen
from screens.plan import PlanScreen
from screens.widgets.plan_detail import Detail
from screens.widgets.plan_words import due_words
from screens.widgets.setup_values import read_date
from sessions.ballots import judge
from sessions.findings import add_finding
from sessions.passes import reopen
from sessions.people import change_person
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    delete_action,
    set_plan_text,
)
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView
from sessions.session import Session
from tui.app import ReviewApp

PROBES = (
    "[/] [link='x [@click=app.quit]x[/] list[int]",
    "\x1b]52;c;aGk=\x07\x9b31m\x00",
    "\u202eevil\u2066 e\u0301 漢字",
)


def written(pilot: Pilot[int], root: Path, session: Session) -> PlanView:
    """Return the plan as it is on the disk."""
    assert isinstance(pilot.app, ReviewApp) and pilot.app.desk.saver.wait(5)
    return on_disk(root, session).plan


def action(plan: PlanView, ref: str) -> ActionView:
    found = plan.action(ref)
    assert found is not None
    return found


def finding(plan: PlanView, ref: str) -> FindingView:
    found = plan.finding(ref)
    assert found is not None
    return found


def beside(pilot: Pilot[int]) -> str:
    """Return what stands beside the outline, with single blanks."""
    detail = pilot.app.screen.query_one("Beside Detail Static")
    assert hasattr(detail, "content")
    return " ".join(str(detail.content).split())


async def add(pilot: Pilot[int], words: str) -> None:
    """Press +, find an offer by its words, and take it."""
    await pressed(pilot, "plus")
    assert isinstance(pilot.app.screen, Choose)
    await pasted(pilot, words)
    await pressed(pilot, "enter")


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


# Coming back to it


async def test_it_opens_at_the_action_that_waits_longest_and_says_what_is_due(
    tmp_path: Path,
) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        assert here(pilot).startswith("2 Attendance by need") and here(pilot).endswith("! overdue")
        assert "! 1 action is overdue, 1 due by 4 December (. next)" in flowing(pilot.app)
        assert "By 13 November 2026" in beside(pilot)
        await pressed(pilot, "full_stop")
        assert here(pilot).endswith("* due 4 Dec")
        await pressed(pilot, "full_stop")
        assert here(pilot).endswith("! overdue")


async def test_one_key_notes_how_an_action_goes_and_the_history_stays(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "enter")
        assert "Date 20 November 2026" in flowing(pilot.app)
        await pressed(pilot, "enter")
        seen = flowing(pilot.app)
        assert "! How does it go? Choose one." in seen and "! What was seen?" in seen
        await pressed(pilot, "d", "tab")
        await pasted(pilot, "Every Monday since half-term.")
        await pressed(pilot, "enter")
        assert "Noted: action 2 is done." in flowing(pilot.app)
        assert here(pilot).endswith("✓ done")
        assert "overdue" not in lines(pilot.app)[1]
        told = beside(pilot).partition("How it has gone ")[2]
        assert told.startswith("20 November 2026 done Amira Khan Every Monday")
        assert told.endswith("2 November 2026 at risk Amira Khan Two Mondays of five.")
        entries = action(written(pilot, tmp_path, session), "2").monitoring
        assert [(e.date, e.progress, e.seen) for e in entries] == [
            ("2026-11-02", "at-risk", "Two Mondays of five."),
            ("2026-11-20", "done", "Every Monday since half-term."),
        ]
        await pressed(pilot, "u", "y")
        assert len(action(written(pilot, tmp_path, session), "2").monitoring) == 1


async def test_an_action_is_dropped_with_a_reason_alone(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "enter", "d", "d", "tab", "tab")
        await pasted(pilot, "16/11/2026")
        await pressed(pilot, "enter")
        assert "! An action is not dropped without a reason; say why." in flowing(pilot.app)
        await pasted(pilot, "No cover until spring.")
        await pressed(pilot, "enter")
        last = action(written(pilot, tmp_path, session), "2").latest
        assert last is not None
        assert (last.date, last.progress) == ("2026-11-16", "dropped")
        assert last.reason == "No cover until spring."
        assert here(pilot).endswith("x dropped") and "Why: No cover" in beside(pilot)


async def test_the_overview_says_what_is_due_and_l_goes_there(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        await pressed(pilot, "escape")
        assert "! 1 action is overdue, 1 due by 4 December: l shows the plan" in flowing(pilot.app)
        await pressed(pilot, "l")
        assert here(pilot).endswith("! overdue")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2026-11-19", "2026-11-01"), "2 actions are overdue"),
        (("2026-11-20", "2026-12-04"), "2 actions are due by 4 December"),
        (("2026-11-19", "2026-12-01", "2026-12-02"), "1 action is overdue, 2 due by 2 December"),
        (("2026-12-05", "2027-03-01", ""), ""),
        ((), ""),
    ],
)
def test_no_more_is_said_to_be_due_than_there_is(days: tuple[str, ...], said: str) -> None:
    actions = tuple(
        ActionView(f"a{n}", f"{n}", 0, "Walk.", "", day, "", ()) for n, day in enumerate(days)
    )
    result = KeyResultView("k", "1", "Calm rooms.", (), actions)
    assert due_words(PlanView(key_results=(result,)), "2026-11-20") == said


def test_a_day_in_another_year_is_said_with_its_year() -> None:
    late = ActionView("a", "1", 0, "Walk.", "", "2027-01-04", "", ())
    plan = PlanView(key_results=(KeyResultView("k", "1", "Calm.", (), (late,)),))
    assert due_words(plan, "2026-12-30") == "1 action is due by 4 January 2027"


async def test_nothing_is_said_where_nothing_is_due(tmp_path: Path) -> None:
    async with plan(tmp_path, judged(tmp_path)) as pilot:
        await pressed(pilot, "full_stop")
        assert "No action is overdue, or due within 14 days." in flowing(pilot.app)
        await pressed(pilot, "escape")
        assert "shows the plan" not in flowing(pilot.app)


# Ideas


async def test_ideas_stand_one_key_away(tmp_path: Path) -> None:
    session = planned(tmp_path)
    me = session.state.present()[0]
    judge(
        session,
        me,
        "1.3",
        highlights={"1.3-establishing": "full"},
        cites=[("AK3", False)],
        because="The table shows it.",
    )
    async with plan(tmp_path, session, WIDE) as pilot:
        descriptor = session.framework.descriptor("1.3-strengthening")
        assert descriptor is not None
        for start in ("2 Attendance of", "Key result 1", "2 Attendance by"):
            await go_to(pilot, start)
            assert descriptor.text not in beside(pilot)
            await pressed(pilot, "h")
            assert descriptor.text in beside(pilot)
            assert "Next: ■ Strengthening Practice" in beside(pilot)
            assert "Case studies that fit" in beside(pilot)
            await pressed(pilot, "f")
            assert isinstance(pilot.app.screen, Reading)
            assert "Think, Explore, Thrive" in flowing(pilot.app)
            await pressed(pilot, "escape", "escape")
            assert isinstance(pilot.app.screen, PlanScreen)
            assert descriptor.text not in beside(pilot)
        await go_to(pilot, "Key result 2")
        await pressed(pilot, "h")
        assert "It names no finding, so there is no statement" in beside(pilot)


# What is out of sight


async def test_what_rests_on_an_area_that_is_described_again_is_hidden_and_that_is_said(
    tmp_path: Path,
) -> None:
    session = planned(tmp_path)
    reopen(session, session.state.present()[0], 1, "A note came late.")
    async with plan(tmp_path, session) as pilot:
        assert "Area 1 is being described again" in flowing(pilot.app)
        assert "overdue" not in text(pilot.app)
        shown = rows(pilot)
        assert not any(word in " ".join(shown) for word in ("Attendance of", "Fewer", "families"))
        assert any(row.startswith("4 The policy names who") for row in shown)
        await go_to(pilot, "Objective out of sight for now")
        await pressed(pilot, "h", "h", "e")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "being described again; wait for it" in flowing(pilot.app)
        assert "every day" not in text(pilot.app)


# Nothing typed is lost


async def test_words_in_a_form_are_offered_back_after_the_app_has_gone(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "enter", "a", "tab")
        await pasted(pilot, "Cover: is short\nIt rained.")
        await pressed(pilot, "tab", "tab")
        await pasted(pilot, "nobody")
        assert isinstance(pilot.app, ReviewApp) and pilot.app.save_all()
    async with plan(tmp_path, session) as pilot:
        assert isinstance(pilot.app.screen, Rescue)
        assert "What was seen: Cover: is short" in flowing(pilot.app)
        await pressed(pilot, "b")
        assert isinstance(pilot.app.screen, FormDialog)
        await pressed(pilot, "enter")
        last = action(written(pilot, tmp_path, session), "2").latest
        assert last is not None and last.progress == "at-risk"
        assert last.seen == "Cover: is short\nIt rained."
    async with plan(tmp_path, session) as pilot:
        assert isinstance(pilot.app.screen, PlanScreen)


@pytest.mark.parametrize(
    ("offer", "start", "words"),
    [
        ("strength", "1 Learners", "Sung."),
        ("An action for key result 2", "Key result 2", "Walk."),
    ],
)
async def test_each_new_thing_that_was_begun_comes_back_as_what_it_was(
    tmp_path: Path, offer: str, start: str, words: str
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, start)
        await add(pilot, offer)
        question = lines(pilot.app)
        await pasted(pilot, words)
        assert isinstance(pilot.app, ReviewApp) and pilot.app.save_all()
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "b")
        asked = next(line for line in question if line.strip())
        assert asked in lines(pilot.app) and words in flowing(pilot.app)


@pytest.mark.parametrize("new", [False, True])
async def test_a_begun_finding_of_an_area_that_is_described_again_waits(
    tmp_path: Path, new: bool
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await go_to(pilot, "2 Attendance of" if not new else "4 The policy")
        await (add(pilot, "strength") if new else pressed(pilot, "e"))
        await pasted(pilot, " By far.")
        if new:
            await pressed(pilot, "tab")
            await pasted(pilot, "1.3")
        assert isinstance(pilot.app, ReviewApp) and pilot.app.save_all()
    opened = library_in(tmp_path).open(session.id)
    reopen(opened, opened.state.present()[0], 1, "A note came late.")
    async with plan(tmp_path, opened) as pilot:
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "By far" not in text(pilot.app)
        await pressed(pilot, "o", "p", "y", "l")
        assert isinstance(pilot.app.screen, Rescue) and "By far." in flowing(pilot.app)


async def test_leaving_a_form_asks_only_where_words_would_be_lost(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "e", "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
        await pressed(pilot, "e", *"So", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await pressed(pilot, "n")
        assert isinstance(pilot.app.screen, FormDialog) and "So" in text(pilot.app)
        await pressed(pilot, "escape", "y")
        assert isinstance(pilot.app.screen, PlanScreen)
    async with plan(tmp_path, session) as pilot:
        assert isinstance(pilot.app.screen, PlanScreen)


async def test_what_another_window_took_away_meanwhile_is_said_in_the_form(tmp_path: Path) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "enter", "a", "tab")
        await pasted(pilot, "Mended.")
        other = library_in(tmp_path).open(session.id)
        delete_action(other, other.state.present()[0], "2")
        other.close()
        assert isinstance(pilot.app, ReviewApp)
        pilot.app.look_again()
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, FormDialog)
        assert "! There is no action 2" in flowing(pilot.app) and "Mended." in flowing(pilot.app)


async def test_what_another_window_writes_shows_here_and_the_highlight_stays(
    tmp_path: Path,
) -> None:
    session = planned(tmp_path)
    async with plan(tmp_path, session) as pilot:
        other = library_in(tmp_path).open(session.id)
        me = other.state.present()[0]
        add_finding(other, me, "strength", "Governors ask.", ["2.1"])
        change_action(other, me, "2", Doing(who="Ms Bell"))
        other.close()
        assert isinstance(pilot.app, ReviewApp)
        pilot.app.look_again()
        await pilot.pause()
        assert "5 Governors ask." in rows(pilot)
        assert here(pilot).startswith("2 Attendance by need")
        assert "Who Ms Bell" in beside(pilot)


async def test_an_observer_reads_and_is_told_before_typing(tmp_path: Path) -> None:
    session = planned(tmp_path, "Amira Khan", "Olive Kaye")
    change_person(session, session.state.present()[1], role="observer")
    async with plan(tmp_path, session, person="Olive Kaye") as pilot:
        for key in ("enter", "e", "plus", "delete"):
            await pressed(pilot, key)
            assert isinstance(pilot.app.screen, PlanScreen)
            assert "You are here as observer" in flowing(pilot.app)
        assert "People see it." in beside(pilot)


# The other keys


async def test_the_plan_is_written_to_a_file_after_pointing_out_what_may_identify_a_child(
    tmp_path: Path,
) -> None:
    session = planned(tmp_path)
    set_plan_text(session, session.state.present()[0], "objective", "The only boy in Y1 comes in.")
    async with plan(tmp_path, session) as pilot:
        await pressed(pilot, "x", "enter")
        assert "1 thing in it may identify a child: Key objective." in flowing(pilot.app)
        await pressed(pilot, "y", "enter")
        file = tmp_path / "hollin-bank-primary-2026-11-20-plan.md"
        assert "**Key objective**: The only boy in Y1" in file.read_text(encoding="utf-8")
        assert "Written at 10:46 to" in flowing(pilot.app)
        await pressed(pilot, "x", "enter", "y", "enter")
        assert "is there already. Put this in its place?" in flowing(pilot.app)
        await pressed(pilot, "n")
        assert "nothing was written" in flowing(pilot.app)


async def test_the_actions_go_to_a_calendar(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        await pressed(pilot, "x")
        await pasted(pilot, "calendar")
        await pressed(pilot, "enter", "enter")
        file = tmp_path / "hollin-bank-primary-2026-11-20-actions.ics"
        assert "BEGIN:VCALENDAR" in file.read_text(encoding="utf-8")


async def test_all_of_a_long_text_is_read_with_f(tmp_path: Path) -> None:
    session = judged(tmp_path)
    long = "A long way. " * 400 + "The end."
    add_finding(session, session.state.present()[0], "strength", long, ["1.2"])
    async with plan(tmp_path, session) as pilot:
        assert "The end." not in beside(pilot)
        await pressed(pilot, "f", "end")
        assert "The end." in flowing(pilot.app)


async def test_tab_gives_the_keys_to_the_other_side_which_scrolls(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path), NARROW) as pilot:
        await pressed(pilot, "tab")
        assert "Tab rows" in text(pilot.app) and "Up Down scroll" in lines(pilot.app)[-1]
        await pressed(pilot, "end")
        assert "Two Mondays of five." in flowing(pilot.app)
        assert here(pilot).startswith("2 Attendance by need")
        await pressed(pilot, "tab", "down")
        assert here(pilot).startswith("3 The office")


async def test_a_click_highlights_and_only_the_next_one_opens(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        place = next(n for n, line in enumerate(lines(pilot.app)) if "1 Plans are written" in line)
        await pilot.click(offset=(6, place))
        await pilot.pause()
        assert here(pilot).startswith("1 Plans") and isinstance(pilot.app.screen, PlanScreen)
        await pilot.click(offset=(6, place))
        await pilot.pause()
        assert isinstance(pilot.app.screen, FormDialog)


async def test_d_goes_to_the_notes_of_what_is_highlighted(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path)) as pilot:
        await go_to(pilot, "4 The policy")
        await pressed(pilot, "d")
        assert isinstance(pilot.app, ReviewApp) and pilot.app.review is not None
        assert type(pilot.app.screen).__name__ == "DescribeScreen"
        assert pilot.app.review.ref == "2.1"


async def test_what_people_write_is_only_ever_text(tmp_path: Path) -> None:
    session = judged(tmp_path)
    me = session.state.present()[0]
    probe = " ".join(PROBES)
    for words in (probe, "x" * 20_000):
        add_finding(session, me, "development", words, ["1.3"], ["AK3"])
        add_key_result(session, me, words, ["1"])
        add_action(session, me, "1", Doing(what=words, who=words, due="2026-11-01", success=words))
    set_plan_text(session, me, "objective", probe)
    async with plan(tmp_path, session) as pilot:
        for size, start in ((USUAL, "Key result 1"), (NARROW, "1 "), (NARROW, "2 xxx")):
            await pilot.resize_terminal(*size)
            await go_to(pilot, start)
            for keys in ((), ("e",), ("escape", "plus"), ("escape", "delete"), ("n", "f")):
                await pressed(pilot, *keys)
                assert not set(text(pilot.app)) & set("\x1b\x07\x9b\u202e\u2066")
            await pressed(pilot, "escape")
            assert isinstance(pilot.app.screen, PlanScreen)


async def test_plain_ascii_is_enough(tmp_path: Path) -> None:
    async with plan(tmp_path, planned(tmp_path), ascii_only=True) as pilot:
        for key in ("down", "up", "home", "h", "h", "end"):
            await pressed(pilot, key)
            assert text(pilot.app).isascii()
        await go_to(pilot, "3 Progress")
        await pressed(pilot, "e", "tab", "tab")
        assert text(pilot.app).isascii()
