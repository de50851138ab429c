"""What has been done in an area, and what is next: progress in words, never how good it is."""

from datetime import date
from typing import NamedTuple

from screens.messages import Place
from sessions.seen import AreaView, SessionView, StatementView

from .plan_words import due_words


class Viewer(NamedTuple):
    """Who looks."""

    id: str
    chairs: bool
    """Whether they may open gates: a facilitator, or any reviewer where there is none."""


class Next(NamedTuple):
    """Something to do, and where it is done."""

    words: str
    """A sentence without a full stop."""
    area: int
    ref: str
    place: Place


def viewer(seen: SessionView, person: str) -> Viewer:
    """Return somebody as these words need them."""
    here = {p.id: p.role for p in seen.people if not p.left}
    chairs = [i for i, role in here.items() if role == "facilitator"]
    return Viewer(person, person in chairs or (not chairs and here.get(person) == "reviewer"))


# An area


def silent(area: AreaView) -> list[StatementView]:
    """Return the statements that no note stands under."""
    return [s for s in area.statements if not s.evidence]


def has_cast(statement: StatementView, person: str) -> bool:
    """Return whether somebody has cast a ballot of a statement, in either round."""
    ballots = statement.judged.ballots if statement.judged else ()
    return any(b.person == person and (b.cast or b.hidden) for b in ballots)


def to_judge(area: AreaView, who: Viewer) -> list[StatementView]:
    """Return the statements that still wait for somebody's own judgement."""
    if who.id not in {judge.id for judge in area.judges}:
        return []
    return [s for s in area.statements if not has_cast(s, who.id)]


def still_to_come(area: AreaView) -> list[str]:
    """Return the names of the judges who have not cast everything in an area."""
    return [
        judge.name
        for judge in area.judges
        if any(not has_cast(s, judge.id) for s in area.statements)
    ]


def describe_words(area: AreaView) -> str:
    """Return how far the notes of an area reach."""
    total, left = len(area.statements), len(silent(area))
    if left == total:
        return "nothing yet"
    return f"all {total} have notes" if not left else f"{total - left} of {total} have notes"


def judge_words(area: AreaView, who: Viewer) -> str:
    """Return how far the judging of an area has come, as far as it is anybody's to know."""
    if not area.judging:
        return "gate closed" if silent(area) else "ready for its gate"
    total = len(area.statements)
    agreed = sum(s.judged is not None and s.judged.agreement is not None for s in area.statements)
    mine = who.id in {judge.id for judge in area.judges}
    left = len(to_judge(area, who))
    if agreed == total:
        return "agreed"
    if mine and left:
        return f"{total - left} of {total} judged by you"
    if agreed:
        return f"{agreed} of {total} agreed"
    if still_to_come(area):
        return "waiting for others" if mine else "being judged"
    return "judged by you" if len(area.judges) == 1 and mine else "judged by all"


# What is due


def due_of(seen: SessionView, today: date) -> str:
    """Return what of the plan is overdue, or due within 14 days, without a full stop; or nothing."""
    return due_words(seen.plan, today.isoformat())


# What is next


def next_in(area: AreaView, who: Viewer) -> Next | None:
    """Return what somebody can do next in an area; None: nothing waits for them there."""
    number = area.number
    if not area.judging:
        left = silent(area)
        if left:
            return Next(f"{left[0].ref} has no note yet", number, left[0].ref, "describe")
        if who.chairs:
            words = f"all of area {number} has notes, and its gate can be opened"
            return Next(words, number, area.statements[0].ref, "judge")
        return None
    waiting = to_judge(area, who)
    if waiting:
        return Next(f"{waiting[0].ref} waits for your judgement", number, waiting[0].ref, "judge")
    return _next_together(area) if who.chairs else None


def _next_together(area: AreaView) -> Next | None:
    """Return what who chairs can do next once all have cast; agreeing is for a panel."""
    number, first = area.number, area.statements[0].ref
    sealed = [s for s in area.statements if s.judged is not None and s.judged.sealed]
    if any(s.judged is not None and s.judged.to_come for s in sealed):
        return None
    panel = len(area.judges) + len(area.excused) > 1
    if panel and sealed:
        words = f"all have cast in area {number}, and the ballots can be opened"
        return Next(words, number, sealed[0].ref, "agree")
    open_to_talk = (s.ref for s in area.statements if panel and not _is_agreed(s))
    ref = next(open_to_talk, "")
    if ref:
        return Next(f"{ref} is not agreed yet", number, ref, "agree")
    if area.agreement is None:
        place: Place = "agree" if panel else "judge"
        return Next(f"area {number} has no sentence yet", number, first, place)
    return None


def _is_agreed(statement: StatementView) -> bool:
    agreed = statement.judged.agreement if statement.judged is not None else None
    return agreed is not None and not agreed.stale


def next_of(seen: SessionView, who: Viewer, here: int) -> Next | None:
    """Return what is next in a session, looking from the area `here` on and round the end."""
    place = next((i for i, area in enumerate(seen.areas) if area.number == here), 0)
    found = (next_in(area, who) for area in (*seen.areas[place:], *seen.areas[:place]))
    return next((step for step in found if step is not None), None)


def waited_for(seen: SessionView) -> str:
    """Return what the panel waits for where nothing waits for the viewer: a sentence, or nothing."""
    parts = []
    for area in seen.areas:
        names = still_to_come(area)
        if names:
            parts.append(f"area {area.number} waits for {_some(names)}")
        elif not area.judging:
            chairs = [p.name for p in seen.people if p.role == "facilitator" and not p.left]
            whom = _some(chairs) or "a reviewer"
            parts.append(f"area {area.number} waits for {whom} to open its gate")
    return "; ".join(parts)


def _some(names: list[str]) -> str:
    short = [name[:40] for name in names[:3]]
    return ", ".join([*short, *(["others"] if len(names) > 3 else [])])
