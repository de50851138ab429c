"""The gate between describing and judging, and the way back."""

from pathlib import Path

from reviews import Panel, Ticking, copy_over, library_in, panel_in, refusal

from sessions.ballots import judge, reveal
from sessions.excusing import excuse
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


# A declared interest


def test_who_has_declared_an_interest_does_not_judge_the_areas_it_concerns(panel: Panel) -> None:
    change_person(panel.session, panel.ben, interest="Governor here", interest_areas=(1,))
    for area in (1, 2):
        open_gate(panel.session, panel.fay, area)
    assert panel.session.state.judges(1) == (panel.amira,)
    assert panel.session.state.judges(2) == (panel.amira, panel.ben)
    with refusal(panel.session, "Ben Orr has declared an interest in area 1", "are Amira Khan"):
        judge(panel.session, panel.ben, "1.1", outcome="not_enough_evidence")


def test_an_interest_that_names_no_area_concerns_all(panel: Panel) -> None:
    change_person(panel.session, panel.ben, interest="Governor here")
    for area in (1, 2, 3):
        open_gate(panel.session, panel.fay, area)
        assert panel.session.state.judges(area) == (panel.amira,)


def test_an_interest_declared_later_counts_from_the_next_gate_on(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    change_person(panel.session, panel.ben, interest="Governor here")
    judge(panel.session, panel.ben, "1.1", outcome="not_enough_evidence")
    assert panel.session.state.judges(1) == (panel.amira, panel.ben)
    open_gate(panel.session, panel.fay, 2)
    assert panel.session.state.judges(2) == (panel.amira,)
    reopen(panel.session, panel.fay, 1, "An interest was declared")
    open_gate(panel.session, panel.fay, 1)
    assert panel.session.state.judges(1) == (panel.amira,)


def test_where_every_reviewer_has_an_interest_who_leads_judges_or_nobody(panel: Panel) -> None:
    for person in (panel.amira, panel.ben):
        change_person(panel.session, person, interest="Governor here")
    open_gate(panel.session, panel.fay, 1)
    assert panel.session.state.judges(1) == (panel.fay,)
    change_person(panel.session, panel.fay, interest="Adviser here", interest_areas=(2,))
    with refusal(panel.session, "Nobody is left to judge area 2", "Fay, Amira Khan, Ben Orr"):
        open_gate(panel.session, panel.fay, 2)


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


def test_an_excuse_and_a_ballot_written_apart_both_stand(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    open_gate(panel.session, panel.fay, 1)
    other = apart(tmp_path, panel, clock)
    excuse(panel.session, panel.fay, 1, panel.ben, "Called away")
    judge(other, panel.ben, "1.1", outcome="not_enough_evidence", because="Zebra")
    judge(other, panel.amira, "1.1", outcome="not_enough_evidence")
    copy_over(other, panel.session)
    copy_over(panel.session, other)
    for session in (panel.session, other):
        assert session.state.to_come("1.1") == []
        assert session.state.to_come("1.2") == [panel.amira]
        assert "Zebra" not in repr(view(session, panel.amira))
    reveal(panel.session, panel.fay, statement="1.1")
    assert "Zebra" in repr(view(panel.session, panel.amira))


def test_an_excuse_written_apart_from_a_reopening_excuses_nobody_behind_the_new_gate(
    tmp_path: Path,
) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    open_gate(panel.session, panel.fay, 1)
    other = apart(tmp_path, panel, clock)
    excuse(other, panel.fay, 1, panel.ben, "Called away")
    reopen(panel.session, panel.fay, 1, "A class was missed")
    open_gate(panel.session, panel.fay, 1)
    copy_over(other, panel.session)
    assert panel.session.state.to_come("1.1") == [panel.amira, panel.ben]
