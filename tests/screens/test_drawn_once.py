"""A screen is drawn once when it opens, once on coming back, and only while it is on the screen."""

from pathlib import Path

from house import USUAL, a_session, app_on
from seeing import lines, text
from textual.screen import Screen

from screens.base import DeskScreen
from tui.app import ReviewApp


class Counted(DeskScreen[None]):
    """It counts how often it is drawn, and what it was on the screen for when it began."""

    drawn = 0
    begun_after = 0

    def draw(self) -> None:
        self.drawn += 1
        self.say(f"drawn {self.drawn}")

    def begin(self) -> None:
        self.begun_after = self.drawn


def app_in(root: Path) -> ReviewApp:
    return app_on(root, a_session(root))


async def test_opened_it_is_drawn_once_and_goes_on_from_there(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        screen = Counted(app.desk)
        app.push_screen(screen)
        await pilot.pause()
        assert "drawn 1" in text(app) and screen.begun_after == 1


async def test_come_back_to_it_is_drawn_anew(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        screen = Counted(app.desk)
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press("f1", "escape")
        assert "drawn 2" in text(app)


async def test_passed_on_the_way_to_another_it_is_not_drawn(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        screen = Counted(app.desk)
        app.push_screen(screen)
        app.push_screen(Screen[None]())
        await pilot.pause()
        app.pop_screen()
        app.push_screen(Screen[None]())
        await pilot.pause()
        assert screen.drawn == 1
        app.pop_screen()
        await pilot.pause()
        assert "drawn 2" in text(app)


async def test_before_it_is_laid_out_and_after_it_went_nothing_is_drawn(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        screen = Counted(app.desk)
        await pilot.pause()
        for asked in (screen.redraw, screen.show_saving, screen.show_keys):
            asked()  # the app's clock asks whatever is in front, however new it is
        assert screen.drawn == 0 and not screen.is_here
        app.push_screen(screen)
        await pilot.pause()
        assert screen.is_here
        await app.pop_screen()
        screen.redraw()
        screen.say("gone")
        assert screen.drawn == 1 and not screen.is_here


async def test_every_screen_of_a_review_says_in_its_title_which_it_is(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    where = (("o", "Overview"), ("q", "Prepare"), ("C", "Catch-up"), ("d", "Describe"),
             ("p", "Judge"), ("y", "Agree"), ("l", "Plan"), ("r", "Report"))  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key, name in where:
            await pilot.press(key)
            title = lines(app)[0]
            assert f"[{name}]" in title and title.count("[") == 1
            assert all(one in title for one in ("Describe", "Judge", "Agree", "Plan", "Report"))
