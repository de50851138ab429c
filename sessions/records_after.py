"""Records of what follows a visit: the host's replies, words for the report, an older session, erasure."""

from typing import Literal

import msgspec

Answer = Literal["accept", "correct", "evidence", "disagree"]
"""What the host says to a finding."""

ANSWERS: dict[str, str] = {
    "accept": "accepts it",
    "correct": "corrects it",
    "evidence": "adds evidence",
    "disagree": "disagrees",
}
"""What commands call them, and what people read."""

Standing = Literal["draft", "accuracy", "final"]
"""How far a report is. Kept as the session's field `state`; a session without one is a draft."""

STATES: dict[str, str] = {
    "draft": "draft",
    "accuracy": "with the host for accuracy",
    "final": "final",
}

PARTS: dict[str, str] = {
    "headline": "Headline",
    "context": "The setting",
    "follow-up": "What follows",
    "spoken": "What is said at the end of the visit",
    "governors": "For governors",
    "parents": "For parents and carers",
}
"""The parts of a report that a person may write in their own words; `area/1` and so on too."""


HANDED_OVER = "session/handed_over"
"""The record of when the session was handed over to the school, by whom, and in which file."""


def part_name(part: str) -> str:
    """Return what people call a part of a report: `Headline`, `Area 1`."""
    return PARTS.get(part) or part.replace("/", " ").capitalize()


class Move(msgspec.Struct, frozen=True):
    """What was said when a report's state changed. Kept as the field `moved`, in one act with it."""

    was: Standing
    to: Standing
    reason: str = ""
    areas: tuple[int, ...] = ()
    """The areas that were behind their gate then: a reason may speak of them."""
    had: dict[str, int] = {}
    """What was there when it was made final: each writer's latest number."""


class Reply(msgspec.Struct, frozen=True):
    """The host's answer to a finding. Keyed by the finding."""

    finding: str
    """The id of the finding."""
    answer: Answer
    text: str = ""
    settled: str = ""
    """How host and panel settled it, in words; empty: it stands beside the finding."""
    about: str = ""
    """A fingerprint of what the finding said when it was answered."""
    by: str = ""
    """The participant who wrote the answer down, whoever settled it."""
    at: str = ""
    """When, as `clock.stamp` writes it."""


class ReportText(msgspec.Struct, frozen=True):
    """What a person wrote for the report. Keyed by its part; empty text: none."""

    part: str
    text: str
    rests: dict[str, str] = {}
    """What it rests on, by record, each with a fingerprint of it when this was written."""
    areas: tuple[int, ...] = ()
    """The areas that were behind their gate when it was written: it may speak of them."""


class Then(msgspec.Struct, frozen=True):
    """What an older session agreed, brought along into the one that follows it. Keyed by subject."""

    statement: str = ""
    """Its ref now; of one that is gone, its ref then."""
    area: int = 0
    """The number of its area now; 0: this framework has no such area."""
    outcome: Literal["stages", "not_enough_evidence", "not_applicable"] | None = None
    stages: tuple[str, ...] = ()
    """The keys of the steps, as the older session's framework calls them."""
    names: tuple[str, ...] = ()
    """Their names then."""
    because: str = ""
    matched: str = "same"
    """`same`: the statement has the same words in both versions of the framework; `changed`: it had
    others then; `gone`: this framework has no such statement."""
    words: str = ""
    """The statement's words then, where they were others."""
    by: str = ""
    """Who judged it alone; empty: the panel agreed on it."""


class Erasure(msgspec.Struct, frozen=True):
    """A record was erased for good: whatever any copy still says of it is dropped. Keyed by the record."""

    record: str
    kind: str
    reason: str = ""
    """Why; never what it said."""
    number: int = 0
    """Of a note: the running number of its ref, which no other note gets."""
    author: str = ""
    device: str = ""
    private: bool = False
    quoted: dict[str, tuple[tuple[str, int], ...]] = {}
    """By other records, the versions that said some of it: they lose their words once they are mended."""
