"""What rests on ballots, on where a note is filed, and what rests on that in turn, waits for a look."""

import pytest
from reviews import Panel, refusal

from sessions.agreeing import accept, agree
from sessions.ballots import judge, reveal
from sessions.closing import closing
from sessions.findings import add_finding
from sessions.looking import agreement_subject, look
from sessions.notes import add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.report_texts import look_at_text, write_text
from sessions.seen import AgreementView
from sessions.setup import change_setup
from sessions.undo import undo
from sessions.view import view


def cast(panel: Panel, by: str, step: str = "leafing", *cites: str) -> None:
    found = [(ref, False) for ref in cites or ("AK1",)]
    judge(panel.session, by, "1.1", highlights={step: "full"}, cites=found)


def agreed(panel: Panel) -> AgreementView:
    statement = view(panel.session).statement("1.1")
    assert statement is not None and statement.judged is not None
    assert statement.judged.agreement is not None
    return statement.judged.agreement


def sentence(panel: Panel) -> tuple[str, ...]:
    found = view(panel.session).areas[0].agreement
    assert found is not None
    return found.moved


def weak(panel: Panel) -> list[str]:
    return [one.sentence for one in closing(view(panel.session), 1) if one.statement == "1.1"]


def words(panel: Panel, part: str) -> tuple[str, ...]:
    found = view(panel.session).after.text(part)
    assert found is not None
    return found.stale


@pytest.fixture
def together(panel: Panel) -> Panel:
    """1.1 judged alike by both from AK1, revealed, and accepted together."""
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    for person in (panel.amira, panel.ben):
        cast(panel, person)
    reveal(panel.session, panel.fay, area=1, reason="We talk")
    accept(panel.session, panel.fay, ["1.1"])
    return panel


@pytest.fixture
def alone(panel: Panel) -> Panel:
    """1.1 judged by Amira alone from AK1, and agreed."""
    leave(panel.session, panel.ben)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    cast(panel, panel.amira)
    step = ["leafing"]
    agree(
        *(panel.session, panel.fay), statement="1.1", because="So.", outcome="stages", stages=step
    )
    return panel


# Ballots


def test_a_later_ballot_marks_what_was_agreed_until_somebody_looks(together: Panel) -> None:
    session = together.session
    agree(session, together.fay, area=1, because="It spans.")
    cast(together, together.ben)  # the same once more
    assert (agreed(together).moved, weak(together), sentence(together)) == ((), [], ())
    cast(together, together.ben, "fruiting")
    assert agreed(together).moved == ("the ballots of 1.1",)
    assert sentence(together) == ("the ballots of 1.1",)
    assert weak(together) == [
        "What is agreed of 1.1 rests on what has changed since: the ballots of 1.1."
    ]
    look(session, together.amira, agreement_subject("1.1"))
    assert (agreed(together).moved, weak(together)) == ((), [])
    cast(together, together.ben, "budding")
    assert agreed(together).moved == ("the ballots of 1.1",)
    cast(together, together.ben, "leafing")
    assert agreed(together).moved == ()


def test_what_is_agreed_again_rests_on_the_ballots_as_they_are(together: Panel) -> None:
    session = together.session
    for person in (together.amira, together.ben):
        cast(together, person, "fruiting")
    assert agreed(together).moved == ("the ballots of 1.1",)
    accept(session, together.fay, ["1.1"])
    assert (agreed(together).moved, agreed(together).stages) == ((), ("fruiting",))
    with refusal(session, "1.1 is agreed already"):
        accept(session, together.fay, ["1.1"])


def test_who_judges_alone_and_again_marks_it_too(alone: Panel) -> None:
    cast(alone, alone.amira, "fruiting")
    assert agreed(alone).moved == ("the ballots of 1.1",)
    undo(alone.session, alone.amira)
    assert agreed(alone).moved == ()


def test_a_ballot_of_who_is_no_judge_any_more_does_not_stand_in_the_way(together: Panel) -> None:
    session = together.session
    cast(together, together.ben, "fruiting")
    reopen(session, together.fay, 1, "One more class")
    change_person(session, together.ben, interest="A governor here")
    open_gate(session, together.fay, 1)
    with refusal(session, "do not all say the same"):
        accept(session, together.fay, ["1.1"])  # one judge alone is no panel
    reopen(session, together.fay, 1, "Somebody joins")
    dee = add_person(session, "Dee Moss")
    open_gate(session, together.fay, 1)
    for person in (together.amira, dee):
        cast(together, person)
    accept(session, together.fay, ["1.1"])
    assert agreed(together).stages == ("leafing",)
    statement = view(session).statement("1.1")
    assert statement is not None and statement.judged is not None
    read = {(b.by, b.counts) for b in statement.judged.ballots}
    assert read == {("Amira Khan", True), ("Ben Orr", False), ("Dee Moss", True)}


# Where a note is filed


def test_a_note_that_is_filed_elsewhere_marks_all_that_rests_on_it(together: Panel) -> None:
    session = together.session
    add_finding(session, together.amira, "strength", "So.", ["1.1"], ["AK1"])
    agree(session, together.fay, area=1, because="It spans.")
    file_note(session, together.amira, "AK1", ["1.2"])
    assert agreed(together).moved == ()
    file_note(session, together.amira, "AK1", [], ["1.1"])
    assert (agreed(together).stale_notes, sentence(together)) == (("AK1",), ("AK1",))
    assert view(session).plan.findings[0].stale_notes == ("AK1",)
    assert [said for said in weak(together) if "AK1" not in said] == []
    assert len(weak(together)) == 3  # both ballots, and what is agreed
    look(session, together.amira, agreement_subject("1.1"))
    assert agreed(together).stale_notes == ()
    file_note(session, together.amira, "AK1", ["1.1"])
    assert (agreed(together).moved, weak(together), sentence(together)) == ((), [], ())


def test_a_note_of_an_area_that_is_no_longer_reviewed_is_where_it_was(panel: Panel) -> None:
    session = panel.session
    add_note(session, panel.amira, "A list.", ["2.1"])
    for area in (1, 2):
        open_gate(session, panel.fay, area)
    add_finding(session, panel.amira, "strength", "So.", ["2.1"], ["AK1"])
    change_setup(session, panel.fay, areas=(1,))
    assert [finding.stale_notes for finding in view(session).plan.findings] == [()]


# Words for the report


def test_words_for_the_report_wait_for_a_look_when_a_note_beneath_them_changes(
    together: Panel,
) -> None:
    session = together.session
    agree(session, together.fay, area=1, because="It spans.")
    add_finding(session, together.amira, "strength", "So.", ["1.1"], ["AK1"])
    for part in ("headline", "area/1"):
        write_text(session, together.fay, part, "It has begun.")
    edit_note(session, together.amira, "AK1", "Two charts.")
    beneath = {
        "what the sentence of area 1 rests on changed since",
        "what finding 1 rests on changed since",
    }
    assert set(words(together, "headline")) == beneath
    statement = "what the agreed view of 1.1 rests on changed since"
    assert set(words(together, "area/1")) == beneath | {statement}
    look_at_text(session, together.amira, "headline")
    assert words(together, "headline") == ()
    delete_note(session, together.amira, "AK1")
    assert set(words(together, "headline")) == beneath
    write_text(session, together.fay, "headline", "It has begun.")
    assert words(together, "headline") == ()
    undo(session, together.fay)
    undo(session, together.amira)
    assert words(together, "headline") == ()  # as it was looked at


def test_words_for_an_area_that_one_judges_alone_rest_on_that_judgement(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    cast(panel, panel.amira)
    write_text(panel.session, panel.fay, "area/1", "It has begun.")
    said = ("the judgement of 1.1, or what it rests on, changed since",)
    cast(panel, panel.amira, "fruiting")
    assert words(panel, "area/1") == said
    write_text(panel.session, panel.fay, "area/1", "It has begun.")
    assert words(panel, "area/1") == ()
    file_note(panel.session, panel.amira, "AK1", [], ["1.1"])
    assert words(panel, "area/1") == said
