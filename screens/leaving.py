"""The window before anything leaves: what may identify somebody, settled with a label or accepted."""

from collections.abc import Callable, Iterable

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from exports.identifying import BEST_EFFORT, Identifying, context_of
from sessions.errors import Refused
from sessions.settling import Spot, accept, settle
from sessions.to_leave import view_to_leave
from sessions.undo import last_act, undo

from .base import Dialog
from .dialogs import Confirm, Line
from .looking import look_through
from .review import Review
from .widgets.lines import counted, shorten

ALL_DONE = "Nothing is left to look at here. x writes it; u takes the last thing back."


class LeavingDialog(Dialog[bool]):
    """Lists what may identify somebody in what is to leave; True: write it."""

    HELP = (
        "Before anything leaves: words that may identify a child or a grown-up, each with its "
        "place and what could stand there instead. Enter: read the label, change it if you like, "
        "and put it there. = keeps the words as they are, * keeps all that are the same; neither "
        "is asked again until the text changes. u takes back what you did here. " + BEST_EFFORT
    )
    BINDINGS = [
        Binding("equals_sign", "accept", "Accept"),
        Binding("asterisk", "accept_like", "Accept all like it"),
        Binding("u", "undo", "Undo"),
        Binding("x", "write", "Write it"),
        Binding("escape", "leave", "Leave it"),
    ]
    AUTO_FOCUS = "OptionList"
    CSS_PATH = "leaving.tcss"

    def __init__(
        self, review: Review, found: Iterable[Identifying], is_in: Callable[[str], bool]
    ) -> None:
        """`found`: what may identify somebody. `is_in`: whether a place is in what is to be written."""
        super().__init__()
        self._review, self._is_in = review, is_in
        self._found = self._waiting(found)
        self._done: list[str] = []
        """What this person did here, the last things they did, in words."""

    def compose(self) -> ComposeResult:
        """Lay out what was found, and what can be done with each."""
        with Vertical(classes="window tall"):
            yield Static(Content("Before it leaves"), classes="question")
            yield Static(Content(BEST_EFFORT), classes="about")
            yield OptionList(markup=False, compact=True)
            yield Static(classes="said", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(Content("Label (Enter)"), id="label", compact=True)
                yield Button(Content("Accept (=)"), id="accept", compact=True)
                yield Button(Content("All like it (*)"), id="like", compact=True)
            with Horizontal(classes="buttons -second"):
                yield Button(Content("Undo (u)"), id="undo", compact=True)
                yield Button(Content("Write it (x)"), id="write", compact=True)
                yield Button(Content("Leave it (Esc)"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Show what there is."""
        self._draw()

    # What is shown

    @work(exclusive=True)
    async def _look(self) -> None:
        """Find what may identify somebody now; in a long record that takes a while, and is shown."""
        session = self._review.session
        found = await look_through(view_to_leave(session), session.framework, self._head)
        self._found = self._waiting(found)
        self._draw()

    def _waiting(self, found: Iterable[Identifying]) -> tuple[Identifying, ...]:
        return tuple(f for f in found if not f.accepted and self._is_in(f.place))

    def _head(self, words: str) -> None:
        """Say in the title what there is, or how far looking through it is."""
        self.query_one(".question", Static).update(Content(words))

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows, found = self.query_one(OptionList), self._found
        place, width = rows.highlighted or 0, max(20, rows.scrollable_content_region.width)
        rows.clear_options()
        if not found:
            rows.add_option(Option(Content.styled(ALL_DONE, "$muted"), disabled=True))
            title = "Before it leaves"
        else:
            rows.add_options([Option(self._row(one, width)) for one in found])
            rows.highlighted = min(place, len(found) - 1)
            title = f"Before it leaves: {counted(len(found), 'thing')} may identify somebody"
        self._head(title)

    def _row(self, one: Identifying, width: int) -> Content:
        symbols = self._review.desk.symbols
        label = shorten(f"instead: {one.label}", max(12, width // 2), symbols)
        place = shorten(f"{one.place}  {one.kind}", width - len(label) - 3, symbols)
        before, clue, after = context_of(one.spot, width - 3)
        gap = " " * max(2, width - len(place) - len(label) - 1)
        first = Content.assemble((place, "bold"), gap, (label, "$accent"))
        second = Content.assemble(
            ("  " + before, "$muted"),
            (shorten(clue, width - 3, symbols), "bold underline"),
            (after, "$muted"),
        )
        return Content("\n").join([first, second])

    @property
    def chosen(self) -> Identifying | None:
        """What is highlighted."""
        place = self.query_one(OptionList).highlighted
        found = self._found
        return found[place] if place is not None and place < len(found) else None

    def _say(self, words: str, *, wrong: bool = False) -> None:
        line = self.query_one(".said", Static)
        line.update(Content(words))
        line.set_class(bool(words), "-on")
        line.set_class(wrong, "-wrong")

    def _changed(self, words: str) -> None:
        """Say what was done, and look again."""
        self._say(words)
        self._look()

    # What is done

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#label")
    def action_settle(self) -> None:
        """Ask for the label, with the proposed one in the field, and put it there."""
        one = self.chosen
        if one is None:
            return
        before, clue, after = context_of(one.spot)

        def answered(label: str | None) -> None:
            if label is not None:
                self._settle(one, label)

        question = f"{one.place}: {before}{clue}{after}\n\nWhat is to stand for {clue}?"
        self.app.push_screen(Line(question, one.label), answered)

    def _settle(self, one: Identifying, label: str) -> None:
        before = self._late(one)
        try:
            done = self._review.act(settle, one.spot, label)
        except Refused as refusal:
            self._say(f"{refusal} Nothing was changed.", wrong=True)
            return
        self._done += [f"{label} in {one.place}"] * done
        late = self._late(one) - before
        self._changed(
            f"{one.place}: {label} stands there now."
            + (" It was changed after the gate, so it is marked late." if late else "")
        )
        others = [f for f in self._found if f is not one and _same(f, one)]
        if done and others:
            self._ask_others(one, label, others)

    def _late(self, one: Identifying) -> frozenset[int]:
        note = self._review.seen.note(one.place)
        return note.late if note is not None else frozenset()

    def _ask_others(self, one: Identifying, label: str, others: list[Identifying]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._settle_others(one, label)

        places = counted(len(others), "more place")
        question = f"{one.word} stands in {places} of what leaves. Put {label} there too?"
        self.app.push_screen(Confirm(question, "Put it there"), answered)

    @work(group="settling")
    async def _settle_others(self, one: Identifying, label: str) -> None:
        """Put a label wherever the same person is named; what may not be changed here stays."""
        texts: dict[str, str] = {}
        done, refused = 0, ""
        session = self._review.session
        found = await look_through(view_to_leave(session), session.framework, self._head)
        same = [f for f in found if not f.accepted and self._is_in(f.place) and _same(f, one)]
        for other in sorted(same, key=lambda f: -f.spot.clue.start):  # places before it stay right
            spot = other.spot
            now = texts.get(spot.subject, spot.text)
            spot = msgspec.structs.replace(spot, text=now)
            try:
                if self._review.act(settle, spot, label):
                    self._done.append(f"{label} in {other.place}")
                    done += 1
                texts[spot.subject] = spot.settled(label)
            except Refused as refusal:
                refused = str(refusal)
        self._changed(f"{label} stands in {counted(done, 'more place')} now. {refused}".strip())

    @on(Button.Pressed, "#accept")
    def action_accept(self) -> None:
        """Accept the highlighted words as they are."""
        one = self.chosen
        if one is not None:
            self._accept([one], f"{one.place}: {one.word} stays. It is asked again if it changes.")

    @on(Button.Pressed, "#like")
    def action_accept_like(self) -> None:
        """Accept all that say the same."""
        one = self.chosen
        if one is not None:
            like = [f for f in self._found if f.word.casefold() == one.word.casefold()]
            words = f"{one.word} stays in {counted(len(like), 'place')}."
            self._accept(like, words)

    def _accept(self, found: list[Identifying], words: str) -> None:
        spots: list[Spot] = [one.spot for one in found]
        try:
            done = self._review.act(accept, spots)
        except Refused as refusal:
            self._say(f"{refusal} Nothing was changed.", wrong=True)
            return
        self._done += [f"that {found[0].word} stays"] * bool(done)
        self._changed(words)

    @on(Button.Pressed, "#undo")
    def action_undo(self) -> None:
        """Take back the last thing that was done in this window."""
        if not self._done:
            self._say("Nothing was settled or accepted here yet.", wrong=True)
            return
        try:
            last = last_act(self._review.session, self._review.person)
        except Refused as refusal:
            self._say(str(refusal), wrong=True)
            return
        if not last.asks_why:
            self._undo()
            return

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._undo(reason)

        self.app.push_screen(Line(f"Take back {last.what}? Say why; it is kept."), answered)

    def _undo(self, reason: str = "") -> None:
        try:
            self._review.act(undo, reason)
        except Refused as refusal:
            self._say(str(refusal), wrong=True)
            return
        self._changed(f"Taken back: {self._done.pop()}.")

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write it as it is now."""
        self.dismiss(True)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Write nothing; what was settled here stays settled."""
        self.dismiss(False)


def _same(one: Identifying, other: Identifying) -> bool:
    """Return whether two clues speak of one person, or say the same."""
    mine, theirs = one.spot.clue, other.spot.clue
    if mine.who or theirs.who:
        return mine.who == theirs.who
    return mine.word.casefold() == theirs.word.casefold()
