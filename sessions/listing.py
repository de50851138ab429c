"""The library's rows in order: sorted, grouped, narrowed, with the copies among them recognised.

Everything here looks at rows alone, so that ten thousand of them are a matter of milliseconds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from .catalogue import Row
from .records import PHASES
from .records_after import STATES

ORDERS: dict[str, str] = {
    "date": "newest first",
    "setting": "by setting",
    "framework": "by framework",
    "state": "by state",
}
"""How rows can be sorted: what commands call it, and what people read."""

GROUPS: dict[str, str] = {
    "none": "no groups",
    "setting": "grouped by setting",
    "framework": "grouped by framework",
    "year": "grouped by year",
    "state": "grouped by state",
}
"""What rows can be grouped by."""

NOT_READ = "Cannot be read"
_STATES = tuple(STATES)


class Group(msgspec.Struct, frozen=True):
    """Rows that belong together."""

    title: str
    """What they have in common; empty: nothing is grouped."""
    rows: tuple[Row, ...]


class Wanted(msgspec.Struct, frozen=True):
    """Which rows are wanted. What is empty narrows nothing."""

    words: tuple[str, ...] = ()
    """Casefolded; each must stand somewhere in the row."""
    setting: str = ""
    framework: str = ""
    state: str = ""
    since: str = ""
    """The first day, `YYYY-MM-DD`."""
    until: str = ""
    archived: bool | None = None
    """True: those alone that are put away; False: those alone that are not."""


def state_word(row: Row) -> str:
    """Return how far a session's report is, in words."""
    return STATES.get(row.state, row.state)


def day_words(text: str) -> str:
    """Return a day as people read it, `21 November 2026`; what is no day comes back as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text[:300]
    return f"{day.day} {day:%B %Y}"


def haystack(row: Row) -> str:
    """Return all that a filter looks through, ready to be searched."""
    parts = (
        row.setting,
        row.name,
        row.date,
        day_words(row.date),
        row.framework_title,
        PHASES.get(row.phase, ""),
        "" if row.trouble else state_word(row),
        "archived" if row.archived else "",
        f"erase after {row.retention}" if row.retention else "",
        *row.people,
        row.trouble,
    )
    return "\n".join(parts).casefold()


def narrowed(
    rows: Iterable[Row], wanted: Wanted, hay: Mapping[str, str] | None = None
) -> list[Row]:
    """Return the rows that are wanted, in the order they come in; `hay`: `haystack` by id."""
    found = []
    setting, framework = wanted.setting.casefold(), wanted.framework.casefold()
    for row in rows:
        if wanted.archived is not None and row.archived != wanted.archived:
            continue
        if (setting and setting not in row.setting.casefold()) or (
            framework and framework not in f"{row.framework}\n{row.framework_title}".casefold()
        ):
            continue
        if wanted.state and row.state != wanted.state:
            continue
        if (wanted.since and row.date < wanted.since) or (
            wanted.until and row.date[: len(wanted.until)] > wanted.until
        ):
            continue
        if wanted.words:
            text = hay[row.id] if hay is not None else haystack(row)
            if not all(word in text for word in wanted.words):
                continue
        found.append(row)
    return found


def ordered(rows: Iterable[Row], order: str = "date") -> list[Row]:
    """Return rows in an order of `ORDERS`; of those that are alike there, the newest first."""
    newest = sorted(rows, key=lambda row: (row.date, row.id), reverse=True)
    return newest if order == "date" else sorted(newest, key=_KEYS[order])


def grouped(rows: Sequence[Row], group: str = "none") -> tuple[Group, ...]:
    """Return rows in groups, each in the order they come in; years newest first, the rest by name."""
    if group == "none" or not rows:
        return (Group("", tuple(rows)),) if rows else ()
    found: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        found[_sorts(row, group)].append(row)
    places = sorted(found, key=str, reverse=group == "year")
    places.sort(key=lambda place: found[place][0].trouble != "")
    return tuple(Group(_title(found[place][0], group), tuple(found[place])) for place in places)


def _sorts(row: Row, group: str) -> object:
    if row.trouble:
        return ""
    if group == "year":
        return row.date[:4]
    return _KEYS[group](row)


def _title(row: Row, group: str) -> str:
    if row.trouble:
        return NOT_READ
    if group == "year":
        return row.date[:4] or "No date"
    if group == "state":
        word = state_word(row)
        return word[:1].upper() + word[1:]
    return (row.setting if group == "setting" else row.framework_title) or "No name"


def _by_state(row: Row) -> str:
    return str(_STATES.index(row.state)) if row.state in _STATES else "9"


_KEYS: dict[str, Callable[[Row], str]] = {
    "setting": lambda row: row.setting.casefold(),
    "framework": lambda row: row.framework_title.casefold(),
    "state": _by_state,
}


# Copies


class Twin(msgspec.Struct, frozen=True):
    """What else in the library is the same session, or looks like it."""

    same: tuple[str, ...] = ()
    """The ids of other sessions that hold the same record: copies."""
    alike: tuple[str, ...] = ()
    """The ids of other sessions of the same setting, day and framework."""
    folders: tuple[str, ...] = ()
    """Folders that hold a copy and are not listed."""

    @property
    def words(self) -> str:
        """What to say of it, in a few words."""
        if self.same:
            return f"the same session is here {_times(len(self.same) + 1)}"
        if self.folders:
            more = f" and {len(self.folders) - 1} more" if len(self.folders) > 1 else ""
            return f"a copy is in the folder {self.folders[0]}{more}"
        return f"{_others(len(self.alike))} of this setting, day and framework"


def twins(rows: Iterable[Row]) -> dict[str, Twin]:
    """Return what else holds the same session, or looks like it, by id; only of those that have any."""
    known = [row for row in rows if not row.trouble]
    origins: dict[str, list[str]] = defaultdict(list)
    looks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in known:
        origins[row.origin or row.id].append(row.id)
        looks[_look(row)].append(row.id)
    found = {}
    for row in known:
        same, alike = origins[row.origin or row.id], looks[_look(row)]
        if len(same) > 1 or len(alike) > 1 or row.copies:
            found[row.id] = Twin(
                _without(same, row.id) if len(same) > 1 else (),
                _without(alike, row.id) if len(alike) > 1 and len(same) == 1 else (),
                row.copies,
            )
    return found


def _look(row: Row) -> tuple[str, str, str]:
    return " ".join(row.setting.casefold().split()), row.date, row.framework


_NAMED = 20  # of thousands of copies nobody wants to read more


def _without(ids: Sequence[str], own: str) -> tuple[str, ...]:
    return tuple(identity for identity in ids[: _NAMED + 1] if identity != own)


def _times(number: int) -> str:
    if number > _NAMED:
        return f"more than {_NAMED} times"
    return {2: "twice", 3: "three times"}.get(number, f"{number} times")


def _others(number: int) -> str:
    return "there is another session" if number == 1 else "there are other sessions"
