"""The demo: a finished session, made by the rules, that shows each thing a review can hold."""

import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from exports.checks import check
from frameworks.shelf import Shelf
from sessions.clock import Clock, local
from sessions.demo import build_demo
from sessions.home import Home
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.seen import NoteView, SessionView
from sessions.view import view

ROOT = Path(__file__).parents[2]
SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def library_in(root: Path, clock: Clock = lambda: SATURDAY) -> Library:
    """Return a library with the frameworks that come with the app."""
    return Library(root / "library", Home(root / "home"), Shelf(None, root / "packs"), clock)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    root = tmp_path_factory.mktemp("demo")
    return root, build_demo(library_in(root))


@pytest.fixture
def seen(made: tuple[Path, str]) -> SessionView:
    root, identity = made
    return view(library_in(root).open(identity))


def test_every_statement_has_one_to_four_notes(seen: SessionView) -> None:
    assert [area.number for area in seen.areas] == [1, 2, 3, 4]
    for area in seen.areas:
        for statement in area.statements:
            assert 1 <= len(statement.evidence) <= 4, statement.ref
    assert len({note.source for note in seen.notes}) == 9
    assert any(len(note.statements) == 2 for note in seen.notes)
    assert [note.ref for note in seen.inbox] == ["CP10"]


def test_three_areas_are_judged_and_the_last_waits_at_its_gate(seen: SessionView) -> None:
    assert [area.number for area in seen.areas if not area.judging] == [4]
    for area in seen.areas[:3]:
        assert area.agreement is not None and area.agreement.because
        for statement in area.statements:
            judged = statement.judged
            assert judged is not None and judged.revealed
            first = [b for b in judged.ballots if b.round == 1]
            assert [b.by for b in first] == ["Amira Khan", "Ben Okafor", "Carys Pugh"]
            assert all(b.cast and b.cites and not b.hidden for b in first)
            assert judged.agreement is not None and judged.agreement.because


def test_it_shows_what_a_panel_can_come_to(seen: SessionView) -> None:
    pairs = [(s.ref, s.judged) for a in seen.areas for s in a.statements if s.judged]
    agreed = {ref: judged.agreement for ref, judged in pairs if judged.agreement}
    assert [ref for ref, held in agreed.items() if held.dissent] == ["3.4"]
    assert [r for r, held in agreed.items() if held.outcome == "not_enough_evidence"] == ["2.4"]
    assert [ref for ref, held in agreed.items() if len(held.stages) == 2] == ["1.4"]
    assert [ref for ref, j in pairs if any(b.round == 2 for b in j.ballots)] == ["1.4"]
    assert {stage for held in agreed.values() for stage in held.stages} == {
        "establishing",
        "strengthening",
        "sustaining",
    }
    late = [(note.ref, set(note.late)) for note in seen.notes if note.late]
    assert late == [("BO13", {2})]
    assert not any(note.apart for note in seen.notes)
    assert seen.conflicts == ()


def test_one_note_is_its_authors_alone(made: tuple[Path, str], seen: SessionView) -> None:
    root, identity = made
    session = library_in(root).open(identity)
    amira = next(person.id for person in seen.people if person.name == "Amira Khan")
    private = [note.ref for note in view(session, amira).notes if note.private]
    assert private == ["AK16"]
    assert seen.note("AK16") is None


def test_its_notes_describe_and_name_no_child(made: tuple[Path, str], seen: SessionView) -> None:
    root, identity = made
    found = check(seen, library_in(root).open(identity).framework)
    # One is left in so that there is something to be pointed out before the report leaves
    assert [(f.place, "only learner" in f.sentence) for f in found.identifying] == [("AK15", True)]
    assert found.judging_words == ()
    assert [finding.place for finding in found.one_sided] == ["2.4"]
    assert (*found.without_notes, *found.not_judged, *found.not_agreed, *found.lost_cites) == ()


def test_the_day_went_as_days_do(seen: SessionView) -> None:
    assert seen.date == "2026-11-20"
    times = [note.observed for note in seen.notes]
    assert times == sorted(times)
    assert {time[:10] for time in times} == {seen.date}
    assert times[0][11:] >= "08:30" and times[-1][11:] <= "15:00"
    assert all(_minutes(b) - _minutes(a) <= 35 for a, b in pairwise(times))


def _minutes(moment: str) -> int:
    return int(moment[11:13]) * 60 + int(moment[14:16])


def test_the_gate_was_opened_after_the_last_note_that_is_not_late(
    made: tuple[Path, str], seen: SessionView
) -> None:
    root, identity = made
    opened = min(gate.at for area in seen.areas for gate in area.log)
    records = library_in(root).open(identity).records
    written = {v.id: local(v.at) for v in records.all() if v.kind == "evidence"}

    def in_time(note: NoteView) -> bool:
        return written[note.id] <= opened

    assert [note.ref for note in seen.notes if not in_time(note)] == ["BO13"]


@pytest.mark.parametrize("days", range(7))
def test_the_visit_was_on_the_last_weekday_before(tmp_path: Path, days: int) -> None:
    today = SATURDAY + timedelta(days=days)
    library = library_in(tmp_path, lambda: today)
    visit = date.fromisoformat(view(library.open(build_demo(library))).date)
    assert visit.weekday() < 5
    assert 1 <= (today.date() - visit).days <= 3


def test_it_is_made_in_less_than_two_seconds_and_can_be_gone_on_with(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    begun = time.process_time()
    identity = build_demo(library)
    assert time.process_time() - begun < 2
    session = library.open(identity)
    amira = session.state.present("reviewer")[0]
    assert add_note(session, amira, "One more.", ["4.1"]) == "AK17"
    open_gate(session, amira, 4)
    session.close()
    assert view(library_in(tmp_path).open(identity)).note("AK17") is not None
    assert len(list((tmp_path / "library" / identity).glob("*.json"))) == 1


# The whole demo, in a terminal of its own


@pytest.fixture(scope="module")
def terminal() -> ModuleType:
    """Return `.ci/open_demo.py`, which opens a program in a terminal of its own."""
    pytest.importorskip("pty")
    spec = importlib.util.spec_from_file_location("open_demo", ROOT / ".ci" / "open_demo.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Give the folder for what is thrown away, and the one that is the user's own."""
    thrown, own = tmp_path / "thrown", tmp_path / "own"
    thrown.mkdir()
    own.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(thrown))
    for name in ("HOME", "XDG_DATA_HOME", "INCLUSION_REVIEW_LIBRARY"):
        monkeypatch.setenv(name, str(own))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.chdir(own)
    yield thrown, own


@pytest.mark.parametrize("end", ["quit", "killed"])
def test_nothing_is_left_of_it_and_nothing_of_the_users_is_touched(
    terminal: ModuleType, elsewhere: tuple[Path, Path], end: str
) -> None:
    thrown, own = elsewhere
    program = terminal.Program([sys.executable, "-m", "tui", "demo"])
    try:
        assert program.wait_for("[Overview]", 60), program.plain()[-2000:]
        (folder,) = thrown.glob("inclusion-review-demo-*")
        assert folder.stat().st_mode & 0o077 == 0
        if end == "quit":
            program.press(terminal.CTRL_Q)
        else:
            os.kill(program._process, signal.SIGTERM)
        assert program.wait_for_leaving(30), program.plain()[-2000:]
        assert program.status == (0 if end == "quit" else 128 + signal.SIGTERM)
    finally:
        program.kill()
    assert list(thrown.iterdir()) == []
    assert list(own.iterdir()) == []
