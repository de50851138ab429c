"""A session as `show` prints it: JSON for scripts, and lines that a screen reader reads well."""

from collections.abc import Iterator
from typing import Any

from sessions.closing import moved
from sessions.records import PHASES
from sessions.seen import (
    AgreementView,
    AreaView,
    BallotView,
    EarlierView,
    JudgedView,
    NoteView,
    PersonView,
    SessionView,
    StatementView,
)

from .show_after import after_json, after_lines
from .show_lines import as_lines, field_lines, fields_json, outcome_words
from .show_plan import findings_json, findings_lines, plan_json, plan_lines
from .show_times import timeboxes_json, timeboxes_lines
from .show_visit import (
    activities_json,
    activity_of,
    changes_json,
    enquiries_json,
    figures_json,
    self_evaluation_json,
    visit_lines,
)
from .words import APART, LATE, day, listed, spoken

# JSON: later formats only add keys


def session_json(seen: SessionView) -> dict[str, Any]:
    """Return a session as `show --json` prints it: what the viewer of `seen` may see."""
    return {
        "id": seen.id,
        "name": seen.name,
        "setting": seen.setting,
        "phase": seen.phase,
        "date": seen.date,
        "framework": {"id": seen.framework, "version": seen.framework_version},
        "participants": [_person_json(person) for person in seen.people],
        "inbox": [_note_json(seen, note, 0) for note in seen.inbox],
        "areas": [_area_json(seen, area) for area in seen.areas],
        "conflicts": list(seen.conflicts),
        "self_evaluation": self_evaluation_json(seen),
        "enquiries": enquiries_json(seen),
        "activities": activities_json(seen),
        "figures": figures_json(seen),
        "changes": changes_json(seen),
        "findings": findings_json(seen),
        "plan": plan_json(seen),
        "timeboxes": timeboxes_json(seen),
        **after_json(seen),
    }


def _person_json(person: PersonView) -> dict[str, Any]:
    known: dict[str, Any] = {"name": person.name, "tag": person.tag, "role": person.role}
    if person.interest:
        known |= {"interest": person.interest, "interest_areas": list(person.interest_areas)}
    return known | {"left": True} if person.left else known


def _note_json(seen: SessionView, note: NoteView, area: int) -> dict[str, Any]:
    known = {
        "ref": note.ref,
        "text": note.text,
        "source": note.source,
        "where": note.where,
        "observed": note.observed,
        "by": note.by,
        "statements": list(note.statements),
        "late": area in note.late,
        "apart": area in note.apart,
    }
    during = activity_of(seen, note.activity)
    known |= {"activity": during} if during else {}
    return known | {"private": True} if note.private else known


def _area_json(seen: SessionView, area: AreaView) -> dict[str, Any]:
    return {
        "number": area.number,
        "title": area.title,
        "pass": "judge" if area.judging else "describe",
        "statements": [_statement_json(seen, statement, area) for statement in area.statements],
        "agreement": _agreement_json(seen, area.agreement if area.judging else None),
        **_excused_json(area),
        **_earlier_json(seen, area.earlier if area.judging else ()),
    }


def _statement_json(seen: SessionView, statement: StatementView, area: AreaView) -> dict[str, Any]:
    known: dict[str, Any] = {
        "ref": statement.ref,
        "text": statement.text,
        "evidence": [_note_json(seen, note, area.number) for note in statement.evidence],
    }
    # While an area is described there is no key that could say anything, not even that nothing is
    if area.judging and statement.judged is not None:
        known["ballots"] = [_ballot_json(seen, ballot) for ballot in statement.judged.ballots]
        known["agreement"] = _agreement_json(seen, statement.judged.agreement)
        known |= _earlier_json(seen, statement.judged.earlier)
    return known


def _excused_json(area: AreaView) -> dict[str, Any]:
    """Return the key for judges who are not waited for, where there is one."""
    if not area.judging or not area.excused:
        return {}
    return {"excused": [{"name": e.name, "reason": e.reason, "by": e.by} for e in area.excused]}


def _earlier_json(seen: SessionView, earlier: tuple[EarlierView, ...]) -> dict[str, Any]:
    """Return the key for what was agreed before, where there is any."""
    if not earlier:
        return {}
    return {
        "agreed_before": [
            {"agreement": _agreement_json(seen, e.agreed), "reason": e.reason, "by": e.by}
            for e in earlier
        ]
    }


def _ballot_json(seen: SessionView, ballot: BallotView) -> dict[str, Any]:
    if ballot.hidden:
        return {"by": ballot.by, "round": ballot.round, "hidden": ballot.hidden}
    here = {note.id for note in seen.notes}
    known = {
        "by": ballot.by,
        "round": ballot.round,
        "outcome": ballot.outcome,
        "stages": list(ballot.stages),
        "highlights": dict(ballot.highlights),
        # A note that was deleted or made private since is named to nobody who cannot see it
        "cites": [{"ref": c.ref, "against": c.against} for c in ballot.cites if c.note in here],
        "because": ballot.because,
        **fields_json(seen, ballot.fields),
        **({"changed_notes": list(ballot.stale_notes)} if ballot.stale_notes else {}),
    }
    return known if ballot.cast else known | {"draft": True}


def _agreement_json(seen: SessionView, agreed: AgreementView | None) -> dict[str, Any] | None:
    if agreed is None:
        return None
    return {
        "outcome": agreed.outcome,
        "stages": list(agreed.stages),
        "because": agreed.because,
        **fields_json(seen, agreed.fields),
        "dissent": list(agreed.dissent),
        **({"stale": agreed.stale} if agreed.stale else {}),
        **({"changed_notes": list(agreed.stale_notes)} if agreed.stale_notes else {}),
        **({"changed_ballots": list(agreed.stale_ballots)} if agreed.stale_ballots else {}),
        **({"changed_agreements": list(agreed.stale_agreed)} if agreed.stale_agreed else {}),
    }


# Lines: each says by itself what it is about


def session_text(seen: SessionView) -> str:
    """Return a session as `show` prints it: a thing a line, further lines of a text indented.

    It ends with a newline. Stages are named by their keys, which is what commands take.
    """
    return as_lines(_lines(seen))


def _lines(seen: SessionView) -> Iterator[str]:
    yield seen.setting
    yield f"Session: {seen.name}, {seen.id}"
    yield f"Date: {day(seen.date)}"
    if seen.phase:
        yield f"Phase: {PHASES.get(seen.phase, seen.phase)}"
    yield f"Framework: {seen.framework_title}, version {seen.framework_version}"
    if seen.purpose:
        yield f"Purpose: {seen.purpose}"
    for person in seen.people:
        left = ", has left" if person.left else ""
        yield f"Person: {person.name}, {person.role}, tag {person.tag}{left}"
        if person.interest:
            yield f"{person.name} has {person.interest_words}: {person.interest}"
    yield from visit_lines(seen)
    yield from timeboxes_lines(seen)
    for area in seen.areas:
        yield from _area_lines(seen, area)
    for note in seen.inbox:
        yield _note_line(seen, note, "in the inbox", 0)
    if seen.plan.findings or seen.plan.any:
        yield ""
    yield from findings_lines(seen)
    yield from plan_lines(seen)
    yield from after_lines(seen)
    for conflict in seen.conflicts:
        yield f"To settle: {conflict}"


def _area_lines(seen: SessionView, area: AreaView) -> Iterator[str]:
    yield ""
    yield f"Area {area.number}: {area.title}. Pass: {'judge' if area.judging else 'describe'}."
    if area.judging and area.judges:
        yield f"Judges of area {area.number}: {spoken(person.name for person in area.judges)}"
    for excuse in area.excused if area.judging else ():
        yield f"Excused from judging area {area.number}: {excuse.name}. Why: {excuse.reason}"
    if area.judging and area.agreement is not None:
        yield from _agreement_lines(seen, f"area {area.number}", area.agreement)
    if area.judging:
        yield from _earlier_lines(f"area {area.number}", area.earlier)
    for statement in area.statements:
        yield f"Statement {statement.ref}: {statement.text}"
        for note in statement.evidence:
            yield _note_line(seen, note, f"under {statement.ref}", area.number)
        if not statement.evidence:
            yield f"No note under {statement.ref}."
        if area.judging and statement.judged is not None:
            yield from _judged_lines(seen, statement.ref, statement.judged)


def _note_line(seen: SessionView, note: NoteView, place: str, area: int) -> str:
    during = activity_of(seen, note.activity)
    about = (
        f"by {note.by}",
        note.source_name or "source not said",
        note.where,
        note.group,
        note.document,
        note.observed,
        f"during activity {during}" if during else "",
        LATE if area in note.late else "",
        APART if area in note.apart else "",
        "private" if note.private else "",
    )
    return f"Note {note.ref} {place}, {listed(part for part in about if part)}: {note.text}"


def _judged_lines(seen: SessionView, ref: str, judged: JudgedView) -> Iterator[str]:
    if not judged.ballots:
        yield f"Not yet judged: {ref}"
    for ballot in judged.ballots:
        yield _ballot_line(seen, ref, ballot, judged)
        if not ballot.hidden:
            about = f"in the ballot of {ref}, round {ballot.round}, by {ballot.by}"
            yield from field_lines(seen, ballot.fields, about)
    if judged.agreement is not None:
        yield from _agreement_lines(seen, ref, judged.agreement)
    elif judged.ballots:
        yield f"Not yet agreed: {ref}"
    yield from _earlier_lines(ref, judged.earlier)


def _earlier_lines(subject: str, earlier: tuple[EarlierView, ...]) -> Iterator[str]:
    for one in earlier:
        said = outcome_words(one.agreed.outcome, one.agreed.stages)
        what = f"{said}. {one.agreed.because}" if one.agreed.outcome else one.agreed.because
        why = f" Taken back by {one.by}: {one.reason}" if one.reason else ""
        yield f"Agreed before of {subject}: {what}{why}"


def _ballot_line(seen: SessionView, ref: str, ballot: BallotView, judged: JudgedView) -> str:
    what = "Ballot" if ballot.cast or ballot.hidden else "Draft ballot"
    head = f"{what} of {ref}, round {ballot.round}, by {ballot.by}"
    if ballot.hidden:
        return f"{head}: hidden, {ballot.hidden}"
    here = {note.id for note in seen.notes}
    cites = [
        f"{cite.ref} against" if cite.against else cite.ref
        for cite in ballot.cites
        if cite.note in here
    ]
    line = f"{head}: {outcome_words(ballot.outcome, _highlights(ballot, judged))}."
    line += f" Cites {listed(cites)}." if cites else ""
    return f"{line} Because: {ballot.because}" if ballot.because else line


def _highlights(ballot: BallotView, judged: JudgedView) -> tuple[str, ...]:
    partly = {d.stage for d in judged.descriptors if d and ballot.highlights.get(d.id) == "part"}
    return tuple(f"{stage} (partly)" if stage in partly else stage for stage in ballot.stages)


def _agreement_lines(seen: SessionView, subject: str, agreed: AgreementView) -> Iterator[str]:
    if agreed.outcome is not None:
        yield f"Agreed of {subject}: {outcome_words(agreed.outcome, agreed.stages)}"
    yield f"Because, for {subject}: {agreed.because}"
    yield from field_lines(seen, agreed.fields, f"agreed of {subject}")
    if agreed.stale or agreed.moved:
        why = agreed.stale or moved(agreed.moved)
        yield f"To look at again, agreed of {subject}: {why}"
    for said in agreed.dissent:
        yield f"Dissent on {subject}: {said}"
