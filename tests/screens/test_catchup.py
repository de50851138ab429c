"""Catch-up, through the keys a person presses: what is missing, who could see it, what is weak."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, a_quiet_clock, a_session, app_on, library_in, on_disk
from seeing import flowing, lines, text
from textual.pilot import Pilot

from screens.catchup import CatchUpScreen
from screens.catchup_words import ALL_SEEN, ALL_STANDS, NO_GATE, NOT_FOR_THIS
from screens.describe import DescribeScreen
from screens.dialogs import Reading
from screens.judge import JudgeScreen
from screens.prepare import PrepareScreen
from screens.widgets.part_list import PartList
from sessions.ballots import judge
from sessions.closing import closing
from sessions.enquiries import add_enquiry, stand
from sessions.library import Plan
from sessions.notes import Circumstances, add_note, edit_note
from sessions.passes import open_gate
from sessions.session import Session
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity
from sessions.triangulating import VOICES
from tui.app import ReviewApp

PROBE = "[/] [link='x [@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202e 漢字"


def visited(root: Path, *, gate: bool = False) -> Session:
    """Make the little house's session with an activity over, one to come, and an open question."""
    session = library_in(root).open(a_session(root, gate=gate).id)
    me = session.state.present()[0]
    for what, starts, where in (("Lesson", "09:00", "Y5"), ("Assembly", "14:00", "hall")):
        plan = Activity(
            what=what,
            starts=f"2026-11-20 {starts}",
            where=where,
            reviewers=("Amira Khan",),
            source="staff-voice",
            statements=("1.1", "1.2"),
        )
        add_activity(session, me, plan)
    add_enquiry(session, me, "Who rings home?", ["1.2"])
    return session


@asynccontextmanager
async def caught_up(
    root: Path, session: Session, size: tuple[int, int] = USUAL, *, ascii_only: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the app at 10:46 on the day, and Catch-up in it."""
    session.close()
    app = app_on(root, session, ascii_only=ascii_only)
    app.desk.clock = a_quiet_clock
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("C")
        await pilot.pause()
        assert isinstance(app.screen, CatchUpScreen)
        yield pilot


def rows(pilot: Pilot[int]) -> list[str]:
    options = pilot.app.screen.query_one(PartList).options
    return [" ".join(str(option.prompt).split()) for option in options]


async def choose(pilot: Pilot[int], start: str) -> None:
    """Highlight the first row that begins so. The arrows would take a second to go there."""
    places = [place for place, row in enumerate(rows(pilot)) if row.startswith(start)]
    assert places, rows(pilot)
    pilot.app.screen.query_one(PartList).highlighted = places[0]
    await pilot.pause()
    await pilot.pause()


def detail(pilot: Pilot[int]) -> str:
    """Return what stands beside the rows, with single blanks."""
    return " ".join(str(pilot.app.screen.query_one("#said").render()).split())


async def test_it_answers_what_is_missing_and_who_can_see_it_this_afternoon(tmp_path: Path) -> None:
    async with caught_up(tmp_path, visited(tmp_path)) as pilot:
        shown = rows(pilot)
        assert "Voices" in shown and "Lines of enquiry" in shown and "Statements" in shown
        assert "1.1 ✓ 14:00 · nothing yet" in shown
        assert not [row for row in shown if row.startswith("1.3 ")]  # heard from two sides
        await choose(pilot, "1.2")
        assert "Heard from one side so far: observation. Noted by Amira Khan." in detail(pilot)
        assert "14:00 Assembly (hall, staff voice): Amira Khan goes." in detail(pilot)
        assert "Lesson" not in detail(pilot)
        await choose(pilot, "Voice ✓ 14:00 · staff")
        assert "The voice of staff Not heard yet." in detail(pilot)
        assert "Assembly" in detail(pilot)
        await choose(pilot, "1.4")
        assert NOT_FOR_THIS in detail(pilot)
        await choose(pilot, "1 ")
        assert "Who rings home?" in detail(pilot) and "Assembly" in detail(pilot)


async def test_a_row_leads_to_where_it_is_mended(tmp_path: Path) -> None:
    async with caught_up(tmp_path, visited(tmp_path)) as pilot:
        await choose(pilot, "1.2")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DescribeScreen)
        assert "1.2 " in flowing(pilot.app)
        await pilot.press("C")
        await pilot.pause()
        await choose(pilot, "1 ")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PrepareScreen)


def weakened(root: Path) -> Session:
    """Make that session with 1.2 judged on AK3, which has changed since, and 1.3 against AK1."""
    session = visited(root, gate=True)
    me = session.state.present()[0]
    highlights = {"strengthening": "full"}
    judge(session, me, "1.2", highlights=highlights, cites=[("AK3", False)])
    judge(session, me, "1.3", highlights=highlights, cites=[("AK1", True)])
    edit_note(session, me, "AK3", "Four learners in Y2 read to an adult.")
    return session


async def test_what_would_not_stand_up_leads_to_its_place(tmp_path: Path) -> None:
    async with caught_up(tmp_path, weakened(tmp_path)) as pilot:
        await pilot.press("right")
        await pilot.pause()
        assert rows(pilot) == [
            "Area 1 Outcomes for Learners…",
            "1.1 not judged by anybody",
            "1.2 a cited note changed",
            "1.3 only evidence against it",
            "1.4 not judged by anybody",
            "Enquiry 1 still open",
        ]
        await choose(pilot, "1.3")
        assert "has only evidence against it: AK1." in detail(pilot)
        assert "= it stands" not in lines(pilot.app)[-1]
        await pilot.press("equals_sign")
        await pilot.pause()
        assert "A look alone does not mend that" in flowing(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, JudgeScreen)
        assert "1.3 " in flowing(pilot.app)


async def test_a_look_takes_a_row_off_and_undo_brings_it_back(tmp_path: Path) -> None:
    session = weakened(tmp_path)
    async with caught_up(tmp_path, session) as pilot:
        await pilot.press("right")
        await pilot.pause()
        await choose(pilot, "1.2")
        assert "= it stands" in lines(pilot.app)[-1]
        await pilot.press("equals_sign")
        await pilot.pause()
        assert "Looked at: 1.2 stands." in flowing(pilot.app)
        assert "1.2 a cited note changed" not in rows(pilot)
        app = pilot.app
        assert isinstance(app, ReviewApp) and app.desk.saver.wait(5)
        kinds = [one.kind for one in closing(on_disk(tmp_path, session), 1)]
        assert kinds == ["unjudged", "against", "unjudged", "enquiry"]
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert "1.2 a cited note changed" in rows(pilot)
        assert app.desk.saver.wait(5)
        assert "changed" in [one.kind for one in closing(on_disk(tmp_path, session), 1)]


async def test_a_look_that_somebody_else_made_meanwhile_is_said(tmp_path: Path) -> None:
    async with caught_up(tmp_path, weakened(tmp_path)) as pilot:
        await pilot.press("right")
        await pilot.pause()
        await choose(pilot, "1.2")
        app = pilot.app
        assert isinstance(app, ReviewApp) and app.review is not None
        session, me = app.review.session, app.review.person
        edit_note(session, me, "AK3", "Three learners in Y2 read to an adult while we were there.")
        await pilot.press("equals_sign")
        await pilot.pause()
        assert "Nothing that you may see there rests on what has changed since" in flowing(app)


async def test_before_any_gate_nothing_is_weak_and_it_says_why(tmp_path: Path) -> None:
    async with caught_up(tmp_path, visited(tmp_path)) as pilot:
        await pilot.press("left")
        await pilot.pause()
        assert rows(pilot) == []
        assert detail(pilot) == NO_GATE
        await pilot.press("enter", "f", "equals_sign")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CatchUpScreen)


async def test_when_all_was_seen_and_all_stands_it_says_so(tmp_path: Path) -> None:
    plan = Plan(setting="Oak", reviewers=("Amira Khan",), areas=(2,))
    session = library_in(tmp_path).create(plan)
    me = session.state.present()[0]
    refs = [statement.ref for statement in session.framework.areas[1].statements]
    for voice in VOICES:
        add_note(session, me, "It was said.", refs, Circumstances(voice))
    ref = add_enquiry(session, me, "Who rings home?", refs)
    stand(session, me, ref, "supported", "The office does.")
    open_gate(session, me, 2)
    for one in refs:
        judge(session, me, one, outcome="not_enough_evidence")
    async with caught_up(tmp_path, session) as pilot:
        assert (rows(pilot), detail(pilot)) == ([], ALL_SEEN)
        await pilot.press("right")
        await pilot.pause()
        assert (rows(pilot), detail(pilot)) == ([], ALL_STANDS)


@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE])
async def test_both_sides_are_there_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with caught_up(tmp_path, weakened(tmp_path), size) as pilot:
        await choose(pilot, "1.1")
        shown = flowing(pilot.app)
        assert "1.1 ✓" in shown and "Assembly (hall, staff voice)" in shown
        await pilot.press("right")
        await pilot.pause()
        assert "1.1 not judged by anybody" in flowing(pilot.app)
        assert "Nobody has judged 1.1 yet." in flowing(pilot.app)
        for widget in pilot.app.screen.query("*"):
            if widget.display and widget.region and not widget.is_scrollable:
                assert widget.region.right <= size[0], widget


async def test_what_people_wrote_is_text_and_plain_ascii_is_enough(tmp_path: Path) -> None:
    session = visited(tmp_path)
    me = session.state.present()[0]
    add_enquiry(session, me, PROBE, ["1.2"])
    add_activity(session, me, Activity(what=PROBE, where=PROBE, statements=("1.4",)))
    async with caught_up(tmp_path, session, ascii_only=True) as pilot:
        await choose(pilot, "2 ")
        assert "[/] [link='x [@click=app.quit]x[/]" in detail(pilot)
        await choose(pilot, "1.4")
        assert "[/] [link='x [@click=app.quit]x[/]" in detail(pilot)
        assert not any(ord(c) < 32 and c != "\n" for c in text(pilot.app))
        assert "·" not in text(pilot.app) and "✓" not in text(pilot.app)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reading)


async def test_the_way_there_is_in_the_palette_of_every_screen_of_a_review(tmp_path: Path) -> None:
    session = weakened(tmp_path)
    session.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        for key in ("d", "p", "y", "l", "r", "q", "C"):
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            screen = app.screen
            acts = [act.name for act in getattr(screen, "acts", ())]
            assert ("catch_up" in acts) != isinstance(screen, CatchUpScreen), screen


async def test_describe_calls_a_claim_what_was_heard_from_one_side(tmp_path: Path) -> None:
    session = visited(tmp_path)
    session.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("d", *"1.2", "enter")
        await pilot.pause()
        assert "Heard ✓ observation; by" in flowing(app)
        assert "Claim heard from one side so" in flowing(app)
        await pilot.press("j")
        await pilot.pause()
        assert "Heard ✓ learners, ✓ data; by" in flowing(app)
        assert "Claim" not in text(app)
        await pilot.press("j")
        await pilot.pause()
        assert "Heard · nothing yet" in flowing(app)
