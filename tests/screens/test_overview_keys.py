"""The overview, through the keys a person presses: where they lead, and what is text."""

from pathlib import Path

import pytest
from house import (
    NARROW,
    USUAL,
    library_in,
    on_disk,
)
from overviews import FOUR, a_review, overview, pressed, ref, row
from seeing import flowing, text

from screens.describe import DescribeScreen
from screens.gate import GateScreen
from screens.judge import JudgeScreen
from screens.library import LibraryScreen
from screens.overview import OverviewScreen
from screens.report import ReportScreen
from screens.setup import SetupScreen
from screens.widgets.area_map import AreaMap
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from tui.app import ReviewApp

# What the keys do


async def test_a_note_is_written_from_here(tmp_path: Path) -> None:
    session = a_review(tmp_path)
    async with overview(tmp_path, session) as pilot:
        await pressed(pilot, "n", *"Seen", "enter")
        assert "1 of 4 have notes" in row(pilot, 1)
        assert isinstance(pilot.app, ReviewApp)
        assert pilot.app.desk.saver.wait(5)
        assert [n.text for n in on_disk(tmp_path, session).notes] == ["Seen"]
        await pressed(pilot, "u", "y")
        assert "nothing yet" in row(pilot, 1)


@pytest.mark.parametrize(
    ("keys", "there"), [(("g", *"2.3", "enter"), "2.3"), (("1", "enter"), "1.1")]
)
async def test_any_statement_is_a_number_away(
    tmp_path: Path, keys: tuple[str, ...], there: str
) -> None:
    async with overview(tmp_path, a_review(tmp_path)) as pilot:
        await pressed(pilot, *keys)
        assert isinstance(pilot.app.screen, DescribeScreen)
        assert ref(pilot) == there


async def test_a_statement_of_an_open_area_is_judged(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=FOUR, gates=(1,))) as pilot:
        await pressed(pilot, "g", *"1.4", "enter")
        assert isinstance(pilot.app.screen, JudgeScreen)
        assert ref(pilot) == "1.4"


async def test_the_keys_go_where_the_highlight_is(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=FOUR, gates=(1,))) as pilot:
        await pressed(pilot, "down", "d")
        assert isinstance(pilot.app.screen, DescribeScreen)
        assert ref(pilot) == "2.1"
        await pressed(pilot, "o", "up", "p")
        assert isinstance(pilot.app.screen, JudgeScreen)
        assert ref(pilot).startswith("1.")
        await pressed(pilot, "o", "end", "p")
        assert isinstance(pilot.app.screen, GateScreen)


async def test_the_next_statement_without_a_note_is_a_stop_away(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=("1.2",))) as pilot:
        await pressed(pilot, "full_stop")
        assert isinstance(pilot.app.screen, DescribeScreen)
        assert ref(pilot) == "1.3"


@pytest.mark.parametrize(
    ("key", "there"), [("r", ReportScreen), ("s", SetupScreen), ("escape", LibraryScreen)]
)
async def test_the_other_screens_are_a_key_away(
    tmp_path: Path, key: str, there: type[object]
) -> None:
    async with overview(tmp_path, a_review(tmp_path)) as pilot:
        await pressed(pilot, key)
        assert isinstance(pilot.app.screen, there)


async def test_coming_back_highlights_what_is_next_and_else_leaves_the_highlight(
    tmp_path: Path,
) -> None:
    async with overview(tmp_path, a_review(tmp_path)) as pilot:
        areas = pilot.app.screen.query_one(AreaMap)
        await pressed(pilot, "down", "f1", "escape")
        assert areas.chosen == 2
        await pressed(pilot, "enter", "o")
        assert areas.chosen == 2
        await pressed(pilot, "g", *"1.2", "enter", "o")
        assert areas.chosen == 1


async def test_an_area_is_reopened_with_a_reason(tmp_path: Path) -> None:
    session = a_review(tmp_path, noted=FOUR, gates=(1,))
    async with overview(tmp_path, session) as pilot:
        await pressed(pilot, "down", "w")
        assert "Area 2 is being described already." in flowing(pilot.app)
        await pressed(pilot, "up", "w", "enter")
        assert "needs a reason" in flowing(pilot.app)
        assert row(pilot, 1).endswith("judged by you")
        await pressed(pilot, "w", *"Late", "enter")
        assert row(pilot, 1).endswith("ready for its gate")
        await pressed(pilot, "f", "end")
        assert "by Amira Khan; why can be read behind the gate." in flowing(pilot.app)
        await pressed(pilot, "escape", "enter", "y", "o", "f", "end")
        assert "by Amira Khan: Late" in flowing(pilot.app)
        assert isinstance(pilot.app, ReviewApp)
        assert pilot.app.desk.saver.wait(5)
        area = on_disk(tmp_path, session).area(1)
        assert area is not None
        assert [act.reason for act in area.log] == ["", "Late", ""]


async def test_who_may_not_reopen_an_area_is_told_before_typing(tmp_path: Path) -> None:
    session = a_review(tmp_path, noted=FOUR, gates=(1,), facilitator="Fay Singh")
    async with overview(tmp_path, session) as pilot:
        await pressed(pilot, "w")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert "Only a facilitator may reopen an area: Fay Singh." in flowing(pilot.app)


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_what_people_wrote_is_text(tmp_path: Path, size: tuple[int, int]) -> None:
    probe = "[/] [link='x [@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202eevil"
    for setting in (probe, "x" * 5_000):
        session = library_in(tmp_path).create(Plan(setting=setting, reviewers=(setting,)))
        add_note(session, session.state.present()[0], probe, ["1.1"])
        open_gate(session, session.state.present()[0], 1)
        async with overview(tmp_path, session, size, person="") as pilot:
            await pressed(pilot, "down", "up", "f", "escape", "w", *"why", "enter", "f")
            assert not set(text(pilot.app)) & set("\x1b\x07\u202e")
            assert pilot.app.is_running
