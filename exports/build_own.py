"""The setting's own view beside the panel's, behind the gate of its area alone.

The two are set side by side in words and symbols, and nothing is counted: where they differ there is
something to talk about, and neither is the right answer to the other.
"""

from collections.abc import Iterable

from frameworks.model import Framework
from sessions.seen_visit import SelfView

from .build_judged import named_fields, steps_of
from .model import Beside, Judgement, OwnView

_ORDER: tuple[Beside, ...] = ("differs", "same", "waiting")


def own_views(
    judgements: Iterable[Judgement], own: Iterable[SelfView], framework: Framework
) -> tuple[OwnView, ...]:
    """Return the setting's own views of these statements, what differs from the panel's first."""
    said = {view.statement: view for view in own}
    found = [_beside(said[j.ref], j, framework) for j in judgements if j.ref in said]
    return tuple(sorted(found, key=lambda view: _ORDER.index(view.beside)))


def _beside(own: SelfView, panel: Judgement, framework: Framework) -> OwnView:
    steps = steps_of(own.stages, framework)
    beside: Beside
    if panel.outcome is None:
        beside = "waiting"
    else:
        shown = tuple(step for step, _ in panel.stages)
        beside = "same" if (own.outcome, steps) == (panel.outcome, shown) else "differs"
    fields = named_fields(own.fields, framework)
    said = (own.outcome, steps, own.because, fields)
    return OwnView(own.statement, beside, *said, panel, late=own.late)
