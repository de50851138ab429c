"""A list whose rows come and go while somebody is on one of them."""

from collections.abc import Sequence

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class KeptList(OptionList):
    """Rows with ids; the same one stays highlighted when they are shown anew, or else the nearest."""

    @property
    def chosen(self) -> str:
        """The id of the row that is highlighted; empty: none is."""
        option = self.highlighted_option
        return option.id or "" if option is not None else ""

    def choose(self, identity: str) -> bool:
        """Highlight a row; return whether it is there."""
        place = next((n for n, option in enumerate(self.options) if option.id == identity), None)
        if place is not None:
            self.highlighted = place
        return place is not None

    def refill(self, options: Sequence[Option], at: str = "") -> None:
        """Show other rows; `at`: the id of the one to highlight (empty: of the one that is)."""
        at, place = at or self.chosen, self.highlighted or 0
        self.clear_options()
        self.add_options(options)
        if not self.choose(at):
            free = (n for n, option in enumerate(options) if not option.disabled)
            self.highlighted = min(free, key=lambda n: abs(n - place), default=None)
