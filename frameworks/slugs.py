"""Names for machines, made from titles for people."""

import re
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""Lower-case letters and digits, in groups joined by single hyphens."""

_APOSTROPHES = re.compile("['\u2018\u2019]")
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(title: str, otherwise: str) -> str:
    """Return the title as a slug, or `otherwise` where no letter of it can be used."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", title)).casefold()
    ascii_only = "".join(c for c in plain if c.isascii() or not unicodedata.combining(c))
    return _OTHERS.sub("-", ascii_only).strip("-") or otherwise


class Names:
    """Names that are each given out once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, name: str) -> str:
        """Return the name, with the next free number behind it where it is taken: `name-2`."""
        number = self._last.get(name, 0) + 1
        free = name if number == 1 else f"{name}-{number}"
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._last[name] = number
        self._taken.add(free)
        return free
