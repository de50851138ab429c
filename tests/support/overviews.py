"""The overview, as the tests of it go there: a review of two areas, and what is seen of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import (
    USUAL,
    all_accept,
    app_on,
    library_in,
)
from seeing import flowing, lines
from textual.pilot import Pilot

from screens.overview import OverviewScreen
from sessions.library import Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.session import Session
from tui.app import ReviewApp

FOUR = ("1.1", "1.2", "1.3", "1.4")


def a_review(
    root: Path,
    *names: str,
    noted: tuple[str, ...] = (),
    gates: tuple[int, ...] = (),
    facilitator: str = "",
) -> Session:
    """Make a session of areas 1 and 2 with a note under each of these; leave it open."""
    plan = Plan(
        setting="Hollin Bank Primary",
        areas=(1, 2),
        facilitator=facilitator,
        reviewers=names or ("Amira Khan",),
    )
    session = library_in(root).create(plan)
    all_accept(session)
    chair = session.state.present("facilitator") or session.state.present()
    for ref in noted:
        add_note(session, chair[0], "Seen in a lesson.", [ref], Circumstances("observation"))
    for area in gates:
        open_gate(session, chair[0], area)
    return session


@asynccontextmanager
async def overview(
    root: Path, session: Session, size: tuple[int, int] = USUAL, person: str = "Amira Khan"
) -> AsyncIterator[Pilot[int]]:
    """Open the app at a session."""
    if not session.saved:
        session.close()
    session.release()
    app = app_on(root, session, person=person)
    async with app.run_test(size=size) as pilot:
        await pressed(pilot)
        assert isinstance(app.screen, OverviewScreen)
        yield pilot


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, with time for each to do what it does."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def row(pilot: Pilot[int], area: int) -> str:
    """Return the map's row of an area, with single blanks."""
    found = [line for line in lines(pilot.app) if line.startswith(f" {area} ")]
    assert found, flowing(pilot.app)
    return " ".join(found[0].split())


def ref(pilot: Pilot[int]) -> str:
    """Return the statement that the review is on."""
    app = pilot.app
    assert isinstance(app, ReviewApp) and app.review is not None
    return app.review.ref
