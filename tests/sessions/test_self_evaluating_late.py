"""The setting's own view, written or changed once its area is judged, is marked late beside the panel's."""

import pytest
from reviews import Panel

from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.self_evaluating import self_evaluate
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def jo(panel: Panel) -> str:
    return add_person(panel.session, "Jo", role="host")


def say(panel: Panel, jo: str, ref: str, step: str) -> None:
    self_evaluate(panel.session, jo, ref, stages=[step], because="So.")


def late(panel: Panel, jo: str) -> dict[str, bool]:
    return {own.statement: own.late for own in view(panel.session, jo).visit.self_evaluated}


def test_it_is_late_once_the_gate_of_its_area_was_open(panel: Panel, jo: str) -> None:
    for ref in ("1.1", "1.2", "2.1"):
        say(panel, jo, ref, "leafing")
    open_gate(panel.session, panel.fay, 1)
    assert late(panel, jo) == {"1.1": False, "1.2": False, "2.1": False}
    say(panel, jo, "1.1", "fruiting")
    say(panel, jo, "1.2", "leafing")  # as it was: nothing is written
    say(panel, jo, "2.1", "fruiting")
    assert late(panel, jo) == {"1.1": True, "1.2": False, "2.1": False}
    reopen(panel.session, panel.fay, 1, "One more class")
    say(panel, jo, "1.1", "leafing")
    assert late(panel, jo)["1.1"]
    undo(panel.session, jo)
    undo(panel.session, jo)
    undo(panel.session, jo)
    assert late(panel, jo) == {"1.1": False, "1.2": False, "2.1": False}
