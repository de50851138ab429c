"""The parts of a screen in one line, and the rows of the part one is in."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.symbols import Symbols

from .lines import shorten

_GAPS = (2, 1)  # columns between two parts, and where there is little room


class Row(msgspec.Struct, frozen=True):
    """One row of a part."""

    id: str
    label: str
    """What people call it: a number, a time, a ref."""
    text: str = ""
    mark: str = ""
    """A sign between the two; its word stands in the detail."""
    offers: bool = False
    """Whether it is something to do, and not something that is there."""


class Group(NamedTuple):
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


class PartLine(Static):
    """The parts, with the one we are in; a click goes to one."""

    DEFAULT_CSS = """
    PartLine { height: 1; padding: 0 1; margin-bottom: 1; }
    """

    class Chosen(Message):
        """A part was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, names: Sequence[tuple[str, str]], hint: str) -> None:
        """`names`: each as it is and shortened; `hint`: which keys go from one to the next."""
        super().__init__(markup=False)
        self._names, self._hint = tuple(names), hint
        self._here = 0
        self._ends: list[int] = []

    def show(self, here: int) -> None:
        """Show which part we are in."""
        self._here = here
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to its new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        # Shortened names with the keys beside them are worth more than whole ones without.
        roomy, tight = _GAPS
        keys = f"   {self._hint}"
        ways = [
            (0, roomy, keys),
            (1, roomy, keys),
            (1, tight, keys),
            (0, roomy, ""),
            (1, tight, ""),
        ]
        for form, gap, hint in ways:
            parts = self._parts(form)
            line = Content.assemble(Content(" " * gap).join(parts), (hint, "bold $accent"))
            if line.cell_length <= width:
                break
        self._ends, used = [], 0
        for part in parts:
            used += part.cell_length + gap
            self._ends.append(used)
        self.update(line)

    def _parts(self, form: int) -> list[Content]:
        return [
            Content.styled(f"[{name[form]}]", "bold $accent")
            if place == self._here
            else Content.styled(name[form], "$muted")
            for place, name in enumerate(self._names)
        ]

    def on_click(self, event: events.Click) -> None:
        """Go to the part that was clicked."""
        x = event.get_content_offset(self)
        place = next((n for n, end in enumerate(self._ends) if x is not None and x.x < end), None)
        if place is not None:
            self.post_message(self.Chosen(place))


class PartList(OptionList):
    """The rows of a part, under what kind they are of; the same one stays highlighted."""

    DEFAULT_CSS = """
    PartList { height: 1fr; scrollbar-gutter: stable; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(markup=False, compact=True)
        self._symbols = symbols
        self._groups: tuple[Group, ...] = ()
        self._rows: list[Row | None] = []
        self._at = ""  # the row to highlight once there is room to draw

    def on_click(self, event: events.Click) -> None:
        """Highlight a row by a click; the next one on it is as Enter."""
        place = event.style.meta.get("option")
        if isinstance(place, int) and place != self.highlighted and self._rows[place] is not None:
            self.highlighted = place
            event.prevent_default()

    def show(self, groups: Sequence[Group], at: str = "") -> None:
        """Show rows; `at`: the one to highlight (empty: the one that is)."""
        self._groups = tuple(groups)
        self._at = at or self.chosen or self._at
        self._draw()

    def show_others(self, groups: Sequence[Group], at: str = "") -> None:
        """Show the rows of another part; `at`: the one to highlight (empty: the first)."""
        self._groups = tuple(groups)
        self._at = at
        self.highlighted = None
        self._draw()

    def on_resize(self) -> None:
        """Cut the rows to the new width."""
        self._at = self.chosen or self._at
        self._draw()

    def _draw(self) -> None:
        place, width = self.highlighted or 0, self.scrollable_content_region.width
        if not width:
            return
        self.clear_options()
        self._rows = []
        options = []
        for title, rows in self._groups:
            if title:
                name = shorten(title, width, self._symbols)
                options.append(Option(Content.styled(name, "$muted"), disabled=True))
                self._rows.append(None)
            for row in rows:
                options.append(Option(self._line(row, width)))
                self._rows.append(row)
        self.add_options(options)
        there = {row.id: n for n, row in enumerate(self._rows) if row is not None}
        nearest = min(there.values(), key=lambda n: abs(n - place), default=None)
        self.highlighted = there.get(self._at, nearest)

    def _line(self, row: Row, width: int) -> Content:
        if row.offers:
            return Content.styled(
                shorten(f"{row.label} {row.text}", width, self._symbols), "$accent"
            )
        label = shorten(row.label, width // 2, self._symbols)
        mark = f" {row.mark}" if row.mark else ""
        room = width - len(label) - len(mark) - 2
        return Content.assemble(
            (label + mark, "bold"), "  ", shorten(row.text, room, self._symbols)
        )

    def choose(self, identity: str) -> bool:
        """Highlight a row; return whether it is there."""
        for place, row in enumerate(self._rows):
            if row is not None and row.id == identity:
                self.highlighted = place
                return True
        return False

    @property
    def chosen(self) -> str:
        """The id of the row that is highlighted; empty: none is."""
        place = self.highlighted
        row = self._rows[place] if place is not None and place < len(self._rows) else None
        return row.id if row is not None else ""
