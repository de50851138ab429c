"""Where in a TOML file something stands: the standard library's reader does not say."""

import re

_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-])+)\s*=""")
_QUOTES = str.maketrans("", "", "\"' ")


class Lines:
    """The lines of a file, and the keys that they give."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._keys: dict[str, int] = {}
        table = ""
        for number, line in enumerate(self._lines, 1):
            if found := _TABLE.match(line):
                table = found[1].translate(_QUOTES)
                self._keys.setdefault(table, number)
            elif found := _KEY.match(line):
                key = found[1].translate(_QUOTES)
                self._keys.setdefault(f"{table}.{key}" if table else key, number)

    def __len__(self) -> int:
        return len(self._lines)

    def of(self, key: str) -> int:
        """Return the line, from 1, of a key such as `name` or `colours.accent`."""
        first, dot, rest = key.partition(".")
        return self._keys.get(key) or (self._keys.get(first, 1) if dot or rest else 1)

    def of_text(self, key: str, text: str, again: int = 0) -> int:
        """Return the line on which a text stands in the list of a key, for the n-th time."""
        begun = self.of(key)
        quoted = re.compile(f"[\"']{re.escape(text)}[\"']")
        for number in range(begun, len(self._lines) + 1):
            found = len(quoted.findall(self._lines[number - 1]))
            if again < found:
                return number
            again -= found
        return begun
