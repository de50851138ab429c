"""Pictures of the main screens, drawn by the app itself, for the README."""

import asyncio
import re
import tempfile
from pathlib import Path

import click
from textual.pilot import Pilot

from sessions.demo import build_demos

from .app import ReviewApp
from .places import Places, open_library

SIZE = (80, 24)
_COLUMN = 12.2
"""How wide a character is in a picture, in its own units."""
_INDENTED = re.compile(
    r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)+)(?=[^<&])'
)
"""A text that begins with blanks."""

_PICTURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("library", ("escape",)),
    ("overview", ()),
    ("describe", ("g", *"4.4", "enter")),
    ("judge", ("g", *"1.3", "enter")),
    ("agree", ("home", "y")),
    ("present", ("home", "y", "f4", "left")),
    ("plan", ("l",)),
    ("report", ("r",)),
    ("compare", ("M", "down")),
)
"""Each picture's name, and the keys that lead to its screen from the overview."""


def draw_pictures(folder: str) -> None:
    """Draw each main screen as SVG into a folder, in the dark theme, from the invented demo."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(_draw(target))


async def _draw(target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="inclusion-review-") as name:
        root = Path(name)
        here = Places(root / "library", root / "frameworks", root / "home")
        session = build_demos(open_library(here))
        for picture, keys in _PICTURES:
            app = ReviewApp(here, session, person="Amira Khan")
            async with app.run_test(size=SIZE) as pilot:
                await _press(pilot, keys)
                svg = app.export_screenshot(title="Inclusion Review")
            (target / f"{picture}.svg").write_text(_stable(svg), encoding="utf-8")
            click.echo(f"{target / picture}.svg")


async def _press(pilot: Pilot[int], keys: tuple[str, ...]) -> None:
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
    await pilot.pause(0.5)


def _stable(svg: str) -> str:
    """Return the picture with no address in it and the same names each time it is drawn."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = _INDENTED.sub(_moved, svg)
    # The demo lies in a temporary folder, which is nobody else's.
    return re.sub(
        r"kept&#160;in&#160;[^<]*", "kept&#160;in&#160;your&#160;library&#160;folder", svg
    )


def _moved(found: re.Match[str]) -> str:
    """Begin a text where its first letter is: some programs leave out blanks in front."""
    by = found[5].count("&") * _COLUMN
    x, length = float(found[1]) + by, float(found[3]) - by
    return f'x="{x:g}" {found[2]} textLength="{length:g}"{found[4]}>'
