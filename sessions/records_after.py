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


class Reply(msgspec.Struct, frozen=True):
    """The host's answer to a finding. Keyed by the finding."""

    finding: str
    """The id of the finding."""
    answer: Answer
    text: str = ""
    settled: str = ""
    """How host and panel settled it, in words; empty: it stands beside the finding."""


class ReportText(msgspec.Struct, frozen=True):
    """What a person wrote for the report. Keyed by its part; empty text: none."""

    part: str
    text: str
    rests: dict[str, str] = {}
    """What it rests on, by record, each with a fingerprint of it when this was written."""


class Then(msgspec.Struct, frozen=True):
    """What an older session agreed, brought along into the one that follows it. Keyed by subject."""

    statement: str = ""
    area: int = 0
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


class Erasure(msgspec.Struct, frozen=True):
    """A record was erased for good: whatever any copy still says of it is dropped. Keyed by the record."""

    record: str
    kind: str
    reason: str = ""
    """Why; never what it said."""
