"""Commands of findings and of the plan, and what they never say."""

import pytest
from plan_said import AK, ANIMALS, found, planned
from shell import Shell

# finding, findings


def test_a_finding_prints_its_number_alone_and_is_listed(shell: Shell) -> None:
    session = shell.judged()
    call = ("finding", session, "add", *AK, "--kind", "sharing", "--statement", "1.2")
    assert shell.done(*call, "--statement", "1.1", "--note", "BO1", "-", stdin=b"Otter.") == "1"
    assert shell.json("findings", session, "--json") == [
        {
            "ref": "1",
            "kind": "sharing",
            "text": "Otter.",
            "statements": ["1.1", "1.2"],
            "notes": ["BO1"],
            "by": "Amira Khan",
            "priority": None,
        }
    ]
    (line,) = shell.done("findings", session, "--as", "Ben Orr").splitlines()
    assert line.startswith("Finding 1, practice worth sharing")
    assert line.endswith("Otter.")


def test_a_finding_is_changed_and_deleted_and_what_is_not_said_stays(shell: Shell) -> None:
    session = found(shell)
    assert shell.done("finding", session, "change", "1", *AK, "--kind", "strength") == ""
    shell.done("finding", session, "change", "2", "-", *AK, "--note", "", stdin=b"Stoat.")
    shell.done("finding", session, "delete", "3", *AK)
    listed = {f["ref"]: f for f in shell.json("findings", session, "--json")}
    assert (listed["1"]["kind"], listed["1"]["text"], listed["1"]["notes"]) == (
        *("strength", "Zebra."),
        ["AK1"],
    )
    assert (listed["2"]["text"], listed["2"]["notes"], listed["2"]["statements"]) == (
        *("Stoat.", []),
        ["1.1"],
    )
    assert "3" not in listed
    assert shell.done("undo", session, *AK) == "Undone: the deletion of finding 3"
    assert len(shell.json("findings", session, "--json")) == 3


def test_no_findings_yet_is_said_beside_the_output(shell: Shell) -> None:
    session = shell.new()
    for call in ("findings", "plan"):
        said = shell(call, session)
        assert (said.status, said.out) == (0, "")
        assert said.err.startswith("There ")
    assert shell.json("findings", session, "--json") == []
    assert shell.json("plan", session, "--json")["key_results"] == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("add", "--kind", "strength", "--statement", "2.1", "So."), "Area 2 is still being"),
        (("add", "--kind", "grand", "--statement", "1.1", "So."), "no finding called grand"),
        (("add", "--kind", "strength", "So."), "needs the statement"),
        (("add", "--kind", "strength", "--statement", "1.1", " "), "The finding is empty"),
        (("add", "--kind", "strength", "--statement", "1.1", "--note", "X1", "So."), "no note X1"),
        (("change", "1"), "Nothing was said to change"),
        (("change", "9", "So."), ("no finding 9", "there is 1, 2, 3")),
        (("change", "1", "--statement", ""), "needs the statement"),
        (("delete", "9"), "no finding 9"),
    ],
)
def test_finding_refuses(shell: Shell, call: tuple[str, ...], says: str | tuple[str, ...]) -> None:
    shell.refused("finding", found(shell), *call, *AK, says=says)


# priorities


def test_the_panel_sets_the_order_of_the_priorities(shell: Shell) -> None:
    session = found(shell)
    assert shell.done("priorities", session, *AK, "2", "1") == ""
    assert shell.json("plan", session, "--json")["priorities"] == ["2", "1"]
    assert shell.done("plan", session).splitlines() == [
        "Priority 1, finding 2: Heron.",
        "Priority 2, finding 1: Zebra.",
    ]
    shell.done("priorities", session, *AK, "--none")
    assert shell.json("plan", session, "--json")["priorities"] == []
    shell.refused("priorities", session, *AK, "3", says="Finding 3 is a strength")
    shell.wrong("priorities", session, *AK, says="--none")
    shell.wrong("priorities", session, *AK, "--none", "1", says="--none")


# The plan


def test_the_plan_is_whole_in_json_and_in_lines(shell: Shell) -> None:
    session = planned(shell)
    whole = shell.json("plan", session, "--json")
    today = whole["key_results"][0]["actions"][0]["monitoring"][0]["date"]
    assert whole == {
        "objective": "Badger.",
        "benchmark": "Weasel.",
        "windows": ["Autumn to Spring 1", "Spring 1 to Summer 2"],
        "priorities": ["2", "1"],
        "key_results": [
            {
                "ref": "1",
                "text": "Stoat.",
                "findings": ["1"],
                "actions": [
                    {
                        "ref": "1",
                        "window": "Spring 1 to Summer 2",
                        "what": "Marten.",
                        "who": "Polecat",
                        "due": "2026-11-30",
                        "success": "Lynx.",
                        "monitoring": [
                            {
                                "date": today,
                                "seen": "Vole.",
                                "progress": "at-risk",
                                "reason": "",
                                "by": "Amira Khan",
                            }
                        ],
                    }
                ],
            }
        ],
        "waiting": [],
    }
    shown = shell.done("plan", session, "--as", "Fay")
    for animal in ANIMALS[:2] + ANIMALS[3:]:
        assert shown.count(animal) == 1
    assert "Windows of the plan: 1, Autumn to Spring 1; 2, Spring 1 to Summer 2" in shown


def test_objective_and_benchmark_are_read_from_standard_input_and_taken_away(shell: Shell) -> None:
    session = planned(shell)
    for name in ("objective", "benchmark"):
        shell.done(name, session, *AK, "-", stdin="Größe.".encode())
        assert shell.json("plan", session, "--json")[name] == "Größe."
        shell.done(name, session, *AK, "")
        assert shell.json("plan", session, "--json")[name] == ""
    assert shell.done("undo", session, *AK) == "Undone: the change to the plan's benchmark position"


def test_a_benchmark_is_drafted_from_the_findings_and_replaces_nothing(shell: Shell) -> None:
    session = shell.judged()
    shell.refused("benchmark", session, *AK, "--draft", says="no findings to draft from yet")
    shell.done(
        *("finding", session, "add", *AK, "--kind", "strength", "--statement", "1.1", "Otter.")
    )
    shell.done("benchmark", session, *AK, "--draft")
    assert shell.json("plan", session, "--json")["benchmark"] == "What works well: Otter (1.1)."
    shell.refused("benchmark", session, *AK, "--draft", says=("already", "take it away first"))
    shell.wrong("benchmark", session, *AK, says="--draft")
    shell.wrong("benchmark", session, *AK, "--draft", "So.", says="--draft")


def test_before_any_gate_there_is_no_plan_to_write(shell: Shell) -> None:
    session = shell.new()
    shell.refused("objective", session, *AK, "So.", says="No area is behind its gate yet")
    shell.refused("key-result", session, "add", *AK, "So.", says="No area is behind its gate yet")


def test_windows_are_named(shell: Shell) -> None:
    session = planned(shell)
    shell.done("windows", session, *AK, "Autumn", "Spring", "Summer")
    assert shell.json("plan", session, "--json")["windows"] == ["Autumn", "Spring", "Summer"]
    shell.refused("windows", session, *AK, "The year", says="Spring still has actions")
    shell.wrong("windows", session, *AK, says="WINDOW")


def test_a_key_result_is_changed_and_deleted_with_its_actions(shell: Shell) -> None:
    session = planned(shell)
    shell.done("key-result", session, "change", "1", *AK, "--finding", "2", "--finding", "1")
    shell.done("key-result", session, "change", "1", "Teal.", *AK)
    (result,) = shell.json("plan", session, "--json")["key_results"]
    assert (result["text"], result["findings"]) == ("Teal.", ["2", "1"])
    shell.done("key-result", session, "change", "1", *AK, "--finding", "")
    assert shell.json("plan", session, "--json")["key_results"][0]["findings"] == []
    shell.refused("key-result", session, "change", "1", *AK, says="Nothing was said to change")
    before = shell.json("plan", session, "--json")
    shell.done("key-result", session, "delete", "1", *AK)
    assert shell.json("plan", session, "--json")["key_results"] == []
    shell.refused("monitor", session, "1", *AK, "--progress", "done", "So.", says="no action 1")
    said = shell.done("undo", session, *AK)
    assert said == "Undone: the deletion of key result 1 with its action 1"
    assert shell.json("plan", session, "--json") == before


def test_an_action_is_changed_moved_and_deleted(shell: Shell) -> None:
    session = planned(shell)
    assert shell.done("key-result", session, "add", *AK, "Teal.") == "2"
    assert shell.done("action", session, "add", *AK, "--key-result", "2", "Crane.") == "2"
    shell.done(
        *("action", session, "change", "2", "Crake.", *AK, "--window", "spring 1 to summer 2"),
        *("--key-result", "1", "--who", "Ben", "--due", "2027-03-01", "--success", "So."),
    )
    first, second = shell.json("plan", session, "--json")["key_results"]
    assert second["actions"] == []
    moved = next(action for action in first["actions"] if action["ref"] == "2")
    assert moved == {
        **{"ref": "2", "window": "Spring 1 to Summer 2", "what": "Crake.", "who": "Ben"},
        **{"due": "2027-03-01", "success": "So.", "monitoring": []},
    }
    shell.done("action", session, "change", "2", *AK, "--due", "", "--who", "")
    shell.refused("action", session, "change", "2", *AK, says="Nothing was said to change")
    shell.refused("action", session, "change", "2", *AK, "--window", "9", says="no window 9")
    shell.done("action", session, "delete", "2", *AK)
    shell.refused("action", session, "delete", "2", *AK, says=("no action 2", "there is 1."))
    assert shell.done("undo", session, *AK) == "Undone: the deletion of action 2"
    shell.wrong("action", session, "add", *AK, "So.", says="--key-result")


def test_monitoring_is_added_and_dropping_takes_a_reason(shell: Shell) -> None:
    session = planned(shell)
    more = ("--progress", "on-track", "--date", "2026-01-12")
    assert shell.done("monitor", session, "1", *AK, *more, "-", stdin=b"Teal.") == ""
    dropping = ("monitor", session, "1", *AK, "--progress", "dropped")
    shell.refused(*dropping, "So.", says="without a reason")
    shell.done(*dropping, "--reason", "The room is let.")
    action = shell.json("plan", session, "--json")["key_results"][0]["actions"][0]
    assert [(m["seen"], m["progress"], m["reason"]) for m in action["monitoring"]] == [
        ("Teal.", "on-track", ""),
        ("Vole.", "at-risk", ""),
        ("", "dropped", "The room is let."),
    ]
    call = ("monitor", session, "1", *AK, "--progress")
    shell.refused(*call, "fine", "So.", says="one of on-track, at-risk, done, dropped")
    shell.refused(*call, "done", "--date", "2999-01-01", "So.", says="still to come")
    shell.refused(*call, "done", says="needs what was seen")
    shell.wrong("monitor", session, "1", *AK, "So.", says="--progress")
