"""Findings: what the panel found, behind the gate alone, and the order of the priorities."""

import pytest
from planned import finding, order, plan
from reviews import Panel, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.findings import add_finding, change_finding, delete_finding, set_priorities
from sessions.notes import add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.seen_plan import PlanView
from sessions.setup import change_setup
from sessions.undo import last_act, undo


@pytest.fixture
def judged(panel: Panel) -> Panel:
    """AK1 under 1.1, BO1 under 2.1; areas 1 and 2 are behind their gates."""
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    add_note(panel.session, panel.ben, "Minutes.", ["2.1"])
    open_gate(panel.session, panel.fay, 1)
    open_gate(panel.session, panel.fay, 2)
    return panel


def three(panel: Panel) -> None:
    """Findings 1 (on 1.1) and 2 (on 2.1), both areas for development, and 3, a strength (on 1.1)."""
    add_finding(panel.session, panel.amira, "development", "Zebra.", ["1.1"], ["AK1"])
    add_finding(panel.session, panel.ben, "development", "Heron.", ["2.1"], ["BO1"])
    add_finding(panel.session, panel.fay, "strength", "Otter.", ["1.1"])


def test_a_finding_has_a_number_and_says_what_it_rests_on(judged: Panel) -> None:
    assert add_finding(judged.session, judged.amira, "strength", " So. ", ["2.1", "1.1"]) == "1"
    said = ("development", "More.", ["1.1"], ["AK1"])
    assert add_finding(judged.session, judged.ben, *said) == "2"
    first, second = plan(judged).findings
    assert (first.ref, first.text, first.statements, first.by) == (
        *("1", "So.", ("1.1", "2.1")),
        "Amira Khan",
    )
    assert (second.kind_name, second.notes) == ("area for development", ("AK1",))


def test_a_finding_needs_all_of_its_areas_behind_their_gates(panel: Panel) -> None:
    with refusal(panel.session, "Area 1 is still being described", "open its gate first"):
        add_finding(panel.session, panel.amira, "strength", "So.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    with refusal(panel.session, "Area 2 is still being described"):
        add_finding(panel.session, panel.amira, "strength", "So.", ["1.1", "2.1"])
    add_finding(panel.session, panel.amira, "strength", "So.", ["1.1"])
    with refusal(panel.session, "Area 2 is still being described"):
        change_finding(panel.session, panel.amira, "1", statements=["2.1"])


@pytest.mark.parametrize(
    ("kind", "text", "statements", "notes", "says"),
    [
        ("triumph", "So.", ["1.1"], [], "no finding called triumph; it is one of strength"),
        ("strength", " \n", ["1.1"], [], "finding is empty"),
        ("strength", "So.", [], [], "needs the statement it is about"),
        ("strength", "So.", ["9.1"], [], "no statement 9.1"),
        ("strength", "So.", ["1.1"], ["AK9"], "no note AK9"),
        ("strength", "So.", ["1.1"], ["BO1"], "BO1 is not filed under 1.1; file it there first"),
    ],
)
def test_what_no_finding_can_be(
    judged: Panel, kind: str, text: str, statements: list[str], notes: list[str], says: str
) -> None:
    with refusal(judged.session, says):
        add_finding(judged.session, judged.amira, kind, text, statements, notes)


def test_an_observer_writes_no_findings_and_a_host_may(judged: Panel) -> None:
    olga = add_person(judged.session, "Olga", role="observer")
    host = add_person(judged.session, "SENCO", role="host")
    three(judged)
    with refusal(judged.session, "Olga is here as observer, who may not write a finding"):
        add_finding(judged.session, olga, "strength", "So.", ["1.1"])
    with refusal(judged.session, "may not set priorities"):
        set_priorities(judged.session, olga, ["1"])
    assert add_finding(judged.session, host, "sharing", "So.", ["1.1"]) == "4"


def test_a_finding_waits_until_ballots_that_were_cast_are_open(judged: Panel) -> None:
    judge(judged.session, judged.amira, "1.1", outcome="not_enough_evidence")
    with refusal(judged.session, "ballots of 1.1 are sealed", "Ben Orr to come", "waits for that"):
        add_finding(judged.session, judged.amira, "strength", "So.", ["1.1"])
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    assert add_finding(judged.session, judged.amira, "strength", "So.", ["1.1"]) == "1"


def test_a_private_note_is_no_ground_for_a_finding(judged: Panel) -> None:
    ref = add_note(judged.session, judged.amira, "For myself.", ["1.1"], private=True)
    with refusal(judged.session, f"{ref} is private; share it"):
        add_finding(judged.session, judged.amira, "strength", "So.", ["1.1"], [ref])
    with refusal(judged.session, f"no note {ref}"):
        add_finding(judged.session, judged.ben, "strength", "So.", ["1.1"], [ref])


def test_a_note_that_is_made_private_or_deleted_is_named_no_more(judged: Panel) -> None:
    more = add_note(judged.session, judged.ben, "A plan.", ["1.1"])
    add_finding(judged.session, judged.amira, "strength", "So.", ["1.1"], ["AK1", more])
    edit_note(judged.session, judged.amira, "AK1", private=True)
    delete_note(judged.session, judged.ben, more)
    assert finding(judged, "1").notes == ()
    assert plan(judged, judged.amira).findings[0].notes == ("AK1",)


def test_a_finding_is_changed_and_what_is_not_said_stays(judged: Panel) -> None:
    three(judged)
    change_finding(judged.session, judged.ben, "1", text="Stoat.")
    change_finding(judged.session, judged.ben, "1", kind="sharing")
    found = finding(judged, "1")
    assert (found.text, found.kind, found.statements, found.notes) == (
        *("Stoat.", "sharing", ("1.1",)),
        ("AK1",),
    )
    before = len(list(judged.session.records.all()))
    change_finding(judged.session, judged.ben, "1", text="Stoat.")
    assert len(list(judged.session.records.all())) == before


def test_a_finding_is_not_moved_away_from_what_it_rests_on(judged: Panel) -> None:
    three(judged)
    with refusal(judged.session, "It rests on AK1, which is not filed under 2.1"):
        change_finding(judged.session, judged.amira, "1", statements=["2.1"])
    file_note(judged.session, judged.amira, "AK1", ["2.1"])
    change_finding(judged.session, judged.amira, "1", statements=["2.1"])
    change_finding(judged.session, judged.amira, "1", statements=["1.2"], notes=[])
    assert (finding(judged, "1").statements, finding(judged, "1").notes) == (("1.2",), ())


def test_a_statement_that_is_out_of_scope_for_now_stays_with_its_finding(judged: Panel) -> None:
    add_finding(judged.session, judged.amira, "strength", "So.", ["1.1", "2.1"])
    change_setup(judged.session, judged.fay, areas=(1,))
    change_finding(judged.session, judged.amira, "1", statements=["1.2"])
    assert finding(judged, "1").statements == ("1.2", "2.1")


def test_a_number_is_never_given_twice(judged: Panel) -> None:
    three(judged)
    delete_finding(judged.session, judged.fay, "3")
    with refusal(judged.session, "no finding 3", "there is 1, 2."):
        delete_finding(judged.session, judged.fay, "3")
    assert add_finding(judged.session, judged.fay, "strength", "So.", ["1.1"]) == "4"
    undo(judged.session, judged.fay)
    assert add_finding(judged.session, judged.fay, "strength", "So.", ["1.1"]) == "5"


# Priorities


def test_priorities_are_areas_for_development_in_the_order_that_is_set(judged: Panel) -> None:
    three(judged)
    assert order(judged) == []
    set_priorities(judged.session, judged.fay, ["2", "1", "2"])
    assert order(judged) == ["2", "1"]
    assert [(f.ref, f.priority) for f in plan(judged).findings] == [("3", 0), ("2", 1), ("1", 2)]
    set_priorities(judged.session, judged.fay, ["1"])
    assert order(judged) == ["1"]
    set_priorities(judged.session, judged.fay, [])
    assert order(judged) == []


def test_no_strength_is_a_priority_nor_what_is_not_there(judged: Panel) -> None:
    three(judged)
    with refusal(judged.session, "Finding 3 is a strength; priorities are areas for development"):
        set_priorities(judged.session, judged.fay, ["1", "3"])
    with refusal(judged.session, "no finding 7"):
        set_priorities(judged.session, judged.fay, ["7"])


def test_what_is_no_area_for_development_any_more_is_no_priority(judged: Panel) -> None:
    three(judged)
    set_priorities(judged.session, judged.fay, ["1", "2"])
    change_finding(judged.session, judged.amira, "1", kind="strength")
    assert [(f.ref, f.priority) for f in plan(judged).priorities] == [("2", 1)]


def test_a_priority_that_is_out_of_sight_keeps_its_place(judged: Panel) -> None:
    three(judged)
    add_finding(judged.session, judged.ben, "development", "Badger.", ["2.2"])
    set_priorities(judged.session, judged.fay, ["2", "1", "4"])
    reopen(judged.session, judged.fay, 1, "A class was missed")
    assert order(judged) == ["2", "4"]
    set_priorities(judged.session, judged.fay, ["4", "2"])
    assert order(judged) == ["4", "2"]
    open_gate(judged.session, judged.fay, 1)
    assert order(judged) == ["4", "1", "2"]


# Out of sight


def test_a_finding_is_out_of_sight_while_one_of_its_areas_is_described_again(
    judged: Panel,
) -> None:
    three(judged)
    add_finding(judged.session, judged.amira, "sharing", "Weasel.", ["1.1", "2.1"])
    reopen(judged.session, judged.fay, 1, "A class was missed")
    for viewer in (None, judged.fay, judged.amira):
        seen = plan(judged, viewer)
        assert [found.ref for found in seen.findings] == ["2"]
        assert seen.draft == "What needs work: Heron (2.1)."
        assert seen.waiting == (1,)
    open_gate(judged.session, judged.fay, 1)
    assert len(plan(judged).findings) == 4
    assert plan(judged).waiting == ()


@pytest.mark.parametrize("act", ["change", "delete", "prioritise", "undo", "last act"])
def test_nothing_is_done_to_a_finding_that_is_out_of_sight(judged: Panel, act: str) -> None:
    three(judged)
    reopen(judged.session, judged.fay, 1, "A class was missed")
    says = ("area 1" if act not in ("undo", "last act") else "Area 1", "being described")
    with refusal(judged.session, *says):
        if act == "change":
            change_finding(judged.session, judged.amira, "1", text="Stoat.")
        elif act == "delete":
            delete_finding(judged.session, judged.amira, "1")
        elif act == "prioritise":
            set_priorities(judged.session, judged.amira, ["1"])
        elif act == "undo":
            undo(judged.session, judged.amira)
        else:
            last_act(judged.session, judged.amira)


def test_a_refusal_names_no_finding_that_is_out_of_sight(judged: Panel) -> None:
    three(judged)
    reopen(judged.session, judged.fay, 1, "A class was missed")
    with refusal(judged.session, "no finding 9 in this session; there is 2."):
        delete_finding(judged.session, judged.ben, "9")
    reopen(judged.session, judged.fay, 2, "A class was missed")
    with refusal(judged.session, "no finding 9 in this session; there is none yet."):
        delete_finding(judged.session, judged.ben, "9")


def test_a_deletion_is_not_taken_back_while_its_area_is_described(judged: Panel) -> None:
    three(judged)
    delete_finding(judged.session, judged.ben, "1")
    reopen(judged.session, judged.fay, 1, "A class was missed")
    with refusal(judged.session, "Area 1 is still being described"):
        undo(judged.session, judged.ben)
    open_gate(judged.session, judged.fay, 1)
    undo(judged.session, judged.ben)
    assert finding(judged, "1").text == "Zebra."


def test_an_area_dropped_from_the_review_while_it_is_described_keeps_its_findings_hidden(
    judged: Panel,
) -> None:
    three(judged)
    reopen(judged.session, judged.fay, 1, "A class was missed")
    change_setup(judged.session, judged.fay, areas=(2,))
    seen = plan(judged)
    assert ([found.ref for found in seen.findings], seen.waiting) == (["2"], (1,))


def test_what_is_agreed_is_apart_from_what_is_found(judged: Panel) -> None:
    agree(judged.session, judged.fay, area=1, because="So")
    assert plan(judged) == PlanView(windows=plan(judged).windows)


# Undo


def test_undo_says_plainly_what_it_takes_back(judged: Panel) -> None:
    three(judged)
    change_finding(judged.session, judged.amira, "1", text="Stoat.")
    set_priorities(judged.session, judged.amira, ["1"])
    set_priorities(judged.session, judged.amira, ["2", "1"])
    delete_finding(judged.session, judged.amira, "1")
    for words in (
        "the deletion of finding 1",
        "the change to the order of the priorities",
        "the order of the priorities",
        "the change to finding 1",
        "finding 1",
    ):
        assert last_act(judged.session, judged.amira).what == words
        assert undo(judged.session, judged.amira) == words
    assert [found.ref for found in plan(judged).findings] == ["3", "2"]
    assert order(judged) == []


def test_undo_brings_back_the_order_that_was(judged: Panel) -> None:
    three(judged)
    set_priorities(judged.session, judged.fay, ["1", "2"])
    set_priorities(judged.session, judged.fay, ["2", "1"])
    undo(judged.session, judged.fay)
    assert order(judged) == ["1", "2"]
