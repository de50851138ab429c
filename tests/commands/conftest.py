from pathlib import Path

import pytest
from shell import Shell

from frameworks.shelf import Shelf


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the app's packs are read as, kept by the app itself."""
    folder = tmp_path_factory.mktemp("packs")
    Shelf(cache=folder).all()
    return folder


@pytest.fixture
def shell(
    tmp_path: Path,
    packs: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    return Shell(tmp_path, packs, capsys, monkeypatch)
