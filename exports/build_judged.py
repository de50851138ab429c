"""Where practice sits: the part of an area's content that stands behind its gate.

Source: rules 2 to 4 and the settled questions of the design: the agreed view; where one reviewer
judged alone, theirs; otherwise that there is none yet. Statements are listed, never counted.
"""

from collections.abc import Iterable, Mapping

from frameworks.model import Descriptor, Framework, Part, Step
from sessions.records import Outcome
from sessions.seen import AgreementView, AreaView, BallotView, JudgedView

from .model import Basis, Judged, Judgement, NextStep, Profile
from .words import AGREED_SINCE, JUDGED_SINCE, MOVED, spoken


def build_judged(area: AreaView, framework: Framework, shared: set[str]) -> Judged:
    """Return what stands behind the gate of an area, without the setting's own view.

    `shared`: the ids of the notes that may be named.
    """
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
        stale=_again(agreed) if agreed else "",
        as_a_whole=tuple(
            (step.name, descriptor.full or descriptor.text)
            for step, descriptors in zip(steps, area.as_a_whole, strict=False)
            for descriptor in descriptors
        ),
        profile=build_profile(framework, judgements),
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


def _again(agreed: AgreementView) -> str:
    """Return why what is agreed waits to be looked at again; empty: it does not."""
    since = AGREED_SINCE if agreed.stale_agreed else ""
    since = JUDGED_SINCE if agreed.stale_ballots else since
    return agreed.stale or (MOVED if agreed.stale_notes else since)


def build_profile(framework: Framework, judgements: Iterable[Judgement]) -> Profile:
    """Return the statements as they lie, the steps in the scale's own order."""
    every = list(judgements)

    def at(key: str) -> tuple[str, ...]:
        return tuple(j.ref for j in every if key in (step.key for step, _ in j.stages))

    def held(outcome: Outcome) -> tuple[str, ...]:
        return tuple(j.ref for j in every if j.outcome == outcome)

    def based(basis: Basis) -> tuple[str, ...]:
        return tuple(j.ref for j in every if j.basis == basis)

    return Profile(
        steps=tuple((step.name, at(step.key)) for step in framework.scale.steps),
        not_enough=held("not_enough_evidence"),
        not_applicable=held("not_applicable"),
        not_agreed=based("not agreed"),
        not_judged=based("not judged"),
        alone=based("alone"),
    )


def named_fields(given: Mapping[str, str], framework: Framework) -> tuple[tuple[str, str], ...]:
    """Return the fields of a judgement that say something, by name, in the framework's order."""
    return tuple((f.name, text) for f in framework.fields if (text := given.get(f.key, "")))


def steps_of(keys: Iterable[str], framework: Framework) -> tuple[Step, ...]:
    """Return the steps of these keys, in the scale's order."""
    wanted = set(keys)
    return tuple(step for step in framework.scale.steps if step.key in wanted)


def _whole(agreed: AgreementView, framework: Framework) -> str:
    if agreed.outcome is None or agreed.outcome == "stages":
        return spoken(step.name for step in steps_of(agreed.stages, framework))
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
        fields=named_fields(latest.fields, framework),
        cited=_cited([latest], shared, against=False),
        against=_cited([latest], shared, against=True),
        stale=MOVED if latest.stale_notes else "",
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
        stages=tuple((step, "full") for step in steps_of(agreed.stages, framework)),
        because=agreed.because,
        fields=named_fields(agreed.fields, framework),
        dissent=agreed.dissent,
        stale=_again(agreed),
        cited=_cited(latest.values(), shared, against=False),
        against=_cited(latest.values(), shared, against=True),
    )


def _highlighted(
    ballot: BallotView, descriptors: tuple[Descriptor | None, ...], framework: Framework
) -> tuple[tuple[Step, Part], ...]:
    found: list[tuple[Step, Part]] = []
    for step, descriptor in zip(framework.scale.steps, descriptors, strict=False):
        part = ballot.highlights.get(descriptor.id if descriptor else step.key)
        if part is not None:
            found.append((step, part))
    return tuple(found)


def _cited(ballots: Iterable[BallotView], shared: set[str], *, against: bool) -> tuple[str, ...]:
    """Return the refs cited, oldest note first; a note made private or deleted since is not named."""
    cites = (cite for ballot in ballots for cite in ballot.cites)
    found = {cite.note: cite.ref for cite in cites if cite.against is against}
    return tuple(ref for note, ref in sorted(found.items()) if note in shared)


def _next_step(found: Judgement, judged: JudgedView, framework: Framework) -> NextStep:
    """Return what comes after the strongest step shown, whichever end of the scale that is at."""
    scale = framework.scale
    shown = {step.key for step, _ in found.stages}
    strongest = [step for step in scale.rising() if step.key in shown][-1]
    after = scale.next_step(strongest.key)
    if after is None:
        return NextStep(found.ref, "")
    pairs = zip(scale.steps, judged.descriptors, strict=False)
    descriptor = next((d for step, d in pairs if step.key == after.key), None)
    text = (descriptor.full or descriptor.text) if descriptor else ""
    return NextStep(found.ref, after.name, text)
