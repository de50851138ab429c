"""The file through which a second window follows: whole, small, and never in anybody's way."""

import sys
from pathlib import Path

import msgspec
import pytest

from sessions.following import Following, Wall

HERE = Wall("statement", 1, "1.3")
THERE = Wall("stages", 2, "2.1", step=1)


def two(root: Path) -> tuple[Following, Following]:
    """The facilitator's end, and the wall's."""
    return Following(root / ".derived", "s1"), Following(root / ".derived", "s1")


def test_the_wall_follows_every_move(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    assert wall.look() == Wall()
    for place in (HERE, THERE, HERE, msgspec.structs.replace(HERE, covered=True), HERE):
        window.show(place)
        assert wall.look() == place
        assert wall.look() == place


def test_two_sessions_do_not_meet(tmp_path: Path) -> None:
    window, _ = two(tmp_path)
    window.show(HERE)
    assert Following(tmp_path / ".derived", "s2").look() == Wall()


def test_frozen_it_stays_until_it_is_let_go(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    window.show(HERE)
    window.freeze(THERE, True)
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True)
    window.show(THERE)
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True)
    window.freeze(THERE, False)
    assert wall.look() == THERE


def test_a_second_window_that_may_chair_does_not_move_a_frozen_wall(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    window.show(HERE)
    window.freeze(HERE, True)
    Following(tmp_path / ".derived", "s1").show(THERE)
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True)


def test_a_cover_covers_a_frozen_wall_too(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    window.show(HERE)
    window.freeze(HERE, True)
    window.show(msgspec.structs.replace(THERE, covered=True))
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True, covered=True)
    window.show(THERE)
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True)


def test_frozen_before_anything_was_shown_it_is_frozen_where_one_is(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    window.freeze(HERE, True)
    assert wall.look() == msgspec.structs.replace(HERE, frozen=True)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"\xff\xfe", b"[]", b'{"sight":"everything"}', b'{"area":"1"}', b"x" * 1_000_000],
)
def test_what_cannot_be_read_is_as_it_last_was(tmp_path: Path, damage: bytes) -> None:
    window, wall = two(tmp_path)
    window.show(HERE)
    assert wall.look() == HERE
    (tmp_path / ".derived" / "wall" / "s1.json").write_bytes(damage)
    assert wall.look() == HERE
    window.show(THERE)
    assert wall.look() == THERE


def test_a_file_that_is_gone_is_written_again(tmp_path: Path) -> None:
    window, wall = two(tmp_path)
    window.show(HERE)
    (tmp_path / ".derived" / "wall" / "s1.json").unlink()
    window.show(HERE)
    assert wall.look() == HERE


def test_what_stands_already_is_not_written_again(tmp_path: Path) -> None:
    window, _ = two(tmp_path)
    window.show(HERE)
    file = tmp_path / ".derived" / "wall" / "s1.json"
    before = file.stat()
    window.show(HERE)
    after = file.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / ".derived").write_text("a file in the folder's place")
    window, wall = two(tmp_path)
    window.show(HERE)
    window.freeze(HERE, True)
    assert wall.look() == Wall()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    window, _ = two(tmp_path)
    window.show(HERE)
    file = tmp_path / ".derived" / "wall" / "s1.json"
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
