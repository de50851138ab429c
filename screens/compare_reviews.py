"""The reviews that are set beside each other: which there are, which were chosen, what they hold."""

from frameworks.model import Framework
from sessions.catalogue import Row
from sessions.compared import Comparison, Pair
from sessions.comparing import compare
from sessions.errors import Refused
from sessions.matching import is_same_setting
from sessions.seen import SessionView
from sessions.session import Session
from sessions.view import view

from .desk import Desk
from .review import Review


class Reviews:
    """Opens sessions to read them; the one that is open on the screens is read as it stands there."""

    def __init__(self, desk: Desk, wanted: tuple[str, ...], review: Review | None) -> None:
        """`wanted`: the ids of the sessions to begin with; `review`: the one that is open."""
        self._desk, self._review = desk, review
        self.own = wanted[0]
        """The id of the session that this began at."""
        self.chosen = tuple(dict.fromkeys(wanted))
        """The ids of those that are set beside each other, or are to be."""
        self.others: tuple[Row, ...] = ()
        """The other sessions of its setting and framework, the oldest first."""
        self.elsewhere = False
        """Whether there are sessions of its setting that were made with another framework."""
        self.trouble = ""
        """Why something could not be read; empty: all was."""
        self._opened: dict[str, Session] = {}
        self._seen: dict[str, tuple[int, SessionView]] = {}
        self._made: tuple[tuple[object, ...], Comparison] | None = None

    def look(self) -> None:
        """Find the other sessions of the setting."""
        try:
            rows = self._desk.library.rows()
        except OSError as error:
            self.trouble = f"The sessions cannot be read: {error.strerror or error}."
            return
        own = self.first
        if own is None:
            return
        there = [r for r in rows if r.id != self.own and is_same_setting(r.setting, own.setting)]
        there = [row for row in there if not row.trouble]
        found = [row for row in there if row.framework == own.framework]
        self.others = tuple(sorted(found, key=lambda row: (row.date, row.id)))
        self.elsewhere = len(found) < len(there)

    def choose(self, others: tuple[str, ...]) -> None:
        """Set the session that this began at beside these."""
        self.chosen = tuple(dict.fromkeys((self.own, *others)))

    def nearest(self) -> str:
        """Return the id of the session to begin with beside its own; empty: there is none.

        The one that it follows; else the latest before it; else the first after it.
        """
        seen = self.seen(self.own)
        ids = [row.id for row in self.others]
        if seen.after.follows.id in ids:
            return seen.after.follows.id
        before = [r.id for r in self.others if (r.date, r.id) < (seen.date, seen.id)]
        return before[-1] if before else next(iter(ids), "")

    @property
    def first(self) -> SessionView | None:
        """What may be seen of the session that this began at; None: it cannot be read."""
        return self.seen(self.own) if self._is_open(self.own) else None

    def _is_open(self, identity: str) -> bool:
        """Return whether a session can be read; if not, remember why."""
        if self._review is not None and self._review.session.id == identity:
            return True
        if identity not in self._opened:
            try:
                self._opened[identity] = self._desk.library.open(identity)
            except (Refused, OSError) as error:
                self.trouble = f"A review cannot be read: {error}"
        return identity in self._opened

    def _session(self, identity: str) -> Session:
        review = self._review
        if review is not None and review.session.id == identity:
            return review.session
        return self._opened[identity]

    def seen(self, identity: str) -> SessionView:
        """Return what may be seen of a session that can be read: its own where it is open, else all's."""
        review = self._review
        if review is not None and review.session.id == identity:
            return review.seen
        session = self._session(identity)
        known = self._seen.get(identity)
        if known is None or known[0] != session.records.edition:
            known = self._seen[identity] = (session.records.edition, view(session))
        return known[1]

    def framework(self, identity: str) -> Framework:
        """Return what a session that can be read was made with."""
        return self._session(identity).framework

    @property
    def person(self) -> str:
        """The id of who is typing in the session that is open; empty: none is."""
        return self._review.person if self._review is not None else ""

    @property
    def comparison(self) -> Comparison | None:
        """The reviews beside each other, as they are now; None: there is only one, or see `trouble`."""
        there = [identity for identity in self.chosen if self._is_open(identity)]
        if len(there) < 2:
            return None
        sessions = [self._session(identity) for identity in there]
        key = tuple((session.id, session.records.edition) for session in sessions)
        if self._made is None or self._made[0] != key:
            here = self._review.session.id if self._review is not None else ""
            try:
                found = compare(
                    [self.seen(i) for i in there], [self.framework(i) for i in there], here
                )
            except Refused as refusal:
                self.trouble = str(refusal)
                return None
            self._made = (key, found)
        return self._made[1]

    def first_pair(self, found: Comparison) -> int:
        """Return the place of the pair to begin with: its own session now, else then."""
        ids = [column.id for column in found.columns]
        pairs = found.pairs
        own = ids.index(self.own) if self.own in ids else len(ids) - 1
        wanted = Pair(own - 1, own) if own else pairs[0]
        return pairs.index(wanted)

    def release(self) -> None:
        """Let go of what was opened to be read."""
        for session in self._opened.values():
            session.release()
