"""The library: every session there is, sorted and grouped, found by typing, opened with Enter."""

from collections.abc import Iterable
from typing import Any

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from frameworks.text import clean_line
from sessions.catalogue import Row
from sessions.keeping import soon
from sessions.listing import ORDERS, Wanted, grouped, narrowed, ordered

from .commands import Command, bindings
from .desk import Desk
from .library_acts import LIBRARY
from .library_files import LibraryFiles
from .library_words import due_words, packs_words, welcome
from .messages import Open, Start
from .widgets.line_field import LineField
from .widgets.lines import shorten
from .widgets.session_list import SessionList
from .widgets.session_rows import About


class LibraryScreen(LibraryFiles):
    """Lists the sessions, newest first unless another order is chosen."""

    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "#sessions"
    ACTS = LIBRARY
    TYPING = (
        Command("_", "enter", "to the list", "", shown="Enter"),
        Command("_", "escape", "leave", "", shown="Esc"),
    )
    BINDINGS = bindings(LIBRARY)
    HELP = (
        "Every review is a session. Sessions stay on this machine, readable by you alone, until "
        "you export one. The line at the bottom says in which folder they are. A session that is "
        "deleted can be restored for 30 days; what is erased for good leaves a line in the ledger of "
        "erasures, in the same folder."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fitting: list[Row] = []
        """The sessions that fit what is typed in the filter."""

    def body(self) -> Iterable[Widget]:
        """Lay out the filter, the sessions, what to say where there are none, and the packs."""
        yield Horizontal(
            Static(Content("Find"), classes="label"),
            LineField("", "press / and type a setting, a date, a name", "find"),
            Static(id="count", markup=False),
            id="finder",
        )
        yield SessionList(self.desk.symbols)
        yield Static(id="message", markup=False)
        yield Static(id="due", markup=False)
        yield Static(id="packs", markup=False)
        yield Static(id="place", markup=False)

    # Showing

    @property
    def _words(self) -> tuple[str, ...]:
        """The words of the filter."""
        return tuple(self.query_one("#find", LineField).clean.casefold().split())

    def on_resize(self) -> None:
        """Fit the rows to their new width."""
        self.call_after_refresh(self.redraw)

    def draw(self) -> None:
        """Show what is known."""
        # What is put away is found by its words too, and stays out of the way otherwise.
        words = self._words
        hidden = None if self.archived_shown or words else False
        wanted = Wanted(words=words, archived=hidden)
        rows = ordered(narrowed(self.rows or (), wanted, self.hay), self.order)
        groups = grouped(rows, self.group)
        self._fitting = [row for group in groups for row in group.rows]
        message = self._message(rows)
        self.query_one("#message", Static).update(message)
        self.query_one("#count", Static).update(Content(self._count(rows)))
        self.query_one("#packs", Static).update(packs_words(self.broken))
        today = self.desk.clock().date()
        near = soon(self.rows or (), today)
        self.query_one("#due", Static).update(due_words(near, today))
        place = f"Sessions are kept in {clean_line(str(self.desk.library.folder))}"
        if self.desk.thrown_away:
            place = "This is a demo: nothing that is done in it is kept."
        place = shorten(place, max(self.size.width - 2, 8), self.desk.symbols)
        self.query_one("#place", Static).update(Content(place))
        # Not by a class of the screen's: that would style every widget on it anew.
        for name, is_shown in (
            ("#finder", bool(self.rows)),
            ("#sessions", not message.plain),
            ("#message", bool(message.plain)),
            ("#packs", bool(self.broken)),
            ("#due", bool(near)),
        ):
            self.query_one(name).display = is_shown
        self.show_keys()
        more = "older sessions" if self._is_by_date else "sessions"
        width = max(self.size.width - 3, 20)  # a margin on both sides, and the scrollbar

        def about(row: Row) -> About:
            return About(today, words, self.twins.get(row.id))

        self.query_one(SessionList).show(groups, about, width, more)
        if not message.plain and self.focused is None:
            self.query_one("#sessions").focus()

    @property
    def _is_by_date(self) -> bool:
        """Whether what stands further down is older."""
        return self.order == "date" and self.group in ("none", "year")

    def _count(self, rows: list[Row]) -> str:
        if self.rows is None or self.progress:
            return self.progress
        total = "1 session" if len(self.rows) == 1 else f"{len(self.rows):,} sessions"
        away = sum(row.archived for row in self.rows)
        narrowed_down = self._words or (away and not self.archived_shown)
        said = f"{len(rows):,} of {total}" if narrowed_down else total
        return said if self.order == "date" else f"{said}, {ORDERS[self.order]}"

    def _message(self, rows: list[Row]) -> Content:
        """Return what stands in place of the list; nothing: the list is shown."""
        if self.trouble and not self.rows:
            return Content(
                f"The sessions cannot be read: {self.trouble}.\n\nNothing was changed in the "
                "folder that they are kept in. Mend that; this screen looks again every few "
                "seconds."
            )
        if self.rows is None:
            return Content(self.progress)
        if not self.rows:
            return welcome()
        if not rows and not self._words:
            return Content("Every session is put away.\n\nPress V to see them, s to start another.")
        if not rows:
            typed = self.query_one("#find", LineField).clean[:60]
            return Content(f"No session fits {typed}\n\nPress Esc to see all of them again.")
        return Content("")

    def footer(self) -> tuple[Command, ...]:
        """Return the keys that do something now."""
        named = {command.name: command for command in LIBRARY}
        if not self.rows:
            return (named["start_session"], named["bring_in"])
        back = [named["back"]] if self._words else []
        rest = [c for c in LIBRARY if c.name not in ("back", "find") and c.footer]
        opening, starting, *others = rest
        return (opening, starting, named["find"], *back, *others)

    # Finding

    def action_find(self) -> None:
        """Begin to type what to look for."""
        if self.rows:
            self.query_one("#find").focus()
        else:
            self.say("There are no sessions to look through yet; press s to start one.")

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(SessionList).begin_anew()
        self.redraw()
        if self._fitting:
            self.to_top()

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self._to_list()

    def on_key(self, event: events.Key) -> None:
        """Go from the field down to the list."""
        if event.key == "down" and self._is_finding:
            event.stop()
            self._to_list()

    @property
    def _is_finding(self) -> bool:
        return self.focused is self.query_one("#find")

    def _to_list(self) -> None:
        if self._fitting:
            self.query_one("#sessions").focus()

    def action_back(self) -> None:
        """Leave the field; from the list, show all sessions again."""
        finding, found = self._is_finding, bool(self._fitting)
        if not finding and not self._words:
            kept = "the demo is thrown away" if self.desk.thrown_away else "everything is kept"
            self.say(f"This is the first screen. Ctrl+Q leaves; {kept}.")
            return
        if not (finding and found):
            self.query_one("#find", LineField).value = ""
            self.redraw()
        self.query_one("#sessions").focus()

    # Going

    def action_start_session(self) -> None:
        """Set up a new session."""
        self.post_message(Start())

    @on(OptionList.OptionSelected, "#sessions")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open_session()

    def action_open_session(self) -> None:
        """Open the highlighted session; where it cannot be read, say why."""
        row = self.chosen
        if row is not None and row.trouble:
            self.say(f"{row.trouble}. Nothing in it was changed; mend that, then open it.")
        elif row is not None:
            self.post_message(Open(row.id))
        elif self.query_one(SessionList).offers_more:
            self.query_one(SessionList).make_room()
            self.redraw()

    def title_parts(self) -> dict[str, Any]:
        """Return the app's name."""
        return {"title": "Inclusion Review"}
