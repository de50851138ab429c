"""A school's logo: a picture that a document can carry inside itself."""

import re
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_LOGO = 500_000
"""Bytes. It is in every document, and documents are sent by email."""
_LONGEST_SIDE = 5_000
"""Pixels."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:image/|[\s\"'])", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)")


class Logo(msgspec.Struct, frozen=True):
    """A picture, and its size in pixels."""

    kind: Literal["png", "jpeg", "svg+xml"]
    data: bytes
    width: int
    height: int


class NoLogo(ValueError):
    """Bytes that are no picture for a document: what is wrong, and what was expected."""

    def __init__(self, wrong: str, expected: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.expected = expected


def read_logo(data: bytes) -> Logo:
    """Return the logo in these bytes. Raises NoLogo."""
    if len(data) > LARGEST_LOGO:
        size, most = len(data) // 1000, LARGEST_LOGO // 1000
        raise NoLogo(f"the logo is too large ({size:,} kB)", f"at most {most:,} kB")
    if data.startswith(_PNG):
        return _sized("png", data, *_png_size(data))
    if data.startswith(_JPEG):
        return _sized("jpeg", data, *_jpeg_size(data))
    if b"<svg" in data[:2_000]:
        return _svg(data)
    raise NoLogo("the logo is no picture that a document can hold", "PNG, JPEG or SVG")


def _sized(kind: Literal["png", "jpeg"], data: bytes, width: int, height: int) -> Logo:
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        raise NoLogo(
            "the logo's file is damaged, or its picture too large",
            f"a picture of at most {_LONGEST_SIDE:,} pixels a side",
        )
    return Logo(kind, data, width, height)


def _png_size(data: bytes) -> tuple[int, int]:
    whole = data[12:16] == b"IHDR" and b"IEND" in data[-16:]
    return (
        (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
        if whole
        else (0, 0)
    )


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return the size that a JPEG's frame gives; (0, 0): it has none."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        mark, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = data[place + 5 : place + 7], data[place + 7 : place + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        place += 2 + length
    return 0, 0


# SVG: a picture as text, which may do more than show something


def _svg(data: bytes) -> Logo:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # it may unfold to any length
        raise NoLogo("the logo declares a document type", "an SVG without <!DOCTYPE>")
    # Here, and not above: few templates have such a logo.
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError):
        raise NoLogo("the logo is no SVG that can be read", "a whole SVG file") from None
    for element in root.iter():
        _check(element)
    width, height = _svg_size(root)
    return Logo("svg+xml", data, width, height)


_NOT_WHOLE = ("the logo points to something outside it", "an SVG that is whole")


def _check(element: "Element") -> None:
    name = str(element.tag).rpartition("}")[2].lower()
    if name in ("script", "foreignobject"):
        raise NoLogo("the logo holds a program", "an SVG that only draws")
    for attribute, value in element.items():
        kind = attribute.rpartition("}")[2].lower()
        if kind.startswith("on"):
            raise NoLogo("the logo holds a program", "an SVG that only draws")
        if kind == "href" and not value.startswith(("#", "data:image/")):
            raise NoLogo(*_NOT_WHOLE)
    styles = (element.text or "") if name == "style" else ""
    if any(_OUTSIDE.search(text) for text in (styles, *element.attrib.values())):
        raise NoLogo(*_NOT_WHOLE)


def _svg_size(root: "Element") -> tuple[int, int]:
    sides = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
    if all(sides) and not any("%" in root.get(name, "") for name in ("width", "height")):
        width, height = (float(side[1]) for side in sides if side)
    else:
        box = root.get("viewBox", "").replace(",", " ").split()
        width, height = (
            (float(box[2]), float(box[3]))
            if len(box) == 4 and all(_NUMBER.fullmatch(number) for number in box[2:])
            else (100.0, 100.0)
        )
    return max(round(width), 1), max(round(height), 1)
