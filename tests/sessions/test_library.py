"""The library: sessions made, found and listed."""

import re
import shutil
import stat
import sys
from pathlib import Path

import pytest
from little import little, make
from reviews import PACKS, Panel, Ticking, library_in, panel_in

from frameworks.shelf import Shelf
from sessions.errors import Refused
from sessions.ids import ID, new_id, short_id
from sessions.library import DERIVED, Library, Plan
from sessions.notes import add_note
from sessions.session import PACK
from sessions.view import view

# Making


def test_making_a_library_touches_nothing(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    assert library.rows() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_session_holds_what_it_was_planned_with(library: Library) -> None:
    session = library.create(
        Plan(
            setting="  Hollin\tBank ",
            framework="little",
            phase="primary",
            date="2026-12-01",
            areas=(3, 1, 3),
            facilitator="Fay",
            reviewers=("Amira Khan", "Ben Orr"),
            purpose="A visit",
        )
    )
    session.close()
    seen = view(library.open(session.id))
    assert (seen.setting, seen.phase, seen.date) == ("Hollin Bank", "primary", "2026-12-01")
    assert (seen.framework, seen.framework_version) == ("little", "1.2")
    assert [area.number for area in seen.areas] == [1, 3]
    assert [(p.name, p.role) for p in seen.people] == [
        ("Fay", "facilitator"),
        ("Amira Khan", "reviewer"),
        ("Ben Orr", "reviewer"),
    ]
    assert seen.purpose == "A visit"


def test_three_fields_are_enough(library: Library) -> None:
    session = library.create(little())
    seen = view(session)
    assert seen.date == "2026-11-21"
    assert len(seen.areas) == 3
    assert seen.people == ()


def test_a_session_keeps_the_pack_it_was_made_with(library: Library) -> None:
    session = library.create(little())
    assert (session.folder / PACK).read_text() == library.shelf.text("little")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_everything_in_a_library_is_its_owners_alone(library: Library) -> None:
    panel = panel_in(library)
    add_note(panel.session, panel.amira, "One.")
    panel.session.close()
    library.rows()
    for root in (library.folder, library.home.folder):
        for path in (root, *root.rglob("*")):
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan(setting=" ", framework="little"), "needs the name of its setting"),
        (Plan(setting="H", framework="big\x1b"), "no framework called big\ufffd; there is little"),
        (Plan(setting="H", framework="little", phase="nursery"), "no phase called nursery"),
        (Plan(setting="H", framework="little", date="21/11/2026"), "is not a date; write it as"),
        (Plan(setting="H", framework="little", date="2026-02-30"), "is not a date"),
        (Plan(setting="H", framework="little", areas=(1, 9)), "no area 9; Little Framework has"),
        (Plan(setting="H", framework="little", facilitator="  "), "needs a name"),
        (
            Plan(setting="H", framework="little", facilitator="Al", reviewers=("al",)),
            "al is in this session already",
        ),
        (Plan(setting="H", framework="little", reviewers=("Al", "Al")), "Al is in this session"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_does_not_exist_is_refused_and_nothing_is_made(
    library: Library, plan: Plan, words: str
) -> None:
    with pytest.raises(Refused, match=re.escape(words)):
        library.create(plan)
    assert (
        not library.folder.exists()
        or [path for path in library.folder.iterdir() if path.name != DERIVED] == []
    )
    assert library.rows() == ()


def test_a_session_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file where the folder should be")
    with pytest.raises(OSError):
        library_in(tmp_path).create(little())
    assert (tmp_path / "library").read_text() == "a file where the folder should be"


# Names


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("Hollin Bank", "hollin-bank-2026-11-21"),
        ("St. Mary's C of E (VA)", "st-marys-c-of-e-va-2026-11-21"),
        ("École Élémentaire", "ecole-elementaire-2026-11-21"),
        ("小学校", "session-2026-11-21"),
        ("../../etc", "etc-2026-11-21"),
        ("a" * 200, f"{'a' * 40}-2026-11-21"),
    ],
)
def test_a_session_has_a_readable_name(library: Library, setting: str, name: str) -> None:
    assert view(library.create(little(setting))).name == name


def test_sessions_of_one_day_and_setting_have_names_of_their_own(library: Library) -> None:
    for _ in range(3):
        make(library)
    names = [row.name for row in library.rows()]
    assert sorted(names) == [f"hollin-bank-2026-11-21{n}" for n in ("", "-2", "-3")]


# Finding


def test_a_session_is_found_by_its_id_a_beginning_of_it_and_its_name(library: Library) -> None:
    wanted = make(library)
    for _ in range(3):
        make(library, "Elsewhere")
    beginning = next(
        wanted[:length]
        for length in range(1, 27)
        if sum(row.id.startswith(wanted[:length]) for row in library.rows()) == 1
    )
    for called in (wanted, wanted.upper(), beginning, "hollin-bank-2026-11-21", f" {wanted}\n"):
        assert library.find(called) == wanted


def test_a_beginning_that_several_share_is_refused_with_their_ids(library: Library) -> None:
    ids = [make(library) for _ in range(3)]
    with pytest.raises(Refused, match=r"could be 3 sessions .*; use more of the id") as caught:
        library.find(ids[0][:3])
    assert all(identity in str(caught.value) for identity in ids)


@pytest.mark.parametrize(
    "called",
    ["", " ", "nowhere", "..", ".", "/", DERIVED, "../library", "\x00", "x" * 100_000, "\udcff"],
    ids=lambda called: repr(called[:12]),
)
def test_what_is_no_session_is_refused(library: Library, called: str) -> None:
    make(library)
    library.rows()
    (library.folder / PACK).write_text("not a session's")
    (library.folder / DERIVED / PACK).write_text("not a session's")
    with pytest.raises(Refused, match="There is no session called"):
        library.find(called)


def test_opening_by_id_looks_at_no_other_session(library: Library, tmp_path: Path) -> None:
    wanted = make(library)
    for _ in range(5):
        make(library, "Elsewhere")
    shutil.rmtree(library.folder / DERIVED)
    library.open(wanted)
    assert not (library.folder / DERIVED).exists()


def test_saving_does_not_touch_the_catalogue(library: Library) -> None:
    panel = panel_in(library)
    library.rows()
    file = library.folder / DERIVED / "catalogue.json"
    before = file.stat()
    for number in range(5):
        add_note(panel.session, panel.amira, f"Note {number}.")
        panel.session.flush()
    assert file.stat().st_mtime_ns == before.st_mtime_ns


# The framework a session was made with


def test_a_session_goes_on_with_its_own_pack_when_the_installed_one_changes(
    library: Library, tmp_path: Path
) -> None:
    identity = make(library)
    changed = tmp_path / "packs"
    changed.mkdir()
    text = (PACKS / "little.md").read_text(encoding="utf-8")
    newer = text.replace("Leaders look at attendance.", "Leaders look at exclusions.")
    (changed / "little.md").write_text(newer, encoding="utf-8")
    later = Library(library.folder, library.home, Shelf(built_in=changed), Ticking())
    statement = view(later.open(identity)).statement("1.1")
    assert statement is not None
    assert statement.text == "Leaders look at attendance."


@pytest.mark.parametrize("way", ["missing", "damaged"])
def test_without_its_pack_the_installed_one_is_shown_and_that_is_said(
    library: Library, tmp_path: Path, way: str
) -> None:
    with library.create(little()) as session:
        pack = session.folder / PACK
        identity = session.id
    if way == "missing":
        pack.unlink()
    else:
        pack.write_text("# nothing")
    both = Library(library.folder, library.home, Shelf(own=PACKS), Ticking())
    found = both.open(identity)
    assert found.framework.id == "little"
    assert view(found).statement("1.1") is not None
    assert found.notices == [
        "The framework that this session was made with cannot be read; "
        "Little Framework as installed is shown."
    ]


# Ids


def test_ids_sort_by_time_and_never_meet() -> None:
    ids = [new_id() for _ in range(2000)]
    assert ids == sorted(set(ids))
    assert all(ID.fullmatch(identity) for identity in ids)
    assert len({short_id() for _ in range(200)}) == 200


def test_the_panels_session_is_listed_while_it_is_open(panel: Panel, library: Library) -> None:
    assert [row.id for row in library.rows()] == [panel.session.id]
