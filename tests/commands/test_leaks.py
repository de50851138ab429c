"""What no command says: stages of an area that is described, and another's ballot before the reveal."""

from collections.abc import Iterator

import pytest
from kept import kept
from shell import Shell

from frameworks.model import Framework
from frameworks.shelf import Shelf

PANEL = ("Fay", "Amira Khan", "Ben Orr")


@pytest.fixture(scope="module")
def framework() -> Framework:
    return Shelf().get("inclusion-audit")


def everything(shell: Shell, session: str) -> Iterator[tuple[str, str]]:
    """Everything that commands print of a session, by call, standard error too."""
    calls = [
        ("show", session),
        ("show", session, "--json"),
        *(("show", session, "--as", name) for name in PANEL),
        *(("show", session, "--json", "--as", name) for name in PANEL),
        ("export", session, "--output", "-"),
        ("list",),
        ("list", "--json"),
    ]
    for call in calls:
        said = shell(*call)
        assert said.status == 0
        yield " ".join(call), said.out + said.err


def refusals(shell: Shell, session: str) -> Iterator[tuple[str, str]]:
    """What commands answer in an area that is described."""
    one = ("--statement", "1.1")
    calls = [
        ("judge", session, "--by", "AK", *one, "--highlight", "x", "--cite", "AK1"),
        ("judge", session, "--by", "AK", *one, "--draft"),
        ("reveal", session, "--by", "Fay", *one),
        ("agree", session, "--by", "Fay", *one, "--because", "So", "--stage", "x"),
        ("agree", session, "--by", "Fay", "--area", "1", "--because", "So"),
        ("undo", session, "--by", "Ben Orr"),
        ("gate", session, "--by", "AK", "--area", "1"),
    ]
    for call in calls:
        said = shell(*call)
        assert said.status == 1, call
        yield " ".join(call), said.out + said.err


def of_stages(framework: Framework, area: int) -> list[str]:
    """The keys and names of the stages, and every wording of the area's descriptors."""
    found = framework.area(area)
    assert found is not None
    words = [word for step in framework.scale.steps for word in (step.key, step.name)]
    words += [text for d in found.descriptors for text in (d.text, d.full, d.id) if text]
    assert len(words) > 20
    return words


@kept
def full_area(shell: Shell, *more: str) -> str:
    """A session whose area 1 has been judged, revealed and agreed, with a late note."""
    session = shell.new(*more)
    for name in ("Amira Khan", "Ben Orr"):
        shell.done("note", session, "--by", name, "--statement", "1.1", f"A note of {name}.")
    shell.done("gate", session, "--area", "1", "--by", "Fay")
    shell.cast(session, "Amira Khan", "establishing", "--because", "Zebra")
    shell.cast(session, "Ben Orr", "sustaining:part", "--because", "Heron")
    shell.done("reveal", session, "--by", "Fay", "--area", "1", "--reason", "Badger")
    shell.cast(session, "Ben Orr", "strengthening", "--because", "Otter")
    shell.done(
        *("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "Weasel"),
        *("--stage", "strengthening", "--dissent", "Ben Orr: Polecat"),
    )
    shell.done(
        *("agree", session, "--by", "Fay", "--area", "1", "--because", "Stoat"),
        *("--stage", "sustaining"),
    )
    shell.done("note", session, "--by", "AK", "--statement", "1.2", "A late note.")
    return session


SAID = ("Zebra", "Heron", "Otter", "Badger", "Weasel", "Polecat", "Stoat")


def test_a_judged_area_says_all_of_it(shell: Shell, framework: Framework) -> None:
    session = full_area(shell, "--areas", "1")
    shown = shell.done("show", session)
    for word in ("Zebra", "Heron", "Otter", "Weasel", "Polecat", "Stoat", "strengthening"):
        assert word in shown
    assert framework.scale.steps[1].name in shell.done("export", session, "--output", "-")


def test_a_reopened_area_says_nothing_of_any_stage_or_judgement(
    shell: Shell, framework: Framework
) -> None:
    session = full_area(shell, "--areas", "1")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    for answers in (everything, refusals):
        for call, said in answers(shell, session):
            for word in (*of_stages(framework, 1), *SAID):
                assert word not in said, f"{word} in {call}"


def test_an_area_that_was_never_opened_says_nothing_of_any_stage(
    shell: Shell, framework: Framework
) -> None:
    session = shell.new("--areas", "1")
    shell.done("note", session, "--by", "AK", "--statement", "1.1", "A note.")
    for answers in (everything, refusals):
        for call, said in answers(shell, session):
            for word in of_stages(framework, 1):
                assert word not in said, f"{word} in {call}"


def test_beside_a_judged_area_a_described_one_says_nothing_of_its_own(
    shell: Shell, framework: Framework
) -> None:
    session = full_area(shell, "--areas", "1,2")
    two = framework.area(2)
    assert two is not None
    for call, said in everything(shell, session):
        for descriptor in two.descriptors:
            for wording in (descriptor.text, descriptor.full, descriptor.id):
                assert not wording or wording not in said, f"{wording} in {call}"
    for statement in shell.json("show", session, "--json")["areas"][1]["statements"]:
        assert "ballots" not in statement
        assert "agreement" not in statement


def test_before_the_reveal_no_command_says_anothers_because_or_stage(shell: Shell) -> None:
    session = shell.judged()
    shell.cast(session, "Amira Khan", "sustaining", "--because", "Zebra")
    shell.cast(session, "Ben Orr", "strengthening", "--because", "Heron")
    own = {"Amira Khan": "Zebra", "Ben Orr": "Heron"}
    for call, said in everything(shell, session):
        for name, word in own.items():
            if not call.endswith(f"--as {name}"):
                assert word not in said, call
        if "--as" not in call and not call.startswith("export"):
            assert "sustaining" not in said
            assert "1.1-strengthening" not in said


def test_before_the_reveal_an_export_says_of_no_stage_more_than_before_the_ballot(
    shell: Shell, framework: Framework
) -> None:
    session = shell.judged()
    before = shell.done("export", session, "--output", "-")
    shell.cast(session, "Amira Khan", "sustaining", "--because", "Zebra")
    shell.cast(session, "Ben Orr", "sustaining:part")
    after = shell.done("export", session, "--output", "-")
    assert "Zebra" not in after
    for word in of_stages(framework, 1):
        assert after.count(word) == before.count(word)


def test_the_files_a_library_keeps_for_itself_say_no_more_than_everybody_may_see(
    shell: Shell,
) -> None:
    session = full_area(shell, "--areas", "1")
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Missed Y4")
    shell.done("note", session, "--by", "AK", "--private", "For myself.")
    shell.done("list")
    for path in (shell.library / ".derived").iterdir():
        if path.is_file():
            said = path.read_text(encoding="utf-8")
            for word in (*SAID, "For myself.", "establishing", "strengthening", "sustaining"):
                assert word not in said
