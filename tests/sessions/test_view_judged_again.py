"""What was written from judgements that are out of sight now is out of sight too, wherever it went since."""

from pathlib import Path

import pytest
from reviews import (
    Panel,
    Ticking,
    copied_to,
    everything_seen,
    library_in,
    meet,
    panel_in,
    refusal,
)

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import add_enquiry, change_enquiry, stand
from sessions.findings import add_finding, change_finding
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    change_key_result,
    set_plan_text,
)
from sessions.report_texts import write_text
from sessions.undo import undo
from sessions.view import view


def hidden(panel: Panel, *words: str) -> bool:
    """Return whether none of these is in anybody's view; True or False for all of them alike."""
    viewers = (None, *panel.session.state.people)
    seen = [everything_seen(panel.session, viewer) for viewer in viewers]
    there = {word in text for word in words for text in seen}
    assert len(there) == 1, "some of it is in sight, and some is not"
    return not there.pop()


# Judged alone, and then by somebody else too


@pytest.fixture
def alone(panel: Panel) -> Panel:
    """Area 1 judged by Amira alone, with a finding, a plan and words from it; area 2 beside it."""
    session, fay = panel.session, panel.fay
    leave(session, panel.ben)
    add_note(session, panel.amira, "A chart.", ["1.1"])
    open_gate(session, fay, 1)
    judge(session, panel.amira, "1.1", highlights={"leafing": "full"}, cites=[("AK1", False)])
    add_finding(session, fay, "development", "Heron.", ["1.1"], ["AK1"])
    add_key_result(session, fay, "Stork.", ["1"])
    add_action(session, fay, "1", Doing(what="Egret."))
    set_plan_text(session, fay, "objective", "Bittern.")
    write_text(session, fay, "area/1", "Spoonbill.")
    write_text(session, fay, "headline", "Avocet.")
    add_enquiry(session, fay, "Why?", ["1.1"])
    stand(session, fay, "1", "supported", "Curlew.")
    return panel


_WRITTEN = ("Heron", "Stork", "Egret", "Bittern", "Spoonbill", "Avocet", "Curlew")


def judged_by_two(panel: Panel) -> str:
    """Reopen area 1 and open it to Amira and Dee; return Dee."""
    dee = add_person(panel.session, "Dee Moss")
    reopen(panel.session, panel.fay, 1, "Plover.")
    assert hidden(panel, *_WRITTEN)
    open_gate(panel.session, panel.fay, 1)
    return dee


def test_what_was_written_from_it_is_sealed_with_the_ballots(alone: Panel) -> None:
    session = alone.session
    assert not hidden(alone, *_WRITTEN)
    dee = judged_by_two(alone)
    assert hidden(alone, *_WRITTEN, "Plover")
    plan = view(session).plan
    assert (plan.waiting, plan.judged_again) == ((1,), (1,))
    with refusal(session, "Finding 1 rests on area 1", "sealed again"):
        change_finding(session, alone.fay, "1", text="Other.")
    with refusal(session, "Key result 1 rests on area 1", "sealed again"):
        change_key_result(session, dee, "1", text="Other.")
    judge(session, dee, "1.1", outcome="not_enough_evidence")
    assert hidden(alone, *_WRITTEN)
    reveal(session, alone.fay, statement="1.1")
    assert not hidden(alone, *_WRITTEN, "Plover")
    assert view(session).plan.judged_again == ()


def test_taking_the_old_ballot_back_to_a_draft_shows_nothing(alone: Panel) -> None:
    judged_by_two(alone)
    judge(alone.session, alone.amira, "1.1", outcome=None, draft=True)
    assert hidden(alone, *_WRITTEN)


def test_somebody_else_who_judges_alone_sees_it_when_they_have_cast(alone: Panel) -> None:
    session = alone.session
    dee = add_person(session, "Dee Moss")
    leave(session, alone.amira)
    reopen(session, alone.fay, 1, "Amira fell ill")
    open_gate(session, alone.fay, 1)
    assert hidden(alone, *_WRITTEN)
    judge(session, dee, "1.1", outcome="not_enough_evidence")
    assert not hidden(alone, *_WRITTEN)


def test_who_goes_on_alone_keeps_it_in_sight_while_they_judge_again(alone: Panel) -> None:
    judge(alone.session, alone.amira, "1.1", outcome=None, draft=True)
    assert not hidden(alone, *_WRITTEN)
    reopen(alone.session, alone.fay, 1, "One more class")
    open_gate(alone.session, alone.fay, 1)
    assert not hidden(alone, *_WRITTEN)


def test_where_two_judge_from_the_start_a_plan_stays_while_more_is_cast(panel: Panel) -> None:
    session = panel.session
    open_gate(session, panel.fay, 1)
    set_plan_text(session, panel.fay, "objective", "Bittern.")
    judge(session, panel.amira, "1.1", outcome="not_enough_evidence")
    assert not hidden(panel, "Bittern")


def test_two_who_judged_alone_on_two_laptops_wait_for_each_other(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    session, fay, amira, ben = panel
    add_note(session, amira, "A chart.", ["1.1"])
    other = copied_to(tmp_path, session, clock)
    leave(session, ben)
    change_person(other, amira, interest="A governor here")
    open_gate(session, fay, 1)
    open_gate(other, fay, 1)
    judge(session, amira, "1.1", outcome="not_enough_evidence")
    add_finding(session, fay, "strength", "Heron.", ["1.1"])
    agree(session, fay, area=1, because="Pelican.")
    assert not hidden(panel, "Heron", "Pelican")
    meet(session, other)
    assert hidden(panel, "Heron", "Pelican")
    reveal(session, fay, statement="1.1", reason="We talk")
    assert not hidden(panel, "Heron", "Pelican")


# Moved to another area's


def test_an_action_that_was_moved_speaks_of_where_it_came_from(planned: Panel) -> None:
    session = planned.session
    change_action(session, planned.fay, "1", Doing(key_result="2"))
    assert not hidden(planned, "Weasel", "Badger")
    reopen(session, planned.fay, 1, "One more class")
    assert hidden(planned, "Weasel")
    assert not hidden(planned, "Badger")
    with refusal(session, "Action 1 rests on area 1"):
        change_action(session, planned.fay, "1", Doing(who="SENCO"))
    open_gate(session, planned.fay, 1)
    assert not hidden(planned, "Weasel")
    change_action(session, planned.fay, "1", Doing(what="Polecat."))
    change_action(session, planned.fay, "1", Doing(key_result="1"))
    reopen(session, planned.fay, 2, "One more class")
    assert hidden(planned, "Polecat", "Badger")  # its new words were written of area 2 too


def test_undoing_the_move_takes_it_back_with_its_areas(planned: Panel) -> None:
    change_action(planned.session, planned.fay, "2", Doing(key_result="1"))
    undo(planned.session, planned.fay)
    reopen(planned.session, planned.fay, 1, "One more class")
    assert not hidden(planned, "Badger")


def test_a_key_result_that_answers_another_finding_speaks_of_the_first(planned: Panel) -> None:
    session = planned.session
    change_key_result(session, planned.fay, "1", findings=["2"])
    reopen(session, planned.fay, 1, "One more class")
    assert hidden(planned, "Otter", "Weasel")
    assert not hidden(planned, "Stoat", "Badger")


def test_a_finding_put_under_another_statement_speaks_of_the_first(planned: Panel) -> None:
    session = planned.session
    change_finding(session, planned.fay, "1", statements=["2.1"])
    change_finding(session, planned.fay, "1", text="Zebra and quagga.")
    reopen(session, planned.fay, 1, "One more class")
    assert hidden(planned, "Zebra", "Otter")
    assert not hidden(planned, "Heron")


# Lines of enquiry


def test_why_a_line_without_statements_was_closed_waits_for_each_gate(panel: Panel) -> None:
    session = panel.session
    open_gate(session, panel.fay, 1)
    add_enquiry(session, panel.fay, "Why is it calm?")
    stand(session, panel.fay, "1", "supported", "Curlew.")
    open_gate(session, panel.fay, 2)
    assert not hidden(panel, "Curlew")
    reopen(session, panel.fay, 2, "One more class")
    assert not hidden(panel, "Curlew")  # written before anybody judged area 2
    open_gate(session, panel.fay, 2)
    reopen(session, panel.fay, 1, "One more class")
    assert hidden(panel, "Curlew")
    assert not hidden(panel, "Why is it calm?")


def test_a_line_put_to_another_area_keeps_why_it_was_closed_out_of_sight(panel: Panel) -> None:
    session = panel.session
    for area in (1, 2):
        open_gate(session, panel.fay, area)
    add_enquiry(session, panel.fay, "Why is it calm?", ["1.1"])
    stand(session, panel.fay, "1", "dropped", "Curlew.")
    change_enquiry(session, panel.fay, "1", statements=["2.1"])
    reopen(session, panel.fay, 1, "One more class")
    assert hidden(panel, "Curlew")
