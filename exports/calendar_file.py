"""The plan's actions as a calendar file: RFC 5545, for Outlook, Google and Apple calendars.

Each action with a due date is an event of that whole day, and not a to-do: Google leaves to-dos out
when it imports a file, and Outlook shows them to nobody who looks at a calendar. It takes up no time
(TRANSP), so that nobody looks busy. An action keeps its UID for ever, so that a calendar which takes
the file again changes the event that it has, if it can; one that was dropped is cancelled. What review
it is of, and in which state, stands in X-WR-CALDESC, which Google, Apple and Outlook read and show.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from frameworks.model import Framework
from frameworks.text import clean_line, clean_text
from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.seen_plan import ActionView, KeyResultView

from .facts import framework_words, state_words
from .words import day, written

_LONGEST = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""


def calendar_file(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return the actions with a due date as an iCalendar file, lines ended by CRLF.

    Raises Refused where there is none: a calendar must hold something (RFC 5545, 3.6).
    """
    dated = [
        (result, action, on)
        for result in seen.plan.key_results
        for action in result.actions
        if (on := _day(action.due)) is not None
    ]
    if not dated:
        raise Refused(
            "No action of the plan says by when, so there is nothing for a calendar; "
            "give an action a due date first."
        )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Inclusion Review//Plan//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(f'{seen.setting}: plan')}",
        f"X-WR-CALDESC:{escaped(_origin(seen, made))}",
    ]
    for result, action, on in dated:
        lines += _event(result, action, on, seen, made)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _origin(seen: SessionView, made: datetime) -> str:
    """Return which review the calendar is of, in which state, and when it was written out."""
    framework = framework_words(seen.framework_title, seen.framework_version)
    review = f"Review of {day(seen.date)} with {framework}; {state_words(seen.after)}"
    return f"{review}; written out {written(made)}"


def _event(
    result: KeyResultView, action: ActionView, on: date, seen: SessionView, made: datetime
) -> Iterator[str]:
    progress = action.latest.progress if action.latest else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(action.id)}@inclusion-review"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_plain(on)}"
    yield f"DTEND;VALUE=DATE:{_plain(on + timedelta(days=1))}"  # the first day that is not in it
    yield f"SUMMARY:{escaped(_summary(action))}"
    yield f"DESCRIPTION:{escaped(_description(result, action, seen))}"
    yield "STATUS:CANCELLED" if progress == "dropped" else "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(action: ActionView) -> str:
    state = "due"
    if action.latest is not None and action.is_closed:
        state = action.latest.progress_name
    name = f"{state.capitalize()}: {clean_line(action.what)}"
    return f"{name} ({action.who})" if action.who else name


def _description(result: KeyResultView, action: ActionView, seen: SessionView) -> str:
    lines = [f"Action {action.ref} of {seen.setting}, for key result {result.ref}: {result.text}"]
    lines += [f"Success measure: {action.success}"] if action.success else []
    if action.latest is not None:
        last = action.latest
        said = ". ".join(text.rstrip(".") for text in (last.seen, last.reason) if text)
        lines.append(f"{day(last.date)}, {last.progress_name}: {said}")
    return "\n".join(lines)


def _plain(on: date) -> str:
    return on.isoformat().replace("-", "")


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found < date.max else None


def escaped(text: str) -> str:
    """Return a text as a value of type TEXT (RFC 5545, 3.3.11)."""
    text = clean_text(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in parts of at most 75 octets, no character cut in two (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST:
            parts.append(part)
            part, size = "", 1  # the space that a further line begins with
        part += character
        size += octets
    return "\r\n ".join([*parts, part])
