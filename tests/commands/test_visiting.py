"""The timetable, the context figures and what changed on the visit, by command."""

from shell import Shell

# The timetable


def test_an_activity_from_its_plan_to_the_note_that_is_taken_there(shell: Shell) -> None:
    session = shell.new("--areas", "1")
    added = shell.done(
        *("activity", session, "add", "--by", "Fay", "--what", "Lesson, Y4", "--starts", "10:00"),
        *("--ends", "10:40", "--where", "Room 4", "--who", "a class", "--reviewer", "AK"),
        *("--reviewer", "Ben Orr", "--source", "observation", "--statement", "1.1"),
    )
    assert added == "1"
    first = shell.done("note", session, "--by", "AK", "--observed", "10:05", "A timer was used.")
    shell.done(
        *("note", session, "--by", "AK", "--observed", "10:06", "--source", "learner-voice"),
        *("--where", "the carpet", "One said so."),
    )
    shell.done("note", session, "--by", "AK", "--observed", "11:00", "Later.")
    inbox = shell.json("show", session, "--json")["inbox"]
    assert [(n["source"], n["where"], n.get("activity")) for n in inbox] == [
        ("observation", "Room 4", "1"),
        ("learner-voice", "the carpet", "1"),
        ("", "", None),
    ]
    found = shell.json("timetable", session, "--json")
    assert found["activities"] == [
        {
            "ref": "1",
            "what": "Lesson, Y4",
            "starts": "2026-11-21 10:00",
            "ends": "2026-11-21 10:40",
            "where": "Room 4",
            "who": "a class",
            "reviewers": ["Amira Khan", "Ben Orr"],
            "source": "observation",
            "statements": ["1.1"],
            "notes": [first, "AK2"],
        }
    ]
    assert found["unplanned"] == ["1.2", "1.3", "1.4"]
    assert shell.done("timetable", session).splitlines() == [
        "Activity 1, 2026-11-21 10:00 to 10:40: Lesson, Y4; where: Room 4; with: a class; "
        "reviewers: Amira Khan and Ben Orr; source: observation; for: 1.1; notes: AK1, AK2",
        "No activity is planned for 1.2, 1.3 and 1.4.",
    ]


def test_an_activity_is_changed_emptied_deleted_and_brought_back(shell: Shell) -> None:
    session = shell.new("--areas", "1")
    made = ("--what", "Lesson", "--starts", "10:00", "--reviewer", "AK", "--statement", "1.1")
    shell.done("activity", session, "add", "--by", "Fay", *made)
    change = ("activity", session, "change", "1", "--by", "Fay")
    shell.done(*change, "--starts", "2026-11-22 09:00", "--where", "Hall")
    shell.done(*change, "--reviewer", "", "--statement", "")
    (found,) = shell.json("timetable", session, "--json")["activities"]
    assert (found["what"], found["starts"], found["where"]) == (
        *("Lesson", "2026-11-22 09:00", "Hall"),
    )
    assert (found["reviewers"], found["statements"]) == ([], [])
    shell.done("activity", session, "delete", "1", "--by", "Fay")
    assert shell.json("timetable", session, "--json")["activities"] == []
    assert shell.done("undo", session, "--by", "Fay") == "Undone: the deletion of activity 1"
    assert len(shell.json("timetable", session, "--json")["activities"]) == 1


def test_activity_refuses(shell: Shell) -> None:
    session = shell.new()
    shell.done("activity", session, "add", "--by", "Fay", "--what", "Lesson")
    calls: list[tuple[tuple[str, ...], tuple[str, ...] | str]] = [
        (("add", "--by", "AK", "--what", " "), "needs a name"),
        (("add", "--by", "AK", "--what", "Lunch", "--starts", "noon"), "noon is not a time"),
        (
            ("add", "--by", "AK", "--what", "Lunch", "--starts", "12:00", "--ends", "11:00"),
            "cannot end at 11:00",
        ),
        (("add", "--by", "AK", "--what", "Lunch", "--reviewer", "Zoe"), "nobody called Zoe"),
        (("add", "--by", "AK", "--what", "Lunch", "--source", "gossip"), "no source called gossip"),
        (("change", "1", "--by", "AK"), "Nothing was said to change"),
        (("change", "7", "--by", "AK", "--where", "Hall"), ("no activity 7", "there is 1.")),
        (("delete", "", "--by", "AK"), "no activity (no number)"),
    ]
    for call, says in calls:
        shell.refused("activity", session, *call, says=says)


def test_activity_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    shell.wrong("activity", session)
    shell.wrong("activity", session, "add", "--by", "AK", says="--what")
    shell.wrong("activity", session, "change", "--by", "AK", says="N")


# Context figures


def test_figures_are_written_and_read(shell: Shell) -> None:
    session = shell.new()
    nothing = shell("figures", session)
    assert (nothing.status, nothing.out) == (0, "")
    assert "no context figures yet" in nothing.err
    written = ("--roll", "400", "--sen-support", "50", "--ehc-plans", "15")
    assert shell.done("figures", session, "--by", "Fay", *written) == ""
    lines = shell.done("figures", session).splitlines()
    assert lines[:4] == [
        "Learners on roll: 400",
        "Learners with SEN support: 50, 12% of the roll (the source has about 12%)",
        "Learners with an EHC plan: 15, 4% of the roll (the source has about 3%)",
        "SEN support and EHC plans together: 65, 16% of the roll (the source has almost 15%)",
    ]
    assert "September 2019" in lines[4]
    assert lines[5].startswith("To ask with these figures: ")
    shell.done("figures", session, "--by", "Fay", "--roll", "410", "--remove", "ehc-plans")
    found = shell.json("figures", session, "--json")["figures"]
    assert [(f["key"], f["count"], f["share"]) for f in found] == [
        *(("roll", 410, ""), ("sen-support", 50, "12%"), ("ehc-plans", None, "")),
    ]
    undone = shell.done("undo", session, "--by", "Fay")
    assert undone == "Undone: a change to the context figures"
    assert shell.done("figures", session).splitlines()[:4] == lines[:4]


def test_figures_refuses_and_is_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    by = ("--by", "Fay")
    shell.refused("figures", session, *by, "--roll", "-1", says="cannot be the number")
    many = ("--roll", "10", "--sen-support", "11")
    shell.refused("figures", session, *by, *many, says="More learners")
    shell.refused("figures", session, "--by", "Zoe", "--roll", "1", says="nobody called Zoe")
    shell.wrong("figures", session, "--roll", "400", says="--by")
    shell.wrong("figures", session, *by, "--roll", "some", says="some")
    shell.wrong("figures", session, *by, "--roll", "400", "--remove", "roll", says="at once")
    shell.wrong("figures", session, *by, "--roll", "400", "--json", says="--json")


# What changed, and notes split in two


def test_what_changed_on_the_visit_is_said_and_nothing_is_lost(shell: Shell) -> None:
    session = shell.new("--areas", "1,2")
    two = ("--statement", "1.1", "--statement", "2.1")
    shell.done("note", session, "--by", "BO", *two, "--observed", "2026-11-20 09:20", "A. B.")
    shell.done("person", session, "leave", "Ben Orr")
    assert shell.done("split", session, "BO1", "--by", "Amira Khan", "A.", "B.") == "BO2"
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Zebra")
    found = shell.json("changes", session, "--json")
    assert [(change["by"], change["what"]) for change in found] == [
        ("Ben Orr", "BO1 was typed in later; observed 2026-11-20 09:20."),
        ("Ben Orr", "Ben Orr left; what they wrote stays."),
        ("Amira Khan", "BO2 was split from BO1."),
        ("Fay", "Area 1 went back to being described."),
    ]
    lines = shell.done("changes", session).splitlines()
    assert lines[1] == f"Changed {found[1]['at']}, by Ben Orr: {found[1]['what']}"
    for ref in ("1.1", "2.1"):
        evidence = shell.statement(session, ref)["evidence"]
        assert [(n["ref"], n["text"], n["observed"]) for n in evidence] == [
            ("BO1", "A.", "2026-11-20 09:20"),
            ("BO2", "B.", "2026-11-20 09:20"),
        ]
    assert shell.done("undo", session, "--by", "AK") == "Undone: the splitting of note BO1"
    assert [n["text"] for n in shell.statement(session, "1.1")["evidence"]] == ["A. B."]


def test_nothing_changed_yet(shell: Shell) -> None:
    session = shell.new()
    said = shell("changes", session)
    assert (said.status, said.out) == (0, "")
    assert said.err == "Nothing has changed since the visit began.\n"
    assert shell.json("changes", session, "--json") == []


def test_split_refuses(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "A. B.")
    whole = ("split", session, "AK1", "--by", "AK")
    shell.refused(*whole, "A. B.", "B.", says="AK1 would stay as it is")
    shell.refused(*whole, "A.", " ", says="The note is empty")
    shell.refused("split", session, "AK9", "--by", "AK", "A.", "B.", says="no note AK9")
    shell.wrong(*whole, "A.", says="SECOND")
