"""How wide the columns of a table are in Word, which does not fit them to their text by itself."""

from collections.abc import Sequence

from .tree import Table, plain

PAGE = 9865
"""The width of the text on an A4 page with margins of 20 mm, in twentieths of a point."""

_LETTER = 112
"""What a letter takes in the tables' size, with some to spare."""
_SIDES = 220
"""What a cell's margins take."""
_LONGEST_WORD = 18
"""Characters; a longer word may be broken."""
_ONE_LINE = 16
"""Characters of a text, such as a date or two times, that is better not broken."""
_LINE = 60
"""Characters of a text that ask for width; a longer one asks for a little more, and takes lines."""
_LONGEST_TEXT = 600


def widths(table: Table) -> list[int]:
    """Return the width of each column: room for what is not to be broken, and the rest by its texts."""
    columns = [
        [f"{plain(head)} ", *(plain(row[place]) for row in table.rows)]  # its head is in bold
        for place, head in enumerate(table.head)
    ]
    least = [_word(column) * _LETTER + _SIDES for column in columns]
    if sum(least) >= PAGE:
        return _shared(least, PAGE)
    wanted = [
        max(_text(column) * _LETTER + _SIDES - low, 0)
        for column, low in zip(columns, least, strict=True)
    ]
    extra = _shared(wanted, PAGE - sum(least)) if any(wanted) else _shared(least, PAGE - sum(least))
    return [low + more for low, more in zip(least, extra, strict=True)]


def grid(sizes: Sequence[int]) -> str:
    """Return the widths as the XML that a table begins with."""
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _word(texts: Sequence[str]) -> int:
    whole = (len(text) for text in texts if len(text) <= _ONE_LINE)
    words = (len(word) for text in texts for word in text.split(" "))
    return min(max((1, *whole, *words)), _LONGEST_WORD)


def _text(texts: Sequence[str]) -> int:
    longest = min(max(map(len, texts)), _LONGEST_TEXT)
    return min(longest, _LINE) + max(longest - _LINE, 0) // 4


def _shared(parts: Sequence[int], whole: int) -> list[int]:
    """Return a whole shared out in these proportions, to the last unit."""
    total, given, made = sum(parts), 0, []
    for part in parts[:-1]:
        made.append(whole * part // total)
        given += made[-1]
    return [*made, whole - given]
