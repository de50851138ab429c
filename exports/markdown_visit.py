"""The visit as Markdown: context figures, lines of enquiry, the timetable, and what changed on it."""

from collections.abc import Iterable, Iterator

from sessions.seen_visit import ActivityView, ChangeView, EnquiryView, FiguresView, FigureView

from .escape import inline
from .model import Report
from .own_words import own_words
from .pieces import bold, item, labelled, long_list, short_list, table
from .words import listed, moment, named

_HIDDEN = "not shown: it, or a count that could be worked out with it, is under five"


def setting_blocks(report: Report) -> Iterator[str]:
    """Yield what somebody wrote of the setting, and its context figures."""
    blocks = [*own_words(report, "context"), *_figure_blocks(report.figures)]
    if blocks:
        yield "## The setting"
        yield from blocks


def _figure_blocks(figures: FiguresView) -> Iterator[str]:
    """Yield the context figures, with what the source gives to compare: a question to ask."""
    if not figures.any:
        return
    yield "### Context figures"
    yield "Facts of the setting, as it gave them. They are something to ask about, and judge nothing."
    given = [figure for figure in figures.figures if figure.count is not None or figure.few]
    yield short_list(item(f"{inline(figure.name)}: {_figure(figure)}") for figure in given)
    yield f"The proportions to compare are those of {inline(figures.source)}."
    yield f"To ask: {inline(figures.question)}"


def _figure(figure: FigureView) -> str:
    known = [f"{figure.count:,}" if figure.count is not None else _HIDDEN]
    known += [f"{figure.share} of the roll"] if figure.share else []
    known += [f"the source gives {figure.reference} of all learners"] if figure.reference else []
    return inline("; ".join(known))


def enquiry_blocks(enquiries: Iterable[EnquiryView]) -> Iterator[str]:
    """Yield the lines of enquiry, and how each ended; those without an answer say so."""
    found = list(enquiries)
    if not found:
        return
    yield "## Lines of enquiry"
    yield "Questions that the visit was to answer, and what became of each."
    yield long_list(item(*enquiry_lines(one), _ending(one)) for one in found)


def enquiry_lines(enquiry: EnquiryView) -> Iterator[str]:
    """Yield a line of enquiry as lines of an item, without how it stands."""
    about = f" ({inline(named('statement', enquiry.statements))})" if enquiry.statements else ""
    yield bold(f"{enquiry.ref}: {enquiry.question}") + about
    yield labelled("What would support it", enquiry.supports)
    yield labelled("What would refute it", enquiry.refutes)
    yield labelled("Where to look", enquiry.look)


def _ending(enquiry: EnquiryView) -> str:
    if enquiry.is_open:
        return "It is still open."
    ended = f"How it ended: {enquiry.standing_name}."
    return f"{ended} {labelled('Why', enquiry.reason)}".rstrip()


def timetable(activities: Iterable[ActivityView], visit: str) -> str:
    """Return the timetable as a table; `visit`: the day on which a time alone is said."""
    head = ("When", "What", "Where", "Who with", "Reviewers", "Source", "Statements")
    return table(
        head,
        (
            (
                _when(activity, visit),
                activity.what,
                activity.where,
                activity.who,
                listed(activity.reviewers),
                activity.source_name,
                listed(activity.statements),
            )
            for activity in activities
        ),
    )


def _when(activity: ActivityView, visit: str) -> str:
    """Return when an activity is; its day is said once, and not at all on the day of the visit."""
    starts = moment(activity.starts, visit)
    ends = moment(activity.ends, activity.starts[:10] or visit)
    return f"{starts} to {ends}".strip() if ends else starts


def visit_blocks(
    activities: Iterable[ActivityView], changes: Iterable[ChangeView], visit: str
) -> Iterator[str]:
    """Yield the timetable as it was carried out, and what changed during the visit."""
    lines, changed = list(activities), list(changes)
    if lines:
        yield "## The visit"
        yield "The timetable as it was carried out."
        yield timetable(lines, visit)
    if changed:
        yield "## What changed during the visit"
        yield short_list(item(_change(change, visit)) for change in changed)


def _change(change: ChangeView, visit: str) -> str:
    by = f" ({inline(change.by)})" if change.by.strip(" -") else ""
    return f"{inline(moment(change.at, visit))}: {inline(change.what)}{by}"
