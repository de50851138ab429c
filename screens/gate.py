"""The gate of an area: what is still thin, before its judging pass is opened."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from sessions.agreeing import why_not_chair
from sessions.errors import Refused
from sessions.finality import READ_ONLY
from sessions.passes import open_gate
from sessions.seen import AreaView, StatementView

from .base import Dialog
from .review import Review
from .widgets.steps import is_described, several


def thin_lines(area: AreaView) -> list[str]:
    """Return what is still thin in an area, a sentence each; none: nothing is."""
    silent = [s.ref for s in area.statements if not s.evidence]
    one_sided = [s for s in area.statements if s.evidence and len(s.sources) <= 1]
    found = []
    if silent:
        found.append(f"No note yet: {', '.join(silent)}.")
    if one_sided:
        found.append(f"Heard from one side only: {', '.join(_one_side(s) for s in one_sided)}.")
    return found


def _one_side(statement: StatementView) -> str:
    names = {note.source_name for note in statement.evidence if note.source}
    return f"{statement.ref} ({next(iter(names), 'source not said')})"


class GateScreen(Dialog[bool]):
    """Shows what is thin, and opens the gate if that is what is wanted; to who may not, who may."""

    BINDINGS = [
        ("y", "open", "Open the gate"),
        ("n,escape", "back", "Back"),
        ("down", "scroll(1)", "On"),
        ("up", "scroll(-1)", "Back up"),
    ]
    AUTO_FOCUS = "#no"
    CSS_PATH = "gate.tcss"

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review
        final = review.seen.after.state == "final"
        who = why_not_chair(review.session, review.person, "open the gate of an area")
        self._why_not = READ_ONLY if final else who

    def compose(self) -> ComposeResult:
        """Lay out what is thin, what opening means, and the two answers; or who may open it."""
        area = self._review.area
        if self._why_not:
            yield from self._who_may(area)
            return
        with Vertical(classes="window"):
            yield Static(
                Content(f"Open the judging pass of area {area.number}?"), classes="question"
            )
            # What may be long scrolls; what opening means is always there.
            with VerticalScroll(classes="thin", can_focus=False):
                yield Static(Content("\n".join(self._lines(area))), markup=False)
            yield Static(Content(self._meaning()), markup=False, classes="opens")
            yield Static("", markup=False, classes="refused")
            with Horizontal(classes="buttons"):
                yield Button(Content("Open the gate (y)"), id="yes", compact=True)
                yield Button(Content("Not yet (n)"), id="no", compact=True)

    def _who_may(self, area: AreaView) -> ComposeResult:
        with Vertical(classes="window"):
            title = f"Area {area.number} is still being described: its gate is closed."
            yield Static(Content(title), classes="question")
            yield Static(Content(self._why_not), markup=False, classes="opens")
            with Horizontal(classes="buttons"):
                yield Button(Content("Go on describing (Esc)"), id="no", compact=True)

    def _lines(self, area: AreaView) -> Iterable[str]:
        thin = thin_lines(area)
        yield area.title
        yield from thin or ["Every statement has notes from two source types or more."]
        if thin:
            yield "What is thin can be left so; it will then be hard to judge."
        reviewers = (p for p in self._review.seen.people if p.role == "reviewer" and not p.left)
        kept = [person.name for person in reviewers if person.is_interested(area.number)]
        if kept:
            yield f"Declared an interest, and will not judge this area: {', '.join(kept)}."

    def _meaning(self) -> str:
        return (
            f"From here on {self._opened()}. What is written afterwards is marked late, for ever, "
            "and going back to describing takes a reason."
        )

    def _opened(self) -> str:
        framework = self._review.session.framework
        if is_described(framework):
            return "the descriptors can be seen"
        return f"{several(framework.scale.noun)} can be given"

    @on(Button.Pressed, "#yes")
    def action_open(self) -> None:
        """Open the gate; where that is refused, say why."""
        if self._why_not:
            return  # that is what the window says
        try:
            self._review.act(open_gate, self._review.area.number)
        except Refused as refusal:
            self.query_one(".refused", Static).update(Content(str(refusal)))
            return
        self.dismiss(True)

    @on(Button.Pressed, "#no")
    def action_back(self) -> None:
        """Leave it closed."""
        self.dismiss(False)

    def action_scroll(self, by: int) -> None:
        """Scroll through what is thin."""
        for thin in self.query(".thin"):
            thin.scroll_relative(y=by, animate=False)
