"""What fits a query: as words and marks, and as SQLite's two ways of asking for them.

A mark is a word of the index that no text has: it begins with a nought and a letter, and says which
area, source, stage, setting or framework a row belongs to. Whatever somebody types reaches SQLite
as plain words in quotes; nothing of it is ever read as a command.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .search import Query
from .search_rows import SearchRow
from .search_words import words_of
from .seen import SessionView

_MOST = 32  # of words, and of values of a filter: SQLite refuses a question of thousands
_NOT_PLAIN = re.compile("[^a-z0-9]")


class Term(NamedTuple):
    """Words that stand beside each other in a column."""

    column: str
    words: tuple[str, ...]
    whole: bool
    """Whether the last one is all of a word; else it is how one begins."""


VIEWS = ("because", "agreed", "own-view", "then")
"""The kinds of what somebody thinks of practice: what may speak of a stage."""


class Closed(NamedTuple):
    """Views that are passed over: their areas are being described in the review that is open."""

    serials: tuple[int, ...]
    """The numbers of the other reviews of its setting."""
    areas: tuple[int, ...]
    framework: str
    """The id of its framework."""


Clause = list[list[Term]]
"""Of several lists one must fit, and of that list all terms."""


def _plain(text: str) -> str:
    """Return a key or a ref as one word, so that no two are alike."""
    return _NOT_PLAIN.sub(lambda sign: f"0{ord(sign[0]):x}0", text.lower())


def marks_of(seen: SessionView) -> Callable[[SearchRow], list[str]]:
    """Return what gives the marks of a row of a session."""
    framework = words_of(f"{seen.framework} {seen.framework_title}")
    shared = [f"0n{seen.id}", *(f"0s{word}" for word in dict.fromkeys(words_of(seen.setting)))]
    shared += [f"0f{word}" for word in dict.fromkeys(framework)]

    def marks(row: SearchRow) -> list[str]:
        own = [f"0a{number}" for number in row.areas]
        own += [f"0r{_plain(ref)}" for ref in row.statements]
        own += [f"0o{_plain(row.source)}"] if row.source else []
        own += [f"0t{word}" for stage in row.stages for word in words_of(stage)]
        return shared + own

    return marks


def clauses(query: Query) -> list[Clause]:
    """Return what must fit, all of it."""
    found: list[Clause] = [
        [[Term("words", need.words[:_MOST], need.whole)]] for need in query.needs[:_MOST]
    ]
    found += [_beginning("0s", query.settings), _beginning("0f", query.frameworks)]
    found += [_beginning("0t", query.stages), _exactly("0a", map(str, query.areas))]
    found += [_exactly("0r", map(_plain, query.statements))]
    found += [_exactly("0o", map(_plain, query.sources))]
    found.append(_exactly("0n", [query.session] if query.session else []))
    return [clause[:_MOST] for clause in found if clause]


def marked(areas: Iterable[int], framework: str) -> list[Clause]:
    """Return what a row of one of some areas fits, in a review of a framework of that id."""
    words = [_exactly("0f", [word]) for word in words_of(framework)]
    return [_exactly("0a", map(str, areas)), *words]


def _beginning(mark: str, values: Iterable[tuple[str, ...]]) -> Clause:
    return [[Term("marks", (mark + word,), False) for word in words] for words in values]


def _exactly(mark: str, values: Iterable[str]) -> Clause:
    return [[Term("marks", (mark + value,), True)] for value in values]


def in_full_text(wanted: list[Clause]) -> str:
    """Return it as a full-text query."""
    return " AND ".join(_either(clause, _phrase) for clause in wanted)


def like(wanted: list[Clause]) -> tuple[str, list[str]]:
    """Return it as a condition on rows, with the patterns in it."""
    terms = [term for clause in wanted for every in clause for term in every]
    patterns = [f"% {' '.join(term.words)}{' %' if term.whole else '%'}" for term in terms]
    return " AND ".join(
        _either(clause, lambda t: f"{t.column} LIKE ?") for clause in wanted
    ), patterns


def _either(clause: Clause, said: Callable[[Term], str]) -> str:
    ways = (" AND ".join(said(term) for term in every) for every in clause)
    return f"({' OR '.join(f'({way})' for way in ways)})"


def _phrase(term: Term) -> str:
    return f'{term.column} : "{" ".join(term.words)}"{"" if term.whole else " *"}'
