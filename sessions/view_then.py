"""What somebody may see of what an older session agreed, in the session that follows it.

Source: section 4 of the design: what comes from an older session shows no stage before the gate. What
was agreed of a statement stands behind the gate of its area now; of one that this framework has no
more, behind the gate of the area that its own has become, or else of every area.
"""

from .records_after import Then
from .seen_after import ThenView
from .state import State


def then_views(state: State) -> tuple[ThenView, ...]:
    """Return what the older session agreed, of areas behind their gates alone.

    An area's sentence comes before its statements; those that are gone come last.
    """
    there = [body for body in state.all("then", Then).values() if _may_be_seen(state, body)]
    seen = [_seen(state, body) for body in there]
    areas = [area.number for area in state.areas]

    def place(then: ThenView) -> tuple[bool, int, int, str]:
        gone = then.matched == "gone"
        where = areas.index(then.area) if then.area in areas else len(areas)
        own = -1 if gone or not then.statement else state.order[then.statement]
        return gone, where, own, then.statement

    return tuple(sorted(seen, key=place))


def _may_be_seen(state: State, body: Then) -> bool:
    if body.matched != "gone" and body.statement:
        # Never by what the record says of its area: the framework knows.
        area = state.area_of(body.statement)
        return body.statement in state.order and state.judging(area)
    numbers = [area.number for area in state.areas]
    if body.area in numbers:
        return state.judging(body.area)
    return body.area == 0 and all(state.judging(number) for number in numbers)


def _seen(state: State, body: Then) -> ThenView:
    here = body.statement and body.matched != "gone"
    return ThenView(
        statement=body.statement,
        area=state.area_of(body.statement) if here else body.area,
        outcome=body.outcome,
        stages=body.stages,
        names=body.names,
        because=body.because,
        matched=body.matched,
        words=body.words,
        by=body.by,
    )
