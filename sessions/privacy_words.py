"""The words that `privacy` knows, from the lists beside it: what often is a name, and what never is."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list, without capitals; lines that begin with `#` are for people."""
    return frozenset(" ".join(lines(name)).casefold().split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list, without those that are for people."""
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
    return word.endswith(_endings()) or _base(word) in words("ordinary")


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
