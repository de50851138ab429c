"""The improvement plan as Markdown: objective, benchmark position, and a table a key result.

Source: the shape of seed 004: a key objective, a current benchmark position, and for each window of the
year the key result, its actions and their monitoring. There a table holds a row a key result, with
lists in its cells. Here each key result has a table of its own, under a heading, with a column pair a
window and an action a row: Markdown has no lists in cells, `<br>` would be lost on the way to a word
processor, and so each action stands beside its own monitoring and can be changed, moved or struck out
by itself.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest

from frameworks.model import Framework
from sessions.seen import SessionView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, MonitoringView, PlanView

from .build_plan import of_kind, shared_plan, unanswered, unfinished
from .escape import cell, heading, inline
from .pieces import bold, ended, in_cell, item, labelled, short_list, whole_table
from .words import day, listed, named, written


def plan_document(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return the plan as Markdown. It ends with a newline."""
    return "\n\n".join(block for block in _blocks(seen, framework, made) if block) + "\n"


def _blocks(seen: SessionView, framework: Framework, made: datetime) -> Iterator[str]:
    plan = shared_plan(seen)
    yield f"# Improvement plan of {heading(seen.setting)}"
    yield short_list(item(f"{name}: {inline(fact)}") for name, fact in _facts(seen, made))
    objective = labelled("**Key objective**", plan.objective)
    yield objective or f"**Key objective**: {_missing('objective', plan)}"
    yield from _benchmark(plan)
    for result in plan.key_results:
        yield from _key_result(result, plan)
    if not plan.key_results and plan.waiting:
        yield "No key result is in sight while an area is being described again."
    elif not plan.key_results:
        yield "No key result has been written yet."
    yield from _order(plan)
    yield from _gaps(seen, plan)


def _facts(seen: SessionView, made: datetime) -> Iterator[tuple[str, str]]:
    yield "Follows from", f"the peer review of {day(seen.date)}"
    yield "Framework", seen.framework_title
    yield "Written out", f"{written(made)}, from the session {seen.name}"


def _missing(name: str, plan: PlanView) -> str:
    """Return why the objective or the benchmark position is not there."""
    if name in plan.hidden:
        return "Out of sight while an area that it may speak of is being described again."
    return "Not written yet."


def _benchmark(plan: PlanView) -> Iterator[str]:
    if plan.benchmark:
        yield labelled("**Current benchmark position**", plan.benchmark)
        return
    yield f"**Current benchmark position**: {_missing('benchmark', plan)}"
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


def _order(plan: PlanView) -> Iterator[str]:
    """Yield the findings that the plan answers, so that it can be read by itself."""
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
            yield short_list(item(_finding(finding)) for finding in found)


def _finding(finding: FindingView) -> str:
    place = f", priority {finding.priority}" if finding.priority else ""
    name = bold(f"Finding {finding.ref}{place}:")
    return f"{name} {inline(finding.text)} ({inline(listed(finding.statements))})"


def _gaps(seen: SessionView, plan: PlanView) -> Iterator[str]:
    described = [str(area.number) for area in seen.areas if not area.judging]
    lines = [f"Action {action.ref} does not say {gap}." for action, gap in unfinished(plan)]
    lines += [f"No key result answers finding {f.ref}." for f in unanswered(plan)]
    if described:
        lines.append(
            f"Still being described, so nothing can be planned from it: {named('area', described)}."
        )
    if lines:
        yield "## What the plan does not say yet"
        yield short_list(item(inline(line)) for line in lines)
