"""Each rule of the passes: what it refuses, in what words, and that nothing is changed by it."""

import pytest
from reviews import Panel, panel_in, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person
from sessions.records import Outcome


@pytest.fixture
def judged(panel: Panel) -> Panel:
    """Area 1 behind its gate, with a note of each reviewer under 1.1 and under 1.2."""
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1", "1.2"])
    add_note(panel.session, panel.ben, "Two of five named an adult.", ["1.1", "1.2"])
    open_gate(panel.session, panel.fay, 1)
    return panel


def cast(panel: Panel, person: str, ref: str = "1.1", stage: str = "leafing") -> None:
    judge(panel.session, person, ref, highlights={stage: "full"}, cites=[("AK1", False)])


# Describe before you judge


def test_a_ballot_before_the_gate_is_refused(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart by need.", ["1.1"])
    with refusal(panel.session, "Area 1", "still being described", "open its gate first"):
        cast(panel, panel.amira)


def test_a_draft_before_the_gate_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "Area 1", "open its gate first"):
        judge(panel.session, panel.amira, "1.1", outcome=None, draft=True)


def test_a_reveal_before_the_gate_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "Area 1", "still being described"):
        reveal(panel.session, panel.fay, area=1, reason="Time is up")


@pytest.mark.parametrize(("statement", "area"), [("1.1", 0), ("", 1)])
def test_agreeing_before_the_gate_is_refused(panel: Panel, statement: str, area: int) -> None:
    with refusal(panel.session, "Area 1", "still being described"):
        agree(
            panel.session,
            panel.fay,
            statement=statement,
            area=area,
            because="So",
            outcome="not_enough_evidence",
        )


def test_the_gate_of_one_area_opens_no_other(judged: Panel) -> None:
    with refusal(judged.session, "Area 2", "still being described"):
        judge(judged.session, judged.amira, "2.1", outcome="not_enough_evidence")


def test_a_second_gate_of_an_open_area_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "gate of area 1 is open already", "nothing was changed"):
        open_gate(judged.session, judged.fay, 1)


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_reopening_without_a_reason_is_refused(judged: Panel, reason: str) -> None:
    with refusal(judged.session, "area 1", "needs a reason", "say why"):
        reopen(judged.session, judged.fay, 1, reason)


def test_reopening_what_is_being_described_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "Area 1 is being described already"):
        reopen(panel.session, panel.fay, 1, "Because")


def test_after_reopening_nothing_is_judged(judged: Panel) -> None:
    cast(judged, judged.amira)
    reopen(judged.session, judged.fay, 1, "A class was missed")
    with refusal(judged.session, "Area 1", "still being described"):
        cast(judged, judged.ben)


# Who may


@pytest.mark.parametrize("act", ["gate", "reopen", "reveal", "agree"])
def test_where_there_is_a_facilitator_it_is_for_them(judged: Panel, act: str) -> None:
    session, amira = judged.session, judged.amira
    with refusal(session, "Only a facilitator may", "ask Fay"):
        if act == "gate":
            open_gate(session, amira, 2)
        elif act == "reopen":
            reopen(session, amira, 1, "A class was missed")
        elif act == "reveal":
            reveal(session, amira, area=1, reason="Time is up")
        else:
            agree(session, amira, area=1, because="So")


@pytest.mark.parametrize("role", ["host", "observer"])
def test_a_host_and_an_observer_never_open_a_gate(library: Library, role: str) -> None:
    panel = panel_in(library)
    change_person(panel.session, panel.fay, role=role)
    guest = add_person(panel.session, "Gwen", role=role)
    with refusal(panel.session, "Only a facilitator, or a reviewer", f"Gwen is here as {role}"):
        open_gate(panel.session, guest, 1)


def test_without_a_facilitator_any_reviewer_opens_the_gate(panel: Panel) -> None:
    change_person(panel.session, panel.fay, role="observer")
    open_gate(panel.session, panel.ben, 1)
    assert panel.session.state.judging(1)


def test_who_is_no_judge_casts_no_ballot(judged: Panel) -> None:
    with refusal(judged.session, "Fay is not a judge of area 1", "Amira Khan, Ben Orr", "reopen"):
        judge(judged.session, judged.fay, "1.1", outcome="not_enough_evidence")


# Judge from evidence


def test_a_judgement_without_evidence_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "1.1 cites no evidence", "not enough evidence"):
        judge(judged.session, judged.amira, "1.1", highlights={"budding": "full"})


def test_a_judgement_without_a_highlight_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "Nothing is highlighted for 1.1"):
        judge(judged.session, judged.amira, "1.1", cites=[("AK1", False)])


def test_a_ballot_that_says_nothing_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "Nothing is judged for 1.1 yet"):
        judge(judged.session, judged.amira, "1.1", outcome=None)


def test_not_applicable_without_a_because_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "1.1 is not applicable", "because", "say why"):
        judge(judged.session, judged.amira, "1.1", outcome="not_applicable", because=" ")


@pytest.mark.parametrize("outcome", ["not_enough_evidence", "not_applicable"])
def test_a_highlight_and_another_outcome_at_once_are_refused(
    judged: Panel, outcome: Outcome
) -> None:
    with refusal(judged.session, "1.1 cannot have a highlight and be not"):
        judge(
            judged.session,
            judged.amira,
            "1.1",
            highlights={"budding": "full"},
            outcome=outcome,
            because="So",
        )


def test_a_descriptor_of_another_statement_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "1.2-budding speaks of 1.2, not of 1.1"):
        cast(judged, judged.amira, stage="1.2-budding")


def test_a_descriptor_of_the_area_as_a_whole_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "1-fruiting speaks of area 1 as a whole, not of 1.1"):
        cast(judged, judged.amira, stage="1-fruiting")


def test_a_stage_that_does_not_exist_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "no stage or descriptor called outstanding", "budding, leafing"):
        cast(judged, judged.amira, stage="outstanding")


def test_a_stage_that_the_source_does_not_describe_is_highlighted_as_itself(judged: Panel) -> None:
    cast(judged, judged.amira, ref="1.2", stage="fruiting")
    ballot = judged.session.state.ballot(judged.amira, "1.2", 1)
    assert ballot is not None
    assert ballot.highlights == {"fruiting": "full"}


def test_partly_needs_a_descriptor(judged: Panel) -> None:
    with refusal(judged.session, "fruiting cannot be partly shown for 1.2", "describes nothing"):
        judge(
            judged.session,
            judged.amira,
            "1.2",
            highlights={"fruiting": "part"},
            cites=[("AK1", False)],
        )


def test_a_highlight_is_full_or_part(judged: Panel) -> None:
    with refusal(judged.session, "full or part, not mostly"):
        judge(
            judged.session,
            judged.amira,
            "1.1",
            highlights={"budding": "mostly"},
            cites=[("AK1", False)],
        )


def test_citing_a_note_that_does_not_exist_is_refused(judged: Panel) -> None:
    with refusal(judged.session, "no note AK99"):
        judge(
            judged.session,
            judged.amira,
            "1.1",
            highlights={"budding": "full"},
            cites=[("AK99", False)],
        )


def test_citing_a_note_of_another_statement_is_refused(judged: Panel) -> None:
    add_note(judged.session, judged.amira, "Rooms are calm.", ["3.1"])
    with refusal(judged.session, "AK2 is not filed under 1.1", "file it there"):
        judge(
            judged.session,
            judged.amira,
            "1.1",
            highlights={"budding": "full"},
            cites=[("AK2", False)],
        )


def test_citing_a_private_note_is_refused_to_its_author_and_unknown_to_others(
    judged: Panel,
) -> None:
    session = judged.session
    add_note(session, judged.amira, "For myself.", ["1.1"], private=True)
    with refusal(session, "AK2 is private", "share it"):
        judge(session, judged.amira, "1.1", highlights={"budding": "full"}, cites=[("AK2", False)])
    with refusal(session, "no note AK2"):
        judge(session, judged.ben, "1.1", highlights={"budding": "full"}, cites=[("AK2", False)])


# Alone before together


@pytest.mark.parametrize("voters", [(), ("amira",), ("amira", "ben")])
def test_agreeing_while_ballots_are_sealed_is_refused(
    judged: Panel, voters: tuple[str, ...]
) -> None:
    for voter in voters:
        cast(judged, getattr(judged, voter))
    with refusal(judged.session, "ballots of 1.1 are sealed"):
        agree(
            judged.session,
            judged.fay,
            statement="1.1",
            because="So",
            outcome="stages",
            stages=["leafing"],
        )


def test_an_areas_sentence_while_ballots_of_it_are_sealed_is_refused(judged: Panel) -> None:
    cast(judged, judged.amira)
    with refusal(judged.session, "ballots of 1.1 are sealed until all have cast", "Ben Orr"):
        agree(judged.session, judged.fay, area=1, because="So")


def test_a_reveal_before_all_have_cast_takes_a_reason(judged: Panel) -> None:
    cast(judged, judged.amira)
    with refusal(judged.session, "Not every judge of 1.1", "Ben Orr to come", "give a reason"):
        reveal(judged.session, judged.fay, statement="1.1", reason=" ")


def test_a_second_reveal_is_refused(judged: Panel) -> None:
    reveal(judged.session, judged.fay, area=1, reason="Time is up")
    with refusal(judged.session, "1.1 are revealed already"):
        reveal(judged.session, judged.fay, statement="1.1", reason="Again")
    with refusal(judged.session, "area 1 are revealed already"):
        reveal(judged.session, judged.fay, area=1, reason="Again")


# Agreeing


@pytest.fixture
def open_to_all(judged: Panel) -> Panel:
    cast(judged, judged.amira)
    cast(judged, judged.ben, stage="budding")
    reveal(judged.session, judged.fay, statement="1.1")
    reveal(judged.session, judged.fay, statement="1.3", reason="Nobody went there")
    return judged


def test_an_agreement_without_a_because_is_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "1.1 needs a because"):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.1",
            because="\n ",
            outcome="stages",
            stages=["leafing"],
        )


def test_an_area_without_a_sentence_is_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "area 1 needs a because"):
        agree(open_to_all.session, open_to_all.fay, area=1, because="")


def test_an_agreement_that_says_nothing_is_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "Say what is agreed of 1.1"):
        agree(open_to_all.session, open_to_all.fay, statement="1.1", because="So")
    with refusal(open_to_all.session, "Say what is agreed of 1.1"):
        agree(open_to_all.session, open_to_all.fay, statement="1.1", because="So", outcome="stages")


def test_a_stage_and_another_outcome_at_once_are_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "cannot have a stage and be not enough evidence"):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.1",
            because="So",
            outcome="not_enough_evidence",
            stages=["leafing"],
        )


def test_an_agreed_stage_without_evidence_is_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "no evidence under 1.3", "not enough evidence"):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.3",
            because="So",
            outcome="stages",
            stages=["leafing"],
        )


def test_a_private_note_is_no_ground_for_an_agreement(open_to_all: Panel) -> None:
    add_note(open_to_all.session, open_to_all.ben, "For myself.", ["1.3"], private=True)
    with refusal(open_to_all.session, "no evidence under 1.3"):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.3",
            because="So",
            outcome="stages",
            stages=["leafing"],
        )


def test_an_agreed_stage_that_does_not_exist_is_refused(open_to_all: Panel) -> None:
    with refusal(open_to_all.session, "no stage called good", "budding, leafing, fruiting"):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.1",
            because="So",
            outcome="stages",
            stages=["good"],
        )


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [("Zoe", "No.", "nobody called Zoe"), ("Ben Orr", " ", "dissent of Ben Orr is empty")],
)
def test_a_dissent_needs_somebody_and_words(
    open_to_all: Panel, name: str, text: str, words: str
) -> None:
    with refusal(open_to_all.session, words):
        agree(
            open_to_all.session,
            open_to_all.fay,
            statement="1.1",
            because="So",
            outcome="stages",
            stages=["leafing"],
            dissent=[(name, text)],
        )
