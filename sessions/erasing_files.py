"""Taking the words of what was erased out of the files of a session: ledgers, their copies, leftovers."""

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from .erasing_tables import scrub_tables
from .ledger import DAMAGED, ENDING, lock_of, take
from .merge import Records
from .storage import BACKUP, TEMPORARY, read_tables, sync_folder, write_durably


def scrub_file(path: Path, records: Records) -> bool:
    """Take the words of what was erased out of somebody's ledger and its last good copy.

    `records`: all of the session, which knows what was erased.

    False: its writer is at work, or it is damaged (whoever reads it next puts its last good copy
    back), so that it is for another time. Raises OSError if it cannot be written.
    """
    lock = lock_of(path)
    if not take(lock):
        return False
    try:
        backup = copy_of(path)
        # The copy first: while the ledger itself still has the words, they are looked for again.
        for file in (backup, path):
            file.with_name(file.name + TEMPORARY).unlink(missing_ok=True)
            with contextlib.suppress(FileNotFoundError):
                _scrub(file, records, is_copy=file == backup)
    except ValueError:
        return False
    finally:
        lock.release()
    return True


def _scrub(file: Path, records: Records, *, is_copy: bool) -> None:
    try:
        tables: dict[str, dict[str, Any]] = read_tables(file)
    except ValueError:
        if not is_copy:
            raise
        file.unlink()  # a copy that cannot be read is of no use to anybody
        return
    if scrub_tables(tables, records):
        write_durably(file, msgspec.json.encode(tables))


def file_says(path: Path, records: Records) -> bool:
    """Return whether a ledger, or a copy of one, has words of what was erased, or cannot be read."""
    try:
        return scrub_tables(read_tables(path), records)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True


def copy_of(path: Path) -> Path:
    """Return where the last good copy of a ledger is."""
    return path.with_name(path.name + BACKUP)


def damaged_files(folder: Path) -> list[Path]:
    """Return the damaged files of a session that are kept aside: nobody can tell what is in them."""
    return sorted(folder.glob(f"*{ENDING}{DAMAGED}*"))


def remove_files(files: Iterable[Path]) -> int:
    """Remove files for good, and wait for the disk; return how many there were. Raises OSError."""
    folders = set()
    number = 0
    for file in files:
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
            folders.add(file.parent)
            number += 1
    for folder in folders:
        sync_folder(folder)
    return number
