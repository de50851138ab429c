"""Disks that are full or read-only, for real: what was saved stays, what was not is saved later."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reviews import Panel, library_in, panel_in, run_python

from sessions.library import Library
from sessions.notes import add_note
from sessions.saver import Saver, Trouble
from sessions.session import Session
from sessions.view import view

PATIENCE = 20.0

NO_ROOM = """
import resource, sys, threading
from pathlib import Path
from reviews import library_in, panel_in
from sessions.notes import add_note
from sessions.saver import Saver

trouble, quiet = threading.Event(), threading.Event()
saver = Saver(lambda said: (trouble if said else quiet).set(), pause=0.01)
panel = panel_in(library_in(Path(sys.argv[1])))
text = "Zwölf Kinder lesen. " * 40
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
acknowledged = 0
for number in range(100):
    add_note(panel.session, panel.amira, f"{number}: {text}")
    quiet.clear()
    saver.put("session", panel.session.flush)
    while not (trouble.wait(0.01) or quiet.is_set()):
        pass
    if trouble.is_set():
        break
    acknowledged += 1
print(panel.session.id, acknowledged, saver.trouble.reason)
seen = library_in(Path(sys.argv[1])).open(panel.session.id)
print(len(seen.state.notes), seen.notices)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
quiet.clear()
assert quiet.wait(20), "saving did not resume"
print(len(panel.session.state.notes), panel.session.saved)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_where_a_file_may_not_grow_it_is_said_and_saving_resumes_by_itself(tmp_path: Path) -> None:
    lines = run_python(NO_ROOM, str(tmp_path)).splitlines()
    identity, acknowledged, reason = lines[0].split(" ", 2)
    assert int(acknowledged) > 3
    assert reason == "File too large"
    assert lines[1] == f"{acknowledged} []"
    assert lines[2] == f"{int(acknowledged) + 1} True"
    again = library_in(tmp_path).open(identity)
    assert again.notices == []
    assert len(view(again).notes) == int(acknowledged) + 1


def mount(*options: str) -> bool:
    done = subprocess.run(["mount", *options], capture_output=True)
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    if not mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Let nothing be written under a folder, as when a drive comes back read-only."""
    assert mount("--bind", str(disk), str(disk))
    try:
        assert mount("-o", "remount,ro,bind", str(disk))
        yield
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


class OnDisk:
    """A session on a small disk, and a saver."""

    def __init__(self, disk: Path) -> None:
        self.library: Library = library_in(disk.parent, folder=disk / "library")
        self.panel: Panel = panel_in(self.library)
        self.trouble, self.quiet = threading.Event(), threading.Event()
        self.said: list[Trouble | None] = []
        self.saver = Saver(self._heard, pause=0.01)

    def _heard(self, trouble: Trouble | None) -> None:
        self.said.append(trouble)
        (self.trouble if trouble is not None else self.quiet).set()

    def note(self, text: str) -> None:
        self.quiet.clear()
        add_note(self.panel.session, self.panel.amira, text)
        self.saver.put("session", self.panel.session.flush)

    def again(self) -> Session:
        return self.library.open(self.panel.session.id)


def test_a_full_disk_is_said_and_saving_resumes_when_there_is_room(disk: Path) -> None:
    on = OnDisk(disk)
    on.note("One.")
    assert on.quiet.wait(PATIENCE)
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    on.note("Two.")
    assert on.trouble.wait(PATIENCE)
    assert on.said[-1] == Trouble("No space left on device")
    # What was on the disk is, whole; what was not is in memory.
    assert [note.text for note in view(on.again()).notes] == ["One."]
    assert on.again().notices == []
    on.note("Three.")
    filler.unlink()
    assert on.quiet.wait(PATIENCE)
    on.saver.stop()
    on.panel.session.close()
    assert [note.text for note in view(on.again()).notes] == ["One.", "Two.", "Three."]
    assert not list(on.panel.session.folder.glob("*.tmp"))


def test_a_read_only_disk_is_said_and_saving_resumes_when_it_may_be_written(disk: Path) -> None:
    on = OnDisk(disk)
    with read_only(disk):
        on.note("One.")
        assert on.trouble.wait(PATIENCE)
        assert on.said == [Trouble("Read-only file system")]
        assert [row.notes for row in on.library.rows()] == [0]
    assert on.quiet.wait(PATIENCE)
    on.saver.stop()
    on.panel.session.close()
    assert [note.text for note in view(on.again()).notes] == ["One."]


def test_a_session_opened_on_a_read_only_disk_is_read_and_written_later(disk: Path) -> None:
    on = OnDisk(disk)
    add_note(on.panel.session, on.panel.amira, "One.")
    on.panel.session.close()
    with read_only(disk):
        session = on.again()
        assert [note.text for note in view(session).notes] == ["One."]
        add_note(session, on.panel.amira, "Two.")
        with pytest.raises(OSError, match="Read-only"):
            session.flush()
        assert len(view(session).notes) == 2
    session.flush()
    session.close()
    assert [note.text for note in view(on.again()).notes] == ["One.", "Two."]
    on.saver.stop()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="modes hold nobody back here"
)
def test_a_folder_without_leave_to_write_is_said(tmp_path: Path) -> None:
    panel = panel_in(library_in(tmp_path))
    panel.session.folder.chmod(0o500)
    try:
        add_note(panel.session, panel.amira, "One.")
        with pytest.raises(PermissionError):
            panel.session.flush()
    finally:
        panel.session.folder.chmod(0o700)
    panel.session.close()
    assert len(view(library_in(tmp_path).open(panel.session.id)).notes) == 1
