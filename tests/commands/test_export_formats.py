"""Every format that `export` writes: its name, its file, and what it refuses."""

import io
import os
import sys
from pathlib import Path

import pytest
from kept import kept
from shell import Shell
from whole import fill, word_text

from exports.documents import DOCUMENTS
from exports.formats import FORMATS
from tui.places import Places, open_library

FILES: dict[str, tuple[str, str]] = {
    "markdown": ("report.md", "# Peer review of inclusion at Hollin Bank\n"),
    "html": ("report.html", "<!DOCTYPE html>\n"),
    "docx": ("report.docx", "PK"),
    "summary": ("summary.md", "# Summary of the peer review at Hollin Bank\n"),
    "summary-html": ("summary.html", "<!DOCTYPE html>\n"),
    "spoken": ("spoken.md", "# Spoken feedback at Hollin Bank\n"),
    "evidence": ("evidence.md", "# Evidence log of the review at Hollin Bank\n"),
    "plan": ("plan.md", "# Improvement plan of Hollin Bank\n"),
    "governors": ("governors.md", "# For governors: the peer review at Hollin Bank\n"),
    "parents": ("parents.md", "# For parents and carers: a review at Hollin Bank\n"),
    "parents-docx": ("parents.docx", "PK"),
    "accuracy": ("accuracy.md", "# To check for accuracy: the peer review at Hollin Bank\n"),
    "audit-tables": ("audit.md", "# Inclusion Audit Framework: Hollin Bank\n"),
    "visit-pack": ("visit-pack.md", "# Visit to Hollin Bank\n"),
    "json": ("report.json", '{\n  "document": "report"'),
    "actions-csv": ("actions.csv", '\ufeff"Action","Key result"'),
    "evidence-csv": ("evidence.csv", '\ufeff"Note",'),
    "ics": ("actions.ics", "BEGIN:VCALENDAR\r\n"),
}


@pytest.fixture
@kept
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
    assert set(FILES) <= set(FORMATS)
    assert next(iter(FORMATS)) == "markdown"
    files = {f"{form.word}.{form.ending}" for form in FORMATS.values()}
    assert len(files) == len(FORMATS)
    documents = {form.document for form in FORMATS.values()} - {""}
    assert len(FORMATS) == 3 * len(documents) + 4


def test_a_format_is_written_to_a_file_that_says_what_it_is(shell: Shell, reviewed: str) -> None:
    for name, (file, begins) in FILES.items():
        path = Path(shell.done("export", reviewed, "--format", name))
        assert path == shell.folder / f"hollin-bank-2026-11-21-{file}"
        assert path.read_bytes().startswith(begins.encode()), name
    shell.refused("export", reviewed, "--format", "docx", says="is there already")
    shell.refused("export", reviewed, "--output", "none/a.md", says=("no folder", "none", "make"))
    assert shell.done("export", reviewed, "--format", "docx", "--overwrite").endswith(".docx")


def test_a_document_of_word_goes_to_standard_output_as_it_is(
    shell: Shell, reviewed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    assert shell("export", reviewed, "--format", "parents-docx", "--output", "-").status == 0
    assert isinstance(out.buffer, io.BytesIO)
    assert "How to have your say" in word_text(out.buffer.getvalue())
    assert not list(shell.folder.iterdir())


def test_a_template_says_how_a_document_looks(shell: Shell, reviewed: str) -> None:
    template = shell.folder / "ours.toml"
    template.write_text('[headings]\nstrengths = "What we are proud of"\n', encoding="utf-8")
    call = ("export", reviewed, "--template", str(template), "--output", "-", "--format")
    assert "\n## What we are proud of\n" in shell.done(*call, "parents")
    template.write_text('\n[heddings]\nstrengths = "x"\n', encoding="utf-8")
    shell.refused(*call, "parents", says=(f"{template}:2: ", "heddings"))
    shell.refused(*call, "actions-csv", says="A template is for documents")
    shell.refused(
        *("export", reviewed, "--template", "gone.toml", "--output", "-"), says="There is no file"
    )


def test_what_does_not_hold_when_it_is_read_again_is_taken_away(
    shell: Shell, reviewed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shell.done("export", reviewed))
    before = path.read_bytes()
    there = os.fsync

    def lose(number: int) -> None:  # the end of whatever is written
        os.ftruncate(number, 900)
        there(number)

    monkeypatch.setattr(os, "fsync", lose)
    shell.refused(
        *("export", reviewed, "--overwrite"),
        says=("does not hold when it is read again", "what was there before is as it was"),
    )
    assert path.read_bytes() == before
    shell.refused(
        *("export", reviewed, "--output", "new.md"),
        says=("does not hold when it is read again", "nothing is left of it"),
    )
    assert not (shell.folder / "new.md").exists()


def test_a_calendar_without_anything_in_it_is_refused(shell: Shell) -> None:
    session = shell.judged()
    shell.refused("export", session, "--format", "ics", says="No action of the plan says by when")
    assert not list(shell.folder.iterdir())


def test_a_format_that_is_not_there_names_those_that_are(shell: Shell) -> None:
    names = [name for name, form in FORMATS.items() if form.ending != "html"]
    plain = [name for name in names if not name.endswith("-docx")]
    shell.refused("export", shell.judged(), "--format", "pdf", says=("pdf", "html", *plain))


def test_help_names_every_document_and_all_data(shell: Shell) -> None:
    said = " ".join(shell.done("export", "--help").split())
    for name in (*DOCUMENTS, *(name for name, form in FORMATS.items() if form.data), "html"):
        assert f"{name}" in said
