"""Setting up, as the tests of it go there: its keys, and what is on the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import USUAL, all_accept, app_on, library_in, places_in
from textual import events
from textual.pilot import Pilot

from screens.setup import SetupScreen
from sessions.catalogue import Row
from sessions.library import Plan
from sessions.seen import SessionView
from sessions.session import Session
from sessions.view import view
from tui.app import ReviewApp

PROBES = (
    "[/] [link='x [@click=app.quit]x[/] list[int]",
    "\x1b]52;c;aGk=\x07\x9b31m\x00",
    "\u202eevil\u2066",
    "x" * 100_000,
)


@asynccontextmanager
async def setting_up(
    root: Path, size: tuple[int, int] = USUAL, *, ascii_only: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the app at its library, and start a session in it."""
    app = ReviewApp(places_in(root), ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "s")
        yield pilot


@asynccontextmanager
async def changing(
    root: Path, *people: str, size: tuple[int, int] = USUAL, facilitator: str = ""
) -> AsyncIterator[tuple[Pilot[int], Session]]:
    """Open a session of areas 1, 2 and 5, and its set-up from the overview."""
    names = people or ("Amira Khan",)
    plan = Plan(
        setting="Hollin Bank Primary",
        date="2026-11-20",
        areas=(1, 2, 5),
        facilitator=facilitator,
        reviewers=names,
    )
    session = library_in(root).create(plan)
    all_accept(session)
    session.close()
    app = app_on(root, session, person=names[0])
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "s")
        assert isinstance(app.screen, SetupScreen)
        yield pilot, session


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until what they began is done."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def pasted(pilot: Pilot[int], text: str) -> None:
    """Paste, as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def rows(root: Path) -> tuple[Row, ...]:
    return library_in(root).rows()


def only(root: Path) -> SessionView:
    """Return the one session on the disk."""
    (row,) = rows(root)
    return view(library_in(root).open(row.id))


def today(pilot: Pilot[int]) -> str:
    """Return the day that it is for the app."""
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app.desk.clock().date().isoformat()


def focus(pilot: Pilot[int]) -> str:
    """Return the id of what has the focus."""
    return (pilot.app.focused.id or "") if pilot.app.focused else ""


def screen(pilot: Pilot[int]) -> SetupScreen:
    found = pilot.app.screen
    assert isinstance(found, SetupScreen)
    return found
