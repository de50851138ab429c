"""A session that follows another, through the keys a person presses: made, and what it shows when."""

from pathlib import Path

from house import NARROW, library_in, on_disk
from seeing import flowing, text
from twice import NOW, THEN, newer, older, opened, pressed, two_reviews

from screens.judge import JudgeScreen
from screens.overview import OverviewScreen
from screens.plan import PlanScreen
from screens.prepare import PrepareScreen
from screens.then import FollowUpDialog
from screens.widgets.fields import LineField
from screens.widgets.part_list import PartList
from screens.widgets.then_line import ThenLine
from sessions.passes import open_gate, reopen
from sessions.session import Session
from tui.app import ReviewApp


def sessions(root: Path) -> dict[str, Session]:
    """Return every session on the disk, by name."""
    library = library_in(root)
    return {row.name: library.open(row.id) for row in library.rows()}


async def test_f_makes_a_session_that_follows(tmp_path: Path) -> None:
    old = older(tmp_path)
    before = {p.name: p.read_bytes() for p in old.folder.iterdir() if p.suffix == ".json"}
    async with opened(tmp_path, old, NARROW) as pilot:
        await pressed(pilot, "F")
        assert isinstance(pilot.app.screen, FollowUpDialog)
        seen = flowing(pilot.app)
        assert "Follow up Hollin Bank Primary, 20 November 2025" in seen
        assert "2026-11-20" in seen
        assert "✓ The panel: Amira Khan" in seen
        assert "✓ What was promised: 2 actions still open" in seen
        assert "✓ What was asked: 1 line of enquiry still open" in seen
        assert "✓ What was agreed: to be read behind the gate of each area" in seen
        assert "Establishing" not in seen and "What 2025 showed" not in seen
        await pressed(pilot, "enter")
        app = pilot.app
        assert isinstance(app, ReviewApp) and app.review is not None
        assert app.review.seen.name == NOW
        await pressed(pilot, "y")  # how the panel works is agreed to anew, where there is a panel
        assert isinstance(app.screen, OverviewScreen)
        assert f"Follows {THEN}: 2 actions promised (q)" in flowing(app)
    after = {p.name: p.read_bytes() for p in old.folder.iterdir() if p.suffix == ".json"}
    assert after == before
    assert set(sessions(tmp_path)) == {THEN, NOW}


async def test_what_is_not_ticked_stays_and_a_day_that_cannot_be_is_said(tmp_path: Path) -> None:
    old = older(tmp_path)
    async with opened(tmp_path, old) as pilot:
        assert "Follows" not in text(pilot.app)
        await pressed(pilot, "F")
        day = pilot.app.screen.query_one("#day", LineField)
        day.value = "2020-01-01"
        await pressed(pilot, "enter")
        assert f"! 2020-01-01 is before {THEN}" in flowing(pilot.app)
        day.value = "2026-11-20"
        await pressed(pilot, "tab", "down", "space")
        assert "· What was promised" in flowing(pilot.app)
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert set(sessions(tmp_path)) == {THEN}
        await pressed(pilot, "F")
        await pressed(pilot, "tab", "down", "space", "down", "space", "enter")
    new = on_disk(tmp_path, sessions(tmp_path)[NOW])
    assert new.plan.actions == () and new.visit.enquiries == ()
    assert [person.name for person in new.people] == ["Amira Khan"]


async def test_prepare_shows_what_was_promised_and_asked_at_once(tmp_path: Path) -> None:
    new = newer(tmp_path, older(tmp_path))
    async with opened(tmp_path, new) as pilot:
        await pressed(pilot, "q")
        assert isinstance(pilot.app.screen, PrepareScreen)
        assert "Who rings home?" in flowing(pilot.app)
        assert "It was still open on 20 November 2025." in flowing(pilot.app)
        assert "Written by -" not in flowing(pilot.app)
        await pressed(pilot, "left")
        assert "[Promised" in flowing(pilot.app)
        rows = pilot.app.screen.query_one(PartList).options
        shown = [" ".join(str(option.prompt).split()) for option in rows]
        assert shown[0] == "Homes hear the same day."
        assert shown[1].startswith("1 · at risk: Ring by nine.")
        assert "Two days of five." in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "Ring by nine." in flowing(pilot.app)


async def test_behind_the_gate_one_key_shows_what_was_agreed_then(tmp_path: Path) -> None:
    _, new = two_reviews(tmp_path)
    async with opened(tmp_path, new) as pilot:
        await pressed(pilot, "d", "1", *".2", "enter", "p")
        assert isinstance(pilot.app.screen, JudgeScreen)
        assert "M then: 20 November 2025" in flowing(pilot.app)
        assert "What 2025 showed" not in flowing(pilot.app)
        await pressed(pilot, "M")
        said = str(pilot.app.screen.query_one(ThenLine).render())
        assert said == (
            "Then, 20 November 2025: ■ Strengthening Practice, because What 2025 showed of 1.2."
        )
        # The next statement is first looked at on its own
        await pressed(pilot, "j")
        assert "What 2025 showed" not in flowing(pilot.app)
        await pressed(pilot, "j", "M")
        assert "No review before this one agreed on this statement." in flowing(pilot.app)


async def test_before_the_gate_and_after_a_reopening_no_screen_shows_it(tmp_path: Path) -> None:
    old = older(tmp_path)
    new = newer(tmp_path, old)
    opened_again = library_in(tmp_path).open(new.id)
    me = opened_again.state.present()[0]
    open_gate(opened_again, me, 2)
    open_gate(opened_again, me, 1)
    reopen(opened_again, me, 1, "A second look")
    opened_again.close()
    async with opened(tmp_path, new) as pilot:
        for key in ("q", "left", "l", "r"):
            await pressed(pilot, key)
            for word in ("What 2025 showed of 1", "The whole of area 1", "Establishing"):
                assert word not in text(pilot.app), (key, word)
