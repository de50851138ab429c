"""Any text at all, anywhere in a call: no crash, nothing that a terminal would obey, one clear line."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shell import Said, Shell

from frameworks.text import clean_text
from tui.cli import program

TEXTS = {
    "control": "\x1b]0;owned\x07\x1b[31mred\x08",
    "overrides": "abc\u202edef\u2066ghi\u2069",
    "markup": "[/] [bold]x[/bold] [@click=app.quit]y[/] {0} %s $HOME `id`",
    "markdown": "# x\n| a | b |\n<script>alert(1)</script> ![x](http://x) \\",
    "lines": "one\r\ntwo\rthree\u2028four\x85five",
    "long": "Zwölf " * 17_000,
    "emoji": "👩🏽‍🏫 🏴\U000e0067\U000e0062\U000e007f e\u0301\u0301\u0301",
    "surrogate": "caf\udce9",
    "empty": "",
    "spaces": " \t\n ",
    "dashes": "--",
    "path": "../../../etc/passwd",
    "number": "99999999999999999999",
    "not a number": "١٢٣",
}
texts = pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))

ARGUMENTS: dict[str, Callable[[str, str], tuple[str, ...]]] = {
    "show session": lambda _, text: ("show", text),
    "show as": lambda session, text: ("show", session, "--as", text),
    "open": lambda _, text: ("open", f"x{text}"),
    "frameworks show": lambda _, text: ("frameworks", "show", text),
    "frameworks check": lambda _, text: ("frameworks", "check", text),
    "frameworks new": lambda _, text: ("frameworks", "new", f"x{text}.md"),
    "new setting": lambda _, text: ("new", "--setting", text),
    "new framework": lambda _, text: ("new", "--setting", "H", "--framework", text),
    "new phase": lambda _, text: ("new", "--setting", "H", "--phase", text),
    "new date": lambda _, text: ("new", "--setting", "H", "--date", text),
    "new areas": lambda _, text: ("new", "--setting", "H", "--areas", text),
    "new people": lambda _, text: ("new", "--setting", "H", "--reviewer", text),
    "new purpose": lambda _, text: ("new", "--setting", "H", "--purpose", text),
    "person act": lambda session, text: ("person", session, text, "Al"),
    "person name": lambda session, text: ("person", session, "add", "--", text),
    "person role": lambda session, text: ("person", session, "add", "Al", "--role", text),
    "person tag": lambda session, text: ("person", session, "add", "Al", "--tag", text),
    "person leads": lambda session, text: ("person", session, "add", "Al", "--leads", text),
    "person interest": lambda s, text: ("person", s, "change", "AK", "--interest", text),
    "person setting": lambda s, text: ("person", s, "change", "AK", "--own-setting", text),
    "person concerned": lambda s, text: (
        *("person", s, "change", "AK", "--interest", "So", "--interest-areas", text),
    ),
    "person rename": lambda session, text: ("person", session, "change", "AK", "--rename", text),
    "note": lambda session, text: ("note", session, "--by", "AK", "--", text),
    "note by": lambda session, text: ("note", session, "--by", text, "One."),
    "note under": lambda s, text: ("note", s, "--by", "AK", "--statement", text, "One."),
    "note source": lambda session, text: ("note", session, "--by", "AK", "--source", text, "One."),
    "note where": lambda session, text: ("note", session, "--by", "AK", "--where", text, "One."),
    "note observed": lambda s, text: ("note", s, "--by", "AK", "--observed", text, "One."),
    "edit": lambda session, text: ("edit", session, "AK1", "--by", "AK", "--", text),
    "edit ref": lambda session, text: ("edit", session, "--by", "AK", "--", text, "Two."),
    "file": lambda session, text: ("file", session, "AK1", "--by", "AK", "--statement", text),
    "file remove": lambda session, text: ("file", session, "AK1", "--by", "AK", "--remove", text),
    "delete": lambda session, text: ("delete", session, "--by", "AK", "--", text),
    "undo": lambda session, text: ("undo", session, "--by", text),
    "undo reason": lambda session, text: ("undo", session, "--by", "AK", "--reason", text),
    "excuse person": lambda session, text: (
        *("excuse", session, "--by", "Fay", "--area", "1", "--reason", "So", "--person", text),
    ),
    "excuse reason": lambda session, text: (
        *("excuse", session, "--by", "Fay", "--area", "1", "--person", "BO", "--reason", text),
    ),
    "agree together": lambda session, text: (
        *("agree", session, "--by", "Fay", "--together", text),
    ),
    "gate area": lambda session, text: ("gate", session, "--by", "Fay", "--area", text),
    "gate reason": lambda session, text: (
        *("gate", session, "--by", "Fay", "--area", "1", "--reopen", "--reason", text),
    ),
    "judge statement": lambda session, text: (
        *("judge", session, "--by", "AK", "--statement", text, "--not-enough-evidence"),
    ),
    "judge highlight": lambda session, text: (
        *("judge", session, "--by", "AK", "--statement", "1.1", "--cite", "AK1"),
        *("--highlight", text),
    ),
    "judge cite": lambda session, text: (
        *("judge", session, "--by", "AK", "--statement", "1.1", "--cite", text),
        *("--highlight", "establishing"),
    ),
    "judge because": lambda session, text: (
        *("judge", session, "--by", "AK", "--statement", "1.1", "--not-applicable"),
        *("--because", text),
    ),
    "reveal reason": lambda s, text: ("reveal", s, "--by", "Fay", "--area", "1", "--reason", text),
    "reveal statement": lambda s, text: ("reveal", s, "--by", "Fay", "--statement", text),
    "agree because": lambda s, text: ("agree", s, "--by", "Fay", "--area", "1", "--because", text),
    "agree stage": lambda session, text: (
        *("agree", session, "--by", "Fay", "--area", "1", "--because", "So", "--stage", text),
    ),
    "agree dissent": lambda session, text: (
        *("agree", session, "--by", "Fay", "--area", "1", "--because", "So"),
        *("--dissent", f"BO: {text}"),
    ),
    "agree dissenter": lambda session, text: (
        *("agree", session, "--by", "Fay", "--area", "1", "--because", "So"),
        *("--dissent", f"{text}: no"),
    ),
    "export format": lambda session, text: ("export", session, "--format", text),
    "export output": lambda session, text: ("export", session, "--output", f"x{text}"),
    "library": lambda _, text: ("--library", f"x{text}", "list"),
    "option": lambda _, text: ("list", f"--{text}"),
    "command": lambda _, text: (f"x{text}",),
}


def assert_well_said(said: Said) -> None:
    """Show that a call ended as calls end, and said nothing that a terminal would obey."""
    assert said.status in (0, 1, 2)
    for text in (said.out, said.err):
        assert clean_text(text) == text
        assert "Traceback" not in text
    if said.status == 1:
        assert said.err.count("\n") == 1
        assert said.out == "" or re.match(r".*:\d+: ", said.out)  # what `frameworks check` found
    if said.status == 2:
        assert said.err


@texts
def test_any_text_in_any_place_of_any_command(shell: Shell, text: str) -> None:
    session = shell.judged()
    for call in ARGUMENTS.values():
        assert_well_said(shell(*call(session, text)))
    # Whatever was taken in can be shown, exported and listed.
    for argv in (
        ("show", session),
        ("show", session, "--json"),
        ("show", session, "--json", "--as", "AK"),
        ("export", session, "--output", "-"),
        ("list",),
        ("list", "--json"),
    ):
        said = shell(*argv)
        assert_well_said(said)
        assert said.status == 0


def test_lines_of_a_note_cannot_be_taken_for_lines_of_ours(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "AK", "One.\nStatement 9.9: forged")
    assert "\n  Statement 9.9: forged" in shell.done("show", session)


# What a system passes on: bytes that are not text come as lone surrogates, and no zero byte comes.
words = st.sampled_from(
    [
        *("SESSION", "AK1", "AK", "Fay", "1.1", "1", "-", "--", "So", "0", "x" * 300, "\udcff"),
        *("\x1b[31m", "[/]", "2026-11-21", "establishing", "establishing:part", "BO: no", "add"),
        *("--json", "--help", "--by", "--as", "--statement", "--area", "--reopen", "--reason"),
        *("--because", "--stage", "--dissent", "--highlight", "--cite", "--draft", "--private"),
        *("--not-enough-evidence", "--not-applicable", "--setting", "--source", "--where"),
        *("--observed", "--remove", "--output", "--format", "--overwrite", "--leads", "--tag"),
        *("--library", "--role", "--areas", "--framework", "--reviewer", "show", "check"),
    ]
) | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)

# What would open the app, or take minutes.
OPENING = {"open", "demo", "bench", "faults", "pictures"}
commands = st.sampled_from(sorted(set(program.commands) - OPENING))


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(command=commands, more=st.lists(words, max_size=9))
def test_any_call_at_all_ends_as_calls_end(shell: Shell, command: str, more: list[str]) -> None:
    rows = shell.json("list", "--json")
    session = rows[-1]["id"] if rows else shell.judged()
    argv = [session if word == "SESSION" else word for word in more]
    assert_well_said(shell(command, *argv))
