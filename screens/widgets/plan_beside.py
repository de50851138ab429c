"""What stands beside the outline of the plan: the highlighted row in full, or ideas for it."""

from typing import NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from frameworks.model import Framework
from screens.symbols import Symbols
from sessions.ideas import ideas
from sessions.seen import SessionView

from .lines import two_ends
from .plan_detail import Detail, Details
from .plan_ideas import HAVE_IDEAS, NO_STATEMENT, NOT_HERE, ideas_text, refs_of
from .staying import Staying

GATE_FIRST = (
    "Findings, and the plan that follows from them, come after judging. No area is behind its gate "
    "yet: p opens the gate of the area you are on, and o shows how far each area is."
)
"""What is said while there can be no plan."""


class Shown(NamedTuple):
    """What is to stand there."""

    seen: SessionView
    framework: Framework
    today: str
    """`YYYY-MM-DD`."""
    key: str
    """The row's, as in the outline; empty: there is none."""
    ideas: bool
    """Whether ideas stand there in place of the row in full."""


class Beside(Staying, Vertical):
    """A line that names what is shown, and the text below it."""

    DEFAULT_CSS = """
    Beside { width: 1fr; }
    Beside #what { height: 1; padding: 0 1; margin-bottom: 1; background: $panel; }
    Beside.-reading #what { background: $here; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Static(id="what", markup=False), Detail())
        self._symbols = symbols
        self._shown: Shown | None = None

    @property
    def is_read(self) -> bool:
        """Whether the keys go here: the text can be scrolled."""
        return self.query_one(Detail).has_focus

    def show(self, shown: Shown) -> None:
        """Show a row of the plan; the text begins at its top again when it is another one."""
        self._shown = shown
        about = f"ideas/{shown.key}" if shown.ideas else shown.key
        self.query_one(Detail).show(about, self.text)
        self._draw_name()

    def read(self) -> None:
        """Give the keys to the text."""
        self.query_one(Detail).focus()

    def on_resize(self) -> None:
        """Fit the name to its new width."""
        self._draw_name()

    def on_descendant_focus(self) -> None:
        """Show that the keys go here."""
        self._draw_name()

    def on_descendant_blur(self) -> None:
        """Show that they no longer do."""
        self.call_after_refresh(self._draw_name)

    def _draw_name(self) -> None:
        """Name what is shown, with the keys that lead there and back."""
        shown, line = self._shown, self.query_one("#what", Static)
        if shown is None:
            return
        keys = ["h ideas"] if shown.key.startswith(HAVE_IDEAS) else []
        keys = ["h details"] if shown.ideas else keys
        keys.append("Tab rows" if self.is_read else "Tab")
        end = Content.styled("  ".join(keys), "bold $accent")
        line.update(two_ends(self.title, end, max(line.content_size.width, 20)))
        self.set_class(self.is_read, "-reading")

    @property
    def title(self) -> Content:
        """What that is called which is shown."""
        if self._shown is None or not self._shown.key:
            return Content.styled("Before there is a plan", "bold")
        seen, _, today, key, are_ideas = self._shown
        name, more = Details(seen, today, self._symbols).title(key)
        if are_ideas:
            what = f" for {name[:1].lower()}{name[1:]}" if key.startswith(HAVE_IDEAS) else ""
            return Content.styled(f"Ideas{what}", "bold")
        return Content.assemble((name, "bold"), "  ", more)

    def text(self, width: int) -> Content:
        """Return what is shown for so many columns; 0: to be read in full."""
        if self._shown is None or not self._shown.key:
            return Content(GATE_FIRST)
        seen, framework, today, key, are_ideas = self._shown
        if not are_ideas:
            return Details(seen, today, self._symbols).of(key, width)
        refs = refs_of(seen.plan, key)
        if not refs:
            return Content(NO_STATEMENT if key.startswith(HAVE_IDEAS) else NOT_HERE)
        found = ideas(seen, framework, refs)
        return ideas_text(found, framework.scale, self._symbols, full=not width)
