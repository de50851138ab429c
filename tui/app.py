"""The app: it joins the screens, and sees to it that nothing typed is lost when it ends."""

import sys
from pathlib import Path
from typing import ClassVar

from platformdirs import user_documents_path
from textual import on
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender

import screens
from screens.base import DeskScreen
from screens.commands import Command, Commands, bindings
from screens.desk import Desk
from screens.library import LibraryScreen
from screens.messages import Freeze
from screens.symbols import Symbols
from sessions.clock import system_clock
from sessions.saver import Saver

from . import handing, rooms
from .garbage import look_again
from .going import Going
from .places import Places, open_library
from .room import SECOND, TELL, InTheRoom
from .settings import Settings, read_settings, remember
from .themes import CONTRAST, DARK, LIGHT, NAMES, THEMES

_MOMENT = 1.0  # seconds that a change of person waits for it
_LOOK_AGAIN = 2.0  # seconds between looks at what other windows and people wrote


class PlainBar(ScrollBarRender):
    """A scrollbar without the signs that plain ASCII lacks: whole cells of colour."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def _documents() -> Path:
    """Return where people look for their documents, to offer it for a report."""
    found = user_documents_path()
    return found if found.is_dir() else Path.home()


class ReviewApp(Going):
    """Inclusion Review."""

    TITLE = "Inclusion Review"
    # The library's too: Textual reads every style there is again for a screen that brings its own.
    CSS_PATH = [
        str(Path(screens.__file__).with_name(f"{name}.tcss")) for name in ("look", "library")
    ]
    COMMANDS = {Commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (29, "-tall")]
    ACTS: tuple[Command, ...] = (
        Command("help", "f1", "help", "Show what the keys do here", shown="F1", always=True),
        Command(
            "cover",
            "f8",
            "cover",
            "Blank the screen until F8 is pressed again",
            shown="F8",
            always=True,
        ),
        Command(
            "hand_over",
            "f9",
            "hand over",
            "Cover everything and say who is typing now",
            shown="F9",
            always=True,
        ),
        Command(
            "safeguarding",
            "f2",
            "child at risk",
            "If you are worried about a child: what to do; nothing is recorded",
            shown="F2",
            always=True,
            footer=False,
        ),
        Command(
            "search",
            "f3",
            "search",
            "Search everything that was written, in every session",
            shown="F3",
            always=True,
            footer=False,
        ),
        Command("light", "", "light colours", "Use the light colours"),
        Command("dark", "", "dark colours", "Use the dark colours"),
        Command("contrast", "", "high contrast", "Use black and white with the most contrast"),
        Command("leave", "ctrl+q", "quit", "Save everything and leave", shown="^q", always=True),
    )
    BINDINGS = [*bindings(ACTS), Binding("question_mark", "help", "help", show=False)]

    def __init__(
        self,
        here: Places,
        session: str = "",
        *,
        person: str = "",
        ascii_only: bool = False,
        theme: str | None = None,
    ) -> None:
        """Open at the library, or at once at a session.

        `session`: its id; `person`: the name of who is typing, where that is known; `theme`: dark,
        light or contrast, from now on.
        """
        super().__init__()
        self.set_class(ascii_only, "-ascii")
        ScrollBar.renderer = PlainBar if ascii_only else ScrollBarRender
        self._settings_file = here.home / "settings.json"
        self._settings = read_settings(self._settings_file)
        if theme:
            self._settings = Settings(NAMES.get(theme, DARK))
        self._take_our_themes()
        self._session = session
        self._person = person
        self.desk = Desk(
            open_library(here),
            Saver(self.saver_says),
            Symbols(ascii_only),
            _documents(),
            system_clock,
        )
        self.desk.thrown_away = here.thrown_away
        self._cover: Screen[None] | None = None
        self.in_the_room = InTheRoom(self)
        """The time that is left, and the wall."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own colours a value before our themes are known."""
        return dict(THEMES[0].variables)

    def _take_our_themes(self) -> None:
        """Offer our themes and no others. Before the first style is read, so that it is read once."""
        for theme in THEMES:
            self.register_theme(theme)
        for name in list(self.available_themes):
            if name not in NAMES.values():
                self.unregister_theme(name)
        self.set_reactive(App.theme, self._settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def in_force(self, command: Command) -> Command:
        """Return a command with the key that is in force for it."""
        return self.desk.keys.of(command)

    def _take_own_keys(self, file: Path) -> None:
        """Take the keys that the person would rather press; where they cannot be, say why."""
        if not file.exists():
            return
        from .keys import FILE, read_keys

        self.desk.keys, problems = read_keys(file)
        self.set_keymap(dict(self.desk.keys.keys))
        if problems:
            first = f"{problems[0].name}: {problems[0].why}"
            words = f"The keys of {FILE} are not in force. {first}. inclusion-review keys says all."
            self.call_after_refresh(self._say_here, words)

    def _say_here(self, words: str) -> None:
        if isinstance(self.screen, DeskScreen):
            self.screen.say(words, warning=True)

    def on_mount(self) -> None:
        """Listen for the end; show the library."""
        self.listen_for_the_end()
        self._take_own_keys(self._settings_file.with_name("keys.toml"))
        self.set_interval(_LOOK_AGAIN, self.look_again)
        self.set_interval(SECOND, self.in_the_room.tick)
        self.set_interval(TELL, self.in_the_room.tell)
        self.push_screen(LibraryScreen(self.desk))
        if self._session:
            self.open(self._session)

    def on_ready(self) -> None:
        """Do what could wait until something is on the screen."""
        self.call_after_refresh(look_again)

    # What others wrote

    def look_again(self) -> None:
        """Take in what another window, or somebody else, has written meanwhile."""
        if self.review is None:
            return
        try:
            fresh = self.review.session.refresh()
        except OSError as error:
            # A network folder that is away for a moment: writing says so, reading can wait.
            self.log.warning(f"cannot look for what others wrote: {error}")
            return
        if not self.review.session.saved:
            self.desk.save(self.review.session)  # what another window erased is in our file too
        if fresh and isinstance(self.screen, DeskScreen):
            self.screen.redraw()
        self.in_the_room.look()
        self._say_notices()

    def _say_notices(self) -> None:
        if self.review is not None:
            for notice in self.review.take_notices():
                self.notify(notice, severity="warning", timeout=20, markup=False)

    # The app's own commands

    @on(Freeze)
    async def _freeze(self) -> None:
        await self.in_the_room.freeze()

    def action_command_palette(self) -> None:
        """Find a command by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(
                CommandPalette(placeholder="Type what you want to do", id="--command-palette")
            )

    def action_help(self) -> None:
        """Show what the keys do on this screen."""
        if self._extra is None:
            here = self.screen
            own: tuple[Command, ...] = getattr(here, "acts", ())
            purpose = here.purpose if isinstance(here, DeskScreen) else here.HELP or ""
            acts = [self.in_force(command) for command in (*own, *self.ACTS)]
            self._show_extra(rooms.help_on(acts, purpose))

    def action_cover(self) -> None:
        """Blank the screen, or show it again."""
        if self._extra is not None and self._extra is self._cover:
            self._extra.dismiss()
        else:
            self._cover = rooms.cover()
            self._show_extra(self._cover)

    def _show_extra(self, screen: Screen[None]) -> None:
        """Put help or the cover over whatever is there; it goes by itself."""

        def gone(_: None) -> None:
            self._extra = None

        self._extra = screen
        self.push_screen(screen, gone)

    def action_hand_over(self) -> None:
        """Cover everything, until somebody says that they are typing now."""
        if self.review is None or self._extra is not None:
            return
        people = handing.who_can_type(self.review)
        screen = rooms.hand_over(people, self.review.person, self.desk.symbols)
        self._extra = screen
        self.push_screen(screen, self._handed_over)

    def _handed_over(self, person: str | None) -> None:
        """Go on as somebody else, on screens that hold nothing of the one before."""
        self._extra = None
        review = self.review
        if review is None or person is None or person == review.person:
            return
        if review.draft_waiting:
            review.write_draft()
        self.desk.saver.wait(_MOMENT)  # what was typed is found again when its author comes back
        place = handing.place_of(self.screen_stack)
        fresh = handing.taken_over(review, person, place)
        self.back_to_library()
        self.begin(fresh, place)

    def action_safeguarding(self) -> None:
        """Say what to do when a child may be at risk; nothing is recorded."""
        if self._extra is None:
            self._show_extra(rooms.safeguarding())

    def action_light(self) -> None:
        """Use the light colours from now on."""
        self._use(LIGHT)

    def action_dark(self) -> None:
        """Use the dark colours from now on."""
        self._use(DARK)

    def action_contrast(self) -> None:
        """Use the colours of the most contrast from now on."""
        self._use(CONTRAST)

    def _use(self, theme: str) -> None:
        self.theme = theme
        remember(self._settings_file, Settings(theme))


def run_app(
    here: Places,
    session: str = "",
    *,
    person: str = "",
    ascii_only: bool = False,
    theme: str | None = None,
) -> int:
    """Open the app and return its exit status, with everything saved."""
    app = ReviewApp(here, session, person=person, ascii_only=ascii_only, theme=theme)
    try:
        app.run()
    finally:
        # A crash ends up here too: what was typed goes to the disk before anything else.
        saved = app.let_go()
    if not saved:
        print("Not everything could be saved; see the message in the app.", file=sys.stderr)
    return app.return_code or 0
