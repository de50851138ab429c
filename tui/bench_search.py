"""A benchmark of search: a library of many sessions with many notes, its first index, and questions.

Texts are made of invented words that come as often as words of a language do: a few in every note,
most in hardly any.
"""

import os
import random
import shutil
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sessions.ids import new_id
from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note
from sessions.search_index import Looked, Own, SearchIndex
from sessions.search_typed import read_query
from sessions.session import PACK
from sessions.view import view

from .places import Places, open_library

NOTES = 100
"""In each session."""

_REPEATS = 15
_COMMON = "the a of and to in was were had with for on that they we it not is by as"
_KNOWN = (
    "attendance reading support learner adult classroom plan teacher parent home visit phonics small "
    "group data autumn spring summer panel staff governor leader provision review targets friends "
    "playtime corridor display timetable quiet space writing maths assembly feedback policy training"
)
_PARTS = "ba be bo ca co da de di fa fe ga la le li lo ma me mi mo na ne ni no pa pe ra re ri"

QUESTIONS: dict[str, str] = {
    "one letter": "a",
    "two letters": "re",
    "a common word": "attendance",
    "the beginning of a common word": "atten",
    "two words": "attendance plan",
    "a rare word": "zebrafinch",
    "a phrase": '"attendance of"',
    "a source and an area": "the source:data area:1",
    "a setting": 'plan setting:"Hollin Bank"',
    "dates": "attendance from:2026-03 to:2026-05",
    "one kind": "attendance kind:note",
    "nothing that is there": "qqqqzz",
}
"""What is asked, by what it shows."""


class Measured(NamedTuple):
    """What a question cost."""

    what: str
    median: float
    """Seconds."""
    slowest: float
    """The 95th of 100, in seconds."""
    hits: int


def fill(root: Path, size: int, notes: int = NOTES) -> Library:
    """Make a library of so many sessions, each with so many notes of its own, and return it."""
    library = open_library(Places(root / "library", root / "frameworks", root / "home"))
    session = library.create(Plan(setting="Hollin Bank Primary", reviewers=("Amira Khan",)))
    person = session.state.present()[0]
    refs = [s.ref for area in session.framework.areas for s in area.statements]
    sources = ("observation", "data", "learner-voice")
    for number in range(notes):
        said = Circumstances(sources[number % 3], "", "2026-11-20 10:31")
        add_note(session, person, f"@TEXT{number}@", [refs[number % len(refs)]], said)
    session.close()
    ledger = next(session.folder.glob("*.json"))
    pieces = _pieces(ledger.read_text(encoding="utf-8"), session.state.text("date"))
    texts = _texts()
    for number in range(size):
        folder = session.folder if number == 0 else library.folder / new_id()
        if number:
            folder.mkdir(mode=0o700)
            os.link(session.folder / PACK, folder / PACK)
        day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        setting = "Hollin Bank" if number % 50 == 0 else f"School {number}"
        rare = " zebrafinch" if number % 400 == 7 else ""
        written = "".join(_filled(pieces, texts, day, setting, rare))
        (folder / ledger.name).write_text(written, encoding="utf-8")
    return library


def _pieces(ledger: str, day: str) -> list[str]:
    """Return a ledger in pieces: at odd places stand texts, days and settings to be filled in."""
    marked = ledger.replace("Hollin Bank Primary", "@SETTING@").replace(day, "@DAY@")
    return marked.replace("2026-11-20", "@DAY@").split("@")


def _filled(
    pieces: list[str], texts: Iterator[str], day: str, setting: str, rare: str
) -> list[str]:
    given = {"DAY": day, "SETTING": setting}
    return [
        given.get(piece, next(texts) + rare if piece.startswith("TEXT") else piece)
        for piece in pieces
    ]


def _texts() -> Iterator[str]:
    """Yield notes of about 150 letters."""
    chance = random.Random(7)
    parts, common = _PARTS.split(), _COMMON.split()
    rare = ["".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(6000)]
    words = [*_KNOWN.split(), *rare]
    often = [1 / (place + 3) for place in range(len(words))]
    drawn = chance.choices(words, often, k=200_000)
    while True:
        start = chance.randrange(len(drawn) - 20)
        said = [w for word in drawn[start : start + 14] for w in (word, chance.choice(common))]
        yield " ".join(said)


def measure(root: Path, size: int, notes: int = NOTES) -> tuple[Looked, list[Measured]]:
    """Fill a library, make its index, and ask; return what the first look read, and each question."""
    library = fill(root, size, notes)
    index = library.index
    try:
        looked = index.look()
        index.look()  # what was written just now is known to be as it was read from here on
        own = Own()
        own.show(view(library.open(min(session_ids(library)))))
        return looked, [_ask(index, own, what, typed) for what, typed in QUESTIONS.items()]
    finally:
        index.close()
        shutil.rmtree(library.folder, ignore_errors=True)


def search_lines(root: Path, size: int, notes: int = NOTES) -> Iterator[tuple[str, float]]:
    """Yield the benchmark's lines for a library of so many sessions: what, and how many seconds."""
    looked, asked = measure(root, size, notes)
    yield f"first index of {looked.sessions:,} sessions, {looked.notes:,} notes", looked.seconds
    for one in asked:
        yield f"searching {one.what}, {size:,} sessions", one.median


def session_ids(library: Library) -> list[str]:
    """Return the ids of a library's sessions."""
    return [path.name for path in library.folder.iterdir() if (path / PACK).exists()]


def _ask(index: SearchIndex, own: Own, what: str, typed: str) -> Measured:
    costs = []
    hits = 0
    for _ in range(_REPEATS):
        start = time.perf_counter()
        hits = index.find(read_query(typed), own).total
        costs.append(time.perf_counter() - start)
    slowest = statistics.quantiles(costs, n=20)[-1]
    return Measured(what, statistics.median(costs), slowest, hits)
