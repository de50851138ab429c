"""Present: a second window can do nothing else, and what is on a page."""

from pathlib import Path

import pytest
from contrast import weak_text
from house import NARROW, USUAL
from room import (
    PEOPLE,
    a_panel,
    a_wall,
    agreed,
    cast,
    judged,
    opened,
    revealed,
    two_windows,
)
from seeing import text
from wall_steps import steps_of

from screens.present_pages import shown
from screens.present_words import Wording, page
from screens.symbols import Symbols
from sessions.ballots import judge, reveal
from sessions.following import Wall
from sessions.passes import open_gate, reopen
from sessions.view import view
from tui.themes import NAMES

# The second window can do nothing else


async def test_the_second_window_writes_nothing_and_no_key_moves_it(tmp_path: Path) -> None:
    panel = judged(a_panel(tmp_path))
    panel.session.release()

    def files() -> dict[Path, tuple[bytes, int]]:
        found = (path for path in tmp_path.rglob("*") if path.is_file())
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}

    wall = a_wall(tmp_path, panel.session)
    before = files()
    async with wall.run_test(size=USUAL) as pilot:
        await pilot.pause()
        still = text(wall)
        for key in (
            "f4",
            "z",
            "n",
            "j",
            "right",
            "enter",
            "escape",
            "tab",
            "ctrl+p",
            "f1",
            "T",
            "u",
        ):
            await pilot.press(key)
        await wall.look()
        assert text(wall) == still
        assert len(wall.screen_stack) == 2
        await pilot.press("ctrl+q")
    assert wall.return_code == 0
    assert files() == before


async def test_a_library_that_is_gone_leaves_the_wall_as_it_was(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d")
        still = windows.page()[1]
        (tmp_path / "library").rename(tmp_path / "away")
        await windows.wall.look()
        await windows.other.pause()
        assert windows.page()[1] == still
        (tmp_path / "away").rename(tmp_path / "library")


# What is on a page


async def test_after_talking_the_second_ballots_are_a_page_of_their_own(tmp_path: Path) -> None:
    panel = revealed(a_panel(tmp_path))
    cast(panel, panel.tamsin)
    cast(panel, panel.rosa, 1, 2)
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "f4", "right", "right", "right", "right")
        assert "First ballots" in windows.seen
        assert "Establishing Foundations ▌ ▌ ■" in windows.seen
        assert "Not enough evidence" not in windows.seen
        await windows.press("right")
        assert "After talking" in windows.seen
        for row in (
            "▲ Establishing Foundations ▌ ■",
            "● Sustaining Excellence · ▲ and ■ together ▌ Not enough evidence ▌",
        ):
            assert row in windows.seen
        await windows.press("escape", "y")
        assert "After talking" in windows.seen


async def test_not_applicable_is_a_value_of_its_own(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    cast(panel, panel.quin, 2)
    cast(panel, panel.rosa)
    judge(panel.session, panel.tamsin, "1.1", outcome="not_applicable", because="A badger.")
    reveal(panel.session, panel.fay, statement="1.1")
    panel.session.flush()
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("y")
        assert (
            "■ Strengthening Practice ▌ ● Sustaining Excellence · Not enough evidence ▌ Not applicable ▌"
            in (windows.seen)
        )


async def test_what_is_agreed_is_shown_with_its_steps_and_no_name(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("y")
        assert "Agreed ▲ Establishing Foundations A weasel, seen by all." in windows.seen
        assert "A different view is written down too." in windows.seen
        assert not any(name in windows.seen for name in (*PEOPLE, "polecat"))
        await windows.press("escape")
        assert "Together we say A stoat sits here." in windows.seen


async def test_what_was_agreed_before_a_reopening_says_so(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    reopen(panel.session, panel.fay, 1, "A vole.")
    open_gate(panel.session, panel.fay, 1)
    panel.session.flush()
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("y")
        assert "! agreed before the area was reopened; look again A weasel" in windows.seen


NO_DESCRIPTORS = ("send-self-assessment", "send-rag-audit")


@pytest.mark.parametrize("framework", NO_DESCRIPTORS)
@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_without_descriptors_the_steps_are_shown_by_name(
    tmp_path: Path, framework: str, size: tuple[int, int]
) -> None:
    panel = opened(a_panel(tmp_path, framework))
    marks = [f"{step.symbol} {step.name}" for step in panel.session.framework.scale.steps]
    async with two_windows(tmp_path, panel, size=size) as windows:
        await windows.press("d", "f4", "right")
        assert " ".join(marks) in windows.seen
        await windows.press("right")
        assert "Ballots are sealed" in windows.seen


@pytest.mark.parametrize("framework", ["inclusion-audit", "send-support", *NO_DESCRIPTORS])
@pytest.mark.parametrize("size", [NARROW, USUAL])
def test_every_statement_and_descriptor_of_every_pack_stands_whole_on_the_wall(
    tmp_path: Path, framework: str, size: tuple[int, int]
) -> None:
    panel = a_panel(tmp_path, framework)
    change = panel.session
    for area in (1, 2):
        open_gate(change, panel.fay, area)
    seen, by = view(change), Wording(change.framework, Symbols())
    width, height = size[0], size[1] - 2
    for area_seen in seen.areas:
        for statement in area_seen.statements:
            assert statement.judged is not None
            asked = Wall("statement", area_seen.number, statement.ref)
            drawn = " ".join(page(shown(seen, asked), seen, by, width, height).plain.split())
            assert statement.text in drawn
            assert all(question in drawn for question in statement.questions[:1])
            for place, descriptor in enumerate(statement.judged.descriptors):
                told = Wall("stages", area_seen.number, statement.ref, place)
                words = page(shown(seen, told), seen, by, width, height).plain
                assert len(words.split("\n")) <= height
                if descriptor is not None:
                    assert " ".join(descriptor.text.split()) in " ".join(words.split())
    change.release()


async def test_the_wall_stands_out_in_every_theme(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "f4")
        for _ in range(6):
            for theme in NAMES.values():
                windows.wall.theme = theme
                await windows.other.pause()
                assert weak_text(windows.wall) == set()
            await windows.press("right")


async def test_while_somebody_else_types_the_wall_stays_and_then_follows_again(
    tmp_path: Path,
) -> None:
    panel = opened(a_panel(tmp_path))
    area = panel.session.framework.areas[0]
    async with two_windows(tmp_path, panel) as windows:
        await windows.press("d", "p", "f9", "2")
        await windows.press("j", "1", "f4", "right")
        assert windows.app.review is not None and windows.app.review.person == panel.quin
        assert steps_of(panel.session.framework)[0] in windows.seen
        assert area.statements[0].text in windows.seen
        await windows.press("f9", "1")
        assert windows.app.review.person == panel.fay
        await windows.press("escape", "home", "d", "j")
        assert area.statements[2].text in windows.seen
