"""Two reviews of one school, a year apart, to try the screens on that look back."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date as Date
from datetime import datetime
from pathlib import Path

from house import USUAL, a_quiet_clock, all_accept, app_on, library_in, places_in
from textual.pilot import Pilot

from screens.overview import OverviewScreen
from sessions.agreeing import agree
from sessions.ballots import judge
from sessions.enquiries import add_enquiry
from sessions.follow_up import Wanted, follow_up
from sessions.library import Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.planning import Doing, add_action, add_key_result, monitor
from sessions.session import Session
from tui.places import open_library

SETTING = "Hollin Bank Primary"
STEPS = ("establishing", "strengthening", "sustaining")
THEN, NOW = "hollin-bank-primary-2025-11-20", "hollin-bank-primary-2026-11-20"


def find_and_agree(session: Session, found: Mapping[str, Sequence[str] | str]) -> None:
    """Let the first reviewer judge statements and agree on them; `none`: not enough evidence."""
    me = session.state.present()[0]
    year = session.state.text("date")[:4]
    for ref, what in found.items():
        stages = [what] if isinstance(what, str) else list(what)
        because = f"What {year} showed of {ref}."
        if stages == ["none"]:
            judge(session, me, ref, outcome="not_enough_evidence")
            agree(session, me, statement=ref, outcome="not_enough_evidence", because=because)
            continue
        notes = [note.ref for note in session.state.notes.values() if ref in note.statements]
        judge(session, me, ref, highlights=dict.fromkeys(stages, "full"), cites=[(notes[0], False)])
        agree(session, me, statement=ref, outcome="stages", stages=stages, because=because)


def noted(session: Session, *refs: str) -> None:
    """Write a note under each of these statements."""
    me, year = session.state.present()[0], session.state.text("date")[:4]
    for ref in refs:
        said = Circumstances("observation", "Y4", f"{year}-11-20 10:31")
        add_note(session, me, f"Seen in {year} under {ref}.", [ref], said)


OLD = {"1.1": "establishing", "1.2": "strengthening", "1.3": ("sustaining",), "2.1": "none"}
NEW = {"1.1": ("strengthening", "sustaining"), "1.2": "strengthening", "1.3": "establishing"}


def older(root: Path, *, setting: str = SETTING, date: str = "2025-11-20") -> Session:
    """Make the older review of areas 1 and 2, with a promise and a question, closed again."""
    plan = Plan(setting=setting, date=date, reviewers=("Amira Khan",), areas=(1, 2))
    session = library_in(root).create(plan)
    all_accept(session)
    me = session.state.present()[0]
    noted(session, "1.1", "1.2", "1.3", "2.1")
    add_enquiry(session, me, "Who rings home?", ["1.3"])
    for area in (1, 2):
        open_gate(session, me, area)
    find_and_agree(session, OLD)
    agree(session, me, area=1, because="The whole of area 1 in 2025.")
    add_key_result(session, me, "Homes hear the same day.")
    for what in ("Ring by nine.", "Write a script."):
        add_action(session, me, "1", Doing(what=what, who="office", due="2026-12-01"))
    monitor(session, me, "1", "at-risk", "Two days of five.", date="2026-01-20")
    session.close()
    return session


def newer(
    root: Path,
    old: Session,
    *,
    gates: Sequence[int] = (),
    found: Mapping[str, Sequence[str] | str] | None = None,
    date: str = "2026-11-20",
) -> Session:
    """Make the review that follows it, with these gates open and this agreed, closed again."""
    day = Date.fromisoformat(date)

    def then() -> datetime:
        return datetime.combine(day, a_quiet_clock().timetz())

    session = follow_up(open_library(places_in(root), then), old.id, Wanted(date=date))
    all_accept(session)
    refs = {*NEW, *(found or {})}
    noted(session, *sorted(refs))
    for area in gates:
        open_gate(session, session.state.present()[0], area)
    find_and_agree(session, found or {})
    session.close()
    return session


def two_reviews(root: Path) -> tuple[Session, Session]:
    """Make both; of the newer one area 1 is judged, and area 2 is still being described."""
    old = older(root)
    return old, newer(root, old, gates=(1,), found=NEW)


@asynccontextmanager
async def opened(
    root: Path, session: Session, size: tuple[int, int] = USUAL, *, ascii_only: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the app at a session on 20 November 2026."""
    app = app_on(root, session, ascii_only=ascii_only, person="Amira Khan")
    app.desk.clock = a_quiet_clock
    async with app.run_test(size=size) as pilot:
        await pressed(pilot)
        assert isinstance(app.screen, OverviewScreen)
        yield pilot


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until what they began is done."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
