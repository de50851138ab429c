"""The library's screen, as the tests of it begin: sessions made, the app opened, keys pressed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import USUAL, library_in, places_in
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.library import LibraryScreen
from sessions.library import Plan
from tui.app import ReviewApp


def a_plan(root: Path, setting: str, date: str, *people: str, areas: tuple[int, ...] = ()) -> str:
    """Make a session without notes, and return its id."""
    plan = Plan(setting=setting, date=date, reviewers=people or ("Amira Khan",), areas=areas)
    session = library_in(root).create(plan)
    session.close()
    return session.id


@asynccontextmanager
async def library(
    root: Path, size: tuple[int, int] = USUAL, *, ascii_only: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the app at its library."""
    app = ReviewApp(places_in(root), ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until the library has been read."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait for what they set going."""
    await pilot.press(*keys)
    await settled(pilot)


def the_library(pilot: Pilot[int]) -> LibraryScreen:
    """Return the library's screen, which is what is seen."""
    assert isinstance(pilot.app.screen, LibraryScreen)
    return pilot.app.screen


def listed(pilot: Pilot[int]) -> list[str]:
    """Return the settings in the list, from the top."""
    options = pilot.app.screen.query_one("#sessions", OptionList)
    if not options.display:
        return []
    found = (option.prompt for option in options.options)
    return [str(prompt).split("\n")[0].split("   ")[0].strip() for prompt in found]
