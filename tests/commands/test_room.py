"""Time boxes on the command line, and the second window as a process of its own."""

import re
import sys
from pathlib import Path

import pytest
from shell import Shell
from terminal import Terminal

from sessions.following import Following, Wall


def test_a_box_is_set_started_lengthened_and_paused(shell: Shell) -> None:
    session = shell.new()
    call = ("time", session, "--by", "Fay", "--area", "1")
    assert shell.done(*call, "--minutes", "30") == (
        "Area 1: planned 30:00, used 00:00; not started, 30:00 left"
    )
    assert re.fullmatch(
        r"Area 1: planned 30:00, used 00:0\d; (30:00|29:5\d) left", shell.done(*call, "--start")
    )
    assert shell.done(*call, "--add").startswith("Area 1: planned 35:00")
    assert shell.done(*call, "--add", "25").startswith("Area 1: planned 60:00")
    assert "; paused, " in shell.done(*call, "--pause")
    meeting = ("time", session, "--by", "Fay", "--meeting")
    assert shell.done(*meeting, "--minutes", "120") == (
        "The meeting: planned 120:00, used 00:00; not started, 120:00 left"
    )
    lines = shell.done("times", session).split("\n")
    assert [line.partition(":")[0] for line in lines] == ["The meeting", "Area 1"]


def test_times_are_printed_as_json_in_seconds(shell: Shell) -> None:
    session = shell.new()
    assert shell.json("times", session, "--json") == []
    shell.done("time", session, "--by", "Fay", "--meeting", "--minutes", "90")
    assert shell.json("times", session, "--json") == [
        {"subject": "meeting", "planned": 5400, "used": 0, "left": 5400, "running": False}
    ]


def test_a_session_and_its_report_say_what_was_planned_and_used(shell: Shell) -> None:
    session = shell.new()
    assert "Time planned and used" not in shell.done("export", session, "--output", "-")
    shell.done("time", session, "--by", "Fay", "--area", "1", "--minutes", "30")
    assert shell.json("show", session, "--json")["timeboxes"] == [
        {"subject": "area/1", "planned": 1800, "used": 0, "since": ""}
    ]
    assert "Time for area 1: planned 30:00, used 00:00\n" in shell.done("show", session) + "\n"
    report = shell.done("export", session, "--output", "-")
    assert "### Time planned and used\n\n- Area 1: 30 minutes planned, 0 used\n" in report


def test_without_any_it_says_how_to_plan_some(shell: Shell) -> None:
    said = shell("times", shell.new())
    assert (said.status, said.out) == (0, "")
    assert "time SESSION --meeting --minutes 90" in said.err


def test_undo_takes_back_the_last_change_of_a_box(shell: Shell) -> None:
    session = shell.new()
    for minutes in ("30", "45"):
        shell.done("time", session, "--by", "Fay", "--area", "2", "--minutes", minutes)
    assert shell.done("undo", session, "--by", "Fay") == "Undone: the change to a time box"
    assert "planned 30:00" in shell.done("times", session)


def test_what_cannot_be_is_refused(shell: Shell) -> None:
    session = shell.new()
    fay = ("time", session, "--by", "Fay")
    shell.refused(*fay, "--area", "1", "--start", says="No time is planned for area 1")
    shell.refused(*fay, "--area", "99", "--minutes", "5", says="no area 99")
    shell.refused(*fay, "--meeting", "--minutes", "0", says="1 to 720 minutes")
    shell.refused(*fay, "--meeting", "--add", says="No time is planned for the meeting")
    shell.refused(
        *("time", session, "--by", "Ben Orr", "--meeting", "--minutes", "5"),
        says="Only a facilitator may set a time box; ask Fay.",
    )
    shell.refused(
        *("time", session, "--by", "Zoe", "--meeting", "--start"), says="nobody called Zoe"
    )
    shell.refused("present", "nowhere", says="no session called nowhere")


def test_a_call_says_one_subject_and_one_act(shell: Shell) -> None:
    session = shell.new()
    fay = ("time", session, "--by", "Fay")
    shell.wrong(*fay, "--start", says="--area 1 or --meeting")
    shell.wrong(*fay, "--area", "1", "--meeting", "--start", says="--area 1 or --meeting")
    shell.wrong(*fay, "--meeting", says="one thing")
    shell.wrong(*fay, "--meeting", "--start", "--pause", says="one thing")
    shell.wrong(*fay, "--meeting", "--add", "--minutes", "5", says="one thing")
    shell.wrong("time", session, "--meeting", "--start", says="--by")


@pytest.mark.skipif(
    sys.platform == "win32", reason="needs a pseudo-terminal (pty), which Windows has not"
)
def test_the_second_window_follows_and_writes_nothing(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "establishing")
    shell.cast(session, "Ben Orr", "sustaining")
    shell.done("show", session)  # what the library keeps for itself is there from now on

    ours = shell.library / ".derived" / "wall" / f"{session}.json"

    def files() -> dict[Path, int]:
        found = (path for path in shell.library.rglob("*") if path.is_file() and path != ours)
        return {path: path.stat().st_mtime_ns for path in found}

    before = files()
    window = Terminal("present", session, "--ascii")
    window.until("Hollin Bank")
    Following(shell.library / ".derived", session).show(Wall("spread", 1, "1.1"))
    window.until("All have cast. The ballots are sealed until they are revealed.")
    assert "EF" not in window.drawn and "Amira" not in window.drawn
    assert files() == before
    shell.done("reveal", session, "--by", "Fay", "--statement", "1.1")
    window.until("EF Establishing Foundations |")
    assert "Amira" not in window.drawn
    before = files()
    assert window.leave(b"\x11") == 0
    assert files() == before
