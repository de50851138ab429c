"""Points out what may identify a child or a grown-up, before a record leaves the school.

A basic check on the words alone: it misses some and is wrong about others, and every question it
asks says so. Role labels (Learner A, Pupil 3, Teacher 2) are what it asks for and never points out;
nor are names that it is told are known.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from .privacy_clue import Clue
from .privacy_counts import clues_in_counts
from .privacy_few import clues_in_few
from .privacy_initials import clues_in_initials
from .privacy_known import Known
from .privacy_names import clues_in_names
from .privacy_numbers import clues_in_figures
from .privacy_singled import clues_in_singled
from .privacy_small import clues_in_small_letters
from .privacy_titles import clues_in_titles
from .privacy_tokens import inside, words_in


def identifying(text: str, known: Collection[str] = ()) -> tuple[Clue, ...]:
    """Return what may identify somebody, in order; of what overlaps, the longest.

    `known`: names that are no clue, such as the setting's, the panel's, a case study's title.
    """
    return clues(text, _known(frozenset(known)))


def clues(text: str, known: Known) -> tuple[Clue, ...]:
    """Return the same for names that are known already: for many texts of one session."""
    taken = known.spans(text)
    every = [word for word in words_in(text) if not (taken and inside(word.start, taken))]
    found = [
        *clues_in_figures(text),
        *clues_in_counts(text),
        *clues_in_few(text),
        *clues_in_singled(text),
        *clues_in_initials(text, known.initials),
        *clues_in_titles(text, known),
        *clues_in_names(text, every, known),
        *clues_in_small_letters(text, every, known),
    ]
    if not found:
        return ()
    return _apart(found, len(text), taken)


def _apart(
    found: Iterable[Clue], length: int, known: Iterable[tuple[int, int]]
) -> tuple[Clue, ...]:
    """Return clues that do not overlap, nor lie in a known name; the longest stay."""
    covered = bytearray(length)
    for start, end in known:
        covered[start:end] = b"x" * (end - start)
    kept = []
    for clue in sorted(found, key=lambda clue: (clue.first - clue.end, clue.start)):
        if not any(covered[clue.first : clue.end]):
            covered[clue.first : clue.end] = b"x" * (clue.end - clue.first)
            kept.append(clue)
    return tuple(sorted(kept, key=lambda clue: clue.start))


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> Known:
    return Known(names)
