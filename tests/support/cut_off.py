"""Texts that end without a mark because there is no room for the rest: as nobody is to meet them."""

from collections.abc import Iterator
from typing import Any

from seeing import strips
from textual.app import App
from textual.containers import ScrollableContainer
from textual.geometry import Region
from textual.widgets import Input, Static

MARKS = ("…", "...")


def cut_off(app: App[Any]) -> Iterator[str]:
    """Yield each text on the screen that is longer than its place, and does not say so.

    What is in a place that scrolls is not cut off, nor is a list, which scrolls too.
    """
    for widget in app.screen.query(Static):
        region = widget.content_region
        if widget.display and region.area and not _scrolls(widget) and _is_longer(widget):
            shown = drawn(app, region)[-1]
            if not shown.endswith(MARKS):
                yield f"{widget} ends with {shown!r}"
    for field in app.screen.query(Input):
        region = field.content_region.intersection(app.screen.region)
        text = field.value or field.placeholder
        if field.display and region.area and not field.has_focus and len(text) > region.width:
            shown = drawn(app, region)[0]
            if not (shown.endswith(MARKS) or shown.startswith(MARKS)):
                yield f"{field} shows {shown!r}"


def _is_longer(widget: Static) -> bool:
    size = widget.content_size
    needed = widget.get_content_height(widget.size, widget.app.size, size.width)
    return needed > size.height


def _scrolls(widget: Static) -> bool:
    return any(isinstance(node, ScrollableContainer) for node in widget.ancestors)


def drawn(app: App[Any], region: Region) -> list[str]:
    """Return what is drawn in a region, line by line."""
    rows = ["".join(piece.text for piece in strip) for strip in strips(app)]
    return [row[region.x : region.right].strip() for row in rows[region.y : region.bottom]]
