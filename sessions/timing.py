"""Time boxes for areas and for the meeting: planned, started, paused, lengthened; never enforced."""

from datetime import datetime

import msgspec

from .clock import stamp
from .errors import Refused
from .records import Change
from .records_visit import Timebox
from .rules import need_area, need_chair
from .session import Session
from .state import State

MEETING = "meeting"
LONGEST = 12 * 60
"""Minutes that can be planned for one thing."""


class TimeView(msgspec.Struct, frozen=True):
    """A time box at a moment."""

    subject: str
    """`area/1`, or `meeting`."""
    planned: int
    """Seconds."""
    used: int
    """Seconds, up to now."""
    running: bool

    @property
    def left(self) -> int:
        """Seconds that are left; below zero: over time."""
        return self.planned - self.used

    @property
    def words(self) -> str:
        """What is left, in words: `06:40 left`, `02:10 over`, `paused, 06:40 left`."""
        minutes, seconds = divmod(abs(self.left), 60)
        said = f"{minutes:02}:{seconds:02} {'left' if self.left >= 0 else 'over'}"
        return said if self.running else f"paused, {said}"


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
    body = _standing(state, subject) or Timebox(0)
    _write(session, by, subject, msgspec.structs.replace(body, planned=60 * minutes))


def start(session: Session, by: str, subject: str) -> None:
    """Let the time run; any other that runs is paused, but for the meeting's. Raises Refused."""
    state = session.state
    need_chair(state, by, "start a time box")
    body = _need_box(state, subject)
    if body.since:
        raise Refused(f"The time for {name(subject)} is running already.")
    now = session.now()
    changes = []
    for other, box in _boxes(state).items():
        if box.since and MEETING not in (other, subject):
            changes.append(_change(other, _paused(box, now)))
    changes.append(_change(subject, msgspec.structs.replace(body, since=stamp(now))))
    session.write(by, changes)


def pause(session: Session, by: str, subject: str) -> None:
    """Stop the time. Raises Refused."""
    state = session.state
    need_chair(state, by, "pause a time box")
    body = _need_box(state, subject)
    if not body.since:
        raise Refused(f"The time for {name(subject)} is paused already.")
    _write(session, by, subject, _paused(body, session.now()))


def add_time(session: Session, by: str, subject: str, minutes: int = 5) -> None:
    """Add minutes to what is planned. Raises Refused."""
    state = session.state
    need_chair(state, by, "add time")
    body = _need_box(state, subject)
    planned = min(body.planned + 60 * minutes, 60 * LONGEST)
    _write(session, by, subject, msgspec.structs.replace(body, planned=planned))


def times(state: State, now: datetime) -> tuple[TimeView, ...]:
    """Return every time box at a moment, the meeting's first, then by area."""
    found = _boxes(state)
    order = [MEETING, *(area_subject(area.number) for area in state.areas)]
    return tuple(_seen(s, found[s], now) for s in order if s in found)


def name(subject: str) -> str:
    """Return what people call the subject of a time box."""
    return "the meeting" if subject == MEETING else subject.replace("/", " ")


def _seen(subject: str, body: Timebox, now: datetime) -> TimeView:
    return TimeView(subject, body.planned, _paused(body, now).used, bool(body.since))


def _paused(body: Timebox, now: datetime) -> Timebox:
    if not body.since:
        return body
    try:
        ran = now - datetime.fromisoformat(body.since)
    except ValueError:
        return msgspec.structs.replace(body, since="")
    # A clock that was set back takes nothing away.
    return msgspec.structs.replace(
        body, used=body.used + max(int(ran.total_seconds()), 0), since=""
    )


def _boxes(state: State) -> dict[str, Timebox]:
    found = state.all("timebox", Timebox)
    return {identity.removeprefix("timebox/"): body for identity, body in found.items()}


def _standing(state: State, subject: str) -> Timebox | None:
    return state.standing(f"timebox/{subject}", Timebox)


def _need_box(state: State, subject: str) -> Timebox:
    _need_subject(state, subject)
    body = _standing(state, subject)
    if body is None:
        raise Refused(f"No time is planned for {name(subject)}; set its minutes first.")
    return body


def _need_subject(state: State, subject: str) -> None:
    if subject == MEETING:
        return
    kind, _, number = subject.partition("/")
    if kind != "area" or not number.isdigit():
        raise Refused("A time box is for an area, or for the meeting.")
    need_area(state, int(number))


def _change(subject: str, body: Timebox) -> Change:
    return Change("timebox", f"timebox/{subject}", body)


def _write(session: Session, by: str, subject: str, body: Timebox) -> None:
    session.write(by, [_change(subject, body)])
