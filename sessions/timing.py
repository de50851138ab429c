"""Time boxes for areas and for the meeting: planned, started, paused, lengthened; never enforced.

One that was left running is as paused when the last thing was written before four hours of silence:
see `silence`.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from .clock import local, stamp
from .errors import Refused
from .records import Change, Version
from .records_visit import Timebox
from .rules import need_area, need_chair
from .seen_visit import TimeboxView
from .session import Session
from .silence import QUIET, between, last_written, left_running
from .state import State

MEETING = "meeting"
LONGEST = 12 * 60
"""Minutes that can be planned for one thing."""
SOON = 5 * 60
"""Seconds before the end from which on it is pointed out."""


class TimeView(msgspec.Struct, frozen=True):
    """A time box at a moment."""

    subject: str
    """`area/1`, or `meeting`."""
    planned: int
    """Seconds."""
    used: int
    """Seconds, up to now."""
    running: bool
    started: bool = True
    """Whether it was ever started."""
    left_at: str = ""
    """Where it was left running: when it stopped counting by itself, local time."""

    @property
    def left(self) -> int:
        """Seconds that are left; below zero: over time."""
        return self.planned - self.used

    @property
    def words(self) -> str:
        """What is left, in words: `06:40 left`, `02:10 over`, `paused, 06:40 left`, `not started, ...`."""
        said = f"{minutes_of(abs(self.left))} {'left' if self.left >= 0 else 'over'}"
        if self.running:
            return said
        return f"{'paused' if self.started else 'not started'}, {said}"

    @property
    def ends_soon(self) -> bool:
        """Whether there are five minutes left, or less; over time too."""
        return self.left <= SOON


def minutes_of(seconds: int) -> str:
    """Return how long something is in minutes and seconds, as people read it: `06:40`."""
    return f"{seconds // 60:02}:{seconds % 60:02}"


def area_subject(number: int) -> str:
    """Return what an area's time box is kept under."""
    return f"area/{number}"


def set_time(session: Session, by: str, subject: str, minutes: int) -> None:
    """Plan minutes for an area or the meeting; what was used stays. Raises Refused."""
    state = session.state
    _need_subject(state, subject)
    need_chair(state, by, "set a time box")
    if not 1 <= minutes <= LONGEST:
        raise Refused(f"A time box is 1 to {LONGEST} minutes long, not {minutes}.")
    body = _standing(state, subject, session.now()) or Timebox(0)
    _write(session, by, subject, msgspec.structs.replace(body, planned=60 * minutes))


def start(session: Session, by: str, subject: str) -> None:
    """Let the time run; any other that runs is paused, but for the meeting's. Raises Refused."""
    state = session.state
    need_chair(state, by, "start a time box")
    now = session.now()
    body = _need_box(state, subject, now)
    if body.since:
        raise Refused(f"The time for {name(subject)} is running already.")
    changes = []
    for other in _boxes(state):
        box = _standing(state, other, now)
        if box is not None and box.since and MEETING not in (other, subject):
            changes.append(_change(other, _paused(box, now)))
    changes.append(_change(subject, msgspec.structs.replace(body, since=stamp(now))))
    session.write(by, changes)


def pause(session: Session, by: str, subject: str) -> None:
    """Stop the time. Raises Refused."""
    state = session.state
    need_chair(state, by, "pause a time box")
    now = session.now()
    body = _need_box(state, subject, now)
    kept = state.standing(f"timebox/{subject}", Timebox)
    if kept is None or not kept.since:
        stands = "paused already" if _was_started(state, subject) else "not started yet"
        raise Refused(f"The time for {name(subject)} is {stands}.")
    _write(session, by, subject, _paused(body, now))


def add_time(session: Session, by: str, subject: str, minutes: int = 5) -> None:
    """Add minutes to what is planned. Raises Refused."""
    state = session.state
    need_chair(state, by, "add time")
    body = _need_box(state, subject, session.now())
    planned = body.planned // 60 + minutes
    if minutes < 1 or planned > LONGEST:
        raise Refused(
            f"There is no adding {minutes} minutes to {name(subject)}, which has "
            f"{body.planned // 60}: a time box is 1 to {LONGEST} minutes long."
        )
    longer = msgspec.structs.replace(body, planned=body.planned + 60 * minutes)
    _write(session, by, subject, longer)


def boxes(state: State) -> tuple[TimeboxView, ...]:
    """Return every time box as it was last written, the meeting's first, then by area."""
    found = _boxes(state)
    order = [MEETING, *(area_subject(area.number) for area in state.areas)]
    return tuple(_shown(state, subject, found[subject]) for subject in order if subject in found)


def times(found: Iterable[TimeboxView], now: datetime) -> tuple[TimeView, ...]:
    """Return time boxes at a moment."""
    return tuple(_at(box, now) for box in found)


def name(subject: str, *, brief: bool = False) -> str:
    """Return what people call the subject of a time box."""
    if subject == MEETING:
        return MEETING if brief else "the meeting"
    return subject.replace("/", " ")


def left_running_words(state: State) -> Iterator[tuple[Version, str]]:
    """Yield what to say of each time box that was left running, with the version that started it."""
    for version, identity, last in left_running(state):
        subject = identity.removeprefix("timebox/")
        said = (
            f"The time for {name(subject)} was left running: it counts up to {last}, for then nobody "
            "wrote anything for four hours."
        )
        yield version, said


def _shown(state: State, subject: str, body: Timebox) -> TimeboxView:
    if not body.since:
        return TimeboxView(subject, body.planned, body.used, "", _was_started(state, subject))
    last, after = last_written(state, body.since)
    return TimeboxView(subject, body.planned, body.used, body.since, True, last, after)


def _was_started(state: State, subject: str) -> bool:
    versions = state.records.versions(f"timebox/{subject}")
    undone = {version.undoes for version in versions if version.undoes}
    bodies = (state.records.body(version) for version in versions if version.act not in undone)
    return any(isinstance(body, Timebox) and bool(body.since or body.used) for body in bodies)


def _at(box: TimeboxView, now: datetime) -> TimeView:
    # What a fast clock wrote ahead of its time is not written after anything yet.
    silent = between(box.after, now) > 0 or (bool(box.since) and between(box.last, now) > QUIET)
    return TimeView(
        box.subject,
        box.planned,
        box.used + between(box.since, box.last if silent else now),
        running=bool(box.since) and not silent,
        started=box.started,
        left_at=local(box.last) if silent else "",
    )


def _paused(body: Timebox, now: datetime) -> Timebox:
    used = body.used + between(body.since, now)
    return msgspec.structs.replace(body, used=used, since="")


def _boxes(state: State) -> dict[str, Timebox]:
    found = state.all("timebox", Timebox)
    return {identity.removeprefix("timebox/"): body for identity, body in found.items()}


def _standing(state: State, subject: str, now: datetime) -> Timebox | None:
    """Return a time box as it stands at a moment: one that was left running is paused."""
    body = state.standing(f"timebox/{subject}", Timebox)
    if body is None:
        return None
    box = _shown(state, subject, body)
    seen = _at(box, now)
    return body if seen.running else Timebox(body.planned, seen.used)


def _need_box(state: State, subject: str, now: datetime) -> Timebox:
    _need_subject(state, subject)
    body = _standing(state, subject, now)
    if body is None:
        raise Refused(f"No time is planned for {name(subject)}; set its minutes first.")
    return body


def _need_subject(state: State, subject: str) -> None:
    if subject == MEETING:
        return
    number = subject.removeprefix("area/")
    if not number.isdecimal() or subject != area_subject(int(number)):
        raise Refused("A time box is for an area, or for the meeting.")
    need_area(state, int(number))


def _change(subject: str, body: Timebox) -> Change:
    return Change("timebox", f"timebox/{subject}", body)


def _write(session: Session, by: str, subject: str, body: Timebox) -> None:
    session.write(by, [_change(subject, body)])
