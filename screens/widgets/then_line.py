"""What the review before agreed of a statement, below its steps: folded to one line until it is asked for."""

from textual.content import Content
from textual.widgets import Static

from frameworks.model import Scale
from screens.commands import Command
from screens.symbols import Symbols
from sessions.seen import SessionView
from sessions.seen_after import ThenView

from .lines import shorten
from .session_rows import day_words
from .steps import step_words

THEN = Command(
    "then",
    "M",
    "then",
    "See what the review before this one agreed of the statement, or fold it away",
    footer=False,
)
"""What shows it, for the screen that it stands on."""

_ROOM = 320  # characters of a because that stand below the steps


class ThenLine(Static):
    """One line that says with which key then is seen; then all of it."""

    DEFAULT_CSS = """
    ThenLine { display: none; height: auto; max-height: 7; padding: 0 1; }
    ThenLine.-on { display: block; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._ref, self._unfolded = "", False
        self._said: tuple[Content, Content] = (Content(""), Content(""))

    def show(self, seen: SessionView, ref: str, scale: Scale, key: str) -> None:
        """Show what was agreed of a statement then, if anything was; `key`: the one that unfolds it.

        Of an area that is being described there is nothing in the view.
        """
        then = seen.after.before(ref)
        if ref != self._ref:
            self._ref, self._unfolded = ref, False  # each statement is first judged on its own
        self.set_class(then is not None, "-on")
        if then is None:
            return
        when = day_words(seen.after.follows.date)
        folded = Content.assemble((f"{key} ", "bold $accent"), (f"then: {when}", "$muted"))
        self._said = (folded, then_words(then, when, scale, self._symbols))
        self._draw()

    @property
    def is_on(self) -> bool:
        """Whether there is something to see."""
        return self.has_class("-on")

    def turn(self) -> None:
        """Show it, or fold it away."""
        self._unfolded = not self._unfolded
        self._draw()

    def _draw(self) -> None:
        self.update(self._said[self._unfolded])


def then_words(then: ThenView, when: str, scale: Scale, symbols: Symbols) -> Content:
    """Return what was agreed of a statement then, in words; the names of steps are those of then."""
    steps = {step.key: step for step in scale.steps}
    names = [
        # A step that is called so still has its sign
        step_words(steps[key], symbols) if key in steps and steps[key].name == name else name
        for key, name in zip(then.stages, then.names, strict=False)
    ]
    outcome = (then.outcome or "").replace("_", " ")
    said = ", ".join(names) if then.outcome == "stages" else outcome
    alone = f" ({then.by[:40]} alone)" if then.by else ""
    because = shorten(" ".join(then.because[: 2 * _ROOM].split()), _ROOM, symbols)
    words = (
        f" The statement had other words then: {shorten(then.words, 160, symbols)}"
        if then.matched == "changed"
        else ""
    )
    return Content.assemble(
        (f"Then, {when}: ", "$muted"),
        (f"{said}{alone}", "bold"),
        f", because {because}" if because else "",
        (words, "$muted"),
    )
