"""Records of preparing a visit and of what happens on it: all but notes and judgements."""

from typing import Literal

import msgspec

Standing = Literal["proposed", "open", "supported", "not-supported", "changed", "dropped"]
"""How far a line of enquiry is. `proposed`: not accepted by host or facilitator yet."""

STANDINGS: dict[str, str] = {
    "proposed": "proposed",
    "open": "open",
    "supported": "supported",
    "not-supported": "not supported",
    "changed": "changed",
    "dropped": "dropped",
}
"""What commands call them, and what people read."""


class SelfEvaluation(msgspec.Struct, frozen=True):
    """The host's own view of a statement, kept apart from the panel's evidence."""

    statement: str
    outcome: Literal["stages", "not_enough_evidence", "not_applicable"] | None = None
    stages: tuple[str, ...] = ()
    """The keys of the steps."""
    because: str = ""
    fields: dict[str, str] = {}
    """By key of the framework's judgement fields."""
    late: bool = False
    """It was written, or written otherwise, knowing of the first gate of its area."""


class Enquiry(msgspec.Struct, frozen=True):
    """A line of enquiry: an open question that the visit is to answer."""

    number: int
    """What people call it; 0 while it is proposed, so that no gap tells how many there are."""
    question: str
    statements: tuple[str, ...] = ()
    supports: str = ""
    """What would support it."""
    refutes: str = ""
    """What would refute it."""
    look: str = ""
    """Where to look."""
    standing: Standing = "open"
    reason: str = ""
    """Why it was changed or dropped; what answered it."""
    proposal: int = 0
    """Its number among the proposals, `P2`, which are counted apart; 0: a person wrote it."""
    areas: tuple[int, ...] = ()
    """The areas that the reason may speak of: its statements' when that was written; without any, all
    that were behind their gate."""


class Activity(msgspec.Struct, frozen=True):
    """A line of the visit's timetable."""

    number: int
    what: str
    starts: str = ""
    """Local time, `YYYY-MM-DD HH:MM`."""
    ends: str = ""
    where: str = ""
    who: str = ""
    """Who with: roles, not names of learners."""
    reviewers: tuple[str, ...] = ()
    """The ids of the participants who go."""
    source: str = ""
    """A source type."""
    statements: tuple[str, ...] = ()


class Excuse(msgspec.Struct, frozen=True):
    """A judge of an area who is not waited for."""

    area: int
    person: str
    reason: str
    reopened: int = 0
    """How often the area had been reopened by then: a gate that is opened anew finds its judges anew."""


class Timebox(msgspec.Struct, frozen=True):
    """How long something is meant to take, and has taken. Keyed by what it is: `area/1`, `meeting`."""

    planned: int
    """Seconds."""
    used: int = 0
    """Seconds, up to the last pause."""
    since: str = ""
    """When it was started, as `clock.stamp` writes it; empty: it is paused."""


class Choice(msgspec.Struct, frozen=True):
    """What somebody has looked at and settled: that it stands, or is agreed to."""

    subject: str
    """What it is about, as `conduct/<participant>` or `stale/<record>`."""
    settled: str = ""
    """What was settled then; something newer is open again."""
