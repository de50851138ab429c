"""Handing the keyboard over: what the next person sees, and what stays with the one before."""

from pathlib import Path

from agree_keys import STEPS, agree, hand_over, me, press
from house import USUAL, a_session, app_on
from panels import a_panel
from seeing import flowing

from screens.hand_over import HandOverScreen
from screens.judge import JudgeScreen
from screens.widgets.fields import NoteField

# Handing over


async def test_a_hand_over_covers_everything_until_the_next_person_presses_a_key(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "p", "g", *"1.3", "enter")
        assert "Because Nobody asks why" in flowing(app)  # her own, cast
        await press(pilot, "f9")
        words = flowing(app)
        for told in ("Nobody asks why", "Hollin Bank", "1.3", *(step[2:] for step in STEPS)):
            assert told not in words
        await press(pilot, "escape")
        assert me(app) == "Amira Khan" and "Nobody asks why" in flowing(app)
        await hand_over(pilot, "Ben Orr")
        assert me(app) == "Ben Orr"
        words = flowing(app)
        assert isinstance(app.screen, JudgeScreen)
        assert app.review is not None and app.review.ref == "1.4"  # the first that waits for him
        assert "Nobody asks why" not in words and "evidenced" not in words


async def test_what_one_was_typing_is_kept_for_them_and_is_not_the_next_persons(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "p", "b")
        app.screen.query_one(NoteField).insert("Zebra")
        await hand_over(pilot, "Ben Orr")
        assert "Zebra" not in flowing(app)
        await hand_over(pilot, "Amira Khan")
        assert "Zebra" in flowing(app)  # offered back
        await press(pilot, "b")
        assert "Zebra" in app.screen.query_one(NoteField).text


async def test_a_person_alone_and_the_library_have_nothing_to_hand_over(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "f9", "escape")
        assert me(app) == "Amira Khan"
        await press(pilot, "escape")
        await press(pilot, "f9")
        assert app.review is None and not isinstance(app.screen, HandOverScreen)
