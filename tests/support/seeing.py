"""What a person sees: the screen as lines of text, and as coloured pieces."""

import re
from typing import Any

from rich.segment import Segment
from textual.app import App

_BAR = re.compile("^ *[|▏]", re.MULTILINE)


def strips(app: App[Any]) -> list[list[Segment]]:
    """Return what is drawn, line by line, in pieces of one style.

    Textual offers its picture only as SVG; the compositor is where the lines come from.
    """
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def lines(app: App[Any]) -> list[str]:
    """Return the screen as lines of text, without the blanks at their ends."""
    return ["".join(piece.text for piece in strip).rstrip() for strip in strips(app)]


def text(app: App[Any]) -> str:
    """Return the screen as one text."""
    return "\n".join(lines(app))


def flowing(app: App[Any]) -> str:
    """Return the screen with all white space as single blanks, so that wrapping does not matter.

    The bar beside a text that has the focus is no part of it.
    """
    return " ".join(_BAR.sub(" ", text(app)).split())
