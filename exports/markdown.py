"""A report as Markdown: CommonMark with GFM tables, for Word, for paper and as plain text."""

from collections.abc import Iterator

from sessions.records import PHASES
from sessions.seen import PersonView

from .escape import block, heading, inline
from .markdown_area import area_blocks, case_study_blocks, profile_list
from .markdown_method import index_blocks, method_blocks
from .markdown_plan import finding_blocks, plan_blocks
from .markdown_visit import enquiry_blocks, figure_blocks, visit_blocks
from .model import Area, Report
from .parts import Part, as_markdown, part
from .pieces import bold, item, long_list, note_item, short_list, table
from .words import day, listed, named, spoken, written


def to_markdown(report: Report) -> str:
    """Return a report as Markdown. It ends with a newline."""
    return as_markdown(title_of(report), report_parts(report))


def title_of(report: Report) -> str:
    """Return the title of a report, as Markdown."""
    return f"Peer review of inclusion at {heading(report.setting)}"


def report_parts(report: Report) -> tuple[Part, ...]:
    """Return the parts of the full report, in its order."""
    areas = (block for area in report.areas for block in area_blocks(area, report))
    visit = visit_blocks(report.activities, report.changes, report.date)
    found = (
        part("facts", _facts(report)),
        part("panel", _panel(report)),
        part("about", _what_this_is(report)),
        part("headline", _headline(report)),
        part("context", figure_blocks(report.figures)),
        part("enquiries", enquiry_blocks(report.enquiries)),
        part("areas", areas),
        part("findings", finding_blocks(report.plan)),
        part("plan", plan_blocks(report.plan)),
        part("gaps", _gaps(report)),
        part("visit", visit),
        part("index", index_blocks(report)),
        part("method", method_blocks(report)),
        part("case-studies", case_study_blocks(report)),
    )
    return tuple(one for one in found if one.blocks)


# Who, when and with what


def _facts(report: Report) -> Iterator[str]:
    phase = f" ({PHASES.get(report.phase, report.phase)})" if report.phase else ""
    version = f", version {report.version}" if report.version else ""
    scope = "; ".join(f"{area.number} {area.title}" for area in report.areas)
    facts = {
        "Setting": report.setting + phase,
        "Date of the review": day(report.date),
        "Framework": report.framework + version,
        "Areas reviewed": scope,
        "Purpose": report.purpose,
        "Report made": f"{written(report.made)}, from the session {report.session}",
    }
    yield short_list(item(f"{label}: {inline(fact)}") for label, fact in facts.items() if fact)


def _panel(report: Report) -> Iterator[str]:
    yield "## The panel"
    if not report.people:
        yield "Nobody has been named yet."
        return
    head = ("Name", "Role", "From", "Leads", "Declared interest", "Notes begin with")
    yield table(head, (_person(person) for person in report.people))


def _person(person: PersonView) -> tuple[str, ...]:
    role = person.role + (", has left" if person.left else "")
    leads = f"area{'s' if len(person.leads) > 1 else ''} {spoken(map(str, person.leads))}"
    return (
        person.name,
        role,
        person.own_setting,
        leads if person.leads else "",
        _interest(person),
        person.tag,
    )


def _interest(person: PersonView) -> str:
    if not person.interest_areas:
        return person.interest
    return f"{person.interest} ({named('area', map(str, person.interest_areas))})"


def _what_this_is(report: Report) -> Iterator[str]:
    judging = (
        "Only then, in a pass of its own, did it say where that evidence places practice. "
        if report.profile is not None
        else ""
    )
    yield "## What this is, and what it is not"
    yield (
        "This is a record of a guided peer review, done with the school and not to it. The panel "
        f"first wrote down what it saw, heard and read, statement by statement. {judging}"
        "The report belongs to the school, which decides who sees it."
    )
    yield (
        "It is not an inspection. It gives no grade and no forecast of what an inspection would "
        "find. It judges no individual teacher and no learner, and compares the school with no "
        "other. Where nothing was seen, it does not follow that there was nothing to see."
    )


# What stands first


def _headline(report: Report) -> Iterator[str]:
    yield "## Headline"
    rows = (
        ("Statements with evidence:", report.evidenced),
        ("Statements without evidence so far:", report.unevidenced),
    )
    yield short_list(item(f"{bold(name)} {inline(listed(refs))}") for name, refs in rows if refs)
    describing = [area for area in report.areas if area.judged is None]
    if describing:
        yield f"Still being described, and nothing more: {_areas(describing)}."
    if report.profile is None:
        return
    yield "### Where practice sits"
    yield (
        f"Each {inline(report.noun)} is named with the statements that lie there. "
        "A statement may lie at more than one; they are listed, not counted."
    )
    yield profile_list(report.profile)
    sentences = [a for a in report.areas if a.judged is not None and a.judged.sentence]
    if sentences:
        yield "### The areas in a sentence"
        yield long_list(_sentence(area) for area in sentences)


def _sentence(area: Area) -> str:
    sentence = area.judged.sentence if area.judged else ""
    return item(f"{bold(f'Area {area.number}, {area.title}:')} {block(sentence)}")


def _areas(areas: list[Area]) -> str:
    """Return areas by number and title."""
    return inline("; ".join(f"area {area.number}, {area.title}" for area in areas))


# What is missing


def _gaps(report: Report) -> Iterator[str]:
    yield "## What is not yet judged, or lacks evidence"
    profile = report.profile
    sides = listed(f"{ref} ({source})" for ref, source in report.one_sided)
    describing = _areas([area for area in report.areas if area.judged is None])
    rows = (
        ("Still being described, so not judged", describing),
        ("Not yet judged", listed(profile.not_judged) if profile else ""),
        ("Not yet agreed", listed(profile.not_agreed) if profile else ""),
        ("Judged as not enough evidence", listed(profile.not_enough) if profile else ""),
        ("Without a note", listed(report.unevidenced)),
        ("Heard from one side so far", sides),
    )
    found = [item(f"{bold(f'{name}:')} {what}") for name, what in rows if what]
    yield short_list(found) or "Every statement has evidence and has been judged."
    if report.unfiled:
        yield "### Notes that stand under no statement"
        yield long_list(note_item(note, report.date) for note in report.unfiled)
