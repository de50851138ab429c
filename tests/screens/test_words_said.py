"""What screens say of themselves: the keys that lead on, who somebody is, what an answer did."""

from pathlib import Path

import pytest
from cut_off import cut_off
from house import NARROW, USUAL, a_session, app_on, library_in, places_in
from panels import FACILITATOR, a_panel
from seeing import flowing, lines, text
from twice import two_reviews

from sessions.people import leave
from tui.app import ReviewApp


async def test_five_parts_leave_room_for_the_keys_between_them(tmp_path: Path) -> None:
    app = app_on(tmp_path, two_reviews(tmp_path)[1])
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("q")
        for _ in range(5):
            await pilot.press("right")
            assert "Promised" in lines(app)[1] and lines(app)[1].endswith("Left Right")


@pytest.mark.parametrize("demo", [True, False])
async def test_a_demo_does_not_say_that_anything_is_kept(tmp_path: Path, *, demo: bool) -> None:
    a_session(tmp_path)
    app = ReviewApp(places_in(tmp_path)._replace(thrown_away=demo))
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        said = flowing(app)
        assert (
            "the demo is thrown away" in said,
            "nothing that is done in it is kept" in said,
        ) == ((demo, demo))
        assert ("everything is kept" in said, "Sessions are kept in" in said) == (
            (not demo, not demo)
        )


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_the_first_screen_names_the_demo_for_either_way_of_starting(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = ReviewApp(places_in(tmp_path))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        said = flowing(app)
        assert "inclusion-review demo" in said and "python3 run.py demo" in said
        assert "thrown away." in said and list(cut_off(app)) == []


async def test_describe_calls_a_facilitator_what_they_are(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person=FACILITATOR)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("d")
        assert f"FACILITATOR {FACILITATOR}" in flowing(app) and "REVIEWER" not in text(app)


async def test_a_second_ballot_that_is_not_cast_is_not_the_first(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path, revealed=True), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert app.review is not None
        app.review.go("1.2")
        await pilot.press("home", "p")
        said = flowing(app)
        assert "Your first:" in said and "No second ballot is cast" in said
        assert "Not yet judged" not in said


async def test_enter_sets_the_minutes_that_are_shown(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("d", "T", "enter", "enter")
        assert "planned 45 minutes" in flowing(app)
        await pilot.press("m", *"20", "enter")
        assert "planned 20 minutes" in flowing(app)


async def test_help_says_the_colours_in_one_row(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        (row,) = [line for line in lines(app) if "light colours" in line]
        assert "^p" in row and "Use the light colours; use the dark colours" in row


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_who_has_left_is_listed_as_left(tmp_path: Path, size: tuple[int, int]) -> None:
    session = a_session(tmp_path, "Amira Khan", "Ben Orr", "Carys Pugh")
    opened = library_in(tmp_path).open(session.id)
    leave(opened, opened.state.present()[1])
    opened.close()
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("s")
        people = app.screen.query_one("#people")
        people.focus()
        await pilot.press("home", "down")
        assert "Carys Pugh  reviewer" in text(app) and "Ben Orr  left; reviewer" in text(app)
        await pilot.press("down", "enter")
        assert "Ben Orr has left; adding them under that name brings them back." in flowing(app)
        await pilot.press("delete")
        assert app.screen.query("#people") and "Let Ben Orr leave" not in flowing(app)
