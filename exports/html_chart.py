"""The grid of where practice sits, drawn: an SVG beside the table that says the same.

It shows where statements lie, each by its ref, and nothing else: no length, area or number in it says
how many there are or how good anything is. What a statement that lies at several steps has in each of
them is drawn with a dashed edge: a shape, and not a colour, tells the two apart.
"""

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from .charts import CORNER
from .colours import tint
from .html_style import SOFT, TEXT
from .template import Template
from .tree import Table, plain

_WIDTH = 800
_NAMES = 200
"""The width of the column of areas."""
_CHIP, _CHIP_HIGH, _GAP = 40, 26, 5
_LINE = 18
"""The height of a line of text."""
_PAD = 10


_ABOUT = (
    "A row an area and a column a step. In each cell stand the refs of the statements that lie there. "
    "The table that follows says the same."
)


class _Grid(NamedTuple):
    """What is drawn: names, and the refs in each cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    shared: frozenset[str]
    """The refs that lie in several cells."""

    @property
    def column(self) -> float:
        return (_WIDTH - _NAMES) / len(self.columns)


def is_chart(table: Table) -> bool:
    """Return whether a table is the grid, which is drawn; no other is."""
    return len(table.head) > 1 and plain(table.head[0]) == CORNER and bool(table.rows)


def chart_of(table: Table, look: Template) -> Iterator[str]:
    """Yield the chart of a table that has one."""
    if is_chart(table):
        yield from _figure(_grid(table), look, table)


def _grid(table: Table) -> _Grid:
    rows = tuple(
        (plain(row[0]), tuple(tuple(filter(None, plain(c).split(", "))) for c in row[1:]))
        for row in table.rows
    )
    times = Counter(ref for _, cells in rows for cell in cells for ref in cell)
    shared = frozenset(ref for ref, found in times.items() if found > 1)
    return _Grid(tuple(plain(cell) for cell in table.head[1:]), rows, shared)


def _figure(grid: _Grid, look: Template, table: Table) -> Iterator[str]:
    head = max(len(_wrapped(name, grid.column - 2 * _PAD)) for name in grid.columns)
    top = head * _LINE + 2 * _PAD
    highs = [_high(name, cells, grid) for name, cells in grid.rows]
    foot = 30 if grid.shared else 4
    title, about = f"chart-{table.number}", f"chart-{table.number}-about"
    yield "<figure>"
    yield f'<figcaption aria-hidden="true">{escape(table.caption)}</figcaption>'
    yield (
        f'<svg role="img" aria-labelledby="{title} {about}" '
        f'viewBox="0 0 {_WIDTH} {top + sum(highs) + foot}">'
    )
    yield f'<title id="{title}">Where the statements of each area lie</title>'
    yield f'<desc id="{about}">{_ABOUT}</desc>'
    yield from _heads(grid, look, top)
    y = float(top)
    for place, (name, cells) in enumerate(grid.rows):
        yield from _row(grid, look, y, highs[place], name, cells, shaded=place % 2 == 1)
        y += highs[place]
    yield from _rules(grid, look, y)
    if grid.shared:
        yield f'<rect {_box(1, y + 9, 30, 16)} fill="#fff" {_edge(look, dashed=True)}/>'
        yield _text(40, y + 22, "lies at more than one", SOFT, 13)
    yield "</svg>"
    yield "</figure>"


def _heads(grid: _Grid, look: Template, top: float) -> Iterator[str]:
    yield f'<rect {_box(0, 0, _WIDTH, top, 0)} fill="{look.accent}"/>'
    yield _text(_PAD, _PAD + 14, "Area", "#fff", 15, strong=True)
    for place, name in enumerate(grid.columns):
        x = _NAMES + place * grid.column + _PAD
        for line, words in enumerate(_wrapped(name, grid.column - 2 * _PAD)):
            yield _text(x, _PAD + 14 + line * _LINE, words, "#fff", 15, strong=True)


def _row(
    grid: _Grid,
    look: Template,
    y: float,
    high: float,
    name: str,
    cells: tuple[tuple[str, ...], ...],
    *,
    shaded: bool,
) -> Iterator[str]:
    if shaded:
        yield f'<rect {_box(0, y, _WIDTH, high, 0)} fill="{tint(look.accent, 0.06)}"/>'
    for line, words in enumerate(_wrapped(name, _NAMES - 2 * _PAD)):
        yield _text(_PAD, y + _PAD + 15 + line * _LINE, words, TEXT, 15)
    across = _across(grid)
    for place, refs in enumerate(cells):
        for number, ref in enumerate(refs):
            x = _NAMES + place * grid.column + _PAD + (number % across) * (_wide(grid) + _GAP)
            yield from _chip(
                grid, look, x, y + _PAD + (number // across) * (_CHIP_HIGH + _GAP), ref
            )


def _chip(grid: _Grid, look: Template, x: float, y: float, ref: str) -> Iterator[str]:
    dashed, wide = ref in grid.shared, _wide(grid)
    fill = "#fff" if dashed else tint(look.accent, 0.14)
    yield f'<rect {_box(x, y, wide, _CHIP_HIGH)} fill="{fill}" {_edge(look, dashed=dashed)}/>'
    yield _text(x + wide / 2, y + 18, ref, TEXT, 14, middle=True)


def _rules(grid: _Grid, look: Template, y: float) -> Iterator[str]:
    for place in range(len(grid.columns)):
        x = _NAMES + place * grid.column
        yield f'<path d="M{x:g} 0V{y:g}" stroke="{tint(look.accent, 0.3)}"/>'
    yield f'<path d="M0 {y:g}H{_WIDTH}" stroke="{look.accent}" stroke-width="2"/>'


# Sizes


def _wide(grid: _Grid) -> float:
    """Return the width of a ref's box: that of the longest ref."""
    longest = max((len(r) for _, cells in grid.rows for cell in cells for r in cell), default=0)
    return min(max(_CHIP, longest * 9 + 12), grid.column - 2 * _PAD)


def _across(grid: _Grid) -> int:
    return max(int((grid.column - 2 * _PAD + _GAP) // (_wide(grid) + _GAP)), 1)


def _high(name: str, cells: tuple[tuple[str, ...], ...], grid: _Grid) -> float:
    lines = max(-(-len(refs) // _across(grid)) for refs in cells)
    chips = lines * (_CHIP_HIGH + _GAP) - _GAP
    return max(chips, len(_wrapped(name, _NAMES - 2 * _PAD)) * _LINE + 2) + 2 * _PAD


def _wrapped(text: str, width: float) -> list[str]:
    """Return text in lines of about that width: SVG breaks none by itself."""
    room = max(int(width / 7.7), 4)
    lines = [""]
    for word in text.split():
        for begun in range(0, len(word), room):
            piece = word[begun : begun + room]
            joined = f"{lines[-1]} {piece}" if lines[-1] and not begun else lines[-1] + piece
            if len(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


# Shapes


def _box(x: float, y: float, width: float, height: float, round_: float = 5) -> str:
    return f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{round_:g}"'


def _edge(look: Template, *, dashed: bool) -> str:
    return f'stroke="{look.accent}"' + (' stroke-dasharray="4 3"' if dashed else "")


def _text(
    x: float,
    y: float,
    words: str,
    colour: str,
    size: int,
    *,
    strong: bool = False,
    middle: bool = False,
) -> str:
    more = ' font-weight="bold"' if strong else ""
    more += ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{colour}" font-size="{size}"{more}>{escape(words)}</text>'
    )
