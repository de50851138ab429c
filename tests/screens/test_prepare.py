"""Prepare, through the keys a person presses: what host and panel see, and what is on the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from contrast import weak_text
from house import NARROW, USUAL, WIDE, all_accept, app_on, library_in, on_disk, places_in
from seeing import flowing, lines, text
from textual import events
from textual.pilot import Pilot

from screens.dialogs import Confirm
from screens.form_dialog import Asked, FormDialog, from_words, in_words
from screens.overview import OverviewScreen
from screens.prepare import PrepareScreen
from screens.widgets.part_list import PartLine, PartList
from sessions.enquiries import add_enquiry, propose
from sessions.figures import set_figures
from sessions.library import Plan
from sessions.passes import open_gate
from sessions.people import add_person, find_person
from sessions.seen import SessionView
from sessions.seen_visit import EnquiryView, SelfView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity
from sessions.view import view
from tui.app import ReviewApp
from tui.themes import LIGHT

STAGES = ("Establishing", "Strengthening", "Sustaining")
PROBES = (
    "[/] [/foo] [link='x [sic] list[int] [@click=app.quit]x[/]",
    "\x1b]52;c;aGVsbG8=\x07 \x9b31m \x00",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "| # * _ ` <b>bold</b> &amp; ~~~ ---",
    "x" * 100_000,
)


def a_visit(root: Path, framework: str = "inclusion-audit") -> Session:
    """Make a session of areas 1 and 2 with a facilitator, two reviewers and a host."""
    plan = Plan(
        setting="Hollin Bank Primary",
        framework=framework,
        date="2026-11-20",
        areas=(1, 2),
        facilitator="Fay Marsh",
        reviewers=("Amira Khan", "Ben Orr"),
    )
    session = library_in(root).create(plan)
    add_person(session, "Helen Host", role="host")
    all_accept(session)
    return session


def who(session: Session, name: str) -> str:
    return find_person(session.state, name)


@asynccontextmanager
async def prepare(
    root: Path,
    session: Session,
    person: str = "Amira Khan",
    size: tuple[int, int] = USUAL,
    *,
    ascii_only: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """Open the app at a session, and Prepare in it."""
    session.close()
    app = app_on(root, session, person=person, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "q")
        yield pilot
        assert app.desk.saver.wait(5)


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until what they began is done."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def typed(pilot: Pilot[int], words: str, *keys: str) -> None:
    """Paste words, as a terminal does, and press keys after them."""
    pilot.app.post_message(events.Paste(words))
    await pressed(pilot, *keys)


def saved(pilot: Pilot[int], root: Path, session: Session, person: str = "") -> SessionView:
    """Return what is on the disk, as somebody may see it."""
    assert isinstance(pilot.app, ReviewApp)
    assert pilot.app.desk.saver.wait(5)
    if not person:
        return on_disk(root, session)
    opened = library_in(root).open(session.id)
    return view(opened, who(opened, person))


def only(seen: SessionView) -> EnquiryView:
    (enquiry,) = seen.visit.enquiries
    return enquiry


def own(seen: SessionView, ref: str = "1.1") -> SelfView:
    found = seen.visit.own_view(ref)
    assert found is not None
    return found


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the rows on the left, headings too."""
    options = pilot.app.screen.query_one(PartList).options
    return [str(option.prompt).rstrip() for option in options]


def detail(pilot: Pilot[int]) -> str:
    """Return what is seen in the right pane, with single blanks."""
    halves = [line.split("▕", 1)[1] for line in lines(pilot.app) if "▕" in line]
    return " ".join(" ".join(halves).split())


def part(pilot: Pilot[int]) -> str:
    """Return the part that is shown."""
    line = str(pilot.app.screen.query_one(PartLine).content)
    return line[line.index("[") + 1 : line.index("]")]


def values(pilot: Pilot[int]) -> dict[str, str]:
    """Return what the fields of the window hold."""
    assert isinstance(pilot.app.screen, FormDialog)
    return pilot.app.screen.values


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


# What is proposed


def answered(root: Path) -> Session:
    """Make a visit whose host has answered three statements, two of which leave something open."""
    session = a_visit(root)
    host = who(session, "Helen Host")
    self_evaluate(session, host, "1.1", stages=["establishing"], because="Zebras")
    self_evaluate(session, host, "1.2", stages=["sustaining"])
    self_evaluate(session, host, "1.3", outcome="not_enough_evidence")
    return session


@pytest.mark.parametrize("person", ["Helen Host", "Fay Marsh"])
async def test_host_and_facilitator_propose_and_accept_in_words_that_say_nothing(
    tmp_path: Path, person: str
) -> None:
    session = answered(tmp_path)
    async with prepare(tmp_path, session, person) as pilot:
        await pressed(pilot, "h")
        seen = flowing(pilot.app)
        assert "2 lines of enquiry are proposed. The wording gives no answer away" in seen
        assert "Proposed (2)" in rows(pilot) and "Zebras" not in seen
        assert saved(pilot, tmp_path, session, "Amira Khan").visit.enquiries == ()
        await pressed(pilot, "enter")
        await typed(pilot, " Tell us.", "enter")
        assert "is accepted as 1: everybody sees it now" in flowing(pilot.app)
        found = only(saved(pilot, tmp_path, session, "Amira Khan"))
        assert found.question.endswith(" Tell us.") and found.standing == "open"
        await pressed(pilot, "h")
        assert "Nothing to propose now" in flowing(pilot.app)


async def test_a_reviewer_is_told_nothing_of_what_is_proposed(tmp_path: Path) -> None:
    session = answered(tmp_path)
    propose(session, who(session, "Helen Host"))
    async with prepare(tmp_path, session) as pilot:
        seen = flowing(pilot.app)
        assert "Proposed" not in seen and "h propose" not in seen
        assert "There is no line of enquiry yet." in seen
        await pressed(pilot, "h")
        assert "Only the host or a facilitator may propose" in flowing(pilot.app)
        await pressed(pilot, "escape", "d", "f")
        assert "Line of enquiry" not in flowing(pilot.app)


# The setting's own view


async def test_the_host_answers_by_number_and_says_why(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session, "Helen Host") as pilot:
        assert part(pilot) == "Setting's view"
        assert "Which stage does the setting see?" in detail(pilot)
        assert "Only the host sees this until the gate of area 1 opens." in detail(pilot)
        await pressed(pilot, "b")
        assert "Answer first: 1 2 3 for the stage" in flowing(pilot.app)
        await pressed(pilot, "2", "3")
        assert own(saved(pilot, tmp_path, session, "Helen Host")).stages == (
            "strengthening",
            "sustaining",
        )
        await pressed(pilot, "3")
        assert "✓ 2 ■ Strengthening Practice (chosen)" in detail(pilot)
        await pressed(pilot, "b")
        await typed(pilot, "Learners can say it.", "enter")
        found = own(saved(pilot, tmp_path, session, "Helen Host"))
        assert (found.stages, found.because) == (("strengthening",), "Learners can say it.")
        await pressed(pilot, "full_stop", "0")
        assert "2 of 11 statements answered" in detail(pilot)
        assert own(saved(pilot, tmp_path, session, "Helen Host"), "1.2").outcome == (
            "not_enough_evidence"
        )
        assert saved(pilot, tmp_path, session, "Fay Marsh").visit.self_evaluated == ()


async def test_not_applicable_asks_why_and_words_go_only_after_asking(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session, "Helen Host") as pilot:
        await pressed(pilot, "minus", "enter")
        assert "not applicable needs a because" in flowing(pilot.app)
        await typed(pilot, "No such class.", "enter")
        found = own(saved(pilot, tmp_path, session, "Helen Host"))
        assert (found.outcome, found.because) == ("not_applicable", "No such class.")
        await pressed(pilot, "minus")
        assert "with the words beside it?" in flowing(pilot.app)
        await pressed(pilot, "n")
        assert own(saved(pilot, tmp_path, session, "Helen Host")) == found
        await pressed(pilot, "delete", "y")
        assert saved(pilot, tmp_path, session, "Helen Host").visit.self_evaluated == ()
        await pressed(pilot, "u", "y")
        assert own(saved(pilot, tmp_path, session, "Helen Host")).because == "No such class."


@pytest.mark.parametrize(
    ("framework", "ref", "asked", "fields"),
    [
        ("send-rag-audit", "1.1", "Which rating does", ("strengths", "areas-for-development")),
        ("send-self-assessment", "1a", "Which answer does", ("actions", "comments")),
    ],
)
async def test_a_framework_asks_in_its_own_words_and_for_its_own_fields(
    tmp_path: Path, framework: str, ref: str, asked: str, fields: tuple[str, ...]
) -> None:
    session = a_visit(tmp_path, framework)
    async with prepare(tmp_path, session, "Helen Host") as pilot:
        assert asked in detail(pilot)
        await pressed(pilot, "2", "e")
        await typed(pilot, "Why", "tab")
        await typed(pilot, "First", "tab")
        await typed(pilot, "Second", "enter")
        found = own(saved(pilot, tmp_path, session, "Helen Host"), ref)
        assert found.because == "Why"
        assert found.fields == dict(zip(fields, ("First", "Second"), strict=True))
        await pressed(pilot, "f", "end")
        assert "First" in flowing(pilot.app) and "Second" in flowing(pilot.app)


async def test_the_panel_reads_it_only_behind_the_gate(tmp_path: Path) -> None:
    session = answered(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        for _ in range(4):
            assert not any(stage in text(pilot.app) for stage in STAGES)
            await pressed(pilot, "f")
            assert not any(stage in text(pilot.app) for stage in STAGES)
            await pressed(pilot, "escape", "right")
        await pressed(pilot, "right", "right")
        assert "Kept by the host until the gate of area 1 opens." in detail(pilot)
        await pressed(pilot, "1", "escape", "0", "minus", "b", "delete")
        assert "Only the host writes" in flowing(pilot.app)
        assert isinstance(pilot.app, ReviewApp)
        other = library_in(tmp_path).open(session.id)
        open_gate(other, who(other, "Fay Marsh"), 1)
        other.close()
        pilot.app.look_again()
        await pressed(pilot, "home")
        assert "The setting ▲ Establishing" in detail(pilot) and "Zebras" in detail(pilot)
        assert "Kept until the gate opens" in rows(pilot)
        await pressed(pilot, "end")
        assert "Kept by the host until the gate of area 2 opens." in detail(pilot)


async def test_without_a_host_it_says_what_to_do(tmp_path: Path) -> None:
    plan = Plan(setting="Oak", reviewers=("Amira Khan",), areas=(1,))
    async with prepare(tmp_path, library_in(tmp_path).create(plan)) as pilot:
        await pressed(pilot, "right", "right", "home")
        assert "with the role host, in the set-up (s)" in detail(pilot)
        await pressed(pilot, "s")
        assert "[Set-up]" in lines(pilot.app)[0]


async def test_going_to_a_statement_shows_what_the_setting_says_of_it(tmp_path: Path) -> None:
    async with prepare(tmp_path, a_visit(tmp_path), "Helen Host") as pilot:
        await pressed(pilot, "right", "g", *"2.1", "enter")
        assert part(pilot) == "Setting's view"
        assert pilot.app.screen.query_one(PartList).chosen == "2.1"
        await pressed(pilot, "k", "down", "d")
        assert isinstance(pilot.app, ReviewApp) and pilot.app.review is not None
        assert pilot.app.review.ref == "2.1"


# The timetable


async def test_an_activity_is_put_on_the_timetable_changed_and_taken_off(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "right", "plus")
        await typed(pilot, "Lesson, Y4", "tab")
        await typed(pilot, "9.30", "tab")
        await typed(pilot, "9.10", "tab")
        await typed(pilot, "Room 4", "tab", "tab")
        await typed(pilot, "amira, BO", "tab", "l", "tab")
        await typed(pilot, "1.2 1.3", "enter")
        assert "cannot end at 09:10, before it starts at 09:30" in flowing(pilot.app)
        assert pilot.app.focused is not None and pilot.app.focused.id == "ends"
        await pressed(pilot, "end", "ctrl+u", *"1010", "enter")
        assert "! 1010 is not a time" in flowing(pilot.app)
        await pressed(pilot, "end", "ctrl+u", *"10", "colon", *"10", "enter")
        assert rows(pilot)[:2] == ["20 November 2026", "09:30  Lesson, Y4"]
        (found,) = saved(pilot, tmp_path, session).visit.activities
        assert (found.starts, found.ends) == ("2026-11-20 09:30", "2026-11-20 10:10")
        assert (found.where, found.source) == ("Room 4", "learner-voice")
        assert found.reviewers == ("Amira Khan", "Ben Orr")
        assert found.statements == ("1.2", "1.3")
        seen = flowing(pilot.app)
        for words in ("09:30 to 10:10", "Room 4", "Amira Khan, Ben Orr", "learner voice"):
            assert words in seen
        await pressed(pilot, "enter")
        assert values(pilot)["starts"] == "09:30"
        await typed(pilot, "Lunch hall", "enter")
        (found,) = saved(pilot, tmp_path, session).visit.activities
        assert (found.what, found.where) == ("Lunch hall", "Room 4")
        await pressed(pilot, "delete", "y")
        assert saved(pilot, tmp_path, session).visit.activities == ()
        await pressed(pilot, "u", "y")
        assert len(saved(pilot, tmp_path, session).visit.activities) == 1


async def test_what_an_activity_cannot_be_is_said_at_its_fields(tmp_path: Path) -> None:
    session = a_visit(tmp_path, "send-rag-audit")
    async with prepare(tmp_path, session, size=WIDE) as pilot:
        await pressed(pilot, "right", "plus", "enter")
        assert "! An activity needs a name" in flowing(pilot.app)
        await typed(pilot, "Walk", "tab")
        await typed(pilot, "soon", *["tab"] * 4)
        await typed(pilot, "Zoe", "tab", "tab")
        await typed(pilot, "7.7", "enter")
        seen = flowing(pilot.app)
        for said in ("soon is not a time", "There is nobody called Zoe", "no statement 7.7"):
            assert said in seen
        assert pilot.app.focused is not None and pilot.app.focused.id == "starts"
        held = values(pilot)
        assert [held[name] for name in ("what", "starts", "reviewers", "statements")] == [
            "Walk",
            "soon",
            "Zoe",
            "7.7",
        ]
        assert saved(pilot, tmp_path, session).visit.activities == ()


async def test_it_says_what_has_no_activity_planned(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    me = who(session, "Amira Khan")
    first = ("1.1", "1.2", "1.3", *(f"2.{n}" for n in range(1, 8)))
    add_activity(session, me, Activity(what="Walk", statements=first))
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "right", "end")
        assert any("No activity planned" in row for row in rows(pilot))
        assert "No activity is planned yet for these statements." in detail(pilot)
        assert "1.4 Using a range" in detail(pilot)
        await pressed(pilot, "home", "e", "shift+tab", "end")
        assert pilot.app.focused is not None and pilot.app.focused.id == "statements"
        await pressed(pilot, "space", *"1.4", "enter")
        assert any("Every statement is planned" in row for row in rows(pilot))


# Context figures


async def test_figures_stand_beside_the_sources_as_a_question(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "left", "enter", *"4x", "enter")
        assert "! 4x is not a count" in flowing(pilot.app)
        await pressed(pilot, "end", "ctrl+u", *"420", "tab", *"52", "tab", *"3", "enter")
        assert rows(pilot)[1:] == [
            "On roll  420",
            "SEN support  52 (12%)",
            "EHC plans  fewer than 5",
            "Both together  not shown",
        ]
        await pressed(pilot, "down")
        seen = flowing(pilot.app)
        for words in ("about 12% of all learners", "A question to ask", "September 2019"):
            assert words in seen
        await pressed(pilot, "down", "f")
        assert "may point to a child" in flowing(pilot.app)
        await pressed(pilot, "escape", "e")
        assert values(pilot)["ehc-plans"] == "fewer than 5"
        assert pilot.app.focused is not None and pilot.app.focused.id == "ehc-plans"
        await pressed(pilot, "shift+tab", "end", "backspace", *"4", "enter")
        saved(pilot, tmp_path, session)
        kept = library_in(tmp_path).open(session.id).state
        assert [kept.field(f"figure-{key}") for key in ("roll", "sen-support", "ehc-plans")] == [
            420,
            54,
            3,
        ]


async def test_figures_that_cannot_be_are_refused_and_stay_typed(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    set_figures(session, who(session, "Amira Khan"), {"roll": 100})
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "left", "e", "tab", *"200", "enter")
        assert "More learners would have support or a plan than are on roll" in flowing(pilot.app)
        assert values(pilot)["sen-support"] == "200"
        await pressed(pilot, "escape", "y", "delete", "y")
        assert not saved(pilot, tmp_path, session).visit.figures.any


# Nothing typed is lost


async def test_what_is_typed_is_offered_back_after_a_crash_field_by_field(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "plus")
        await typed(pilot, "What helps?", "ctrl+j", *"Who", "tab")
        await typed(pilot, "1.1", "tab")
        await pilot.pause(0.6)
        assert isinstance(pilot.app, ReviewApp) and pilot.app.review is not None
        assert pilot.app.desk.saver.wait(5)
        pilot.app.review.session.release()
    async with prepare(tmp_path, session) as pilot:
        seen = flowing(pilot.app)
        assert "Question: What helps? Who Statements: 1.1" in seen
        await pressed(pilot, "b")
        assert values(pilot) == {
            "question": "What helps?\nWho",
            "statements": "1.1",
            "supports": "",
            "refutes": "",
            "look": "",
        }
        await pressed(pilot, "enter")
        assert only(saved(pilot, tmp_path, session)).question == "What helps? Who"
    async with prepare(tmp_path, session) as pilot:
        assert isinstance(pilot.app.screen, PrepareScreen)


async def test_the_hosts_words_come_back_to_their_statement(tmp_path: Path) -> None:
    session = answered(tmp_path)
    async with prepare(tmp_path, session, "Helen Host") as pilot:
        await pressed(pilot, "j", "b")
        await typed(pilot, "They say so", "full_stop")
        await pilot.pause(0.6)
        assert isinstance(pilot.app, ReviewApp) and pilot.app.review is not None
        assert pilot.app.desk.saver.wait(5)
        pilot.app.review.session.release()
    async with prepare(tmp_path, session, "Helen Host") as pilot:
        await pressed(pilot, "b")
        assert values(pilot)["because"] == "They say so."
        await pressed(pilot, "enter")
        found = own(saved(pilot, tmp_path, session, "Helen Host"), "1.2")
        assert (found.stages, found.because) == (("sustaining",), "They say so.")


async def test_escape_asks_before_something_typed_is_thrown_away(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "plus", "escape")
        assert isinstance(pilot.app.screen, PrepareScreen)
        await pressed(pilot, "plus", *"What", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await pressed(pilot, "n")
        assert values(pilot)["question"] == "What"
        await pressed(pilot, "escape", "y")
        assert isinstance(pilot.app.screen, PrepareScreen)
        assert saved(pilot, tmp_path, session).visit.enquiries == ()
        assert not list(tmp_path.rglob("*.draft"))


def test_what_was_typed_is_read_back_from_its_words() -> None:
    asked = [Asked("one", "One thing"), Asked("two", "Two"), Asked("three", "Three")]
    given = {"one": "a: b\nTwo: no\n\n  c", "three": ""}
    assert from_words(asked, in_words(asked, given)) == given
    assert from_words(asked, "nothing of ours\n  more") == {}


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
