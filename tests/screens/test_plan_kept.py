"""Plan: nothing that was typed is lost, and what its other keys do."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, library_in
from plan_seen import PROBES, action, add, beside, written
from planning import go_to, here, judged, pasted, plan, planned, pressed, rows
from seeing import flowing, lines, text

from screens.dialogs import Confirm, Rescue
from screens.form_dialog import FormDialog
from screens.plan import PlanScreen
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
from tui.app import ReviewApp

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
        await pressed(pilot, "x", "enter", "enter")
        assert "1 thing may identify somebody" in flowing(pilot.app)
        assert "Key objective" in flowing(pilot.app)
        await pressed(pilot, "x", "enter")
        file = tmp_path / "hollin-bank-primary-2026-11-20-plan.md"
        assert "**Key objective**: The only boy in Y1" in file.read_text(encoding="utf-8")
        assert "Written at 10:46 to" in flowing(pilot.app)
        await pressed(pilot, "x", "enter", "enter", "x", "enter")
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
