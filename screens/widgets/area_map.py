"""The map of a session: a row an area, and what stands in the one that is highlighted."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.gate import thin_lines
from screens.symbols import Symbols
from sessions.seen import (
    AreaView,
    GateView,
    SessionView,
    StatementView,
)

from .lines import shorten, two_ends
from .progress import Viewer, describe_words, has_cast, judge_words, silent

_DESCRIBE, _JUDGE = 18, 20
"""Columns: `5 of 7 have notes`, `3 of 7 judged by you`."""
_LONGEST = 300  # characters of a title that are looked at: more than any screen is wide


class Columns:
    """How wide the columns of the map are; where it is narrow, two become one."""

    def __init__(self, width: int, areas: Sequence[AreaView]) -> None:
        """`width`: the columns there are for all of it."""
        self.folded = width < 70
        self.number = max((len(str(area.number)) for area in areas), default=1)
        taken = self.number + _JUDGE + 3 if self.folded else self.number + _DESCRIBE + _JUDGE + 6
        longest = max((cell_len(area.title[:_LONGEST]) for area in areas), default=0)
        self.title = max(min(width - taken, longest), 10)

    def head(self) -> Content:
        """Return the line above the rows."""
        title = "Area".ljust(self.number + self.title + 3)
        under_way = "Under way" if self.folded else "Describe".ljust(_DESCRIBE + 2) + "Judge"
        return Content(title + under_way)

    def row(self, area: AreaView, who: Viewer, symbols: Symbols) -> Content:
        """Return the row of an area."""
        title = shorten(area.title[:_LONGEST], self.title, symbols)
        title += " " * (self.title - cell_len(title))
        name = Content.styled(f"{area.number:<{self.number}} {title}  ", "bold")
        described, judged = describe_words(area), judge_words(area, who)
        noted = "$muted" if silent(area) else ""
        opened = "" if area.judging else "$muted"
        if self.folded:
            words, style = (judged, opened) if area.judging else (described, noted)
            return Content.assemble(name, (words, style))
        return Content.assemble(name, (described.ljust(_DESCRIBE + 2), noted), (judged, opened))


class AreaMap(OptionList):
    """Lists the areas."""

    DEFAULT_CSS = """
    AreaMap { height: auto; max-height: 14; }
    AreaMap.-textual-compact > .option-list--option { padding: 0 1; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(id="areas", markup=False, compact=True)
        self._symbols = symbols
        self._drawn: tuple[object, ...] = ()

    def show(self, seen: SessionView, who: Viewer, columns: Columns, at: int | None) -> None:
        """Show the areas; `at`: the number of the one to highlight (None: as it was)."""
        place = self.highlighted or 0
        rows = [columns.row(area, who, self._symbols) for area in seen.areas]
        drawn = tuple(row.markup for row in rows)
        if drawn != self._drawn:
            self._drawn = drawn
            self.clear_options()
            numbers = (str(area.number) for area in seen.areas)
            self.add_options([Option(r, id=n) for r, n in zip(rows, numbers, strict=True)])
            self.highlighted = min(place, len(rows) - 1)
        if at is not None:
            self.highlighted = self.get_option_index(str(at))

    @property
    def chosen(self) -> int:
        """The number of the highlighted area; 0: none is."""
        option = self.highlighted_option
        return int(option.id or 0) if option is not None else 0


class AreaSummary(Static):
    """What stands in one area, fitted to the room it has."""

    DEFAULT_CSS = """
    AreaSummary { height: 1fr; min-height: 1; padding: 0 1; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._parts: tuple[AreaView, Viewer] | None = None

    def show(self, area: AreaView, who: Viewer) -> None:
        """Show an area."""
        self._parts = (area, who)
        self._draw()

    def on_resize(self) -> None:
        """Fit it to its new size."""
        self._draw()

    def _draw(self) -> None:
        size = self.content_size
        if self._parts is not None and size.width:
            lines = summary(*self._parts, size.width, size.height, self._symbols)
            self.update(Content("\n").join(lines))


def summary(
    area: AreaView, who: Viewer, width: int, height: int, symbols: Symbols
) -> list[Content]:
    """Return what stands in an area, as it fits `width` columns and `height` lines."""
    title = [Content.styled(f"Area {area.number}  {area.title[:_LONGEST]}", "bold")]
    log = [Content.styled(words, "$muted") for words in gate_lines(area)[-1:]]
    rows = [_statement(s, who, width, symbols) for s in area.statements]
    thin = thin_lines(area) or ["Every statement has notes from two source types or more."]
    told = [Content(line) for line in thin]
    layouts = ([*title, *rows, *log], [*title, *rows], [*rows], [*told, *log], told)
    fitting = (
        lines
        for layout in layouts
        if len(lines := [line for part in layout for line in part.wrap(width)]) <= height
    )
    return next(fitting, [line for part in told for line in part.wrap(width)][: max(height, 1)])


def gate_lines(area: AreaView) -> list[str]:
    """Return what was done at an area's gate, oldest first."""
    return [_gate_line(act) for act in area.log]


def _gate_line(act: GateView) -> str:
    who = act.by[:60]
    if act.opened:
        return f"Gate opened {act.at} by {who}."
    # A reason may name a stage; while the area is being described the view holds none.
    reason = f": {act.reason[:200]}" if act.reason else "; why can be read behind the gate."
    return f"Back to describing {act.at} by {who}{reason}"


def _statement(statement: StatementView, who: Viewer, width: int, symbols: Symbols) -> Content:
    number, sources = len(statement.evidence), len(statement.sources)
    mark = symbols.done if number else symbols.empty
    notes = "1 note" if number == 1 else f"{number} notes"
    heard = "1 source type" if sources == 1 else f"{sources} source types"
    said = f"{notes}, {heard}" if number else "nothing yet"
    if statement.judged is not None and has_cast(statement, who.id):
        said += ", judged"
    end = Content.styled(said, "$muted")
    room = max(width - len(statement.ref) - len(mark) - end.cell_length - 4, 0)
    words = shorten(statement.text[:_LONGEST], room, symbols)
    start = Content.assemble((f"{statement.ref} ", "bold"), f"{mark} ", words)
    return two_ends(start, end, width)
