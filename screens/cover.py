"""The cover: nothing of the review on the screen, until one key brings it back where it was."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from .base import Dialog


class CoverScreen(Dialog[None]):
    """Blank but for how to come back."""

    DEFAULT_CSS = """
    CoverScreen { align: center middle; }
    CoverScreen Static { width: auto; color: $muted; }
    """
    BINDINGS = [Binding("enter,space", "uncover", "Show the screen again")]

    def compose(self) -> ComposeResult:
        """Say how to come back, and nothing else."""
        yield Static(Content("Covered. Press F8, Enter or the space bar to go on."))

    def action_uncover(self) -> None:
        """Show what was there."""
        self.dismiss(None)
