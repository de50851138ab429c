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
from .numbered import need, next_number
from .records import (
    Change,
    Field,
)
from .records_plan import (
    PROGRESS,
    WINDOWS,
    Action,
    Finding,
    KeyResult,
    Monitoring,
    PlanText,
    Progress,
)
from .session import Session
from .state import State


def set_plan_text(session: Session, by: str, name: str, text: str) -> None:
    """Write the plan's `objective` or `benchmark`; an empty text takes it away. Raises Refused."""
    state = session.state
    need_panel(state, by, f"write the {name}")
    areas = tuple(area.number for area in state.areas if state.judging(area.number))
    if not areas:
        raise Refused("No area is behind its gate yet; a plan follows from what was judged.")
    body = PlanText(clean_text(text).strip(), areas)
    if plan_text(state, name).text != body.text:
        value = msgspec.to_builtins(body)
        session.write(by, [Change("session", f"session/{name}", Field(value))])


def plan_text(state: State, name: str) -> PlanText:
    """Return the plan's objective or benchmark as it was written, whoever may see it."""
    try:
        return msgspec.convert(state.field(name) or {"text": ""}, PlanText)
    except msgspec.ValidationError:
        return PlanText("")


def set_windows(session: Session, by: str, names: Iterable[str]) -> None:
    """Name the windows of the year; none is left that has actions in it. Raises Refused."""
    state = session.state
    need_panel(state, by, "change the windows of the plan")
    wanted = [clean_line(name) for name in names if clean_line(name)]
    if not wanted or len(set(wanted)) != len(wanted):
        raise Refused("A plan needs at least one window, and each a name of its own.")
    used = max((a.window for a in state.all("action", Action).values()), default=0)
    if used >= len(wanted):
        raise Refused(
            f"{windows(state)[used]} still has actions; move them to another window first."
        )
    if list(windows(state)) != wanted:
        session.write(by, [Change("session", "session/windows", Field(wanted))])


def windows(state: State) -> tuple[str, ...]:
    """Return the names of the plan's windows, at least as many as its actions need."""
    value = state.field("windows")
    named = [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
    names = named or list(WINDOWS)
    used = max((a.window for a in state.all("action", Action).values()), default=0)
    return (*names, *(f"Window {n + 1}" for n in range(len(names), used + 1)))


def add_key_result(session: Session, by: str, text: str, findings: Iterable[str] = ()) -> str:
    """Write a key result; return what people call it. Raises Refused."""
    state = session.state
    need_panel(state, by, "write a key result")
    number = next_number(state, "key_result")
    body = KeyResult(number, _text(text, "A key result", "what will be different"), ())
    body = msgspec.structs.replace(body, findings=_findings(state, findings))
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
    identity, body = need_key_result(state, ref)
    if text is not None:
        words = _text(text, "A key result", "what will be different")
        body = msgspec.structs.replace(body, text=words)
    if findings is not None:
        body = msgspec.structs.replace(body, findings=_findings(state, findings))
    if state.standing(identity, KeyResult) != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("key_result", identity, body)])


def delete_key_result(session: Session, by: str, ref: str) -> None:
    """Delete a key result with its actions; `undo` brings all of it back. Raises Refused."""
    state = session.state
    need_panel(state, by, "delete a key result")
    identity, _ = need_key_result(state, ref)
    actions = (i for i, a in state.all("action", Action).items() if a.key_result == identity)
    gone = [Change("action", action, None) for action in actions]
    session.write(by, [Change("key_result", identity, None), *gone])


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
    if changed != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("action", identity, changed)])


def delete_action(session: Session, by: str, ref: str) -> None:
    """Delete an action; `undo` brings it back. Raises Refused."""
    need_panel(session.state, by, "delete an action")
    identity, _ = need_action(session.state, ref)
    session.write(by, [Change("action", identity, None)])


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
    body = Monitoring(
        action=identity,
        date=read_day(date, session.now().date()),
        seen=clean_text(seen).strip(),
        progress=cast(Progress, progress),
        reason=reason,
    )
    if not body.seen and not reason:
        raise Refused("A monitoring entry needs what was seen; write it down.")
    session.write(by, [Change("monitoring", new_id(), body)])


def need_key_result(state: State, ref: str) -> tuple[str, KeyResult]:
    """Return the key result that people call so. Raises Refused."""
    identity, body = need(state, "key_result", KeyResult, ref, "key result")
    if not result_in_sight(state, body):
        raise Refused(
            f"Key result {ref} rests on an area that is being described again; wait for it."
        )
    return identity, body


def need_action(state: State, ref: str) -> tuple[str, Action]:
    """Return the action that people call so. Raises Refused."""
    identity, body = need(state, "action", Action, ref, "action")
    result = state.standing(body.key_result, KeyResult)
    if result is not None and not result_in_sight(state, result):
        raise Refused(f"Action {ref} rests on an area that is being described again; wait for it.")
    return identity, body


def result_in_sight(state: State, body: KeyResult) -> bool:
    """Return whether a key result may be seen: no area that its findings speak of is described."""
    found = (state.standing(finding, Finding) for finding in body.findings)
    refs = (ref for finding in found if finding is not None for ref in finding.statements)
    return all(state.judging(state.area_of(ref)) for ref in refs)


def _findings(state: State, refs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need_finding(state, ref)[0] for ref in refs))


def _planned(session: Session, body: Action, doing: Doing) -> Action:
    state = session.state
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
        body = msgspec.structs.replace(body, key_result=need_key_result(state, doing.key_result)[0])
    return body


def _window(state: State, called: str) -> int:
    names = windows(state)
    wanted = clean_line(called).casefold()
    for place, name in enumerate(names):
        if wanted in (name.casefold(), str(place + 1)):
            return place
    raise Refused(f"There is no window {clean_line(called)}; the plan has {', '.join(names)}.")


def _text(text: str, what: str, say: str) -> str:
    text = clean_text(text).strip()
    if not text:
        raise Refused(f"{what} needs words: {say}.")
    return text
