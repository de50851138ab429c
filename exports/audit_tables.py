"""A review in the tables of an audit: an area's statements with what was agreed, then an action plan.

Source: the shape of seed 003: in each area a row a statement, with its rating, its strengths and its
areas for development; at the end a table with a row an area: a summary of what is to be developed, its
prioritisation, the plan. Here a framework's own noun and its own judgement fields head the columns (its
because, where it has no fields), and an area with several findings has a row for each.
"""

from collections.abc import Iterator

from frameworks.model import Area as FrameworkArea
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView

from .build_after import unresolved
from .build_plan import of_kind
from .escape import block, cell, heading, inline
from .facts import Source, short_facts
from .markdown_area import outcome
from .model import Area, Judgement, Report
from .parts import Part, part
from .pieces import ended, item, short_list, whole_table
from .words import day, spoken


def audit_title(source: Source) -> str:
    """Return the title."""
    return f"{source.report.framework}: {source.report.setting}"


def audit_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts: the areas in tables, then the action plan in one."""
    report = source.report
    areas = (block for area in report.areas for block in _area(area, source))
    plan = ["## Action plan", _action_plan(report)]
    return (short_facts(report), part("areas", areas), part("plan", plan))


# An area


def _area(area: Area, source: Source) -> Iterator[str]:
    report, framework = source.report, source.framework
    known = framework.area(area.number)
    yield f"## Area {area.number}: {heading(area.title)}"
    yield block(known.rationale) if known else ""
    if area.judged is None:
        why = "was not judged" if report.is_final else "is still being described"
        yield report.now(f"This area {why}, so nothing is written beside its statements yet.")
        yield short_list(item(inline(f"{s.ref} {s.text}")) for s in area.statements)
    else:
        names = [field.name for field in framework.fields]
        noun = framework.scale.noun or "step"
        head = ["Statement", noun[:1].upper() + noun[1:], *(names or ["Because"])]
        found = {judgement.ref: judgement for judgement in area.judged.judgements}
        rows = [
            [cell(f"{s.ref} {s.text}"), *_row(found.get(s.ref), names, report)]
            for s in area.statements
        ]
        yield whole_table([cell(name) for name in head], rows)
    yield from _references(known)


def _row(found: Judgement | None, names: list[str], report: Report) -> list[str]:
    """Return the cells beside a statement: what is agreed in words, then the framework's fields."""
    if found is None or found.outcome is None:
        return [report.now("not yet agreed"), *([""] * max(len(names), 1))]
    alone = f" (the view of {found.by}, who judged alone)" if found.basis == "alone" else ""
    said = dict(found.fields)
    texts = [said.get(name, "") for name in names] or [found.because]
    return [cell(outcome(found) + alone), *(cell(text) for text in texts)]


def _references(known: FrameworkArea | None) -> Iterator[str]:
    if known is not None and known.references:
        yield "Reference documents and resources:"
        yield short_list(item(inline(reference)) for reference in known.references)


# The action plan


def _action_plan(report: Report) -> str:
    head = ("Area", "Summary of areas for development", "Prioritisation of actions", "The plan")
    return whole_table(head, [row for area in report.areas for row in _area_rows(area, report)])


def _area_rows(area: Area, report: Report) -> Iterator[list[str]]:
    """Yield a row a finding; the area's name stands in the first."""
    name = cell(f"{area.number} {area.title}")
    if area.judged is None:
        yield [name, "not judged" if report.is_final else "still being described", "", ""]
        return
    refs = {statement.ref for statement in area.statements}
    found = [f for f in of_kind(report.plan, "development") if refs & set(f.statements)]
    if not found:
        yield [name, "", "", ""]
    for place, finding in enumerate(found):
        summary = cell(f"{finding.text} ({spoken(finding.statements)}){_reply(finding, report)}")
        yield ["" if place else name, summary, _priority(finding), _answers(finding, report.plan)]


def _reply(finding: FindingView, report: Report) -> str:
    """Return the host's answer, where the two still differ."""
    reply = unresolved(report.after, finding.ref)
    return f". The host {reply.answer_name}: {reply.text}".rstrip(": ") if reply else ""


def _priority(finding: FindingView) -> str:
    return f"priority {finding.priority}" if finding.priority else "not among the priorities"


def _answers(finding: FindingView, plan: PlanView) -> str:
    """Return the key results that answer a finding, with their actions."""
    found = (result for result in plan.key_results if finding.ref in result.findings)
    return " ".join(_answer(result) for result in found)


def _answer(result: KeyResultView) -> str:
    actions = " ".join(_action(action) for action in result.actions)
    return f"**Key result {cell(result.ref)}:** {ended(cell(result.text))} {actions}".rstrip()


def _action(action: ActionView) -> str:
    about = [action.who, f"by {day(action.due)}" if action.due else ""]
    about += [action.latest.progress_name] if action.latest else []
    said = ", ".join(part for part in about if part)
    what = cell(action.what)
    done = f"{what.removesuffix('.')} ({cell(said)})." if said else ended(what)
    return f"**Action {cell(action.ref)}:** {done}"
