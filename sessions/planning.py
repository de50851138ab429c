"""The improvement plan: objective, benchmark position, key results, actions and their monitoring.

Source: seed 004. The plan lives on after the visit: whoever is in the session may work on it.
"""

from collections.abc import Iterable
from typing import cast

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .findings import need_finding, need_panel
from .ids import new_id
from .moments import read_day
from .numbered import called_so, need_among, next_number
from .records import Change, Field
from .records_plan import PROGRESS, Action, KeyResult, Monitoring, PlanWords, Progress
from .session import Session
from .standing_plan import (
    MOST_WINDOWS,
    StandingPlan,
    action_areas,
    need_in_sight,
    plan_text,
    result_areas,
    withheld,
)
from .state import State


def set_plan_text(session: Session, by: str, name: str, text: str) -> None:
    """Write the plan's `objective` or `benchmark`; an empty text takes it away. Raises Refused."""
    state = session.state
    need_panel(state, by, f"write the {name}")
    areas = _need_judged(state)
    need_in_sight(state, f"The {name}", plan_text(state, name).areas)
    body = PlanWords(clean_text(text).strip(), areas)
    identity = f"session/{name}"
    if plan_text(state, name).text != body.text or len(state.records.live(identity)) > 1:
        session.write(by, [Change("session", identity, Field(msgspec.to_builtins(body)))])


def set_windows(session: Session, by: str, names: Iterable[str]) -> None:
    """Name the windows of the year; none is left that has actions in it. Raises Refused."""
    state = session.state
    need_panel(state, by, "change the windows of the plan")
    wanted = [clean_line(name) for name in names if clean_line(name)]
    if not wanted or len({name.casefold() for name in wanted}) != len(wanted):
        raise Refused("A plan needs at least one window, and each a name of its own.")
    if len(wanted) > MOST_WINDOWS:
        raise Refused(
            f"{len(wanted)} windows are too many for a year; name {MOST_WINDOWS} at most."
        )
    plan = StandingPlan(state)
    used = max((action.window for action in plan.actions.values()), default=0)
    if used >= len(wanted):
        raise Refused(
            f"{plan.windows()[used]} still has actions; move them to another window first."
        )
    identity = "session/windows"
    if list(plan.windows()) != wanted or len(state.records.live(identity)) > 1:
        session.write(by, [Change("session", identity, Field(wanted))])


def add_key_result(session: Session, by: str, text: str, findings: Iterable[str] = ()) -> str:
    """Write a key result; return what people call it. Raises Refused."""
    state = session.state
    need_panel(state, by, "write a key result")
    number = next_number(state, "key_result")
    words = _text(text, "A key result", "what will be different")
    body = _resting(state, KeyResult(number, words, _findings(state, findings)))
    session.write(by, [Change("key_result", new_id(), body)])
    return str(number)


def change_key_result(
    session: Session,
    by: str,
    ref: str,
    *,
    text: str | None = None,
    findings: Iterable[str] | None = None,
) -> None:
    """Change a key result; what is None stays. Raises Refused."""
    state = session.state
    need_panel(state, by, "change a key result")
    identity, before = need_key_result(state, ref)
    body = before
    if text is not None:
        words = _text(text, "A key result", "what will be different")
        body = msgspec.structs.replace(body, text=words)
    if findings is not None:
        body = msgspec.structs.replace(body, findings=_findings(state, findings))
    if text is not None:
        body = _resting(state, body, before)
    if state.standing(identity, KeyResult) != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("key_result", identity, body)])


def delete_key_result(session: Session, by: str, ref: str) -> None:
    """Delete a key result with all that hangs on it; `undo` brings it all back. Raises Refused."""
    state = session.state
    need_panel(state, by, "delete a key result")
    identity, _ = need_key_result(state, ref)
    session.write(by, [Change("key_result", identity, None), *_hanging(state, identity)])


class Doing(msgspec.Struct, frozen=True, kw_only=True):
    """What an action is made of, as people say it; what is None stays as it is."""

    what: str | None = None
    who: str | None = None
    due: str | None = None
    """`YYYY-MM-DD`; empty: the window is all that is said."""
    success: str | None = None
    window: str | None = None
    """The name of a window, or its number from 1."""
    key_result: str | None = None


def add_action(session: Session, by: str, key_result: str, doing: Doing) -> str:
    """Plan an action for a key result; return what people call it. Raises Refused."""
    state = session.state
    need_panel(state, by, "plan an action")
    identity, _ = need_key_result(state, key_result)
    number = next_number(state, "action")
    body = _planned(session, Action(number, identity, 0, ""), doing)
    session.write(by, [Change("action", new_id(), body)])
    return str(number)


def change_action(session: Session, by: str, ref: str, doing: Doing) -> None:
    """Change an action. Raises Refused."""
    state = session.state
    need_panel(state, by, "change an action")
    identity, body = need_action(state, ref)
    changed = _planned(session, body, doing)
    if state.standing(identity, Action) != changed or len(state.records.live(identity)) > 1:
        session.write(by, [Change("action", identity, changed)])


def delete_action(session: Session, by: str, ref: str) -> None:
    """Delete an action with its monitoring; `undo` brings it all back. Raises Refused."""
    state = session.state
    need_panel(state, by, "delete an action")
    identity, _ = need_action(state, ref)
    session.write(by, [Change("action", identity, None), *_hanging(state, identity)])


def monitor(
    session: Session,
    by: str,
    ref: str,
    progress: str,
    seen: str,
    *,
    date: str = "",
    reason: str = "",
) -> None:
    """Add a monitoring entry to an action; those before it stay. Raises Refused."""
    state = session.state
    need_panel(state, by, "monitor an action")
    identity, _ = need_action(state, ref)
    if progress not in PROGRESS:
        raise Refused(
            f"An action cannot be called {clean_line(progress)}; it is one of {', '.join(PROGRESS)}."
        )
    reason = clean_text(reason).strip()
    if progress == "dropped" and not reason:
        raise Refused(f"Action {ref} cannot be dropped without a reason; say why.")
    today = session.now().date()
    day = read_day(date, today)
    if day > today.isoformat():
        raise Refused(
            f"{day} is still to come; monitoring says what was seen on a day until today."
        )
    body = Monitoring(
        action=identity,
        date=day,
        seen=clean_text(seen).strip(),
        progress=cast(Progress, progress),
        reason=reason,
    )
    if not body.seen and not reason:
        raise Refused("A monitoring entry needs what was seen; write it down.")
    session.write(by, [Change("monitoring", new_id(), body)])


def need_key_result(state: State, ref: str) -> tuple[str, KeyResult]:
    """Return the key result that people call so, and that may be seen. Raises Refused."""
    there = StandingPlan(state).key_results
    asked = there.get(called_so(state, "key_result", ref))
    if asked is not None:
        need_in_sight(state, f"Key result {clean_line(ref)}", result_areas(state, asked))
    seen = {i: body for i, body in there.items() if result_in_sight(state, body)}
    return need_among(state, "key_result", seen, ref, "key result")


def need_action(state: State, ref: str) -> tuple[str, Action]:
    """Return the action that people call so, and that may be seen. Raises Refused."""
    there = StandingPlan(state).actions
    asked = there.get(called_so(state, "action", ref))
    if asked is not None:
        need_in_sight(state, f"Action {clean_line(ref)}", action_areas(state, asked))
    seen = {i: body for i, body in there.items() if action_in_sight(state, body)}
    return need_among(state, "action", seen, ref, "action")


def result_in_sight(state: State, body: KeyResult) -> bool:
    """Return whether a key result may be seen: with every area that it may speak of."""
    return not withheld(state, result_areas(state, body))


def action_in_sight(state: State, body: Action) -> bool:
    """Return whether an action may be seen: with every area that it may speak of."""
    return not withheld(state, action_areas(state, body))


def text_in_sight(state: State, name: str) -> bool:
    """Return whether the plan's objective or benchmark may be seen: with every area it may speak of."""
    return not withheld(state, plan_text(state, name).areas)


def _need_judged(state: State) -> tuple[int, ...]:
    """Return the areas behind their gates: what is written now may speak of all of them."""
    areas = tuple(area.number for area in state.areas if state.judging(area.number))
    if not areas:
        raise Refused("No area is behind its gate yet; a plan follows from what was judged.")
    return areas


def _resting(state: State, body: KeyResult, before: KeyResult | None = None) -> KeyResult:
    """Return a key result with the areas that its words may speak of; without findings, every one judged.

    `before`: what it said so far. Other words may still speak of the same; the same words speak of no
    more than they did, whatever findings it answers now.
    """
    if before is not None and before.text == body.text:
        return body
    named = result_areas(state, msgspec.structs.replace(body, areas=()))
    areas = named or set(_need_judged(state))
    if before is not None:
        areas |= result_areas(state, before)
    return msgspec.structs.replace(body, areas=tuple(sorted(areas)))


def _hanging(state: State, identity: str) -> list[Change]:
    """Return the deletion of all that hangs on a key result or an action."""
    hanging = StandingPlan(state).hanging(identity)
    return [
        Change("action" if isinstance(body, Action) else "monitoring", gone, None)
        for gone, body in hanging.items()
    ]


def _findings(state: State, refs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need_finding(state, ref)[0] for ref in refs))


def _planned(session: Session, body: Action, doing: Doing) -> Action:
    state, before = session.state, body
    if doing.what is not None or not body.what:
        words = _text(doing.what or "", "An action", "what somebody will do")
        body = msgspec.structs.replace(body, what=words)
    if doing.who is not None:
        body = msgspec.structs.replace(body, who=clean_line(doing.who))
    if doing.due is not None:
        due = read_day(doing.due, session.now().date()) if clean_line(doing.due) else ""
        body = msgspec.structs.replace(body, due=due)
    if doing.success is not None:
        body = msgspec.structs.replace(body, success=clean_text(doing.success).strip())
    if doing.window is not None:
        body = msgspec.structs.replace(body, window=_window(state, doing.window))
    if doing.key_result is not None:
        key_result = need_key_result(state, doing.key_result)[0]
        body = msgspec.structs.replace(body, key_result=key_result)
    return msgspec.structs.replace(body, areas=_spoken_of(state, before, body))


def _spoken_of(state: State, before: Action, body: Action) -> tuple[int, ...]:
    """Return the areas that the words of an action speak of, besides those of its key result now.

    None, until it is moved: then its words stay, and with them what they were written of.
    """
    areas = set(before.areas)
    if body.key_result != before.key_result:
        areas = areas or action_areas(state, before)
    if areas and (body.what, body.success) != (before.what, before.success):
        areas |= action_areas(state, body)
    return tuple(sorted(areas))


def window_named(state: State, called: str) -> str:
    """Return the name of a window of the plan, from its name, the beginning of that, or its number.

    Raises Refused.
    """
    return StandingPlan(state).windows()[_window(state, called)]


def _window(state: State, called: str) -> int:
    names = StandingPlan(state).windows()
    wanted = clean_line(called).casefold()
    for place, name in enumerate(names):
        if wanted in (name.casefold(), str(place + 1)):
            return place
    begin = [n for n, name in enumerate(names) if wanted and name.casefold().startswith(wanted)]
    if len(begin) == 1:
        return begin[0]
    if begin:
        which = " or ".join(f"{names[n]} ({n + 1})" for n in begin)
        raise Refused(f"{clean_line(called)} may be {which}; say more of its name, or its number.")
    known = ", ".join(f"{name} ({n})" for n, name in enumerate(names, 1))
    raise Refused(
        f"There is no window {clean_line(called) or '(no name)'}; the plan has {known}: name one, or "
        "its number."
    )


def _text(text: str, what: str, say: str) -> str:
    text = clean_text(text).strip()
    if not text:
        raise Refused(f"{what} needs words: {say}.")
    return text
