"""What rests on a note that changed is marked wherever it is read; an interest that comes late is told."""

from kept import kept
from shell import Shell

AK, FAY = ("--by", "AK"), ("--by", "Fay Marsh")
STAGE = ("--stage", "establishing")
MOVED = "a note that it rests on has changed since"


@kept
def agreed(shell: Shell) -> str:
    """Make a review in which 1.1 is agreed and a finding rests on the note that both cite."""
    people = ("--facilitator", "Fay Marsh", "--reviewer", "Ann Kay", "--reviewer", "Bo Orr")
    session = shell.done("new", "--setting", "Oak", *people, "--areas", "1")
    shell.done("note", session, *AK, "--statement", "1.1", "A chart by the door.")
    shell.done("gate", session, "--area", "1", *FAY)
    for by in ("AK", "BO"):
        what = ("--statement", "1.1", "--highlight", "establishing", "--cite", "AK1")
        shell.done("judge", session, "--by", by, *what)
    shell.done("reveal", session, "--statement", "1.1", *FAY)
    stage = ("--stage", "establishing", "--because", "Seen once.")
    shell.done("agree", session, "--statement", "1.1", *FAY, *stage)
    about = ("--kind", "strength", "--statement", "1.1", "--note", "AK1")
    shell.done("finding", session, "add", *AK, *about, "Charts are read.")
    return session


def test_until_somebody_looks_it_is_marked_in_show_and_report(shell: Shell) -> None:
    session = agreed(shell)
    assert MOVED not in shell.done("export", session, "--output", "-")
    shell.done("edit", session, "AK1", *AK, "A chart beside the door, of last year.")
    statement = shell.json("show", session, "--json")["areas"][0]["statements"][0]
    assert statement["agreement"]["changed_notes"] == ["AK1"]
    assert [ballot["changed_notes"] for ballot in statement["ballots"]] == [["AK1"], ["AK1"]]
    assert shell.json("findings", session, "--json")[0]["changed_notes"] == ["AK1"]
    assert "changed since: AK1" in shell.done("show", session)
    report = shell.done("export", session, "--output", "-")
    assert report.casefold().count(MOVED) == 2  # the agreed view and the finding


def test_who_declares_an_interest_behind_the_gate_is_told_that_they_still_judge(
    shell: Shell,
) -> None:
    session = agreed(shell)
    said = shell("person", session, "change", "Bo Orr", "--interest", "a governor here")
    assert said.status == 0
    assert (
        "Bo Orr stays a judge of area 1, whose gate is open: the judges were fixed there"
        in said.err
    )
    assert shell("person", session, "change", "Fay Marsh", "--interest", "kin").err == ""


def test_the_sentence_of_an_area_is_marked_and_settled_by_a_look(shell: Shell) -> None:
    session = agreed(shell)
    shell.done("agree", session, "--area", "1", *FAY, "--because", "Steady.")
    shell.done("edit", session, "AK1", *AK, "A chart beside the door, of last year.")
    assert shell.json("show", session, "--json")["areas"][0]["agreement"]["changed_notes"] == [
        "AK1"
    ]
    said = "The sentence of area 1 rests on what has changed since: AK1."
    assert said in shell.done("weak", session)
    assert said in str([one["sentence"] for one in shell.json("weak", session, "--json")])
    assert "To look at again, agreed of area 1: changed since: AK1" in shell.done("show", session)
    shell.done("look", session, "--agreement", "area/1", *AK)
    assert said not in shell.done("weak", session)
    assert shell.done("undo", session, *AK) == "Undone: your look at what is agreed of area 1"
    assert said in shell.done("weak", session)
    shell.done("look", session, "--agreement", "area/1", *AK)
    shell.done("agree", session, "--statement", "1.1", *FAY, "--because", "Twice.", *STAGE)
    said = "The sentence of area 1 rests on what has changed since: AK1 and what is agreed of 1.1."
    assert said in shell.done("weak", session)
    area = shell.json("show", session, "--json")["areas"][0]
    assert area["agreement"]["changed_agreements"] == ["1.1"]
    shell.refused("look", session, "--agreement", "area/2", *AK, says="rests on what has changed")


def test_a_declared_interest_is_shown_with_its_person(shell: Shell) -> None:
    session = shell.new()
    said = ("--interest", "A cousin works here", "--interest-areas", "2")
    shell.done("person", session, "change", "Ben Orr", *said)
    people = shell.json("show", session, "--json")["participants"]
    assert [person.get("interest") for person in people] == [None, None, "A cousin works here"]
    assert people[2]["interest_areas"] == [2]
    line = "Ben Orr has declared an interest in area 2: A cousin works here"
    assert line in shell.done("show", session).split("\n")


def test_who_left_is_named_where_they_are_waited_for(shell: Shell) -> None:
    session = shell.judged()
    shell.done("person", session, "leave", "Ben Orr")
    assert "1.1: sealed until all have cast: Amira Khan, Ben Orr (has left) to come" in (
        shell.done("who-has-cast", session)
    )
    says = ("Ben Orr has left: excuse them with a reason", "command excuse")
    shell.refused("reveal", session, "--by", "Fay", "--area", "1", says=says)
