"""The visit's timetable: who goes where when, to see or hear what."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .ids import new_id
from .moments import read_moment
from .numbered import need, next_number
from .people import find_person
from .records import (
    Change,
)
from .records_visit import (
    Activity,
)
from .rules import need_source, need_statement, with_those_out_of_scope
from .session import Session
from .state import State


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What an activity is made of, as people say it; what is None stays as it is."""

    what: str | None = None
    starts: str | None = None
    """`10:40` on the day of the visit, or `YYYY-MM-DD HH:MM`."""
    ends: str | None = None
    where: str | None = None
    who: str | None = None
    reviewers: tuple[str, ...] | None = None
    """Names or tags."""
    source: str | None = None
    statements: tuple[str, ...] | None = None


def add_activity(session: Session, by: str, plan: Plan) -> str:
    """Put an activity on the timetable; return what people call it. Raises Refused."""
    number = next_number(session.state, "activity")
    body = _planned(session, Activity(number, ""), plan)
    session.write(by, [Change("activity", new_id(), body)])
    return str(number)


def change_activity(session: Session, by: str, ref: str, plan: Plan) -> None:
    """Change an activity. Raises Refused."""
    state = session.state
    identity, body = need(state, "activity", Activity, ref, "activity")
    changed = _planned(session, body, plan)
    if changed != body or len(state.records.live(identity)) > 1:
        session.write(by, [Change("activity", identity, changed)])


def delete_activity(session: Session, by: str, ref: str) -> None:
    """Take an activity off the timetable; `undo` brings it back. Raises Refused."""
    identity, _ = need(session.state, "activity", Activity, ref, "activity")
    session.write(by, [Change("activity", identity, None)])


def during(state: State, person: str, moment: str) -> tuple[str, Activity] | None:
    """Return the activity that a participant is in at a moment (`YYYY-MM-DD HH:MM`), if any.

    One without an end lasts until the person's next one, or an hour. One that names nobody is
    everybody's.
    """
    known = state.all("activity", Activity).items()
    theirs = [(i, a) for i, a in known if a.starts and (person in a.reviewers or not a.reviewers)]
    # The latest is tried first, and of those that start together the one that names this person.
    theirs.sort(key=lambda pair: (pair[1].starts, person in pair[1].reviewers))
    begun = [pair for pair in theirs if pair[1].starts <= moment]
    next_one = ""
    for identity, activity in reversed(begun):
        if moment < (activity.ends or next_one or _an_hour_after(activity.starts)):
            return identity, activity
        next_one = activity.starts
    return None


def _an_hour_after(moment: str) -> str:
    hour = int(moment[11:13]) + 1
    return f"{moment[:11]}{min(hour, 23):02}{moment[13:] if hour < 24 else ':59'}"


def _planned(session: Session, body: Activity, plan: Plan) -> Activity:
    state = session.state
    what = clean_line(plan.what) if plan.what is not None else body.what
    if not what:
        raise Refused("An activity needs a name: what happens, such as Lesson, Y4 or Lunch hall.")
    starts = body.starts if plan.starts is None else _moment(session, plan.starts)
    ends = body.ends if plan.ends is None else _moment(session, plan.ends, starts[:10])
    if starts and ends and ends <= starts:
        raise Refused(f"{what} cannot end at {ends[11:]}, before it starts at {starts[11:]}.")
    return msgspec.structs.replace(
        body,
        what=what,
        starts=starts,
        ends=ends,
        where=body.where if plan.where is None else clean_line(plan.where),
        who=body.who if plan.who is None else clean_line(plan.who),
        reviewers=body.reviewers if plan.reviewers is None else _people(state, plan.reviewers),
        source=body.source if plan.source is None else need_source(plan.source),
        statements=body.statements
        if plan.statements is None
        else _statements(state, plan.statements, body.statements),
    )


def _moment(session: Session, text: str, day: str = "") -> str:
    if not clean_line(text):
        return ""
    now: datetime = session.now()
    return read_moment(text, now, day or session.state.text("date"))


def _people(state: State, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find_person(state, name) for name in names if clean_line(name)))


def _statements(state: State, named: Iterable[str], before: Iterable[str]) -> tuple[str, ...]:
    found = {need_statement(state, ref)[1].ref for ref in named}
    return with_those_out_of_scope(state, found, before)
