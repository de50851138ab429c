"""Taking a session out of the index at once, where something in it is not for all eyes any more.

The index is brought up to date when somebody searches. An area that goes back to being described, or
words that were erased, deleted or made private, do not wait for that.
"""

from collections.abc import Iterable
from pathlib import Path

from .records import Version


def hides(versions: Iterable[Version]) -> bool:
    """Return whether any version takes something out of everybody's sight."""
    return any(map(_hides, versions))


def _hides(version: Version) -> bool:
    body = version.body
    if body is None or version.kind == "erasure":
        return True
    return body.get("opened") is False if version.kind == "gate" else body.get("private") is True


def drop_session(file: Path, session: str) -> None:
    """Take a session out of an index, with every word that it alone had; it is read again when wanted.

    Where that cannot be done the index is deleted, to be made again. Raises OSError if it cannot be.
    """
    if not file.exists():
        return
    # Here, and not above: every call opens sessions, and few have anything to drop.
    from .search_store import DamagedStore, Store, UnusableStore
    from .search_stores import forget_index

    try:
        store = Store.in_file(file)
        try:
            if store.holds(session):
                with store.writing():
                    store.remove([session])
                while store.clear_up():
                    pass
        finally:
            store.close()
    except (DamagedStore, UnusableStore):
        forget_index(file)
