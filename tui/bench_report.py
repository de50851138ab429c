"""A benchmark of the report: what its documents cost for one session, by how much is in it.

Rows as `bench` prints them. A floor is the least that the same work can cost: parsing and writing down
the same Markdown. Times are medians; they are only worth comparing within one run.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note
from sessions.session import Session
from sessions.view import view

_SIZES = (10, 1_000, 10_000)
"""Notes of a session: a first hour, a panel's day, more than anybody writes."""
_TEXT = "Note {}: *what* a reviewer wrote down [between] two lessons. "


class Measure(NamedTuple):
    """What something costs, in seconds."""

    what: str
    ours: float
    floor: float
    floor_is: str


def report_measures(library: Library, sizes: tuple[int, ...] = _SIZES) -> Iterator[Measure]:
    """Yield what the documents of sessions with so many notes cost; sessions are made in `library`."""
    for size in sizes:
        session = _session(library, size)
        repeats = 9 if size < 5_000 else 1
        yield from _measures(session, size, repeats)
        session.close()


def _session(library: Library, size: int) -> Session:
    session = library.create(Plan(setting="Hollin Bank Primary", reviewers=("Amira Khan",)))
    person = session.state.present()[0]
    refs = [s.ref for area in session.framework.areas for s in area.statements]
    for number in range(size):
        where = Circumstances("data", "office")
        add_note(session, person, _TEXT.format(number) * 3, [refs[number % len(refs)]], where)
    return session


def _measures(session: Session, size: int, repeats: int) -> Iterator[Measure]:
    # Here, and not above: they are slow to import, and only this call needs them.
    from markdown_it import MarkdownIt

    from exports.formats import FORMATS

    made, parser = session.now(), MarkdownIt("commonmark").enable("table")

    def write(name: str) -> str | bytes:
        return FORMATS[name].write(view(session), session.framework, made)

    text = write("markdown")
    assert isinstance(text, str)
    looked = _median(lambda: view(session), repeats)
    parsed = _median(lambda: parser.parse(text), repeats)
    rows = (
        ("the full report", "markdown", looked, "looking at the session"),
        ("its summary", "summary", looked, "looking at the session"),
        ("the full report as HTML", "html", parsed, "parsing its Markdown"),
        ("the full report for Word", "docx", parsed, "parsing its Markdown"),
    )
    for what, name, floor, floor_is in rows:
        ours = _median(partial(write, name), repeats)
        yield Measure(f"{what}, {size:,} notes", ours, floor, floor_is)


def _median(work: Callable[[], object], repeats: int) -> float:
    return statistics.median(_timed(work) for _ in range(repeats))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
