"""A note says what was seen: of a day that is still to come nobody has seen anything."""

from pathlib import Path

import pytest
from reviews import Panel, library_in, panel_in, refusal

from sessions.notes import Circumstances, add_note, edit_note
from sessions.setup import change_setup
from sessions.view import view


@pytest.fixture
def panel(tmp_path: Path) -> Panel:
    """A panel whose clock says 21 November 2026, some time after nine."""
    return panel_in(library_in(tmp_path))


@pytest.mark.parametrize("typed", ["2026-11-22", "2026-11-22 08:00", "2062-11-20 10:00"])
def test_a_note_of_a_day_to_come_is_refused_with_what_to_write(panel: Panel, typed: str) -> None:
    with refusal(panel.session, "is still to come", "it is 2026-11-21 09:0", "Write the day"):
        add_note(panel.session, panel.amira, "A chart.", [], Circumstances(observed=typed))


def test_a_time_alone_is_of_the_day_of_the_visit(panel: Panel) -> None:
    change_setup(panel.session, panel.fay, date="2026-12-01")
    with refusal(panel.session, "2026-12-01 09:00 is still to come"):
        add_note(panel.session, panel.amira, "A chart.", [], Circumstances(observed="09:00"))
    assert add_note(panel.session, panel.amira, "A chart.") == "AK1"  # now


def test_the_time_of_a_note_cannot_be_mended_to_a_day_to_come(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", [], Circumstances(observed="2026-11-20 10:00"))
    with refusal(panel.session, "is still to come"):
        edit_note(
            panel.session, panel.amira, "AK1", circumstances=Circumstances(observed="2027-01-04")
        )
    edit_note(panel.session, panel.amira, "AK1", circumstances=Circumstances(observed="23:00"))
    found = view(panel.session).note("AK1")
    assert found is not None and found.observed == "2026-11-21 23:00"
