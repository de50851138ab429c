"""Time, passed in where it is needed, so that nothing below asks the machine behind one's back."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, with its time zone."""


def system_clock() -> datetime:
    """Return the present moment in the machine's own time zone."""
    return datetime.now().astimezone()


def stamp(moment: datetime) -> str:
    """Return a moment as records keep it: UTC, to the millisecond, so that text sorts by time."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def local(text: str) -> str:
    """Return a recorded moment as people read it, in the machine's zone: `YYYY-MM-DD HH:MM`.

    Text that is no moment (a damaged record) comes back as it is.
    """
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return text
