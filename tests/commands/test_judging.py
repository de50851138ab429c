"""Commands behind the gate: the gate itself, ballots, reveal, agreement."""

import pytest
from shell import Shell

AK = ("--by", "Amira Khan", "--statement", "1.1")


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


# agree


@pytest.fixture
def revealed(shell: Shell) -> str:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "establishing")
    shell.cast(session, "Ben Orr", "strengthening")
    shell.done("reveal", session, "--by", "Fay", "--statement", "1.1")
    return session


def test_what_is_agreed_stands_with_its_reason_and_dissent(shell: Shell, revealed: str) -> None:
    said = shell.done(
        *("agree", revealed, "--by", "Fay", "--statement", "1.1", "--because", "Both show it"),
        *("--stage", "strengthening", "--stage", "establishing"),
        *("--dissent", "Ben Orr: I saw: less", "--dissent", "AK:More"),
    )
    assert said == ""
    assert shell.statement(revealed, "1.1")["agreement"] == {
        "outcome": "stages",
        "stages": ["establishing", "strengthening"],
        "because": "Both show it",
        "dissent": ["Ben Orr: I saw: less", "Amira Khan: More"],
    }


@pytest.mark.parametrize("outcome", ["not-enough-evidence", "not-applicable"])
def test_it_may_be_agreed_that_there_is_nothing_to_judge(
    shell: Shell, revealed: str, outcome: str
) -> None:
    shell.done(
        *("agree", revealed, "--by", "Fay", "--statement", "1.1", "--because", "So"),
        f"--{outcome}",
    )
    agreement = shell.statement(revealed, "1.1")["agreement"]
    assert (agreement["outcome"], agreement["stages"]) == (outcome.replace("-", "_"), [])


def test_an_area_takes_a_sentence(shell: Shell, revealed: str) -> None:
    shell.done("agree", revealed, "--by", "Fay", "--area", "1", "--because", "Data is read.")
    area = shell.json("show", revealed, "--json")["areas"][0]
    assert area["agreement"] == {
        "outcome": None,
        "stages": [],
        "because": "Data is read.",
        "dissent": [],
    }


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--statement", "1.1", "--because", "So"), "Say what is agreed of 1.1"),
        (("--statement", "1.1", "--because", " ", "--stage", "establishing"), "needs a because"),
        (("--statement", "1.1", "--because", "So", "--stage", "good"), "no stage called good"),
        (
            ("--statement", "1.2", "--because", "So", "--stage", "establishing"),
            ("ballots of 1.2 are sealed", "nothing is agreed before"),
        ),
        (("--statement", "2.1", "--because", "So"), "Area 2 is still being described"),
        (("--area", "2", "--because", "So"), "Area 2 is still being described"),
        (("--statement", "9.9", "--because", "So"), "no statement 9.9"),
        (("--area", "1", "--because", "So", "--dissent", "Zoe: No"), "nobody called Zoe"),
        (("--area", "1", "--because", "So", "--dissent", "Fay: "), "dissent of Fay is empty"),
    ],
)
def test_agree_refuses(
    shell: Shell, revealed: str, more: tuple[str, ...], says: str | tuple[str, ...]
) -> None:
    shell.refused("agree", revealed, "--by", "Fay", *more, says=says)


def test_agree_while_ballots_are_sealed_is_refused(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan")
    stage = ("--stage", "establishing", "--because", "So")
    shell.refused(
        *("agree", session, "--by", "Fay", "--statement", "1.1", *stage),
        says=("sealed", "Ben Orr to come"),
    )
    shell.refused("agree", session, "--by", "Fay", "--area", "1", *stage, says="1.1 are sealed")
    shell.cast(session, "Ben Orr")
    shell.refused("agree", session, "--by", "Fay", "--statement", "1.1", *stage, says="sealed")


def test_agree_is_for_the_facilitator(shell: Shell, revealed: str) -> None:
    shell.refused(
        *("agree", revealed, "--by", "AK", "--area", "1", "--because", "So"),
        says=("Only a facilitator may", "ask Fay"),
    )


@pytest.mark.parametrize(
    "more",
    [
        ("--statement", "1.1"),
        ("--statement", "1.1", "--because", "So", "--not-applicable", "--stage", "establishing"),
        ("--statement", "1.1", "--because", "So", "--dissent", "no colon"),
        ("--area", "one", "--because", "So"),
    ],
)
def test_agree_called_wrongly(shell: Shell, revealed: str, more: tuple[str, ...]) -> None:
    shell.wrong("agree", revealed, "--by", "Fay", *more)


# Late


def test_evidence_after_the_gate_is_accepted_and_marked_late(shell: Shell) -> None:
    session = shell.judged()
    ref = shell.done(
        "note", session, "--by", "AK", "--statement", "1.1", "--statement", "2.1", "Later."
    )
    late = {n["ref"]: n["late"] for n in shell.statement(session, "1.1")["evidence"]}
    assert late == {"AK1": False, "BO1": False, ref: True}
    assert [n["late"] for n in shell.statement(session, "2.1")["evidence"]] == [False]
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    shell.done("edit", session, ref, "--by", "AK", "Later, again.")
    late = {n["ref"]: n["late"] for n in shell.statement(session, "1.1")["evidence"]}
    assert late[ref]
    assert "late" in shell.done("show", session)


# The panel: excused, accepted together, taken back


def test_a_judge_is_excused_and_waited_for_again(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "establishing", "--because", "Zebra")
    excuse = ("excuse", session, "--by", "Fay", "--area", "1", "--person", "BO")
    assert shell.done(*excuse, "--reason", "Called away") == ""
    first, *others, last = shell.done("who-has-cast", session).splitlines()
    assert first == "1.1: sealed until they are revealed: all have cast"
    assert others[0] == "1.2: sealed until all have cast: Amira Khan to come"
    assert last.startswith("Area 1: Ben Orr is excused: Called away (Fay, ")
    assert "Zebra" not in shell.done("show", session)
    shell.done(*excuse, "--wait-again")
    first, *_ = shell.done("who-has-cast", session).splitlines()
    assert first == "1.1: sealed until all have cast: Ben Orr to come"
    shell.done(*excuse, "--reason", "Called away")
    shell.done("reveal", session, "--by", "Fay", "--statement", "1.1")
    assert shell.done("who-has-cast", session).splitlines()[0] == "1.1: open"
    shell.refused(*excuse, "--wait-again", says="ballots of 1.1 are revealed")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--by", "Fay", "--person", "BO"), "needs a reason"),
        (("--by", "AK", "--person", "BO", "--reason", "So"), "Only a facilitator may excuse"),
        (("--by", "Fay", "--person", "Zoe", "--reason", "So"), "nobody called Zoe"),
        (("--by", "Fay", "--person", "Fay", "--reason", "So"), "Fay is not a judge of area 1"),
        (("--by", "Fay", "--person", "BO", "--wait-again"), "Ben Orr is not excused"),
    ],
)
def test_excuse_refuses(shell: Shell, call: tuple[str, ...], says: str) -> None:
    shell.refused("excuse", shell.judged(), "--area", "1", *call, says=says)


def test_excuse_called_wrongly(shell: Shell) -> None:
    call = ("excuse", "x", "--by", "Fay", "--person", "BO")
    shell.wrong(*call, says="--area")
    shell.wrong(*call, "--area", "1", "--reason", "So", "--wait-again", says="reason goes with")


def test_what_all_agree_on_is_accepted_together_and_taken_back_with_a_reason(shell: Shell) -> None:
    session = shell.judged()
    for ref in ("1.2", "1.3"):
        for name in ("Amira Khan", "Ben Orr"):
            shell.done(
                *("judge", session, "--by", name, "--statement", ref, "--not-enough-evidence")
            )
        shell.done("reveal", session, "--by", "Fay", "--statement", ref)
    together = ("--together", "1.2", "--together", "1.3")
    shell.refused("agree", session, "--by", "Fay", *together, "--together", "1.1", says="sealed")
    assert shell.done("agree", session, "--by", "Fay", *together) == ""
    for ref in ("1.2", "1.3"):
        agreement = shell.statement(session, ref)["agreement"]
        assert agreement["outcome"] == "not_enough_evidence"
    shell.wrong("agree", session, "--by", "Fay", *together, "--because", "So", says="--together")
    shell.refused("undo", session, "--by", "Fay", says=("agreement on 1.2, 1.3", "needs a reason"))
    said = shell.done("undo", session, "--by", "Fay", "--reason", "Not looked at")
    assert said == "Undone: the agreement on 1.2, 1.3"
    assert shell.statement(session, "1.2")["agreement"] is None


def test_who_has_declared_an_interest_is_no_judge_of_those_areas(shell: Shell) -> None:
    session = shell.new()
    shell.done(
        *("person", session, "change", "BO", "--own-setting", "Oak House"),
        *("--interest", "Governor here", "--interest-areas", "1,2"),
    )
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    shell.refused(
        *("judge", session, "--by", "BO", "--statement", "1.1", "--not-enough-evidence"),
        says=("Ben Orr has declared an interest in area 1", "Amira Khan"),
    )
    shell.done("gate", session, "--area", "3", "--by", "Fay")
    shell.done("judge", session, "--by", "BO", "--statement", "3.1", "--not-enough-evidence")
