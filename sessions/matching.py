"""Which statement of one version of a framework is which of another: the same where the words are.

Source: point 4 of what Compare is for: versions are matched where the statement is the same, and it
is said where it is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from frameworks.model import Area, Framework, Scale, Statement

Kept = Literal["same", "changed"]
"""`same`: the words are the same, under whatever ref; `changed`: the ref has other words now."""


class Match(msgspec.Struct, frozen=True):
    """What a statement of an older version is in a newer one."""

    ref: str
    """Its ref now."""
    kept: Kept


def match(then: Sequence[Statement], now: Sequence[Statement]) -> dict[str, Match]:
    """Return by ref then what a statement is now; what is not in it is gone.

    First those of the same ref and words; then those whose words stand once on either side, under
    another ref; then those of the same ref, with other words. What this finds one way it finds the
    other way too.
    """
    before, after = _worded(then), _worded(now)
    found = {ref: Match(ref, "same") for ref, said in before.items() if after.get(ref) == said}
    left, right = _without(before, found), _without(after, found)
    alone = {said for said, n in Counter(right.values()).items() if n == 1}
    once = {said for said, n in Counter(left.values()).items() if n == 1} & alone
    moved = {said: ref for ref, said in right.items()}
    found |= {ref: Match(moved[said], "same") for ref, said in left.items() if said in once}
    taken = {match.ref for match in found.values()}
    left, right = _without(before, found), _without(after, taken)
    return found | {ref: Match(ref, "changed") for ref in left if ref in right}


def match_frameworks(then: Framework, now: Framework) -> dict[str, Match]:
    """Return by ref then what a statement of a framework's older version is in a newer one."""
    return match(statements_of(then.areas), statements_of(now.areas))


def match_areas(then: Framework, now: Framework) -> dict[int, int]:
    """Return by number then what an area is now: the one of its title, else of its number.

    By its number only where a statement of it is there still; what is not in it is gone.
    """
    titles = _alone(_titles(now.areas))
    found = {
        number: titles[said]
        for said, number in _alone(_titles(then.areas)).items()
        if said in titles
    }
    refs = match_frameworks(then, now)
    for area in then.areas:
        same = now.area(area.number)
        if area.number in found or same is None or same.number in found.values():
            continue
        here = {statement.ref for statement in same.statements}
        if any(s.ref in refs and refs[s.ref].ref in here for s in area.statements):
            found[area.number] = same.number
    return found


def same_words(one: Statement, other: Statement) -> bool:
    """Return whether two statements say the same, whatever their refs."""
    return _words(one) == _words(other)


def same_scale(one: Scale, other: Scale) -> bool:
    """Return whether two scales have the same steps in the same order, the weakest first."""
    return [step.key for step in one.rising()] == [step.key for step in other.rising()]


def folded(text: str) -> str:
    """Return a text as it is compared: whatever its capitals and blanks."""
    return " ".join(text.casefold().split())


def is_same_setting(one: str, other: str) -> bool:
    """Return whether two names are of one setting, whatever their capitals and blanks."""
    return folded(one) == folded(other)


def statements_of(areas: Iterable[Area]) -> tuple[Statement, ...]:
    """Return the statements of areas, in order."""
    return tuple(statement for area in areas for statement in area.statements)


def _words(statement: Statement) -> str:
    """Return what a statement says in all: the wording that loses nothing."""
    return folded(statement.full or statement.text)


def _worded(statements: Sequence[Statement]) -> dict[str, str]:
    return {statement.ref: _words(statement) for statement in statements}


def _without(worded: Mapping[str, str], refs: Iterable[str]) -> dict[str, str]:
    gone = set(refs)
    return {ref: said for ref, said in worded.items() if ref not in gone}


def _titles(areas: Iterable[Area]) -> list[tuple[str, int]]:
    return [(folded(area.title), area.number) for area in areas]


def _alone(titles: list[tuple[str, int]]) -> dict[str, int]:
    """Return the titles that only one area has."""
    times = Counter(title for title, _ in titles)
    return {title: number for title, number in titles if times[title] == 1}
