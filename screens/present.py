"""Present: what the group is on, large, for everybody in the room; one thing at a time."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from textual.widget import Widget

from sessions.following import Wall
from sessions.seen import SessionView
from sessions.view import view

from .base import ROOM, ReviewScreen
from .commands import Command, bindings
from .present_pages import Page, pages
from .present_wall import WallView
from .present_words import called, tabs
from .review import Review

_ROOM = {command.name: command for command in ROOM}


class PresentScreen(ReviewScreen):
    """Shows one thing large: a statement, a descriptor, the ballots' spread, what is agreed."""

    HERE = "Present"
    HELP = (
        "The wall view: what the group is on, large, and nothing that is not for everybody: no "
        "private note, no name beside a ballot, nothing of a judgement before the gate, no ballot "
        "before the reveal. In a second terminal, inclusion-review present follows this window."
    )
    CSS_PATH = "present.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        Command("onward", "right,space,pagedown", "on", "Show the next thing", shown="Left Right"),
        Command(
            "before", "left,pageup", "back", "Show the thing before", shown="Left", footer=False
        ),
        msgspec.structs.replace(
            _ROOM["present"], label="leave", text="Go back to where you were", footer=True
        ),
        Command("next_statement", "j", "statement", "Go to the next statement", shown="j k"),
        Command("freeze", "z", "freeze", "Have the second window stay where it is; again: follow"),
        Command("previous_statement", "k", "back", "Go to the statement before", footer=False),
        Command("back", "escape", "leave", "Go back to where you were", shown="Esc", footer=False),
    )
    BINDINGS = bindings(ACTS)

    def __init__(self, review: Review, wall: Wall) -> None:
        """`wall`: what to begin with."""
        super().__init__(review)
        self.wall = msgspec.structs.replace(wall, ref=wall.ref or review.ref)
        """What is shown."""
        self._seen: tuple[int, SessionView] | None = None

    @property
    def seen(self) -> SessionView:
        """What everyone may see: nothing else is drawn here, whoever is typing."""
        edition = self.review.session.records.edition
        if self._seen is None or self._seen[0] != edition:
            self._seen = (edition, view(self.review.session))
        return self._seen[1]

    def on_the_wall(self) -> Wall:
        """Return the very page that is shown here."""
        return self.wall

    def body(self) -> Iterable[Widget]:
        """Lay out the page alone."""
        yield WallView(self.review.session.framework, self.desk.symbols)

    def title_parts(self) -> dict[str, Any]:
        """Return the setting, and what there is to show with what is shown."""
        framework = self.review.session.framework
        parts = {**super().title_parts(), "tabs": (), "here": ""}
        if self.wall.sight == "title":
            return parts
        names = tabs((page.sight for page in self._pages()), framework)
        return {**parts, "tabs": names, "here": called(self.wall.sight, framework)}

    def _pages(self) -> tuple[Page, ...]:
        """What there is to show of the statement, as everyone may see it."""
        area = next(a for a in self.seen.areas if a.number == self.review.area.number)
        return pages(area, next(s for s in area.statements if s.ref == self.review.ref))

    def draw(self) -> None:
        """Show the page; where it is not there any more, the nearest that is."""
        if self.wall.ref != self.review.ref:
            self._go(Page(self.wall.sight, self.wall.step))
        found = self.query_one(WallView).show(self.seen, self.wall)
        # What was asked for may not be there: then go on from what is.
        self.wall = msgspec.structs.replace(self.wall, sight=found.page.sight, step=found.page.step)
        self.show_saving()

    # Moving

    def _go(self, page: Page) -> None:
        review = self.review
        self.wall = Wall(page.sight, review.area.number, review.ref, page.step)

    def _turn(self, by: int) -> None:
        found = self._pages()
        here = Page(self.wall.sight, self.wall.step)
        place = found.index(here) + by if here in found else 0
        if 0 <= place < len(found):
            self.say("")
            self._go(found[place])
            self.redraw()
        elif by > 0:
            self.say(f"That is all of {self.review.ref}. Press j for the next statement.")

    def action_onward(self) -> None:
        """Show the next thing."""
        self._turn(1)

    def action_before(self) -> None:
        """Show the thing before."""
        self._turn(-1)

    def on_click(self) -> None:
        """Show the next thing, by mouse."""
        self._turn(1)

    def _step(self, by: int, otherwise: str) -> None:
        if self.review.step(by):
            self.say("")
            sight = "statement" if self.wall.sight in ("title", "area") else self.wall.sight
            self._go(Page(sight))
            self.redraw()
        else:
            self.say(otherwise)

    def action_next_statement(self) -> None:
        """Go to the next statement."""
        self._step(1, "This is the last statement.")

    def action_previous_statement(self) -> None:
        """Go to the statement before."""
        self._step(-1, "This is the first statement.")

    def action_present(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)
