"""What somebody may see of findings and of the plan.

A finding is a judgement of its areas: while one of them is being described, or its ballots are sealed
again, it is out of sight, and so is what rests on it. The plan's texts may speak of every area that was judged when they were written.
"""

from collections import defaultdict

from frameworks.text import clean_line

from .findings import in_sight
from .numbered import refs
from .planning import action_in_sight, result_in_sight, text_in_sight
from .records_plan import FINDINGS, Finding
from .resting import stale
from .seen_plan import (
    ActionView,
    FindingView,
    KeyResultView,
    MonitoringView,
    PlanView,
)
from .standing_plan import (
    MOST_WINDOWS,
    StandingPlan,
    action_areas,
    finding_areas,
    plan_text,
    result_areas,
    withheld,
)
from .state import State


def plan_view(state: State, shown: set[str]) -> PlanView:
    """Return it; `shown`: the ids of the notes that the viewer may see."""
    findings = _findings(state, shown)
    plan = StandingPlan(state)
    return PlanView(
        findings=findings,
        objective=_text(state, "objective"),
        benchmark=_text(state, "benchmark"),
        draft=_draft(findings),
        windows=plan.windows(),
        key_results=_key_results(state, plan, {f.id: f.ref for f in findings}),
        waiting=_waiting(state, plan),
        judged_again=tuple(n for n in _waiting(state, plan) if state.judging(n)),
        hidden=tuple(name for name in ("objective", "benchmark") if _is_hidden(state, name)),
    )


def _findings(state: State, shown: set[str]) -> tuple[FindingView, ...]:
    called = refs(state, "finding")
    there = state.all("finding", Finding)
    order = state.field("priorities")
    chosen = [i for i in order if isinstance(i, str)] if isinstance(order, list) else []
    seen = {i: body for i, body in there.items() if in_sight(state, body)}
    ranked = [i for i in chosen if i in seen and seen[i].finding == "development"]
    found = []
    for identity, body in seen.items():
        version = state.records.standing(identity)
        found.append(
            FindingView(
                id=identity,
                ref=called.get(identity, ""),
                kind=body.finding,
                text=body.text,
                statements=body.statements,
                notes=tuple(state.refs[n] for n in body.notes if n in shown and n in state.refs),
                by=state.name(version.by) if version else "",
                priority=ranked.index(identity) + 1 if identity in ranked else 0,
                stale_notes=stale(state, identity, body, shown).notes,
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
        said = [f"{clean_line(f.text).rstrip('.')} ({', '.join(f.statements)})" for f in of_kind]
        if said:
            parts.append(f"{words}: {'; '.join(said)}.")
    return "\n\n".join(parts)


def _text(state: State, name: str) -> str:
    return plan_text(state, name).text if text_in_sight(state, name) else ""


def _is_hidden(state: State, name: str) -> bool:
    return bool(plan_text(state, name).text) and not text_in_sight(state, name)


def _waiting(state: State, plan: StandingPlan) -> tuple[int, ...]:
    """Return the areas that keep something of the plan out of sight, which speaks of them."""
    spoken = set()
    for finding in state.all("finding", Finding).values():
        spoken |= finding_areas(state, finding)
    for result in plan.key_results.values():
        spoken |= result_areas(state, result)
    for action in plan.actions.values():
        spoken |= action_areas(state, action)
    for name in ("objective", "benchmark"):
        text = plan_text(state, name)
        spoken |= set(text.areas) if text.text else set()
    return withheld(state, spoken)


def _key_results(
    state: State, plan: StandingPlan, findings: dict[str, str]
) -> tuple[KeyResultView, ...]:
    called = refs(state, "key_result")
    actions = _actions(state, plan)
    return tuple(
        KeyResultView(
            id=identity,
            ref=called.get(identity, ""),
            text=body.text,
            findings=tuple(findings[f] for f in body.findings if f in findings),
            actions=tuple(actions[identity]),
        )
        for identity, body in plan.key_results.items()
        if result_in_sight(state, body)
    )


def _actions(state: State, plan: StandingPlan) -> dict[str, list[ActionView]]:
    """Return the actions by key result, each by window and then by when it is due."""
    called = refs(state, "action")
    entries = _monitoring(state, plan)
    found = defaultdict(list)
    for identity, body in plan.actions.items():
        if not action_in_sight(state, body):
            continue
        shown = ActionView(
            id=identity,
            ref=called.get(identity, ""),
            window=min(max(body.window, 0), MOST_WINDOWS - 1),
            what=body.what,
            who=body.who,
            due=body.due,
            success=body.success,
            monitoring=tuple(entries[identity]),
        )
        found[body.key_result].append(shown)
    for actions in found.values():
        actions.sort(key=lambda a: (a.window, a.due or "~", a.id))
    return found


def _monitoring(state: State, plan: StandingPlan) -> dict[str, list[MonitoringView]]:
    """Return the monitoring entries by action, oldest first."""
    found = defaultdict(list)
    for identity, body in plan.monitoring.items():
        first = next(iter(state.records.versions(identity)))
        by = body.carried or state.name(first.by)
        entry = MonitoringView(identity, body.date, body.seen, body.progress, body.reason, by)
        found[body.action].append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.date, entry.id))
    return found
