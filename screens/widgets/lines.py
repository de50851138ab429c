"""The lines at a screen's edges: title above, keys below, and trouble when there is any."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from screens.commands import Command
from screens.symbols import Symbols

from .staying import Staying

_ROOMY, _LITTLE = 17, 8
"""Cells of a title from which on all passes have room beside it, and those that it keeps."""


def shorten(text: str, width: int, symbols: Symbols) -> str:
    """Return `text` cut to `width` cells, with a mark where it was cut."""
    # A text may be a hundred pages: measured whole it would be slow, and Rich would remember it.
    start = text[: 4 * max(width, 1)]
    if len(start) == len(text) and cell_len(text) <= width:
        return text
    room = max(width - cell_len(symbols.cut), 0)
    while cell_len(start) > room:
        start = start[:-1]
    return start.rstrip() + symbols.cut if room else ""


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing: `1 note`, `2 notes`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def two_ends(left: Content, right: Content, width: int) -> Content:
    """Return one line with something at each end; the left end gives way."""
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(room, 0))
    gap = max(width - left.cell_length - right.cell_length, 1)
    return Content.assemble(left, " " * gap, right)


class TitleLine(Static):
    """The one line at the top: where you are, and whether it is saved."""

    DEFAULT_CSS = """
    TitleLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._parts: tuple[str, tuple[str, ...], str, str] = ("", (), "", "")
        self._who = ""
        self._time: tuple[Sequence[str], bool] = ((), False)

    def say(
        self,
        title: str,
        tabs: Sequence[str] = (),
        here: str = "",
        right: str = "",
        who: str = "",
    ) -> None:
        """Show a title, the passes with the one we are in, and a word at the right end.

        `who`: the tag of the person who is typing, which is never left out.
        """
        said = (title, tuple(tabs), here, right), who
        if said != (self._parts, self._who):
            self._parts, self._who = said
            self._draw()

    def say_time(self, words: Sequence[str], *, urgent: bool = False) -> None:
        """Show what time is left, at the right end; nothing but this line is drawn anew.

        `words`: the same in fewer and fewer words, for where there is no room.
        """
        if (words, urgent) != self._time:
            self._time = (words, urgent)
            self._draw()

    def on_resize(self) -> None:
        """Fit the line to its new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        who = Content.styled(f" {self._who[:6]}", "bold $accent") if self._who else Content("")
        room, passes, end = self._fitting(width - who.cell_length - 4)
        name = shorten(self._parts[0], room, self._symbols)
        # One line high whatever it says: a second that goes by lays nothing out anew.
        line = two_ends(Content.assemble((name, "bold"), who, "   ", passes), end, width)
        self.update(line, layout=False)

    def _fitting(self, width: int) -> tuple[int, Content, Content]:
        """Return what there is room for in `width` cells: cells for the title, the passes, the end.

        First the passes give way to a time, then words of the time, then the title; last the word of
        saving.
        """
        title, tabs, here, right = self._parts
        beside = here != "" and here not in tabs  # a place that is none of the passes stands first
        every = (here, *tabs) if beside else tabs
        brief = (here,) if here else tabs
        times = self._time[0] or ("",)
        little = min(_LITTLE, cell_len(title[:_LITTLE]))
        ways = [
            (every, times[0], right, _ROOMY if here else 0),
            # Such a place goes unsaid before the passes do.
            *([(tabs, "", right, _ROOMY)] if beside and not times[0] else []),
            *((brief, time, right, little) for time in times),
        ]
        for names, time, word, least in ways:
            passes, end = self._passes(names), self._end(time, word)
            room = width - passes.cell_length - end.cell_length
            if room >= least:
                return room, passes, end
        end = self._end(times[-1], right if right.isupper() else "")
        return max(width - passes.cell_length - end.cell_length, 0), passes, end

    def _passes(self, names: Sequence[str]) -> Content:
        here = self._parts[2]
        return Content("  ").join(
            [
                Content.styled(f"[{name}]", "bold $accent")
                if name == here
                else Content.styled(name, "$muted")
                for name in names
            ]
        )

    def _end(self, time: str, right: str) -> Content:
        ends = [
            Content.styled(time, "bold $error" if self._time[1] else "bold"),
            Content.styled(right, "bold $error" if right.isupper() else "$muted"),
        ]
        return Content("   ").join([part for part in ends if part.plain])


class Alarm(Static):
    """A lasting line for what is wrong and must not be missed; hidden while nothing is."""

    DEFAULT_CSS = """
    Alarm { display: none; height: auto; background: $panel; color: $error; text-style: bold;
            padding: 0 1; }
    Alarm.-on { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(Content(""), markup=False)
        self._text = ""

    def say(self, text: str) -> None:
        """Show what is wrong, until it is not: an empty text takes it away."""
        if text == self._text:
            return  # it is said with every save, and would lay the screen out anew each time
        self._text = text
        self.update(Content(text))
        self.set_class(bool(text), "-on")


class SayLine(Staying, Static):
    """What has just happened, or why something was refused: above the keys, for a while."""

    DEFAULT_CSS = """
    SayLine { display: none; height: auto; max-height: 4; background: $panel; color: $foreground;
              padding: 0 1; text-style: bold; }
    SayLine.-on { display: block; }
    SayLine.-warning { color: $error; }
    """

    _SHORT, _LONG = (
        5.0,
        12.0,
    )  # seconds: a word that something is done; a sentence to read and act on

    def __init__(self) -> None:
        super().__init__(Content(""), markup=False)
        self._end: Timer | None = None

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something; the next thing said takes its place."""
        if self._end is not None:
            self._end.stop()
        self.update(Content(text))
        self.set_class(bool(text), "-on")
        self.set_class(warning, "-warning")
        if text:
            self._end = self.set_timer(self._LONG if warning else self._SHORT, self._quiet)

    def _quiet(self) -> None:
        self.say("")


class KeyLine(Static):
    """The one line at the bottom: what to press next, the most useful first."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $muted; padding: 0 1; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__(Content(""), markup=False)
        self._commands = tuple(commands)

    def say(self, commands: Sequence[Command]) -> None:
        """Show other keys: those that do something where the focus is."""
        if self._commands != (now := tuple(commands)):
            self._commands = now
            self._draw()

    def on_resize(self) -> None:
        """Fit the line to its new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        ends = [_key("F1", "help"), _key("^p", "all commands")]
        if width < 70:
            ends = [_key("F1", "help")]
        right = Content("  ").join(ends)
        shown: list[Content] = []
        used = right.cell_length
        for command in self._commands:
            part = _key(command.key_shown, command.label)
            if not command.footer or used + part.cell_length + 2 > width:
                continue
            shown.append(part)
            used += part.cell_length + 2
        self.update(Content("  ").join([*shown, right]), layout=False)


def _key(key: str, label: str) -> Content:
    return Content.assemble((key, "bold $accent"), " ", label)
