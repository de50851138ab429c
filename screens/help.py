"""Help: what the keys do on the screen it was called from."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .base import Dialog
from .commands import Command

_PALETTE = "^p"  # the key to what has none of its own

GENERAL = (
    "Letters are keys while no text field has the focus; in a text field they are text, and Escape "
    "leaves it. Tab goes to the next part of the screen. Everything here can also be found with "
    "^p (hold Ctrl and press p). The mouse works everywhere and is never needed."
)


class HelpScreen(Dialog[None]):
    """Lists the keys, and says what the screen is for."""

    BINDINGS = [Binding("escape,enter,q,f1", "back", "Back")]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, acts: Sequence[Command], purpose: str) -> None:
        """`acts`: what can be done there; `purpose`: what the screen is for."""
        super().__init__()
        self._acts, self._purpose = acts, purpose

    def compose(self) -> ComposeResult:
        """Lay out the purpose, the keys, and how to leave."""
        with Vertical(classes="window tall"):
            yield Static(Content("Help"), classes="question")
            with VerticalScroll():
                yield Static(self._text(), markup=False)
            yield Static(Content("Up, Down: scroll   Esc: back"), classes="keys")

    def _text(self) -> Content:
        lines = [Content(self._purpose + "\n")] if self._purpose else []
        rows = _rows(self._acts)
        width = max([6, *(len(key) + 1 for key, _ in rows)])
        for key, said in rows:
            lines.append(Content.assemble((f"{key:<{width}}", "bold $accent"), said))
        return Content("\n").join([*lines, Content("\n" + GENERAL)])

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def _rows(acts: Sequence[Command]) -> list[tuple[str, str]]:
    """Return each key with what it does; what the palette alone does is said in one row."""
    rows: list[tuple[str, str]] = []
    for act in acts:
        if not act.key_shown and rows and rows[-1][0] == _PALETTE:
            said = f"{rows[-1][1]}; {act.text[:1].lower()}{act.text[1:]}"
            rows[-1] = (_PALETTE, said)
        else:
            rows.append((act.key_shown or _PALETTE, act.text))
    return rows
