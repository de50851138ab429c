"""What is prepared for a visit and what changed on it, as commands print it: JSON, and lines."""

from collections.abc import Iterator
from typing import Any

from sessions.seen import SessionView
from sessions.seen_visit import ActivityView, EnquiryView, FigureView

from .show_lines import field_lines, fields_json, outcome_words
from .words import LATE_OWN, listed, spoken

# The setting's own view


def self_evaluation_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the setting's own views that the viewer may see."""
    return [
        {
            "statement": own.statement,
            "outcome": own.outcome,
            "stages": list(own.stages),
            "because": own.because,
            **fields_json(seen, own.fields),
            "by": own.by,
            "at": own.at,
            **({"late": True} if own.late else {}),
        }
        for own in seen.visit.self_evaluated
    ]


def self_evaluation_lines(seen: SessionView) -> Iterator[str]:
    """Yield the setting's own views that the viewer may see."""
    for own in seen.visit.self_evaluated:
        said = outcome_words(own.outcome, own.stages)
        line = f"The setting's own view of {own.statement}, by {own.by}, {own.at}: {said}{LATE_OWN * own.late}."
        yield f"{line} Because: {own.because}" if own.because else line
        yield from field_lines(seen, own.fields, f"in the setting's own view of {own.statement}")


# Lines of enquiry


def enquiries_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the lines of enquiry that the viewer may see."""
    return [
        {
            "ref": enquiry.ref,
            "question": enquiry.question,
            "statements": list(enquiry.statements),
            "supports": enquiry.supports,
            "refutes": enquiry.refutes,
            "look": enquiry.look,
            "standing": enquiry.standing,
            "reason": enquiry.reason,
            "by": enquiry.by,
        }
        for enquiry in seen.visit.enquiries
    ]


def enquiries_lines(seen: SessionView) -> Iterator[str]:
    """Yield the lines of enquiry that the viewer may see."""
    for enquiry in seen.visit.enquiries:
        yield from _enquiry_lines(enquiry)


def _enquiry_lines(enquiry: EnquiryView) -> Iterator[str]:
    name = f"line of enquiry {enquiry.ref}"
    about = f", about {spoken(enquiry.statements)}" if enquiry.statements else ""
    by = f", by {enquiry.by}" if enquiry.by != "-" else ""  # it came along from an older review
    head = f"L{name[1:]}, {enquiry.standing_name}{about}{by}"
    yield f"{head}: {enquiry.question}"
    for what, text in (
        (f"Would support {name}", enquiry.supports),
        (f"Would refute {name}", enquiry.refutes),
        (f"Where to look for {name}", enquiry.look),
        (f"Why {name} is {enquiry.standing_name}", enquiry.reason),
    ):
        if text:
            yield f"{what}: {text}"


# The timetable


def activities_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the activities of the timetable, by when they start."""
    return [
        {
            "ref": activity.ref,
            "what": activity.what,
            "starts": activity.starts,
            "ends": activity.ends,
            "where": activity.where,
            "who": activity.who,
            "reviewers": list(activity.reviewers),
            "source": activity.source,
            "statements": list(activity.statements),
            "notes": list(activity.notes),
        }
        for activity in seen.visit.activities
    ]


def timetable_json(seen: SessionView) -> dict[str, Any]:
    """Return the activities, and the statements that none is planned for."""
    return {"activities": activities_json(seen), "unplanned": list(seen.visit.unplanned)}


def timetable_lines(seen: SessionView) -> Iterator[str]:
    """Yield the activities by when they start, and the statements that none is planned for."""
    left = {person.id for person in seen.people if person.left}
    for activity in seen.visit.activities:
        yield _activity_line(activity, left)
    if seen.visit.unplanned:
        yield f"No activity is planned for {spoken(seen.visit.unplanned)}."


def _activity_line(activity: ActivityView, left: set[str]) -> str:
    names = [
        f"{name} (has left)" if person in left else name
        for person, name in zip(activity.people, activity.reviewers, strict=True)
    ]
    parts = (
        ("where", activity.where),
        ("with", activity.who),
        ("reviewers", spoken(names)),
        ("source", activity.source_name),
        ("for", spoken(activity.statements)),
        ("notes", listed(activity.notes)),
    )
    known = "".join(f"; {label}: {text}" for label, text in parts if text)
    return f"Activity {activity.ref}, {_when(activity)}: {activity.what}{known}"


def _when(activity: ActivityView) -> str:
    if not activity.starts:
        return "no time yet"
    same_day = activity.ends[:10] == activity.starts[:10]
    ends = activity.ends[11:] if same_day else activity.ends
    return f"{activity.starts} to {ends}" if ends else activity.starts


def activity_of(seen: SessionView, identity: str) -> str:
    """Return the ref of an activity on the timetable; empty: there is none of that id."""
    found = (activity.ref for activity in seen.visit.activities if activity.id == identity)
    return next(found, "")


# Context figures


def figures_json(seen: SessionView) -> dict[str, Any]:
    """Return the context figures; a count that may not be shown is null, with `few` true."""
    figures = seen.visit.figures
    return {
        "figures": [
            {
                "key": figure.key,
                "name": figure.name,
                "count": figure.count,
                "few": figure.few,
                "share": figure.share,
                "reference": figure.reference,
            }
            for figure in figures.figures
        ],
        "source": figures.source,
        "question": figures.question,
    }


def figures_lines(seen: SessionView) -> Iterator[str]:
    """Yield the context figures with what to compare and to ask; nothing where none was given."""
    figures = seen.visit.figures
    if not figures.any:
        return
    for figure in figures.figures:
        yield f"{figure.name}: {_count(figure)}"
    yield f"What the proportions are from: {figures.source}"
    yield f"To ask with these figures: {figures.question}"


def _count(figure: FigureView) -> str:
    if figure.few:
        return "not shown: it, or a count that could be worked out with it, is under five"
    if figure.count is None:
        return "not said"
    share = f", {figure.share} of the roll" if figure.share else ""
    reference = f" (the source has {figure.reference})" if share and figure.reference else ""
    return f"{figure.count}{share}{reference}"


# What changed


def changes_json(seen: SessionView) -> list[dict[str, str]]:
    """Return what changed during the visit, oldest first."""
    return [{"at": c.at, "by": c.by, "what": c.what} for c in seen.visit.changes]


def changes_lines(seen: SessionView) -> Iterator[str]:
    """Yield what changed during the visit, oldest first."""
    for change in seen.visit.changes:
        yield f"Changed {change.at}, by {change.by}: {change.what}"


def visit_lines(seen: SessionView) -> Iterator[str]:
    """Yield all of it, as `show` does; the timetable only where there is one."""
    yield from figures_lines(seen)
    yield from self_evaluation_lines(seen)
    yield from enquiries_lines(seen)
    if seen.visit.activities:
        yield from timetable_lines(seen)
    yield from changes_lines(seen)
