"""What rests on a note that changed is marked wherever it is read; an interest that comes late is told."""

from shell import Shell

AK, FAY = ("--by", "AK"), ("--by", "Fay Marsh")
MOVED = "a note that it rests on has changed since"


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
