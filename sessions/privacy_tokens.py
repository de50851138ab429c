"""The words of a text, and what each could be: a first name, a family name, a word of the language."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

import msgspec

from .privacy_words import is_ordinary, words

_LETTER = "[^\\W\\d_][\u0300-\u036f]*"
_WORD = re.compile(
    rf"(?<![\w@#\\])(?<!\w['’-])(?:{_LETTER})+(?:(?:[-'’]|\.(?=[a-z]))(?:{_LETTER})+)*"
)
_PIECE = re.compile(r"\S+")
MONTHS = frozenset(
    ("april", "may", "june", "july", "august", "jan", "summer", "autumn", "winter", "spring")
) | frozenset(("easter", "dawn", "eve", "noel"))


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a text."""

    start: int
    end: int
    text: str
    """Without a possessive."""
    plain: str
    """Without capitals."""


def words_in(text: str) -> list[Word]:
    """Return the words of a text; none of addresses of the web."""
    web = [m.span() for m in _PIECE.finditer(text) if _is_web(m[0])] if "/" in text else []
    found = []
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        if web and inside(match.start(), web):
            continue
        if word[-2:] in ("'s", "’s"):
            word, end = word[:-2], end - 2
        found.append(Word(match.start(), end, word, word.casefold()))
    return found


def _is_web(piece: str) -> bool:
    """Return whether a piece of text is an address of the web, or a file's."""
    return "://" in piece or ("/" in piece and "." in piece.strip(".,;:!?)"))


def inside(place: int, spans: list[tuple[int, int]]) -> bool:
    """Return whether a place lies in one of these."""
    return any(start <= place < end for start, end in spans)


def is_name(plain: str) -> bool:
    """Return whether a word, without capitals, is a first name or a family name."""
    return plain in words("first_names") or plain in words("surnames")


def is_first_name(plain: str) -> bool:
    """Return whether a word, without capitals, is a first name, alone or before a hyphen."""
    if plain in words("first_names"):
        return True
    if plain.isascii():
        return plain.split("-")[0] in words("first_names") and not is_ordinary(plain)
    return without_marks(plain) in words("first_names")


@lru_cache(maxsize=4096)
def without_marks(plain: str) -> str:
    """Return a word without the marks on its letters: `esme` of `esmé`."""
    return "".join(letter for letter in normalize("NFKD", plain) if not combining(letter))


def is_time_or_place(plain: str) -> bool:
    """Return whether a word, without capitals, is a month, a season or a place as well."""
    return plain in MONTHS or plain in words("places")


def is_no_name(plain: str) -> bool:
    """Return whether a word, without capitals, is a word of the language, a place or a programme."""
    programmes = words("programmes")
    return (
        is_ordinary(plain)
        or plain in words("places")
        or plain in programmes
        or f"{plain}'s" in programmes
    )
