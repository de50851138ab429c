"""Findings: what the panel found, each with its statements and the evidence that it rests on.

A finding is a judgement, so it is for areas behind their gates.
"""

from collections.abc import Iterable

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .ids import new_id
from .numbered import called_so, need_among, next_number
from .records import Change, Field
from .records_plan import FINDINGS, Finding, FindingKind
from .resting import prints
from .rules import (
    need_judging,
    need_note,
    need_statement,
    sealed_because,
    with_those_out_of_scope,
)
from .session import Session
from .standing_plan import finding_areas, need_in_sight, withheld
from .state import State

PRIORITIES = "session/priorities"
"""The record of the order of the areas for development: a list of their ids."""

_KINDS: dict[str, FindingKind] = {
    "strength": "strength",
    "development": "development",
    "sharing": "sharing",
}


def add_finding(
    session: Session,
    by: str,
    kind: str,
    text: str,
    statements: Iterable[str],
    notes: Iterable[str] = (),
) -> str:
    """Write a finding; return what people call it. Raises Refused."""
    state = session.state
    need_panel(state, by, "write a finding")
    number = next_number(state, "finding")
    under = _statements(state, statements)
    rests_on = _notes(state, by, notes, under)
    body = Finding(number, _kind(kind), _text(text), under, rests_on, prints(state, rests_on))
    session.write(by, [Change("finding", new_id(), body)])
    return str(number)


def change_finding(
    session: Session,
    by: str,
    ref: str,
    *,
    kind: str | None = None,
    text: str | None = None,
    statements: Iterable[str] | None = None,
    notes: Iterable[str] | None = None,
) -> None:
    """Change a finding; what is None stays. Raises Refused."""
    state = session.state
    need_panel(state, by, "change a finding")
    identity, before = need_finding(state, ref)
    body = before
    if kind is not None:
        body = msgspec.structs.replace(body, finding=_kind(kind))
    if text is not None:
        body = msgspec.structs.replace(body, text=_text(text))
    if statements is not None:
        under = _statements(state, statements, body.statements)
        body = msgspec.structs.replace(body, statements=under)
    body = msgspec.structs.replace(body, areas=_spoken_of(state, before, body))
    if notes is not None:
        body = msgspec.structs.replace(body, notes=_notes(state, by, notes, body.statements))
    if statements is not None and notes is None:
        _need_notes_under(state, body)
    body = msgspec.structs.replace(body, rests=prints(state, body.notes))
    if state.standing(identity, Finding) != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("finding", identity, body)])


def delete_finding(session: Session, by: str, ref: str) -> None:
    """Delete a finding; `undo` brings it back. Raises Refused."""
    need_panel(session.state, by, "delete a finding")
    identity, _ = need_finding(session.state, ref)
    session.write(by, [Change("finding", identity, None)])


def set_priorities(session: Session, by: str, wanted: Iterable[str]) -> None:
    """Put areas for development in an order; those not named are no priorities. Raises Refused."""
    state = session.state
    need_panel(state, by, "set priorities")
    chosen = []
    for ref in dict.fromkeys(clean_line(ref) for ref in wanted):
        identity, found = need_finding(state, ref)
        if found.finding != "development":
            raise Refused(
                f"Finding {ref} is a {FINDINGS[found.finding]}; priorities are areas for development."
            )
        chosen.append(identity)
    # What is out of sight for now keeps its place in the order.
    there, before = state.all("finding", Finding), state.field("priorities")
    for place, identity in enumerate(before if isinstance(before, list) else ()):
        body = there.get(identity) if isinstance(identity, str) else None
        if body is not None and not in_sight(state, body):
            chosen.insert(place, identity)
    if before != chosen or len(state.records.live(PRIORITIES)) > 1:
        session.write(by, [Change("session", PRIORITIES, Field(chosen))])


def need_finding(state: State, ref: str) -> tuple[str, Finding]:
    """Return a finding that may be seen, with all of its areas. Raises Refused."""
    there = state.all("finding", Finding)
    asked = there.get(called_so(state, "finding", ref))
    if asked is not None:
        need_in_sight(state, f"Finding {clean_line(ref)}", finding_areas(state, asked))
    seen = {identity: body for identity, body in there.items() if in_sight(state, body)}
    return need_among(state, "finding", seen, ref, "finding")


def need_panel(state: State, person: str, act: str) -> None:
    """Refuse an act that is for the panel and the host, not for observers."""
    if state.people[person].role == "observer":
        raise Refused(f"{state.name(person)} is here as observer, who may not {act}.")


def in_sight(state: State, body: Finding) -> bool:
    """Return whether a finding may be seen: none of its areas is described, or judged, again."""
    return not withheld(state, finding_areas(state, body))


def _spoken_of(state: State, before: Finding, body: Finding) -> tuple[int, ...]:
    """Return the areas that the words of a finding speak of, besides those of its statements now.

    None, until it is put under others: then its words stay, and with them what they were written of.
    """
    areas = set(before.areas)
    if body.statements != before.statements:
        areas = areas or finding_areas(state, before)
    if areas and body.text != before.text:
        areas |= finding_areas(state, body)
    return tuple(sorted(areas))


def _kind(kind: str) -> FindingKind:
    if kind not in _KINDS:
        raise Refused(
            f"There is no finding called {clean_line(kind)}; it is one of {', '.join(_KINDS)}."
        )
    return _KINDS[kind]


def _text(text: str) -> str:
    text = clean_text(text).strip()
    if not text:
        raise Refused("The finding is empty; write what the panel found.")
    return text


def _statements(state: State, given: Iterable[str], before: Iterable[str] = ()) -> tuple[str, ...]:
    found = {}
    for ref in given:
        area, statement = need_statement(state, ref)
        need_judging(state, area.number)
        _need_open_ballots(state, statement.ref)
        found[statement.ref] = True
    if not found:
        raise Refused("A finding needs the statement it is about; name one or more.")
    return with_those_out_of_scope(state, found, before)


def _need_open_ballots(state: State, ref: str) -> None:
    """Refuse to say what the panel found while ballots that were cast are sealed. Source: rule 3."""
    if state.sealed(ref) and any(ballot.cast for ballot in state.ballots(ref)):
        raise Refused(
            f"The ballots of {ref} are {sealed_because(state, ref)}; a finding waits for that."
        )


def _need_notes_under(state: State, body: Finding) -> None:
    """Refuse to leave a finding with evidence that is filed elsewhere."""
    notes = (state.notes[note] for note in body.notes if note in state.notes)
    for note in notes:
        if not note.body.private and not set(note.statements) & set(body.statements):
            raise Refused(
                f"It rests on {note.ref}, which is not filed under {', '.join(body.statements)}; "
                "file it there first, or say anew what the finding rests on."
            )


def _notes(
    state: State, by: str, given: Iterable[str], statements: tuple[str, ...]
) -> tuple[str, ...]:
    found = {}
    for called in given:
        note = need_note(state, called, by)
        if note.body.private:
            raise Refused(f"{note.ref} is private; share it before a finding rests on it.")
        if not set(note.statements) & set(statements):
            where = ", ".join(statements)
            raise Refused(f"{note.ref} is not filed under {where}; file it there first.")
        found[note.id] = True
    return tuple(found)
