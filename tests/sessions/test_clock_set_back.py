"""A clock that is set back: what came after what is told by what was known, not by the time."""

from datetime import timedelta
from pathlib import Path

from reviews import (
    Panel,
    Ticking,
    copied_to,
    everything_seen,
    library_in,
    meet,
    panel_in,
    run_python,
)

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.undo import undo
from sessions.view import view

_AN_HOUR_AGO = """
import sys, time
from pathlib import Path
now = time.time
time.time = lambda: now() - 3600
from reviews import library_in
from sessions.notes import add_note
with library_in(Path(sys.argv[1])).open(sys.argv[2]) as session:
    add_note(session, sys.argv[3], "Written last.")
"""


def back_by(clock: Ticking, hours: int) -> None:
    clock.moment -= timedelta(hours=hours)


def told(tmp_path: Path) -> tuple[Panel, Ticking]:
    clock = Ticking()
    return panel_in(library_in(tmp_path, clock=clock)), clock


def test_undo_takes_back_what_was_written_last(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    session, _, amira, _ = panel_in(library)
    add_note(session, amira, "Written first.")
    session.close()
    run_python(_AN_HOUR_AGO, str(tmp_path), session.id, amira)
    with library.open(session.id) as again:
        assert undo(again, amira) == "note AK2"
        assert [note.text for note in view(again, amira).notes] == ["Written first."]
        assert undo(again, amira) == "note AK1"


def test_the_words_that_were_read_before_they_were_changed_do_not_come_back(
    tmp_path: Path,
) -> None:
    panel, clock = told(tmp_path)
    add_note(panel.session, panel.amira, "One chart.")
    other = copied_to(tmp_path, panel.session, clock)
    back_by(clock, 3)
    edit_note(other, panel.amira, "AK1", "Two charts.")
    back_by(clock, 3)
    meet(panel.session, other)
    edit_note(panel.session, panel.amira, "AK1", "Three charts.")
    versions = panel.session.records.versions(view(panel.session, panel.amira).notes[0].id)
    said = [version.body["text"] for version in versions if version.body is not None]
    assert said == ["One chart.", "Two charts.", "Three charts."]
    assert undo(panel.session, panel.amira) == "the change to note AK1"
    assert view(panel.session, panel.amira).notes[0].text == "Two charts."


def test_a_note_from_before_the_gate_is_not_written_apart(tmp_path: Path) -> None:
    (session, fay, amira, _), clock = told(tmp_path)
    add_note(session, amira, "A chart.", ["1.1"])
    other = copied_to(tmp_path, session, clock)
    back_by(clock, 1)
    open_gate(session, fay, 1)
    clock.moment += timedelta(hours=2)
    add_note(other, amira, "A list.", ["1.1"])
    meet(session, other)
    first, second = view(session).notes
    assert (first.late, first.apart) == (frozenset(), frozenset())
    assert (second.late, second.apart) == (frozenset(), frozenset({1}))


def test_a_sentence_from_before_the_area_was_reopened_waits_for_the_new_judges(
    tmp_path: Path,
) -> None:
    (session, fay, amira, ben), clock = told(tmp_path)
    add_note(session, amira, "A chart.", ["1.1"])
    open_gate(session, fay, 1)
    agree(session, fay, area=1, because="A heron stood there.")
    back_by(clock, 5)
    reopen(session, fay, 1, "One more class")
    for viewer in (fay, ben, None):
        assert "heron" not in everything_seen(session, viewer)
    open_gate(session, fay, 1)
    for viewer in (fay, ben, None):
        assert "heron" not in everything_seen(session, viewer)
    for ref in ("1.1", "1.2", "1.3"):
        if session.state.area_of(ref) == 1:
            reveal(session, fay, statement=ref, reason="We talk")
    assert "heron" in everything_seen(session, ben)


def test_an_older_sentence_waits_though_a_new_one_is_agreed(tmp_path: Path) -> None:
    (session, fay, amira, ben), _ = told(tmp_path)
    add_note(session, amira, "A chart.", ["1.1"])
    open_gate(session, fay, 1)
    agree(session, fay, area=1, because="A heron stood there.")
    reopen(session, fay, 1, "One more class")
    open_gate(session, fay, 1)
    judge(session, amira, "1.1", outcome="not_enough_evidence")
    reveal(session, fay, statement="1.1", reason="We talk")
    agree(session, fay, area=1, because="A stork stood there.")
    seen = everything_seen(session, ben)
    assert "stork" in seen and "heron" not in seen
    undo(session, fay, "Too soon")
    assert "heron" not in everything_seen(session, ben)


def test_who_was_there_before_the_first_note_did_not_join_later(tmp_path: Path) -> None:
    (session, _, amira, _), clock = told(tmp_path)
    add_person(session, "Dee Moss")
    back_by(clock, 1)
    add_note(session, amira, "A chart.")
    add_person(session, "Cal Hay")
    said = [change.what for change in view(session).visit.changes]
    assert said == ["Cal Hay joined as reviewer."]
