"""What the four parts of Prepare have in common: rows, a detail for each, and what can be done."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol

from textual.content import Content

from frameworks.model import Framework
from sessions.errors import Refused
from sessions.rules import need_statement
from sessions.seen import SessionView
from sessions.state import State

from .form_dialog import Asked, Take
from .prepare_acts import PREPARING
from .review import Review
from .reviewing import Tried
from .symbols import Symbols
from .widgets.part_list import Group

ADD_ROW = "add"
"""The id of a row that adds something; records have longer ones."""


class Owner(Protocol):
    """What a part asks of the screen that it stands on."""

    review: Review

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the person something."""

    def tried(self, do: Callable[..., Any], *args: Any, **named: Any) -> Tried:
        """Let the person do something."""

    def confirm(self, question: str, yes: str, do: Callable[[], None]) -> None:
        """Ask before something is lost."""

    def ask(
        self,
        question: str,
        asked: Sequence[Asked],
        slot: str,
        take: Take,
        typed: str = "",
        first: str = "",
        save: str = "save",
    ) -> None:
        """Ask in a window with fields, kept under a slot; `typed`: what was kept there."""

    def show_row(self, identity: str) -> None:
        """Highlight a row."""

    def read(self, title: str, text: Content) -> None:
        """Show a text in full."""

    def go_to_plan(self) -> None:
        """Go to the plan."""


class Part:
    """One part. A subclass gives its rows, and does what its keys mean."""

    title: ClassVar[str] = ""
    short: ClassVar[str] = ""
    """Its name where there is little room."""
    slots: ClassVar[tuple[str, ...]] = ()
    """The kinds of draft that belong to it."""

    def __init__(self, owner: Owner) -> None:
        self.owner = owner

    @property
    def review(self) -> Review:
        """The review that is open."""
        return self.owner.review

    @property
    def seen(self) -> SessionView:
        """What the person may see of it."""
        return self.review.seen

    @property
    def framework(self) -> Framework:
        """What it is made with."""
        return self.review.session.framework

    @property
    def symbols(self) -> Symbols:
        """The signs in use."""
        return self.review.desk.symbols

    def key(self, command: str) -> str:
        """Return the key that a command of the screen is on, as people read it."""
        act = next(act for act in PREPARING if act.name == command)
        return self.review.desk.keys.of(act).key_shown

    @property
    def undo_words(self) -> str:
        """What is said once something is deleted."""
        return f"Press {self.key('undo')} to bring it back."

    def groups(self) -> list[Group]:
        """Return its rows."""
        return []

    def detail(self, row: str, width: int) -> Content:
        """Return what there is to know of a row."""
        return Content("")

    def full(self, row: str) -> None:
        """Show a row with everything that is said of it."""
        self.owner.read(self.title, self.detail(row, 0))

    def keys(self, row: str) -> Mapping[str, str]:
        """Return the commands that do something here, by name, each with its word; best first."""
        return {}

    def add(self) -> None:
        """Add something."""
        self.owner.say(f"Nothing can be added to this part ({self.title}).")

    def open(self, row: str) -> None:
        """Do what comes next with a row."""

    def edit(self, row: str) -> None:
        """Change a row."""
        self.owner.say("There is nothing to change in the highlighted row.")

    def delete(self, row: str) -> None:
        """Delete a row."""
        self.owner.say("There is nothing to delete in the highlighted row.")

    def restore(self, kind: str, what: str, words: str) -> None:
        """Go on with a form that was being filled in before a crash."""


# What is typed into fields


def listed(text: str) -> tuple[str, ...]:
    """Return the refs that a text names, with blanks or commas between."""
    return tuple(text.replace(",", " ").split())


def refs_in(state: State, text: str) -> tuple[str, ...]:
    """Return the statements that a text names. Raises Refused."""
    return tuple(need_statement(state, ref)[1].ref for ref in listed(text))


def refused(checks: Mapping[str, Callable[[], object]]) -> dict[str, str]:
    """Return by field why what was typed cannot be, as the rules of the session say it."""
    wrong = {}
    for name, check in checks.items():
        try:
            check()
        except Refused as refusal:
            wrong[name] = str(refusal)
    return wrong
