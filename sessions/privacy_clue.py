"""A clue: words of a text that may tell who somebody is, and what could stand there instead."""

from typing import Literal

import msgspec

Kind = Literal[
    "name",
    "initials",
    "pupil number",
    "date of birth",
    "address",
    "phone number",
    "e-mail address",
    "small count",
    "the only one",
]
"""What a clue is."""

BASIC = "(A basic check: it misses some.)"
"""What whoever reads what was found is told each time."""
QUESTIONS: dict[Kind, str] = {
    "name": "looks like somebody's name.",
    "initials": "may be somebody's initials.",
    "pupil number": "looks like a pupil number (UPN).",
    "date of birth": "may be a date of birth.",
    "address": "looks like somebody's address.",
    "phone number": "looks like a phone number.",
    "e-mail address": "looks like an e-mail address.",
    "small count": "is a count under five, and may point at a child.",
    "the only one": "may point at somebody: an only one is known to everybody.",
}
"""What is said of words of each kind."""


class Clue(msgspec.Struct, frozen=True):
    """Words that may identify somebody, where they stand, and what they say of whom."""

    word: str
    """As it is written."""
    start: int
    """Its place in the text, in characters."""
    end: int
    kind: Kind
    who: str = ""
    """Whose name or initials these are, without capitals: one person has one label. Empty: no name."""
    role: str = ""
    """What the text makes of that person: `Learner`, `Parent`, `Teacher`."""
    begin: int = -1
    """Where what a label replaces begins, if before the word: at `teacher` in `teacher Helen`."""
    instead: str = ""
    """What could stand there instead, where that is no person's label: `a phone number`."""
    day: str = ""
    """Of a date of birth: `YYYY-MM-DD` or `YYYY-MM`, as far as it can be told."""

    @property
    def question(self) -> str:
        """What is said of it, behind the words themselves."""
        return QUESTIONS[self.kind]

    @property
    def first(self) -> int:
        """Where what a label replaces begins."""
        return self.start if self.begin < 0 else self.begin


def like(word: str, instead: str) -> str:
    """Return words with a capital if they stand for words that have one."""
    return instead[:1].upper() + instead[1:] if word[:1].isupper() else instead
