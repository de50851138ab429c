"""Clues in names that somebody typed without a capital, or in capitals alone."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from . import privacy_context as around
from .privacy_clue import Clue
from .privacy_known import Known
from .privacy_people import named
from .privacy_tokens import MONTHS, Word, is_first_name, is_no_name
from .privacy_words import is_ordinary, words

_LISTED = re.compile(r"\s?[/,&+]\s?|\sand\s")
_NEVER = frozenset(("will", "can", "may", "mark", "said", "long", "time", "win", "art")) | MONTHS
"""Names that are words which a note is full of."""


def clues_in_small_letters(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield them. `every`: the words that are not known."""
    for word, after_it in zip_longest(every, every[1:]):
        if known.is_part(word.plain):
            continue
        if word.text.isupper() and len(word.text) > 2:
            if word.plain in words("first_names") and word.plain not in words("abbreviations"):
                yield named(text, word.start, word.end)
        elif word.text.islower() and len(word.text) > 2 and _is_a_name(text, word):
            yield named(text, word.start, _end_with_family_name(text, word, after_it))
    yield from _in_lists(text, every, known)


def _in_lists(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield what stands beside a first name in a list, and is no word: `jude / wynter`."""
    for one, other in pairwise(every):
        if not _LISTED.fullmatch(text[one.end : other.start]):
            continue
        for name, word in ((one, other), (other, one)):
            if (
                name.plain in words("first_names")
                and name.text.islower()
                and word.text.islower()
                and len(word.text) > 2
                and not _is_a_word(word.plain)
                and not known.is_part(word.plain)
            ):
                yield named(text, word.start, word.end)


def _is_a_name(text: str, word: Word) -> bool:
    plain = word.plain
    if plain in words("abbreviations"):
        return False
    before, after = text[max(0, word.start - 44) : word.start], text[word.end : word.end + 48]
    if around.TITLED.search(before) or around.TITLED_SMALL.search(before):
        return False  # with its title, it is found elsewhere
    if is_first_name(plain) or (plain.startswith(("al-", "el-")) and len(plain) > 5):
        place = around.PLACE_AFTER.match(after) and not around.AFTER.match(after)
        return not place and not around.PET_BEFORE.search(before)
    if plain in words("word_names"):
        return plain not in _NEVER and bool(
            around.PARENT_OWNED.match(after)
            or around.CALLED.search(before)
            or (around.SAYS_STRICTLY.match(after) and not is_ordinary(plain))
            or (around.MET.search(before) and around.IN_YEAR.match(after))
        )
    return not _is_a_word(plain) and bool(
        around.CALLED.search(before)
        or around.PARENT_OWNED.match(after)
        or around.OF_A_LEARNER.search(before)
        or (around.MET.search(before) and around.IN_YEAR.match(after))
        or around.SAYS_SMALL.match(after)
    )


def _is_a_word(plain: str) -> bool:
    return is_no_name(plain) or plain in words("abbreviations") or plain in words("word_names")


def _end_with_family_name(text: str, word: Word, after_it: Word | None) -> int:
    """Return where a name ends, with a family name behind it: `aisha begum`."""
    if (
        after_it is not None
        and text[word.end : after_it.start] == " "
        and after_it.text.islower()
        and after_it.plain in words("surnames")
        and not is_ordinary(after_it.plain)
    ):
        return after_it.end
    return word.end
