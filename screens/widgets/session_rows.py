"""A session as a row of the library: which, when, and what is under way; never how well."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from screens.symbols import Symbols
from sessions.catalogue import Row
from sessions.records import PHASES

from .lines import shorten, two_ends

LONGEST = 300
"""Characters of a setting, a name or a title that a row looks at: more than any screen is wide."""

_ROOMY = 70  # columns from which on a framework's title has room beside most settings


def day_words(text: str) -> str:
    """Return a day as people read it, `21 November 2026`; what is no day comes back as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text[:LONGEST]
    return f"{day.day} {day:%B %Y}"


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


def haystack(row: Row) -> str:
    """Return all that a filter looks through, ready to be searched."""
    parts = (
        row.setting,
        row.name,
        row.date,
        day_words(row.date),
        row.framework_title,
        PHASES.get(row.phase, ""),
        *row.people,
        row.trouble,
    )
    return "\n".join(parts).casefold()


def session_prompt(row: Row, width: int, symbols: Symbols, wanted: Iterable[str] = ()) -> Content:
    """Return a session in two lines of `width` columns; `wanted`: the words it was found by."""
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
    second = _second_line(row, max(width - 2, 8), symbols, wanted)
    return Content.assemble(two_ends(name, day, width), "\n  ", (second, "$muted"))


def _second_line(row: Row, width: int, symbols: Symbols, wanted: Iterable[str]) -> str:
    """Return as much as fits of what is under way, most useful first."""
    state = under_way(row)
    # A row that was found by somebody's name says whose.
    names = [n[:LONGEST] for n in row.people if any(word in n.casefold() for word in wanted)]
    people = [", ".join(names)] if names else []
    ways = (
        (state, noted(row), *people),
        (state, noted(row, ""), *people),
        (*people, state, noted(row, "")),
    )
    lines = [symbols.between.join(part for part in way if part) for way in ways]
    fitting = (line for line in lines if Content(line).cell_length <= width)
    return next(fitting, shorten(lines[-1], width, symbols))
