"""What somebody may see of preparing a visit, and of what changed on it.

The host's own view is for the host until the gate of its area opens; a proposed line of enquiry is
for the host and a facilitator until one of them accepts it.
"""

from .changes import changes
from .clock import local
from .enquiries import may_accept
from .figures import BOTH, FIGURES, QUESTION, SOURCE, count_of, may_be_shown
from .numbered import number_of, refs
from .records_visit import (
    Activity,
    Enquiry,
    SelfEvaluation,
)
from .seen_visit import (
    ActivityView,
    EnquiryView,
    FiguresView,
    FigureView,
    SelfView,
    VisitView,
)
from .state import State
from .timing import boxes


def visit_view(state: State, viewer: str | None, shown: set[str]) -> VisitView:
    """Return it; `shown`: the ids of the notes that the viewer may see."""
    activities = _activities(state, shown)
    planned = {ref for activity in activities for ref in activity.statements}
    return VisitView(
        figures=_figures(state),
        enquiries=_enquiries(state, viewer),
        activities=activities,
        unplanned=tuple(ref for ref in state.order if ref not in planned),
        changes=changes(state, shown),
        self_evaluated=_self_evaluated(state, viewer),
        timeboxes=boxes(state),
    )


def _self_evaluated(state: State, viewer: str | None) -> tuple[SelfView, ...]:
    host = viewer in state.people and state.people[viewer].role == "host"
    seen = []
    for ref in state.order:
        version = state.records.standing(f"self_evaluation/{ref}")
        body = state.records.body(version) if version else None
        if version is None or not isinstance(body, SelfEvaluation):
            continue
        if host or state.judging(state.area_of(ref)):
            by, at = state.name(version.by), local(version.at)
            steps = tuple(s.key for s in state.framework.scale.steps if s.key in body.stages)
            said = (body.outcome, steps, body.because, body.fields)
            seen.append(SelfView(ref, *said, by, at, body.late))
    return tuple(seen)


def _enquiries(state: State, viewer: str | None) -> tuple[EnquiryView, ...]:
    called = refs(state, "enquiry")
    accepting = viewer is not None and may_accept(state, viewer)
    found = []
    for identity, body in state.all("enquiry", Enquiry).items():
        if body.standing == "proposed" and not accepting:
            continue
        version = state.records.standing(identity)
        found.append(
            EnquiryView(
                id=identity,
                ref=called[identity],
                question=body.question,
                statements=tuple(ref for ref in body.statements if ref in state.order),
                supports=body.supports,
                refutes=body.refutes,
                look=body.look,
                standing=body.standing,
                reason=body.reason if _is_reason_in_sight(state, body) else "",
                by=state.name(version.by) if version else "",
            )
        )
    # By number, as people read them: not by when somebody, perhaps out of sight, thought of them.
    return tuple(sorted(found, key=lambda e: (e.standing == "proposed", number_of(state, e.id))))


def _is_reason_in_sight(state: State, body: Enquiry) -> bool:
    """Return whether what answered a line of enquiry may be seen, or why it was taken back.

    It may name a stage of the areas that it was about, which may have been judged once and be described,
    or judged by somebody else, now. Of a line without statements nobody knows which those are, unless
    that was taken down with it.
    """
    areas = {state.area_of(ref) for ref in body.statements} | set(body.areas)
    about = areas or {area.number for area in state.framework.areas}
    return not any(state.first_gate(area) and state.withheld(area) for area in about)


def _activities(state: State, shown: set[str]) -> tuple[ActivityView, ...]:
    called = refs(state, "activity")
    found = []
    for identity, body in state.all("activity", Activity).items():
        people = [person for person in state.people if person in body.reviewers]
        notes = (n for n in state.notes.values() if n.id in shown and n.body.activity == identity)
        found.append(
            ActivityView(
                id=identity,
                ref=called[identity],
                what=body.what,
                starts=body.starts,
                ends=body.ends,
                where=body.where,
                who=body.who,
                reviewers=tuple(state.name(person) for person in people),
                people=tuple(people),
                source=body.source,
                statements=tuple(ref for ref in body.statements if ref in state.order),
                notes=tuple(note.ref for note in notes),
            )
        )
    # What has no time yet stands at the end.
    return tuple(sorted(found, key=lambda a: (a.starts or "~", a.id)))


def _figures(state: State) -> FiguresView:
    counts = {key: count_of(state, key) for key in FIGURES}
    may = may_be_shown(counts)
    shown = {key: counts[key] if key in may else None for key in FIGURES}
    roll = shown["roll"]
    found = []
    for key, figure in FIGURES.items():
        count, few = shown[key], counts[key] is not None and key not in may
        share = _share(count, roll) if key != "roll" else ""
        found.append(FigureView(key, figure.name, count, few, share, figure.reference))
    if counts["sen-support"] is not None and counts["ehc-plans"] is not None:
        # With the sum and one part, a hidden part could be worked out.
        support, plans = shown["sen-support"], shown["ehc-plans"]
        both = None if support is None or plans is None else support + plans
        share = _share(both, roll)
        found.append(FigureView("both", BOTH.name, both, both is None, share, BOTH.reference))
    return FiguresView(tuple(found), SOURCE, QUESTION)


def _share(count: int | None, roll: int | None) -> str:
    if count is None or not roll:
        return ""
    return f"{round(100 * count / roll) or 'under 1'}%"
