"""What Compare says of then and now: a sign and a word for how a statement moved, and both sides."""

from collections.abc import Iterator

from textual.content import Content

from frameworks.model import Scale
from sessions.compared import GONE, Cell, Column, Comparison, Pair, Row, Sentence
from sessions.held import Held
from sessions.moving import MOVED

from .compare_evidence import notes_of
from .symbols import Symbols
from .widgets.ballots import outcome_lines
from .widgets.facts import cut, passage
from .widgets.part_list import Group
from .widgets.part_list import Row as Line
from .widgets.session_rows import day_words

_SIGNS: dict[str, tuple[str, str]] = {
    "on": ("→", ">"),
    "holds": ("=", "="),
    "back": ("←", "<"),
    "both": ("↔", "<>"),
    "kind": ("≠", "#"),
    "new": ("+", "+"),
    "none": ("·", "-"),
    "apart": ("|", "|"),
    "hidden": ("?", "?"),
}
"""Beside the word for how a statement moved, never in its place; the second in plain ASCII."""

GONE_TITLE = "Not in this version any more"
"""The title of the group of statements that the newest framework has no more."""

_KIND = "Not enough evidence, and not applicable, are neither above a {noun} nor below one."
_BOTH = "One end of what was found went on, and the other went back."
_LONGEST = 300  # characters of a title that are looked at


def sentence_id(area: int) -> str:
    """Return the id of the row of an area's sentence."""
    return f"area/{area}"


def row_id(row: Row) -> str:
    """Return the id of a statement's row: a ref alone may stand twice, here and among what is gone."""
    return f"{row.area}/{row.ref}"


class ThenAndNow:
    """Says how statements moved between two reviews."""

    def __init__(self, found: Comparison, pair: Pair, symbols: Symbols) -> None:
        self._found, self._pair, self._symbols = found, pair, symbols

    def groups(self, *, area: int | None, only_moved: bool) -> list[Group]:
        """Return the rows by area; `area`: the one to show (None: all)."""
        groups = []
        for sentence in self._found.sentences:
            if area in (None, sentence.area):
                name = f"Area {sentence.area} {sentence.title[:_LONGEST]}"
                rows = self._rows(sentence.area, only_moved=only_moved)
                first = Line(sentence_id(sentence.area), "In a sentence")
                groups.append(Group(name, (first, *rows) if not only_moved else rows))
        if area in (None, GONE):
            gone = self._rows(GONE, only_moved=only_moved)
            groups.append(Group(GONE_TITLE, gone))
        return [group for group in groups if group.rows]

    def _rows(self, area: int, *, only_moved: bool) -> tuple[Line, ...]:
        rows = (row for row in self._found.rows if row.area == area and self._is_there(row))
        return tuple(self._line(row) for row in rows if not only_moved or self.has_moved(row))

    def _is_there(self, row: Row) -> bool:
        """Return whether either of the two reviews has the statement in its scope."""
        cells = (row.cells[self._pair.then], row.cells[self._pair.now])
        return any(cell.in_scope for cell in cells)

    def has_moved(self, row: Row) -> bool:
        """Return whether something is different now."""
        return self._found.has_moved(row, self._pair)

    def _line(self, row: Row) -> Line:
        how = self._found.moved(row, self._pair)
        sign = _SIGNS[how][self._symbols.ascii_only]
        return Line(row_id(row), row.ref, f"{MOVED[how]}{self._short(row)}", sign)

    def _short(self, row: Row) -> str:
        """Return the signs of the steps then and now, as far as there are any."""
        then, now = (self._signs(self._found.columns[n], row.cells[n]) for n in self._pair)
        both = f"{then} then {now}" if then else now
        return f": {both}" if now else ""

    def _signs(self, column: Column, cell: Cell) -> str:
        held = cell.held.stages if cell.held is not None else ()
        signs = [self._symbols.step(step) for step in column.scale.steps if step.key in held]
        return ("," if self._symbols.ascii_only else "").join(signs)

    # All that is said of a row

    def row(self, identity: str) -> Row | None:
        """Return the statement of a row."""
        return next((row for row in self._found.rows if row_id(row) == identity), None)

    def sentence(self, identity: str) -> Sentence | None:
        """Return the area whose sentence a row is."""
        return next((s for s in self._found.sentences if sentence_id(s.area) == identity), None)

    def detail(self, identity: str, width: int) -> Content:
        """Return then and now of a row, whole where the width is 0."""
        row, sentence = self.row(identity), self.sentence(identity)
        if row is not None:
            return Content("\n").join([*self._head(row), *self._sides(row.cells, width, row)])
        if sentence is not None:
            head = Content.styled(f"Area {sentence.area}  {sentence.title[:_LONGEST]}", "bold")
            return Content("\n").join([head, *self._sides(sentence.cells, width)])
        return Content("")

    def _head(self, row: Row) -> Iterator[Content]:
        how = self._found.moved(row, self._pair)
        sign = _SIGNS[how][self._symbols.ascii_only]
        yield Content.assemble((f"{row.ref}  ", "bold"), row.text)
        yield Content("")
        yield Content.styled(f"{sign} {MOVED[how].capitalize()}", "bold $accent")
        why = self._found.apart(row, self._pair)
        noun = self._found.columns[self._pair.now].scale.noun
        told = {"kind": _KIND.format(noun=noun), "both": _BOTH}.get(how, "")
        if why:
            told = f"{why[:1].upper()}{why[1:]}."
        if told:
            yield Content.styled(told, "$muted")

    def _sides(
        self, cells: tuple[Cell, ...], width: int, row: Row | None = None
    ) -> Iterator[Content]:
        for label, place in zip(("Then", "Now"), self._pair, strict=True):
            column, cell = self._found.columns[place], cells[place]
            yield Content("")
            yield Content.styled(f"{label}, {day_words(column.date)}", "$muted")
            yield from self._side(column, cell, width)
            words = self._other_words(row, cell)
            yield from passage("Its words in that review", words)

    def _other_words(self, row: Row | None, cell: Cell) -> str:
        if row is None or cell.statement is None:
            return ""
        told = f"{cell.ref}  {cell.statement.text}"
        return told if told != f"{row.ref}  {row.text}" else ""

    def evidence(self, row: Row) -> tuple[tuple[str, Content], ...]:
        """Return both sides of a statement under their headings: what is held, why, and every note."""
        sides = []
        for label, place in zip(("Then", "Now"), self._pair, strict=True):
            column, cell = self._found.columns[place], row.cells[place]
            held = Content("\n").join(list(self._side(column, cell, 0)))
            text = Content.assemble(held, "\n\n", notes_of(cell, self._symbols))
            sides.append((f"{label}, {day_words(column.date)}", text))
        return tuple(sides)

    def _side(self, column: Column, cell: Cell, width: int) -> Iterator[Content]:
        """Yield what one review holds, and why; else why there is nothing."""
        held = cell.held
        if held is None:
            yield Content(f"{cell.why[:1].upper()}{cell.why[1:]}.")
        else:
            yield from self._held(held, column.scale, width)
        if cell.notes and width:
            refs = ", ".join(note.ref for note in cell.notes)
            yield Content.styled(cut(f"Notes {refs}", width, self._symbols), "$muted")

    def _held(self, held: Held, scale: Scale, width: int) -> Iterator[Content]:
        steps = outcome_lines(held.outcome, held.stages, scale, self._symbols)
        alone = f" ({held.by[:60]} alone)" if held.by else ""
        yield from (Content.assemble(step, alone) for step in steps)
        if held.because:
            yield Content(cut(held.because, width, self._symbols))
        for dissent in held.dissent:
            words = cut(dissent, width, self._symbols)
            yield Content.assemble(("Dissent: ", "$muted"), words)


def pair_words(found: Comparison, pair: Pair, keys: str) -> Content:
    """Return which two reviews are beside each other; `keys`: what goes to the others, if any."""
    then, now = found.columns[pair.then], found.columns[pair.now]
    told = [
        ("Then ", "$muted"),
        (day_words(then.date), "bold"),
        ("   Now ", "$muted"),
        (day_words(now.date), "bold"),
    ]
    if then.version != now.version:
        told.append((f"   versions {then.version} and {now.version}", "$muted"))
    if len(found.pairs) > 1:
        told.append((f"   {keys}", "bold $accent"))
        told.append((" other reviews", "$muted"))
    return Content.assemble(*told)
