"""Windows about a note: writing one from anywhere, changing one; and a statement in full."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessions.drafts import Draft
from sessions.notes import Circumstances
from sessions.seen import NoteView, StatementView
from sessions.seen_visit import EnquiryView

from .base import Dialog
from .dialogs import Confirm, Reading
from .review import Review
from .widgets.composer import Composer

_HELP = (
    "Write what you saw, heard or read. Enter saves the note. Tab goes on to where it comes from: the "
    "source type (press its number), the place or class, the time, and the statements it is for (their "
    "numbers; none: it waits in the inbox)."
)


class EditDialog(Dialog[None]):
    """A note that is there already, with all that is said of it, to be changed."""

    HELP = _HELP
    BINDINGS = [("escape", "back", "Back")]
    AUTO_FOCUS = "NoteField"

    def __init__(
        self,
        note: NoteView,
        typed: str | None,
        change: Callable[[str, Circumstances, tuple[str, ...]], bool],
        keep: Callable[[str], None],
    ) -> None:
        """`typed`: words typed before a crash; `change` says whether it took the change."""
        super().__init__()
        self._note, self._change, self._keep = note, change, keep
        self._words = note.text if typed is None else typed

    def compose(self) -> ComposeResult:
        """Lay out the composer with the note in it, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(f"Change {self._note.ref}"), classes="question")
            yield Composer(Circumstances(), ())
            keys = "Enter: save  Tab: source, where  ^J: new line  Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Put the note into the composer."""
        note = self._note
        said = (note.source, note.where, note.observed, note.statements)
        self.query_one(Composer).bring_back(Draft("", self._words, *said))

    @on(Composer.Written)
    def _written(self, event: Composer.Written) -> None:
        event.stop()
        if self._change(event.text, event.circumstances, event.statements):
            self.dismiss(None)

    @on(Composer.Typed)
    def _typed(self, event: Composer.Typed) -> None:
        event.stop()
        self._keep(self.query_one(Composer).text)

    def action_back(self) -> None:
        """Close without a change, after asking where words would be lost."""
        if self.query_one(Composer).text == self._note.text:
            self.dismiss(None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)

        question = "Throw away what you have changed here?"
        self.app.push_screen(Confirm(question, "Throw it away"), answered)


class ComposeDialog(Dialog[None]):
    """The composer, over whatever screen one is on."""

    HELP = _HELP

    BINDINGS = [("escape", "back", "Back")]
    AUTO_FOCUS = "NoteField"

    def __init__(
        self,
        review: Review,
        take: Callable[[str, Circumstances, tuple[str, ...]], bool],
        keep: Callable[[Callable[[str], Draft | None]], None],
    ) -> None:
        super().__init__()
        self._review, self._take, self._keep = review, take, keep

    def compose(self) -> ComposeResult:
        """Lay out the composer, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content("A note"), classes="question")
            yield Composer(self._review.last_circumstances, (self._review.ref,))
            # Short enough for a narrow window.
            keys = "Enter: save  Tab: source, where  ^J: new line  Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Go on with a note that was begun elsewhere."""
        if self._review.unfinished is not None:
            self.query_one(Composer).bring_back(self._review.unfinished)

    @on(Composer.Written)
    def _written(self, event: Composer.Written) -> None:
        event.stop()
        if self._take(event.text, event.circumstances, event.statements):
            self.dismiss(None)

    @on(Composer.Typed)
    def _typed(self, event: Composer.Typed) -> None:
        event.stop()
        self._keep(self.query_one(Composer).draft)

    def action_back(self) -> None:
        """Close; text that is not saved stays as a draft unless it is thrown away."""
        composer = self.query_one(Composer)
        if not composer.is_busy:
            self.dismiss(None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._keep(lambda person: Draft(person, ""))
                self.dismiss(None)

        self.app.push_screen(Confirm("Throw away this note?", "Throw it away"), answered)


def full_card(statement: StatementView, enquiries: Iterable[EnquiryView] = ()) -> Reading:
    """Return a window with all of a statement: full wording, questions, what to look for.

    `enquiries`: its lines of enquiry, to be read with it.
    """
    parts: list[Any] = [statement.full or statement.text]
    for title, lines in (("Ask", statement.questions), ("Look for", statement.look_for)):
        parts.append(("\n\n" + title, "bold"))
        parts += [f"\n- {line}" for line in lines]
    for enquiry in enquiries:
        head = f"\n\nLine of enquiry {enquiry.ref} ({enquiry.standing_name})"
        parts += [(head, "bold"), f"\n{enquiry.question}"]
        for label, text in (
            ("Would support it", enquiry.supports),
            ("Would refute it", enquiry.refutes),
            ("Where to look", enquiry.look),
        ):
            parts += [(f"\n{label}: ", "$muted"), text] if text else []
    return Reading(f"Statement {statement.ref}", Content.assemble(*parts))
