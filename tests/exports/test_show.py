"""What `show` prints: the JSON that `COMMANDS.md` promises, and lines that read well aloud."""

import json
from typing import Any

from exports.show import session_json, session_text
from sessions.notes import add_note, edit_note
from sessions.people import find_person, leave
from sessions.session import Session
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


# Lines


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
