"""A label goes in by the acts that change a text; what is accepted is kept; who may not is told who may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import Panel, library_in, meet, panel_in, refusal, snapshot

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.erasing import erase_note
from sessions.errors import Refused
from sessions.findings import add_finding
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person
from sessions.privacy import identifying
from sessions.settling import Spot, accept, settle
from sessions.settling_places import text_at
from sessions.undo import undo
from sessions.view import view


def spot(panel: Panel, subject: str, place: str = "here") -> Spot:
    """Return the first clue at a subject."""
    text = text_at(view(panel.session, panel.fay), subject)
    assert text is not None
    return Spot(place, subject, text, identifying(text)[0])


def noted(panel: Panel, text: str = "A pupil called Kwame read.", *, private: bool = False) -> str:
    """Write a note of Amira's under 1.1, and return the subject of its text."""
    ref = add_note(panel.session, panel.amira, text, ["1.1"], private=private)
    note = view(panel.session, panel.amira).note(ref)
    assert note is not None
    return f"note/{note.id}/text"


def text_of(panel: Panel, ref: str = "AK1") -> str:
    note = view(panel.session, panel.amira).note(ref)
    assert note is not None
    return note.text


def test_a_label_stands_in_the_note_and_undo_brings_the_name_back(panel: Panel) -> None:
    kwame = spot(panel, noted(panel))
    assert settle(panel.session, panel.ben, kwame, " Learner  A ")
    assert text_of(panel) == "A pupil called Learner A read."
    before = snapshot(panel.session)
    assert not settle(panel.session, panel.ben, kwame, "Learner A")
    assert snapshot(panel.session) == before
    assert undo(panel.session, panel.ben) == "the change to note AK1"
    assert text_of(panel) == "A pupil called Kwame read."
    with pytest.raises(Refused):  # whose label it was is kept, and is nothing to take back
        undo(panel.session, panel.ben)


def test_a_note_settled_after_the_gate_is_late_and_one_before_is_not(panel: Panel) -> None:
    early, late = spot(panel, noted(panel)), spot(panel, noted(panel))
    settle(panel.session, panel.amira, early, "Learner A")
    open_gate(panel.session, panel.fay, 1)
    settle(panel.session, panel.amira, late, "Learner A")
    notes = {note.ref: note.late for note in view(panel.session).notes}
    assert notes == {"AK1": frozenset(), "AK2": frozenset({1})}
    undo(panel.session, panel.amira)
    assert text_of(panel, "AK2") == "A pupil called Kwame read."


def test_what_has_changed_meanwhile_is_not_overwritten(panel: Panel) -> None:
    kwame = spot(panel, noted(panel, "Kai met Kwame."), "AK1")
    settle(panel.session, panel.amira, kwame, "Learner A")
    other = Spot("AK1", kwame.subject, "Kai met Kwame.", identifying("Kai met Kwame.")[1])
    with refusal(panel.session, "AK1", "something else by now"):
        settle(panel.session, panel.amira, other, "Learner B")
    with refusal(panel.session, "AK1", "something else by now"):
        accept(panel.session, panel.amira, [other])


@pytest.mark.parametrize("label", ["", "  ", "Kofi", "J.B. in Y4", "three pupils"])
def test_a_label_must_not_say_who_it_is(panel: Panel, label: str) -> None:
    kwame = spot(panel, noted(panel))
    with refusal(panel.session, "Learner A"):
        settle(panel.session, panel.amira, kwame, label)


def test_somebody_elses_private_note_is_as_if_it_were_not_there(panel: Panel) -> None:
    subject = noted(panel, private=True)
    text = "A pupil called Kwame read."
    kwame = Spot("AK1", subject, text, identifying(text)[0])
    with refusal(panel.session, "not for you to see"):
        settle(panel.session, panel.ben, kwame, "Learner A")
    with refusal(panel.session, "not for you to see"):
        accept(panel.session, panel.ben, [kwame])


def test_accepting_is_one_act_and_the_same_again_is_none(panel: Panel) -> None:
    both = [spot(panel, noted(panel)), spot(panel, noted(panel))]
    assert accept(panel.session, panel.ben, both) == 2
    before = snapshot(panel.session)
    assert accept(panel.session, panel.amira, both) == 0
    assert snapshot(panel.session) == before
    seen = view(panel.session)
    assert all(seen.privacy.accepts(one.subject, "KWAME", one.text) for one in both)
    assert not seen.privacy.accepts(both[0].subject, "Kofi", both[0].text)
    assert "Kwame" not in repr(seen.privacy)
    undo(panel.session, panel.ben)
    assert view(panel.session).privacy.accepted == frozenset()


def test_an_observer_reads_and_accepts_nothing(panel: Panel) -> None:
    kwame = spot(panel, noted(panel))
    olive = add_person(panel.session, "Olive", role="observer")
    with refusal(panel.session, "Olive is here as observer"):
        accept(panel.session, olive, [kwame])


def test_what_was_accepted_on_two_laptops_counts_on_both(library: Library) -> None:
    panel = panel_in(library)
    kwame = spot(panel, noted(panel))
    panel.session.flush()
    other = library_in(library.folder.parent, "other").open(panel.session.id)
    accept(other, panel.ben, [kwame])
    meet(panel.session, other)
    assert view(panel.session).privacy.accepts(kwame.subject, "Kwame", kwame.text)


def test_what_was_settled_of_a_note_goes_when_the_note_is_erased(library: Library) -> None:
    panel = panel_in(library)
    first, second = spot(panel, noted(panel)), spot(panel, noted(panel, "Kofi said no."))
    accept(panel.session, panel.amira, [first])
    settle(panel.session, panel.amira, second, "Learner A")
    assert view(panel.session).privacy.labels
    for ref in ("AK1", "AK2"):
        erase_note(library, panel.session, panel.amira, ref, "A name stood in it.")
    privacy = view(panel.session).privacy
    assert (privacy.accepted, privacy.labels) == (frozenset(), {})


# What is judged, and planned


def judged(panel: Panel) -> None:
    """Judge and agree 1.1, with a name in each place."""
    noted(panel, "A note.")
    open_gate(panel.session, panel.fay, 1)
    said = "A pupil called Kwame said so."
    for person in (panel.amira, panel.ben):
        judge(
            panel.session,
            person,
            "1.1",
            highlights={"budding": "full"},
            cites=[("AK1", False)],
            because=said,
        )
    reveal(panel.session, panel.fay, statement="1.1")
    agree(
        panel.session,
        panel.fay,
        statement="1.1",
        outcome="stages",
        stages=["budding"],
        because=said,
        dissent=[("Ben Orr", said)],
    )
    add_finding(panel.session, panel.amira, "strength", said, ["1.1"], ["AK1"])


def test_what_is_agreed_is_for_who_chairs_and_what_it_rests_on_stays(panel: Panel) -> None:
    judged(panel)
    because = spot(panel, "agreement/1.1/because")
    dissent = spot(panel, f"agreement/1.1/dissent/{panel.ben}")
    with refusal(panel.session, "Only a facilitator", "ask Fay"):
        settle(panel.session, panel.amira, because, "Learner A")
    noted(panel)  # nothing to do with it
    settle(panel.session, panel.fay, because, "Learner A")
    settle(panel.session, panel.fay, dissent, "Learner A")
    statement = view(panel.session).statement("1.1")
    assert statement is not None and statement.judged is not None
    agreed = statement.judged.agreement
    assert agreed is not None and agreed.stages == ("budding",) and not agreed.stale_notes
    assert agreed.because == agreed.dissents[0][1] == "A pupil called Learner A said so."
    with refusal(panel.session, "needs a reason"):
        undo(panel.session, panel.fay)
    reopen(panel.session, panel.fay, 1, "Again.")
    with refusal(panel.session, "not there any more"):
        settle(panel.session, panel.fay, because, "Learner B")


def test_a_ballot_is_for_who_cast_it_and_stays_once_it_is_revealed(panel: Panel) -> None:
    judged(panel)
    ballot = spot(panel, f"ballot/{panel.amira}/1.1/1/because")
    with refusal(panel.session, "ask Amira Khan"):
        settle(panel.session, panel.ben, ballot, "Learner A")
    with refusal(panel.session, "is revealed, and stays"):
        settle(panel.session, panel.amira, ballot, "Learner A")
    assert accept(panel.session, panel.ben, [ballot]) == 1


def test_a_finding_keeps_what_it_rests_on_and_an_interest_is_ones_own(panel: Panel) -> None:
    judged(panel)
    (finding,) = view(panel.session).plan.findings
    settle(panel.session, panel.ben, spot(panel, f"finding/{finding.id}/text"), "Learner A")
    (after,) = view(panel.session).plan.findings
    assert after.text == "A pupil called Learner A said so." and after.notes == ("AK1",)
    change_person(panel.session, panel.ben, interest="My nephew Kwame is here.")
    interest = spot(panel, f"person/{panel.ben}/interest")
    with refusal(panel.session, "ask Ben Orr"):
        settle(panel.session, panel.fay, interest, "a learner")
    settle(panel.session, panel.ben, interest, "a learner")
    assert text_at(view(panel.session), interest.subject) == "My nephew a learner is here."


def test_the_log_says_that_it_stays(panel: Panel) -> None:
    text = "A pupil called Kwame was missed."
    gate = Spot("the reason for taking area 1 back", "gate/1/1", text, identifying(text)[0])
    with refusal(panel.session, "part of the log", "accept it"):
        settle(panel.session, panel.fay, gate, "Learner A")
    assert accept(panel.session, panel.fay, [gate]) == 1


@given(st.text(max_size=40))
def test_any_label_is_taken_or_refused(label: str) -> None:
    # One session for all of them would carry labels over; the text alone is what matters here.
    kwame = identifying("A pupil called Kwame read.")[0]
    one = Spot("AK1", "note/x/text", "A pupil called Kwame read.", kwame)
    assert one.settled(label) == f"A pupil called {label} read."
