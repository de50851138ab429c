"""What somebody may see of findings and of the plan.

A finding is a judgement of its areas: while one of them is being described it is out of sight, and so
is what rests on it. The plan's texts may speak of every area that was judged when they were written.
"""

from .findings import in_sight
from .numbered import refs
from .planning import plan_text, result_in_sight, windows
from .records_plan import (
    FINDINGS,
    Action,
    Finding,
    KeyResult,
    Monitoring,
)
from .seen_plan import (
    ActionView,
    FindingView,
    KeyResultView,
    MonitoringView,
    PlanView,
)
from .state import State


def plan_view(state: State, shown: set[str]) -> PlanView:
    """Return it; `shown`: the ids of the notes that the viewer may see."""
    findings = _findings(state, shown)
    return PlanView(
        findings=findings,
        objective=_text(state, "objective"),
        benchmark=_text(state, "benchmark"),
        draft=_draft(findings),
        windows=windows(state),
        key_results=_key_results(state, {f.id: f.ref for f in findings}),
        waiting=_waiting(state),
    )


def _findings(state: State, shown: set[str]) -> tuple[FindingView, ...]:
    called = refs(state, "finding")
    there = state.all("finding", Finding)
    order = state.field("priorities")
    chosen = order if isinstance(order, list) else []
    seen = {i: body for i, body in there.items() if in_sight(state, body)}
    ranked = [i for i in chosen if i in seen and seen[i].finding == "development"]
    found = []
    for identity, body in seen.items():
        version = state.records.standing(identity)
        found.append(
            FindingView(
                id=identity,
                ref=called[identity],
                kind=body.finding,
                text=body.text,
                statements=body.statements,
                notes=tuple(state.refs[n] for n in body.notes if n in shown and n in state.refs),
                by=state.name(version.by) if version else "",
                priority=ranked.index(identity) + 1 if identity in ranked else 0,
            )
        )
    kinds = list(FINDINGS)
    return tuple(sorted(found, key=lambda f: (kinds.index(f.kind), f.priority or 999, f.id)))


def _draft(findings: tuple[FindingView, ...]) -> str:
    """Return a benchmark position in the findings' own words: where the setting stands today."""
    parts = []
    for kind, words in (
        ("strength", "What works well"),
        ("development", "What needs work"),
        ("sharing", "What others could learn from"),
    ):
        of_kind = sorted((f for f in findings if f.kind == kind), key=lambda f: f.priority or 999)
        said = [f"{f.text} ({', '.join(f.statements)})" for f in of_kind]
        if said:
            parts.append(f"{words}: {'; '.join(text.rstrip('.') for text in said)}.")
    return "\n\n".join(parts)


def _text(state: State, name: str) -> str:
    found = plan_text(state, name)
    within = [number for number in found.areas if any(a.number == number for a in state.areas)]
    return found.text if all(state.judging(number) for number in within) else ""


def _waiting(state: State) -> tuple[int, ...]:
    """Return the areas being described that something of the plan speaks of."""
    spoken = {
        state.area_of(ref)
        for body in state.all("finding", Finding).values()
        for ref in body.statements
    }
    for name in ("objective", "benchmark"):
        text = plan_text(state, name)
        spoken |= set(text.areas) if text.text else set()
    return tuple(
        a.number for a in state.areas if a.number in spoken and not state.judging(a.number)
    )


def _key_results(state: State, findings: dict[str, str]) -> tuple[KeyResultView, ...]:
    called = refs(state, "key_result")
    there = state.all("key_result", KeyResult)
    return tuple(
        KeyResultView(
            id=identity,
            ref=called[identity],
            text=body.text,
            findings=tuple(findings[f] for f in body.findings if f in findings),
            actions=_actions(state, identity),
        )
        for identity, body in there.items()
        if result_in_sight(state, body)
    )


def _actions(state: State, key_result: str) -> tuple[ActionView, ...]:
    called = refs(state, "action")
    found = [
        ActionView(
            id=identity,
            ref=called[identity],
            window=body.window,
            what=body.what,
            who=body.who,
            due=body.due,
            success=body.success,
            monitoring=_monitoring(state, identity),
        )
        for identity, body in state.all("action", Action).items()
        if body.key_result == key_result
    ]
    return tuple(sorted(found, key=lambda a: (a.window, a.due or "~", a.id)))


def _monitoring(state: State, action: str) -> tuple[MonitoringView, ...]:
    found = []
    for identity, body in state.all("monitoring", Monitoring).items():
        version = state.records.standing(identity)
        if body.action == action:
            by = state.name(version.by) if version else ""
            found.append(
                MonitoringView(identity, body.date, body.seen, body.progress, body.reason, by)
            )
    return tuple(sorted(found, key=lambda entry: (entry.date, entry.id)))
