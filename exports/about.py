"""What a review is and is not, and what it looked at: said the same in every document."""

from collections.abc import Iterator, Mapping

from sessions.records import SOURCES

from .escape import inline
from .model import Report
from .words import spoken

NO_GRADE = "It gives no grade and no forecast of what an inspection would find."

_DID: dict[str, tuple[str, str]] = {
    "observation": ("watched", "lessons and other times of the day"),
    "work-scrutiny": ("looked at", "learners' work"),
    "learner-voice": ("listened to", "learners"),
    "parent-voice": ("listened to", "families"),
    "staff-voice": ("talked with", "staff"),
    "leader-voice": ("talked with", "those who lead or govern the school"),
    "external": ("talked with", "professionals from outside"),
    "data": ("read", "data"),
    "document": ("read", "documents"),
}
"""What a panel did to hear from a source type: a verb, and what or whom."""


def about_blocks(report: Report) -> Iterator[str]:
    """Yield what a review is, and what it is not."""
    judging = (
        "Only then, in a pass of its own, did it say where that evidence places practice. "
        if report.profile is not None
        else ""
    )
    yield "## What this is, and what it is not"
    yield (
        "This is a record of a guided peer review, done with the school and not to it. The panel "
        f"first wrote down what it saw, heard and read, statement by statement. {judging}"
        "The report belongs to the school, which decides who sees it."
    )
    yield (
        f"It is not an inspection. {NO_GRADE} It judges no individual teacher and no learner, and "
        "compares the school with no other. Where nothing was seen, it does not follow that there "
        "was nothing to see."
    )


def describing_line(report: Report) -> str:
    """Return which areas are still being described, or in a final report were not judged; empty: none."""
    found = [f"area {a.number}, {a.title}" for a in report.areas if a.judged is None]
    return inline("; ".join(found))


def describing_words(report: Report, more: str) -> str:
    """Return that in a sentence; `more`: what follows from it. Empty: there is no such area."""
    areas = describing_line(report)
    why = "Not judged" if report.is_final else "Still being described"
    return f"{why}, {more}: {areas}." if areas else ""


def what_was_done(report: Report, words: Mapping[str, tuple[str, str]] = _DID) -> str:
    """Return what the panel did, as one says it: `listened to learners and read data`; empty: nothing.

    `words`: for each source type, in the order of the saying, a verb, and what or whom.
    """
    heard = {line.note.source for line in report.index}
    did: dict[str, list[str]] = {}
    for key, (verb, what) in words.items():
        if SOURCES[key] in heard:
            did.setdefault(verb, []).append(what)
    *most, last = [f"{verb} {spoken(what)}" for verb, what in did.items()] or [""]
    return f"{', '.join(most)}, and {last}" if most else last
