from pathlib import Path

import pytest
from indexed import note
from planned import fill
from reviews import Panel, library_in, panel_in

from sessions.ballots import judge, reveal
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


@pytest.fixture
def panel(library: Library) -> Panel:
    return panel_in(library)


@pytest.fixture
def three_notes(panel: Panel) -> Panel:
    """A session closed, with three notes, each brought to the disk by itself."""
    for text in ("One.", "Two.", "Three."):
        add_note(panel.session, panel.amira, text, ["1.1"])
        panel.session.flush()
    panel.session.close()
    return panel


@pytest.fixture
def planned(panel: Panel) -> Panel:
    """Findings 1 on 1.1 and 2 on 2.1, a key result and an action for each."""
    fill(panel)
    return panel


@pytest.fixture
def noted(library: Library, panel: Panel) -> Panel:
    """A session with two notes, looked at."""
    note(panel, "A heron.")
    note(panel, "Two herons.")
    library.index.look()
    return panel


@pytest.fixture
def revealed(panel: Panel) -> Panel:
    """Two who judged 1.1 otherwise, with their ballots open."""
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    for person, stage in ((panel.amira, "leafing"), (panel.ben, "budding")):
        judge(panel.session, person, "1.1", highlights={stage: "full"}, cites=[("AK1", False)])
    reveal(panel.session, panel.fay, statement="1.1")
    return panel
