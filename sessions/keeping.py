"""What is to become of a session: put away, kept until a day, erased when that day has come.

Source: rule 6 of the design. Nothing here erases: `erasing_session` does, when a person has said so.
"""

from collections.abc import Iterable
from datetime import date as Date
from datetime import timedelta
from typing import Protocol

import msgspec

from .catalogue import Row
from .errors import Refused
from .library import Library
from .listing import day_words
from .moments import read_day
from .records import Change, Field
from .session import Session

WARNING = 30
"""Days before its retention date from which on it is said that a session is to be erased."""

DAYS = 30
"""So many days a deleted session can be restored."""


class Kept(Protocol):
    """Something that has a retention date: a row of the library, or what a view says follows a visit."""

    @property
    def retention(self) -> str:
        """`YYYY-MM-DD`; empty: none is set."""


def archive(session: Session, by: str = "", *, away: bool = True) -> None:
    """Put a session away, out of the list's way, or bring it back. Raises Refused."""
    if (session.state.field("archived") is True) == away:
        how = "is put away already" if away else "is not put away"
        raise Refused(f"{_name(session)} {how}; nothing was changed.")
    session.write(by, [Change("session", "session/archived", Field(away))])


def keep_until(session: Session, day: str, by: str = "") -> None:
    """Set the day on which a session is to be erased; none: an empty `day`. Raises Refused."""
    told = read_day(day, session.now().date()) if day else ""
    if told and told < session.state.text("date"):
        raise Refused(
            f"{told} is before the visit itself ({session.state.text('date')}); name a later day."
        )
    if told != session.state.text("retention"):
        session.write(by, [Change("session", "session/retention", Field(told))])


def reminder(kept: Kept, today: Date) -> str:
    """Return what to say of a retention date that is near or has come; empty: nothing yet."""
    day = _day(kept.retention)
    if day is None:
        return ""
    left = (day - today).days
    if left <= 0:
        return f"Its retention date, {day_words(kept.retention)}, has come: erase it, or set a later day"
    if left > WARNING:
        return ""
    when = "tomorrow" if left == 1 else f"in {left} days"
    return f"To be erased {when}, on {day_words(kept.retention)}"


def is_due(kept: Kept, today: Date) -> bool:
    """Return whether a retention date has come."""
    day = _day(kept.retention)
    return day is not None and day <= today


def need_due(library: Library, row: Row) -> None:
    """Read a session's own retention date: its row may be older. Raises Refused if it has not come."""
    try:
        session = library.load(library.folder / row.id)
    except OSError as error:
        raise Refused(
            f"{row.name} cannot be read now ({error.strerror or error}), so nothing was erased."
        ) from error
    day = session.state.text("retention")
    session.release()
    if not is_due(msgspec.structs.replace(row, retention=day), library.clock().date()):
        when = f"on {day_words(day)}" if day else "on no day"
        raise Refused(
            f"{row.name} is to be erased {when} now: its retention date was changed meanwhile, so "
            "it stays."
        )


def due(rows: Iterable[Row], today: Date) -> list[Row]:
    """Return the sessions whose retention date has come, the longest overdue first."""
    found = [row for row in rows if is_due(row, today)]
    return sorted(found, key=lambda row: (row.retention, row.id))


def soon(rows: Iterable[Row], today: Date) -> list[Row]:
    """Return the sessions whose retention date has come or is near, the nearest first."""
    last = (today + timedelta(days=WARNING)).isoformat()
    found = [row for row in rows if _day(row.retention) is not None and row.retention <= last]
    return sorted(found, key=lambda row: (row.retention, row.id))


def due_reason(kept: Kept) -> str:
    """Return why a session is erased whose retention date has come."""
    return f"its retention date, {kept.retention}, has come"


def _day(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _name(session: Session) -> str:
    return session.state.text("name") or session.id
