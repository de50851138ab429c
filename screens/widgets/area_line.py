"""The line under the title: which area, and its statements with what has been done."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from screens.symbols import Symbols
from sessions.seen import AreaView, SessionView

from .lines import shorten, two_ends

Marks = tuple[tuple[str, bool], ...]
"""The ref of each statement, and whether it has something."""


class AreaLine(Static):
    """Says which area this is, and marks the statements that have something."""

    DEFAULT_CSS = """
    AreaLine { height: 1; padding: 0 1; color: $muted; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._parts: tuple[str, str, Marks, str] | None = None

    def show(
        self,
        seen: SessionView,
        area: AreaView,
        here: str,
        done: frozenset[str] | None = None,
    ) -> None:
        """Show an area; `done`: the refs to mark (None: those with a note)."""
        place = [a.number for a in seen.areas].index(area.number) + 1
        marks = tuple(
            (s.ref, s.ref in done if done is not None else bool(s.evidence))
            for s in area.statements
        )
        self._parts = (
            f"Area {area.number} ({place} of {len(seen.areas)})",
            area.title,
            marks,
            here,
        )
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to its new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if self._parts is None or not width:
            return
        number, title, marks, here = self._parts
        refs = self._refs(marks, here, width - len(number) - 1)
        room = width - refs.cell_length - len(number) - 3
        left = Content.assemble((number, "$muted"), " ", (shorten(title, room, self._symbols), ""))
        self.update(two_ends(left, refs, width))

    def _refs(self, marks: Marks, here: str, room: int) -> Content:
        """Return the statements as they fit: with the number of their area, without, or some."""
        place = next((i for i, (ref, _) in enumerate(marks) if ref == here), 0)
        whole = self._row(marks, place)
        if whole.cell_length <= room:
            return whole
        short = [(_without_area(ref), done) for ref, done in marks]
        first, last = 0, len(short)
        while True:
            row = self._row(short[first:last], place - first)
            cut = Content.styled(self._symbols.cut, "$muted")
            row = Content.assemble(cut if first else "", row, cut if last < len(short) else "")
            if row.cell_length <= room or last - first == 1:
                return row
            # What is furthest from here goes first.
            if place - first > last - 1 - place:
                first += 1
            else:
                last -= 1

    def _row(self, marks: Sequence[tuple[str, bool]], place: int) -> Content:
        return Content(" ").join(
            [self._mark(ref, done, i == place) for i, (ref, done) in enumerate(marks)]
        )

    def _mark(self, ref: str, done: bool, here: bool) -> Content:
        symbol = self._symbols.done if done else self._symbols.empty
        if here:
            return Content.styled(f"{self._symbols.here}{ref}{symbol}", "bold $accent")
        return Content.styled(f"{ref}{symbol}", "$foreground" if done else "$muted")


def _without_area(ref: str) -> str:
    """Return `b` for `2b`, `3` for `1.3`."""
    return ref.lstrip("0123456789").removeprefix(".")
