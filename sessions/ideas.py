"""Ideas for a plan: what the next step looks like, and practice elsewhere that fits.

They stand beside the plan, and are for areas behind their gates alone: the next step tells which step
was agreed. Source: the exemplification that the framework itself ends with.
"""

from collections.abc import Iterable

import msgspec

from frameworks.model import CaseStudy, Framework, Step

from .rules import need_judging, need_statement
from .seen import AreaView, SessionView, StatementView
from .session import Session
from .view import view


class NextStep(msgspec.Struct, frozen=True):
    """The step after one that was agreed, as it looks for a statement."""

    key: str
    name: str
    text: str = ""
    """The short wording; empty: the source describes nothing there."""
    full: str = ""
    """The wording that loses nothing, where the short one cannot carry all."""


class StatementIdeas(msgspec.Struct, frozen=True):
    """Where a statement may go next."""

    ref: str
    text: str
    now: tuple[str, ...] = ()
    """The names of the steps that were agreed, in the scale's order."""
    next: tuple[NextStep, ...] = ()
    """What comes after each of them, the nearest first: where practice spans steps, several."""
    why: str = ""
    """Why there is no next step, in a sentence; empty: there is one."""


class CaseIdea(msgspec.Struct, frozen=True):
    """Practice elsewhere."""

    id: str
    title: str
    overview: str
    artefacts: tuple[str, ...]
    areas: tuple[int, ...]
    """Which of the areas asked about it is described with."""
    touches: tuple[int, ...]
    """Which of them it only touches on."""


class Ideas(msgspec.Struct, frozen=True):
    """What stands beside a plan as ideas."""

    statements: tuple[StatementIdeas, ...] = ()
    case_studies: tuple[CaseIdea, ...] = ()
    """Those described with most of the areas first, then as the source orders them."""
    waiting: tuple[int, ...] = ()
    """Areas that were asked about and are being described: nothing is said of them."""


def ideas_for(session: Session, refs: Iterable[str]) -> Ideas:
    """Return ideas for some statements, as everyone may see them.

    Raises Refused for a statement that is not there, or whose area is being described.
    """
    state = session.state
    named = [need_statement(state, ref) for ref in refs]
    for area, _ in named:
        need_judging(state, area.number)
    return ideas(view(session), session.framework, [statement.ref for _, statement in named])


def ideas(seen: SessionView, framework: Framework, refs: Iterable[str]) -> Ideas:
    """Return ideas for some statements, in the framework's order, as far as `seen` lets them be seen."""
    wanted = set(refs)
    named = [area for area in seen.areas if any(s.ref in wanted for s in area.statements)]
    judged = [area for area in named if area.judging]
    return Ideas(
        statements=tuple(
            _statement(framework, area, statement)
            for area in judged
            for statement in area.statements
            if statement.ref in wanted
        ),
        case_studies=_case_studies(framework, judged),
        waiting=tuple(area.number for area in named if not area.judging),
    )


def _statement(framework: Framework, area: AreaView, statement: StatementView) -> StatementIdeas:
    stages, why = _agreed(framework, area, statement)
    scale = framework.scale
    steps = (scale.next_step(step.key) for step in scale.rising() if step.key in stages)
    following = [step for step in steps if step is not None]
    if stages and not following:
        why = f"{statement.ref} is at the last {scale.noun}: none comes after it."
    return StatementIdeas(
        ref=statement.ref,
        text=statement.text,
        now=tuple(step.name for step in scale.steps if step.key in stages),
        next=tuple(_next(framework, statement.ref, step) for step in following),
        why=why,
    )


def _next(framework: Framework, ref: str, step: Step) -> NextStep:
    found = framework.find(ref)
    descriptor = found[0].descriptor(ref, step.key) if found else None
    if descriptor is None:
        return NextStep(step.key, step.name)
    return NextStep(step.key, step.name, descriptor.text, descriptor.full)


def _agreed(
    framework: Framework, area: AreaView, statement: StatementView
) -> tuple[tuple[str, ...], str]:
    """Return the steps agreed of a statement, or those of who judges alone; or why there are none."""
    ref, judged = statement.ref, statement.judged
    if judged is None:
        return (), ""  # the area is being described, and nobody asks
    agreed = judged.agreement
    if agreed is None and len(area.judges) == 1:
        cast = [ballot for ballot in judged.ballots if ballot.cast and not ballot.hidden]
        alone = max(cast, key=lambda ballot: ballot.round, default=None)
        outcome, stages = (alone.outcome, alone.stages) if alone else (None, ())
    else:
        outcome, stages = (agreed.outcome, agreed.stages) if agreed else (None, ())
    if outcome is None:
        return (), f"{ref} is not yet agreed, so there is no {framework.scale.noun} to go on from."
    if outcome == "stages":
        return stages, ""
    return (), f"{ref} is agreed as {outcome.replace('_', ' ')}: there is nothing to go on from."


def _case_studies(framework: Framework, areas: Iterable[AreaView]) -> tuple[CaseIdea, ...]:
    within = list(areas)
    found = []
    for study in framework.case_studies:
        described = tuple(area.number for area in within if study.id in area.case_studies)
        touched = tuple(area.number for area in within if study.id in area.also_linked)
        if described or touched:
            found.append(_case(study, described, touched))
    return tuple(sorted(found, key=lambda idea: (-len(idea.areas), -len(idea.touches))))


def _case(study: CaseStudy, areas: tuple[int, ...], touches: tuple[int, ...]) -> CaseIdea:
    return CaseIdea(study.id, study.title, study.overview, study.artefacts, areas, touches)
