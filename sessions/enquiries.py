"""Lines of enquiry: open questions that the visit is to answer.

They are proposed from the setting's own view in words that do not give it away, and accepted or
reworded by the host or a facilitator before the panel reads them. Until then nothing tells the panel
that they are there: they are called `P1`, `P2`, and get a number with the others when they are accepted.
"""

from collections.abc import Iterable
from typing import cast

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .ids import new_id
from .numbered import need, next_number, next_proposal, number_of, refs
from .records import (
    Change,
)
from .records_visit import (
    STANDINGS,
    Enquiry,
    SelfEvaluation,
    Standing,
)
from .rules import need_statement, with_those_out_of_scope
from .session import Session
from .state import State


def may_accept(state: State, person: str) -> bool:
    """Return whether somebody may see proposed lines of enquiry: the host, and a facilitator."""
    return person in state.people and state.people[person].role in ("host", "facilitator")


def add_enquiry(
    session: Session,
    by: str,
    question: str,
    statements: Iterable[str] = (),
    *,
    supports: str = "",
    refutes: str = "",
    look: str = "",
) -> str:
    """Write a line of enquiry; return what people call it. Raises Refused."""
    state = session.state
    number = next_number(state, "enquiry")
    body = Enquiry(
        number=number,
        question=_question(question),
        statements=_statements(state, statements),
        supports=clean_text(supports).strip(),
        refutes=clean_text(refutes).strip(),
        look=clean_text(look).strip(),
    )
    session.write(by, [Change("enquiry", new_id(), body)])
    return str(number)


def change_enquiry(
    session: Session,
    by: str,
    ref: str,
    *,
    question: str | None = None,
    statements: Iterable[str] | None = None,
    supports: str | None = None,
    refutes: str | None = None,
    look: str | None = None,
) -> None:
    """Change a line of enquiry; what is None stays. Raises Refused."""
    state = session.state
    identity, body = _need_enquiry(state, by, ref)
    if question is not None:
        body = msgspec.structs.replace(body, question=_question(question))
    if statements is not None:
        body = msgspec.structs.replace(
            body, statements=_statements(state, statements, body.statements)
        )
    texts = {"supports": supports, "refutes": refutes, "look": look}
    changed = {n: clean_text(text).strip() for n, text in texts.items() if text is not None}
    body = msgspec.structs.replace(body, **changed)
    _write(session, by, identity, body)


def accept(session: Session, by: str, ref: str, question: str | None = None) -> str:
    """Accept a proposed line of enquiry, reworded or as it is; return its number. Raises Refused."""
    state = session.state
    if not may_accept(state, by):
        raise Refused("Only the host or a facilitator accepts a proposed line of enquiry.")
    identity, body = _need_enquiry(state, by, ref)
    if body.standing != "proposed":
        raise Refused(
            f"Line of enquiry {clean_line(ref)} is not proposed; there is nothing to accept."
        )
    if question is not None:
        body = msgspec.structs.replace(body, question=_question(question))
    return _stand(session, by, identity, body, "open", "")


def stand(session: Session, by: str, ref: str, standing: str, reason: str = "") -> str:
    """Say how far a line of enquiry is; return what people call it from now on.

    One that is proposed is accepted by it. Dropping or changing it takes a reason. Raises Refused.
    """
    state = session.state
    identity, body = _need_enquiry(state, by, ref)
    if standing not in STANDINGS or standing == "proposed":
        ways = ", ".join(name for name in STANDINGS if name != "proposed")
        raise Refused(
            f"A line of enquiry cannot be called {clean_line(standing)}; it is one of {ways}."
        )
    reason = clean_text(reason).strip()
    if standing in ("dropped", "changed") and not reason:
        raise Refused(
            f"Line of enquiry {clean_line(ref)} cannot be {standing} without a reason; say why."
        )
    return _stand(session, by, identity, body, cast(Standing, standing), reason)


def _stand(
    session: Session, by: str, identity: str, body: Enquiry, standing: Standing, reason: str
) -> str:
    state = session.state
    number = body.number or number_of(state, identity) or next_number(state, "enquiry")
    # Other words for the same may still speak of what it was about before.
    areas = {*body.areas, *_speaks_of(state, body.statements)} if reason else ()
    body = msgspec.structs.replace(
        body, number=number, standing=standing, reason=reason, areas=tuple(sorted(areas))
    )
    _write(session, by, identity, body)
    return refs(session.state, "enquiry")[identity]


def _speaks_of(state: State, statements: Iterable[str]) -> tuple[int, ...]:
    """Return the areas behind their gates that a reason written now may speak of."""
    asked = {state.area_of(ref) for ref in statements}
    judged = (area.number for area in state.areas if state.judging(area.number))
    return tuple(number for number in judged if number in asked or not asked)


def delete_enquiry(session: Session, by: str, ref: str) -> None:
    """Delete a line of enquiry; `undo` brings it back. Raises Refused."""
    identity, _ = _need_enquiry(session.state, by, ref)
    session.write(by, [Change("enquiry", identity, None)])


def propose(session: Session, by: str) -> tuple[str, ...]:
    """Propose a line of enquiry for what the setting's own view leaves open; return their refs.

    For each statement at a step that asks for it, or without enough evidence, unless one about it
    is there already. The wording is the framework's own question, and the same whatever was said,
    so that it gives nobody's answer away. Host and facilitator alone see them until one is
    accepted. Raises Refused.
    """
    state = session.state
    if not may_accept(state, by):
        raise Refused("Only the host or a facilitator may propose lines of enquiry.")
    about = {ref for body in state.all("enquiry", Enquiry).values() for ref in body.statements}
    wanted = [ref for ref in state.order if ref not in about and _is_left_open(state, ref)]
    first = next_proposal(state, "enquiry")
    changes = [
        Change("enquiry", new_id(), _proposed(state, ref, number))
        for number, ref in enumerate(wanted, first)
    ]
    if changes:
        session.write(by, changes)
    called = refs(session.state, "enquiry")
    return tuple(called[change.id] for change in changes)


def _is_left_open(state: State, ref: str) -> bool:
    own = state.standing(f"self_evaluation/{ref}", SelfEvaluation)
    if own is None:
        return False
    asking = {step.key for step in state.framework.scale.steps if step.enquire}
    return own.outcome == "not_enough_evidence" or bool(asking & set(own.stages))


def _proposed(state: State, ref: str, number: int) -> Enquiry:
    _, statement = need_statement(state, ref)
    return Enquiry(
        number=0,
        question=statement.questions[0] if statement.questions else f"What is {ref} like here?",
        statements=(ref,),
        look="; ".join(statement.look_for),
        standing="proposed",
        proposal=number,
    )


def _need_enquiry(state: State, by: str, ref: str) -> tuple[str, Enquiry]:
    def seen(body: Enquiry) -> bool:
        return body.standing != "proposed" or may_accept(state, by)

    # A proposal is refused to the panel as what is not there is
    return need(state, "enquiry", Enquiry, ref, "line of enquiry", seen)


def _write(session: Session, by: str, identity: str, body: Enquiry) -> None:
    state = session.state
    if state.standing(identity, Enquiry) != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("enquiry", identity, body)])


def _question(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise Refused("A line of enquiry needs a question; write what the visit is to find out.")
    return text


def _statements(state: State, named: Iterable[str], before: Iterable[str] = ()) -> tuple[str, ...]:
    found = {need_statement(state, ref)[1].ref for ref in named}
    return with_those_out_of_scope(state, found, before)
