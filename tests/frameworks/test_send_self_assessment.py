"""The SEN and Disabilities self-assessment holds its 69 statements, and what frames them."""

import textwrap
from string import ascii_lowercase

import pytest

from frameworks.model import Framework, Statement
from frameworks.shelf import Shelf
from sessions.wording import judging_words

STATEMENTS = {
    "Achievement and Outcomes": 13,
    "Provision, Access and Support": 20,
    "Teaching and Learning": 13,
    "Leadership and Management": 14,
    "Parent / Carer Partnerships": 9,
}


@pytest.fixture(scope="module")
def own() -> Framework:
    return Shelf().get("send-self-assessment")


def all_statements(own: Framework) -> list[Statement]:
    return [statement for area in own.areas for statement in area.statements]


def test_titles_and_numbers_of_statements(own: Framework) -> None:
    assert [(area.title, len(area.statements)) for area in own.areas] == [*STATEMENTS.items()]
    assert [area.number for area in own.areas] == [1, 2, 3, 4, 5]


def test_the_statements_are_lettered_as_in_the_source(own: Framework) -> None:
    refs = [statement.ref for statement in all_statements(own)]
    assert refs == [
        f"{number}{letter}"
        for number, length in enumerate(STATEMENTS.values(), 1)
        for letter in ascii_lowercase[:length]
    ]
    assert (len(refs), refs[0], refs[-1]) == (69, "1a", "5i")
    assert len({statement.text for statement in all_statements(own)}) == 69


def test_the_scale_falls_from_yes_to_no(own: Framework) -> None:
    assert own.scale.noun == "answer"
    assert [(step.key, step.name, step.initials) for step in own.scale.steps] == [
        ("yes", "Yes", "Y"),
        ("to-some-extent", "To some extent", "TS"),
        ("no", "No", "N"),
    ]
    assert own.scale.falling
    assert [step.key for step in own.scale.rising()] == ["no", "to-some-extent", "yes"]


def test_which_answers_propose_a_line_of_enquiry(own: Framework) -> None:
    proposing = [step.key for step in own.scale.steps if step.enquire]
    assert proposing == ["to-some-extent", "no"]


def test_what_stands_beside_an_answer(own: Framework) -> None:
    assert [(field.key, field.name) for field in own.fields] == [
        ("actions", "Actions"),
        ("comments", "Comments"),
    ]
    # only the column of section 1 asks for evidence as well
    assert "section 1" in own.fields[1].hint
    assert "evidence" in own.fields[1].hint


def test_the_source_describes_no_answer(own: Framework) -> None:
    assert not any(area.descriptors for area in own.areas)
    assert not any(step.summary or step.points for step in own.scale.steps)


def test_what_it_is_for_and_what_it_was_made_from(own: Framework) -> None:
    assert len(own.purposes) == 3
    assert [
        word in purpose
        for word, purpose in zip(
            ("strengths", "priority", "peer reviews"), own.purposes, strict=True
        )
    ] == [True] * 3
    assert len(own.draws_on) == 8
    marks = ("2014", "aspirations", "6.1", "Aim", "Aim", "Aim", "annex 2", "July 2021")
    for mark, made_from in zip(marks, own.draws_on, strict=True):
        assert mark in made_from


def test_the_guidance_has_the_tier_and_the_note(own: Framework) -> None:
    assert len(own.guidance) == 8
    tier = [item for item in own.guidance if item.startswith("Tier 1, ")]
    kinds = [item.removeprefix("Tier 1, ").split(" ")[0].rstrip(":,") for item in tier]
    assert kinds == ["pre-school", "school", "school", "post"]
    guidance = "\n".join(tier)
    for named in (
        "Universally Available guidance",
        "Area SENCO",
        "EYs Inclusion Fund",
        "notional SEN budget",
        "SEND review framework",
        "networks for SENCOs",
        "SENCO guide",
        "trusts or groups of schools",
        "(IQF)",
        "(SLA)",
        "SEN peer reviews",
        "SEND mainstream guidance",
        "networks for post 16",
        "specialise within the provision",
    ):
        assert named in guidance, named
    assert "SEND ASAP nor an ARP placement" in own.guidance[-1]


def test_what_to_ask_and_to_look_for(own: Framework) -> None:
    for statement in all_statements(own):
        assert len(statement.questions) in (2, 3), statement.ref
        assert len(statement.look_for) in (2, 3), statement.ref
        assert all(question.endswith("?") for question in statement.questions), statement.ref
        for text in (*statement.questions, *statement.look_for):
            assert not judging_words(text), text


def test_short_wordings_fit_where_they_are_shown(own: Framework) -> None:
    for statement in all_statements(own):
        assert len(textwrap.wrap(statement.text, 76)) <= 3, statement.ref
