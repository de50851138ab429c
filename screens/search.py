"""Search: everything that was written, found as you type, from any screen."""

import time
from collections.abc import Callable
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, get_current_worker

from frameworks.text import clean_line
from sessions.search import Found, Hit, Query
from sessions.search_index import Looked, Own
from sessions.search_typed import read_query
from sessions.seen import SessionView

from .base import Dialog
from .desk import Desk
from .review import Review
from .search_words import by_stage, hit_prompt, kinds_line, limits_line, message, progress_words
from .widgets.fields import LineField

_PAGE = 50  # hits shown at once; Enter on the last row shows as many more
_LOOK_AGAIN = 3.0  # seconds between looks at what others have done to the library
_SHARE = 20  # a look that took a second is not repeated for so many seconds
_TELL = 0.15  # seconds between words on how far the reading is
_ASK_AGAIN = 1.0  # seconds after which what has been read meanwhile is looked through
_LONG = 1.0  # seconds of reading from which on it is said how fast it was


class HaveFound(Message):
    """An answer has come."""

    def __init__(self, query: Query, found: Found) -> None:
        super().__init__()
        self.query, self.found = query, found


class ReadSoFar(Message):
    """So many of so many sessions have been read."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class HaveLooked(Message):
    """The library has been looked at."""

    def __init__(self, looked: Looked, trouble: str) -> None:
        super().__init__()
        self.looked, self.trouble = looked, trouble


class SearchScreen(Dialog[Hit | None]):
    """Finds what was written, in every session; None: the person went back."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "#typed"
    HELP = (
        "Search finds what you may see and nothing else. Hits of the review that is open come "
        "first, then the newest. Judgements are found once the gate of their area is open, those of "
        "older reviews of the setting too, and ballots once they are revealed. Enter goes to what is "
        "highlighted, Up and Down move, Tab shows one kind of what was found, Esc goes back to "
        "where you were."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("down", "move('down')", "Down", show=False),
        Binding("up", "move('up')", "Up", show=False),
        Binding("pagedown", "move('page_down')", "Page down", show=False),
        Binding("pageup", "move('page_up')", "Page up", show=False),
        Binding("tab", "kind(1)", "Next kind", show=False),
        Binding("shift+tab", "kind(-1)", "Kind before", show=False),
    ]

    def __init__(self, desk: Desk, review: Review | None) -> None:
        super().__init__(classes="-ascii" if desk.symbols.ascii_only else "")
        self.desk, self.review = desk, review
        self._index = desk.library.index
        self._own: Own | None = None
        """What the person who types may see of the review that is open."""
        self._kind = ""
        """The kind that is shown; empty: all."""
        self._limit = _PAGE
        self._query = Query()
        self._found = Found()
        """The last answer, and what it answers."""
        self._shown: tuple[Hit, ...] = ()
        """The hits as they are drawn."""
        self._asking = self._ask_again = False
        self._go = False
        """Enter was pressed before the answer came."""
        self._is_new = True
        """Something else was typed: the highlight begins at the top."""
        self._progress = self._rate = ""
        self._looking: Worker[None] | None = None
        self._next_look = self._asked_at = 0.0
        self._drawn: tuple[object, ...] = ()

    @property
    def _who(self) -> str:
        return self.review.person if self.review is not None else ""

    def compose(self) -> ComposeResult:
        """Lay out the field, the kinds, the hits or what to say instead, and what to press."""
        with Vertical(classes="window"):
            with Horizontal(id="top"):
                yield Static(Content("Search"), classes="title")
                yield Static(id="state", markup=False)
            last = self.desk.searched.get(self._who, "")
            yield LineField(last, "type what you remember: a word, a name, source:data", "typed")
            yield Static(id="kinds", markup=False)
            yield OptionList(markup=False, compact=True)
            yield Static(id="message", markup=False)
            yield Static(id="limits", markup=False)
            keys = "Enter: go there   Up, Down   Tab: one kind   Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Look at what has changed; show what was looked for before."""
        self.query_one(OptionList).can_focus = False
        self._draw()
        self._ask()
        self._look()
        self.set_interval(_LOOK_AGAIN, self._look_now_and_then)

    def on_resize(self) -> None:
        """Fit the hits to their new width."""
        self.call_after_refresh(self._draw)

    # Asking

    @on(Input.Changed, "#typed")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._limit, self._rate = _PAGE, ""
        self._is_new, self._go = True, False
        self.desk.searched[self._who] = clean_line(event.value)
        self._ask()

    def _ask(self) -> None:
        """Ask away from the keyboard: one question at a time, the newest after it."""
        if self._asking:
            self._ask_again = True
            return
        query = read_query(self.query_one("#typed", LineField).value)
        if self._kind and not query.is_empty:
            query = msgspec.structs.replace(query, kinds=(self._kind,))
        self._asking, self._asked_at = True, time.monotonic()
        seen, limit = self.review.seen if self.review is not None else None, self._limit
        self.run_worker(lambda: self._answer(query, seen, limit), thread=True, group="search")

    def _answer(self, query: Query, seen: SessionView | None, limit: int) -> None:
        """Find, in a thread of its own."""
        if seen is not None:
            self._own = self._own or Own()
            self._own.show(seen)
        self.post_message(HaveFound(query, self._index.find(query, self._own, limit)))

    @on(HaveFound)
    def _have_found(self, event: HaveFound) -> None:
        event.stop()
        self._asking = False
        self._query, self._found = event.query, event.found
        self._draw()
        if self._ask_again:
            self._ask_again = False
            self._ask()
        elif self._go:
            self._choose()
        if event.found.unread:
            self._look()

    # Reading what has changed

    def _look_now_and_then(self) -> None:
        if time.monotonic() > self._next_look:
            self._look()

    def _look(self) -> None:
        if self._looking is None:
            self._looking = self.run_worker(self._read, thread=True, group="index")

    def _read(self) -> None:
        """Read what has changed, in a thread of its own."""
        worker = get_current_worker()
        told = began = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal told
            if time.monotonic() > told + _TELL and done < total:
                told = time.monotonic()
                self.post_message(ReadSoFar(done, total))

        trouble = ""
        looked = Looked()
        try:
            looked = self._index.look(progress, lambda: worker.is_cancelled)
        except OSError as error:
            trouble = clean_line(error.strerror or str(error))
        self._next_look = time.monotonic() + _SHARE * (time.monotonic() - began)
        self.post_message(HaveLooked(looked, trouble))

    @on(ReadSoFar)
    def _reading(self, event: ReadSoFar) -> None:
        event.stop()
        self._progress = progress_words(event.done, event.total, self.desk.symbols)
        self._draw()
        if time.monotonic() > self._asked_at + _ASK_AGAIN:
            self._ask()

    @on(HaveLooked)
    def _have_looked(self, event: HaveLooked) -> None:
        event.stop()
        self._looking = None
        self._progress = f"cannot be read now: {event.trouble}" if event.trouble else ""
        if event.looked.seconds > _LONG:
            self._rate = event.looked.rate
        if not self._query.is_empty:
            self._ask()  # what others have written comes, and what they have hidden goes
        self._draw()

    # Showing

    def _draw(self) -> None:
        if self.is_leaving:
            return  # what a thread found came too late
        found, query = self._found, self._query
        said = message(query, found, reading=bool(self._progress))
        self.set_class(not said.plain, "-hits")
        self.query_one("#message", Static).update(said)
        self.query_one("#kinds", Static).update(kinds_line(found, self._kind, self._width))
        self.query_one("#state", Static).update(Content(self._progress or by_stage(query)))
        narrow = self.has_class("-narrow")
        limits = limits_line(found, self._index.notice, self._rate, narrow=narrow)
        self.query_one("#limits", Static).update(Content(limits))
        self.query_one("#limits").display = bool(limits)
        self._draw_hits()

    @property
    def _width(self) -> int:
        return max(self.query_one("#top").size.width, 20)

    def _draw_hits(self) -> None:
        """Show the hits, unless they are what is shown; the same one stays highlighted."""
        options = self.query_one(OptionList)
        hits = self._found.hits
        width = self._width - 1  # the scrollbar
        drawn = (hits, self._found.more, width)
        if drawn == self._drawn:
            return
        before, place = self._highlighted, options.highlighted or 0
        self._drawn, self._shown = drawn, hits
        needs, symbols = self._query.needs, self.desk.symbols
        options.clear_options()
        options.add_options([Option(hit_prompt(hit, needs, width, symbols)) for hit in hits])
        if self._found.more:
            options.add_option(Option(Content.styled("Enter: show more", "$muted")))
        if hits:
            same = (n for n, hit in enumerate(hits) if before is not None and _same(hit, before))
            options.highlighted = 0 if self._is_new else next(same, min(place, len(hits) - 1))
        self._is_new = False

    @property
    def _highlighted(self) -> Hit | None:
        place = self.query_one(OptionList).highlighted
        return self._shown[place] if place is not None and place < len(self._shown) else None

    def on_unmount(self) -> None:
        """Leave no file open behind."""
        self._index.rest()
        if self._own is not None and not self._asking:
            self._own.store.close()

    # Going

    def action_move(self, way: str) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        ways: dict[str, Callable[[], None]] = {
            "up": options.action_cursor_up,
            "down": options.action_cursor_down,
            "page_up": options.action_page_up,
            "page_down": options.action_page_down,
        }
        ways[way]()

    def action_kind(self, by: int) -> None:
        """Show one kind of what was found, or all."""
        kinds = ["", *self._found.kinds]
        place = kinds.index(self._kind) if self._kind in kinds else 0
        self._kind = kinds[(place + by) % len(kinds)]
        self._limit, self._is_new = _PAGE, True
        self._ask()
        self._draw()

    @on(Input.Submitted, "#typed")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asking:
            self._go = True  # not to a hit of what was typed before
        else:
            self._choose()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose()

    def _choose(self) -> None:
        """Go to the highlighted hit; from the last row, show more."""
        self._go = False
        hit = self._highlighted
        if hit is not None:
            self.dismiss(hit)
        elif self._shown:
            self._limit += _PAGE
            self._ask()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def _same(hit: Hit, other: Hit) -> bool:
    mine, theirs = ((h.session, h.kind, h.title, h.text.text) for h in (hit, other))
    return mine == theirs
