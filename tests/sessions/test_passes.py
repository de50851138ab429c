"""The gate between describing and judging, and the way back."""

from pathlib import Path

from reviews import Panel, Ticking, copy_over, library_in, panel_in

from sessions.ballots import judge
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.session import Session
from sessions.view import view


def test_every_area_begins_by_being_described(panel: Panel) -> None:
    assert [area.judging for area in view(panel.session).areas] == [False, False, False]


def test_opening_and_reopening_are_logged_with_who_and_why(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    reopen(panel.session, panel.fay, 1, "  A class\nwas missed ")
    open_gate(panel.session, panel.fay, 1)
    area = view(panel.session).area(1)
    assert area is not None
    assert [(gate.by, gate.opened, gate.reason) for gate in area.log] == [
        ("Fay", True, ""),
        ("Fay", False, "A class was missed"),
        ("Fay", True, ""),
    ]
    assert area.judging


def test_the_reviewers_present_are_the_judges(panel: Panel) -> None:
    add_person(panel.session, "Gwen", role="host")
    leave(panel.session, panel.ben)
    open_gate(panel.session, panel.fay, 1)
    assert panel.session.state.judges(1) == (panel.amira,)


def test_without_a_reviewer_who_leads_judges(library: Library) -> None:
    panel = panel_in(library)
    leave(panel.session, panel.amira)
    leave(panel.session, panel.ben)
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.fay, "1.1", outcome="not_enough_evidence")
    assert panel.session.state.judges(1) == (panel.fay,)


def test_the_judges_are_frozen_when_the_gate_opens(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    late = add_person(panel.session, "Cleo Day")
    leave(panel.session, panel.ben)
    change_person(panel.session, panel.amira, role="observer")
    assert panel.session.state.judges(1) == (panel.amira, panel.ben)
    open_gate(panel.session, panel.fay, 2)
    assert panel.session.state.judges(2) == (late,)


def test_opening_again_takes_the_judges_of_that_moment(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    leave(panel.session, panel.ben)
    cleo = add_person(panel.session, "Cleo Day")
    reopen(panel.session, panel.fay, 1, "Ben had to go")
    open_gate(panel.session, panel.fay, 1)
    assert panel.session.state.judges(1) == (panel.amira, cleo)


def test_what_was_judged_is_kept_out_of_sight_and_comes_back(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence", because="No chart")
    reopen(panel.session, panel.fay, 1, "A class was missed")
    statement = view(panel.session, panel.amira).statement("1.1")
    assert statement is not None
    assert statement.judged is None
    open_gate(panel.session, panel.fay, 1)
    statement = view(panel.session, panel.amira).statement("1.1")
    assert statement is not None
    assert statement.judged is not None
    mine = statement.judged.of(panel.amira)
    assert mine is not None
    assert mine.because == "No chart"


# Two machines that do not know of each other


def apart(tmp_path: Path, panel: Panel, clock: Ticking) -> Session:
    """A copy of a session on a second machine, as a synced folder makes it."""
    panel.session.flush()
    library = library_in(tmp_path, "desktop", clock, tmp_path / "synced")
    folder = library.folder / panel.session.id
    folder.mkdir(parents=True)
    for file in panel.session.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return library.open(panel.session.id)


def test_opened_by_one_and_reopened_by_another_at_once_is_described(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    open_gate(panel.session, panel.fay, 1)
    other = apart(tmp_path, panel, clock)
    reopen(panel.session, panel.fay, 1, "A class was missed")
    reopen(other, panel.fay, 1, "A parent came")
    open_gate(other, panel.fay, 1)
    assert other.state.judging(1)
    copy_over(other, panel.session)
    copy_over(panel.session, other)
    for session in (panel.session, other):
        assert not session.state.judging(1)
        assert view(session).areas[0].agreement is None
    # One more act, which has seen both, settles it.
    open_gate(panel.session, panel.fay, 1)
    copy_over(panel.session, other)
    assert other.state.judging(1)


def test_opened_by_two_at_once_is_open_to_the_judges_of_both(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    other = apart(tmp_path, panel, clock)
    leave(other, panel.ben)
    open_gate(other, panel.fay, 1)
    cleo = add_person(panel.session, "Cleo Day")
    open_gate(panel.session, panel.fay, 1)
    copy_over(other, panel.session)
    assert panel.session.state.judging(1)
    assert set(panel.session.state.judges(1)) == {panel.amira, panel.ben, cleo}


def test_a_ballot_written_apart_from_a_reopening_stays_out_of_sight(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    other = apart(tmp_path, panel, clock)
    reopen(panel.session, panel.fay, 1, "A class was missed")
    judge(other, panel.ben, "1.1", outcome="not_enough_evidence", because="Zebra")
    copy_over(other, panel.session)
    for viewer in (None, panel.fay, panel.amira, panel.ben):
        assert "Zebra" not in repr(view(panel.session, viewer))
