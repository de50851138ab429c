"""The setting's own view beside the panel's, as Markdown: words and symbols, what differs first."""

from collections.abc import Iterable, Iterator

from frameworks.model import Part, Step
from sessions.records import Outcome

from .escape import inline
from .model import Beside, OwnView, Report
from .pieces import bold, item, labelled, long_list
from .words import LATE_OWN, spoken

_TITLES: dict[Beside, str] = {
    "differs": "Where the two differ:",
    "same": "Where the two say the same:",
    "waiting": "Where the panel has no view yet:",
}


def own_blocks(views: tuple[OwnView, ...], report: Report) -> Iterator[str]:
    """Yield the setting's own views of an area's statements, beside the panel's."""
    if not views:
        return
    yield "### The setting's own view, beside the panel's"
    yield (
        "The setting wrote down its own view. The panel did not see it before the judging of this "
        "area was opened. Where the two differ there is something to talk about."
    )
    for beside, title in _TITLES.items():
        found = [view for view in views if view.beside == beside]
        if found:
            yield report.now(title)
            yield long_list(_own(view) for view in found)


def _own(view: OwnView) -> str:
    own = said(view.outcome, ((step, "full") for step in view.steps))
    late = LATE_OWN * view.late
    lines = [f"{bold(f'{view.ref}:')} the setting says {own}{late}{_panel(view)}."]
    lines.append(labelled("The setting's because", view.because))
    lines += [labelled(f"The setting's {inline(name)}", text) for name, text in view.fields]
    return item(*lines)


def _panel(view: OwnView) -> str:
    found = view.panel
    if view.beside == "waiting":
        return ""
    who = f"{inline(found.by)}, who judged alone," if found.basis == "alone" else "the panel"
    return f"; {who} says {said(found.outcome, found.stages)}"


def said(outcome: Outcome | None, stages: Iterable[tuple[Step, Part]]) -> str:
    """Return a view in words, each step behind its symbol, as Markdown."""
    if outcome in ("not_enough_evidence", "not_applicable"):
        return outcome.replace("_", " ")
    return inline(
        spoken(
            f"{step.symbol} {step.name}" + (" in part" if part == "part" else "")
            for step, part in stages
        )
    )
