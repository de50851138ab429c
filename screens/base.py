"""What every screen has: one title line, a place for trouble, the body, one line of keys."""

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from typing_extensions import TypeVar

from sessions.following import Sight, Wall

from .commands import Command, bindings, from_bindings
from .desk import Desk
from .messages import Freeze, Go
from .script import cue_for
from .timing import time_words
from .widgets.cue_lines import CueLines
from .widgets.lines import Alarm, KeyLine, SayLine, TitleLine
from .widgets.staying import Staying

if TYPE_CHECKING:
    from .review import Review

T = TypeVar("T")
R = TypeVar("R", default=None)

PASSES = ("Describe", "Judge", "Agree", "Plan", "Report")

ROOM: tuple[Command, ...] = (
    Command(
        "present",
        "f4",
        "present",
        "Show what the group is on, large, for the wall",
        shown="F4",
        footer=False,
    ),
    Command(
        "times",
        "T",
        "time",
        "Set, start or pause the time for this area and for the meeting",
        footer=False,
    ),
    Command(
        "script",
        "S",
        "script",
        "Show what a facilitator says at this step, or fold it away",
        footer=False,
    ),
    Command(
        "freeze",
        "",
        "freeze wall",
        "Have the second window stay where it is; again: follow",
        footer=False,
    ),
)
"""What holds on every screen of a review, for the room."""


_ROOMY = 29  # rows from which on the script has room beside everything else
_LONGEST = 200  # characters of a setting's name: more than any screen is wide

SIGHTS: dict[str, Sight] = {
    "Overview": "area",
    "Describe": "statement",
    "Judge": "stages",
    "Agree": "agreed",
}
"""What of its place a second window shows of a screen; of any other the title alone."""


def size_classes(app: App[Any]) -> list[str]:
    """Return the classes that a screen has for the size of the app's window."""
    sides = (
        (app.size.width, app.HORIZONTAL_BREAKPOINTS or []),
        (app.size.height, app.VERTICAL_BREAKPOINTS or []),
    )
    fitting = [[step for step in steps if step[0] <= length] for length, steps in sides]
    return [max(steps)[1] for steps in fitting if steps]


class DeskScreen(Staying, Screen[R]):
    """A whole screen. A subclass gives its commands, its title and its body."""

    ACTS: ClassVar[tuple[Command, ...]] = ()
    AUTO_FOCUS = ""
    HERE = ""
    """Which of `PASSES` this screen is; empty: none."""
    TYPING: ClassVar[tuple[Command, ...]] = ()
    """What the line of keys shows while a text field has the focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(classes="-ascii" if desk.symbols.ascii_only else "")
        self.desk = desk
        self._is_laid_out = False
        self._was_left = False
        """Whether another screen was in front since this one was last drawn."""

    def compose(self) -> ComposeResult:
        """Lay out the lines and, between them, the screen's own body."""
        # Before there is anything to style: Textual adds these too, and styles all of it again.
        self.update_classes(dict.fromkeys(size_classes(self.app), True), update=False)
        yield TitleLine(self.desk.symbols)
        yield Alarm()
        yield from self.body()
        yield from self.below()
        yield SayLine()
        yield KeyLine([self.desk.keys.of(command) for command in self.acts])

    def body(self) -> Iterable[Widget]:
        """Return what stands between the title and the keys."""
        return ()

    def below(self) -> Iterable[Widget]:
        """Return what stands between the body and what is said."""
        return ()

    def title_parts(self) -> dict[str, Any]:
        """Return what the title line says, as `TitleLine.say` takes it, but for saving."""
        return {"title": "Inclusion Review"}

    def draw(self) -> None:
        """Show what the session holds now. For a subclass; whoever wants it calls `redraw`."""

    def begin(self) -> None:
        """Go on from what was drawn first: offer what was left behind, ask what is to be asked."""

    @property
    def is_here(self) -> bool:
        """Whether what it holds can be drawn: it is laid out, and not on its way off the screen.

        The app calls its screens each second and when something is saved; one may come or go then.
        """
        return self._is_laid_out and not self.is_leaving

    @property
    def is_in_sight(self) -> bool:
        """Whether nothing but small windows lies over it."""
        over = itertools.takewhile(lambda one: one is not self, reversed(self.app.screen_stack))
        return all(isinstance(one, ModalScreen) for one in over)

    def redraw(self) -> None:
        """Show what the session holds now. Called when it has changed, and on coming back."""
        if self.is_here:
            self.draw()

    def on_mount(self) -> None:
        """Show what there is. A subclass's own goes before it: Textual calls both."""
        self._is_laid_out = True
        self.show_saving()
        self.redraw()
        self.show_keys()
        self.begin()

    def on_screen_suspend(self) -> None:
        """Remember that what is shown may be overtaken."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        # One that is only passed on the way to the next screen keeps nobody waiting.
        if self._was_left and self.is_in_sight:
            self._was_left = False
            self.show_saving()
            self.redraw()

    def show_saving(self) -> None:
        """Say whether everything is saved; it is true whenever it is said."""
        if not self.is_here or not self.is_in_sight:
            return
        self.query_one(TitleLine).say(**self.title_parts(), right=self.desk.save_words)
        trouble = self.desk.trouble
        self.query_one(Alarm).say(
            f"Not saved: {trouble.reason}. Your text is kept here and is tried again every "
            "second; leave this window open and mend that."
            if trouble
            else ""
        )

    def on_descendant_focus(self) -> None:
        """Show the keys that do something where the focus is now."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """Show the keys that do something now that a field has lost the focus."""
        self.call_after_refresh(self.show_keys)

    @property
    def acts(self) -> tuple[Command, ...]:
        """The commands, worded for what is open: for help, the palette and the line of keys."""
        return self.ACTS

    @property
    def purpose(self) -> str:
        """What the screen is for, as help says it."""
        return self.HELP or ""

    def footer(self) -> tuple[Command, ...]:
        """Return the commands that the line of keys shows, the most useful first."""
        return self.acts

    def show_keys(self) -> None:
        """Show the keys that do something where the focus is now."""
        if self.is_here:
            typing = self.focused is not None and self.focused.check_consume_key("a", "a")
            shown = self.TYPING if typing and self.TYPING else self.footer()
            self.query_one(KeyLine).say([self.desk.keys.of(command) for command in shown])

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the person something, just above the keys; text is text, never markup."""
        if self.is_here:
            self.query_one(SayLine).say(text, warning=warning)


class ReviewScreen(DeskScreen):
    """A screen of an open review."""

    BINDINGS = bindings(ROOM)

    def __init_subclass__(cls, **named: Any) -> None:
        """Give every such screen what holds on all of them, after its own commands."""
        super().__init_subclass__(**named)
        own = {command.name for command in cls.ACTS}
        cls.ACTS = (*cls.ACTS, *(command for command in ROOM if command.name not in own))

    def __init__(self, review: "Review") -> None:
        super().__init__(review.desk)
        self.review = review

    def title_parts(self) -> dict[str, Any]:
        """Return the setting, the passes and the one we are in; a screen beside them stands first."""
        seen, me = self.review.seen, self.review.me
        final = "Final: " if seen.after.state == "final" else ""
        return {
            "title": f"{final}{seen.setting[:_LONGEST]}",
            "tabs": PASSES,
            "here": self.HERE,
            "who": me.tag,
        }

    def show_saving(self) -> None:
        """Say whether everything is saved, and what time is left."""
        super().show_saving()
        self.show_time()

    def show_time(self) -> None:
        """Say what time is left; asked for each second, so it draws one line at most."""
        if not self.is_here:
            return
        words, urgent = time_words(self.review, self.desk.clock(), self.desk.symbols)
        self.query_one(TitleLine).say_time(words, urgent=urgent)
        self.show_cue()

    def below(self) -> Iterable[Widget]:
        """Return the lines for the facilitator's script."""
        yield CueLines(self.desk.symbols)

    def on_resize(self) -> None:
        """Unfold the script where there is room for it now, or fold it."""
        self.call_after_refresh(self.show_cue)

    def show_cue(self) -> None:
        """Show the facilitator what to say at this step, unless it is folded away."""
        if not self.is_here:
            return
        unfolded = self.desk.script
        if unfolded is None:
            unfolded = self.size.height >= _ROOMY
        mine = self.review.me.role == "facilitator"
        cue = cue_for(self.HERE, self.review.area) if mine and unfolded else None
        self.query_one(CueLines).show(cue, self.size.width)

    def action_script(self) -> None:
        """Show the facilitator's script, or fold it away."""
        if self.review.me.role != "facilitator":
            self.say("The script is for a facilitator; F9 changes who is typing.")
            return
        shown = self.query_one(CueLines).has_class("-on")
        self.desk.script = not shown
        self.show_cue()

    def on_the_wall(self) -> Wall:
        """Return what a second window shows while this screen is in front."""
        return Wall(SIGHTS.get(self.HERE, "title"), self.review.area.number, self.review.ref)

    def action_present(self) -> None:
        """Show what the group is on, large, for the wall."""
        self.post_message(Go("present"))

    def action_times(self) -> None:
        """Set, start or pause the time."""
        self.post_message(Go("times"))

    def action_freeze(self) -> None:
        """Have the second window stay where it is, or follow again."""
        self.post_message(Freeze())

    def changed(self) -> None:
        """Something was written: show it, and that it is on its way to the disk."""
        self.show_saving()
        self.redraw()


class Dialog(Staying, ModalScreen[T]):
    """A small window that asks one thing."""

    @property
    def acts(self) -> tuple[Command, ...]:
        """What its keys do, for the palette and for help."""
        return from_bindings(vars(kind).get("BINDINGS", ()) for kind in type(self).__mro__)


def plain(text: str, style: str = "") -> Content:
    """Return text as content: never markup, whatever is in it."""
    return Content.styled(text, style) if style else Content(text)
