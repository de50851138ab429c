"""Findings, and the plan in short, as Markdown: what a report says of what comes next."""

from collections.abc import Iterable, Iterator

from sessions.seen_after import AfterView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView

from .build_plan import next_action, of_kind
from .escape import BREAK, block, inline
from .markdown_after import answer
from .pieces import item, labelled, long_list, numbered_list, table
from .words import MOVED, day, listed, named


def finding_blocks(plan: PlanView, after: AfterView) -> Iterator[str]:
    """Yield the findings, each with its statements, its notes and the host's answer, if they differ."""
    if not plan.findings:
        return
    yield "## Findings"
    yield from _findings("### Strengths", of_kind(plan, "strength"), after)
    developments = of_kind(plan, "development")
    if developments:
        yield "### Areas for development"
        chosen = [finding for finding in developments if finding.priority]
        others = [finding for finding in developments if not finding.priority]
        if chosen:
            yield "In the order of priority that the panel set:"
            yield numbered_list(_finding(finding, after) for finding in chosen)
        if others:
            yield "Not in the order of priorities:" if chosen else "No order has been set yet:"
            yield long_list(item(_finding(finding, after)) for finding in others)
    yield from _findings("### Practice worth sharing", of_kind(plan, "sharing"), after)


def _findings(title: str, found: Iterable[FindingView], after: AfterView) -> Iterator[str]:
    items = [item(_finding(finding, after)) for finding in found]
    if items:
        yield title
        yield long_list(items)


def _finding(finding: FindingView, after: AfterView) -> str:
    evidence = f"evidence {listed(finding.notes)}" if finding.notes else "it names no shared note"
    if finding.stale_notes:
        evidence += f"; {MOVED}"
    about = f"Finding {finding.ref}: {named('statement', finding.statements)}; {evidence}"
    lines = [block(finding.text), f"({inline(about)})", answer(after, finding.ref)]
    return BREAK.join(line for line in lines if line)


def short_finding(finding: FindingView, after: AfterView) -> str:
    """Return a finding in short, as Markdown: its statements, and the host's answer if they differ."""
    refs = f" ({inline(listed(finding.statements))})" if finding.statements else ""
    said = answer(after, finding.ref)
    return f"{block(finding.text)}{refs}" + (f"{BREAK}{said}" if said else "")


def key_result_line(result: KeyResultView) -> str:
    """Return a key result in short, as Markdown: with the action that is next."""
    coming = next_action(result)
    if coming is None:
        done = "Every action for it is done or dropped." if result.actions else ""
        return f"{block(result.text)}{BREAK}{done}" if done else block(result.text)
    about = [coming.who, f"by {day(coming.due)}" if coming.due else ""]
    said = listed(part for part in about if part)
    what = f"{coming.what.removesuffix('.')} ({said})." if said else coming.what
    return f"{block(result.text)}{BREAK}Next: {inline(what)}"


def plan_blocks(plan: PlanView) -> Iterator[str]:
    """Yield the plan in short: a row an action, and how it goes; the whole is a file of its own."""
    if not plan.any:
        return
    yield "## The plan"
    yield labelled("**Key objective**", plan.objective)
    yield labelled("**Current benchmark position**", plan.benchmark)
    if plan.key_results:
        head = ("Key result", "Action", "Who", "By when", "So far")
        yield table(head, (row for result in plan.key_results for row in _rows(result)))
    yield (
        "The plan is a document of its own as well (the format *plan*): by windows of the year, with "
        "what shows success and all that was seen in monitoring."
    )


def _rows(result: KeyResultView) -> Iterator[tuple[str, ...]]:
    """Yield a row an action; the key result stands in the first."""
    answers = f" (answers {named('finding', result.findings)})" if result.findings else ""
    name = f"{result.ref}. {result.text}{answers}"
    if not result.actions:
        yield name, "none yet", "", "", ""
    for place, action in enumerate(result.actions):
        yield ("" if place else name), action.what, action.who, day(action.due), _so_far(action)


def _so_far(action: ActionView) -> str:
    return action.latest.progress_name if action.latest else ""
