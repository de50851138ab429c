"""Taking the words of what was erased out of a ledger's tables; the rows stay, and say nothing."""

from typing import Any

import msgspec

from .merge import Records
from .records import Version


def scrub_tables(tables: dict[str, dict[str, Any]], records: Records) -> bool:
    """Take the words of what was erased out of tables, in place; return whether there were any.

    `records`: all of the session, which knows what was erased.
    """
    found = False
    concerned = records.concerned
    for table in tables.values():
        for row in table.values():
            if isinstance(row, dict) and row.get("id") in concerned:
                found = _scrub(row, records) or found
    return found


def _scrub(row: dict[str, Any], records: Records) -> bool:
    try:
        version = msgspec.convert(row, Version)
    except msgspec.ValidationError:
        # No version that anybody reads: of an erased record not even that is kept.
        gone = row["id"] in records.erased and row.get("body") is not None
        row.update({"body": None} if gone else {})
        return gone
    if not records.says_erased(version):
        return False
    row["body"] = records.emptied(version).body
    return True
