"""Every format that `export` writes: its name, its file, and what it refuses."""

from pathlib import Path

import pytest
from shell import Shell
from whole import fill

from exports.formats import FORMATS
from tui.places import Places, open_library

FILES = {
    "markdown": ("report.md", "# Peer review of inclusion at Hollin Bank\n"),
    "plan": ("plan.md", "# Improvement plan of Hollin Bank\n"),
    "audit-tables": ("audit.md", "# Inclusion Audit Framework: Hollin Bank\n"),
    "visit-pack": ("visit-pack.md", "# Visit to Hollin Bank\n"),
    "actions-csv": ("actions.csv", '\ufeff"Action","Key result"'),
    "evidence-csv": ("evidence.csv", '\ufeff"Note",'),
    "ics": ("actions.ics", "BEGIN:VCALENDAR\r\n"),
}


@pytest.fixture
def reviewed(shell: Shell) -> str:
    """A session with something in every place, made through the same acts as everybody's."""
    session = shell.done(
        *("new", "--setting", "Hollin Bank", "--date", "2026-11-21", "--facilitator", "Fran Gill"),
        *("--reviewer", "Amira Khan", "--reviewer", "Ben Price", "--areas", "1"),
    )
    shell.done("person", session, "add", "Jo Reed", "--role", "host")
    own = shell.library.parent
    opened = open_library(Places(shell.library, own / "frameworks", own / "home")).open(session)
    fill(opened)
    opened.close()
    return session


def test_each_format_has_a_name_and_a_file_of_its_own() -> None:
    assert list(FORMATS) == list(FILES)
    assert next(iter(FORMATS)) == "markdown"
    assert {f"{form.word}.{form.ending}" for form in FORMATS.values()} == {
        file for file, _ in FILES.values()
    }


@pytest.mark.parametrize("name", FILES)
def test_a_format_is_written_to_a_file_that_says_what_it_is(
    shell: Shell, reviewed: str, name: str
) -> None:
    file, begins = FILES[name]
    path = Path(shell.done("export", reviewed, "--format", name))
    assert path == shell.folder / f"hollin-bank-2026-11-21-{file}"
    said = path.read_bytes().decode()
    assert said.startswith(begins)
    shell.refused("export", reviewed, "--format", name, says="is there already")
    assert shell.done("export", reviewed, "--format", name, "--overwrite") == str(path)


def test_a_calendar_without_anything_in_it_is_refused(shell: Shell) -> None:
    session = shell.judged()
    shell.refused("export", session, "--format", "ics", says="No action of the plan says by when")
    assert not list(shell.folder.iterdir())


def test_a_format_that_is_not_there_names_those_that_are(shell: Shell) -> None:
    shell.refused("export", shell.judged(), "--format", "docx", says=("docx", *FILES))


def test_help_names_every_format(shell: Shell) -> None:
    said = " ".join(shell.done("export", "--help").split())
    assert all(name in said for name in FILES)
