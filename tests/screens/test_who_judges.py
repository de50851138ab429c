"""Who judges and who does not: what Judge, the gate, Agree and Set-up say to each; the area's sentence."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from panels import FACILITATOR, a_panel
from seeing import flowing, lines, text
from textual.pilot import Pilot

from screens.agree import AgreeScreen
from screens.catchup import CatchUpScreen
from screens.gate import GateScreen
from screens.judge import JudgeScreen
from screens.messages import Place
from screens.widgets.fields import LineField, NoteField
from screens.widgets.people import PeopleList
from sessions.drafts import Draft, Drafts
from sessions.notes import edit_note
from sessions.passes import open_gate, reopen
from sessions.people import find_person, leave
from sessions.session import Session
from tui.app import ReviewApp


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def right_side(app: ReviewApp, column: int) -> str:
    """Return what stands from a column on, with all white space as single blanks."""
    return " ".join(" ".join(line[column:].strip(" ▏▕") for line in lines(app)[3:-1]).split())


def with_a_change(root: Path, session: Session, name: str) -> Session:
    """Open a session again, change something, and close it."""
    opened = library_in(root).open(session.id)
    person = find_person(opened.state, name)
    if name == "Carys Pugh":
        leave(opened, person)
    else:
        edit_note(opened, person, "AK1", "The figures of another autumn.")
    opened.close()
    return session


# Judge


async def test_a_facilitator_who_judges_nothing_sees_who_has_cast_and_where_to_go(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person=FACILITATOR)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await press(pilot, "home", "d", "p")
        assert isinstance(app.screen, JudgeScreen)
        assert "FACILITATOR Fay Lund" in text(app) and "REVIEWER" not in text(app)
        right = right_side(app, 49)
        for said in (
            "You do not judge area 1",
            "✓ Amira Khan has cast everything",
            "· Ben Orr to come: 1.4",
            "y: open the ballots early, or excuse a judge.",
        ):
            assert said in right, said
        assert lines(app)[-1].startswith(" y agree") and "1 2 3" not in lines(app)[-1]
        for label in ("cite", "cast", "because", "not enough"):
            assert label not in lines(app)[-1], label
        assert not [line for line in lines(app) if line.lstrip().startswith("1 ▲")]
        assert "Not yet judged" not in text(app) and "0: not enough" not in text(app)
        await press(pilot, "1")
        assert "Fay Lund is not a judge of area 1" in flowing(app)
        await press(pilot, "y")
        assert isinstance(app.screen, AgreeScreen)


async def test_a_judge_has_the_keys_that_judge(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await press(pilot, "home", "d", "p")
        assert "REVIEWER Ben Orr" in text(app) and "You do not judge" not in text(app)
        assert "1 2 3 highlight" in lines(app)[-1]
        assert [line for line in lines(app) if line.lstrip().startswith("1 ▲")]


# The gate


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_all_of_the_gates_question_is_on_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "home", "d", "p")
        assert isinstance(app.screen, GateScreen)
        assert "late, for ever, and going back to describing takes a reason." in flowing(app)
        assert "Open the gate (y) Not yet (n)" in flowing(app)
        await press(pilot, "y")
        assert isinstance(app.screen, JudgeScreen)


async def test_who_may_not_open_the_gate_is_told_at_once_who_may(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await press(pilot, "end", "d", "p")
        assert isinstance(app.screen, GateScreen)
        assert "ask Fay Lund" in flowing(app)
        assert "Open the" not in flowing(app) and "No note yet" not in flowing(app)
        await press(pilot, "y", "down")
        assert isinstance(app.screen, GateScreen)
        await press(pilot, "enter")
        assert not isinstance(app.screen, GateScreen)
        assert app.review is not None and not app.review.area.judging


async def test_what_was_typed_of_an_area_that_is_described_is_not_offered_back(
    tmp_path: Path,
) -> None:
    session = library_in(tmp_path).open(a_panel(tmp_path).id)
    ben, fay = (find_person(session.state, name) for name in ("Ben Orr", FACILITATOR))
    reopen(session, fay, 1, "One more lesson")
    open_gate(session, fay, 2)
    kept = Drafts(session.home, session.id, session.folder)
    kept.keep("gone", Draft(ben, "It is strengthening.", slot="because/1.2"))
    session.close()
    app = app_on(tmp_path, session, person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert app.review is not None
        places: tuple[Place, ...] = ("judge", "agree")
        for place in places:
            app.review.go("2.1")
            app.go(place, app.review)
            await pilot.pause()
            assert isinstance(app.screen, JudgeScreen if place == "judge" else AgreeScreen)
            assert "strengthening" not in flowing(app)


# Who left, and whose interest comes late


async def test_a_judge_who_left_is_named_so_and_excusing_is_offered(tmp_path: Path) -> None:
    session = with_a_change(tmp_path, a_panel(tmp_path), "Carys Pugh")
    app = app_on(tmp_path, session, person=FACILITATOR)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await press(pilot, "home", "y")
        assert "Carys Pugh has left; to come: 1.4" in flowing(app)
        assert "Press ; to excuse them, with a reason" in right_side(app, 32)
        await press(pilot, "semicolon")
        assert "Carys Pugh has left; to come: 1.4" in flowing(app)
        await press(pilot, *"Carys", "enter")
        app.screen.query_one(NoteField).insert("Called away")
        await press(pilot, "enter")
        assert "Carys Pugh excused by Fay Lund: Called away" in right_side(app, 32)
        assert "(left)" not in flowing(app)


async def test_an_interest_declared_behind_the_gate_is_answered_on_set_up(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person=FACILITATOR)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await press(pilot, "home", "s")
        people = app.screen.query_one(PeopleList)
        people.focus()
        people.highlighted = 2
        await press(pilot, "enter")
        assert "Change Ben Orr" in flowing(app)
        app.screen.query_one("#interest", LineField).value = "A cousin"
        await press(pilot, "enter")
        assert "Ben Orr stays a judge of area 1, whose gate is open" in flowing(app)
        assert "what they cast stands. Excuse them with a reason, or reopen" in flowing(app)


# The sentence of an area


async def test_an_areas_sentence_waits_for_a_look_and_one_key_settles_it(tmp_path: Path) -> None:
    made = a_panel(tmp_path, revealed=True, agreed=True)
    session = with_a_change(tmp_path, made, "Amira Khan")
    app = app_on(tmp_path, session, person=FACILITATOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "home", "y")
        assert "! changed since: AK1; look again" in flowing(app)
        await press(pilot, "a")
        assert "! changed since: AK1; look again" in flowing(app)
        await press(pilot, "escape", "C", "right", "end")
        assert isinstance(app.screen, CatchUpScreen)
        assert "The sentence of area 1 rests on what has changed since: AK1." in flowing(app)
        await press(pilot, "equals_sign")
        assert "The sentence of area 1" not in flowing(app)
        await press(pilot, "u")
        assert "Take back the last thing you did: your look at what is agreed of area 1?" in (
            flowing(app)
        )
        await press(pilot, "y", "end")
        assert "The sentence of area 1" in flowing(app)
