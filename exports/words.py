"""How exports say things: days, moments and lists, in plain British English."""

from collections.abc import Iterable
from datetime import date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # strftime would follow the machine's language

LATE = "late"
LATE_OWN = " (late: written after the judging was opened)"
"""What is said behind a view of the setting's own that was written so."""
"""Marks a note that was written knowing of its area's gate."""
APART = "written apart"
"""Marks a note that was written after the gate, on a device that did not know of it."""


def day(text: str) -> str:
    """Return `2026-11-21` as `21 November 2026`; text that is no day comes back as it is."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def moment(text: str, visit: str = "") -> str:
    """Return `2026-11-21 10:40` as people read it; on the day of the visit only the time."""
    on, _, time = text.partition(" ")
    if time and on == visit:
        return time
    return ", ".join(part for part in (day(on), time) if part)


def written(at: datetime) -> str:
    """Return a moment as `21 November 2026, 16:05`."""
    return moment(at.strftime("%Y-%m-%d %H:%M"))


def listed(items: Iterable[str]) -> str:
    """Return items in a row: `1.1, 1.2, 2.4`."""
    return ", ".join(items)


def spoken(items: Iterable[str]) -> str:
    """Return items as one says them: `1.1, 1.2 and 2.4`."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def named(word: str, refs: Iterable[str]) -> str:
    """Return what is meant by its numbers: `statement 1.1`, `statements 1.1, 1.2`."""
    found = list(refs)
    return f"{word}{'' if len(found) == 1 else 's'} {listed(found)}"


MOVED = "a note that it rests on has changed since; look again"
"""What is said beside a judgement, an agreement or a finding until somebody has looked at it."""
JUDGED_SINCE = "somebody judged otherwise since; look again"
"""The same beside what is agreed, where no note has changed."""
AGREED_SINCE = "what is agreed of its statements has changed since; look again"
"""The same beside an area's sentence, where no note has changed."""
