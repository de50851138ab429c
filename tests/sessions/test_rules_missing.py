"""What does not exist is refused in a line that says so, and nothing is changed by it."""

from collections.abc import Callable

import pytest
from reviews import Panel, panel_in, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.library import Library
from sessions.notes import Circumstances, add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import change_person, find_person
from sessions.setup import change_setup
from sessions.undo import undo


def test_a_source_that_does_not_exist_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "no source called rumour", "observation", "learner-voice"):
        add_note(panel.session, panel.amira, "A chart.", [], Circumstances(source="rumour"))


def test_a_statement_that_does_not_exist_is_refused(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    acts: tuple[Callable[[], object], ...] = (
        lambda: add_note(panel.session, panel.amira, "A chart.", ["1.1", "9.9"]),
        lambda: file_note(panel.session, panel.amira, "AK1", ["9.9"]),
        lambda: file_note(panel.session, panel.amira, "AK1", [], ["9.9"]),
        lambda: judge(panel.session, panel.amira, "9.9", outcome="not_enough_evidence"),
        lambda: reveal(panel.session, panel.fay, statement="9.9"),
        lambda: agree(panel.session, panel.fay, statement="9.9", because="So"),
    )
    for act in acts:
        with refusal(panel.session, "no statement 9.9 in Little Framework", "1.1 to 3.1"):
            act()


def test_an_area_that_does_not_exist_is_refused(panel: Panel) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: open_gate(panel.session, panel.fay, 9),
        lambda: reopen(panel.session, panel.fay, 9, "Because"),
        lambda: reveal(panel.session, panel.fay, area=9),
        lambda: agree(panel.session, panel.fay, area=9, because="So"),
        lambda: change_setup(panel.session, panel.fay, areas=(1, 9)),
        lambda: change_person(panel.session, panel.fay, leads=(9,)),
    )
    for act in acts:
        with refusal(panel.session, "no area 9", "areas 1"):
            act()


def test_what_is_outside_the_review_is_refused(library: Library) -> None:
    panel = panel_in(library, areas=(2,))
    with refusal(panel.session, "Statement 1.1 is outside this review", "covers area 2"):
        add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    with refusal(panel.session, "Area 1 is outside this review", "covers area 2"):
        open_gate(panel.session, panel.fay, 1)


@pytest.mark.parametrize("called", ["Zoe", "", "\x1b[31mZoe\n"])
def test_a_person_who_does_not_exist_is_refused(panel: Panel, called: str) -> None:
    with refusal(panel.session, "nobody called", "Fay, Amira Khan, Ben Orr"):
        find_person(panel.session.state, called)


@pytest.mark.parametrize("ref", ["AK9", "", "1.1", "\x1b]0;\x07"])
def test_a_note_that_does_not_exist_is_refused(panel: Panel, ref: str) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: edit_note(panel.session, panel.amira, ref, "New."),
        lambda: file_note(panel.session, panel.amira, ref, ["1.1"]),
        lambda: delete_note(panel.session, panel.amira, ref),
    )
    for act in acts:
        with refusal(panel.session, "There is no note"):
            act()


@pytest.mark.parametrize("observed", ["yesterday", "25:00", "2026-02-30", "2026-11-21T10:40Z"])
def test_a_moment_that_does_not_exist_is_refused(panel: Panel, observed: str) -> None:
    with refusal(panel.session, "is not a time", "10:40"):
        add_note(panel.session, panel.amira, "A chart.", [], Circumstances(observed=observed))


@pytest.mark.parametrize("text", ["", "  ", "\n\n", "\t"])
def test_an_empty_note_is_refused(panel: Panel, text: str) -> None:
    with refusal(panel.session, "The note is empty"):
        add_note(panel.session, panel.amira, text)
    add_note(panel.session, panel.amira, "A chart.")
    with refusal(panel.session, "The note is empty"):
        edit_note(panel.session, panel.amira, "AK1", text)


def test_taking_a_note_from_where_it_is_not_is_refused(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    with refusal(panel.session, "AK1 is not filed under 1.2"):
        file_note(panel.session, panel.amira, "AK1", ["2.1"], ["1.2"])
    with refusal(panel.session, "cannot be filed under 1.1 and taken from it at once"):
        file_note(panel.session, panel.amira, "AK1", ["1.1"], ["1.1"])


def test_undo_without_an_act_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "last act of Ben Orr was to join", "leave the session"):
        undo(panel.session, panel.ben)
