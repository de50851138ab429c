"""A window with several fields: kept from the first letter on, and refused at the field."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from .base import Dialog
from .dialogs import Confirm
from .widgets.fields import LineField, NoteField
from .widgets.form import ChoiceField, Form, FormRow, refuse_in


class Asked(msgspec.Struct, frozen=True):
    """A field of such a window."""

    name: str
    """What it is called in code."""
    label: str
    """What people read before it."""
    value: str = ""
    """What it holds to begin with."""
    hint: str = ""
    """What to say while it has the focus."""
    lines: int = 1
    """How high it is: 1, 2 or 3."""
    choices: tuple[tuple[str, str], ...] = ()
    """What there is to choose from, each its key and the words for it; none: it is typed."""


Take = Callable[[dict[str, str]], dict[str, str]]
"""Given what the fields hold, returns what is wrong by field (empty: all of it); none: it took it."""


class FormDialog(Dialog[None]):
    """Asks for several things at once; closes when they were taken, or given up."""

    HELP = (
        "Fill in what you know; most of it can wait. Enter saves from every field, Tab goes to the "
        "next one. What you type is kept, whatever happens to the window."
    )
    CSS_PATH = "form_dialog.tcss"
    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "LineField, NoteField, ChoiceField"

    def __init__(
        self,
        question: str,
        asked: Sequence[Asked],
        take: Take,
        keep: Callable[[str], None],
        typed: Mapping[str, str] | None = None,
        first: str = "",
        save: str = "save",
    ) -> None:
        """`keep` is told what was typed, in words; `typed`: by field, before a crash.

        `first`: the field to begin in; `save`: what Enter does, in a word.
        """
        super().__init__()
        self._question, self._asked, self._take = question, tuple(asked), take
        self._keep, self._typed_before, self._save = keep, typed or {}, save
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay out the question, the fields, what explains them, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            yield Form(*(FormRow(a.label, self._field(a), a.hint) for a in self._asked))
            yield Static(classes="trouble", markup=False)
            if any(asked.hint for asked in self._asked):
                yield Static(classes="hint", markup=False)
            yield Static(Content(self._keys()), classes="keys")

    def _field(self, asked: Asked) -> Widget:
        value = self._typed_before.get(asked.name, asked.value)
        if asked.choices:
            return ChoiceField(asked.choices, value, identity=asked.name)
        if asked.lines == 1:
            return LineField(value, identity=asked.name)
        field = NoteField(value, identity=asked.name)
        field.add_class(f"-lines-{asked.lines}")
        return field

    def _keys(self) -> str:
        keys = [f"Enter: {self._save}"]
        if len(self._asked) > 1:
            keys.append("Tab: next")
        if any(asked.choices for asked in self._asked):
            keys.append("arrows: choose")
        elif any(asked.lines > 1 for asked in self._asked):
            keys.append("^J: new line")
        return "  ".join([*keys, "Esc: back"])

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        for field in self.query(NoteField):
            field.move_cursor(field.document.end)
        if self._first:
            self.query_one(f"#{self._first}").focus()

    # Typing

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold, by name."""
        held = {f.id or "": f.clean for f in self.query(LineField)}
        held |= {f.id or "": f.clean.strip() for f in self.query(NoteField)}
        held |= {f.id or "": f.chosen for f in self.query(ChoiceField)}
        return {asked.name: held.get(asked.name, "") for asked in self._asked}

    @property
    def _changed(self) -> dict[str, str]:
        """What was typed, by name: what differs from what stood there."""
        before = {asked.name: _begins_with(asked) for asked in self._asked}
        return {name: now for name, now in self.values.items() if now != before[name]}

    @on(Input.Changed)
    @on(NoteField.Changed)
    @on(ChoiceField.Chosen)
    def _typed(self, event: Input.Changed | NoteField.Changed | ChoiceField.Chosen) -> None:
        event.stop()
        self._say_trouble("")
        self._keep(in_words(self._asked, self._changed))

    @on(events.DescendantFocus)
    def _explain(self) -> None:
        row = next((row for row in self.query(FormRow) if row.field is self.focused), None)
        for hint in self.query(".hint").results(Static):
            hint.update(Content(row.hint if row else ""))

    # Done

    @on(Input.Submitted)
    @on(NoteField.Submitted)
    @on(ChoiceField.Submitted)
    def _done(self) -> None:
        wrong = self._take(self.values)
        if not wrong:
            self.dismiss(None)
            return
        self._say_trouble(wrong.get("", ""))
        refuse_in(self.query(FormRow), wrong)

    def _say_trouble(self, words: str) -> None:
        self.query_one(".trouble", Static).update(Content(f"! {words}" if words else ""))
        self.set_class(bool(words), "-trouble")

    def action_back(self) -> None:
        """Close with nothing changed, after asking where something would be lost."""
        if not self._changed:
            self.dismiss(None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)

        self.app.push_screen(Confirm("Throw away what you typed here?", "Throw it away"), answered)


def _begins_with(asked: Asked) -> str:
    """Return what a field holds to begin with, as it gives it back."""
    if asked.choices:
        keys = [key for key, _ in asked.choices]
        return asked.value if asked.value in keys else keys[0]
    return asked.value.strip() if asked.lines > 1 else asked.value


def in_words(asked: Iterable[Asked], typed: Mapping[str, str]) -> str:
    """Return what was typed as people read it: each field after its label, further lines indented."""
    found = [(field.label, typed[field.name]) for field in asked if field.name in typed]
    return "\n".join(f"{label}: " + "\n  ".join(value.split("\n")) for label, value in found)


def from_words(asked: Iterable[Asked], words: str) -> dict[str, str]:
    """Return what `in_words` was given, by field; what it does not know is left out."""
    names = {field.label: field.name for field in asked}
    found: dict[str, str] = {}
    name = ""
    for line in words.split("\n"):
        label, colon, value = line.partition(":")
        if line.startswith("  ") and name:
            found[name] += "\n" + line[2:]
        elif colon and label in names:
            name = names[label]
            found[name] = value.removeprefix(" ")
    return found
