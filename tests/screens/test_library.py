"""The library, through the keys a person presses: what is listed, found, opened, and said."""

import os
import shutil
from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, library_in
from seeing import flowing, lines
from shelves import a_plan, library, listed, pressed, settled, the_library

from screens.library import LibraryScreen
from screens.library_reading import ReadSoFar
from screens.overview import OverviewScreen
from screens.setup import SetupScreen
from sessions.ids import new_id
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.session import PACK

PROBES = (
    "[/]",
    "[link='x",
    "[@click=app.quit]x[/]",
    "list[int] [sic]",
    "\x1b]52;c;aGk=\x07\x9b31m",
    "\u202eevil\u2066",
)


async def test_sessions_stand_newest_first_with_what_is_under_way(tmp_path: Path) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01", areas=(1, 2, 5))
    made = a_session(tmp_path, notes=True)
    session = library_in(tmp_path).open(made.id)
    open_gate(session, session.state.present()[0], 4)
    session.close()
    async with library(tmp_path) as pilot:
        assert listed(pilot) == ["Hollin Bank Primary", "Older School"]
        seen = flowing(pilot.app)
        assert "Inclusion Audit Framework 20 November 2026" in seen
        assert "describing 1-3 5-8, judging 4 · 2 of 43 statements have notes" in seen
        assert "describing all 3 areas · no notes yet" in seen
        assert "2 sessions" in seen
        assert f"Sessions are kept in {tmp_path}"[:40] in seen


async def test_enter_opens_the_highlighted_session(tmp_path: Path) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    a_plan(tmp_path, "Newer School", "2026-06-01")
    async with library(tmp_path) as pilot:
        await pressed(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert lines(pilot.app)[0].startswith(" Older School")


async def test_s_starts_a_session_and_what_is_made_is_listed_on_coming_back(
    tmp_path: Path,
) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    async with library(tmp_path) as pilot:
        await pressed(pilot, "s")
        assert isinstance(pilot.app.screen, SetupScreen)
        a_plan(tmp_path, "From another window", "2026-06-01")
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert listed(pilot) == ["From another window", "Older School"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("brook", ["Brookfield"]),
        ("2025", ["Older School"]),
        ("june old", ["Older School"]),
        ("inclusion", ["Brookfield", "Older School"]),
        ("OKAFOR", ["Brookfield"]),
    ],
)
async def test_typing_finds_by_setting_date_framework_or_people(
    tmp_path: Path, typed: str, found: list[str]
) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    a_plan(tmp_path, "Brookfield", "2026-10-03", "Ben Okafor", "Amira Khan")
    async with library(tmp_path) as pilot:
        await pressed(pilot, "slash", *("space" if letter == " " else letter for letter in typed))
        assert listed(pilot) == found
        assert f"{len(found)} of 2 sessions" in flowing(pilot.app)


async def test_a_row_that_was_found_by_a_name_says_whose(tmp_path: Path) -> None:
    a_plan(tmp_path, "Brookfield", "2026-10-03", "Ben Okafor")
    async with library(tmp_path) as pilot:
        assert "Ben Okafor" not in flowing(pilot.app)
        await pressed(pilot, "slash", *"oka")
        assert "Ben Okafor" in flowing(pilot.app)


async def test_enter_and_down_go_from_the_field_to_the_list_and_escape_shows_all(
    tmp_path: Path,
) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    a_plan(tmp_path, "Brookfield", "2026-10-03")
    async with library(tmp_path) as pilot:
        for key in ("enter", "down"):
            await pressed(pilot, "slash", *"older", key)
            assert pilot.app.focused is pilot.app.screen.query_one("#sessions")
            assert listed(pilot) == ["Older School"]
            await pressed(pilot, "escape")
            assert listed(pilot) == ["Brookfield", "Older School"]
        await pressed(pilot, "slash", *"older", "escape")
        assert pilot.app.focused is pilot.app.screen.query_one("#sessions")
        assert listed(pilot) == ["Older School"]
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)


async def test_where_nothing_fits_it_is_said_and_escape_shows_all_again(tmp_path: Path) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    async with library(tmp_path) as pilot:
        await pressed(pilot, "slash", *"zzz")
        seen = flowing(pilot.app)
        assert "No session fits zzz" in seen
        assert "Press Esc to see all of them again." in seen
        await pressed(pilot, "escape")
        assert listed(pilot) == ["Older School"]
        assert pilot.app.focused is pilot.app.screen.query_one("#sessions")


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_an_empty_library_says_what_this_is_and_what_to_press(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with library(tmp_path, size) as pilot:
        seen = flowing(pilot.app)
        assert "No sessions yet" in seen
        assert "guides a peer review of inclusion and SEND provision" in seen
        assert "s start a session" in seen
        assert "inclusion-review demo" in seen
        assert "thrown away." in seen
        assert "Sessions are kept in" in seen
        await pressed(pilot, "slash", "escape", "enter")
        await pressed(pilot, "s")
        assert isinstance(pilot.app.screen, SetupScreen)


async def test_a_session_that_cannot_be_read_is_listed_and_says_why(tmp_path: Path) -> None:
    broken = a_plan(tmp_path, "Broken", "2026-06-01")
    a_plan(tmp_path, "Whole", "2025-06-01")
    pack = tmp_path / "library" / broken / PACK
    pack.unlink()
    pack.mkdir()
    async with library(tmp_path) as pilot:
        assert listed(pilot) == ["Whole", "A session that cannot be read"]
        assert f"{broken} cannot be read:" in flowing(pilot.app)
        await pressed(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "Nothing in it was changed" in flowing(pilot.app)


async def test_a_library_that_cannot_be_read_says_why_and_is_there_once_it_can(
    tmp_path: Path,
) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    (tmp_path / "library").rename(tmp_path / "aside")
    (tmp_path / "library").write_text("not a folder")
    async with library(tmp_path) as pilot:
        seen = flowing(pilot.app)
        assert "The sessions cannot be read: Not a directory." in seen
        assert "Nothing was changed" in seen
        (tmp_path / "library").unlink()
        (tmp_path / "aside").rename(tmp_path / "library")
        the_library(pilot).look()  # what the clock does
        await settled(pilot)
        assert listed(pilot) == ["Older School"]


async def test_a_framework_of_ones_own_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    a_plan(tmp_path, "Older School", "2025-06-01")
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "our [own].md").write_text("no pack")
    async with library(tmp_path) as pilot:
        seen = flowing(pilot.app)
        assert "This framework of yours cannot be read: our [own].md." in seen
        assert "inclusion-review frameworks check FILE says why." in seen


async def test_reading_many_for_the_first_time_says_how_far_it_is(tmp_path: Path) -> None:
    for name in ("One", "Two"):
        a_plan(tmp_path, name, "2025-06-01")
    heard: list[tuple[int, int]] = []
    shutil.rmtree(tmp_path / "library" / ".derived")
    library_in(tmp_path).rows(lambda done, total: heard.append((done, total)))
    assert heard == [(1, 2), (2, 2)]
    async with library(tmp_path) as pilot:
        pilot.app.screen.post_message(ReadSoFar(1200, 10000))
        await pilot.pause()
        assert "Reading 1,200 of 10,000 sessions" in flowing(pilot.app)


async def test_many_sessions_are_shown_a_page_at_a_time_and_all_are_found(tmp_path: Path) -> None:
    first = a_plan(tmp_path, "Hollin Bank", "2025-06-01")
    folder = tmp_path / "library"
    ledger = next((folder / first).glob("*.json"))
    for _ in range(249):
        copy = folder / new_id()
        copy.mkdir()
        os.link(folder / first / PACK, copy / PACK)
        shutil.copyfile(ledger, copy / ledger.name)
    a_plan(tmp_path, "Oldest", "2020-06-01")
    async with library(tmp_path) as pilot:
        assert "251 sessions" in flowing(pilot.app)
        assert len(listed(pilot)) == 201
        await pressed(pilot, "end")
        assert "Enter: show more (51 older sessions)" in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert listed(pilot)[-1] == "Oldest"
        await pressed(pilot, "slash", *"oldest")
        assert listed(pilot) == ["Oldest"]


async def test_the_same_session_stays_highlighted_while_others_come_and_go(
    tmp_path: Path,
) -> None:
    a_plan(tmp_path, "Mine", "2025-06-01")
    async with library(tmp_path) as pilot:
        a_plan(tmp_path, "Newer", "2026-06-01")
        a_plan(tmp_path, "Newest", "2026-07-01")
        the_library(pilot).look()  # what the clock does
        await settled(pilot)
        assert listed(pilot) == ["Newest", "Newer", "Mine"]
        await pressed(pilot, "enter")
        assert lines(pilot.app)[0].startswith(" Mine")


async def test_the_first_screen_says_how_to_leave(tmp_path: Path) -> None:
    async with library(tmp_path) as pilot:
        await pressed(pilot, "escape")
        assert "Ctrl+Q leaves" in flowing(pilot.app)


@pytest.mark.parametrize("size", [USUAL, NARROW, (120, 40)])
async def test_what_people_wrote_is_text(tmp_path: Path, size: tuple[int, int]) -> None:
    for place, probe in enumerate((*PROBES, "x" * 5_000), 1):
        made = library_in(tmp_path).create(
            Plan(setting=f"S{probe}", date=f"2026-06-{place:02}", reviewers=(f"N{probe}",))
        )
        add_note(made, made.state.present()[0], probe, ["1.1"])
        made.close()
    async with library(tmp_path, size, ascii_only=True) as pilot:
        assert {"S[/]", "S[link='x", "S[@click=app.quit]x[/]", "Slist[int] [sic]"} < set(
            listed(pilot)
        )
        await pressed(pilot, "slash", "N", "left_square_bracket")
        assert len(listed(pilot)) == 3
        assert "N[link='x" in flowing(pilot.app)
        await pressed(pilot, "escape")
        for _ in PROBES:
            await pressed(pilot, "down")
        assert pilot.app.is_running


async def test_plain_ascii_is_enough(tmp_path: Path) -> None:
    a_plan(tmp_path, "A setting whose name is longer than this small window is wide", "2026-06-01")
    async with library(tmp_path, NARROW, ascii_only=True) as pilot:
        assert "\n".join(lines(pilot.app)).isascii()
