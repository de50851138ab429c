"""A session as a row of the library: which, when, and what is under way; never how well."""

from collections.abc import Iterable
from datetime import date

import msgspec
from textual.content import Content

from screens.symbols import Symbols
from sessions.catalogue import Row
from sessions.keeping import is_due, reminder
from sessions.listing import Twin, day_words, haystack, state_word

from .lines import shorten, two_ends

LONGEST = 300
"""Characters of a setting, a name or a title that a row looks at: more than any screen is wide."""

_ROOMY = 70  # columns from which on a framework's title has room beside most settings


class About(msgspec.Struct, frozen=True):
    """What a row says beside what is in it."""

    today: date
    wanted: tuple[str, ...] = ()
    """The words that it was found by."""
    twin: Twin | None = None
    """What else is the same session, or looks like it."""


def under_way(row: Row) -> str:
    """Return which areas are in which pass: `describing 1-3 5, judging 4`."""
    parts = (("describing", row.describing), ("judging", row.judging))
    busy = [(word, areas) for word, areas in parts if areas]
    if len(busy) == 1 and len(busy[0][1]) > 1:
        return f"{busy[0][0]} all {len(busy[0][1])} areas"
    return ", ".join(f"{word} {_runs(areas)}" for word, areas in busy)


def _runs(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: three or more in a row as `1-3`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    short = (f"{r[0]}-{r[-1]}" if len(r) > 2 else " ".join(map(str, r)) for r in runs)
    return " ".join(short)


def noted(row: Row, of_what: str = " statements") -> str:
    """Return how far the notes reach: progress, not a rating."""
    if not row.evidenced:
        return "no notes yet"
    return f"{row.evidenced} of {row.statements}{of_what} have notes"


def marks(row: Row, about: About) -> list[str]:
    """Return what sets a session apart, the most pressing first."""
    found = []
    if is_due(row, about.today):
        found.append("retention date has come")
    elif reminder(row, about.today):
        left = (date.fromisoformat(row.retention) - about.today).days
        found.append("to be erased tomorrow" if left == 1 else f"to be erased in {left} days")
    if about.twin is not None:
        found.append(about.twin.words)
    if row.archived:
        found.append("archived")
    if row.state != "draft":
        found.append(state_word(row))
    if row.handed_over:
        found.append("handed over")
    return found


def session_prompt(row: Row, width: int, symbols: Symbols, about: About) -> Content:
    """Return a session in two lines of `width` columns."""
    if row.trouble:
        first = Content.styled("A session that cannot be read", "bold $error")
        words = shorten(row.trouble[:LONGEST], max(width - 2, 8), symbols)
        return Content.assemble(first, "\n  ", (words, "$muted"))
    day = Content.styled(day_words(row.date), "$muted")
    room = max(width - day.cell_length - 2, 8)
    name = Content.styled(shorten((row.setting or row.name)[:LONGEST], room, symbols), "bold")
    title = Content.styled(f"   {row.framework_title[:LONGEST]}", "$muted")
    if width >= _ROOMY and name.cell_length + title.cell_length <= room:
        name += title
    second = _second_line(row, max(width - 2, 8), symbols, about)
    return Content.assemble(two_ends(name, day, width), "\n  ", (second, "$muted"))


def _second_line(row: Row, width: int, symbols: Symbols, about: About) -> str:
    """Return as much as fits of what is under way, most useful first."""
    state = under_way(row)
    # A row that was found by somebody's name says whose.
    names = [n[:LONGEST] for n in row.people if any(w in n.casefold() for w in about.wanted)]
    people = [", ".join(names)] if names else []
    apart = marks(row, about)
    ways = (
        (*apart, state, noted(row), *people),
        (*apart, state, noted(row, ""), *people),
        (*people, *apart, state, noted(row, "")),
        (*people, *apart, noted(row, "")),
        (*people, *apart),
    )
    lines = [symbols.between.join(part for part in way if part) for way in ways]
    fitting = (line for line in lines if Content(line).cell_length <= width)
    return next(fitting, shorten(lines[2], width, symbols))


__all__ = ["LONGEST", "About", "day_words", "haystack", "noted", "session_prompt", "under_way"]
