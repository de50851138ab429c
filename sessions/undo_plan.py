"""Undo in the plan: what an act spoke of, what hangs on it by now, and what people call it."""

from collections.abc import Iterable

from .errors import Refused
from .findings import PRIORITIES
from .numbered import refs
from .records import Body, Field, Kind, Version
from .records_after import Reply, ReportText
from .records_plan import PROGRESS, Action, Finding, KeyResult, Monitoring
from .rules import need_judging
from .standing_plan import (
    StandingPlan,
    action_areas,
    as_plan_words,
    finding_areas,
    last_said,
    need_in_sight,
    result_areas,
)
from .state import State

_FIELDS = {
    PRIORITIES: "the order of the priorities",
    "session/objective": "the plan's objective",
    "session/benchmark": "the plan's benchmark position",
    "session/windows": "the plan's windows",
}


def need_plan_in_sight(state: State, version: Version) -> None:
    """Refuse to take back what speaks of an area that is being described. Raises Refused."""
    spoken = {
        area
        for known in state.records.versions(version.id)
        for area in _areas(state, known.id, state.records.body(known))
    }
    for area in sorted(spoken):
        need_judging(state, area)
    need_in_sight(state, "What was done last", spoken)


def need_nothing_hanging(state: State, by: str, version: Version) -> None:
    """Refuse to take back what others have planned or monitored something for. Raises Refused."""
    if version.context or version.kind not in ("key_result", "action"):
        return  # what it was changed from comes back, and what hangs on it stays
    hanging = next(iter(StandingPlan(state).hanging(version.id)), "")
    if hanging:
        what = "key result" if version.kind == "key_result" else "action"
        called = refs(state, "key_result" if what == "key result" else "action")
        entry = last_said(state, hanging, Monitoring) is not None
        since = (
            "a monitoring entry" if entry else f"action {refs(state, 'action').get(hanging, '')}"
        )
        raise Refused(
            f"The last act of {state.name(by)} cannot be undone: {what} {called[version.id]} has "
            f"{since} by now; delete the {what} instead, if all of it is to go."
        )


def plan_words(state: State, act: Iterable[Version]) -> str:
    """Say what an act in the plan was; empty: the act was something else."""
    versions = sorted(act, key=lambda version: version.id)
    for kind, what in (("key_result", "key result"), ("action", "action")):
        gone = [v for v in versions if v.kind == kind and v.body is None]
        if gone and len(versions) > 1:
            whole = f"the deletion of {what} {_called(state, gone[0])}"
            actions = [_called(state, v) for v in versions if v.kind == "action"]
            return f"{whole} with its {_actions(actions) if kind == 'key_result' else 'monitoring'}"
    first = versions[0]
    body = state.records.body(first)
    if isinstance(body, Monitoring):
        action = refs(state, "action").get(body.action, "")
        return f"the monitoring of action {action} on {body.date}, {PROGRESS[body.progress]}"
    if first.id in _FIELDS:
        return f"the change to {_FIELDS[first.id]}" if first.context else _FIELDS[first.id]
    return ""


def _areas(state: State, identity: str, body: Body | None) -> set[int]:
    """Return the areas that a version of the plan's records may speak of."""
    if isinstance(body, Finding):
        return finding_areas(state, body)
    if isinstance(body, KeyResult):
        return result_areas(state, body)
    if isinstance(body, ReportText):
        return set(body.areas)
    if isinstance(body, Reply):
        found = last_said(state, body.finding, Finding)
        return finding_areas(state, found) if found else set()
    if isinstance(body, Monitoring):
        body = last_said(state, body.action, Action)
    if isinstance(body, Action):
        return action_areas(state, body)
    if isinstance(body, Field) and identity == PRIORITIES and isinstance(body.value, list):
        named = (last_said(state, i, Finding) for i in body.value if isinstance(i, str))
        return {area for found in named if found for area in finding_areas(state, found)}
    if isinstance(body, Field) and identity in ("session/objective", "session/benchmark"):
        return set(as_plan_words(body.value).areas)
    return set()


def _actions(called: list[str]) -> str:
    *others, last = called
    return f"actions {', '.join(others)} and {last}" if others else f"action {last}"


def _called(state: State, version: Version) -> str:
    kind: Kind = "key_result" if version.kind == "key_result" else "action"
    return refs(state, kind).get(version.id, "")
