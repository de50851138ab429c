"""Makes the demo: a finished, invented session, through the same acts as everybody's.

What is in it is in `demo.md`, as people read it.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from .agreeing import agree
from .ballots import judge, reveal
from .clock import Clock
from .library import Library, Plan
from .moments import MOMENT
from .notes import Circumstances, add_note
from .passes import open_gate
from .people import add_person, find_person, leave
from .session import Session

CONTENT = Path(__file__).with_name("demo.md")

_GATE, _BALLOTS, _REVEAL, _AGREEING, _LEAVING = "14:32", "14:45", "15:10", "15:15", "15:40"
_WRITTEN = timedelta(minutes=2)  # from what was observed to the note that says so
_APART = timedelta(seconds=20)  # between two acts
_UNSURE = "not enough evidence"


class _Part(NamedTuple):
    """A heading of the content, and what stands under it."""

    title: tuple[str, ...]
    text: str
    rows: list[tuple[str, ...]]
    """The items of the list under it, each cut at its bars."""


class _Day:
    """A clock that is told what time it is, so that the day passes as it was written down."""

    def __init__(self, now: datetime) -> None:
        """`now`: the real moment; the visit was on the last weekday before it."""
        ago = {0: 3, 6: 2}.get(now.weekday(), 1)
        self._moment = (now - timedelta(days=ago)).replace(hour=8, minute=0, second=0)

    def __call__(self) -> datetime:
        """Return the moment that it is in the demo."""
        return self._moment

    def at(self, time: str) -> None:
        """Go on to a time of the day; it never goes back."""
        hour, minute = time.split(":")
        self._moment = max(
            self._moment + _APART,
            self._moment.replace(hour=int(hour), minute=int(minute), second=0),
        )

    def on(self, by: timedelta = _APART) -> None:
        """Go on a little."""
        self._moment += by


def build_demo(library: Library) -> str:
    """Make the demo in a library and return its id; it is on the disk when this returns.

    Raises Refused where the library has not got its framework, OSError if it cannot be written.
    """
    day = _Day(library.clock())
    parts = {part.title[0]: (part, below) for part, below in _content()}
    session = _make(library, day, parts["Session"][0])
    try:
        people = _join(session, parts["People"][0])
        areas = {int(title[5:]): found for title, found in parts.items() if title[:5] == "Area "}
        _note(session, day, people, parts["Notes"][1])
        _open(session, day, people, list(areas))
        _note(session, day, people, parts["Late notes"][1])
        day.at(_BALLOTS)
        _judge(session, day, people, areas, again=False)
        _agree(session, day, people, areas)
        day.at(_LEAVING)
        leave(session, people["RE"])
        session.flush()
    finally:
        session.release()
    return session.id


# Reading the content


def _content() -> Iterator[tuple[_Part, list[_Part]]]:
    """Yield each part with those below it."""
    text = CONTENT.read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        above, *below = re.split(r"^### ", part, flags=re.MULTILINE)
        yield _part(above), [_part(one) for one in below]


def _part(text: str) -> _Part:
    title, _, body = text.partition("\n")
    lines = body.strip().split("\n")
    rows = [_cut(line[2:]) for line in lines if line.startswith("- ")]
    return _Part(_cut(title), " ".join(line for line in lines if line[:2] != "- "), rows)


def _cut(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


# Making the session


def _make(library: Library, clock: Clock, part: _Part) -> Session:
    told = dict(row[0].split(": ", 1) for row in part.rows)
    # The same library, but for what time it is
    then = Library(library.folder, library.home, library.shelf, clock)
    return then.create(
        Plan(
            setting=told["setting"],
            framework=told["framework"],
            phase=told["phase"],
            date=clock().date().isoformat(),
            areas=tuple(int(number) for number in told["areas"].split()),
            purpose=told["purpose"],
        )
    )


def _join(session: Session, part: _Part) -> dict[str, str]:
    """Let everybody join; return each one's id by tag."""
    for tag, name, role, school, leads, interest in part.rows:
        areas = tuple(int(number) for number in leads.split())
        add_person(
            session, name, role=role, tag=tag, own_setting=school, leads=areas, interest=interest
        )
    return {row[0]: find_person(session.state, row[0]) for row in part.rows}


def _note(session: Session, day: _Day, people: dict[str, str], notes: list[_Part]) -> None:
    for note in notes:
        named, time, source, where, under = note.title
        ref, _, private = named.partition(" ")
        day.at(time)
        observed = day().strftime(MOMENT)
        day.on(_WRITTEN)
        said = Circumstances(source=source, where=where, observed=f"{observed[:10]} {time}")
        by = people[ref.rstrip("0123456789")]
        made = add_note(session, by, note.text, under.split(), said, private=bool(private))
        assert made == ref, f"the note called {ref} in {CONTENT.name} became {made}"


# The second pass

_Areas = dict[int, tuple[_Part, list[_Part]]]


def _open(session: Session, day: _Day, people: dict[str, str], areas: list[int]) -> None:
    day.at(_GATE)
    for number in areas:
        open_gate(session, people["RE"], number)
        day.on()


def _judge(
    session: Session, day: _Day, people: dict[str, str], areas: _Areas, *, again: bool
) -> None:
    """Cast the ballots of the first round, or of the second."""
    for _, statements in areas.values():
        for statement in statements:
            for row in statement.rows:
                tag, _, second = row[0].partition(" ")
                if tag in people and bool(second) == again:
                    day.on()
                    _cast(session, people[tag], statement.title[0], *row[1:])


def _cast(session: Session, by: str, ref: str, shows: str, cited: str, because: str) -> None:
    highlights = {}
    for shown in shows.split(", ") if shows != _UNSURE else ():
        stage, _, part = shown.partition(" ")
        highlights[stage] = "part" if part else "full"
    marked = cited.replace("not ", "not:").split()
    judge(
        session,
        by,
        ref,
        highlights=highlights,
        cites=[(note.removeprefix("not:"), note.startswith("not:")) for note in marked],
        outcome="stages" if highlights else "not_enough_evidence",
        because=because,
    )


def _agree(session: Session, day: _Day, people: dict[str, str], areas: _Areas) -> None:
    """Open the ballots, let the second round be cast, and write down what is agreed."""
    chair = people["RE"]
    day.at(_REVEAL)
    for number in areas:
        reveal(session, chair, area=number)
        day.on()
    _judge(session, day, people, areas, again=True)
    day.at(_AGREEING)
    for number, (area, statements) in areas.items():
        for statement in statements:
            day.on()
            _agree_on(session, chair, statement)
        agree(session, chair, area=number, because=area.text)


def _agree_on(session: Session, chair: str, statement: _Part) -> None:
    rows = {row[0]: row[1:] for row in statement.rows}
    shows, because = rows["agreed"]
    agree(
        session,
        chair,
        statement=statement.title[0],
        because=because,
        outcome="not_enough_evidence" if shows == _UNSURE else "stages",
        stages=() if shows == _UNSURE else shows.split(", "),
        dissent=[(row[1], row[2]) for row in statement.rows if row[0] == "dissent"],
    )
