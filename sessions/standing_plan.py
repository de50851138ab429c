"""What stands of the plan: what was written, what hangs together, and what may be seen of it.

A deletion takes along what hangs on it. What somebody else, who did not know of the deletion, hung
on it meanwhile keeps it there, with all that went along: a person settles it, and nothing is lost.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from .errors import Refused
from .records import Body, Kind
from .records_plan import WINDOWS, Action, Finding, KeyResult, Monitoring, PlanWords
from .state import State

B = TypeVar("B", bound=Body)

MOST_WINDOWS = 52
"""How many windows a year may have: a damaged record is not to ask for a million."""


class StandingPlan:
    """The key results, actions and monitoring entries that are there, by id. Made anew, never kept."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def key_results(self) -> dict[str, KeyResult]:
        """Those that stand, and those deleted that somebody planned an action for meanwhile."""
        known = self._state.all("action", Action)
        planned = {body.key_result for body in known.values()}
        planned |= {
            body.key_result
            for identity in self._monitored
            if (body := last_said(self._state, identity, Action)) is not None
        }
        return self._there("key_result", KeyResult, planned)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Those that stand, those deleted that were monitored meanwhile, those of a kept key result."""
        along = {
            identity
            for identity, body in self._deleted("action", Action)
            if body.key_result in self.key_results and self._went_along(identity, body.key_result)
        }
        return self._there("action", Action, self._monitored | along)

    @cached_property
    def monitoring(self) -> dict[str, Monitoring]:
        """Those that stand, and those that went along with an action that was kept."""
        along = {
            identity
            for identity, body in self._deleted("monitoring", Monitoring)
            if body.action in self.actions and self._went_along(identity, body.action)
        }
        return self._there("monitoring", Monitoring, along)

    @cached_property
    def _monitored(self) -> set[str]:
        return {body.action for body in self._state.all("monitoring", Monitoring).values()}

    def _there(self, kind: Kind, shape: type[B], kept: Iterable[str]) -> dict[str, B]:
        there = self._state.all(kind, shape)
        for identity in kept:
            body = last_said(self._state, identity, shape)
            if identity not in there and body is not None:
                there[identity] = body
        return dict(sorted(there.items()))

    def _deleted(self, kind: Kind, shape: type[B]) -> Iterable[tuple[str, B]]:
        there = self._state.all(kind, shape)
        gone = (i for i in self._state.records.of_kind(kind) if i not in there)
        bodies = ((identity, last_said(self._state, identity, shape)) for identity in gone)
        return [(identity, body) for identity, body in bodies if body is not None]

    def _went_along(self, identity: str, parent: str) -> bool:
        """Return whether a record was deleted by the very act that deleted what it hangs on."""
        records = self._state.records
        acts = {v.act for v in records.versions(parent) if v.body is None}
        return any(v.act in acts for v in records.live(identity))

    def hanging(self, identity: str) -> Mapping[str, Action | Monitoring]:
        """Return what hangs on a key result (actions and their monitoring) or on an action."""
        actions = {i: a for i, a in self.actions.items() if a.key_result == identity}
        entries = {
            i: m for i, m in self.monitoring.items() if m.action == identity or m.action in actions
        }
        return {**actions, **entries}

    def windows(self) -> tuple[str, ...]:
        """Return the names of the plan's windows, at least as many as its actions need."""
        value = self._state.field("windows")
        named = [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
        names = named or list(WINDOWS)
        used = min(max((a.window for a in self.actions.values()), default=0), MOST_WINDOWS - 1)
        return (*names, *(f"Window {n + 1}" for n in range(len(names), used + 1)))


def last_said(state: State, identity: str, shape: type[B]) -> B | None:
    """Return what a record says, or said last before it was deleted."""
    standing = state.standing(identity, shape)
    if standing is not None:
        return standing
    bodies = (state.records.body(version) for version in state.records.versions(identity))
    return ([None] + [body for body in bodies if isinstance(body, shape)])[-1]


def plan_text(state: State, name: str) -> PlanWords:
    """Return the plan's `objective` or `benchmark` as it was written, whoever may see it."""
    return as_plan_words(state.field(name))


def as_plan_words(value: object) -> PlanWords:
    """Return what the field of a plan's text says; an empty text where it says nothing."""
    try:
        return msgspec.convert(value or {"text": ""}, PlanWords)
    except msgspec.ValidationError:
        return PlanWords("")


# What may be seen: nothing of an area that is being described, or judged again by somebody else


def withheld(state: State, areas: Iterable[int]) -> tuple[int, ...]:
    """Return those of some areas of which nothing that the panel found may be seen now, in order.

    They are being described, or ballots that were open are sealed again.
    """
    return tuple(sorted(number for number in set(areas) if state.withheld(number)))


def need_in_sight(state: State, what: str, areas: Iterable[int]) -> None:
    """Refuse what rests on an area of which nothing may be seen now. Raises Refused."""
    hidden = withheld(state, areas)
    again = [number for number in hidden if state.judging(number)]
    if again:
        raise Refused(
            f"{what} rests on area {again[0]}, whose ballots are sealed again since somebody else judges "
            "it too; wait until they are open."
        )
    numbers = hidden
    if len(numbers) == 1:
        raise Refused(
            f"{what} rests on area {numbers[0]}, which is being described again; wait for its gate."
        )
    if numbers:
        which = ", ".join(str(number) for number in numbers)
        raise Refused(
            f"{what} rests on areas {which}, which are being described again; wait for their gates."
        )


def finding_areas(state: State, body: Finding) -> set[int]:
    """Return the areas that a finding may speak of: those of its statements, now and before."""
    return {state.area_of(ref) for ref in body.statements} | set(body.areas)


def result_areas(state: State, body: KeyResult) -> set[int]:
    """Return the areas that a key result may speak of: those of its findings, deleted ones too."""
    found = (last_said(state, finding, Finding) for finding in body.findings)
    named = {area for finding in found if finding for area in finding_areas(state, finding)}
    return named | set(body.areas)


def action_areas(state: State, body: Action) -> set[int]:
    """Return the areas that an action may speak of: those of its key results, now and before."""
    result = last_said(state, body.key_result, KeyResult)
    return set(body.areas) | (result_areas(state, result) if result is not None else set())
