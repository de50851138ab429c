"""Judge, as the tests of it begin: sessions behind a gate, frameworks of any scale, ways to get there."""

from pathlib import Path

from frameworks_made import pack_of
from house import all_accept, library_in, on_disk, places_in
from seeing import lines
from textual.pilot import Pilot

from frameworks.model import Area, Descriptor, Framework, Scale, Statement, Step
from screens.judge import JudgeScreen
from screens.widgets.fields import NoteField
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.seen import BallotView
from sessions.session import Session
from tui.app import ReviewApp


async def judge(pilot: Pilot[int], ref: str = "1.3") -> None:
    """Go from the overview to Judge at a statement of an area whose gate is open."""
    await pilot.pause()
    await pilot.press("d")
    await pilot.pause()
    await pilot.press(*ref, "enter")
    await pilot.pause()
    await pilot.press("p")
    await pilot.pause()


def ballot(root: Path, session: Session, app: ReviewApp, ref: str = "1.3") -> BallotView | None:
    """Return the cast ballot that a fresh start finds."""
    assert app.desk.saver.wait(5)
    statement = on_disk(root, session).statement(ref)
    assert statement is not None and statement.judged is not None
    return next(iter(statement.judged.ballots), None)


def made(
    *,
    steps: int,
    described: bool = False,
    noun: str = "rung",
    falling: bool = False,
    long: str = "",
) -> Framework:
    """Return a framework of one area with two statements and so many steps."""
    scale = Scale(
        noun,
        tuple(
            Step(f"step-{n}", f"Rung {n}{long}", "▲■●◆+○□×≈"[n - 1], f"R{n}")
            for n in range(1, steps + 1)
        ),
        falling,
    )
    descriptors = tuple(
        Descriptor(f"1.1-{step.key}", step.key, ("1.1",), f"At {step.name} it is seen. " * 6)
        for step in scale.steps
        if described
    )
    statements = (Statement("1.1", "Each child is greeted."), Statement("1.2", "Each is heard."))
    area = Area(1, "Arriving", statements, descriptors)
    return Framework("ladder", "Ladder", "1", "Us", "Us", scale, (area,))


def session_of(root: Path, framework: Framework | str, *names: str) -> Session:
    """Make a session of a framework (or of one of ours, by id), with AK1 under two statements."""
    identity = framework
    if isinstance(framework, Framework):
        folder = places_in(root).frameworks
        folder.mkdir(exist_ok=True)
        (folder / "made.md").write_text(pack_of(framework), encoding="utf-8")
        identity = framework.id
    plan = Plan(setting="Oak", framework=str(identity), reviewers=names or ("Amira Khan",))
    session = library_in(root).create(plan)
    all_accept(session)
    me = session.state.present()[0]
    refs = [s.ref for s in session.framework.areas[0].statements[:2]]
    add_note(session, me, "Two adults at the door spoke to each child by name.", refs)
    open_gate(session, me, 1)
    session.close()
    return session


def steps_pane(app: ReviewApp) -> str:
    """Return what stands on the left at 80x24, where nothing is described."""
    return " ".join(" ".join(line[:40] for line in lines(app)[3:23]).split())


async def judging(pilot: Pilot[int]) -> None:
    """Go from the overview to Judge at the first statement, whoever is asked for first."""
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, JudgeScreen)


async def typed(pilot: Pilot[int], words: str) -> None:
    """Type into the window that asks, and press Enter."""
    pilot.app.screen.query_one(NoteField).insert(words[:-1])
    await pilot.press(words[-1], "enter")
    await pilot.pause()
