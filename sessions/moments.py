"""Moments and days, as people type them and records keep them."""

from datetime import date as Date
from datetime import datetime

from frameworks.text import clean_line

from .errors import Refused

MOMENT = "%Y-%m-%d %H:%M"
"""How a note keeps when it was observed: local time."""


def read_moment(text: str, now: datetime, visit: str = "") -> str:
    """Return a moment as a note keeps it, from what a person types.

    `10:40` is on the day of the visit (`YYYY-MM-DD`; empty: today); empty is now; else
    `YYYY-MM-DD HH:MM` or `YYYY-MM-DD`. Raises Refused.
    """
    text = clean_line(text)
    if not text:
        return now.strftime(MOMENT)
    for shape in (MOMENT, "%Y-%m-%d", "%H:%M", "%H.%M"):
        try:
            found = datetime.strptime(text, shape)
        except ValueError:
            continue
        if shape in ("%H:%M", "%H.%M"):
            return f"{visit or now.strftime('%Y-%m-%d')} {found:%H:%M}"
        return found.strftime(MOMENT)
    raise Refused(f"{text} is not a time; write 10:40 or 2026-11-21 10:40.")


def read_day(text: str, today: Date) -> str:
    """Return the day that a text names, as `YYYY-MM-DD`; empty is today. Raises Refused."""
    text = clean_line(text)
    if not text:
        return today.isoformat()
    try:
        return Date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(f"{text} is not a date; write it as {today.isoformat()}.") from None
