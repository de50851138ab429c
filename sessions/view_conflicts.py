"""What stands side by side in a session because it was written in two places, in sentences."""

from .figures import FIGURES
from .finality import MOVED, STATE, standing_of
from .findings import in_sight
from .numbered import refs
from .plan_conflicts import PLAN_FIELDS, field_conflict, kept_though_deleted
from .records import Agreement, Ballot, Kind, Version
from .records_after import STATES, Reply, ReportText, part_name
from .records_plan import Finding
from .records_visit import SelfEvaluation
from .report_texts import text_in_sight
from .seen import NoteView
from .standing_plan import last_said
from .state import State
from .view_plan import plan_view
from .view_visit import visit_view
from .written_apart import written_apart

_NAMED: dict[Kind, str] = {
    "finding": "Finding",
    "key_result": "Key result",
    "action": "Action",
    "enquiry": "Line of enquiry",
    "activity": "Activity",
}
_SETTLED: tuple[Kind, ...] = (
    *("session", "participant", "evidence", "ballot", "agreement"),
    *("finding", "key_result", "action", "enquiry", "activity", "self_evaluation"),
    *("reply", "report_text"),
)
"""The kinds of which a person settles what was written in two places."""


def conflicts(state: State, viewer: str | None, notes: dict[str, NoteView]) -> tuple[str, ...]:
    """Return what waits for a person to settle it, each in a sentence, as the viewer may know it."""
    found = []
    for kind in _SETTLED:
        for identity in state.records.of_kind(kind):
            versions = state.records.live(identity)
            if identity.startswith("session/device/") or identity == MOVED:
                continue  # two letters for one device, two reasons: both stay, nothing to settle
            if len({repr(version.body) for version in versions}) > 1:
                found.append(_conflict(state, viewer, notes, versions))
    found += kept_though_deleted(state, plan_view(state, set()))
    found += written_apart(state, viewer, {note.id for note in notes.values()})
    return tuple(sentence for sentence in found if sentence)


def _conflict(
    state: State, viewer: str | None, notes: dict[str, NoteView], versions: tuple[Version, ...]
) -> str:
    """Return what stands side by side, in a sentence; empty: it is not for these eyes."""
    who = " and ".join(dict.fromkeys(state.name(version.by) for version in versions))
    first = versions[0]
    if first.kind == "evidence":
        note = notes.get(first.id)
        deleted = any(version.body is None for version in versions)
        what = "was changed and deleted" if deleted else "was changed"
        return f"{note.ref} {what} in two places ({who}); edit it to settle it." if note else ""
    # One of them may take it back, and then says nothing of what it was.
    bodies = [state.records.body(version) for version in versions]
    body = next((body for body in reversed(bodies) if body is not None), None)
    if body is None:
        return ""
    if isinstance(body, Ballot):
        if body.participant != viewer or not state.judging(state.area_of(body.statement)):
            return ""
        return f"Your ballot of {body.statement} was written in two places; judge it again."
    if isinstance(body, Agreement):
        if not state.judging(body.area or state.area_of(body.statement)):
            return ""
        what = body.statement or f"area {body.area}"
        return f"The agreement on {what} was written in two places ({who}); agree it again."
    if isinstance(body, SelfEvaluation):
        if visit_view(state, viewer, set()).own_view(body.statement) is None:
            return ""
        return (
            f"The setting's own view of {body.statement} was written in two places ({who}); "
            "write it again to settle it."
        )
    if isinstance(body, Reply | ReportText):
        return _after_conflict(state, body, who)
    if first.id == STATE:
        return (
            f"How far the report is was said in two places ({who}); it counts as "
            f"{STATES[standing_of(state)]} until somebody says it anew."
        )
    if first.kind == "participant":
        name = state.name(first.id)
        return f"{name}'s entry was changed in two places ({who}); change it again to settle it."
    if first.kind in tuple(_NAMED):
        deleted = any(version.body is None for version in versions)
        return _numbered_conflict(state, viewer, first.id, who, deleted=deleted)
    if first.id in PLAN_FIELDS:
        return field_conflict(state, plan_view(state, set()), first.id, who)
    name = first.id.removeprefix("session/")
    figure = FIGURES.get(name.removeprefix("figure-"))
    if figure is not None:
        name = f"number of {figure.name[0].lower()}{figure.name[1:]}"
    return f"The session's {name} was changed in two places ({who}); set it again to settle it."


def _after_conflict(state: State, body: Reply | ReportText, who: str) -> str:
    """Return it for a reply, or words for the report; empty: what they are about is out of sight."""
    if isinstance(body, ReportText):
        what = f"What is written for the report ({part_name(body.part)})"
        said = f"{what} was changed in two places ({who}); write it again to settle it."
        return said if text_in_sight(state, body) else ""
    finding = last_said(state, body.finding, Finding)
    if finding is None or not in_sight(state, finding):
        return ""
    ref = refs(state, "finding").get(body.finding, "")
    return (
        f"The reply to finding {ref} was written in two places ({who}); reply again to settle it."
    )


def _numbered_conflict(
    state: State, viewer: str | None, identity: str, who: str, *, deleted: bool
) -> str:
    """Return it for what people call by a number; empty: the viewer may not see the thing itself."""
    plan, visit = plan_view(state, set()), visit_view(state, viewer, set())
    seen = {finding.id for finding in plan.findings} | {action.id for action in plan.actions}
    seen |= {result.id for result in plan.key_results}
    seen |= {enquiry.id for enquiry in visit.enquiries} | {a.id for a in visit.activities}
    if identity not in seen:
        return ""
    kind = next(kind for kind in _NAMED if identity in state.records.of_kind(kind))
    what = f"{_NAMED[kind]} {refs(state, kind)[identity]}"
    done = "was changed and deleted" if deleted else "was changed"
    return f"{what} {done} in two places ({who}); change it again to settle it."
