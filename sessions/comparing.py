"""Comparing reviews of one setting, statement by statement: what each holds, and how that moved.

Nothing is counted or rated, and no setting is set beside another. A review is read through `view`; what
it holds of a statement is shown only where no review that is as new, or newer, is describing the area of
that statement: whoever describes it there is not to see a stage of it. Sources: rules 1 and 4 of the
design, and its settled question of what comes from an older session.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from frameworks.model import Framework, Statement

from .compared import GONE, OUTSIDE, Cell, Column, Comparison, Row, Sentence
from .errors import Refused
from .held import DESCRIBED, held, of_agreement, why_nothing
from .matching import is_same_setting, match_areas, match_frameworks
from .seen import AreaView, SessionView


def compare(
    views: Sequence[SessionView], frameworks: Sequence[Framework], here: str = ""
) -> Comparison:
    """Return reviews of one setting side by side, the oldest first. Raises Refused.

    `frameworks`: those that they were made with, in the order of the views; `here`: the id of the
    session that somebody is in while they look, where they are in one: what is being described in
    that is not shown of any.
    """
    _need_comparable(views)
    pairs = sorted(zip(views, frameworks, strict=True), key=lambda p: (p[0].date, p[0].id))
    return _Comparing([_Side(seen, framework) for seen, framework in pairs], here).made()


def _need_comparable(views: Sequence[SessionView]) -> None:
    if len({seen.id for seen in views}) < 2:
        raise Refused("There is nothing to compare; name two different sessions of one setting.")
    first = views[0]
    for other in views[1:]:
        if not is_same_setting(first.setting, other.setting):
            raise Refused(
                f"{first.setting} and {other.setting} are two settings, and settings are never "
                "compared; name sessions of one."
            )
        if first.framework != other.framework:
            raise Refused(
                f"{first.name} was made with {first.framework_title}, and {other.name} with "
                f"{other.framework_title}; name sessions of one framework."
            )


class _Side:
    """A review, with the framework that it was made with."""

    def __init__(self, seen: SessionView, framework: Framework) -> None:
        self.seen, self.framework = seen, framework
        self.column = Column(seen.id, seen.name, seen.date, seen.framework_version, framework.scale)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(s for area in self.framework.areas for s in area.statements)

    def area_of(self, ref: str) -> int:
        found = self.framework.find(ref)
        return found[0].number if found else 0

    def describes(self, number: int) -> bool:
        """Return whether an area is in scope and being described; of 0, whether any is."""
        areas = [a for a in self.seen.areas if number in (0, a.number)]
        return any(not area.judging for area in areas)


class _Line(msgspec.Struct):
    """A statement through the versions of a framework."""

    statement: Statement
    """As the newest framework that has it says it."""
    area: int
    refs: dict[int, str]
    """Its ref by column; none: that framework has no such statement."""


class _Comparing:
    """Puts reviews side by side, the oldest first."""

    def __init__(self, sides: Sequence[_Side], here: str) -> None:
        self._sides, self._here = sides, here
        self._newest = len(sides) - 1

    def made(self) -> Comparison:
        """Return the comparison."""
        newest = self._sides[-1]
        rows = [self._row(line) for line in self._lines()]
        return Comparison(
            setting=newest.seen.setting,
            framework=newest.seen.framework_title,
            columns=tuple(side.column for side in self._sides),
            sentences=tuple(self._sentences()),
            rows=tuple(row for row in rows if any(cell.in_scope for cell in row.cells)),
        )

    def _lines(self) -> list[_Line]:
        """Return the statements of the newest framework, then those that are gone from it."""
        newest = self._sides[-1]
        lines = [_Line(s, newest.area_of(s.ref), {self._newest: s.ref}) for s in newest.statements]
        for place in range(self._newest - 1, -1, -1):
            side, later = self._sides[place], self._sides[place + 1]
            matched = match_frameworks(side.framework, later.framework)
            known = {line.refs[place + 1]: line for line in lines if place + 1 in line.refs}
            for statement in side.statements:
                ref = statement.ref
                if ref in matched:
                    known[matched[ref].ref].refs[place] = ref
                else:
                    lines.append(_Line(statement, GONE, {place: ref}))
        return lines

    # What is in the way

    def _number(self, line: _Line, place: int) -> int | None:
        """Return the number of a statement's area in a review; None: it has none such."""
        if place in line.refs:
            return self._sides[place].area_of(line.refs[place])
        known = max((other for other in line.refs if other < place), default=None)
        if known is None:
            return None
        number = self._sides[known].area_of(line.refs[known])
        areas = match_areas(self._sides[known].framework, self._sides[place].framework)
        return areas.get(number, 0)

    def _in_the_way(self, numbers: Sequence[int | None], place: int) -> str:
        """Return why what a review holds is not shown; empty: nothing is in the way.

        `numbers`: the area that it is about, by review.
        """
        for other, (side, number) in enumerate(zip(self._sides, numbers, strict=True)):
            looks = other > place or side.seen.id == self._here
            if other != place and looks and number is not None and side.describes(number):
                which = f"area {number}" if number else "an area"
                return (
                    f"{which} is still being described in {side.seen.name}; what is held of it "
                    "elsewhere is shown once its gate is open"
                )
        return ""

    # What is shown

    def _row(self, line: _Line) -> Row:
        places = range(len(self._sides))
        numbers = [self._number(line, place) for place in places]
        return Row(
            ref=line.statement.ref,
            text=line.statement.text,
            area=line.area,
            cells=tuple(
                self._cell(side, line.refs.get(place, ""), self._in_the_way(numbers, place))
                for place, side in enumerate(self._sides)
            ),
        )

    def _cell(self, side: _Side, ref: str, hidden: str) -> Cell:
        found = side.framework.find(ref)
        if found is None:
            return Cell(why=f"not in version {side.column.version} of the framework")
        area, seen = side.seen.area(found[0].number), side.seen.statement(ref)
        if area is None or seen is None:
            return Cell(ref, found[1], why=OUTSIDE)
        now = None if hidden else held(seen, area)
        why = "" if now is not None else hidden or why_nothing(seen)
        notes = tuple(note for note in seen.evidence if not note.private)
        return Cell(ref, found[1], now, why, bool(hidden), notes)

    def _sentences(self) -> Iterator[Sentence]:
        newest = self._sides[-1].framework
        maps = [match_areas(side.framework, newest) for side in self._sides]
        there = [{now: then for then, now in areas.items()} for areas in maps]
        for area in newest.areas:
            numbers = [areas.get(area.number) for areas in there]
            cells = tuple(
                self._sentence(side.seen.area(number or 0), self._in_the_way(numbers, place))
                for place, (side, number) in enumerate(zip(self._sides, numbers, strict=True))
            )
            if any(cell.why != OUTSIDE for cell in cells):
                yield Sentence(area.number, area.title, cells)

    def _sentence(self, area: AreaView | None, hidden: str) -> Cell:
        if area is None:
            return Cell(why=OUTSIDE)
        if hidden or area.agreement is None:
            why = hidden or ("no sentence yet" if area.judging else DESCRIBED)
            return Cell(why=why, hidden=bool(hidden))
        return Cell(held=of_agreement(area.agreement))
