"""What is typed in Prepare is lost neither by a crash nor by a key."""

from pathlib import Path

from preparing import a_visit, answered, only, own, prepare, pressed, saved, typed, values
from seeing import flowing

from screens.dialogs import Confirm
from screens.form_dialog import Asked, from_words, in_words
from screens.prepare import PrepareScreen
from tui.app import ReviewApp

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
