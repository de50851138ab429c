"""A look at what rests on what has changed since: somebody says that it stands all the same."""

from .errors import Refused
from .numbered import refs
from .records import Agreement, Ballot, Change
from .records_after import part_name
from .records_plan import Finding
from .records_visit import Choice
from .resting import choice_of, settling
from .seen import BallotView, SessionView
from .session import Session
from .state import State
from .view import view


def ballot_subject(ballot: BallotView, ref: str) -> str:
    """Return what `look` takes for a ballot of a statement."""
    return f"ballot/{ballot.person}/{ref}/{ballot.round}"


def agreement_subject(ref: str) -> str:
    """Return what `look` takes for what is agreed of a statement (`1.2`), or of an area (`area/1`)."""
    return f"agreement/{ref}"


def look_words(state: State, about: str) -> str:
    """Return what was looked at, from the subject of a choice: `the judgement of 1.2 by Ben Orr`.

    Empty: it is a choice of another kind.
    """
    if not about.startswith(choice_of("")):
        return ""
    kind, _, what = about.removeprefix(choice_of("")).partition("/")
    if kind == "ballot":
        person, ref, *_ = what.split("/")
        return f"the judgement of {ref} by {state.name(person)}"
    if kind == "agreement":
        return f"what is agreed of {what.replace('/', ' ')}"
    if kind == "report_text":
        return f"the words for {part_name(what)}"
    called = refs(state, "finding").get(kind, "")
    return f"finding {called}" if called else ""


def look(session: Session, by: str, subject: str) -> None:
    """Write down that somebody looked at a judgement, an agreement or a finding, and that it stands.

    `subject`: the id of its record. A later change of a note that it rests on is open again. Only
    what this person may see can be looked at, by the panel alone. Raises Refused.
    """
    state = session.state
    if state.people[by].role not in ("facilitator", "reviewer"):
        role = state.people[by].role
        raise Refused(
            f"{state.name(by)} is here as {role}; that a judgement stands is for the panel to say."
        )
    waiting = _waiting(view(session, by))
    if subject not in waiting:
        raise Refused(
            "Nothing that you may see there rests on what has changed since; nothing was written."
        )
    about = choice_of(subject)
    # Only what rests on something is waiting, and it is there.
    body = Choice(about, settling(state, _resting(state, subject)))
    session.write(by, [Change("choice", f"choice/{about}", body)])


def _resting(state: State, subject: str) -> Ballot | Agreement | Finding:
    version = state.records.standing(subject)
    body = state.records.body(version) if version is not None else None
    return body if isinstance(body, Ballot | Agreement | Finding) else Agreement()


def _waiting(seen: SessionView) -> set[str]:
    """Return the subjects that somebody could look at."""
    found = {finding.id for finding in seen.plan.findings if finding.stale_notes}
    for area in seen.areas:
        if area.agreement is not None and area.agreement.moved:
            found.add(agreement_subject(f"area/{area.number}"))
    for statement in (s for area in seen.areas for s in area.statements):
        judged = statement.judged
        if judged is None:
            continue
        found |= {ballot_subject(b, statement.ref) for b in judged.ballots if b.stale_notes}
        if judged.agreement is not None and judged.agreement.moved:
            found.add(agreement_subject(statement.ref))
    return found
