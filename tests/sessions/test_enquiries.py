"""Lines of enquiry: open questions, proposed in words and numbers that give no answer away."""

from pathlib import Path
from typing import NamedTuple

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
    snapshot,
)

from sessions.enquiries import (
    accept,
    add_enquiry,
    change_enquiry,
    delete_enquiry,
    propose,
    stand,
)
from sessions.people import add_person, change_person, leave
from sessions.records import Outcome
from sessions.seen_visit import EnquiryView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view

OWN = "Which patterns did you act on?"
"""The framework's own question about 1.1."""


class Hosted(NamedTuple):
    """A panel with a host, whose own view leaves 1.1, 1.3 and 2.1 open, and not 1.2 or 2.2."""

    session: Session
    fay: str
    amira: str
    ben: str
    jo: str

    def enquiries(self, viewer: str | None = None) -> dict[str, EnquiryView]:
        return {e.ref: e for e in view(self.session, viewer).visit.enquiries}

    def others(self) -> tuple[str | None, ...]:
        """Who may not see what is proposed."""
        return (None, self.amira, self.ben)


def hosted_in(panel: Panel) -> Hosted:
    session = panel.session
    jo = add_person(session, "Jo", role="host")
    self_evaluate(session, jo, "1.1", stages=["budding", "leafing"])
    self_evaluate(session, jo, "1.2", stages=["fruiting"])
    self_evaluate(session, jo, "1.3", outcome="not_enough_evidence")
    self_evaluate(session, jo, "2.1", stages=["budding"])
    self_evaluate(session, jo, "2.2", outcome="not_applicable", because="None here")
    return Hosted(*panel, jo)


@pytest.fixture
def hosted(panel: Panel) -> Hosted:
    return hosted_in(panel)


# By hand


def test_anybody_writes_one_and_everybody_sees_it(hosted: Hosted) -> None:
    number = add_enquiry(
        hosted.session,
        hosted.amira,
        " Who greets\nlate arrivals? ",
        ["2.1", "1.2", "2.1"],
        supports="A named adult.\n",
        refutes="Nobody knows.",
        look="The front door",
    )
    assert number == "1"
    for viewer in (*hosted.others(), hosted.fay, hosted.jo):
        found = hosted.enquiries(viewer)["1"]
        assert found.question == "Who greets late arrivals?"
        assert found.statements == ("1.2", "2.1")
        assert (found.supports, found.refutes, found.look) == (
            "A named adult.",
            "Nobody knows.",
            "The front door",
        )
        assert (found.standing, found.by, found.is_open) == ("open", "Amira Khan", True)
    assert view(hosted.session).visit.about("2.1")[0].ref == "1"
    assert add_enquiry(hosted.session, hosted.ben, "And then?") == "2"


def test_it_is_changed_in_part_and_the_rest_stays(hosted: Hosted) -> None:
    add_enquiry(hosted.session, hosted.amira, "Who?", ["1.2"], supports="A name", look="The door")
    change_enquiry(hosted.session, hosted.ben, "1", question="Who greets?", supports="")
    found = hosted.enquiries()["1"]
    assert (found.question, found.supports, found.look) == ("Who greets?", "", "The door")
    assert (found.statements, found.by) == (("1.2",), "Ben Orr")
    change_enquiry(hosted.session, hosted.ben, "1", statements=[])
    assert hosted.enquiries()["1"].statements == ()
    before = snapshot(hosted.session)
    change_enquiry(hosted.session, hosted.ben, "1", question="Who greets?")
    assert snapshot(hosted.session) == before


@pytest.mark.parametrize("standing", ["supported", "not-supported", "changed", "dropped"])
def test_it_is_closed_with_how_it_stands_and_opened_again(hosted: Hosted, standing: str) -> None:
    add_enquiry(hosted.session, hosted.amira, "Who?")
    stand(hosted.session, hosted.ben, "1", standing, " A class trip \n")
    found = hosted.enquiries()["1"]
    assert (found.standing, found.reason, found.is_open) == (standing, "A class trip", False)
    assert found.standing_name == standing.replace("-", " ")
    stand(hosted.session, hosted.ben, "1", "open")
    assert hosted.enquiries()["1"].is_open


def test_what_cannot_be_is_refused(hosted: Hosted) -> None:
    session, amira = hosted.session, hosted.amira
    add_enquiry(session, amira, "Who?")
    with refusal(session, "needs a question"):
        add_enquiry(session, amira, " \n ")
    with refusal(session, "There is no statement 9.9"):
        add_enquiry(session, amira, "Who?", ["9.9"])
    with refusal(session, "needs a question"):
        change_enquiry(session, amira, "1", question="")
    with refusal(session, "There is no line of enquiry 7", "there is 1."):
        change_enquiry(session, amira, "7", question="Who?")
    for standing in ("dropped", "changed"):
        with refusal(session, f"cannot be {standing} without a reason"):
            stand(session, amira, "1", standing, " ")
    for standing in ("proposed", "good", ""):
        with refusal(session, "cannot be called", "open, supported, not-supported"):
            stand(session, amira, "1", standing, "So")
    with refusal(session, "Line of enquiry 1 is not proposed"):
        accept(session, hosted.fay, "1")


def test_a_number_is_never_given_twice(hosted: Hosted) -> None:
    add_enquiry(hosted.session, hosted.amira, "Who?")
    delete_enquiry(hosted.session, hosted.amira, "1")
    assert add_enquiry(hosted.session, hosted.amira, "And then?") == "2"
    assert list(hosted.enquiries()) == ["2"]


# Proposed


def test_what_the_own_view_leaves_open_is_proposed_to_host_and_facilitator_alone(
    hosted: Hosted,
) -> None:
    assert propose(hosted.session, hosted.fay) == ("P1", "P2", "P3")
    for reader in (hosted.fay, hosted.jo):
        found = hosted.enquiries(reader)
        assert [e.statements for e in found.values()] == [("1.1",), ("1.3",), ("2.1",)]
        assert found["P1"].question == OWN
        assert found["P1"].look == "a chart by need"
        assert {e.standing for e in found.values()} == {"proposed"}
    lou = add_person(hosted.session, "Lou", role="observer")
    for viewer in (*hosted.others(), lou):
        assert hosted.enquiries(viewer) == {}
        assert OWN not in everything_seen(hosted.session, viewer).replace(
            f'"questions":["{OWN}"]', ""
        )


def test_a_proposal_says_the_same_whatever_the_answer_was(tmp_path: Path) -> None:
    said = []
    for name, stages in (("one", ["budding"]), ("two", [])):
        panel = panel_in(library_in(tmp_path / name))
        jo = add_person(panel.session, "Jo", role="host")
        outcome: Outcome = "stages" if stages else "not_enough_evidence"
        self_evaluate(panel.session, jo, "1.1", stages=stages, outcome=outcome, because=name)
        propose(panel.session, jo)
        (found,) = view(panel.session, jo).visit.enquiries
        said.append((found.question, found.look, found.supports, found.refutes, found.reason))
    assert said[0] == said[1]


def test_nothing_is_proposed_twice_or_where_somebody_asks_already(hosted: Hosted) -> None:
    add_enquiry(hosted.session, hosted.amira, "Who?", ["1.3", "1.2"])
    assert len(propose(hosted.session, hosted.jo)) == 2
    before = snapshot(hosted.session)
    assert propose(hosted.session, hosted.fay) == ()
    assert snapshot(hosted.session) == before


def test_the_panel_may_neither_propose_nor_touch_what_is_proposed(hosted: Hosted) -> None:
    session = hosted.session
    add_enquiry(session, hosted.amira, "Who?")
    propose(session, hosted.fay)
    with refusal(session, "Only the host or a facilitator may propose"):
        propose(session, hosted.amira)
    with refusal(session, "Only the host or a facilitator accepts"):
        accept(session, hosted.amira, "P1")
    # A proposal is refused in the very words of what was never there.
    nothing = "There is no line of enquiry {} in this session; there is 1."
    for ref in ("P1", "P9"):
        with refusal(session, nothing.format(ref)):
            change_enquiry(session, hosted.amira, ref, question="What?")
        with refusal(session, nothing.format(ref)):
            stand(session, hosted.amira, ref, "open")
        with refusal(session, nothing.format(ref)):
            delete_enquiry(session, hosted.amira, ref)


def test_the_numbers_that_everybody_reads_have_no_gap_for_what_is_proposed(
    hosted: Hosted,
) -> None:
    propose(hosted.session, hosted.fay)
    assert add_enquiry(hosted.session, hosted.amira, "Who?") == "1"
    assert accept(hosted.session, hosted.jo, "p3") == "2"
    assert add_enquiry(hosted.session, hosted.amira, "And then?") == "3"
    assert sorted(hosted.enquiries(hosted.amira)) == ["1", "2", "3"]
    assert sorted(hosted.enquiries(hosted.fay)) == ["1", "2", "3", "P1", "P2"]
    delete_enquiry(hosted.session, hosted.fay, "P1")
    self_evaluate(hosted.session, hosted.jo, "3.1", stages=["budding"])
    assert propose(hosted.session, hosted.fay) == ("P4", "P5")  # no ref is given twice


def test_an_accepted_one_is_reworded_at_once_and_seen_by_all(hosted: Hosted) -> None:
    propose(hosted.session, hosted.fay)
    with refusal(hosted.session, "needs a question"):
        accept(hosted.session, hosted.fay, "P1", " ")
    assert accept(hosted.session, hosted.fay, "P1", "What do charts lead to?") == "1"
    for viewer in hosted.others():
        found = hosted.enquiries(viewer)
        assert list(found) == ["1"]
        assert (found["1"].question, found["1"].by) == ("What do charts lead to?", "Fay")
    assert stand(hosted.session, hosted.jo, "P2", "open") == "2"


def test_a_reworded_proposal_stays_one(hosted: Hosted) -> None:
    propose(hosted.session, hosted.fay)
    change_enquiry(hosted.session, hosted.jo, "P1", question="What follows?")
    assert hosted.enquiries(hosted.fay)["P1"].question == "What follows?"
    assert hosted.enquiries(hosted.amira) == {}


def test_who_becomes_a_reviewer_sees_proposals_no_more(hosted: Hosted) -> None:
    propose(hosted.session, hosted.fay)
    change_person(hosted.session, hosted.fay, role="reviewer")
    assert hosted.enquiries(hosted.fay) == {}
    with refusal(hosted.session, "There is no line of enquiry P1"):
        delete_enquiry(hosted.session, hosted.fay, "P1")


# Undo


def test_every_act_is_undone_and_says_what_it_was(hosted: Hosted) -> None:
    session, amira = hosted.session, hosted.amira
    add_enquiry(session, amira, "Who?")
    stand(session, amira, "1", "dropped", "No time")
    delete_enquiry(session, amira, "1")
    assert undo(session, amira) == "the deletion of line of enquiry 1"
    assert hosted.enquiries()["1"].standing == "dropped"
    assert undo(session, amira) == "the change to line of enquiry 1"
    assert hosted.enquiries()["1"].standing == "open"
    assert undo(session, amira) == "line of enquiry 1"
    assert hosted.enquiries() == {}


def test_a_proposal_and_its_acceptance_are_undone(hosted: Hosted) -> None:
    session, fay = hosted.session, hosted.fay
    propose(session, fay)
    accept(session, fay, "P2")
    assert undo(session, fay) == "the change to line of enquiry 1"
    assert hosted.enquiries(hosted.amira) == {}
    assert len(hosted.enquiries(fay)) == 3
    # Everybody had read that number: it stays with it, and goes to no other.
    assert accept(session, fay, "1") == "1"
    assert undo(session, fay) == "the change to line of enquiry 1"
    assert undo(session, fay) == "line of enquiry P1 and 2 more"
    assert hosted.enquiries(fay) == {}


# Two machines, people and areas that come and go


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


def test_changed_on_two_machines_both_are_kept_and_a_person_settles_it(
    tmp_path: Path, clock: Ticking
) -> None:
    panel = panel_in(library_in(tmp_path, clock=clock))
    add_enquiry(panel.session, panel.amira, "Who?")
    other = copied_to(tmp_path, panel.session, clock)
    change_enquiry(panel.session, panel.amira, "1", question="Who greets?")
    change_enquiry(other, panel.ben, "1", look="The door")
    meet(panel.session, other)
    said = "Line of enquiry 1 was changed in two places (Amira Khan and Ben Orr); change it again"
    for session in (panel.session, other):
        (conflict,) = view(session).conflicts
        assert conflict.startswith(said)
        (found,) = view(session).visit.enquiries
        assert (found.question, found.look) == ("Who?", "The door")
    change_enquiry(other, panel.ben, "1", question="Who greets?")
    meet(panel.session, other)
    for session in (panel.session, other):
        assert view(session).conflicts == ()
        (found,) = view(session).visit.enquiries
        assert (found.question, found.look) == ("Who greets?", "The door")


def test_one_number_given_on_two_machines_is_told_apart_by_a_prime(
    tmp_path: Path, clock: Ticking
) -> None:
    panel = panel_in(library_in(tmp_path, clock=clock))
    other = copied_to(tmp_path, panel.session, clock)
    assert add_enquiry(panel.session, panel.amira, "Earlier?") == "1"
    assert add_enquiry(other, panel.ben, "Later?") == "1"
    meet(panel.session, other)
    for session in (panel.session, other):
        found = {e.ref: e.question for e in view(session).visit.enquiries}
        assert found == {"1": "Earlier?", "1'": "Later?"}
    stand(other, panel.ben, "1'", "supported")
    assert [e.standing for e in view(other).visit.enquiries] == ["open", "supported"]


def test_a_conflict_over_a_proposal_is_said_to_those_alone_who_see_it(
    tmp_path: Path, clock: Ticking
) -> None:
    hosted = hosted_in(panel_in(library_in(tmp_path, clock=clock)))
    propose(hosted.session, hosted.fay)
    other = copied_to(tmp_path, hosted.session, clock)
    change_enquiry(hosted.session, hosted.fay, "P1", question="What follows?")
    change_enquiry(other, hosted.jo, "P1", question="What came of it?")
    meet(hosted.session, other)
    for session in (hosted.session, other):
        assert len(view(session, hosted.fay).conflicts) == 1
        assert all(view(session, viewer).conflicts == () for viewer in hosted.others())
    # Accepted here and reworded there, later, by somebody who did not know: hidden until settled.
    accept(hosted.session, hosted.fay, "P2")
    change_enquiry(other, hosted.jo, "P2", question="Who hears families?")
    meet(hosted.session, other)
    for viewer in hosted.others():
        assert view(other, viewer).visit.enquiries == ()
        assert view(other, viewer).conflicts == ()


def test_it_stays_when_its_writer_leaves_and_its_area_is_dropped_and_taken_back(
    hosted: Hosted,
) -> None:
    add_enquiry(hosted.session, hosted.ben, "Who?", ["1.2", "2.1"])
    leave(hosted.session, hosted.ben)
    change_setup(hosted.session, hosted.fay, areas=(1,))
    found = hosted.enquiries()["1"]
    assert (found.statements, found.by) == (("1.2",), "Ben Orr")
    with refusal(hosted.session, "2.1 is outside this review"):
        change_enquiry(hosted.session, hosted.amira, "1", statements=["2.1"])
    change_enquiry(hosted.session, hosted.amira, "1", statements=["1.3"])
    change_setup(hosted.session, hosted.fay, areas=(1, 2))
    assert hosted.enquiries()["1"].statements == ("1.3", "2.1")
