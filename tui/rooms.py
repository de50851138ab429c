"""The screens, each imported when it is first shown: so the library is on the screen sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content
    from textual.screen import Screen

    from screens.base import DeskScreen
    from screens.commands import Command
    from screens.desk import Desk
    from screens.review import Review
    from screens.symbols import Symbols
    from sessions.following import Wall
    from sessions.search import Hit
    from sessions.seen import PersonView
    from sessions.session import Session


def overview(review: Review) -> DeskScreen:
    """Return the map of a review."""
    from screens.overview import OverviewScreen

    return OverviewScreen(review)


def describe(review: Review) -> DeskScreen:
    """Return the first pass."""
    from screens.describe import DescribeScreen

    return DescribeScreen(review)


def judge(review: Review) -> DeskScreen:
    """Return the second pass."""
    from screens.judge import JudgeScreen

    return JudgeScreen(review)


def prepare(review: Review) -> DeskScreen:
    """Return what prepares the visit."""
    from screens.prepare import PrepareScreen

    return PrepareScreen(review)


def catch_up(review: Review) -> DeskScreen:
    """Return what is not seen yet, and what would not stand up."""
    from screens.catchup import CatchUpScreen

    return CatchUpScreen(review)


def agree(review: Review) -> DeskScreen:
    """Return the panel's agreement on an area."""
    from screens.agree import AgreeScreen

    return AgreeScreen(review)


def plan(review: Review) -> DeskScreen:
    """Return findings and the plan."""
    from screens.plan import PlanScreen

    return PlanScreen(review)


def present(review: Review, wall: Wall) -> Screen[None]:
    """Return the wall view, which begins at a place."""
    from screens.present import PresentScreen

    return PresentScreen(review, wall)


def times(review: Review, changed: Callable[[], None]) -> Screen[None]:
    """Return the window for the time of an area and the meeting."""
    from screens.timing_dialog import TimesDialog

    return TimesDialog(review, changed)


def search(desk: Desk, review: Review | None) -> Screen[Hit | None]:
    """Return the window that searches everything; `review`: the one that is open."""
    from screens.search import SearchScreen

    return SearchScreen(desk, review)


def compare(desk: Desk, sessions: Sequence[str], review: Review | None) -> Screen[None]:
    """Return then and now, side by side."""
    from screens.compare import CompareScreen

    return CompareScreen(desk, tuple(sessions), review)


def follow_up(desk: Desk, session: str) -> Screen[str | None]:
    """Return the window that makes a session which follows an older one."""
    from screens.then import FollowUpDialog

    return FollowUpDialog(desk, session)


def report(review: Review) -> DeskScreen:
    """Return the report, with what to look at before it leaves."""
    from screens.report import ReportScreen

    return ReportScreen(review)


def inbox(review: Review) -> DeskScreen:
    """Return the notes that are filed nowhere."""
    from screens.inbox import InboxScreen

    return InboxScreen(review)


def setup(desk: Desk, session: Session | None, person: str = "") -> Screen[Session | None]:
    """Return the form for a new session, or for one that is there; `person`: who is typing."""
    from screens.setup import SetupScreen

    return SetupScreen(desk, session, person)


def gate(review: Review) -> Screen[bool]:
    """Return the question whether to open a gate."""
    from screens.gate import GateScreen

    return GateScreen(review)


def hand_over(people: Sequence[PersonView], here: str, symbols: Symbols) -> Screen[str | None]:
    """Return what covers everything until the next person says who they are."""
    from screens.hand_over import HandOverScreen

    return HandOverScreen(people, here, symbols)


def confirm(question: str, yes: str) -> Screen[bool | None]:
    """Return a question before something is lost."""
    from screens.dialogs import Confirm

    return Confirm(question, yes)


def choose_by_number(question: str, rows: Sequence[tuple[str, Content]]) -> Screen[str | None]:
    """Return a question to be answered from a list, by number too."""
    from screens.dialogs import Choose

    return Choose(question, rows, numbered=True)


def help_on(acts: Sequence[Command], purpose: str) -> Screen[None]:
    """Return the help for a screen."""
    from screens.help import HelpScreen

    return HelpScreen(acts, purpose)


def cover() -> Screen[None]:
    """Return the cover."""
    from screens.cover import CoverScreen

    return CoverScreen()


def conduct(name: str) -> Screen[bool]:
    """Return how the panel works, to be agreed to."""
    from screens.conduct_window import ConductScreen

    return ConductScreen(name)


def safeguarding() -> Screen[None]:
    """Return what to do when a child may be at risk."""
    from screens.safeguarding import SafeguardingScreen

    return SafeguardingScreen()
