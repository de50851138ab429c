"""Laying out one thing large: centred, with as much air between its lines as the window has."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from .symbols import Symbols

MEASURE = 60
"""Cells that a line is long at most: what is read from afar is read in short lines."""


class Part(NamedTuple):
    """Something of what is shown, that stands together."""

    lines: tuple[Content, ...]
    """Each is wrapped to the measure, and centred."""
    spare: bool = False
    """It is left out where there is no room for it."""
    rows: bool = False
    """The lines begin below each other, as in a table, and are not wrapped."""


def text(*lines: Content, spare: bool = False) -> Part:
    """Return a part that is read as text."""
    return Part(lines, spare)


def fits(parts: Sequence[Part], width: int, height: int) -> bool:
    """Return whether parts fit with large spacing: two blank lines between them."""
    return len(_laid(parts, width, 0, 2)) <= height


def lay_out(parts: Sequence[Part], width: int, height: int, symbols: Symbols) -> Content:
    """Return parts in the middle of a window, with the most air that fits.

    Where even the least is too much, what can be spared goes, the last first; then the end is cut.
    """
    kept = list(parts)
    while True:
        for leading, gap in ((1, 3), (1, 2), (0, 2), (0, 1)):
            lines = _laid(kept, width, leading, gap)
            if len(lines) <= height:
                return _in_the_middle(lines, width, height)
        spare = [place for place, part in enumerate(kept) if part.spare]
        if not spare:
            break
        del kept[spare[-1]]
    cut = [*lines[: max(height - 1, 0)], Content(symbols.cut)]
    return _in_the_middle(cut, width, height)


def _laid(parts: Sequence[Part], width: int, leading: int, gap: int) -> list[Content]:
    """Return the lines of parts, each centred; blank ones between them."""
    measure = max(min(width - 4, MEASURE), 10)
    found: list[Content] = []
    for place, part in enumerate(parts):
        if place:
            found += [Content("")] * gap
        if part.rows:
            wide = max((line.cell_length for line in part.lines), default=0)
            rows = [_centred(line, width, wide) for line in part.lines]
        else:
            wrapped = [row for line in part.lines for row in line.wrap(measure)]
            rows = [_centred(row.rstrip(), width) for row in wrapped]
        for number, row in enumerate(rows):
            found += [*[Content("")] * (leading if number else 0), row]
    return found


def _centred(line: Content, width: int, wide: int | None = None) -> Content:
    """Return a line indented to the middle; `wide`: how wide the block is that it is part of."""
    indent = max(width - (line.cell_length if wide is None else wide), 0) // 2
    return Content.assemble(" " * indent, line).truncate(width)


def _in_the_middle(lines: Sequence[Content], width: int, height: int) -> Content:
    above = max(height - len(lines), 0) // 2
    return Content("\n").join([*[Content("")] * above, *lines[: max(height, 1)]])
