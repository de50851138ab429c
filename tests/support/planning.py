"""A review with a plan to try the screens on, and the way to its Plan screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import USUAL, a_quiet_clock, all_accept, app_on, library_in
from textual import events
from textual.pilot import Pilot

from screens.overview import OverviewScreen
from screens.plan import PlanScreen
from screens.widgets.outline import Outline
from sessions.findings import add_finding, set_priorities
from sessions.library import Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.planning import Doing, add_action, add_key_result, monitor, set_plan_text
from sessions.session import Session

NOTES = (
    ("1.1", "Progress by need stands in one table for reading and for mathematics."),
    ("1.2", "Three learners in Y2 read to an adult while we were there."),
    ("1.3", "Autumn attendance by need: SEMH 86.1%, all other needs above 92%."),
    ("1.3", "Two of five learners said they make a plan for Mondays."),
    ("2.1", "The SEND policy names who looks at attendance each month."),
)
"""The statement and the words of each note, from AK1 on."""

FINDINGS = (
    ("strength", "Learners in Y2 read to an adult every day.", "1.2", "AK2"),
    ("development", "Attendance of learners with SEMH needs falls behind.", "1.3", "AK3"),
    ("development", "Progress in mathematics is not looked at by need.", "1.1", "AK1"),
    ("sharing", "The policy names who looks at attendance.", "2.1", "AK5"),
)
"""The kind, the words, the statement and the note of each finding, from 1 on."""

ACTIONS = (
    ("1", "Plans are written with families.", "SENCO", "2026-09-14", "1"),
    ("1", "Attendance by need is looked at every Monday.", "Head", "2026-11-13", "1"),
    ("1", "The office rings home on the first day.", "Office", "2026-12-04", "1"),
    ("1", "A breakfast group begins.", "Pastoral lead", "2027-02-01", "2"),
    ("2", "A walk through all rooms.", "", "", "1"),
)
"""The key result, what, who, the day and the window of each action, from 1 on; today is 20 November."""


def judged(root: Path, *names: str, gates: tuple[int, ...] = (1, 2)) -> Session:
    """Make a session of areas 1 and 2 with notes, these gates open, and leave it open."""
    plan = Plan(
        setting="Hollin Bank Primary",
        date="2026-11-20",
        reviewers=names or ("Amira Khan",),
        areas=(1, 2),
    )
    session = library_in(root).create(plan)
    all_accept(session)
    me = session.state.present()[0]
    for ref, words in NOTES:
        add_note(session, me, words, [ref], Circumstances("observation"))
    for area in gates:
        open_gate(session, me, area)
    return session


def planned(root: Path, *names: str) -> Session:
    """Make such a session with four findings, two of them in order, and a plan; leave it open."""
    session = judged(root, *names)
    me = session.state.present()[0]
    for kind, words, statement, note in FINDINGS:
        add_finding(session, me, kind, words, [statement], [note])
    set_priorities(session, me, ["3", "2"])
    set_plan_text(session, me, "objective", "Every learner with SEND is in school, every day.")
    add_key_result(session, me, "Fewer learners miss days.", ["2"])
    add_key_result(session, me, "Rooms suit the learners who find them hardest.")
    for result, what, who, due, window in ACTIONS:
        doing = Doing(what=what, who=who, due=due, success="People see it.", window=window)
        add_action(session, me, result, doing)
    monitor(session, me, "1", "on-track", "Nine of twelve are there.", date="2026-09-10")
    monitor(session, me, "1", "done", "All twelve are there.", date="2026-09-18")
    monitor(session, me, "2", "at-risk", "Two Mondays of five.", date="2026-11-02")
    return session


@asynccontextmanager
async def plan(
    root: Path,
    session: Session,
    size: tuple[int, int] = USUAL,
    *,
    ascii_only: bool = False,
    person: str = "Amira Khan",
) -> AsyncIterator[Pilot[int]]:
    """Open the app at a session on 20 November 2026, and Plan in it."""
    if not session.saved:
        session.close()
    session.release()
    app = app_on(root, session, ascii_only=ascii_only, person=person)
    app.desk.clock = a_quiet_clock
    app.desk.exports = root
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pressed(pilot)
        assert isinstance(app.screen, OverviewScreen)
        await pressed(pilot, "l")
        assert any(isinstance(screen, PlanScreen) for screen in app.screen_stack)
        yield pilot


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until what they began is done."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def pasted(pilot: Pilot[int], text: str) -> None:
    """Paste, as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def outline(pilot: Pilot[int]) -> Outline:
    """Return the outline of the Plan screen, whatever lies over it."""
    screen = next(s for s in pilot.app.screen_stack if isinstance(s, PlanScreen))
    return screen.query_one(Outline)


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the outline, line by line, with single blanks."""
    shown = (" ".join(str(option.prompt).split()) for option in outline(pilot).options)
    return [row for row in shown if row]


def here(pilot: Pilot[int]) -> str:
    """Return the row that is highlighted, with single blanks."""
    option = outline(pilot).highlighted_option
    return " ".join(str(option.prompt).split()) if option is not None else ""


async def go_to(pilot: Pilot[int], start: str) -> None:
    """Highlight the first row that begins so. The arrows would take a second to go there."""
    prompts = [" ".join(str(option.prompt).split()) for option in outline(pilot).options]
    places = [place for place, row in enumerate(prompts) if row.startswith(start)]
    assert places, prompts
    outline(pilot).highlighted = places[0]
    await pilot.pause()
