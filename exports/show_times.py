"""Time boxes as commands print them with a session: what is planned, and what was used so far."""

from collections.abc import Iterator
from typing import Any

from sessions.clock import local
from sessions.seen import SessionView
from sessions.timing import minutes_of, name


def timeboxes_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the time boxes in seconds; `used` is up to `since`, when one that runs was started."""
    return [
        {"subject": box.subject, "planned": box.planned, "used": box.used, "since": box.since}
        for box in seen.visit.timeboxes
    ]


def timeboxes_lines(seen: SessionView) -> Iterator[str]:
    """Yield a line for each time box."""
    for box in seen.visit.timeboxes:
        running = f"; running since {local(box.since)}" if box.since else ""
        planned, used = minutes_of(box.planned), minutes_of(box.used)
        yield f"Time for {name(box.subject)}: planned {planned}, used {used}{running}"
