"""A note that a crash left behind: it says where it belongs, and one goes on typing at its end."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from seeing import flowing

from screens.widgets.composer import Composer
from sessions.drafts import Draft, Drafts
from sessions.session import Session


def left(root: Path, session: Session, *statements: str) -> None:
    """Leave a note behind that was being typed, as a crash does."""
    opened = library_in(root).open(session.id)
    drafts = Drafts(library_in(root).home, session.id, opened.folder)
    person = opened.state.present()[0]
    drafts.keep(opened.writer, Draft(person, "Half a", statements=statements))
    opened.release()


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_one_goes_on_at_the_end_of_a_note_that_is_brought_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    session = a_session(tmp_path)
    left(tmp_path, session, "1.2", "1.4")
    app = app_on(tmp_path, session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "A note for 1.2, 1.4." in flowing(app)
        await pilot.press("b")
        await pilot.press(*" thought")
        assert app.screen.query_one(Composer).text == "Half a thought"


async def test_a_note_for_no_statement_belongs_to_the_inbox(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    left(tmp_path, session)
    app = app_on(tmp_path, session)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "A note for the inbox: under no statement." in flowing(app)


async def test_a_note_that_waited_on_another_screen_is_gone_on_with_at_its_end(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("d", "n", *"Half", "escape", "escape", "d", "n", *" done")
        assert app.screen.query_one(Composer).text == "Half done"
