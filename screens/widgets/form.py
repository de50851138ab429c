"""What a form is made of: a row with a label, a field and a place for what is wrong; a choice."""

from collections.abc import Iterable, Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from .fields import NoteField
from .staying import Staying


class ChoiceField(Static, can_focus=True):
    """Chooses one of a few: the arrows, or its first letter."""

    DEFAULT_CSS = """
    ChoiceField { width: 1fr; height: 1; color: $foreground; background: $panel; padding: 0 1; }
    ChoiceField:focus { background: $cursor-text; color: $cursor; text-style: reverse; }
    """

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, field: "ChoiceField") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "ChoiceField":
            """The field."""
            return self.field

    class Chosen(Message):
        """Something was chosen."""

    def __init__(
        self, choices: Sequence[tuple[str, str]], chosen: str = "", identity: str | None = None
    ) -> None:
        """`choices`: each its key, and the words for it."""
        super().__init__(markup=False, id=identity)
        self._choices = dict(choices)
        self.chosen = chosen
        """The key of what is chosen."""

    def on_mount(self) -> None:
        """Show what is chosen."""
        self.choose(self.chosen)

    def choose(self, key: str) -> None:
        """Choose by key; a key that is not there is the first one."""
        self.chosen = key if key in self._choices else next(iter(self._choices))
        self.update(Content(self._choices[self.chosen]))

    def on_key(self, event: events.Key) -> None:
        """Choose by arrow or letter; Enter is done."""
        keys = list(self._choices)
        place = keys.index(self.chosen)
        letter = (event.character or "").casefold()
        if event.key == "enter":
            self.post_message(self.Submitted(self))
        elif event.key in ("right", "down", "space"):
            self._take(keys[(place + 1) % len(keys)])
        elif event.key in ("left", "up"):
            self._take(keys[place - 1])
        elif letter.isalnum():
            later = (*keys[place + 1 :], *keys)
            self._take(next((k for k in later if self._starts(k, letter)), self.chosen))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self) -> None:
        """Take the next choice."""
        keys = list(self._choices)
        self._take(keys[(keys.index(self.chosen) + 1) % len(keys)])

    def _starts(self, key: str, letter: str) -> bool:
        return self._choices[key].casefold().startswith(letter)

    def _take(self, key: str) -> None:
        if key != self.chosen:
            self.choose(key)
            self.post_message(self.Chosen())


class Form(Staying, VerticalScroll, can_focus=False):
    """Rows that scroll where there is no room for all; the field one is in stays in sight."""

    def on_resize(self) -> None:
        """Keep the field in sight: the lines that explain it take room from the form."""
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.call_after_refresh(focused.scroll_visible, animate=False)


class FormRow(Vertical):
    """A field with its label before it and, when it was refused, why below it."""

    DEFAULT_CSS = """
    FormRow { height: auto; }
    FormRow .row { height: 1; }
    FormRow .label { width: 18; color: $muted; }
    FormRow.-here .label { color: $accent; text-style: bold; }
    FormRow .row LineField { width: 1fr; background: $panel; padding: 0 1; }
    FormRow .refused { display: none; height: auto; margin-left: 18; padding: 0 1;
                       color: $error; text-style: bold; }
    FormRow.-refused .refused { display: block; }
    """

    def __init__(self, label: str, field: Widget, hint: str = "") -> None:
        super().__init__()
        self._label, self.field = label, field
        self.hint = hint
        """What to say while the field has the focus."""

    def compose(self) -> ComposeResult:
        """Lay out the label, the field, and the place for what is wrong."""
        with Horizontal(classes="row"):
            yield Static(Content(self._label), classes="label")
            yield self.field
        yield Static(classes="refused", markup=False)

    def on_descendant_focus(self) -> None:
        """Show that this is the field one is in."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Show that it no longer is."""
        self.remove_class("-here")

    @on(Input.Changed)
    @on(NoteField.Changed)
    @on(ChoiceField.Chosen)
    def _typed(self) -> None:
        self.refuse("")

    def refuse(self, why: str) -> None:
        """Say what is wrong with what was typed; empty: nothing is."""
        self.query_one(".refused", Static).update(Content(f"! {why}" if why else ""))
        self.set_class(bool(why), "-refused")


def refuse_in(rows: Iterable[FormRow], wrong: Mapping[str, str]) -> None:
    """Say of each field what is wrong with it (by the field's id), and go to the first such."""
    rows = list(rows)
    for row in rows:
        row.refuse(wrong.get(row.field.id or "", ""))
    first = next((row.field for row in rows if row.field.id in wrong), None)
    if first is not None:
        first.focus()
