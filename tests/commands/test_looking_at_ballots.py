"""What rests on ballots that changed, and a view of the setting's that came late, is marked where it is read."""

from kept import kept
from shell import Shell

AK, FAY = ("--by", "AK"), ("--by", "Fay Marsh")
JUDGED = "somebody judged otherwise since"
LATE = "(late: written after the judging was opened)"


@kept
def agreed(shell: Shell) -> str:
    """Make a review in which 1.1 is judged alike by two, from one note, and accepted together."""
    people = ("--facilitator", "Fay Marsh", "--reviewer", "Ann Kay", "--reviewer", "Bo Orr")
    session = shell.done("new", "--setting", "Oak", *people, "--areas", "1")
    shell.done("note", session, *AK, "--statement", "1.1", "A chart by the door.")
    shell.done("gate", session, "--area", "1", *FAY)
    for by in ("AK", "BO"):
        what = ("--statement", "1.1", "--highlight", "establishing", "--cite", "AK1")
        shell.done("judge", session, "--by", by, *what)
    shell.done("reveal", session, "--statement", "1.1", *FAY)
    shell.done("agree", session, "--together", "1.1", *FAY)
    return session


def test_an_agreement_is_marked_in_show_weak_and_report_after_a_later_ballot(shell: Shell) -> None:
    session = agreed(shell)
    assert JUDGED not in shell.done("export", session, "--output", "-").casefold()
    what = ("--statement", "1.1", "--highlight", "sustaining", "--cite", "AK1")
    shell.done("judge", session, "--by", "BO", *what)
    statement = shell.json("show", session, "--json")["areas"][0]["statements"][0]
    assert statement["agreement"]["changed_ballots"] == ["1.1"]
    assert "changed since: the ballots of 1.1; look again" in shell.done("show", session)
    said = "What is agreed of 1.1 rests on what has changed since: the ballots of 1.1."
    assert said in shell.done("weak", session)
    assert JUDGED in shell.done("export", session, "--output", "-").casefold()
    shell.done("look", session, "--agreement", "1.1", *AK)
    assert said not in shell.done("weak", session)
    assert JUDGED not in shell.done("export", session, "--output", "-").casefold()


def test_a_note_filed_elsewhere_is_marked_in_weak_and_report(shell: Shell) -> None:
    session = agreed(shell)
    shell.done("file", session, "AK1", *AK, "--statement", "1.2", "--remove", "1.1")
    assert "What is agreed of 1.1 rests on what has changed since: AK1." in shell.done(
        "weak", session
    )
    report = shell.done("export", session, "--output", "-").casefold()
    assert report.count("a note that it rests on has changed since") == 1


def test_a_late_view_of_the_settings_says_so_beside_the_panels(shell: Shell) -> None:
    session = agreed(shell)
    shell.done("person", session, "add", "Jo Hay", "--role", "host")
    shell.done(
        "self-evaluate", session, "--statement", "1.1", "--by", "Jo Hay", "--stage", "establishing"
    )
    assert LATE in shell.done("show", session)
    assert shell.json("show", session, "--json")["self_evaluation"][0]["late"] is True
    assert LATE in shell.done("export", session, "--output", "-")
    shell.done("gate", session, "--area", "1", "--reopen", "--reason", "One more class", *FAY)
    assert LATE not in shell.done("show", session)
