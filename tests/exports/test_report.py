"""What a report says of a session, and what it never says."""

import re
from datetime import UTC, datetime

import msgspec
import pytest
from markdown_it import MarkdownIt

from exports.build import build_report
from exports.markdown import to_markdown
from exports.model import Report
from frameworks.model import Area, Framework
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import find_person, leave
from sessions.seen import AreaView
from sessions.session import Session
from sessions.view import view

MADE = datetime(2026, 11, 21, 16, 5, tzinfo=UTC)


def report(session: Session) -> Report:
    return build_report(view(session), session.framework, MADE)


def written(session: Session) -> str:
    return to_markdown(report(session))


def section(markdown: str, title: str) -> str:
    """Return what stands below a heading, up to the next of its rank or above."""
    marks, _, _ = title.partition(" ")
    body = markdown.split(f"\n{title}\n", 1)[1]
    return re.split(rf"(?m)^#{{1,{len(marks)}}} ", body)[0]


# The front


def test_it_says_who_when_and_with_what(review: Session) -> None:
    text = written(review)
    assert text.startswith("# Peer review of inclusion at Hollin Bank\n")
    for fact in (
        "- Setting: Hollin Bank (primary)",
        "- Date of the review: 21 November 2026",
        "- Framework: Little Inclusion Framework, version 2.1",
        "- Areas reviewed: 1 Outcomes for learners; 2 Leadership of SEND",
        "- Purpose: How support builds independence.",
        "- Report made: 21 November 2026, 16:05, from the session hollin-bank-2026-11-21",
    ):
        assert fact in text
    assert re.search(r"\| Amira Khan +\| reviewer +\| Moorside +\| area 1 +\| AK ", text)
    assert "| Jo Reed    | host " in text
    assert "Declared interest" not in text  # nobody declared one


def test_somebody_who_has_left_is_still_named(review: Session) -> None:
    leave(review, find_person(review.state, "BP"))
    assert "reviewer, has left" in written(review)


def test_it_says_what_it_is_and_what_it_is_not(review: Session) -> None:
    text = section(written(review), "## What this is, and what it is not")
    assert "a record of a guided peer review" in text
    assert "not an inspection" in text
    assert "no grade" in text


def test_the_headline_lists_statements_and_counts_none(review: Session) -> None:
    text = section(written(review), "## Headline")
    assert "**Statements with evidence:** 1.1, 1.2, 1.3, 2.1" in text
    assert "**Statements without evidence so far:** 1.4" in text
    head, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ")
    ]
    steps = ["Establishing Foundations", "Strengthening Practice", "Sustaining Excellence"]
    assert head == ["Area of practice", *steps, "Not yet agreed", "Not yet judged"]
    assert rows == [["1 Outcomes for learners", "1.1", "1.1", "", "1.2, 1.3", "1.4"]]
    assert "**Area 1, Outcomes for learners:** Data is read; what follows varies." in text
    assert "area 2, Leadership of SEND" in text


def test_it_never_reads_as_a_grade(review: Session) -> None:
    text = written(review).replace("no grade and no forecast", "").lower()
    for word in ("grade", "score", "average", "percent", "%", "out of", "total", "rating", "level"):
        assert word not in text
    # Numbers are refs, dates and times, the version, and the titles of areas
    plain = re.sub(
        r"\d\.\d|[A-Z]{2}\d+|\d+ [A-Z][a-z]+ \d{4}|\d\d:\d\d|area \d|y5", "", text, flags=re.I
    )
    assert set(re.findall(r"\d+", plain)) <= {"1", "2", "2026", "11", "21"}


# Areas


def test_notes_stand_under_their_statement_with_where_they_come_from(review: Session) -> None:
    text = section(written(review), "#### Statement 1.2")
    assert "Learners know who helps them and how to ask." in text
    assert (
        "- Two named an adult.  \n  (AK2: learner voice; Y5; 21" not in text
    )  # on the day: a time
    assert re.search(r"- Two named an adult\.  \n  \(AK2: learner voice; Y5; \d\d:\d\d\)", text)
    assert "Heard from: observation, learner voice." in text


def test_a_note_is_written_out_once_an_area(review: Session) -> None:
    text = written(review)
    assert text.count("Targets were on three desks.") == 1
    assert "Also: BP2 (its text stands under 1.2)." in section(text, "#### Statement 1.3")
    assert text.count("A governor had not seen it.") == 2  # two areas


def test_what_has_no_evidence_says_so(review: Session) -> None:
    assert "No evidence was recorded." in section(written(review), "#### Statement 1.4")


def test_a_late_note_is_marked_and_the_mark_explained(review: Session) -> None:
    text = written(review)
    assert re.search(r"\(AK4: work scrutiny; \d\d:\d\d; late\)", text)
    assert "late in area 1" in section(text, "## Evidence index")
    assert "**Late** marks a note" in section(text, "## Method")


def test_private_and_deleted_notes_are_nowhere(review: Session) -> None:
    text = written(review)
    for hidden in ("private thought", "AK3", "withdrawn", "BP4"):
        assert hidden not in text


def test_somebodys_own_view_makes_the_same_report(review: Session) -> None:
    own = view(review, find_person(review.state, "AK"))
    assert build_report(own, review.framework, MADE) == report(review)


def test_an_agreed_statement_shows_the_panels_view(review: Session) -> None:
    text = section(written(review), "## Area 1: Outcomes for learners")
    assert (
        "- **1.1: Establishing Foundations and Strengthening Practice.** Agreed by the panel.  \n"
        "  Because: Read each term.  \n"
        "  One decision followed.  \n"
        "  Evidence: AK1.  \n"
        "  Speaking against it: BP1.  \n"
        "  Dissent: Ben Price: I saw no change.\n"
    ) in text
    assert "The area in a sentence: Data is read; what follows varies." in text


def test_ballots_are_not_in_it(review: Session) -> None:
    text = written(review)
    assert "Amira's reason" not in text
    assert "- **1.2: not yet agreed.**\n" in text


def test_where_one_reviewer_judged_alone_it_says_so(fresh_review: Session) -> None:
    session = fresh_review
    amira, ben, fran = (find_person(session.state, tag) for tag in ("AK", "BP", "FG"))
    leave(session, ben)
    add_note(session, amira, "A page.", ["1.1"])
    open_gate(session, fran, 1)
    judge(
        session,
        amira,
        "1.1",
        highlights={"establishing": "full", "strengthening": "part"},
        cites=[("AK1", False)],
        because="It was so.",
    )
    judge(session, amira, "1.2", outcome="not_enough_evidence", draft=True)
    text = written(session)
    assert (
        "- **1.1: Establishing Foundations and Strengthening Practice in part.** "
        "The view of Amira Khan, who judged alone.  \n"
        "  Because: It was so.  \n"
        "  Evidence: AK1.\n"
    ) in text
    assert "one reviewer's view and not the panel's: 1.1" in section(text, "## Headline")
    assert "**Not yet judged:** 1.2, 1.3, 1.4" in text
    agree(session, fran, statement="1.1", outcome="stages", stages=["establishing"], because="So.")
    assert "who judged alone" not in written(session)


def test_two_who_judged_are_not_one_alone(fresh_review: Session) -> None:
    session = fresh_review
    amira, ben, fran = (find_person(session.state, tag) for tag in ("AK", "BP", "FG"))
    add_note(session, amira, "A page.", ["1.1"])
    open_gate(session, fran, 1)
    judge(session, amira, "1.1", highlights={"establishing": "full"}, cites=[("AK1", False)])
    assert "- **1.1: not yet agreed.**" in written(session)
    judge(session, ben, "1.1", highlights={"sustaining": "full"}, cites=[("AK1", False)])
    reveal(session, fran, statement="1.1")
    reopen(session, fran, 1, "Something was missing.")
    leave(session, ben)
    open_gate(session, fran, 1)
    text = written(session)
    assert "- **1.1: not yet agreed.**" in text
    assert "The reason: Something was missing." in section(text, "## Method")


def test_not_enough_evidence_and_not_applicable_are_values_of_their_own(
    fresh_review: Session,
) -> None:
    session = fresh_review
    fran = find_person(session.state, "FG")
    open_gate(session, fran, 1)
    reveal(session, fran, area=1, reason="Time was short.")
    agree(session, fran, statement="1.1", outcome="not_enough_evidence", because="Nobody asked.")
    agree(session, fran, statement="1.2", outcome="not_applicable", because="No such learners.")
    text = written(session)
    assert "- **Not enough evidence:** 1.1\n- **Not applicable:** 1.2\n" in text
    assert re.search(r"\| Not enough evidence \| Not applicable \| Not yet judged \|\n", text)
    assert (
        "- **1.1: not enough evidence.** Agreed by the panel.  \n  Because: Nobody asked." in text
    )
    assert "What the next stage looks like" not in text


def test_a_judgement_whose_evidence_is_gone_says_so(review: Session) -> None:
    edit_note(review, find_person(review.state, "AK"), "AK1", private=True)
    edit_note(review, find_person(review.state, "BP"), "BP1", private=True)
    text = written(review)
    assert "It cites no note that is shared." in text
    assert "AK1" not in text


# What may come next


def test_the_next_stage_is_the_one_after_the_highest(review: Session) -> None:
    text = section(written(review), "### What the next stage looks like")
    assert (
        "- **1.1, Sustaining Excellence:** Families, learners and staff help to read the data, "
        "and what they say changes provision within the term."
    ) in text  # the full wording, where there is one


@pytest.mark.parametrize(
    ("ref", "stage", "expected"),
    [
        ("1.2", "establishing", "**1.2, Strengthening Practice:** Learners name an adult"),
        ("1.2", "strengthening", "**1.2, Sustaining Excellence:** The source describes nothing"),
        ("1.3", "sustaining", "beyond which the framework describes none: 1.3."),
    ],
)
def test_the_next_stage_of(review: Session, ref: str, stage: str, expected: str) -> None:
    fran = find_person(review.state, "FG")
    if ref == "1.3":
        reveal(review, fran, statement=ref, reason="Time was short.")
    agree(review, fran, statement=ref, outcome="stages", stages=[stage], because="So.")
    assert expected in section(written(review), "### What the next stage looks like")


def test_a_framework_that_describes_no_steps_says_so(review: Session) -> None:
    seen, framework = view(review), review.framework
    bare = tuple(msgspec.structs.replace(area, descriptors=()) for area in framework.areas)
    plain = msgspec.structs.replace(framework, areas=bare)
    areas = tuple(without_descriptors(area) for area in seen.areas)
    seen = msgspec.structs.replace(seen, areas=areas)
    text = to_markdown(build_report(seen, plain, MADE))
    expected = "\nThe source describes nothing here.\n\n"
    assert section(text, "### What the next stage looks like") == expected


def without_descriptors(area: AreaView) -> AreaView:
    replace = msgspec.structs.replace
    statements = tuple(
        replace(s, judged=replace(s.judged, descriptors=(None, None, None)) if s.judged else None)
        for s in area.statements
    )
    return replace(area, statements=statements)


def test_case_studies_are_named_with_a_judged_area_and_described_once(review: Session) -> None:
    text = section(written(review), "### Case studies that may help")
    assert "- On this area: Reading buddies across the key stages." in text
    assert "- Touching on it: A calm start to the day." in text
    end = section(written(review), "## Case studies that may help")
    assert end.count("- **Reading buddies across the key stages:** Older learners read") == 1
    assert "On area 1. It shares: Training slides; Letter to families." in end


def test_what_describes_the_area_as_a_whole_stands_beside_its_sentence(review: Session) -> None:
    text = section(written(review), "## Area 1: Outcomes for learners")
    assert "- **Sustaining Excellence:** Outcomes are read together each half term" in text


# The end


def test_gaps_are_named(review: Session) -> None:
    text = section(written(review), "## What is not yet judged, or lacks evidence")
    for line in (
        "- **Still being described, so not judged:** area 2, Leadership of SEND",
        "- **Not yet judged:** 1.4",
        "- **Not yet agreed:** 1.2, 1.3",
        "- **Without a note:** 1.4",
        "- **Heard from one side so far:** 2.1 (leader or governor voice)",
    ):
        assert line in text
    assert re.search(r"- Ask who pays for swimming\.  \n  \(BP3: source not said; \d", text)


def test_the_index_has_every_shared_note(review: Session) -> None:
    text = section(written(review), "## Evidence index")
    rows = [[c.strip() for c in row.split("|")[1:-1]] for row in text.splitlines() if "|" in row]
    assert [row[0] for row in rows[2:]] == ["AK1", "BP1", "AK2", "BP2", "BP3", "AK4"]
    assert [row[4] for row in rows[2:]] == [
        "1.1",
        "1.1, 2.1",
        "1.2",
        "1.2, 1.3",
        "no statement",
        "1.3",
    ]


def test_the_method_names_the_framework_and_whose_wording_it_is(review: Session) -> None:
    text = section(written(review), "## Method")
    assert "published by The Invented Trust" in text
    assert "The wording here is our own" in text
    assert "against accident, haste and curiosity" in text
    assert "Area 1 was opened for judging: 21 November 2026" in text


def test_an_empty_session_has_a_report(fresh_review: Session) -> None:
    text = written(fresh_review)
    assert "No notes were shared." in text
    assert "Judge from evidence" not in text


def test_there_is_no_html_in_it(review: Session) -> None:
    add_note(review, find_person(review.state, "AK"), "<b>x</b> <!-- y --> <https://a.b>", ["1.1"])
    tokens = MarkdownIt("commonmark").parse(written(review))
    every = [child for token in tokens for child in (token, *(token.children or ()))]
    assert not {token.type for token in every} & {"html_block", "html_inline", "link_open"}


def test_the_little_framework_has_what_these_tests_rely_on(little: Framework) -> None:
    area = little.area(1)
    assert isinstance(area, Area)
    assert area.descriptor("1.2", "sustaining") is None
