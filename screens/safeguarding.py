"""What to do when a child may be at risk. It writes nothing down, and is shown to nobody else."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .base import Dialog

STEPS = (
    "If a child is in danger now, act now: find an adult of this setting, or call 999.",
    "Tell the setting's designated safeguarding lead today, in person: what you saw or heard, in the "
    "words that were used. The office can find them at any time.",
    "Do not question the child further, do not promise to keep it secret, and do not look into it "
    "yourself.",
    "Write nothing of it in this app, nor in a note to a colleague. The setting's own safeguarding "
    "record is where it belongs, and its lead will ask you to write it there.",
    "If your concern is about a member of staff, tell the headteacher; if it is about the "
    "headteacher, the chair of governors or the local authority's designated officer.",
)


class SafeguardingScreen(Dialog[None]):
    """Says what to do. Opening it leaves no trace."""

    BINDINGS = [Binding("escape,enter", "back", "Back")]
    AUTO_FOCUS = "VerticalScroll"

    def compose(self) -> ComposeResult:
        """Lay out the steps, and how to leave."""
        with Vertical(classes="window tall"):
            yield Static(Content("If you are worried about a child"), classes="question")
            with VerticalScroll():
                yield Static(self._text(), markup=False)
            yield Static(Content("Esc: back. Nothing was recorded."), classes="keys")

    def _text(self) -> Content:
        lines = [
            Content.assemble((f"{place}  ", "bold $accent"), step)
            for place, step in enumerate(STEPS, 1)
        ]
        return Content("\n\n").join(lines)

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
