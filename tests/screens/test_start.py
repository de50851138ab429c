"""What is imported before the library is on the screen, in a fresh process: no more than it needs."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.garbage import look_again, put_off

ROOT = Path(__file__).parents[2]

LATER = {
    *("exports", "screens.dialogs", "screens.review", "screens.reviewing", "screens.overview"),
    *("screens.working", "screens.cover", "screens.help", "screens.widgets.fields"),
    *("sessions.view", "sessions.seen", "sessions.privacy", "sessions.wording", "sessions.search"),
    *("sessions.erasing", "sessions.erasing_session", "sessions.keeping_deleted"),
    *("sessions.archiving", "sessions.comparing", "sessions.search_index", "sqlite3"),
    *("frameworks.reader", "markdown_it", "tinydb", "filelock", "docx"),
}
"""What other screens, and keys that are pressed later, bring in."""


def imported(code: str) -> set[str]:
    """Return what a fresh process has imported once it has run this."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_library_is_on_the_screen_before_anything_else_is_imported() -> None:
    there = imported("import tui.app")
    assert {"screens.library", "sessions.catalogue"} <= there
    assert there & LATER == set()


def test_the_check_would_see_them() -> None:
    rest = "import screens.describe, screens.cover, tinydb, sqlite3, markdown_it"
    assert {"screens.dialogs", "sessions.view", "sqlite3"} <= imported(rest) & LATER


@pytest.fixture
def looking() -> Iterator[None]:
    """Leave Python looking for garbage as it was."""
    was = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was else gc.disable)()


@pytest.mark.usefixtures("looking")
def test_garbage_is_looked_for_again_once_the_app_is_there() -> None:
    gc.enable()
    put_off()
    assert not gc.isenabled()
    look_again()
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    assert frozen
    look_again()  # where it was not put off, as in a second app of one process, nothing is kept
    assert gc.get_freeze_count() <= frozen  # some may have gone meanwhile
