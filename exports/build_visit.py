"""What a report says of the visit itself: what everyone may see of it, whoever asks for the report."""

import msgspec

from sessions.seen import SessionView
from sessions.seen_visit import ActivityView, ChangeView, EnquiryView, SelfView


def accepted(seen: SessionView) -> tuple[EnquiryView, ...]:
    """Return the lines of enquiry without those that are only proposed.

    A host and a facilitator see proposals; a document is for everyone.
    """
    return tuple(e for e in seen.visit.enquiries if e.standing != "proposed")


def judged_own(seen: SessionView) -> tuple[SelfView, ...]:
    """Return the setting's own views of the areas behind their gates; a host sees theirs before."""
    refs = {s.ref for area in seen.areas if area.judging for s in area.statements}
    return tuple(own for own in seen.visit.self_evaluated if own.statement in refs)


def shared_activities(seen: SessionView) -> tuple[ActivityView, ...]:
    """Return the timetable, without the refs of somebody's private notes."""
    shared = {note.ref for note in seen.notes if not note.private}
    return tuple(
        msgspec.structs.replace(one, notes=tuple(ref for ref in one.notes if ref in shared))
        for one in seen.visit.activities
    )


def shared_changes(seen: SessionView) -> tuple[ChangeView, ...]:
    """Return what changed, without what speaks of somebody's private note."""
    private = {note.ref for note in seen.notes if note.private}
    return tuple(change for change in seen.visit.changes if not _names(change, private))


def _names(change: ChangeView, refs: set[str]) -> bool:
    words = change.what.split()
    return bool(words) and (words[0] in refs or words[-1].rstrip(".") in refs)
