"""Commands about what becomes of sessions: listed, put away, deleted, erased, handed over, locked."""

import json
from pathlib import Path

from shell import Shell

NAME = "hollin-bank-2026-11-21"
PASSPHRASE = b"four quiet otters paddling\n"


def holding(shell: Shell, secret: bytes) -> list[Path]:
    """Return every file of the library and of this installation's own that holds some bytes."""
    root = shell.library.parent
    files = [path for path in root.rglob("*") if path.is_file()]
    return [path for path in files if secret in path.read_bytes()]


def test_list_sorts_groups_narrows_and_points_out_copies(shell: Shell) -> None:
    one = shell.new()
    two = shell.done("new", "--setting", "Alder", "--date", "2025-01-31")
    again = shell.new()
    shell.done("archive", two)
    lines = shell.done("list", "--order", "setting", "--group", "year").splitlines()
    assert [line.split("  ")[0] for line in lines] == ["2026:", again, one, "2025:", two]
    assert lines[1].endswith("; there is another session of this setting, day and framework")
    assert lines[-1].endswith("; archived")
    found = shell.json("list", "--setting", "alder", "--archived", "--until", "2025", "--json")
    assert [(row["id"], row["archived"], row["state"]) for row in found] == [(two, True, "draft")]
    assert shell.json("list", "--json")[0]["copies"] == {"same": [], "alike": [one], "folders": []}
    assert len(shell.json("list", "--not-archived", "--json")) == 2
    shell.refused("list", "--setting", "nowhere", says="No session fits that")
    shell.wrong("list", "--order", "stars")
    shell.done("archive", two, "--back")
    shell.refused("archive", two, "--back", says="is not put away")


def test_a_session_is_deleted_listed_and_restored(shell: Shell) -> None:
    session = shell.judged()
    shell.wrong("delete", session, says="--whole")
    shell.wrong("delete", session, "AK1", says="--by")
    said = shell.done("delete", session, "--whole")
    assert said.startswith(f"{NAME} is deleted (not handed over); until ")
    assert shell("list").out == ""
    (gone,) = shell.json("deleted", "--json")
    assert (gone["id"], gone["name"], gone["setting"]) == (session, NAME, "Hollin Bank")
    shell.refused("restore", "nothing", says="no deleted session called nothing")
    shell.done("restore", NAME)
    assert shell.done("list").startswith(session)
    assert shell("deleted").err == "Nothing was deleted in the last month.\n"
    shell.done("delete", session, "AK1", "--by", "AK")
    assert shell.statement(session, "1.1")["evidence"][0]["ref"] == "BO1"


def test_a_note_is_erased_for_good(shell: Shell) -> None:
    session = shell.new()
    by = ("--by", "Amira Khan")
    shell.done("note", session, *by, "--statement", "1.1", "Zebedee Quillfeather shouted.")
    shell.done("note", session, *by, "Quillfeather was calm later.")
    erase = ("erase", session, "AK1", "--by", "Fay", "--reason", "a name")
    shell.refused(*erase, says=("AK1 would go for good (1 wording;", "note AK2", "--sure"))
    shell.refused("erase", session, "AK9", *by, "--reason", "x", "--sure", says="no note AK9")
    shell.refused("erase", session, "AK1", *by, "--sure", says="give a reason")
    shell.wrong("erase", session, *by, says="--whole")
    said = shell(*erase, "--sure")
    assert (said.status, said.out) == (0, "AK1 is erased for good.\n")
    assert said.err == "It is said too in note AK2: Quillfeather\n"
    assert holding(shell, b"shouted") == []
    shell.refused("undo", session, "--by", "Fay", says="gone for good")
    shell.done("erase", session, "AK2", "--by", "Fay", "--reason", "a name", "--sure")
    assert holding(shell, b"Quillfeather") == []
    ledger = (shell.library / "ledger-of-erasures.txt").read_text()
    assert ledger.count("| by Fay | a name |") == 2


def test_a_session_is_erased_for_good_and_so_are_deleted_ones(shell: Shell) -> None:
    session, other = shell.judged(), shell.new()
    whole = ("erase", session, "--whole", "--by", "Fay", "--reason", "over")
    shell.refused(*whole, says=("2 shared notes, not handed over", "--sure"))
    assert "is erased for good: " in shell.done(*whole, "--sure")
    shell.done("delete", other, "--whole")
    shell.refused("erase", "--deleted", "--by", "Fay", says="would go for good")
    shell.done("erase", "--deleted", "--by", "Fay", "--sure")
    shell.refused("erase", "--deleted", "--by", "Fay", "--sure", says="no deleted session")
    named = {path.name for one in (session, other) for path in holding(shell, one.encode())}
    assert named == {"ledger-of-erasures.txt"}


def test_retention_is_set_listed_and_kept_to_when_somebody_says_so(shell: Shell) -> None:
    session = shell.done("new", "--setting", "Alder", "--date", "2020-01-31")
    assert shell("retention").err.startswith("No session is to be erased now")
    shell.done("retention", session, "--date", "2021-01-31")
    assert "has come" in shell.done("retention")
    (row,) = shell.json("retention", "--due", "--json")
    assert (row["retention"], row["due"]) == ("2021-01-31", True)
    shell.refused("retention", session, "--date", "2019-01-01", says="before the visit itself")
    shell.wrong("retention", "--date", "2021-01-31")
    shell.wrong("retention", "--delete", says="--due")
    shell.done("retention", session, "--none")
    shell.refused("retention", "--due", "--delete", says="No retention date has come")
    shell.done("retention", session, "--date", "2021-01-31")
    shell.wrong("retention", "--due", "--delete", says="--by")
    shell.done("person", session, "add", "Fay", "--role", "facilitator", "--tag", "FX")
    erase = ("retention", "--due", "--delete", "--by", "FX")
    shell.refused(*erase, says="--sure")
    assert shell.done(*erase, "--sure") == "alder-2020-01-31 is erased for good."
    # A tag says nothing any more once the session is gone
    assert "by Fay |" in (shell.library / "ledger-of-erasures.txt").read_text()
    assert {path.name for path in holding(shell, session.encode())} == {"ledger-of-erasures.txt"}


def test_a_session_is_handed_over_received_elsewhere_and_erased_here(shell: Shell) -> None:
    session = shell.judged()
    shell.done("note", session, "--by", "Ben Orr", "--private", "SECRET")
    said = shell.done("hand-over", NAME, "--by", "Fay").splitlines()
    names = [Path(line).name for line in said]
    assert names == [f"{NAME}.inclusion-review", f"{NAME}-receipt.txt", f"{NAME}-receipt.json"]
    file = shell.folder / names[0]
    assert b"SECRET" not in file.read_bytes()
    receipt = json.loads((shell.folder / names[2]).read_text())
    assert receipt["left_out"] == {"private notes": 1}
    shell.refused("hand-over", NAME, "--by", "Fay", says="is there already")
    school = ("--library", str(shell.folder.parent / "school"))
    got = shell("receive", str(file), *school)
    assert (got.out, got.err) == (f"{session}\n", f"{NAME} is here now.\n")
    assert shell.json("show", session, "--json", *school)["setting"] == "Hollin Bank"
    damaged = file.with_name("damaged.inclusion-review")
    damaged.write_bytes(file.read_bytes().replace(b"Hollin Bank", b"Hollin Bonk"))
    shell.refused("receive", str(damaged), *school, says="This file is damaged")
    shell.refused("receive", "nowhere", says="There is no file nowhere")
    erase = ("hand-over", NAME, "--by", "Fay", "--erase", str(file))
    shell.refused(*erase, says="--sure")
    shell.done("note", session, "--by", "Ben Orr", "Written since.")
    shell.refused(*erase, "--sure", says="more here than in that file")
    shell.done("hand-over", NAME, "--by", "Fay", "--output", "second")
    shell.done("hand-over", NAME, "--by", "Fay", "--erase", "second", "--sure")
    assert "Erased on the visitors' machine" in (shell.folder / "second-receipt.txt").read_text()
    assert shell("list").out == ""


def test_a_copy_is_locked_with_a_passphrase_that_is_never_in_the_call(shell: Shell) -> None:
    session = shell.new()
    lock = ("archive", session, "--output", "safe")
    shell.refused(*lock, says="nobody here to ask for the passphrase")
    weak = shell(*lock, "--passphrase-file", "-", stdin=b"short\n")
    assert (weak.status, weak.out) == (1, "")
    assert "12 characters or more" in weak.err
    (shell.folder / "words").write_bytes(PASSPHRASE)
    said = shell(*lock, "--passphrase-file", "words")
    file = shell.folder / "safe.inclusion-archive"
    assert said.out == f"{file}\n"
    assert "Nobody can open it without the passphrase" in said.err
    elsewhere = ("--library", str(shell.folder.parent / "other"))
    shell.refused("receive", str(file), *elsewhere, says="is a locked archive; open it with")
    opening = ("archive", "--open", str(file), "--passphrase-file", "-", *elsewhere)
    wrong = shell(*opening, stdin=b"four quiet otters\n")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.count("\n") == 1
    assert "does not open the archive" in wrong.err
    assert shell(*opening, stdin=PASSPHRASE).out == f"{session}\n"
    assert shell.done("list", *elsewhere).startswith(session)
    shell.wrong("archive", session, "--open", "x", says="--open FILE alone")
