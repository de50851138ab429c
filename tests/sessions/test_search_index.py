"""The index is disposable: missing, stale, damaged, shared or not to be had, search says the same."""

import os
import shutil
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexed import BOTH, file_of, herons, index_of, note
from reviews import Panel, library_in, panel_in, start_python

from sessions.library import Library
from sessions.notes import delete_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.search import Query
from sessions.search_drop import drop_session
from sessions.search_index import Looked, Own
from sessions.search_typed import read_query
from sessions.session import Session


def test_it_is_made_when_it_is_asked_for_and_is_its_owner_s_alone(
    library: Library, noted: Panel
) -> None:
    file = file_of(library)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert herons(library.index) == BOTH
    assert herons(index_of(library)) == BOTH, "another window reads nothing again"
    assert index_of(library).look().sessions == 0
    assert list(file.parent.iterdir()) == [file]


def test_a_look_says_how_fast_it_read(library: Library, panel: Panel) -> None:
    note(panel, "A heron.")
    heard: list[tuple[int, int]] = []
    looked = library.index.look(lambda done, total: heard.append((done, total)))
    assert (looked.sessions, looked.notes, looked.removed) == (1, 1, 0)
    assert heard[-1] == (1, 1)
    assert looked.rate.startswith("Read 1 session with 1 note in ") and "a second" in looked.rate
    assert Looked().rate == ""


def test_only_what_changed_is_read_again(library: Library, noted: Panel) -> None:
    other = panel_in(library)
    other.session.flush()
    assert library.index.look().sessions == 1
    edit_note(noted.session, noted.amira, "AK1", "A heron, edited.")
    noted.session.flush()
    assert "A heron." not in herons(library.index), "what it was is not found before it is read"
    assert library.index.look().sessions == 1
    assert herons(library.index) == {"A heron, edited.", "Two herons."}
    other.session.release()


def test_a_session_that_is_gone_is_found_no_more(library: Library, noted: Panel) -> None:
    shutil.rmtree(noted.session.folder)
    assert herons(library.index) == set()
    assert library.index.look().removed == 1
    assert b"heron" not in file_of(library).read_bytes()


def test_a_ledger_that_is_written_over_in_its_place_is_read_again(
    library: Library, noted: Panel
) -> None:
    noted.session.close()
    folder = noted.session.folder
    ledger = next(folder.glob("*.json"))
    long_ago = 1_700_000_000_000_000_000
    os.utime(folder, ns=(long_ago, long_ago))
    library.index.look()
    assert herons(library.index) == BOTH
    ledger.write_bytes(ledger.read_bytes().replace(b"A heron.", b"B heron."))
    assert folder.stat().st_mtime_ns == long_ago
    assert library.index.find(read_query("heron")).unread == 1
    library.index.look()
    assert herons(library.index) == {"B heron.", "Two herons."}


# Nothing is left of what is hidden


def secret_left(library: Library) -> bool:
    return b"secretive" in file_of(library).read_bytes().lower()


def test_what_is_hidden_leaves_the_file_with_the_save(library: Library, panel: Panel) -> None:
    session = panel.session
    for hide in ("private", "delete", "gate"):
        if hide == "gate":
            open_gate(session, panel.fay, 1)
            reopen(session, panel.fay, 1, "A secretive reason.")
            open_gate(session, panel.fay, 1)
        ref = note(panel, "A secretive heron.")
        library.index.look()
        assert secret_left(library)
        if hide == "private":
            edit_note(session, panel.amira, ref, private=True)
        elif hide == "delete":
            delete_note(session, panel.amira, ref)
        else:
            delete_note(session, panel.amira, ref)
            reopen(session, panel.fay, 1, "Something.")
        session.flush()
        assert not secret_left(library), hide
        library.index.look()
        assert not secret_left(library), hide


def test_what_was_edited_leaves_the_file_with_the_next_look(library: Library, noted: Panel) -> None:
    # In many parts, so that the index has had to merge some of them.
    for number in range(12):
        note(noted, f"Note {number} has a secretive{number} word.")
        library.index.look()
    for number in range(12):
        edit_note(noted.session, noted.amira, f"AK{number + 3}", f"Plain {number}.")
    noted.session.flush()
    library.index.look()
    assert not secret_left(library)
    assert herons(library.index) == BOTH


def test_a_session_is_dropped_from_an_index_and_the_rest_stays(
    library: Library, noted: Panel
) -> None:
    other = panel_in(library)
    note(other, "Another heron.")
    library.index.look()
    drop_session(file_of(library), noted.session.id)
    assert b"Two herons" not in file_of(library).read_bytes()
    assert herons(library.index) == {"Another heron."}
    library.index.look()
    assert herons(library.index) == {*BOTH, "Another heron."}
    file_of(library).write_bytes(b"damaged")
    drop_session(file_of(library), noted.session.id)
    assert not file_of(library).exists()
    drop_session(file_of(library), noted.session.id)
    other.session.release()


# More than one at once


def test_two_windows_at_once_find_everything(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    for number in range(12):
        panel = panel_in(library)
        note(panel, f"A heron {number}.")
        panel.session.close()
    code = (
        "import sys; from pathlib import Path; from reviews import library_in\n"
        "from sessions.search_typed import read_query\n"
        "library = library_in(Path(sys.argv[1]))\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "library.index.look()\n"
        "found = library.index.find(read_query('heron'))\n"
        "print(found.total, library.index.notice, found.trouble)"
    )
    other = start_python(code, str(tmp_path))
    assert other.stdin is not None and other.stdout is not None
    assert other.stdout.readline() == "ready\n"
    other.stdin.write("go\n")
    other.stdin.flush()
    library.index.look()
    mine = herons(library.index)
    said, errors = other.communicate(timeout=60)
    assert (other.returncode, said.strip()) == (0, "12"), errors
    assert len(mine) == len(herons(index_of(library))) == 12


def test_one_thread_finds_while_another_reads(library: Library, noted: Panel) -> None:
    wrong: list[str] = []
    ended = threading.Event()

    def ask() -> None:
        while not ended.is_set():
            found = library.index.find(read_query("heron"))
            if found.trouble or found.total != len(found.hits):
                wrong.append(repr(found))

    asking = threading.Thread(target=ask)
    asking.start()
    for number in range(15):
        note(noted, f"Heron {number}.")
        library.index.look()
    ended.set()
    asking.join()
    assert wrong == []
    assert len(herons(library.index)) == 17


def test_a_look_that_is_stopped_keeps_what_it_read(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    sessions: list[Session] = []
    for number in range(3):
        panel = panel_in(library)
        note(panel, f"A heron {number}.")
        sessions.append(panel.session)
    answers = iter([False, True])
    library.index.look(stopped=lambda: next(answers, True))
    found = library.index.find(read_query("heron"))
    assert (len(found.hits), found.unread) == (1, 2)
    assert library.index.look().sessions == 2
    for session in sessions:
        session.release()


# Whatever is typed

HOSTILE = (
    *("*", '"', '""', "AND", "a AND", "NOT", "OR b", "NEAR(a b)", "words : a", "{words} : a"),
    *("a*b*", "^a", "-a", "a + b", "(", "a)", "'; DROP TABLE of_note; --", "%", "_", "\\", "\x00"),
    *(
        "0a1",
        "0n",
        "\U0001e900\U0001e901",
        "漢字",
        "e\u0301",
        "\ud800",
        "x" * 100_000,
        "a " * 5_000,
    ),
    *('"' * 999, "area:" + ",".join(map(str, range(500))), "setting:a " * 200, "source: kind:"),
)


@pytest.mark.parametrize("full_text", [True, False])
def test_any_text_gives_hits_or_none(library: Library, noted: Panel, full_text: bool) -> None:
    index = index_of(library, full_text=full_text)
    index.look()
    for typed in HOSTILE:
        assert index.find(read_query(typed)).trouble == "", typed
    assert herons(index) == BOTH, "and the index is as it was"


_own = Own()


@given(st.text(max_size=30))
def test_any_text_at_all_is_asked_without_an_error(typed: str) -> None:
    for kind in ("", "kind:note "):
        query = read_query(kind + typed)
        if not query.is_empty:
            assert _own.store.find(query, 5, ()) == []
            assert _own.store.count(query, ()) == {}


def test_nothing_asked_is_nothing_found(library: Library, noted: Panel) -> None:
    for query in (Query(), read_query("   "), read_query("heron area:x")):
        assert library.index.find(query).hits == ()
