"""Time on the screens: counted each second on one line, said once, and never in the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from house import NARROW, USUAL, app_on, on_disk
from room import FAY, QUIN, a_panel, two_windows
from seeing import flowing, lines, text
from textual.pilot import Pilot

from screens.base import DeskScreen
from sessions.timing import MEETING, pause, set_time, start
from tui.app import ReviewApp


class Standing:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


async def begin(pilot: Pilot[int]) -> tuple[ReviewApp, Standing]:
    """Have the review that is open go by a clock of ours."""
    await pilot.pause()
    app, clock = pilot.app, Standing()
    assert isinstance(app, ReviewApp) and app.review is not None
    app.desk.clock = app.review.session.clock = clock
    return app, clock


async def wait(app: ReviewApp, clock: Standing, pilot: Pilot[int], **time: float) -> str:
    """Let time go by, and return the title line."""
    clock.moment += timedelta(**time)
    app.in_the_room.tick()
    await pilot.pause()
    return lines(app)[0]


async def test_time_is_set_started_lengthened_and_paused_by_keys(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        _, clock = await begin(pilot)
        await pilot.press("end", "T")
        assert "Area 2 Leadership of SEND" in flowing(app)
        await pilot.press("escape", "home", "d", "T")
        assert "Area 1 Outcomes for Learners with SEND no time is planned" in flowing(app)
        assert "The meeting no time is planned" in flowing(app)
        await pilot.press("enter", *"30", "enter")
        assert "not started, 30:00 left planned 30 minutes, used 00:00" in flowing(app)
        await pilot.press("enter")
        await pilot.press("down", "m", *"90", "enter", "plus")
        assert "not started, 95:00 left planned 95 minutes" in flowing(app)
        await pilot.press("escape")
        assert (await wait(app, clock, pilot, minutes=12)).split()[-4:-2] == ["18:00", "left"]
        await pilot.press("T", "enter")
        assert "paused, 18:00 left planned 30 minutes, used 12:00" in flowing(app)
        await pilot.press("T")
        assert "paused, 18:00 left" in await wait(app, clock, pilot, minutes=5)
        assert app.desk.saver.wait(5)
    boxes = {box.subject: box for box in on_disk(tmp_path, panel.session).visit.timeboxes}
    assert (boxes["area/1"].planned, boxes["area/1"].used) == (1800, 720)
    assert (boxes[MEETING].planned, boxes[MEETING].used) == (5700, 0)


async def test_what_is_no_number_is_refused_in_the_window(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for typed, said in (
            ("half", "as a number: 45"),
            ("0", "1 to 720 minutes"),
            (" ", "number"),
        ):
            await pilot.press("T", "m", *typed, "enter")
            assert said in flowing(app)
            await pilot.press("escape")
        await pilot.press("T", "plus")
        assert "No time is planned for area 1; set its minutes first." in flowing(app)


async def test_who_does_not_lead_sees_the_time_and_cannot_change_it(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    set_time(panel.session, panel.fay, "area/1", 30)
    panel.session.close()
    app = app_on(tmp_path, panel.session, person=QUIN)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert "not started, 30:00 left" in lines(app)[0]
        await pilot.press("up", "T", "enter")
        assert f"Only a facilitator may start a time box; ask {FAY}." in flowing(app)
        assert "not started, 30:00 left" in flowing(app)


async def test_a_second_draws_one_line_and_takes_neither_focus_nor_letters(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        _, clock = await begin(pilot)
        assert app.review is not None
        app.review.act(set_time, "area/1", 30)
        app.review.act(start, "area/1")
        await pilot.press("d", "n", *"We sa")
        focused, before = app.focused, text(app).split("\n")
        for second in range(1, 4):
            await wait(app, clock, pilot, seconds=1)
            now = text(app).split("\n")
            assert f"29:{60 - second} left" in now[0]
            assert now[1:] == before[1:]
        assert app.focused is focused
        await pilot.press("w")
        assert "We saw" in text(app)


async def test_it_is_said_once_when_five_minutes_are_left_and_when_time_is_up(
    tmp_path: Path,
) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        _, clock = await begin(pilot)
        assert app.review is not None
        app.review.act(set_time, "area/1", 20)
        app.review.act(start, "area/1")
        await pilot.press("d")
        title = await wait(app, clock, pilot, minutes=14, seconds=59)
        assert "05:01 left" in title and "!" not in title and "5 minutes" not in text(app)
        title = await wait(app, clock, pilot, seconds=1)
        assert "! 05:00 left" in title and "5 minutes left for area 1." in text(app)
        assert isinstance(app.screen, DeskScreen)
        app.screen.say("")
        title = await wait(app, clock, pilot, seconds=90)
        assert "! 03:30 left" in title and "5 minutes" not in text(app)
        title = await wait(app, clock, pilot, seconds=210)
        assert "! 00:00 left" in title and "The time for area 1 is up." in text(app)
        app.screen.say("")
        title = await wait(app, clock, pilot, seconds=130)
        assert "! 02:10 over" in title and "is up" not in text(app)
        await pilot.press("T", "plus", "plus", "escape")
        assert "07:50 left" in await wait(app, clock, pilot)
        await wait(app, clock, pilot, minutes=3)
        assert "5 minutes left for area 1." in text(app)


async def test_what_is_to_be_said_waits_for_a_small_window_to_close(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        _, clock = await begin(pilot)
        assert app.review is not None
        app.review.act(set_time, MEETING, 20)
        app.review.act(start, MEETING)
        await wait(app, clock, pilot)
        await pilot.press("g")
        await wait(app, clock, pilot, minutes=16)
        assert "5 minutes" not in text(app)
        await pilot.press("escape")
        await wait(app, clock, pilot, seconds=1)
        assert "5 minutes left for the meeting." in text(app)


async def test_opening_a_review_in_the_last_minutes_is_no_news(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    clock = Standing()
    panel.session.clock = clock
    set_time(panel.session, panel.fay, MEETING, 10)
    start(panel.session, panel.fay, MEETING)
    panel.session.close()
    clock.moment += timedelta(minutes=7)
    app = app_on(tmp_path, panel.session, person=FAY)
    app.desk.clock = clock
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        title = await wait(app, clock, pilot)
        assert "! meeting 03:00 left" in title
        assert "5 minutes" not in text(app)


async def test_the_area_on_the_screen_comes_first_then_what_runs(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=USUAL) as pilot:
        _, clock = await begin(pilot)
        review = app.review
        assert review is not None
        for subject, minutes in (("area/1", 30), ("area/2", 40), (MEETING, 90)):
            review.act(set_time, subject, minutes)
        assert "not started, 30:00 left" in await wait(app, clock, pilot)
        review.act(start, MEETING)
        assert "meeting 90:00 left" in await wait(app, clock, pilot)
        review.act(start, "area/2")
        assert "area 2 40:00 left" in await wait(app, clock, pilot)
        review.go("2.1")
        title = await wait(app, clock, pilot)
        assert "40:00 left" in title and "area 2" not in title
        review.act(pause, "area/2")
        review.act(pause, MEETING)
        assert "paused, 40:00 left" in await wait(app, clock, pilot)


async def test_the_wall_counts_the_time_too(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    set_time(panel.session, panel.fay, "area/1", 30)
    panel.session.flush()
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d")
        assert lines(windows.wall)[0].endswith("not started, 30:00 left")
        assert lines(windows.wall)[0].startswith(" Hollin Bank")


async def test_in_a_narrow_window_the_time_stands_beside_the_pass(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    set_time(panel.session, panel.fay, "area/1", 30)
    panel.session.close()
    app = app_on(tmp_path, panel.session, person=FAY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "[Describe]" in lines(app)[0] and lines(app)[0].endswith("not started, 30:00 left")
