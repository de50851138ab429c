"""Ideas: what the next step looks like, and case studies that fit, behind the gate alone."""

from pathlib import Path

import pytest
from house import places_in
from reviews import ANIMALS, STAGES, Panel, refusal

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.ideas import Ideas, StatementIdeas, ideas, ideas_for
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.records import Outcome
from sessions.session import Session
from sessions.view import view
from tui.places import open_library


@pytest.fixture
def judged(panel: Panel) -> Panel:
    """AK1 under 1.1 and 1.2; areas 1 and 2 are revealed."""
    add_note(panel.session, panel.amira, "A chart.", ["1.1", "1.2"])
    for area in (1, 2):
        open_gate(panel.session, panel.fay, area)
        reveal(panel.session, panel.fay, area=area, reason="Time is up")
    return panel


def agreed(panel: Panel, ref: str, *stages: str, outcome: Outcome = "stages") -> StatementIdeas:
    agree(
        *(panel.session, panel.fay),
        statement=ref,
        because="So",
        outcome=outcome,
        stages=stages,
    )
    (statement,) = ideas_for(panel.session, [ref]).statements
    return statement


def test_after_a_step_comes_the_next_as_it_looks_for_the_statement(judged: Panel) -> None:
    found = agreed(judged, "1.1", "budding")
    (step,) = found.next
    assert (found.now, step.key, step.name) == (
        *(("Budding Practice",), "leafing"),
        "Leafing Practice",
    )
    assert "numbat" in step.text
    assert "wombat" in step.full
    assert found.why == ""


def test_where_practice_spans_steps_each_has_its_next(judged: Panel) -> None:
    found = agreed(judged, "1.1", "leafing", "budding")
    assert found.now == ("Budding Practice", "Leafing Practice")
    assert [step.key for step in found.next] == ["leafing", "fruiting"]


def test_a_step_that_the_source_does_not_describe_is_named(judged: Panel) -> None:
    (step,) = agreed(judged, "1.2", "leafing").next
    assert (step.name, step.text, step.full) == ("Fruiting Practice", "", "")


def test_after_the_last_step_there_is_none(judged: Panel) -> None:
    found = agreed(judged, "1.1", "fruiting")
    assert (found.next, found.why) == ((), "1.1 is at the last stage: none comes after it.")


@pytest.mark.parametrize("outcome", ["not_enough_evidence", "not_applicable"])
def test_without_a_step_there_is_nothing_to_go_on_from(judged: Panel, outcome: Outcome) -> None:
    found = agreed(judged, "1.1", outcome=outcome)
    assert (found.now, found.next) == ((), ())
    assert outcome.replace("_", " ") in found.why


def test_what_is_not_agreed_or_sealed_tells_no_step(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    for cast in (False, True):
        if cast:
            shown = {"budding": "full"}
            judge(panel.session, panel.amira, "1.1", highlights=shown, cites=[("AK1", False)])
        (found,) = ideas_for(panel.session, ["1.1"]).statements
        assert (found.now, found.next) == ((), ())
        assert found.why.startswith("1.1 is not yet agreed")


def test_where_one_judges_alone_their_judgement_counts(tmp_path: Path) -> None:
    session, me = alone(tmp_path, "inclusion-audit", 1)
    shown = {"establishing": "full"}
    judge(session, me, "1.1", highlights=shown, cites=[("AK1", False)], draft=True)
    assert ideas_for(session, ["1.1"]).statements[0].next == ()
    judge(session, me, "1.1", highlights=shown, cites=[("AK1", False)])
    assert [step.key for step in ideas_for(session, ["1.1"]).statements[0].next] == [
        "strengthening"
    ]


def test_there_are_none_before_the_gate_or_after_going_back(panel: Panel) -> None:
    def refused() -> None:
        with refusal(panel.session, "Area 1 is still being described", "open its gate first"):
            ideas_for(panel.session, ["1.1"])
        found = ideas(view(panel.session), panel.session.framework, ["1.1", "1.2"])
        assert found == Ideas(waiting=(1,))

    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    refused()
    open_gate(panel.session, panel.fay, 1)
    reveal(panel.session, panel.fay, area=1, reason="Time is up")
    assert agreed(panel, "1.1", "budding").next
    reopen(panel.session, panel.fay, 1, "A class was missed")
    refused()


def test_of_several_areas_only_those_behind_their_gates_say_anything(judged: Panel) -> None:
    agreed(judged, "1.1", "budding")
    reopen(judged.session, judged.fay, 1, "A class was missed")
    found = ideas(view(judged.session), judged.session.framework, ["2.1", "1.1"])
    assert [statement.ref for statement in found.statements] == ["2.1"]
    assert found.waiting == (1,)
    for word in (*STAGES, *ANIMALS[1]):
        assert word not in repr(found)


@pytest.mark.parametrize("ref", ["", "9.9", "x"])
def test_a_statement_that_is_not_there_is_refused(judged: Panel, ref: str) -> None:
    with refusal(judged.session, "There is no statement"):
        ideas_for(judged.session, ["1.1", ref])


# Other frameworks


def alone(root: Path, framework: str, *areas: int) -> tuple[Session, str]:
    """A session that one reviewer judges alone, with AK1 under the first statement of each area."""
    library = open_library(places_in(root))
    session = library.create(Plan(setting="H", framework=framework, reviewers=("Amira Khan",)))
    (me,) = session.state.present()
    firsts = [area.statements[0].ref for area in session.framework.areas if area.number in areas]
    add_note(session, me, "A chart.", firsts)
    for area in areas:
        open_gate(session, me, area)
    return session, me


def test_where_the_first_step_is_the_strongest_the_next_is_the_one_before(tmp_path: Path) -> None:
    session, me = alone(tmp_path, "send-self-assessment", 1)
    assert session.framework.scale.falling
    names = [step.name for step in session.framework.scale.steps]
    for place, step in enumerate(session.framework.scale.steps):
        judge(session, me, "1a", highlights={step.key: "full"}, cites=[("AK1", False)])
        (found,) = ideas_for(session, ["1a"]).statements
        assert [following.name for following in found.next] == names[max(place - 1, 0) : place]
        assert ("last answer" in found.why) == (place == 0)


def test_case_studies_are_those_of_the_areas_most_of_them_first(tmp_path: Path) -> None:
    session, _ = alone(tmp_path, "inclusion-audit", 1, 4)
    framework = session.framework
    found = ideas_for(session, ["4.1", "1.1"]).case_studies
    one, four = framework.area(1), framework.area(4)
    assert one is not None and four is not None
    assert {s.id for s in found if s.areas} == {*one.case_studies, *four.case_studies}
    assert {s.id for s in found if s.touches} == {*one.also_linked, *four.also_linked}
    counts = [len(study.areas) for study in found]
    assert counts == sorted(counts, reverse=True)
    assert (counts[0], counts[-1]) == (2, 0)
    first = framework.case_study(found[0].id)
    assert first is not None
    assert (found[0].title, found[0].overview, found[0].artefacts) == (
        *(first.title, first.overview),
        first.artefacts,
    )


def test_case_studies_wait_for_the_gate_with_the_rest(tmp_path: Path) -> None:
    session, _ = alone(tmp_path, "inclusion-audit", 1)
    assert ideas(view(session), session.framework, ["4.1"]) == Ideas(waiting=(4,))
