"""Commands that read: frameworks, sessions, reports, folders; and the JSON that they print."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

from tui.cli import main

PACK = Path(__file__).parents[1] / "support" / "packs" / "little.md"


def keys(value: Any) -> set[str]:
    assert isinstance(value, dict)
    return set(value)


# frameworks


def test_the_frameworks_are_listed_one_a_line(shell: Shell) -> None:
    lines = shell.done("frameworks").splitlines()
    assert lines[0].startswith("inclusion-audit  Inclusion Audit Framework, version ")
    assert [f["id"] for f in shell.json("frameworks", "--json")] == [
        line.split()[0] for line in lines
    ]


def test_a_persons_own_packs_are_listed_and_broken_ones_said(shell: Shell) -> None:
    own = shell.library.parent / "frameworks"
    own.mkdir()
    (own / "mine.md").write_bytes(PACK.read_bytes())
    (own / "broken.md").write_text("# nothing")
    said = shell("frameworks")
    assert said.status == 0
    assert "little  Little Framework, version 1.2" in said.out
    assert f"{own / 'broken.md'}:1: " in said.err
    session = shell.done("new", "--setting", "Hollin Bank", "--framework", "little")
    assert shell.json("show", session, "--json")["framework"] == {"id": "little", "version": "1.2"}


def test_a_framework_is_shown_as_json(shell: Shell) -> None:
    found = shell.json("frameworks", "show", "inclusion-audit", "--json")
    assert {
        *("id", "title", "version", "publisher", "scale", "guidance", "signposts"),
        *("areas", "case_studies", "purposes", "draws_on", "fields"),
        *("question_sets", "reference_sets"),
    } <= keys(found)
    assert keys(found["scale"]) == {"noun", "steps", "order"}
    assert [step["key"] for step in found["scale"]["steps"]] == [
        "establishing",
        "strengthening",
        "sustaining",
    ]
    for step in found["scale"]["steps"]:
        assert keys(step) == {"key", "name", "symbol", "summary", "points", "enquire"}
    assert len(found["areas"]) == 8
    studies = {study["id"] for study in found["case_studies"]}
    for area in found["areas"]:
        _check_area(area, studies)
    for study in found["case_studies"]:
        assert keys(study) == {"id", "title", "overview", "artefacts"}
    for signpost in found["signposts"]:
        assert keys(signpost) == {"title", "items"}
        for item in signpost["items"]:
            assert {"name"} <= keys(item) <= {"name", "accessed"}


def _check_area(area: Any, studies: set[str]) -> None:
    required = {
        *("number", "title", "references", "questions", "statements"),
        *("descriptors", "case_studies", "also_linked"),
    }
    assert required <= keys(area) <= {*required, "rationale"}
    refs = set()
    for statement in area["statements"]:
        required = {"ref", "text", "questions", "look_for"}
        assert required <= keys(statement) <= {*required, "full"}
        refs.add(statement["ref"])
    for descriptor in area["descriptors"]:
        required = {"id", "stage", "statements", "text", "source"}
        assert required <= keys(descriptor) <= {*required, "full"}
        assert set(descriptor["statements"]) <= refs
    assert set(area["case_studies"]) | set(area["also_linked"]) <= studies


def test_a_framework_is_shown_as_the_pack_it_is(shell: Shell) -> None:
    said = shell.done("frameworks", "show", "inclusion-audit")
    assert said.startswith("---\nid: inclusion-audit\n")
    shell.refused("frameworks", "show", "big", says=("no framework called big", "inclusion-audit"))


def test_packs_are_checked(shell: Shell) -> None:
    broken = shell.folder / "broken.md"
    broken.write_text(PACK.read_text(encoding="utf-8").replace("scale: stage", "scales: stage"))
    assert shell.done("frameworks", "check", str(PACK)) == "ok"
    said = shell("frameworks", "check", str(broken))
    assert said.status == 1
    for line in said.out.splitlines():
        assert line.startswith(f"{broken}:")
        assert line.split(":")[1].isdigit()
        assert "expected" in line
    said = shell("frameworks", "check", str(PACK), str(broken))
    assert (said.status, said.out.splitlines()[0]) == (1, f"{PACK}: ok")
    shell.refused("frameworks", "check", "nowhere.md", says="There is no file nowhere.md")
    shell.refused("frameworks", "check", ".", says="There is no file .")
    shell.wrong("frameworks", "check")


def test_a_framework_of_ones_own_is_begun_checked_and_used(shell: Shell) -> None:
    file = shell.folder / "our own.md"
    said = shell.done("frameworks", "new", file.name)
    own = shell.library.parent / "frameworks"
    assert said.startswith(f"{file} is ")
    assert f'inclusion-review frameworks check "{file}"' in said
    assert f"\n  {own}\n" in said and f"frameworks  {own}" in shell.done("where")
    assert shell.done("frameworks", "check", str(file)) == "ok"
    assert "our-framework" not in shell.done("frameworks"), "nobody asked for it yet"
    shutil.copy(file, own)
    session = shell.done("new", "--setting", "Hollin Bank", "--framework", "our-framework")
    shown = shell.json("show", session, "--json")
    assert [s["ref"] for a in shown["areas"] for s in a["statements"]] == [
        *("1.1", "1.2", "2.1", "2.2"),
    ]
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
        assert own.stat().st_mode & 0o777 == 0o700


def test_a_framework_is_begun_only_where_there_is_room_for_it(shell: Shell) -> None:
    (shell.folder / "taken.md").write_text("Mine.")
    shell.refused("frameworks", "new", "taken.md", says="taken.md is there already")
    shell.refused("frameworks", "new", "nowhere/new.md", says="No such file or directory")
    for name in ("framework.txt", "framework", ".md", ".hidden.md", ""):
        shell.refused("frameworks", "new", name, says="named like our-framework.md")
    shell.wrong("frameworks", "new")
    shell.done("frameworks", "new", "Other.MD")


# list


def test_an_empty_library_says_what_to_do(shell: Shell) -> None:
    said = shell("list")
    assert (said.status, said.out) == (0, "")
    assert "new --setting NAME" in said.err
    assert shell.json("list", "--json") == []


def test_sessions_are_listed_newest_first(shell: Shell) -> None:
    for day in ("2026-11-20", "2026-11-22", "2026-11-21"):
        shell.done("new", "--setting", f"School of {day}", "--date", day)
    session = shell.done("new", "--setting", "Hollin Bank", "--date", "2026-11-23")
    shell.done("person", session, "add", "Amira Khan")
    shell.done("note", session, "--by", "AK", "--statement", "1.1", "One.")
    shell.done("note", session, "--by", "AK", "--private", "--statement", "1.2", "For myself.")
    shell.done("gate", session, "--area", "1", "--by", "AK")
    first, *others = shell.json("list", "--json")
    assert first == {
        "id": session,
        "name": "hollin-bank-2026-11-23",
        "setting": "Hollin Bank",
        "phase": "",
        "date": "2026-11-23",
        "framework": "inclusion-audit",
        "notes": 1,
        "statements": 43,
        "evidenced": 1,
        "describing": [2, 3, 4, 5, 6, 7, 8],
        "judging": [1],
        "state": "draft",
        "archived": False,
        "retention": "",
        "follows": "",
        "handed_over": "",
    }
    assert [row["date"] for row in others] == ["2026-11-22", "2026-11-21", "2026-11-20"]
    lines = shell.done("list").splitlines()
    assert len(lines) == 4
    assert lines[0].startswith(f"{session}  hollin-bank-2026-11-23  Hollin Bank")


# show


NOTE = {
    *("ref", "text", "source", "where", "observed", "by", "statements", "late", "apart"),
}


def test_a_session_is_shown_as_json(shell: Shell) -> None:
    session = shell.judged()
    shell.done("note", session, "--by", "AK", "Loose.")
    shell.cast(session, "Amira Khan")
    shell.done("reveal", session, "--by", "Fay", "--area", "1", "--reason", "Time is up")
    shell.done(
        *("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "So"),
        *("--stage", "establishing"),
    )
    found = shell.json("show", session, "--json")
    assert {
        *("id", "name", "setting", "phase", "date", "framework", "participants", "inbox"),
        *("areas", "conflicts"),
    } <= keys(found)
    assert (found["id"], found["name"]) == (session, "hollin-bank-2026-11-21")
    assert keys(found["framework"]) == {"id", "version"}
    assert all(keys(person) == {"name", "tag", "role"} for person in found["participants"])
    assert [note["text"] for note in found["inbox"]] == ["Loose."]
    assert keys(found["inbox"][0]) == NOTE
    assert found["conflicts"] == []
    for area in found["areas"]:
        assert keys(area) == {"number", "title", "pass", "statements", "agreement"}
        assert area["agreement"] is None
        for statement in area["statements"]:
            judged = {"ballots", "agreement"} if area["number"] == 1 else set()
            assert keys(statement) == {"ref", "text", "evidence", *judged}
            assert all(keys(note) == NOTE for note in statement["evidence"])
    one, two = found["areas"][0]["statements"][:2]
    assert keys(one["ballots"][0]) == {
        *("by", "round", "outcome", "stages", "highlights", "cites", "because"),
    }
    assert keys(one["ballots"][0]["cites"][0]) == {"ref", "against"}
    assert keys(one["agreement"]) == {"outcome", "stages", "because", "dissent"}
    assert (two["ballots"], two["agreement"]) == ([], None)


def test_show_is_also_read_as_lines(shell: Shell) -> None:
    session = shell.judged()
    said = shell.done("show", session)
    assert said.splitlines()[0] == "Hollin Bank"
    assert "Note AK1 under 1.1, by Amira Khan" in said
    assert shell.done("show", session, "--as", "AK") == said


def test_show_as_somebody_who_is_not_there_is_refused(shell: Shell) -> None:
    shell.refused("show", shell.new(), "--as", "Zoe", says="nobody called Zoe")


# export


def test_a_report_is_written_to_a_file_of_its_own(shell: Shell) -> None:
    session = shell.judged()
    path = Path(shell.done("export", session))
    assert path == shell.folder / "hollin-bank-2026-11-21-report.md"
    said = path.read_text(encoding="utf-8")
    assert said.startswith("# Peer review of inclusion at Hollin Bank")
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_replaced_only_when_that_is_said(shell: Shell) -> None:
    session = shell.judged()
    path = shell.folder / "report.md"
    path.write_text("mine")
    shell.refused("export", session, "--output", "report.md", says=("is there already", "--over"))
    assert path.read_text() == "mine"
    assert shell.done("export", session, "--output", "report.md", "--overwrite") == str(path)
    assert path.read_text(encoding="utf-8").startswith("# Peer review")


def test_a_report_goes_to_standard_output(shell: Shell) -> None:
    session = shell.judged()
    said = shell.done("export", session, "--output", "-")
    assert said.startswith("# Peer review of inclusion at Hollin Bank")
    assert not (shell.folder / "-").exists()


@pytest.mark.parametrize("output", [".", "nowhere/report.md"])
def test_a_report_that_cannot_be_written_is_said(shell: Shell, output: str) -> None:
    shell.refused("export", shell.judged(), "--output", output)


def test_an_unknown_format_is_refused(shell: Shell) -> None:
    shell.refused("export", shell.judged(), "--format", "pdf", says=("called pdf", "markdown"))
    assert shell.done("export", shell.new(), "--format", "markdown", "--output", "-")


# where, the library, the rest


def test_where_says_the_folders_in_use(shell: Shell, tmp_path: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in shell.done("where").splitlines())
    assert lines["library"] == str(shell.library)
    assert lines["frameworks"] == str(tmp_path / "frameworks")
    if sys.platform == "linux":
        assert lines["own"] == str(tmp_path / "data" / "inclusion-review")


def test_the_option_goes_before_the_environment_wherever_it_stands(
    shell: Shell, tmp_path: Path
) -> None:
    other = str(tmp_path / "other")
    for call in (("--library", other, "where"), ("where", "--library", other)):
        assert f"library     {other}\n" in shell.done(*call)
    session = shell.done("new", "--setting", "Elsewhere", "--library", other)
    assert shell.json("list", "--json") == []
    assert [row["id"] for row in shell.json("--library", other, "list", "--json")] == [session]
    assert shell.done("frameworks", "--library", other, "show", "inclusion-audit", "--json")


@pytest.mark.skipif(
    sys.platform != "linux", reason="XDG_DATA_HOME is Linux's; others have other folders"
)
def test_without_either_it_is_the_platforms_own_folder(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INCLUSION_REVIEW_LIBRARY")
    own = tmp_path / "data" / "inclusion-review"
    assert f"library     {own / 'library'}\n" in shell.done("where")
    session = shell.done("new", "--setting", "Hollin Bank")
    assert (own / "library" / session).is_dir()


def test_a_tilde_is_somebodys_home_if_there_is_such_a_person(shell: Shell, tmp_path: Path) -> None:
    assert f"library     {tmp_path / 'reviews'}\n" in shell.done("where", "--library", "~/reviews")
    assert "~nobody-of-that-name" in shell.done("where", "--library", "~nobody-of-that-name/x")


def test_a_library_that_is_a_file_is_no_library(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shell.folder / "file").write_text("mine")
    shell.wrong("--library", "file", "list", says="file")
    monkeypatch.setenv("INCLUSION_REVIEW_LIBRARY", str(shell.folder / "file"))
    shell.refused("list", says=("Not a directory", "Nothing more was saved"))
    shell.refused("new", "--setting", "Hollin Bank", says="Not a directory")


@pytest.mark.parametrize("call", [("--version",), ("--help",), ("note", "--help")])
def test_help_and_version_are_done(shell: Shell, call: tuple[str, ...]) -> None:
    assert "inclusion-review" in shell.done(*call)


def test_help_names_every_command(shell: Shell) -> None:
    said = shell.done("--help")
    for command in (
        *("open", "demo", "frameworks", "new", "list", "show", "person", "note", "edit", "file"),
        *("delete", "undo", "gate", "judge", "reveal", "agree", "export", "where"),
    ):
        assert f"\n  {command} " in said
    for hidden in ("bench", "faults", "pictures"):
        assert f"\n  {hidden} " not in said


@pytest.mark.parametrize("call", [("sing",), ("--loud",), ("list", "more"), ("frameworks", "big")])
def test_a_call_that_is_wrong(shell: Shell, call: tuple[str, ...]) -> None:
    shell.wrong(*call)


def test_the_damage_of_a_file_is_said_on_standard_error_and_the_rest_is_shown(shell: Shell) -> None:
    session = shell.new()
    for text in ("One.", "Two."):
        shell.done("note", session, "--by", "AK", text)
    (ledger,) = (shell.library / session).glob("*.json")
    ledger.write_bytes(b"{")
    said = shell("show", session, "--json")
    assert said.status == 0
    assert [note["text"] for note in json.loads(said.out)["inbox"]] == ["One."]
    assert "last good copy is used" in said.err
    assert shell.done("note", session, "--by", "AK", "Three.") == "AK2"
    assert [n["text"] for n in shell.json("show", session, "--json")["inbox"]] == ["One.", "Three."]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_few_letters_is_no_error(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str
) -> None:
    session = shell.done("new", "--setting", "小学校 ▲")
    for call in (("show", session), ("frameworks", "show", "inclusion-audit"), ("list",)):
        with (tmp_path / "out").open("w", encoding=encoding) as out:
            monkeypatch.setattr(sys, "stdout", out)
            assert main(call) == 0
    with (tmp_path / "out").open("w", encoding=encoding) as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["show", session, "--json"]) == 0
    found = json.loads((tmp_path / "out").read_text(encoding=encoding))
    assert found["setting"] == "小学校 ▲"


def test_a_call_in_a_folder_that_is_gone_is_no_crash(shell: Shell) -> None:
    session = shell.new()
    if sys.platform == "win32":
        pytest.skip("Windows removes no folder that a process stands in, so it cannot come to this")
    gone = shell.folder / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    assert shell("list").status == 0
    assert shell("export", session).status == 1
