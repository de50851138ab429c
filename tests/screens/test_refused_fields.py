"""What is wrong with a field is said beside it, until somebody types there."""

from pathlib import Path

from house import USUAL, a_session, app_on
from seeing import flowing

from screens.archive_dialogs import PassphraseDialog
from screens.form_dialog import Asked, FormDialog


async def test_what_is_refused_goes_when_somebody_types_there(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        app.push_screen(PassphraseDialog("Lock it", "it.inclusion-archive", is_new=True))
        await pilot.pause()
        await pilot.press(*"otters-in-the-weir", "tab", "x", "enter")
        assert "This is not what was typed the first time" in flowing(app)
        assert app.focused is app.screen.query_one("#again")
        await pilot.press("y")
        assert "This is not what was typed the first time" not in flowing(app)


async def test_of_several_the_first_is_gone_to_and_each_says_its_own(tmp_path: Path) -> None:
    asked = (Asked("who", "Who"), Asked("when", "When"), Asked("where", "Where"))
    wrong = {"when": "Write a day.", "where": "Name a room."}
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        app.push_screen(FormDialog("A visit", asked, lambda _: wrong, lambda _: None))
        await pilot.pause()
        await pilot.press("enter")
        assert "! Write a day." in flowing(app) and "! Name a room." in flowing(app)
        assert app.focused is app.screen.query_one("#when")
        await pilot.press("z")
        assert "Write a day." not in flowing(app) and "! Name a room." in flowing(app)
