"""Agree, as the tests of it go there: its keys, its panes, and what is on the disk."""

from pathlib import Path

from house import on_disk
from panels import SAID
from seeing import lines
from textual.pilot import Pilot

from screens.agree import AgreeScreen
from screens.hand_over import HandOverScreen
from screens.widgets.fields import NoteField
from screens.widgets.spread_list import SpreadList
from sessions.seen import AgreementView, JudgedView
from sessions.session import Session
from tui.app import ReviewApp

KEYS = {"Fay Lund": "1", "Amira Khan": "2", "Ben Orr": "3", "Carys Pugh": "4"}
STEPS = ("▲ Establishing Foundations", "■ Strengthening Practice", "● Sustaining Excellence")
BECAUSE = [because for said in SAID.values() for because in said.values() if because]


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each when the one before is done."""
    await pilot.press(*keys)
    await pilot.pause()


async def agree(pilot: Pilot[int]) -> None:
    """Go from the overview to Agree in area 1."""
    await pilot.pause()
    await press(pilot, "home", "y")
    assert isinstance(pilot.app.screen, AgreeScreen)


async def write(pilot: Pilot[int], words: str) -> None:
    """Type words into the window that asks for them, and be done."""
    pilot.app.screen.query_one(NoteField).insert(words)
    await press(pilot, "enter")


async def hand_over(pilot: Pilot[int], name: str) -> None:
    """Hand the keyboard over: two keystrokes."""
    await press(pilot, "f9")
    assert isinstance(pilot.app.screen, HandOverScreen)
    await press(pilot, KEYS[name])


def pane(app: ReviewApp, name: str = "ballots-pane") -> str:
    """Return what one pane shows, with all white space as single blanks."""
    place = app.screen.query_one(f"#{name}").region
    seen = lines(app)[place.y : place.bottom]
    told = " ".join(line[place.x : place.right].rstrip("▕ ") for line in seen)
    return " ".join(told.split())


def me(app: ReviewApp) -> str:
    assert app.review is not None
    return app.review.me.name


def judged(root: Path, session: Session, app: ReviewApp, ref: str) -> JudgedView:
    """Return the judging side of a statement that a fresh start finds, as everyone may see it."""
    assert app.desk.saver.wait(5)
    statement = on_disk(root, session).statement(ref)
    assert statement is not None and statement.judged is not None
    return statement.judged


def agreed(root: Path, session: Session, app: ReviewApp, ref: str) -> AgreementView:
    found = judged(root, session, app, ref).agreement
    assert found is not None
    return found


def rows(app: ReviewApp) -> list[str]:
    """Return the ids of the rows, from the top."""
    spread = app.screen.query_one(SpreadList)
    return [spread.get_option_at_index(n).id or "" for n in range(spread.option_count)]
