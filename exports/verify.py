"""Looks at an export once it is written: whether what lies on the disk is whole, and holds what it must.

A full disk, a folder that is synced or a program that watches it may leave less than was written. It
is found here, before anybody passes the file on.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from sessions.errors import Refused
from sessions.seen import SessionView

from .formats import FORMATS
from .verify_html import check_html
from .verifying import NotWhole

_WHOLE = frozenset({"markdown", "html", "docx", "json"})
"""The formats of the full report, which holds every statement in scope."""
_TOKEN = re.compile(r"[\w.-]+")


def verify(name: str, path: Path, seen: SessionView, refs: Iterable[str] | None = None) -> None:
    """Raise Refused, saying what is wrong, if the file of the format of that name is not whole.

    `refs`: as in `wrong_with`.
    """
    wrong = wrong_with(name, path, seen, refs)
    if wrong:
        raise _refused(path, wrong)


def wrong_with(name: str, path: Path, seen: SessionView, refs: Iterable[str] | None = None) -> str:
    """Return what is wrong with the file of the format of that name; empty: it is whole.

    `refs`: the statements that it must hold; None: all in scope for the full report, none for others.
    """
    try:
        data = path.read_bytes()
        if not data.strip():
            raise NotWhole("there is nothing in it")
        said = _CHECKS[FORMATS[name].ending](data)
        if refs is None:
            refs = (s.ref for area in seen.areas for s in area.statements) if name in _WHOLE else ()
        _check_refs(said, refs)
    except OSError as error:
        return f"it cannot be read ({error.strerror or error})"
    except NotWhole as error:
        return str(error)
    return ""


def _refused(path: Path, wrong: str) -> Refused:
    return Refused(
        f"{path} was written and looked at again, and is not whole: {wrong}. Do not pass it on; "
        "write it once more, or to another folder."
    )


def _check_refs(said: str, refs: Iterable[str]) -> None:
    found = {token.strip(".-") for token in _TOKEN.findall(said)}
    missing = [ref for ref in refs if ref not in found and (_is_token(ref) or ref not in said)]
    if missing:
        raise NotWhole(f"it lacks the statement{'s' * (len(missing) > 1)} {', '.join(missing)}")


def _is_token(ref: str) -> bool:
    """Return whether a ref is found as a whole: `1.1` does not stand in `1.10`."""
    return _TOKEN.fullmatch(ref) is not None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotWhole("there is something in it that is no text") from None


# A format each: all that it says, or what is wrong with it


def _markdown(data: bytes) -> str:
    from .tree import Heading, words_of
    from .tree_reading import read_tree

    text = _text(data)
    if not text.endswith("\n"):
        raise NotWhole("it ends in the middle of a line")
    document = read_tree(text, "")
    first = document.blocks[0]
    if not isinstance(first, Heading) or first.anchor == "part-0":
        raise NotWhole("it does not begin with its title")
    return words_of(document)


def _html(data: bytes) -> str:
    return check_html(_text(data))


def _word(data: bytes) -> str:
    import docx
    from docx.oxml.ns import qn

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            damaged = parts.testzip()
        body = docx.Document(io.BytesIO(data)).element.body
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError):
        raise NotWhole("it is no Word document that can be opened") from None
    if damaged:
        raise NotWhole("a part of it is damaged")
    said = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return "\n".join(said)


def _csv(data: bytes) -> str:
    text = _text(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise NotWhole("it ends in the middle of a cell") from None
    if len({len(row) for row in rows}) != 1:
        raise NotWhole("its rows do not have the same number of cells")
    return text


def _json(data: bytes) -> str:
    text = _text(data)
    try:
        json.loads(text)
    except ValueError:
        raise NotWhole("it is no JSON that can be read") from None
    return text


def _calendar(data: bytes) -> str:
    text = _text(data)
    lines = text.replace("\r\n ", "").split("\r\n")
    open_ones: list[str] = []
    for line in lines:
        kind, _, name = line.partition(":")
        if kind == "BEGIN":
            open_ones.append(name)
        elif kind == "END" and (not open_ones or open_ones.pop() != name):
            raise NotWhole("an entry in it has an end and no beginning")
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2:] != ["END:VCALENDAR", ""] or open_ones:
        raise NotWhole("it does not hold a calendar from its beginning to its end")
    return text


_CHECKS: dict[str, Callable[[bytes], str]] = {
    "md": _markdown,
    "html": _html,
    "docx": _word,
    "csv": _csv,
    "json": _json,
    "ics": _calendar,
}
"""By the ending that the files of a format have."""
