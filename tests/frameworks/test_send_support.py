"""The tool for SEND support plans holds every sentence of its matrix, and what stands beside it."""

import textwrap

import pytest

from frameworks.model import Descriptor, Framework
from frameworks.shelf import Shelf
from sessions.wording import judging_words

STATEMENTS = {
    "Culture, Leadership and Management": 6,
    "Assess": 7,
    "Plan": 6,
    "Do": 6,
    "Review": 6,
    "High Quality Teaching": 5,
    "Use of Expertise": 8,
    "Personalisation": 6,
    "Flexible use of evidence-based strategies": 6,
    "Progress Tracking": 7,
    "Communication and Collaboration": 3,
    "SEND Support Plans (documentation)": 7,
}

# How many sentences the source has in each cell of its matrix
SENTENCES = {
    1: {"EM": 5, "DV": 5, "EB": 7},
    2: {"EM": 6, "DV": 6, "EB": 9},
    3: {"EM": 4, "DV": 5, "EB": 8},
    4: {"EM": 4, "DV": 5, "EB": 8},
    5: {"EM": 2, "DV": 6, "EB": 5},
    6: {"EM": 4, "DV": 5, "EB": 6},
    7: {"EM": 6, "DV": 7, "EB": 8},
    8: {"EM": 4, "DV": 4, "EB": 7},
    9: {"EM": 5, "DV": 6, "EB": 8},
    10: {"EM": 3, "DV": 5, "EB": 8},
    11: {"EM": 3, "DV": 1, "EB": 2},
    12: {"EM": 6, "DV": 5, "EB": 8},
}

# For each of those sentences, in their order, the statements that it is drawn on for
SERVED = {
    1: {"EM": "1 3 4 5 6", "DV": "1,2 3 4 5 6", "EB": "1 1 2 3 4 5 6"},
    2: {"EM": "1 2,3 4 5 6 7", "DV": "1 2,3 4 5 6 7", "EB": "1 2 2 3 4 4 5 6 7"},
    3: {"EM": "2 3 4 5", "DV": "1 2 3 4 5", "EB": "1 1 2 3 4 4 5 6"},
    4: {"EM": "1,2 3 4 5,6", "DV": "1,2 3 4 4 6", "EB": "1 2 3 4 4 2 5 6"},
    5: {"EM": "1 2,3", "DV": "1 2 3 4 5 6", "EB": "1,2 3 4 5 6"},
    6: {"EM": "1 2 3 4", "DV": "1 2 3 4 5", "EB": "1 1 2 3 4 5"},
    7: {"EM": "1 2 3 4,5 6 8", "DV": "1 2 3 4 6 8 5", "EB": "1 2,4 6 3,6 5 8 7 5"},
    8: {"EM": "1 3 4 6", "DV": "1 3 4 6", "EB": "1 2 3 4 5 6 6"},
    9: {"EM": "1 2 4 3,5 6", "DV": "1 2 4 6 5 5", "EB": "1 2 3 2 4 6 5 5"},
    10: {"EM": "1,6 3 7", "DV": "1,2 3 4,5 6 7", "EB": "1 2 3 4,7 5 5 5,6 6"},
    11: {"EM": "1 2 1", "DV": "1,2", "EB": "1,2 3"},
    12: {"EM": "1,2 3 4 5 6 7", "DV": "1,2 4 5 5,7 6", "EB": "1 1 2 3 4 5 6 7"},
}

# Where the matrix says nothing: the statement, and the stages without a descriptor
SILENT = {
    "1.2": "EM",
    "3.1": "EM",
    "3.6": "EM DV",
    "4.5": "DV",
    "5.4": "EM",
    "5.5": "EM",
    "5.6": "EM",
    "6.5": "EM",
    "7.7": "EM DV",
    "8.2": "EM DV",
    "8.5": "EM DV",
    "9.3": "DV",
    "10.2": "EM",
    "10.4": "EM",
    "10.5": "EM",
    "11.3": "EM DV",
    "12.3": "DV",
}

# title, area, number of questions
QUESTIONS = [
    ("Who needs SEND Support?", 2, 4),
    ("What is a SEND Support Plan?", 12, 7),
    ("What needs can a SEND Support Plan address?", 2, 2),
    ("The Graduated Approach", 12, 1),
    ("Assess", 2, 7),
    ("Plan", 3, 10),
    ("Do", 4, 4),
    ("Review", 5, 3),
    ("Culture Leadership and Management", 1, 7),
    ("High Quality Teaching", 6, 5),
    ("Use of expertise", 7, 6),
    ("Personalisation", 8, 8),
    ("Flexible use of evidence-based strategies", 9, 6),
    ("Progress Tracking", 10, 6),
    ("Communication and Collaboration", 11, 2),
]

# title, area, paragraphs
CODE = [
    ("Assess", 2, ["6.45", "6.46", "6.47"]),
    ("Plan", 3, ["6.48", "6.49", "6.50", "6.51"]),
    ("Do", 4, ["6.52"]),
    ("Review", 5, ["6.53", "6.54", "6.55"]),
]

# title, area, number of points
RESEARCH = [
    ("Culture Leadership and Management", 1, 6),
    ("High Quality Teaching", 6, 5),
    ("Use of expertise", 7, 6),
    ("Personalisation", 8, 6),
    ("Flexible use of evidence-based strategies", 9, 6),
    ("Progress Tracking", 10, 6),
    ("Communication and Collaboration", 11, 2),
]

NAMED = "High Quality Teaching"
"""A term of the source, in which *high quality* judges nothing."""


@pytest.fixture(scope="module")
def support() -> Framework:
    return Shelf().get("send-support")


def all_descriptors(support: Framework) -> list[Descriptor]:
    return [descriptor for area in support.areas for descriptor in area.descriptors]


def test_titles_and_numbers_of_statements(support: Framework) -> None:
    assert [(area.title, len(area.statements)) for area in support.areas] == [*STATEMENTS.items()]
    assert [area.number for area in support.areas] == [*range(1, 13)]
    assert sum(STATEMENTS.values()) == 73


def test_the_scale(support: Framework) -> None:
    assert support.scale.noun == "stage"
    assert [(step.key, step.name, step.initials) for step in support.scale.steps] == [
        ("emerging", "Emerging", "EM"),
        ("developing", "Developing", "DV"),
        ("embedded", "Embedded", "EB"),
    ]
    assert not support.scale.falling
    assert [step.key for step in support.scale.steps if step.enquire] == ["emerging"]
    assert not support.fields


def test_every_sentence_of_every_cell_is_cited_and_no_other(support: Framework) -> None:
    expected = {
        f"{area} {initials} {place}"
        for area, cells in SENTENCES.items()
        for initials, number in cells.items()
        for place in range(1, number + 1)
    }
    assert {
        mark for descriptor in all_descriptors(support) for mark in descriptor.source
    } == expected
    assert len(expected) == 196


def test_every_sentence_is_drawn_on_where_it_belongs(support: Framework) -> None:
    expected = {
        f"{area} {initials} {place}": {f"{area}.{statement}" for statement in served.split(",")}
        for area, cells in SERVED.items()
        for initials, sentences in cells.items()
        for place, served in enumerate(sentences.split(), 1)
    }
    found: dict[str, set[str]] = {}
    for descriptor in all_descriptors(support):
        for mark in descriptor.source:
            found.setdefault(mark, set()).update(descriptor.statements)
    assert found == expected


def test_a_descriptor_cites_its_own_stage_only(support: Framework) -> None:
    initials = {step.key: step.initials for step in support.scale.steps}
    for area in support.areas:
        for descriptor in area.descriptors:
            cells = {tuple(mark.split()[:2]) for mark in descriptor.source}
            assert cells == {(str(area.number), initials[descriptor.stage])}, descriptor.id


def test_where_a_stage_has_no_descriptor(support: Framework) -> None:
    missing: dict[str, str] = {}
    for area in support.areas:
        for statement in area.statements:
            silent = [
                step.initials
                for step in support.scale.steps
                if not area.descriptor(statement.ref, step.key)
            ]
            if silent:
                missing[statement.ref] = " ".join(silent)
    assert missing == SILENT
    assert len(all_descriptors(support)) == 197
    assert all(len(descriptor.statements) == 1 for descriptor in all_descriptors(support))


def test_the_longest_cells_have_a_full_wording_too(support: Framework) -> None:
    full = [descriptor.id for descriptor in all_descriptors(support) if descriptor.full]
    assert full == ["4.4-embedded", "10.5-embedded", "10.6-embedded"]


def test_the_questions_to_reflect_on(support: Framework) -> None:
    sets = [(s.title, s.areas, len(s.items)) for s in support.question_sets]
    assert sets == [(title, (area,), number) for title, area, number in QUESTIONS]
    assert sum(number for _, _, number in QUESTIONS) == 78
    for collection in support.question_sets:
        assert len(set(collection.items)) == len(collection.items)
        assert all("?" in item for item in collection.items), collection.title
    assert sum(len(area.questions) for area in support.areas) == 78


def test_the_paragraphs_of_the_code_of_practice(support: Framework) -> None:
    found = [
        (s.title.removeprefix("Code of Practice: "), s.areas, [i.split(":")[0] for i in s.items])
        for s in support.reference_sets
        if s.title.startswith("Code of Practice")
    ]
    assert found == [(title, (area,), numbers) for title, area, numbers in CODE]
    numbers = [number for _, _, each in CODE for number in each]
    assert numbers == [f"6.{place}" for place in range(45, 56)]


def test_the_points_of_the_research(support: Framework) -> None:
    found = [
        (s.title.removeprefix("What research says: "), s.areas, len(s.items))
        for s in support.reference_sets
        if s.title.startswith("What research says")
    ]
    assert found == [(title, (area,), number) for title, area, number in RESEARCH]
    assert sum(number for _, _, number in RESEARCH) == 37
    assert len(support.reference_sets) == len(CODE) + len(RESEARCH)


def test_what_it_says_of_itself(support: Framework) -> None:
    assert (len(support.about), len(support.purposes), len(support.draws_on)) == (6, 3, 2)
    assert [(signpost.title, len(signpost.items)) for signpost in support.signposts] == [
        ("Documents", 3),
        ("Networks and support", 5),
    ]


def test_the_guidance_has_proportions_needs_elements_and_tiers(support: Framework) -> None:
    assert len(support.guidance) == 17
    guidance = "\n".join(support.guidance)
    for named in (
        "Almost 15%",
        "About 3%",
        "around 12%",
        "3 or 4 learners",
        "communication and interaction; cognition and learning;",
        "social, emotional and mental health; sensory and/or physical",
        "\nAssess: ",
        "\nPlan: ",
        "\nDo: ",
        "\nReview: ",
        "\nUniversal (no formal plan): ",
        "\nTargeted (SEND support plan): ",
        "\nSpecialist (Education, Health and Care plan): ",
    ):
        assert named in guidance, named


def test_what_to_ask_and_to_look_for(support: Framework) -> None:
    for area in support.areas:
        for statement in area.statements:
            assert len(statement.questions) in (2, 3), statement.ref
            assert len(statement.look_for) in (2, 3), statement.ref
            assert all(question.endswith("?") for question in statement.questions), statement.ref


def test_neither_questions_nor_what_to_look_for_judge(support: Framework) -> None:
    for area in support.areas:
        for statement in area.statements:
            for text in (*statement.questions, *statement.look_for):
                assert not judging_words(text.replace(NAMED, "")), text


def test_statements_do_not_give_a_stage_away(support: Framework) -> None:
    found = {
        statement.ref: [hint.word for hint in judging_words(statement.text.replace(NAMED, ""))]
        for area in support.areas
        for statement in area.statements
    }
    # learners' own strengths, not those of practice
    assert {ref: words for ref, words in found.items() if words} == {"8.5": ["strengths"]}


def test_short_wordings_fit_where_they_are_shown(support: Framework) -> None:
    for area in support.areas:
        for statement in area.statements:
            assert len(textwrap.wrap(statement.text, 76)) <= 3, statement.ref
    for descriptor in all_descriptors(support):
        assert len(textwrap.wrap(descriptor.text, 46)) <= 5, descriptor.id
