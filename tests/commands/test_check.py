"""The command `check`: what may identify somebody, settled or accepted by number, and the gaps."""

from kept import kept
from shell import Shell


@kept
def with_names(shell: Shell) -> str:
    """Make a session with two notes that name learners."""
    session = shell.new()
    shell.done("note", session, "--by", "AK", "--statement", "1.1", "Sat next to Kai all day.")
    shell.done("note", session, "--by", "BO", "--statement", "1.1", "Kai said no. DOB 3/5/2016.")
    return session


def test_it_lists_what_was_found_and_the_gaps(shell: Shell) -> None:
    session = with_names(shell)
    said = shell.done("check", session).split("\n")
    assert said[:4] == [
        "May identify somebody (3):",
        "1. AK1: Sat next to >Kai< all day.  name; instead: Learner A",
        "2. BO1: >Kai< said no. DOB 3/5/2016.  name; instead: Learner A",
        "3. BO1: Kai said no. DOB >3/5/2016<.  date of birth; instead: Year 6",
    ]
    assert "it misses some" in said[4]
    assert "- 1.2 has no evidence under it." in said
    found = shell.json("check", session, "--json")
    assert found["identifying"][2] == {
        "number": 3,
        "place": "BO1",
        "kind": "date of birth",
        "word": "3/5/2016",
        "start": 17,
        "end": 25,
        "text": "Kai said no. DOB 3/5/2016.",
        "label": "Year 6",
        "accepted": False,
    }
    assert {"place": "1.2", "sentence": "1.2 has no evidence under it."} in found["gaps"][
        "without_notes"
    ]
    assert not any("Kai" in str(gap) for gap in found["gaps"].values())


def test_one_is_settled_and_the_rest_accepted(shell: Shell) -> None:
    session = with_names(shell)
    act = ("check", session, "--by", "Amira Khan")
    assert shell.done(*act, "--settle", "1") == "AK1: Kai is now Learner A."
    assert shell.done(*act, "--settle", "1", "--label", "Pupil 9") == "BO1: Kai is now Pupil 9."
    assert shell.done("undo", session, "--by", "AK") == "Undone: the change to note BO1"
    assert shell.done(*act, "--accept", "1") == "Accepted as it is: BO1: Kai."
    assert shell.done(*act, "--accept-all") == "Accepted as it is: 1."
    said = shell.done("check", session)
    assert said.startswith("Nothing was found that may identify somebody.\nAccepted as it is: 2.")
    found = shell.json("check", session, "--json")["identifying"]
    assert [(one["number"], one["accepted"]) for one in found] == [(None, True), (None, True)]
    notes = shell.statement(session, "1.1")["evidence"]
    assert [note["text"] for note in notes] == [
        "Sat next to Learner A all day.",
        "Kai said no. DOB 3/5/2016.",
    ]
    shell.refused(*act, "--accept-all", says="Nothing is waiting")
    shell.refused(*act, "--settle", "1", says=("no number 1", "it has 0"))


def test_wrong_calls_and_refusals_change_nothing(shell: Shell) -> None:
    session = with_names(shell)
    shell.wrong("check", session, "--settle", "1", says="--by NAME")
    shell.wrong("check", session, "--by", "AK", "--label", "Learner A", says="--settle N")
    shell.wrong("check", session, "--by", "AK", "--settle", "1", "--accept-all", says="say which")
    shell.wrong("check", session, "--by", "AK", "--settle", "0")
    shell.refused("check", session, "--by", "AK", "--settle", "9", says="it has 3")
    shell.refused("check", session, "--by", "AK", "--settle", "1", "--label", "Kofi", says="role")
    shell.refused("check", session, "--by", "Nobody", "--accept", "1", says="nobody called")
    shell.refused("check", "no-such", says="no-such")
