"""A report's content: what the formats write down.

Everything here is text as people wrote it; escaping is each format's own. What belongs to judging
is in one part of an area, `Judged`, that an area which is still being described does not have.
"""

from datetime import datetime
from typing import Literal

import msgspec

from frameworks.model import CaseStudy, Part, Step
from sessions.records import Outcome
from sessions.seen import GateView, PersonView
from sessions.seen_after import AfterView, ThenView
from sessions.seen_plan import PlanView
from sessions.seen_visit import ActivityView, ChangeView, EnquiryView, FiguresView
from sessions.timing import TimeView

Basis = Literal["agreed", "alone", "not agreed", "not judged"]
"""Whose view a judgement is: the panel's, one reviewer's alone, or nobody's yet."""

Beside = Literal["differs", "same", "waiting"]
"""How the setting's own view stands to the panel's; `waiting`: the panel has none yet."""


class NoteLine(msgspec.Struct, frozen=True):
    """A note of what was seen, heard or read, as it stands in one area."""

    ref: str
    text: str
    source: str
    """The source type in words; empty: not said."""
    where: str
    """Place, class or phase, and document, as far as they were said."""
    observed: str
    """`YYYY-MM-DD HH:MM`."""
    late: bool = False
    apart: bool = False


class Statement(msgspec.Struct, frozen=True):
    """What was seen of a statement."""

    ref: str
    text: str
    notes: tuple[NoteLine, ...]
    also: tuple[tuple[str, str], ...]
    """Notes whose text stands under an earlier statement of the area: their ref, and its ref."""
    sources: tuple[str, ...]
    """The source types heard, in words."""


class Judgement(msgspec.Struct, frozen=True):
    """Where a statement sits."""

    ref: str
    basis: Basis
    by: str = ""
    """Who judged alone."""
    outcome: Outcome | None = None
    stages: tuple[tuple[Step, Part], ...] = ()
    """The steps, in the scale's order, and how much of each is shown."""
    because: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """What else the framework asks for: the names of its fields, in its order, and what was said."""
    dissent: tuple[str, ...] = ()
    stale: str = ""
    """Why what was agreed waits to be looked at again; empty: it does not."""
    cited: tuple[str, ...] = ()
    """The refs of the notes that speak for it."""
    against: tuple[str, ...] = ()
    """The refs of the notes that speak against it."""
    then: ThenView | None = None
    """What an older session agreed of it."""


class OwnView(msgspec.Struct, frozen=True):
    """The setting's own view of a statement, beside the panel's."""

    ref: str
    beside: Beside
    outcome: Outcome | None
    steps: tuple[Step, ...]
    """In the scale's order."""
    because: str
    fields: tuple[tuple[str, str], ...]
    panel: Judgement
    late: bool = False
    """It was written knowing that its area is judged."""


class NextStep(msgspec.Struct, frozen=True):
    """What the step after the strongest one shown looks like for a statement."""

    ref: str
    step: str
    """Its name; empty: there is none after the strongest one shown."""
    text: str = ""
    """Empty: the source describes nothing here."""


class Profile(msgspec.Struct, frozen=True):
    """The statements as they lie, by ref, never counted. A statement may lie at several steps."""

    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each step's name, first to last, and the statements there."""
    not_enough: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_agreed: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    """Those of the steps above that are one reviewer's view."""


class Judged(msgspec.Struct, frozen=True):
    """What stands behind the gate of an area."""

    judges: tuple[str, ...]
    gates: tuple[GateView, ...]
    """Every opening and reopening, oldest first."""
    sentence: str
    """The area in a sentence; empty: not agreed yet."""
    whole: str
    """What was agreed of the area as a whole, in words; empty: the sentence alone."""
    dissent: tuple[str, ...]
    stale: str
    """Why the sentence waits to be looked at again; empty: it does not."""
    as_a_whole: tuple[tuple[str, str], ...]
    """Each step's name and what it looks like for the area as a whole, where the source says."""
    profile: Profile
    judgements: tuple[Judgement, ...]
    next_steps: tuple[NextStep, ...]
    described: bool
    """Whether the framework describes its steps in this area at all."""
    case_studies: tuple[CaseStudy, ...]
    also_linked: tuple[str, ...]
    """Titles of case studies that are described with another area."""
    own: tuple[OwnView, ...] = ()
    """The setting's own views, what differs from the panel's first."""
    then: ThenView | None = None
    """What an older session agreed of the area as a whole."""
    gone: tuple[ThenView, ...] = ()
    """What it agreed of statements that this framework has not got, or that are not in scope."""


class Area(msgspec.Struct, frozen=True):
    """An area in scope: what was seen, and, behind its gate, where practice sits."""

    number: int
    title: str
    statements: tuple[Statement, ...]
    judged: Judged | None
    """None: the area is still being described."""


class IndexLine(msgspec.Struct, frozen=True):
    """A note in the index of evidence."""

    note: NoteLine
    statements: tuple[str, ...]
    late: tuple[int, ...]
    """The areas it is late in."""
    apart: tuple[int, ...]


class Report(msgspec.Struct, frozen=True):
    """A report, whole."""

    session: str
    """The session's name."""
    setting: str
    phase: str
    date: str
    """`YYYY-MM-DD`."""
    purpose: str
    made: datetime
    framework: str
    version: str
    publisher: str
    source: str
    noun: str
    """What the framework calls a step: `stage`."""
    described: bool
    """Whether the framework says of any statement or area what a step looks like there."""
    people: tuple[PersonView, ...]
    areas: tuple[Area, ...]
    evidenced: tuple[str, ...]
    """Statements with a note under them."""
    unevidenced: tuple[str, ...]
    one_sided: tuple[tuple[str, str], ...]
    """Statements heard from one source type alone, and which."""
    profile: Profile | None
    """All areas behind their gates together; None: there is none yet."""
    unfiled: tuple[NoteLine, ...]
    """Notes that stand under no statement in scope."""
    index: tuple[IndexLine, ...]
    figures: FiguresView = FiguresView()
    enquiries: tuple[EnquiryView, ...] = ()
    """Lines of enquiry that were accepted."""
    activities: tuple[ActivityView, ...] = ()
    changes: tuple[ChangeView, ...] = ()
    plan: PlanView = PlanView()
    """Findings and the plan."""
    times: tuple[TimeView, ...] = ()
    """The time boxes, as they were when the report was made."""
    after: AfterView = AfterView()
    """The state of the report, the host's replies, people's own words, what an older session agreed."""

    @property
    def is_final(self) -> bool:
        """Whether nobody will judge or agree any more."""
        return self.after.state == "final"

    def now(self, words: str) -> str:
        """Return words as they are true of it: of a final report without `yet` and `so far`."""
        return words.replace(" yet", "").replace(" so far", "") if self.is_final else words
