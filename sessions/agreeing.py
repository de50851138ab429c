"""What the panel holds together, after the ballots are open: a statement's view, an area's sentence."""

from collections.abc import Iterable, Mapping

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .judging_fields import read_fields
from .people import find_person
from .records import Agreement, Change, Dissent, Outcome
from .rules import (
    need_area,
    need_chair,
    need_judging,
    need_open_ballots,
    need_statement,
    need_steps,
)
from .session import Session
from .state import State


def agree(
    session: Session,
    by: str,
    *,
    statement: str = "",
    area: int = 0,
    because: str,
    outcome: Outcome | None = None,
    stages: Iterable[str] = (),
    dissent: Iterable[tuple[str, str]] = (),
    fields: Mapping[str, str] | None = None,
) -> None:
    """Write what is agreed of a statement, or of an area in a sentence.

    `dissent`: names, each with that person's words. An area needs no outcome. Raises Refused.
    """
    state = session.state
    if statement:
        found, known = need_statement(state, statement)
        subject = known.ref
    else:
        found = need_area(state, area)
        subject = f"area/{found.number}"
    need_judging(state, found.number)
    need_chair(state, by, "write down what is agreed")
    body = Agreement(
        statement=subject if statement else "",
        area=0 if statement else found.number,
        outcome=outcome,
        stages=need_steps(state, stages),
        because=clean_text(because).strip(),
        dissent=tuple(_dissent(state, name, text) for name, text in dissent),
        fields=read_fields(state, fields or {}),
    )
    if not body.because:
        raise Refused(f"What is agreed of {subject.replace('/', ' ')} needs a because; say why.")
    _need_ground(state, body, [subject] if statement else [s.ref for s in found.statements])
    session.write(by, [Change("agreement", f"agreement/{subject}", body)])


def _dissent(state: State, name: str, text: str) -> Dissent:
    text = clean_text(text).strip()
    if not text:
        raise Refused(f"The dissent of {clean_line(name)} is empty; write it in their words.")
    return Dissent(find_person(state, name, also_left=True), text)


def _need_ground(state: State, body: Agreement, refs: list[str]) -> None:
    """Refuse what the ballots and the evidence do not carry. Source: rules 2 and 3."""
    subject = body.statement or f"area {body.area}"
    for ref in refs:
        # An area takes its sentence though nobody has judged some of its statements yet.
        if body.statement or any(ballot.cast for ballot in state.ballots(ref)):
            need_open_ballots(state, ref)
    if (body.statement and body.outcome is None) or (body.outcome == "stages" and not body.stages):
        raise Refused(
            f"Say what is agreed of {subject}: stages, not enough evidence or not applicable."
        )
    if body.outcome != "stages" and body.stages:
        said = (body.outcome or "without an outcome").replace("_", " ")
        raise Refused(f"{subject} cannot have a stage and be {said} at once.")
    shared = (note for note in state.notes.values() if not note.body.private)
    if body.outcome == "stages" and not any(set(refs) & set(note.statements) for note in shared):
        raise Refused(
            f"There is no evidence under {subject}; it can only be agreed as not enough evidence."
        )
