"""An index that is damaged or cannot be kept: search says the same."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from indexed import BOTH, file_of, herons, index_of, note
from reviews import Panel, library_in

from sessions.ids import new_id
from sessions.library import Library
from sessions.search_index import Own
from sessions.search_store import FORMAT
from sessions.search_typed import read_query
from sessions.view import view


def _missing(file: Path) -> None:
    file.unlink()


def _junk(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(20_000))


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _scribbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for place in range(4096, len(data), 512):
        data[place : place + 64] = b"\xff" * 64
    file.write_bytes(data)


def _older(file: Path) -> None:
    _execute(file, f"PRAGMA user_version = {FORMAT + 1}")


def _no_table(file: Path) -> None:
    _execute(file, "DROP TABLE of_note")


def _strange_rows(file: Path) -> None:
    _execute(file, "UPDATE of_note SET row = '[1, 2'")


def _strange_sessions(file: Path) -> None:
    _execute(file, "UPDATE session SET changed = 'soon'")


def _execute(file: Path, command: str) -> None:
    database = sqlite3.connect(file)
    database.execute(command)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    "damage",
    [
        *(_missing, _junk, _empty, _half, _scribbled, _older, _no_table),
        *(_strange_rows, _strange_sessions),
    ],
)
@pytest.mark.parametrize("is_open", [True, False])
def test_a_damaged_index_is_made_again(
    library: Library, noted: Panel, damage: object, is_open: bool
) -> None:
    assert callable(damage)
    if not is_open:
        library.index.close()
    damage(file_of(library))
    index = library.index if is_open else index_of(library)
    assert not index.find(read_query("heron")).trouble
    for _ in range(2):  # what is found out by asking is read by the next look
        index.look()
        index.find(read_query("heron"))
    assert herons(index) == BOTH
    assert index.notice == ""


def test_what_somebody_else_wrote_into_it_is_only_text(library: Library, noted: Panel) -> None:
    library.index.close()
    _execute(
        file_of(library), "UPDATE of_note SET row = replace(row, 'A heron', 'A \\u001b[2Jheron')"
    )
    found = index_of(library).find(read_query("heron"))
    assert all(ord(sign) >= 32 for hit in found.hits for sign in hit.text.text)


# Where it cannot be kept


def test_where_it_cannot_be_written_it_is_in_memory_and_says_so(
    library: Library, panel: Panel
) -> None:
    note(panel, "A heron.")
    (library.folder / ".derived").write_text("This is no folder.")
    library.index.look()
    assert herons(library.index) == {"A heron."}
    assert "in memory" in library.index.notice
    note(panel, "Two herons.")
    library.index.look()
    assert herons(library.index) == BOTH


def test_what_another_window_holds_fast_is_kept_in_memory_meanwhile(
    library: Library, noted: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sessions.search_store._PATIENCE", 0.05)
    index = index_of(library)
    index.look()
    holder = sqlite3.connect(file_of(library), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    note(noted, "Three herons.")
    index.look()
    assert herons(index) == {*BOTH, "Three herons."}
    holder.execute("COMMIT")
    holder.close()
    note(noted, "Four herons.")
    index.look()
    assert herons(index) == {*BOTH, "Three herons.", "Four herons."}
    assert index.notice == ""


def test_without_full_text_search_it_finds_the_same_and_says_so(
    library: Library, noted: Panel
) -> None:
    note(noted, 'Élan said: "a heron came by" on Monday, 100% or _ was it.')
    library.index.look()
    plain = index_of(library, full_text=False)
    plain.look()
    assert "no full-text search" in plain.notice
    own = Own(full_text=False)
    own.show(view(noted.session, noted.amira))
    for typed in (
        *("heron", "her", "elan", '"heron came"', '"came heron"', '"heron cam"', "%", "_", "100"),
        *(
            "heron area:1",
            "heron area:2",
            "heron source:data",
            "heron setting:bank",
            "statement:1.1",
        ),
        *("kind:person", "a from:2026 to:2026", "heron framework:little", "heron élan"),
    ):
        query = read_query(typed)
        assert plain.find(query) == library.index.find(query), typed
        assert own.find(query).counts == library.index.find(query).counts, typed
    own.store.close()


def test_a_session_that_cannot_be_read_is_counted_and_the_rest_is_found(
    library: Library, noted: Panel
) -> None:
    broken = library.folder / new_id()
    shutil.copytree(noted.session.folder, broken)
    next(broken.glob("*.json")).unlink()
    for copy in broken.glob("*.last-good"):
        copy.unlink()
    (broken / "framework.md").unlink()
    (broken / "framework.md").mkdir()
    library.index.look()
    found = library.index.find(read_query("heron"))
    assert (found.total, found.unreadable, found.unread) == (2, 1, 0)


def test_a_library_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    library.index.look()
    assert library.index.find(read_query("heron")).hits == ()
    assert not library.folder.exists()
