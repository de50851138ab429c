"""Setting up, through the keys a person presses: what is asked, what is said, what is on disk."""

from pathlib import Path

import pytest
from house import NARROW, USUAL
from seeing import flowing, lines
from setting_up import PROBES, focus, only, pasted, pressed, rows, screen, setting_up, today
from textual.widgets import Button

from frameworks.shelf import BUILT_IN, Shelf
from screens.dialogs import Choose, Confirm
from screens.library import LibraryScreen
from screens.overview import OverviewScreen
from screens.setup import SetupScreen
from tui.app import ReviewApp

# A new session


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_three_fields_are_enough(tmp_path: Path, size: tuple[int, int]) -> None:
    async with setting_up(tmp_path, size) as pilot:
        await pressed(pilot, *"Hollin", "enter", *"Amira", "enter", "enter")
        assert isinstance(pilot.app.focused, Button)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert lines(pilot.app)[0].startswith(" Hollin")
        seen = only(tmp_path)
        assert (seen.setting, len(seen.areas)) == ("Hollin", 8)
        assert [(p.name, p.role) for p in seen.people] == [("Amira", "reviewer")]
        assert seen.date == today(pilot)


async def test_all_of_it_can_be_said_at_once(tmp_path: Path) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Amira", "enter", *"3/10/2026", *["tab"] * 3)
        await pressed(pilot, "s", "s", "enter", *"1-3", "comma", "5", "enter", *"Fay", "enter")
        await pressed(pilot, *"Ben", "comma", *"Cas", "enter", *"Why", "enter")
        assert focus(pilot) == "finish"
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, Choose)  # who of them is typing
        seen = only(tmp_path)
        assert (seen.date, seen.phase, seen.purpose) == ("2026-10-03", "special", "Why")
        assert [area.number for area in seen.areas] == [1, 2, 3, 5]
        assert [(p.name, p.role) for p in seen.people] == [
            ("Fay", "facilitator"),
            ("Amira", "reviewer"),
            ("Ben", "reviewer"),
            ("Cas", "reviewer"),
        ]


async def test_the_fields_explain_themselves(tmp_path: Path) -> None:
    async with setting_up(tmp_path, NARROW) as pilot:
        assert "The school or other setting" in flowing(pilot.app)
        await pressed(pilot, *["tab"] * 6)
        seen = flowing(pilot.app)
        assert "Areas" in seen
        assert "1 Outcomes for Learners with SEND" in seen
        assert "8 The Quality of SEND Provision" in seen
        await pressed(pilot, "tab", "tab", "tab")
        assert focus(pilot) == "purpose"
        assert "Purpose" in flowing(pilot.app)


@pytest.mark.parametrize(
    ("keys", "said", "where"),
    [
        ((), "! Which setting is it?", "setting"),
        ((*"Oak",), "! Who are you?", "name"),
        ((*"Oak", "tab", *"Al", "tab", *"31/31/2026"), "31/31/2026 is not a date", "date"),
        ((*"Oak", "tab", *"Al", *["tab"] * 5, *"1 99"), "There is no area 199", "areas"),
        ((*"Oak", "tab", *"Al", *["tab"] * 5, *"1-99"), "There is no area 9", "areas"),
        ((*"Oak", "tab", *"Al", *["tab"] * 5, *"two"), "two is no number of an area", "areas"),
        ((*"Oak", "tab", *"Al", *["tab"] * 7, *"Bo,al"), "al is here twice", "reviewers"),
        (
            (*"Oak", "tab", *"Al", *["tab"] * 6, *"Bo", "tab", *"Bo"),
            "Bo is among the other reviewers",
            "facilitator",
        ),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    tmp_path: Path, keys: tuple[str, ...], said: str, where: str
) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *(key for key in keys if key != " "))
        typed = screen(pilot).values
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert said in flowing(pilot.app)
        assert focus(pilot) == where
        assert screen(pilot).values == typed
        assert rows(tmp_path) == ()
        await pressed(pilot, "x")
        assert said not in flowing(pilot.app)


@pytest.mark.parametrize("typed", ["03/10/2026", "3.10.2026", "2026-10-03"])
async def test_a_date_may_be_written_as_british_people_do(tmp_path: Path, typed: str) -> None:
    keys = (("full_stop" if key == "." else key) for key in typed)
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Al", "enter", *keys, "enter", "enter")
        assert only(tmp_path).date == "2026-10-03"


async def test_who_leads_the_review_alone_is_one_person(tmp_path: Path) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Amira", *["tab"] * 6, *"amira")
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert [p.role for p in only(tmp_path).people] == ["facilitator"]


@pytest.mark.parametrize(
    ("rights", "identity", "title", "about"),
    [
        (0, "inclusion-audit", "Inclusion Audit Framework", "8 areas, in stages"),
        (1, "send-rag-audit", "SEND RAG audit", "4 areas, in ratings"),
        (
            2,
            "send-self-assessment",
            "SEN and Disabilities Framework: self-assessment",
            "5 areas, in answers",
        ),
        (3, "send-support", "SEND Support: Have we got it right?", "12 areas, in stages"),
    ],
)
async def test_each_framework_says_what_it_is_and_can_be_chosen(
    tmp_path: Path, rights: int, identity: str, title: str, about: str
) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Al", "enter", "tab", "tab", *["right"] * rights)
        (line,) = (line for line in lines(pilot.app) if "▸" in line)
        assert line.split("▸ ")[1].split("  ")[0] == title
        assert line.endswith(about)
        everything = flowing(pilot.app)
        for framework in Shelf().all():
            assert framework.title in everything  # all four stand there to choose from
            for step in framework.scale.steps:
                assert step.name not in everything
        await pressed(pilot, "shift+tab", "enter")
        assert only(tmp_path).framework == identity


async def test_many_frameworks_are_listed_around_the_chosen_one(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    pack = (BUILT_IN / "send-rag-audit.md").read_text(encoding="utf-8")
    for n in range(1, 9):
        ours = pack.replace("id: send-rag-audit", f"id: ours-{n}", 1)
        ours = ours.replace("title: SEND RAG audit", f"title: Ours {n}", 1)
        (tmp_path / "frameworks" / f"ours-{n}.md").write_text(ours, encoding="utf-8")
    async with setting_up(tmp_path, NARROW) as pilot:
        await pressed(pilot, *["tab"] * 4, *["right"] * 6)
        seen = flowing(pilot.app)
        assert "▸ Ours 3" in seen and "Ours 6" in seen and "Ours 7 " not in seen
        await pressed(pilot, *["right"] * 5)
        assert "▸ Ours 8" in flowing(pilot.app)
        await pressed(pilot, "right")
        assert "▸ Inclusion Audit Framework" in flowing(pilot.app)


async def test_a_framework_of_ones_own_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    pack = (BUILT_IN / "inclusion-audit.md").read_text(encoding="utf-8")
    ours = pack.replace("id: inclusion-audit", "id: ours", 1)
    ours = ours.replace("title: Inclusion Audit Framework", "title: Our [/] own", 1)
    (tmp_path / "frameworks" / "ours.md").write_text(ours, encoding="utf-8")
    async with setting_up(tmp_path) as pilot:
        assert "Inclusion Audit Framework (2026.1)" in flowing(pilot.app)
        await pressed(pilot, *"Oak", "enter", *"Al", "enter", "tab", "tab", "left")
        assert "Our [/] own (2026.1)" in flowing(pilot.app)
        assert "▸ Our [/] own" in flowing(pilot.app)
        await pressed(pilot, "shift+tab", "enter")
        assert only(tmp_path).framework == "ours"


async def test_escape_goes_back_and_asks_only_where_something_was_typed(tmp_path: Path) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pressed(pilot, "s", *"Oak", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await pressed(pilot, "n")
        assert screen(pilot).values["setting"] == "Oak"
        await pressed(pilot, "escape", "y")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pressed(pilot, "s")
        assert screen(pilot).values["setting"] == ""
        assert rows(tmp_path) == ()


async def test_what_was_typed_before_the_app_was_killed_is_there_again(tmp_path: Path) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Amira")
        app = pilot.app
        assert isinstance(app, ReviewApp)
        assert app.desk.saver.wait(5)  # then the window is gone, and nobody was asked
    async with setting_up(tmp_path) as pilot:
        assert "This was typed here before the app ended" in flowing(pilot.app)
        values = screen(pilot).values
        assert (values["setting"], values["name"]) == ("Oak", "Amira")
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert only(tmp_path).setting == "Oak"
        await pressed(pilot, "escape", "s")
        assert screen(pilot).values["setting"] == ""
        assert "before the app ended" not in flowing(pilot.app)


async def test_where_it_cannot_be_written_it_is_said_and_can_be_tried_again(
    tmp_path: Path,
) -> None:
    async with setting_up(tmp_path) as pilot:
        await pressed(pilot, *"Oak", "enter", *"Amira", "enter", "enter")
        folder = tmp_path / "library"
        folder.rename(tmp_path / "aside")
        folder.write_text("in the way")
        await pressed(pilot, "enter")
        seen = flowing(pilot.app)
        assert "The session could not be made:" in seen
        assert "What you typed is kept here." in seen
        assert screen(pilot).values["setting"] == "Oak"
        folder.unlink()
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert only(tmp_path).setting == "Oak"


@pytest.mark.parametrize("probe", PROBES)
async def test_whatever_is_pasted_is_a_name(tmp_path: Path, probe: str) -> None:
    async with setting_up(tmp_path, ascii_only=True) as pilot:
        await pasted(pilot, f"S{probe}")
        await pressed(pilot, "enter")
        await pasted(pilot, f"N{probe}\nsecond line")
        await pressed(pilot, "enter", "enter", "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        await pressed(pilot, "s")
        assert isinstance(pilot.app.screen, SetupScreen)
        await pressed(pilot, "shift+tab", "enter", "escape", "escape", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        seen = only(tmp_path)
        assert len(seen.setting) == len(f"S{probe}")
        assert seen.people[0].name.endswith("second line")
        assert not any(ord(letter) < 32 or letter in "\x9b\u202e\u2066" for letter in seen.setting)


async def test_plain_ascii_is_enough(tmp_path: Path) -> None:
    async with setting_up(tmp_path, NARROW, ascii_only=True) as pilot:
        for _ in range(6):
            await pressed(pilot, "tab")
            assert "\n".join(lines(pilot.app)).isascii()
