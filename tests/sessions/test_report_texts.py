"""Words that people write for the report: what they rest on, when they are stale, who sees them."""

from pathlib import Path

import pytest
from finals import Visit, visited
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
from sessions.ballots import judge
from sessions.figures import set_figures
from sessions.findings import add_finding, change_finding, delete_finding, set_priorities
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.records_after import PARTS
from sessions.report_texts import look_at_text, remove_text, write_text
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def visit(panel: Panel) -> Visit:
    return visited(panel)


def stale(visit: Visit, part: str = "headline") -> tuple[str, ...]:
    text = view(visit.session).after.text(part)
    assert text is not None
    return text.stale


def test_words_are_written_changed_and_taken_away(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.hana, "area/1", "It has begun.")
    write_text(session, visit.fay, "headline", " A calm school.\n\nIt asks why.\n")
    texts = view(session).after.texts
    assert [(t.name, t.text, t.by, t.stale) for t in texts] == [
        ("Headline", "A calm school.\n\nIt asks why.", "Fay", ()),
        ("Area 1", "It has begun.", "Hana", ()),
    ]
    write_text(session, visit.fay, "headline", "A quiet school.")
    assert undo(session, visit.fay) == "the change to the words for Headline"
    remove_text(session, visit.fay, "headline")
    assert view(session).after.text("headline") is None
    assert undo(session, visit.fay) == "the change to the words for Headline"
    assert view(session).after.texts[0].text.startswith("A calm school.")
    with refusal(session, '"For governors"', "nothing to take away"):
        remove_text(session, visit.fay, "governors")


def test_who_may_write_and_for_what(visit: Visit) -> None:
    session = visit.session
    for part in PARTS:
        write_text(session, visit.amira, part, "Words.")
    assert [text.part for text in view(session).after.texts] == list(PARTS)
    with refusal(session, "observer"):
        write_text(session, visit.olu, "headline", "Mine.")
    with refusal(session, "There is no part called ending", "headline, context", "area/1"):
        write_text(session, visit.fay, "ending", "Words.")
    with refusal(session, "There is no area 9"):
        write_text(session, visit.fay, "area/9", "Words.")
    with refusal(session, "still being described"):
        write_text(session, visit.fay, "area/2", "Words.")


def test_words_about_an_area_wait_for_its_ballots(sealed: Visit) -> None:
    with refusal(sealed.session, "sealed"):
        write_text(sealed.session, sealed.fay, "area/1", "It has begun.")


@pytest.fixture
def sealed(panel: Panel) -> Visit:
    session, fay, amira, _ = panel
    add_note(session, amira, "A chart.", ["1.1"])
    open_gate(session, fay, 1)
    judge(session, amira, "1.1", outcome="not_enough_evidence")
    return Visit(session, fay, amira, "", "")


# Stale


def test_words_rest_on_findings_sentences_and_the_order(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.fay, "headline", "A calm school.")
    add_note(session, visit.amira, "Cited by nothing.", ["1.1"])
    assert stale(visit) == ()
    change_finding(session, visit.fay, "1", text="Leaders look at attendance each month.")
    assert stale(visit) == ("finding 1 changed since",)
    agree(session, visit.fay, area=1, because="It is under way.")
    add_finding(session, visit.fay, "development", "Few books are on show.", ["1.1"])
    set_priorities(session, visit.fay, ["3", "2"])
    delete_finding(session, visit.fay, "1")
    assert set(stale(visit)) == {
        "the sentence of area 1 changed since",
        "finding 1 was deleted since",
        "finding 3 was written since",
        "the order of the priorities changed since",
    }
    undo(session, visit.fay)
    undo(session, visit.fay)
    undo(session, visit.fay)
    assert set(stale(visit)) == {
        "the sentence of area 1 changed since",
        "finding 1 changed since",
    }


def test_words_for_an_area_rest_on_what_is_agreed_there(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.fay, "area/1", "It has begun.")
    judge(session, visit.amira, "1.1", outcome="not_enough_evidence")
    agree(
        session,
        visit.fay,
        statement="1.1",
        because="Nothing was there.",
        outcome="not_enough_evidence",
    )
    assert stale(visit, "area/1") == ("what is agreed of 1.1 was written since",)
    undo(session, visit.fay, "Too soon")
    assert stale(visit, "area/1") == ()


def test_words_for_the_setting_rest_on_its_figures(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.fay, "context", "A school of two hundred.")
    change_finding(session, visit.fay, "1", text="Otherwise.")
    assert stale(visit, "context") == ()
    set_figures(session, visit.fay, {"roll": 412})
    change_setup(session, visit.fay, setting="Brook")
    assert set(stale(visit, "context")) == {
        "the figure for learners on roll changed since",
        "the setting changed since",
    }


def test_a_look_or_saving_again_settles_it_until_the_next_change(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.fay, "headline", "A calm school.")
    with refusal(session, "has changed; nothing was written"):
        look_at_text(session, visit.fay, "headline")
    change_finding(session, visit.fay, "1", text="Otherwise.")
    with refusal(session, "observer"):
        look_at_text(session, visit.olu, "headline")
    look_at_text(session, visit.amira, "headline")
    assert stale(visit) == ()
    change_finding(session, visit.fay, "2", text="Otherwise too.")
    assert set(stale(visit)) == {"finding 1 changed since", "finding 2 changed since"}
    write_text(session, visit.fay, "headline", "A calm school.")
    assert stale(visit) == ()


# Who sees them


def test_words_wait_for_every_gate_that_they_may_speak_of(visit: Visit) -> None:
    session = visit.session
    write_text(session, visit.fay, "context", "A heron on the roof.")
    add_note(session, visit.amira, "A plan on paper.", ["2.1"])
    open_gate(session, visit.fay, 2)
    write_text(session, visit.fay, "headline", "An otter in the pond.")
    write_text(session, visit.fay, "area/1", "A newt under stone.")
    finding = add_finding(session, visit.fay, "strength", "Calm.", ["2.1"])
    assert stale(visit) == (f"finding {finding} was written since",)
    reopen(session, visit.fay, 2, "More to see")
    for viewer in (None, visit.fay, visit.hana):
        seen = everything_seen(session, viewer)
        assert "otter" not in seen
        assert "heron" in seen and "newt" in seen
    assert view(session).after.hidden_texts == ("headline",)
    with refusal(session, '"Headline" rests on area 2', "being described again"):
        write_text(session, visit.fay, "headline", "Otherwise.")
    with refusal(session, "being described again"):
        remove_text(session, visit.fay, "headline")
    # What was written of area 1 alone says nothing of what came in area 2.
    assert stale(visit, "area/1") == ()
    open_gate(session, visit.fay, 2)
    assert "otter" in everything_seen(session, None)


def test_an_area_that_is_no_longer_reviewed_is_named_so(visit: Visit) -> None:
    add_note(visit.session, visit.amira, "A plan on paper.", ["2.1"])
    open_gate(visit.session, visit.fay, 2)
    agree(visit.session, visit.fay, area=2, because="On paper.")
    write_text(visit.session, visit.fay, "headline", "A calm school.")
    change_setup(visit.session, visit.fay, areas=(1,))
    assert stale(visit) == ("area 2 was dropped from the review since",)


def test_words_that_met_are_settled_by_writing_again(tmp_path: Path) -> None:
    clock = Ticking()
    here = visited(panel_in(library_in(tmp_path, clock=clock)))
    there = here._replace(session=copied_to(tmp_path, here.session, clock))
    write_text(here.session, here.fay, "headline", "A calm school.")
    write_text(there.session, there.hana, "headline", "A loud school.")
    meet(here.session, there.session)
    told = "What is written for the report (Headline) was changed in two places (Fay and Hana)"
    assert view(here.session).conflicts == (f"{told}; write it again to settle it.",)
    write_text(here.session, here.fay, "headline", "A loud school.")
    assert view(here.session).conflicts == ()
