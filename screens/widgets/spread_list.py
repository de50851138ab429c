"""An area's statements as its panel goes through them: splits first, what all agree on in one row."""

from collections.abc import Iterable, Sequence

import msgspec
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from frameworks.model import Scale
from screens.symbols import Symbols
from sessions.records import Outcome
from sessions.seen import AreaView, JudgedView, StatementView
from sessions.spread import Kind, Placed, in_order

from .ballots import open_ballots, outcome_lines, wrapped
from .kept_list import KeptList
from .lines import shorten

TOGETHER = "together"
"""The id of the row of those that all agree on; a statement's row has its ref."""

_OUTCOMES: tuple[Outcome, ...] = ("stages", "not_enough_evidence", "not_applicable")
_UNKNOWN = 12
"""Columns before the list is laid out: tall rows would bring a scrollbar then, which takes one."""
_SHOWN = 400  # characters of a text that a row looks at


class SpreadRow(msgspec.Struct, frozen=True):
    """A row: a statement, or those that all agree on."""

    id: str
    kind: Kind
    statements: tuple[StatementView, ...]


def spread_rows(area: AreaView, scale: Scale, *, unfolded: bool) -> list[SpreadRow]:
    """Return an area's rows; `unfolded`: those that all agree on each have one of their own too."""
    placed = in_order(area.statements, [step.key for step in scale.steps])
    known = {statement.ref: statement for statement in area.statements}
    alike = [known[p.ref] for p in placed if p.kind == "alike"]
    rows = []
    for one in placed:
        if one.kind == "alike" and known[one.ref] is alike[0]:
            rows.append(SpreadRow(TOGETHER, "alike", tuple(alike)))
        if one.kind != "alike" or unfolded:
            rows.append(_row(one, known))
    return rows


def _row(one: Placed, known: dict[str, StatementView]) -> SpreadRow:
    return SpreadRow(one.ref, one.kind, (known[one.ref],))


def to_accept(row: SpreadRow) -> list[str]:
    """Return the statements of a row that are not agreed yet, or have to be looked at again."""
    found = []
    for statement in row.statements:
        agreed = statement.judged.agreement if statement.judged else None
        if agreed is None or agreed.stale or agreed.moved:
            found.append(statement.ref)
    return found


class RowWords:
    """Says what stands in a row."""

    def __init__(
        self, scale: Scale, symbols: Symbols, names: dict[str, str], begun: Iterable[str]
    ) -> None:
        """`names`: of participants, by id; `begun`: the refs with an agreed view that is begun."""
        self._scale, self._symbols, self._names = scale, symbols, names
        self._begun = frozenset(begun)

    def __call__(self, row: SpreadRow, width: int) -> Content:
        """Return a row as lines of so many columns."""
        if row.id == TOGETHER:
            return Content("\n").join(self._together(row, width))
        statement = row.statements[0]
        judged = statement.judged
        if judged is None:
            return Content(statement.ref)
        mark = self._symbols.done if judged.agreement is not None else self._symbols.empty
        head = f"{statement.ref} {mark} "
        text = shorten(statement.text[:_SHOWN], width - len(head), self._symbols)
        room = max(width - 2, 8)
        told = self._told(row, judged, room)
        if width > _UNKNOWN:
            told = [part for line in told for part in wrapped(line, room)]
        lines = [Content.assemble((head, "bold"), text)]
        lines += [Content.assemble("  ", line) for line in told]
        return Content("\n").join(lines)

    def _told(self, row: SpreadRow, judged: JudgedView, room: int) -> list[Content]:
        if row.kind == "sealed":
            names = ", ".join(self._names.get(person, "") for person in judged.to_come)
            waiting = shorten(names, 2 * room - 12, self._symbols)  # in two lines at most
            said = f"{waiting} to come" if waiting else f"{self._symbols.done} all have cast"
            return [Content.styled(said, "$muted")]
        agreed = judged.agreement
        if row.id in self._begun:
            return [*self._found(row), Content.styled("being agreed", "bold")]
        if agreed is None:
            return [*self._found(row), Content.styled("not agreed yet", "$muted")]
        if agreed.stale:
            state = Content.styled("! look again: reopened", "$error")
        elif agreed.moved:
            what = "a note" if agreed.stale_notes else "a ballot"
            state = Content.styled(f"! look again: {what} changed", "$error")
        else:
            state = Content.styled(f"{self._symbols.done} agreed", "bold $accent")
        return [state, *outcome_lines(agreed.outcome, agreed.stages, self._scale, self._symbols)]

    def _found(self, row: SpreadRow) -> list[Content]:
        """Return what was found of a statement, each once, in the order of the scale."""
        cast = open_ballots(row.statements[0])
        lines: list[Content] = []
        for outcome in _OUTCOMES:
            steps = {step for b in cast if b.outcome == outcome for step in b.stages}
            if any(b.outcome == outcome for b in cast):
                lines += outcome_lines(outcome, steps, self._scale, self._symbols)
        if not cast:
            lines.append(Content.styled("nobody has judged it", "$muted"))
        elif row.kind == "thin":
            lines.append(Content.styled(f"{cast[-1].by[:40]} alone", "$muted"))
        return lines

    def _together(self, row: SpreadRow, width: int) -> list[Content]:
        refs = ", ".join(statement.ref for statement in row.statements)
        head = Content.assemble(("Judged alike: ", "bold"), (refs, "bold"))
        left = to_accept(row)
        if not left:
            said = Content.styled(f"{self._symbols.done} agreed", "bold $accent")
        elif len(left) < len(row.statements):
            said = Content.styled(f"not agreed yet: {', '.join(left)}", "$muted")
        else:
            said = Content.styled("not agreed yet", "$muted")
        return [*head.wrap(width), *Content.assemble("  ", said).wrap(width)]


class SpreadList(KeptList):
    """Lists the statements; a click highlights one, Enter writes down what is agreed of it."""

    DEFAULT_CSS = """
    SpreadList { height: 1fr; }
    SpreadList.-textual-compact > .option-list--option { padding: 0 1; }
    """
    # Enter agrees, and a click is to do no such thing: so it is not the list's own Enter.
    BINDINGS = [Binding("enter", "screen.settle", show=False)]

    def __init__(self) -> None:
        super().__init__(id="spread", markup=False, compact=True)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show(self, rows: Sequence[tuple[str, Content]], at: str) -> None:
        """Show rows (id, what it looks like) and highlight one of them by its id."""
        shown = tuple((identity, content.markup) for identity, content in rows)
        if shown != self._shown:
            self._shown = shown
            self.refill([Option(content, id=identity) for identity, content in rows], at)
        elif not self.choose(at):
            self.highlighted = 0 if rows else None
