"""Notes: what they keep, what people call them, who sees them, and when they are late."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reviews import Panel, Ticking, copy_over, library_in, panel_in, refusal

from sessions.library import Library
from sessions.notes import Circumstances, add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.records import SOURCES
from sessions.seen import NoteView
from sessions.session import Session
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


def note(panel: Panel, ref: str, viewer: str | None = None) -> NoteView:
    found = view(panel.session, viewer).note(ref)
    assert found is not None
    return found


def second_machine(tmp_path: Path, panel: Panel, clock: Ticking, name: str = "desktop") -> Session:
    """Open the session on another machine that shares the library."""
    panel.session.flush()
    return library_in(tmp_path, name, clock).open(panel.session.id)


# What a note keeps


def test_a_note_keeps_its_circumstances(panel: Panel) -> None:
    add_note(
        panel.session,
        panel.amira,
        "Two of five named an adult.",
        ["2.1", "1.1", "2.1"],
        Circumstances("learner-voice", " Y5\troom ", "2026-11-20 10:40", "Year 5", "DOC 3"),
    )
    found = note(panel, "AK1")
    assert found.text == "Two of five named an adult."
    assert (found.source, found.source_name) == ("learner-voice", "learner voice")
    assert (found.where, found.group, found.document) == ("Y5 room", "Year 5", "DOC 3")
    assert found.observed == "2026-11-20 10:40"
    assert found.statements == ("1.1", "2.1")
    assert found.by == "Amira Khan"


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_type_is_taken(panel: Panel, source: str) -> None:
    add_note(panel.session, panel.amira, "A chart.", [], Circumstances(source=source))
    assert note(panel, "AK1").source == source


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", "2026-11-21 09:"),
        ("10:40", "2026-11-21 10:40"),
        ("8.05", "2026-11-21 08:05"),
        ("2026-11-20", "2026-11-20 00:00"),
        (" 2026-11-20  10:40 ", "2026-11-20 10:40"),
    ],
)
def test_the_time_observed_is_read_as_people_type_it(panel: Panel, typed: str, kept: str) -> None:
    add_note(panel.session, panel.amira, "A chart.", [], Circumstances(observed=typed))
    assert note(panel, "AK1").observed.startswith(kept)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("abc\u202edef", "abc\ufffddef"),
        ("lone \udcff", "lone \ufffd"),
        ("[/] [bold]x[/bold] 👩🏽‍🏫", "[/] [bold]x[/bold] 👩🏽‍🏫"),
        ("\n\n  indented\n", "  indented"),
    ],
)
def test_text_is_cleaned_on_the_way_in(panel: Panel, text: str, kept: str) -> None:
    add_note(panel.session, panel.amira, text)
    assert note(panel, "AK1").text == kept


def test_a_note_of_a_hundred_kilobytes_is_kept_whole(library: Library) -> None:
    panel = panel_in(library)
    text = "Zwölf Kinder. " * 8000
    add_note(panel.session, panel.amira, text)
    panel.session.close()
    again = view(library.open(panel.session.id)).note("AK1")
    assert again is not None
    assert again.text == text


def test_a_note_under_no_statement_is_in_the_inbox_until_it_is_filed(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    assert [found.ref for found in view(panel.session).inbox] == ["AK1"]
    file_note(panel.session, panel.ben, "AK1", ["1.1"])
    assert view(panel.session).inbox == ()
    statement = view(panel.session).statement("1.1")
    assert statement is not None
    assert [found.ref for found in statement.evidence] == ["AK1"]


def test_filing_it_again_writes_nothing(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    edition = panel.session.records.edition
    file_note(panel.session, panel.amira, "AK1", ["1.1"])
    assert panel.session.records.edition == edition


# Refs


def test_refs_count_for_each_person(panel: Panel) -> None:
    refs = [
        add_note(panel.session, person, "A chart.")
        for person in (panel.amira, panel.amira, panel.ben, panel.fay, panel.amira)
    ]
    assert refs == ["AK1", "AK2", "BO1", "F1", "AK3"]


def test_a_deleted_notes_ref_is_never_given_again(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    delete_note(panel.session, panel.amira, "AK1")
    assert add_note(panel.session, panel.amira, "A plan.") == "AK2"


def test_a_note_keeps_its_ref_whoever_edits_it(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    edit_note(panel.session, panel.ben, "ak1", "Two charts.")
    found = note(panel, "AK1")
    assert (found.text, found.by) == ("Two charts.", "Amira Khan")


def test_a_ref_follows_a_changed_tag(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    change_person(panel.session, panel.amira, tag="zz")
    assert note(panel, "ZZ1").text == "A chart."


def test_a_second_device_has_a_letter_of_its_own_for_good(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    assert add_note(panel.session, panel.amira, "A chart.") == "AK1"
    other = second_machine(tmp_path, panel, clock)
    assert add_note(other, panel.amira, "A plan.") == "AKb1"
    other.close()
    third = second_machine(tmp_path, panel, clock, "tablet")
    assert add_note(third, panel.amira, "A talk.") == "AKc1"
    again = second_machine(tmp_path, panel, clock)
    assert add_note(again, panel.amira, "A lesson.") == "AKb2"


def test_there_is_a_letter_for_the_thirtieth_device(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    refs = []
    for number in range(30):
        with second_machine(tmp_path, panel, clock, f"machine-{number}") as other:
            refs.append(add_note(other, panel.amira, "A chart."))
    assert refs[:2] == ["AKb1", "AKc1"]
    assert refs[24:27] == ["AKz1", "AKbb1", "AKbc1"]
    assert len(set(refs)) == 30


def test_two_devices_that_join_apart_share_a_letter_and_a_prime_tells_their_notes_apart(
    tmp_path: Path,
) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    panel.session.flush()
    copies = []
    for name in ("desktop", "tablet"):
        library = library_in(tmp_path, name, clock, tmp_path / f"{name}-library")
        folder = library.folder / panel.session.id
        folder.mkdir(parents=True)
        for file in panel.session.folder.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        copies.append(library.open(panel.session.id))
    for copy, text in zip(copies, ("Earlier.", "Later."), strict=True):
        assert add_note(copy, panel.amira, text) == "AKb1"
        copy_over(copy, panel.session)
    found = {n.ref: n.text for n in view(panel.session).notes}
    assert found == {"AKb1": "Earlier.", "AKb1'": "Later."}
    edit_note(panel.session, panel.amira, "AKb1'", "Later, mended.")
    assert note(panel, "AKb1'").text == "Later, mended."
    assert note(panel, "AKb1").text == "Earlier."


def test_two_people_who_join_apart_may_share_a_tag_and_still_find_their_own_notes(
    tmp_path: Path,
) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    other = second_machine(tmp_path, panel, clock)
    cara = add_person(panel.session, "Cara Day")
    cleo = add_person(other, "Cleo Day")
    assert add_note(panel.session, cara, "Cara's.") == "CD1"
    for session in (panel.session, other):
        session.flush()
    panel.session.refresh()
    # Cleo now writes on the first machine, where CD1 is Cara's.
    ref = add_note(panel.session, cleo, "Cleo's.")
    assert ref != "CD1"
    assert note(panel, ref).text == "Cleo's."


# Private notes


def test_a_private_note_is_seen_by_its_author_alone(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "For myself.", ["1.1"], private=True)
    assert note(panel, "AK1", panel.amira).private
    for viewer in (None, panel.fay, panel.ben):
        assert "For myself." not in repr(view(panel.session, viewer))


def test_another_can_neither_edit_nor_file_nor_delete_a_private_note(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "For myself.", private=True)
    acts: tuple[Callable[[], object], ...] = (
        lambda: edit_note(panel.session, panel.ben, "AK1", "Mine."),
        lambda: edit_note(panel.session, panel.ben, "AK1", private=False),
        lambda: file_note(panel.session, panel.ben, "AK1", ["1.1"]),
        lambda: delete_note(panel.session, panel.ben, "AK1"),
    )
    for act in acts:
        with refusal(panel.session, "There is no note AK1"):
            act()


def test_only_its_author_makes_a_note_private(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    with refusal(panel.session, "Only its author can make AK1 private"):
        edit_note(panel.session, panel.ben, "AK1", private=True)
    edit_note(panel.session, panel.amira, "AK1", private=True)
    assert view(panel.session).notes == ()
    edit_note(panel.session, panel.amira, "AK1", private=False)
    assert note(panel, "AK1").text == "A chart."


# Late, and written apart


def test_a_note_before_the_gate_is_not_late(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    assert note(panel, "AK1").late == frozenset()


def test_evidence_added_after_the_gate_is_accepted_and_late_in_that_area_alone(
    panel: Panel,
) -> None:
    open_gate(panel.session, panel.fay, 1)
    add_note(panel.session, panel.amira, "A chart.", ["1.1", "2.1"])
    assert note(panel, "AK1").late == {1}
    assert note(panel, "AK1").apart == frozenset()


def test_a_note_of_before_that_is_filed_after_is_late(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    open_gate(panel.session, panel.fay, 1)
    file_note(panel.session, panel.amira, "AK1", ["1.1", "2.1"])
    assert note(panel, "AK1").late == {1}


def test_a_text_of_before_that_is_rewritten_after_is_late(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    edit_note(panel.session, panel.ben, "AK1", "Three charts.")
    assert note(panel, "AK1").late == {1}


@pytest.mark.parametrize("way", ["edit", "undo", "reopen", "refile", "delete", "private", "retext"])
def test_late_stays(panel: Panel, way: str) -> None:
    session, amira = panel.session, panel.amira
    add_note(session, amira, "A chart.", ["1.1"])
    open_gate(session, panel.fay, 1)
    edit_note(session, amira, "AK1", "A chart that shows leafing.")
    assert note(panel, "AK1").late == {1}
    if way == "edit":
        edit_note(session, amira, "AK1", "A chart.")
    elif way == "undo":
        undo(session, amira)
        assert note(panel, "AK1").text == "A chart."
    elif way == "reopen":
        reopen(session, panel.fay, 1, "A class was missed")
        edit_note(session, amira, "AK1", "A plain chart.")
    elif way == "refile":
        file_note(session, amira, "AK1", ["1.2"], ["1.1"])
    elif way == "delete":
        delete_note(session, amira, "AK1")
        undo(session, amira)
    elif way == "private":
        edit_note(session, amira, "AK1", private=True)
        edit_note(session, amira, "AK1", private=False)
    else:
        edit_note(session, amira, "AK1", circumstances=Circumstances(observed="2026-11-01 08:00"))
    assert note(panel, "AK1").late == {1}


def test_late_stays_when_a_late_filing_is_removed_and_brought_back(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    open_gate(panel.session, panel.fay, 1)
    file_note(panel.session, panel.amira, "AK1", ["1.1"])
    file_note(panel.session, panel.amira, "AK1", [], ["1.1"])
    undo(panel.session, panel.amira)
    assert note(panel, "AK1").late == {1}


def test_what_an_undo_brings_back_from_before_the_gate_is_not_late(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    delete_note(panel.session, panel.amira, "AK1")
    undo(panel.session, panel.amira)
    file_note(panel.session, panel.amira, "AK1", [], ["1.1"])
    undo(panel.session, panel.amira)
    found = note(panel, "AK1")
    assert (found.statements, found.late, found.apart) == (("1.1",), frozenset(), frozenset())


def test_sharing_or_placing_a_note_of_before_makes_it_neither_late_nor_apart(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"], private=True)
    open_gate(panel.session, panel.fay, 1)
    edit_note(panel.session, panel.amira, "AK1", private=False)
    edit_note(panel.session, panel.amira, "AK1", circumstances=Circumstances(source="data"))
    found = note(panel, "AK1")
    assert (found.late, found.apart) == (frozenset(), frozenset())


def test_reopening_does_not_make_a_new_note_innocent(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    reopen(panel.session, panel.fay, 1, "A class was missed")
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    assert note(panel, "AK1").late == {1}


def test_what_was_written_on_a_machine_that_did_not_know_of_the_gate_is_written_apart(
    tmp_path: Path,
) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    panel.session.flush()
    other = second_machine(tmp_path, panel, clock)
    before = add_note(other, panel.ben, "Before the gate.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    after = add_note(other, panel.ben, "After it, without knowing.", ["1.1"])
    for session in (panel.session, other):
        session.flush()
    panel.session.refresh()
    other.refresh()
    assert (note(panel, before).late, note(panel, before).apart) == (frozenset(), frozenset())
    assert note(panel, after).late == frozenset()
    assert note(panel, after).apart == {1}
    # Reopening clears it no more than it clears lateness; a rewrite that knows makes it late.
    reopen(panel.session, panel.fay, 1, "A class was missed")
    assert note(panel, after).apart == {1}
    edit_note(panel.session, panel.ben, after, "After it, and now it knows.")
    assert note(panel, after).late == {1}


# Scope


def test_narrowing_the_scope_takes_nothing_away_for_good(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1", "2.1"])
    change_setup(panel.session, panel.fay, areas=(2,))
    seen = view(panel.session)
    assert [area.number for area in seen.areas] == [2]
    assert note(panel, "AK1").statements == ("2.1",)
    change_setup(panel.session, panel.fay, areas=())
    assert note(panel, "AK1").statements == ("1.1", "2.1")


def test_the_notes_of_who_left_stay(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    leave(panel.session, panel.amira)
    assert note(panel, "AK1").by == "Amira Khan"
