"""Prepare, through the keys a person presses: lines of enquiry, and what Describe shows of them."""

from pathlib import Path

import pytest
from contrast import weak_text
from house import NARROW, USUAL, WIDE, app_on, places_in
from preparing import (
    PROBES,
    a_visit,
    answered,
    detail,
    only,
    part,
    prepare,
    pressed,
    rows,
    saved,
    typed,
    values,
    who,
)
from seeing import flowing, lines, text

from screens.dialogs import Confirm
from screens.form_dialog import FormDialog
from screens.overview import OverviewScreen
from screens.prepare import PrepareScreen
from screens.widgets.part_list import PartLine, PartList
from sessions.enquiries import add_enquiry
from sessions.passes import open_gate
from sessions.self_evaluating import self_evaluate
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity
from tui.themes import LIGHT

# Going about


async def test_q_comes_here_from_the_screens_of_a_review(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    open_gate(session, who(session, "Fay Marsh"), 1)
    session.close()
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        for keys in ((), ("d",), ("r",), ("l",), ("d", "p"), ("y",)):
            await pressed(pilot, *keys, "q")
            assert isinstance(app.screen, PrepareScreen), keys
            assert "[Prepare]" in lines(app)[0]
            await pressed(pilot, "escape")
            assert isinstance(app.screen, OverviewScreen)


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_four_parts_each_with_rows_and_a_detail(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    expected = {
        "Enquiry": ("Add a line of enquiry", "an open question"),
        "Timetable": ("Add an activity", "who goes where when"),
        "Own view": ("Area 1", "Kept by the host until the gate of area 1 opens."),
        "Figures": ("SEN support", "Learners on roll"),
    }
    async with prepare(tmp_path, a_visit(tmp_path), size=size) as pilot:
        for row, detail in expected.values():
            seen = flowing(pilot.app)
            assert row in seen
            assert " ".join(detail.split()[:3]) in seen
            assert "Left Right" in seen
            await pressed(pilot, "right")
        assert part(pilot) in ("Lines of enquiry", "Enquiry")
        await pressed(pilot, "left")
        assert part(pilot) in ("Context figures", "Figures")


async def test_a_part_is_one_click_away_and_a_row_opens_with_the_second(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    me = who(session, "Amira Khan")
    add_enquiry(session, me, "What helps?")
    add_enquiry(session, me, "Who says so?")
    async with prepare(tmp_path, session) as pilot:
        await pilot.click(PartLine, offset=(22, 0))
        await pressed(pilot)
        assert part(pilot) == "Timetable"
        await pilot.click(PartLine, offset=(3, 0))
        await pressed(pilot)
        assert part(pilot) == "Lines of enquiry"
        await pilot.click(PartList, offset=(4, 2))
        await pressed(pilot)
        assert "Line of enquiry 2: open" in flowing(pilot.app)
        assert isinstance(pilot.app.screen, PrepareScreen)
        await pilot.click(PartList, offset=(4, 2))
        await pressed(pilot)
        assert isinstance(pilot.app.screen, FormDialog)


async def test_every_key_is_in_help_and_palette(tmp_path: Path) -> None:
    async with prepare(tmp_path, a_visit(tmp_path), "Helen Host", WIDE) as pilot:
        await pressed(pilot, "f1")
        helped = flowing(pilot.app)
        for words in ("Left Right", "+ Add a line of enquiry", "h Propose lines", "Del Delete"):
            assert words in helped
        await pressed(pilot, "escape", "ctrl+p", *"because")
        assert "Because (b)" in flowing(pilot.app)
        await pressed(pilot, "escape")
        assert "1 2 3 stage  b because" in lines(pilot.app)[-1]


async def test_a_key_of_ones_own_is_the_key_that_is_named(tmp_path: Path) -> None:
    home = places_in(tmp_path).home
    session = a_visit(tmp_path)
    (home / "keys.toml").write_text('add_row = "a"\nplan = "z"\n', encoding="utf-8")
    async with prepare(tmp_path, session) as pilot:
        assert "Press a to write one." in flowing(pilot.app)
        await pressed(pilot, "a")
        assert isinstance(pilot.app.screen, FormDialog)


# Lines of enquiry


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_a_line_of_enquiry_is_written(tmp_path: Path, size: tuple[int, int]) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session, size=size) as pilot:
        await pressed(pilot, "plus")
        await typed(pilot, "What helps learners here?", "tab")
        await typed(pilot, "2.1, 1.3", "tab")
        await typed(pilot, "They can say it.", "tab")
        await typed(pilot, "Nobody has asked.", "tab")
        await typed(pilot, "The council's minutes", "enter")
        shown = detail(pilot) if size == USUAL else flowing(pilot.app)
        assert "Line of enquiry 1: open What helps learners here?" in shown
        assert "Line of enquiry 1 is written." in flowing(pilot.app)
        found = only(saved(pilot, tmp_path, session))
        assert (found.question, found.statements) == ("What helps learners here?", ("1.3", "2.1"))
        assert (found.supports, found.refutes) == ("They can say it.", "Nobody has asked.")
        assert found.look == "The council's minutes"


async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    tmp_path: Path,
) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "plus", "enter")
        assert "! A line of enquiry needs a question" in flowing(pilot.app)
        assert pilot.app.focused is not None and pilot.app.focused.id == "question"
        await typed(pilot, "What helps?", "tab")
        await typed(pilot, "9.9", "enter")
        assert "! There is no statement 9.9" in flowing(pilot.app)
        assert pilot.app.focused.id == "statements"
        assert values(pilot)["question"] == "What helps?"
        assert saved(pilot, tmp_path, session).visit.enquiries == ()
        await pressed(pilot, "end", "ctrl+u", *"1.1", "enter")
        assert only(saved(pilot, tmp_path, session)).statements == ("1.1",)


async def test_it_is_closed_with_a_reason_and_opened_again(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    add_enquiry(session, who(session, "Amira Khan"), "What helps?", ["1.1"])
    async with prepare(tmp_path, session) as pilot:
        assert "Enter close" in lines(pilot.app)[-1]
        await pressed(pilot, "enter", "left", "enter")
        assert "cannot be dropped without a reason" in flowing(pilot.app)
        assert pilot.app.focused is not None and pilot.app.focused.id == "reason"
        await typed(pilot, "No time was left.", "enter")
        assert "Closed (1)" in rows(pilot)
        found = only(saved(pilot, tmp_path, session))
        assert (found.standing, found.reason) == ("dropped", "No time was left.")
        assert "Enter reopen" in lines(pilot.app)[-1]
        await pressed(pilot, "enter", "right", "enter")
        assert only(saved(pilot, tmp_path, session)).standing == "open"


async def test_an_answer_closes_it_without_a_reason(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    add_enquiry(session, who(session, "Amira Khan"), "What helps?")
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "enter", "right", "right", "enter")
        assert only(saved(pilot, tmp_path, session)).standing == "not-supported"
        assert "Line of enquiry 1: not supported What helps?" in detail(pilot)


async def test_it_is_changed_deleted_and_brought_back(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    add_enquiry(session, who(session, "Amira Khan"), "What helps", ["1.1"], look="Here")
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "e")
        await typed(pilot, " learners?", "enter")
        found = only(saved(pilot, tmp_path, session))
        assert (found.question, found.statements, found.look) == (
            "What helps learners?",
            ("1.1",),
            "Here",
        )
        await pressed(pilot, "delete")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Undo (u) can bring it back." in flowing(pilot.app)
        await pressed(pilot, "y")
        assert saved(pilot, tmp_path, session).visit.enquiries == ()
        assert "There is no line of enquiry yet." in flowing(pilot.app)
        await pressed(pilot, "u", "y")
        assert only(saved(pilot, tmp_path, session)).question == "What helps learners?"


# Anything that people write, any terminal


async def test_what_people_write_is_text_and_nothing_overflows(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    me, host = who(session, "Amira Khan"), who(session, "Helen Host")
    for probe in PROBES:
        add_enquiry(session, me, probe, ["1.1"], supports=probe, refutes=probe, look=probe)
        add_activity(session, me, Activity(what=probe, where=probe, who=probe, starts="9:00"))
        self_evaluate(session, host, "1.1", stages=["sustaining"], because=probe)
    async with prepare(tmp_path, session, "Helen Host", NARROW) as pilot:
        for keys in (("left", "left"), ("down",) * 4, ("right",), ("e",), ("escape", "end")):
            await pressed(pilot, *keys)
            shown = text(pilot.app)
            assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in shown)
            assert not set(shown) & set("\u202e\u202c\u2066\u2069")
            assert all(len(line) <= NARROW[0] for line in lines(pilot.app))
        await pressed(pilot, "left", "home", "f")
        assert "".join(PROBES[0].split()) in "".join(flowing(pilot.app).split())


@pytest.mark.parametrize("person", ["Helen Host", "Amira Khan"])
async def test_ascii_is_enough(tmp_path: Path, person: str) -> None:
    session = answered(tmp_path)
    add_enquiry(session, who(session, "Amira Khan"), "What helps learners to say it?" * 9, ["1.1"])
    async with prepare(tmp_path, session, person, ascii_only=True) as pilot:
        for keys in (("home",), ("right",), ("right",), ("right",), ("e",), ("escape", "escape")):
            await pressed(pilot, *keys)
            assert text(pilot.app).isascii()


async def test_what_the_host_sees_stands_out_in_both_themes(tmp_path: Path) -> None:
    async with prepare(tmp_path, answered(tmp_path), "Helen Host") as pilot:
        assert weak_text(pilot.app) == set()
        pilot.app.theme = LIGHT
        await pressed(pilot, "e")
        assert weak_text(pilot.app) == set()


# While describing


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_describe_shows_what_is_open_in_a_line_and_all_of_it_under_f(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    session = a_visit(tmp_path)
    me = who(session, "Amira Khan")
    add_enquiry(session, me, "Which patterns in the figures led to something?" * 3, ["1.4"])
    async with prepare(tmp_path, session, size=size) as pilot:
        await pressed(pilot, "g", *"1.4", "enter", "d")
        seen = flowing(pilot.app)
        assert "Enquiry 1: " in seen or size == NARROW
        for words in (
            "1.4 Using a range of methods",
            "Ask",
            "nothing yet",
            "source not said",
        ):
            assert words in seen
        await pressed(pilot, "f", "end")
        assert "Line of enquiry 1 (open) Which patterns" in flowing(pilot.app)


async def test_describe_names_several_and_leaves_out_what_is_closed(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    me = who(session, "Amira Khan")
    for word in ("Which", "Whose", "What"):
        add_enquiry(session, me, f"{word} patterns in the figures led to something?" * 3, ["1.4"])
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "down", "enter", "right", "enter", "g", *"1.4", "enter", "d")
        assert "Enquiry 1, 3: f" in flowing(pilot.app)
