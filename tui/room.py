"""What the app does for the room: it counts the time, and tells a second window what to show."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from textual.screen import Screen

from screens.base import DeskScreen, ReviewScreen
from screens.timing import TimeWatch
from sessions.following import Following, Wall
from sessions.library import DERIVED
from sessions.timing import times

if TYPE_CHECKING:
    from screens.review import Review

Stack = Sequence[Screen[Any]]
"""The screens that lie on each other, the one in front last."""

SECOND = 1.0
"""How often the time is shown anew, in seconds."""
TELL = 0.1
"""Seconds between looks at where this window is; the second window looks five times a second."""


class Windows(Protocol):
    """What the room asks of the app."""

    @property
    def review(self) -> Review | None:
        """The review that is open."""
        ...

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The screens that lie on each other, the one in front last."""
        ...


class InTheRoom:
    """The app's part in the room, whatever session is open in it."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._room: Room | None = None

    @property
    def _open(self) -> tuple[Room, Review, Stack] | None:
        review = self._windows.review
        if review is None:
            self._room = None
            return None
        if not self._windows.screen_stack:
            return None  # the app is on its way out
        if self._room is None or self._room.session is not review.session:
            self._room = Room(review)
            self._room.look(review)
        return self._room, review, self._windows.screen_stack

    def tick(self) -> None:
        """Go on with the time; called each second."""
        if self._open is not None:
            room, review, stack = self._open
            room.tick(review, stack)

    async def tell(self) -> None:
        """Have a second window follow this one."""
        if self._open is not None:
            room, review, stack = self._open
            await room.tell(review, stack)

    def look(self) -> None:
        """Take in what other windows did to the wall."""
        if self._open is not None:
            room, review, _ = self._open
            room.look(review)

    async def freeze(self) -> None:
        """Have the wall stay where it is, or follow again, and say so."""
        if self._open is not None:
            room, review, stack = self._open
            words = await room.freeze(review, stack)
            if isinstance(stack[-1], ReviewScreen):
                stack[-1].show_time()
                stack[-1].say(words)


class Room:
    """One window's part in the room, for the session that is open in it."""

    def __init__(self, review: Review) -> None:
        session = review.session
        self.session = session
        """The session that this is about."""
        self._following = Following(review.desk.library.folder / DERIVED, session.id)
        self._watch = TimeWatch()
        self._unsaid: list[str] = []
        """What is to be said of the time once no small window is in front."""
        self._told: Wall | None = None
        """What this window last had the wall show; None: nothing yet, or it is gone."""
        self._frozen = False
        self._writing = asyncio.Lock()
        """One thing at a time goes to the wall, in order."""

    # The time

    def tick(self, review: Review, stack: Stack) -> None:
        """Show what time is left, and say it once when that is little; called each second."""
        review.frozen = self._frozen  # the review is another one after a hand-over
        found = times(review.seen.visit.timeboxes, review.desk.clock())
        self._unsaid += self._watch.crossed(found)
        top = stack[-1]
        if isinstance(top, ReviewScreen):
            top.show_time()
        if self._unsaid and isinstance(top, DeskScreen):
            top.say(" ".join(self._unsaid), warning=True)
            self._unsaid = []

    # The wall

    async def tell(self, review: Review, stack: Stack) -> None:
        """Have the wall show what this window is on, if who is typing may chair.

        A timer's own task waits for the disk here, so no key does.
        """
        wall = self._place(review, stack)
        if wall is not None and wall != self._told:
            self._told = wall
            async with self._writing:
                await asyncio.to_thread(self._following.show, wall)

    def look(self, review: Review) -> None:
        """Take in whether the wall is frozen, by this window or another."""
        self._frozen = review.frozen = self._following.look().frozen
        if not self._following.is_there:
            self._told = None

    def _place(self, review: Review, stack: Stack) -> Wall | None:
        """Return what the wall is to show; None: as it is."""
        # Here, and not above: the library is on the screen sooner.
        from screens.cover import CoverScreen

        covered = isinstance(stack[-1], CoverScreen)
        here = next((s for s in reversed(stack) if isinstance(s, ReviewScreen)), None)
        if here is None:
            return None
        if _chairs(review):
            return msgspec.structs.replace(here.on_the_wall(), covered=covered)
        # Who types now moves nothing; but a cover that was put on before goes when it goes here.
        if self._told is not None and self._told.covered and not covered:
            return msgspec.structs.replace(self._told, covered=False)
        return None

    async def freeze(self, review: Review, stack: Stack) -> str:
        """Have the wall stay where it is, or follow again; return what to say of it."""
        if not _chairs(review):
            return "Only who may lead the panel can freeze the wall."
        async with self._writing:
            self._frozen = review.frozen = not self._following.look().frozen
            place = self._place(review, stack) or Wall()
            await asyncio.to_thread(self._following.freeze, place, self._frozen)
        if self._frozen:
            return "The wall is frozen: the second window stays where it is."
        return "The wall follows this window again."


def _chairs(review: Review) -> bool:
    """Return whether who is typing may lead the panel."""
    from screens.widgets.progress import viewer

    return viewer(review.seen, review.person).chairs
