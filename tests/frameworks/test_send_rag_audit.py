"""The SEND audit in red, amber and green holds its 27 statements, and what frames them."""

import textwrap

import pytest

from frameworks.model import Framework, Statement
from frameworks.shelf import Shelf
from sessions.wording import judging_words

STATEMENTS = {
    "Leadership of SEND": 7,
    "High Quality Adaptive Teaching": 7,
    "Implementation of the Graduated Approach": 7,
    "Identification, Assessment and Outcomes": 6,
}

CODE = "SEND_Code_of_Practice_January_2015.pdf"
HANDBOOK = "Teacher Handbook: SEND | Whole School SEND"
UNITS = "Online CPD Units | Whole School SEND"
EEF = "Special Educational Needs in Mainstream Schools | EEF"

REFERENCES = [
    {CODE, "Equality_Act_Advice_Final.pdf"},
    {EEF, UNITS, HANDBOOK},
    {f"{CODE}, paragraphs 6.44ff"},
    {HANDBOOK},
]


@pytest.fixture(scope="module")
def audit() -> Framework:
    return Shelf().get("send-rag-audit")


def all_statements(audit: Framework) -> list[Statement]:
    return [statement for area in audit.areas for statement in area.statements]


def test_titles_and_numbers_of_statements(audit: Framework) -> None:
    assert [(area.title, len(area.statements)) for area in audit.areas] == [*STATEMENTS.items()]
    refs = [statement.ref for statement in all_statements(audit)]
    assert refs == [
        f"{number}.{place}"
        for number, length in enumerate(STATEMENTS.values(), 1)
        for place in range(1, length + 1)
    ]
    assert (len(refs), refs[-1]) == (27, "4.6")
    assert len({statement.text for statement in all_statements(audit)}) == 27


def test_the_scale_rises_from_red_to_green(audit: Framework) -> None:
    assert audit.scale.noun == "rating"
    assert [(step.key, step.name, step.initials) for step in audit.scale.steps] == [
        ("red", "Red", "R"),
        ("amber", "Amber", "A"),
        ("green", "Green", "G"),
    ]
    assert not audit.scale.falling
    assert audit.scale.rising() == audit.scale.steps


def test_which_ratings_propose_a_line_of_enquiry(audit: Framework) -> None:
    assert [step.key for step in audit.scale.steps if step.enquire] == ["red", "amber"]


def test_what_stands_beside_a_rating(audit: Framework) -> None:
    assert [(field.key, field.name) for field in audit.fields] == [
        ("strengths", "Strengths"),
        ("areas-for-development", "Areas for development"),
    ]


def test_the_source_does_not_say_what_a_colour_stands_for(audit: Framework) -> None:
    assert not any(area.descriptors for area in audit.areas)
    assert not any(step.summary or step.points for step in audit.scale.steps)


def test_each_area_says_what_is_key_in_it(audit: Framework) -> None:
    keys = (
        ("governance", "distributed", "SENCO", "statutory guidance", "Equality Act"),
        ("sequence", "content", "model", "all leaders evaluate", "Intervention and CPD"),
        ("SEND register", "every term", "learner", "parents or carers"),
        ("national", "four broad areas", "personal plans"),
    )
    for area, words in zip(audit.areas, keys, strict=True):
        for word in words:
            assert word in area.rationale, (area.title, word)


def test_the_documents_and_resources_of_each_area(audit: Framework) -> None:
    assert [set(area.references) for area in audit.areas] == REFERENCES
    assert [len(area.references) for area in audit.areas] == [2, 3, 1, 1]


def test_the_action_plan_is_in_the_guidance(audit: Framework) -> None:
    assert len(audit.guidance) == 5
    columns = audit.guidance[3]
    for named in ("the area", "areas for development", "prioritisation", "the plan itself"):
        assert named in columns, named


def test_where_the_short_wording_cannot_carry_all(audit: Framework) -> None:
    assert [statement.ref for statement in all_statements(audit) if statement.full] == ["1.1"]


def test_what_to_ask_and_to_look_for(audit: Framework) -> None:
    for statement in all_statements(audit):
        assert len(statement.questions) in (2, 3), statement.ref
        assert len(statement.look_for) in (2, 3), statement.ref
        assert all(question.endswith("?") for question in statement.questions), statement.ref
        for text in (*statement.questions, *statement.look_for):
            assert not judging_words(text), text


def test_short_wordings_fit_where_they_are_shown(audit: Framework) -> None:
    for statement in all_statements(audit):
        assert len(textwrap.wrap(statement.text, 76)) <= 3, statement.ref
