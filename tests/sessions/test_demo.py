"""The demos: finished sessions, made by the rules, that show each thing a review can hold."""

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
from sessions.comparing import compare
from sessions.demo import build_demos
from sessions.demo_content import CONTENTS, Days, read_content
from sessions.home import Home
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.seen import NoteView, SessionView
from sessions.view import view
from tui.demo import PERSON

ROOT = Path(__file__).parents[2]
SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def library_in(root: Path, clock: Clock = lambda: SATURDAY) -> Library:
    """Return a library with the frameworks that come with the app."""
    return Library(root / "library", Home(root / "home"), Shelf(None, root / "packs"), clock)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    root = tmp_path_factory.mktemp("demo")
    return root, build_demos(library_in(root))


@pytest.fixture(scope="module")
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


def test_the_visit_was_prepared(made: tuple[Path, str], seen: SessionView) -> None:
    visit = seen.visit
    assert visit.figures.any and not any(figure.few for figure in visit.figures.figures)
    standings = {enquiry.standing for enquiry in visit.enquiries}
    assert standings == {"open", "supported", "not-supported", "changed", "dropped"}
    # What is still open is of the area that is still being described
    assert [e.statements for e in visit.enquiries if e.is_open] == [("4.1",)]
    assert visit.unplanned == ("2.4",)
    during = {note.ref for note in seen.notes if note.activity}
    assert len(during) > 40
    assert all(activity.notes for activity in visit.activities)
    root, identity = made
    session = library_in(root).open(identity)
    (host,) = session.state.present("host")
    assert len(view(session, host).visit.self_evaluated) == 21
    assert {own.statement[0] for own in visit.self_evaluated} == {"1", "2", "3"}
    assert [change.what for change in visit.changes] == ["Ruth Ellery left; what they wrote stays."]


def test_it_goes_on_to_findings_and_a_plan_that_is_worked_on(seen: SessionView) -> None:
    plan = seen.plan
    assert {finding.kind for finding in plan.findings} == {"strength", "development", "sharing"}
    assert all(finding.notes and finding.statements for finding in plan.findings)
    assert [finding.ref for finding in plan.priorities] == ["4", "6", "5"]
    assert plan.objective and plan.benchmark and plan.waiting == ()
    # The first came along from the review before, and was promised then
    assert [result.findings for result in plan.key_results] == [(), ("4",), ("6",), ("5",)]
    assert {action.window for action in plan.actions} == {0, 1}
    assert all(action.who and action.due and action.success for action in plan.actions)
    entries = [entry for action in plan.actions for entry in action.monitoring]
    assert {entry.progress for entry in entries} == {"on-track", "at-risk", "done", "dropped"}
    assert all(entry.date < "2026-11-21" for entry in entries)
    promised = [action for action in plan.actions if action.id in seen.after.follows.actions]
    assert [[e.progress for e in a.monitoring] for a in promised] == [
        ["at-risk", "dropped"],
        ["on-track", "done"],
    ]
    assert any(len(action.monitoring) > 1 for action in plan.actions)


@pytest.mark.parametrize("days", [0, 3, 6])
def test_something_is_overdue_and_something_due_whenever_it_is_opened(
    made: tuple[Path, str], tmp_path: Path, days: int
) -> None:
    today = SATURDAY + timedelta(days=days)
    library = library_in(tmp_path if days else made[0], lambda: today)
    if days:
        build_demos(library)
    for row in library.rows()[:2]:  # not of the review that was a year before
        late, soon = view(library.open(row.id)).plan.due(today.date().isoformat())
        assert late and soon, row.name


def test_it_follows_a_review_of_the_year_before(made: tuple[Path, str], seen: SessionView) -> None:
    library = library_in(made[0])
    row = library.rows()[-1]
    session, before = library.open(made[1]), library.open(row.id)
    follows = seen.after.follows
    assert (follows.id, follows.date, row.setting) == (row.id, "2025-10-17", seen.setting)
    old = view(before)
    assert {area.number for area in old.areas if area.judging} == {1, 3, 4}
    found = check(old, before.framework)
    assert (*found.identifying, *found.judging_words, *found.without_notes, *found.lost_cites) == ()
    # What was agreed then of area 4 waits for its gate
    assert {then.area for then in seen.after.then} == {1, 3}
    compared = compare([seen, old], [session.framework, before.framework])
    moves = {row.ref: compared.moved(row, compared.pairs[0]) for row in compared.rows}
    assert {"on", "holds", "back", "both", "kind", "new", "hidden"} == set(moves.values())


# The second, on another framework


@pytest.fixture(scope="module")
def audit(made: tuple[Path, str]) -> SessionView:
    root, first = made
    library = library_in(root)
    newest, second, _ = library.rows()
    assert newest.id == first
    return view(library.open(second.id))


def test_the_second_is_on_a_framework_with_fields(audit: SessionView) -> None:
    assert (audit.framework, audit.phase) == ("send-rag-audit", "secondary")
    judged = [s.judged for area in audit.areas for s in area.statements if s.judged]
    assert len(judged) == 14
    held = [one.agreement for one in judged if one.agreement]
    assert {key for one in held for key in one.fields} == {"strengths", "areas-for-development"}
    assert {stage for one in held for stage in one.stages} == {"red", "amber", "green"}
    assert any(len(one.stages) == 2 for one in held)
    assert all(one.because and one.fields for one in held)


def test_the_second_has_findings_and_its_plan(audit: SessionView) -> None:
    plan = audit.plan
    assert [finding.ref for finding in plan.priorities] == ["3", "5", "4"]
    assert plan.windows == ("Autumn", "Spring", "Summer")
    assert {action.window for action in plan.actions} == {0, 1, 2}
    entries = [entry for action in plan.actions for entry in action.monitoring]
    assert {entry.progress for entry in entries} == {"on-track", "at-risk", "done", "dropped"}


def test_the_second_names_no_child_and_describes(
    made: tuple[Path, str], audit: SessionView
) -> None:
    session = library_in(made[0]).open(audit.id)
    found = check(audit, session.framework)
    assert (*found.identifying, *found.judging_words, *found.without_notes) == ()
    assert (*found.not_judged, *found.not_agreed, *found.lost_cites, *found.unsettled) == ()


def test_whoever_tries_the_demo_is_on_both_panels(seen: SessionView, audit: SessionView) -> None:
    for session in (seen, audit):
        assert [p.role for p in session.people if p.name == PERSON and not p.left] == ["reviewer"]


# Its days


def test_the_day_went_as_days_do(seen: SessionView) -> None:
    assert seen.date == "2026-10-16"
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


def test_the_visit_was_on_a_weekday_five_weeks_before(seen: SessionView) -> None:
    weeks = int(read_content(CONTENTS[0])["Session"].told["weeks"])
    assert Days(SATURDAY, weeks).day() == seen.date
    for days in range(7):
        today = SATURDAY + timedelta(days=days)
        visit = date.fromisoformat(Days(today, weeks).day())
        assert visit.weekday() < 5
        assert 36 <= (today.date() - visit).days <= 38


def test_they_are_made_in_less_than_two_seconds_and_can_be_gone_on_with(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    begun = time.process_time()
    identity = build_demos(library)
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
        assert program.wait_for("Next:", 60), program.plain()[-2000:]
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
