"""What somebody may see of a session: the only way that screens, exports and commands read one.

Source: section 2 of the design. While an area is described, no stage, descriptor or judgement of it
is in the view at all. A ballot is in it for its author; for others when it is cast and open, and
until then only that it is there and why it is hidden. A private note is in its author's view alone.
"""

import msgspec

from frameworks.model import Area, Descriptor, Part, Statement

from .clock import local
from .records import SOURCES, Agreement, Ballot, Outcome, Version
from .rules import sealed_because
from .session import Session
from .state import Note, State


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


class AgreementView(msgspec.Struct, frozen=True):
    """What the panel holds together."""

    outcome: Outcome | None
    stages: tuple[str, ...]
    because: str
    dissent: tuple[str, ...]
    """Each `NAME: their words`."""
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


def view(session: Session, viewer: str | None = None) -> SessionView:
    """Return what a participant may see of a session; None: what everyone may see."""
    state = session.state
    notes = {
        note.id: _note(state, note)
        for note in state.notes.values()
        if not note.body.private or note.body.author == viewer
    }
    return SessionView(
        id=session.id,
        name=state.text("name"),
        setting=state.text("setting"),
        phase=state.text("phase"),
        date=state.text("date"),
        purpose=state.text("purpose"),
        framework=state.framework.id,
        framework_title=state.framework.title,
        framework_version=state.framework.version,
        people=tuple(_person(state, person) for person in state.people),
        areas=tuple(_area(state, area, viewer, notes) for area in state.areas),
        inbox=tuple(note for note in notes.values() if not note.statements),
        notes=tuple(notes.values()),
        conflicts=_conflicts(state, viewer, notes),
    )


def _person(state: State, person: str) -> PersonView:
    body = state.people[person]
    return PersonView(
        person,
        body.name,
        body.tag,
        body.role,
        body.own_setting,
        body.leads,
        body.interest,
        body.left,
    )


def _note(state: State, note: Note) -> NoteView:
    body = note.body
    return NoteView(
        id=note.id,
        ref=note.ref,
        text=body.text,
        source=body.source,
        where=body.where,
        group=body.group,
        document=body.document,
        observed=body.observed,
        by=state.name(body.author),
        author=body.author,
        statements=note.statements,
        private=body.private,
        late=note.late,
        apart=note.apart,
    )


def _area(state: State, area: Area, viewer: str | None, notes: dict[str, NoteView]) -> AreaView:
    judging = state.judging(area.number)
    steps = state.framework.scale.steps
    return AreaView(
        number=area.number,
        title=area.title,
        judging=judging,
        statements=tuple(_statement(state, area, s, viewer, notes) for s in area.statements),
        log=tuple(
            # A reason may name a stage, so it is said behind the gate alone.
            GateView(
                local(version.at),
                state.name(version.by),
                gate.opened,
                gate.reason if judging else "",
            )
            for version, gate in state.gate_log(area.number)
        ),
        judges=tuple(
            _person(state, person)
            for person in (state.judges(area.number) if judging else ())
            if person in state.people
        ),
        as_a_whole=tuple(area.as_a_whole(step.key) for step in steps) if judging else (),
        agreement=_area_agreement(state, area.number) if judging else None,
        case_studies=area.case_studies,
        also_linked=area.also_linked,
    )


def _statement(
    state: State, area: Area, statement: Statement, viewer: str | None, notes: dict[str, NoteView]
) -> StatementView:
    return StatementView(
        ref=statement.ref,
        text=statement.text,
        full=statement.full,
        questions=statement.questions,
        look_for=statement.look_for,
        evidence=tuple(n for n in notes.values() if statement.ref in n.statements),
        judged=_judged(state, area, statement.ref, viewer) if state.judging(area.number) else None,
    )


def _judged(state: State, area: Area, ref: str, viewer: str | None) -> JudgedView:
    sealed = sealed_because(state, ref) if state.sealed(ref) else ""
    shown = (_ballot(state, area, ballot, viewer, sealed) for ballot in state.ballots(ref))
    return JudgedView(
        descriptors=tuple(area.descriptor(ref, step.key) for step in state.framework.scale.steps),
        ballots=tuple(ballot for ballot in shown if ballot is not None),
        agreement=None if sealed else _agreement(state, ref),
        revealed=state.revealed(ref),
        sealed=sealed,
        turn=state.turn(ref),
    )


def _ballot(
    state: State, area: Area, ballot: Ballot, viewer: str | None, sealed: str
) -> BallotView | None:
    """Return a ballot as the viewer may see it; None: somebody else's draft is nobody's business."""
    name = state.name(ballot.participant)
    if ballot.participant != viewer:
        if not ballot.cast:
            return None
        if sealed:
            return BallotView(name, ballot.participant, ballot.round, hidden=sealed)
    return BallotView(
        by=name,
        person=ballot.participant,
        round=ballot.round,
        outcome=ballot.outcome,
        stages=_stages(state, area, ballot),
        highlights=ballot.highlights,
        cites=tuple(
            CiteView(cite.note, state.refs[cite.note], cite.against)
            for cite in ballot.cites
            if cite.note in state.refs and not _is_private(state, cite.note, viewer)
        ),
        because=ballot.because,
        cast=ballot.cast,
    )


def _is_private(state: State, note: str, viewer: str | None) -> bool:
    """Return whether a note was made private since it was cited, by somebody else."""
    words = state.last_words(note)
    return words is not None and words.private and words.author != viewer


def _stages(state: State, area: Area, ballot: Ballot) -> tuple[str, ...]:
    found = []
    for step in state.framework.scale.steps:
        descriptor = area.descriptor(ballot.statement, step.key)
        if (descriptor.id if descriptor else step.key) in ballot.highlights:
            found.append(step.key)
    return tuple(found)


def _agreement(state: State, subject: str) -> AgreementView | None:
    found = state.agreement(subject)
    if found is None:
        return None
    version, body = found
    return AgreementView(
        outcome=body.outcome,
        stages=body.stages,
        because=body.because,
        dissent=tuple(f"{state.name(d.by)}: {d.text}" for d in body.dissent),
        by=state.name(version.by),
        at=local(version.at),
    )


def _area_agreement(state: State, area: int) -> AgreementView | None:
    """Return an area's sentence; one from before this gate waits until the new judges are done."""
    found = state.agreement(f"area/{area}")
    opened = min((version.at for version, _ in state.gates(area)), default="")
    refs = (ref for ref in state.order if state.area_of(ref) == area)
    if found is not None and found[0].at < opened and any(state.sealed(ref) for ref in refs):
        return None
    return _agreement(state, f"area/{area}")


def _conflicts(state: State, viewer: str | None, notes: dict[str, NoteView]) -> tuple[str, ...]:
    found = []
    for kind in ("session", "participant", "evidence", "ballot", "agreement"):
        for identity in state.records.of_kind(kind):
            versions = state.records.live(identity)
            if identity.startswith("session/device/"):
                continue  # two letters for one device: refs stay apart, there is nothing to settle
            if len({repr(version.body) for version in versions}) > 1:
                found.append(_conflict(state, viewer, notes, versions))
    return tuple(sentence for sentence in found if sentence)


def _conflict(
    state: State, viewer: str | None, notes: dict[str, NoteView], versions: tuple[Version, ...]
) -> str:
    """Return what stands side by side, in a sentence; empty: it is not for these eyes."""
    who = " and ".join(dict.fromkeys(state.name(version.by) for version in versions))
    first = versions[0]
    if first.kind == "evidence":
        note = notes.get(first.id)
        deleted = any(version.body is None for version in versions)
        what = "was changed and deleted" if deleted else "was changed"
        return f"{note.ref} {what} in two places ({who}); edit it to settle it." if note else ""
    # One of them may take it back, and then says nothing of what it was.
    bodies = [state.records.body(version) for version in versions]
    body = next((body for body in reversed(bodies) if body is not None), None)
    if body is None:
        return ""
    if isinstance(body, Ballot):
        if body.participant != viewer or not state.judging(state.area_of(body.statement)):
            return ""
        return f"Your ballot of {body.statement} was written in two places; judge it again."
    if isinstance(body, Agreement):
        if not state.judging(body.area or state.area_of(body.statement)):
            return ""
        what = body.statement or f"area {body.area}"
        return f"The agreement on {what} was written in two places ({who}); agree it again."
    if first.kind == "participant":
        name = state.name(first.id)
        return f"{name}'s entry was changed in two places ({who}); change it again to settle it."
    name = first.id.removeprefix("session/")
    return f"The session's {name} was changed in two places ({who}); set it again to settle it."
