"""The setting's own view and lines of enquiry by command, and what no command gives away."""

import json
import re
from collections.abc import Iterator

import pytest
from kept import kept
from shell import Shell

from frameworks.shelf import Shelf

FIGURES = ("--by", "Jo", "--roll", "97531", "--sen-support", "8642", "--ehc-plans", "3")


@kept
def hosted(shell: Shell, *more: str) -> str:
    """A session with a host, Jo, whose own view leaves 1.1 and 1.3 open, and not 1.2."""
    session = shell.new(*more)
    shell.done("person", session, "add", "Jo", "--role", "host")
    own = ("self-evaluate", session, "--by", "Jo", "--statement")
    shell.done(*own, "1.1", "--stage", "establishing", "--because", "Zebra")
    shell.done(*own, "1.2", "--stage", "sustaining", "--stage", "strengthening")
    shell.done(*own, "1.3", "--not-enough-evidence")
    return session


def refs(shell: Shell, session: str, *more: str) -> list[str]:
    """The lines of enquiry that somebody may see."""
    return [found["ref"] for found in shell.json("enquiries", session, "--json", *more)]


# The setting's own view


def test_the_host_writes_and_reads_the_own_view(shell: Shell) -> None:
    session = hosted(shell)
    found = shell.json("self-evaluation", session, "--as", "Jo", "--json")
    assert [(own["statement"], own["outcome"], own["stages"]) for own in found] == [
        ("1.1", "stages", ["establishing"]),
        ("1.2", "stages", ["strengthening", "sustaining"]),
        ("1.3", "not_enough_evidence", []),
    ]
    assert list(found[0]) == ["statement", "outcome", "stages", "because", "by", "at"]
    lines = shell.done("self-evaluation", session, "--as", "Jo").splitlines()
    assert lines[0].startswith("The setting's own view of 1.1, by Jo, 20")
    assert lines[0].endswith(": establishing. Because: Zebra")
    assert lines[2].endswith(": not enough evidence.")


def test_the_own_view_of_a_statement_is_written_anew_or_taken_away(shell: Shell) -> None:
    session = hosted(shell)
    own = ("self-evaluate", session, "--by", "Jo", "--statement", "1.1")
    shell.done(*own, "--not-applicable", "--because", "No such class")
    (first, *_) = shell.json("self-evaluation", session, "--as", "Jo", "--json")
    assert (first["outcome"], first["stages"], first["because"]) == (
        *("not_applicable", [], "No such class"),
    )
    shell.done(*own, "--clear")
    found = shell.json("self-evaluation", session, "--as", "Jo", "--json")
    assert [view["statement"] for view in found] == ["1.2", "1.3"]
    undone = shell.done("undo", session, "--by", "Jo")
    assert undone == "Undone: the deletion of the setting's own view of 1.1"


def test_to_the_panel_it_is_as_if_there_were_none_until_the_gate(shell: Shell) -> None:
    none, session = shell.new(), hosted(shell)
    others = ((), ("--as", "Fay"), ("--as", "AK"))
    for viewer in others:
        assert shell("self-evaluation", session, *viewer) == shell("self-evaluation", none, *viewer)
        assert shell.json("self-evaluation", session, "--json", *viewer) == []
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    for viewer in others:
        assert "Because: Zebra" in shell.done("self-evaluation", session, *viewer)
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    for viewer in others:
        assert shell("self-evaluation", session, *viewer) == shell("self-evaluation", none, *viewer)


def test_self_evaluate_refuses(shell: Shell) -> None:
    session = hosted(shell)
    calls: list[tuple[tuple[str, ...], tuple[str, ...] | str]] = [
        (("--by", "Fay", "--stage", "sustaining"), ("Only the host may", "ask Jo")),
        (("--by", "AK", "--clear"), "Only the host may"),
        (("--by", "Zoe", "--clear"), "nobody called Zoe"),
        (("--by", "Jo", "--stage", "good"), ("no stage called good", "establishing")),
        (("--by", "Jo", "--not-applicable"), "needs a because"),
        (("--by", "Jo", "--clear", "--statement", "9.9"), "no statement 9.9"),
        (("--by", "Jo", "--not-enough-evidence", "--field", "Mood=x"), "no field called Mood"),
    ]
    for call, says in calls:
        shell.refused("self-evaluate", session, "--statement", "1.1", *call, says=says)


def test_self_evaluate_called_wrongly(shell: Shell) -> None:
    session = hosted(shell)
    calls: list[tuple[str, ...]] = [
        (),
        ("--clear", "--stage", "sustaining"),
        ("--clear", "--because", "So"),
        ("--stage", "sustaining", "--not-enough-evidence"),
        ("--stage", "sustaining", "--field", "Strengths"),
    ]
    for call in calls:
        shell.wrong("self-evaluate", session, "--by", "Jo", "--statement", "1.1", *call)


def test_a_frameworks_own_fields_are_named_in_a_call(shell: Shell) -> None:
    session = shell.new("--framework", "send-rag-audit")
    shell.done("person", session, "add", "Jo", "--role", "host")
    said = ("--field", "Strengths=A = B", "--field", "areas-for-development=Time")
    one = ("--statement", "1.1")
    shell.done("self-evaluate", session, "--by", "Jo", *one, "--stage", "amber", *said)
    for name in ("Amira Khan", "Ben Orr"):
        shell.done("note", session, "--by", name, *one, f"A note of {name}.")
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    for name in ("Amira Khan", "Ben Orr"):
        judged = ("judge", session, "--by", name, *one, "--highlight", "green")
        shell.done(*judged, "--cite", "AK1", "--field", f"Strengths=Seen by {name}")
    shell.done("reveal", session, "--by", "Fay", *one)
    agreed = ("agree", session, "--by", "Fay", *one, "--stage", "green", "--because", "So")
    shell.done(*agreed, "--field", "areas for development=None")
    (own,) = shell.json("self-evaluation", session, "--json")
    assert own["fields"] == {"strengths": "A = B", "areas-for-development": "Time"}
    statement = shell.statement(session, "1.1")
    assert statement["ballots"][0]["fields"] == {"strengths": "Seen by Amira Khan"}
    assert statement["agreement"]["fields"] == {"areas-for-development": "None"}
    assert "\nStrengths, in the ballot of 1.1, round 1, by Ben Orr: Seen by Ben Orr\n" in (
        shell.done("show", session)
    )
    shell.wrong(*agreed, "--field", "Strengths", says="NAME=TEXT")
    shell.refused(*agreed, "--field", "Mood=Good", says=("no field called Mood", "strengths"))


# Lines of enquiry


def test_a_line_of_enquiry_from_its_question_to_its_end(shell: Shell) -> None:
    session = shell.new()
    added = shell.done(
        *("enquiry", session, "add", "--by", "AK", "Who greets late arrivals?"),
        *("--statement", "1.2", "--statement", "1.1", "--supports", "A named adult"),
    )
    assert added == "1"
    changed = ("--question", "Who greets?", "--refutes", "Nobody", "--look", "The front door")
    assert shell.done("enquiry", session, "change", "1", "--by", "BO", *changed) == ""
    closed = ("--standing", "not-supported", "--reason", "No plan names anybody")
    assert shell.done("enquiry", session, "close", "1", "--by", "Fay", *closed) == ""
    assert shell.json("enquiries", session, "--json") == [
        {
            "ref": "1",
            "question": "Who greets?",
            "statements": ["1.1", "1.2"],
            "supports": "A named adult",
            "refutes": "Nobody",
            "look": "The front door",
            "standing": "not-supported",
            "reason": "No plan names anybody",
            "by": "Fay",
        }
    ]
    lines = shell.done("enquiries", session).splitlines()
    assert lines[0] == "Line of enquiry 1, not supported, about 1.1 and 1.2, by Fay: Who greets?"
    assert lines[-1] == "Why line of enquiry 1 is not supported: No plan names anybody"
    shell.done("enquiry", session, "reopen", "1", "--by", "AK")
    shell.done("enquiry", session, "change", "1", "--by", "AK", "--statement", "", "--look", "")
    (found,) = shell.json("enquiries", session, "--json")
    assert (found["standing"], found["statements"], found["look"]) == ("open", [], "")
    assert shell.done("enquiry", session, "delete", "1", "--by", "AK") == ""
    assert refs(shell, session) == []
    assert shell.done("undo", session, "--by", "AK") == "Undone: the deletion of line of enquiry 1"
    assert refs(shell, session) == ["1"]


def test_proposals_are_accepted_before_the_panel_reads_them(shell: Shell) -> None:
    session = hosted(shell)
    assert shell.done("enquiry", session, "propose", "--by", "Fay") == "P1\nP2"
    again = shell("enquiry", session, "propose", "--by", "Jo")
    assert (again.status, again.out) == (0, "")
    assert again.err.startswith("Nothing was proposed")
    assert refs(shell, session, "--as", "Jo") == refs(shell, session, "--as", "F") == ["P1", "P2"]
    assert refs(shell, session) == refs(shell, session, "--as", "AK") == []
    assert shell.done("enquiry", session, "add", "--by", "AK", "Who?") == "1"
    reworded = ("--question", "What follows from a chart?")
    assert shell.done("enquiry", session, "accept", "P1", "--by", "Jo", *reworded) == "2"
    assert "\nLine of enquiry 2, open, about 1.1, by Jo: What follows from a chart?\n" in (
        f"{shell.done('enquiries', session, '--as', 'AK')}\n"
    )
    assert refs(shell, session, "--as", "AK") == ["1", "2"]
    assert shell.done("undo", session, "--by", "Jo") == "Undone: the change to line of enquiry 2"
    assert refs(shell, session, "--as", "AK") == ["1"]


def test_enquiry_refuses(shell: Shell) -> None:
    session = hosted(shell)
    shell.done("enquiry", session, "add", "--by", "AK", "Who?")
    shell.done("enquiry", session, "propose", "--by", "Fay")
    calls: list[tuple[tuple[str, ...], tuple[str, ...] | str]] = [
        (("add", "--by", "AK", " "), "needs a question"),
        (("add", "--by", "AK", "Who?", "--statement", "9.9"), "no statement 9.9"),
        (("add", "--by", "Zoe", "Who?"), "nobody called Zoe"),
        (("change", "1", "--by", "AK"), "Nothing was said to change"),
        (("change", "7", "--by", "AK", "--look", "Here"), ("no line of enquiry 7", "there is 1.")),
        (("change", "P1", "--by", "AK", "--look", "Here"), ("enquiry P1", "there is 1.")),
        (("close", "1", "--by", "AK", "--standing", "dropped"), ("without a reason", "say why")),
        (("accept", "1", "--by", "Fay"), "1 is not proposed"),
        (("accept", "P1", "--by", "AK"), "Only the host or a facilitator accepts"),
        (("propose", "--by", "AK"), "Only the host or a facilitator may propose"),
        (("delete", "P1", "--by", "AK"), "there is 1."),
        (("reopen", "P1", "--by", "AK"), "there is 1."),
    ]
    for call, says in calls:
        shell.refused("enquiry", session, *call, says=says)


def test_enquiry_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    shell.wrong("enquiry", session)
    shell.wrong("enquiry", session, "praise", "1", "--by", "AK", says="praise")
    shell.wrong("enquiry", session, "add", "--by", "AK", says="QUESTION")
    shell.wrong("enquiry", session, "add", "Who?", says="--by")
    shell.wrong("enquiry", session, "close", "1", "--by", "AK", says="--standing")
    shell.wrong("enquiry", session, "close", "1", "--by", "AK", "--standing", "open", says="open")


# What no command gives away

PANEL = ("Fay", "Amira Khan")


def everything(shell: Shell, session: str, *viewers: str) -> Iterator[tuple[str, str]]:
    """Everything that commands print of a session to these people and to everybody, by call."""
    ways = [(), *(("--as", name) for name in viewers)]
    calls = [
        (name, session, *form, *viewer)
        for name in ("show", "self-evaluation", "enquiries", "timetable")
        for form in ((), ("--json",))
        for viewer in ways
    ]
    calls += [
        (name, session, *form) for name in ("figures", "changes") for form in ((), ("--json",))
    ]
    calls += [("export", session, "--output", "-"), ("list",), ("list", "--json")]
    for call in calls:
        said = shell(*call)
        assert said.status == 0, said
        yield " ".join(call), said.out + said.err


def answers(shell: Shell, session: str) -> Iterator[tuple[str, str]]:
    """What commands answer to those of the panel who reach for what is not theirs to see."""
    for call in (
        ("self-evaluate", session, "--by", "AK", "--statement", "1.1", "--clear"),
        ("enquiry", session, "propose", "--by", "AK"),
        ("enquiry", session, "accept", "P1", "--by", "AK"),
        ("enquiry", session, "change", "P1", "--by", "AK", "--look", "Here"),
        ("enquiry", session, "close", "P9", "--by", "AK", "--standing", "supported"),
        ("undo", session, "--by", "AK"),
    ):
        said = shell(*call)
        assert said.status == 1, said
        yield " ".join(call), said.out + said.err


def test_before_the_gate_nothing_tells_the_panel_what_the_setting_says_of_itself(
    shell: Shell,
) -> None:
    scale = Shelf().get("inclusion-audit").scale
    stages = [word for step in scale.steps for word in (step.key, step.name)]
    plain = shell.new("--areas", "1")
    shell.done("person", plain, "add", "Jo", "--role", "host")
    session = hosted(shell, "--areas", "1")

    def told(review: str) -> list[tuple[str, str]]:
        own = re.compile(rf"{review}|hollin-bank-[\d-]*\d|\d\d:\d\d")  # its name, and the time now
        said = [*everything(shell, review, *PANEL), *answers(shell, review)]
        return [(own.sub("*", call), own.sub("*", text)) for call, text in said]

    def of_the_panel(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [pair for pair in said if not re.match("list|.*--as Fay", pair[0])]

    nothing = of_the_panel(told(plain))
    for proposed in (False, True):
        if proposed:
            shell.done("enquiry", session, "propose", "--by", "Fay")
        said = told(session)
        for call, text in said:
            for word in (*stages, "Zebra"):
                assert word not in text, (word, call)
        # Nothing at all tells a setting that has written and proposed from one that has not.
        assert of_the_panel(said) == nothing


def test_it_is_seen_behind_the_gate_and_out_of_sight_again_when_reopened(shell: Shell) -> None:
    session = hosted(shell, "--areas", "1,2")
    own = ("self-evaluate", session, "--by", "Jo", "--statement", "2.1")
    shell.done(*own, "--stage", "sustaining", "--because", "Okapi")
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    for call, said in everything(shell, session, *PANEL):
        assert "Okapi" not in said, call
        if call.startswith(("show", "self-evaluation")):
            assert "Zebra" in said, call
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    for call, said in everything(shell, session, *PANEL):
        assert "Zebra" not in said, call
    assert "Zebra" in shell.done("show", session, "--as", "Jo")


def test_no_command_prints_a_count_under_five_or_what_gives_it_away(shell: Shell) -> None:
    session = shell.new("--areas", "1")
    shell.done("person", session, "add", "Jo", "--role", "host")
    shell.done("figures", session, *FIGURES)
    for call, said in everything(shell, session, *PANEL, "Jo"):
        assert "8645" not in said, call
        if call.startswith("figures") and "--json" not in call:
            assert "EHC plan: not shown" in said
            assert "together: not shown" in said
    for way in (("figures", session, "--json"), ("show", session, "--json")):
        found = shell.json(*way)
        figures = found.get("figures") if isinstance(found.get("figures"), list) else None
        rows = figures or found["figures"]["figures"]
        assert [(f["count"], f["few"], f["share"]) for f in rows] == [
            *((97531, False, ""), (8642, False, "9%"), (None, True, ""), (None, True, "")),
        ]


# Any text, anywhere


@pytest.mark.parametrize(
    "text",
    ["\x1b]0;owned\x07[/] [bold]x\u202e", "one\r\ntwo\u2028three", "caf\udce9 👩🏽‍🏫", "-", ""],
    ids=["control", "lines", "surrogate", "dash", "empty"],
)
def test_any_text_in_any_place_is_taken_in_or_refused(shell: Shell, text: str) -> None:
    session = hosted(shell)
    shell.done("activity", session, "add", "--by", "Fay", "--what", "Lesson")
    enquiry, activity = ("enquiry", session), ("activity", session)
    own = ("self-evaluate", session, "--by", "Jo", "--statement", "1.1")
    for call in (
        (*own, "--stage", text),
        (*own, "--not-enough-evidence", "--because", text),
        (*own, "--not-enough-evidence", "--field", f"{text}=x"),
        (*own, "--not-enough-evidence", "--field", text),
        (*enquiry, "add", "--by", "AK", "--supports", text, "--", text),
        (*enquiry, "accept", "--by", "Jo", "--question", text, "--", text),
        (*enquiry, "close", "1", "--by", "AK", "--standing", "dropped", "--reason", text),
        (*enquiry, text),
        (*activity, "add", "--by", "AK", "--what", text, "--where", text, "--who", text),
        (*activity, "change", "1", "--by", "AK", "--starts", text),
        (*activity, "change", "1", "--by", "AK", "--reviewer", text),
        (*activity, "delete", "--by", "AK", "--", text),
        ("figures", session, "--by", "AK", "--roll", text),
        ("split", session, "--by", "AK", "--", "AK1", text, text),
        ("timetable", session, "--as", text),
        ("enquiries", text),
        ("changes", text),
    ):
        said = shell(*call)
        assert said.status in (0, 1, 2)
        assert said.status != 1 or said.err.count("\n") == 1
        for sign in ("\x1b", "\x07", "\u202e", "\u2028", "Traceback"):
            assert sign not in said.out + said.err
    for name in ("show", "enquiries", "timetable", "self-evaluation"):
        told = shell(name, session, "--as", "Jo")
        assert (told.status, "\x1b" in told.out) == (0, False)
        assert json.loads(shell(name, session, "--as", "Jo", "--json").out) is not None
