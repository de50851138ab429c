"""What somebody may see of a session: the only way that screens, exports and commands read one.

Source: section 2 of the design. While an area is described, no stage, descriptor or judgement of it
is in the view at all. A ballot is in it for its author; for others when it is cast and open, and
until then only that it is there and why it is hidden. A private note is in its author's view alone.
"""

from frameworks.model import Area, Statement

from .clock import local
from .records import Ballot
from .resting import ballot_record, stale
from .rules import sealed_because
from .seen import (
    AreaView,
    BallotView,
    CiteView,
    GateView,
    JudgedView,
    NoteView,
    PersonView,
    SessionView,
    StatementView,
)
from .session import Session
from .state import Note, State
from .view_after import after_view
from .view_agreed import agreement, earlier, excused, opening
from .view_conflicts import conflicts
from .view_plan import plan_view
from .view_privacy import privacy_view
from .view_visit import visit_view


def view(session: Session, viewer: str | None = None) -> SessionView:
    """Return what a participant may see of a session; None: what everyone may see."""
    return view_of(session.id, session.state, viewer)


def view_of(session: str, state: State, viewer: str | None) -> SessionView:
    """Return the same of the session of that id, in a state that it is or once was in."""
    notes = {
        note.id: _note(state, note)
        for note in state.notes.values()
        if not note.body.private or note.body.author == viewer
    }
    plan = plan_view(state, set(notes))
    return SessionView(
        id=session,
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
        conflicts=conflicts(state, viewer, notes),
        visit=visit_view(state, viewer, set(notes)),
        plan=plan,
        fields=state.framework.fields,
        after=after_view(state, viewer, set(notes), plan),
        privacy=privacy_view(state),
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
        body.interest_areas,
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
        activity=body.activity,
    )


def _area(state: State, area: Area, viewer: str | None, notes: dict[str, NoteView]) -> AreaView:
    judging, reasons = state.judging(area.number), not state.withheld(area.number)
    subject, excuses = f"area/{area.number}", state.excuses(area.number)
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
                gate.reason if reasons else "",
            )
            for version, gate in state.gate_log(area.number)
        ),
        judges=tuple(
            _person(state, person)
            for person in (state.judges(area.number) if judging else ())
            if person in state.people and person not in excuses
        ),
        as_a_whole=tuple(area.as_a_whole(step.key) for step in steps) if judging else (),
        agreement=agreement(state, subject, notes) if judging else None,
        earlier=earlier(state, subject) if judging else (),
        excused=excused(state, area.number) if judging else (),
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
        judged=_judged(state, area, statement.ref, viewer, notes)
        if state.judging(area.number)
        else None,
    )


def _judged(
    state: State, area: Area, ref: str, viewer: str | None, notes: dict[str, NoteView]
) -> JudgedView:
    sealed = sealed_because(state, ref) if state.sealed(ref) else ""
    shown = (_ballot(state, area, ballot, viewer, sealed, notes) for ballot in state.ballots(ref))
    return JudgedView(
        descriptors=tuple(area.descriptor(ref, step.key) for step in state.framework.scale.steps),
        ballots=tuple(ballot for ballot in shown if ballot is not None),
        agreement=None if sealed else agreement(state, ref, notes),
        revealed=state.revealed(ref),
        sealed=sealed,
        turn=state.turn(ref),
        opening=opening(state, ref),
        to_come=tuple(state.to_come(ref)),
        earlier=() if sealed else earlier(state, ref),
    )


def _ballot(
    state: State,
    area: Area,
    ballot: Ballot,
    viewer: str | None,
    sealed: str,
    notes: dict[str, NoteView],
) -> BallotView | None:
    """Return a ballot as the viewer may see it; None: somebody else's draft is nobody's business."""
    name = state.name(ballot.participant)
    counts = ballot.participant in state.judges(area.number)
    if ballot.participant != viewer:
        if not ballot.cast:
            return None
        if sealed:
            return BallotView(name, ballot.participant, ballot.round, hidden=sealed, counts=counts)
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
        fields=ballot.fields,
        stale_notes=stale(state, ballot_record(ballot), ballot, notes).notes,
        counts=counts,
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
