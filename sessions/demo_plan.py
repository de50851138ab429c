"""What becomes of a demo's review: findings, priorities, the plan, and what was seen of it since."""

from typing import NamedTuple

from .demo_content import Days, Part
from .findings import add_finding, set_priorities
from .planning import Doing, add_action, add_key_result, monitor, set_plan_text, set_windows
from .session import Session

_MEETING, _LOOKING = "16:00", "15:45"


class _Seen(NamedTuple):
    """What somebody saw of an action."""

    after: int
    """How many days after the visit."""
    action: str
    how: str
    by: str
    seen: str
    reason: str


def find(session: Session, days: Days, people: dict[str, str], findings: list[Part]) -> None:
    """Write the findings."""
    for found in findings:
        days.on()
        kind, tag, statements, notes = found.title
        add_finding(session, people[tag], kind, found.text, statements.split(), notes.split())


def plan(session: Session, days: Days, people: dict[str, str], parts: list[Part]) -> None:
    """Write the plan, and then, day by day, what was seen of it."""
    seen: list[_Seen] = []
    for part in parts:
        name, tag, after, *more = part.title
        if int(after):
            days.at(_MEETING, int(after))
        days.on()
        by = people[tag]
        if name == "key result":
            number = add_key_result(session, by, part.text, more[0].split())
            seen += _actions(session, days, by, number, part.rows)
        elif name == "promised":
            seen += [_promised(row) for row in part.rows]
        elif name == "priorities":
            set_priorities(session, by, part.text.split())
        elif name == "windows":
            set_windows(session, by, part.text.split(", "))
        else:
            set_plan_text(session, by, name, part.text)
    for one in sorted(seen):
        days.at(_LOOKING, one.after)
        who = people[one.by]
        monitor(session, who, one.action, one.how, one.seen, reason=one.reason)


def _promised(row: tuple[str, ...]) -> _Seen:
    """Return what is going to be seen of an action that came along from the review before."""
    kind, after, how, tag, words, *reason = row
    return _Seen(int(after), kind.removeprefix("saw "), how, tag, words, *(reason or [""]))


def _actions(
    session: Session, days: Days, by: str, key_result: str, rows: list[tuple[str, ...]]
) -> list[_Seen]:
    """Plan the actions of a key result; return what is going to be seen of them."""
    seen: list[_Seen] = []
    number = ""
    for kind, first, *rest in rows:
        days.on()
        if kind == "do":
            what, who, due, success = rest
            day = days.day(int(due)) if due else ""
            doing = Doing(what=what, who=who, due=day, success=success, window=first)
            number = add_action(session, by, key_result, doing)
        else:
            how, tag, words, *reason = rest
            seen.append(_Seen(int(first), number, how, tag, words, *(reason or [""])))
    return seen
