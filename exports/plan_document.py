"""The improvement plan as Markdown: objective, benchmark position, and a table a key result.

Source: the shape of seed 004: a key objective, a current benchmark position, and for each window of the
year the key result, its actions and their monitoring. There a table holds a row a key result, with
lists in its cells. Here each key result has a table of its own, under a heading, with a column pair a
window and an action a row: Markdown has no lists in cells, `<br>` would be lost on the way to a word
processor, and so each action stands beside its own monitoring and can be changed, moved or struck out
by itself.
"""

from collections.abc import Iterator
from itertools import zip_longest

from sessions.seen_plan import ActionView, FindingView, KeyResultView, MonitoringView, PlanView

from .build_plan import of_kind, unanswered, unfinished
from .escape import cell, heading, inline
from .facts import Source, facts, origin
from .markdown_after import answer
from .model import Report
from .parts import Part, part
from .pieces import bold, ended, in_cell, item, labelled, short_list, whole_table
from .words import day, listed, named


def plan_title(source: Source) -> str:
    """Return the title."""
    return f"Improvement plan of {source.report.setting}"


def plan_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the plan."""
    report, plan = source.report, source.report.plan
    follows = ("Follows from", f"the peer review of {day(report.date)}")
    found = (
        facts((follows, *origin(report))),
        part("plan", _aim(report)),
        part("key-results", (block for r in plan.key_results for block in _key_result(r, plan))),
        part("findings", _order(report)),
        part("gaps", _gaps(report)),
    )
    return tuple(one for one in found if one.blocks)


def _aim(report: Report) -> Iterator[str]:
    """Yield what the plan is for, where the setting stands, and that no key result is there yet."""
    plan = report.plan
    yield "## What the plan is for"
    objective = labelled("**Key objective**", plan.objective)
    yield objective or f"**Key objective**: {_missing('objective', report)}"
    yield from _benchmark(report)
    if not plan.key_results and plan.waiting:
        yield f"No key result is in sight{_again(report)}."
    elif not plan.key_results:
        yield "No key result has been written yet."


def _again(report: Report) -> str:
    if report.is_final:
        return ", for an area that it may speak of was opened again and not judged"
    return " while an area that it may speak of is being described again"


def _missing(name: str, report: Report) -> str:
    """Return why the objective or the benchmark position is not there."""
    if name in report.plan.hidden:
        return f"Out of sight{_again(report)}."
    return "Not written yet."


def _benchmark(report: Report) -> Iterator[str]:
    plan = report.plan
    if plan.benchmark:
        yield labelled("**Current benchmark position**", plan.benchmark)
        return
    yield f"**Current benchmark position**: {_missing('benchmark', report)}"
    if plan.draft:
        yield labelled("A draft in the words of the findings, to be edited", plan.draft)


def _key_result(result: KeyResultView, plan: PlanView) -> Iterator[str]:
    yield f"## Key result {inline(result.ref)}: {heading(result.text)}"
    if result.findings:
        yield f"It answers {inline(named('finding', result.findings))}."
    head = [name for window in plan.windows for name in (cell(f"{window}: actions"), "Monitoring")]
    columns = [
        [(_action(action), _monitoring(action)) for action in result.within(window)]
        for window in range(len(plan.windows))
    ]
    rows = [
        [text for pair in row for text in pair] for row in zip_longest(*columns, fillvalue=("", ""))
    ]
    yield whole_table(head, rows or [[""] * len(head)])


def _action(action: ActionView) -> str:
    """Return an action for a cell: what, then who, by when and what shows success."""
    said = (
        ("Who", action.who),
        ("By", day(action.due)),
        ("Success measure", action.success),
    )
    about = "".join(f" *{name}:* {ended(cell(text))}" for name, text in said if cell(text))
    return f"{in_cell(bold(f'{action.ref}.'))} {ended(cell(action.what))}{about}"


def _monitoring(action: ActionView) -> str:
    """Return what was seen of an action, oldest first; nothing of it is left out."""
    return " ".join(_entry(entry) for entry in action.monitoring)


def _entry(entry: MonitoringView) -> str:
    head = in_cell(bold(f"{day(entry.date)}, {entry.progress_name}:"))
    reason = f"Reason: {cell(entry.reason)}" if entry.reason else ""
    said = " ".join(text for text in (cell(entry.seen), reason) if text)
    return f"{head} {said} ({cell(entry.by)})"


def _order(report: Report) -> Iterator[str]:
    """Yield the findings that the plan answers, so that it can be read by itself."""
    plan = report.plan
    if not plan.findings:
        return
    yield "## What it follows from"
    for kind, title in (
        ("development", "Areas for development, those with a priority first"),
        ("strength", "Strengths to build on"),
        ("sharing", "Practice worth sharing"),
    ):
        found = of_kind(plan, kind)
        if found:
            yield f"{title}:"
            yield short_list(
                item(_finding(finding), answer(report.after, finding.ref)) for finding in found
            )


def _finding(finding: FindingView) -> str:
    place = f", priority {finding.priority}" if finding.priority else ""
    name = bold(f"Finding {finding.ref}{place}:")
    return f"{name} {inline(finding.text)} ({inline(listed(finding.statements))})"


def _gaps(report: Report) -> Iterator[str]:
    plan = report.plan
    described = [str(area.number) for area in report.areas if area.judged is None]
    lines = [f"Action {action.ref} does not say {gap}." for action, gap in unfinished(plan)]
    lines += [f"No key result answers finding {f.ref}." for f in unanswered(plan)]
    if described:
        why = "Not judged" if report.is_final else "Still being described"
        lines.append(f"{why}, so nothing can be planned from it: {named('area', described)}.")
    if lines:
        yield "## What the plan does not say yet"
        yield short_list(item(inline(line)) for line in lines)
