"""Findings and the plan as commands print them: JSON, and lines that each say what they are about."""

from collections.abc import Iterator
from typing import Any

from sessions.seen import SessionView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, MonitoringView, PlanView

from .words import listed, spoken

# JSON


def findings_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the findings that may be seen; `priority` is a place in the panel's order, or null."""
    return [
        {
            "ref": finding.ref,
            "kind": finding.kind,
            "text": finding.text,
            "statements": list(finding.statements),
            "notes": list(finding.notes),
            "by": finding.by,
            "priority": finding.priority or None,
            **({"changed_notes": list(finding.stale_notes)} if finding.stale_notes else {}),
        }
        for finding in seen.plan.findings
    ]


def plan_json(seen: SessionView) -> dict[str, Any]:
    """Return the plan as far as it may be seen; `waiting`: areas that keep some of it out of sight."""
    plan = seen.plan
    return {
        "objective": plan.objective,
        "benchmark": plan.benchmark,
        "windows": list(plan.windows),
        "priorities": [finding.ref for finding in plan.priorities],
        "key_results": [_key_result_json(result, plan) for result in plan.key_results],
        "waiting": list(plan.waiting),
    }


def _key_result_json(result: KeyResultView, plan: PlanView) -> dict[str, Any]:
    return {
        "ref": result.ref,
        "text": result.text,
        "findings": list(result.findings),
        "actions": [_action_json(action, plan) for action in result.actions],
    }


def _action_json(action: ActionView, plan: PlanView) -> dict[str, Any]:
    return {
        "ref": action.ref,
        "window": _window(action, plan),
        "what": action.what,
        "who": action.who,
        "due": action.due,
        "success": action.success,
        "monitoring": [_monitoring_json(entry) for entry in action.monitoring],
    }


def _monitoring_json(entry: MonitoringView) -> dict[str, Any]:
    return {
        "date": entry.date,
        "seen": entry.seen,
        "progress": entry.progress,
        "reason": entry.reason,
        "by": entry.by,
    }


def _window(action: ActionView, plan: PlanView) -> str:
    return plan.windows[action.window] if action.window < len(plan.windows) else ""


# Lines


def findings_lines(seen: SessionView) -> Iterator[str]:
    """Yield the findings that may be seen."""
    for finding in seen.plan.findings:
        yield _finding_line(finding)


def _finding_line(finding: FindingView) -> str:
    about = (
        finding.kind_name,
        f"about {spoken(finding.statements)}" if finding.statements else "",
        f"from {spoken(finding.notes)}" if finding.notes else "",
        f"by {finding.by}",
        f"priority {finding.priority}" if finding.priority else "",
    )
    return f"Finding {finding.ref}, {listed(part for part in about if part)}: {finding.text}"


def plan_lines(seen: SessionView) -> Iterator[str]:
    """Yield the plan as far as it may be seen."""
    plan = seen.plan
    if plan.objective:
        yield f"Key objective: {plan.objective}"
    if plan.benchmark:
        yield f"Benchmark position: {plan.benchmark}"
    for result in plan.key_results:
        answers = f", for finding {spoken(result.findings)}" if result.findings else ""
        yield f"Key result {result.ref}{answers}: {result.text}"
        for action in result.actions:
            yield from _action_lines(action, result, plan)
    if plan.waiting:
        areas = spoken(map(str, plan.waiting))
        again = spoken(sorted({plan.why_waiting(number) for number in plan.waiting}))
        yield f"Out of sight in the plan: what rests on area {areas}, which is {again}."


def _action_lines(action: ActionView, result: KeyResultView, plan: PlanView) -> Iterator[str]:
    about = (
        f"of key result {result.ref}",
        _window(action, plan),
        f"by {action.who}" if action.who else "",
        f"due {action.due}" if action.due else "",
    )
    yield f"Action {action.ref} {listed(part for part in about if part)}: {action.what}"
    if action.success:
        yield f"Success of action {action.ref}: {action.success}"
    for entry in action.monitoring:
        how = f"{entry.progress_name}, {entry.reason}" if entry.reason else entry.progress_name
        yield f"Monitoring of action {action.ref}, {entry.date}, by {entry.by}, {how}: {entry.seen}"
