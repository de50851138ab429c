"""The composer: where a note is typed, with where it comes from on one line below."""

import re

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sessions.drafts import Draft
from sessions.notes import Circumstances
from sessions.wording import judging_words

from .fields import LineField, NoteField, SourceField
from .staying import Staying

_HINT_PAUSE = 0.3  # seconds after the last key before the wording is looked at
_HINT_LENGTH = 4000  # characters: more than a page is pasted, and not looked at key by key
_REF = re.compile(r"[\w.]+")


class Composer(Staying, Vertical):
    """Takes a note down. It keeps source, place and time for the next one."""

    DEFAULT_CSS = """
    Composer { height: auto; background: $surface; padding: 0 1; }
    Composer NoteField { height: 3; border: none; padding: 0; background: $surface; }
    Composer .hint { height: auto; min-height: 1; max-height: 3; color: $stage-1; }
    Composer .row { height: 1; }
    Composer .label { width: auto; color: $muted; }
    Composer LineField { width: 1fr; border: none; height: 1; padding: 0; background: $surface; }
    Composer #where { width: 2fr; }
    """

    class Written(Message):
        """The note is done."""

        def __init__(
            self, text: str, circumstances: Circumstances, statements: tuple[str, ...]
        ) -> None:
            super().__init__()
            self.text = text
            self.circumstances = circumstances
            self.statements = statements

    class Typed(Message):
        """Something was typed: worth keeping."""

    def __init__(self, circumstances: Circumstances, statements: tuple[str, ...]) -> None:
        super().__init__()
        self._circumstances = circumstances
        self._statements = statements
        self._hint_waiting = False
        self._hint = Content("")

    def compose(self) -> ComposeResult:
        """Lay out the text, the line of hints and the two lines of circumstances."""
        yield NoteField(placeholder="What did you see, hear or read?", identity="text")
        yield Static(markup=False, classes="hint")
        with Horizontal(classes="row"):
            yield Static(Content("source"), classes="label")
            yield SourceField(self._circumstances.source)
            yield Static(Content("where "), classes="label")
            yield LineField(self._circumstances.where, "place or class", "where")
        with Horizontal(classes="row"):
            yield Static(Content("when "), classes="label")
            yield LineField(self._circumstances.observed, "now, or 10:40", "when")
            yield Static(Content("for "), classes="label")
            yield LineField(" ".join(self._statements), "1.2 3.4, or inbox", "for")

    # What it holds

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.query_one(NoteField).clean

    @property
    def circumstances(self) -> Circumstances:
        """Where the note comes from."""
        return Circumstances(
            source=self.query_one(SourceField).source,
            where=self.query_one("#where", LineField).clean,
            observed=self.query_one("#when", LineField).clean,
        )

    @property
    def statements(self) -> tuple[str, ...]:
        """The refs that were typed to file it under."""
        return tuple(_REF.findall(self.query_one("#for", LineField).clean))

    def draft(self, participant: str) -> Draft | None:
        """Return all of it, as it is kept until the note is saved; None: it is not on the screen."""
        if not self.query(SourceField) or not self.query("#for"):
            return None
        said = self.circumstances
        return Draft(
            participant=participant,
            text=self.text,
            source=said.source,
            where=said.where,
            observed=said.observed,
            statements=self.statements,
        )

    # What it does

    def bring_back(self, draft: Draft) -> None:
        """Put a draft into the composer, as it was typed; one goes on at its end."""
        field = self.query_one(NoteField)
        field.text = draft.text
        field.move_cursor(field.document.end)
        self.query_one(SourceField).choose(draft.source)
        self.query_one("#where", LineField).value = draft.where
        self.query_one("#when", LineField).value = draft.observed
        self.file_under(draft.statements)

    def file_under(self, statements: tuple[str, ...]) -> None:
        """Have the next note filed under these statements."""
        self.query_one("#for", LineField).value = " ".join(statements)

    def clear(self) -> None:
        """Empty the text, for the next note; the circumstances stay, the time is now again."""
        self.query_one(NoteField).text = ""
        self.query_one("#when", LineField).value = ""

    def focus_text(self) -> None:
        """Begin to type."""
        self.query_one(NoteField).focus()

    @property
    def is_busy(self) -> bool:
        """Whether there is text that is not saved as a note yet."""
        return bool(self.text.strip())

    @on(NoteField.Submitted)
    @on(SourceField.Submitted)
    @on(Input.Submitted)
    def _done(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Written(self.text, self.circumstances, self.statements))

    @on(NoteField.Changed)
    @on(Input.Changed)
    @on(SourceField.Chosen)
    def _typed(self, event: Message) -> None:
        event.stop()
        # At once to the screen, not from widget to widget: it is said with every letter.
        self.screen.post_message(self.Typed())
        if isinstance(event, NoteField.Changed):
            self._hint_later()

    def _hint_later(self) -> None:
        if not self._hint_waiting:
            self._hint_waiting = True
            self.set_timer(_HINT_PAUSE, self._show_hint)

    def on_descendant_focus(self) -> None:
        """Explain the field that has the focus."""
        self.call_after_refresh(self._show_hint)

    def _show_hint(self) -> None:
        self._hint_waiting = False
        if self.query_one(SourceField).has_focus:
            words = Content.styled(SourceField.numbers(), "$muted")
        else:
            words = Content(self._wording_hint())
        if words != self._hint:
            self._hint = words  # the same again would only lay the screen out anew
            self.query_one(".hint", Static).update(words)

    def on_descendant_blur(self) -> None:
        """Say no more of a field that has lost the focus."""
        self.call_after_refresh(self._show_hint)

    def _wording_hint(self) -> str:
        hints = judging_words(self.text[:_HINT_LENGTH])
        if not hints:
            return ""
        words = ", ".join(dict.fromkeys(f'"{hint.word}"' for hint in reversed(hints)))
        return f"{words}: {hints[-1].question}"
