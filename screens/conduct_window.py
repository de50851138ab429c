"""How the panel works: shown to everybody who joins a review, and accepted once."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessions.conduct import CONDUCT

from .base import Dialog


class ConductScreen(Dialog[bool]):
    """Asks whether somebody works with the panel as it has agreed to work."""

    BINDINGS = [Binding("enter,y", "accept", "Accept"), Binding("escape", "back", "Not now")]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, name: str) -> None:
        """`name`: who is typing."""
        super().__init__()
        self._name_of_reader = name

    def compose(self) -> ComposeResult:
        """Lay out what is agreed to, and the two ways on."""
        with Vertical(classes="window tall"):
            yield Static(Content("Before you begin: how we work"), classes="question")
            with VerticalScroll():
                lines = [Content.assemble(("-  ", "$accent"), line) for line in CONDUCT]
                yield Static(Content("\n\n").join(lines), markup=False)
            who = Content.assemble("Enter: I agree, as ", (self._name_of_reader[:40], "bold"))
            yield Static(Content.assemble(who, "   Esc: ask me again"), classes="keys")

    def action_accept(self) -> None:
        """Agree."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Go on without; it is asked again next time."""
        self.dismiss(False)
