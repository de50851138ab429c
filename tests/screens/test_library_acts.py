"""What can be done with a session in the library, by the keys a person presses, and what is on disk."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from seeing import flowing, text
from shelves import a_plan, library, listed, pressed, settled
from textual.pilot import Pilot
from textual.widgets import Input

from screens.archive_dialogs import PassphraseDialog
from screens.erase import EraseDialog
from screens.hand_to_school import ReceiptDialog
from screens.library import LibraryScreen
from sessions.bundle import unpack
from sessions.erasures import read_lines
from sessions.keeping import keep_until
from sessions.keeping_deleted import delete_session, deleted
from sessions.standing import set_standing


async def done(pilot: Pilot[int]) -> None:
    """Wait until what was asked for is done, and the library was read again."""
    await settled(pilot)
    await settled(pilot)


async def filled(pilot: Pilot[int], **fields: str) -> None:
    """Fill in the fields of the window that is in front, and press Enter."""
    for name, value in fields.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = value
    await pilot.press("enter")
    await done(pilot)


async def called(pilot: Pilot[int], act: str) -> None:
    """Choose a command that has no key, as the palette does."""
    await pilot.app.run_action(act, pilot.app.screen)
    await settled(pilot)


def three(root: Path) -> None:
    a_plan(root, "Beech", "2025-03-01")
    a_plan(root, "Alder", "2026-11-20")
    a_plan(root, "Cedar", "2026-06-01")


async def test_o_sorts_and_g_groups(tmp_path: Path) -> None:
    three(tmp_path)
    final = library_in(tmp_path).open("cedar-2026-06-01")
    set_standing(final, final.state.present()[0], "final")
    final.close()
    async with library(tmp_path) as pilot:
        await pilot.press("O")
        assert listed(pilot) == ["Alder", "Beech", "Cedar"]
        assert "Sorted by setting." in flowing(pilot.app)
        assert "3 sessions, by setting" in flowing(pilot.app)
        assert "final · describing" in flowing(pilot.app)
        await pilot.press("O", "O", "O", "G", "G", "G")
        assert listed(pilot) == ["2026", "Alder", "Cedar", "2025", "Beech"]
        await pilot.press("down", "down")  # a heading is passed over
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.chosen is not None
        assert screen.chosen.setting == "Beech"


async def test_a_puts_away_v_shows_and_words_find_it(tmp_path: Path) -> None:
    three(tmp_path)
    async with library(tmp_path) as pilot:
        await pilot.press("A")
        await done(pilot)
        assert "Alder, 20 November 2026 is put away" in flowing(pilot.app)
        assert listed(pilot) == ["Cedar", "Beech"]
        assert "2 of 3 sessions" in flowing(pilot.app)
        pilot.app.screen.query_one("#find", Input).value = "alder"
        await pilot.pause()
        assert listed(pilot) == ["Alder"]
        pilot.app.screen.query_one("#find", Input).value = ""
        await pilot.press("V")
        assert listed(pilot) == ["Alder", "Cedar", "Beech"]
        assert "archived · describing all 8 areas" in flowing(pilot.app)
        await pilot.press("home", "A")
        await done(pilot)
        assert "is back in the list" in flowing(pilot.app)
    assert [row.archived for row in library_in(tmp_path).rows()] == [False] * 3


async def test_del_says_what_is_lost_and_u_brings_it_back(tmp_path: Path) -> None:
    a_session(tmp_path)
    a_plan(tmp_path, "Older", "2020-03-01")
    here = library_in(tmp_path)
    delete_session(here, here.rows()[-1])  # on another day, in another window
    async with library(tmp_path) as pilot:
        await pilot.press("delete")
        seen = flowing(pilot.app)
        assert "In it: 4 shared notes on 2 statements by Amira Khan" in seen
        assert "It was not handed over to the school." in seen
        assert "restored for 30 days (u)" in seen
        await pilot.press("y")
        await done(pilot)
        assert listed(pilot) == []
        assert "Hollin Bank Primary, 20 November 2026 is deleted." in flowing(pilot.app)
        assert len(deleted(here)) == 2
        await pilot.press("u")
        await done(pilot)
        assert "Hollin Bank Primary, 20 November 2026 is back." in flowing(pilot.app)
        await pilot.press("u")
        await pilot.pause()
        assert "Bring back which session?" in flowing(pilot.app)
        await pilot.press("enter")
        await done(pilot)
        assert listed(pilot) == ["Hollin Bank Primary", "Older"]
    assert deleted(here) == ()


async def test_x_hands_over_then_erases_and_the_receipt_says_so(tmp_path: Path) -> None:
    made = a_session(tmp_path)
    file = tmp_path / "for-the-school.inclusion-review"
    async with library(tmp_path) as pilot:
        await pressed(pilot, "X")
        await filled(pilot, file=str(file))
        assert "The receipt says who handed it over" in flowing(pilot.app)
        await filled(pilot, by="Amira Khan", file=str(file))
        assert isinstance(pilot.app.screen, ReceiptDialog)
        assert unpack(file.read_bytes()).manifest.session == made.id
        receipt = tmp_path / "for-the-school-receipt.txt"
        assert "Not erased yet" in receipt.read_text()
        await pressed(pilot, "escape")
        assert "handed over ·" in flowing(pilot.app)
        await pressed(pilot, "X")
        assert "Erase the copy here: the school has opened the file" in flowing(pilot.app)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, EraseDialog)
        assert "Flash disks" in text(pilot.app) or "What cannot be promised" in text(pilot.app)
        await filled(pilot, by="Amira Khan", file=str(file), word="hollin")
        assert isinstance(pilot.app.screen, EraseDialog)
        await filled(pilot, word="hollin-bank-primary-2026-11-20")
        assert "The copy here is erased for good." in flowing(pilot.app)
        assert "Erased on the visitors' machine" in receipt.read_text()
        await pressed(pilot, "escape")
        assert "No sessions yet" in flowing(pilot.app)
        # The school's own installation opens it; here it is this one.
        await pressed(pilot, "I")
        await filled_line(pilot, str(file))
        assert "Hollin Bank Primary" in listed(pilot)
    (line,) = read_lines(tmp_path / "library")
    assert (line.by, line.reason) == ("Amira Khan", "handed over to the school")


async def filled_line(pilot: Pilot[int], value: str) -> None:
    """Answer a window that asks for one line."""
    pilot.app.screen.query_one(Input).value = value
    await pressed(pilot, "enter")
    await done(pilot)


async def test_a_file_that_is_none_of_ours_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"not a session")
    async with library(tmp_path) as pilot:
        for name, why in (("photo.jpg", "This is no session"), ("nowhere", "There is no file")):
            await pressed(pilot, "I")
            await filled_line(pilot, str(tmp_path / name))
            assert why in flowing(pilot.app)
            assert listed(pilot) == []


async def test_a_copy_is_locked_with_a_passphrase(tmp_path: Path) -> None:
    made = a_session(tmp_path)
    file = tmp_path / "safe.inclusion-archive"
    words = "four quiet otters paddling"
    async with library(tmp_path) as pilot:
        await called(pilot, "lock_away")
        assert isinstance(pilot.app.screen, PassphraseDialog)
        await filled(pilot, passphrase="short", again="short", file=str(file))
        assert "12 characters or more" in flowing(pilot.app)
        await filled(pilot, passphrase=words, again=words + "x")
        assert "not what was typed the first time" in flowing(pilot.app)
        assert words not in text(pilot.app)
        await filled(pilot, again=words)
        assert "Locked in" in flowing(pilot.app)
        await pilot.press("I")
        await filled_line(pilot, str(file))
        await filled(pilot, passphrase=words)
        assert "is here already, with all that is in the file" in flowing(pilot.app)
    assert [row.id for row in library_in(tmp_path).rows()] == [made.id]


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_a_session_that_is_due_is_erased_once_its_name_is_typed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    made = a_session(tmp_path)
    with library_in(tmp_path).open(made.id) as session:
        keep_until(session, "2026-11-20")
    async with library(tmp_path, size) as pilot:
        assert "its retention date has come. Ctrl+P" in flowing(pilot.app)
        assert "retention date has come ·" in flowing(pilot.app)
        await called(pilot, "erase_due")
        shown = text(pilot.app)
        for what in ("Your name", "Why", "Type its name", "Enter: erase", "its retention date"):
            assert what in shown
        await filled(pilot, by="Fay", word="something else")
        assert "or press Esc to keep it" in flowing(pilot.app)
        await filled(pilot, word="hollin-bank-primary-2026-11-20")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "is erased for good" in flowing(pilot.app)
    assert not (tmp_path / "library" / made.id).exists()
    (line,) = read_lines(tmp_path / "library")
    assert line.reason == "its retention date, 2026-11-20, has come"


async def test_a_retention_date_is_set(tmp_path: Path) -> None:
    a_session(tmp_path)
    async with library(tmp_path) as pilot:
        await called(pilot, "erase_due")
        assert "No retention date has come" in flowing(pilot.app)
        await called(pilot, "set_retention")
        await filled_line(pilot, "2099-08-31")
        assert "is to be erased on 31 August 2099" in flowing(pilot.app)
    assert library_in(tmp_path).rows()[0].retention == "2099-08-31"


async def test_copies_are_said_on_the_row(tmp_path: Path) -> None:
    three(tmp_path)
    a_plan(tmp_path, "Alder", "2026-11-20")
    async with library(tmp_path) as pilot:
        assert flowing(pilot.app).count("another session of this setting, day and framework") == 2


async def test_what_was_cut_off_is_finished_at_the_start_and_said(tmp_path: Path) -> None:
    made = a_session(tmp_path)
    here = library_in(tmp_path)
    from sessions.erasing_jobs import Job, begin

    begin(
        here.home,
        Job(
            act="act",
            at="2026-11-20 10:46",
            library=str(here.folder.resolve()),
            session=made.id,
            name="hollin",
            by="Fay",
            reason="over",
            folders=(made.id,),
        ),
    )
    async with library(tmp_path) as pilot:
        await done(pilot)
        assert "Erasing hollin was cut off; it is finished now." in flowing(pilot.app)
        assert listed(pilot) == []


# One note


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_e_erases_a_note_for_good_once_its_ref_is_typed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pressed(pilot, "i", "E")
        shown = text(app)
        assert "Erase AK4 for good?" in shown
        assert "A parent at the gate" in shown
        assert "Enter: erase" in shown
        await filled(pilot, reason="a name", word="AK3")
        assert "Type AK4, or press Esc" in flowing(app)
        await filled(pilot, word="ak4")
        assert "AK4 is erased for good." in flowing(app)
        assert "The inbox is empty" in flowing(app)
        await pressed(pilot, "u")
        assert "gone for good" in flowing(app)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"A parent at the gate" in path.read_bytes() for path in files)
    assert read_lines(tmp_path / "library")[0].what == "note AK4"
