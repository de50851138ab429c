"""Going about the app: which screen comes when, for the review that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from textual import on
from textual.content import Content
from textual.screen import ModalScreen, Screen

from screens.base import DeskScreen, ReviewScreen
from screens.messages import Compare, FollowUp, Go, Open, Place, Start
from sessions.conduct import accept, has_accepted
from sessions.errors import Refused

from . import rooms
from .saving import Saving

if TYPE_CHECKING:
    from screens.review import Review
    from sessions.search import Hit
    from sessions.session import Session

_LIBRARY, _OVERVIEW = 2, 3  # how many screens lie on each other there, with Textual's own below


class Going(Saving):
    """The part of the app that opens sessions and shows their screens."""

    _person = ""
    """The name of who is typing, where that is known."""
    _extra: Screen[Any] | None = None
    """Help, the cover or the hand-over, over whatever is there."""

    # Opening a session

    @on(Open)
    def _open_session(self, event: Open) -> None:
        self.open(event.session, event.place, event.ref)

    def open(self, identity: str, place: Place = "overview", ref: str = "") -> None:
        """Open a session, at a place and a statement of it; where that cannot be, say why."""
        # Here, and not above: the library is on the screen sooner.
        from screens.review import Review
        from sessions.view import view

        try:
            session = self.desk.library.open(identity)
        except (Refused, OSError) as error:
            self.notify(f"It cannot be opened: {error}", severity="error", markup=False)
            return
        people = [(p.id, p.name) for p in view(session).people if not p.left]
        known = [person for person in people if person[1] == self._person] or people
        if len(known) == 1:
            self.begin(Review(self.desk, session, known[0][0]), place, ref)
        elif not people:
            self.push_screen(rooms.setup(self.desk, session), self._set_up)
        else:
            self._ask_who(session, people, place, ref)

    def _ask_who(
        self, session: Session, people: list[tuple[str, str]], place: Place, ref: str
    ) -> None:
        from screens.review import Review

        def chosen(person: str | None) -> None:
            if person:
                self.begin(Review(self.desk, session, person), place, ref)

        rows = [(identity, Content(name)) for identity, name in people]
        self.push_screen(rooms.choose_by_number("Who is typing?", rows), chosen)

    def begin(self, review: Review, place: Place = "overview", ref: str = "") -> None:
        """Show a review that is open now: its overview, and over that the place that is wanted."""
        self.review = review
        if ref:
            review.go(ref)
        review.take_notices()  # the overview says them, for as long as the review is open
        self.push_screen(rooms.overview(review))
        if place != "overview":
            self.go(place, review)
        self._ask_conduct(review)

    def _ask_conduct(self, review: Review) -> None:
        """Show somebody on a panel how it works, until they have agreed to it."""
        state = review.session.state
        if len(state.present()) < 2 or has_accepted(state, review.person):
            return

        def answered(yes: bool | None) -> None:
            if yes and self.review is review:
                review.act(accept)

        self.push_screen(rooms.conduct(review.me.name), answered)

    @on(Start)
    def _start(self, event: Start) -> None:
        review = event.review
        screen = (
            rooms.setup(self.desk, review.session, review.person)
            if review
            else rooms.setup(self.desk, None)
        )
        self.push_screen(screen, self._set_up)

    def _set_up(self, session: Session | None) -> None:
        if session is None:
            return
        if self.review is not None and self.review.session is session:
            self.desk.save(session)
            return
        session.release()
        self.open(session.id)

    @on(Go)
    def _go(self, event: Go) -> None:
        if self.review is None:
            return
        self.go(event.place, self.review)

    def go(self, place: Place, review: Review) -> None:
        """Show a screen of the review, or go back to the library."""
        if review.draft_waiting:
            review.write_draft()  # while the field that holds it is still there
        if place == "library":
            self._close_review()
        elif place == "overview":
            self.back_to(_OVERVIEW)
        elif place == "setup":
            self._start(Start(review))
        elif place == "inbox":
            self.push_screen(rooms.inbox(review))
        elif place == "prepare":
            self._show(rooms.prepare(review))
        elif place == "catchup":
            self._show(rooms.catch_up(review))
        elif place == "agree":
            self._agree(review)
        elif place == "plan":
            self._show(rooms.plan(review))
        elif place == "report":
            self._show(rooms.report(review))
        elif place == "present":
            self._present(review)
        elif place == "compare":
            self.push_screen(rooms.compare(self.desk, (review.session.id,), review))
        elif place == "times":
            self.push_screen(rooms.times(review, self.show_saving))
        elif place == "describe":
            self._show(rooms.describe(review))
        else:
            self._judge(review)

    def _show(self, screen: DeskScreen) -> None:
        """Put a screen over the overview, in place of the one that is there."""
        self.back_to(_OVERVIEW)
        self.push_screen(screen)

    def back_to(self, depth: int) -> None:
        """Take screens away until so many are left."""
        while len(self.screen_stack) > depth:
            self.pop_screen()

    def _judge(self, review: Review) -> None:
        """Go behind the gate of the review's area, or ask to open it; from behind it, go back."""
        if isinstance(self.screen, DeskScreen) and self.screen.HERE == "Judge":
            self._show(rooms.describe(review))
        elif review.area.judging:
            self._show(rooms.judge(review))
        else:
            self.push_screen(rooms.gate(review), self._gate_answered)

    def _agree(self, review: Review) -> None:
        """Go to what the panel agrees on in the review's area, behind its gate."""
        if review.area.judging:
            self._show(rooms.agree(review))
        elif isinstance(self.screen, DeskScreen):
            self.screen.say(
                f"Area {review.area.number} is still being described; p opens its gate."
            )

    def _present(self, review: Review) -> None:
        """Show the wall view over whatever is there."""
        if isinstance(self.screen, ReviewScreen):
            self.push_screen(rooms.present(review, self.screen.on_the_wall()))

    def _gate_answered(self, opened: bool | None) -> None:
        if opened and self.review is not None:
            self._show(rooms.judge(self.review))

    def _close_review(self) -> None:
        if self.review is not None:
            if not self.save_all():
                self.notify("Not everything is saved yet; wait a moment.", severity="error")
                return
            self.review.session.release()
            self.review = None
        self.back_to(_LIBRARY)

    def back_to_library(self) -> None:
        """Take away every screen over the library."""
        self.back_to(_LIBRARY)

    # Over more than one session

    def action_search(self) -> None:
        """Search everything, and go to what was found."""
        if self.is_covered():
            return
        if isinstance(self.screen, DeskScreen) and self.screen.HERE == "Present":
            self.screen.say("Search shows what is for you alone, so not on the wall: Esc, then F3.")
            return

        def found(hit: Hit | None) -> None:
            if hit is not None:
                self.go_to_hit(hit)

        self.push_screen(rooms.search(self.desk, self.review), found)

    def is_covered(self) -> bool:
        """Return whether something lies over whatever is there: help, the cover, a hand-over."""
        return self._extra is not None or isinstance(self.screen, ModalScreen)

    def go_to_hit(self, hit: Hit) -> None:
        """Go to where something was found; in another session, once this one is saved."""
        places: dict[str, Place] = {place: place for place in get_args(Place)}
        place = places.get(hit.place, "overview")
        if self.review is not None and self.review.draft_waiting:
            self.review.write_draft()  # while the field that holds it is still there
        if self.review is not None and self.review.session.id == hit.session:
            self.review.go(hit.ref)
            self.back_to(_OVERVIEW)
            if place != "overview":
                self.go(place, self.review)
            return
        if self.review is not None:
            self._close_review()
        if self.review is None:
            self.back_to(_LIBRARY)  # a setup or a comparison that lies over it goes first
            self.open(hit.session, place, hit.ref)

    @on(Compare)
    def _compare(self, event: Compare) -> None:
        self.push_screen(rooms.compare(self.desk, event.sessions, self.review))

    @on(FollowUp)
    def _follow_up(self, event: FollowUp) -> None:
        def made(session: str | None) -> None:
            if session is None:
                return
            if self.review is not None:
                self._close_review()
            if self.review is None:
                self.back_to(_LIBRARY)
                self.open(session)

        self.push_screen(rooms.follow_up(self.desk, event.session), made)
