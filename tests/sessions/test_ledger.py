"""Ledgers: damage is survived and said, and no number is ever used twice."""

from pathlib import Path

import msgspec
import pytest
from ledger_seen import assert_no_number_twice, notes, only_ledger
from reviews import Panel, library_in

from sessions.library import Library
from sessions.notes import add_note
from sessions.people import add_person
from sessions.storage import BACKUP, read_tables
from sessions.view import view

# What is written


def test_what_was_flushed_is_there_in_the_next_process(
    three_notes: Panel, library: Library
) -> None:
    assert notes(library.open(three_notes.session.id)) == {
        "AK1": "One.",
        "AK2": "Two.",
        "AK3": "Three.",
    }


def test_a_ledger_is_a_tinydb_file_with_a_table_for_each_kind(three_notes: Panel) -> None:
    tables = read_tables(only_ledger(three_notes.session))
    assert set(tables) == {"session", "participant", "evidence", "filing"}
    assert [row["body"]["text"] for row in tables["evidence"].values()] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_one_process_after_another_goes_on_under_the_same_name(
    three_notes: Panel, library: Library
) -> None:
    with library.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
        assert session.writer == library.home.name
    assert len(list(three_notes.session.folder.glob("*.json"))) == 1
    assert_no_number_twice(three_notes.session.folder)


def test_two_at_once_write_under_names_of_their_own(library: Library, panel: Panel) -> None:
    panel.session.flush()
    with library.open(panel.session.id) as other:
        add_note(other, panel.ben, "There.")
        add_note(panel.session, panel.amira, "Here.")
        panel.session.flush()
        assert {panel.session.writer, other.writer} == {
            library.home.name,
            f"{library.home.name}-2",
        }
    panel.session.refresh()
    assert notes(panel.session) == {"AK1": "Here.", "BO1": "There."}
    assert panel.session.notices == []


def test_reading_takes_no_lock_and_writes_nothing(three_notes: Panel, library: Library) -> None:
    before = {path: path.stat().st_mtime_ns for path in three_notes.session.folder.iterdir()}
    session = library.open(three_notes.session.id)
    view(session)
    session.release()
    assert before == {
        path: path.stat().st_mtime_ns for path in three_notes.session.folder.iterdir()
    }


# Damage


WAYS = ("truncated", "empty", "garbage", "missing")


def damage(path: Path, way: str) -> None:
    data = path.read_bytes()
    if way == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif way == "empty":
        path.write_bytes(b"")
    elif way == "garbage":
        path.write_bytes(bytes(reversed(data)))
    else:
        path.unlink()


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_ledger_falls_back_to_its_last_good_copy_and_says_so(
    three_notes: Panel, library: Library, way: str
) -> None:
    path = only_ledger(three_notes.session)
    damage(path, way)
    damaged = path.read_bytes() if path.exists() else None
    session = library.open(three_notes.session.id)
    assert notes(session) == {"AK1": "One.", "AK2": "Two."}
    (notice,) = session.notices
    assert path.name in notice
    assert ("is missing" if way == "missing" else "is damaged") in notice
    assert "last good copy is used, so its newest entry may be missing" in notice
    aside = list(three_notes.session.folder.glob(f"{path.name}.damaged-*"))
    if damaged is None:
        assert aside == []
    else:
        assert [file.read_bytes() for file in aside] == [damaged]
        assert aside[0].name in notice
    # From now on the ledger is whole again, and there is nothing more to say.
    again = library.open(three_notes.session.id)
    assert notes(again) == {"AK1": "One.", "AK2": "Two."}
    assert again.notices == []


@pytest.mark.parametrize("way", WAYS)
def test_the_writer_of_a_damaged_ledger_takes_a_new_name(
    three_notes: Panel, library: Library, way: str
) -> None:
    damage(only_ledger(three_notes.session), way)
    with library.open(three_notes.session.id) as session:
        # The number is given again, to the note; the version's is not.
        assert add_note(session, three_notes.amira, "Three again.") == "AK3"
        assert session.writer != library.home.name
    assert_no_number_twice(three_notes.session.folder)
    assert notes(library.open(three_notes.session.id))["AK3"] == "Three again."


def test_a_ledger_damaged_together_with_its_copy_leaves_the_others_readable(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    with library_in(library.folder.parent, "desktop").open(three_notes.session.id) as other:
        add_note(other, three_notes.ben, "There.")
    path.write_bytes(b"{")
    path.with_name(path.name + BACKUP).write_bytes(b"{")
    session = library.open(three_notes.session.id)
    assert list(notes(session).values()) == ["There."]
    assert "There is no good copy of it; the file is left as it is" in session.notices[0]
    assert path.read_bytes() == b"{"
    again = add_person(session, "Amira Khan")  # who she was stood in the damaged file
    add_note(session, again, "After.")
    session.close()
    assert sorted(notes(library.open(three_notes.session.id)).values()) == ["After.", "There."]


def test_a_damaged_ledger_whose_writer_is_at_work_is_left_to_it(
    library: Library, panel: Panel
) -> None:
    for text in ("One.", "Two."):
        add_note(panel.session, panel.amira, text)
        panel.session.flush()
    path = only_ledger(panel.session)
    path.write_bytes(b"{")
    reader = library.open(panel.session.id)
    assert notes(reader) == {"AK1": "One."}
    assert "Its writer is at work" in reader.notices[0]
    assert path.read_bytes() == b"{"
    # The writer finds out, and writes all of it again under a new name.
    add_note(panel.session, panel.amira, "Three.")
    panel.session.close()
    assert notes(library.open(panel.session.id)) == {"AK1": "One.", "AK2": "Two.", "AK3": "Three."}


def test_a_row_that_is_no_version_is_passed_over_and_kept(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    tables = read_tables(path)
    tables["poem"] = {"1": {"id": "p", "lines": ["a rose"]}}
    tables["evidence"]["99"] = {"text": "no dot"}
    path.write_bytes(msgspec.json.encode(tables))
    with library.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
        assert session.notices == []
    assert read_tables(path)["poem"] == tables["poem"]


def test_a_folder_with_the_name_of_a_ledger_is_none(three_notes: Panel, library: Library) -> None:
    (three_notes.session.folder / "odd.json").mkdir()
    assert len(notes(library.open(three_notes.session.id))) == 3
