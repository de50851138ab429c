"""Every text of a person's that leaves with a report or another document, with where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from sessions.seen import SessionView
from sessions.seen_plan import ActionView

from .model import Judged, Judgement, Report


class Placed(NamedTuple):
    """A text, and where it stands."""

    place: str
    """What people call it: the ref of a statement or note, or words such as `area 1`."""
    text: str
    subject: str
    """The record and its field, as `sessions.settling_places` takes it."""


def texts_of(seen: SessionView, report: Report) -> Iterator[tuple[str, str]]:
    """Yield each text behind its place: the ref of a statement or note, or words such as `area 1`.

    `report` is the report of `seen`.
    """
    for placed in placed_texts(seen, report):
        yield placed.place, placed.text


def placed_texts(seen: SessionView, report: Report) -> Iterator[Placed]:
    """Yield the same with what each is a text of."""
    yield Placed("purpose", report.purpose, "session/purpose")
    for person in report.people:
        place = f"the declared interest of {person.name}"
        yield Placed(place, person.interest, f"person/{person.id}/interest")
    for note in seen.notes:
        for field in ("text", "where", "group", "document"):
            yield Placed(note.ref, getattr(note, field), f"note/{note.id}/{field}")
    for area in report.areas:
        if area.judged is not None:
            yield from _judged(seen, area.number, area.judged)
    yield from _visit(report)
    yield from _plan(report)
    yield from _after(report)


def _judged(seen: SessionView, number: int, judged: Judged) -> Iterator[Placed]:
    place, subject = f"area {number}", f"agreement/area/{number}"
    yield Placed(place, judged.sentence, f"{subject}/because")
    there = seen.area(number)
    agreed = there.agreement if there is not None else None
    for person, text in agreed.dissents if agreed is not None else ():
        yield Placed(place, text, f"{subject}/dissent/{person}")
    for count, gate in enumerate(judged.gates):
        yield Placed(f"the reason for taking {place} back", gate.reason, f"gate/{number}/{count}")
    keys = {field.name: field.key for field in seen.fields}
    for found in judged.judgements:
        yield from _judgement(seen, found, keys)
    for own in judged.own:
        place, subject = f"the setting's own view of {own.ref}", f"own/{own.ref}"
        yield Placed(place, own.because, f"{subject}/because")
        for name, text in own.fields:
            yield Placed(place, text, f"{subject}/field/{keys.get(name, name)}")


def _judgement(seen: SessionView, found: Judgement, keys: dict[str, str]) -> Iterator[Placed]:
    statement = seen.statement(found.ref)
    judged = statement.judged if statement is not None else None
    subject = f"agreement/{found.ref}"
    if found.basis == "alone" and judged is not None:
        cast = [ballot for ballot in judged.ballots if ballot.cast and not ballot.hidden]
        last = max(cast, key=lambda ballot: ballot.round, default=None)
        if last is not None:
            subject = f"ballot/{last.person}/{found.ref}/{last.round}"
    yield Placed(found.ref, found.because, f"{subject}/because")
    for name, text in found.fields:
        yield Placed(found.ref, text, f"{subject}/field/{keys.get(name, name)}")
    agreed = judged.agreement if judged is not None and found.basis == "agreed" else None
    for person, text in agreed.dissents if agreed is not None else ():
        yield Placed(found.ref, text, f"{subject}/dissent/{person}")


def _visit(report: Report) -> Iterator[Placed]:
    for one in report.enquiries:
        for field in ("question", "supports", "refutes", "look", "reason"):
            place = f"Line of enquiry {one.ref}"
            yield Placed(place, getattr(one, field), f"enquiry/{one.id}/{field}")
    for activity in report.activities:
        for field in ("what", "where", "who"):
            place = f"Activity {activity.ref}"
            yield Placed(place, getattr(activity, field), f"activity/{activity.id}/{field}")
    gates = [g.reason for a in report.areas if a.judged for g in a.judged.gates if g.reason]
    for count, change in enumerate(report.changes):
        if not any(reason in change.what for reason in gates):  # it has a place of its own
            yield Placed("what changed", change.what, f"change/{count}/{change.at}")


def _plan(report: Report) -> Iterator[Placed]:
    plan = report.plan
    for finding in plan.findings:
        yield Placed(f"Finding {finding.ref}", finding.text, f"finding/{finding.id}/text")
    yield Placed("Key objective", plan.objective, "plan/text/objective")
    yield Placed("Benchmark position", plan.benchmark, "plan/text/benchmark")
    for count, window in enumerate(plan.windows):
        yield Placed("Windows of the plan", window, f"plan/windows/{count}")
    for result in plan.key_results:
        yield Placed(f"Key result {result.ref}", result.text, f"key_result/{result.id}/text")
        for action in result.actions:
            yield from _action(action)


def _action(action: ActionView) -> Iterator[Placed]:
    place = f"Action {action.ref}"
    for field in ("what", "who", "success"):
        yield Placed(place, getattr(action, field), f"action/{action.id}/{field}")
    for entry in action.monitoring:
        for field in ("seen", "reason"):
            yield Placed(place, getattr(entry, field), f"monitoring/{entry.id}/{field}")


def _after(report: Report) -> Iterator[Placed]:
    """Yield what follows the visit: replies, people's own words, what an older review said."""
    after = report.after
    for reply in after.replies:
        place = f"The reply to finding {reply.finding}"
        yield Placed(place, reply.text, f"reply/{reply.finding}/text")
        yield Placed(place, reply.settled, f"reply/{reply.finding}/settled")
    for words in after.texts:
        yield Placed(f"The words for {words.name}", words.text, f"report_text/{words.part}")
    for then in after.then:
        subject = then.statement or f"area {then.area}"
        yield Placed(f"What was agreed of {subject} then", then.because, f"then/{subject}/because")
    yield Placed("why the report was opened again", after.reopened, "gate/report/reopened")
