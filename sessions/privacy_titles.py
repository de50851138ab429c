"""Clues in names of grown-ups with a title: `Mrs Okafor`, `mr hussain`, `Miss P`."""

import re
from collections.abc import Iterator

from . import privacy_context as around
from .privacy_clue import Clue
from .privacy_known import Known
from .privacy_people import titled
from .privacy_tokens import inside, is_name
from .privacy_words import is_ordinary, words

_LETTERS = r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*"
_TITLE_AND_NAME = re.compile(
    rf"(?<!\w)(?<!\w['’])(?:(?P<title>{around.TITLE}|mr|mrs|ms|dr|mx)\.?\s(?!(?:and|&|or)\s)"
    r"(?P<name>(?:[A-Z]\.?\s)?(?:(?:de|da|van|von|der|bin|al|el|le|la)[\s-]){0,2}"
    rf"(?:[^\W\d_]{_LETTERS}(?:\s[A-Z]{_LETTERS})?|[A-Z](?!\w|\.\w)|(?<=m[rs]\s)[b-z](?!\w)|(?<=mrs\s)[b-z](?!\w)))"
    rf"|(?:miss|sir|nurse|coach|rev|prof)\s(?P<small>[^\W\d_]{_LETTERS}))"
)
_WORDS_TOO = frozenset(
    ("Miss", "Father", "Sir", "Nurse", "Coach", "Lady", "Lord", "Madam", "PC", "Canon", "Pastor")
)
"""Titles that are words as well, or stand alone: `Nurse said`."""
_NO_NAME = frozenset(
    (
        "and",
        "or",
        "was",
        "is",
        "said",
        "who",
        "told",
        "has",
        "had",
        "in",
        "on",
        "at",
        "a",
        "an",
        "the",
    )
) | frozenset(
    (
        "to",
        "of",
        "head",
        "chair",
        "men",
        "man",
        "right",
        "wrong",
        "out",
        "off",
        "up",
        "year",
        "learner",
        "adult",
    )
)


def clues_in_titles(text: str, known: Known) -> Iterator[Clue]:
    """Yield them, in order."""
    found = [*_TITLE_AND_NAME.finditer(text)]
    taken = known.spans(text) if found else []
    for match in found:
        group = "name" if match["name"] else "small"
        name, start = match[group], match.start(group)
        parts = name.casefold().replace(".", "").split()
        if inside(start, taken) or not _is_a_name(match, name, parts):
            continue
        if all(known.is_part(part) for part in parts):
            continue
        if len(parts) > 1 and is_ordinary(parts[-1]) and not is_name(parts[-1]):
            name = name.rsplit(" ", 1)[0]  # "Mr Obi Teaches" in a title
        yield titled(text, match.start(), start, start + len(name))


def _is_a_name(match: re.Match[str], name: str, parts: list[str]) -> bool:
    if match["small"]:
        return is_name(parts[0])
    if parts[0] in _NO_NAME:
        return False
    if match["title"] in _WORDS_TOO:
        if not name[0].isupper():
            return is_name(parts[0]) and match["title"] == "Miss"
        return (
            match["title"] == "Miss"
            or not is_ordinary(parts[0])
            or parts[0] in words("word_names/capital")
        )
    return True
