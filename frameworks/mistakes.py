"""What is wrong with a pack: collected while it is read, raised together at the end.

A person mends a pack once, not once a mistake, so that the reader goes on after each and every
wording here is plain English: what is wrong, and what was expected.
"""

from frameworks.model import Mistake

_LONGEST_QUOTE = 50


class PackError(ValueError):
    """A pack that cannot be used; `mistakes` says why, in the order of its lines."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(mistake.at("pack") for mistake in self.mistakes)


class Mistakes:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self._found: set[Mistake] = set()

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, line: int, wrong: str, expected: str) -> None:
        """Note that `line` (of the file, from 1) is wrong; a mistake noted twice counts once."""
        self._found.add(Mistake(line, wrong, f"expected {expected}"))

    def in_order(self) -> tuple[Mistake, ...]:
        """Return all of them, first line first."""
        return tuple(sorted(self._found))


def quoted(text: str) -> str:
    """Return `text` in quotation marks, cut short where a message would drown in it."""
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 3].rstrip() + "..."
    return f'"{text}"'


def choice(*texts: str) -> str:
    """Return the texts as people list them: `"a", "b" or "c"`."""
    listed = [quoted(text) for text in texts]
    if len(listed) < 2:
        return "".join(listed)
    return ", ".join(listed[:-1]) + " or " + listed[-1]
