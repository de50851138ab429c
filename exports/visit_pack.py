"""A pack to print before a visit, for host and reviewers: who comes, when, to ask and look for what.

It holds nothing that judges, whatever the session holds already: no stage, no descriptor, no
judgement, nothing of the setting's own view, and no line of enquiry that is only proposed.
"""

from collections.abc import Iterator

from frameworks.model import Framework
from sessions.records import SOURCES
from sessions.seen import AreaView, SessionView
from sessions.seen_visit import EnquiryView

from .build_visit import accepted
from .escape import block, heading, inline
from .facts import Source, facts, origin, setting_words
from .markdown_visit import enquiry_lines, timetable
from .model import Report
from .parts import Part, part
from .pieces import item, long_list, short_list, table
from .words import day, listed

_HAVE_READY: dict[str, str] = {
    "work-scrutiny": "learners' work to look at",
    "learner-voice": "a quiet place to talk with learners, and their agreement to talk",
    "parent-voice": "a place to talk with parents and carers",
    "data": "the data that will be talked about, without names of learners",
    "document": "the documents that will be read",
}
"""What the setting gets ready for activities of these source types."""


def visit_title(source: Source) -> str:
    """Return the title."""
    return f"Visit to {source.report.setting}"


def visit_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the pack."""
    seen, framework = source.seen, source.framework
    areas = (block for area in seen.areas for block in _area(area, framework))
    found = (
        facts(_facts(source.report)),
        part("about", _about()),
        part("panel", _panel(seen)),
        part("visit", _timetable(seen)),
        part("enquiries", _enquiries(seen)),
        part("bring", _what_to_bring(seen, framework)),
        part("areas", areas),
    )
    return tuple(one for one in found if one.blocks)


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "Setting", setting_words(report)
    yield "Date of the visit", day(report.date)
    yield "Purpose", report.purpose
    yield "Areas", "; ".join(f"{area.number} {area.title}" for area in report.areas)
    yield from origin(report)


def _about() -> Iterator[str]:
    yield "## What this visit is"
    yield (
        "This visit is a peer review, done with the school and not to it. On the day the panel "
        "writes down what it sees, hears and reads, and nothing else. Please write no names of "
        "learners: Learner A is enough."
    )


def _panel(seen: SessionView) -> Iterator[str]:
    people = [person for person in seen.people if not person.left]
    yield "## Who is on the panel"
    if not people:
        yield "Nobody has been named yet."
        return
    rows = ((p.name, p.role, p.own_setting, listed(map(str, p.leads)), p.interest) for p in people)
    yield table(("Name", "Role", "From", "Leads on area", "Declared interest"), rows)


def _timetable(seen: SessionView) -> Iterator[str]:
    yield "## Timetable"
    activities = seen.visit.activities
    yield timetable(activities, seen.date) if activities else "Nothing has been planned yet."
    if activities and seen.visit.unplanned:
        yield f"No activity is planned for: {inline(listed(seen.visit.unplanned))}."


def _enquiries(seen: SessionView) -> Iterator[str]:
    found = [one for one in accepted(seen) if one.standing not in ("dropped", "changed")]
    if found:
        yield "## Lines of enquiry"
        yield "Questions that the visit is to answer."
        yield long_list(_enquiry(one) for one in found)


def _enquiry(enquiry: EnquiryView) -> str:
    return item(*enquiry_lines(enquiry))


# What to bring


def _what_to_bring(seen: SessionView, framework: Framework) -> Iterator[str]:
    """Yield what each side brings, as far as the timetable and the framework say so."""
    used = {activity.source for activity in seen.visit.activities}
    ready = [_HAVE_READY[source] for source in SOURCES if source in _HAVE_READY and source in used]
    yield "## What to bring"
    yield "The panel: this pack; something to write on or the app; what the school asks of visitors."
    yield f"The school: a room for the panel{''.join(f'; {thing}' for thing in ready)}."
    references = _references(seen, framework)
    if references:
        yield "To have at hand:"
        yield short_list(item(inline(reference)) for reference in references)


def _references(seen: SessionView, framework: Framework) -> list[str]:
    areas = (framework.area(area.number) for area in seen.areas)
    return list(dict.fromkeys(r for area in areas if area is not None for r in area.references))


# What the panel asks and looks for


def _area(area: AreaView, framework: Framework) -> Iterator[str]:
    yield f"## Area {area.number}: {heading(area.title)}"
    known = framework.area(area.number)
    if known is not None and known.questions:
        yield "To ask in this area:"
        yield short_list(item(inline(question)) for question in known.questions)
    for statement in area.statements:
        yield f"### Statement {heading(statement.ref)}"
        yield block(statement.text)
        for title, lines in (("To ask", statement.questions), ("To look for", statement.look_for)):
            if lines:
                yield f"{title}:"
                yield short_list(item(inline(line)) for line in lines)
