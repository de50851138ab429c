"""Writing an export: whole, for its owner alone, and over nothing unasked."""

import stat
import sys
from pathlib import Path

import pytest

from exports.writer import default_name, write_export
from sessions.errors import Refused
from sessions.session import Session
from sessions.view import view


def test_it_says_where_the_file_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_export(Path("report.md"), "£ é\n", False) == tmp_path.resolve() / "report.md"
    assert (tmp_path / "report.md").read_bytes() == "£ é\n".encode()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps access lists, and no modes such as 0600"
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_it_is_its_owners_alone(tmp_path: Path, overwrite: bool) -> None:
    path = write_export(tmp_path / "report.md", "text", overwrite)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_there_stays_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("mine")
    with pytest.raises(Refused, match=r"is there already.*--overwrite.*another name") as refusal:
        write_export(path, "new", False)
    assert "\n" not in str(refusal.value)
    assert path.read_text() == "mine"
    assert write_export(path, "new", True) == path
    assert path.read_text() == "new"
    assert [found.name for found in tmp_path.iterdir()] == ["report.md"]


def test_a_link_that_leads_nowhere_is_something_that_is_there(tmp_path: Path) -> None:
    link = tmp_path / "report.md"
    try:
        link.symlink_to(tmp_path / "gone.md")
    except OSError:
        pytest.skip("this user may make no links here (Windows without developer mode)")
    with pytest.raises(Refused):
        write_export(link, "new", False)
    assert not (tmp_path / "gone.md").exists()


def test_overwriting_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "shared.md").write_text("old")
    link = tmp_path / "report.md"
    try:
        link.symlink_to(tmp_path / "shared.md")
    except OSError:
        pytest.skip("this user may make no links here (Windows without developer mode)")
    write_export(link, "new", True)
    assert link.is_symlink()
    assert (tmp_path / "shared.md").read_text() == "new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    for overwrite in (False, True):
        with pytest.raises(Refused, match="is a folder"):
            write_export(tmp_path, "new", overwrite)


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_that_is_not_there_is_the_callers_to_say(tmp_path: Path, overwrite: bool) -> None:
    with pytest.raises(FileNotFoundError):
        write_export(tmp_path / "none" / "report.md", "new", overwrite)


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs RLIMIT_FSIZE and its signal as Linux has them"
)
def test_nothing_is_left_of_what_cannot_be_written_whole(tmp_path: Path) -> None:
    import resource
    import signal

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        for overwrite in (False, True):
            with pytest.raises(OSError, match="too large"):
                write_export(tmp_path / "report.md", "x" * 5000, overwrite)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert not list(tmp_path.iterdir())


def test_a_neighbour_of_a_likely_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("old")
    (tmp_path / "report.md.tmp").write_text("somebody's")
    write_export(tmp_path / "report.md", "new", True)
    assert (tmp_path / "report.md.tmp").read_text() == "somebody's"


def test_the_name_of_a_report(review: Session) -> None:
    assert default_name(view(review)) == "hollin-bank-2026-11-21-report.md"
    assert default_name(view(review), "plan") == "hollin-bank-2026-11-21-plan.md"
    assert default_name(view(review), "actions", "ics") == "hollin-bank-2026-11-21-actions.ics"
