"""The Inclusion Audit Framework holds all that its source holds, and no more."""

import textwrap
from collections import Counter

import pytest

from frameworks.model import Descriptor, Framework
from frameworks.shelf import BUILT_IN, Shelf

STATEMENTS = {
    "Outcomes for Learners with SEND": 4,
    "Leadership of SEND": 7,
    "Quality of Teaching & Learning for Learners with SEND": 5,
    "Working with Learners, Parents and Carers of Learners with SEND": 5,
    "Assessment & Identification": 6,
    "Monitoring, Tracking & Evaluation": 5,
    "Efficient Use of Resources": 5,
    "The Quality of SEND Provision": 6,
}

# For each area and stage, the paragraphs of the source in their order: the statements that each
# is drawn on for; + the area as a whole
PARAGRAPHS = {
    1: {"EF": "1 2 3 4", "SP": "1 2 3 4", "SE": "1 2 3 3 4 +"},
    2: {"EF": "1 2 3,4 5,6 7", "SP": "1 2 3,4 5,6 7", "SE": "1 1 2 3,4 5,6 7 +"},
    3: {"EF": "1 2 3 4,5 +", "SP": "1 2 3 4,5 +", "SE": "1 2 3 4 +"},
    4: {"EF": "1 2 3 4 5", "SP": "1 2 3 4 5", "SE": "1 2 3 4 5"},
    5: {"EF": "1 2 3 4 5 6", "SP": "1 2 3 4 5 6", "SE": "1 2,3 4 5 6,+"},
    6: {"EF": "1,+ 2 3 4 5", "SP": "+ 1 2 3 4 5", "SE": "1,+ 2 3 4 5 +"},
    7: {"EF": "1 2 3 4 5", "SP": "1 2 3 4 5", "SE": "1,+ 1,2 3 4 5"},
    8: {"EF": "1 2,3 4 5 6", "SP": "1 2,3 4 5 6", "SE": "1,+ 2,3 4 5 6"},
}

# F: described with the area of that number, L: also linked
CASE_STUDIES = """
FFF-LFLF Think, Explore, Thrive
FFF-LFFF Independence in Action
FFFLFFFF Progressive, Sequenced Curriculum
FLF-LLLF Communicate to Connect
FFLLFFFF Regulation Rooms
FLFFLFLL Precision Support
FFFFFFFF The Hive
FLL-LLLL Regulation Revolution
FFLLLLFF The Foundation
FFFLFFFF The Beehive
FFLLFFFF Thrive Together
FFFLFFFF Growing Futures Curriculum
FFLLFFFF SCERTS in Action
FFL-FFLL NW Specialist Curriculum, Assessment & Pedagogy
FLFFFFLF Key Skills Care Plans
FLLFFF-L Shared Responsibility for EHCP Review
FFF-FF-F Foundations for Focus
FFFFFFFF Unlocking Barriers: The Iris Approach
F---FF-- Small Steps to Success
LFLFLLFF Stronger Together
LFFLLLFF Designed for Inclusion
LFFLFFLF Roots of Success
LFF-FFFL Universal First
LFFLLLLF Inclusion Through Adaptation
LFFLLLFF Culture First Inclusion
LLFLFLFF Sensory Success
LLFLFLFF Sensory Support
--F----F 3-Part Curriculum
-L-F-L-- Partnership Triads
LL-FLLLL Genuine Partnerships
LLLFFLLF Warm Transitions
LL-FLLFL Successful Partnerships
LLL--LFL Empowerment of TAs
"""

ARTEFACTS = {
    "Regulation Rooms": {"Overview Plan"},
    "The Hive": {"Talking Head"},
    "The Beehive": {"Timetable", "Long Term Plan", "Medium Term Plan"},
    "Key Skills Care Plans": {"Blank KSCP"},
    "Sensory Support": {"Plan", "Assessment", "Strategies"},
    "Warm Transitions": {
        "All About Me",
        "Induction Strategy",
        "Organisation Plan",
        "Welcome Booklet",
    },
}

AUTHORITIES = """
08.01.2026 Blackburn with Darwen
08.01.2026 Halton
23.03.2026 Salford
23.03.2026 Westmorland and Furness
08.01.2026 Blackpool
08.01.2026 Knowsley
23.03.2026 Sefton
23.03.2026 Wigan
08.01.2026 Bolton
08.01.2026 Lancashire
23.03.2026 St. Helens
23.03.2026 Wirral
08.01.2026 Bury
08.01.2026 Liverpool
23.03.2026 Stockport
08.01.2026 Cheshire East
08.01.2026 Manchester
23.03.2026 Tameside
08.01.2026 Cumberland
08.01.2026 Rochdale
23.03.2026 Trafford
"""


@pytest.fixture(scope="module")
def audit() -> Framework:
    return Shelf().get("inclusion-audit")


def all_descriptors(audit: Framework) -> list[Descriptor]:
    return [descriptor for area in audit.areas for descriptor in area.descriptors]


def test_nothing_that_comes_with_the_app_is_broken() -> None:
    shelf = Shelf()
    assert shelf.broken() == ()
    assert [f"{identity}.md" for identity in shelf.ids()] == sorted(
        path.name for path in BUILT_IN.glob("*.md")
    )


def test_titles_and_numbers_of_statements(audit: Framework) -> None:
    assert [(area.title, len(area.statements)) for area in audit.areas] == [*STATEMENTS.items()]
    assert [area.number for area in audit.areas] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_scale(audit: Framework) -> None:
    assert audit.scale.noun == "stage"
    assert [(step.key, step.name, step.initials) for step in audit.scale.steps] == [
        ("establishing", "Establishing Foundations", "EF"),
        ("strengthening", "Strengthening Practice", "SP"),
        ("sustaining", "Sustaining Excellence", "SE"),
    ]
    assert all(step.summary for step in audit.scale.steps)
    assert [len(step.points) for step in audit.scale.steps] == [6, 6, 6]


def test_every_statement_is_described_at_every_stage_but_one(audit: Framework) -> None:
    missing = [
        (statement.ref, step.key)
        for area in audit.areas
        for statement in area.statements
        for step in audit.scale.steps
        if not area.descriptor(statement.ref, step.key)
    ]
    assert missing == [("3.5", "sustaining")]
    assert sum(1 for d in all_descriptors(audit) if d.statements) == 128


def test_the_areas_as_a_whole(audit: Framework) -> None:
    whole = [descriptor.id for descriptor in all_descriptors(audit) if not descriptor.statements]
    assert whole == [
        "1-sustaining",
        "2-sustaining",
        "3-establishing",
        "3-strengthening",
        "3-sustaining",
        "5-sustaining",
        "6-establishing",
        "6-strengthening",
        "6-sustaining",
        "6-sustaining-2",
        "7-sustaining",
        "8-sustaining",
    ]


def test_every_paragraph_of_the_source_is_drawn_on_where_it_belongs(audit: Framework) -> None:
    expected = {
        f"{area} {initials} {place}": {
            "+" if statement == "+" else f"{area}.{statement}" for statement in served.split(",")
        }
        for area, stages in PARAGRAPHS.items()
        for initials, served_by_paragraph in stages.items()
        for place, served in enumerate(served_by_paragraph.split(), 1)
    }
    found: dict[str, set[str]] = {}
    for descriptor in all_descriptors(audit):
        for mark in descriptor.source:
            found.setdefault(mark, set()).update(descriptor.statements or {"+"})
    assert found == expected
    assert len(found) == 125


def test_which_descriptors_draw_on_two_paragraphs(audit: Framework) -> None:
    numbers = Counter(len(descriptor.source) for descriptor in all_descriptors(audit))
    assert numbers == {1: 137, 2: 3}
    two = [descriptor.id for descriptor in all_descriptors(audit) if len(descriptor.source) == 2]
    assert two == ["1.3-sustaining", "2.1-sustaining", "7.1-sustaining"]


def test_the_case_studies_and_where_they_belong(audit: Framework) -> None:
    titles = {study.id: study.title for study in audit.case_studies}
    places = {title: ["-"] * 8 for title in titles.values()}
    for area in audit.areas:
        for identity in area.case_studies:
            places[titles[identity]][area.number - 1] = "F"
        for identity in area.also_linked:
            places[titles[identity]][area.number - 1] = "L"
    found = {"".join(where) + " " + title for title, where in places.items()}
    assert found == set(CASE_STUDIES.strip().split("\n"))
    assert len(audit.case_studies) == 33


def test_what_the_case_studies_hold(audit: Framework) -> None:
    assert all(study.overview for study in audit.case_studies)
    found = {study.title: set(study.artefacts) for study in audit.case_studies if study.artefacts}
    assert found == ARTEFACTS
    assert sum(len(study.artefacts) for study in audit.case_studies) == 13


def test_how_many_case_studies_each_area_has(audit: Framework) -> None:
    described = [len(area.case_studies) for area in audit.areas]
    linked = [len(area.also_linked) for area in audit.areas]
    assert described == [19, 19, 19, 10, 18, 18, 18, 23]
    assert linked == [12, 12, 10, 13, 12, 14, 10, 8]
    assert (sum(described), sum(linked)) == (144, 91)


def test_guidance_and_signposts(audit: Framework) -> None:
    assert len(audit.guidance) == 10
    assert audit.about
    places = [f"{item.accessed} {item.name}" for item in audit.signposts[0].items]
    assert places == AUTHORITIES.strip().split("\n")
    assert len(places) == 21


def test_what_to_ask_and_to_look_for(audit: Framework) -> None:
    for area in audit.areas:
        for statement in area.statements:
            assert len(statement.questions) in (2, 3), statement.ref
            assert len(statement.look_for) in (2, 3), statement.ref
            assert all(question.endswith("?") for question in statement.questions), statement.ref


def test_short_wordings_fit_where_they_are_shown(audit: Framework) -> None:
    for area in audit.areas:
        for statement in area.statements:
            assert len(textwrap.wrap(statement.text, 76)) <= 3, statement.ref
    for descriptor in all_descriptors(audit):
        assert len(textwrap.wrap(descriptor.text, 46)) <= 5, descriptor.id
