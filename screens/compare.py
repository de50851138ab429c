"""Compare: then and now, statement by statement, in words and symbols; never a number."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from .base import DeskScreen
from .commands import Command, bindings
from .compare_acts import COMPARING
from .compare_evidence import BothSides
from .compare_reviews import Reviews
from .compare_shown import PARTS, Shown
from .desk import Desk
from .dialogs import Choose, Reading
from .messages import FollowUp
from .review import Review
from .widgets.lines import shorten
from .widgets.part_list import PartLine, PartList
from .widgets.part_panes import PartPanes
from .widgets.session_rows import day_words

_ALL = "all"  # the id of a row that is all of them


class CompareScreen(DeskScreen):
    """Rows on the left, each with how it moved; on the right what both sides hold, and why."""

    HERE = "Compare"
    CSS_PATH = "compare.tcss"
    HELP = (
        "Reviews of one setting beside each other, for its own learning: no number, and never another "
        "setting. Then and now says of each statement whether it moved on, holds, moved back or both "
        "ways; not enough evidence and not applicable are values of their own. Host and panel sets "
        "the setting's own view beside the panel's. First and agreed shows what talking changed. "
        "Nothing is shown of an area that the newer review is still describing."
    )
    ACTS: ClassVar[tuple[Command, ...]] = COMPARING
    BINDINGS = bindings(COMPARING)
    AUTO_FOCUS = "PartList"

    def __init__(self, desk: Desk, sessions: tuple[str, ...], review: Review | None) -> None:
        """`sessions`: the ids of those to set beside each other; `review`: the one that is open."""
        super().__init__(desk)
        self._reviews = Reviews(desk, sessions, review)
        self._shown = Shown(self._reviews, desk.symbols)
        self._who = review.me.tag if review else ""
        self._was_alone = False
        """Whether nobody had said yet beside which reviews."""

    def body(self) -> Iterable[Widget]:
        """Lay out the parts, which reviews, the rows, and what is said of one."""
        yield PartLine(PARTS, "Left Right")
        yield Static(id="which", markup=False)
        yield PartPanes(self.desk.symbols)

    def title_parts(self) -> dict[str, Any]:
        """Return the setting, and within a review who is typing."""
        seen = self._reviews.first
        return {
            "title": seen.setting[:200] if seen else "",
            "tabs": (self.HERE,),
            "here": self.HERE,
            "who": self._who,
        }

    def on_mount(self) -> None:
        """Find what there is to compare."""
        reviews = self._reviews
        reviews.look()
        self._was_alone = len(reviews.chosen) == 1 and reviews.first is not None
        if self._was_alone and reviews.others:
            reviews.choose((reviews.nearest(),))

    def begin(self) -> None:
        """Say what cannot be read; ask which review was meant, where it could be several."""
        if self._reviews.trouble:
            self.say(self._reviews.trouble, warning=True)
        if self._was_alone and len(self._reviews.others) > 1:
            self.action_choose_review()

    def on_unmount(self) -> None:
        """Let go of what was opened."""
        self._reviews.release()

    # What is shown

    def draw(self) -> None:
        """Show the rows of the part as they are now, and the highlighted one."""
        self.query_one(PartLine).show(self._shown.part)
        self.query_one("#which", Static).update(self._shown.which())
        self.query_one(PartList).show(self._shown.groups())
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        """Say all there is to say of the highlighted row; without any, why there is none."""
        panes = self.query_one(PartPanes)
        panes.say(self._shown.detail(panes.rows.chosen, panes.width))
        self.show_keys()

    def on_resize(self) -> None:
        """Fit what is shown to its new width."""
        self.call_after_refresh(self.redraw)

    def footer(self) -> tuple[Command, ...]:
        """Return the keys in the words of the part; those that go to other reviews where there are any."""
        words = {"open_row": "read", "only_moved": "differs"} if self._shown.part else {}
        found = self._shown.found
        several = found is not None and len(found.pairs) > 1
        return tuple(
            msgspec.structs.replace(
                act,
                label=words.get(act.name, act.label),
                footer=act.footer or (several and act.name in ("older_pair", "newer_pair")),
            )
            for act in self.acts
            if not (act.name == "choose_review" and not self._reviews.others)
        )

    # Going about

    def _go_part(self, part: int) -> None:
        self._shown.part = part % len(PARTS)
        self.say("")
        rows = self.query_one(PartList)
        rows.show_others(self._shown.groups())
        self.redraw()
        rows.focus()

    def action_next_part(self) -> None:
        """Go to the next part."""
        self._go_part(self._shown.part + 1)

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self._go_part(self._shown.part - 1)

    def action_part_1(self) -> None:
        """Show two reviews beside each other."""
        self._go_part(0)

    def action_part_2(self) -> None:
        """Show the setting's own view beside the panel's."""
        self._go_part(1)

    def action_part_3(self) -> None:
        """Show the first ballots beside what was agreed."""
        self._go_part(2)

    @on(PartLine.Chosen)
    def _clicked(self, event: PartLine.Chosen) -> None:
        self._go_part(event.place)

    def action_turn(self) -> None:
        """Go to the other side."""
        self.query_one(PartPanes).turn()

    def _step(self, by: int) -> None:
        found = self._shown.found
        if found is None or self._shown.two is None:
            self.say("There are no two reviews here.")
        elif not 0 <= self._shown.pair + by < len(found.pairs):
            self.say("These are the oldest two." if by < 0 else "These are the newest two.")
        else:
            self._shown.pair += by
            self._go_part(self._shown.part)

    def action_older_pair(self) -> None:
        """Go to the two reviews before."""
        self._step(-1)

    def action_newer_pair(self) -> None:
        """Go to the two reviews after."""
        self._step(1)

    def action_next_moved(self) -> None:
        """Go to the next row that moved, or in which the two differ, round the end."""
        rows = self.query_one(PartList)
        moved = {row.id for group in self._shown.groups(only_moved=True) for row in group.rows}
        every = [row.id for group in self._shown.groups() for row in group.rows]
        place = every.index(rows.chosen) if rows.chosen in every else -1
        later = (one for one in (*every[place + 1 :], *every[: place + 1]) if one in moved)
        if not rows.choose(next(later, "")):
            self.say("Nothing that is shown differs." if self._shown.part else "Nothing has moved.")

    # What is chosen

    def action_only_moved(self) -> None:
        """Show only what moved; again: everything."""
        self._shown.only_moved = not self._shown.only_moved
        self.redraw()

    def action_choose_area(self) -> None:
        """Show one area, or all of them."""
        if self._reviews.first is None:
            return

        def chosen(identity: str | None) -> None:
            if identity is not None:
                self._shown.area = None if identity == _ALL else int(identity)
                self.query_one(PartList).show_others(self._shown.groups())
                self.redraw()

        rows = [(_ALL, Content("All areas"))]
        for number, title in self._shown.areas():
            name = f"Area {number}  {title[:200]}" if number else title
            rows.append((str(number), Content(name)))
        here = _ALL if self._shown.area is None else str(self._shown.area)
        self.app.push_screen(Choose("Show which area?", rows, here=here), chosen)

    def action_choose_review(self) -> None:
        """Choose which reviews are set beside the one that this began at."""
        others, seen = self._reviews.others, self._reviews.first
        if seen is None or not others:
            self.say("There is no other review of this setting here; F makes one that follows.")
            return

        def chosen(identity: str | None) -> None:
            if identity is not None:
                every = tuple(row.id for row in others)
                self._reviews.choose(every if identity == _ALL else (identity,))
                self._shown.pair = -1
                self.redraw()

        rows = [
            (row.id, Content.assemble((day_words(row.date), "bold"), f"  {row.name}"))
            for row in reversed(others)
        ]
        if len(others) > 1:
            rows.append(
                (_ALL, Content("All of them, two at a time: < and > go from one to the next"))
            )
        title = f"Set {day_words(seen.date)} beside which review?"
        here = next((i for i in self._reviews.chosen if i != self._reviews.own), "")
        self.app.push_screen(Choose(title, rows, here=here), chosen)

    def action_follow_up(self) -> None:
        """Make a session that follows this one."""
        self.post_message(FollowUp(self._reviews.own))

    # Reading

    @on(OptionList.OptionSelected)
    def action_open_row(self) -> None:
        """Read the notes of both reviews under the highlighted statement, with why."""
        shown, row = self._shown.then_and_now, self.query_one(PartList).chosen
        one = shown.row(row) if shown else None
        if shown is None or one is None:
            self.action_full()
            return
        sides = shown.evidence(one)
        title = f"{one.ref}  {shorten(one.text, self.size.width - 16, self.desk.symbols)}"
        self.app.push_screen(BothSides(title, sides))

    def action_full(self) -> None:
        """Read all that is said of the highlighted row."""
        row = self.query_one(PartList).chosen
        if row:
            title = PARTS[self._shown.part][0]
            self.app.push_screen(Reading(title, self._shown.detail(row, 0)))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
