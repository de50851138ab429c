"""Judge: what a framework asks besides the step, what the setting says, and a framework that changed."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, all_accept, app_on, library_in, on_disk, places_in
from judging import ballot, judge, judging, made, session_of, steps_pane, typed
from seeing import flowing, lines

from screens.judge import JudgeScreen
from screens.widgets.fields import NoteField
from sessions.ballots import judge as write_ballot
from sessions.ballots import reveal
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import add_person
from sessions.self_evaluating import self_evaluate
from sessions.session import Session

# What else a framework asks of a judgement


async def test_fields_are_written_one_after_the_other_and_cast(tmp_path: Path) -> None:
    session = session_of(tmp_path, "send-rag-audit")
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        assert "+ strengths" in lines(app)[-1]
        assert "+ Strengths, Areas for development" in flowing(app)
        await pilot.press("2", "c", "plus")
        await pilot.pause()
        assert "1.1: Strengths" in flowing(app)
        assert "Enter goes on to Areas for development" in flowing(app)
        await typed(pilot, "Named governor visits")
        assert "1.1: Areas for development" in flowing(app)
        await typed(pilot, "Write the vision down")
        assert isinstance(app.screen, JudgeScreen)
        assert "Strengths: Named governor visits" in steps_pane(app)
        assert "Areas for development: Write the vision down" in steps_pane(app)
        await pilot.press("enter")
        await pilot.pause()
        found = ballot(tmp_path, session, app, "1.1")
        assert found is not None
        assert found.fields == {
            "strengths": "Named governor visits",
            "areas-for-development": "Write the vision down",
        }
        assert found.stages == ("amber",)
        assert app.review is not None and app.review.ref == "1.2"
        assert "Named governor" not in flowing(app)


async def test_escape_leaves_a_field_as_it_was(tmp_path: Path) -> None:
    session = session_of(tmp_path, "send-rag-audit")
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        await pilot.press("equals_sign")
        await pilot.pause()
        await typed(pilot, "Visits")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, JudgeScreen)
        assert "Strengths: Visits" in flowing(app)
        assert "+ Areas for development" in flowing(app)
        assert ballot(tmp_path, session, app, "1.1") is None  # a draft is nobody else's


async def test_what_was_typed_into_a_field_before_a_crash_is_offered_again(tmp_path: Path) -> None:
    session = session_of(tmp_path, "send-self-assessment")
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        await pilot.press("plus", "enter")  # nothing for Actions
        await pilot.pause()
        app.screen.query_one(NoteField).insert("Two rooms were see")
        await pilot.press("n")
        assert app.review is not None
        app.review.write_draft()
        assert app.desk.saver.wait(5)  # then the window is gone, and nobody was asked
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Two rooms were seen" in flowing(app)
        await pilot.press("b")
        await pilot.pause()
        assert "1a: Comments" in flowing(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Comments: Two rooms were seen" in flowing(app)


async def test_a_second_round_begins_with_the_words_of_the_first(tmp_path: Path) -> None:
    session = session_of(tmp_path, "send-rag-audit")
    fresh = library_in(tmp_path).open(session.id)
    (me,) = fresh.state.present()
    write_ballot(
        fresh,
        me,
        "1.1",
        highlights={"red": "full"},
        cites=[("AK1", False)],
        fields={"Strengths": "Visits"},
    )
    reveal(fresh, me, statement="1.1")
    fresh.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("1", ".", "1", "enter")
        await pilot.pause()
        assert "Strengths: Visits" in flowing(app)
        assert "a change is a second round" in steps_pane(app)
        await pilot.press("2", "c", "plus")
        await pilot.pause()
        assert app.screen.query_one(NoteField).text == "Visits"
        await pilot.press("exclamation_mark", "enter", "escape", "enter")
        await pilot.pause()
        assert app.desk.saver.wait(5)
        statement = on_disk(tmp_path, session).statement("1.1")
        assert statement is not None and statement.judged is not None
        assert [(b.round, b.stages, b.fields) for b in statement.judged.ballots] == [
            (1, ("red",), {"strengths": "Visits"}),
            (2, ("amber",), {"strengths": "Visits!"}),
        ]


async def test_a_framework_that_asks_for_nothing_else_says_so(tmp_path: Path) -> None:
    app = app_on(tmp_path, session_of(tmp_path, "send-support"))
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        assert "+" not in lines(app)[-1]
        await pilot.press("plus")
        await pilot.pause()
        assert "asks for nothing besides the stage" in flowing(app)


# The setting's own view


def with_a_host(root: Path, *, gate: bool = True) -> Session:
    """Make a RAG audit in which the host sees 1.1 at red, 1.2 at amber and 1.3 at green."""
    plan = Plan(setting="Oak", framework="send-rag-audit", reviewers=("Amira Khan",))
    session = library_in(root).create(plan)
    (me,) = session.state.present()
    host = add_person(session, "Hannah Holt", role="host")
    all_accept(session)
    for ref, stage in (("1.1", "red"), ("1.2", "amber"), ("1.3", "green")):
        self_evaluate(session, host, ref, stages=[stage], because="Our governors asked.")
    add_note(session, me, "A chart.", ["1.1", "1.2"])
    if gate:
        open_gate(session, me, 1)
    session.close()
    return session


async def test_the_setting_speaks_beside_the_panel_differences_first(tmp_path: Path) -> None:
    session = with_a_host(tmp_path)
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot, "1.1")
        assert "The setting says (H): ◆ Red" in flowing(app)
        await pilot.press("1", "c", "enter")  # the same on 1.1, another on 1.2
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        assert "The setting says (H): ▲ Amber" in flowing(app)
        await pilot.press("f")
        await pilot.pause()
        assert "The setting says ▲ Amber Our governors asked." in flowing(app)
        await pilot.press("escape", "H")
        await pilot.pause()
        seen = flowing(app)
        assert "1.2" in seen and "The setting: ▲ Amber; you: ● Green. They differ." in seen
        assert seen.index("They differ.") < seen.index("not yet judged")
        assert seen.index("not yet judged") < seen.index("They are the same.")
        assert seen.index("They are the same.") < seen.index("The setting has not said.")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.review is not None and app.review.ref == "1.3"


async def test_before_the_gate_nobody_but_the_host_hears_what_the_setting_says(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, with_a_host(tmp_path, gate=False), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        seen = flowing(app)
        for keys in (("d",), ("H",), ("f",), ("escape",), ("p",)):
            await pilot.press(*keys)
            await pilot.pause()
            seen += flowing(app)
        for word in ("Red", "Amber", "Green", "The setting says", "Our governors"):
            assert word not in seen


async def test_where_the_setting_has_said_nothing_that_is_said(tmp_path: Path) -> None:
    app = app_on(tmp_path, session_of(tmp_path, "send-rag-audit"))
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        assert "The setting says" not in flowing(app)
        await pilot.press("H")
        await pilot.pause()
        assert "The setting has not given its own view of area 1." in flowing(app)


# A framework that has changed meanwhile


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("now", ["another version", "missing"])
@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_a_session_keeps_the_wording_it_was_made_with_and_says_so(
    tmp_path: Path, now: str, size: tuple[int, int]
) -> None:
    session = session_of(tmp_path, made(steps=2))
    pack = places_in(tmp_path).frameworks / "made.md"
    text = pack.read_text(encoding="utf-8")
    if now == "missing":
        pack.unlink()
    else:
        fresh = text.replace("version: 1", "version: 2").replace("greeted", "welcomed")
        pack.write_text(fresh, encoding="utf-8")
    before = held(session.folder)
    app = app_on(tmp_path, session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        said = "version 2" if now == "another version" else "is not installed any more"
        assert "! This session was made with Ladder, version 1, which is" in flowing(app)
        assert said in flowing(app)
        await pilot.press("f")
        await pilot.pause()
        assert "keeps the wording" in flowing(app)
        await pilot.press("escape", "d")
        await pilot.pause()
        assert "Each child is greeted." in flowing(app)
        assert "This session was made with" not in flowing(app)  # nothing covers the composer
        await pilot.press("p")
        await pilot.pause()
        assert "Rung 2" in flowing(app)
        await pilot.press("o")
        await pilot.pause()
        assert "! This session was made with" in flowing(app)  # it lasts
    assert held(session.folder) == before
