"""What a set-up form holds, read: each field's value, or what is wrong with it, in words."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

import msgspec

from frameworks.model import Framework
from frameworks.text import clean_line
from sessions.errors import Refused
from sessions.library import read_phase, read_scope
from sessions.moments import read_day

T = TypeVar("T")

_DAYS = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?(?:[\s,;]+|$)")


class SetUp(msgspec.Struct, frozen=True):
    """What a session is set up with."""

    setting: str
    name: str
    """Who is typing."""
    date: str
    phase: str
    areas: tuple[int, ...]
    """Numbers; none: all of them."""
    facilitator: str
    reviewers: tuple[str, ...]
    """The other reviewers."""
    purpose: str


def read_setup(
    values: Mapping[str, str], framework: Framework | None, today: date
) -> tuple[SetUp, dict[str, str]]:
    """Return what the fields say, and by field what is wrong; a field that is not there is right."""
    wrong: dict[str, str] = {}

    def read(name: str, reader: Callable[[str], T], otherwise: T) -> T:
        try:
            return reader(clean_line(values[name])) if name in values else otherwise
        except Refused as refusal:
            wrong[name] = str(refusal)
            return otherwise

    setting = read("setting", _setting, "")
    name = read("name", _name, "")
    nobody: tuple[str, ...] = ()
    reviewers = read("reviewers", lambda text: _others(text, name), nobody)
    found = SetUp(
        setting=setting,
        name=name,
        date=read("date", lambda text: read_date(text, today), ""),
        phase=read("phase", read_phase, ""),
        areas=read("areas", lambda text: _areas(text, framework), ()),
        facilitator=read("facilitator", lambda text: _facilitator(text, reviewers), ""),
        reviewers=reviewers,
        purpose=read("purpose", str, ""),
    )
    return found, wrong


def _setting(text: str) -> str:
    if not text:
        raise Refused("Which setting is it? A session needs the name of one.")
    return text


def _name(text: str) -> str:
    if not text:
        raise Refused("Who are you? Give a name, or a role label such as Reviewer 1.")
    return text


def read_date(text: str, today: date) -> str:
    """Return a day that is written as British people do, or `2026-12-04`, as the latter.

    `4/12/2026`, `4/12/26`, `4 Dec 2026`; empty is today. Raises Refused.
    """
    plain = clean_line(text)
    for shape in _DAYS:
        try:
            return datetime.strptime(plain, shape).date().isoformat()
        except ValueError:
            continue
    return read_day(text, today)


def _areas(text: str, framework: Framework | None) -> tuple[int, ...]:
    if not text or text.casefold() == "all" or framework is None:
        return ()
    numbers: list[int] = []
    place = 0
    while place < len(text):
        found = _NUMBERS.match(text, place)
        if found is None:
            raise Refused(
                f"{text[place : place + 20]} is no number of an area; write 1 2 5, or 1-3."
            )
        first, last = int(found[1]), int(found[2] or found[1])
        numbers += range(first, last + 1)
        place = found.end()
    return tuple(read_scope(framework, numbers))


def _others(text: str, name: str) -> tuple[str, ...]:
    """Read names with commas between; nobody is there twice."""
    names = [found for part in text.split(",") if (found := part.strip())]
    known = {name.casefold()} if name else set()
    for other in names:
        if other.casefold() in known:
            raise Refused(f"{other[:60]} is here twice; give the second one another name.")
        known.add(other.casefold())
    return tuple(names)


def _facilitator(text: str, reviewers: tuple[str, ...]) -> str:
    if text.casefold() in {name.casefold() for name in reviewers}:
        raise Refused(f"{text[:60]} is among the other reviewers; leave one of the two out.")
    return text
