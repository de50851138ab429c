"""What holds on every screen: plain ASCII is enough, the focus is seen without colour, every key has
its command in the palette and in help, text stands out in every theme, what people write is only text.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from contrast import weak_text
from cut_off import cut_off
from everywhere import ELSEWHERE, SESSIONS, VISITS, every_screen, visit
from focusing import unseen_focus
from house import NARROW, USUAL, a_session, app_on, library_in
from room import a_panel, a_wall, agreed
from seeing import flowing, text
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from tour import go

from screens.base import DeskScreen
from screens.commands import Command, Commands
from screens.help import HelpScreen
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.session import Session
from tui.app import ReviewApp
from tui.themes import NAMES

PROBES = (
    "[/] [/foo] [link='x [sic] [TODO] list[int] [@click=app.quit]x[/]",
    "\x1b]52;c;aGVsbG8=\x07 \x1b[2J \x9b31m \x07 \x00",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "e\u0301 \U0001f469\U0001f3fd\u200d\U0001f3eb \U0001f1ec\U0001f1e7 漢字 \ufeff",
    "| # * _ ` <b>bold</b> &amp; ~~~ ---",
)

WITH_NOTES = {
    True: ("overview behind a gate", "judge", "because", "report", "export"),
    False: (
        "setup again", "overview", "describe", "describe edit", "describe delete", "inbox",
        "library",
    ),
}  # fmt: skip
"""Screens that show what people wrote: names, settings, notes; behind a gate, and before it."""

MOVING = {"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab"}
"""Keys that only move about in a window: no palette needs them."""


MEASURED = {
    "OverviewScreen", "SetupScreen", "LibraryScreen", "DescribeScreen", "JudgeScreen", "AgreeScreen",
    "PlanScreen", "ReportScreen", "PrepareScreen", "CatchUpScreen", "PresentScreen", "InboxScreen",
    "CompareScreen", "FollowUpDialog", "FindingDialog", "FormDialog", "EditDialog", "ComposeDialog",
    "GateScreen", "TimesDialog", "HandOverScreen", "HelpScreen", "CoverScreen", "Reading", "Words",
    "Choose", "Line",
}  # fmt: skip
"""Screens of the tour: their contrast is measured with their snapshots, in every theme."""

UNASKED = {"fields"}
"""What is offered where the framework asks for it alone."""


def test_every_screen_is_visited() -> None:
    visited = {one.shows for visits in VISITS.values() for one in visits}
    there = {kind.__name__ for kind in every_screen()}
    assert there - visited == ELSEWHERE, "a screen without a visit: tests/support/everywhere.py"
    assert visited <= there


@pytest.mark.parametrize("review", SESSIONS)
async def test_what_holds_everywhere_holds_here(tmp_path: Path, review: str) -> None:
    session = SESSIONS[review](tmp_path)
    session.close()
    app = app_on(tmp_path, session, ascii_only=True)
    troubles: list[str] = []
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        if app.review is None:
            await pilot.press("enter")  # the first to have joined is typing
        for one in VISITS[review]:
            await visit(pilot, one)
            told = f"{one.shows} {' '.join(one.keys)}"
            assert type(app.screen).__name__ == one.shows, told
            troubles += [f"{told}: {trouble}" for trouble in [t async for t in look(pilot)]]
    assert "\n".join(troubles) == ""


async def look(pilot: Pilot[int]) -> AsyncIterator[str]:
    """Yield what does not hold on the screen that is shown."""
    app = pilot.app
    assert isinstance(app, ReviewApp)
    drawn = {letter for letter in text(app) if not letter.isascii()}
    if drawn:
        yield f"not ASCII: {drawn}"
    for trouble in cut_off(app):
        yield f"cut off without a mark: {trouble}"
    for widget in await unseen_focus(pilot):
        yield f"the focus on {widget} is not seen without colour"
    for trouble in without_a_command(app.screen):
        yield trouble
    async for trouble in not_offered(app.screen):
        yield trouble
    if type(app.screen).__name__ in MEASURED:
        return
    for theme in NAMES.values():
        app.theme = theme
        await pilot.pause()
        for weak in weak_text(app):
            yield f"{weak} in {theme}"
    app.theme = NAMES["dark"]


def keys_of(screen: Screen[Any]) -> Iterator[Binding]:
    """Yield every key of ours that a screen, or a widget of ours on it, gives a meaning on it."""
    for node in (screen, *screen.query("*")):
        for kind in type(node).__mro__:
            if kind.__module__.startswith("screens."):
                for binding in Binding.make_bindings(vars(kind).get("BINDINGS", ())):
                    if node is screen or binding.action.startswith("screen."):
                        yield binding


def acts_of(screen: Screen[Any]) -> tuple[Command, ...]:
    return getattr(screen, "acts", ())


def without_a_command(screen: Screen[Any]) -> Iterator[str]:
    """Yield what has a key and no command, and what has a command and does nothing."""
    named = {act.name.removeprefix("screen.") for act in acts_of(screen)}
    for binding in keys_of(screen):
        if binding.action in UNASKED:
            continue
        if binding.key not in MOVING and binding.action.removeprefix("screen.") not in named:
            yield f"{binding.key} ({binding.action}) has no command"
    for name in named:
        if not hasattr(screen, f"action_{name.partition('(')[0]}"):
            yield f"{name} is a command that nothing does"


async def not_offered(screen: Screen[Any]) -> AsyncIterator[str]:
    """Yield the commands that the palette or help leaves out."""
    rows = [str(hit.prompt) async for hit in Commands(screen).discover()]
    purpose = screen.purpose if isinstance(screen, DeskScreen) else ""
    said = str(HelpScreen((*acts_of(screen), *ReviewApp.ACTS), purpose)._text())
    for act in acts_of(screen):
        label = act.label[:1].upper() + act.label[1:]
        if not any(row.startswith(label) for row in rows):
            yield f"{act.name} is not in the palette"
        if act.text.casefold() not in said.casefold():
            yield f"{act.name} is not in help"


async def test_the_wall_is_plain_ascii_and_has_nothing_to_focus(tmp_path: Path) -> None:
    panel = agreed(a_panel(tmp_path))
    wall = a_wall(tmp_path, panel.session, ascii_only=True)
    panel.session.close()
    async with wall.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert type(wall.screen).__name__ in ELSEWHERE
        assert text(wall).isascii() and weak_text(wall) == set()
        assert list(wall.screen.focus_chain) == [] and list(keys_of(wall.screen)) == []


# What people write


def hostile_session(root: Path, *, gate: bool) -> Session:
    """Make a review in which people wrote everything that breaks terminal apps."""
    library = library_in(root)
    probe = " ".join(PROBES)
    session = library.create(Plan(setting=f"School {probe}", reviewers=(f"Amira {probe}",)))
    me = session.state.present()[0]
    for one in (*PROBES, "x" * 100_000):
        add_note(session, me, one, ["1.3"])
    add_note(session, me, probe, [])
    if gate:
        open_gate(session, me, 1)
    session.close()
    return session


@pytest.mark.parametrize("gate", WITH_NOTES)
async def test_what_people_write_is_text_everywhere_and_nothing_overflows(
    tmp_path: Path, *, gate: bool
) -> None:
    app = app_on(tmp_path, hostile_session(tmp_path, gate=gate))
    async with app.run_test(size=NARROW) as pilot:
        for name in WITH_NOTES[gate]:
            if app.review is not None:
                app.back_to(3)
            await go(pilot, name)
            shown = text(app)
            assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in shown)
            assert not set(shown) & set("\u202e\u202c\u2066\u2069")
            assert list(cut_off(app)) == [], name
            for widget in app.screen.query("*").results(Widget):
                if widget.display and widget.region and not widget.is_scrollable:
                    assert widget.region.right <= NARROW[0], (name, widget)


async def test_hostile_text_in_a_note_is_shown_as_it_is(tmp_path: Path) -> None:
    session = a_session(tmp_path, notes=False)
    opened = library_in(tmp_path).open(session.id)
    add_note(opened, opened.state.present()[0], PROBES[0], ["1.3"])
    opened.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "describe")
        assert "".join(PROBES[0].split()) in "".join(flowing(app).split())
