"""A text field for one line. By itself, as the library needs no other and is to be there at once."""

from textual import events
from textual.widgets import Input

from frameworks.text import clean_line


class LineField(Input):
    """A field for one line."""

    def __init__(self, value: str = "", placeholder: str = "", identity: str | None = None) -> None:
        super().__init__(
            clean_line(value),
            placeholder=placeholder,
            id=identity,
            compact=True,
            select_on_focus=True,
        )

    @property
    def clean(self) -> str:
        """The line, cleaned."""
        return clean_line(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted; a line holds one line."""
        event.text = clean_line(event.text)
