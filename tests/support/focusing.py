"""Where the focus is, without colour: what a person sees on a screen that has none."""

from typing import Any

from seeing import strips
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

Drawn = list[list[tuple[str, bool, bool, bool]]]


def without_colour(app: App[Any], region: Region) -> Drawn:
    """Return what is drawn in a region, each letter with whether it is bold, underlined, reversed."""
    drawn: Drawn = []
    for strip in strips(app)[region.y : region.bottom]:
        letters = [
            (letter, bool(style.bold), bool(style.underline), bool(style.reverse))
            for text, style in ((piece.text, piece.style) for piece in strip)
            for letter in text
            if style is not None
        ]
        drawn.append(letters[region.x : region.right])
    return drawn


async def unseen_focus(pilot: Pilot[Any]) -> list[Widget]:
    """Return the widgets of the screen whose focus cannot be seen, or by colour alone."""
    app, found = pilot.app, []
    for widget in list(app.screen.focus_chain):
        app.screen.set_focus(widget)
        await pilot.pause()
        region = widget.region.intersection(app.screen.region)
        here = without_colour(app, region)
        app.screen.set_focus(None)  # scrolls nothing
        await pilot.pause()
        if not region.area or here == without_colour(app, region):
            found.append(widget)
    return found
