r"""Text from people, as Markdown that says exactly that text and nothing else.

CommonMark with GFM tables. Only what would be read as markup is escaped, and only where it would be,
so that the Markdown reads well as it stands. No HTML is written. A parser gives the text back whole:

- a line break is a hard break (two spaces at the end of the line); an empty line ends a paragraph;
  further empty lines are lines with a backslash alone, which is a hard break too;
- white space at the ends of a line, which Markdown would drop, is an entity: `&#32;`.
"""

import re

from frameworks.text import clean_line, clean_text

BREAK = "  \n"
"""A hard break: what follows stands on a line of its own."""

_MARKS = re.compile(r"[\\`*_\[<&~]")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,32};")
_EMPTY_LINES = re.compile(r"(\n{2,})")
_CLOSING = re.compile(r"(^| )(#+)$")

# What begins a block when it begins a line
_MARKER = re.compile(r"(?:[-+]|#{1,6})(?=\s|$)|>")
_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_RULE = re.compile(r"[-:|=][-:|=\s]*$")


def inline(text: str) -> str:
    """Return text for the middle of a line: any white space in it is one space."""
    return _marked(clean_line(text))


def heading(text: str) -> str:
    """Return text for the end of a heading, on one line."""
    return _CLOSING.sub(r"\1\\\2", inline(text))


def cell(text: str) -> str:
    """Return text for a cell of a table, on one line."""
    return inline(text).replace("|", r"\|")


def block(text: str) -> str:
    """Return text for a place where a line begins, with every line, space and empty line of it.

    It may run over several paragraphs; `indented` puts it into a list.
    """
    text = clean_text(text)
    body = text.strip("\n")
    if not body:
        return "&#10;" * len(text)
    before = len(text) - len(text.lstrip("\n"))
    after = len(text) - len(text.rstrip("\n"))
    made = []
    for part in _EMPTY_LINES.split(body):
        if part.startswith("\n"):
            made.append("\n\n" + "\\\n" * (len(part) - 2))
        else:
            made.append(BREAK.join(_line(line) for line in part.split("\n")))
    return "&#10;" * before + "".join(made) + "&#10;" * after


def indented(markdown: str, first: str) -> str:
    """Return Markdown behind a list's marker, its further lines under its first."""
    margin = " " * len(first)
    lines = markdown.split("\n")
    return "\n".join(
        (first if place == 0 else margin if line else "") + line for place, line in enumerate(lines)
    )


def _line(line: str) -> str:
    """Return one line as Markdown: its marks, its beginning and its ends."""
    core = line.strip()
    if not core:
        return _end(line[:1]) + line[1:-1] + _end(line[1:][-1:])
    start = line.index(core)
    before, after = line[:start], line[start + len(core) :]
    return _end(before[:1]) + before[1:] + _begun(core) + after[:-1] + _end(after[-1:])


def _end(space: str) -> str:
    return f"&#{ord(space)};" if space else ""


def _begun(core: str) -> str:
    """Return the text of a line, marked, so that it begins no block."""
    number = _NUMBER.match(core)
    if number:
        return f"{number[1]}\\{_marked(core[number.end() :])}"
    if _MARKER.match(core) or _RULE.match(core):
        return "\\" + _marked(core)
    return _marked(core)


def _marked(text: str) -> str:
    return _MARKS.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    mark, text, place = match[0], match.string, match.start()
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    if _means_something(mark, before, after, text, place):
        return "\\" + mark
    return mark


def _means_something(mark: str, before: str, after: str, text: str, place: int) -> bool:
    """Return whether a character is markup where it stands."""
    match mark:
        case "\\":  # before a letter it is only itself
            return not after.isalnum()
        case "*":  # between spaces it opens and closes nothing
            return not (before == after == " ")
        case "_":  # within a word neither
            return not (before.isalnum() and after.isalnum())
        case "~":  # "~20" could only open, and nothing closes it
            return not (before in ("", " ") and after.isalnum())
        case "<":  # "<5 pupils" is no tag
            return after.isalpha() or after in ("/", "!", "?")
        case "&":  # "R&D" is no entity
            return _ENTITY.match(text, place) is not None
        case _:
            return True
