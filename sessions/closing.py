"""Before an area closes: what of it would not stand up, and where that is mended.

Everything here is told from a view, so it says no more than the viewer may see: of a sealed ballot
only that it was cast. Nothing is counted, and no stage is named.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from .looking import agreement_subject, ballot_subject
from .seen import AgreementView, AreaView, BallotView, SessionView, StatementView
from .spread import latest

Kind = Literal["changed", "against", "unjudged", "enquiry", "agreement", "finding"]

KINDS: dict[Kind, str] = {
    "changed": "a cited note changed",
    "against": "only evidence against it",
    "unjudged": "not judged by anybody",
    "enquiry": "still open",
    "agreement": "agreed before a change",
    "finding": "a note changed",
}
"""What people read of each kind, in a few words."""

Place = Literal["judge", "agree", "prepare", "plan"]
"""The screen where something is mended."""


class Weak(msgspec.Struct, frozen=True):
    """Something that would not stand up."""

    kind: Kind
    sentence: str
    place: Place
    statement: str = ""
    """The ref of the statement that it is about; empty: of none, or of the area."""
    enquiry: str = ""
    """The ref of the line of enquiry."""
    finding: str = ""
    """The ref of the finding."""
    subject: str = ""
    """What `looking.look` takes, where a look is enough for it to stand."""


def closing(seen: SessionView, number: int) -> tuple[Weak, ...]:
    """Return what would not stand up in an area; before its gate there is nothing to return."""
    area = seen.area(number)
    if area is None or not area.judging:
        return ()
    refs = {statement.ref for statement in area.statements}
    return (
        *(weak for statement in area.statements for weak in _statement(statement)),
        *_sentence(area),
        *_enquiries(seen, refs),
        *_findings(seen, refs),
    )


def _statement(statement: StatementView) -> Iterator[Weak]:
    judged, ref = statement.judged, statement.ref
    if judged is None:
        return
    # A hidden ballot is one that was cast: that much everybody may know.
    if not any(ballot.cast or ballot.hidden for ballot in judged.ballots):
        yield Weak("unjudged", f"Nobody has judged {ref} yet.", "judge", ref)
    for ballot in latest(judged):
        yield from _ballot(ballot, ref)
    yield from _agreement(judged.agreement, ref)


def _ballot(ballot: BallotView, ref: str) -> Iterator[Weak]:
    if ballot.stale_notes:
        sentence = _moved(f"The judgement of {ref} by {ballot.by}", ballot.stale_notes)
        yield Weak("changed", sentence, "judge", ref, subject=ballot_subject(ballot, ref))
    if ballot.highlights and ballot.cites and all(cite.against for cite in ballot.cites):
        sentence = (
            f"What {ballot.by} highlighted for {ref} has only evidence against it: "
            f"{_listed([cite.ref for cite in ballot.cites])}."
        )
        yield Weak("against", sentence, "judge", ref)


def _agreement(agreed: AgreementView | None, ref: str) -> Iterator[Weak]:
    if agreed is None:
        return
    if agreed.stale:
        yield Weak("agreement", f"{ref} was {agreed.stale}.", "agree", ref)
    elif agreed.moved:
        sentence = _moved(f"What is agreed of {ref}", agreed.moved)
        yield Weak("agreement", sentence, "agree", ref, subject=agreement_subject(ref))


def _sentence(area: AreaView) -> Iterator[Weak]:
    agreed, subject = area.agreement, f"area/{area.number}"
    if agreed is None:
        return
    if agreed.stale:
        yield Weak("agreement", f"The sentence of area {area.number} was {agreed.stale}.", "agree")
    elif agreed.moved:
        sentence = _moved(f"The sentence of area {area.number}", agreed.moved)
        yield Weak("agreement", sentence, "agree", subject=agreement_subject(subject))


def _enquiries(seen: SessionView, refs: set[str]) -> Iterator[Weak]:
    for enquiry in seen.visit.enquiries:
        # What is proposed is no line of enquiry yet.
        if enquiry.standing == "open" and refs & set(enquiry.statements):
            sentence = f"Line of enquiry {enquiry.ref} is still open: {enquiry.question}"
            yield Weak("enquiry", sentence, "prepare", enquiry=enquiry.ref)


def _findings(seen: SessionView, refs: set[str]) -> Iterator[Weak]:
    for finding in seen.plan.findings:
        if finding.stale_notes and refs & set(finding.statements):
            sentence = _moved(f"Finding {finding.ref}", finding.stale_notes)
            yield Weak("finding", sentence, "plan", finding=finding.ref, subject=finding.id)


def _moved(what: str, notes: tuple[str, ...]) -> str:
    return f"{what} rests on what has changed since: {_listed(notes)}."


def moved(notes: Sequence[str]) -> str:
    """Return what is to be said beside something that rests on notes; empty: they are as they were."""
    return f"changed since: {_listed(notes)}; look again" if notes else ""


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
