"""What could stand instead of a clue: one label a person all over a session, a year for a birthday."""

import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from .privacy_clue import Clue, like
from .seen_privacy import name_print

_LABELS = re.compile(
    r"\b(Learner|Parent|Teacher|TA|SENCO|Headteacher|Governor|Staff|Adult) (\w{1,3})\b"
)
_YOUNGEST, _OLDEST = 3, 18  # years old on the last day of August: Nursery, and Year 14


class Labels:
    """Gives each person of a session a label of their own, the same wherever they stand."""

    def __init__(
        self, given: Mapping[str, str], texts: Iterable[str], clues: Iterable[Clue], day: str = ""
    ) -> None:
        """`given`: labels by `name_print`; `texts`: where labels are used already; `day`: of the visit.

        `clues`: all of the session, in their order.
        """
        self._given, self._day = given, day
        self._used = {match[0] for text in texts for match in _LABELS.finditer(text)}
        self._used |= set(given.values())
        every = [clue for clue in clues if clue.who]
        self._whole = _whole_names(every)
        self._roles: dict[str, str] = {}
        for clue in every:
            who = self._person(clue.who)
            # Where one place alone says who somebody is, it holds for all.
            if self._roles.get(who, "Learner") in ("Learner", "Adult"):
                self._roles[who] = clue.role
        self._made: dict[str, str] = {}
        for clue in every:
            self._label(clue)

    def instead_of(self, clue: Clue) -> str:
        """Return what could stand instead of a clue."""
        if clue.who:
            return self._label(clue)
        if clue.kind == "date of birth":
            return year_group(clue.day, self._day) or "a date"
        return clue.instead or like(clue.word, "somebody")

    def _person(self, who: str) -> str:
        return self._whole.get(who, who)

    def _label(self, clue: Clue) -> str:
        for known in (clue.who, self._person(clue.who)):
            label = self._given.get(name_print(known))
            if label:
                return label
        who = self._person(clue.who)
        if who not in self._made:
            self._made[who] = self._next(self._roles.get(who) or clue.role or "Learner")
            self._used.add(self._made[who])
        return self._made[who]

    def _next(self, role: str) -> str:
        letters = [*ascii_uppercase, *(str(number) for number in range(27, 1000))]
        free = (f"{role} {letter}" for letter in letters if f"{role} {letter}" not in self._used)
        return next(free, role)


def _whole_names(clues: Iterable[Clue]) -> dict[str, str]:
    """Return the whole name of those whose first name stands alone too, where it is one person's."""
    names = {clue.who for clue in clues if clue.kind == "name"}
    longer: dict[str, list[str]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest and first in names:
            longer.setdefault(first, []).append(name)
    return {first: whole[0] for first, whole in longer.items() if len(whole) == 1}


def year_group(born: str, day: str) -> str:
    """Return the year group in England, on a day, of who was born then; empty: it cannot be told.

    Both as `YYYY-MM-DD`, or `YYYY-MM`. Source: whoever is 4 on the last day of August is in Reception
    in the school year that begins then.
    """
    try:
        year, month = int(born[:4]), int(born[5:7])
        now, in_month = int(day[:4]), int(day[5:7])
    except ValueError:
        return ""
    begun = now if in_month >= 9 else now - 1
    age = begun - year - (1 if month >= 9 else 0)
    if not _YOUNGEST <= age <= _OLDEST:
        return ""
    return {3: "Nursery", 4: "Reception"}.get(age, f"Year {age - 4}")
