"""The rows of a library: what they say, and what is read anew."""

import os
import shutil
from pathlib import Path

import pytest
from little import make
from reviews import PACKS, Ticking, panel_in
from rows import settle

from frameworks.shelf import Shelf
from sessions.catalogue import Row
from sessions.home import Home
from sessions.ids import new_id
from sessions.library import DERIVED, Library, Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import leave
from sessions.session import PACK, Session
from sessions.setup import change_setup


def test_a_row_says_what_everyone_may_see(library: Library) -> None:
    panel = panel_in(library, areas=(1, 3))
    add_note(panel.session, panel.amira, "One.", ["1.1", "1.2"])
    add_note(panel.session, panel.ben, "For myself.", ["3.1"], private=True)
    open_gate(panel.session, panel.fay, 1)
    leave(panel.session, panel.ben)
    panel.session.close()
    began = panel.session.records.versions("session/name")[0].act
    assert library.rows() == (
        Row(
            id=panel.session.id,
            name="hollin-bank-2026-11-21",
            setting="Hollin Bank",
            phase="",
            date="2026-11-21",
            framework="little",
            framework_title="Little Framework",
            people=("Fay", "Amira Khan"),
            notes=1,
            statements=4,
            evidenced=2,
            describing=(3,),
            judging=(1,),
            origin=began,
        ),
    )


def test_rows_are_newest_first(library: Library) -> None:
    for day in ("2026-11-20", "2026-11-22", "2026-11-21"):
        make(library, f"School {day}", day)
    assert [row.date for row in library.rows()] == ["2026-11-22", "2026-11-21", "2026-11-20"]


class Counting(Library):
    """A library that counts the sessions it opens."""

    opened = 0

    def _load(self, folder: Path) -> Session:
        Counting.opened += 1
        return super()._load(folder)


def counting_in(tmp_path: Path) -> Library:
    Counting.opened = 0
    home = Home(tmp_path / "homes" / "laptop", host="laptop")
    return Counting(tmp_path / "library", home, Shelf(built_in=PACKS), Ticking())


def test_only_what_has_changed_is_read_again(tmp_path: Path) -> None:
    library = counting_in(tmp_path)
    made = [make(library, f"School {number}") for number in range(6)]
    settle(library)
    Counting.opened = 0
    library.rows()
    assert Counting.opened == 6
    library.rows()
    assert Counting.opened == 6
    with library.open(made[2]) as session:
        change_setup(session, "", setting="Renamed")
    Counting.opened = 0
    assert sum(row.setting == "Renamed" for row in library.rows()) == 1
    assert Counting.opened == 1


def test_two_changes_within_a_tick_of_the_disks_clock_are_both_seen(library: Library) -> None:
    panel = panel_in(library)
    add_note(panel.session, panel.amira, "One.")
    panel.session.flush()
    changed = panel.session.folder.stat()
    assert library.rows()[0].notes == 1
    add_note(panel.session, panel.amira, "Two.")
    panel.session.flush()
    os.utime(panel.session.folder, ns=(changed.st_atime_ns, changed.st_mtime_ns))
    assert library.rows()[0].notes == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b'{"format": 99, "rows": {}}',
        b'{"format": 1, "rows": {"x": 7}}',
    ],
    ids=repr,
)
def test_a_catalogue_that_is_missing_or_damaged_is_made_again(
    library: Library, data: bytes
) -> None:
    make(library)
    rows = library.rows()
    file = library.folder / DERIVED / "catalogue.json"
    file.write_bytes(data)
    assert library.rows() == rows
    shutil.rmtree(library.folder / DERIVED)
    assert library.rows() == rows
    assert file.exists()


@pytest.mark.parametrize("evil", ["\\u001b[31m", "\u202e", "\x9b"], ids=ascii)
def test_a_catalogue_that_somebody_else_wrote_is_not_shown(library: Library, evil: str) -> None:
    make(library)
    settle(library)
    rows = library.rows()
    file = library.folder / DERIVED / "catalogue.json"
    said = file.read_text(encoding="utf-8")
    assert "Hollin Bank" in said
    file.write_text(said.replace("Hollin Bank", f"Hollin {evil}Bank"), encoding="utf-8")
    assert library.rows() == rows


def test_a_session_that_is_gone_is_no_longer_listed(library: Library) -> None:
    make(library)
    gone = make(library, "Elsewhere")
    assert len(library.rows()) == 2
    shutil.rmtree(library.folder / gone)
    assert [row.setting for row in library.rows()] == ["Hollin Bank"]


def test_what_is_no_session_is_not_listed(library: Library) -> None:
    make(library)
    (library.folder / "notes.txt").write_text("mine")
    (library.folder / "old copies").mkdir()
    (library.folder / new_id()).symlink_to(library.folder / "nowhere")
    cut_off = library.folder / new_id()  # its making
    cut_off.mkdir()
    (cut_off / PACK).write_text(library.shelf.text("little"), encoding="utf-8")
    assert len(library.rows()) == 1


def test_an_empty_folder_with_the_name_of_a_session_is_not_listed(tmp_path: Path) -> None:
    home = Home(tmp_path / "home", host="laptop")
    library = Library(tmp_path / "library", home, Shelf(own=PACKS), Ticking())
    (library.folder / new_id()).mkdir(parents=True)
    assert library.rows() == ()


def test_a_session_of_which_nothing_can_be_read_is_listed_all_the_same(library: Library) -> None:
    identity = make(library)
    for path in (library.folder / identity).glob("*.json*"):
        path.write_bytes(b"{")
    assert [row.id for row in library.rows()] == [identity]


def test_a_session_that_cannot_be_read_is_listed_with_why_until_it_can(library: Library) -> None:
    identity = make(library)
    pack = library.folder / identity / PACK
    kept = pack.read_bytes()
    pack.unlink()
    pack.mkdir()
    settle(library)
    (row,) = library.rows()
    assert row.trouble.startswith(f"{identity} cannot be read: ")
    before = (library.folder / identity).stat()
    pack.rmdir()
    pack.write_bytes(kept)
    os.utime(library.folder / identity, ns=(before.st_atime_ns, before.st_mtime_ns))
    (row,) = library.rows()
    assert (row.trouble, row.setting) == ("", "Hollin Bank")


def test_progress_is_heard_of_what_is_read_anew(library: Library) -> None:
    from sessions.catalogue import Catalogue

    for number in range(3):
        make(library, f"School {number}")
    heard: list[tuple[int, int]] = []
    catalogue = Catalogue(library.folder, library.folder / "file", library._load)
    catalogue.rows(lambda done, of: heard.append((done, of)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_library_that_cannot_be_written_is_read(library: Library) -> None:
    identity = make(library)
    shutil.rmtree(library.folder / DERIVED, ignore_errors=True)
    (library.folder / DERIVED).write_text("in the way")
    assert [row.id for row in library.rows()] == [identity]


def test_a_ledger_of_another_session_makes_no_copy_of_it(library: Library) -> None:
    ash, beech = (
        library.create(Plan(setting=name, framework="little")) for name in ("Ash", "Beech")
    )
    for session in (ash, beech):
        session.close()
    stray = next(ash.folder.glob("*.json"))
    (beech.folder / f"from-{stray.name}").write_bytes(stray.read_bytes())
    rows = {row.id: row for row in library.rows()}
    assert rows[ash.id].origin != rows[beech.id].origin
