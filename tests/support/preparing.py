"""Prepare, as the tests of it go there: a visit with a host, its keys, and what is on the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import USUAL, all_accept, app_on, library_in, on_disk
from seeing import lines
from textual import events
from textual.pilot import Pilot

from screens.form_dialog import FormDialog
from screens.widgets.part_list import PartLine, PartList
from sessions.library import Plan
from sessions.people import add_person, find_person
from sessions.seen import SessionView
from sessions.seen_visit import EnquiryView, SelfView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.view import view
from tui.app import ReviewApp

STAGES = ("Establishing", "Strengthening", "Sustaining")


PROBES = (
    "[/] [/foo] [link='x [sic] list[int] [@click=app.quit]x[/]",
    "\x1b]52;c;aGVsbG8=\x07 \x9b31m \x00",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "| # * _ ` <b>bold</b> &amp; ~~~ ---",
    "x" * 100_000,
)


def a_visit(root: Path, framework: str = "inclusion-audit") -> Session:
    """Make a session of areas 1 and 2 with a facilitator, two reviewers and a host."""
    plan = Plan(
        setting="Hollin Bank Primary",
        framework=framework,
        date="2026-11-20",
        areas=(1, 2),
        facilitator="Fay Marsh",
        reviewers=("Amira Khan", "Ben Orr"),
    )
    session = library_in(root).create(plan)
    add_person(session, "Helen Host", role="host")
    all_accept(session)
    return session


def who(session: Session, name: str) -> str:
    return find_person(session.state, name)


@asynccontextmanager
async def prepare(
    root: Path,
    session: Session,
    person: str = "Amira Khan",
    size: tuple[int, int] = USUAL,
    *,
    ascii_only: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """Open the app at a session, and Prepare in it."""
    session.close()
    app = app_on(root, session, person=person, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "q")
        yield pilot
        assert app.desk.saver.wait(5)


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until what they began is done."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def typed(pilot: Pilot[int], words: str, *keys: str) -> None:
    """Paste words, as a terminal does, and press keys after them."""
    pilot.app.post_message(events.Paste(words))
    await pressed(pilot, *keys)


def saved(pilot: Pilot[int], root: Path, session: Session, person: str = "") -> SessionView:
    """Return what is on the disk, as somebody may see it."""
    assert isinstance(pilot.app, ReviewApp)
    assert pilot.app.desk.saver.wait(5)
    if not person:
        return on_disk(root, session)
    opened = library_in(root).open(session.id)
    return view(opened, who(opened, person))


def only(seen: SessionView) -> EnquiryView:
    (enquiry,) = seen.visit.enquiries
    return enquiry


def own(seen: SessionView, ref: str = "1.1") -> SelfView:
    found = seen.visit.own_view(ref)
    assert found is not None
    return found


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the rows on the left, headings too."""
    options = pilot.app.screen.query_one(PartList).options
    return [str(option.prompt).rstrip() for option in options]


def detail(pilot: Pilot[int]) -> str:
    """Return what is seen in the right pane, with single blanks."""
    halves = [line.split("▕", 1)[1] for line in lines(pilot.app) if "▕" in line]
    return " ".join(" ".join(halves).split())


def part(pilot: Pilot[int]) -> str:
    """Return the part that is shown."""
    line = str(pilot.app.screen.query_one(PartLine).content)
    return line[line.index("[") + 1 : line.index("]")]


def values(pilot: Pilot[int]) -> dict[str, str]:
    """Return what the fields of the window hold."""
    assert isinstance(pilot.app.screen, FormDialog)
    return pilot.app.screen.values


# What is proposed


def answered(root: Path) -> Session:
    """Make a visit whose host has answered three statements, two of which leave something open."""
    session = a_visit(root)
    host = who(session, "Helen Host")
    self_evaluate(session, host, "1.1", stages=["establishing"], because="Zebras")
    self_evaluate(session, host, "1.2", stages=["sustaining"])
    self_evaluate(session, host, "1.3", outcome="not_enough_evidence")
    return session
