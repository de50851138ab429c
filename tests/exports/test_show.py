"""What `show` prints: the JSON that `COMMANDS.md` promises, and lines that read well aloud."""

import json
from pathlib import Path
from typing import Any

from whole import fill, session_in

from exports.show import session_json, session_text
from sessions.excusing import excuse
from sessions.notes import Circumstances, add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import find_person, leave
from sessions.session import Session
from sessions.undo import undo
from sessions.view import view

NOTE_KEYS = ["ref", "text", "source", "where", "observed", "by", "statements", "late", "apart"]


def shown(session: Session, tag: str = "") -> dict[str, Any]:
    viewer = find_person(session.state, tag) if tag else None
    found = session_json(view(session, viewer))
    assert json.loads(json.dumps(found)) == found
    return found


def test_the_keys_are_those_promised(review: Session) -> None:
    found = shown(review)
    assert list(found) == [
        *("id", "name", "setting", "phase", "date", "framework", "participants", "inbox"),
        *("areas", "conflicts"),
        *("self_evaluation", "enquiries", "activities", "figures", "changes", "findings", "plan"),
        "timeboxes",
        *("state", "replies", "report_texts"),
    ]
    assert found["name"] == "hollin-bank-2026-11-21"
    assert found["framework"] == {"id": "little", "version": "2.1"}
    assert found["participants"][1] == {"name": "Amira Khan", "tag": "AK", "role": "reviewer"}
    area = found["areas"][0]
    assert list(area) == ["number", "title", "pass", "statements", "agreement"]
    assert list(area["statements"][0]) == ["ref", "text", "evidence", "ballots", "agreement"]
    assert list(area["statements"][0]["evidence"][0]) == NOTE_KEYS


def test_an_area_in_its_descriptive_pass_has_no_key_for_judging(review: Session) -> None:
    area = shown(review)["areas"][1]
    assert area["pass"] == "describe"
    assert area["agreement"] is None
    assert [list(s) for s in area["statements"]] == [["ref", "text", "evidence"]]


def test_ballots_and_agreements(review: Session) -> None:
    first, second, third, fourth = shown(review)["areas"][0]["statements"]
    assert first["ballots"][0] == {
        "by": "Amira Khan",
        "round": 1,
        "outcome": "stages",
        "stages": ["establishing", "strengthening"],
        "highlights": {"1.1-establishing": "full", "1.1-strengthening": "part"},
        "cites": [{"ref": "AK1", "against": False}, {"ref": "BP1", "against": True}],
        "because": "Amira's reason",
    }
    assert first["agreement"] == {
        "outcome": "stages",
        "stages": ["establishing", "strengthening"],
        "because": "Read each term.\nOne decision followed.",
        "dissent": ["Ben Price: I saw no change."],
    }
    assert second["agreement"] is None
    assert third["ballots"] == [
        {
            "by": "Amira Khan",
            "round": 1,
            "hidden": "sealed until all have cast: Ben Price to come",
        }
    ]
    assert fourth["ballots"] == []
    assert shown(review)["areas"][0]["agreement"]["because"].startswith("Data is read")


def test_somebodys_own_ballot_and_private_note_are_theirs(review: Session) -> None:
    own = shown(review, "AK")["areas"][0]["statements"]
    assert own[2]["ballots"][0]["outcome"] == "not_enough_evidence"
    assert [n["ref"] for n in own[0]["evidence"]] == ["AK1", "BP1", "AK3"]
    assert own[0]["evidence"][2]["private"] is True
    assert "AK3" not in json.dumps(shown(review, "BP"))


def test_lateness_is_of_the_area_a_note_is_shown_in(review: Session) -> None:
    late = shown(review)["areas"][0]["statements"][2]["evidence"]
    assert [(note["ref"], note["late"], note["apart"]) for note in late] == [
        ("BP2", False, False),
        ("AK4", True, False),
    ]
    assert [(n["ref"], n["source"], n["late"]) for n in shown(review)["inbox"]] == [
        ("BP3", "", False)
    ]


def test_who_has_left_is_listed_as_such(review: Session) -> None:
    leave(review, find_person(review.state, "BP"))
    assert shown(review)["participants"][2] == {
        "name": "Ben Price",
        "tag": "BP",
        "role": "reviewer",
        "left": True,
    }


def test_a_note_that_is_not_in_view_is_not_cited(review: Session) -> None:
    edit_note(review, find_person(review.state, "BP"), "BP1", private=True)
    first = shown(review)["areas"][0]["statements"][0]
    assert [ballot["cites"] for ballot in first["ballots"]] == [
        [{"ref": "AK1", "against": False}],
        [],  # what Ben cited was deleted
    ]


# Preparing, findings and the plan


def test_what_was_prepared_has_keys_of_its_own(whole: Session) -> None:
    found = shown(whole)
    assert found["enquiries"][1] == {
        "ref": "2",
        "question": "The enquiry question.",
        "statements": ["1.1"],
        "supports": "The enquiry supports.",
        "refutes": "The enquiry refutes.",
        "look": "The enquiry look.",
        "standing": "supported",
        "reason": "The enquiry reason.",
        "by": "Fran Gill",
    }
    assert found["activities"] == [
        {
            "ref": "1",
            "what": "The activity what.",
            "starts": "2026-11-21 10:00",
            "ends": "2026-11-21 10:45",
            "where": "The activity where.",
            "who": "The activity who.",
            "reviewers": ["Amira Khan"],
            "source": "learner-voice",
            "statements": ["1.1"],
            "notes": [],
        }
    ]
    roll, support, plans, both = found["figures"]["figures"]
    assert (roll["count"], support["count"], support["share"]) == (412, 61, "15%")
    assert support["reference"] == "about 12%"
    for hidden in (plans, both):
        assert (hidden["count"], hidden["few"], hidden["share"]) == (None, True, "")
    assert found["figures"]["question"].endswith("quality of provision.")
    assert found["changes"] == []


def test_the_settings_own_view_is_for_those_who_may_see_it(whole: Session) -> None:
    fran = find_person(whole.state, "FG")
    (own, second) = shown(whole)["self_evaluation"]
    assert (own["statement"], own["outcome"], own["stages"]) == ("1.1", "stages", ["establishing"])
    assert (own["because"], own["by"], list(own)[-1]) == ("The own because.", "Jo Reed", "at")
    assert second["statement"] == "1.2"
    reopen(whole, fran, 1, "A class was missed")
    for tag in ("", "FG", "AK"):
        assert shown(whole, tag)["self_evaluation"] == []
        assert "The own because." not in json.dumps(shown(whole, tag))
    assert len(shown(whole, "JR")["self_evaluation"]) == 2


def test_a_note_names_the_activity_that_it_was_taken_during(whole: Session) -> None:
    amira = find_person(whole.state, "AK")
    ref = add_note(whole, amira, "Seen.", ["1.1"], Circumstances(observed="10:05"))
    evidence = shown(whole)["areas"][0]["statements"][0]["evidence"]
    assert {n["ref"]: n.get("activity") for n in evidence} == {"AK1": None, ref: "1"}
    assert f"Note {ref} under 1.1, by Amira Khan, learner voice, The activity where., " in (
        session_text(view(whole))
    )


def test_findings_and_the_plan_have_keys_of_their_own(whole: Session) -> None:
    found = shown(whole)
    assert [f["kind"] for f in found["findings"]] == ["strength", "development", "sharing"]
    assert found["findings"][0] == {
        "ref": "1",
        "kind": "strength",
        "text": "The finding strength.",
        "statements": ["1.1"],
        "notes": ["AK1"],
        "by": "Fran Gill",
        "priority": None,
    }
    assert found["findings"][1]["priority"] == 1
    plan = found["plan"]
    assert (plan["objective"], plan["benchmark"]) == ("The plan objective.", "The plan benchmark.")
    assert plan["windows"] == ["Autumn to Spring 1", "Spring 1 to Summer 2"]
    assert plan["priorities"] == ["3"]
    (result,) = plan["key_results"]
    assert (result["ref"], result["text"], result["findings"]) == ("1", "The key result.", ["3"])
    first, later = result["actions"]
    assert (first["window"], later["window"]) == tuple(plan["windows"])
    assert (first["who"], first["due"], first["success"]) == (
        *("The action who.", "2027-01-15", "The action success."),
    )
    on_track, dropped = first["monitoring"]
    assert (on_track["progress"], on_track["seen"]) == ("on-track", "The monitoring seen.")
    assert (dropped["progress"], dropped["reason"]) == ("dropped", "The monitoring reason.")


def test_findings_and_the_plan_of_a_reopened_area_are_out_of_sight(whole: Session) -> None:
    reopen(whole, find_person(whole.state, "FG"), 1, "A class was missed")
    found = shown(whole, "FG")
    assert (found["findings"], found["plan"]["key_results"]) == ([], [])
    assert (found["plan"]["objective"], found["plan"]["waiting"]) == ("", [1])


def test_a_frameworks_own_fields_are_in_its_judgements_alone(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path / "rag", packs, "send-rag-audit") as session:
        fill(session)
        found, text = shown(session), session_text(view(session))
        statement = found["areas"][0]["statements"][0]
        assert statement["agreement"]["fields"] == {
            "strengths": "The agreed strengths.",
            "areas-for-development": "The agreed areas-for-development.",
        }
        assert statement["ballots"][0]["fields"] == {}
        assert found["self_evaluation"][0]["fields"]["strengths"] == "The own strengths."
        ref = statement["ref"]
        assert f"\nStrengths, agreed of {ref}: The agreed strengths.\n" in text
        own = f"Strengths, in the setting's own view of {ref}: The own strengths."
        assert f"\n{own}\n" in text


# Lines


def test_what_was_prepared_and_planned_stands_in_lines_that_speak_for_themselves(
    whole: Session,
) -> None:
    leave(whole, find_person(whole.state, "AK"))
    lines = session_text(view(whole)).splitlines()
    for line in (
        "Learners with SEN support: 61, 15% of the roll (the source has about 12%)",
        "Learners with an EHC plan: not shown: it, or a count that could be worked out with it, "
        "is under five",
        "Line of enquiry 2, supported, about 1.1, by Fran Gill: The enquiry question.",
        "Would support line of enquiry 2: The enquiry supports.",
        "Would refute line of enquiry 2: The enquiry refutes.",
        "Where to look for line of enquiry 2: The enquiry look.",
        "Why line of enquiry 2 is supported: The enquiry reason.",
        "Activity 1, 2026-11-21 10:00 to 10:45: The activity what.; where: The activity where.; "
        "with: The activity who.; reviewers: Amira Khan (has left); source: learner voice; "
        "for: 1.1",
        "Finding 3, area for development, about 1.1, by Fran Gill, priority 1: "
        "The finding development.",
        "Key objective: The plan objective.",
        "Benchmark position: The plan benchmark.",
        "Key result 1, for finding 3: The key result.",
        "Action 1 of key result 1, Autumn to Spring 1, by The action who., due 2027-01-15: "
        "The action what.",
        "Success of action 1: The action success.",
    ):
        assert line in lines
    starts = (
        *("The setting's own view of 1.1, by Jo Reed, ", "No activity is planned for 1.2, "),
        *("Monitoring of action 1, ", "Changed "),
    )
    for start in starts:
        assert any(line.startswith(start) for line in lines), start


def test_what_was_agreed_before_and_who_is_excused_stand_behind_the_gate(review: Session) -> None:
    fran, ben = find_person(review.state, "FG"), find_person(review.state, "BP")
    undo(review, fran, "Not our words")
    excuse(review, fran, 1, ben, "Taken ill")
    text = session_text(view(review))
    assert (
        "\nAgreed before of area 1: Data is read; what follows varies. "
        "Taken back by Fran Gill: Not our words\n"
    ) in text
    (before,) = shown(review)["areas"][0]["agreed_before"]
    assert (before["reason"], before["by"]) == ("Not our words", "Fran Gill")
    assert before["agreement"]["because"] == "Data is read; what follows varies."
    assert "\nExcused from judging area 1: Ben Price. Why: Taken ill\n" in text
    assert shown(review)["areas"][0]["excused"] == [
        {"name": "Ben Price", "reason": "Taken ill", "by": "Fran Gill"}
    ]
    reopen(review, fran, 1, "Too early")
    everything = json.dumps(shown(review, "FG")) + session_text(view(review, fran))
    for word in ("Taken ill", "Not our words", "Data is read"):
        assert word not in everything
    open_gate(review, fran, 1)
    stale = shown(review)["areas"][0]["statements"][0]["agreement"]["stale"]
    assert f"\nTo look at again, agreed of 1.1: {stale}\n" in session_text(view(review))


def test_every_line_says_by_itself_what_it_is_about(review: Session) -> None:
    lines = session_text(view(review)).splitlines()
    assert lines[0] == "Hollin Bank"
    for line in (
        "Date: 21 November 2026",
        "Person: Amira Khan, reviewer, tag AK",
        "Area 1: Outcomes for learners. Pass: judge.",
        "Judges of area 1: Amira Khan and Ben Price",
        "Because, for area 1: Data is read; what follows varies.",
        "Statement 1.2: Learners know who helps them and how to ask.",
        "Ballot of 1.1, round 1, by Amira Khan: establishing and strengthening (partly). "
        "Cites AK1, BP1 against. Because: Amira's reason",
        "Ballot of 1.1, round 1, by Ben Price: establishing.",
        "Agreed of 1.1: establishing and strengthening",
        "Dissent on 1.1: Ben Price: I saw no change.",
        "Not yet agreed: 1.2",
        "Ballot of 1.3, round 1, by Amira Khan: hidden, sealed until all have cast: "
        "Ben Price to come",
        "No note under 1.4.",
        "Not yet judged: 1.4",
        "Area 2: Leadership of SEND. Pass: describe.",
    ):
        assert line in lines
    assert any(
        line.startswith("Note AK4 under 1.3, by Amira Khan, work scrutiny, 2026-11-21")
        and line.endswith(", late: Four books were dated.")
        for line in lines
    )
    assert any(line.startswith("Note BP3 in the inbox, by Ben Price, ") for line in lines)


def test_no_text_can_pass_for_a_line_of_ours(fresh_review: Session) -> None:
    amira = find_person(fresh_review.state, "AK")
    add_note(fresh_review, amira, "One.\nStatement 9.9: false\x1b[2J", ["1.1"])
    text = session_text(view(fresh_review))
    assert "\n  Statement 9.9: false" in text
    assert "\x1b" not in text


def test_it_draws_nothing(review: Session) -> None:
    text = session_text(view(review))
    assert not set(text) & set("│─┌┐└┘├┤|*#")
    assert text.endswith("\n")
