"""Merging: everybody's versions, read together, in any order, any number of times.

A version is out of date when another version of its record covers its dot. Versions that do not
cover each other are all kept, and a person settles them. So the result depends on the set of
versions alone.
"""

from collections.abc import Collection, Iterable, Iterator

import msgspec

from .records import SHAPES, Body, Dot, Version
from .records_after import Erasure

ERASABLE = frozenset({"evidence", "choice"})
"""The kinds of record that can be erased for good, one by one."""


def covers(later: Version, earlier: Version) -> bool:
    """Return whether whoever wrote `later` had been shown `earlier`."""
    writer, count = earlier.dot
    return later.dot != earlier.dot and later.context.get(writer, 0) >= count


def live(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return the versions that no other covers, oldest first."""
    known = list(versions)
    kept = (v for v in known if not any(covers(other, v) for other in known))
    return tuple(sorted(kept, key=_by_clock))


def follows(one: Version, other: Version) -> bool:
    """Return whether one version is known to come after another, whatever their clocks say.

    It was written knowing of the other, or by the same writer with a later number.
    """
    same = one.dot[0] == other.dot[0]
    return one.dot[1] > other.dot[1] if same else one.id == other.id and covers(one, other)


def is_later(one: Version, other: Version) -> bool:
    """Return whether one version comes after another, of any record.

    A clock may have been set back, so it is asked only where nothing else tells.
    """
    if follows(one, other) or follows(other, one):
        return follows(one, other)
    return one.at > other.at


def oldest_first(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return the versions of a record, none before one that its writer had been shown.

    Those that knew nothing of each other stand as their clocks say.
    """
    left = sorted(versions, key=_by_clock)
    if not _is_out_of_turn(left):
        return tuple(left)
    found: list[Version] = []
    while left:
        # In a damaged ledger two may claim to know of each other; then the clock says.
        first = next((v for v in left if not any(covers(v, other) for other in left)), left[0])
        left.remove(first)
        found.append(first)
    return tuple(found)


def _is_out_of_turn(versions: Iterable[Version]) -> bool:
    """Return whether a version stands after one that was written knowing of it."""
    known: dict[str, int] = {}
    for version in versions:
        writer, count = version.dot
        if known.get(writer, 0) >= count:
            return True
        for other, shown in version.context.items():
            known[other] = max(shown, known.get(other, 0))
    return False


def _by_clock(version: Version) -> tuple[str, Dot]:
    return version.at, version.dot


class Records:
    """All versions of a session, from every ledger. Adding a version twice changes nothing.

    Of a record that was erased no version says anything, whichever copy it comes from and whenever; nor
    does a version of another record that quoted it, once somebody has mended that.
    """

    def __init__(self, versions: Iterable[Version] = ()) -> None:
        self._records: dict[str, dict[Dot, Version]] = {}
        self._kinds: dict[str, dict[str, None]] = {}
        self._live: dict[str, tuple[Version, ...]] = {}
        self._in_turn: dict[str, tuple[Version, ...]] = {}
        self._standing: dict[str, Version | None] = {}
        self._bodies: dict[Dot, Body | None] = {}
        self.erased: frozenset[str] = frozenset()
        """The ids of the records that were erased for good."""
        self._quoting: dict[str, frozenset[Dot]] = {}
        """By record, the versions that quoted one that was erased."""
        self.edition = 0
        """Rises with each version that is new: what is derived compares it."""
        self.add(versions)

    def add(self, versions: Iterable[Version]) -> bool:
        """Take in versions; return whether any was new."""
        before = self.edition
        for version in versions:
            self._add(self.emptied(version) if self.says_erased(version) else version)
            if version.kind == "erasure":
                self._erase(version)
            elif version.id in self._quoting:
                self._empty(version.id)
        return self.edition != before

    def _add(self, version: Version) -> None:
        record = self._records.setdefault(version.id, {})
        known = record.get(version.dot)
        # One dot is one version. If a damaged ledger says otherwise, all readers keep the same.
        if known is not None and _order(known) >= _order(version):
            return
        record[version.dot] = version
        self._kinds.setdefault(version.kind, {})[version.id] = None
        self._forget(version)
        self.edition += 1

    def _forget(self, version: Version) -> None:
        """Let go of what was worked out of a record."""
        self._live.pop(version.id, None)
        self._in_turn.pop(version.id, None)
        self._standing.pop(version.id, None)
        self._bodies.pop(version.dot, None)

    # Erased

    def _erase(self, erasure: Version) -> None:
        """Take the words out of the record that an erasure names, as it is known so far."""
        body = self.body(erasure)
        if not isinstance(body, Erasure):
            return
        self.erased |= {body.record}
        for identity, dots in body.quoted.items():
            self._quoting[identity] = self._quoting.get(identity, frozenset()) | set(dots)
        for identity in (body.record, *body.quoted):
            self._empty(identity)

    def _empty(self, identity: str) -> None:
        record = self._records.get(identity, {})
        for dot, version in record.items():
            if self.says_erased(version):
                record[dot] = self.emptied(version)
                self._forget(version)
                self.edition += 1

    @property
    def concerned(self) -> Collection[str]:
        """The ids of all records of which something was erased, or will be once it is mended."""
        return self.erased | self._quoting.keys()

    def lost(self, version: Version) -> bool:
        """Return whether a version is one that an erasure took the words from, or will."""
        return version.id in self.erased or version.dot in self._quoting.get(version.id, ())

    def says_erased(self, version: Version) -> bool:
        """Return whether a version still has words that were erased for good."""
        if version.body is None:
            return False
        if version.id in self.erased:
            return version.kind in ERASABLE
        if version.dot not in self._quoting.get(version.id, ()):
            return False
        known = self._records.get(version.id, {}).values()
        return self.emptied(version) != version and any(covers(other, version) for other in known)

    def emptied(self, version: Version) -> Version:
        """Return a version without its words; that it was there stays, so no number is used twice."""
        if (
            version.kind == "evidence"
            and version.id not in self.erased
            and version.body is not None
        ):
            # Which gates its writer knew of stays: late is late for ever.
            return msgspec.structs.replace(version, body={**version.body, **_SILENT})
        return msgspec.structs.replace(version, body=None)

    def versions(self, identity: str) -> tuple[Version, ...]:
        """Return every version of a record, oldest first: as `oldest_first` has them."""
        if identity not in self._in_turn:
            self._in_turn[identity] = oldest_first(self._records.get(identity, {}).values())
        return self._in_turn[identity]

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


_SILENT = {"text": "", "where": "", "group": "", "document": ""}


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
