"""Ledgers that were restored, copied or moved, and what synced folders and colleagues bring."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_seen import assert_no_number_twice, notes, only_ledger
from reviews import Panel, Ticking, library_in, panel_in

from sessions.home import Home
from sessions.ids import new_id
from sessions.ledger import Ledger, ledger_files, lock_of, read_ledger, take
from sessions.library import Library
from sessions.merge import Records
from sessions.notes import add_note, delete_note, edit_note
from sessions.records import SHAPES
from sessions.storage import BACKUP
from sessions.view import view

# Restored, copied, moved: a writer never goes on where it did not stop


def test_an_older_copy_put_back_costs_the_writer_its_name_and_nothing_else(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    older = path.read_bytes()
    with library.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
    path.write_bytes(older)
    with library.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Five.")
        assert session.writer != library.home.name
    assert_no_number_twice(three_notes.session.folder)
    assert list(notes(library.open(three_notes.session.id)).values()) == [
        "One.",
        "Two.",
        "Three.",
        "Five.",
    ]


def test_what_the_good_copy_beside_an_older_one_still_holds_is_not_lost(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    older = path.read_bytes()
    with library.open(three_notes.session.id) as session:
        for text in ("Four.", "Five."):
            add_note(session, three_notes.amira, text)
            session.flush()
    path.write_bytes(older)
    with library.open(three_notes.session.id) as session:
        assert "Four." in notes(session).values()
        add_note(session, three_notes.amira, "Six.")
        assert session.writer != library.home.name
    assert_no_number_twice(three_notes.session.folder)
    again = library.open(three_notes.session.id)
    assert {"Three.", "Four.", "Six."} <= set(notes(again).values())
    assert again.notices == []


def test_many_who_find_the_same_damage_at_once_put_the_copy_back_once(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    path.write_bytes(b"{")
    start = threading.Barrier(8)

    def look(_: int) -> int:
        start.wait(20)
        return len(read_ledger(path).versions)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(look, range(8)))
    assert len(set(found)) == 1
    assert len(list(three_notes.session.folder.glob("*.damaged-*"))) == 1


def test_an_older_copy_is_known_even_where_only_another_ledger_tells(
    three_notes: Panel, library: Library
) -> None:
    path, home = only_ledger(three_notes.session), library.home.folder
    older = path.read_bytes()
    kept = home.with_name("kept")
    shutil.copytree(home, kept)
    with library.open(three_notes.session.id) as session:
        edit_note(session, three_notes.amira, "AK3", "Three, mended.")
    with library_in(library.folder.parent, "desktop").open(three_notes.session.id) as other:
        edit_note(other, three_notes.ben, "AK3", "Three, mended again.")
    # A backup of the whole machine comes back: home and ledger agree, and both are behind.
    path.write_bytes(older)
    shutil.rmtree(home)
    kept.rename(home)
    machine = library_in(library.folder.parent)
    with machine.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
        assert session.writer != machine.home.name
    assert_no_number_twice(three_notes.session.folder)
    assert notes(machine.open(three_notes.session.id))["AK3"] == "Three, mended again."


@pytest.mark.parametrize("elsewhere", ["another library", "the same library"])
def test_a_session_copied_elsewhere_goes_on_under_another_name(
    three_notes: Panel, library: Library, elsewhere: str
) -> None:
    if elsewhere == "another library":
        target = library_in(library.folder.parent, folder=library.folder.parent / "second")
        copied = target.folder / three_notes.session.id
    else:
        target, copied = library, library.folder / new_id()
    shutil.copytree(three_notes.session.folder, copied)
    with target.open(copied.name) as copy, library.open(three_notes.session.id) as original:
        add_note(copy, three_notes.amira, "In the copy.")
        add_note(original, three_notes.amira, "In the original.")
        assert copy.writer != original.writer
    # Both may come together again, and nothing is taken for what it is not.
    for ledger in copied.glob("*.json"):
        shutil.copy(ledger, three_notes.session.folder / f"copied-{ledger.name}")
    texts = notes(library.open(three_notes.session.id)).values()
    assert {"One.", "Two.", "Three.", "In the copy.", "In the original."} <= set(texts)
    assert_no_number_twice(three_notes.session.folder)


def test_a_session_in_a_renamed_library_is_written_to_again(
    three_notes: Panel, library: Library
) -> None:
    moved = library.folder.rename(library.folder.with_name("moved"))
    machine = library_in(moved.parent, folder=moved)
    with machine.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
    assert len(notes(machine.open(three_notes.session.id))) == 4
    assert_no_number_twice(moved / three_notes.session.id)


@pytest.mark.parametrize("lost", ["home", "its notes of what was written"])
def test_a_lost_home_costs_the_writer_its_name_and_nothing_else(
    three_notes: Panel, library: Library, lost: str
) -> None:
    name = library.home.name
    shutil.rmtree(library.home.folder if lost == "home" else library.home.folder / "writers")
    machine = library_in(library.folder.parent)
    with machine.open(three_notes.session.id) as session:
        add_note(session, three_notes.amira, "Four.")
        assert session.writer != name
    assert len(notes(machine.open(three_notes.session.id))) == 4
    assert_no_number_twice(three_notes.session.folder)


def test_a_home_copied_to_another_machine_does_not_bring_its_name(
    library: Library, tmp_path: Path
) -> None:
    name = library.home.name
    shutil.copytree(library.home.folder, tmp_path / "copied")
    assert Home(tmp_path / "copied", host="laptop").name == name
    assert Home(tmp_path / "copied", host="desktop").name != name


@pytest.mark.parametrize("text", ["", "{", '{"name": "../..", "host": "laptop"}', "[]"])
def test_a_damaged_home_takes_a_new_name_that_is_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "installation.json").write_text(text)
    assert Home(tmp_path, host="laptop").name.isalnum()


def test_a_home_that_cannot_be_written_still_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    home = Home(tmp_path / "file" / "home", host="laptop")
    assert home.name == home.name


@pytest.mark.parametrize("way", ["older", "empty", "missing", "another's"])
def test_a_ledger_replaced_under_a_running_session_loses_nothing(
    library: Library, panel: Panel, way: str
) -> None:
    add_note(panel.session, panel.amira, "One.")
    panel.session.flush()
    path = only_ledger(panel.session)
    older = path.read_bytes()
    add_note(panel.session, panel.amira, "Two.")
    panel.session.flush()
    if way == "missing":
        path.unlink()
    else:
        path.write_bytes({"older": older, "empty": b"{}", "another's": b'{"poem": {}}'}[way])
    put_there = path.read_bytes() if path.exists() else None
    add_note(panel.session, panel.amira, "Three.")
    panel.session.close()
    found = notes(library.open(panel.session.id))
    assert found == {"AK1": "One.", "AK2": "Two.", "AK3": "Three."}
    assert_no_number_twice(panel.session.folder)
    # Whoever put a file there keeps it: it is not ours to write over.
    if put_there is not None:
        assert path.read_bytes() == put_there


def test_a_ledger_replaced_after_the_last_word_is_written_again_on_closing(
    library: Library, panel: Panel
) -> None:
    add_note(panel.session, panel.amira, "One.")
    panel.session.flush()
    path = only_ledger(panel.session)
    older = path.read_bytes()
    add_note(panel.session, panel.amira, "Two.")
    panel.session.flush()
    path.write_bytes(older)
    panel.session.refresh()
    panel.session.close()
    assert notes(library.open(panel.session.id)) == {"AK1": "One.", "AK2": "Two."}


def test_a_session_that_is_deleted_whole_does_not_come_back(panel: Panel) -> None:
    add_note(panel.session, panel.amira, "One.")
    panel.session.flush()
    shutil.rmtree(panel.session.folder)
    panel.session.close()
    assert not panel.session.folder.exists()


def test_taking_a_lock_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        take(lock_of(tmp_path / "gone" / "ledger.json"))
    assert not (tmp_path / "gone").exists()


def test_a_writer_without_a_place_still_has_a_name(tmp_path: Path) -> None:
    home = Home(tmp_path / "home", host="laptop")
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "gone", tmp_path / "file" / "session"):
        ledger = Ledger.claim(folder, home, "session", Records())
        assert ledger.writer
        assert ledger.count == 0


# What synced folders and colleagues bring


def test_the_conflicted_copy_of_a_synced_folder_is_the_same_case(
    three_notes: Panel, library: Library
) -> None:
    path = only_ledger(three_notes.session)
    shutil.copy(path, path.with_name(f"{path.stem} (conflicted copy).json"))
    session = library.open(three_notes.session.id)
    assert len(notes(session)) == 3
    assert view(session).conflicts == ()


def test_a_colleagues_ledger_copied_in_is_read_at_the_next_look(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    panel.session.flush()
    abroad = library_in(tmp_path, "desktop", Ticking(), tmp_path / "abroad")
    folder = abroad.folder / panel.session.id
    shutil.copytree(panel.session.folder, folder)
    with abroad.open(panel.session.id) as other:
        add_note(other, panel.ben, "From abroad.")
        name = other.writer
    assert panel.session.refresh() is False
    shutil.copy(folder / f"{name}.json", panel.session.folder)
    assert panel.session.refresh() is True
    assert notes(panel.session) == {"BOb1": "From abroad."}
    assert panel.session.refresh() is False


def test_the_good_copy_alone_is_found(tmp_path: Path) -> None:
    (tmp_path / f"a.json{BACKUP}").write_bytes(b"{}")
    (tmp_path / "b.json").write_bytes(b"{}")
    (tmp_path / "b.json.tmp").write_bytes(b"{")
    assert [path.name for path in ledger_files(tmp_path)] == ["a.json", "b.json"]


simple = st.none() | st.booleans() | st.integers(-5, 2**70) | st.text(max_size=8) | st.floats()
bodies = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    """A row as a person, or another program, might have written it: nearly right."""
    kind = draw(st.sampled_from(sorted(SHAPES)))
    names = SHAPES[kind].__struct_fields__
    body = {name: draw(bodies) for name in draw(st.sets(st.sampled_from(names)))}
    likely: dict[str, Any] = {
        "name": "setting",
        "participant": "somebody",
        "note": "a note",
        "statement": "1.1",
        "text": "\x1b[31m",
        "number": 1,
        "area": 1,
        "opened": True,
        "filed": True,
        "round": 1,
        "tag": "Z",
        "role": "reviewer",
        "value": [[1], {}],
        "dissent": [{"by": "nobody", "text": "\u202e"}],
    }
    body |= {name: value for name, value in likely.items() if name in names and draw(st.booleans())}
    return {
        "id": draw(
            st.sampled_from(
                ["session/areas", "session/name", "gate/1", "agreement/area/x", "reveal/1.1", "x"]
            )
            | st.text(max_size=5)
        ),
        "kind": kind,
        "by": draw(st.text(max_size=5)),
        "at": draw(st.sampled_from(["2026-11-21T09:00:00.000Z", "0001-01-01T00:00:00Z", "", "x"])),
        "dot": [draw(st.sampled_from(["a", "b"])), draw(st.integers(-3, 2**40))],
        "context": draw(st.dictionaries(st.sampled_from(["a", "b"]), st.integers(0, 9))),
        "body": draw(st.none() | st.just(body) | bodies.filter(lambda b: isinstance(b, dict))),
        "act": draw(st.text(max_size=3)),
        "undoes": draw(st.text(max_size=3)),
    }


@settings(max_examples=25)
@given(st.lists(rows(), max_size=6))
def test_a_ledger_that_says_anything_at_all_breaks_nothing(
    tmp_path_factory: pytest.TempPathFactory, said: list[dict[str, Any]]
) -> None:
    library = library_in(tmp_path_factory.mktemp("odd"))
    panel = panel_in(library)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    panel.session.close()
    table = {str(number): row for number, row in enumerate(said, 1)}
    (panel.session.folder / "odd.json").write_text(
        msgspec.json.encode({"odd": table}).decode(), encoding="utf-8"
    )
    with library.open(panel.session.id) as session:
        for viewer in (None, panel.amira):
            seen = view(session, viewer)
            assert "\x1b" not in repr(msgspec.to_builtins(seen))
        ref = add_note(session, panel.amira, "Another.")
        edit_note(session, panel.amira, ref, "Another, mended.")
        delete_note(session, panel.amira, ref)
    assert len(library.rows()) == 1
