"""The commands of a report's way to its end: state, replies, words."""

import pytest
from kept import kept
from shell import Shell

from exports.reply_form import form_blocks
from sessions.view import view
from tui.places import open_library, places

FAY, HANA = ("--by", "Fay"), ("--by", "Hana")


@pytest.fixture
@kept
def session(shell: Shell) -> str:
    """A review with findings 1 and 2, and a host."""
    made = shell.judged()
    shell.done("person", made, "add", "Hana", "--role", "host")
    for kind, text in (
        ("strength", "Leaders *look* each week."),
        ("development", "Few know whom."),
    ):
        shell.done(
            *("finding", made, "add", text, *FAY, "--kind", kind, "--statement", "1.2"),
        )
    return made


def test_a_report_goes_its_way(shell: Shell, session: str) -> None:
    assert shell.done("state", session) == "The report is: draft"
    shell.refused("state", session, "--by", "Hana", "--to", "accuracy", says="facilitator")
    assert shell.done("state", session, *FAY, "--to", "accuracy") == "accuracy"
    said = shell.done("state", session, *FAY, "--to", "final").split("\n")
    assert said[0] == "final"
    assert "Still open: The host has not replied to findings 1, 2." in said
    assert any(line.startswith("Still open: Not judged yet: 1.1, 1.2") for line in said)
    shell.refused("note", session, "--by", "Amira Khan", "A walk.", says=("final", "reason"))
    shell.refused("undo", session, "--by", "Amira Khan", says="final")
    shell.refused("state", session, *FAY, "--to", "draft", says="reason")
    shell.done("key-result", session, "add", "Every learner can say whom to ask.", *FAY)
    shell.done("state", session, *FAY, "--to", "draft", "--reason", "The roll was wrong")
    assert shell.json("state", session, "--json") == {
        "state": "draft",
        "reopened": "The roll was wrong",
    }
    shown = shell.json("show", session, "--json")
    assert (shown["state"], shown["reopened"]) == ("draft", "The roll was wrong")
    shell.wrong("state", session, *FAY)
    shell.wrong("state", session, "--reason", "Why")


def test_replies_one_by_one(shell: Shell, session: str) -> None:
    shell.refused("reply", session, *HANA, "--finding", "1", "--answer", "accept", says="draft")
    shell.done("state", session, *FAY, "--to", "accuracy")
    shell.done("reply", session, *HANA, "--finding", "1", "--answer", "accept")
    answer = ("--finding", "2", "--answer", "disagree")
    shell.done("reply", session, *HANA, *answer, "-", stdin=b"All know whom.\nAsk them.")
    shell.refused("reply", session, *HANA, "--finding", "2", "--settled", "x", says="panel")
    shell.done("reply", session, *FAY, "--finding", "2", "--settled", "We asked ten.")
    assert [
        (one["finding"], one["answer"], one["text"], one["settled"], one["by"])
        for one in shell.json("reply", session, "--json")
    ] == [
        ("1", "accept", "", "", "Hana"),
        ("2", "disagree", "All know whom.\nAsk them.", "We asked ten.", "Hana"),
    ]
    assert shell.json("show", session, "--json")["replies"] == shell.json(
        "reply", session, "--json"
    )
    assert "disagrees. All know whom.\n  Ask them." in shell.done("show", session)
    shell.wrong("reply", session, *HANA, "--finding", "1")
    shell.wrong("reply", session, *HANA, "--finding", "1", "--answer", "accept", "--settled", "x")


def test_a_form_comes_in(shell: Shell, session: str) -> None:
    shell.done("state", session, *FAY, "--to", "accuracy")
    library = open_library(places(shell.library))
    form = "\n\n".join(form_blocks(view(library.open(session))))
    file = shell.folder / "form.md"
    unclear = form.replace("[ ] accept", "[x] accept").replace("[ ] correct", "[x] correct", 1)
    file.write_text(unclear)
    take = ("reply", session, *HANA, "--form", "form.md")
    shell.refused(*take, says=("Nothing came in", "finding 1, line ", "accept and correct"))
    file.write_text(form.replace("[ ] accept", "[x] accept", 1))
    before = shell.files()
    said = shell.done(*take, "--dry-run").split("\n")
    assert said[:2] == ["Finding 1, new: accepts it.", "Finding 2: left blank"]
    assert shell.files() == before
    assert shell.json(*take, "--json")["replies"][0]["change"] == "new"
    after = shell.files()
    assert shell.done(*take).startswith("Finding 1, there already: accepts it.")
    assert shell.files() == after
    shell.refused("reply", session, *HANA, "--form", "gone.md", says="There is no file")
    shell.refused("reply", session, *HANA, "--form", ".", says="folder")
    shell.wrong(*take, "--finding", "1")


def test_words_for_the_report(shell: Shell, session: str) -> None:
    write = ("report-text", session, *FAY, "--part")
    shell.done(*write, "headline", "-", stdin=b"A calm school.\n\nIt asks why.")
    shell.done(*write, "area/1", "It has begun.")
    shell.done("finding", session, "change", "1", "Leaders look each month.", *FAY)
    found = shell.json("report-text", session, "--json")
    assert [(one["part"], one["stale"]) for one in found] == [
        ("headline", ["finding 1 changed since"]),
        ("area/1", ["finding 1 changed since"]),
    ]
    assert "To look at again, the words for Area 1" in shell.done("report-text", session)
    shell.done(*write, "headline", "--look")
    assert shell.json("report-text", session, "--json")[0]["stale"] == []
    shell.refused(*write, "headline", "--look", says="nothing was written")
    shell.refused(*write, "headline", " ", says="--remove")
    shell.refused(*write, "area/2", "Words.", says="still being described")
    shell.done("gate", session, "--area", "1", *FAY, "--reopen", "--reason", "More to see")
    assert shell.json("report-text", session, "--json") == []
    assert "Out of sight" in shell.done("report-text", session)
    shell.done("gate", session, "--area", "1", *FAY)
    shell.done(*write, "headline", "--remove")
    assert [one["part"] for one in shell.json("show", session, "--json")["report_texts"]] == [
        "area/1"
    ]
    shell.done("undo", session, *FAY)
    assert len(shell.json("report-text", session, "--json")) == 2
    shell.wrong(*write, "headline")
    shell.wrong("report-text", session, "Words.", *FAY)
