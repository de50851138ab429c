"""Every screen and every small window there is, each with a way to it.

`visits` has one for every class of a screen in `screens`: a screen that is new and has none fails the
tests of what holds everywhere (`tests/screens/test_every_screen.py`); give it one here.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from house import a_session
from panels import a_panel
from planning import planned
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from tour import HERE
from twice import two_reviews

import screens
from exports.handing import HandedOver
from exports.identifying import identifying_in
from screens.accuracy_form import IncomingDialog
from screens.archive_dialogs import PassphraseDialog
from screens.compare_evidence import BothSides
from screens.conduct_window import ConductScreen
from screens.cover import CoverScreen
from screens.dialogs import Confirm, Rescue
from screens.erase import EraseDialog
from screens.form_dialog import Asked, FormDialog
from screens.hand_to_school import ReceiptDialog
from screens.help import HelpScreen
from screens.leaving import LeavingDialog
from screens.plan_dialogs import TextDialog
from screens.safeguarding import SafeguardingScreen
from screens.working import Working
from sessions.handing_receipt import Receipt
from sessions.reply_forms import Filled
from sessions.replying import Coming
from sessions.session import Session
from sessions.view import view
from tui.app import ReviewApp

SHELLS = frozenset({"FormDialog"})
"""Screens that are shown as they are, and that others are made of too."""

ELSEWHERE = frozenset({"WallScreen"})
"""The second window is an app of its own: it has nothing to focus, and no commands but two keys."""


class Visit(NamedTuple):
    """A screen, and the way to it from the overview of a review."""

    shows: str
    """The name of its class."""
    keys: tuple[str, ...] = ()
    made: Callable[[ReviewApp], Screen[Any]] | None = None
    """Makes it where the way there is long; then the keys are pressed before."""


SESSIONS: dict[str, Callable[[Path], Session]] = {
    "described": a_session,
    "windows": a_session,
    "judged": lambda root: a_session(root, gate=True),
    "panel": a_panel,
    "planned": planned,
    "twice": lambda root: two_reviews(root)[1],
    "library": a_session,
}
"""The reviews to visit them in."""

_JUDGE = ("d", "p")


def _receipt(_: ReviewApp) -> Screen[Any]:
    receipt = Receipt(
        session="x",
        name="oak",
        setting="Oak",
        date="2026-11-20",
        framework="Ours",
        framework_version="1",
        at="2026-11-20 10:46",
        by="Jo Reed",
        sha256="0",
        size=1,
    )
    return ReceiptDialog(HandedOver(receipt, Path("it.zip"), (Path("it.txt"),)))


def _leaving(app: ReviewApp) -> Screen[Any]:
    assert app.review is not None
    session = app.review.session
    found = identifying_in(view(session), session.framework)
    return LeavingDialog(app.review, found, lambda _: True)


def _erasing(_: ReviewApp) -> Screen[Any]:
    return EraseDialog("Erase it?", Content("All goes."), (Asked("by", "Your name"),), "AK1")


def _incoming(_: ReviewApp) -> Screen[Any]:
    coming = Coming("1", "accept", "So it is.", "new")
    return IncomingDialog("form.md", Filled(session="x"), (coming,))


def _sides(_: ReviewApp) -> Screen[Any]:
    return BothSides("1.1", (("Then", Content("A note.")), ("Now", Content("Another."))))


def _form(_: ReviewApp) -> Screen[Any]:
    asked = (Asked("a", "What", lines=2), Asked("b", "Which", choices=(("x", "One"), ("y", "Two"))))
    return FormDialog("What was it?", asked, lambda _: {}, lambda _: None)


def _text(_: ReviewApp) -> Screen[Any]:
    asked = Asked("text", "The objective", lines=3)
    return TextDialog("What for?", asked, lambda _: {}, lambda _: None, {}, drafted=False)


_looked_at = Event()  # work that is over once its window has been looked at


def _working(app: ReviewApp) -> Screen[Any]:
    _looked_at.clear()
    window = Working("Working.", lambda _: _looked_at.wait(10), app.desk.symbols)
    return window.add_class("-on")


VISITS: dict[str, tuple[Visit, ...]] = {
    "described": (
        Visit("OverviewScreen"),
        Visit("SetupScreen", ("s",)),
        Visit("PersonDialog", ("s", *("tab",) * 6, "end", "enter")),
        Visit("DescribeScreen", ("d",)),
        Visit("Reading", ("d", "f")),
        Visit("EditDialog", ("d", "tab", "e")),
        Visit("Confirm", ("d", "tab", "delete")),
        Visit("Choose", ("d", "g")),
        Visit("GateScreen", _JUDGE),
        Visit("InboxScreen", ("i",)),
        Visit("ComposeDialog", ("n",)),
        Visit("PrepareScreen", ("q",)),
        Visit("CatchUpScreen", ("C",)),
        Visit("PresentScreen", ("d", "f4")),
        Visit("TimesDialog", ("T",)),
        Visit("Line", ("T", "m")),
        Visit("SearchScreen", ("f3",)),
    ),
    "windows": (
        Visit("FormDialog", made=_form),
        Visit("SafeguardingScreen", made=lambda _: SafeguardingScreen()),
        Visit("HelpScreen", made=lambda app: HelpScreen(app.ACTS, "What it is for.")),
        Visit("CoverScreen", made=lambda _: CoverScreen()),
        Visit("ConductScreen", made=lambda _: ConductScreen("Amira Khan")),
        Visit("Rescue", made=lambda _: Rescue("What was typed.")),
        Visit("Confirm", made=lambda _: Confirm("Is it so?", "It is")),
        Visit("LeavingDialog", made=_leaving),
        Visit("EraseDialog", made=_erasing),
        Visit("ReceiptDialog", made=_receipt),
        Visit("PassphraseDialog", made=lambda _: PassphraseDialog("Which?", "a.zip", is_new=True)),
        Visit("Working", made=_working),
        Visit("IncomingDialog", made=_incoming),
        Visit("BothSides", made=_sides),
    ),
    "judged": (
        Visit("JudgeScreen", _JUDGE),
        Visit("Words", (*_JUDGE, "b")),
        Visit("ReportScreen", ("r",)),
        Visit("StateDialog", ("r", "K")),
    ),
    "panel": (Visit("AgreeScreen", ("home", "y")), Visit("HandOverScreen", ("f9",))),
    "planned": (
        Visit("PlanScreen", ("l",)),
        Visit("FindingDialog", ("l", "home", "e")),
        Visit("TextDialog", made=_text),
        Visit("RepliesDialog", ("r", "Y")),
    ),
    "twice": (Visit("CompareScreen", ("M",)), Visit("FollowUpDialog", ("F",))),
    "library": (Visit("LibraryScreen", ("escape",)), Visit("SetupScreen", ("s",))),
}


async def visit(pilot: Pilot[int], one: Visit) -> None:
    """Go to a screen, from wherever this is in the review."""
    app = pilot.app
    assert isinstance(app, ReviewApp)
    _looked_at.set()
    await app.workers.wait_for_complete()
    await pilot.pause()
    if app.review is not None:
        app.back_to(3)
        app.review.go(HERE)
        app.screen.set_focus(app.screen.query("AreaMap").first())
    await pilot.pause()
    await pilot.press(*one.keys)
    if one.made is not None:
        app.push_screen(one.made(app))
    await pilot.pause()


def every_screen() -> Iterator[type[Screen[Any]]]:
    """Yield every screen and small window that people may meet."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        importlib.import_module(module.name)
    for kind in _below(Screen):
        ours = kind.__module__.startswith("screens.")
        if ours and (kind.__name__ in SHELLS or not kind.__subclasses__()):
            yield kind


def _below(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    found: Sequence[type[Screen[Any]]] = kind.__subclasses__()
    for one in found:
        yield one
        yield from _below(one)
