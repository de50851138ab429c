"""What can be done with a session in the library: order, put away, delete, restore, erase, go elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.message import Message

from sessions.catalogue import Row
from sessions.keeping import DAYS, archive, due, due_reason, keep_until, need_due
from sessions.library import Library
from sessions.listing import GROUPS, ORDERS, day_words
from sessions.session import Session

from .commands import Command
from .desk import Desk
from .library_reading import LibraryReading
from .messages import Compare, FollowUp
from .widgets.lines import counted
from .widgets.session_list import SessionList

if TYPE_CHECKING:
    from sessions.keeping_deleted import Deleted

    from .working import Outcome

# What asks, deletes and erases is imported where it is needed: the library is on the screen sooner.

LIBRARY: tuple[Command, ...] = (
    Command("open_session", "enter", "open", "Open the highlighted session", shown="Enter"),
    Command("start_session", "s", "start a session", "Set up a new session"),
    Command(
        "find",
        "slash",
        "find",
        "Find a session by its setting, date, framework, state or people",
        shown="/",
    ),
    Command("order", "O", "order", "Sort by date, setting, framework or state"),
    Command("group", "G", "group", "Group by setting, framework, year or state"),
    Command("compare", "M", "compare", "Set the highlighted session beside others of its setting"),
    Command("follow_up", "F", "follow-up", "Make a session that follows the highlighted one"),
    Command(
        "put_away",
        "A",
        "archive",
        "Put the highlighted session away, or bring it back",
    ),
    Command(
        "delete_session",
        "delete,backspace",
        "delete",
        f"Delete the highlighted session; it can be restored for {DAYS} days",
        shown="Del",
    ),
    Command("undo", "u", "undo delete", "Bring back what was deleted last, or earlier"),
    Command(
        "hand_to_school",
        "X",
        "hand to school",
        "Hand the highlighted session to the school as one file, then erase the copy here",
    ),
    Command("show_archived", "V", "archived", "Show the sessions that are put away, or hide them"),
    Command(
        "bring_in", "I", "bring in", "Open a session that was handed over, or a locked archive"
    ),
    Command(
        "lock_away",
        "",
        "lock in a file",
        "Lock a copy of the highlighted session in a file that a passphrase opens",
    ),
    Command(
        "set_retention",
        "",
        "retention date",
        "Set the day on which the highlighted session is to be erased",
    ),
    Command(
        "erase_due", "", "erase what is due", "Erase the sessions whose retention date has come"
    ),
    Command(
        "erase_session",
        "",
        "erase for good",
        "Erase the highlighted session, with every trace of it on this machine",
    ),
    Command("back", "escape", "show all", "Leave the field, or show all again", shown="Esc"),
)


class Wish(Message):
    """Something is to be done away from the keyboard."""

    def __init__(self, what: str, do: Callable[[], Any], done: Callable[[Any], str]) -> None:
        """`what`: what is being done, in a few words; `done`: what to say of what `do` gave."""
        super().__init__()
        self.what, self.do, self.done = what, do, done


class LibraryActs(LibraryReading):
    """The part of the library's screen that acts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.order, self.group = "date", "none"
        self.archived_shown = False
        """Whether what is put away is in the list."""
        self._last_deleted: Deleted | None = None

    @property
    def chosen(self) -> Row | None:
        """The session that is highlighted."""
        identity = self.query_one(SessionList).chosen
        return next((row for row in self.rows or () if row.id == identity), None)

    def to_top(self) -> None:
        """Highlight the first session."""
        self.query_one(SessionList).to_top()

    def need_chosen(self, what: str, *, whole: bool = True) -> Row | None:
        """Return the highlighted session; where there is none, or it cannot be read, say so."""
        row = self.chosen
        if row is None:
            self.say(f"There is no session highlighted to {what}.")
        elif whole and row.trouble:
            self.say(f"{row.trouble}. It cannot be used to {what}; mend that first.", warning=True)
            return None
        return row

    # Doing

    def work(self, what: str, do: Callable[[], Any], done: Callable[[Any], str]) -> None:
        """Do something away from the keyboard; then say `done` of what it gave, or why it failed."""
        # As a message: whoever asks may be a window that is about to close, and would hear no answer.
        self.post_message(Wish(what, do, done))

    @on(Wish)
    def _fulfil(self, event: Wish) -> None:
        event.stop()
        from .working import Working

        def ended(outcome: "Outcome | None") -> None:
            if outcome is None:
                return
            self.look()
            if outcome.trouble:
                self.say(outcome.trouble, warning=True)
            else:
                self.say(event.done(outcome.value))

        self.app.push_screen(Working(event.what, lambda _: event.do(), self.desk.symbols), ended)

    def in_session(self, row: Row, do: Callable[[Session], None]) -> None:
        """Open a session, do something to it, and bring that to the disk. Raises Refused, OSError."""
        session = self.desk.library.open(row.id)
        try:
            do(session)
            session.flush()
        finally:
            session.release()

    # Order

    def action_order(self) -> None:
        """Sort in the next way."""
        self.order = _next(list(ORDERS), self.order)
        self.redraw()
        self.to_top()
        self.say(f"Sorted {ORDERS[self.order]}.")

    def action_group(self) -> None:
        """Group in the next way."""
        self.group = _next(list(GROUPS), self.group)
        self.redraw()
        self.to_top()
        self.say(f"{GROUPS[self.group][:1].upper()}{GROUPS[self.group][1:]}.")

    def action_show_archived(self) -> None:
        """Show what is put away, or hide it."""
        away = sum(row.archived for row in self.rows or ())
        if not away:
            self.say("No session is put away; A puts the highlighted one away.")
            return
        self.archived_shown = not self.archived_shown
        self.redraw()
        many = counted(away, "session")
        self.say(f"{many} put away: shown." if self.archived_shown else f"{many} put away: hidden.")

    # Elsewhere

    def action_compare(self) -> None:
        """Set the highlighted session beside others."""
        row = self.need_chosen("compare")
        if row is not None:
            self.post_message(Compare((row.id,)))

    def action_follow_up(self) -> None:
        """Make a session that follows the highlighted one."""
        row = self.need_chosen("follow up")
        if row is not None:
            self.post_message(FollowUp(row.id))

    # Away, and until when

    def action_put_away(self) -> None:
        """Put the highlighted session away, or bring it back."""
        row = self.need_chosen("put away")
        if row is None:
            return
        away = not row.archived

        def do() -> None:
            self.in_session(row, lambda session: archive(session, away=away))

        what = "is put away; V shows it, A brings it back" if away else "is back in the list"
        self.work("Putting it away", do, lambda _: f"{row_name(row)} {what}.")

    def action_set_retention(self) -> None:
        """Ask for the day on which a session is to be erased."""
        row = self.need_chosen("keep until a day")
        if row is None:
            return
        from .dialogs import Line

        def answered(day: str | None) -> None:
            if day is None:
                return

            def do() -> None:
                self.in_session(row, lambda session: keep_until(session, day))

            said = f"is to be erased on {day_words(day)}" if day else "has no retention date now"
            self.work("Setting the date", do, lambda _: f"{row_name(row)} {said}.")

        question = (
            f"On which day is {row_name(row)} to be erased?\n\nWrite it as 2029-08-31; nothing: no such "
            "day. You are reminded 30 days before, and nothing is erased until somebody confirms it."
        )
        self.app.push_screen(Line(question, row.retention, "no day is set"), answered)

    # Deleting

    def action_delete_session(self) -> None:
        """Say what would be lost, and delete the highlighted session."""
        row = self.need_chosen("delete", whole=False)
        if row is None:
            return
        from sessions.keeping_deleted import delete_session

        from .dialogs import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                self.work(
                    "Deleting it", lambda: delete_session(self.desk.library, row), self._deleted
                )

        self.app.push_screen(Confirm(_lost(row), "Delete it"), answered)

    def _deleted(self, gone: "Deleted") -> str:
        self._last_deleted = gone
        return f"{_name_of(gone)} is deleted. u brings it back, until {day_words(gone.until)}."

    def action_undo(self) -> None:
        """Bring back what was deleted last; or ask what of all that was deleted."""
        if self._last_deleted is not None:
            self._restore(self._last_deleted)
            return
        from sessions.keeping_deleted import deleted

        from .dialogs import Choose

        there = deleted(self.desk.library)
        if not there:
            self.say("Nothing was deleted here in the last 30 days.")
            return
        rows = [
            (
                gone.id,
                Content.assemble(
                    (gone.setting or gone.name, "bold"),
                    f"  {day_words(gone.date)}; deleted {day_words(gone.day)}",
                ),
            )
            for gone in there
        ]

        def chosen(identity: str | None) -> None:
            found = next((gone for gone in there if gone.id == identity), None)
            if found is not None:
                self._restore(found)

        self.app.push_screen(Choose("Bring back which session?", rows), chosen)

    def _restore(self, gone: "Deleted") -> None:
        from sessions.keeping_deleted import restore

        self._last_deleted = None
        self.work(
            "Bringing it back",
            lambda: restore(self.desk.library, gone),
            lambda _: f"{_name_of(gone)} is back.",
        )

    # Erasing

    def action_erase_session(self) -> None:
        """Say what goes for good, and erase the highlighted session."""
        row = self.need_chosen("erase", whole=False)
        if row is not None:
            self._ask_erase(row, "")

    def action_erase_due(self) -> None:
        """Erase the session that is due longest; the next one is asked about after it."""
        rows = due(self.rows or (), self.desk.clock().date())
        if not rows:
            self.say("No retention date has come. Ctrl+P, Retention date, sets one.")
            return
        self._ask_erase(rows[0], due_reason(rows[0]), need_due)

    def _ask_erase(
        self, row: Row, reason: str, need: Callable[[Library, Row], None] | None = None
    ) -> None:
        # Here, and not above: the library is on the screen sooner.
        from sessions.erasing_session import Whole, erase_session

        from .erase import EraseDialog, promises
        from .form_dialog import Asked

        def answered(said: dict[str, str] | None) -> None:
            if said is None:
                return

            def do() -> Whole:
                if need is not None:
                    need(self.desk.library, row)
                return erase_session(self.desk.library, row, said["by"], said["reason"])

            self.work("Erasing it", do, lambda _: f"{row_name(row)} is erased for good.")

        asked = (
            Asked("by", "Your name", hint="It stays in the ledger of erasures"),
            Asked("reason", "Why", reason, hint="It stays too: name no child in it"),
        )
        question = f"Erase {row_name(row)} for good? Its name here is {row.name}"
        told = Content.assemble(_goes(row), promises())
        self.app.push_screen(EraseDialog(question, told, asked, row.name), answered)


def _next(keys: list[str], key: str) -> str:
    return keys[(keys.index(key) + 1) % len(keys)]


def row_name(row: Row) -> str:
    """Return what people call a session."""
    return f"{(row.setting or row.name)[:60]}, {day_words(row.date)}" if row.date else row.name


def _name_of(gone: "Deleted") -> str:
    """Return what people call a session that was deleted: two reviews of a setting are told apart."""
    return f"{(gone.setting or gone.name)[:60]}, {day_words(gone.date)}" if gone.date else gone.name


def _holds(row: Row) -> str:
    """Return what is in a session, in words."""
    if row.trouble:
        return "It cannot be read now, so what is in it cannot be said."
    people = f" by {', '.join(row.people[:4])}" if row.people else ""
    handed = (
        f"It was handed over to the school on {day_words(row.handed_over)}."
        if row.handed_over
        else "It was not handed over to the school."
    )
    return (
        f"In it: {counted(row.notes, 'shared note')} on {counted(row.evidenced, 'statement')}{people}, "
        f"private notes, judgements, the plan, texts that are being typed. {handed}"
    )


def _lost(row: Row) -> str:
    return (
        f"Delete {row_name(row)}?\n\n{_holds(row)}\n\nIt can be restored for {DAYS} days (u); then it is "
        "erased for good."
    )


def _goes(row: Row) -> str:
    copies = f" Copies in {', '.join(row.copies[:3])} go too." if row.copies else ""
    return (
        f"{_holds(row)}{copies} With it go its last good copies, drafts, and the search index; a line "
        "stays that says who erased it, when and why. Nothing brings it back.\n"
    )
