"""What a view of a session is made of: shapes alone, with nothing hidden in them.

`view` decides what somebody may see; screens, exports and commands read these.
"""

import msgspec

from frameworks.model import Descriptor, JudgementField, Part

from .records import SOURCES, Outcome
from .seen_after import AfterView
from .seen_plan import PlanView
from .seen_privacy import PrivacyView
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
    interest_areas: tuple[int, ...] = ()
    """The areas that the declared interest concerns; none: all of them."""

    def is_interested(self, area: int) -> bool:
        """Return whether a declared interest concerns an area."""
        return bool(self.interest) and (not self.interest_areas or area in self.interest_areas)

    @property
    def interest_words(self) -> str:
        """The areas that a declared interest keeps this person from judging; empty: none."""
        if not self.interest:
            return ""
        numbers = ", ".join(map(str, self.interest_areas))
        many = "areas" if len(self.interest_areas) > 1 else "area"
        return f"declared an interest in {f'{many} {numbers}' if numbers else 'all areas'}"


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
    stale_notes: tuple[str, ...] = ()
    """The refs of the notes it rests on that have changed since; none once somebody looked at it."""
    counts: bool = True
    """Whether it is one of a judge of the area; of who was one before another gate, it stays to be read."""


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
    dissents: tuple[tuple[str, str], ...] = ()
    """Each the participant's id, and their words."""
    stale: str = ""
    """Why it waits to be looked at again; empty: it does not."""
    stale_notes: tuple[str, ...] = ()
    """The refs of the notes it rests on that have changed since; none once somebody looked at it."""
    stale_agreed: tuple[str, ...] = ()
    """Of an area's sentence: the statements of which something else is agreed since."""
    stale_ballots: tuple[str, ...] = ()
    """The statements that somebody judged otherwise since; none once somebody looked at it."""

    @property
    def moved(self) -> tuple[str, ...]:
        """What it rests on that has changed since, in words."""
        judged = (f"the ballots of {ref}" for ref in self.stale_ballots)
        agreed = (f"what is agreed of {ref}" for ref in self.stale_agreed)
        return (*self.stale_notes, *judged, *agreed)


class EarlierView(msgspec.Struct, frozen=True):
    """Something that was agreed and does not stand any more."""

    agreed: AgreementView
    reason: str = ""
    """Why it was taken back; empty: something else was agreed in its place."""
    by: str = ""
    """Who took it back."""
    at: str = ""


class RevealView(msgspec.Struct, frozen=True):
    """The act that opened ballots to all."""

    at: str
    by: str
    reason: str
    """Why, if not every judge had cast."""


class ExcuseView(msgspec.Struct, frozen=True):
    """A judge of an area who is not waited for."""

    person: str
    name: str
    reason: str
    by: str
    at: str


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
    opening: RevealView | None = None
    """What opened the ballots; None: nothing has, or nothing had to."""
    to_come: tuple[str, ...] = ()
    """The ids of the judges who are waited for, in the order they joined."""
    earlier: tuple[EarlierView, ...] = ()
    """What was agreed before, oldest first."""

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
    """Who judges it and is waited for; nobody while it is being described."""
    as_a_whole: tuple[tuple[Descriptor, ...], ...] = ()
    """A step, in the scale's order, each with what it looks like for the area as a whole."""
    agreement: AgreementView | None = None
    earlier: tuple[EarlierView, ...] = ()
    """What was agreed of it before, oldest first."""
    excused: tuple[ExcuseView, ...] = ()
    """The judges who are not waited for, in the order they joined."""
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
    fields: tuple[JudgementField, ...] = ()
    """What a judgement holds besides its step, in this framework."""
    after: AfterView = AfterView()
    """What follows the visit: state, replies, words for the report, what an older session agreed."""
    privacy: PrivacyView = PrivacyView()
    """What was settled about words that may identify somebody."""

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
