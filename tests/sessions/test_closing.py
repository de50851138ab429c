"""Before an area closes: what would not stand up, as far as somebody may see it."""

import msgspec
import pytest
from reviews import Panel, everything_seen

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.closing import Weak, closing
from sessions.enquiries import add_enquiry, stand
from sessions.findings import add_finding
from sessions.looking import look
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.view import view

STATEMENTS = ("1.1", "1.2", "1.3")


@pytest.fixture
def judging(panel: Panel) -> Panel:
    """AK1 under each statement of area 1, which is behind its gate."""
    add_note(panel.session, panel.amira, "A chart.", STATEMENTS)
    open_gate(panel.session, panel.fay, 1)
    return panel


def cast(panel: Panel, by: str, ref: str, *, against: bool = False, draft: bool = False) -> None:
    cites = [("AK1", against)]
    judge(panel.session, by, ref, highlights={"leafing": "full"}, cites=cites, draft=draft)


def all_cast(panel: Panel) -> None:
    for person in (panel.amira, panel.ben):
        for ref in STATEMENTS:
            cast(panel, person, ref)


def weak(panel: Panel, viewer: str | None = None, area: int = 1) -> tuple[Weak, ...]:
    return closing(view(panel.session, viewer), area)


def kinds(panel: Panel, viewer: str | None = None) -> list[tuple[str, str]]:
    return [(one.kind, one.statement or one.enquiry or one.finding) for one in weak(panel, viewer)]


def test_before_the_gate_and_outside_the_review_there_is_nothing(judging: Panel) -> None:
    add_enquiry(judging.session, judging.fay, "Who?", ["2.1"])
    assert weak(judging, area=2) == weak(judging, area=9) == ()
    assert kinds(judging) == [("unjudged", ref) for ref in STATEMENTS]
    reopen(judging.session, judging.fay, 1, "One more lesson")
    assert weak(judging) == ()


def test_that_nobody_judged_is_told_from_who_has_cast_and_a_draft_is_not(judging: Panel) -> None:
    cast(judging, judging.amira, "1.1")
    cast(judging, judging.amira, "1.2", draft=True)
    for viewer in (judging.amira, judging.ben, judging.fay, None):
        assert kinds(judging, viewer) == [("unjudged", "1.2"), ("unjudged", "1.3")]
    assert weak(judging)[0].sentence == "Nobody has judged 1.2 yet."


def test_of_a_sealed_ballot_its_author_alone_learns_what_is_weak(judging: Panel) -> None:
    cast(judging, judging.amira, "1.1", against=True)
    edit_note(judging.session, judging.amira, "AK1", "Two charts.")
    for viewer in (judging.ben, judging.fay, None):
        assert ("changed", "1.1") not in kinds(judging, viewer)
        assert ("against", "1.1") not in kinds(judging, viewer)
        said = everything_seen(judging.session, viewer) + repr(weak(judging, viewer))
        assert "Two charts" in said and 'stale_notes":["AK1' not in said
    assert kinds(judging, judging.amira)[:2] == [("changed", "1.1"), ("against", "1.1")]
    cast(judging, judging.ben, "1.1")
    assert ("against", "1.1") not in kinds(judging, judging.ben)  # all have cast, none revealed
    reveal(judging.session, judging.fay, area=1, reason="Time")
    assert kinds(judging)[:2] == [("changed", "1.1"), ("against", "1.1")]


def test_a_highlight_stands_once_something_speaks_for_it(judging: Panel) -> None:
    all_cast(judging)
    reveal(judging.session, judging.fay, area=1)
    assert weak(judging) == ()
    cast(judging, judging.ben, "1.3", against=True)  # a second ballot, which holds
    (one,) = weak(judging)
    assert (one.kind, one.place, one.statement, one.subject) == ("against", "judge", "1.3", "")
    assert one.sentence == "What Ben Orr highlighted for 1.3 has only evidence against it: AK1."
    cast(judging, judging.ben, "1.3")
    assert weak(judging) == ()


def test_what_rests_on_a_changed_note_is_listed_until_somebody_looks(judging: Panel) -> None:
    session = judging.session
    all_cast(judging)
    reveal(session, judging.fay, area=1)
    agree(
        session,
        judging.fay,
        statement="1.1",
        because="So.",
        outcome="stages",
        stages=["leafing"],
    )
    add_finding(session, judging.ben, "strength", "So.", ["1.1"], ["AK1"])
    assert weak(judging) == ()
    edit_note(session, judging.amira, "AK1", "Two charts.")
    found = weak(judging)
    assert [(one.kind, one.place) for one in found if one.statement in ("1.1", "")] == [
        *(("changed", "judge"), ("changed", "judge"), ("agreement", "agree"), ("finding", "plan")),
    ]
    assert found[0].sentence == (
        "The judgement of 1.1 by Amira Khan rests on what has changed since: AK1."
    )
    for one in found:
        look(session, judging.fay, one.subject)
    assert weak(judging) == ()


def test_a_first_ballot_is_not_weak_once_a_second_one_holds(judging: Panel) -> None:
    all_cast(judging)
    reveal(judging.session, judging.fay, area=1)
    edit_note(judging.session, judging.amira, "AK1", "Two charts.")
    for person in (judging.amira, judging.ben):
        cast(judging, person, "1.1")
    assert "1.1" not in [one.statement for one in weak(judging)]


def test_an_open_question_about_the_area_is_listed_and_an_answered_one_is_not(
    judging: Panel,
) -> None:
    all_cast(judging)
    reveal(judging.session, judging.fay, area=1)
    ref = add_enquiry(judging.session, judging.fay, "Who rings home?", ["1.2", "2.1"])
    add_enquiry(judging.session, judging.fay, "Elsewhere?", ["2.1"])
    (one,) = weak(judging)
    assert (one.kind, one.enquiry, one.place) == ("enquiry", ref, "prepare")
    assert one.sentence == f"Line of enquiry {ref} is still open: Who rings home?"
    stand(judging.session, judging.fay, ref, "supported", "The office does.")
    assert weak(judging) == ()


def test_what_was_agreed_before_the_area_was_reopened_is_listed(judging: Panel) -> None:
    session = judging.session
    all_cast(judging)
    reveal(session, judging.fay, area=1)
    agree(session, judging.fay, area=1, because="It spans.")
    reopen(session, judging.fay, 1, "One more lesson")
    open_gate(session, judging.fay, 1)
    (one,) = weak(judging)
    assert (one.kind, one.place, one.subject) == ("agreement", "agree", "")
    assert "before the area was reopened" in one.sentence


def test_no_stage_is_named(judging: Panel) -> None:
    all_cast(judging)
    reveal(judging.session, judging.fay, area=1)
    cast(judging, judging.ben, "1.1", against=True)
    edit_note(judging.session, judging.amira, "AK1", "Two charts.")
    said = msgspec.json.encode(weak(judging)).decode().casefold()
    assert weak(judging)
    assert not [name for name in ("budding", "leafing", "fruiting") if name in said]
