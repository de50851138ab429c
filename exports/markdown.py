"""A report as Markdown: CommonMark with GFM tables, for Word, for paper and as plain text."""

from collections.abc import Iterator

from sessions.seen import PersonView
from sessions.seen_after import Follows

from .about import about_blocks, describing_line, describing_words
from .build_after import gone
from .charts import profile_table
from .escape import block, heading, inline
from .facts import apart_facts, facts, framework_words, setting_words, state_words
from .markdown_after import follow_up_blocks, gone_blocks, reply_blocks
from .markdown_area import alone_line, area_blocks, case_study_blocks
from .markdown_method import index_blocks, method_blocks
from .markdown_plan import finding_blocks, plan_blocks
from .markdown_visit import enquiry_blocks, setting_blocks, visit_blocks
from .model import Profile, Report
from .own_words import own_words
from .parts import Part, as_markdown, part
from .pieces import bold, item, long_list, note_item, short_list, table
from .words import day, listed, named, spoken, written


def to_markdown(report: Report) -> str:
    """Return a report as Markdown. It ends with a newline."""
    return as_markdown(heading(title_of(report)), report_parts(report))


def title_of(report: Report) -> str:
    """Return the title of a report."""
    return f"Peer review of inclusion at {report.setting}"


def report_parts(report: Report) -> tuple[Part, ...]:
    """Return the parts of the full report, in its order; those with nothing in them are left out."""
    areas = (block for area in report.areas for block in area_blocks(area, report))
    visit = visit_blocks(report.activities, report.changes, report.date)
    found = (
        facts(_facts(report)),
        part("panel", _panel(report)),
        part("about", about_blocks(report)),
        part("headline", _headline(report)),
        part("context", setting_blocks(report)),
        part("enquiries", enquiry_blocks(report.enquiries)),
        part("areas", areas),
        part("findings", finding_blocks(report.plan, report.after)),
        part("replies", reply_blocks(report)),
        part("plan", plan_blocks(report.plan)),
        part("follow-up", follow_up_blocks(report)),
        part("gaps", _gaps(report)),
        part("visit", visit),
        part("index", index_blocks(report)),
        part("method", method_blocks(report)),
        part("case-studies", case_study_blocks(report)),
    )
    return tuple(one for one in found if one.blocks)


# Who, when and with what


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "Setting", setting_words(report)
    yield "Date of the review", day(report.date)
    yield "Framework", framework_words(report.framework, report.version)
    yield "Areas reviewed", "; ".join(f"{area.number} {area.title}" for area in report.areas)
    yield "Purpose", report.purpose
    yield "Follows", _follows(report.after.follows)
    yield "State", state_words(report.after)
    yield from apart_facts(report.after)
    yield "Report made", f"{written(report.made)}, from the session {report.session}"


def _follows(follows: Follows) -> str:
    return f"the review of {day(follows.date)}, {follows.name}" if follows.name else ""


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


# What stands first


def _headline(report: Report) -> Iterator[str]:
    yield "## Headline"
    yield from own_words(report, "headline")
    rows = (
        ("Statements with evidence:", report.evidenced),
        (report.now("Statements without evidence so far:"), report.unevidenced),
    )
    yield short_list(item(f"{bold(name)} {inline(listed(refs))}") for name, refs in rows if refs)
    yield describing_words(report, "and nothing more")
    if report.profile is None:
        return
    yield "### Where practice sits"
    yield from profile_blocks(report, report.profile)
    sentences = list(area_sentences(report))
    if sentences:
        yield "### The areas in a sentence"
        yield long_list(sentences)


def profile_blocks(report: Report, profile: Profile) -> Iterator[str]:
    """Yield the grid of where practice sits, with how to read it; `profile`: of all areas."""
    yield (
        f"Each {inline(report.noun)} is named with the statements that lie there. "
        "A statement may lie at more than one; they are listed, not counted."
    )
    yield profile_table(report)
    yield alone_line(profile)


def area_sentences(report: Report) -> Iterator[str]:
    """Yield each area that has a sentence of its own, as an item of a list."""
    for area in report.areas:
        if area.judged is not None and area.judged.sentence:
            name = bold(f"Area {area.number}, {area.title}:")
            yield item(f"{name} {block(area.judged.sentence)}")


# What is missing


def _gaps(report: Report) -> Iterator[str]:
    lacking = "What was not judged" if report.is_final else "What is not yet judged"
    yield f"## {lacking}, or lacks evidence"
    profile = report.profile
    sides = listed(f"{ref} ({source})" for ref, source in report.one_sided)
    describing = describing_line(report)
    rows = (
        ("Not judged" if report.is_final else "Still being described, so not judged", describing),
        (
            "No judgement cast" if report.is_final else "Not yet judged",
            listed(profile.not_judged) if profile else "",
        ),
        (report.now("Not yet agreed"), listed(profile.not_agreed) if profile else ""),
        ("Judged as not enough evidence", listed(profile.not_enough) if profile else ""),
        ("Without a note", listed(report.unevidenced)),
        (report.now("Heard from one side so far"), sides),
    )
    found = [item(f"{bold(f'{name}:')} {what}") for name, what in rows if what]
    yield short_list(found) or "Every statement has evidence and has been judged."
    yield from gone_blocks(gone(report.after, 0), report.after.follows)
    if report.unfiled:
        yield "### Notes that stand under no statement"
        yield long_list(note_item(note, report.date) for note in report.unfiled)
