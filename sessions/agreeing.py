"""What the panel holds together, after the ballots are open: a statement's view, an area's sentence."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .judging_fields import read_fields
from .people import find_person
from .records import Agreement, Change, Dissent, Outcome
from .resting import of_area, of_statement
from .rules import (
    need_area,
    need_chair,
    need_judging,
    need_open_ballots,
    need_statement,
    need_steps,
)
from .session import Session
from .spread import counted, in_order
from .state import State
from .view import view

ALIKE = "All who judged it found the same."
"""The because of what is accepted together: it says how it came about, and nothing else."""


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

    `dissent`: names (or ids), each with that person's words. An area needs no outcome. What was
    agreed before is kept. Raises Refused.
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
        reopened=state.reopened(found.number),
        rests=of_statement(state, subject) if statement else of_area(state, found.number),
    )
    if not body.because:
        raise Refused(f"What is agreed of {subject.replace('/', ' ')} needs a because; say why.")
    _need_ground(state, body, [subject] if statement else [s.ref for s in found.statements])
    session.write(by, [Change("agreement", f"agreement/{subject}", body)])


def accept(session: Session, by: str, refs: Sequence[str]) -> None:
    """Agree on several statements of an area at once, as all who judged them found the same.

    It is one act, and one undo takes it back. Raises Refused if the ballots of any differ, are
    sealed, or are fewer than two; then nothing is written.
    """
    state = session.state
    numbers = {need_statement(state, ref)[0].number for ref in refs}
    if len(numbers) != 1:
        raise Refused("Say which statements of one area are accepted together.")
    number = next(iter(numbers))
    need_judging(state, number)
    need_chair(state, by, "write down what is agreed")
    seen = view(session).area(number)
    statements = [s for s in seen.statements if s.ref in refs] if seen else []
    steps = [step.key for step in state.framework.scale.steps]
    changes = []
    for placed in in_order(statements, steps):
        need_open_ballots(state, placed.ref)
        if placed.kind != "alike":
            raise Refused(
                f"The ballots of {placed.ref} do not all say the same; agree on it alone."
            )
        judged = next(s.judged for s in statements if s.ref == placed.ref)
        agreed = judged.agreement if judged is not None else None
        if agreed is not None and not agreed.stale and not agreed.moved:
            raise Refused(f"{placed.ref} is agreed already; nothing was changed.")
        ballot = next(iter(counted(judged)), None) if judged is not None else None
        body = Agreement(
            statement=placed.ref,
            outcome=ballot.outcome if ballot else None,
            stages=ballot.stages if ballot else (),
            because=ALIKE,
            reopened=state.reopened(number),
            rests=of_statement(state, placed.ref),
        )
        _need_ground(state, body, [placed.ref])
        changes.append(Change("agreement", f"agreement/{placed.ref}", body))
    session.write(by, changes)


def dissent(session: Session, by: str, ref: str, person: str, text: str) -> None:
    """Write beside what is agreed that somebody does not share it; everybody may do so for themselves.

    `person`: a name or an id; empty `text`: they dissent no longer. For others it is the chair's to
    write. The agreed view stays as it is, and so does what makes it stale. Raises Refused.
    """
    state = session.state
    found, known = need_statement(state, ref)
    need_judging(state, found.number)
    need_open_ballots(state, known.ref)
    stands = state.agreement(known.ref)
    if stands is None:
        raise Refused(
            f"Nothing is agreed of {known.ref} yet; who does not share it says so after that."
        )
    whose = person if person in state.people else find_person(state, person, also_left=True)
    if whose != by:
        need_chair(state, by, "write down what others hold")
    version, body = stands
    others = tuple(one for one in body.dissent if one.by != whose)
    own = (_dissent(state, whose, text),) if text.strip() else ()
    changed = msgspec.structs.replace(
        body,
        dissent=(*others, *own),
        agreed_by=body.agreed_by or version.by,
        agreed_at=body.agreed_at or version.at,
    )
    if changed.dissent == body.dissent:
        raise Refused(f"That is what {known.ref} says already; nothing was changed.")
    session.write(by, [Change("agreement", f"agreement/{known.ref}", changed)])


def _dissent(state: State, name: str, text: str) -> Dissent:
    text = clean_text(text).strip()
    if not text:
        raise Refused(f"The dissent of {clean_line(name)} is empty; write it in their words.")
    person = name if name in state.people else find_person(state, name, also_left=True)
    return Dissent(person, text)


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


def why_not_chair(session: Session, by: str, act: str) -> str:
    """Return why somebody may not do what is for who chairs, before they begin; empty: they may."""
    try:
        need_chair(session.state, by, act)
    except Refused as refusal:
        return str(refusal)
    return ""
