"""Plan, when somebody comes back to it: what waits, how actions go, ideas, what is out of sight."""

from pathlib import Path

import pytest
from house import WIDE
from plan_seen import action, beside, written
from planning import go_to, here, judged, pasted, plan, planned, pressed, rows
from seeing import flowing, lines, text

from screens.dialogs import Reading
from screens.plan import PlanScreen
from screens.widgets.plan_words import due_words
from sessions.ballots import judge
from sessions.passes import reopen
from sessions.seen_plan import ActionView, KeyResultView, PlanView

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
