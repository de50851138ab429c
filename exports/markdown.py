"""A report as Markdown: CommonMark with GFM tables, for Word, for paper and as plain text."""

from collections.abc import Iterator

from sessions.records import PHASES
from sessions.seen import GateView, PersonView

from .escape import block, heading, inline
from .markdown_area import area_blocks, case_study_blocks, profile_list
from .model import Area, Report
from .pieces import bold, item, labelled, long_list, note_item, short_list, table
from .words import APART, LATE, day, listed, moment, spoken, written


def to_markdown(report: Report) -> str:
    """Return a report as Markdown. It ends with a newline."""
    return "\n\n".join(block for block in _blocks(report) if block) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    yield f"# Peer review of inclusion at {heading(report.setting)}"
    yield from _facts(report)
    yield from _panel(report)
    yield from _what_this_is(report)
    yield from _headline(report)
    for area in report.areas:
        yield from area_blocks(area, report)
    yield from _gaps(report)
    yield from _index(report)
    yield from _method(report)
    yield from case_study_blocks(report)


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
        person.interest,
        person.tag,
    )


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


# What it rests on


def _index(report: Report) -> Iterator[str]:
    yield "## Evidence index"
    if not report.index:
        yield "No notes were shared."
        return
    yield "Every shared note, oldest first. The letters in front of its number are its author's."
    head = ("Note", "Source", "Where", "Observed", "Stands under", "Remarks")
    rows = (
        (
            line.note.ref,
            line.note.source,
            line.note.where,
            moment(line.note.observed, report.date),
            listed(line.statements) or "no statement",
            "; ".join([*_marked(LATE, line.late), *_marked(APART, line.apart)]),
        )
        for line in report.index
    )
    yield table(head, rows)


def _marked(mark: str, areas: tuple[int, ...]) -> list[str]:
    return [f"{mark} in area {spoken(map(str, areas))}"] if areas else []


# How it was done


def _method(report: Report) -> Iterator[str]:
    yield "## Method"
    yield short_list(item(rule) for rule in _rules(report))
    yield (
        "These rules guard against accident, haste and curiosity. They do not guard against "
        "somebody who opens the files of the review with another program."
    )
    yield from _passes(report)
    yield "### The framework"
    source = f" Its source: {inline(report.source)}." if report.source else ""
    yield (
        f"The framework is {inline(report.framework)}, version {inline(report.version)}, published "
        f"by {inline(report.publisher)}.{source} The wording here is our own, and not the "
        "publisher's: it restates the source, which alone says what the source says."
    )


def _rules(report: Report) -> Iterator[str]:
    yield (
        "**Describe before you judge.** While an area was being described, nobody could see or "
        "write a judgement of it. Opening its judging was a deliberate act, and is logged."
    )
    if report.profile is not None:
        yield (
            "**Judge from evidence.** A judgement says which descriptors the evidence shows, and "
            "cites it. Without evidence it can only be *not enough evidence* or, with a reason, "
            f"*not applicable*. Neither is a low {inline(report.noun)}, and nor is *not yet "
            "judged*."
        )
        yield (
            "**Alone before together.** Where several judged, each did so alone before anybody saw "
            "what the others had found. Then they talked, and agreed. Dissent stands beside what "
            "was agreed."
        )
    if any(line.late for line in report.index):
        yield (
            f"**{LATE.capitalize()}** marks a note that was written, or filed under a statement of "
            "the area, by somebody who knew that its judging had been opened."
        )
    if any(line.apart for line in report.index):
        yield (
            f"**{APART.capitalize()}** marks a note that was written after the judging of its area "
            "had been opened, on a device that did not know of it yet."
        )
    yield "**Private notes** are not in this report."
    yield (
        "**No child should be found in it.** What may identify one is pointed out before a report "
        "is made. That is a basic check and misses things: read it before you pass it on."
    )


def _passes(report: Report) -> Iterator[str]:
    judged = [(area, area.judged) for area in report.areas if area.judged is not None]
    if judged:
        yield "### When each area was opened for judging"
        yield long_list(
            item(*(_gate(area.number, gate) for gate in found.gates)) for area, found in judged
        )


def _gate(area: int, gate: GateView) -> str:
    who = f"{moment(gate.at)}, by {inline(gate.by)}"
    if gate.opened:
        return f"Area {area} was opened for judging: {who}"
    return labelled(f"It was taken back to describing: {who}. The reason", gate.reason)
