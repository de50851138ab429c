"""The evidence log: every shared note under its statement, with its source, place and time; nothing judged."""

from collections.abc import Iterator

from .escape import heading
from .facts import Source, short_facts
from .markdown_area import statement_blocks
from .markdown_method import mark_blocks
from .model import Report
from .parts import Part, part
from .pieces import item, long_list, note_item, short_list


def evidence_title(source: Source) -> str:
    """Return the title."""
    return f"Evidence log of the review at {source.report.setting}"


def evidence_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the log."""
    report = source.report
    found = (
        short_facts(report),
        part("about", _about(report)),
        part("areas", _areas(report)),
        part("gaps", _unfiled(report)),
    )
    return tuple(one for one in found if one.blocks)


def _about(report: Report) -> Iterator[str]:
    yield "## How to read it"
    yield (
        "What was seen, heard and read, under the statement that it is for, and nothing else: no "
        "judgement. Behind each note stand its number, what kind of source it is, where it was, and "
        "when; on the day of the visit, the time alone. The letters in front of a number are its "
        "author's. Private notes are not here."
    )
    yield short_list(item(line) for line in mark_blocks(report))


def _areas(report: Report) -> Iterator[str]:
    for area in report.areas:
        yield f"## Area {area.number}: {heading(area.title)}"
        for statement in area.statements:
            yield from statement_blocks(statement, report, rank=3)


def _unfiled(report: Report) -> Iterator[str]:
    if report.unfiled:
        yield "## Notes that stand under no statement"
        yield long_list(note_item(note, report.date) for note in report.unfiled)
