"""The screens, each imported when it is first shown: so the library is on the screen sooner."""

from collections.abc import Sequence

from textual.content import Content
from textual.screen import Screen

from screens.base import DeskScreen
from screens.commands import Command
from screens.desk import Desk
from screens.review import Review
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


def agree(review: Review) -> DeskScreen:
    """Return the panel's agreement on an area."""
    from screens.agree import AgreeScreen

    return AgreeScreen(review)


def plan(review: Review) -> DeskScreen:
    """Return findings and the plan."""
    from screens.plan import PlanScreen

    return PlanScreen(review)


def report(review: Review) -> DeskScreen:
    """Return the report, with what to look at before it leaves."""
    from screens.report import ReportScreen

    return ReportScreen(review)


def inbox(review: Review) -> DeskScreen:
    """Return the notes that are filed nowhere."""
    from screens.inbox import InboxScreen

    return InboxScreen(review)


def setup(desk: Desk, session: Session | None) -> "Screen[Session | None]":
    """Return the form for a new session, or for one that is there."""
    from screens.setup import SetupScreen

    return SetupScreen(desk, session=session)


def gate(review: Review) -> "Screen[bool]":
    """Return the question whether to open a gate."""
    from screens.gate import GateScreen

    return GateScreen(review)


def confirm(question: str, yes: str) -> "Screen[bool | None]":
    """Return a question before something is lost."""
    from screens.dialogs import Confirm

    return Confirm(question, yes)


def choose(question: str, rows: Sequence[tuple[str, Content]]) -> "Screen[str | None]":
    """Return a question to be answered from a list."""
    from screens.dialogs import Choose

    return Choose(question, rows)


def help_on(acts: Sequence[Command], purpose: str) -> "Screen[None]":
    """Return the help for a screen."""
    from screens.help import HelpScreen

    return HelpScreen(acts, purpose)


def cover() -> "Screen[None]":
    """Return the cover."""
    from screens.cover import CoverScreen

    return CoverScreen()
