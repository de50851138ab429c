"""Findings and the plan as documents hold them, and what they do not say yet."""

from collections.abc import Iterator

import msgspec

from sessions.seen import SessionView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView

from .words import MOVED


def shared_plan(seen: SessionView) -> PlanView:
    """Return findings and plan; a note that is somebody's alone is not named in them."""
    shared = {note.ref for note in seen.notes if not note.private}
    findings = tuple(
        msgspec.structs.replace(
            f,
            notes=tuple(ref for ref in f.notes if ref in shared),
            # Which notes is for those who may see them: that one changed is for everybody.
            stale_notes=(MOVED,) if f.stale_notes else (),
        )
        for f in seen.plan.findings
    )
    return msgspec.structs.replace(seen.plan, findings=findings)


def of_kind(plan: PlanView, kind: str) -> tuple[FindingView, ...]:
    """Return the findings of a kind; areas for development in the order that the panel set."""
    found = (finding for finding in plan.findings if finding.kind == kind)
    return tuple(sorted(found, key=lambda f: f.priority or len(plan.findings) + 1))


def unordered(plan: PlanView) -> tuple[FindingView, ...]:
    """Return the areas for development that are no priority yet."""
    return tuple(f for f in plan.findings if f.kind == "development" and not f.priority)


def unanswered(plan: PlanView) -> tuple[FindingView, ...]:
    """Return the areas for development that no key result answers."""
    answered = {ref for result in plan.key_results for ref in result.findings}
    return tuple(f for f in plan.findings if f.kind == "development" and f.ref not in answered)


def unfinished(plan: PlanView) -> Iterator[tuple[ActionView, str]]:
    """Yield the actions that do not say who or by when, with what they do not say."""
    for action in plan.actions:
        if not action.is_closed and not (action.who and action.due):
            gap = "who" if action.due else "by when" if action.who else "who, or by when"
            yield action, gap


def next_action(result: KeyResultView) -> ActionView | None:
    """Return the action of a key result that is due first, of those still open; None: none is."""
    still = (action for action in result.actions if not action.is_closed)
    return min(still, key=lambda action: action.due or "9999-99-99", default=None)
