"""The gate of an area: what is still thin, before its judging pass is opened."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from sessions.errors import Refused
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
    """Shows what is thin, and opens the gate if that is what is wanted."""

    BINDINGS = [("y", "open", "Open the gate"), ("n,escape", "back", "Back")]
    AUTO_FOCUS = "#no"

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review

    def compose(self) -> ComposeResult:
        """Lay out what is thin, what opening means, and the two answers."""
        area = self._review.area
        with Vertical(classes="window"):
            yield Static(
                Content(f"Open the judging pass of area {area.number}?"), classes="question"
            )
            with VerticalScroll(classes="fits"):
                yield Static(Content("\n\n".join(self._lines(area))), markup=False)
            yield Static("", markup=False, classes="refused")
            with Horizontal(classes="buttons"):
                yield Button(Content("Open the gate (y)"), id="yes", compact=True)
                yield Button(Content("Not yet (n)"), id="no", compact=True)

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
        yield (
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
