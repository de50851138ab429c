"""Who is typing stands in the title line of every screen of a review, however little room there is."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on
from room import FAY, a_panel
from seeing import lines
from textual.pilot import Pilot
from twice import two_reviews

from screens.symbols import Symbols
from screens.widgets.lines import TitleLine
from tui.app import ReviewApp

TIMES = ("wall frozen · not started, 15:00 left", "frozen · not started, 15:00", "frozen · 15:00")


async def say(pilot: Pilot[int], size: tuple[int, int], here: str, tag: str) -> str:
    """Say much on a title line, and return it."""
    app = pilot.app
    await pilot.resize_terminal(*size)
    line = app.screen.query_one(TitleLine)
    line.say("Hollin Bank Primary", ("Describe", "Judge", "Agree"), here, "saved 10:46", tag)
    line.say_time(TIMES)
    await pilot.pause()
    return lines(app)[0]


async def test_words_give_way_before_who_is_typing_and_where_one_is(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        said = await say(pilot, NARROW, "Describe", "AKB")
        assert " AKB " in said and "[Describe]" in said
        assert f"Hollin{Symbols().cut}" in said or f"Hollin Bank{Symbols().cut}" in said
        assert said.endswith("frozen · 15:00   saved 10:46")
        wide = await say(pilot, (120, 40), "Describe", "AKB")
        assert f"{TIMES[0]}   saved 10:46" in wide and "Hollin Bank Primary AKB" in wide
        tiny = await say(pilot, (40, 20), "Describe", "AKBBCD")
        assert " AKBBCD " in tiny and "[Describe]" in tiny


async def test_a_frozen_wall_and_a_time_hide_nobody(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert isinstance(app, ReviewApp) and app.review is not None
        tag = app.review.me.tag
        await pilot.press("d", "T", "enter", *"15", "enter", "escape")
        app.review.frozen = True
        app.show_saving()
        await pilot.pause()
        said = lines(app)[0]
        assert f" {tag} " in said and "[Describe]" in said and "15:00" in said


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_set_up_and_compare_say_who_is_typing(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_on(tmp_path, two_reviews(tmp_path)[1])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.review is not None
        tag = app.review.me.tag
        await pilot.press("s")
        assert f" {tag} " in lines(app)[0] and "[Set-up]" in lines(app)[0]
        await pilot.press("escape", "M")
        assert f" {tag} " in lines(app)[0] and "[Compare]" in lines(app)[0]


async def test_a_change_of_the_set_up_is_by_who_is_typing(tmp_path: Path) -> None:
    session = a_session(tmp_path, "Amira Khan", "Ben Orr")
    app = app_on(tmp_path, session, person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert app.review is not None
        me = app.review.person
        await pilot.press("s", "end", *" School")
        app.screen.query_one("#finish").focus()
        await pilot.press("enter")
        assert app.review.seen.setting == "Hollin Bank Primary School"
        (version,) = app.review.session.records.live("session/setting")
        assert version.by == me
