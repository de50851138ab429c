"""The numbers of statements: `1.1`, `1.2`, or `1a`, `1b`; one style in a framework."""

import re

from frameworks.mistakes import Mistakes
from frameworks.outline import Section
from frameworks.sections import named

_REF = re.compile(r"([1-9][0-9]{0,2})(?:\.([1-9][0-9]{0,2})|([a-z]))")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Numbering:
    """Checks that the statements of an area are numbered in order and in one style."""

    def __init__(self, area: int, lettered: bool | None, mistakes: Mistakes) -> None:
        """Take the area's number, and whether statements are lettered, where that is known."""
        self._area = area
        self._mistakes = mistakes
        self._next = 1
        self.lettered = lettered
        """Whether the framework has `1a`, not `1.1`; None until its first statement says so."""

    @property
    def due(self) -> str:
        """The ref that the next statement must have."""
        # After 1z there is nothing to expect but the other style
        if self.lettered and self._next <= len(_LETTERS):
            return f"{self._area}{_LETTERS[self._next - 1]}"
        return f"{self._area}.{self._next}"

    def check(self, section: Section) -> str:
        """Return the ref in the heading of a statement; report one that is not due."""
        ref = section.title
        match = _REF.fullmatch(ref)
        if not match:
            wrong = f"the heading {named(section)} is not a number alone"
            self._mistakes.add(section.line, wrong, f'"## {self.due}"')
            self._next += 1
            return ref
        if self.lettered is None:
            self.lettered = bool(match[3])
        if ref != self.due:
            self._mistakes.add(section.line, f"statement {ref} comes here", self.due)
        place = int(match[2]) if match[2] else _LETTERS.index(match[3]) + 1
        self._next = max(self._next, place + 1)
        return ref
