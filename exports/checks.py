"""What to look at before a report leaves: what may identify somebody first, then gaps, then words.

Nothing here stops an export; it is pointed out, and people decide.
"""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from frameworks.model import Framework
from sessions.closing import closing
from sessions.seen import SessionView
from sessions.wording import judging_words

from .build import build_report
from .build_plan import unanswered, unfinished, unordered
from .identifying import Finding, Identifying, identifying
from .model import Profile, Report
from .words import AGREED_SINCE, JUDGED_SINCE, MOVED, spoken

__all__ = ["Checks", "Finding", "Identifying", "check"]


class Checks(msgspec.Struct, frozen=True):
    """Everything to look at before a report leaves, most pressing first."""

    identifying: tuple[Identifying, ...]
    """What may identify somebody, but for what was accepted. A basic check: it misses some."""
    without_notes: tuple[Finding, ...]
    """Statements with no evidence."""
    not_judged: tuple[Finding, ...]
    """Statements behind the gate that nobody has cast a judgement of."""
    not_agreed: tuple[Finding, ...]
    """Statements that have been judged, with no agreed view."""
    stale: tuple[Finding, ...]
    """What was agreed before its area was reopened, and waits to be looked at again."""
    changed_notes: tuple[Finding, ...]
    """What rests on a note that has changed since, and that nobody has looked at again."""
    lost_cites: tuple[Finding, ...]
    """Judgements that cite a note which has been deleted or made private since."""
    one_sided: tuple[Finding, ...]
    """Statements whose evidence is of one source type."""
    no_source: tuple[Finding, ...]
    """Statements none of whose notes says its source type."""
    open_enquiries: tuple[Finding, ...]
    """Lines of enquiry that have no answer yet."""
    bare_findings: tuple[Finding, ...]
    """Findings that name no evidence."""
    left_open: tuple[Finding, ...]
    """Areas for development that are no priority, or that no key result answers."""
    unfinished_actions: tuple[Finding, ...]
    """Actions that do not say who, or by when."""
    judging_words: tuple[Finding, ...]
    """Words in notes that judge instead of describing."""
    unsettled: tuple[Finding, ...]
    """What stands side by side and waits for a person to settle it."""

    def all(self) -> tuple[Finding, ...]:
        """Return every finding, most pressing first."""
        return tuple(finding for name in self.__struct_fields__ for finding in getattr(self, name))


def check(seen: SessionView, framework: Framework) -> Checks:
    """Return what to look at before the report of `seen`, which is `view(session, None)`, leaves."""
    # What the report itself makes of the session, so that the two never differ; its date is not read
    report = build_report(seen, framework, datetime.min)
    profile = report.profile or Profile()
    statements = [statement for area in seen.areas for statement in area.statements]
    return Checks(
        identifying=tuple(
            found for found in identifying(seen, report, framework) if not found.accepted
        ),
        without_notes=_about(report.unevidenced, "has no evidence under it"),
        not_judged=_about(profile.not_judged, "is not judged yet"),
        not_agreed=_about(profile.not_agreed, "is not agreed yet"),
        stale=tuple(_stale(report)),
        changed_notes=tuple(_changed_notes(seen)),
        lost_cites=tuple(_lost_cites(seen)),
        one_sided=tuple(
            Finding(ref, f"{ref} is heard from one side so far: {source}.")
            for ref, source in report.one_sided
        ),
        no_source=tuple(
            Finding(s.ref, f"No note under {s.ref} says what source it comes from.")
            for s in statements
            if s.evidence and not s.sources
        ),
        open_enquiries=tuple(
            Finding(
                f"Line of enquiry {e.ref}", f"Line of enquiry {e.ref} is still open: {e.question}"
            )
            for e in report.enquiries
            if e.is_open
        ),
        bare_findings=tuple(
            Finding(f"Finding {f.ref}", f"Finding {f.ref} names no evidence that is shared.")
            for f in report.plan.findings
            if not f.notes
        ),
        left_open=tuple(_left_open(report)),
        unfinished_actions=tuple(
            Finding(f"Action {action.ref}", f"Action {action.ref} does not say {gap}.")
            for action, gap in unfinished(report.plan)
        ),
        judging_words=tuple(
            Finding(note.ref, f'{note.ref} says "{hint.word}". {hint.question}')
            for note in seen.notes
            for hint in judging_words(note.text)
        ),
        unsettled=tuple(Finding("", conflict) for conflict in seen.conflicts),
    )


def _about(refs: tuple[str, ...], what: str) -> tuple[Finding, ...]:
    return tuple(Finding(ref, f"{ref} {what}.") for ref in refs)


def _stale(report: Report) -> Iterator[Finding]:
    for area in report.areas:
        if area.judged is None:
            continue
        if area.judged.stale and area.judged.stale not in (MOVED, JUDGED_SINCE, AGREED_SINCE):
            place = f"area {area.number}"
            yield Finding(place, f"The sentence of {place}: {area.judged.stale}.")
        for found in area.judged.judgements:
            if found.stale and found.stale not in (
                MOVED,
                JUDGED_SINCE,
            ):  # those are told with the notes
                yield Finding(found.ref, f"{found.ref} was {found.stale}.")


def _changed_notes(seen: SessionView) -> Iterator[Finding]:
    # A finding on two areas is said once.
    every = (weak for area in seen.areas for weak in closing(seen, area.number))
    for weak in dict.fromkeys(weak for weak in every if weak.subject):
        area = weak.subject.removeprefix("agreement/").replace("/", " ")
        finding = f"Finding {weak.finding}" if weak.finding else area
        yield Finding(weak.statement or finding, weak.sentence)


def _left_open(report: Report) -> Iterator[Finding]:
    without_place, without_result = unordered(report.plan), unanswered(report.plan)
    for finding in report.plan.findings:
        lacks = ["no place among the priorities"] * (finding in without_place)
        lacks += ["no key result"] * (finding in without_result)
        if lacks:
            place = f"Finding {finding.ref}"
            yield Finding(place, f"{place} is an area for development and has {spoken(lacks)} yet.")


def _lost_cites(seen: SessionView) -> Iterator[Finding]:
    here = {note.id for note in seen.notes}
    for area in seen.areas:
        for statement in area.statements:
            for ballot in statement.judged.ballots if statement.judged else ():
                gone = any(cite.note not in here for cite in ballot.cites)
                if gone or (ballot.cast and ballot.outcome == "stages" and not ballot.cites):
                    yield Finding(
                        statement.ref,
                        f"The judgement of {statement.ref} by {ballot.by} cites a note that has "
                        "been deleted or made private since.",
                    )
