"""Makes a report's content from what everyone may see of a session.

Source: rules 1 to 4 and the settled questions of the design: the agreed view; where one reviewer
judged alone, theirs; otherwise that there is none yet. Statements are listed, never counted.
"""

from collections.abc import Iterable
from datetime import datetime

from frameworks.model import Descriptor, Framework, Part
from sessions.records import SOURCES, Outcome
from sessions.seen import (
    AgreementView,
    AreaView,
    BallotView,
    JudgedView,
    NoteView,
    SessionView,
    StatementView,
)

from .model import (
    Area,
    Basis,
    IndexLine,
    Judged,
    Judgement,
    NextStep,
    NoteLine,
    Profile,
    Report,
    Statement,
)
from .words import spoken


def build_report(seen: SessionView, framework: Framework, made: datetime) -> Report:
    """Return the report of a session as everyone may see it: `seen` is `view(session, None)`.

    Should `seen` be one participant's own view, their private notes and drafts are still left out.
    """
    statements = [s for area in seen.areas for s in area.statements]
    shared = [note for note in seen.notes if not note.private]
    areas = tuple(_area(area, framework, {note.id for note in shared}) for area in seen.areas)
    behind = [area.judged for area in areas if area.judged is not None]
    return Report(
        session=seen.name,
        setting=seen.setting,
        phase=seen.phase,
        date=seen.date,
        purpose=seen.purpose,
        made=made,
        framework=seen.framework_title,
        version=seen.framework_version,
        publisher=framework.publisher,
        source=framework.source,
        noun=framework.scale.noun or "step",
        people=seen.people,
        areas=areas,
        evidenced=tuple(s.ref for s in statements if _shared(s.evidence)),
        unevidenced=tuple(s.ref for s in statements if not _shared(s.evidence)),
        one_sided=tuple((s.ref, heard[0]) for s in statements if len(heard := _heard(s)) == 1),
        profile=_profile(framework, [j for b in behind for j in b.judgements]) if behind else None,
        unfiled=tuple(_note(note) for note in shared if not note.statements),
        index=tuple(
            IndexLine(_note(n), n.statements, tuple(sorted(n.late)), tuple(sorted(n.apart)))
            for n in shared
        ),
    )


# What was seen


def _shared(notes: Iterable[NoteView]) -> list[NoteView]:
    return [note for note in notes if not note.private]


def _heard(statement: StatementView) -> tuple[str, ...]:
    heard = {note.source for note in _shared(statement.evidence)}
    return tuple(name for source, name in SOURCES.items() if source in heard)


def _note(note: NoteView, area: int = 0) -> NoteLine:
    places = (note.where, note.group, note.document)
    return NoteLine(
        ref=note.ref,
        text=note.text,
        source=note.source_name,
        where=", ".join(place for place in places if place),
        observed=note.observed,
        late=area in note.late,
        apart=area in note.apart,
    )


def _statements(area: AreaView) -> tuple[Statement, ...]:
    """Return an area's statements; a note's text stands once, under the first that it is for."""
    first: dict[str, str] = {}
    found = []
    for statement in area.statements:
        notes = _shared(statement.evidence)
        fresh = [note for note in notes if note.id not in first]
        again = tuple((note.ref, first[note.id]) for note in notes if note.id in first)
        first.update({note.id: statement.ref for note in fresh})
        lines = tuple(_note(note, area.number) for note in fresh)
        found.append(Statement(statement.ref, statement.text, lines, again, _heard(statement)))
    return tuple(found)


# Where practice sits


def _area(area: AreaView, framework: Framework, shared: set[str]) -> Area:
    judged = _judged(area, framework, shared) if area.judging else None
    return Area(area.number, area.title, _statements(area), judged)


def _judged(area: AreaView, framework: Framework, shared: set[str]) -> Judged:
    steps = framework.scale.steps
    pairs = [(s.ref, s.judged) for s in area.statements if s.judged is not None]
    judgements = tuple(_judgement(ref, j, area, framework, shared) for ref, j in pairs)
    studies = (framework.case_study(study) for study in area.case_studies)
    linked = (framework.case_study(study) for study in area.also_linked)
    agreed = area.agreement
    described = any(d is not None for _, judged in pairs for d in judged.descriptors)
    return Judged(
        judges=tuple(person.name for person in area.judges),
        gates=area.log,
        sentence=agreed.because if agreed else "",
        whole=_whole(agreed, framework) if agreed else "",
        dissent=agreed.dissent if agreed else (),
        as_a_whole=tuple(
            (step.name, descriptor.full or descriptor.text)
            for step, descriptors in zip(steps, area.as_a_whole, strict=False)
            for descriptor in descriptors
        ),
        profile=_profile(framework, judgements),
        judgements=judgements,
        next_steps=tuple(
            _next_step(found, judged, framework)
            for found, (_, judged) in zip(judgements, pairs, strict=True)
            if found.stages and described
        ),
        described=described,
        case_studies=tuple(study for study in studies if study is not None),
        also_linked=tuple(study.title for study in linked if study is not None),
    )


def _whole(agreed: AgreementView, framework: Framework) -> str:
    if agreed.outcome is None or agreed.outcome == "stages":
        return spoken(_name(framework, key) for key in agreed.stages)
    return agreed.outcome.replace("_", " ")


def _judgement(
    ref: str, judged: JudgedView, area: AreaView, framework: Framework, shared: set[str]
) -> Judgement:
    """Return the agreed view; where one reviewer judged alone, theirs; otherwise that there is none."""
    cast = [ballot for ballot in judged.ballots if ballot.cast or ballot.hidden]
    if judged.agreement is not None and not judged.sealed:
        return _agreed(ref, judged.agreement, cast, framework, shared)
    if not cast:
        return Judgement(ref, "not judged")
    alone = {ballot.person for ballot in cast} == {person.id for person in area.judges}
    if not alone or len(area.judges) != 1 or cast[-1].hidden:
        return Judgement(ref, "not agreed")
    latest = max(cast, key=lambda ballot: ballot.round)
    return Judgement(
        ref,
        "alone",
        by=latest.by,
        outcome=latest.outcome,
        stages=_highlighted(latest, judged.descriptors, framework),
        because=latest.because,
        cited=_cited([latest], shared, against=False),
        against=_cited([latest], shared, against=True),
    )


def _agreed(
    ref: str,
    agreed: AgreementView,
    cast: list[BallotView],
    framework: Framework,
    shared: set[str],
) -> Judgement:
    # An agreement cites nothing itself; it rests on what the panel's latest ballots cite.
    latest = {b.person: b for b in sorted(cast, key=lambda b: b.round) if not b.hidden}
    return Judgement(
        ref,
        "agreed",
        outcome=agreed.outcome,
        stages=tuple((_name(framework, key), "full") for key in agreed.stages),
        because=agreed.because,
        dissent=agreed.dissent,
        cited=_cited(latest.values(), shared, against=False),
        against=_cited(latest.values(), shared, against=True),
    )


def _highlighted(
    ballot: BallotView, descriptors: tuple[Descriptor | None, ...], framework: Framework
) -> tuple[tuple[str, Part], ...]:
    found: list[tuple[str, Part]] = []
    for step, descriptor in zip(framework.scale.steps, descriptors, strict=False):
        part = ballot.highlights.get(descriptor.id if descriptor else step.key)
        if part is not None:
            found.append((step.name, part))
    return tuple(found)


def _cited(ballots: Iterable[BallotView], shared: set[str], *, against: bool) -> tuple[str, ...]:
    """Return the refs cited, oldest note first; a note made private or deleted since is not named."""
    cites = (cite for ballot in ballots for cite in ballot.cites)
    found = {cite.note: cite.ref for cite in cites if cite.against is against}
    return tuple(ref for note, ref in sorted(found.items()) if note in shared)


def _name(framework: Framework, key: str) -> str:
    step = framework.scale.step(key)
    return step.name if step else key


def _profile(framework: Framework, judgements: Iterable[Judgement]) -> Profile:
    every = list(judgements)

    def at(step: str) -> tuple[str, ...]:
        return tuple(j.ref for j in every if step in (name for name, _ in j.stages))

    def held(outcome: Outcome) -> tuple[str, ...]:
        return tuple(j.ref for j in every if j.outcome == outcome)

    def based(basis: Basis) -> tuple[str, ...]:
        return tuple(j.ref for j in every if j.basis == basis)

    return Profile(
        steps=tuple((step.name, at(step.name)) for step in framework.scale.steps),
        not_enough=held("not_enough_evidence"),
        not_applicable=held("not_applicable"),
        not_agreed=based("not agreed"),
        not_judged=based("not judged"),
        alone=based("alone"),
    )


def _next_step(found: Judgement, judged: JudgedView, framework: Framework) -> NextStep:
    names = [step.name for step in framework.scale.steps]
    shown = {name for name, _ in found.stages}
    highest = max((place for place, name in enumerate(names) if name in shown), default=-1)
    if highest + 1 >= len(names):
        return NextStep(found.ref, "")
    descriptors = judged.descriptors
    descriptor = descriptors[highest + 1] if highest + 1 < len(descriptors) else None
    text = (descriptor.full or descriptor.text) if descriptor else ""
    return NextStep(found.ref, names[highest + 1], text)
