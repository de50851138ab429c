"""Writing documents to files, through the keys a person presses: which, how, where, and what if not."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest
from house import library_in
from reporting import NAME, TO_FILE, described, pressed, quiet, report, went
from seeing import flowing
from textual.pilot import Pilot
from whole import word_text

from exports.documents import DOCUMENTS
from exports.facts import source_of
from exports.writer import write_export
from screens.dialogs import Confirm, Line
from screens.export_words import reason_of
from screens.leaving import LeavingDialog
from screens.widgets.fields import LineField
from sessions.view import view


async def named(pilot: Pilot[int], name: str, *keys: str) -> None:
    """Ask for a file for the full report, as Markdown, and name it."""
    await pressed(pilot, *(keys or TO_FILE))
    pilot.app.screen.query_one(LineField).value = name
    await pressed(pilot, "enter")


async def test_the_report_is_written_where_it_says_for_its_owner_alone(tmp_path: Path) -> None:
    session = quiet(tmp_path)
    async with report(tmp_path, session) as pilot:
        await pressed(pilot, *TO_FILE)
        assert isinstance(pilot.app.screen, Line)
        await pressed(pilot, "enter")
        file = tmp_path / "out" / NAME
        opened = library_in(tmp_path).open(session.id)
        made = DOCUMENTS["report"].markdown(source_of(view(opened), opened.framework, opened.now()))
        for text in (file.read_text(encoding="utf-8"), made):
            assert "A chart hung beside the door." in text
        one, other = (
            [line for line in text.splitlines() if "Report made" not in line]
            for text in (file.read_text(encoding="utf-8"), made)
        )
        assert one == other
        assert str(file) in went(pilot)
        await pressed(pilot, "tab", "pagedown", "tab")
        assert str(file) in went(pilot)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_document_is_chosen_then_how_then_where_and_the_folder_is_offered_again(
    tmp_path: Path,
) -> None:
    (tmp_path / "elsewhere").mkdir()
    async with report(tmp_path, quiet(tmp_path)) as pilot:
        await pressed(pilot, "x")
        assert "The summary two pages, for the busy reader" in flowing(pilot.app)
        await pressed(pilot, *"pa", "enter")
        assert "Write the page for parents and carers as what?" in flowing(pilot.app)
        await named(pilot, str(tmp_path / "elsewhere"), "down", "down", "enter")
        file = tmp_path / "elsewhere" / NAME.replace("report.md", "parents.docx")
        assert str(file) in went(pilot)
        assert "How to have your say" in word_text(file.read_bytes())
        await pressed(pilot, "x", "enter", "down", "enter")
        offered = pilot.app.screen.query_one(LineField).value
        assert Path(offered) == tmp_path / "elsewhere" / NAME.replace(".md", ".html")


async def test_a_file_that_is_there_is_kept_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    async with report(tmp_path, quiet(tmp_path)) as pilot:
        file = tmp_path / "out" / NAME
        file.write_text("last year's", encoding="utf-8")
        await pressed(pilot, *TO_FILE, "enter")
        assert isinstance(pilot.app.screen, Confirm) and "there already" in flowing(pilot.app)
        await pressed(pilot, "n")
        assert file.read_text(encoding="utf-8") == "last year's"
        assert "nothing was written" in went(pilot)
        await pressed(pilot, *TO_FILE, "enter", "y")
        assert file.read_text(encoding="utf-8").startswith("# Peer review of inclusion")
        assert "Written at" in went(pilot)
        assert list(file.parent.iterdir()) == [file]


async def test_a_name_alone_is_enough_and_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with report(tmp_path, quiet(tmp_path)) as pilot:
        for typed, why in (
            ("gone/report.md", "there is no such folder"),
            ("~nobody-of-this-name/report.md", "Nothing was written"),
            ("", "nothing was written"),
        ):
            await named(pilot, typed)
            assert why in went(pilot)
            assert list((tmp_path / "out").iterdir()) == []
        for typed, where in (("for the head", "out/for the head.md"), (".", f"out/{NAME}")):
            await named(pilot, typed)
            assert (tmp_path / where).is_file()
            assert str(tmp_path / where) in went(pilot)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("a-file/report.md", "there is no such folder"),
        ("x" * 300, "the name is too long"),
        pytest.param(
            "/sys/kernel/report.md",
            "you may not write there",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="a folder of Linux's own"),
        ),
    ],
)
def test_a_reason_is_said_in_words(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    with pytest.raises(OSError) as caught:
        write_export(tmp_path / path, "text", overwrite=False)
    assert reason_of(caught.value) == why


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0,
    reason="root may write into every folder, and Windows has no such modes",
)
async def test_a_read_only_folder_is_said_in_words(tmp_path: Path) -> None:
    async with report(tmp_path, quiet(tmp_path)) as pilot:
        (tmp_path / "out").chmod(0o500)
        await pressed(pilot, *TO_FILE, "enter")
        assert "you may not write there" in went(pilot)
        (tmp_path / "out").chmod(0o700)
        await pressed(pilot, *TO_FILE, "enter")
        assert (tmp_path / "out" / NAME).is_file()


async def test_what_may_identify_somebody_is_asked_of_what_is_in_the_document_alone(
    tmp_path: Path,
) -> None:
    session = described(
        tmp_path,
        ("1.1", "The only learner with a taxi waited at the gate."),
        ("1.2", "The only boy sat on the bench beside the door."),
    )
    async with report(tmp_path, session) as pilot:
        await pressed(pilot, *TO_FILE)
        assert isinstance(pilot.app.screen, LeavingDialog)
        assert "2 things may identify somebody" in flowing(pilot.app)
        await pressed(pilot, "escape")
        assert "Nothing was written." in went(pilot)
        await pressed(pilot, *TO_FILE, "x", "enter")
        assert (tmp_path / "out" / NAME).is_file()
        await pressed(pilot, "x", *"pa", "enter", "enter")
        assert isinstance(pilot.app.screen, Line)  # no note is in it


async def test_the_schools_own_template_is_offered_where_there_is_one(tmp_path: Path) -> None:
    session = quiet(tmp_path)
    template = library_in(tmp_path).folder / "template.toml"
    template.write_text('[headings]\nsay = "Talk to us"\n', encoding="utf-8")
    async with report(tmp_path, session) as pilot:
        parents = ("x", *"pa", "enter", "enter")
        await pressed(pilot, *parents)
        assert "In the school's own template" in flowing(pilot.app)
        await pressed(pilot, "enter", "enter")
        file = tmp_path / "out" / NAME.replace("report", "parents")
        assert "\n## Talk to us\n" in file.read_text(encoding="utf-8")
        await pressed(pilot, *parents, "down", "enter", "enter", "y")
        assert "\n## How to have your say\n" in file.read_text(encoding="utf-8")
        template.write_text('\n[headings]\nsey = "Talk to us"\n', encoding="utf-8")
        await pressed(pilot, *parents, "enter")
        assert f"{template}:3: " in went(pilot) and "Nothing was written" in went(pilot)


async def test_a_bar_shows_how_far_it_is_and_the_screen_stays_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, there = threading.Event(), os.fsync

    def slow(number: int) -> None:
        disk.wait(20)
        there(number)

    async with report(tmp_path, quiet(tmp_path)) as pilot:
        await pressed(pilot, *TO_FILE)
        monkeypatch.setattr(os, "fsync", slow)
        await pilot.press("enter")
        while "[####" not in went(pilot):
            await pilot.pause()
        assert "Writing the full report: bringing it to the disk" in went(pilot)
        await pilot.press("x")
        assert "A file is being written" in flowing(pilot.app)
        disk.set()
        await pressed(pilot)
        assert "Written at" in went(pilot) and NAME in went(pilot)


async def test_what_does_not_hold_is_taken_away_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = os.fsync

    def lose(number: int) -> None:  # the end of whatever is written
        os.ftruncate(number, 900)
        there(number)

    async with report(tmp_path, quiet(tmp_path)) as pilot:
        await pressed(pilot, *TO_FILE)
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", lose)
            await pressed(pilot, "enter")
        assert "does not hold when it is read again" in went(pilot)
        assert "the review is as it was; try once more" in went(pilot)
        assert list((tmp_path / "out").iterdir()) == []
