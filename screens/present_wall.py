"""The wall: one thing large in the middle, told from what everyone may see; and the second window."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from frameworks.model import Framework
from sessions.clock import Clock
from sessions.following import Wall
from sessions.seen import SessionView
from sessions.timing import times

from .present_pages import Shown, shown
from .present_words import Wording, page
from .symbols import Symbols
from .timing import box_words, shown_box
from .widgets.lines import shorten, two_ends
from .widgets.staying import Staying

COVERED = "Covered."
KEYS = "F8 cover   ^q quit"


class WallView(Static):
    """One page of a place, as it fills the room there is."""

    DEFAULT_CSS = """
    WallView { height: 1fr; width: 1fr; }
    """

    def __init__(self, framework: Framework, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._by = Wording(framework, symbols)
        self._shown: tuple[Shown, SessionView] | None = None
        """What is drawn; None: nothing is to be seen."""

    def show(self, seen: SessionView, wall: Wall) -> Shown:
        """Show a place, and return what is shown of it. `seen`: what everyone may see."""
        found = shown(seen, wall)
        self._shown = (found, seen)
        self._draw()
        return found

    def cover(self) -> None:
        """Show nothing."""
        self._shown = None
        self._draw()

    def on_resize(self) -> None:
        """Fit the page to its new room."""
        self._draw()

    def _draw(self) -> None:
        size = self.content_size
        if self._shown is None or not size.width or not size.height:
            self.update(Content(""), layout=False)
            return
        found, seen = self._shown
        self.update(page(found, seen, self._by, size.width, size.height), layout=False)


class WallScreen(Staying, Screen[None]):
    """The second window: what the facilitator's window is on, with the time that is left."""

    AUTO_FOCUS = ""
    CSS_PATH = "present.tcss"

    def __init__(self, framework: Framework, symbols: Symbols, clock: Clock) -> None:
        super().__init__(classes="-ascii" if symbols.ascii_only else "")
        self._framework, self._symbols, self._clock = framework, symbols, clock
        self._seen: SessionView | None = None
        self._wall = Wall()
        self._own_cover = False

    def compose(self) -> ComposeResult:
        """Lay out whose review it is and the time, the page, and the two keys."""
        yield Static(id="wall-top", markup=False)
        yield WallView(self._framework, self._symbols)
        yield Static(id="wall-cover", markup=False)
        yield Static(Content(KEYS), id="wall-keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self._draw()

    def on_resize(self) -> None:
        """Fit the top line to its new width."""
        self.call_after_refresh(self.show_time)

    def show(self, seen: SessionView, wall: Wall) -> None:
        """Show what everyone may see of a place."""
        self._seen, self._wall = seen, wall
        self._draw()

    def cover(self) -> None:
        """Blank this window, or show it again."""
        self._own_cover = not self._own_cover
        self._draw()

    def _draw(self) -> None:
        if not self.query(WallView):
            return  # the app shows a place before this is laid out
        covered = self._own_cover or self._wall.covered
        self.set_class(covered, "-covered")
        again = " F8 shows it again." if self._own_cover and not self._wall.covered else ""
        self.query_one("#wall-cover", Static).update(Content(COVERED + again))
        if covered or self._seen is None:
            self.query_one(WallView).cover()
        else:
            self.query_one(WallView).show(self._seen, self._wall)
        self.show_time()

    def show_time(self) -> None:
        """Say whose review it is, and what time is left; asked for each second."""
        if not self.query("#wall-top"):
            return  # the app's clock asks, whatever comes or goes here
        line, seen = self.query_one("#wall-top", Static), self._seen
        if self.has_class("-covered") or seen is None:
            line.update(Content(""), layout=False)
            return
        number = self._wall.area
        box = shown_box(times(seen.visit.timeboxes, self._clock()), number)
        said, urgent = box_words(box, number) if box else ("", False)
        width = max(line.content_size.width, 10)
        time = Content.styled(said, "bold $error" if urgent else "bold $foreground")
        room = max(width - time.cell_length - 2, 0)
        name = Content.styled(shorten(seen.setting, room, self._symbols), "$muted")
        line.update(two_ends(name, time, width), layout=False)
