"""What is not seen yet, what would not stand up, and a look at it, by command."""

from shell import Shell


def activity(shell: Shell, session: str, what: str, starts: str, *more: str) -> None:
    said = ("--what", what, "--starts", starts, "--reviewer", "Ben Orr")
    shell.done("activity", session, "add", "--by", "Fay", *said, *more)


def test_what_is_missing_stands_against_the_rest_of_the_timetable(shell: Shell) -> None:
    session = shell.new("--areas", "1")
    shell.done(
        *("note", session, "--by", "AK", "--statement", "1.2", "--source", "data", "A chart.")
    )
    activity(shell, session, "Lesson", "10:00", "--ends", "10:40", "--statement", "1.1")
    activity(shell, session, "Parents", "14:00", "--source", "parent-voice", "--statement", "1.2")
    shell.done("enquiry", session, "add", "Who rings home?", "--by", "Fay", "--statement", "1.2")
    none = "nothing on the timetable is for this"
    parents = "2026-11-21 14:00 activity 2, Parents (Ben Orr)"
    assert shell.done("catch-up", session, "--now", "2026-11-21 13:00").splitlines() == [
        f"1.1: nothing yet | {none}",
        f"1.2: heard from one side so far: data | {parents}",
        f"1.3: nothing yet | {none}",
        f"1.4: nothing yet | {none}",
        f"Line of enquiry 1: Who rings home? | {parents}",
        f"The voice of learners: not heard yet | {none}",
        f"The voice of parents or carers: not heard yet | {parents}",
        f"The voice of staff: not heard yet | {none}",
        f"The voice of leaders or governors: not heard yet | {none}",
    ]
    found = shell.json("catch-up", session, "--now", "09:30", "--as", "Ben Orr", "--json")
    assert found["statements"][0] == {"what": "1.1", "why": "nothing yet", "later": ["1"]}
    assert [one["ref"] for one in found["left"]] == ["1", "2"]
    shell.refused("catch-up", session, "--now", "noon", says="noon is not a time")


def test_before_the_gate_nothing_is_weak(shell: Shell) -> None:
    session = shell.new("--areas", "1,2")
    said = "Area 1 is being described: there is nothing to look for yet."
    assert shell.done("weak", session, "--area", "1") == said
    assert shell.json("weak", session, "--json") == []
    shell.refused("weak", session, "--area", "9", says="There is no area 9")


def test_what_would_not_stand_up_is_listed_and_a_look_takes_it_off(shell: Shell) -> None:
    session = shell.judged()
    weak = ("weak", session, "--area", "1", "--json")
    shell.cast(session, "Amira Khan")
    shell.done("edit", session, "AK1", "--by", "AK", "Two charts.")
    assert [one["kind"] for one in shell.json(*weak)] == ["unjudged"] * 3  # hers is sealed
    (hers,) = (one for one in shell.json(*weak, "--as", "AK") if one["statement"] == "1.1")
    assert (hers["kind"], hers["place"], hers["look"]) == ("changed", "judge", True)
    look = ("look", session, "--by")
    shell.refused(*look, "Ben Orr", "--judgement", "1.1", "--of", "AK", says="Nothing that you")
    shell.done(*look, "AK", "--judgement", "1.1")
    assert "1.1" not in [one["statement"] for one in shell.json(*weak, "--as", "AK")]
    shell.cast(session, "Ben Orr")
    shell.done("reveal", session, "--by", "Fay", "--statement", "1.1")
    shell.done(
        *("agree", session, "--by", "Fay", "--statement", "1.1"),
        *("--stage", "establishing", "--because", "So."),
    )
    shell.done(
        *("finding", session, "add", "--by", "Fay", "--kind", "strength"),
        *("--statement", "1.1", "--note", "AK1", "So."),
    )
    shell.done("edit", session, "AK1", "--by", "AK", "Three charts.")
    lines = [one for one in shell.done("weak", session).splitlines() if "changed since" in one]
    assert lines == [
        "Area 1, a cited note changed: The judgement of 1.1 by Amira Khan rests on what has "
        "changed since: AK1.",
        "Area 1, a cited note changed: The judgement of 1.1 by Ben Orr rests on what has "
        "changed since: AK1.",
        "Area 1, agreed before a change: What is agreed of 1.1 rests on what has changed since: "
        "AK1.",
        "Area 1, a note changed: Finding 1 rests on what has changed since: AK1.",
    ]
    shell.done(*look, "Fay", "--judgement", "1.1", "--of", "Amira Khan")
    shell.done(*look, "Fay", "--judgement", "1.1", "--of", "Ben Orr")
    shell.done(*look, "Fay", "--agreement", "1.1")
    shell.done(*look, "Fay", "--finding", "1")
    assert "changed since" not in shell.done("weak", session)
    shell.done("undo", session, "--by", "Fay")
    assert "Finding 1 rests on" in shell.done("weak", session)


def test_a_look_says_at_what(shell: Shell) -> None:
    session = shell.judged()
    look = ("look", session, "--by", "Fay")
    shell.wrong(*look, says="Say one thing")
    shell.wrong(*look, "--judgement", "1.1", "--finding", "1", says="Say one thing")
    shell.wrong(*look, "--agreement", "1.1", "--of", "AK", says="--of NAME goes with")
    shell.refused(*look, "--finding", "7", says="There is no finding 7")
    shell.refused(*look, "--agreement", "1.1", says="rests on what has changed")
    shell.refused(*look, "--judgement", "9.9", says="rests on what has changed")
