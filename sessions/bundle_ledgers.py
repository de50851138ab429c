"""What of a session goes into a bundle: its ledgers, with or without what is for its author alone.

Source: settled questions of the design: a private note is never exported until it is shared. Nor is a
ballot that was not cast, and what was deleted or erased is not handed on.
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

import msgspec

from .erasing_tables import scrub_tables
from .ledger import ledger_files, read_ledger, versions_in
from .records import Ballot, Evidence, Version
from .records_after import HANDED_OVER
from .session import PACK, Session
from .storage import BACKUP, read_tables

Tables = dict[str, dict[str, Any]]

_KEEPERS_OWN = {"session/archived", HANDED_OVER}
"""What is said of this copy, and not of the record."""

_DELETABLE = (
    *("evidence", "ballot", "finding", "key_result", "action", "monitoring"),
    *("enquiry", "activity", "reply", "report_text"),
)
"""The kinds of record of which nothing is handed over once they are deleted, but that they were."""


class Chosen(msgspec.Struct, frozen=True):
    """The files of a session that go into a bundle, and what is left out of them."""

    files: dict[str, bytes]
    left_out: dict[str, int]
    """`private notes`, `deleted notes`, `judgements not cast`: how many there are of each."""
    holds: dict[str, int]
    """Each writer's latest number, of what the session has."""


def everything(session: Session) -> Chosen:
    """Return the whole of a session, for its keeper: private notes and all. Raises OSError."""
    files = {name: msgspec.json.encode(tables) for name, tables in _ledgers(session)}
    return Chosen(_with_pack(session, files), {}, holds(session))


def for_the_school(session: Session) -> Chosen:
    """Return what is handed over: nothing that is for its author alone. Raises OSError."""
    hidden, drafts, removed = _private(session), _not_cast(session), _removed(session)
    notes = {identity for identity, kind in removed.items() if kind == "evidence"} - hidden
    away = _Away(hidden | drafts | _KEEPERS_OWN, removed.keys(), _undone(session))
    files = {}
    for name, tables in _ledgers(session):
        kept = {kind: _kept(kind, rows, away) for kind, rows in tables.items()}
        files[name] = msgspec.json.encode(kept)
    found = {
        "private notes": len(hidden),
        "deleted notes": len(notes),
        "judgements not cast": len(drafts),
    }
    left = {what: number for what, number in found.items() if number}
    return Chosen(_with_pack(session, files), left, holds(session))


def holds(session: Session) -> dict[str, int]:
    """Return each writer's latest number in a session."""
    found: dict[str, int] = {}
    for version in session.records.all():
        writer, count = version.dot
        found[writer] = max(count, found.get(writer, 0))
    return found


def _with_pack(session: Session, files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, PACK: (session.folder / PACK).read_bytes()}


def _ledgers(session: Session) -> Iterator[tuple[str, Tables]]:
    """Yield each ledger's name and tables, without the words of what was erased."""
    session.flush()  # what is still on its way to the disk goes along
    for path in ledger_files(session.folder):
        read_ledger(path)  # where it is damaged, its last good copy is put back
        try:
            tables = read_tables(path)
        except (FileNotFoundError, ValueError):
            tables = read_tables(path.with_name(path.name + BACKUP))
        scrub_tables(tables, session.records)
        yield path.name, tables


class _Away(NamedTuple):
    """What is not handed over."""

    wholly: Set[str]
    """Ids of records, and of what is made of them."""
    removed: Set[str]
    """Ids of records that were deleted: that they were goes along, and nothing that they said."""
    undone: Set[str]
    """Acts that were taken back."""


def _private(session: Session) -> set[str]:
    """Return the notes that are private, whatever copy says so."""
    hidden = set()
    for identity in session.records.of_kind("evidence"):
        if identity not in session.records.erased:
            live = [session.records.body(version) for version in session.records.live(identity)]
            if any(isinstance(body, Evidence) and body.private for body in live):
                hidden.add(identity)
    return hidden


def _removed(session: Session) -> dict[str, str]:
    """Return the records that were deleted or taken back, each with its kind."""
    records = session.records
    return {
        identity: kind
        for kind in _DELETABLE
        for identity in records.of_kind(kind)
        if identity not in records.erased and records.standing(identity) is None
    }


def _undone(session: Session) -> set[str]:
    return {version.undoes for version in session.records.all() if version.undoes}


def _not_cast(session: Session) -> set[str]:
    """Return the ballots that are drafts, as far as any copy says."""
    found = set()
    for identity in session.records.of_kind("ballot"):
        live = [session.records.body(version) for version in session.records.live(identity)]
        if any(isinstance(body, Ballot) and not body.cast for body in live):
            found.add(identity)
    return found


def _kept(kind: str, rows: dict[str, Any], away: _Away) -> dict[str, Any]:
    """Return the rows of a table that are handed over; their numbers are as they were."""
    kept = {number: row for number, row in rows.items() if not _is_away(kind, row, away)}
    if kind == "evidence":
        return {number: _shared(row) for number, row in kept.items()}
    if kind == "ballot":
        return {number: row for number, row in kept.items() if _is_cast(row)}
    return kept


def _is_away(kind: str, row: Any, away: _Away) -> bool:
    if not away.wholly.isdisjoint(_parts(row)):
        return True
    if not isinstance(row, dict) or row.get("body") is None:
        return False
    # A judgement that was taken back was never said; an agreement that was stays, with the reason.
    unsaid = kind == "ballot" and row.get("act") in away.undone
    return unsaid or not away.removed.isdisjoint(_parts(row))


def _parts(row: Any) -> list[str]:
    """Return the id of a record, and what it is made of: a filing's names its note."""
    return [_id(row), *_id(row).split("/")]


def _id(row: Any) -> str:
    identity = row.get("id") if isinstance(row, dict) else None
    return identity if isinstance(identity, str) else ""


def _shared(row: Any) -> Any:
    """Return a wording of a note that is shared by now: without words from while it was private."""
    body = row.get("body") if isinstance(row, dict) else None
    if not isinstance(body, dict) or not body.get("private"):
        return row
    silent = {"text": "", "where": "", "group": "", "document": "", "source": ""}
    return {**row, "body": {**body, **silent}}


def _is_cast(row: Any) -> bool:
    body = row.get("body") if isinstance(row, dict) else None
    return body is None or (isinstance(body, dict) and bool(body.get("cast")))


def lacking(session: Session, there: Mapping[str, int]) -> int:
    """Return how much of a session a bundle lacks; `there`: each writer's latest number in it.

    What is never handed over does not count.
    """
    hidden = _private(session) | _removed(session).keys()
    away = hidden | _not_cast(session) | _KEEPERS_OWN | {"session/retention"}
    return sum(
        version.dot[1] > there.get(version.dot[0], 0)
        and away.isdisjoint([version.id, *version.id.split("/")])
        for version in session.records.all()
    )


def versions_of(files: dict[str, bytes]) -> list[Version]:
    """Return every version that a bundle's ledgers hold. Raises ValueError if one is damaged."""
    found = []
    for name, data in sorted(files.items()):
        if name != PACK:
            try:
                tables = msgspec.json.decode(data, type=Tables)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise ValueError(f"{name} cannot be read") from error
            found += versions_in(tables)
    return found
