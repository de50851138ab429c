"""The words that `privacy` knows, from the lists beside it: what often is a name, and what never is."""

from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list, or of one sort in it (`word_names/class`), without capitals."""
    name, _, sort = name.partition("/")
    found: list[str] = []
    sorts: list[str] = []
    for line in lines(name):
        if line.startswith("["):
            sorts = line.strip("[]").split()
        elif not sort or sort in sorts:
            found += line.casefold().split()
    return frozenset(found)


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list, without the empty ones and those that are for people (`#`)."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words("endings"))


def is_ordinary(word: str) -> bool:
    """Return whether a word, without capitals, is one of the language and no name that we know of."""
    if word in words("ordinary"):
        return True
    if word in words("first_names") or word in words("surnames"):
        return False
    return word.endswith(_endings()) or _base(word) in words("ordinary") or _is_of_two_words(word)


@lru_cache(maxsize=4096)
def _is_of_two_words(word: str) -> bool:
    """Return whether a word is made of two of the language: `wraparound`."""
    every = words("ordinary")
    return any(word[:at] in every and word[at:] in every for at in range(4, len(word) - 3))


def _base(word: str) -> str:
    """Return what a word is made from, where it ends as plurals and verbs do; else the word."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("ed", "e")):
        if word.endswith(ending) and word.removesuffix(ending) + instead in words("ordinary"):
            return word.removesuffix(ending) + instead
    for ending in ("s", "ly", "er", "ers", "d", "y", "n't", "'s", "’s"):
        if word.endswith(ending) and word.removesuffix(ending) in words("ordinary"):
            return word.removesuffix(ending)
    stem = word.removesuffix("ed")
    if stem != word and stem[-1:] == stem[-2:-1]:  # dropped, planned
        return stem[:-1]
    return word
