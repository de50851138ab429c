"""Every screen, as it was last looked at and found good, at 80x24 and 120x40; and its contrast
in every theme.

`UPDATE_SNAPSHOTS=1` writes them anew; look at each before it is committed.
"""

import os
import re
from pathlib import Path

import pytest
from contrast import weak_text
from house import USUAL, WIDE, a_quiet_clock, app_on
from seeing import lines
from tour import STOPS, go, session_for

from tui.app import ReviewApp
from tui.themes import CONTRAST, LIGHT

HERE = Path(__file__).parent / "snapshots"


def seen(app: ReviewApp) -> str:
    """Return the screen without what differs from run to run: folders, how far it has scrolled."""
    shown = "\n".join(lines(app)) + "\n"
    shown = re.sub("[▁▂▃▄▅▆▇] *$", "", shown, flags=re.MULTILINE)  # the end of a scrollbar's thumb
    shown = re.sub(" +$", "", shown, flags=re.MULTILINE)
    shown = re.sub(r"(Sessions are kept in )\S.*", r"\1FOLDER", shown)
    return re.sub(r"\S*(hollin-bank-primary-2026-11-20-report\.md)", r"\1", shown)


def compare(app: ReviewApp, name: str, size: tuple[int, int]) -> None:
    """Compare the screen with its snapshot, or write that anew."""
    file = HERE / f"{name.replace(' ', '-')}-{size[0]}x{size[1]}.screen"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        HERE.mkdir(exist_ok=True)
        file.write_text(seen(app), encoding="utf-8")
    assert seen(app) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STOPS)
async def test_the_screen_is_as_it_was_and_stands_out_in_every_theme(
    tmp_path: Path, name: str
) -> None:
    app = app_on(tmp_path, session_for(tmp_path, name))
    app.desk.clock = a_quiet_clock
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, name)
        while STOPS[name].saves and not app.desk.saved_at:
            await pilot.pause()
        assert app.desk.saver.wait(5)
        await pilot.pause()
        compare(app, name, USUAL)
        assert weak_text(app) == set()
        for theme in (LIGHT, CONTRAST):
            app.theme = theme
            await pilot.pause()
            assert weak_text(app) == set()
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        compare(app, name, WIDE)
