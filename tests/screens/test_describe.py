"""Describe, through the keys a person presses: what is seen, and what is on the disk."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, on_disk
from seeing import flowing, lines
from textual.pilot import Pilot

from screens.describe import DescribeScreen
from screens.widgets.composer import Composer
from screens.widgets.fields import NoteField
from tui.app import ReviewApp


async def describe(pilot: Pilot[int], ref: str = "1.3") -> None:
    """Go from the overview to Describe at a statement."""
    await pilot.pause()
    await pilot.press("d")
    await pilot.pause()
    await pilot.press(*ref, "enter")
    await pilot.pause()


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a longer text at once, as a paste does, and a last letter by its key."""
    pilot.app.screen.query_one(NoteField).insert(text[:-1])
    await pilot.press("space" if text[-1] == " " else "full_stop" if text[-1] == "." else text[-1])


def saved(app: ReviewApp) -> bool:
    return app.desk.saver.wait(5)


async def test_both_panes_stand_side_by_side(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot)
        seen = lines(app)
        assert any("FACILITATOR" in line and "REVIEWER Amira Khan" in line for line in seen)
        everything = flowing(app)
        assert "Ask" in everything
        assert "Heard" in everything
        assert "What did you see, hear or read?" in everything
        assert "[Describe]" in seen[0]


async def test_nothing_is_lost_in_a_small_window(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await describe(pilot)
        everything = flowing(app)
        assert "disproportionately disadvantaged." in everything
        assert "Ask" in everything
        assert "Heard" in everything
        assert "AK1" in everything
        assert "source" in everything


async def test_a_note_is_two_keystrokes_away_and_is_on_the_disk(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "The Y6 teacher showed us the transition passport.")
        await pilot.press("enter")
        assert saved(app)
        statement = on_disk(tmp_path, session).statement("1.4")
        assert statement is not None
        assert [n.text for n in statement.evidence] == [
            "The Y6 teacher showed us the transition passport."
        ]
        await pilot.pause()
        assert "AK5" in flowing(app)
        assert app.screen.query_one(Composer).text == ""


async def test_source_place_and_time_are_given_by_keyboard_and_remembered(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "First.")
        await pilot.press("tab", "4", "tab", *"gate", "tab", *"9", "colon", *"15", "enter")
        await write(pilot, "Second.")
        await pilot.press("enter")
        assert saved(app)
        statement = on_disk(tmp_path, session).statement("1.4")
        assert statement is not None
        first, second = statement.evidence
        assert (first.source, first.where, first.observed[11:]) == ("parent-voice", "gate", "09:15")
        assert (second.source, second.where) == ("parent-voice", "gate")


async def test_a_note_can_stand_under_several_statements(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "A passport.")
        await pilot.press("shift+tab", "shift+tab")
        app.screen.query_one("#for").focus()
        await pilot.press("end", "space", *"4.2", "enter")
        assert saved(app)
        note = on_disk(tmp_path, session).note("AK5")
        assert note is not None and note.statements == ("1.4", "4.2")


async def test_a_statement_that_does_not_exist_is_refused_and_the_text_stays(
    tmp_path: Path,
) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "A passport.")
        app.screen.query_one("#for").focus()
        await pilot.press("end", "space", *"9.9", "enter")
        await pilot.pause()
        assert "There is no statement 9.9" in flowing(app)
        assert app.screen.query_one(Composer).text == "A passport."


async def test_a_judging_word_is_pointed_out_and_quoted_speech_is_not(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "An excellent list of names")
        await pilot.pause(0.5)
        assert '"excellent":' in flowing(app)
        app.screen.query_one(NoteField).text = 'She said "it is an excellent list".'
        await pilot.pause(0.5)
        assert '"excellent":' not in flowing(app)


async def test_edit_delete_and_undo(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.2")
        await pilot.press("e")
        await pilot.pause()
        field = app.screen.query_one(NoteField)
        field.move_cursor(field.document.end)
        field.insert(" Twice")
        await pilot.press("full_stop", "enter")
        await pilot.pause()
        assert saved(app)
        note = on_disk(tmp_path, session).note("AK3")
        assert note is not None and note.text.endswith("Twice.")
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert saved(app)
        assert on_disk(tmp_path, session).note("AK3") is None
        await pilot.press("u")
        await pilot.pause()
        assert "the deletion of note AK3" in flowing(app)
        await pilot.press("y")
        await pilot.pause()
        assert saved(app)
        assert on_disk(tmp_path, session).note("AK3") is not None


async def test_a_note_in_the_inbox_is_filed_from_there(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot)
        await pilot.press("i")
        await pilot.pause()
        assert "A parent at the gate" in flowing(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"4.1", "enter")
        await pilot.pause()
        assert "The inbox is empty" in flowing(app)
        assert saved(app)
        note = on_disk(tmp_path, session).note("AK4")
        assert note is not None and note.statements == ("4.1",)


async def test_going_to_a_statement_by_typing_its_number(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "4.3")
        assert app.review is not None and app.review.ref == "4.3"
        await pilot.press("k")
        assert app.review.ref == "4.2"
        await pilot.press("full_stop")
        assert app.review.ref == "4.3"


async def test_the_next_statement_with_nothing_yet(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.1")
        await pilot.press("full_stop")
        assert app.review is not None and app.review.ref == "1.4"


async def test_what_is_typed_is_offered_back_after_a_crash(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "Half a thought that the battery took.")
        await pilot.pause(0.6)
        assert saved(app)
        assert app.review is not None
        app.review.session.release()
    again = app_on(tmp_path, session)
    async with again.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert "Half a thought" in flowing(again)
        await pilot.press("b")
        await pilot.pause()
        assert again.screen.query_one(Composer).text == "Half a thought that the battery took."


async def test_no_stage_is_seen_while_an_area_is_described(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot)
        for key in ("f", "escape", "g", "escape", "i", "escape", "f1", "escape"):
            await pilot.press(key)
            await pilot.pause()
            everything = flowing(app)
            for word in ("Establishing", "Strengthening", "Sustaining"):
                assert word not in everything


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_the_keys_lead_back(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=size) as pilot:
        await describe(pilot)
        assert isinstance(app.screen, DescribeScreen)
        await pilot.press("n", "escape")
        assert isinstance(app.screen, DescribeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, DescribeScreen)


async def test_a_note_that_was_begun_is_there_on_coming_back(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "Begun and left.")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, DescribeScreen)
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one(Composer).text == "Begun and left."


async def test_a_note_begun_here_goes_on_in_the_window_over_another_screen(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "Half typed.")
        await pilot.press("escape", "o", "n")
        await pilot.pause()
        assert app.screen.query_one(Composer).text == "Half typed."
        await pilot.press("enter")
        await pilot.pause()
        assert saved(app)
        assert on_disk(tmp_path, session).note("AK5") is not None
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one(Composer).text == ""


async def test_what_a_crash_left_is_not_touched_until_it_is_answered(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "Left behind.")
        await pilot.pause(0.6)
        assert saved(app) and app.review is not None
        app.review.session.release()
    for key in ("escape", "b"):
        again = app_on(tmp_path, session)
        async with again.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert "Left behind." in flowing(again)
            await pilot.press(key, "d")
            await pilot.pause(0.6)
            assert saved(again) and again.review is not None
            again.review.session.release()


async def test_enter_saves_from_the_source_field_too(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.4")
        await pilot.press("n")
        await write(pilot, "Seen.")
        await pilot.press("tab", "5", "enter")
        await pilot.pause()
        assert saved(app)
        note = on_disk(tmp_path, session).note("AK5")
        assert note is not None and note.source == "staff-voice"


async def test_source_and_place_of_a_saved_note_are_corrected(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await describe(pilot, "1.2")
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("tab", "8", "enter")
        await pilot.pause()
        assert saved(app)
        note = on_disk(tmp_path, session).note("AK3")
        assert note is not None
        assert (note.source, note.where) == ("document", "Y2")
