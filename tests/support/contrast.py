"""How strongly text stands out, by the formula of WCAG 2, on what an app really draws."""

from typing import Any

from rich.color import Color
from seeing import strips
from textual.app import App


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    triplet = colour.get_truecolor()
    parts = [value / 255 for value in triplet]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_FRAME = set("| ▏▕▌▎▊▋▍▉█▁▂▃▄▅▆▇▔│─┌┐└┘┃━╸╺")  # rules and scrollbars: not text


def weak_text(app: App[Any]) -> set[tuple[str, float]]:
    """Return what is drawn with less than 7:1, with its contrast."""
    weak = set()
    for piece in (piece for strip in strips(app) for piece in strip):
        style = piece.style
        if not set(piece.text) - _FRAME or style is None:
            continue
        assert style.color is not None and style.bgcolor is not None
        assert not style.dim
        front, back = style.color, style.bgcolor
        found = contrast(back, front) if style.reverse else contrast(front, back)
        if found < 7:
            weak.add((piece.text.strip(), round(found, 2)))
    return weak
