"""Present, and the second window: what the room sees, and what it never sees."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, app_on
from room import (
    FAY,
    QUIN,
    a_panel,
    a_wall,
    agreed,
    judged,
    opened,
    revealed,
    two_windows,
)
from seeing import flowing, lines
from wall_steps import steps_of

from screens.present import PresentScreen
from sessions.ballots import reveal
from sessions.passes import reopen
from sessions.people import change_person

# Following


async def test_the_wall_follows_from_screen_to_screen(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.follow()
        area, other = panel.session.framework.areas[:2]
        assert f"Area 1 {area.title}" in windows.seen
        await windows.press("d")
        assert area.statements[0].text in windows.seen
        assert area.statements[0].questions[0] in windows.seen
        await windows.press("j")
        assert area.statements[1].text in windows.seen
        assert area.statements[0].text not in windows.seen
        await windows.press("p")
        assert steps_of(panel.session.framework)[0] in windows.seen
        await windows.press("y")
        assert "Ballots are sealed until all have cast." in windows.seen
        await windows.press("l")
        assert "Inclusion Audit Framework 2026-11-20" in windows.seen
        await windows.press("o", "home", "d", "g", *"2.3", "enter")
        assert other.statements[2].text in windows.seen


async def test_the_timers_do_the_following_by_themselves(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    async with two_windows(tmp_path, panel) as windows:
        await windows.pilot.press("d", "j")
        wanted = panel.session.framework.areas[0].statements[1].text
        for _ in range(100):
            if wanted in windows.seen:
                break
            await windows.other.pause(0.05)
        assert wanted in windows.seen


async def test_in_present_both_windows_show_the_same_page(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "f4")
        pages = []
        for _ in range(6):
            mine, walls = windows.page()
            assert mine == walls
            pages.append(mine)
            await windows.press("right")
        assert len(set(pages)) == 6  # statement, three descriptors, ballots, agreed
        assert "That is all of 1.1. Press j" in windows.here
        for before in reversed(pages[:-1]):
            await windows.press("left")
            assert windows.page()[1] == before
        await windows.press("left")
        assert "A stoat sits here." in windows.seen


async def test_where_only_one_descriptor_fits_the_wall_shows_the_one_that_is_talked_of(
    tmp_path: Path,
) -> None:
    panel = opened(a_panel(tmp_path))
    names = steps_of(panel.session.framework)
    app = app_on(tmp_path, panel.session, person=FAY)
    wall = a_wall(tmp_path, panel.session)
    async with app.run_test(size=WIDE) as pilot, wall.run_test(size=NARROW) as other:
        await pilot.press("home", "d", "f4", "right")
        for name in names:
            await app.in_the_room.tell()
            await wall.look()
            await other.pause()
            assert all(n in flowing(app) for n in names)
            assert [n for n in names if n in flowing(wall)] == [name]
            await pilot.press("right")


@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE])
async def test_the_next_statement_is_shown_from_the_same_side(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    panel = revealed(a_panel(tmp_path))
    async with two_windows(tmp_path, panel, size=size) as windows:
        await windows.press("d", "f4", "right", "right", "right", "right")
        assert "Ballots" in windows.seen and "sealed" not in windows.seen
        await windows.press("j")
        assert "sealed until all have cast" in windows.seen
        await windows.press("j", "j", "j")
        assert windows.app.review is not None and windows.app.review.ref == "2.1"
        assert panel.session.framework.areas[1].statements[0].text in windows.seen
        assert "sealed" not in windows.seen  # area 2 is still described
        await windows.press("escape")
        assert "[Describe]" in windows.here and "▸2.1" in windows.here


async def test_f4_shows_the_wall_view_from_every_screen_and_leads_back(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        ways = ("", "d", "d p", "y", "l", "r", "q", "i")
        for way, leave in zip(ways, ("f4", "escape") * 4, strict=True):
            await pilot.press("home", *way.split())
            await pilot.pause()
            before = app.screen
            await pilot.press("f4")
            assert isinstance(app.screen, PresentScreen)
            await pilot.press(leave)
            await pilot.pause()
            assert app.screen is before
            if way:
                await pilot.press("escape")


async def test_the_wall_view_is_in_help_and_palette(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("d", "f1")
        assert "F4 Show what the group is on, large, for the wall" in flowing(app)
        assert "T Set, start or pause the time" in flowing(app)
        await pilot.press("escape", "ctrl+p", *"freeze", "enter")
        await pilot.pause()
        assert "The wall is frozen" in flowing(app)


async def test_what_others_write_is_on_the_wall_at_its_next_look(tmp_path: Path) -> None:
    panel = judged(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("y")
        assert "All have cast. The ballots are sealed until they are revealed." in windows.seen
        reveal(panel.session, panel.fay, statement="1.1")
        panel.session.flush()
        await windows.wall.look()
        await windows.other.pause()
        assert "▲ Establishing Foundations ▌ ▌" in windows.seen
        assert "■ Strengthening Practice ·" in windows.seen
        assert "● Sustaining Excellence ▌" in windows.seen


# Freezing and covering


async def test_frozen_the_wall_stays_while_the_window_goes_on(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "f4", "z")
        assert "The wall is frozen: the second window stays where it is." in windows.here
        still = windows.page()[1]
        await windows.press("right", "escape", "j", "p")
        assert windows.page()[1] == still
        assert "wall frozen" in windows.here
        await windows.press("f4", "z")
        assert "The wall follows this window again." in windows.here
        assert "wall frozen" not in windows.here
        assert windows.page()[1] != still
        assert steps_of(panel.session.framework)[0] in windows.seen


async def test_a_wall_left_frozen_is_said_in_the_next_sitting(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    for keys, said in ((("f4", "z"), True), (("d", "f4"), True), (("f4", "z"), False)):
        app = app_on(tmp_path, panel.session, person=FAY)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*keys)
            app.in_the_room.tick()
            await pilot.pause()
            assert ("wall frozen" in lines(app)[0]) is said


async def test_frozen_it_shows_nothing_that_is_hidden_again(tmp_path: Path) -> None:
    panel = revealed(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("y", "f4", "z")
        assert "Establishing Foundations ▌ ▌" in windows.seen
        reopen(panel.session, panel.fay, 1, "A vole.")
        panel.session.flush()
        await windows.follow()
        assert panel.session.framework.areas[0].statements[0].text in windows.seen
        assert "Establishing" not in windows.seen and "▌" not in windows.seen


async def test_the_cover_covers_the_wall_too(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "f8")
        assert windows.seen == "Covered. F8 cover ^q quit"
        await windows.press("f8")
        assert panel.session.framework.areas[0].statements[0].text in windows.seen
        await windows.press("f4", "z", "f8")
        assert windows.seen == "Covered. F8 cover ^q quit"
        await windows.press("f8")
        assert panel.session.framework.areas[0].statements[0].text in windows.seen


async def test_a_cover_of_the_walls_own_is_its_own(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d")
        await windows.other.press("f8")
        assert windows.seen == "Covered. F8 shows it again. F8 cover ^q quit"
        await windows.press("j")
        assert windows.seen == "Covered. F8 shows it again. F8 cover ^q quit"
        await windows.other.press("f8")
        assert panel.session.framework.areas[0].statements[1].text in windows.seen


async def test_only_who_may_chair_moves_or_freezes_the_wall(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    async with two_windows(tmp_path, panel, person=QUIN) as windows:
        await windows.press("d", "j")
        assert "Inclusion Audit Framework 2026-11-20" in windows.seen
        await windows.press("f4", "z")
        assert "Only who may lead the panel can freeze the wall." in windows.here
        await windows.press("f8")
        assert "Covered" not in windows.seen
    assert not (tmp_path / "library" / ".derived" / "wall").exists()


async def test_without_a_facilitator_any_reviewer_leads_the_wall(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    change_person(panel.session, panel.fay, role="reviewer")
    panel.session.flush()
    async with two_windows(tmp_path, panel, person=QUIN) as windows:
        await windows.press("d")
        assert panel.session.framework.areas[0].statements[0].text in windows.seen
