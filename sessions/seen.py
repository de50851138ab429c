"""What a view of a session is made of: shapes alone, with nothing hidden in them.

`view` decides what somebody may see; screens, exports and commands read these.
"""

import msgspec

from frameworks.model import Descriptor, Part

from .records import SOURCES, Outcome
from .seen_plan import PlanView
from .seen_visit import VisitView


class PersonView(msgspec.Struct, frozen=True):
    """A participant."""

    id: str
    name: str
    tag: str
    role: str
    own_setting: str
    leads: tuple[int, ...]
    interest: str
    left: bool


class NoteView(msgspec.Struct, frozen=True):
    """A note."""

    id: str
    ref: str
    text: str
    source: str
    """The key of its source type; empty: not said."""
    where: str
    group: str
    document: str
    observed: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    by: str
    author: str
    """The participant's id."""
    statements: tuple[str, ...]
    private: bool
    late: frozenset[int]
    """The areas it is late in."""
    apart: frozenset[int]
    """The areas it was written apart in."""
    activity: str = ""
    """The id of the activity that it was taken during."""

    @property
    def source_name(self) -> str:
        """The source type as people read it."""
        return SOURCES.get(self.source, self.source)


class CiteView(msgspec.Struct, frozen=True):
    """A note that a ballot cites."""

    note: str
    ref: str
    against: bool


class BallotView(msgspec.Struct, frozen=True):
    """A ballot, or that there is one and why it is hidden."""

    by: str
    person: str
    round: int
    hidden: str = ""
    """Why it may not be seen yet; then nothing below says anything."""
    outcome: Outcome | None = None
    stages: tuple[str, ...] = ()
    """The keys of the steps highlighted, in the scale's order."""
    highlights: dict[str, Part] = {}
    cites: tuple[CiteView, ...] = ()
    because: str = ""
    cast: bool = False
    fields: dict[str, str] = {}
    """What else the framework asks of a judgement, by the key of its field."""


class AgreementView(msgspec.Struct, frozen=True):
    """What the panel holds together."""

    outcome: Outcome | None
    stages: tuple[str, ...]
    because: str
    dissent: tuple[str, ...]
    """Each `NAME: their words`."""
    by: str
    at: str
    fields: dict[str, str] = {}
    """What else the framework asks of a judgement, by the key of its field."""


class JudgedView(msgspec.Struct, frozen=True):
    """The judging side of a statement: it exists only behind the gate."""

    descriptors: tuple[Descriptor | None, ...]
    """One a step, in the scale's order; None: the source describes nothing there."""
    ballots: tuple[BallotView, ...]
    agreement: AgreementView | None
    revealed: bool
    """A reveal has opened the ballots to all."""
    sealed: str
    """Why the ballots are hidden from others; empty: they are open."""
    turn: int
    """The round that a judgement written now belongs to."""

    def of(self, person: str, turn: int | None = None) -> BallotView | None:
        """Return somebody's ballot in a round (None: this one), if there is one in view."""
        wanted = self.turn if turn is None else turn
        found = (b for b in self.ballots if b.person == person and b.round == wanted)
        return next(found, None)


class StatementView(msgspec.Struct, frozen=True):
    """A statement with what stands under it."""

    ref: str
    text: str
    full: str
    questions: tuple[str, ...]
    look_for: tuple[str, ...]
    evidence: tuple[NoteView, ...]
    judged: JudgedView | None
    """None while its area is being described."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The source types heard so far, in the order of `SOURCES`."""
        heard = {note.source for note in self.evidence}
        return tuple(source for source in SOURCES if source in heard)


class GateView(msgspec.Struct, frozen=True):
    """One act at an area's gate."""

    at: str
    by: str
    opened: bool
    reason: str


class AreaView(msgspec.Struct, frozen=True):
    """An area in scope."""

    number: int
    title: str
    judging: bool
    statements: tuple[StatementView, ...]
    log: tuple[GateView, ...]
    judges: tuple[PersonView, ...] = ()
    """Who judges it; nobody while it is being described."""
    as_a_whole: tuple[tuple[Descriptor, ...], ...] = ()
    """A step, in the scale's order, each with what it looks like for the area as a whole."""
    agreement: AgreementView | None = None
    case_studies: tuple[str, ...] = ()
    also_linked: tuple[str, ...] = ()


class SessionView(msgspec.Struct, frozen=True):
    """What somebody may see of a session."""

    id: str
    name: str
    setting: str
    phase: str
    date: str
    purpose: str
    framework: str
    framework_title: str
    framework_version: str
    people: tuple[PersonView, ...]
    areas: tuple[AreaView, ...]
    inbox: tuple[NoteView, ...]
    notes: tuple[NoteView, ...]
    """Every note, oldest first."""
    conflicts: tuple[str, ...]
    """What stands side by side and waits for a person to settle it, each in a sentence."""
    visit: VisitView = VisitView()
    """Self-evaluation, lines of enquiry, timetable, context figures, what changed."""
    plan: PlanView = PlanView()
    """Findings and the plan."""

    def area(self, number: int) -> AreaView | None:
        """Return the area of that number, if it is in scope."""
        return next((area for area in self.areas if area.number == number), None)

    def statement(self, ref: str) -> StatementView | None:
        """Return the statement of that ref, if it is in scope."""
        found = (s for area in self.areas for s in area.statements if s.ref == ref)
        return next(found, None)

    def note(self, ref: str) -> NoteView | None:
        """Return the note of that ref, if it is in view."""
        return next((note for note in self.notes if note.ref == ref), None)
