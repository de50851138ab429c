"""An export lists what may identify somebody in what it writes, beside the file's name."""

from pathlib import Path

import pytest
from shell import Shell


@pytest.fixture
def session(shell: Shell) -> str:
    made = shell.done("new", "--setting", "Hollin Bank", "--reviewer", "Amira Khan").strip()
    words = "Kwame in Y4 read with the only deaf pupil."
    shell.done("note", made, "--by", "AK", "--statement", "1.1", words)
    return made


def test_what_may_identify_somebody_is_listed_with_what_could_stand_there(
    shell: Shell, session: str, tmp_path: Path
) -> None:
    said = shell("export", session, "--output", str(tmp_path / "report.md"))
    assert (said.status, said.out) == (0, f"{tmp_path / 'report.md'}\n")
    assert "May identify somebody (2); check hollin-bank-" in said.err
    assert "AK1: >Kwame< in Y4 read with the only deaf pupil.  instead: Learner A" in said.err
    assert "It misses some" not in said.err and "it misses some" in said.err


def test_a_document_without_the_note_and_what_was_accepted_are_quiet(
    shell: Shell, session: str, tmp_path: Path
) -> None:
    shell.done("export", session, "--format", "plan", "--output", str(tmp_path / "plan.md"))
    shell("check", session, "--by", "AK", "--accept-all")
    shell.done("export", session, "--output", str(tmp_path / "report.md"))
