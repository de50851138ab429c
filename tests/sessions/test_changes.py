"""What changed during the visit: nothing is lost, and it is said, with no stage before its gate."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from reviews import (
    Panel,
    Ticking,
    copied_to,
    library_in,
    meet,
    panel_in,
    refusal,
)

from sessions.ballots import judge
from sessions.enquiries import add_enquiry
from sessions.notes import Circumstances, add_note, delete_note, edit_note, file_note, split_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.seen import NoteView
from sessions.session import Session
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


def said(session: Session, viewer: str | None = None) -> list[str]:
    return [change.what for change in view(session, viewer).visit.changes]


def note(session: Session, ref: str, viewer: str | None = None) -> NoteView:
    found = view(session, viewer).note(ref)
    assert found is not None
    return found


@pytest.fixture
def begun(panel: Panel) -> Panel:
    """A visit that has begun: AK1 stands under 1.1 and 2.1."""
    add_note(panel.session, panel.amira, "A chart. A plan.", ["1.1", "2.1"])
    return panel


# People


def test_setting_up_is_no_change(panel: Panel) -> None:
    add_person(panel.session, "Cleo Day")
    change_setup(panel.session, panel.fay, areas=(1, 2))
    add_enquiry(panel.session, panel.amira, "Who?")
    assert said(panel.session) == []
    add_note(panel.session, panel.amira, "A chart.")
    assert said(panel.session) == []


def test_a_reviewer_who_leaves_and_one_who_joins_are_told(begun: Panel) -> None:
    session = begun.session
    leave(session, begun.amira)
    cleo = add_person(session, "Cleo Day")
    change_person(session, cleo, role="observer")
    undo(session, begun.amira)
    assert said(session) == [
        "Amira Khan left; what they wrote stays.",
        "Cleo Day joined as reviewer.",
        "Cleo Day changed from reviewer to observer.",
        "Amira Khan came back.",
    ]
    assert [change.by for change in view(session).visit.changes] == [
        *("Amira Khan", "Cleo Day", "Cleo Day", "Amira Khan"),
    ]


def test_what_a_reviewer_wrote_stays_when_they_leave(begun: Panel) -> None:
    open_gate(begun.session, begun.fay, 1)
    judge(begun.session, begun.amira, "1.1", outcome="not_enough_evidence", because="Zebra")
    leave(begun.session, begun.amira)
    assert note(begun.session, "AK1").by == "Amira Khan"
    found = view(begun.session, begun.amira).statement("1.1")
    assert found is not None
    assert found.judged is not None
    assert found.judged.ballots[0].because == "Zebra"


# Areas and gates


def test_an_area_dropped_and_taken_back_has_its_notes_still(begun: Panel) -> None:
    session = begun.session
    change_setup(session, begun.fay, areas=(1, 3))
    assert note(session, "AK1").statements == ("1.1",)
    split_note(session, begun.amira, "AK1", "A chart.", "A plan.")
    change_setup(session, begun.fay, areas=(1, 2, 3))
    assert said(session)[:1] == ["Area 2 was dropped from the review; its notes stay."]
    assert said(session)[-1:] == ["Area 2 was added to the review."]
    # Also what was written meanwhile is where it belongs.
    for ref in ("AK1", "AK2"):
        assert note(session, ref).statements == ("1.1", "2.1")


def test_a_gate_opened_by_mistake_is_told_and_its_reason_behind_the_gate_alone(
    begun: Panel,
) -> None:
    open_gate(begun.session, begun.fay, 1)
    reopen(begun.session, begun.fay, 1, "It is leafing already")
    for viewer in (None, begun.fay, begun.amira):
        assert said(begun.session, viewer) == ["Area 1 went back to being described."]
    open_gate(begun.session, begun.fay, 1)
    assert said(begun.session) == [
        "Area 1 went back to being described: It is leafing already.",
    ]


# Notes


def test_a_note_split_in_two_loses_nothing(begun: Panel) -> None:
    session = begun.session
    edit_note(
        session,
        begun.ben,
        "AK1",
        circumstances=Circumstances("data", "office", "08:30", "Y4", "D1"),
    )
    assert split_note(session, begun.ben, "AK1", "A chart.", "A plan.") == "AK2"
    first, second = note(session, "AK1"), note(session, "AK2")
    assert (first.text, second.text) == ("A chart.", "A plan.")
    for found in (first, second):
        assert found.by == "Amira Khan"
        assert found.statements == ("1.1", "2.1")
        assert (found.source, found.where, found.group, found.document) == (
            *("data", "office", "Y4", "D1"),
        )
        assert found.observed == "2026-11-21 08:30"
    assert said(session) == ["AK2 was split from AK1."]
    assert undo(session, begun.ben) == "the splitting of note AK1"
    assert note(session, "AK1").text == "A chart. A plan."
    assert view(session).note("AK2") is None
    assert said(session) == []
    assert split_note(session, begun.ben, "AK1", "A chart.", "A plan.") == "AK3"


def test_what_cites_the_whole_note_cites_its_first_half(begun: Panel) -> None:
    open_gate(begun.session, begun.fay, 1)
    shows = {"budding": "full"}
    judge(begun.session, begun.amira, "1.1", highlights=shows, cites=[("AK1", False)])
    split_note(begun.session, begun.amira, "AK1", "A chart.", "A plan.")
    found = view(begun.session, begun.amira).statement("1.1")
    assert found is not None
    assert found.judged is not None
    assert [cite.ref for cite in found.judged.ballots[0].cites] == ["AK1"]
    # Both were written knowing of the gate.
    assert [note(begun.session, ref).late for ref in ("AK1", "AK2")] == [{1}, {1}]


def test_what_is_no_split_is_refused(begun: Panel) -> None:
    session = begun.session
    with refusal(session, "AK1 would stay as it is"):
        split_note(session, begun.amira, "ak1", "A chart. A plan.", "A plan.")
    for first, second in ((" ", "A plan."), ("A chart.", "\n")):
        with refusal(session, "The note is empty"):
            split_note(session, begun.amira, "AK1", first, second)
    with refusal(session, "There is no note AK9"):
        split_note(session, begun.amira, "AK9", "A chart.", "A plan.")
    edit_note(session, begun.amira, "AK1", private=True)
    with refusal(session, "There is no note AK1"):
        split_note(session, begun.ben, "AK1", "A chart.", "A plan.")


def test_the_halves_of_a_private_note_are_their_authors_alone(begun: Panel) -> None:
    edit_note(begun.session, begun.amira, "AK1", private=True)
    split_note(begun.session, begun.amira, "AK1", "A chart.", "A plan.")
    assert said(begun.session) == said(begun.session, begun.ben) == []
    assert view(begun.session, begun.ben).notes == ()
    assert said(begun.session, begun.amira) == ["AK2 was split from AK1."]


def test_split_on_one_machine_and_edited_on_another_both_are_kept(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_note(panel.session, panel.amira, "A chart. A plan.", ["1.1"])
    other = copied_to(tmp_path, panel.session, clock)
    assert split_note(other, panel.ben, "AK1", "A chart.", "A plan.") == "AKb1"
    edit_note(panel.session, panel.amira, "AK1", "A chart, a plan.")
    meet(panel.session, other)
    for session in (panel.session, other):
        assert [n.text for n in view(session).notes] == ["A chart, a plan.", "A plan."]
        assert view(session).conflicts == (
            "AK1 was changed in two places (Ben Orr and Amira Khan); edit it to settle it.",
        )
        assert said(session) == ["AKb1 was split from AK1."]


def test_paper_notes_typed_later_keep_the_time_they_were_made(tmp_path: Path) -> None:
    now = datetime(2026, 11, 21, 9, 0).astimezone()

    def clock() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    panel = panel_in(library_in(tmp_path, clock=clock))
    now = now.replace(hour=16)
    for observed in ("09:20", "12:30", "", "2026-11-20 15:00"):
        add_note(panel.session, panel.amira, "Seen.", [], Circumstances(observed=observed))
    assert said(panel.session) == [
        "AK1 was typed in later; observed 2026-11-21 09:20.",
        "AK4 was typed in later; observed 2026-11-20 15:00.",
    ]
    # The time may be mended after the note was typed.
    edit_note(panel.session, panel.amira, "AK3", circumstances=Circumstances(observed="09:25"))
    edit_note(panel.session, panel.amira, "AK1", circumstances=Circumstances(observed="15:30"))
    assert said(panel.session)[0] == "AK3 was typed in later; observed 2026-11-21 09:25."
    assert len(said(panel.session)) == 2


def test_a_note_deleted_and_brought_back_is_told_and_where_it_was_filed_stays(
    begun: Panel,
) -> None:
    session = begun.session
    delete_note(session, begun.amira, "AK1")
    assert said(session) == []
    undo(session, begun.amira)
    assert said(session) == ["AK1 was deleted and brought back."]
    file_note(session, begun.ben, "AK1", ["3.1"])
    edit_note(session, begun.amira, "AK1", "A chart, mended.")
    (change,) = view(session).visit.changes
    assert (change.by, change.what) == ("Amira Khan", "AK1 was deleted and brought back.")


def test_that_somebody_else_changed_a_notes_words_is_told_and_never_the_words(begun: Panel) -> None:
    session = begun.session
    edit_note(
        session, begun.amira, "AK1", "A chart of attendance."
    )  # one's own is nobody's business
    assert said(session) == []
    edit_note(session, begun.ben, "AK1", circumstances=Circumstances(where="the hall"))
    assert said(session) == []
    edit_note(session, begun.ben, "AK1", "A dial in the hall.")
    told = "The words of AK1, a note by Amira Khan, were changed by Ben Orr."
    assert said(session) == [told]
    split_note(session, begun.ben, "AK1", "A dial.", "In the hall.")
    undo(session, begun.ben)
    edit_note(session, begun.amira, "AK1", private=True)
    assert told not in said(session)  # nobody else knows that it is there
    assert "dial" not in "".join(change.what for change in view(session, begun.amira).visit.changes)


def test_a_note_deleted_by_one_while_another_edits_it_was_not_brought_back(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_note(panel.session, panel.amira, "A chart.")
    other = copied_to(tmp_path, panel.session, clock)
    edit_note(panel.session, panel.amira, "AK1", "Two charts.")
    delete_note(other, panel.ben, "AK1")
    meet(panel.session, other)
    assert note(panel.session, "AK1").text == "Two charts."
    assert said(panel.session) == []


def test_changes_stand_by_when_they_were_made_and_each_reads_as_a_sentence(begun: Panel) -> None:
    session = begun.session
    for _ in range(6):
        add_note(session, begun.ben, "Seen.", [], Circumstances(observed="2026-11-20 09:00"))
    open_gate(session, begun.fay, 1)
    reopen(session, begun.fay, 1, "Too early.")
    leave(session, begun.ben)
    found = said(session)
    assert [what.split()[0] for what in found] == [
        *("BO1", "BO2", "BO3", "BO4", "BO5", "BO6", "Area", "Ben"),
    ]
    for what in found:
        assert what.endswith(".")
        assert not what.endswith("..")
    assert datetime.fromisoformat(view(session).visit.changes[0].at).astimezone(UTC)
