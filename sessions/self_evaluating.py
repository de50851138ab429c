"""The setting's own view, before the panel's: by the host, on the same framework.

It is kept apart from the panel's evidence, and hidden from the panel until the gate of an area opens.
"""

from collections.abc import Iterable, Mapping

import msgspec

from frameworks.text import clean_text

from .errors import Refused
from .judging_fields import read_fields
from .records import (
    Change,
    Outcome,
)
from .records_visit import (
    SelfEvaluation,
)
from .rules import need_statement, need_steps
from .session import Session
from .state import State


def need_host(state: State, person: str, act: str) -> None:
    """Refuse an act that is for the host alone. Raises Refused."""
    if state.people[person].role == "host":
        return
    hosts = ", ".join(state.name(host) for host in state.present("host"))
    raise Refused(
        f"Only the host may {act}; "
        + (f"ask {hosts}." if hosts else "add somebody of the setting as host first.")
    )


def self_evaluate(
    session: Session,
    by: str,
    ref: str,
    *,
    stages: Iterable[str] = (),
    outcome: Outcome | None = "stages",
    because: str = "",
    fields: Mapping[str, str] | None = None,
) -> None:
    """Write the host's own view of a statement; an outcome of None takes it away. Raises Refused."""
    state = session.state
    area, statement = need_statement(state, ref)
    need_host(state, by, "write the setting's own view")
    identity = f"self_evaluation/{statement.ref}"
    if outcome is None:
        if state.standing(identity, SelfEvaluation) is not None:
            session.write(by, [Change("self_evaluation", identity, None)])
        return
    body = SelfEvaluation(
        statement=statement.ref,
        outcome=outcome,
        stages=need_steps(state, stages) if outcome == "stages" else (),
        because=clean_text(because).strip(),
        fields=read_fields(state, fields or {}),
        late=state.first_gate(area.number) is not None,
    )
    if outcome == "stages" and not body.stages:
        noun = state.framework.scale.noun
        raise Refused(f"Say which {noun} the setting sees for {statement.ref}.")
    if outcome == "not_applicable" and not body.because:
        raise Refused(f"Saying that {statement.ref} is not applicable needs a because; say why.")
    before = state.standing(identity, SelfEvaluation)
    if before is not None and body == msgspec.structs.replace(before, late=body.late):
        body = before  # the same words are not written anew
    if before != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("self_evaluation", identity, body)])
