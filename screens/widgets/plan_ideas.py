"""Ideas beside a plan, in words: what the next step looks like, and practice elsewhere."""

from collections.abc import Iterator

from textual.content import Content

from frameworks.model import Scale
from screens.symbols import Symbols
from sessions.ideas import CaseIdea, Ideas, StatementIdeas
from sessions.seen_plan import KeyResultView, PlanView

HAVE_IDEAS = ("finding/", "result/", "action/")
"""What the keys begin with of rows that ideas can be had for."""

NO_STATEMENT = (
    "It names no finding, so there is no statement to take ideas from. e on a key result names the "
    "areas for development that it answers."
)
NOT_HERE = "Ideas belong to a finding, a key result or an action: highlight one."


def refs_of(plan: PlanView, key: str) -> tuple[str, ...]:
    """Return the statements that a row of the outline is about, by its key."""
    kind, _, identity = key.partition("/")
    if kind == "finding":
        found = (f for f in plan.findings if f.id == identity)
        return next((f.statements for f in found), ())
    result = result_of(plan, key)
    answered = (plan.finding(ref) for ref in (result.findings if result else ()))
    refs = (ref for finding in answered if finding is not None for ref in finding.statements)
    return tuple(dict.fromkeys(refs))


def result_of(plan: PlanView, key: str) -> KeyResultView | None:
    """Return the key result that a row is, or that its action belongs to."""
    kind, _, identity = key.partition("/")
    for result in plan.key_results:
        here = [result.id] if kind == "result" else [a.id for a in result.actions]
        if kind in ("result", "action") and identity in here:
            return result
    return None


def ideas_text(found: Ideas, scale: Scale, symbols: Symbols, *, full: bool = False) -> Content:
    """Return ideas to be read; `full`: in the wording that loses nothing."""
    lines: list[Content] = []
    for statement in found.statements:
        lines += _statement(statement, scale, symbols, full)
    if found.case_studies:
        lines.append(Content.styled("Case studies that fit", "$muted"))
    for study in found.case_studies:
        lines += _study(study)
    for number in found.waiting:
        words = f"Area {number} is being described: nothing is said of it until its gate opens."
        lines.append(Content.styled(words, "$muted"))
    if not found.case_studies and found.statements:
        lines.append(Content.styled("The framework has no case study on this.", "$muted"))
    return Content("\n").join(lines)


def _statement(
    statement: StatementIdeas, scale: Scale, symbols: Symbols, full: bool
) -> Iterator[Content]:
    yield Content.assemble((f"{statement.ref} ", "bold"), statement.text)
    if statement.now:
        yield Content.assemble(("Agreed: ", "$muted"), ", ".join(statement.now))
    if statement.why:
        yield Content.styled(statement.why, "$muted")
    for coming in statement.next:
        step = scale.step(coming.key)
        mark = symbols.step(step) if step else ""
        yield Content.assemble(("Next: ", "$muted"), (f"{mark} {coming.name}", "bold"))
        text = (full and coming.full) or coming.text
        yield Content(text or "The source describes nothing here.")
    yield Content("")


def _study(study: CaseIdea) -> Iterator[Content]:
    areas = ", ".join(map(str, study.areas or study.touches))
    way = "on" if study.areas else "touches on"
    yield Content.assemble((study.title, "bold"), (f"  {way} area {areas}", "$muted"))
    yield Content(study.overview)
    for artefact in study.artefacts:
        yield Content(f"- {artefact}")
    yield Content("")
