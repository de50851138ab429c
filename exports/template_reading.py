"""Reads a school's template: one TOML file. Every mistake in it is found in one reading."""

import base64
import binascii
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from frameworks.mistakes import Mistakes, choice, quoted
from frameworks.text import clean_line
from sessions.errors import Refused

from .colours import LEAST_CONTRAST, is_colour, on_white, six_digits
from .parts import PARTS
from .template import FONTS, Template, TemplateError
from .template_lines import Lines
from .template_logo import Logo, NoLogo, read_logo
from .tree import sayable

_LARGEST = 2_000_000
"""Bytes; a logo in the file itself takes a third more than by itself."""
_LONGEST = 120
"""Characters of a name, a heading or a line."""
_TABLES = {
    "": ("name", "logo", "header", "footer", "order"),
    "colours": ("accent", "heading"),
    "fonts": ("body", "headings"),
}
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,(.*)", re.DOTALL)


def read_file(path: Path) -> Template:
    """Return the template in a file. Raises TemplateError; Refused if there is no such file."""
    if not path.is_file():
        raise Refused(f"There is no file {path}; name a template, a TOML file.")
    mistakes = Mistakes()
    template = _read(path, mistakes)
    if mistakes:
        raise TemplateError(path, mistakes.in_order())
    return template


def _read(path: Path, mistakes: Mistakes) -> Template:
    text = _text(path, mistakes)
    lines = Lines(text)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        mistakes.add(*_syntax(str(error), lines))
        return Template()
    return _Reading(path.parent, lines, mistakes).template(given)


def _text(path: Path, mistakes: Mistakes) -> str:
    data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    if not data.strip():
        size = "at most 2,000 kB of TOML, and something in it"
        mistakes.add(1, "a file that is empty, or too large", size)
        return ""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        mistakes.add(data.count(b"\n", 0, error.start) + 1, "this is not UTF-8", "text in UTF-8")
        return ""


def _syntax(said: str, lines: Lines) -> tuple[int, str, str]:
    """Return the line of a mistake in the TOML itself, what is wrong, and what was expected."""
    found = _AT.search(said)
    line = int(found[1]) if found and found[1] else len(lines)
    what = clean_line(_AT.sub("", said))
    return line, f"this is not TOML: {what}", 'lines such as name = "Our School"'


class _Key(NamedTuple):
    """A key of the file: its table (empty: none), its name and its value."""

    table: str
    name: str
    value: Any

    @property
    def path(self) -> str:
        return f"{self.table}.{self.name}" if self.table else self.name


class _Reading:
    """Reads what a file gives, and notes what is wrong in it."""

    def __init__(self, folder: Path, lines: Lines, mistakes: Mistakes) -> None:
        self._folder = folder
        self._lines = lines
        self._mistakes = mistakes

    def template(self, given: dict[str, Any]) -> Template:
        found: dict[str, Any] = {}
        headings = []
        for key in self._keys(given):
            if key.table == "headings":
                headings.append((key.name, self._words(key)))
            else:
                field, read = self._fields()[key.path]
                value = read(key)
                found |= {field: value} if value else {}
        return Template(headings=tuple(one for one in headings if one[1]), **found)

    def _fields(self) -> dict[str, tuple[str, Callable[[_Key], Any]]]:
        """Return what reads each key, and the template's field for it."""
        return {
            "name": ("name", self._words),
            "logo": ("logo", self._logo),
            "header": ("header", self._words),
            "footer": ("footer", self._words),
            "order": ("order", self._order),
            "colours.accent": ("accent", self._colour),
            "colours.heading": ("heading", self._colour),
            "fonts.body": ("body_font", self._font),
            "fonts.headings": ("heading_font", self._font),
        }

    def _keys(self, given: dict[str, Any]) -> Iterator[_Key]:
        """Yield the keys that a template may have; the others are mistakes."""
        tables = ("colours", "fonts", "headings")
        for name, value in given.items():
            if name in tables and isinstance(value, dict):
                known = _TABLES.get(name, tuple(PARTS))
                for inner, text in value.items():
                    yield from self._known(_Key(name, inner, text), known)
            elif name in tables:
                self._add(name, f"{name} is no table", f"a line [{name}] with keys below it")
            else:
                yield from self._known(_Key("", name, value), _TABLES[""], tables)

    def _known(
        self, key: _Key, known: tuple[str, ...], tables: tuple[str, ...] = ()
    ) -> Iterator[_Key]:
        if key.name in known:
            yield key
            return
        what = "there is no part" if key.table == "headings" else "there is no key"
        within = f" in [{key.table}]" if key.table and key.table != "headings" else ""
        every = choice(*known, *(f"[{table}]" for table in tables))
        self._add(key.path, f"{what} {quoted(clean_line(key.name))}{within}", every)

    def _add(self, path: str, wrong: str, expected: str) -> None:
        self._mistakes.add(self._lines.of(path), wrong, expected)

    # What stands behind a key

    def _words(self, key: _Key) -> str:
        """Return a line of words."""
        if not isinstance(key.value, str):
            self._add(key.path, f"{key.path} is no text", "words in quotation marks")
            return ""
        line = sayable(clean_line(key.value))
        if not line:
            self._add(key.path, f"{key.path} says nothing", "words, or no such line at all")
        elif len(line) > _LONGEST:
            long = f"{key.path} is too long ({len(line)} characters)"
            self._add(key.path, long, f"at most {_LONGEST}")
        return line

    def _colour(self, key: _Key) -> str:
        text = key.value if isinstance(key.value, str) else ""
        if not is_colour(text):
            wrong = f"{key.path} is no colour: {quoted(clean_line(str(key.value)))}"
            self._add(key.path, wrong, "one such as #0b5563")
            return ""
        contrast = on_white(text)
        if contrast < LEAST_CONTRAST:
            shown = int(contrast * 10) / 10  # never rounded up to what is needed
            wrong = f"{key.path} {text} is too light to read on white: its contrast is {shown}:1"
            self._add(key.path, wrong, "a darker colour, of at least 7:1")
        return six_digits(text)

    def _font(self, key: _Key) -> str:
        names = {font.casefold(): font for font in FONTS}
        font = names.get(clean_line(str(key.value)).casefold(), "")
        if not font:
            wrong = f"{key.path} is no font that we know everybody has"
            self._add(key.path, wrong, choice(*FONTS))
        return font

    def _order(self, key: _Key) -> tuple[str, ...]:
        if not isinstance(key.value, list):
            self._add("order", "order is no list", 'one such as ["facts", "headline"]')
            return ()
        seen: list[str] = []
        for part in key.value:
            name = str(part)
            line = self._lines.of_text("order", name, seen.count(name))
            if name not in PARTS or not isinstance(part, str):
                wrong = f"there is no part {quoted(clean_line(name))}"
                self._mistakes.add(line, wrong, choice(*PARTS))
            elif name in seen:
                wrong = f"the part {quoted(name)} stands here a second time"
                self._mistakes.add(line, wrong, "each part once")
            seen.append(name)
        return tuple(seen)

    # The logo

    def _logo(self, key: _Key) -> Logo | None:
        try:
            return read_logo(self._picture(key.value))
        except NoLogo as error:
            self._add(key.path, error.wrong, error.expected)
            return None

    def _picture(self, value: object) -> bytes:
        """Return the bytes of the picture: in the file itself, or in one beside it."""
        beside = "the name of a PNG, JPEG or SVG file beside the template"
        if not isinstance(value, str) or not value.strip():
            raise NoLogo("logo is no text", beside)
        if value.startswith("data:"):
            return _embedded(value)
        if Path(value).name != value or "\\" in value or value.startswith("."):
            raise NoLogo(f"the logo {quoted(clean_line(value))} is not beside the template", beside)
        path = self._folder / value
        if not path.is_file():
            raise NoLogo(
                f"there is no logo {quoted(clean_line(value))} beside the template", beside
            )
        with path.open("rb") as file:
            return file.read(_LARGEST)


def _embedded(value: str) -> bytes:
    found = _EMBEDDED.fullmatch(value)
    expected = "data:image/png;base64, and the picture in base64 (or image/jpeg, image/svg+xml)"
    try:
        return base64.b64decode("".join(found[1].split()), validate=True) if found else b""
    except binascii.Error:
        raise NoLogo("the logo's data is not base64", expected) from None
