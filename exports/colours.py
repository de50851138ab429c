"""Colours of a document, and how strongly text in them stands out on white."""

import re

LEAST_CONTRAST = 7.0
"""What text on white must have, by the formula of WCAG 2 (its level AAA)."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def is_colour(text: str) -> bool:
    """Return whether text is a colour such as `#0b4f6c` or `#036`."""
    return _HEX.fullmatch(text) is not None


def six_digits(colour: str) -> str:
    """Return a colour as `#rrggbb`."""
    digits = colour.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def on_white(colour: str) -> float:
    """Return the contrast of a colour with white: 1 (none) to 21 (black)."""
    return 1.05 / (_luminance(colour) + 0.05)


def tint(colour: str, share: float) -> str:
    """Return a colour thinned with white; `share` of it is left (0 to 1)."""
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, ...]:
    digits = six_digits(colour).removeprefix("#")
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))
