"""Small windows that ask one thing: yes or no, some words, where to go, who is typing; or show text."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from .base import Dialog
from .widgets.fields import LineField, NoteField


class Confirm(Dialog[bool | None]):
    """Asks before something is lost or cannot be taken back; None: the person went back."""

    BINDINGS = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n", "answer(False)", "No"),
        Binding("escape", "leave", "Not now"),
        Binding("left,right", "app.focus_next", "Other button", show=False),
    ]
    AUTO_FOCUS = "#no"

    def __init__(self, question: str, yes: str, no: str = "No, go back") -> None:
        super().__init__()
        self._question, self._yes, self._no = question, yes, no

    def compose(self) -> ComposeResult:
        """Lay out the question and its two answers."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            with Horizontal(classes="buttons"):
                yield Button(Content(f"{self._yes} (y)"), id="yes", compact=True)
                yield Button(Content(f"{self._no} (n)"), id="no", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_answer(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Rescue(Dialog[str | None]):
    """Asks what is to become of words that a crash left behind; None: later."""

    HELP = "What you were typing was kept. Nothing is thrown away unless you choose that."
    BINDINGS = [
        Binding("b", "answer('back')", "Bring it back"),
        Binding("escape", "later", "Later"),
    ]
    AUTO_FOCUS = "#back"
    DEFAULT_CSS = "Rescue .belongs { height: auto; text-style: bold; margin-bottom: 1; }"

    def __init__(self, words: str, belongs: str = "") -> None:
        """`belongs`: where the words belong, in a sentence."""
        super().__init__()
        self._words, self._belongs = words, belongs

    def compose(self) -> ComposeResult:
        """Lay out the words, where they belong, and what can be done with them."""
        with Vertical(classes="window"):
            yield Static(
                Content("You were writing this when the app last closed:"), classes="question"
            )
            with VerticalScroll(classes="fits"):
                yield Static(Content(self._words), markup=False)
            if self._belongs:
                yield Static(Content(self._belongs), classes="belongs")
            with Horizontal(classes="buttons"):
                yield Button(Content("Bring it back (b)"), id="back", compact=True)
                yield Button(Content("Later (Esc)"), id="later", compact=True)
                yield Button(Content("Throw it away"), id="away", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(None if event.button.id == "later" else event.button.id)

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    def action_later(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Words(Dialog[str | None]):
    """Asks for some words; None: the person went back."""

    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "NoteField"

    def __init__(
        self,
        question: str,
        text: str = "",
        placeholder: str = "",
        kept: Callable[[str], None] | None = None,
        beside: str = "",
        typed: str | None = None,
    ) -> None:
        """Ask for new words in place of `text`.

        `kept` is told of every change, to keep what is typed; `beside`: what to read meanwhile;
        `typed`: what was typed already, before a crash.
        """
        super().__init__()
        self._beside, self._typed_before = beside, typed
        self._question, self._text, self._placeholder = question, text, placeholder
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Lay out the question, the field, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            if self._beside:
                with VerticalScroll(classes="fits"):
                    yield Static(Content(self._beside), markup=False)
            typed = self._text if self._typed_before is None else self._typed_before
            yield NoteField(typed, self._placeholder)
            yield Static(Content("Enter: done   Ctrl+J: new line   Esc: back"), classes="keys")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        field = self.query_one(NoteField)
        field.move_cursor(field.document.end)

    @on(NoteField.Changed)
    def _typed(self) -> None:
        if self._kept is not None:
            self._kept(self.query_one(NoteField).clean)

    @on(NoteField.Submitted)
    def _done(self) -> None:
        self.dismiss(self.query_one(NoteField).clean.strip("\n"))

    async def action_back(self) -> None:
        """Close without an answer, after asking where words would be lost."""
        if self.query_one(NoteField).clean.strip() in ("", self._text.strip()):
            self.dismiss(None)
            return
        question = "Throw away what you have typed here?"

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)

        self.app.push_screen(Confirm(question, "Throw it away"), answered)


class Line(Dialog[str | None]):
    """Asks for one line; None: the person went back."""

    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "LineField"

    def __init__(self, question: str, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._question, self._value, self._placeholder = question, value, placeholder

    def compose(self) -> ComposeResult:
        """Lay out the question, the field, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            yield LineField(self._value, self._placeholder)
            yield Static(Content("Enter: done   Esc: back"), classes="keys")

    @on(Input.Submitted)
    def _done(self) -> None:
        self.dismiss(self.query_one(LineField).clean)

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


_NONE_FITS = "No row fits what is typed. Backspace takes letters away; Esc goes back."


class Choose(Dialog[str | None]):
    """Asks to choose one row of a list; what is typed narrows it, or is the number of a row."""

    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
    ]
    AUTO_FOCUS = "LineField"

    def __init__(
        self,
        question: str,
        rows: Sequence[tuple[str, Content]],
        typed: str = "",
        placeholder: str = "type to find",
        here: str = "",
        *,
        numbered: bool = False,
        otherwise: str = "",
    ) -> None:
        """`rows`: each its id and what it looks like; `typed`: what is in the field to begin with.

        `numbered`: a digit chooses; `otherwise`: what Enter does with words that fit no row, which
        are the answer then (empty: they are none).
        """
        super().__init__()
        self._question, self._rows = question, tuple(rows)
        self._typed, self._placeholder, self._here = typed, placeholder, here
        self._numbers = {str(n): row[0] for n, row in enumerate(rows[:9], 1)} if numbered else {}
        self._otherwise = otherwise

    def compose(self) -> ComposeResult:
        """Lay out the question, the field, the rows, and what to press."""
        with Vertical(classes="window tall"):
            yield Static(Content(self._question), classes="question")
            field = LineField(self._typed, self._placeholder)
            field.select_on_focus = False
            yield field
            yield OptionList(markup=False, compact=True)
            number = "A number or Enter" if self._numbers else "Enter"
            keys = f"{number}: choose   Up, Down: move   Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Show all rows."""
        self.query_one(LineField).cursor_position = len(self._typed)
        self.query_one(OptionList).can_focus = False
        self._narrow(self._typed)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        chosen = self._numbers.get(event.value.strip())
        if chosen is not None:
            self.dismiss(chosen)
        else:
            self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        # What may be the answer itself, as a path, is looked for as a whole.
        start = typed.casefold() if self._otherwise else next(iter(words), "")
        first = [r for r in self._rows if words and r[0].casefold().startswith(start)]
        rows = first or [
            r for r in self._rows if all(word in r[1].plain.casefold() for word in words)
        ]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._row(*row), id=row[0]) for row in rows])
        if not rows:
            words_for_none = Content.styled(self._otherwise or _NONE_FITS, "$muted")
            options.add_option(Option(words_for_none, disabled=True))
        ids = [identity for identity, _ in rows]
        if ids:
            options.highlighted = ids.index(self._here) if self._here in ids and not words else 0

    def _row(self, identity: str, content: Content) -> Content:
        if not self._numbers:
            return content
        key = next((number for number, row in self._numbers.items() if row == identity), " ")
        return Content.assemble((f"{key} ", "bold $accent"), content)

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(Input.Submitted)
    def _done(self) -> None:
        option = self.query_one(OptionList).highlighted_option
        typed = self.query_one(LineField).clean
        if option is not None:
            self.dismiss(option.id)
        elif self._otherwise and typed:
            self.dismiss(typed)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Reading(Dialog[None]):
    """Shows a text in full."""

    BINDINGS = [Binding("escape,f,enter,q", "back", "Back")]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay out the title, the text, and what to press."""
        with Vertical(classes="window tall"):
            yield Static(Content(self._title), classes="question")
            with VerticalScroll():
                yield Static(self._text, markup=False)
            yield Static(Content("Up, Down: scroll   Esc: back"), classes="keys")

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
