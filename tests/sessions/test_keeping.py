"""What becomes of a session: put away, and the day until which it is kept."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from reviews import Panel, library_in, refusal
from rows import row

from sessions.erasing_session import DELETED
from sessions.erasing_traces import remove_folder
from sessions.errors import Refused
from sessions.keeping import archive, due, keep_until, need_due, reminder, soon
from sessions.keeping_deleted import clear_leftovers, delete_session, deleted, purge
from sessions.library import Library
from sessions.notes import add_note
from sessions.undo import undo
from sessions.view import view

TODAY = date(2026, 11, 21)


def test_a_session_is_put_away_and_brought_back(library: Library, panel: Panel) -> None:
    archive(panel.session)
    with refusal(panel.session, "is put away already"):
        archive(panel.session)
    assert view(panel.session).after.archived
    panel.session.flush()
    assert library.rows()[0].archived
    archive(panel.session, away=False)
    assert not view(panel.session).after.archived
    with refusal(panel.session, "is not put away"):
        archive(panel.session, away=False)


def test_nobody_undoes_what_was_said_in_the_library(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "One.")
    archive(panel.session)
    undo(panel.session, panel.amira)
    assert view(panel.session).after.archived
    assert view(panel.session).notes == ()


def test_a_retention_date_is_set_and_taken_away(library: Library, panel: Panel) -> None:
    keep_until(panel.session, "2029-08-31", panel.fay)
    panel.session.flush()
    assert library.rows()[0].retention == "2029-08-31"
    with refusal(panel.session, "is not a date"):
        keep_until(panel.session, "soon")
    with refusal(panel.session, "before the visit itself"):
        keep_until(panel.session, "2020-01-01")
    keep_until(panel.session, "")
    assert view(panel.session).after.retention == ""


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", ""),
        ("whenever", ""),
        ("2027-11-21", ""),
        ("2026-12-22", ""),
        ("2026-12-21", "To be erased in 30 days, on 21 December 2026"),
        ("2026-11-22", "To be erased tomorrow, on 22 November 2026"),
        (
            "2026-11-21",
            "Its retention date, 21 November 2026, has come: erase it, or set a later day",
        ),
        (
            "2020-01-01",
            "Its retention date, 1 January 2020, has come: erase it, or set a later day",
        ),
    ],
)
def test_a_reminder_is_given_thirty_days_before_and_when_it_is_due(day: str, said: str) -> None:
    assert reminder(row(1, retention=day), TODAY) == said


def test_what_is_due_and_what_will_be() -> None:
    days = ("2026-12-01", "", "2026-11-21", "2025-01-01", "2028-01-01")
    rows = [row(number, retention=day) for number, day in enumerate(days)]
    assert [one.retention for one in due(rows, TODAY)] == ["2025-01-01", "2026-11-21"]
    assert [one.retention for one in soon(rows, TODAY)] == [
        "2025-01-01",
        "2026-11-21",
        "2026-12-01",
    ]


def test_a_session_is_due_by_what_it_says_itself(library: Library, panel: Panel) -> None:
    keep_until(panel.session, "2026-11-21")
    panel.session.close()
    (stale,) = library.rows()
    need_due(library, stale)
    with library.open(panel.session.id) as again:
        keep_until(again, "2031-08-31")
    with pytest.raises(
        Refused, match="31 August 2031 now: its retention date was changed meanwhile"
    ):
        need_due(library, stale)


# Deleted


def test_a_slow_clock_shortens_no_month(panel: Panel, tmp_path: Path) -> None:
    panel.session.close()
    slow = library_in(tmp_path, clock=lambda: datetime(2020, 1, 1, tzinfo=UTC))
    gone = delete_session(slow, slow.rows()[0])
    assert gone.day == "2026-11-21"  # when it was last written to
    assert purge(library_in(tmp_path)) == []


def test_a_deleted_session_without_its_note_has_its_month_from_now_on(
    library: Library, panel: Panel
) -> None:
    panel.session.close()
    delete_session(library, library.rows()[0])
    away = library.folder / DELETED
    os.utime(away / panel.session.id, (0, 0))
    (away / f"{panel.session.id}.json").unlink()
    assert purge(library) == []
    assert [gone.day for gone in deleted(library)] == ["2026-11-21"]
    assert (away / f"{panel.session.id}.json").exists()


def test_the_note_of_a_session_that_is_just_being_deleted_stays(
    library: Library, panel: Panel
) -> None:
    note = library.folder / DELETED / f"{panel.session.id}.json"
    note.parent.mkdir()
    note.write_text("{}")
    clear_leftovers(library)
    assert note.exists()
    panel.session.close()
    remove_folder(panel.session.folder)
    clear_leftovers(library)
    assert not note.exists()
