"""Text fields that clean what comes in, and in which Enter means done."""

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from frameworks.text import clean_text
from sessions.records import SOURCES

from .line_field import LineField
from .sources import SHORT

__all__ = ["LineField", "NoteField", "SourceField"]


class NoteField(TextArea):
    """A field for a few lines: Enter is done, Ctrl+J (or Shift+Enter) begins a new line."""

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, field: "NoteField") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "NoteField":
            """The field."""
            return self.field

    def __init__(self, text: str = "", placeholder: str = "", identity: str | None = None) -> None:
        super().__init__(
            clean_text(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            placeholder=Content(placeholder),
            id=identity,
        )
        self.highlight_cursor_line = False

    @property
    def clean(self) -> str:
        """The text, cleaned."""
        return clean_text(self.text)

    @on(TextArea.SelectionChanged)
    def _moved(self, event: TextArea.SelectionChanged) -> None:
        # With every letter; nobody asks, and it would go through all that the field stands in.
        event.stop()

    def on_key(self, event: events.Key) -> None:
        """Take Enter as done before the field takes it as a new line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        elif event.key in ("ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted; runs before the field takes it in."""
        event.text = clean_text(event.text)


class SourceField(Static, can_focus=True):
    """Chooses a source type: its number, or its first letter, or the arrows."""

    DEFAULT_CSS = """
    SourceField { width: auto; height: 1; min-width: 12; color: $foreground; text-style: bold;
                  padding: 0 1; }
    SourceField:focus { background: $cursor-text; color: $cursor; text-style: bold reverse; }
    """

    class Chosen(Message):
        """A source type was chosen."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, source: str = "") -> None:
        super().__init__(markup=False)
        self.source = source
        """The key of the source type; empty: not said."""

    def on_mount(self) -> None:
        """Show what is chosen."""
        self.choose(self.source)

    def choose(self, source: str) -> None:
        """Choose a source type; empty is none."""
        self.source = source if source in SOURCES else ""
        self.update(Content(SOURCES.get(self.source, "not said")))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is taken as one that is typed: letters and digits are."""
        return (character or "").isalnum()

    def on_key(self, event: events.Key) -> None:
        """Choose by number, letter or arrow."""
        if event.key == "enter":
            event.stop()
            self.post_message(self.Submitted())
            return
        keys = ["", *SOURCES]
        place = keys.index(self.source)
        letter = (event.character or "").lower()
        if letter.isdigit():
            chosen = keys[int(letter)] if int(letter) < len(keys) else None
        elif letter.isalpha():
            fitting = [key for key in (*keys[place + 1 :], *keys) if key.startswith(letter)]
            chosen = fitting[0] if fitting else None
        elif event.key in ("right", "down"):
            chosen = keys[(place + 1) % len(keys)]
        elif event.key in ("left", "up"):
            chosen = keys[place - 1]
        else:
            return
        event.stop()
        event.prevent_default()
        if chosen is not None:
            self.choose(chosen)
            self.post_message(self.Chosen())

    @staticmethod
    def numbers() -> str:
        """Return every source type with its number, for the line that explains the field."""
        return "  ".join(f"{n} {name}" for n, name in enumerate(SHORT.values(), 1))
