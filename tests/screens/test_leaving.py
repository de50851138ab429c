"""Before anything leaves: what may identify somebody is settled or accepted, or it is written as it is."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, on_disk
from reporting import TO_FILE, described, pressed, report
from seeing import flowing, lines
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.dialogs import Confirm, Line
from screens.leaving import LeavingDialog
from screens.widgets.fields import LineField
from sessions.session import Session

KAI, KOFI = "Sat next to Kai for ten minutes.", "Kai and Kofi read; three pupils left."


async def at_the_window(pilot: Pilot[int]) -> None:
    """Ask for the full report, as Markdown."""
    await pressed(pilot, *TO_FILE)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, LeavingDialog)


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Press keys, wait until it was looked through, and return what is on the screen."""
    await pressed(pilot, *keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return flowing(pilot.app)


def made(tmp_path: Path) -> Session:
    return described(tmp_path, ("1.1", KAI), ("1.2", KOFI))


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_all_is_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with report(tmp_path, made(tmp_path), size=size) as pilot:
        await at_the_window(pilot)
        seen = flowing(pilot.app)
        assert "Before it leaves: 4 things may identify somebody" in seen
        for words in ("it misses some", "AK1 name", "instead: Learner A", "Sat next to Kai for"):
            assert words in seen
        for key in ("(Enter)", "(=)", "(*)", "(u)", "(x)", "(Esc)"):
            assert key in seen
        assert max(len(line.rstrip()) for line in lines(pilot.app)) <= size[0]


async def test_a_label_goes_into_the_note_and_wherever_the_same_person_is(tmp_path: Path) -> None:
    session = made(tmp_path)
    async with report(tmp_path, session) as pilot:
        await at_the_window(pilot)
        assert "What is to stand for Kai?" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Line)
        assert pilot.app.screen.query_one(LineField).value == "Learner A"
        assert "Kai stands in 1 more place of what leaves. Put Learner A there too?" in await press(
            pilot, "enter"
        )
        assert isinstance(pilot.app.screen, Confirm)
        assert "2 things may identify somebody" in await press(pilot, "y")
        seen = on_disk(tmp_path, session)
        assert [note.text for note in seen.notes] == [
            "Sat next to Learner A for ten minutes.",
            "Learner A and Kofi read; three pupils left.",
        ]
        assert "Taken back: Learner A in AK2." in await press(pilot, "u")
        assert "3 things" in flowing(pilot.app)


async def test_a_label_of_ones_own_and_one_that_says_too_much(tmp_path: Path) -> None:
    session = made(tmp_path)
    async with report(tmp_path, session) as pilot:
        await at_the_window(pilot)
        await press(pilot, "enter")
        field = pilot.app.screen.query_one(LineField)
        field.value = "Kofi"
        assert "Kofi would still say too much" in await press(pilot, "enter")
        assert on_disk(tmp_path, session).notes[0].text == KAI
        await press(pilot, "enter")
        pilot.app.screen.query_one(LineField).value = "Child 1"
        assert "AK1: Child 1 stands there now." in await press(pilot, "enter", "n")
        assert on_disk(tmp_path, session).notes[0].text == KAI.replace("Kai", "Child 1")


async def test_what_is_accepted_is_not_asked_again(tmp_path: Path) -> None:
    session = made(tmp_path)
    async with report(tmp_path, session) as pilot:
        await at_the_window(pilot)
        assert "Nothing was settled or accepted here yet." in await press(pilot, "u")
        assert "Kai stays in 2 places." in await press(pilot, "asterisk")
        assert "AK2: Kofi stays." in await press(pilot, "equals_sign")
        assert "Nothing is left to look at here" in await press(pilot, "=")
        assert "Taken back: that three pupils stays." in await press(pilot, "u")
        assert len(pilot.app.screen.query_one(OptionList).options) == 1
        await press(pilot, "=", "escape")
        assert "Before it leaves" not in flowing(pilot.app)
        await press(pilot, *TO_FILE)
        assert isinstance(pilot.app.screen, Line)  # where to write it: nothing is asked of it again
    assert [note.text for note in on_disk(tmp_path, session).notes] == [KAI, KOFI]


async def test_it_is_written_as_it_is_by_one_key(tmp_path: Path) -> None:
    async with report(tmp_path, made(tmp_path)) as pilot:
        await at_the_window(pilot)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, Line)
