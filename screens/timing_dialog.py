"""The window for time: of this area and of the meeting; set, start, pause, five minutes more."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from sessions.errors import Refused
from sessions.timing import (
    MEETING,
    TimeView,
    add_time,
    area_subject,
    minutes_of,
    pause,
    set_time,
    start,
    times,
)

from .base import Dialog
from .dialogs import Line
from .review import Review
from .widgets.lines import shorten

_MORE = 5  # minutes that one key adds
_USUAL = 45  # minutes that are offered where nothing is planned


class TimesDialog(Dialog[None]):
    """Shows the time of the area that the review is on and of the meeting, and changes it."""

    HELP = (
        "Time boxes are for the room: nothing stops when one is over. The record keeps what was "
        "planned and what was used; one that is left running counts up to the last thing that "
        "anybody wrote before four hours of silence."
    )
    BINDINGS = [
        Binding("m", "minutes", "Minutes"),
        Binding("plus,equals_sign", "more", "Five minutes more"),
        Binding("escape,T", "back", "Back"),
    ]
    AUTO_FOCUS = "OptionList"
    CSS_PATH = "timing_dialog.tcss"

    def __init__(self, review: Review, changed: Callable[[], None]) -> None:
        """`changed` is told when something was written."""
        super().__init__()
        self._review, self._changed = review, changed
        self._subjects = (area_subject(review.area.number), MEETING)

    def compose(self) -> ComposeResult:
        """Lay out the two, what can be done with the highlighted one, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content("Time"), classes="question")
            yield OptionList(
                *(Option(self._row(s), id=s) for s in self._subjects), markup=False, compact=True
            )
            yield Static(classes="refused", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(Content("Start (Enter)"), id="turn", compact=True)
                yield Button(Content("Minutes (m)"), id="minutes", compact=True)
                yield Button(Content("5 more (+)"), id="more", compact=True)
            yield Static(Content("Up, Down: area or meeting   Esc: back"), classes="keys")

    def on_mount(self) -> None:
        """Begin with the area; go on counting."""
        self.query_one(OptionList).highlighted = 0
        self.set_interval(1.0, self.show)

    # What is shown

    @property
    def _boxes(self) -> dict[str, TimeView]:
        review = self._review
        found = times(review.seen.visit.timeboxes, review.desk.clock())
        return {box.subject: box for box in found}

    @property
    def _chosen(self) -> str:
        option = self.query_one(OptionList).highlighted_option
        return (option.id if option else None) or self._subjects[0]

    def show(self) -> None:
        """Show both as they are now."""
        rows = self.query_one(OptionList)
        for subject in self._subjects:
            rows.replace_option_prompt(subject, self._row(subject))
        self._name_button()

    @on(OptionList.OptionHighlighted)
    def _name_button(self) -> None:
        box = self._boxes.get(self._chosen)
        word = "Set" if box is None else "Pause" if box.running else "Start"
        self.query_one("#turn", Button).label = Content(f"{word} (Enter)")

    def _row(self, subject: str) -> Content:
        area, box = self._review.area, self._boxes.get(subject)
        title = shorten(" ".join(area.title[:200].split()), 40, self._review.desk.symbols)
        name = "The meeting" if subject == MEETING else f"Area {area.number}  {title}"
        if box is None:
            return Content.assemble((name, "bold"), ("\n  no time is planned", "$muted"))
        used = f"planned {box.planned // 60} minutes, used {minutes_of(box.used)}"
        used += f"\n  left running; it counts up to {box.left_at}" if box.left_at else ""
        mark = "! " if box.running and box.ends_soon else ""
        return Content.assemble((name, "bold"), f"\n  {mark}{box.words}", (f"   {used}", "$muted"))

    # What is done

    def _do(self, do: Callable[..., None], *args: Any) -> None:
        said = self.query_one(".refused", Static)
        try:
            self._review.act(do, self._chosen, *args)
        except Refused as refusal:
            said.update(Content(str(refusal)))
            return
        said.update(Content(""))
        self.show()
        self._changed()

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#turn")
    def action_turn(self) -> None:
        """Start the highlighted one, or pause it; where nothing is planned, ask how long it is."""
        box = self._boxes.get(self._chosen)
        if box is None:
            self.action_minutes()
        else:
            self._do(pause if box.running else start)

    @on(Button.Pressed, "#minutes")
    def action_minutes(self) -> None:
        """Ask how many minutes are planned."""
        box = self._boxes.get(self._chosen)

        def answered(line: str | None) -> None:
            if line is None:
                return
            number = line.strip()
            if number.isdecimal() and len(number) < 6:
                self._do(set_time, int(number))
            else:
                said = "Write how many minutes, as a number: 45. Nothing was changed."
                self.query_one(".refused", Static).update(Content(said))

        what = "the meeting" if self._chosen == MEETING else f"area {self._review.area.number}"
        planned = box.planned // 60 if box else _USUAL
        self.app.push_screen(Line(f"How many minutes for {what}?", str(planned)), answered)

    @on(Button.Pressed, "#more")
    def action_more(self) -> None:
        """Add five minutes."""
        self._do(add_time, _MORE)

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
