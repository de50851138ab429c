"""What words for the report rest on at one remove: the notes and ballots beneath what they speak of.

A finding, or what is agreed, says the same when a note that it rests on changes; and still somebody
looks again at the words that were written from it. Nothing here names a note: it may be private by now.
"""

from collections.abc import Iterable, Iterator, Mapping

from .numbered import refs
from .records import Agreement
from .records_plan import Finding
from .resting import of_statement, standing_print
from .state import State

_BENEATH = "beneath/"
"""With this begins the id of what lies beneath a record; the id of no record does."""

_BALLOTS = "ballots/"


def beneath(state: State, records: Iterable[str], judged: Iterable[str] = ()) -> dict[str, str]:
    """Return what lies beneath these findings and agreements, each with a fingerprint of it as it is.

    `judged`: statements of which nothing is agreed, so that the words rest on their open ballots.
    """
    found = {}
    for record in records:
        body = _standing(state, record)
        if body is not None:
            found[f"{_BENEATH}{record}"] = standing_print(state, body)
    for ref in judged:
        rests = of_statement(state, ref)
        if rests:
            ballots = Agreement(statement=ref, rests=rests)
            found[f"{_BENEATH}{_BALLOTS}{ref}"] = standing_print(state, ballots)
    return found


def is_beneath(record: str) -> bool:
    """Return whether an id is one of those that `beneath` gives."""
    return record.startswith(_BENEATH)


def changed_beneath(
    state: State, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[str]:
    """Yield in words what has changed beneath what words rest on; what is new or gone is told above it."""
    for record, mark in before.items():
        if is_beneath(record) and now.get(record, mark) != mark:
            yield _in_words(state, record.removeprefix(_BENEATH))


def _standing(state: State, record: str) -> Agreement | Finding | None:
    if record.startswith("agreement/"):
        found = state.agreement(record.removeprefix("agreement/"))
        return found[1] if found is not None else None
    return state.standing(record, Finding)


def _in_words(state: State, record: str) -> str:
    if record.startswith(_BALLOTS):
        return (
            f"the judgement of {record.removeprefix(_BALLOTS)}, or what it rests on, changed since"
        )
    subject = record.removeprefix("agreement/")
    if subject == record:
        what = f"finding {refs(state, 'finding').get(record, '')}"
    elif subject.startswith("area/"):
        what = f"the sentence of {subject.replace('/', ' ')}"
    else:
        what = f"the agreed view of {subject}"
    return f"what {what} rests on changed since"
