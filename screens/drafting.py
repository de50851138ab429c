"""What is being typed is kept from the first letter on, and offered back after a crash."""

from collections.abc import Callable

from sessions.drafts import Draft

from .base import ReviewScreen
from .dialogs import Rescue

_PAUSE = 0.4  # seconds: what is typed is on the disk within a second
_REFS = 60  # characters of the statements that a note is for


class Drafting(ReviewScreen):
    """A screen of a review on which people type."""

    def takes(self, draft: Draft) -> bool:
        """Return whether this is the screen where a draft is brought back."""
        return False

    def bring_back(self, draft: Draft) -> None:
        """Put a draft back where it was being typed."""

    def offer_draft(self) -> None:
        """Ask whether to bring back the newest text that was left behind, if there is any."""
        drafts = self.desk.drafts(self.review.session)
        left = drafts.left_behind(self.review.session.writer, self.review.person)
        found = next(((path, draft) for path, draft in left if self.takes(draft)), None)
        if found is None:
            return
        path, draft = found

        def answered(answer: str | None) -> None:
            if answer is None:
                return  # it is offered again next time
            if answer == "back":
                drafts.adopt(path, self.review.session.writer, draft)
                self.bring_back(draft)
            else:
                path.unlink(missing_ok=True)
                self.offer_draft()

        words = draft.text if len(draft.text) <= 300 else draft.text[:300] + self.desk.symbols.cut
        self.app.push_screen(Rescue(words, self._belongs(draft)), answered)

    def _belongs(self, draft: Draft) -> str:
        """Return where a note belongs, in a sentence; empty: what was typed is no note."""
        kind, _, identity = draft.slot.partition("/")
        if not kind:
            refs = ", ".join(draft.statements)[:_REFS]
            return f"A note for {refs}." if refs else "A note for the inbox: under no statement."
        note = next((n for n in self.review.seen.notes if n.id == identity), None)
        return f"A change to note {note.ref}." if kind == "note" and note else ""

    def keep_draft(self, draft: Callable[[str], Draft | None], slot: str = "") -> None:
        """Bring what is being typed to the disk, within a second.

        `draft` is asked for it then, with the participant: a keystroke costs no more than this.
        """
        if self.review.draft_waiting and self.review.draft_slot != slot:
            self.review.write_draft()  # something else was being typed a moment ago
        self.review.draft, self.review.draft_slot = draft, slot
        if not self.review.draft_waiting:
            self.review.draft_waiting = True
            self.set_timer(_PAUSE, self.review.write_draft)

    def forget_draft(self, slot: str) -> None:
        """Let a draft go, once what it became is on the disk."""
        review = self.review
        if review.draft_slot == slot:
            review.draft = None
        if not slot:
            review.unfinished = None
        session, person, writer = review.session, review.person, review.session.writer
        drafts = self.desk.drafts(session)

        def job() -> None:
            session.flush()
            drafts.forget(writer, person, slot)

        self.desk.saver.put(f"draft/{session.id}/{slot}", job)
