"""Commands of a panel: agreement, lateness, excuses, what is accepted together and taken back."""

import pytest
from kept import kept
from shell import Shell

# agree


@pytest.fixture
@kept
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


def test_a_reviewer_writes_their_own_dissent(shell: Shell, revealed: str) -> None:
    place = (revealed, "--by", "Ben Orr", "--statement", "1.1")
    shell.refused("agree", *place, "--dissent", "Ben Orr: I saw less", says="Nothing is agreed")
    shell.done(
        *("agree", revealed, "--by", "Fay", "--statement", "1.1", "--because", "Both show it"),
        *("--stage", "strengthening"),
    )
    shell.done("agree", *place, "--dissent", "Ben Orr: I saw less")
    assert shell.statement(revealed, "1.1")["agreement"]["dissent"] == ["Ben Orr: I saw less"]


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
    shell.refused(*excuse, "--wait-again", says="ballots of 1.1 were revealed")


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
