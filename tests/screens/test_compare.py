"""Compare, through the keys a person presses: then and now, host and panel, first and agreed."""

from pathlib import Path

from house import NARROW, WIDE, library_in
from panels import a_panel
from seeing import flowing, lines, text
from textual.pilot import Pilot
from twice import NOW, STEPS, THEN, newer, older, opened, pressed, two_reviews

from screens.compare import CompareScreen
from screens.compare_evidence import BothSides
from screens.dialogs import Choose
from screens.overview import OverviewScreen
from screens.then import FollowUpDialog
from screens.widgets.part_list import PartList
from sessions.people import add_person
from sessions.self_evaluating import self_evaluate


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the rows, with single blanks."""
    screen = next(s for s in pilot.app.screen_stack if isinstance(s, CompareScreen))
    options = screen.query_one(PartList).options
    return [" ".join(str(option.prompt).split()) for option in options]


async def choose(pilot: Pilot[int], start: str) -> None:
    """Highlight the first row that begins so."""
    places = [place for place, row in enumerate(rows(pilot)) if row.startswith(start)]
    assert places, rows(pilot)
    pilot.app.screen.query_one(PartList).highlighted = places[0]
    await pilot.pause()
    await pilot.pause()


def detail(pilot: Pilot[int]) -> str:
    """Return what stands beside the rows, with single blanks."""
    return " ".join(str(pilot.app.screen.query_one("#said").render()).split())


# Then and now


async def test_then_and_now_statement_by_statement(tmp_path: Path) -> None:
    _, new = two_reviews(tmp_path)
    async with opened(tmp_path, new, WIDE) as pilot:
        await pressed(pilot, "M")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "Then 20 November 2025 Now 20 November 2026" in flowing(pilot.app)
        shown = rows(pilot)
        assert shown[:6] == [
            "Area 1 Outcomes for Learners with SEND",
            "In a sentence",
            "1.1 → moved on: ▲ then ■●",
            "1.2 = holds: ■ then ■",
            "1.3 ← moved back: ● then ▲",
            "1.4 · not judged",
        ]
        await choose(pilot, "In a sentence")
        assert "The whole of area 1 in 2025." in detail(pilot)
        await choose(pilot, "1.1")
        said = detail(pilot)
        assert "→ Moved on" in said
        assert "Then, 20 November 2025 ▲ Establishing Foundations What 2025 showed of 1.1." in said
        assert "■ Strengthening Practice ● Sustaining Excellence What 2026 showed of 1.1." in said
        assert "Notes AK1" in said
        # The notes of both sides are one key away
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, BothSides)
        seen = flowing(pilot.app)
        assert "Then, 20 November 2025 Now, 20 November 2026" in seen
        assert "AK1 observation · Y4" in seen
        assert "Seen in 2025 under 1.1." in seen and "Seen in 2026 under 1.1." in seen
        await pressed(pilot, "escape")
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)


async def test_of_an_area_that_is_being_described_now_nothing_of_then_is_shown(
    tmp_path: Path,
) -> None:
    old, _ = two_reviews(tmp_path)
    async with opened(tmp_path, old) as pilot:
        await pressed(pilot, "M")
        await choose(pilot, "2.1")
        assert "? Not shown yet" in detail(pilot)
        assert f"Area 2 is still being described in {NOW}" in detail(pilot)
        assert "What 2025 showed of 2.1" not in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert "Seen in 2025 under 2.1" in flowing(pilot.app)
        assert "What 2025 showed of 2.1" not in flowing(pilot.app)


async def test_in_a_small_window_in_ascii_it_is_narrowed_to_what_moved_and_to_an_area(
    tmp_path: Path,
) -> None:
    _, new = two_reviews(tmp_path)
    async with opened(tmp_path, new, NARROW, ascii_only=True) as pilot:
        await pressed(pilot, "M", "comma")
        assert rows(pilot)[1:] == ["1.1 > moved on: EF then SP,SE", "1.3 < moved back: SE then EF"]
        assert "Shown: only what moved" in flowing(pilot.app)
        assert "Enter notes" in lines(pilot.app)[-1]
        await pressed(pilot, "full_stop")
        assert detail(pilot).startswith("1.3 ")
        assert {letter for letter in text(pilot.app) if not letter.isascii()} == set()
        for word in ("%", " of 4 ", "average", "total", "improved", "score", "grade"):
            assert word not in flowing(pilot.app)
        await pressed(pilot, "comma", "slash")
        await pressed(pilot, "2", "enter")
        assert rows(pilot)[0] == "Area 2 Leadership of SEND"
        assert not [row for row in rows(pilot) if row.startswith("1.")]
        await pressed(pilot, "comma")
        assert "Nothing of that is here." in detail(pilot)


# Which reviews


async def test_a_review_alone_says_how_to_make_the_next(tmp_path: Path) -> None:
    session = older(tmp_path)
    older(tmp_path, setting="Tidewell Green")
    async with opened(tmp_path, session) as pilot:
        await pressed(pilot, "M")
        assert f"There is nothing to compare yet: {THEN} is the only review" in detail(pilot)
        assert "Tidewell" not in text(pilot.app)
        await pressed(pilot, "M")
        assert "There is no other review of this setting here" in flowing(pilot.app)
        await pressed(pilot, "F")
        assert isinstance(pilot.app.screen, FollowUpDialog)


async def test_with_several_it_asks_which_and_shows_two_at_a_time(tmp_path: Path) -> None:
    old, new = two_reviews(tmp_path)
    third = newer(tmp_path, new, gates=(1,), found={"1.1": "establishing"}, date="2027-11-20")
    async with opened(tmp_path, new) as pilot:
        await pressed(pilot, "M")
        assert isinstance(pilot.app.screen, Choose)
        assert "Set 20 November 2026 beside which review?" in flowing(pilot.app)
        await pressed(pilot, "escape")
        # Until something is chosen: the one that it follows
        assert "Then 20 November 2025 Now 20 November 2026" in flowing(pilot.app)
        await pressed(pilot, "M")
        await pressed(pilot, *"all", "enter")
        assert "< > other reviews" in flowing(pilot.app)
        assert "1.1 → moved on: ▲ then ■●" in rows(pilot)
        await pressed(pilot, "greater_than_sign")
        assert "Then 20 November 2026 Now 20 November 2027" in flowing(pilot.app)
        assert "1.1 ← moved back: ■● then ▲" in rows(pilot)
        await pressed(pilot, "greater_than_sign")
        assert "These are the newest two." in flowing(pilot.app)
    assert third.id != old.id


# Within one review


async def test_host_and_panel_and_first_and_agreed(tmp_path: Path) -> None:
    session = library_in(tmp_path).open(a_panel(tmp_path, revealed=True, agreed=True).id)
    host = add_person(session, "Hannah Holt", role="host")
    self_evaluate(session, host, "1.4", stages=[STEPS[2]], because="We know it.")
    session.close()
    async with opened(tmp_path, session) as pilot:
        await pressed(pilot, "M", "right")
        assert "1.4 ≠ they differ" in rows(pilot)[1]
        await choose(pilot, "1.4")
        said = detail(pilot)
        assert "The setting, late: after the gate ● Sustaining Excellence We know it." in said
        assert "The panel ▲ Establishing Foundations ■ Strengthening Practice" in said
        await pressed(pilot, "right")
        await choose(pilot, "1.4")
        said = detail(pilot)
        assert "Between the first views" in said
        assert "At first, before anybody had talked" in said
        assert "Dissent: Ben Orr: I saw it begin in January" in said
        assert "Amira" not in said and "Carys" not in said
        await pressed(pilot, "right")
        assert "nothing to compare yet" in detail(pilot)


async def test_before_the_reveal_it_says_who_is_waited_for_and_nothing_else(
    tmp_path: Path,
) -> None:
    session = a_panel(tmp_path)
    async with opened(tmp_path, session) as pilot:
        await pressed(pilot, "M", "3")
        await choose(pilot, "1.4")
        assert "sealed until all have cast: Ben Orr, Carys Pugh to come" in detail(pilot)
        for word in ("▲", "■", "●", "Establishing", "It begins in May"):
            assert word not in text(pilot.app)
