"""The hand-over: nothing of the review on the screen, until the next person says who they are."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessions.seen import PersonView

from .base import Dialog
from .symbols import Symbols
from .widgets.lines import shorten

_NAME = 40  # columns of a name


class HandOverScreen(Dialog[str | None]):
    """Covers everything and asks who is typing; a number chooses. None: the same person as before."""

    HELP = (
        "The keyboard changes hands here. Nothing of the review can be seen until somebody goes on."
    )
    DEFAULT_CSS = """
    HandOverScreen { background: $background; align: center middle; }
    HandOverScreen Vertical { width: 60; max-width: 96%; height: auto; max-height: 94%; }
    HandOverScreen Static { height: auto; }
    HandOverScreen .question { text-style: bold; margin-bottom: 1; }
    HandOverScreen OptionList { height: auto; max-height: 12; }
    HandOverScreen .keys { color: $muted; margin-top: 1; }
    """
    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "OptionList"

    def __init__(self, people: Sequence[PersonView], here: str, symbols: Symbols) -> None:
        """`people`: who may be typing; `here`: the id of who was."""
        super().__init__()
        self._people, self._here, self._symbols = tuple(people), here, symbols

    def compose(self) -> ComposeResult:
        """Lay out the question and the people, and nothing else."""
        me = next((p.name for p in self._people if p.id == self._here), "the same person")
        with Vertical():
            yield Static(Content("Covered. Who is typing now?"), classes="question")
            yield OptionList(
                *(Option(self._row(n, p), id=p.id) for n, p in enumerate(self._people, 1)),
                markup=False,
                compact=True,
            )
            yield Static(
                Content(
                    "Press your number, or choose with the arrows and Enter.\n"
                    f"Esc: still {shorten(me, _NAME, self._symbols)}"
                ),
                classes="keys",
            )

    def _row(self, number: int, person: PersonView) -> Content:
        key = f"{number} " if number < 10 else "  "
        name = shorten(person.name, _NAME, self._symbols)
        return Content.assemble(
            (key, "bold $accent"), (name, "bold"), (f"  {person.role}", "$muted")
        )

    def on_key(self, event: events.Key) -> None:
        """Take a digit as somebody's number."""
        digit = event.character or ""
        if digit.isdigit() and 0 < int(digit) <= len(self._people):
            event.stop()
            self.dismiss(self._people[int(digit) - 1].id)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_back(self) -> None:
        """Go on as who was typing before."""
        self.dismiss(None)
