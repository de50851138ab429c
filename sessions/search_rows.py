"""What of a view can be found: a row for everything that somebody wrote.

The rows are made from a view and from nothing else, so that nothing is found that it does not show.
Names of stages are in no row's words: how often one is spoken of would count statements by stage.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from .records import PHASES
from .seen import (
    AgreementView,
    AreaView,
    BallotView,
    EarlierView,
    SessionView,
    StatementView,
)
from .seen_plan import KeyResultView


class SearchRow(msgspec.Struct, frozen=True, array_like=True):
    """Something that can be found."""

    kind: str
    """One of `search.KINDS`."""
    place: str
    """The screen it is on, as `screens.messages.Place` names it."""
    title: str
    """What it is, in a few words after the name of its kind; searched as well."""
    text: str
    """What somebody wrote; searched."""
    note: str = ""
    """What people call the thing itself: a note's ref, a number."""
    statements: tuple[str, ...] = ()
    areas: tuple[int, ...] = ()
    source: str = ""
    stages: tuple[str, ...] = ()
    """The keys of the stages that it speaks of; never searched as words."""
    date: str = ""
    """`YYYY-MM-DD`; empty: the session's."""
    where: str = ""
    """The statement to go to; empty: the first of `statements`."""


def rows_of(seen: SessionView) -> Iterator[SearchRow]:
    """Yield a row for everything that a view of a session shows of what somebody wrote."""
    areas = {s.ref: area.number for area in seen.areas for s in area.statements}
    yield from _session(seen)
    yield from _notes(seen, areas)
    for area in seen.areas:
        yield from _area(area)
    yield from _preparing(seen, areas)
    yield from _plan(seen, areas)
    yield from _report(seen, areas)


_Areas = Mapping[str, int]
"""The number of its area, by the ref of a statement in scope."""


def _numbers(areas: _Areas, statements: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({areas[ref] for ref in statements if ref in areas}))


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(moment: str) -> str:
    return moment[:10]


def _session(seen: SessionView) -> Iterator[SearchRow]:
    title = _listed(seen.name, PHASES.get(seen.phase, ""), seen.framework_title)
    yield SearchRow("setting", "overview", title, seen.setting)
    if seen.purpose:
        yield SearchRow("purpose", "setup", "of the review", seen.purpose)
    for person in seen.people:
        text = _lines(person.name, person.own_setting, person.interest)
        interest = "declared an interest" if person.interest else ""
        title = _listed(person.tag, person.role, "left" if person.left else "", interest)
        yield SearchRow("person", "setup", title, text, person.tag)


def _notes(seen: SessionView, areas: _Areas) -> Iterator[SearchRow]:
    for note in seen.notes:
        about = (note.source_name, note.where, note.group, note.document)
        private = "private" if note.private else ""
        yield SearchRow(
            "note",
            "describe" if note.statements else "inbox",
            _listed(note.ref, *about, private),
            note.text,
            note.ref,
            note.statements,
            _numbers(areas, note.statements),
            note.source,
            date=_day(note.observed),
        )


# Behind the gate of an area


def _area(area: AreaView) -> Iterator[SearchRow]:
    for statement in area.statements:
        yield from _judged(area, statement)
    first, numbers = area.statements[0].ref, (area.number,)
    for agreed, title in _held(area.agreement, area.earlier, f"area {area.number} in a sentence"):
        yield SearchRow(
            *("agreed", "agree", title, _agreed_text(agreed), "", (), numbers),
            date=_day(agreed.at),
            where=first,
        )


def _held(
    agreement: AgreementView | None, earlier: tuple[EarlierView, ...], what: str
) -> Iterator[tuple[AgreementView, str]]:
    """Yield what is agreed and what was before, each with its title."""
    if agreement is not None:
        yield agreement, what
    for before in earlier:
        yield before.agreed, f"{what}, as it was before"


def _judged(area: AreaView, statement: StatementView) -> Iterator[SearchRow]:
    judged = statement.judged
    if judged is None:
        return
    ref, numbers = (statement.ref,), (area.number,)
    for ballot in judged.ballots:
        text = _lines(ballot.because, *ballot.fields.values())
        if not ballot.hidden and (text or ballot.stages):
            title = f"{statement.ref}, {ballot.by}{_which(ballot)}"
            yield SearchRow("because", "judge", title, text, "", ref, numbers, stages=ballot.stages)
    for agreed, title in _held(judged.agreement, judged.earlier, statement.ref):
        yield SearchRow(
            *("agreed", "agree", title, _agreed_text(agreed), "", ref, numbers),
            stages=agreed.stages,
            date=_day(agreed.at),
        )


def _which(ballot: BallotView) -> str:
    again = ", second round" if ballot.round > 1 else ""
    return again if ballot.cast else f"{again}, draft"


def _agreed_text(agreed: AgreementView) -> str:
    return _lines(agreed.because, *agreed.fields.values(), *agreed.dissent)


# Before and after


def _preparing(seen: SessionView, areas: _Areas) -> Iterator[SearchRow]:
    for enquiry in seen.visit.enquiries:
        title = f"{enquiry.ref}, {enquiry.standing_name}"
        text = _lines(
            enquiry.question, enquiry.supports, enquiry.refutes, enquiry.look, enquiry.reason
        )
        numbers = _numbers(areas, enquiry.statements)
        yield SearchRow("enquiry", "prepare", title, text, enquiry.ref, enquiry.statements, numbers)
    for activity in seen.visit.activities:
        title = _listed(activity.ref, activity.starts, activity.source_name)
        text = _lines(activity.what, activity.where, activity.who, *activity.reviewers)
        yield SearchRow(
            *("activity", "prepare", title, text, activity.ref, activity.statements),
            _numbers(areas, activity.statements),
            activity.source,
            date=_day(activity.starts),
        )
    for own in seen.visit.self_evaluated:
        text = _lines(own.because, *own.fields.values())
        if text or own.stages:
            title = f"{own.statement}, {own.by}"
            under = (own.statement,)
            yield SearchRow(
                *("own-view", "prepare", title, text, "", under, _numbers(areas, under)),
                stages=own.stages,
                date=_day(own.at),
            )
    for then in seen.after.then:
        refs = tuple(ref for ref in (then.statement,) if ref)
        what = then.statement or f"area {then.area}"
        numbers = (then.area,) if then.area else _numbers(areas, refs)
        if then.because or then.stages:
            yield SearchRow(
                *("then", "judge", what, then.because, ""),
                *(refs, numbers),
                stages=then.stages,
                where=then.statement or _first_of(seen, then.area),
            )


def _first_of(seen: SessionView, number: int) -> str:
    area = seen.area(number)
    return area.statements[0].ref if area else ""


def _plan(seen: SessionView, areas: _Areas) -> Iterator[SearchRow]:
    plan = seen.plan
    under = {finding.ref: finding.statements for finding in plan.findings}
    for finding in plan.findings:
        numbers = _numbers(areas, finding.statements)
        title = f"{finding.ref}, {finding.kind_name}"
        yield SearchRow(
            "finding", "plan", title, finding.text, finding.ref, finding.statements, numbers
        )
    for name, text in (("objective", plan.objective), ("benchmark position", plan.benchmark)):
        if text:
            yield SearchRow("plan", "plan", name, text)
    for result in plan.key_results:
        statements = tuple(dict.fromkeys(s for f in result.findings for s in under.get(f, ())))
        numbers = _numbers(areas, statements)
        title = result.ref
        yield SearchRow("key-result", "plan", title, result.text, result.ref, statements, numbers)
        yield from _actions(result, statements, numbers)


def _actions(
    result: KeyResultView, statements: tuple[str, ...], numbers: tuple[int, ...]
) -> Iterator[SearchRow]:
    for action in result.actions:
        due = f"due {action.due}" if action.due else ""
        title = _listed(action.ref, action.who, due)
        text = _lines(action.what, action.success)
        yield SearchRow("action", "plan", title, text, action.ref, statements, numbers)
        for entry in action.monitoring:
            title = f"of action {action.ref}, {entry.progress_name}, {entry.by}"
            text = _lines(entry.seen, entry.reason)
            yield SearchRow(
                *("monitoring", "plan", title, text, action.ref, statements, numbers),
                date=entry.date,
            )


def _report(seen: SessionView, areas: _Areas) -> Iterator[SearchRow]:
    under = {finding.ref: finding.statements for finding in seen.plan.findings}
    for reply in seen.after.replies:
        title = f"to finding {reply.finding}, {reply.answer_name}"
        statements = under.get(reply.finding, ())
        yield SearchRow(
            *("reply", "report", title, _lines(reply.text, reply.settled), reply.finding),
            *(statements, _numbers(areas, statements)),
            date=_day(reply.at),
        )
    for text in seen.after.texts:
        yield SearchRow("report", "report", text.name, text.text, date=_day(text.at))
    if seen.after.reopened:
        yield SearchRow("change", "report", "final report opened again", seen.after.reopened)
    for change in seen.visit.changes:
        yield SearchRow("change", "report", change.by, change.what, date=_day(change.at))
