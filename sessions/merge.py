"""Merging: everybody's versions, read together, in any order, any number of times.

A version is out of date when another version of its record covers its dot. Versions that do not
cover each other are all kept, and a person settles them. So the result depends on the set of
versions alone.
"""

from collections.abc import Iterable, Iterator

import msgspec

from .records import SHAPES, Body, Dot, Version


def covers(later: Version, earlier: Version) -> bool:
    """Return whether whoever wrote `later` had been shown `earlier`."""
    writer, count = earlier.dot
    return later.dot != earlier.dot and later.context.get(writer, 0) >= count


def live(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return the versions that no other covers, oldest first."""
    known = list(versions)
    kept = (v for v in known if not any(covers(other, v) for other in known))
    return tuple(sorted(kept, key=lambda v: (v.at, v.dot)))


class Records:
    """All versions of a session, from every ledger. Adding a version twice changes nothing."""

    def __init__(self, versions: Iterable[Version] = ()) -> None:
        self._records: dict[str, dict[Dot, Version]] = {}
        self._kinds: dict[str, dict[str, None]] = {}
        self._live: dict[str, tuple[Version, ...]] = {}
        self._standing: dict[str, Version | None] = {}
        self._bodies: dict[Dot, Body | None] = {}
        self.edition = 0
        """Rises with each version that is new: what is derived compares it."""
        self.add(versions)

    def add(self, versions: Iterable[Version]) -> bool:
        """Take in versions; return whether any was new."""
        before = self.edition
        for version in versions:
            record = self._records.setdefault(version.id, {})
            known = record.get(version.dot)
            # One dot is one version. If a damaged ledger says otherwise, all readers keep the same.
            if known is not None and _order(known) >= _order(version):
                continue
            record[version.dot] = version
            self._kinds.setdefault(version.kind, {})[version.id] = None
            self._live.pop(version.id, None)
            self._standing.pop(version.id, None)
            self._bodies.pop(version.dot, None)
            self.edition += 1
        return self.edition != before

    def versions(self, identity: str) -> tuple[Version, ...]:
        """Return every version of a record, oldest first."""
        known = self._records.get(identity, {}).values()
        return tuple(sorted(known, key=lambda v: (v.at, v.dot)))

    def live(self, identity: str) -> tuple[Version, ...]:
        """Return the versions of a record that are not out of date, oldest first."""
        if identity not in self._live:
            self._live[identity] = live(self._records.get(identity, {}).values())
        return self._live[identity]

    def standing(self, identity: str) -> Version | None:
        """Return the version to show of a record; None: there is none, or it is deleted.

        Of several that stand side by side it is the latest; a deletion loses to an edit that did
        not know of it.
        """
        if identity not in self._standing:
            kept = [v for v in self.live(identity) if self.body(v) is not None]
            self._standing[identity] = kept[-1] if kept else None
        return self._standing[identity]

    def context(self, identity: str) -> dict[str, int]:
        """Return the version vector of a record: what somebody shown all of it has been shown."""
        vector: dict[str, int] = {}
        for writer, count in self._records.get(identity, {}):
            vector[writer] = max(count, vector.get(writer, 0))
        return vector

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the ids of all records of a kind, in the order they sort."""
        return tuple(sorted(self._kinds.get(kind, ())))

    def all(self) -> Iterator[Version]:
        """Yield every version of every record."""
        for record in self._records.values():
            yield from record.values()

    def highest(self, writer: str) -> int:
        """Return the highest number of a writer that any version or context speaks of."""
        return max(
            (
                max(v.context.get(writer, 0), v.dot[1] if v.dot[0] == writer else 0)
                for v in self.all()
            ),
            default=0,
        )

    def body(self, version: Version) -> Body | None:
        """Return what a version says, in its kind's shape.

        None for a deletion, and for a body that does not have the shape (written by hand, or
        damaged): what cannot be read is not guessed at.
        """
        if version.dot not in self._bodies:
            self._bodies[version.dot] = _shape(version)
        return self._bodies[version.dot]


def _shape(version: Version) -> Body | None:
    shape = SHAPES.get(version.kind)
    if version.body is None or shape is None:
        return None
    try:
        return msgspec.convert(version.body, shape)
    except msgspec.ValidationError:
        return None


def _order(version: Version) -> bytes:
    return msgspec.json.encode(version, order="deterministic")
