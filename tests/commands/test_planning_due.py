"""Commands of the plan: what is due, the ideas, what is out of sight, and any text at all."""

from collections.abc import Iterator
from typing import Any

import pytest
from plan_said import AK, ANIMALS, PANEL, planned
from shell import Shell

from frameworks.text import clean_text

# due


@pytest.mark.parametrize(
    ("on", "overdue", "soon"),
    [
        ("2026-11-15", [], []),
        ("2026-11-16", [], ["1"]),
        ("2026-11-30", [], ["1"]),
        ("2026-12-01", ["1"], []),
        ("9999-12-31", ["1"], []),
    ],
)
def test_what_is_due(shell: Shell, on: str, overdue: list[str], soon: list[str]) -> None:
    session = planned(shell)
    said = shell.json("due", session, "--json", "--on", on)
    assert said["on"] == on
    assert [[a["ref"] for a in said[key]] for key in ("overdue", "soon")] == [overdue, soon]
    (line,) = shell.done("due", session, "--on", on).splitlines()
    if overdue:
        assert line.startswith("Overdue since 2026-11-30: action 1, by Polecat, at risk on ")
    elif soon:
        assert line.startswith("Due 2026-11-30: action 1, by Polecat")
    else:
        assert line == f"Nothing is overdue on {on}, or due in the 14 days after it."


def test_what_is_done_or_dropped_is_not_due(shell: Shell) -> None:
    session = planned(shell)
    shell.done("monitor", session, "1", *AK, "--progress", "done", "It is there.")
    said = shell.json("due", session, "--json", "--on", "2027-01-01")
    assert said == {"on": "2027-01-01", "overdue": [], "soon": []}
    shell.refused("due", session, "--on", "soon", says="soon is not a date")


# ideas


def test_ideas_are_the_next_step_and_the_case_studies_that_fit(shell: Shell) -> None:
    session = shell.judged()
    shell.refused("ideas", session, "--statement", "2.1", says="Area 2 is still being described")
    shell.refused(
        *("ideas", session, "--statement", "1.1", "--statement", "9.9"), says="no statement 9.9"
    )
    shell.wrong("ideas", session, says="--statement")
    shell.done("reveal", session, "--by", "Fay", "--area", "1", "--reason", "Time is up")
    shell.done(
        *("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "So"),
        *("--stage", "establishing"),
    )
    said = shell.json("ideas", session, "--statement", "1.1", "--json")
    (statement,) = said["statements"]
    (step,) = statement["next"]
    assert (statement["ref"], statement["now"], step["key"]) == (
        *("1.1", ["Establishing Foundations"]),
        "strengthening",
    )
    assert step["text"]
    studies = said["case_studies"]
    assert {"id", "title", "overview", "artefacts", "areas", "touches"} == set(studies[0])
    lines = shell.done("ideas", session, "--statement", "1.1")
    assert (
        f"What Strengthening Practice looks like for 1.1: {step['full'] or step['text']}" in lines
    )
    assert f'Case study "{studies[0]["title"]}": {studies[0]["overview"]}' in lines


# What is out of sight


def everything(shell: Shell, session: str) -> Iterator[tuple[str, str]]:
    """Everything that commands print of findings and plan, by call, standard error too."""
    views = [(), *(("--as", name) for name in PANEL)]
    calls: list[tuple[str, ...]] = [
        *((call, session, *how) for call in ("findings", "plan", "show") for how in views),
        *(
            (call, session, "--json", *how)
            for call in ("findings", "plan", "show")
            for how in views
        ),
        ("due", session),
        ("due", session, "--json", "--on", "2027-12-31"),
        ("export", session, "--output", "-"),
        ("list", "--json"),
    ]
    for call in calls:
        said = shell(*call)
        assert said.status == 0
        yield " ".join(call), said.out + said.err


def refusals(shell: Shell, session: str) -> Iterator[tuple[str, str]]:
    """What commands answer of what is out of sight."""
    kind = ("--kind", "strength", "--statement", "1.1")
    calls: list[tuple[str, ...]] = [
        ("finding", session, "add", *AK, *kind, "So."),
        ("finding", session, "change", "1", "So.", *AK),
        ("finding", session, "delete", "1", *AK),
        ("finding", session, "delete", "9", *AK),
        ("priorities", session, *AK, "1"),
        ("objective", session, *AK, "So."),
        ("benchmark", session, *AK, "--draft"),
        ("benchmark", session, *AK, "So."),
        ("key-result", session, "add", *AK, "--finding", "1", "So."),
        ("key-result", session, "change", "1", "So.", *AK),
        ("key-result", session, "delete", "1", *AK),
        ("key-result", session, "delete", "9", *AK),
        ("action", session, "add", *AK, "--key-result", "1", "So."),
        ("action", session, "change", "1", "So.", *AK),
        ("action", session, "delete", "1", *AK),
        ("action", session, "delete", "9", *AK),
        ("monitor", session, "1", *AK, "--progress", "done", "So."),
        ("ideas", session, "--statement", "1.1"),
        ("undo", session, *AK),
    ]
    before = shell.files()
    for call in calls:
        said = shell(*call)
        assert said.status == 1, call
        yield " ".join(call), said.out + said.err
    assert shell.files() == before


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside another area"])
def test_an_area_that_is_described_again_takes_all_that_rests_on_it_out_of_sight(
    shell: Shell, beside: bool
) -> None:
    session = planned(shell)
    if beside:
        shell.done("gate", session, "--area", "2", "--by", "Fay")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    for answers in (everything, refusals):
        for call, said in answers(shell, session):
            for animal in ANIMALS:
                assert animal not in said, f"{animal} in {call}"
    waiting = "Area 1 is being described again: what rests on it is out of sight."
    assert waiting in shell.done("findings", session)
    assert waiting in shell.done("due", session)
    assert "Out of sight in the plan" in shell.done("plan", session)
    assert shell.json("plan", session, "--json")["waiting"] == [1]


def test_behind_the_gate_again_all_of_it_is_back(shell: Shell) -> None:
    session = planned(shell)
    before = shell.json("plan", session, "--json")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    assert shell.json("plan", session, "--json") == before
    shown = shell.done("show", session)
    for animal in ANIMALS:
        assert animal in shown


def test_a_key_result_of_another_area_stays_in_sight(shell: Shell) -> None:
    session = planned(shell)
    shell.done("gate", session, "--area", "2", "--by", "Fay")
    shell.done(
        *("finding", session, "add", *AK, "--kind", "strength", "--statement", "2.1", "Teal.")
    )
    shell.done("key-result", session, "add", *AK, "--finding", "4", "Crane.")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    assert [f["text"] for f in shell.json("findings", session, "--json")] == ["Teal."]
    results: list[dict[str, Any]] = shell.json("plan", session, "--json")["key_results"]
    assert [(result["text"], result["findings"]) for result in results] == [("Crane.", ["4"])]


# Any text at all


TEXTS = {
    "control": "\x1b[31mred\x08",
    "override": "abc\u202edef",
    "markup": "[/] {0} %s",
    "lines": "one\r\ntwo",
    "dash": "-",
    "long": "Zwölf " * 3000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_any_text_in_any_place_of_them(shell: Shell, text: str) -> None:
    session = planned(shell)
    calls: list[tuple[str, ...]] = [
        ("finding", session, "add", *AK, "--kind", "strength", "--statement", "1.1", "--", text),
        ("finding", session, "add", *AK, "--kind", text, "--statement", "1.1", "So."),
        ("finding", session, "change", text, *AK, "--kind", "strength"),
        ("priorities", session, *AK, "--", text),
        ("objective", session, *AK, "--", text),
        ("windows", session, *AK, "--", text, "Spring"),
        ("key-result", session, "add", *AK, "--finding", text, "So."),
        ("action", session, "add", *AK, "--key-result", text, "So."),
        ("action", session, "change", "1", *AK, f"--window={text}"),
        ("action", session, "change", "1", *AK, f"--who={text}", f"--success={text}"),
        ("action", session, "change", "1", *AK, f"--due={text}"),
        ("monitor", session, "1", *AK, f"--progress={text}", "So."),
        ("monitor", session, "1", *AK, "--progress", "dropped", f"--reason={text}", "--", text),
        ("due", session, f"--on={text}"),
        ("ideas", session, f"--statement={text}"),
        ("findings", session),
        ("plan", session),
        ("due", session),
        ("undo", session, *AK),
    ]
    for call in calls:
        said = shell(*call)
        assert said.status in (0, 1), (call, said)
        assert clean_text(said.out + said.err) == said.out + said.err
        assert (said.status == 1) == (said.err.count("\n") == 1 and not said.out)


def test_help_names_every_command(shell: Shell) -> None:
    said = shell.done("--help")
    for command in (
        *("finding", "findings", "priorities", "plan", "objective", "benchmark", "windows"),
        *("key-result", "action", "monitor", "due", "ideas"),
    ):
        assert f"\n  {command} " in said
