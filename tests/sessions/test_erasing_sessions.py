"""A whole session erased for good, and deleted ones until they are."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from reviews import Panel, Ticking, library_in, panel_in
from secrets_left import SECRET, WORDS, holding, left_everywhere, written

from sessions.drafts import Draft, Drafts
from sessions.erasing import Doomed, doomed, erase_note, row_of
from sessions.erasing_jobs import alone
from sessions.erasing_session import erase_session
from sessions.erasures import read_lines
from sessions.errors import Refused
from sessions.keeping_deleted import delete_session, deleted, purge, restore
from sessions.keeping_start import tidy
from sessions.library import Library
from sessions.notes import add_note


def test_a_session_is_gone_with_every_trace_of_it(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    other = panel_in(library)
    add_note(other.session, other.amira, "This stays.")
    other.session.close()
    left_everywhere(library, panel)
    panel.session.close()
    shutil.copytree(panel.session.folder, library.folder / "Copy of it")
    library.rows()
    row = row_of(library, panel.session.id)
    assert row.copies == ("Copy of it",)
    done = erase_session(library, row, " Fay ", "handed over to the school")
    assert holding(tmp_path, *SECRET) == []
    assert done.removed.drafts == 2
    assert done.removed.damaged == 2
    assert done.removed.index
    assert [row.id for row in library.rows()] == [other.session.id]
    named = holding(tmp_path, panel.session.id.encode())
    assert named == ["library/ledger-of-erasures.txt"]
    assert not list((library.folder / ".deleted").iterdir())
    text = (library.folder / "ledger-of-erasures.txt").read_text()
    assert text.startswith(
        f"2026-11-21 09:00 | session | {panel.session.id} | hollin-bank-2026-11-21 | by Fay | "
        "handed over to the school | "
    )


def test_a_session_that_another_window_writes_to_is_not_erased(
    library: Library, panel: Panel
) -> None:
    panel.session.flush()
    with pytest.raises(Refused, match="open in another window"):
        erase_session(library, row_of(library, panel.session.id), "Fay", "over")
    assert panel.session.folder.is_dir()
    assert not list(library.home.erasing.glob("*.json"))


def test_what_cannot_be_removed_now_is_said_and_removed_at_the_next_start(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    left_everywhere(library, panel)
    panel.session.close()
    (library.folder / ".deleted").write_text("in the way")
    with pytest.raises(Refused, match=r"could be removed yet .*; the rest is removed when"):
        erase_session(library, row_of(library, panel.session.id), "Fay", "over")
    (library.folder / ".deleted").unlink()
    assert len(tidy(library)) == 1
    assert holding(tmp_path, *SECRET) == []


def test_two_windows_never_erase_at_once(library: Library, panel: Panel) -> None:
    panel.session.close()
    with alone(library.home), pytest.raises(Refused, match="in another window"):
        erase_session(library, row_of(library, panel.session.id), "Fay", "over")
    assert panel.session.folder.is_dir()
    assert tidy(library) == ()


def test_what_is_kept_at_home_of_a_session_that_another_machine_erased_goes_too(
    tmp_path: Path,
) -> None:
    mine, theirs = library_in(tmp_path, "mine"), library_in(tmp_path, "theirs")
    panel = panel_in(mine)
    written(panel)
    drafts = Drafts(mine.home, panel.session.id, panel.session.folder)
    drafts.keep(panel.session.writer, Draft(panel.amira, WORDS))
    panel.session.close()
    erase_session(theirs, row_of(theirs, panel.session.id), "Fay", "over")
    assert holding(tmp_path, *SECRET)
    tidy(mine)
    assert holding(tmp_path, *SECRET) == []


# Deleted, and back


def test_a_deleted_session_comes_back_as_it_was(library: Library, panel: Panel) -> None:
    written(panel)
    panel.session.close()
    (row,) = library.rows()
    gone = delete_session(library, row)
    assert library.rows() == ()
    assert deleted(library) == (gone,)
    assert (gone.name, gone.day, gone.until) == (row.name, "2026-11-21", "2026-12-21")
    restore(library, gone)
    assert deleted(library) == ()
    assert library.rows() == (row,)
    with library.open(row.id) as session:
        assert add_note(session, panel.amira, "More.") == "AK2"
        assert session.writer == library.home.name  # its ledger is as it was left


def test_what_was_deleted_a_month_ago_is_erased_at_the_start(tmp_path: Path) -> None:
    clock = Ticking()
    library = library_in(tmp_path, clock=clock)
    panel = panel_in(library)
    left_everywhere(library, panel)
    panel.session.close()
    gone = delete_session(library, library.rows()[0])
    assert tidy(library) == ()
    clock.moment += timedelta(days=30)
    (said,) = tidy(library)
    assert "erased for good now" in said
    assert holding(tmp_path, *SECRET) == []
    assert deleted(library) == ()
    with pytest.raises(Refused, match="cannot be restored any more"):
        restore(library, gone)
    (line,) = read_lines(library.folder)
    assert line.reason == "deleted on 2026-11-21, and kept for 30 days"


def test_deleted_sessions_can_be_emptied_at_once(library: Library, panel: Panel) -> None:
    panel.session.close()
    delete_session(library, library.rows()[0])
    assert [whole.job.by for whole in purge(library, everything=True, by="Fay")] == ["Fay"]
    assert deleted(library) == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_whatever_is_written_is_for_its_owner_alone(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    written(panel)
    other = panel_in(library)
    other.session.close()
    delete_session(library, row_of(library, other.session.id))
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    for path in tmp_path.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert path.stat().st_mode & 0o777 == wanted, path


def test_what_is_about_to_go_is_said_first(library: Library, panel: Panel) -> None:
    written(panel)
    before = {path: path.read_bytes() for path in panel.session.folder.glob("*.json")}
    about = doomed(library, panel.session, panel.amira, "AK1")
    assert isinstance(about, Doomed)
    assert about.text == f"{WORDS} on Tuesday."
    assert {path: path.read_bytes() for path in panel.session.folder.glob("*.json")} == before
