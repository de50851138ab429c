"""A session as `show` prints it: JSON for scripts, and lines that a screen reader reads well."""

from collections.abc import Iterator
from typing import Any

from frameworks.text import clean_text
from sessions.records import PHASES, Outcome
from sessions.seen import (
    AgreementView,
    AreaView,
    BallotView,
    JudgedView,
    NoteView,
    PersonView,
    SessionView,
    StatementView,
)

from .words import APART, LATE, day, listed, spoken

# JSON: later formats only add keys


def session_json(seen: SessionView) -> dict[str, Any]:
    """Return a session as `show --json` prints it: what the viewer of `seen` may see."""
    here = {note.id for note in seen.notes}
    return {
        "id": seen.id,
        "name": seen.name,
        "setting": seen.setting,
        "phase": seen.phase,
        "date": seen.date,
        "framework": {"id": seen.framework, "version": seen.framework_version},
        "participants": [_person_json(person) for person in seen.people],
        "inbox": [_note_json(note, 0) for note in seen.inbox],
        "areas": [_area_json(area, here) for area in seen.areas],
        "conflicts": list(seen.conflicts),
    }


def _person_json(person: PersonView) -> dict[str, Any]:
    known: dict[str, Any] = {"name": person.name, "tag": person.tag, "role": person.role}
    return known | {"left": True} if person.left else known


def _note_json(note: NoteView, area: int) -> dict[str, Any]:
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
    return known | {"private": True} if note.private else known


def _area_json(area: AreaView, here: set[str]) -> dict[str, Any]:
    return {
        "number": area.number,
        "title": area.title,
        "pass": "judge" if area.judging else "describe",
        "statements": [_statement_json(statement, area, here) for statement in area.statements],
        "agreement": _agreement_json(area.agreement if area.judging else None),
    }


def _statement_json(statement: StatementView, area: AreaView, here: set[str]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "ref": statement.ref,
        "text": statement.text,
        "evidence": [_note_json(note, area.number) for note in statement.evidence],
    }
    # While an area is described there is no key that could say anything, not even that nothing is
    if area.judging and statement.judged is not None:
        known["ballots"] = [_ballot_json(ballot, here) for ballot in statement.judged.ballots]
        known["agreement"] = _agreement_json(statement.judged.agreement)
    return known


def _ballot_json(ballot: BallotView, here: set[str]) -> dict[str, Any]:
    if ballot.hidden:
        return {"by": ballot.by, "round": ballot.round, "hidden": ballot.hidden}
    known = {
        "by": ballot.by,
        "round": ballot.round,
        "outcome": ballot.outcome,
        "stages": list(ballot.stages),
        "highlights": dict(ballot.highlights),
        # A note that was deleted or made private since is named to nobody who cannot see it
        "cites": [{"ref": c.ref, "against": c.against} for c in ballot.cites if c.note in here],
        "because": ballot.because,
    }
    return known if ballot.cast else known | {"draft": True}


def _agreement_json(agreed: AgreementView | None) -> dict[str, Any] | None:
    if agreed is None:
        return None
    return {
        "outcome": agreed.outcome,
        "stages": list(agreed.stages),
        "because": agreed.because,
        "dissent": list(agreed.dissent),
    }


# Lines: each says by itself what it is about


def session_text(seen: SessionView) -> str:
    """Return a session as `show` prints it: a thing a line, further lines of a text indented.

    It ends with a newline. Stages are named by their keys, which is what commands take.
    """
    return "".join(_line(line) + "\n" for line in _lines(seen))


def _line(text: str) -> str:
    """Return a text whose further lines cannot be taken for lines of ours."""
    return clean_text(text).replace("\n", "\n  ")


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
    here = {note.id for note in seen.notes}
    for area in seen.areas:
        yield from _area_lines(area, here)
    for note in seen.inbox:
        yield _note_line(note, "in the inbox", 0)
    for conflict in seen.conflicts:
        yield f"To settle: {conflict}"


def _area_lines(area: AreaView, here: set[str]) -> Iterator[str]:
    yield ""
    yield f"Area {area.number}: {area.title}. Pass: {'judge' if area.judging else 'describe'}."
    if area.judging and area.judges:
        yield f"Judges of area {area.number}: {spoken(person.name for person in area.judges)}"
    if area.judging and area.agreement is not None:
        yield from _agreement_lines(f"area {area.number}", area.agreement)
    for statement in area.statements:
        yield f"Statement {statement.ref}: {statement.text}"
        for note in statement.evidence:
            yield _note_line(note, f"under {statement.ref}", area.number)
        if not statement.evidence:
            yield f"No note under {statement.ref}."
        if area.judging and statement.judged is not None:
            yield from _judged_lines(statement.ref, statement.judged, here)


def _note_line(note: NoteView, place: str, area: int) -> str:
    about = (
        f"by {note.by}",
        note.source_name or "source not said",
        note.where,
        note.group,
        note.document,
        note.observed,
        LATE if area in note.late else "",
        APART if area in note.apart else "",
        "private" if note.private else "",
    )
    return f"Note {note.ref} {place}, {listed(part for part in about if part)}: {note.text}"


def _judged_lines(ref: str, judged: JudgedView, here: set[str]) -> Iterator[str]:
    if not judged.ballots:
        yield f"Not yet judged: {ref}"
    for ballot in judged.ballots:
        yield _ballot_line(ref, ballot, judged, here)
    if judged.agreement is not None:
        yield from _agreement_lines(ref, judged.agreement)
    elif judged.ballots:
        yield f"Not yet agreed: {ref}"


def _ballot_line(ref: str, ballot: BallotView, judged: JudgedView, here: set[str]) -> str:
    what = "Ballot" if ballot.cast or ballot.hidden else "Draft ballot"
    head = f"{what} of {ref}, round {ballot.round}, by {ballot.by}"
    if ballot.hidden:
        return f"{head}: hidden, {ballot.hidden}"
    cites = [
        f"{cite.ref} against" if cite.against else cite.ref
        for cite in ballot.cites
        if cite.note in here
    ]
    line = f"{head}: {_outcome(ballot.outcome, _highlights(ballot, judged))}."
    line += f" Cites {listed(cites)}." if cites else ""
    return f"{line} Because: {ballot.because}" if ballot.because else line


def _highlights(ballot: BallotView, judged: JudgedView) -> tuple[str, ...]:
    partly = {d.stage for d in judged.descriptors if d and ballot.highlights.get(d.id) == "part"}
    return tuple(f"{stage} (partly)" if stage in partly else stage for stage in ballot.stages)


def _agreement_lines(subject: str, agreed: AgreementView) -> Iterator[str]:
    if agreed.outcome is not None:
        yield f"Agreed of {subject}: {_outcome(agreed.outcome, agreed.stages)}"
    yield f"Because, for {subject}: {agreed.because}"
    for said in agreed.dissent:
        yield f"Dissent on {subject}: {said}"


def _outcome(outcome: Outcome | None, stages: tuple[str, ...]) -> str:
    if outcome is None or outcome == "stages":
        return spoken(stages) or "nothing chosen yet"
    return outcome.replace("_", " ")
