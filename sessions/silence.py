"""A clock that nobody stopped: it counts up to the last thing that anybody wrote before four hours of silence.

So a time box that was left running overnight does not swallow the night. Talking goes on without a
word written, but not for half a day.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime

from .clock import local
from .records import Version
from .records_visit import Timebox
from .state import State

QUIET = 4 * 60 * 60
"""Seconds without anything written after which nobody is there any more."""


def between(since: str, until: str | datetime) -> int:
    """Return the seconds from one moment to a later one; none where one is no moment, or lies ahead."""
    try:
        end = until if isinstance(until, datetime) else datetime.fromisoformat(until)
        found = end - datetime.fromisoformat(since)
    except (ValueError, TypeError):  # never started; written by hand, without its time zone
        return 0
    # A clock that was set back takes nothing away.
    return max(int(found.total_seconds()), 0)


def last_written(state: State, since: str, until: str = "") -> tuple[str, str]:
    """Return when anybody wrote something for the last time before a silence, from a moment on.

    And when something was written after it, as far as `until` (empty: as far as is known); empty:
    nothing was. A clock that is fast may have written that moment: it may still lie ahead.
    """
    moments = state.moments
    last = since
    for at in moments[bisect_right(moments, since) :]:
        if until and at > until:
            break
        if between(last, at) > QUIET:
            return last, at
        last = at
    return last, ""


def left_running(state: State) -> Iterator[tuple[Version, str, str]]:
    """Yield each start of a time box that nobody paused: its version, the box's id, and when it ended."""
    for identity in state.records.of_kind("timebox"):
        starts: dict[str, Version] = {}
        stops: dict[str, str] = {}
        running = ""
        for version in state.records.versions(identity):
            body = state.records.body(version)
            now = body.since if isinstance(body, Timebox) else ""
            if running and now != running:
                stops[running] = version.at
            if now:
                starts.setdefault(now, version)
            running = now
        for since, version in starts.items():
            last, after = last_written(state, since, stops.get(since, ""))
            if after:
                yield version, identity, local(last)
