"""Choosing from a list: by number where that is offered; what fits no row is said, or is the answer."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on
from planning import planned
from reporting import report
from room import ROSA, a_panel
from seeing import flowing

from exports.reply_form import form_blocks
from sessions.standing import set_standing
from sessions.view import view


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_a_number_says_who_is_typing(tmp_path: Path, size: tuple[int, int]) -> None:
    panel = a_panel(tmp_path)
    panel.session.release()
    app = app_on(tmp_path, panel.session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert f"3 {ROSA}" in flowing(app)
        await pilot.press("3")
        assert app.review is not None and app.review.me.name == ROSA


async def test_that_nothing_fits_is_said(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("d", "g", *"zebra", "enter")
        assert "No row fits what is typed." in flowing(app)
        await pilot.press(*["backspace"] * 5, *"1.4", "enter")
        assert app.review is not None and app.review.ref == "1.4"


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_a_form_is_found_by_its_path(tmp_path: Path, size: tuple[int, int]) -> None:
    session = planned(tmp_path)
    set_standing(session, session.state.present()[0], "accuracy")
    form = "\n\n".join(form_blocks(view(session))).replace("[ ] accept", "[x] accept")
    (tmp_path / "elsewhere.md").write_text(form)
    session.close()
    async with report(tmp_path, session, size) as pilot:
        await pilot.press("Y", "end", "enter", *"../nowhere.md")
        assert "Enter: the file whose name or path is typed here." in flowing(pilot.app)
        await pilot.press("enter")
        assert "There is no file ../nowhere.md." in flowing(pilot.app)
        await pilot.press("escape", "enter", *"../elsewhere.md", "enter")
        assert "What elsewhere.md brings in" in flowing(pilot.app)
        await pilot.press("enter")  # the answer that changes nothing has the focus
        assert "Nothing was brought in from elsewhere.md." in flowing(pilot.app)
