"""What tests of the Plan screen look at, and how they add to it."""

from pathlib import Path

from house import on_disk
from planning import pasted, pressed
from textual.pilot import Pilot

from screens.dialogs import Choose
from sessions.seen_plan import ActionView, FindingView, PlanView
from sessions.session import Session
from tui.app import ReviewApp

PROBES = (
    "[/] [link='x [@click=app.quit]x[/] list[int]",
    "\x1b]52;c;aGk=\x07\x9b31m\x00",
    "\u202eevil\u2066 e\u0301 漢字",
)


def written(pilot: Pilot[int], root: Path, session: Session) -> PlanView:
    """Return the plan as it is on the disk."""
    assert isinstance(pilot.app, ReviewApp) and pilot.app.desk.saver.wait(5)
    return on_disk(root, session).plan


def action(plan: PlanView, ref: str) -> ActionView:
    found = plan.action(ref)
    assert found is not None
    return found


def finding(plan: PlanView, ref: str) -> FindingView:
    found = plan.finding(ref)
    assert found is not None
    return found


def beside(pilot: Pilot[int]) -> str:
    """Return what stands beside the outline, with single blanks."""
    detail = pilot.app.screen.query_one("Beside Detail Static")
    assert hasattr(detail, "content")
    return " ".join(str(detail.content).split())


async def add(pilot: Pilot[int], words: str) -> None:
    """Press +, find an offer by its words, and take it."""
    await pressed(pilot, "plus")
    assert isinstance(pilot.app.screen, Choose)
    await pasted(pilot, words)
    await pressed(pilot, "enter")
