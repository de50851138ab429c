"""A session that follows an older one: what comes along, and what starts empty."""

from collections.abc import Iterator

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessions.carrying import Coming
from sessions.errors import Refused
from sessions.follow_up import Wanted, coming, follow_up
from sessions.seen import SessionView
from sessions.view import view

from .base import Dialog
from .desk import Desk
from .widgets.fields import LineField
from .widgets.form import FormRow
from .widgets.lines import counted
from .widgets.session_rows import day_words

_MOMENT = 2.0  # seconds that what was just typed may take to be on the disk
_NAMED = 6  # people who are named before it is said that there are others


class FollowUpDialog(Dialog[str | None]):
    """Asks what comes along; answers with the new session's id."""

    HELP = (
        "For the next visit: the same setting and framework, with nothing judged yet. What was promised "
        "and asked is there at once, and its progress is noted in the new session. What was agreed is "
        "shown once the gate of its area is open. The older session stays as it is."
    )
    CSS_PATH = "then.tcss"
    AUTO_FOCUS = "LineField"
    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("space", "tick", "Tick"),
    ]

    def __init__(self, desk: Desk, session: str) -> None:
        """`session`: the id of the older one."""
        super().__init__()
        self.desk, self.session = desk, session
        self._wanted = Wanted()
        self._seen: SessionView | None = None
        self._coming: Coming | None = None

    def compose(self) -> ComposeResult:
        """Lay out which session, the date, what comes along, and what to press."""
        today = self.desk.clock().date().isoformat()
        with Vertical(classes="window"):
            yield Static(id="older", markup=False, classes="question")
            yield FormRow("Day of the visit", LineField(today, identity="day"))
            yield Static(Content("What comes along"), classes="heading")
            yield OptionList(id="along", markup=False, compact=True)
            yield Static(id="told", markup=False)
            yield Static(classes="trouble", markup=False)
            keys = "Enter: make it   Tab: other field   Space: tick or not   Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Look at what there is to come along."""
        self.desk.saver.wait(_MOMENT)
        try:
            old = self.desk.library.open(self.session)
            self._seen, self._coming = view(old), coming(self.desk.library, old)
        except (Refused, OSError) as error:
            self._say_trouble(f"It cannot be followed: {_reason(error)}")
            return
        title = f"Follow up {self._seen.setting[:200]}, {day_words(self._seen.date)}"
        self.query_one("#older", Static).update(Content(title))
        self._draw()
        self.query_one("#told", Static).update(Content(" ".join(self._told(self._coming))))

    # What is shown

    def _draw(self) -> None:
        options = self.query_one("#along", OptionList)
        place = options.highlighted or 0
        options.clear_options()
        symbols = self.desk.symbols
        for name, words in self._rows():
            mark = symbols.done if getattr(self._wanted, name) else symbols.empty
            options.add_option(Option(Content.assemble((f"{mark} ", "bold"), words), id=name))
        options.highlighted = place

    def _rows(self) -> Iterator[tuple[str, str]]:
        """Yield what can come along: the name of the field that says so, and the words for it."""
        found = self._coming
        if found is None:
            return
        names = [person.name[:40] for person in found.people[:_NAMED]]
        names += ["others"] if len(found.people) > _NAMED else []
        yield "panel", f"The panel: {', '.join(names) or 'nobody is on it'}"
        yield "actions", f"What was promised: {_some(len(found.actions), 'action')} still open"
        questions = _some(len(found.enquiries), "line of enquiry", "lines of enquiry")
        yield "enquiries", f"What was asked: {questions} still open"
        agreed = "to be read behind the gate of each area" if found.views else "nothing yet"
        yield "views", f"What was agreed: {agreed}"

    def _told(self, found: Coming) -> Iterator[str]:
        yield "Notes and judgements start empty; the older session stays as it is."
        if found.then != found.now:
            yield f"It was made with version {found.then} of the framework; {found.now} is installed."
        changed, gone = found.matched("changed"), found.matched("gone")
        if changed:
            yield f"Other words now, and said so beside what was agreed: {', '.join(changed)}."
        if gone:
            yield f"Not in this version any more, and listed at the end: {', '.join(gone)}."

    def _say_trouble(self, words: str) -> None:
        self.query_one(".trouble", Static).update(Content(f"! {words}" if words else ""))
        self.set_class(bool(words), "-trouble")

    # What is done

    def action_tick(self) -> None:
        """Let the highlighted row come along, or not."""
        name = self._highlighted
        if name:
            now = not getattr(self._wanted, name)
            self._wanted = msgspec.structs.replace(self._wanted, **{name: now})
            self._draw()

    @property
    def _highlighted(self) -> str:
        option = self.query_one("#along", OptionList).highlighted_option
        return option.id or "" if option is not None else ""

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._coming is not None:
            self._say_trouble("")

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _make(self) -> None:
        """Make the session, or say why it cannot be made."""
        if self._coming is None:
            return
        day = self.query_one("#day", LineField).clean
        wanted = msgspec.structs.replace(self._wanted, date=day)
        try:
            made = follow_up(self.desk.library, self.session, wanted)
        except (Refused, OSError) as error:
            is_disk = isinstance(error, OSError)
            saved = "It cannot be made here, and nothing was: " if is_disk else ""
            self._say_trouble(f"{saved}{_reason(error)}")
            self.query_one("#day").focus()
            return
        made.release()
        self.dismiss(made.id)

    def action_back(self) -> None:
        """Close; nothing was made."""
        self.dismiss(None)


def _reason(error: Refused | OSError) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _some(number: int, one: str, many: str = "") -> str:
    if not number:
        return f"no {one}"
    return f"{number} {many}" if many and number > 1 else counted(number, one)
