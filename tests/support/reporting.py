"""A review to be reported on, and the way to its Report screen and to a file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import USUAL, app_on, library_in
from textual.pilot import Pilot
from textual.widgets import Static

from screens.report import ReportScreen
from sessions.library import Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.session import Session

TO_FILE = ("x", "enter", "enter")
"""Keys that ask for a file for the full report, as Markdown, where nothing may identify anybody."""
NAME = "hollin-bank-primary-2026-11-20-report.md"
"""What the file is called unless another name is said."""


def described(root: Path, *notes: tuple[str, str], gate: bool = False) -> Session:
    """Make a session of areas 1 and 2 with notes: the statements each is for, and its text."""
    plan = Plan(
        setting="Hollin Bank Primary",
        date="2026-11-20",
        reviewers=("Amira Khan",),
        areas=(1, 2),
    )
    session = library_in(root).create(plan)
    me = session.state.present()[0]
    for under, words in notes:
        add_note(session, me, words, under.split(), Circumstances("observation"))
    if gate:
        open_gate(session, me, 1)
    session.close()
    return session


def quiet(root: Path) -> Session:
    """Make a session in which nothing may identify anybody."""
    return described(root, ("1.1", "A chart hung beside the door."), gate=True)


@asynccontextmanager
async def report(
    root: Path, session: Session, size: tuple[int, int] = USUAL, *, ascii_only: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the app, and Report in it; files are offered in the folder `out`."""
    (root / "out").mkdir(exist_ok=True)
    app = app_on(root, session, ascii_only=ascii_only)
    app.desk.exports = root / "out"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, ReportScreen)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until all of the report is there."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, with time for each to do what it does."""
    await pilot.press(*keys)
    await settled(pilot)


def went(pilot: Pilot[int]) -> str:
    """Return the line that says where a document went, or why it did not."""
    screen = next(s for s in pilot.app.screen_stack if isinstance(s, ReportScreen))
    line = screen.query_one("#went", Static)
    return str(line.content) if line.display else ""
