"""What there is to show of a place on the wall, one thing at a time, and in which order.

All of it is told from what everyone may see. What is not in that view has no page: a place that is
asked for and is not there (its area was reopened, its ballots are sealed) is the nearest that is.
"""

from typing import NamedTuple

from sessions.following import Sight, Wall
from sessions.seen import AreaView, BallotView, JudgedView, SessionView, StatementView
from sessions.spread import latest


class Page(NamedTuple):
    """One thing to show."""

    sight: Sight
    step: int = 0
    """Which descriptor, or which round of ballots, is talked of: from 0."""


class Shown(NamedTuple):
    """A page, with what it is about."""

    page: Page
    area: AreaView | None
    statement: StatementView | None


def pages(area: AreaView, statement: StatementView) -> tuple[Page, ...]:
    """Return what there is to show from a statement, in order: its area first."""
    found = [Page("area"), Page("statement")]
    judged = statement.judged
    if judged is not None:
        # Without descriptors the steps are one page, by name.
        steps = len(judged.descriptors) if any(judged.descriptors) else 1
        found += [Page("stages", step) for step in range(steps)]
        found += [Page("spread", step) for step in range(max(len(rounds(judged)), 1))]
        if judged.agreement is not None:
            found.append(Page("agreed"))
    return tuple(found)


def rounds(judged: JudgedView) -> tuple[tuple[BallotView, ...], ...]:
    """Return the ballots that are open: the first ones; then, once anybody has changed, the latest."""
    if judged.sealed:
        return ()
    now = latest(judged)
    first = tuple(b for b in judged.ballots if b.cast and not b.hidden and b.round == 1)
    changed = any(ballot.round > 1 for ballot in now)
    return (first, now) if first and changed else (now,)


def shown(seen: SessionView, wall: Wall) -> Shown:
    """Return what the wall shows of the place that it is told, as everyone may see it."""
    statement = seen.statement(wall.ref)
    area = _area_of(seen, wall)
    if wall.sight == "title" or area is None:
        return Shown(Page("title"), None, None)
    if wall.sight == "area" or statement is None:
        return Shown(Page("area"), area, None)
    there = pages(area, statement)
    wanted = Page(wall.sight, wall.step)
    if wanted in there:
        return Shown(wanted, area, statement)
    same = [page for page in there if page.sight == wall.sight]
    if same:
        return Shown(same[-1], area, statement)
    # What is agreed is not there yet, or not any more: the ballots are talked of; else the statement.
    spread = [page for page in there if page.sight == "spread" and wall.sight == "agreed"]
    return Shown(spread[-1] if spread else Page("statement"), area, statement)


def _area_of(seen: SessionView, wall: Wall) -> AreaView | None:
    holds = (a for a in seen.areas if any(s.ref == wall.ref for s in a.statements))
    return next(holds, seen.area(wall.area))
