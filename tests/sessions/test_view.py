"""The view: the one way to read a session, and what is never in it."""

from pathlib import Path

import pytest
from machines import two_machines
from reviews import Panel
from viewed import REFS, STAGE_WORDS, assert_describes, written

from sessions.agreeing import agree
from sessions.ballots import judge
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import change_person
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


def test_a_session_that_is_described_says_nothing_of_any_stage(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    for viewer in (None, panel.fay, panel.amira, panel.ben):
        seen = view(panel.session, viewer)
        for area in REFS:
            assert_describes(seen, area)
        for word in STAGE_WORDS:
            assert word not in written(seen)


def test_behind_its_gate_an_area_shows_its_descriptors_in_the_scales_order(panel: Panel) -> None:
    open_gate(panel.session, panel.fay, 1)
    seen = view(panel.session)
    one, two = seen.statement("1.1"), seen.statement("1.2")
    assert one is not None
    assert two is not None
    assert one.judged is not None
    assert two.judged is not None
    assert [d.id if d else None for d in one.judged.descriptors] == [
        "1.1-budding",
        "1.1-leafing",
        "1.1-fruiting",
    ]
    assert two.judged.descriptors[2] is None
    area = seen.area(1)
    assert area is not None
    assert [[d.id for d in step] for step in area.as_a_whole] == [[], [], ["1-fruiting"]]
    assert_describes(seen, 2)


def test_the_evidence_of_a_statement_and_its_sources(panel: Panel) -> None:
    from sessions.notes import Circumstances

    add_note(panel.session, panel.ben, "A plan.", ["1.1"], Circumstances(source="document"))
    add_note(panel.session, panel.amira, "A chart.", ["1.1"], Circumstances(source="data"))
    add_note(panel.session, panel.amira, "Loose.", ["1.1"])
    statement = view(panel.session).statement("1.1")
    assert statement is not None
    assert [note.ref for note in statement.evidence] == ["BO1", "AK1", "AK2"]
    assert statement.sources == ("data", "document")


# Conflicts


@pytest.fixture
def two(tmp_path: Path) -> tuple[Panel, Panel]:
    """One session, open twice at once; neither has seen what the other writes."""

    def prepare(panel: Panel) -> None:
        add_note(panel.session, panel.amira, "A chart.", ["1.1"])
        open_gate(panel.session, panel.fay, 1)

    return two_machines(tmp_path, prepare)


def meet(*panels: Panel) -> None:
    for panel in panels:
        panel.session.flush()
    for panel in panels:
        panel.session.refresh()


def test_a_note_that_two_edited_waits_for_a_person_and_an_edit_settles_it(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    edit_note(here.session, here.amira, "AK1", "Here.")
    edit_note(there.session, there.ben, "AK1", "There.")
    meet(here, there)
    assert view(here.session) == view(there.session)
    said = "AK1 was changed in two places (Amira Khan and Ben Orr); edit it to settle it."
    assert view(here.session).conflicts == (said,)
    found = view(here.session).note("AK1")
    assert found is not None
    assert found.text == "There."
    edit_note(here.session, here.amira, "AK1", "There.")
    meet(here, there)
    assert view(there.session).conflicts == ()


def test_a_note_that_one_edited_and_another_deleted_stays_and_says_so(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    edit_note(here.session, here.amira, "AK1", "Here.")
    delete_note(there.session, there.ben, "AK1")
    meet(here, there)
    for panel in two:
        seen = view(panel.session)
        assert seen.note("AK1") is not None
        assert "AK1 was changed and deleted in two places" in seen.conflicts[0]
    delete_note(there.session, there.ben, "AK1")
    meet(here, there)
    assert view(here.session).notes == ()
    assert view(here.session).conflicts == ()


def test_a_private_notes_conflict_is_its_authors_alone(two: tuple[Panel, Panel]) -> None:
    here, there = two
    ref = add_note(here.session, here.amira, "For myself.", private=True)
    meet(here, there)
    edit_note(here.session, here.amira, ref, "Here.")
    edit_note(there.session, there.amira, ref, "There.")
    meet(here, there)
    assert view(here.session, here.amira).conflicts
    for viewer in (None, here.fay, here.ben):
        assert view(here.session, viewer).conflicts == ()


def test_a_ballots_conflict_is_its_authors_alone_and_judging_again_settles_it(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    for panel, because in zip(two, ("Zebra", "Heron"), strict=True):
        judge(panel.session, panel.amira, "1.1", outcome="not_enough_evidence", because=because)
    meet(here, there)
    assert view(here.session, here.amira).conflicts == (
        "Your ballot of 1.1 was written in two places; judge it again.",
    )
    for viewer in (None, here.fay, here.ben):
        assert view(here.session, viewer).conflicts == ()
    judge(here.session, here.amira, "1.1", outcome="not_enough_evidence", because="Heron")
    meet(here, there)
    assert view(there.session, here.amira).conflicts == ()


def test_a_ballot_taken_back_in_one_place_and_changed_in_another_tells_nobody_else(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    judge(here.session, here.amira, "1.1", outcome="not_enough_evidence")
    meet(here, there)
    judge(there.session, there.amira, "1.1", outcome="not_enough_evidence", because="Zebra")
    undo(here.session, here.amira)
    meet(here, there)
    assert len(here.session.records.live(f"ballot/{here.amira}/1.1/1")) == 2
    assert view(here.session, here.amira).conflicts
    for viewer in (None, here.fay, here.ben):
        assert view(here.session, viewer).conflicts == ()


def test_an_agreements_conflict_is_out_of_sight_while_the_area_is_described(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    for panel, because in zip(two, ("Zebra", "Heron"), strict=True):
        agree(panel.session, panel.fay, area=1, because=because)
    meet(here, there)
    assert "The agreement on area 1" in view(here.session).conflicts[0]
    reopen(here.session, here.fay, 1, "A class was missed")
    for viewer in (None, here.fay, here.amira):
        assert view(here.session, viewer).conflicts == ()


def test_a_setting_and_a_person_that_two_changed_wait_for_a_person(
    two: tuple[Panel, Panel],
) -> None:
    here, there = two
    change_setup(here.session, here.fay, setting="Here")
    change_setup(there.session, there.fay, setting="There")
    change_person(here.session, here.ben, interest="Here")
    change_person(there.session, there.ben, interest="There")
    meet(here, there)
    assert len(view(here.session).conflicts) == 2
    change_setup(here.session, here.fay, setting="There")
    change_person(here.session, here.ben, interest="There")
    meet(here, there)
    assert view(there.session).conflicts == ()
    assert view(there.session).setting == "There"
