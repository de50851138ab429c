"""The library's rows: sorted, grouped, narrowed; copies recognised; ten thousand of them at once."""

import shutil
import time
from collections.abc import Callable, Iterable

import pytest
from reviews import Panel, panel_in
from rows import row, settle

from sessions.catalogue import Row
from sessions.ids import new_id
from sessions.library import Library
from sessions.listing import Wanted, grouped, haystack, narrowed, ordered, twins

ROWS = [
    row(1, "Beech", "2025-03-01", state="final", framework_title="Other", framework="other"),
    row(2, "alder", "2026-11-20", state="accuracy"),
    row(3, "Cedar", "2026-11-21", archived=True),
    row(4, "Beech", "2026-01-01", retention="2027-01-01"),
]


def numbers(rows: Iterable[Row]) -> list[int]:
    return [int(one.id) for one in rows]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("date", [3, 2, 4, 1]),
        ("setting", [2, 4, 1, 3]),
        ("framework", [3, 2, 4, 1]),
        ("state", [3, 4, 2, 1]),
    ],
)
def test_rows_are_sorted_and_of_those_alike_the_newest_first(order: str, found: list[int]) -> None:
    assert numbers(ordered(ROWS, order)) == found
    assert numbers(ordered(reversed(ROWS), order)) == found


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ("none", [("", [1, 2, 3, 4])]),
        ("setting", [("alder", [2]), ("Beech", [1, 4]), ("Cedar", [3])]),
        ("framework", [("Little Framework", [2, 3, 4]), ("Other", [1])]),
        ("year", [("2026", [2, 3, 4]), ("2025", [1])]),
        (
            "state",
            [("Draft", [3, 4]), ("With the host for accuracy", [2]), ("Final", [1])],
        ),
    ],
)
def test_rows_are_grouped(group: str, found: list[tuple[str, list[int]]]) -> None:
    assert [(one.title, numbers(one.rows)) for one in grouped(ROWS, group)] == found


def test_what_cannot_be_read_stands_last_in_any_group() -> None:
    broken = row(5, "", "", trouble="cannot be read", framework_title="")
    for group in ("setting", "framework", "year", "state"):
        last = grouped([broken, *ROWS], group)[-1]
        assert (last.title, numbers(last.rows)) == ("Cannot be read", [5])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(words=("final",)), [1]),
        (Wanted(words=("archived",)), [3]),
        (Wanted(words=("beech", "2026")), [4]),
        (Wanted(setting="BEE"), [1, 4]),
        (Wanted(framework="other"), [1]),
        (Wanted(state="accuracy"), [2]),
        (Wanted(since="2026-01-01", until="2026-11-20"), [2, 4]),
        (Wanted(until="2025"), [1]),
        (Wanted(archived=False), [1, 2, 4]),
        (Wanted(archived=True), [3]),
    ],
)
def test_rows_are_narrowed(wanted: Wanted, found: list[int]) -> None:
    assert numbers(narrowed(ROWS, wanted)) == found
    assert numbers(narrowed(ROWS, wanted, {r.id: haystack(r) for r in ROWS})) == found


def test_copies_and_sessions_that_look_alike_are_told_apart() -> None:
    rows = [
        row(1, origin="a"),
        row(2, origin="a"),
        row(3, " hollin  BANK", origin="b"),
        row(4, "Elsewhere", origin="c", copies=("Copy of it", "old")),
        row(5, "Alone", origin="d"),
        row(6, "", "", trouble="cannot be read"),
    ]
    found = twins(rows)
    assert {int(identity): twin.words for identity, twin in found.items()} == {
        1: "the same session is here twice",
        2: "the same session is here twice",
        3: "there are other sessions of this setting, day and framework",
        4: "a copy is in the folder Copy of it and 1 more",
    }
    assert found[rows[0].id].same == (rows[1].id,)


def test_folders_that_hold_a_copy_are_recognised(library: Library, panel: Panel) -> None:
    panel.session.close()
    other = panel_in(library)
    other.session.close()
    shutil.copytree(panel.session.folder, library.folder / "hollin - Copy")
    shutil.copytree(panel.session.folder, library.folder / new_id())
    (library.folder / "photos").mkdir()
    for _ in range(2):
        rows = {one.id: one for one in library.rows()}
        assert len(rows) == 3
        assert rows[panel.session.id].copies == ("hollin - Copy",)
        assert rows[other.session.id].copies == ()
        said = twins(rows.values())
        assert len(said[panel.session.id].same) == 1
        assert said[other.session.id].words.startswith("there are other sessions of this setting")
        settle(library)
    shutil.rmtree(library.folder / "hollin - Copy")
    assert all(one.copies == () for one in library.rows())


def test_ten_thousand_rows_are_a_matter_of_milliseconds() -> None:
    rows = [
        row(
            number,
            f"School {number * 7919 % 3001}",
            f"20{10 + number % 17}-{1 + number % 12:02}-{1 + number % 28:02}",
            state=("draft", "accuracy", "final")[number % 3],
            origin=str(number),
        )
        for number in range(10_000)
    ]
    hay = {one.id: haystack(one) for one in rows}
    acts: tuple[Callable[[], object], ...] = (
        lambda: ordered(rows, "setting"),
        lambda: grouped(ordered(rows, "state"), "setting"),
        lambda: narrowed(rows, Wanted(words=("school", "12", "final")), hay),
        lambda: twins(rows),
    )
    for act in acts:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            act()
            times.append(time.perf_counter() - began)
        assert min(times) < 1  # some 10 to 25 ms where nothing else runs; `bench` says how long
