"""Commands that write down: sessions, people, notes, and undo."""

import pytest
from shell import Shell

from sessions.records import PHASES, SOURCES

# new


def test_new_prints_the_id_alone(shell: Shell) -> None:
    said = shell("new", "--setting", "Hollin Bank")
    assert said.status == 0
    assert said.err == ""
    identity = said.out.removesuffix("\n")
    assert len(identity) == 26
    assert (shell.library / identity).is_dir()


def test_new_takes_everything_that_can_be_said(shell: Shell) -> None:
    session = shell.done(
        *("new", "--setting", "Hollin Bank", "--framework", "inclusion-audit"),
        *("--phase", "all-through", "--date", "2026-12-01", "--areas", "5,1"),
        *("--facilitator", "Fay", "--reviewer", "Amira Khan", "--reviewer", "Ben Orr"),
        *("--purpose", "A first look"),
    )
    found = shell.json("show", session, "--json")
    assert (found["phase"], found["date"]) == ("all-through", "2026-12-01")
    assert [area["number"] for area in found["areas"]] == [1, 5]
    assert [(p["name"], p["tag"], p["role"]) for p in found["participants"]] == [
        ("Fay", "F", "facilitator"),
        ("Amira Khan", "AK", "reviewer"),
        ("Ben Orr", "BO", "reviewer"),
    ]
    assert "A first look" in shell.done("show", session)


def test_without_areas_it_is_all_of_them(shell: Shell) -> None:
    session = shell.done("new", "--setting", "Hollin Bank")
    assert len(shell.json("show", session, "--json")["areas"]) == 8


@pytest.mark.parametrize("phase", PHASES)
def test_new_takes_every_phase(shell: Shell, phase: str) -> None:
    session = shell.done("new", "--setting", "Hollin Bank", "--phase", phase)
    assert shell.json("show", session, "--json")["phase"] == phase


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--framework", "big"), "no framework called big; there is inclusion-audit"),
        (("--phase", "nursery"), "no phase called nursery"),
        (("--date", "21/11/2026"), "21/11/2026 is not a date"),
        (("--date", "2026-02-30"), "2026-02-30 is not a date"),
        (("--areas", "1,9"), "no area 9"),
        (("--areas", "0"), "no area 0"),
        (("--areas", "-1"), "no area -1"),
        (("--reviewer", "Al", "--reviewer", "al"), "al is in this session already"),
        (("--facilitator", " "), ""),
    ],
)
def test_new_refuses_what_does_not_exist(shell: Shell, more: tuple[str, ...], says: str) -> None:
    shell.refused("new", "--setting", "Hollin Bank", *more, says=says)
    assert shell.done("list", "--json") == "[]"


def test_new_refuses_an_empty_setting(shell: Shell) -> None:
    shell.refused("new", "--setting", " ", says="needs the name of its setting")


@pytest.mark.parametrize("more", [(), ("--setting", "H", "--areas", "one"), ("--setting",)])
def test_new_called_wrongly(shell: Shell, more: tuple[str, ...]) -> None:
    shell.wrong("new", *more)


# person


def test_somebody_joins_changes_and_leaves(shell: Shell) -> None:
    session = shell.new()
    said = shell.done(
        *("person", session, "add", "Gwen Lee", "--role", "host", "--tag", "gw"),
        *("--leads", "1,2", "--interest", "Governor here"),
    )
    assert said == ""
    people = shell.json("show", session, "--json")["participants"]
    interest = {"interest": "Governor here", "interest_areas": []}
    gwen = {"name": "Gwen Lee", "tag": "GW", "role": "host", **interest}
    assert people[-1] == gwen
    shell.done("person", session, "change", "GW", "--role", "observer", "--tag", "GL")
    people = shell.json("show", session, "--json")["participants"]
    assert people[-1] == {**gwen, "tag": "GL", "role": "observer"}
    shell.done("person", session, "leave", "gwen lee")
    people = shell.json("show", session, "--json")["participants"]
    assert people[-1] == {**gwen, "tag": "GL", "role": "observer", "left": True}


def test_a_person_is_renamed(shell: Shell) -> None:
    session = shell.new()
    shell.done("person", session, "change", "BO", "--rename", "Bea Orr")
    assert "Bea Orr" in [p["name"] for p in shell.json("show", session, "--json")["participants"]]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("add", "Ben Orr"), "Ben Orr is in this session already"),
        (("add", "Gwen", "--role", "boss"), "no role called boss"),
        (("add", "Gwen", "--tag", "G1"), "letters only"),
        (("add", "Gwen", "--tag", "AK"), "The tag AK is taken"),
        (("add", "Gwen", "--leads", "9"), "no area 9"),
        (("add", ""), "needs a name"),
        (("change", "Zoe", "--role", "host"), "nobody called Zoe"),
        (("change", "Ben Orr", "--rename", "Fay"), "Fay is in this session already"),
        (("leave", "Zoe"), "nobody called Zoe"),
    ],
)
def test_person_refuses(shell: Shell, call: tuple[str, ...], says: str) -> None:
    shell.refused("person", shell.new(), *call, says=says)


def test_person_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    shell.wrong("person", session, "sack", "Ben Orr", says="sack")
    shell.wrong("person", session, "add")
    shell.wrong("person", session, "add", "Gwen", "--leads", "all", says="1,2,5")


# note


def test_note_prints_the_ref_alone_and_counts_on(shell: Shell) -> None:
    session = shell.new()
    assert shell("note", session, "--by", "Amira Khan", "One.") == (0, "AK1\n", "")
    assert shell("note", session, "--by", "ak", "Two.") == (0, "AK2\n", "")
    assert shell("note", session, "--by", "Ben Orr", "Three.") == (0, "BO1\n", "")


def test_note_takes_everything_that_can_be_said(shell: Shell) -> None:
    session = shell.new()
    shell.done(
        *("note", session, "--by", "AK", "--statement", "1.2", "--statement", "1.1"),
        *("--source", "learner-voice", "--where", "Y5"),
        *("--observed", "2026-11-20 10:40", "Two of five."),
    )
    (note,) = shell.statement(session, "1.1")["evidence"]
    assert note == {
        "ref": "AK1",
        "text": "Two of five.",
        "source": "learner-voice",
        "where": "Y5",
        "observed": "2026-11-20 10:40",
        "by": "Amira Khan",
        "statements": ["1.1", "1.2"],
        "late": False,
        "apart": False,
    }


@pytest.mark.parametrize("source", SOURCES)
def test_note_takes_every_source(shell: Shell, source: str) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "--source", source, "One.")
    assert shell.json("show", session, "--json")["inbox"][0]["source"] == source


@pytest.mark.parametrize(
    ("stdin", "text"),
    [
        ("Zwölf\r\nKinder.\n".encode(), "Zwölf\nKinder."),
        ("\ufeffFrom Windows.\r\n".encode(), "From Windows."),
        (b"not \xff UTF-8", "not \ufffd UTF-8"),
        (b"a" * 100_000, "a" * 100_000),
    ],
    ids=["lines", "mark", "bytes", "long"],
)
def test_note_reads_standard_input(shell: Shell, stdin: bytes, text: str) -> None:
    session = shell.new()
    assert shell.done("note", session, "--by", "AK", "-", stdin=stdin) == "AK1"
    assert shell.json("show", session, "--json")["inbox"][0]["text"] == text


def test_edit_reads_standard_input(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.")
    assert shell.done("edit", session, "AK1", "--by", "BO", "-", stdin=b"Two.\n") == ""
    assert shell.json("show", session, "--json")["inbox"][0]["text"] == "Two."


def test_a_text_that_begins_with_a_dash_comes_after_two(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "--", "-5 degrees outside.")
    assert shell.json("show", session, "--json")["inbox"][0]["text"] == "-5 degrees outside."


def test_a_private_note_is_shown_to_its_author_alone(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "--private", "--statement", "1.1", "For myself.")
    assert shell.statement(session, "1.1")["evidence"] == []
    assert shell.statement(session, "1.1", "--as", "BO")["evidence"] == []
    (note,) = shell.statement(session, "1.1", "--as", "AK")["evidence"]
    assert (note["text"], note["private"]) == ("For myself.", True)
    for more in ((), ("--as", "Ben Orr")):
        assert "For myself." not in shell.done("show", session, *more)
    assert "For myself." not in shell.done("export", session, "--output", "-")
    shell.refused("edit", session, "AK1", "--by", "BO", "Mine.", says="There is no note AK1")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--by", "Zoe", "One."), ("nobody called Zoe", "Fay, Amira Khan, Ben Orr")),
        (("--by", "AK", "--statement", "9.9", "One."), ("no statement 9.9", "1.1 to 8.")),
        (("--by", "AK", "--source", "rumour", "One."), ("no source called rumour", "document")),
        (("--by", "AK", "--observed", "noon", "One."), ("noon is not a time", "10:40")),
        (("--by", "AK", " \n"), ("The note is empty",)),
        (("--by", "AK", "-"), ("The note is empty",)),
    ],
)
def test_note_refuses(shell: Shell, call: tuple[str, ...], says: tuple[str, ...]) -> None:
    shell.refused("note", shell.new(), *call, says=says)


def test_note_called_wrongly(shell: Shell) -> None:
    session = shell.new()
    shell.wrong("note", session, "One.", says="--by")
    shell.wrong("note", session, "--by", "AK")
    shell.wrong("note", session, "--by", "AK", "One.", "Two.")
    shell.wrong("note", session, "--by", "AK", "--loud", "One.")


# edit, file, delete, undo


def test_a_note_is_edited_filed_deleted_and_brought_back(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.")
    assert shell.done("edit", session, "ak1", "--by", "AK", "Two.") == ""
    assert (
        shell.done("file", session, "AK1", "--by", "BO", "--statement", "1.1", "--statement", "2.1")
        == ""
    )
    (note,) = shell.statement(session, "2.1")["evidence"]
    assert (note["text"], note["statements"]) == ("Two.", ["1.1", "2.1"])
    shell.done("file", session, "AK1", "--by", "BO", "--statement", "1.2", "--remove", "2.1")
    assert shell.statement(session, "2.1")["evidence"] == []
    assert shell.done("delete", session, "AK1", "--by", "AK") == ""
    assert shell.statement(session, "1.1")["evidence"] == []
    assert shell.done("undo", session, "--by", "AK") == "Undone: the deletion of note AK1"
    assert shell.statement(session, "1.2")["evidence"][0]["statements"] == ["1.1", "1.2"]


def test_undo_goes_on_through_calls_until_nothing_is_left(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.")
    shell.done("edit", session, "AK1", "--by", "AK", "Two.")
    shell.done("undo", session, "--by", "AK")
    assert shell.json("show", session, "--json")["inbox"][0]["text"] == "One."
    shell.done("undo", session, "--by", "AK")
    assert shell.json("show", session, "--json")["inbox"] == []
    shell.refused("undo", session, "--by", "AK", says="was to join")


def test_undo_refuses_what_another_has_changed_and_what_is_never_undone(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.")
    shell.done("edit", session, "AK1", "--by", "BO", "Two.")
    shell.refused("undo", session, "--by", "AK", says="Ben Orr has changed the same since")
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    shell.refused("undo", session, "--by", "Fay", says="The last act of Fay stays")
    shell.refused("undo", session, "--by", "Zoe", says="nobody called Zoe")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("edit", "AK9", "--by", "AK", "Two."), "no note AK9"),
        (("edit", "AK1", "--by", "AK", " "), "The note is empty"),
        (("edit", "AK1", "--by", "Zoe", "Two."), "nobody called Zoe"),
        (("file", "AK9", "--by", "AK", "--statement", "1.1"), "no note AK9"),
        (("file", "AK1", "--by", "AK", "--statement", "9.9"), "no statement 9.9"),
        (("file", "AK1", "--by", "AK", "--remove", "1.1"), "AK1 is not filed under 1.1"),
        (("file", "AK1", "--by", "AK"), "give --statement 1.2 or --remove 1.3"),
        (("delete", "AK9", "--by", "AK"), "no note AK9"),
        (("delete", "AK1", "--by", "Zoe"), "nobody called Zoe"),
    ],
)
def test_changing_a_note_refuses(shell: Shell, call: tuple[str, ...], says: str) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.")
    shell.refused(call[0], session, *call[1:], says=says)


# SESSION


def test_a_session_is_called_by_id_beginning_or_name(shell: Shell) -> None:
    session = shell.new()
    for called in (session, session[:12], session.upper(), "hollin-bank-2026-11-21"):
        shell.done("note", called, "--by", "AK", "One.")
    assert len(shell.json("show", session, "--json")["inbox"]) == 4


@pytest.mark.parametrize(
    "command",
    [
        ("show",),
        ("export",),
        ("open",),
        ("person", "add", "Al"),
        ("note", "--by", "AK", "One."),
        ("edit", "AK1", "--by", "AK", "Two."),
        ("file", "AK1", "--by", "AK", "--statement", "1.1"),
        ("delete", "AK1", "--by", "AK"),
        ("undo", "--by", "AK"),
        ("gate", "--area", "1", "--by", "Fay"),
        ("judge", "--by", "AK", "--statement", "1.1", "--not-enough-evidence"),
        ("reveal", "--by", "Fay", "--area", "1"),
        ("agree", "--by", "Fay", "--area", "1", "--because", "So"),
    ],
    ids=lambda command: command[0],
)
def test_every_command_refuses_a_session_that_is_none_or_several(
    shell: Shell, command: tuple[str, ...]
) -> None:
    name, *more = command
    shell.refused(name, "nowhere", *more, says=("no session called nowhere", "`list` shows"))
    first, second = shell.new(), shell.new()
    assert first[:4] == second[:4]
    shell.refused(name, first[:4], *more, says=("could be 2 sessions", first, second))
