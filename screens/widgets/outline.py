"""The plan as an outline: findings, then objective, key results and actions; a line a row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.widgets.option_list import Option

from screens.symbols import Symbols
from sessions.seen_plan import FindingView, KeyResultView, PlanView

from .kept_list import KeptList
from .lines import counted, shorten, two_ends
from .plan_words import States, one_line, ordinal

KINDS = (
    ("strength", "Strengths"),
    ("development", "Areas for development, in order"),
    ("sharing", "Practice worth sharing"),
)
TEXTS = {"objective": "Objective", "benchmark": "Benchmark"}
"""The texts of the plan as a whole, and what their rows are called."""


class Row(NamedTuple):
    """A line of the outline."""

    key: str
    """What it is: `finding/ID`, `objective`, `windows`, `result/ID`, `action/ID`; empty: a heading.

    `add/finding`, `add/result` and `add/action/ID` (of a key result) offer the first of their kind.
    """
    start: str
    """What stands first: a name or a number."""
    text: str = ""
    end: str = ""
    """What stands at the right end."""
    indent: int = 0
    style: str = "bold"
    """Of the start."""
    end_style: str = "$muted"


def plan_rows(plan: PlanView, today: str, symbols: Symbols) -> list[Row]:
    """Return the lines of the outline on a day (`YYYY-MM-DD`)."""
    return [*_findings(plan), Row("", ""), *_plan(plan, States(plan, today, symbols))]


def _findings(plan: PlanView) -> Iterator[Row]:
    yield Row("", "FINDINGS", style="bold $muted")
    if not plan.findings:
        yield _offer("add/finding", "Add a finding")
    for kind, name in KINDS:
        found = [f for f in plan.findings if f.kind == kind]
        if found:
            yield Row("", name, style="$muted")
            yield from (_finding(f) for f in found)


def _finding(finding: FindingView) -> Row:
    place = ordinal(finding.priority) if finding.priority else ""
    return Row(f"finding/{finding.id}", finding.ref, one_line(finding.text), place, 1)


def _plan(plan: PlanView, states: States) -> Iterator[Row]:
    yield Row("", "IMPROVEMENT PLAN", style="bold $muted")
    for key, name in TEXTS.items():
        hidden = "out of sight for now" if key in plan.hidden else "not written yet"
        text = one_line(getattr(plan, key))
        yield Row(key, name, text, "" if text else hidden)
    yield Row("windows", "Windows", end=counted(len(plan.windows), "window"))
    for result in plan.key_results:
        yield Row(f"result/{result.id}", f"Key result {result.ref}", one_line(result.text))
        yield from _actions(plan, result, states)
    if not plan.key_results:
        yield _offer("add/result", "Add a key result")


def _offer(key: str, words: str, indent: int = 0) -> Row:
    return Row(key, f"+ {words}", indent=indent, style="$accent")


def _actions(plan: PlanView, result: KeyResultView, states: States) -> Iterator[Row]:
    if not result.actions:
        yield _offer(f"add/action/{result.id}", "Add an action", 1)
    for place, window in enumerate(plan.windows):
        within = result.within(place)
        if within:
            yield Row("", one_line(window), indent=1, style="$muted")
        for action in within:
            state = states.of(action)
            text = one_line(action.what)
            key = f"action/{action.id}"
            yield Row(key, action.ref, text, state.said, 2, end_style=state.style)


class Outline(KeptList):
    """Lists the rows; the same one stays highlighted when they are shown anew."""

    DEFAULT_CSS = """
    Outline { height: 1fr; scrollbar-gutter: stable; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(markup=False, compact=True)
        self._symbols = symbols
        self._rows: tuple[Row, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._at = ""
        """The key of the row to highlight, once there is room to draw."""

    def show(self, rows: Sequence[Row], at: str = "") -> None:
        """Show rows; `at`: the key of the one to highlight (empty: as it was)."""
        self._at = at or self.chosen or self._at
        self._rows = tuple(rows)
        self._draw()

    def on_resize(self) -> None:
        """Cut the rows to the new width."""
        self._at = self.chosen or self._at
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        drawn = (width, self._rows)
        if not width:
            return
        if drawn != self._drawn:
            self._drawn = drawn
            self.refill([self._option(row, width) for row in self._rows], self._at)
        else:
            self.choose(self._at)

    def _option(self, row: Row, width: int) -> Option:
        margin, end = " " * row.indent, Content.styled(row.end, row.end_style)
        between = " " if row.start and row.text else ""
        start = shorten(row.start, width - row.indent, self._symbols)
        room = width - row.indent - len(start) - len(between) - end.cell_length - bool(row.end)
        words = shorten(row.text, max(room, 0), self._symbols)
        style = "" if row.key else "$muted"
        line = Content.assemble(margin, (start, row.style), between, (words, style))
        whole = two_ends(line, end, width) if row.end else line
        return Option(whole, id=row.key or None, disabled=not row.key)

    def on_click(self, event: events.Click) -> None:
        """Highlight a row with the first click; only the next one opens it."""
        place = event.style.meta.get("option", -1)
        rows = self._rows
        if 0 <= place < len(rows) and rows[place].key and place != self.highlighted:
            event.prevent_default()
            self.highlighted = place
