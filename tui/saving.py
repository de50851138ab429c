"""Saving while the app runs, and leaving it: nothing typed is lost when it ends."""

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.message import Message

from screens.base import DeskScreen
from screens.desk import Desk
from sessions.saver import Trouble

from . import rooms

if TYPE_CHECKING:
    from screens.review import Review

_PATIENCE = 10.0  # seconds that leaving waits for the disk


class SaveHeard(Message):
    """The saver says how it goes."""

    def __init__(self, trouble: Trouble | None) -> None:
        super().__init__()
        self.trouble = trouble


class Saving(App[int]):
    """The part of the app that sees to what is written."""

    desk: Desk
    review: "Review | None" = None
    """The review that is open; None: the library is on the screen."""

    def saver_says(self, trouble: Trouble | None) -> None:
        """Bring what the saver says from its thread to ours."""
        self.post_message(SaveHeard(trouble))

    @on(SaveHeard)
    def _heard(self, event: SaveHeard) -> None:
        if event.trouble is None and self.review and not self.review.session.saved:
            return
        self.desk.heard(event.trouble)
        self.show_saving()

    def show_saving(self) -> None:
        """Show on every screen how saving goes."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen) and screen.is_mounted:
                screen.show_saving()

    def listen_for_the_end(self) -> None:
        """Leave in order when the window is closed or the machine shuts down."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number: int | None = getattr(signal, name, None)
            if number is None:
                continue
            # Windows has no such handlers: there the saver has saved within the second.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, status: int) -> None:
        self.save_all()
        self.exit(return_code=status)

    def save_all(self) -> bool:
        """Wait until the last letter is on the disk; return whether it is."""
        if self.review is not None and self.review.draft_waiting:
            self.review.write_draft()
        return self.desk.saver.wait(_PATIENCE)

    def on_unmount(self) -> None:
        """Leave no thread and no open file behind."""
        self.let_go()

    def let_go(self) -> bool:
        """End the saving and let go of the session's files; return whether all is on the disk."""
        saved = self.desk.saver.wait(_PATIENCE)
        self.desk.saver.stop()
        if self.review is not None:
            self.review.session.release()
        return saved

    async def action_quit(self) -> None:
        """Save everything and leave; where it cannot be saved, ask first."""
        self.action_leave()

    def action_leave(self) -> None:
        """Save everything and leave; where it cannot be saved, ask first."""
        if self.save_all():
            self.exit(0)
            return
        reason = self.desk.trouble.reason if self.desk.trouble else "the disk is slow"

        def answered(yes: bool | None) -> None:
            if yes:
                self.exit(1)

        question = f"Something is not saved ({reason}). Leave all the same, and lose it?"
        self.push_screen(rooms.confirm(question, "Leave and lose it"), answered)
