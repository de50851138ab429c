"""The overview: a map of areas and passes that says what is next; Enter goes there."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.drafts import Draft
from sessions.following import Wall
from sessions.keeping import reminder
from sessions.passes import reopen
from sessions.seen import AreaView

from .commands import Command, bindings
from .dialogs import Reading
from .messages import Compare, FollowUp, Go
from .review import Review
from .reviewing import Reviewing
from .reviewing_acts import SETUP, shared
from .widgets.area_map import AreaMap, AreaSummary, Columns, gate_lines
from .widgets.lines import counted
from .widgets.progress import Next, Viewer, due_of, next_in, next_of, viewer, waited_for
from .widgets.session_rows import day_words

_CONFLICTS = 2  # that many are said on the screen; f shows all


class OverviewScreen(Reviewing):
    """Shows how far each area is, and goes to what is next."""

    HERE = "Overview"
    CSS_PATH = "overview.tcss"
    AUTO_FOCUS = "#areas"
    HELP = (
        "Every area of the review: how far its notes reach, and whether its gate is open. The "
        "first line says what is next. Counts here are of what has been done, never of how good "
        "it is."
    )
    ACTS: ClassVar[tuple[Command, ...]] = (
        Command("go_there", "enter", "go there", "Go on with the highlighted area", shown="Enter"),
        *shared("new_note", "switch_pass"),
        Command("prepare", "q", "prepare", "Make the visit ready: questions, timetable"),
        *shared("catch_up"),
        Command("agree", "y", "agree", "Agree as a panel on the highlighted area"),
        Command("plan", "l", "plan", "See findings and the plan that follows"),
        Command("report", "r", "report", "See the report and what is still thin"),
        msgspec.structs.replace(SETUP, footer=True),
        *shared("inbox"),
        Command("describe", "d", "describe", "Describe the highlighted area"),
        Command("compare", "M", "compare", "Set this review beside an earlier or a later one"),
        Command("follow_up", "F", "follow up", "Make a session that follows this one"),
        *shared("go_to", "next_open", "full", "undo"),
        Command(
            "reopen",
            "w",
            "reopen",
            "Go back to describing the highlighted area, with a reason",
            footer=False,
        ),
        Command("back", "escape", "library", "Go back to the library", shown="Esc"),
    )
    BINDINGS = bindings(ACTS)

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._was_on = ""
        """The statement the review was on when the map was last drawn."""

    def begin(self) -> None:
        """Offer back what a crash left behind, before a key can touch it."""
        if self.review.unfinished is None:
            self.offer_draft()

    def takes(self, draft: Draft) -> bool:
        """Notes that were begun are offered here; other words on the screen they belong to."""
        return draft.slot == ""

    def bring_back(self, draft: Draft) -> None:
        """Go on with a note where notes are written."""
        self.review.unfinished, self.review.goes_on = draft, True
        if draft.statements:
            self.review.go(draft.statements[0])
        self.post_message(Go("describe"))

    def body(self) -> Iterable[Widget]:
        """Lay out what is due, what is next, what waits, the map, and the highlighted area."""
        yield Static(id="due", markup=False)
        yield Static(id="next", markup=False)
        yield Static(id="waiting", markup=False)
        yield Static(id="head", markup=False)
        yield AreaMap(self.desk.symbols)
        yield AreaSummary(self.desk.symbols)

    # What is shown

    @property
    def _who(self) -> Viewer:
        return viewer(self.review.seen, self.review.person)

    @property
    def _chosen(self) -> AreaView:
        """The highlighted area."""
        number = self.query_one(AreaMap).chosen
        return self.review.seen.area(number) or self.review.area

    @property
    def _is_closed(self) -> bool:
        """Whether the report is final, and can only be read."""
        return self.review.seen.after.state == "final"

    @property
    def _next(self) -> Next | None:
        """What is next in the session; of a final one nothing but its plan goes on."""
        if self._is_closed:
            return None
        return next_of(self.review.seen, self._who, self.review.area.number)

    def draw(self) -> None:
        """Show how far everything is."""
        review = self.review
        if review.seen.statement(review.ref) is None:
            # The set-up was changed, here or elsewhere, and this area is out of scope now.
            review.go(review.seen.areas[0].statements[0].ref)
        columns = Columns(max(self.size.width - 2, 20), review.seen.areas)
        moved, self._was_on = self._was_on != review.ref, review.ref
        step = self._next
        at = (step.area if step else review.area.number) if moved else None
        self.query_one("#head", Static).update(columns.head())
        self.query_one(AreaMap).show(review.seen, self._who, columns, at)
        self._say_due()
        self._say_next()
        self._say_waiting()

    def on_resize(self) -> None:
        """Fit the columns to their new width."""
        self.call_after_refresh(self.redraw)

    def _say_due(self) -> None:
        """Say which actions of the plan are overdue or due soon: it is read long after the visit."""
        words = due_of(self.review.seen, self.desk.clock().date())
        key = " (l: plan)" if self.has_class("-narrow") else ": l shows the plan"
        line = Content.assemble((f"! {words}", "bold"), (key, "$accent"))
        self.query_one("#due", Static).update(line if words else Content(""))
        self.set_class(bool(words), "-due")

    @on(OptionList.OptionHighlighted, "#areas")
    def _say_next(self) -> None:
        area, step = self._chosen, self._next
        here = next_in(area, self._who)
        if step is not None:
            end = "Enter" if step == here else f"in area {step.area}"
            words = Content.assemble(
                ("Next: ", "$muted"), (step.words, "bold"), (f"  ({end})", "$accent")
            )
        elif self._is_closed:
            words = Content.assemble(
                ("The report is final", "bold"), ": r shows it; the plan goes on (l)."
            )
        else:
            waited = waited_for(self.review.seen)
            rest = f": {waited}." if waited else "; r shows the report."
            words = Content.assemble(("Nothing waits for you", "bold"), rest)
        self.query_one("#next", Static).update(words)
        self.query_one(AreaSummary).show(area, self._who)

    def _say_waiting(self) -> None:
        """Say what this review follows, what waits in the inbox, what was written in two places."""
        seen = self.review.seen
        lines = self._follows()
        number = len(seen.inbox)
        if number:
            notes = "1 note is" if number == 1 else f"{number} notes are"
            lines.append(
                Content.assemble(f"Inbox: {notes} under no statement yet  ", ("(i)", "$accent"))
            )
        lines += [Content.styled(f"! {words[:400]}", "bold") for words in self.review.notices]
        kept = reminder(seen.after, self.desk.clock().date())
        lines += [Content.styled(f"! {kept}.", "bold")] if kept else []
        shown = seen.conflicts[:_CONFLICTS]
        lines += [Content.styled(f"! {words[:200]}", "$error") for words in shown]
        more = len(seen.conflicts) - len(shown)
        if more > 0:
            lines.append(Content.styled(f"! {more} more such: f shows them", "$error"))
        self.query_one("#waiting", Static).update(Content("\n").join(lines))
        self.set_class(bool(lines), "-waiting")

    def _follows(self) -> list[Content]:
        """Return the line that says which review this one follows, and what was promised in it."""
        seen = self.review.seen
        follows = seen.after.follows
        if not follows.name:
            return []
        number = sum(action.id in follows.actions for action in seen.plan.actions)
        promised = f"{counted(number, 'action')} promised" if number else "nothing promised"
        when = "" if follows.name.endswith(follows.date) else f", {day_words(follows.date)}"
        words = f"Follows {follows.name[:60]}{when}: {promised}  "
        return [Content.assemble(words, ("(q)", "$accent"))]

    # Going

    def on_key(self, event: events.Key) -> None:
        """Go to a statement by typing its number."""
        if (event.character or "").isdigit():
            event.stop()
            self.ask_where(event.character or "")

    def after_move(self) -> None:
        """Go to the statement that was asked for, in the pass its area is in."""
        self.post_message(Go("judge" if self.review.area.judging else "describe"))

    @on(OptionList.OptionSelected, "#areas")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_go_there()

    def action_go_there(self) -> None:
        """Go on with the highlighted area: to what is next in it, or where it is."""
        area = self._chosen
        step = None if self._is_closed else next_in(area, self._who)
        if step is None:
            self.review.go_area(area.number)
            self.after_move()
        else:
            self.review.go(step.ref)
            self.post_message(Go(step.place))

    def action_describe(self) -> None:
        """Describe the highlighted area."""
        self.review.go_area(self._chosen.number)
        self.post_message(Go("describe"))

    def action_agree(self) -> None:
        """Agree on the highlighted area."""
        self.review.go_area(self._chosen.number)
        self.post_message(Go("agree"))

    def action_switch_pass(self) -> None:
        """Judge the highlighted area; while its gate is closed, ask whether to open it."""
        self.review.go_area(self._chosen.number)
        self.post_message(Go("judge"))

    def action_present(self) -> None:
        """Show the highlighted area on the wall."""
        self.review.go_area(self._chosen.number)
        super().action_present()

    def action_times(self) -> None:
        """Set the time for the highlighted area."""
        self.review.go_area(self._chosen.number)
        super().action_times()

    def on_the_wall(self) -> Wall:
        """Return the highlighted area."""
        return Wall("area", self._chosen.number) if self.is_here else super().on_the_wall()

    def action_setup(self) -> None:
        """Change what the session was set up with."""
        self.post_message(Go("setup"))

    def action_compare(self) -> None:
        """Set this review beside an earlier or a later one."""
        self.post_message(Compare((self.review.session.id,)))

    def action_follow_up(self) -> None:
        """Make a session that follows this one."""
        self.post_message(FollowUp(self.review.session.id))

    def action_back(self) -> None:
        """Go back to the library."""
        self.post_message(Go("library"))

    def action_reopen(self) -> None:
        """Go back to describing the highlighted area, with a reason."""
        area = self._chosen
        number = area.number
        if not area.judging:
            self.say(f"Area {number} is being described already.")
            return
        if not self._who.chairs:
            chairs = (p.name for p in self.review.seen.people if p.role == "facilitator")
            self.say(f"Only a facilitator may reopen an area: {', '.join(chairs)}.", warning=True)
            return

        def done(reason: str) -> None:
            if self.attempt(reopen, number, reason):
                self.say(f"Area {number} is being described again.")

        question = (
            f"Go back to describing area {number}? Say why: it stays in the log. What was judged "
            "is kept, out of sight."
        )
        self.ask_words(question, "", f"reopen/{number}", done)

    # Reading

    def action_full(self) -> None:
        """Read all there is of the highlighted area, and what waits to be settled."""
        area = self._chosen
        parts: list[Any] = []
        for statement in area.statements:
            number = len(statement.evidence)
            notes = "nothing yet" if not number else f"notes: {number}"
            parts += [
                (statement.ref, "bold"),
                f"  {statement.text}",
                (f"  ({notes})\n\n", "$muted"),
            ]
        parts += [f"{line}\n" for line in gate_lines(area)]
        parts += [(f"\n! {words}\n", "bold") for words in self.review.notices]
        parts += [(f"\n! {words}\n", "$error") for words in self.review.seen.conflicts]
        title = f"Area {area.number}, {area.title[:200]}"
        self.app.push_screen(Reading(title, Content.assemble(*parts)))
