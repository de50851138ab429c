"""Every text of a person's that leaves with a report or another document, with where it stands."""

from collections.abc import Iterator

from sessions.seen import SessionView
from sessions.seen_plan import ActionView

from .model import Judged, Report


def texts_of(seen: SessionView, report: Report) -> Iterator[tuple[str, str]]:
    """Yield each text behind its place: the ref of a statement or note, or words such as `area 1`.

    `report` is the report of `seen`.
    """
    yield "purpose", report.purpose
    for person in report.people:
        yield f"the declared interest of {person.name}", person.interest
    for note in seen.notes:
        for text in (note.text, note.where, note.group, note.document):
            yield note.ref, text
    for area in report.areas:
        if area.judged is not None:
            yield from _judged(f"area {area.number}", area.judged)
    yield from _visit(report)
    yield from _plan(report)


def _judged(place: str, judged: Judged) -> Iterator[tuple[str, str]]:
    for text in (judged.sentence, *judged.dissent):
        yield place, text
    for gate in judged.gates:
        yield f"the reason for taking {place} back", gate.reason
    for found in judged.judgements:
        for text in (found.because, *(text for _, text in found.fields), *found.dissent):
            yield found.ref, text
    for own in judged.own:
        for text in (own.because, *(text for _, text in own.fields)):
            yield f"the setting's own view of {own.ref}", text


def _visit(report: Report) -> Iterator[tuple[str, str]]:
    for one in report.enquiries:
        for text in (one.question, one.supports, one.refutes, one.look, one.reason):
            yield f"Line of enquiry {one.ref}", text
    for activity in report.activities:
        for text in (activity.what, activity.where, activity.who):
            yield f"Activity {activity.ref}", text
    gates = [g.reason for a in report.areas if a.judged for g in a.judged.gates if g.reason]
    for change in report.changes:
        if not any(reason in change.what for reason in gates):  # it has a place of its own
            yield "what changed", change.what


def _plan(report: Report) -> Iterator[tuple[str, str]]:
    plan = report.plan
    for finding in plan.findings:
        yield f"Finding {finding.ref}", finding.text
    yield "Key objective", plan.objective
    yield "Benchmark position", plan.benchmark
    for window in plan.windows:
        yield "Windows of the plan", window
    for result in plan.key_results:
        yield f"Key result {result.ref}", result.text
        for action in result.actions:
            for text in _action(action):
                yield f"Action {action.ref}", text


def _action(action: ActionView) -> Iterator[str]:
    yield from (action.what, action.who, action.success)
    for entry in action.monitoring:
        yield from (entry.seen, entry.reason)
