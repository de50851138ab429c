"""A filled-in form as the file that came back: text in whatever encoding, or a document of Word's."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from .errors import Refused
from .reply_forms import YOUR_WORDS, Filled, Trouble, finding_at, read_form

_LARGEST = 64 * 1024 * 1024
"""Bytes that a form may take, unpacked: what is larger nobody filled in."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": "\t", f"{_WORD}noBreakHyphen": "-"}
_LEFT_OUT = {f"{_WORD}{name}" for name in ("p", "pPr", "rPr", "moveFrom")}
"""A text box has paragraphs of its own; what was moved away stands elsewhere."""
_SYMBOLS = dict.fromkeys(("FE", "FC", "FB", "FD", "52", "53", "54"), "x")
"""The signs of the fonts Wingdings that people tick with, by the end of their code."""


def read_form_file(path: Path) -> Filled:
    """Return what stands on the form in a file. Raises Refused for another file, OSError."""
    if path.is_dir():
        raise Refused(f"{path} is a folder; name the form that came back.")
    if path.stat().st_size > _LARGEST:
        raise Refused(f"{path.name} is too large to be a form; name the form that came back.")
    data = path.read_bytes()
    return read_docx_form(data) if data.startswith(b"PK") else read_form(_decoded(data))


def read_docx_form(data: bytes) -> Filled:
    """Return what stands on a form of Word's; its lines are the paragraphs. Raises Refused.

    A row of a table is a line too, where each of its cells is. Comments in the margin are no answers:
    that they are there is told.
    """
    found = list(_lines(_body(data)))
    lines = [text for text, _ in found]
    filled = read_form("\n".join(lines))
    commented = (place for place, (_, has_comment) in enumerate(found) if has_comment)
    told = [
        Trouble(place + 1, ref, _COMMENT)
        for place in commented
        if (ref := finding_at("\n".join(lines[: place + 1]).split("\n")))
    ]
    return msgspec.structs.replace(filled, troubles=(*filled.troubles, *told[:1]))


_COMMENT = (
    f'there is a comment in the margin, and those are not read; write it behind "{YOUR_WORDS}:", and '
    "take the comment out"
)


def _body(data: bytes) -> Any:
    # Here, and not above: it is slow to import, and few calls need it.
    import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise Refused("The form is too large to be read; name the form that came back.")
        return docx.Document(io.BytesIO(data)).element.body
    except (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError, OSError) as error:
        raise Refused(
            "The form cannot be read as a document of Word's; save it as .docx or as plain text, "
            "and try again."
        ) from error


def _lines(body: Any) -> Iterator[tuple[str, bool]]:
    """Yield the text of each paragraph, with what was put in as a tracked change, and if it has a comment."""
    done: set[Any] = set()
    for element in body.iter(f"{_WORD}p", f"{_WORD}tr"):
        inside = [element] if element.tag == f"{_WORD}p" else _only_lines(element)
        if element in done or not inside:
            continue
        done.update(inside)
        comments = any(
            next(one.iter(f"{_WORD}commentReference"), None) is not None for one in inside
        )
        yield "\t".join("".join(_text(one)) for one in inside), comments


def _only_lines(row: Any) -> list[Any]:
    """Return the paragraphs of a table's row, one a cell; none where a cell holds more."""
    cells = [list(cell.iter(f"{_WORD}p")) for cell in row.iter(f"{_WORD}tc")]
    return [cell[0] for cell in cells] if all(len(cell) == 1 for cell in cells) else []


def _text(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag == f"{_WORD}sym":
            yield _SYMBOLS.get((child.get(f"{_WORD}char") or "")[-2:].upper(), "")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _text(child)


def _decoded(data: bytes) -> str:
    """Return the text of a file, whichever editor saved it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
