"""The records that a session is made of.

A record is a list of versions; each version is written once, by one writer, and never changed. What
can exist only once is keyed by what it is (a ballot: participant, statement, round), the rest by a
new id.
"""

from typing import Any, Literal

import msgspec

from .records_after import Erasure, Reply, ReportText, Then
from .records_plan import Action, Finding, KeyResult, Monitoring
from .records_visit import Activity, Choice, Enquiry, Excuse, SelfEvaluation, Timebox

Kind = Literal[
    "session",
    "participant",
    "evidence",
    "filing",
    "gate",
    "ballot",
    "reveal",
    "agreement",
    "self_evaluation",
    "enquiry",
    "activity",
    "excuse",
    "finding",
    "key_result",
    "action",
    "monitoring",
    "timebox",
    "choice",
    "reply",
    "report_text",
    "then",
    "erasure",
]
"""The kinds of record; each is a table of a ledger."""

Dot = tuple[str, int]
"""Which version this is: its writer, and that writer's running number from 1."""

Role = Literal["facilitator", "reviewer", "host", "observer"]
Outcome = Literal["stages", "not_enough_evidence", "not_applicable"]
Phase = Literal["early-years", "primary", "secondary", "all-through", "special", "post-16"]

SOURCES: dict[str, str] = {
    "observation": "observation",
    "work-scrutiny": "work scrutiny",
    "learner-voice": "learner voice",
    "parent-voice": "parent/carer voice",
    "staff-voice": "staff voice",
    "leader-voice": "leader or governor voice",
    "data": "data",
    "document": "document",
    "external": "external professional",
}
"""The source types: what commands call them, and what people read."""

PHASES: dict[str, str] = {
    "early-years": "early years",
    "primary": "primary",
    "secondary": "secondary",
    "all-through": "all-through",
    "special": "special",
    "post-16": "post-16",
}

ROLES: tuple[Role, ...] = ("facilitator", "reviewer", "host", "observer")


class Version(msgspec.Struct, frozen=True):
    """One version of one record."""

    id: str
    """The record it is a version of."""
    kind: str
    by: str
    """The participant who wrote it; empty: set up before anybody had joined."""
    at: str
    """When, as `clock.stamp` writes it."""
    dot: Dot
    context: dict[str, int]
    """The versions of this record that the editor had been shown: each writer's latest number."""
    body: dict[str, Any] | None
    """What it says, in the shape of its kind; None: deleted."""
    act: str = ""
    """What was written together, and is undone together, has one act."""
    undoes: str = ""
    """The act that this one takes back."""


class Change(msgspec.Struct, frozen=True):
    """What an act says of one record, before it is a version."""

    kind: Kind
    id: str
    body: "Body | dict[str, Any] | None"


class Field(msgspec.Struct, frozen=True):
    """One field of the session itself: setting, date, areas in scope and the like."""

    value: Any


class Participant(msgspec.Struct, frozen=True):
    """Somebody on the panel, or with it."""

    name: str
    """A name, or a role label such as `Reviewer 2`."""
    tag: str
    """Letters only, unique in the session: the first part of this person's note refs."""
    role: str
    own_setting: str = ""
    leads: tuple[int, ...] = ()
    """Numbers of the areas this person leads."""
    interest: str = ""
    """A declared interest: it keeps this person from judging the areas that it concerns."""
    left: bool = False
    interest_areas: tuple[int, ...] = ()
    """Numbers of the areas that the declared interest concerns; none: all of them."""


class Evidence(msgspec.Struct, frozen=True):
    """A note of what was seen, heard or read."""

    text: str
    number: int
    """The running number of its ref, under the author's tag and the device."""
    source: str = ""
    where: str = ""
    group: str = ""
    """Class or phase."""
    document: str = ""
    """A document's reference."""
    observed: str = ""
    """When it was observed, local time: `YYYY-MM-DD HH:MM`."""
    private: bool = False
    device: str = ""
    """The device's letter; empty: the device that the session was made on."""
    knew: tuple[int, ...] = ()
    """The areas whose first gate the writer knew to be open when writing this text."""
    author: str = ""
    """The participant whose note it is, whoever edits it."""
    restores: bool = False
    """The text is not this version's own: an undo brought it back, or only the rest was changed."""
    activity: str = ""
    """The id of the activity of the timetable that it was taken during."""
    split_from: str = ""
    """The id of the note whose second half it was."""


class Filing(msgspec.Struct, frozen=True):
    """This note stands under this statement, or does not."""

    note: str
    statement: str
    filed: bool
    knew: tuple[int, ...] = ()
    restores: bool = False


class Gate(msgspec.Struct, frozen=True):
    """The gate of an area's judging pass was opened, or the area was reopened for describing."""

    area: int
    opened: bool
    """True: the judging pass is open. False: back to describing."""
    reason: str = ""
    judges: tuple[str, ...] = ()
    """The participants who judge this area, as they were at that moment."""


class Cite(msgspec.Struct, frozen=True):
    """A note that a ballot rests on."""

    note: str
    against: bool = False
    """It speaks against the highlights, not for them."""


class Ballot(msgspec.Struct, frozen=True):
    """One reviewer's judgement of a statement in one round."""

    participant: str
    statement: str
    round: int
    outcome: Outcome | None = None
    """None: nothing is chosen yet (a draft)."""
    highlights: dict[str, Literal["full", "part"]] = {}
    """By descriptor id; by the step's key where the source describes nothing."""
    cites: tuple[Cite, ...] = ()
    because: str = ""
    cast: bool = False
    fields: dict[str, str] = {}
    """What else the framework asks of a judgement, by the key of its field."""
    rests: dict[str, str] = {}
    """The notes that it rests on, by id, each with a fingerprint of its text when this was written."""


class Reveal(msgspec.Struct, frozen=True):
    """The ballots of a statement, or of an area, are open to all. Never undone."""

    statement: str = ""
    area: int = 0
    reason: str = ""
    """Why, if not every judge had cast."""


class Dissent(msgspec.Struct, frozen=True):
    """A view that the agreement does not share, in that person's words."""

    by: str
    text: str


class Agreement(msgspec.Struct, frozen=True):
    """What the panel holds together of a statement, or of an area. Without a because: nothing."""

    statement: str = ""
    area: int = 0
    outcome: Outcome | None = None
    """None: an area in a sentence alone."""
    stages: tuple[str, ...] = ()
    because: str = ""
    dissent: tuple[Dissent, ...] = ()
    fields: dict[str, str] = {}
    """What else the framework asks of a judgement, by the key of its field."""
    reopened: int = 0
    """How often the area had gone back to being described, as far as the writer knew."""
    withdrawn: str = ""
    """Why what was agreed before this was taken back, where this is what stands again."""
    rests: dict[str, str] = {}
    """The notes that the ballots cite, by id, each with a fingerprint of its text at that moment."""
    agreed_by: str = ""
    """Who wrote down what is agreed, where the version is of a dissent added since; empty: its writer."""
    agreed_at: str = ""
    """When that was, likewise."""


Body = (
    Field
    | Participant
    | Evidence
    | Filing
    | Gate
    | Ballot
    | Reveal
    | Agreement
    | SelfEvaluation
    | Enquiry
    | Activity
    | Excuse
    | Finding
    | KeyResult
    | Action
    | Monitoring
    | Timebox
    | Choice
    | Reply
    | ReportText
    | Then
    | Erasure
)

SHAPES: dict[str, type[Body]] = {
    "session": Field,
    "participant": Participant,
    "evidence": Evidence,
    "filing": Filing,
    "gate": Gate,
    "ballot": Ballot,
    "reveal": Reveal,
    "agreement": Agreement,
    "self_evaluation": SelfEvaluation,
    "enquiry": Enquiry,
    "activity": Activity,
    "excuse": Excuse,
    "finding": Finding,
    "key_result": KeyResult,
    "action": Action,
    "monitoring": Monitoring,
    "timebox": Timebox,
    "choice": Choice,
    "reply": Reply,
    "report_text": ReportText,
    "then": Then,
    "erasure": Erasure,
}
"""The shape of each kind's body. A ledger may hold kinds that a later version brought: left alone."""
