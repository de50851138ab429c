"""A text field for one line. By itself, as the library needs no other and is to be there at once."""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widgets import Input

from frameworks.text import clean_line
from screens.symbols import Symbols


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

    def render_line(self, y: int) -> Strip:
        """Draw the line, with a mark at an end where more of it is out of sight."""
        strip, width = super().render_line(y), self.scrollable_content_region.width
        start = self.scroll_offset.x if self.value else 0
        if y == 0 and width:
            if cell_len(self.value or self.placeholder) - start > width:
                strip = self._marked(strip, width - len(self._cut), start)
            if start:
                strip = self._marked(strip, 0, start)
        return strip

    @property
    def _cut(self) -> str:
        plain = any(node.has_class("-ascii") for node in self.ancestors_with_self)
        return Symbols(plain).cut

    def _marked(self, strip: Strip, place: int, start: int) -> Strip:
        """Return what is drawn with the mark at a cell of it, unless the cursor is there."""
        end = place + len(self._cut)
        if place < 0 or (self.has_focus and place <= self._cursor_offset - start < end):
            return strip
        covered = strip.crop(place, end)
        style = next((piece.style for piece in covered), None)
        mark = Strip([Segment(self._cut, style)])
        return Strip.join([strip.crop(0, place), mark, strip.crop(end)])

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted; a line holds one line."""
        event.text = clean_line(event.text)
