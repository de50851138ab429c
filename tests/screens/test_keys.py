"""Keys of one's own: in force on the screens, in help and in the list; clashes are refused."""

from pathlib import Path

import pytest
from house import USUAL, a_session, app_on, places_in
from seeing import flowing, lines

from screens.note_dialogs import ComposeDialog
from tui.keys import listed, read_keys


def wish(root: Path, text: str) -> Path:
    """Write wishes, as a person does in an editor."""
    file = places_in(root).home / "keys.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


async def test_a_key_of_ones_own_is_in_force_and_said_everywhere(tmp_path: Path) -> None:
    wish(tmp_path, 'new_note = "z"\n')
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert "z note" in lines(app)[-1] and "n note" not in lines(app)[-1]
        await pilot.press("n")
        assert not isinstance(app.screen, ComposeDialog)
        await pilot.press("z")
        assert isinstance(app.screen, ComposeDialog)
        await pilot.press("escape", "f1")
        assert "z Write a note" in " ".join(flowing(app).split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('new_note = "g"', "new_note: g is the key of go_to on the Overview already"),
        ('new_note = "3"', "new_note: digits choose a step"),
        ('new_note = "ctrl+q"', "new_note: ctrl+q belongs to the terminal"),
        ('new_note = "enter"', "new_note: enter is no key that every terminal has"),
        ("new_note = 7", "new_note: 7 is no key that every terminal has"),
        ('cast = "z"', "cast: it is on Enter and stays there"),
        ('sing = "z"', "sing: there is no command of that name"),
        ("new_note = ", "keys.toml: it cannot be read"),
    ],
)
async def test_what_cannot_be_is_refused_and_says_why(tmp_path: Path, text: str, said: str) -> None:
    keys, problems = read_keys(wish(tmp_path, text))
    assert not keys.keys
    assert said in "".join(f"{problem.name}: {problem.why}\n" for problem in problems)


async def test_with_a_refused_wish_the_keys_stay_and_it_is_said(tmp_path: Path) -> None:
    wish(tmp_path, 'new_note = "g"')
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "g is the key of go_to" in " ".join(flowing(app).split())
        await pilot.press("n")
        assert isinstance(app.screen, ComposeDialog)


def test_two_may_change_places(tmp_path: Path) -> None:
    keys, problems = read_keys(wish(tmp_path, 'new_note = "g"\ngo_to = "n"\n'))
    assert not problems
    shown = {command.name: command.key_shown for _, command in listed(keys)}
    assert (shown["new_note"], shown["go_to"]) == ("g", "n")
