"""Words as search compares them: without capitals and accents; and where they stand in a text."""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import msgspec

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")  # a letter, with accents of its own
_QUOTED = re.compile('["“”]([^"“”]*)(["“”]|$)')
_BEFORE = 24  # characters of a text that stand before the first word that was found
_LONGEST = 60  # characters of a word that count: no key longer than that tells two words apart


class _Placed(NamedTuple):
    plain: str
    start: int
    end: int


class Need(msgspec.Struct, frozen=True):
    """Words that must stand beside each other in a text."""

    words: tuple[str, ...]
    """As `words_of` returns them."""
    whole: bool = False
    """Whether the last one is all of a word; else it is how a word begins."""


class Excerpt(msgspec.Struct, frozen=True):
    """The part of a text in which something was found, on one line."""

    text: str
    found: tuple[tuple[int, int], ...] = ()
    """Where in it the words stand that were looked for: each from, to."""
    before: bool = False
    """Whether something was cut off in front of it."""
    after: bool = False
    """Whether something was cut off behind it."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: `Élan, 86.1%` is `elan`, `86`, `1`."""
    if text.isascii():
        return tuple(word[:_LONGEST] for word in _WORD.findall(text.lower()))
    return tuple(word.plain for word in _placed(text))


def needs_of(text: str) -> tuple[Need, ...]:
    """Return what somebody types to look for: every word, and what is in quotes as it stands.

    A word is found where a word begins so; in quotes it is found whole, once the quote is closed.
    """
    found = []
    rest = 0
    for quoted in _QUOTED.finditer(text):
        found += _loose(text[rest : quoted.start()])
        words = words_of(quoted[1])
        if words:
            found.append(Need(words, whole=bool(quoted[2])))
        rest = quoted.end()
    return tuple(dict.fromkeys([*found, *_loose(text[rest:])]))


def _loose(text: str) -> list[Need]:
    # One word may be several: `wasn't` is `wasn` and `t`, beside each other.
    return [Need(words) for part in text.split() if (words := words_of(part))]


def excerpt(text: str, needs: tuple[Need, ...], width: int) -> Excerpt:
    """Return about `width` characters of a text on one line, from the first word that is needed."""
    line = " ".join(text.split())
    first = next((start for start, _ in _found(line, needs)), 0)
    begin = 0
    if first > 2 * _BEFORE:
        begin = line.find(" ", first - _BEFORE, first) + 1 or first
    shown = line[begin : begin + width]
    spans = tuple(_found(shown, needs))
    return Excerpt(shown, spans, begin > 0, begin + width < len(line))


def spans(text: str, needs: tuple[Need, ...]) -> tuple[tuple[int, int], ...]:
    """Return where the words that are needed stand in a text: each from, to, in order."""
    return tuple(_found(text, needs))


def _found(text: str, needs: tuple[Need, ...]) -> Iterator[tuple[int, int]]:
    if not needs:
        return
    words = _placed(text)
    longest = max(len(need.words) for need in needs)
    window = deque(islice(words, longest))  # a long text is read only as far as it is asked for
    reached = 0
    while window:
        end = max(_end(window, need) for need in needs)
        if end > reached:
            yield max(window[0].start, reached), end
            reached = end
        window.popleft()
        window.extend(islice(words, 1))


def _end(window: deque[_Placed], need: Need) -> int:
    """Return where a need that begins with the first word here ends; 0: it does not begin here."""
    there = list(islice(window, len(need.words)))
    *firsts, last = need.words
    if len(there) < len(need.words) or [word.plain for word in there[:-1]] != firsts:
        return 0
    fits = there[-1].plain == last if need.whole else there[-1].plain.startswith(last)
    return there[-1].end if fits else 0


def _placed(text: str) -> Iterator[_Placed]:
    """Yield each word of a text as it is compared, and where it stands."""
    for match in _WORD.finditer(text):
        word = _plain(match[0])
        if word:
            yield _Placed(word, match.start(), match.end())


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()[:_LONGEST]
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if letter.isalnum())[:_LONGEST]
