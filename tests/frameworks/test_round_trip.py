"""Any framework, written as a pack, is read as that framework."""

from pathlib import Path

import pytest
from frameworks_made import frameworks, pack_of
from hypothesis import given, settings

from frameworks.model import Framework
from frameworks.reader import read_pack
from frameworks.shelf import BUILT_IN, read_file


@settings(max_examples=40)
@given(frameworks())
def test_what_is_written_is_read(made: tuple[str, Framework]) -> None:
    text, framework = made
    assert read_pack(text) == framework


@pytest.mark.parametrize("path", sorted(BUILT_IN.glob("*.md")), ids=lambda path: path.stem)
def test_a_framework_of_ours_survives_being_written(path: Path) -> None:
    framework = read_pack(read_file(path))
    assert read_pack(pack_of(framework)) == framework
