"""Agree: who has cast, the reveal, the ballots of an area side by side, and what the panel holds."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.agreeing import why_not_chair
from sessions.seen import AreaView

from .agree_acts import AGREEING, first_of, worded
from .agree_words import PURPOSE, BesideWords, in_full
from .agree_writing import AgreeWriting
from .area_sentence import again
from .commands import Command, bindings
from .dialogs import Reading
from .messages import Go
from .reviewing_acts import REVIEWING, TYPING_A_NOTE
from .widgets.agreed_block import Agreed, AgreedBlock
from .widgets.area_line import AreaLine
from .widgets.ballots import Ballots
from .widgets.lines import shorten
from .widgets.person_line import PersonLine
from .widgets.spread_list import TOGETHER, RowWords, SpreadList, SpreadRow, spread_rows, to_accept
from .widgets.who_cast import sealed_in, waited_in

_HAND_OVER = "F9"


class AgreeScreen(AgreeWriting):
    """Goes through an area's statements with its panel."""

    HERE = "Agree"
    CSS_PATH = "agree.tcss"
    HELP = PURPOSE
    ACTS: ClassVar[tuple[Command, ...]] = (*AGREEING, *REVIEWING)
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "SpreadList"

    _row_id = ""
    """The id of the highlighted row; empty: that of the statement the review is on."""
    _unfolded = False
    """Whether those that all agree on have a row each."""

    @property
    def acts(self) -> tuple[Command, ...]:
        """The commands, in the words of the framework."""
        return worded(self.ACTS, self.review.session.framework)

    def footer(self) -> tuple[Command, ...]:
        """Return what can be done with the highlighted row, the most useful first."""
        row = self.row
        chairs = not why_not_chair(self.review.session, self.review.person, "agree")
        narrow = self.has_class("-narrow")
        return first_of(
            self.acts,
            row.kind if row else "",
            narrow=narrow,
            chairs=chairs,
            agreed=self.stands is not None,
        )

    def body(self) -> Iterable[Widget]:
        """Lay out the statements on one side, and on the other what stands beside them."""
        yield AreaLine(self.desk.symbols)
        yield Static(id="statement", markup=False)
        yield Horizontal(
            Vertical(
                PersonLine(self.desk.symbols, "who"),
                SpreadList(),
                Static(id="sentence", markup=False),
                id="spread-pane",
            ),
            Vertical(
                VerticalScroll(Static(id="ballots", markup=False), id="beside"),
                Static(id="agreed", markup=False),
                id="ballots-pane",
            ),
            id="panes",
        )

    def on_mount(self) -> None:
        """Go on with what was begun."""
        self.find_drafts()
        row = self.row
        if row is not None and row.id == TOGETHER:
            self._begin_the_talk()

    def begin(self) -> None:
        """Offer back what a crash left behind."""
        self.offer_draft()

    def _begin_the_talk(self) -> None:
        """Go to the first row: there the ballots lie furthest apart."""
        self._row_id = self._rows[0].id
        self.review.go(self._rows[0].statements[0].ref)

    def open_ballots(self, reason: str) -> None:
        """Open the ballots of the area, and begin where they lie furthest apart."""
        super().open_ballots(reason)
        if self.review.statement.judged is not None and not sealed_in(self.review.area):
            self._begin_the_talk()
            self.redraw()

    def on_resize(self) -> None:
        """Fit the panes to their new width."""
        self.call_after_refresh(self.redraw)

    # What is shown

    @property
    def _rows(self) -> list[SpreadRow]:
        scale = self.review.session.framework.scale
        return spread_rows(self.review.area, scale, unfolded=self._unfolded)

    @property
    def row(self) -> SpreadRow | None:
        """The highlighted row."""
        rows = self._rows
        held = [row for row in rows if self.review.ref in {s.ref for s in row.statements}]
        same = [row for row in held if row.id == self._row_id]
        own = [row for row in held if row.id == self.review.ref]
        return next(iter([*same, *own, *held]), None)

    def draw(self) -> None:
        """Show the statements, and what stands beside the highlighted one."""
        area, row = self.review.area, self.row
        if row is None:  # somebody reopened the area meanwhile
            self.post_message(Go("describe"))
            return
        agreed = frozenset(s.ref for s in area.statements if not self.is_open(s))
        self.query_one(AreaLine).show(self.review.seen, area, self.review.ref, agreed)
        self.query_one(PersonLine).show(self.review.me)
        statement = self.query_one("#statement", Static)
        statement.display = row.id != TOGETHER
        words = Content.assemble((self.review.ref, "bold"), "  ", self.review.statement.text)
        statement.update(words)
        self._show_rows()
        self._show_sentence(area, row)
        self._show_beside(row)
        self.show_keys()

    def _show_rows(self) -> None:
        spread = self.query_one(SpreadList)
        names = {
            person.id: f"{person.name} (left)" if person.left else person.name
            for person in self.review.seen.people
        }
        begun = (ref for ref, draft in self.review.being_agreed.items() if draft is not None)
        words = RowWords(self.review.session.framework.scale, self.desk.symbols, names, begun)
        width = max(spread.scrollable_content_region.width - 2, 12)
        row = self.row
        spread.show([(r.id, words(r, width)) for r in self._rows], row.id if row else "")

    def _show_sentence(self, area: AreaView, row: SpreadRow) -> None:
        sentence = self.query_one("#sentence", Static)
        sentence.display = row.kind != "sealed"
        agreed, symbols = area.agreement, self.desk.symbols
        if agreed is None:
            key, back = self._keys()["area_sentence"], [e.reason for e in area.earlier if e.reason]
            why = f"; taken back: {shorten(back[-1], 60, symbols)}" if back else ""
            said = Content.styled(f"{key} says area {area.number} in a sentence{why}", "$muted")
        else:
            words = shorten(" ".join(agreed.because[:400].split()), 110, symbols)
            said = Content.assemble((f"Area {area.number}: ", "bold"), words)
        stale = Content.styled("".join(f"{why}\n" for why in again(area)), "$error")
        sentence.update(Content.assemble(stale, said))

    def _keys(self) -> dict[str, str]:
        keys = {act.name: self.desk.keys.of(act).key_shown for act in self.acts}
        return {**keys, "hand_over": _HAND_OVER}

    def _show_beside(self, row: SpreadRow) -> None:
        review, framework, symbols = self.review, self.review.session.framework, self.desk.symbols
        sealed = row.kind == "sealed"
        act = "reveal ballots" if sealed else "write down what is agreed"
        why_not = why_not_chair(review.session, review.person, act)
        width = max(self.query_one("#beside").scrollable_content_region.width - 2, 20)
        words = BesideWords(review.seen, framework, symbols, self._keys(), review.person, why_not)
        brief = not self.has_class("-tall")
        lines = words(review.area, row, width, brief=brief)
        self.query_one("#ballots", Static).update(Content("\n").join(lines))
        block = self.query_one("#agreed", Static)
        block.display = not sealed and row.id != TOGETHER
        if block.display:
            names = {person.id: person.name for person in review.seen.people}
            begun = review.being_agreed.get(review.ref) is not None
            agreed = Agreed(self.stands, self.draft, begun, why_not)
            shown = AgreedBlock(framework, symbols, names, self._keys())(agreed, width)
            block.update(Content("\n").join(shown))

    # Going about

    @on(OptionList.OptionHighlighted, "#spread")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        # One that was overtaken by the next would take the highlight back, and that one again.
        if event.option_id == self.query_one(SpreadList).chosen:
            self._go_to_row(event.option_id or "")

    def _go_to_row(self, identity: str) -> None:
        rows = {row.id: row for row in self._rows}
        now = self.row
        if identity not in rows or (now is not None and now.id == identity):
            return
        self._row_id = identity
        self.review.go(rows[identity].statements[0].ref)
        self.query_one("#beside").scroll_home(animate=False)
        self.redraw()

    def _step(self, by: int) -> None:
        rows = [row.id for row in self._rows]
        row = self.row
        place = rows.index(row.id) + by if row else 0
        if 0 <= place < len(rows):
            self.say("")
            self._go_to_row(rows[place])
        else:
            where = "last" if by > 0 else "first"
            self.say(f"This is the {where} of area {self.review.area.number}; g goes elsewhere.")

    def action_next_statement(self) -> None:
        """Go to the next row: in the order of spread, not of the framework."""
        self._step(1)

    def action_previous_statement(self) -> None:
        """Go to the row before."""
        self._step(-1)

    def after_move(self) -> None:
        """Show the statement that was asked for, on its own; its area may be described still."""
        self.say("")
        if self.review.statement.judged is None:
            self.post_message(Go("describe"))
            return
        rows = self._rows
        self._row_id = self.review.ref
        self._unfolded = self._unfolded or self.review.ref not in {row.id for row in rows}
        self.query_one("#beside").scroll_home(animate=False)
        self.redraw()

    def action_switch_pass(self) -> None:
        """Judge the highlighted statement; before the reveal, one that still waits for the person."""
        own = waited_in(self.review.area).get(self.review.person, [])
        if own and self.review.ref not in own:
            self.review.go(own[0])
        super().action_switch_pass()

    def on_key(self, event: events.Key) -> None:
        """Take a digit as the number of a step."""
        digit = event.character or ""
        if digit.isdigit() and digit != "0":
            event.stop()
            self.choose(int(digit) - 1)

    def refuses(self) -> bool:
        """Return whether nothing can be agreed of the highlighted row by itself; if so, say why."""
        row = self.row
        if row is not None and row.id == TOGETHER:
            self.say("These are accepted together, with Enter; the key , shows them one by one.")
            return True
        return super().refuses()

    def action_settle(self) -> None:
        """Write down what is agreed; accept together what all agree on, once it is in sight."""
        row = self.row
        if row is None or row.id != TOGETHER:
            super().action_settle()
        elif self.has_class("-narrow") and not self.has_class("-ballots"):
            self.action_turn()
            self.say("Look at them; Enter then accepts them together.")
        else:
            self.accept(to_accept(row))

    def action_one_by_one(self) -> None:
        """Show those that all agree on one by one, or fold them together."""
        if not any(row.id == TOGETHER for row in self._rows):
            self.say("There is nothing here that all judged alike.")
            return
        self._unfolded = not self._unfolded
        self._row_id = TOGETHER
        self.redraw()

    def action_turn(self) -> None:
        """Go to the other pane; where one has room, show it."""
        self.toggle_class("-ballots")
        self.call_after_refresh(self._turned)

    def _turned(self) -> None:
        self.set_focus(self.query_one("#beside" if self.has_class("-ballots") else "#spread"))
        self.redraw()

    def action_more_steps(self) -> None:
        """Scroll through the ballots; from the end, back to the top."""
        beside = self.query_one("#beside")
        if beside.scroll_offset.y >= beside.max_scroll_y:
            beside.scroll_home(animate=False)
        else:
            beside.scroll_page_down(animate=False)

    # Reading

    def action_full(self) -> None:
        """Read the full wording of the statement, and all that was found and agreed of it."""
        seen, statement = self.review.seen, self.review.statement
        text = in_full(statement, seen, self.review.session.framework, self.desk.symbols)
        self.app.push_screen(Reading(f"Statement {statement.ref}", text))

    def action_read_note(self) -> None:
        """Read the notes that the ballots cite, in full."""
        row = self.row
        framework = self.review.session.framework
        ballots = Ballots(self.review.seen, framework, self.desk.symbols)
        statements = row.statements if row else ()
        text = ballots.notes_in_full(statements)
        if text.plain:
            refs = ", ".join(statement.ref for statement in statements)
            self.app.push_screen(Reading(f"Notes cited for {refs}", text))
        else:
            self.say("No note is cited here that you may see.")
