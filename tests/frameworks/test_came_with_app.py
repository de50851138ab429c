"""Whether a pack is one that comes with the app, to the byte: then nothing need be compared."""

from pathlib import Path

import pytest

from frameworks.shelf import BUILT_IN, Shelf


@pytest.mark.parametrize("identity", Shelf().ids())
def test_a_copy_of_a_pack_of_the_app_is_known(tmp_path: Path, identity: str) -> None:
    shelf, copy = Shelf(own=tmp_path), tmp_path / "framework.md"
    copy.write_bytes(shelf.text(identity).encode())
    assert shelf.came_with_app(copy)


def test_another_pack_is_not(tmp_path: Path) -> None:
    shelf, other = Shelf(own=tmp_path), tmp_path / "framework.md"
    assert not shelf.came_with_app(other)
    data = next(BUILT_IN.glob("*.md")).read_bytes()
    other.write_bytes(data.replace(b"a", b"e", 1))
    assert not shelf.came_with_app(other)
    other.write_bytes(data + b"\n")
    assert not shelf.came_with_app(other)
