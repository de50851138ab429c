"""Undo: a person's last act, as a new version; never what others rely on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reviews import Panel, Ticking, copied_to, library_in, meet, panel_in, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.ids import new_id
from sessions.notes import add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.records import Change, Participant
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


def note_texts(panel: Panel) -> dict[str, str]:
    return {note.ref: note.text for note in view(panel.session, panel.amira).notes}


def filed(panel: Panel, ref: str) -> tuple[str, ...]:
    note = view(panel.session).note(ref)
    assert note is not None
    return note.statements


def test_a_note_and_its_filings_are_taken_back_together(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1", "2.1"])
    assert undo(panel.session, panel.amira) == "note AK1"
    seen = view(panel.session, panel.amira)
    assert seen.notes == ()
    assert all(not s.evidence for area in seen.areas for s in area.statements)


def test_an_edit_is_taken_back(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    edit_note(panel.session, panel.amira, "AK1", "Two charts.")
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {"AK1": "A chart."}


def test_a_deletion_is_taken_back_with_its_filings(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    delete_note(panel.session, panel.amira, "AK1")
    assert note_texts(panel) == {}
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {"AK1": "A chart."}
    assert filed(panel, "AK1") == ("1.1",)


def test_a_filing_and_a_removal_are_taken_back_together(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    file_note(panel.session, panel.amira, "AK1", ["2.1", "2.2"], ["1.1"])
    assert filed(panel, "AK1") == ("2.1", "2.2")
    assert undo(panel.session, panel.amira) == "the removal of note AK1 from under 1.1"
    assert filed(panel, "AK1") == ("1.1",)


def test_sharing_a_note_is_taken_back(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "For myself.", private=True)
    edit_note(panel.session, panel.amira, "AK1", private=False)
    undo(panel.session, panel.amira)
    assert view(panel.session, panel.ben).notes == ()


def test_a_cast_ballot_goes_back_to_the_draft_it_was(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome=None, because="Hm", draft=True)
    judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence")
    assert undo(panel.session, panel.amira) == "your judgement of 1.1"
    ballot = panel.session.state.ballot(panel.amira, "1.1", 1)
    assert ballot is not None
    assert (ballot.cast, ballot.because) == (False, "Hm")
    assert panel.session.state.to_come("1.1") == [panel.amira, panel.ben]


def test_a_first_ballot_is_taken_back_wholly(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence")
    undo(panel.session, panel.amira)
    assert panel.session.state.ballots("1.1") == []


def test_an_agreement_is_taken_back(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    agree(panel.session, panel.fay, area=1, because="First")
    agree(panel.session, panel.fay, area=1, because="Second")
    assert undo(panel.session, panel.fay, "Too soon") == "the agreement on area 1"
    area = view(panel.session).area(1)
    assert area is not None
    assert area.agreement is not None
    assert area.agreement.because == "First"
    undo(panel.session, panel.fay, "Too soon")
    area = view(panel.session).area(1)
    assert area is not None
    assert area.agreement is None


def test_a_change_to_a_person_and_a_leaving_are_taken_back(panel: Panel) -> None:
    change_person(panel.session, panel.ben, tag="BEN", leads=(2,))
    leave(panel.session, panel.ben)
    assert undo(panel.session, panel.ben) == "a change to a person"
    assert panel.session.state.people[panel.ben].left is False
    undo(panel.session, panel.ben)
    assert panel.session.state.people[panel.ben].tag == "BO"


def test_a_change_to_the_set_up_is_taken_back(panel: Panel) -> None:
    change_setup(panel.session, panel.fay, setting="Elsewhere", purpose="A visit")
    assert undo(panel.session, panel.fay) == "a change to the set-up"
    seen = view(panel.session)
    assert (seen.setting, seen.purpose) == ("Hollin Bank", "")


def test_undo_again_takes_back_the_act_before(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    edit_note(panel.session, panel.amira, "AK1", "Two charts.")
    edit_note(panel.session, panel.amira, "AK1", "Three charts.")
    file_note(panel.session, panel.amira, "AK1", ["1.2"])
    for texts in ({"AK1": "Three charts."}, {"AK1": "Two charts."}, {"AK1": "A chart."}, {}):
        undo(panel.session, panel.amira)
        assert note_texts(panel) == texts
    with refusal(panel.session, "was to join"):
        undo(panel.session, panel.amira)


def test_after_an_undo_a_new_act_is_the_last_one(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    edit_note(panel.session, panel.amira, "AK1", "Two charts.")
    undo(panel.session, panel.amira)
    edit_note(panel.session, panel.amira, "AK1", "Four charts.")
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {"AK1": "A chart."}
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {}


def test_an_undone_note_never_gives_its_ref_to_another(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    undo(panel.session, panel.amira)
    assert add_note(panel.session, panel.amira, "A plan.") == "AK2"


def test_it_is_the_last_act_of_that_person_alone(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    add_note(panel.session, panel.ben, "A plan.")
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {"BO1": "A plan."}


def test_what_another_has_changed_since_is_not_undone(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    edit_note(panel.session, panel.ben, "AK1", "Two charts.")
    with refusal(panel.session, "last act of Amira Khan", "Ben Orr has changed the same since"):
        undo(panel.session, panel.amira)


def test_what_another_has_deleted_since_is_not_undone(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    delete_note(panel.session, panel.ben, "AK1")
    with refusal(panel.session, "Ben Orr has changed the same since"):
        undo(panel.session, panel.amira)


def test_once_the_other_has_taken_their_change_back_it_is(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.")
    edit_note(panel.session, panel.ben, "AK1", "Two charts.")
    undo(panel.session, panel.ben)
    undo(panel.session, panel.amira)
    assert note_texts(panel) == {}


def test_what_another_has_changed_apart_is_not_undone(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_note(panel.session, panel.amira, "A chart.")
    panel.session.flush()
    other = library_in(tmp_path, "desktop", clock).open(panel.session.id)
    edit_note(other, panel.ben, "AK1", "Ben's chart.")
    edit_note(panel.session, panel.amira, "AK1", "Amira's chart.")
    other.flush()
    panel.session.refresh()
    with refusal(panel.session, "Ben Orr has changed the same since"):
        undo(panel.session, panel.amira)


@pytest.mark.parametrize("way", ["open", "reopen"])
def test_a_gate_is_never_undone(panel: Panel, way: str) -> None:
    open_gate(panel.session, panel.fay, 1)
    if way == "reopen":
        reopen(panel.session, panel.fay, 1, "A class was missed")
    with refusal(panel.session, "last act of Fay stays", "reopen it with a reason"):
        undo(panel.session, panel.fay)


def test_a_reveal_is_never_undone(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    reveal(panel.session, panel.fay, area=1, reason="Time is up")
    with refusal(panel.session, "last act of Fay stays", "a reveal is never undone"):
        undo(panel.session, panel.fay)


def test_joining_is_not_undone(panel: Panel) -> None:
    with refusal(panel.session, "last act of Ben Orr was to join", "leave the session"):
        undo(panel.session, panel.ben)


def test_a_ballot_of_the_first_round_stays_after_the_reveal(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence")
    reveal(panel.session, panel.fay, area=1, reason="Time is up")
    with refusal(panel.session, "first ballot of 1.1 is revealed, and stays"):
        undo(panel.session, panel.amira)


def test_a_ballot_of_the_second_round_is_taken_back(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence")
    reveal(panel.session, panel.fay, area=1, reason="Time is up")
    judge(panel.session, panel.amira, "1.1", outcome="not_applicable", because="No such class")
    undo(panel.session, panel.amira)
    assert [ballot.round for ballot in panel.session.state.ballots("1.1")] == [1]


@pytest.mark.parametrize(
    "act",
    [
        lambda panel: judge(panel.session, panel.fay, "1.1", outcome="not_enough_evidence"),
        lambda panel: agree(panel.session, panel.fay, area=1, because="So"),
    ],
)
def test_nothing_judged_is_undone_while_the_area_is_described(
    tmp_path: Path, act: Callable[[Panel], None]
) -> None:
    panel = panel_in(library_in(tmp_path))
    for person in (panel.amira, panel.ben):
        leave(panel.session, person)
    open_gate(panel.session, panel.fay, 1)
    act(panel)
    # Somebody else goes back to describing: the act itself stays the last of its author.
    gwen = add_person(panel.session, "Gwen", role="facilitator")
    reopen(panel.session, gwen, 1, "A class was missed")
    with refusal(panel.session, "Area 1 is still being described"):
        undo(panel.session, panel.fay)


def test_a_device_keeps_its_letter_when_its_first_note_is_taken_back(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    panel.session.flush()
    second = library_in(tmp_path, "desktop", clock).open(panel.session.id)
    assert add_note(second, panel.amira, "A chart.") == "AKb1"
    undo(second, panel.amira)
    second.flush()
    third = library_in(tmp_path, "tablet", clock).open(panel.session.id)
    assert add_note(third, panel.amira, "A plan.") == "AKc1"
    assert add_note(second, panel.amira, "A talk.") == "AKb2"


def test_a_name_that_another_has_taken_meanwhile_does_not_come_back(panel: Panel) -> None:
    change_person(panel.session, panel.amira, name="Amy")
    add_person(panel.session, "Amira Khan")
    with refusal(panel.session, "somebody else is called Amira Khan or AK by now"):
        undo(panel.session, panel.amira)


def test_a_tag_that_another_took_apart_does_not_come_back(tmp_path: Path) -> None:
    clock = Ticking()
    one = panel_in(library_in(tmp_path, clock=clock))
    other = copied_to(tmp_path, one.session, clock)
    change_person(one.session, one.amira, tag="ZZ")
    # One that knows nothing of who had it before, as an older program wrote it.
    asa = Participant(name="Asa Kent", tag="AK", role="reviewer")
    other.write(one.fay, [Change("participant", new_id(), asa)])
    meet(one.session, other)
    with refusal(one.session, "somebody else is called Amira Khan or AK by now"):
        undo(one.session, one.amira)


def test_an_undo_reaches_the_other_machine_like_any_act(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_note(panel.session, panel.amira, "A chart.")
    panel.session.flush()
    other = library_in(tmp_path, "desktop", clock).open(panel.session.id)
    assert len(view(other).notes) == 1
    undo(panel.session, panel.amira)
    panel.session.flush()
    other.refresh()
    assert view(other).notes == ()
