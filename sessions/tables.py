"""TinyDB on durable files."""

from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from .storage import write_durably


class DurableStorage(Storage):
    """TinyDB's storage for a file that one writer owns.

    What was read or written is kept in memory, since nobody else writes the file. Several writes
    can be brought to the disk as one: set `held`, then call `commit`.
    """

    def __init__(self, path: Path, data: dict[str, dict[str, Any]] | None = None) -> None:
        """Own `path`, which holds `data` (None: there is no file yet)."""
        self.path = path
        self.held = False
        self._data = data

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables; None: nothing has been written yet."""
        return self._data

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take new tables, and bring them to the disk unless writes are held."""
        self._data = data
        if not self.held:
            self.commit()

    def commit(self) -> None:
        """Bring the tables to the disk. Raises OSError; then the file is as it was."""
        write_durably(self.path, msgspec.json.encode(self._data or {}), keep_last=True)
