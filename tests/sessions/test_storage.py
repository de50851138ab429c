"""Durable files: whole, on the disk, and their owner's alone."""

import os
import stat
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from sessions.storage import (
    BACKUP,
    make_folder,
    read_tables,
    replace_quickly,
    write_durably,
)
from sessions.tables import DurableStorage

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, bool]]:
    """What was brought to the disk, in order: inode, size, whether it is a folder."""
    found: list[tuple[int, int, bool]] = []
    ours = os.fsync

    def fsync(descriptor: int) -> None:
        about = os.fstat(descriptor)
        found.append((about.st_ino, about.st_size, stat.S_ISDIR(about.st_mode)))
        ours(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    return found


@posix
def test_folders_and_files_are_their_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = tmp_path / "a" / "b"
        make_folder(folder)
        for _ in range(2):
            write_durably(folder / "file", b"{}", keep_last=True)
        replace_quickly(folder / "other", b"{}")
    finally:
        os.umask(before)
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)
    assert {mode(file) for file in folder.iterdir()} == {0o600}


@posix
def test_a_folder_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    make_folder(shared)
    make_folder(shared / "new")
    assert (mode(shared), mode(shared / "new")) == (0o755, 0o700)


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS is asked through fcntl")
@pytest.mark.parametrize("keep_last", [False, True])
def test_the_file_is_on_the_disk_before_it_takes_its_name_and_the_folder_after(
    tmp_path: Path, synced: list[tuple[int, int, bool]], keep_last: bool
) -> None:
    path = tmp_path / "file"
    for data in (b"first", b"second!"):
        synced.clear()
        write_durably(path, data, keep_last=keep_last)
        assert synced[0] == (path.stat().st_ino, len(data), False)
        assert synced[-1][0] == tmp_path.stat().st_ino
        assert synced[-1][2]
    assert path.read_bytes() == b"second!"


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS is asked through fcntl")
def test_what_can_be_made_again_does_not_wait_for_the_disk(
    tmp_path: Path, synced: list[tuple[int, int, bool]]
) -> None:
    replace_quickly(tmp_path / "file", b"{}")
    assert synced == []


def test_there_is_a_good_copy_from_the_first_write_on(tmp_path: Path) -> None:
    path, backup = tmp_path / "file", tmp_path / f"file{BACKUP}"
    write_durably(path, b"one", keep_last=True)
    assert backup.read_bytes() == b"one"
    assert backup.stat().st_ino != path.stat().st_ino  # what damages one leaves the other
    write_durably(path, b"two", keep_last=True)
    assert (path.read_bytes(), backup.read_bytes()) == (b"two", b"one")
    write_durably(path, b"three", keep_last=True)
    assert (path.read_bytes(), backup.read_bytes()) == (b"three", b"two")


def test_nothing_temporary_is_left(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        write_durably(tmp_path / "file", data, keep_last=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", f"file{BACKUP}"]


def test_what_a_killed_writer_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "file.tmp").write_bytes(b"half a fi")
    (tmp_path / f"file{BACKUP}.tmp").write_bytes(b"half a co")
    for data in (b"one", b"two"):
        write_durably(tmp_path / "file", data, keep_last=True)
    assert (tmp_path / "file").read_bytes() == b"two"
    assert (tmp_path / f"file{BACKUP}").read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 2


def test_where_it_cannot_be_written_the_old_file_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_durably(path, b"one", keep_last=True)
    (tmp_path / "file.tmp").mkdir()
    with pytest.raises(OSError):
        write_durably(path, b"two", keep_last=True)
    assert path.read_bytes() == b"one"
    assert (tmp_path / f"file{BACKUP}").read_bytes() == b"one"


def test_without_hard_links_the_good_copy_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError("Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    for data in (b"one", b"two", b"three"):
        write_durably(tmp_path / "file", data, keep_last=True)
    assert (tmp_path / "file").read_bytes() == b"three"
    assert (tmp_path / f"file{BACKUP}").read_bytes() == b"two"


# TinyDB on it


def test_tinydb_keeps_its_tables_in_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    database = TinyDB(storage=lambda: DurableStorage(path))
    database.table("evidence").insert({"text": "Zwölf"})
    database.table("filing").insert({"filed": True})
    assert read_tables(path) == {
        "evidence": {"1": {"text": "Zwölf"}},
        "filing": {"1": {"filed": True}},
    }
    again = TinyDB(storage=lambda: DurableStorage(path, read_tables(path)))
    again.table("evidence").insert({"text": "Two"})
    assert list(read_tables(path)["evidence"]) == ["1", "2"]


def test_several_writes_can_reach_the_disk_as_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    storage = DurableStorage(path)
    storage.held = True
    database = TinyDB(storage=lambda: storage)
    for number in range(3):
        database.table("evidence").insert({"number": number})
    assert not path.exists()
    storage.commit()
    assert len(read_tables(path)["evidence"]) == 3


def test_what_cannot_be_written_down_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    storage = DurableStorage(path)
    database = TinyDB(storage=lambda: storage)
    database.table("evidence").insert({"text": "one"})
    before = path.read_bytes()
    with pytest.raises(TypeError):
        database.table("evidence").insert({"text": object()})
    assert path.read_bytes() == before


DAMAGE = {
    "empty": b"",
    "cut short": b'{"evidence": {"1": {"text": "Zw\xc3',
    "no text": b"\xff\xfe\x00",
    "null": b"null",
    "a list": b"[]",
    "of another shape": b'{"evidence": 7}',
    "zeros": b"\x00" * 4096,
    "bottomless": b'{"a": {"1": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("data", DAMAGE.values(), ids=list(DAMAGE))
def test_a_file_that_is_not_whole_is_known_for_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(data)
    with pytest.raises(ValueError, match="is damaged"):
        read_tables(path)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_tables(tmp_path / "ledger.json")
