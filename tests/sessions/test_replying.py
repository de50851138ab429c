"""The host's replies to findings: who, when, in which words; settled, or beside the finding."""

from pathlib import Path
from typing import cast

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

from sessions.findings import change_finding, delete_finding
from sessions.fingerprint import finding_mark
from sessions.passes import open_gate, reopen
from sessions.records_after import Answer
from sessions.reply_forms import Filled, FilledReply, Trouble
from sessions.replying import import_form, preview, reply, settle_reply
from sessions.seen_after import ReplyView
from sessions.undo import undo
from sessions.view import view


@pytest.fixture
def visit(panel: Panel) -> Visit:
    found = visited(panel)
    found.to("accuracy")
    return found


def the_reply(visit: Visit, finding: str = "1") -> ReplyView:
    found = view(visit.session).after.reply(finding)
    assert found is not None
    return found


def test_a_reply_stands_beside_its_finding_until_it_is_settled(visit: Visit) -> None:
    reply(visit.session, visit.hana, "1", "disagree", "It is each month.\n\nAsk the office.")
    said = the_reply(visit)
    assert (said.by, said.answer_name, said.text) == (
        "Hana",
        "disagrees",
        "It is each month.\n\nAsk the office.",
    )
    assert said.is_open
    settle_reply(visit.session, visit.amira, "1", "We read the minutes: it is each month.")
    said = the_reply(visit)
    assert (said.by, said.settled) == ("Hana", "We read the minutes: it is each month.")
    assert not said.is_open
    settle_reply(visit.session, visit.amira, "1", "")
    assert the_reply(visit).is_open
    reply(visit.session, visit.hana, "1", "accept")
    assert not the_reply(visit).is_open


def test_who_may_reply_and_who_settle(visit: Visit) -> None:
    session = visit.session
    for person in (visit.amira, visit.olu):
        with refusal(session, "Only a facilitator", "Fay"):
            reply(session, person, "1", "accept")
    reply(session, visit.fay, "1", "correct", "As they said: each month.")
    assert the_reply(visit).by == "Fay"
    for person in (visit.hana, visit.olu):
        with refusal(session, "for the panel"):
            settle_reply(session, person, "1", "We met.")
    with refusal(session, "not replied to finding 2"):
        settle_reply(session, visit.fay, "2", "We met.")


def test_what_a_reply_needs(visit: Visit) -> None:
    session = visit.session
    for answer, label in (("correct", "correct"), ("evidence", "add evidence")):
        with refusal(session, f'"{label}" needs words'):
            reply(session, visit.hana, "1", answer, " \n")
    with refusal(session, "accept, correct, evidence, disagree"):
        reply(session, visit.hana, "1", "agree")
    with refusal(session, "There is no finding 9"):
        reply(session, visit.hana, "9", "accept")
    visit.to("draft")
    with refusal(session, "is a draft", "to the host for accuracy"):
        reply(session, visit.hana, "1", "accept")
    visit.to("final")
    with refusal(session, "is final", "reason"):
        reply(session, visit.hana, "1", "accept")


def test_the_same_reply_again_is_no_other_and_undo_takes_it_back(visit: Visit) -> None:
    session = visit.session
    reply(session, visit.hana, "1", "correct", "Each month.")
    before = session.records.edition
    reply(session, visit.hana, "1", "correct", "Each month. ")
    assert session.records.edition == before
    reply(session, visit.hana, "1", "accept")
    assert undo(session, visit.hana) == "the change to the reply to finding 1"
    assert the_reply(visit).text == "Each month."
    assert undo(session, visit.hana) == "the reply to finding 1"
    assert view(session).after.replies == ()


def test_a_reply_to_older_words_is_marked(visit: Visit) -> None:
    session = visit.session
    reply(session, visit.hana, "1", "correct", "Each month.")
    change_finding(session, visit.fay, "1", statements=["1.1", "1.2"])
    assert not the_reply(visit).older
    change_finding(session, visit.fay, "1", text="Leaders look at attendance each month.")
    assert the_reply(visit).older
    reply(session, visit.hana, "1", "correct", "Each month.")
    assert not the_reply(visit).older


def test_a_reply_is_out_of_sight_with_its_finding(visit: Visit) -> None:
    session = visit.session
    reply(session, visit.hana, "1", "correct", "A quiet octopus.")
    settle_reply(session, visit.amira, "1", "A loud octopus.")
    reopen(session, visit.fay, 1, "More to see")
    for person in (None, visit.hana, visit.fay):
        assert "octopus" not in everything_seen(session, person)
    with refusal(session, "being described again"):
        reply(session, visit.hana, "1", "accept")
    with refusal(session, "still being described"):
        undo(session, visit.amira)
    open_gate(session, visit.fay, 1)
    assert "A loud octopus." in everything_seen(session, None)
    delete_finding(session, visit.fay, "1")
    assert "octopus" not in everything_seen(session, None)


def test_replies_that_met_are_settled_by_replying_again(tmp_path: Path) -> None:
    clock = Ticking()
    here = visited(panel_in(library_in(tmp_path, clock=clock)))
    here.to("accuracy")
    there = here._replace(session=copied_to(tmp_path, here.session, clock))
    reply(here.session, here.hana, "1", "accept")
    reply(there.session, there.fay, "1", "correct", "Each month.")
    meet(here.session, there.session)
    told = (
        "The reply to finding 1 was written in two places (Hana and Fay); reply again to settle it."
    )
    assert view(here.session).conflicts == (told,)
    reply(here.session, here.hana, "1", "correct", "Each month.")
    assert view(here.session).conflicts == ()


# A form


def filled(visit: Visit, *replies: tuple[str, str, str], session: str = "") -> Filled:
    marks = {f.ref: finding_mark(f.kind, f.text) for f in view(visit.session).plan.findings}
    return Filled(
        session or visit.session.id,
        tuple(
            FilledReply(ref, cast(Answer, answer), text, marks.get(ref, "0" * 8), line)
            for line, (ref, answer, text) in enumerate(replies, 3)
        ),
    )


def test_a_form_comes_in_whole_and_once(visit: Visit) -> None:
    session = visit.session
    reply(session, visit.hana, "2", "accept")
    form = filled(visit, ("1", "correct", "Each month."), ("2", "disagree", "They do know."))
    coming = preview(session, visit.hana, form)
    assert [(one.finding, one.change) for one in coming] == [("1", "new"), ("2", "changed")]
    assert import_form(session, visit.hana, form) == coming
    assert the_reply(visit, "2").text == "They do know."
    before = session.records.edition
    assert {one.change for one in import_form(session, visit.fay, form)} == {"same"}
    assert session.records.edition == before
    assert the_reply(visit).by == "Hana"
    assert undo(session, visit.hana).startswith("the replies to findings 1, 2")
    assert the_reply(visit, "2").answer == "accept"


def test_of_a_form_that_is_not_clear_nothing_comes_in(visit: Visit) -> None:
    session = visit.session
    form = filled(visit, ("1", "accept", ""), ("7", "accept", ""))
    trouble = Trouble(12, "2", "accept and correct are ticked; leave one")
    with refusal(session, "finding 7, line 4: There is no finding 7", "Nothing came in"):
        import_form(session, visit.hana, form)
    unclear = Filled(session.id, form.replies[:1], troubles=(trouble,))
    with refusal(session, "1 thing", "finding 2, line 12: accept and correct are ticked"):
        import_form(session, visit.hana, unclear)
    with refusal(session, "another session"):
        import_form(session, visit.hana, filled(visit, ("1", "accept", ""), session="0" * 26))
    with refusal(session, "Only a facilitator"):
        preview(session, visit.olu, form)


def test_a_form_of_older_words_says_so(visit: Visit) -> None:
    form = filled(visit, ("1", "correct", "Each month."))
    change_finding(visit.session, visit.fay, "1", text="Leaders look at it each term.")
    assert [one.older for one in import_form(visit.session, visit.hana, form)] == [True]
    assert the_reply(visit).older
