"""`follow-up` and `compare`: what they print, what they refuse, and that nothing is told too soon."""

from pathlib import Path

import pytest
from kept import kept
from shell import Shell

OLD, NEW = "hollin-bank-2026-11-21", "hollin-bank-2027-11-20"
STAGES = ("establishing", "strengthening", "sustaining", "Establishing", "Strengthening")


@kept
def judged(shell: Shell) -> str:
    """Make a session of area 1, agreed on 1.1, with a promise and a question."""
    session = shell.new("--areas", "1")
    for name in ("Amira Khan", "Ben Orr"):
        shell.done("note", session, "--by", name, "--statement", "1.1", f"A note of {name}.")
    asking = ("Who rings home?", "--statement", "1.2")
    shell.done("enquiry", session, "add", "--by", "Fay", *asking)
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    shell.cast(session, "Amira Khan", "establishing", "--because", "Zebra")
    shell.cast(session, "Ben Orr", "strengthening")
    shell.done("reveal", session, "--by", "Fay", "--area", "1", "--reason", "Time is up")
    agree = ("--because", "Weasel", "--stage", "strengthening")
    shell.done("agree", session, "--by", "Fay", "--statement", "1.1", *agree)
    shell.done("key-result", session, "add", "--by", "Fay", "Homes hear the same day.")
    shell.done(
        *("action", session, "add", "--by", "Fay", "--key-result", "1", "Ring by nine."),
        *("--who", "office"),
    )
    return session


@pytest.fixture
def two(shell: Shell) -> tuple[str, str]:
    old = judged(shell)
    return old, shell.done("follow-up", old, "--date", "2027-11-20")


def again(shell: Shell, new: str) -> None:
    """Judge 1.1 in the follow-up, and agree on it."""
    shell.done("note", new, "--by", "AK", "--statement", "1.1", "A note, a year on.")
    shell.done("gate", new, "--area", "1", "--by", "Fay")
    for name in ("Amira Khan", "Ben Orr"):
        shell.cast(new, name, "sustaining")
    shell.done("reveal", new, "--by", "Fay", "--area", "1", "--reason", "Time is up")
    agree = ("--because", "Otter", "--stage", "sustaining")
    shell.done("agree", new, "--by", "Fay", "--statement", "1.1", *agree)


def found(shell: Shell, word: str) -> list[dict[str, str]]:
    """Return what a search through all sessions finds."""
    hits: list[dict[str, str]] = shell.json("search", word, "--json")["hits"]
    return hits


def test_a_follow_up_prints_its_id_alone_and_holds_what_was_promised(
    shell: Shell, two: tuple[str, str]
) -> None:
    old, new = two
    assert len(new) == 26
    shown = shell.json("show", new, "--json")
    assert (shown["name"], [a["number"] for a in shown["areas"]]) == (NEW, [1])
    assert [p["name"] for p in shown["participants"]] == ["Fay", "Amira Khan", "Ben Orr"]
    assert "Ring by nine." in shell.done("plan", new)
    assert "Who rings home?" in shell.done("show", new)
    shell.done("monitor", new, "1", "--by", "Fay", "--progress", "done", "Every day.")
    assert "Every day." not in shell.done("plan", old)
    bare = ("--no-panel", "--no-actions", "--no-questions", "--no-views")
    third = shell.done("follow-up", OLD, "--date", "2028-01-10", *bare)
    empty = shell.json("show", third, "--json")
    assert (empty["participants"], empty["enquiries"], empty["plan"]["key_results"]) == ([], [], [])


def test_a_follow_up_that_cannot_be_is_refused(shell: Shell) -> None:
    shell.refused("follow-up", "nowhere", says="There is no session called nowhere")
    session = shell.new()
    shell.refused("follow-up", session, "--date", "2020-01-01", says="is before")
    shell.wrong("follow-up")


def test_before_the_gate_of_the_follow_up_nothing_says_a_stage(
    shell: Shell, two: tuple[str, str]
) -> None:
    old, new = two
    calls = [("show", new, *more) for more in ((), ("--json",), ("--as", "Fay"))]
    calls += [("export", new, "--format", form, "--output", "-") for form in ("markdown", "plan")]
    calls += [("list", "--json"), ("plan", new), ("compare", new, "--ballots")]
    calls += [("compare", old, new, *more) for more in ((), ("--json",), ("--as", "Ben Orr"))]
    for call in calls:
        said = shell.done(*call)
        for word in (*STAGES, "Weasel", "Zebra"):
            assert word not in said, f"{word} in {' '.join(call)}"
    assert "1.1 from" in shell.done("compare", old, new)
    shown = shell.done("compare", old, new)
    assert "not shown yet" in shown
    assert f"area 1 is still being described in {NEW}" in shown
    assert shell.json("show", new, "--json")["then"] == []
    assert {hit["session"] for hit in found(shell, "Weasel")} == {old}
    shell.done("gate", new, "--area", "1", "--by", "Fay")
    assert "Weasel" in shell.done("compare", old, new)
    seen = shell.json("show", new, "--json")
    assert seen["follows"] == {"id": old, "name": OLD, "date": "2026-11-21"}
    assert [(t["statement"], t["stages"]) for t in seen["then"]] == [("1.1", ["strengthening"])]
    assert "Then, of 1.1: strengthening. Weasel" in shell.done("show", new)
    assert {hit["session"] for hit in found(shell, "Weasel")} == {old, new}


def test_then_and_now_in_words(shell: Shell, two: tuple[str, str]) -> None:
    old, new = two
    again(shell, new)
    shown = shell.done("compare", new, old)
    lines = shown.splitlines()
    assert f"1.1 from {OLD} to {NEW}: moved on" in lines
    assert f"1.2 from {OLD} to {NEW}: not judged" in lines
    then = next(line for line in lines if line.startswith(f"1.1 in {OLD}"))
    assert then == f"1.1 in {OLD}: strengthening. Because: Weasel Notes: AK1, BO1"
    assert not any(word in shown for word in ("%", "improved", "out of"))
    found = shell.json("compare", old, new, "--json")
    assert [s["name"] for s in found["sessions"]] == [OLD, NEW]
    first = found["areas"][0]["statements"][0]
    assert first["moves"] == [{"from": OLD, "to": NEW, "move": "moved on"}]
    assert [cell["stages"] for cell in first["cells"]] == [["strengthening"], ["sustaining"]]
    assert first["cells"][1]["notes"][0]["text"] == "A note, a year on."


def test_what_is_not_of_one_setting_is_refused(shell: Shell, two: tuple[str, str]) -> None:
    old, new = two
    other = shell.done("new", "--setting", "Tidewell Green", "--date", "2026-11-21")
    shell.refused("compare", old, other, says=("two settings", "never compared"))
    shell.refused("compare", old, old, says="name two different sessions")
    shell.refused("compare", old, new, "--as", "Nobody", says="There is nobody called Nobody")
    audit = ("--framework", "send-rag-audit", "--date", "2026-11-22")
    third = shell.done("new", "--setting", "hollin  bank", *audit)
    shell.refused("compare", old, third, says="one framework")
    shell.wrong("compare", old, says="Name two sessions")
    shell.wrong("compare", old, new, "--host", says="of one session")
    shell.wrong("compare", old, "--host", "--ballots")


def test_host_and_panel_and_first_ballots_and_agreed_view(shell: Shell) -> None:
    session = judged(shell)
    shell.done("person", session, "add", "Hannah Holt", "--role", "host")
    own = ("--statement", "1.1", "--stage", "sustaining", "--because", "We know.")
    shell.done("self-evaluate", session, "--by", "Hannah Holt", *own)
    shown = shell.done("compare", session, "--host")
    late = "(late: written after the judging was opened)"
    assert f"1.1, the setting: sustaining {late}; the panel: strengthening. They differ." in shown
    found = shell.json("compare", session, "--host", "--json")
    assert found["areas"][0]["statements"][0]["differs"] is True
    shown = shell.done("compare", session, "--ballots")
    assert "1.1, at first: establishing, strengthening; agreed: strengthening." in shown
    assert "One of the first views." in shown
    assert "Amira" not in shown and "Ben" not in shown
    ballots = shell.json("compare", session, "--ballots", "--json")["areas"][0]["statements"]
    assert ballots[0]["talk"] == "one of the first views"


def test_before_the_gate_and_before_the_reveal_neither_says_a_stage(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "sustaining", "--because", "Zebra")
    for more in (("--host",), ("--ballots",), ("--host", "--json"), ("--ballots", "--json")):
        said = shell.done("compare", session, *more)
        for word in (*STAGES, "Zebra"):
            assert word not in said


def test_the_older_session_keeps_every_byte(shell: Shell) -> None:
    old = judged(shell)
    folder = shell.library / old

    def held() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in folder.iterdir() if p.suffix != ".lock"}

    before = held()
    new = shell.done("follow-up", old, "--date", "2027-11-20")
    again(shell, new)
    shell.done("compare", old, new)
    assert held() == before
