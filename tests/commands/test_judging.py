"""Commands behind the gate: the gate itself, ballots, reveal, agreement."""

import pytest
from by_commands import AK
from shell import Shell

# gate


def test_the_gate_opens_an_area_and_reopens_it(shell: Shell) -> None:
    session = shell.new()
    assert shell.done("gate", session, "--area", "2", "--by", "Fay") == ""
    passes = {a["number"]: a["pass"] for a in shell.json("show", session, "--json")["areas"]}
    assert passes == {number: "judge" if number == 2 else "describe" for number in range(1, 9)}
    shell.done("gate", session, "--area", "2", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    passes = {a["number"]: a["pass"] for a in shell.json("show", session, "--json")["areas"]}
    assert set(passes.values()) == {"describe"}


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--area", "1", "--by", "Fay"), "gate of area 1 is open already"),
        (("--area", "9", "--by", "Fay"), "no area 9"),
        (("--area", "2", "--by", "BO"), ("Only a facilitator may open the gate", "ask Fay")),
        (("--area", "2", "--by", "Zoe"), "nobody called Zoe"),
        (("--area", "1", "--by", "Fay", "--reopen"), ("area 1 needs a reason", "say why")),
        (("--area", "1", "--by", "Fay", "--reopen", "--reason", " "), "needs a reason"),
        (
            ("--area", "2", "--by", "Fay", "--reopen", "--reason", "So"),
            "Area 2 is being described already",
        ),
        (("--area", "1", "--by", "BO", "--reopen", "--reason", "So"), "Only a facilitator"),
    ],
)
def test_gate_refuses(shell: Shell, call: tuple[str, ...], says: str | tuple[str, ...]) -> None:
    shell.refused("gate", shell.judged(), *call, says=says)


def test_gate_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    shell.wrong("gate", session, "--by", "Fay", says="--area")
    shell.wrong("gate", session, "--area", "1", says="--by")
    shell.wrong("gate", session, "--area", "one", "--by", "Fay", says="one")
    shell.wrong("gate", session, "--area", "1", "--by", "Fay", "--reason", "So", says="--reopen")


def test_a_gate_beyond_the_scope_is_refused(shell: Shell) -> None:
    session = shell.new("--areas", "2,3")
    shell.refused(
        "gate", session, "--area", "1", "--by", "Fay", says=("outside this review", "areas 2, 3")
    )


# judge


def test_a_ballot_says_what_the_evidence_shows(shell: Shell) -> None:
    session = shell.judged()
    said = shell.done(
        *("judge", session, *AK, "--highlight", "establishing", "--highlight", "sustaining:part"),
        *("--cite", "AK1", "--cite", "BO1:against", "--because", "The chart"),
    )
    assert said == ""
    (ballot,) = shell.statement(session, "1.1", "--as", "AK")["ballots"]
    assert ballot == {
        "by": "Amira Khan",
        "round": 1,
        "outcome": "stages",
        "stages": ["establishing", "sustaining"],
        "highlights": {"1.1-establishing": "full", "1.1-sustaining": "part"},
        "cites": [{"ref": "AK1", "against": False}, {"ref": "BO1", "against": True}],
        "because": "The chart",
    }


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        (("--not-enough-evidence",), "not_enough_evidence"),
        (("--not-applicable", "--because", "No such class"), "not_applicable"),
    ],
)
def test_a_ballot_may_say_that_there_is_nothing_to_judge(
    shell: Shell, more: tuple[str, ...], outcome: str
) -> None:
    session = shell.judged()
    shell.done("judge", session, *AK, *more)
    (ballot,) = shell.statement(session, "1.1", "--as", "AK")["ballots"]
    assert (ballot["outcome"], ballot["stages"], ballot["highlights"]) == (outcome, [], {})


def test_a_draft_is_ones_own_and_may_be_unfinished(shell: Shell) -> None:
    session = shell.judged()
    shell.done("judge", session, *AK, "--draft", "--because", "Zebra")
    (ballot,) = shell.statement(session, "1.1", "--as", "AK")["ballots"]
    assert (ballot["draft"], ballot["outcome"], ballot["because"]) == (True, None, "Zebra")
    for more in ((), ("--as", "Ben Orr"), ("--as", "Fay")):
        assert shell.statement(session, "1.1", *more)["ballots"] == []
        assert "Zebra" not in shell.done("show", session, *more)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ((), "Nothing is highlighted for 1.1"),
        (("--cite", "AK1"), "Nothing is highlighted for 1.1"),
        (("--highlight", "establishing"), ("cites no evidence", "cite a note")),
        (("--highlight", "good", "--cite", "AK1"), ("called good", "establishing, strengthening")),
        (("--highlight", "1.2-establishing", "--cite", "AK1"), "speaks of 1.2, not of 1.1"),
        (("--highlight", "establishing:mostly", "--cite", "AK1"), "full or part, not mostly"),
        (("--highlight", "establishing", "--cite", "AK9"), "no note AK9"),
        (("--not-applicable",), ("not applicable needs a because", "say why")),
    ],
)
def test_judge_refuses(shell: Shell, more: tuple[str, ...], says: str | tuple[str, ...]) -> None:
    shell.refused("judge", shell.judged(), *AK, *more, says=says)


def test_judge_refuses_before_the_gate_and_who_is_no_judge(shell: Shell) -> None:
    session = shell.judged()
    nothing = "--not-enough-evidence"
    shell.refused(
        *("judge", session, "--by", "AK", "--statement", "2.1", nothing),
        says=("Area 2 is still being described", "open its gate first"),
    )
    shell.refused(
        *("judge", session, "--by", "AK", "--statement", "2.1", "--draft"),
        says="Area 2 is still being described",
    )
    shell.refused(
        *("judge", session, "--by", "Fay", "--statement", "1.1", nothing),
        says=("Fay is not a judge of area 1", "Amira Khan, Ben Orr"),
    )
    shell.refused(
        *("judge", session, "--by", "AK", "--statement", "9.9", nothing), says="no statement 9.9"
    )
    shell.refused(
        *("judge", session, "--by", "Zoe", "--statement", "1.1", nothing), says="called Zoe"
    )


@pytest.mark.parametrize(
    "more",
    [
        ("--highlight", "establishing", "--not-enough-evidence"),
        ("--not-applicable", "--not-enough-evidence"),
        ("--highlight", "establishing", "--cite", "AK1:maybe"),
        ("--highlight",),
    ],
)
def test_judge_called_wrongly(shell: Shell, more: tuple[str, ...]) -> None:
    shell.wrong("judge", shell.judged(), *AK, *more)


# Sealed, revealed, the second round


def test_a_cast_ballot_is_hidden_from_others_with_why(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "establishing", "--because", "Zebra")
    why = "sealed until all have cast: Ben Orr to come"
    for more in ((), ("--as", "Ben Orr"), ("--as", "Fay")):
        assert shell.statement(session, "1.1", *more)["ballots"] == [
            {"by": "Amira Khan", "round": 1, "hidden": why}
        ]
        assert why in shell.done("show", session, *more)
    shell.cast(session, "Ben Orr", "strengthening", "--because", "Heron")
    mine, theirs = shell.statement(session, "1.1", "--as", "AK")["ballots"]
    assert mine["because"] == "Zebra"
    assert theirs == {
        "by": "Ben Orr",
        "round": 1,
        "hidden": "sealed until they are revealed: all have cast",
    }


def test_after_the_reveal_all_is_seen_and_a_change_is_the_second_round(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "establishing", "--because", "Zebra")
    shell.cast(session, "Ben Orr", "strengthening", "--because", "Heron")
    assert shell.done("reveal", session, "--by", "Fay", "--statement", "1.1") == ""
    shell.cast(session, "Ben Orr", "establishing", "--because", "Now I see it")
    for more in ((), ("--as", "Fay")):
        ballots = shell.statement(session, "1.1", *more)["ballots"]
        assert [(b["by"], b["round"], b["stages"], b["because"]) for b in ballots] == [
            ("Amira Khan", 1, ["establishing"], "Zebra"),
            ("Ben Orr", 1, ["strengthening"], "Heron"),
            ("Ben Orr", 2, ["establishing"], "Now I see it"),
        ]


def test_a_reveal_before_all_have_cast_takes_a_reason(shell: Shell) -> None:
    session = shell.judged()
    shell.refused(
        *("reveal", session, "--by", "Fay", "--area", "1"),
        says=("Not every judge of area 1 has cast", "Amira Khan, Ben Orr to come"),
    )
    shell.done("reveal", session, "--by", "Fay", "--area", "1", "--reason", "Time is up")
    for subject in (("--area", "1"), ("--statement", "1.1")):
        shell.refused("reveal", session, "--by", "Fay", *subject, says="revealed already")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--by", "BO", "--area", "1", "--reason", "So"), "Only a facilitator may reveal"),
        (("--by", "Fay", "--area", "2", "--reason", "So"), "Area 2 is still being described"),
        (("--by", "Fay", "--area", "9"), "no area 9"),
        (("--by", "Fay", "--statement", "9.9"), "no statement 9.9"),
    ],
)
def test_reveal_refuses(shell: Shell, call: tuple[str, ...], says: str) -> None:
    shell.refused("reveal", shell.judged(), *call, says=says)


@pytest.mark.parametrize("command", ["reveal", "agree"])
def test_a_statement_or_an_area_is_named_and_not_both(shell: Shell, command: str) -> None:
    session = shell.judged()
    more = ("--because", "So") if command == "agree" else ()
    shell.wrong(command, session, "--by", "Fay", *more, says="either --statement 1.2 or --area 1")
    both = ("--statement", "1.1", "--area", "1")
    shell.wrong(command, session, "--by", "Fay", *both, *more, says="either")
