"""What has no room ends with a mark, and the facilitator's script is always read whole."""

from pathlib import Path

import pytest
from cut_off import cut_off, drawn
from house import NARROW, USUAL, a_session, app_on
from panels import FACILITATOR, a_panel
from seeing import flowing, text
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from screens import script
from screens.script import Cue
from screens.symbols import Symbols
from screens.widgets.cue_lines import CueLines
from screens.widgets.line_field import LineField

CUES = [cue for cue in vars(script).values() if isinstance(cue, Cue)]


class Small(App[None]):
    """Two fields and the script, alone."""

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield LineField("", "a place, or a class", "hint")
        yield LineField("what the review is for, and how families are heard", "", "value")
        yield CueLines(Symbols())


@pytest.mark.parametrize("mark", ["…", "..."])
async def test_a_line_says_at_which_end_there_is_more(mark: str) -> None:
    app = Small()
    app.set_class(mark == "...", "-ascii")
    async with app.run_test(size=(16, 10)) as pilot:
        for field in app.query(LineField):
            field.styles.width = 12
        app.set_focus(None)
        await pilot.pause()
        hint, value = text(app).split("\n")[:2]
        assert hint == "a place, or a class"[: 12 - len(mark)] + mark
        app.query_one("#value", LineField).focus()
        await pilot.press("end")
        end = text(app).split("\n")[1]
        assert end.startswith(mark) and end.rstrip().endswith("heard")
        await pilot.press("home")
        assert text(app).split("\n")[1].endswith(mark)
        assert value.endswith(mark) or value.startswith(mark)
        await pilot.press("delete")
        assert app.query_one("#value", LineField).value.startswith("hat the review")


@pytest.mark.parametrize("cue", CUES)
async def test_the_script_is_read_whole(cue: Cue) -> None:
    app = Small()
    async with app.run_test(size=NARROW) as pilot:
        app.query_one(CueLines).show(cue, NARROW[0])
        await pilot.pause()
        assert cue.say in flowing(app) and cue.watch in flowing(app)
        assert app.query_one(CueLines).size.height <= 4


async def at(pilot: Pilot[int], *keys: str) -> list[str]:
    """Return what is cut off on the screen to which keys lead from the overview."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return list(cut_off(pilot.app))


@pytest.mark.parametrize("size", [USUAL, NARROW])
@pytest.mark.parametrize("plain", [False, True])
async def test_nothing_ends_without_a_mark_for_a_facilitator(
    tmp_path: Path, size: tuple[int, int], *, plain: bool
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person=FACILITATOR, ascii_only=plain)
    async with app.run_test(size=size) as pilot:
        assert await at(pilot, "home", "d", "S") == []
        assert await at(pilot, "p") == []
        if size == NARROW:
            await pilot.press("tab")
        pane = " ".join(drawn(app, app.screen.query_one("#evidence-pane").content_region))
        assert "y: open the ballots early, or excuse a judge." in " ".join(pane.split())
        assert await at(pilot, "y") == []
        pane = " ".join(drawn(app, app.screen.query_one("#spread").content_region))
        assert "Ben Orr, Carys Pugh to come" in " ".join(pane.split())
        assert await at(pilot, "r") == []
        assert await at(pilot, "escape", "q") == []


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_nothing_ends_without_a_mark_in_a_form(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=size) as pilot:
        assert await at(pilot, "d") == []
        assert await at(pilot, "escape", "s") == []
        assert await at(pilot, "escape", "escape") == []
