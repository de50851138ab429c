"""What somebody may see of the host's replies, and of the words that people wrote for the report."""

from .clock import local
from .fingerprint import finding_mark
from .records_after import Reply
from .report_texts import stale, text_in_sight, texts
from .seen_after import ReplyView, TextView
from .seen_plan import PlanView
from .state import State


def reply_views(state: State, plan: PlanView) -> tuple[ReplyView, ...]:
    """Return the replies to the findings that are in view, in their order."""
    found = []
    for finding in plan.findings:
        body = state.standing(f"reply/{finding.id}", Reply)
        if body is not None:
            found.append(
                ReplyView(
                    finding=finding.ref,
                    answer=body.answer,
                    text=body.text,
                    by=state.name(body.by),
                    at=local(body.at),
                    settled=body.settled,
                    older=body.about != finding_mark(finding.kind, finding.text),
                )
            )
    return tuple(found)


def text_views(state: State) -> tuple[TextView, ...]:
    """Return the words for the report that may be seen, as the report has its parts."""
    found = []
    for part, body in texts(state).items():
        version = state.records.standing(f"report_text/{part}")
        if version is not None and text_in_sight(state, body):
            by, at = state.name(version.by), local(version.at)
            found.append(TextView(part, body.text, by, at, stale(state, body)))
    return tuple(found)


def hidden_parts(state: State) -> tuple[str, ...]:
    """Return the parts that are written, and out of sight while an area is being described."""
    return tuple(part for part, body in texts(state).items() if not text_in_sight(state, body))
