"""What a session holds of a statement: what its panel agreed, or what one reviewer judged alone.

Source: the settled questions of the design: the agreed view; where one reviewer judged alone, theirs,
and it is said whose; otherwise that there is none yet. Everything here is told from a view.
"""

import msgspec

from .records import Outcome
from .seen import AgreementView, AreaView, StatementView


class Held(msgspec.Struct, frozen=True):
    """Where practice sits, as a session holds it."""

    outcome: Outcome | None
    """None: an area in a sentence alone."""
    stages: tuple[str, ...]
    """The keys of the steps, in the scale's order."""
    because: str
    by: str = ""
    """Who judged it alone; empty: the panel agreed on it."""
    dissent: tuple[str, ...] = ()
    """Each `NAME: their words`."""


NOT_AGREED, NOT_JUDGED = "not agreed yet", "not judged"
DESCRIBED = "its area is being described"


def held(statement: StatementView, area: AreaView) -> Held | None:
    """Return what a session holds of a statement; None: nothing, or nothing that may be seen."""
    judged = statement.judged
    if judged is None:
        return None
    if judged.agreement is not None and not judged.sealed:
        return of_agreement(judged.agreement)
    cast = [ballot for ballot in judged.ballots if ballot.cast or ballot.hidden]
    judges = {person.id for person in area.judges}
    if len(judges) != 1 or {b.person for b in cast} != judges or any(b.hidden for b in cast):
        return None
    last = max(cast, key=lambda ballot: ballot.round)
    return Held(last.outcome, last.stages, last.because, last.by)


def of_agreement(agreed: AgreementView) -> Held:
    """Return what was agreed, of a statement or of an area."""
    return Held(agreed.outcome, agreed.stages, agreed.because, dissent=agreed.dissent)


def why_nothing(statement: StatementView) -> str:
    """Return why a session holds nothing of a statement, in a few words."""
    judged = statement.judged
    if judged is None:
        return DESCRIBED
    return NOT_AGREED if any(b.cast or b.hidden for b in judged.ballots) else NOT_JUDGED
