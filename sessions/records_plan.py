"""Records of the plan: findings, key results, actions and their monitoring.

Source: the improvement plan of seed 004: a key objective, a benchmark position, key results, and for
each window of the year actions and monitoring.
"""

from typing import Literal

import msgspec

FindingKind = Literal["strength", "development", "sharing"]

FINDINGS: dict[str, str] = {
    "strength": "strength",
    "development": "area for development",
    "sharing": "practice worth sharing",
}
"""The kinds of finding: what commands call them, and what people read."""

Progress = Literal["on-track", "at-risk", "done", "dropped"]

PROGRESS: dict[str, str] = {
    "on-track": "on track",
    "at-risk": "at risk",
    "done": "done",
    "dropped": "dropped",
}
"""How an action goes: what commands call it, and what people read."""

WINDOWS = ("Autumn to Spring 1", "Spring 1 to Summer 2")
"""The windows of a year that a plan starts with."""


class Finding(msgspec.Struct, frozen=True):
    """What the panel found, in words of its own."""

    number: int
    finding: FindingKind
    text: str
    statements: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """The ids of the notes it rests on."""
    rests: dict[str, str] = {}
    """Those of them that were shared, each with a fingerprint of its text when this was written."""
    areas: tuple[int, ...] = ()
    """The areas that its words were written of, where it was put under other statements since."""


class KeyResult(msgspec.Struct, frozen=True):
    """What will be different when the plan has worked."""

    number: int
    text: str
    findings: tuple[str, ...] = ()
    """The ids of the findings it answers."""
    areas: tuple[int, ...] = ()
    """The areas that its words may speak of: those of its findings when they were written; without any, all
    that were judged then."""


class Action(msgspec.Struct, frozen=True):
    """What somebody does, in one window of the year, for a key result."""

    number: int
    key_result: str
    """The id of the key result."""
    window: int
    """The place of its window in the plan's, from 0."""
    what: str
    who: str = ""
    due: str = ""
    """`YYYY-MM-DD`; empty: the window is all that is said."""
    success: str = ""
    """How people will see that it worked."""
    areas: tuple[int, ...] = ()
    """The areas that its words were written of, where it was moved to another key result since."""


class Monitoring(msgspec.Struct, frozen=True):
    """What somebody saw of an action on a day."""

    action: str
    """The id of the action."""
    date: str
    """`YYYY-MM-DD`."""
    seen: str
    progress: Progress
    reason: str = ""
    """Why it was dropped."""
    carried: str = ""
    """Who saw it, where it was written in an older session that this one follows."""


class PlanWords(msgspec.Struct, frozen=True):
    """A text of the plan as a whole, kept in a field of the session."""

    text: str
    areas: tuple[int, ...] = ()
    """The areas that were behind their gate when it was written: it may speak of them."""
