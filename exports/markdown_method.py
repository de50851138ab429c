"""What a report rests on and how it was made, as Markdown: the index of evidence and the method."""

from collections.abc import Iterator

from sessions.seen import GateView
from sessions.timing import name

from .escape import inline
from .model import Report
from .pieces import item, labelled, long_list, short_list, table
from .words import APART, LATE, listed, moment, spoken


def index_blocks(report: Report) -> Iterator[str]:
    """Yield the index of evidence: every shared note."""
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


def method_blocks(report: Report) -> Iterator[str]:
    """Yield the rules that held, when each area was opened, and whose wording it is."""
    yield "## Method"
    yield short_list(item(rule) for rule in _rules(report))
    yield (
        "These rules guard against accident, haste and curiosity. They do not guard against "
        "somebody who opens the files of the review with another program."
    )
    yield from _passes(report)
    yield from _times(report)
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
        shown = "descriptors" if report.described else inline(report.noun)
        yield (
            f"**Judge from evidence.** A judgement says which {shown} the evidence shows, and "
            "cites it. Without evidence it can only be *not enough evidence* or, with a reason, "
            f"*not applicable*. Neither is a low {inline(report.noun)}, and nor is "
            f"{report.now('*not yet judged*')}."
        )
        yield (
            "**Alone before together.** Where several judged, each did so alone before anybody saw "
            "what the others had found. Then they talked, and agreed. Dissent stands beside what "
            "was agreed."
        )
    yield from mark_blocks(report)
    yield "**Private notes** are not in this report."
    yield (
        "**No child should be found in it.** What may identify one is pointed out before a report "
        "is made. That is a basic check and misses things: read it before you pass it on."
    )


def mark_blocks(report: Report) -> Iterator[str]:
    """Yield what the marks beside notes mean, of those that are there."""
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


def _passes(report: Report) -> Iterator[str]:
    judged = [(area, area.judged) for area in report.areas if area.judged is not None]
    if judged:
        yield "### When each area was opened for judging"
        yield long_list(
            item(*(_gate(area.number, gate) for gate in found.gates)) for area, found in judged
        )


def _times(report: Report) -> Iterator[str]:
    """Yield what time was planned and used: of the work, never of what it found."""
    if report.times:
        yield "### Time planned and used"
        yield short_list(
            item(
                f"{name(box.subject).capitalize()}: {box.planned // 60} minutes planned, "
                f"{round(box.used / 60)} used"
            )
            for box in report.times
        )


def _gate(area: int, gate: GateView) -> str:
    who = f"{moment(gate.at)}, by {inline(gate.by)}"
    if gate.opened:
        return f"Area {area} was opened for judging: {who}"
    return labelled(f"It was taken back to describing: {who}. The reason", gate.reason)
