"""The rows of a part beside all that is said of the highlighted one; below it where it is narrow."""

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.symbols import Symbols

from .part_list import PartList


class PartPanes(Horizontal):
    """Two sides: the rows, and a text that is scrolled once the keys go there."""

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(
            PartList(symbols), VerticalScroll(Static(id="said", markup=False), id="detail")
        )

    @property
    def rows(self) -> PartList:
        """The rows."""
        return self.query_one(PartList)

    @property
    def width(self) -> int:
        """The columns that the text has; 0: not laid out yet."""
        return self._detail.scrollable_content_region.width

    @property
    def _detail(self) -> VerticalScroll:
        return self.query_one("#detail", VerticalScroll)

    def say(self, said: Content, *, from_the_top: bool = True) -> None:
        """Show what is said of a row; not from the top: as far down as it was scrolled."""
        self.query_one("#said", Static).update(said)
        if from_the_top:
            self._detail.scroll_home(animate=False)

    def turn(self) -> None:
        """Give the keys to the other side."""
        (self._detail if self.rows.has_focus else self.rows).focus()
