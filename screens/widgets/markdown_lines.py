"""Markdown as lines of a terminal: the little of it that reports use, in one pass, with no widgets.

What a report says is text throughout; nothing in it is read as markup, and no link can be followed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

HEADINGS = {"h1": "bold $accent", "h2": "bold $accent", "h3": "bold", "h4": "bold $muted"}
_NARROWEST = 8  # cells of a table's column, below which its rows are lists instead
_TALLEST = 3  # lines of a table's row, above which its rows are lists instead
_GAP = 2  # cells between two columns


@cache
def _parser() -> "MarkdownIt":
    # Here, and not above: it takes a tenth of a second that the first screen need not wait for.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def read_markdown(text: str) -> "SyntaxTreeNode":
    """Return Markdown as a tree, to be laid out at any width."""
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(_parser().parse(text))


def lay_out(tree: "SyntaxTreeNode", width: int) -> list[Content]:
    """Return the lines of a tree, each of at most `width` cells."""
    return _stacked(tree.children, max(width, 1))


def _stacked(
    nodes: Iterable["SyntaxTreeNode"], width: int, *, tight: bool = False
) -> list[Content]:
    """Return blocks, one under the other, with an empty line between them unless they are tight."""
    lines: list[Content] = []
    for node in nodes:
        found = _BLOCKS.get(node.type, _plain)(node, width)
        if lines and found and not tight:
            lines.append(Content(""))
        lines += found
    return lines


# Blocks


def _paragraph(node: "SyntaxTreeNode", width: int) -> list[Content]:
    return _inline(node.children).wrap(width)


def _heading(node: "SyntaxTreeNode", width: int) -> list[Content]:
    return _inline(node.children).stylize_before(HEADINGS.get(node.tag, "bold")).wrap(width)


def _list(node: "SyntaxTreeNode", width: int) -> list[Content]:
    tight = all(part.hidden for item in node.children for part in item.children if _is_text(part))
    lines: list[Content] = []
    for number, item in enumerate(node.children, int(node.attrs.get("start", 1))):
        if lines and not tight:
            lines.append(Content(""))
        mark = "- " if node.type == "bullet_list" else f"{number}. "
        room = max(width - len(mark), 1)
        lines += hanging(mark, _stacked(item.children, room, tight=tight))
    return lines


def _is_text(node: "SyntaxTreeNode") -> bool:
    return node.type == "paragraph"


def _quote(node: "SyntaxTreeNode", width: int) -> list[Content]:
    return hanging("  ", _stacked(node.children, max(width - 2, 1)))


def _plain(node: "SyntaxTreeNode", width: int) -> list[Content]:
    """Return a block of any other kind as the text it holds: nothing is left out."""
    if node.children:
        return _stacked(node.children, width)
    return Content(node.content.rstrip("\n")).wrap(width) if node.content else [Content("")]


def hanging(mark: str, lines: Iterable[Content], style: str = "$muted") -> list[Content]:
    """Return lines behind a mark, the further ones under the first."""
    margin = " " * len(mark)
    return [
        Content.assemble((mark if place == 0 else margin, style), line)
        for place, line in enumerate(lines)
    ]


# Tables


def _table(node: "SyntaxTreeNode", width: int) -> list[Content]:
    """Return a table as columns where it fits, else each row as what it says under its headings."""
    rows = [
        [_inline(cell.children) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    widths = _widths(rows, width)
    head, *body = rows
    found = [_columns(row, widths) for row in body] if widths else []
    if not widths or any(len(lines) > _TALLEST for lines in found):
        return _as_lists(rows, width)
    lines = _columns([cell.stylize("bold $muted") for cell in head], widths)
    return [*lines, *(line for row in found for line in row)]


def _widths(rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """Return how wide each column is, the widest ones wrapped; nothing: they do not fit."""
    widths = [max(cell.cell_length for cell in column) for column in zip(*rows, strict=True)]
    room = width - _GAP * (len(widths) - 1)
    least = [max(_longest_word(cell) for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda place: widths[place] - least[place])
        if widths[widest] <= max(least[widest], _NARROWEST):
            return []
        widths[widest] -= 1
    return widths


def _longest_word(cell: Content) -> int:
    return max((len(word) for word in cell.plain.split()), default=0)


def _columns(row: Iterable[Content], widths: Sequence[int]) -> list[Content]:
    wrapped = [cell.wrap(max(w, 1)) for cell, w in zip(row, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    gap = Content(" " * _GAP)
    found = []
    for place in range(height):
        cells = (
            _padded(lines[place] if place < len(lines) else Content(""), width)
            for lines, width in zip(wrapped, widths, strict=True)
        )
        found.append(gap.join(cells).rstrip())
    return found


def _padded(cell: Content, width: int) -> Content:
    return cell.pad_right(max(width - cell.cell_length, 0))


def _as_lists(rows: Sequence[Sequence[Content]], width: int) -> list[Content]:
    head, *body = rows
    lines: list[Content] = []
    for first, *rest in body:
        said = [
            Content.assemble((f"{name.plain}: ", "$muted"), cell)
            for name, cell in zip(head[1:], rest, strict=True)
            if cell.plain
        ]
        lines += first.stylize("bold").wrap(width)
        lines += hanging("  ", Content("; ").join(said).wrap(max(width - 2, 1)) if said else ())
    return lines


# Within a line


def _inline(nodes: Iterable["SyntaxTreeNode"]) -> Content:
    return Content("").join([_piece(node) for node in nodes])


def _piece(node: "SyntaxTreeNode") -> Content:
    if node.type in ("softbreak", "hardbreak"):
        return Content(" " if node.type == "softbreak" else "\n")
    if not node.children:
        return Content(node.content)
    style = {"strong": "bold", "em": "italic"}.get(node.type, "")
    inner = _inline(node.children)
    return inner.stylize(style) if style else inner


_BLOCKS: dict[str, Callable[["SyntaxTreeNode", int], list[Content]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "table": _table,
}
