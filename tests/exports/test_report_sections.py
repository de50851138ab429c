"""What a report says of the visit, of the setting's own view, of findings and of the plan."""

import re
from pathlib import Path

import msgspec
import pytest
from whole import MADE, fill, in_format, section, session_in

from exports.build import build_report
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import add_enquiry, stand
from sessions.figures import set_figures
from sessions.findings import add_finding, set_priorities
from sessions.notes import Circumstances, add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, find_person, leave
from sessions.planning import add_key_result
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.view import view

NEW = (
    "### Context figures",
    "## Lines of enquiry",
    "### The setting's own view, beside the panel's",
    "## Findings",
    "## The plan",
    "## The visit",
    "## What changed during the visit",
)


def test_a_section_is_there_only_when_there_is_something_in_it(review: Session) -> None:
    text = in_format(review)
    assert [title for title in NEW if title in text] == []


def test_the_sections_stand_in_the_order_of_a_review(whole: Session) -> None:
    add_person(whole, "Ola Late")
    text = in_format(whole)
    places = [text.index(f"\n{title}\n") for title in NEW]
    assert places == sorted(places)


# Context figures


def test_figures_are_facts_with_a_question_and_few_learners_are_not_counted(whole: Session) -> None:
    text = section(in_format(whole), "### Context figures")
    assert "- Learners on roll: 412\n" in text
    assert "with SEN support: 61; 15% of the roll; the source gives about 12% of all" in text
    assert "with an EHC plan: not shown: it, or a count that could be worked out" in text
    assert "together: not shown" in text
    assert "SEND Support: Have we got it right?" in text
    assert "nothing later than September 2019" in text
    assert "To ask: Are these proportions what you would expect" in text
    assert re.findall(r"\b[0-4]\b(?!%)", text) == []


def test_figures_that_were_not_given_are_not_there(whole: Session) -> None:
    jo = find_person(whole.state, "Jo Reed")
    set_figures(whole, jo, {"ehc-plans": None, "sen-support": None})
    text = section(in_format(whole), "### Context figures")
    assert "Learners on roll: 412" in text
    assert "EHC plan:" not in text


# Lines of enquiry


def test_a_line_of_enquiry_says_what_became_of_it(whole: Session) -> None:
    text = section(in_format(whole), "## Lines of enquiry")
    assert (
        "- **2: The enquiry question.** (statement 1.1)  \n"
        "  What would support it: The enquiry supports.  \n"
        "  What would refute it: The enquiry refutes.  \n"
        "  Where to look: The enquiry look.  \n"
        "  How it ended: supported. Why: The enquiry reason."
    ) in text
    assert "- **1: The enquiry accepted.** (statement 1.1)  \n  It is still open." in text


def test_a_line_of_enquiry_about_no_statement_names_none(whole: Session) -> None:
    added = add_enquiry(whole, find_person(whole.state, "FG"), "What is lunch like?")
    assert f"- **{added}: What is lunch like?**  \n  It is still open." in in_format(whole)


def test_a_dropped_line_of_enquiry_says_why(whole: Session) -> None:
    stand(whole, find_person(whole.state, "Fran Gill"), "1", "dropped", "The class was out.")
    text = section(in_format(whole), "## Lines of enquiry")
    assert "How it ended: dropped. Why: The class was out." in text


def test_what_is_only_proposed_is_in_nobodys_report(whole: Session) -> None:
    for person in whole.state.people:
        assert "What is 1.2 like here?" not in in_format(whole, viewer=person)


def test_everybodys_own_view_makes_the_same_report(whole: Session) -> None:
    amira, fran = (find_person(whole.state, name) for name in ("Amira Khan", "Fran Gill"))
    late = Circumstances(observed="2026-11-20 08:00")
    add_note(whole, amira, "For myself.", ["1.1"], late, private=True)
    mine = add_note(whole, amira, "Not for myself.", ["1.1"], late)
    add_finding(whole, fran, "strength", "It is so.", ["1.1"], [mine])
    edit_note(whole, amira, mine, private=True)
    report = build_report(view(whole), whole.framework, MADE)
    for person in whole.state.people:
        assert build_report(view(whole, person), whole.framework, MADE) == report


# The setting's own view


def own_views(whole: Session) -> str:
    return section(in_format(whole), "### The setting's own view, beside the panel's")


def test_the_settings_own_view_stands_beside_the_panels_in_words_and_symbols(
    whole: Session,
) -> None:
    text = own_views(whole)
    assert (
        "Where the two differ:\n\n"
        "- **1.1:** the setting says ○ Establishing Foundations; "
        "the panel says ● Sustaining Excellence.  \n"
        "  The setting's because: The own because.\n\n"
        "Where the panel has no view yet:\n\n"
        "- **1.2:** the setting says ○ Establishing Foundations.  \n"
    ) in text
    assert "Where the two say the same" not in text


def test_what_differs_comes_first_and_is_not_counted(whole: Session) -> None:
    jo, fran = (find_person(whole.state, name) for name in ("Jo Reed", "Fran Gill"))
    self_evaluate(whole, jo, "1.1", stages=["sustaining"])
    self_evaluate(whole, jo, "1.3", outcome="not_enough_evidence")
    reveal(whole, fran, statement="1.3", reason="Time was short.")
    agree(whole, fran, statement="1.3", outcome="not_applicable", because="No such learners.")
    text = own_views(whole)
    titles = ("Where the two differ", "Where the two say the same", "Where the panel has no view")
    assert sorted(titles, key=text.index) == list(titles)
    late = " (late: written after the judging was opened)"
    said = f"1.3:** the setting says not enough evidence{late}; the panel says not applicable."
    assert said in text
    assert re.findall(r"\d+", re.sub(r"\d\.\d", "", text)) == []


def test_the_view_of_one_who_judged_alone_is_not_called_the_panels(
    tmp_path: Path, packs: Path
) -> None:
    with session_in(tmp_path, packs, "little") as session:
        amira, ben, fran, jo = (find_person(session.state, tag) for tag in ("AK", "BP", "FG", "JR"))
        leave(session, ben)
        add_note(session, amira, "A page.", ["1.1"])
        self_evaluate(session, jo, "1.1", stages=["sustaining"])
        open_gate(session, fran, 1)
        judge(session, amira, "1.1", highlights={"strengthening": "part"}, cites=[("AK1", False)])
        assert (
            "the setting says ● Sustaining Excellence; "
            "Amira Khan, who judged alone, says ◐ Strengthening Practice in part."
        ) in own_views(session)


# Judgements


@pytest.mark.parametrize("framework", ["send-rag-audit", "send-self-assessment"])
def test_a_judgement_shows_the_frameworks_own_fields(
    tmp_path: Path, packs: Path, framework: str
) -> None:
    with session_in(tmp_path, packs, framework) as session:
        fill(session)
        text = in_format(session)
        for field in session.framework.fields:
            assert f"\n  {field.name}: The agreed {field.key}.  \n" in text
        own = own_views(session)
        for field in session.framework.fields:
            assert f"The setting's {field.name}: The own {field.key}." in own


def test_the_profile_has_the_scales_own_order_and_its_own_noun(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-self-assessment") as session:
        fran = find_person(session.state, "FG")
        fill(session)
        reveal(session, fran, area=1, reason="Time was short.")
        for ref, answer in (("1b", "yes"), ("1c", "to-some-extent")):
            agree(session, fran, statement=ref, outcome="stages", stages=[answer], because="So.")
        text = section(in_format(session), "### Where practice sits")
        assert "Each answer is named with the statements that lie there." in text
        assert re.search(r"\| Yes +\| To some extent +\| No +\|", text)
        assert re.search(r"\| 1b +\| 1c +\| 1a +\|", text)


def test_the_next_step_of_a_falling_scale_is_the_stronger_one(whole: Session) -> None:
    # The same framework told the other way round, its strongest step first
    framework, seen = whole.framework, view(whole)
    scale = msgspec.structs.replace(
        framework.scale, steps=framework.scale.steps[::-1], falling=True
    )
    falling = msgspec.structs.replace(framework, scale=scale)
    turned = msgspec.structs.replace(
        seen,
        areas=tuple(
            msgspec.structs.replace(
                area,
                statements=tuple(
                    msgspec.structs.replace(
                        s,
                        judged=msgspec.structs.replace(
                            s.judged, descriptors=s.judged.descriptors[::-1]
                        ),
                    )
                    if s.judged
                    else s
                    for s in area.statements
                ),
            )
            for area in seen.areas
        ),
    )
    rising = build_report(seen, framework, MADE).areas[0].judged
    found = build_report(turned, falling, MADE).areas[0].judged
    assert found is not None and rising is not None
    assert found.next_steps == rising.next_steps
    assert found.profile.steps == rising.profile.steps[::-1]


def test_what_was_agreed_before_the_area_was_reopened_says_so(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    reopen(whole, fran, 1, "A class was missed.")
    open_gate(whole, fran, 1)
    text = in_format(whole)
    assert "Agreed by the panel. (agreed before the area was reopened; look again.)" in text


# Findings and the plan


def test_findings_stand_with_their_statements_and_evidence(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    add_finding(whole, fran, "development", "Second thing.", ["1.1", "1.2"], ["AK1", "AK2"])
    add_finding(whole, fran, "development", "First thing.", ["1.2"])
    set_priorities(whole, fran, ["5", "3"])
    text = section(in_format(whole), "## Findings")
    assert (
        "### Strengths\n\n- The finding strength.  \n  (Finding 1: statement 1.1; evidence AK1)"
        in text
    )
    assert (
        "In the order of priority that the panel set:\n\n"
        "1. First thing.  \n   (Finding 5: statement 1.2; it names no shared note)\n\n"
        "2. The finding development.  \n   (Finding 3: statement 1.1; it names no shared note)\n\n"
        "Not in the order of priorities:\n\n"
        "- Second thing.  \n  (Finding 4: statements 1.1, 1.2; evidence AK1, AK2)\n"
    ) in text
    assert "### Practice worth sharing\n\n- The finding sharing." in text


def test_the_plan_in_short_says_how_each_action_goes(whole: Session) -> None:
    add_key_result(whole, find_person(whole.state, "FG"), "Another key result.")
    text = section(in_format(whole), "## The plan")
    assert "**Key objective**: The plan objective." in text
    assert "**Current benchmark position**: The plan benchmark." in text
    rows = [[c.strip() for c in row.split("|")[1:-1]] for row in text.splitlines() if "|" in row]
    assert rows[0] == ["Key result", "Action", "Who", "By when", "So far"]
    assert rows[2:] == [
        [
            "1. The key result. (answers finding 3)",
            *("The action what.", "The action who.", "15 January 2027", "dropped"),
        ],
        ["", "The action later.", "", "", ""],
        ["2. Another key result.", "none yet", "", "", ""],
    ]
    assert "a document of its own" in text


# The visit


def test_the_timetable_stands_as_it_was_carried_out(whole: Session) -> None:
    text = section(in_format(whole), "## The visit")
    assert re.search(r"\| 10:00 to 10:45 +\| The activity what\. +\| The activity where", text)
    assert re.search(r"\| Amira Khan +\| learner voice +\| 1\.1 ", text)


def test_what_changed_is_said(whole: Session) -> None:
    amira, fran = (find_person(whole.state, name) for name in ("Amira Khan", "Fran Gill"))
    add_person(whole, "Ola Late")
    add_note(whole, amira, "On paper.", [], Circumstances(observed="2026-11-20 08:00"))
    reopen(whole, fran, 1, "A class was missed.")
    text = section(in_format(whole), "## What changed during the visit")
    assert "Ola Late joined as reviewer. (Ola Late)" in text
    assert re.search(r"AK\d was typed in later; observed 2026-11-20 08:00\. \(Amira Khan\)", text)
    assert "Area 1 went back to being described. (Fran Gill)" in text
    assert "A class was missed" not in text  # a reason may name a stage
