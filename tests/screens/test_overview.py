"""The overview: what is next, what waits, and never a stage."""

from pathlib import Path

import pytest
from house import (
    NARROW,
    USUAL,
    WIDE,
    a_quiet_clock,
    a_session,
    app_on,
    library_in,
)
from overviews import FOUR, a_review, overview, pressed, ref, row
from seeing import flowing, text

from frameworks.shelf import Shelf
from screens.describe import DescribeScreen
from screens.dialogs import Reading
from screens.gate import GateScreen
from screens.inbox import InboxScreen
from screens.judge import JudgeScreen
from screens.overview import OverviewScreen
from screens.widgets.area_map import AreaMap
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.clock import system_clock
from sessions.home import Home
from sessions.keeping import keep_until
from sessions.library import Library
from sessions.notes import add_note, delete_note, edit_note
from sessions.setup import change_setup
from tui.app import ReviewApp

# What is said


async def test_a_retention_date_that_is_near_is_said(tmp_path: Path) -> None:
    session = a_review(tmp_path, noted=("1.1",))
    keep_until(session, "2026-12-01")
    session.close()
    app = app_on(tmp_path, session)
    app.desk.clock = a_quiet_clock
    async with app.run_test(size=USUAL) as pilot:
        await pressed(pilot)
        assert "! To be erased in 11 days, on 1 December 2026." in flowing(app)


async def test_each_area_says_how_far_it_is_and_the_first_line_what_is_next(
    tmp_path: Path,
) -> None:
    session = a_review(tmp_path, noted=("1.1", "1.2", "2.1"))
    async with overview(tmp_path, session) as pilot:
        assert row(pilot, 1) == ("1 Outcomes for Learners with SEND 2 of 4 have notes gate closed")
        assert row(pilot, 2) == "2 Leadership of SEND 1 of 7 have notes gate closed"
        assert "Next: 1.3 has no note yet (Enter)" in flowing(pilot.app)


async def test_enter_goes_to_what_is_next(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=("1.1", "1.2"))) as pilot:
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, DescribeScreen)
        assert ref(pilot) == "1.3"


async def test_on_another_area_enter_goes_to_what_is_next_there(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=("2.1",))) as pilot:
        await pressed(pilot, "down")
        seen = flowing(pilot.app)
        assert "Next: 1.1 has no note yet (in area 1)" in seen
        assert "Area 2 Leadership of SEND" in seen
        assert "1 note, 1 source type" in seen
        await pressed(pilot, "enter")
        assert ref(pilot) == "2.2"


async def test_the_gate_is_proposed_once_every_statement_has_notes(tmp_path: Path) -> None:
    async with overview(tmp_path, a_review(tmp_path, noted=FOUR)) as pilot:
        assert row(pilot, 1).endswith("all 4 have notes ready for its gate")
        assert "all of area 1 has notes, and its gate can be opened (Enter)" in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, GateScreen)
        await pressed(pilot, "y")
        assert isinstance(pilot.app.screen, JudgeScreen)
        await pressed(pilot, "o")
        assert row(pilot, 1).endswith("0 of 4 judged by you")
        assert "Next: 1.1 waits for your judgement (Enter)" in flowing(pilot.app)


async def test_the_gate_is_not_proposed_to_who_may_not_open_it(tmp_path: Path) -> None:
    session = a_review(
        tmp_path, noted=(*FOUR, *(f"2.{n}" for n in range(1, 8))), facilitator="Fay Singh"
    )
    session.close()
    async with overview(tmp_path, session) as pilot:
        seen = flowing(pilot.app)
        assert "Nothing waits for you: area 1 waits for Fay Singh to open its gate" in seen
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, DescribeScreen)
    async with overview(tmp_path, session, person="Fay Singh") as pilot:
        assert "its gate can be opened (Enter)" in flowing(pilot.app)


async def test_judging_goes_on_where_it_was_left(tmp_path: Path) -> None:
    session = a_review(tmp_path, "Amira Khan", "Ben", noted=FOUR, gates=(1,))
    amira, ben = session.state.present()
    for one in ("1.1", "1.2"):
        judge(session, amira, one, outcome="not_enough_evidence")
    async with overview(tmp_path, session) as pilot:
        assert row(pilot, 1).endswith("2 of 4 judged by you")
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, JudgeScreen)
        assert ref(pilot) == "1.3"
    again = library_in(tmp_path).open(session.id)
    for one in ("1.3", "1.4"):
        judge(again, amira, one, outcome="not_enough_evidence")
    async with overview(tmp_path, again) as pilot:
        assert row(pilot, 1).endswith("waiting for others")
        assert "Next: 2.1 has no note yet (Enter)" in flowing(pilot.app)
    again = library_in(tmp_path).open(session.id)
    for one in FOUR:
        judge(again, ben, one, outcome="not_enough_evidence")
    async with overview(tmp_path, again) as pilot:
        assert row(pilot, 1).endswith("judged by all")
        assert "Next: all have cast in area 1, and the ballots can be opened" in flowing(pilot.app)


async def test_agreeing_shows_as_far_as_it_has_come(tmp_path: Path) -> None:
    session = a_review(tmp_path, noted=FOUR, gates=(1,))
    (amira,) = session.state.present()
    for one in FOUR:
        judge(session, amira, one, outcome="not_enough_evidence")
    agree(session, amira, statement="1.1", because="Thin.", outcome="not_enough_evidence")
    agree(session, amira, area=1, because="We saw little.")
    async with overview(tmp_path, session) as pilot:
        assert row(pilot, 1).endswith("1 of 4 agreed")
        assert "Next: 2.1 has no note yet" in flowing(pilot.app)
    again = library_in(tmp_path).open(session.id)
    for one in FOUR[1:]:
        agree(again, amira, statement=one, because="Thin.", outcome="not_enough_evidence")
    async with overview(tmp_path, again) as pilot:
        assert row(pilot, 1).endswith("have notes agreed")


@pytest.mark.parametrize("size", [USUAL, NARROW, WIDE])
async def test_no_stage_is_ever_here(tmp_path: Path, size: tuple[int, int]) -> None:
    framework = Shelf().get("inclusion-audit")
    session = a_review(tmp_path, "Amira Khan", "Ben", noted=FOUR, gates=(1,))
    for person in session.state.present():
        judge(
            session,
            person,
            "1.1",
            highlights={"sustaining": "full"},
            cites=[("AK1", False)],
            because="BECAUSE",
        )
    reveal(session, session.state.present()[0], statement="1.1")
    agree(
        session,
        session.state.present()[0],
        statement="1.1",
        because="BECAUSE",
        outcome="stages",
        stages=["sustaining"],
    )
    async with overview(tmp_path, session, size) as pilot:
        for key, kind in (("down", OverviewScreen), ("up", OverviewScreen), ("f", Reading)):
            await pressed(pilot, key)
            assert isinstance(pilot.app.screen, kind)
            shown = text(pilot.app)
            for step in framework.scale.steps:
                assert step.name not in shown
                assert step.symbol not in shown
            assert "BECAUSE" not in shown


@pytest.mark.parametrize(("size", "judging"), [(USUAL, True), (NARROW, False)])
async def test_eight_areas_are_in_sight_at_once(
    tmp_path: Path, size: tuple[int, int], judging: bool
) -> None:
    async with overview(tmp_path, a_session(tmp_path), size) as pilot:
        assert [row(pilot, area)[0] for area in range(1, 9)] == list("12345678")
        areas = pilot.app.screen.query_one(AreaMap)
        assert areas.max_scroll_y == 0
        assert ("gate closed" in row(pilot, 8)) is judging
        for area in range(2, 9):
            await pressed(pilot, "down")
            assert f" {area}.1" in text(pilot.app)  # its statements stand below the map


async def test_what_waits_in_the_inbox_is_said_with_its_key(tmp_path: Path) -> None:
    async with overview(tmp_path, a_session(tmp_path)) as pilot:
        assert "Inbox: 1 note is under no statement yet (i)" in flowing(pilot.app)
        await pressed(pilot, "i")
        assert isinstance(pilot.app.screen, InboxScreen)
        await pressed(pilot, "delete", "y", "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert "Inbox:" not in flowing(pilot.app)


async def test_what_was_written_in_two_places_is_said(tmp_path: Path) -> None:
    session = a_review(tmp_path, noted=FOUR)
    session.close()
    far = Library(tmp_path / "library", Home(tmp_path / "far"), Shelf(), system_clock)
    here, there = library_in(tmp_path).open(session.id), far.open(session.id)
    (amira,) = here.state.present()
    for number in (1, 2, 3):
        edit_note(here, amira, f"AK{number}", f"Here [/] {number}")
        edit_note(there, amira, f"AK{number}", f"There {number}")
    delete_note(there, amira, "AK3")
    here.close()
    there.close()
    async with overview(tmp_path, session) as pilot:
        seen = flowing(pilot.app)
        assert "! AK1 was changed in two places (Amira Khan); edit it to settle it." in seen
        assert "! 1 more such: f shows them" in seen
        await pressed(pilot, "f", "end")
        assert "AK3 was changed" in flowing(pilot.app)


async def test_what_another_window_writes_shows_here(tmp_path: Path) -> None:
    session = a_review(tmp_path)
    async with overview(tmp_path, session) as pilot:
        other = library_in(tmp_path).open(session.id)
        add_note(other, other.state.present()[0], "Seen.", ["1.1"])
        other.close()
        assert isinstance(pilot.app, ReviewApp)
        pilot.app.look_again()
        await pilot.pause()
        assert "1 of 4 have notes" in row(pilot, 1)


async def test_another_window_may_take_the_area_out_of_scope(tmp_path: Path) -> None:
    session = a_review(tmp_path)
    async with overview(tmp_path, session) as pilot:
        other = library_in(tmp_path).open(session.id)
        change_setup(other, other.state.present()[0], areas=(2,))
        other.close()
        assert isinstance(pilot.app, ReviewApp)
        pilot.app.look_again()
        await pilot.pause()
        assert "Next: 2.1 has no note yet (Enter)" in flowing(pilot.app)
