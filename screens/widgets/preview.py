"""The report as it will be exported: its first sections at once, the rest as time allows."""

import asyncio
import re
from typing import TYPE_CHECKING

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from .markdown_lines import lay_out, read_markdown
from .staying import Staying

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

# Text of a person's is escaped: what begins a line like this is a heading of the report's own.
_HEADING = re.compile(r"\n+(?=#{1,4} )")
_AT_ONCE = 6  # sections: more than a tall screen shows
_AT_A_TIME = 4
_PAUSE = 0.01  # seconds, in which keys are heard


class Section(Widget):
    """One section of a report, laid out when it comes to be shown."""

    DEFAULT_CSS = """
    Section { height: auto; width: 1fr; margin-bottom: 1; padding-right: 1; text-wrap: nowrap; }
    """

    def __init__(self, source: str) -> None:
        """`source`: its Markdown."""
        super().__init__()
        self.source = source
        self._tree: SyntaxTreeNode | None = None
        self._laid_out: tuple[int, list[Content]] = (0, [])

    def show(self, source: str) -> None:
        """Show another text."""
        if source != self.source:
            self.source = source
            self._tree = None
            self._laid_out = (0, [])
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        if self._tree is None:
            self._tree = read_markdown(self.source)
        if self._laid_out[0] != width:
            self._laid_out = (width, lay_out(self._tree, width))
        return self._laid_out[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return it, laid out."""
        return Content("\n").join(self._lines(self.content_size.width))


class Preview(Staying, VerticalScroll):
    """A report, to be scrolled through."""

    DEFAULT_CSS = """
    Preview { height: 1fr; padding-left: 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sources: list[str] = []
        self._sections: list[Section] = []

    def show(self, markdown: str) -> None:
        """Show a report; what is on the screen stays where it is as far as it can."""
        sources = _HEADING.split(markdown.strip("\n"))
        if sources == self._sources:
            return
        self._sources = sources
        for section, source in zip(self._sections, sources, strict=False):
            section.show(source)
        for section in self._sections[len(sources) :]:
            section.remove()
        self._sections = self._sections[: len(sources)]
        self._mount_some(_AT_ONCE - len(self._sections))
        self._mount_the_rest()

    def _mount_some(self, number: int) -> None:
        place = len(self._sections)
        fresh = [Section(source) for source in self._sources[place : place + max(number, 0)]]
        self._sections += fresh
        self.mount(*fresh)

    @work(exclusive=True)
    async def _mount_the_rest(self) -> None:
        while len(self._sections) < len(self._sources):
            await asyncio.sleep(_PAUSE)
            self._mount_some(_AT_A_TIME)

    def go_to(self, heading: str) -> bool:
        """Scroll to the section that begins with this heading; return whether there is one."""
        starts = (
            place
            for place, source in enumerate(self._sources)
            if source.splitlines()[0].lstrip("#").strip() == heading
        )
        place = next(starts, None)
        if place is None:
            return False
        self._mount_some(place + _AT_ONCE - len(self._sections))
        section = self._sections[place]
        self.call_after_refresh(self.scroll_to_widget, section, animate=False, top=True)
        return True
