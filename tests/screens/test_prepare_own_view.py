"""The setting's own view in Prepare: what the host writes, what is proposed, and who reads it."""

from pathlib import Path

import pytest
from house import library_in
from preparing import (
    STAGES,
    a_visit,
    answered,
    detail,
    only,
    own,
    part,
    prepare,
    pressed,
    rows,
    saved,
    typed,
    who,
)
from seeing import flowing, lines, text

from screens.widgets.part_list import PartList
from sessions.enquiries import propose
from sessions.library import Plan
from sessions.passes import open_gate
from tui.app import ReviewApp


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
