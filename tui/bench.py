"""A benchmark: what the app costs on this machine, each line beside its floor.

A floor is the least that the same work can cost: an empty app, a bare field, a plain write. Times
are medians; they are only worth comparing within one run.
"""

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from sessions.comparing import compare
from sessions.ids import new_id
from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note
from sessions.session import PACK, Session
from sessions.view import view

from .bench_report import report_measures
from .bench_search import search_lines
from .places import Places, open_library

_NOTES = 20  # in each session of a big library
_REPEATS = 30

_EMPTY_APP = """
import sys, time
from textual.app import App
class Empty(App):
    def on_ready(self):
        open(sys.argv[1], "w").write(str(time.time())); self.exit()
Empty().run()
"""
_OUR_APP = """
from tui.garbage import put_off
put_off()  # as opening.open_app does
import sys, time
from pathlib import Path
from tui.app import ReviewApp
from tui.places import Places
class Ours(ReviewApp):
    def on_ready(self):
        open(sys.argv[1], "w").write(str(time.time())); self.exit()
root = Path(sys.argv[2])
Ours(Places(root / "library", root / "frameworks", root / "home")).run()
"""


def run_bench(sizes: Sequence[int]) -> None:
    """Measure everything and print it, a line each; `sizes`: how many sessions a library has."""
    root = Path(tempfile.mkdtemp(prefix="inclusion-review-bench-"))
    try:
        click.echo(f"{'what':<58}{'ours':>12}{'floor':>12}{'times':>8}  floor is")
        for size in sizes:
            _measure_library(root / str(size), size)
        first = root / str(sizes[0])
        _line("first paint", *_first_paint(first), "an empty Textual app")
        _line("a key in the note composer", *asyncio.run(_keys(first)), "a bare TextArea")
        _measure_processes(first)
        _measure_report(root / "report")
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _line(what: str, ours: float, floor: float | None = None, floor_is: str = "") -> None:
    """Print one measure; seconds come in, milliseconds are shown."""
    beside = f"{floor * 1000:>10.2f}ms{ours / floor:>7.2f}x  {floor_is}" if floor else ""
    click.echo(f"{what:<58}{ours * 1000:>10.2f}ms{beside}")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _median(work: Callable[[], object], repeats: int = _REPEATS) -> float:
    return statistics.median(_timed(work) for _ in range(repeats))


def _in_turn(
    ours: Callable[[], object], floor: Callable[[], object], repeats: int = _REPEATS
) -> tuple[float, float]:
    """Measure two things by turns, so that a busy moment of the machine counts for both."""
    pairs = [(_timed(ours), _timed(floor)) for _ in range(repeats)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


# Libraries


def _library(root: Path) -> Library:
    return open_library(Places(root / "library", root / "frameworks", root / "home"))


def _fill(root: Path, size: int) -> Session:
    """Make a library of so many sessions, each with some notes; return one of them, open.

    One is made as any session is; the others are copies of its files under ids of their own.
    """
    library = _library(root)
    session = library.create(Plan(setting="Hollin Bank Primary", reviewers=("Amira Khan",)))
    person = session.state.present()[0]
    refs = [statement.ref for statement in session.framework.areas[0].statements]
    for number in range(_NOTES):
        text = f"Note {number}: what a reviewer wrote down between two lessons. " * 3
        add_note(session, person, text, [refs[number % len(refs)]], Circumstances("observation"))
    session.close()
    ledger = next(session.folder.glob("*.json"))
    for _ in range(size - 1):
        folder = library.folder / new_id()
        folder.mkdir(mode=0o700)
        os.link(session.folder / PACK, folder / PACK)
        shutil.copyfile(ledger, folder / ledger.name)
    return library.open(session.id)


def _measure_library(root: Path, size: int) -> None:
    session = _fill(root, size)
    _line(f"opening a session, {size:,} in the library", _median(lambda: _open(root, session.id)))
    person = session.state.present()[0]

    def save() -> None:
        add_note(session, person, "What was seen, heard or read.", ["1.1"])
        session.flush()

    save()
    data = next(session.folder.glob("*.json")).read_bytes()
    ours, floor = _in_turn(save, lambda: _plain_write(root / "plain", data))
    again, bare = _in_turn(save, lambda: _all_steps(root / "whole", data))
    session.close()
    _line(f"saving a note, {size:,} in the library", ours, floor, "write + fsync + rename")
    _line("  the same", again, bare, "and link + rename of a copy, fsync of the folder")
    built = _timed(lambda: _library(root).rows())
    _line(f"first catalogue of {size:,} sessions", built)
    _line(f"listing {size:,} sessions", _median(lambda: _library(root).rows(), 5))
    _measure_finding(root, size)


def _measure_finding(root: Path, size: int) -> None:
    """Measure what goes over many sessions: search, comparing two, and a whole report."""
    from exports.build import build_report
    from exports.markdown import to_markdown

    library = _library(root)
    one, other = (row.id for row in library.rows()[:2])
    for what, seconds in search_lines(root / "search", size, _NOTES):
        _line(what, seconds)

    def beside() -> None:
        pair = [library.open(session) for session in (one, other)]
        compare([view(session) for session in pair], [session.framework for session in pair])

    _line(f"comparing two, {size:,} in the library", _median(beside, 5))
    session = library.open(one)

    def report() -> None:
        to_markdown(build_report(view(session), session.framework, session.now()))

    made = _median(report, 5)
    _line(f"the full report, {size:,} in the library", made)


def _open(root: Path, identity: str) -> None:
    view(_library(root).open(identity))


def _plain_write(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _all_steps(path: Path, data: bytes) -> None:
    """Write as the design wants it, and nothing else: with a last good copy and the folder synced."""
    spare, copy = path.with_suffix(".spare"), path.with_suffix(".copy")
    if path.exists():
        os.link(path, spare)
        spare.replace(copy)
    _plain_write(path, data)
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


# The app


def _first_paint(root: Path) -> tuple[float, float]:
    told = root / "ready"
    _until_ready(_OUR_APP, told, str(root))  # once for nothing: see `_environment`
    _until_ready(_EMPTY_APP, told)
    pairs = [
        (_until_ready(_OUR_APP, told, str(root)), _until_ready(_EMPTY_APP, told)) for _ in range(9)
    ]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _until_ready(code: str, told: Path, *arguments: str) -> float:
    """Return the seconds from starting a process to its app's first frame, on a real terminal.

    `told`: the file in which the app says when that was.
    """
    environment = _environment(told.parent)
    if sys.platform == "win32":
        terminal = None  # the console that this runs in
    else:
        import pty

        leader, terminal = pty.openpty()
        os.set_blocking(leader, False)
    start = time.time()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(told), *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,  # where Textual draws
        env=environment,
    )
    try:
        while process.poll() is None:
            _drain(leader if terminal is not None else None)
        return float(told.read_text(encoding="utf-8")) - start
    finally:
        if terminal is not None:
            os.close(leader)
            os.close(terminal)


def _drain(leader: int | None) -> None:
    """Read what the app draws, so that it never waits for its terminal."""
    try:
        if leader is not None:
            os.read(leader, 65536)
    except (BlockingIOError, OSError):
        time.sleep(0.002)


async def _keys(root: Path) -> tuple[float, float]:
    return await _key_in_composer(root), await _key_in_bare_field()


async def _key_in_composer(root: Path) -> float:
    from screens.messages import Go
    from screens.widgets.fields import NoteField

    from .app import ReviewApp

    session = _library(root).rows()[0].id
    here = Places(root / "library", root / "frameworks", root / "home")
    app = ReviewApp(here, session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.post_message(Go("describe"))
        await pilot.pause()
        await pilot.press("n")
        return await _type(app, app.screen.query_one(NoteField))


async def _key_in_bare_field() -> float:
    from textual.app import App, ComposeResult
    from textual.widgets import TextArea

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield TextArea()

    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = app.query_one(TextArea)
        field.focus()
        return await _type(app, field)


async def _type(app: object, field: object) -> float:
    """Return the processor time that a typed letter costs, drawing included."""
    from textual import events
    from textual.app import App
    from textual.widgets import TextArea

    assert isinstance(app, App) and isinstance(field, TextArea)
    costs = []
    for _ in range(10):
        before = len(field.text)
        start = time.process_time()
        for letter in "what was seen and heard ":
            key = "space" if letter == " " else letter
            app.post_message(events.Key(key, letter))
            wanted = before + 1
            while len(field.text) < wanted:
                await asyncio.sleep(0)
            before = wanted
        await asyncio.sleep(0)
        costs.append((time.process_time() - start) / 24)
    return statistics.median(costs)


# Processes and the report


def _measure_processes(root: Path) -> None:
    session = _library(root).rows()[0].id
    library = ("--library", str(root / "library"))
    for what, *call in (
        ("--version", "--version"),
        ("export", *library, "export", session, "--output", "-"),
    ):
        _process(root, "-m", "tui", *call)  # once for nothing: see `_environment`
        ours, floor = _in_turn(
            partial(_process, root, "-m", "tui", *call),
            partial(_process, root, "-c", "pass"),
            7,
        )
        _line(f"the command {what}", ours, floor, "python3 -c pass")


def _process(root: Path, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        env=_environment(root),
    )


def _environment(root: Path) -> dict[str, str]:
    """Return the environment for a process, which finds modules compiled, as from its second start on.

    `root`: the folder that compiled modules go into, and are thrown away with.
    """
    there = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(sys.path)
    return {**there, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(root / "compiled")}


def _measure_report(root: Path) -> None:
    from exports.build import build_report
    from exports.markdown import to_markdown

    library = _library(root)
    session = library.create(Plan(setting="Hollin Bank Primary", reviewers=("Amira Khan",)))
    person = session.state.present()[0]
    refs = [s.ref for area in session.framework.areas for s in area.statements]
    for number in range(500):
        text = f"Note {number}: *what* a reviewer wrote down [between] two lessons. " * 3
        add_note(session, person, text, [refs[number % len(refs)]], Circumstances("data"))
    session.close()

    def report() -> None:
        to_markdown(build_report(view(session), session.framework, session.now()))

    _line("the report of a session with 500 notes", _median(report, 5))
    for size in (10, 1_000):
        for what, ours, floor, floor_is in report_measures(library, (size,)):
            _line(what, ours, floor, floor_is)
