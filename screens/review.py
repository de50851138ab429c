"""The review that is open on the screens: a session, who is typing, and where they are."""

from collections.abc import Callable
from typing import Any, TypeVar

from sessions.drafts import Draft
from sessions.notes import Circumstances
from sessions.seen import (
    AreaView,
    PersonView,
    SessionView,
    StatementView,
)
from sessions.session import Session
from sessions.view import view

from .agreed_view import AgreedDraft
from .desk import Desk

T = TypeVar("T")


class Review:
    """Asks the session, tells it what the person did; keeps nothing of it but the place."""

    def __init__(self, desk: Desk, session: Session, person: str) -> None:
        """`person`: the id of the participant who is typing."""
        self.desk = desk
        self.session = session
        self.person = person
        self.ref = ""
        """The statement that the screens are on."""
        self.last_circumstances = Circumstances()
        """Where the last note came from: the next one begins with it."""
        self.draft: Callable[[str], Draft | None] | None = None
        """Gives what is being typed and is not saved yet, for the participant."""
        self.draft_slot = ""
        """Which slot that belongs to, as `Draft.slot`."""
        self.draft_waiting = False
        """Whether it is about to be brought to the disk."""
        self._kept: set[str] = set()  # the slots that were brought to the disk in this sitting
        self.unfinished: Draft | None = None
        """A new note that was begun, and left for another screen."""
        self.goes_on = False
        """Whether that was asked back after a crash: then somebody goes on typing at once."""
        self.being_agreed: dict[str, AgreedDraft | None] = {}
        """By statement, an agreed view that is begun and not written down; None: no longer."""
        self.notices: tuple[str, ...] = ()
        """What was found wrong with its files, or its framework: to be shown while it is open."""
        self.frozen = False
        """Whether a second window, for the wall, stays where it is."""
        self._seen: tuple[int, str, SessionView] | None = None
        self.go(self.seen.areas[0].statements[0].ref)

    @property
    def seen(self) -> SessionView:
        """What the person may see of the session, as it is now.

        Somebody may have taken our statement out of scope meanwhile: then we are on the first one.
        """
        key = (self.session.records.edition, self.person)
        if self._seen is None or self._seen[:2] != key:
            seen = view(self.session, self.person)
            self._seen = (*key, seen)
            if self.ref and seen.statement(self.ref) is None:
                self.ref = seen.areas[0].statements[0].ref
        return self._seen[2]

    @property
    def me(self) -> PersonView:
        """The participant who is typing."""
        return next(person for person in self.seen.people if person.id == self.person)

    @property
    def area(self) -> AreaView:
        """The area that the screens are on."""
        found = (a for a in self.seen.areas if any(s.ref == self.ref for s in a.statements))
        return next(found)

    @property
    def statement(self) -> StatementView:
        """The statement that the screens are on."""
        found = self.seen.statement(self.ref)
        assert found is not None  # `go` takes only what is in scope
        return found

    def act(self, do: Callable[..., T], *args: Any, **named: Any) -> T:
        """Let the person do something to the session, and bring it to the disk.

        Raises what the act refuses; then nothing was changed.
        """
        done = do(self.session, self.person, *args, **named)
        if not self.session.saved:
            self.desk.save(self.session)
        return done

    def take_notices(self) -> tuple[str, ...]:
        """Take over what the session has to say since; return what of it is new."""
        said, self.session.notices[:] = tuple(self.session.notices), ()
        fresh = tuple(notice for notice in said if notice not in self.notices)
        self.notices += fresh
        return fresh

    def write_draft(self) -> None:
        """Hand what is being typed to the saver."""
        self.draft_waiting = False
        if self.draft is None:
            return
        draft, writer = self.draft(self.person), self.session.writer
        if draft is None or (not draft.text.strip() and draft.slot not in self._kept):
            return  # nothing was typed here; what an earlier sitting left behind is not ours to empty
        self._kept.add(draft.slot)
        if not draft.slot:
            self.unfinished = draft if draft.text.strip() else None
        drafts = self.desk.drafts(self.session)
        key = f"draft/{self.session.id}/{draft.slot}"
        self.desk.saver.put(key, lambda: drafts.keep(writer, draft))

    # Places

    def go(self, ref: str) -> bool:
        """Go to a statement; return whether there is one of that ref in scope."""
        if self.seen.statement(ref) is None:
            return False
        self.ref = ref
        return True

    def go_area(self, number: int) -> bool:
        """Go to the first statement of an area, unless we are in it already."""
        area = self.seen.area(number)
        if area is None:
            return False
        if area.number != self.area.number:
            self.ref = area.statements[0].ref
        return True

    def step(self, by: int) -> bool:
        """Go on or back by so many statements, over the ends of areas; return whether it moved."""
        refs = [s.ref for area in self.seen.areas for s in area.statements]
        place = min(max(refs.index(self.ref) + by, 0), len(refs) - 1)
        moved = refs[place] != self.ref
        self.ref = refs[place]
        return moved

    def next_where(self, wanted: Callable[[StatementView], bool]) -> bool:
        """Go to the next statement of which something is true, round the end; False: none is."""
        statements = [s for area in self.seen.areas for s in area.statements]
        here = next(i for i, s in enumerate(statements) if s.ref == self.ref)
        for statement in (*statements[here + 1 :], *statements[:here]):
            if wanted(statement):
                self.ref = statement.ref
                return True
        return False
