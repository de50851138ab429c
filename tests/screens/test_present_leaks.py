"""What the wall never shows, whatever place it is asked for; and what people wrote, as text."""

from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from house import NARROW, USUAL, app_on
from room import (
    PEOPLE,
    QUIN,
    Panel,
    a_panel,
    agreed,
    cast,
    first,
    judged,
    opened,
    revealed,
    two_windows,
)
from seeing import lines, text
from textual.widget import Widget

from frameworks.model import Framework
from screens.present_pages import shown
from screens.present_words import Wording, page
from screens.symbols import Symbols
from sessions.agreeing import agree
from sessions.following import Sight, Wall
from sessions.notes import add_note
from sessions.passes import reopen
from sessions.people import add_person
from sessions.view import view

SECRETS = ("zebra", "heron", "badger", "weasel", "polecat", "stoat", *PEOPLE)
"""Words of notes, ballots, agreements, dissent; and names."""


def steps_of(framework: Framework) -> list[str]:
    return [step.name for step in framework.scale.steps]


# What is never on it


def everything(panel: Panel) -> list[tuple[Wall, str]]:
    """Every page that any file could ask for, as it is drawn."""
    seen, by = view(panel.session), Wording(panel.session.framework, Symbols())
    refs = (first(panel), "1.2", "2.1", "9.9", "")
    asked = [
        Wall(sight, area, ref, step)
        for sight, area, ref, step in product(get_args(Sight), (0, 1, 2, 9), refs, (-1, 0, 1, 5))
    ]
    return [(wall, page(shown(seen, wall), seen, by, 80, 40).plain) for wall in asked]


def words_of_steps(framework: Framework) -> list[str]:
    words = [word for step in framework.scale.steps for word in (step.name, step.symbol)]
    return words + [d.text[:40] for area in framework.areas[:2] for d in area.descriptors]


def test_while_an_area_is_described_no_page_says_a_step(tmp_path: Path) -> None:
    panel = a_panel(tmp_path)
    for wall, drawn in everything(panel):
        for word in (*words_of_steps(panel.session.framework), *SECRETS, "▌", "sealed"):
            assert word not in drawn, wall


def test_before_the_reveal_no_page_says_a_ballot_or_a_name(tmp_path: Path) -> None:
    for state in (opened, judged):
        panel = state(a_panel(tmp_path / state.__name__))
        for wall, drawn in everything(panel):
            assert not any(word in drawn for word in (*SECRETS, "▌", "Not enough")), wall
            if wall.sight != "stages":
                assert not any(name in drawn for name in steps_of(panel.session.framework)), wall


def test_how_many_have_cast_and_what_changes_nothing_before_the_last(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    before = everything(panel)
    cast(panel, panel.quin, 1)
    cast(panel, panel.rosa, 3)
    assert everything(panel) == before


def test_after_a_reopening_no_page_says_what_was_judged_or_agreed(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    reopen(panel.session, panel.fay, 1, "A vole.")
    for wall, drawn in everything(panel):
        for word in (*words_of_steps(panel.session.framework), *SECRETS, "vole", "▌"):
            assert word not in drawn, wall


def test_after_the_reveal_no_page_says_a_name_a_because_or_a_number(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    assert any("▌" in drawn and wall.sight == "spread" for wall, drawn in everything(panel))
    for wall, drawn in everything(panel):
        assert not any(name in drawn for name in (*PEOPLE, "QA1", "TO", "badger", "polecat")), wall
        assert "%" not in drawn, wall
        if wall.sight == "spread" and "▌" in drawn:
            rows = [line for line in drawn.split("\n") if "▌" in line or "·" in line]
            assert not any(letter.isdigit() for row in rows for letter in row)


async def test_who_is_typing_sees_no_own_draft_or_note_in_the_wall_view(tmp_path: Path) -> None:
    panel = opened(a_panel(tmp_path))
    app = app_on(tmp_path, panel.session, person=QUIN)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("home", "d", "p", "1", "c", "enter", "k", "f4")
        for key in ("left", *["right"] * 6):
            await pilot.press(key)
            body = "\n".join(lines(app)[1:-1])
            assert not any(word in body for word in (*SECRETS, "▌"))


# Whatever people wrote, on any terminal

PROBE = (
    "[/] [/foo] [link='x [sic] [@click=app.quit]x[/] \x1b]52;c;aGVsbG8=\x07 \x9b31m "
    "\u202eright to left\u202c 漢字 \U0001f469\U0001f3fd\u200d\U0001f3eb " + "x" * 3000
)


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_what_people_write_is_text_on_the_wall(tmp_path: Path, size: tuple[int, int]) -> None:
    panel = revealed(a_panel(tmp_path, setting=f"School {PROBE}"))
    agree(panel.session, panel.fay, statement="1.1", outcome="not_applicable", because=PROBE)
    agree(panel.session, panel.fay, area=1, because=PROBE)
    add_person(panel.session, "Zed " + PROBE[:60])
    add_note(panel.session, panel.quin, PROBE, ["1.1"])
    panel.session.flush()
    async with two_windows(tmp_path, panel, size=size) as windows:
        await windows.press("d", "f4")
        for key in ("left", *["right"] * 6):
            await windows.press(key)
            for app in (windows.app, windows.wall):
                drawn = text(app)
                assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in drawn)
                assert not set(drawn) & set("\u202e\u202c")
                for widget in app.screen.query("*").results(Widget):
                    if widget.display and widget.region:
                        assert widget.region.right <= size[0]
        assert "Agreed Not applicable [/] [/foo] [link='x [sic]" in windows.seen
        assert "…" in windows.seen


@pytest.mark.parametrize("framework", ["inclusion-audit", "send-rag-audit"])
async def test_ascii_is_enough_for_the_wall(tmp_path: Path, framework: str) -> None:
    panel = agreed(a_panel(tmp_path, framework))
    async with two_windows(tmp_path, panel, ascii_only=True) as windows:
        await windows.press("d", "f4", "left")
        for _ in range(8):
            for app in (windows.app, windows.wall):
                assert {letter for letter in text(app) if not letter.isascii()} == set()
            await windows.press("right")
    steps = panel.session.framework.scale.steps
    assert steps[0].initials.isascii()
