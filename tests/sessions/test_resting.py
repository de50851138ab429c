"""What rests on a note that changed is stale until somebody looks, or writes it again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reviews import Panel, Ticking, copied_to, everything_seen, library_in, meet, panel_in, refusal

from sessions.agreeing import accept, agree
from sessions.ballots import judge, reveal
from sessions.findings import add_finding, change_finding
from sessions.looking import agreement_subject, look
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.resting import GONE
from sessions.session import Session
from sessions.undo import undo
from sessions.view import view


def cast(panel: Panel, by: str, *cites: str) -> None:
    found = [(ref, False) for ref in cites]
    judge(panel.session, by, "1.1", highlights={"leafing": "full"}, cites=found)


@pytest.fixture
def resting(panel: Panel) -> Panel:
    """AK1 and BO1 under 1.1: both judged by both, revealed, agreed, and found (finding 1)."""
    session = panel.session
    add_note(session, panel.amira, "A chart.", ["1.1"])
    add_note(session, panel.ben, "Minutes.", ["1.1"])
    open_gate(session, panel.fay, 1)
    cast(panel, panel.amira, "AK1", "BO1")
    cast(panel, panel.ben, "BO1")
    reveal(session, panel.fay, statement="1.1")
    agreed(panel)
    add_finding(session, panel.amira, "strength", "So.", ["1.1"], ["AK1"])
    return panel


def agreed(panel: Panel, because: str = "Both say so.") -> None:
    by, stages = panel.fay, ["leafing"]
    agree(panel.session, by, statement="1.1", because=because, outcome="stages", stages=stages)


def stale(session: Session, viewer: str | None = None) -> dict[str, tuple[str, ...]]:
    """Return, by what it is, the notes that something rests on and that changed."""
    seen = view(session, viewer)
    statement = seen.statement("1.1")
    assert statement is not None and statement.judged is not None
    found = {f"{b.by} {b.round}": b.stale_notes for b in statement.judged.ballots}
    if statement.judged.agreement is not None:
        found["agreement"] = statement.judged.agreement.stale_notes
    found |= {f"finding {f.ref}": f.stale_notes for f in seen.plan.findings}
    sentence = seen.areas[0].agreement
    found["area"] = sentence.moved if sentence is not None else ()
    return {what: refs for what, refs in found.items() if refs}


def ballot_of(person: str, turn: int = 1) -> str:
    return f"ballot/{person}/1.1/{turn}"


def finding_of(panel: Panel) -> str:
    return view(panel.session).plan.findings[0].id


def test_nothing_is_stale_while_nothing_has_changed(resting: Panel) -> None:
    edit_note(resting.session, resting.amira, "AK1", "A chart.")
    assert stale(resting.session) == {}


def test_a_changed_note_is_named_by_all_that_rests_on_it(resting: Panel) -> None:
    edit_note(resting.session, resting.amira, "AK1", "Two charts.")
    named = {"Amira Khan 1": ("AK1",), "agreement": ("AK1",), "finding 1": ("AK1",)}
    assert stale(resting.session) == named
    undo(resting.session, resting.amira)
    assert stale(resting.session) == {}


def test_a_deleted_note_is_named_and_back_it_is_as_it_was(resting: Panel) -> None:
    delete_note(resting.session, resting.ben, "BO1")
    assert stale(resting.session) == {
        "Amira Khan 1": ("BO1",),
        "Ben Orr 1": ("BO1",),
        "agreement": ("BO1",),
    }
    undo(resting.session, resting.ben)
    assert stale(resting.session) == {}


def test_a_note_made_private_is_named_to_its_author_alone(resting: Panel) -> None:
    edit_note(resting.session, resting.ben, "BO1", private=True)
    for viewer in (resting.amira, resting.fay, None):
        assert stale(resting.session, viewer)["agreement"] == (GONE,)
        assert "BO1" not in everything_seen(resting.session, viewer)
    assert stale(resting.session, resting.ben)["agreement"] == ("BO1",)
    delete_note(resting.session, resting.ben, "BO1")
    assert stale(resting.session)["agreement"] == (GONE,)


def test_what_is_written_again_rests_on_the_notes_as_they_are(resting: Panel) -> None:
    session = resting.session
    edit_note(session, resting.amira, "AK1", "Two charts.")
    cast(resting, resting.amira, "AK1", "BO1")
    agreed(resting)
    change_finding(session, resting.amira, "1", text="So.")
    assert stale(session) == {"Amira Khan 1": ("AK1",)}  # the first ballot stays as it was
    edit_note(session, resting.amira, "AK1", "Three charts.")
    assert set(stale(session)) == {"Amira Khan 1", "Amira Khan 2", "agreement", "finding 1"}


def test_the_same_ballot_cast_again_is_a_look_at_it(panel: Panel) -> None:
    session = panel.session
    add_note(session, panel.amira, "A chart.", ["1.1"])
    open_gate(session, panel.fay, 1)
    cast(panel, panel.amira, "AK1")
    edit_note(session, panel.amira, "AK1", "Two charts.")
    assert stale(session, panel.amira) == {"Amira Khan 1": ("AK1",)}
    cast(panel, panel.amira, "AK1")
    assert stale(session, panel.amira) == {}
    undo(session, panel.amira)
    assert stale(session, panel.amira) == {"Amira Khan 1": ("AK1",)}


@pytest.mark.parametrize(
    ("what", "subject", "called"),
    [
        (
            *("Amira Khan 1", lambda panel: ballot_of(panel.amira)),
            "the judgement of 1.1 by Amira Khan",
        ),
        ("agreement", lambda panel: agreement_subject("1.1"), "what is agreed of 1.1"),
        ("finding 1", finding_of, "finding 1"),
        ("area", lambda panel: agreement_subject("area/1"), "what is agreed of area 1"),
    ],
)
def test_a_look_settles_it_until_the_note_changes_again(
    resting: Panel, what: str, subject: Callable[[Panel], str], called: str
) -> None:
    session = resting.session
    agree(session, resting.fay, area=1, because="It spans.")
    edit_note(session, resting.amira, "AK1", "Two charts.")
    before = set(stale(session))
    look(session, resting.ben, subject(resting))
    assert before - set(stale(session)) == {what}
    edit_note(session, resting.amira, "AK1", "Three charts.")
    assert what in stale(session)
    undo(session, resting.amira)
    assert what not in stale(session)
    assert undo(session, resting.ben) == f"your look at {called}"
    assert what in stale(session)


def test_a_look_is_for_the_panel_and_for_what_waits_for_one(resting: Panel) -> None:
    session, agreement = resting.session, agreement_subject("1.1")
    with refusal(session, "rests on what has changed since"):
        look(session, resting.fay, agreement)
    edit_note(session, resting.amira, "AK1", "Two charts.")
    for role in ("host", "observer"):
        other = add_person(session, role.title(), role=role)
        with refusal(session, f"is here as {role}", "for the panel"):
            look(session, other, agreement)
    look(session, resting.fay, agreement)
    with refusal(session, "rests on what has changed since"):
        look(session, resting.ben, agreement)


def test_what_may_not_be_seen_may_not_be_looked_at_and_is_told_to_nobody(panel: Panel) -> None:
    session = panel.session
    add_note(session, panel.amira, "A chart.", ["1.1"])
    open_gate(session, panel.fay, 1)
    cast(panel, panel.amira, "AK1")
    edit_note(session, panel.amira, "AK1", "Two charts.")
    for viewer in (panel.ben, panel.fay, None):
        assert stale(session, viewer) == {}
    with refusal(session, "Nothing that you may see there"):
        look(session, panel.ben, ballot_of(panel.amira))
    assert stale(session, panel.amira) == {"Amira Khan 1": ("AK1",)}
    reopen(session, panel.fay, 1, "One more lesson")
    with refusal(session, "Nothing that you may see there"):
        look(session, panel.amira, ballot_of(panel.amira))


def test_what_was_alike_and_then_changed_may_be_accepted_again(panel: Panel) -> None:
    session = panel.session
    add_note(session, panel.amira, "A chart.", ["1.1"])
    open_gate(session, panel.fay, 1)
    for person in (panel.amira, panel.ben):
        cast(panel, person, "AK1")
    reveal(session, panel.fay, statement="1.1")
    accept(session, panel.fay, ["1.1"])
    with refusal(session, "1.1 is agreed already"):
        accept(session, panel.fay, ["1.1"])
    edit_note(session, panel.amira, "AK1", "Two charts.")
    assert "agreement" in stale(session)
    accept(session, panel.fay, ["1.1"])
    assert "agreement" not in stale(session)


def test_two_laptops_find_the_same_and_either_look_counts(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    one = panel.session
    add_note(one, panel.amira, "A chart.", ["1.1"])
    open_gate(one, panel.fay, 1)
    for person in (panel.amira, panel.ben):
        cast(panel, person, "AK1")
    reveal(one, panel.fay, statement="1.1")
    other = copied_to(tmp_path, one, clock)
    edit_note(other, panel.amira, "AK1", "Two charts.")
    agreed(panel)  # here, where nobody knows of the change
    meet(one, other)
    assert stale(one) == stale(other)
    assert stale(one)["agreement"] == ("AK1",)
    look(other, panel.ben, agreement_subject("1.1"))
    look(one, panel.fay, agreement_subject("1.1"))
    meet(one, other)
    for session in (one, other):
        assert set(stale(session)) == {"Amira Khan 1", "Ben Orr 1"}


# The sentence of an area


def test_an_areas_sentence_rests_on_what_its_open_ballots_cite(resting: Panel) -> None:
    session = resting.session
    add_note(session, resting.ben, "Cited by nobody.", ["1.1"])
    agree(session, resting.fay, area=1, because="It spans.")
    edit_note(session, resting.ben, "BO2", "Still cited by nobody.")
    assert stale(session) == {}
    edit_note(session, resting.ben, "BO1", "Other minutes.")
    assert stale(session)["area"] == ("BO1",)
    agree(session, resting.fay, area=1, because="It spans.")  # written again: somebody looked
    assert "area" not in stale(session)
    delete_note(session, resting.amira, "AK1")
    assert stale(session)["area"] == ("AK1",)
    reopen(session, resting.fay, 1, "One more lesson")
    with refusal(session, "Nothing that you may see there"):
        look(session, resting.fay, agreement_subject("area/1"))


def test_an_areas_sentence_rests_on_what_is_agreed_of_its_statements(resting: Panel) -> None:
    session = resting.session
    agree(session, resting.fay, area=1, because="It spans.")
    agreed(resting)  # the same once more
    assert stale(session) == {}
    agreed(resting, "Both say so, and so does the office.")
    assert stale(session) == {"area": ("what is agreed of 1.1",)}
    look(session, resting.ben, agreement_subject("area/1"))
    assert stale(session) == {}
    undo(session, resting.fay, "We talk again")
    assert stale(session) == {}  # it is as it was when the sentence was written
    agreed(resting, "Something else.")
    assert stale(session) == {"area": ("what is agreed of 1.1",)}


def test_of_a_statement_that_is_sealed_an_areas_sentence_says_nothing(resting: Panel) -> None:
    session = resting.session
    agree(session, resting.fay, area=1, because="It spans.")
    for area in view(session, resting.fay).areas[:1]:
        assert area.agreement is not None
    add_note(session, resting.amira, "A list.", ["1.2"])
    judge(
        session,
        resting.amira,
        "1.2",
        highlights={"leafing": "full"},
        cites=[("AK2", False)],
    )
    edit_note(session, resting.amira, "AK2", "Another list.")
    for viewer in (resting.fay, resting.ben, None):
        assert "area" not in stale(session, viewer)
