"""What commands say and refuse: the commands to use and never keys of the app, whose name it is, which window."""

import json
from pathlib import Path

import pytest
from shell import Shell

FINAL = ("state", "--by", "Fay", "--to", "final")


def planned(shell: Shell) -> str:
    """Make a review with a key result, by commands."""
    session = shell.judged()
    about = ("--kind", "development", "--statement", "1.1", "--note", "AK1")
    shell.done("finding", session, "add", "--by", "AK", *about, "Few know whom to ask.")
    shell.done("key-result", session, "add", "--by", "AK", "--finding", "1", "All can name one.")
    shell.done("windows", session, "--by", "AK", "Autumn 1", "Autumn 2", "Spring")
    return session


# Keys of the app


def test_a_final_review_refuses_with_the_command_that_opens_it(shell: Shell) -> None:
    session = shell.judged()
    shell("state", session, *FINAL[1:])
    said = shell("note", session, "--by", "AK", "Once more.")
    assert said.status == 1
    assert "state SESSION --by NAME --to draft --reason TEXT" in said.err
    assert "K on" not in said.err and "press" not in said.err


def test_who_left_is_excused_with_a_command(shell: Shell) -> None:
    session = shell.judged()
    shell.done("person", session, "leave", "Ben Orr")
    agree = ("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "So")
    for call in (agree, ("reveal", session, "--by", "Fay", "--area", "1")):
        said = shell(*call, *(("--stage", "establishing") if call is agree else ()))
        assert said.status == 1
        assert "(the command excuse)" in said.err and "on Agree" not in said.err


# Windows


@pytest.mark.parametrize(("typed", "taken"), [("spr", "Spring"), ("AUTUMN 2", ""), ("3", "")])
def test_the_beginning_of_a_window_will_do_and_it_is_said(
    shell: Shell, typed: str, taken: str
) -> None:
    session = planned(shell)
    add = ("action", session, "add", "--by", "AK", "--key-result", "1", "--window", typed)
    said = shell(*add, "A card in each room.")
    assert (said.status, said.out) == (0, "1\n")
    assert said.err == (f"{typed} was taken as the window {taken}.\n" if taken else "")
    (action,) = shell.json("plan", session, "--json")["key_results"][0]["actions"]
    assert action["window"] == {"spr": "Spring", "AUTUMN 2": "Autumn 2", "3": "Spring"}[typed]


def test_a_window_that_may_be_two_is_refused_with_both(shell: Shell) -> None:
    session = planned(shell)
    add = ("action", session, "add", "--by", "AK", "--key-result", "1", "--window")
    shell.refused(*add, "autumn", "Card.", says=("may be Autumn 1 (1) or Autumn 2 (2)", "number"))
    shell.refused(*add, "winter", "Card.", says=("no window winter", "Autumn 1 (1)", "Spring (3)"))


# Notes of days to come


def test_a_note_of_tomorrow_is_refused(shell: Shell) -> None:
    session = shell.new()
    note = ("note", session, "--by", "AK", "--observed")
    shell.refused(*note, "2199-01-01 10:00", "A chart.", says="still to come")


# Whose name it is


@pytest.mark.parametrize(
    ("typed", "told"),
    [("ak", "Amira Khan"), ("Zed", "Zed (not of the panel; the name as it was typed)")],
)
def test_what_is_erased_says_whose_name_it_is(shell: Shell, typed: str, told: str) -> None:
    session = shell.judged()
    whole = ("erase", session, "--whole", "--by", typed, "--reason", "over", "--sure")
    assert f"by whom: {told}." in shell.done(*whole)
    ledger = (shell.library / "ledger-of-erasures.txt").read_text()
    assert f" | by {told} | over | " in ledger


def test_a_receipt_says_whose_name_it_is(shell: Shell) -> None:
    session = shell.judged()
    shell.done("hand-over", session, "--by", "Zed", "--output", "z")
    receipt = json.loads((shell.folder / "z-receipt.json").read_text())
    assert receipt["by"] == "Zed (not of the panel; the name as it was typed)"
    shell.done("hand-over", session, "--by", "bo", "--erase", "z", "--sure")
    receipt = json.loads((shell.folder / "z-receipt.json").read_text())
    assert receipt["erased_by"] == "Ben Orr"


# Endings


def test_what_is_handed_over_gets_its_ending_and_replaces_nothing(shell: Shell) -> None:
    session = shell.judged()
    went = Path(shell.done("hand-over", session, "--by", "Fay", "--output", "z").splitlines()[0])
    assert went.name == "z.inclusion-review" and went.is_file()
    again = ("hand-over", session, "--by", "Fay", "--output", "z")
    shell.refused(*again, says=("z.inclusion-review is there already", "--overwrite"))
    named = shell.done("hand-over", session, "--by", "Fay", "--output", "for the head.bin")
    assert Path(named.splitlines()[0]).name == "for the head.bin"
    assert session in shell("receive", "z.inclusion-review").out


# Every refusal says what to do


def test_a_search_that_finds_nothing_names_what_narrowed_it(shell: Shell) -> None:
    shell.judged()
    said = shell("search", "note", "--setting", "Nowhere")
    assert (said.status, said.out) == (0, "")
    assert "has these words with --setting Nowhere; `list` shows which settings" in said.err
    assert "try fewer of them" in shell("search", "xyzzy").err


def test_a_folder_that_is_not_there_is_said_before_anything_is_asked(shell: Shell) -> None:
    session = shell.judged()
    for call in (
        ("hand-over", session, "--by", "Fay", "--output", "none/z"),
        ("archive", session, "--output", "none/z"),
        ("export", session, "--output", "none/z.md"),
    ):
        shell.refused(*call, says=("There is no folder", "none, so nothing was written; make it"))


def test_refusals_of_the_reports_way_name_the_command(shell: Shell) -> None:
    session = shell.judged()
    answer = ("reply", session, "--by", "Fay", "--finding", "1", "--answer", "accept")
    shell.refused(*answer, says="for accuracy first (state SESSION --by NAME --to accuracy)")
    shell("state", session, *FINAL[1:])
    shell.refused(
        *answer, says="with a reason (state SESSION --by NAME --to accuracy --reason TEXT)"
    )
    back = ("state", session, "--by", "Fay", "--to", "draft")
    shell.refused(*back, says="say why with --reason TEXT")
    shell.refused("erase", session, "AK1", "--by", "AK", "--sure", says="with --reason TEXT")
    shell.refused("state", session, "--by", "Fay", "--to", "done", says="draft, accuracy, final")
    assert "--part headline TEXT" in shell("report-text", session).err
    assert "--answer ANSWER TEXT" in shell("reply", session).err
