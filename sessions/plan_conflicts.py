"""What was written of the plan in two places and waits for a person, in sentences."""

from collections.abc import Iterable, Iterator

from .findings import PRIORITIES
from .numbered import refs
from .records import Version
from .seen_plan import PlanView
from .standing_plan import StandingPlan
from .state import State

PLAN_FIELDS = {
    PRIORITIES: "The order of the priorities",
    "session/objective": "The plan's objective",
    "session/benchmark": "The plan's benchmark position",
    "session/windows": "The list of the plan's windows",
}
"""The plan's own fields of a session, and what people call them."""


def field_conflict(state: State, seen: PlanView, identity: str, who: str) -> str:
    """Return that a field of the plan stands twice; empty: what it holds is out of sight."""
    texts = {"session/objective": seen.objective, "session/benchmark": seen.benchmark}
    named = (state.records.body(version) for version in state.records.live(identity))
    ids = {i for body in named for i in _ids(getattr(body, "value", None))}
    if identity in texts and not texts[identity]:
        return ""
    if identity == PRIORITIES and not any(finding.id in ids for finding in seen.findings):
        return ""
    what = PLAN_FIELDS[identity]
    return f"{what} was changed in two places ({who}); set it again to settle it."


def _ids(value: object) -> list[str]:
    return [i for i in value if isinstance(i, str)] if isinstance(value, list) else []


def kept_though_deleted(state: State, seen: PlanView) -> Iterator[str]:
    """Yield what was deleted in one place while something was hung on it in another."""
    plan = StandingPlan(state)
    results, actions = refs(state, "key_result"), refs(state, "action")
    for result in seen.key_results:
        hung = [i for i, a in plan.actions.items() if a.key_result == result.id]
        new = [i for i in hung if state.records.standing(i) or _monitored(state, plan, i)]
        if state.records.standing(result.id) is None and new:
            who = _who(state, result.id, new)
            yield (
                f"Key result {results[result.id]} was deleted in one place, and action "
                f"{actions[new[0]]} planned or monitored in another ({who}); change it to keep it, "
                "or delete it again."
            )
        for identity in hung:
            entries = _monitored(state, plan, identity)
            if state.records.standing(identity) is None and entries:
                yield (
                    f"Action {actions[identity]} was deleted in one place, and monitored in another "
                    f"({_who(state, identity, entries)}); change it to keep it, or delete it again."
                )


def _monitored(state: State, plan: StandingPlan, action: str) -> list[str]:
    """Return the monitoring entries of an action that nobody has deleted."""
    there = plan.monitoring.items()
    return [i for i, entry in there if entry.action == action and state.records.standing(i)]


def _who(state: State, identity: str, hung: Iterable[str]) -> str:
    versions: list[Version] = list(state.records.live(identity))
    versions += [version for other in hung for version in state.records.live(other)]
    return " and ".join(dict.fromkeys(state.name(version.by) for version in versions))
