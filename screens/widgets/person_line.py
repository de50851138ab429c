"""The line over a pane that says whose it is: role and name, and what there is of theirs."""

from textual.content import Content
from textual.widgets import Static

from screens.symbols import Symbols
from sessions.seen import PersonView

from .lines import shorten


class PersonLine(Static):
    """Says who is typing; where there is little room the name gives way, with a mark."""

    def __init__(self, symbols: Symbols, identity: str) -> None:
        super().__init__(Content(""), id=identity, markup=False, classes="pane-title")
        self._symbols = symbols
        self._parts = ("", "", "")

    def show(self, person: PersonView, rest: str = "") -> None:
        """Show a person, and behind the name what is to be said besides."""
        self._parts = (person.role.upper(), person.name, f"  {rest}" if rest else "")
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to its new width."""
        self._draw()

    def _draw(self) -> None:
        role, name, rest = self._parts
        room = self.content_size.width - len(role) - len(rest) - 1
        if role and self.content_size.width:
            name = shorten(name, max(room, 8), self._symbols)
            line = Content.assemble((f"{role} ", "$muted"), (name, "bold"), (rest, "$muted"))
            self.update(line, layout=False)
