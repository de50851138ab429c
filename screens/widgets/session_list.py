"""The sessions as the library lists them: a page at a time, under headings where they are grouped."""

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from screens.symbols import Symbols
from sessions.catalogue import Row
from sessions.listing import Group

from .kept_list import KeptList
from .lines import shorten
from .session_rows import About, session_prompt

_PAGE = 200  # sessions shown at once: more make every letter of the filter slow
_MORE = "more"
_GROUP = "group/"  # what the ids of headings begin with


class SessionList(KeptList):
    """Lists sessions; the same one stays highlighted when they are shown anew."""

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(id="sessions", markup=False, compact=True)
        self._symbols = symbols
        self._room = _PAGE
        self._drawn: tuple[object, ...] = ()

    @property
    def offers_more(self) -> bool:
        """Whether the row is highlighted that shows more."""
        return self.chosen == _MORE

    def begin_anew(self) -> None:
        """Show one page again, from the next time on that something is shown."""
        self._room = _PAGE

    def make_room(self) -> None:
        """Show one more page, from the next time on that something is shown."""
        self._room += _PAGE

    def to_top(self) -> None:
        """Highlight the first session."""
        self.highlighted = None
        self.action_first()

    def show(
        self, groups: Sequence[Group], about: Callable[[Row], About], width: int, more: str
    ) -> None:
        """Show sessions, unless they are what is shown.

        `about`: what a row says beside what is in it; `width`: the columns there are; `more`: what
        those are called that find no room.
        """
        rows = [row for group in groups for row in group.rows]
        shown = rows[: self._room]
        headings = tuple((group.title, len(group.rows)) for group in groups)
        airy = 3 * len(shown) + sum(bool(title) for title, _ in headings) <= self.size.height
        drawn = (tuple(shown), tuple(map(about, shown)), headings, width, airy, more)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        options = [*self._rows_of(groups, about, width, "\n" if airy else "")]
        left = len(rows) - len(shown)
        if left:
            words = f"Enter: show more ({left:,} {more})"
            options.append(Option(Content.styled(words, "$muted"), id=_MORE))
        self.refill(options)

    def _rows_of(
        self, groups: Sequence[Group], about: Callable[[Row], About], width: int, ends: str
    ) -> Iterator[Option]:
        left = self._room
        for number, group in enumerate(groups):
            rows = group.rows[:left]
            left -= len(rows)
            if rows and group.title:
                title = shorten(group.title, width, self._symbols)
                heading = Content.styled(title, "bold $accent")
                yield Option(heading, id=f"{_GROUP}{number}", disabled=True)
            for row in rows:
                yield Option(
                    session_prompt(row, width, self._symbols, about(row)) + ends, id=row.id
                )
