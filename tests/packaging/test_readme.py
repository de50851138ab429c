"""The README: complete, its pictures there, and its tour as the app goes."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from house import USUAL, places_in
from seeing import flowing

from exports.formats import FORMATS
from sessions.demo import build_demos
from tui.app import ReviewApp
from tui.cli import program
from tui.demo import PERSON
from tui.keys import listed, read_keys
from tui.places import open_library

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each command that people are told of, with the commands below it."""
    for name, command in program.commands.items():
        if not command.hidden:
            below = command.commands if isinstance(command, click.Group) else ()
            yield name, tuple(below)


@pytest.mark.parametrize(("name", "below"), commands())
def test_every_command_is_listed(name: str, below: tuple[str, ...]) -> None:
    (line, *_) = re.findall(rf"^  inclusion-review {name}\b(?!-).*", README, re.MULTILINE)
    assert [word for word in below if not re.search(rf"\b{word}\b", line)] == []


def test_no_command_is_listed_that_there_is_not() -> None:
    listed = re.findall(r"^  inclusion-review ([a-z][a-z-]*)", README, re.MULTILINE)
    assert len(listed) > 40
    assert set(listed) == {name for name, _ in commands()}


def test_every_export_format_is_explained() -> None:
    rows = "".join(re.findall(r"^\|( `[^|]*)\|", README, re.MULTILINE))
    told = set(re.findall(r"`([^`]*)`", rows))
    # Of a document that is not the report, HTML and Word are named by what stands behind its name.
    short = {name.removesuffix("-html").removesuffix("-docx") for name in FORMATS}
    assert short | {"-html", "-docx"} <= told


def test_every_picture_is_there_and_shown() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((screens/pictures/[^)]*)\)", README)
    there = {f"screens/pictures/{file.name}" for file in (ROOT / "screens/pictures").iterdir()}
    assert len(shown) == len(there) and set(shown) == there


def test_the_keys_that_it_suggests_are_taken(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```\n(new_note = .*?)```", README, re.MULTILINE | re.DOTALL)
    file = tmp_path / "keys.toml"
    file.write_text(example, encoding="utf-8")
    keys, problems = read_keys(file)
    assert not problems
    shown = {command.name: command.key_shown for _, command in listed(keys)}
    assert (shown["new_note"], shown["times"]) == ("z", "F6")


async def test_the_five_minutes_go_as_they_are_told(tmp_path: Path) -> None:
    here = places_in(tmp_path)
    app = ReviewApp(here, build_demos(open_library(here)), person=PERSON)
    async with app.run_test(size=USUAL) as pilot:

        async def press(*keys: str) -> str:
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            return " ".join(flowing(app).split())

        assert "4 Working with Learners" in await press()
        assert "is written, under 4.1" in await press("d", "n", *"Seen", "enter")
        assert "Open the judging pass of area 4?" in await press("escape", "p")
        assert "[Judge]" in await press("y")
        assert "4.1 is cast. On to 4.2." in await press("2", "c", "enter")
        assert "WHO HAS CAST" in await press("y")
        assert "Who is typing now? 1 Amira Khan" in await press("f9")
        carys = await press("3")
        assert "Carys Pugh" in carys and "Strengthening" not in carys
        assert "Amira Khan" in await press("f9", "1")
        assert "AGREED VIEW" in await press("o", "home", "y")
        assert "[Agreed]" in await press("f4")
        assert "[Ballots]" in await press("left")
        assert "! overdue" in await press("f4", "l")
        assert "How it goes at risk" in await press("enter", "a")
        assert "Two rooms have it." in await press("tab", *"Two rooms have it.", "enter")
        assert "May identify somebody" in await press("r")
        assert "governors" in (await press("x"))
        assert "Word" in await press("enter")
        await press("enter")  # it looks through the report first
        assert "A learner" in await press()
        assert "[Report]" in await press("escape")
