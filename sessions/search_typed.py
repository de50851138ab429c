"""What somebody types to search, taken apart: words, "words as they stand", and filters.

    attendance source:data area:2 setting:"Hollin Bank" from:2026-09

Any text is a question: what is no filter is a word, and what a filter cannot be is said.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date

import msgspec

from frameworks.text import clean_line

from .records import SOURCES
from .search import KINDS, Query
from .search_words import needs_of, words_of

FILTERS: dict[str, str] = {
    "setting": 'setting:Hollin or setting:"Hollin Bank": a word of the name',
    "framework": "framework:audit: a word of its id or title",
    "area": "area:2 or area:2,5: the numbers of areas",
    "statement": "statement:2.3: the ref of a statement",
    "source": f"source: one of {', '.join(SOURCES)}",
    "stage": "stage: a stage's name; only behind the gate of an area",
    "from": "from:2026-09-01, from:2026-09 or from:2026: the first day",
    "to": "to:2026-12-31, to:2026-12 or to:2026: the last day",
    "kind": f"kind: one of {', '.join(KINDS)}",
}
"""What each filter can be, in a few words."""

_FILTER = re.compile(
    rf'(?<!\S)({"|".join(FILTERS)}):(?:["“”]([^"“”]*)["“”]?|([^\s"“”]*))', re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_query(typed: str) -> Query:
    """Return what somebody means by what they type."""
    typed = clean_line(typed)
    query = Query()
    words = []
    rest = 0
    for match in _FILTER.finditer(typed):
        if typed.count('"', rest, match.start()) % 2:
            continue  # it stands in quotes: words like any other
        words.append(typed[rest : match.start()])
        query = narrow(query, match[1].lower(), match[2] if match[2] is not None else match[3])
        rest = match.end()
    words.append(typed[rest:])
    return msgspec.structs.replace(query, needs=needs_of(" ".join(words)))


def narrow(query: Query, name: str, value: str) -> Query:
    """Return a query with one more filter; `name` is one of `FILTERS`. Empty: it says what it can be."""
    value = clean_line(value)
    if not value:
        return msgspec.structs.replace(query, hints=(*query.hints, FILTERS[name]))
    return _NARROW[name](query, value)


def _no(query: Query, sentence: str) -> Query:
    return msgspec.structs.replace(query, wrong=(*query.wrong, sentence))


def _setting(query: Query, value: str) -> Query:
    words = words_of(value)
    return msgspec.structs.replace(query, settings=(*query.settings, words)) if words else query


def _framework(query: Query, value: str) -> Query:
    words = words_of(value)
    return msgspec.structs.replace(query, frameworks=(*query.frameworks, words)) if words else query


def _stage(query: Query, value: str) -> Query:
    words = words_of(value)
    return msgspec.structs.replace(query, stages=(*query.stages, words)) if words else query


def _area(query: Query, value: str) -> Query:
    numbers = [part for part in re.split(r"[,;\s]+", value) if part]
    if not all(number.isascii() and number.isdecimal() and len(number) < 6 for number in numbers):
        return _no(query, f"{value} is not an area; write area:2 or area:2,5.")
    return msgspec.structs.replace(query, areas=(*query.areas, *map(int, numbers)))


def _statement(query: Query, value: str) -> Query:
    return msgspec.structs.replace(query, statements=(*query.statements, value))


def _source(query: Query, value: str) -> Query:
    fitting = tuple(key for key in SOURCES if _begins(value, key, SOURCES[key]))
    if not fitting:
        return _no(query, f"There is no source {value}; it is one of {', '.join(SOURCES)}.")
    return msgspec.structs.replace(query, sources=(*query.sources, *fitting))


def _kind(query: Query, value: str) -> Query:
    fitting = tuple(key for key in KINDS if value.lower() in (key, KINDS[key]))
    fitting = fitting or tuple(key for key in KINDS if _begins(value, key, KINDS[key]))
    if not fitting:
        return _no(query, f"There is no kind {value}; it is one of {', '.join(KINDS)}.")
    return msgspec.structs.replace(query, kinds=(*query.kinds, *fitting))


def _begins(value: str, *names: str) -> bool:
    """Return whether the words of a value begin words of a key or a name, in their order."""
    wanted = words_of(value)
    for name in names:
        words = words_of(name)
        for place in range(len(words)):
            there = words[place : place + len(wanted)]
            pairs = zip(there, wanted, strict=False)
            if wanted and len(there) == len(wanted) and all(w.startswith(b) for w, b in pairs):
                return True
    return False


def _from(query: Query, value: str) -> Query:
    days = _days(value)
    if days is None:
        return _no(
            query, f"{value} is not a date; write from:2026-09-01, from:2026-09 or from:2026."
        )
    return msgspec.structs.replace(query, since=max(query.since, days[0]))


def _to(query: Query, value: str) -> Query:
    days = _days(value)
    if days is None:
        return _no(query, f"{value} is not a date; write to:2026-12-31, to:2026-12 or to:2026.")
    return msgspec.structs.replace(query, until=min(query.until or days[1], days[1]))


def _days(value: str) -> tuple[str, str] | None:
    """Return the first and the last day of what a date names; None: it is no date."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first
        if not day:
            last_month = month or 12
            last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    return first.isoformat(), last.isoformat()


_NARROW: dict[str, Callable[[Query, str], Query]] = {
    "setting": _setting,
    "framework": _framework,
    "area": _area,
    "statement": _statement,
    "source": _source,
    "stage": _stage,
    "from": _from,
    "to": _to,
    "kind": _kind,
}
