from pathlib import Path

import pytest
from reviews import Panel, library_in, panel_in

from sessions.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


@pytest.fixture
def panel(library: Library) -> Panel:
    return panel_in(library)
