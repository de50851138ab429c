"""Keeping a document to a length: of several lists, as much as there is room for, each in its order."""

import re
from collections.abc import Iterable, Sequence

from .parts import Part

_WORD = re.compile(r"\S*\w\S*")


def words_in(markdown: str) -> int:
    """Return how many words Markdown has, as a word processor counts them."""
    return sum(1 for _ in _WORD.finditer(markdown))


def length(parts: Iterable[Part]) -> int:
    """Return how many words parts have."""
    return sum(words_in(block) for part in parts for block in part.blocks)


def fitting(lists: Sequence[Sequence[str]], room: int, an_item: int = 0) -> list[int]:
    """Return how many items of each list there is room for, in words.

    `an_item`: how many words more would stand in the space that an item of a list takes. Each list gives its next item in turn, so that none is crowded out by the one before it; a list of
    which one has no room ends there, so that its order stays whole.
    """
    taken = [0] * len(lists)
    open_ones = list(range(len(lists)))
    while open_ones:
        for place in list(open_ones):
            rest = lists[place][taken[place] :]
            takes = words_in(rest[0]) + an_item if rest else 0
            if not rest or takes > room:
                open_ones.remove(place)
            else:
                room -= takes
                taken[place] += 1
    return taken
