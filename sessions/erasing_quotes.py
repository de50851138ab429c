"""Which other texts say what an erased note said: they are listed, for a person to mend.

Found by the note's own words: four of them in a row, or a name that it has. It misses what is put in
other words, and says so wherever it is used.
"""

import re
from collections.abc import Collection, Iterable, Iterator

import msgspec

from .merge import Records
from .privacy_words import is_ordinary
from .records import Dot
from .search_rows import SearchRow, rows_of
from .seen import SessionView

RUN = 4
"""So many words in a row may be a quotation: a person looks."""

LONG_RUN = 6
"""So many surely are one: the older wordings of such a text go without anybody looking."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Quote(msgspec.Struct, frozen=True):
    """Another text that says some of it."""

    place: str
    """What it is, in a few words: `because of 1.2, Ben Orr`."""
    said: str
    """The words that both have."""


def quotes(seen: SessionView, note: str, texts: Iterable[str]) -> tuple[Quote, ...]:
    """Return what else in a view has words of a note; `note`: its ref, `texts`: all it ever said."""
    known = _known(seen)
    whole = list(texts)
    runs = runs_of(whole)
    names = {name for text in whole for name in names_in(text)} - known
    found = []
    for row in rows_of(seen):
        if row.kind in ("setting", "person") or (row.kind == "note" and row.note == note):
            continue
        said = shared(row.text, runs, names)
        if said:
            found.append(Quote(_place(row), said))
    return tuple(found)


_NO_HISTORY = frozenset({"gate", "reveal", "participant", "filing", "excuse", "erasure"})
"""The kinds whose older versions are never emptied: what happened at a gate stays, and who was there."""


def quoting(
    records: Records, seen: SessionView, note: str, texts: Collection[str]
) -> dict[str, tuple[Dot, ...]]:
    """Return which versions of other records have words of a note, by record; `note`: its id.

    All of them, also what the one who erases may not see: nothing of it is told.
    """
    runs = runs_of(texts, LONG_RUN)
    names = {name for text in texts for name in names_in(text)} - _known(seen)
    found: dict[str, tuple[Dot, ...]] = {}
    for version in records.all():
        if version.kind in _NO_HISTORY or version.id == note:
            continue
        if any(shared(text, runs, names, LONG_RUN) for text in _strings(version.body)):
            found[version.id] = (*found.get(version.id, ()), version.dot)
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def shared(
    text: str, runs: Collection[tuple[str, ...]], names: Collection[str], length: int = RUN
) -> str:
    """Return the first words that a text has of these, as it has them; empty: none."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    folded = [word.casefold() for word, _, _ in words]
    for place in range(len(words)):
        if tuple(folded[place : place + length]) in runs:
            return text[words[place][1] : words[place + length - 1][2]]
    return next((word for word, _, _ in words if _bare(word) in names), "")


def runs_of(texts: Iterable[str], length: int = RUN) -> set[tuple[str, ...]]:
    """Return every run of so many words in some texts."""
    return {run for text in texts for run in _runs(text, length)}


def names_in(text: str) -> set[str]:
    """Return the words of a text that look like names: with a capital, and not of the language."""
    found = {_bare(match[0]) for match in _WORD.finditer(text)}
    return {w for w in found if w[:1].isupper() and len(w) > 2 and not is_ordinary(w.casefold())}


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    for place in range(len(words) - length + 1):
        yield tuple(words[place : place + length])


def _known(seen: SessionView) -> set[str]:
    """Return the names that may be named: of the setting, and of the people of the review."""
    known = set()
    for text in (seen.setting, *(person.name for person in seen.people)):
        known |= {_bare(match[0]) for match in _WORD.finditer(text)}
    return known


_CALLED = {
    "note": "note",
    "because": "because of",
    "agreed": "what is agreed of",
    "finding": "finding",
    "reply": "reply",
    "key-result": "key result",
    "action": "action",
    "monitoring": "what was seen",
    "plan": "plan:",
    "enquiry": "line of enquiry",
    "activity": "activity",
    "own-view": "the setting's own view of",
    "then": "what was agreed before of",
    "gate": "the reason at a gate:",
    "report": "words for the report:",
    "purpose": "purpose",
}


def _place(row: SearchRow) -> str:
    return f"{_CALLED.get(row.kind, row.kind)} {row.title}".strip()
