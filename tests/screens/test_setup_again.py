"""Changing what a session was set up with, and who is in it, through the keys a person presses."""

from pathlib import Path

from house import USUAL, app_on, library_in, on_disk
from seeing import flowing, lines
from setting_up import changing, pressed, screen
from textual.widgets import OptionList

from frameworks.shelf import Shelf
from screens.dialogs import Confirm
from screens.library import LibraryScreen
from screens.overview import OverviewScreen
from screens.setup import SetupScreen
from screens.widgets.people import PersonDialog
from sessions.clock import system_clock
from sessions.home import Home
from sessions.library import Library, Plan
from sessions.setup import change_setup

# A session that there is


async def test_what_it_was_set_up_with_can_be_changed(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        assert screen(pilot).values == {
            "setting": "Hollin Bank Primary",
            "date": "2026-11-20",
            "phase": "",
            "areas": "1 2 5",
            "purpose": "",
        }
        await pressed(pilot, *"Oak", "enter", *"3/10/2026", "enter", "p", "enter", *"all", "enter")
        await pressed(pilot, *"Why", "enter", "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert lines(pilot.app)[0].startswith(" Oak")
        seen = on_disk(tmp_path, session)
        assert (seen.setting, seen.date, seen.phase) == ("Oak", "2026-10-03", "primary")
        assert (seen.purpose, len(seen.areas)) == ("Why", 8)
        written = library_in(tmp_path).open(session.id).records
        assert {written.versions("session/setting")[-1].by} == {seen.people[0].id}


async def test_what_was_changed_in_two_places_is_settled_by_saving(tmp_path: Path) -> None:
    session = library_in(tmp_path).create(Plan(setting="Oak", reviewers=("Amira Khan",)))
    session.close()
    far = Library(tmp_path / "library", Home(tmp_path / "far"), Shelf(), system_clock)
    here, there = library_in(tmp_path).open(session.id), far.open(session.id)
    for one, setting in ((here, "Oak [/] here"), (there, "Oak there")):
        change_setup(one, one.state.present()[0], setting=setting)
    here.close()
    there.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pressed(pilot, "s")
        assert "! The session's setting was changed in two places" in flowing(app)
        app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert isinstance(app.screen, OverviewScreen)
        assert "two places" not in flowing(app)
        assert on_disk(tmp_path, session).conflicts == ()


async def test_what_was_not_changed_is_not_written(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        before = library_in(tmp_path).open(session.id).records.edition
        await pressed(pilot, "tab", *"2026-11-21")
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert library_in(tmp_path).open(session.id).records.edition == before + 1


async def test_a_setting_cannot_be_emptied(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        await pressed(pilot, "backspace")
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert "! Which setting is it?" in flowing(pilot.app)
        assert on_disk(tmp_path, session).setting == "Hollin Bank Primary"


async def test_leaving_with_changes_is_asked_about(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        await pressed(pilot, *"Oak", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await pressed(pilot, "y")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert on_disk(tmp_path, session).setting == "Hollin Bank Primary"


async def test_the_area_that_one_is_on_may_go_out_of_scope(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        await pressed(pilot, *["tab"] * 3, *"5")
        pilot.app.screen.query_one("#finish").focus()
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert "Next: 5.1 has no note yet" in flowing(pilot.app)
        assert [area.number for area in on_disk(tmp_path, session).areas] == [5]


# People


async def test_somebody_joins(tmp_path: Path) -> None:
    async with changing(tmp_path) as (pilot, session):
        await pressed(pilot, "shift+tab", "end", "enter")
        assert isinstance(pilot.app.screen, PersonDialog)
        await pressed(pilot, *"Ben", "tab", "h", "enter")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert "Ben host, notes B1, B2 and so on" in flowing(pilot.app)
        await pressed(pilot, "escape")
        people = on_disk(tmp_path, session).people
        assert [(p.name, p.role) for p in people][1:] == [("Ben", "host")]


async def test_a_second_one_of_a_name_is_refused_in_the_window(tmp_path: Path) -> None:
    async with changing(tmp_path, "Ben") as (pilot, session):
        await pressed(pilot, "shift+tab", "end", "enter", "enter")
        assert "A person needs a name" in flowing(pilot.app)
        await pressed(pilot, *"ben", "enter")
        assert "ben is in this session already" in flowing(pilot.app)
        await pressed(pilot, "escape", "escape")
        assert len(on_disk(tmp_path, session).people) == 1


async def test_name_and_role_can_be_changed(tmp_path: Path) -> None:
    async with changing(tmp_path, "Amira Khan", "Ben") as (pilot, session):
        await pressed(pilot, "shift+tab", "down", "enter")
        await pressed(pilot, *"Benedict", "tab", "o", "enter", "escape")
        people = on_disk(tmp_path, session).people
        assert [(p.name, p.role) for p in people] == [
            ("Amira Khan", "reviewer"),
            ("Benedict", "observer"),
        ]


async def test_somebody_leaves_after_a_question(tmp_path: Path) -> None:
    async with changing(tmp_path, "Amira Khan", "Ben") as (pilot, session):
        await pressed(pilot, "shift+tab", "down", "delete", "n")
        assert "Ben reviewer" in flowing(pilot.app)
        await pressed(pilot, "delete")
        assert "What they wrote stays." in flowing(pilot.app)
        await pressed(pilot, "y")
        assert "Ben reviewer" not in flowing(pilot.app)
        await pressed(pilot, "escape")
        assert [p.left for p in on_disk(tmp_path, session).people] == [False, True]


async def test_where_nobody_is_in_the_session_it_asks_who_is_typing(tmp_path: Path) -> None:
    session = library_in(tmp_path).create(Plan(setting="Oak"))
    session.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pressed(pilot)
        assert isinstance(app.screen, PersonDialog)
        assert "Nobody is in this session yet. Who are you?" in flowing(app)
        await pressed(pilot, *"Amira", "enter")
        assert isinstance(app.screen, OverviewScreen)
        assert [p.name for p in on_disk(tmp_path, session).people] == ["Amira"]


async def test_nobody_need_say_who_they_are(tmp_path: Path) -> None:
    session = library_in(tmp_path).create(Plan(setting="Oak"))
    session.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pressed(pilot, "escape")
        assert isinstance(app.screen, SetupScreen)
        people = app.screen.query_one("#people", OptionList)
        assert people.option_count == 1  # the row that adds somebody
        await pressed(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert on_disk(tmp_path, session).people == ()
