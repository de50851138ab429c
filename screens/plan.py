"""Plan: findings, and the improvement plan that follows from them; worked on long after the visit."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.seen_plan import PlanView

from .commands import Command, bindings
from .dialogs import Reading
from .messages import Go
from .plan_acts import PLANNING, READING, row_keys
from .plan_writing import Planning
from .review import Review
from .widgets.outline import Outline, Row, plan_rows
from .widgets.plan_beside import Beside, Shown
from .widgets.plan_ideas import refs_of
from .widgets.plan_words import due_words

_FORMATS = ("plan", "actions-csv", "ics", "audit-tables")


class PlanScreen(Planning):
    """An outline of findings and plan on one side; what is highlighted in full, or ideas, beside it."""

    HERE = "Plan"
    HELP = (
        "What follows from the review. Above, the findings: strengths, areas for development in "
        "the order that the panel set, practice worth sharing. Below, the improvement plan: "
        "objective, benchmark position, key results and, for each window of the year, the actions. "
        "Up and Down choose a row; beside it stands all that is said of it. Come back to it after "
        "the visit: Enter on an action notes how it goes."
    )
    CSS_PATH = "plan.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = PLANNING
    BINDINGS = bindings(PLANNING)
    AUTO_FOCUS = "Outline"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._ideas = False
        """Whether ideas stand beside the outline in place of what is highlighted."""

    def body(self) -> Iterable[Widget]:
        """Lay out what is due or out of sight, the outline, its detail, and where an export went."""
        yield Static(id="banner", markup=False)
        yield Horizontal(
            Outline(self.desk.symbols),
            Beside(self.desk.symbols),
            id="panes",
        )
        yield Static(id="went", markup=False)

    def begin(self) -> None:
        """Go to the action that waits longest; offer back what a crash left behind."""
        late, soon = self.plan.due(self.today)
        waiting = sorted((*late, *soon), key=lambda action: action.due)
        if waiting:
            self.show_row(f"action/{waiting[0].id}")
        self.offer_draft()

    # What is shown

    @property
    def plan(self) -> PlanView:
        """What the person may see of findings and plan."""
        return self.review.seen.plan

    @property
    def today(self) -> str:
        """The day, as `YYYY-MM-DD`."""
        return self.desk.clock().date().isoformat()

    def draw(self) -> None:
        """Show the outline, what is highlighted in it, and what is due."""
        self._show_banner()
        self.query_one(Outline).show(self._outline())
        self._show_beside()

    def _outline(self) -> list[Row]:
        """Return the rows; none while there is nothing that they could hold."""
        if self.rows.is_too_early:
            return []
        return plan_rows(self.plan, self.today, self.desk.symbols)

    def _show_banner(self) -> None:
        due, waiting = due_words(self.plan, self.today), self.plan.waiting
        lines = []
        if due:
            lines.append(Content.assemble(f"! {due} ", ("(. next)", "$accent")))
        if waiting:
            which = ", ".join(map(str, waiting))
            some = f"Area {which} is" if len(waiting) == 1 else f"Areas {which} are"
            again = " or ".join(sorted({self.plan.why_waiting(number) for number in waiting}))
            words = f"{some} {again}: what rests on that is out of sight for now."
            lines.append(Content.styled(words, "$muted"))
        self.query_one("#banner", Static).update(Content("\n").join(lines))
        self.set_class(bool(lines), "-banner")

    @on(OptionList.OptionHighlighted)
    def _show_beside(self) -> None:
        """Show what is highlighted in full, or the ideas for it."""
        framework = self.review.session.framework
        shown = Shown(self.review.seen, framework, self.today, self.row, self._ideas)
        self.query_one(Beside).show(shown)
        self.show_keys()

    def footer(self) -> tuple[Command, ...]:
        """Return what can be done with the highlighted row, the most useful first."""
        if self.query_one(Beside).is_read:
            return READING
        ordered = {f"finding/{f.id}" for f in self.plan.findings if f.kind == "development"}
        return row_keys("development" if self.row in ordered else self.row.partition("/")[0])

    # Going about

    def show_row(self, key: str) -> None:
        """Highlight a row."""
        outline = self.query_one(Outline)
        outline.show(self._outline(), key)
        self._show_beside()

    def action_turn(self) -> None:
        """Go to the other side."""
        outline = self.query_one(Outline)
        if outline.has_focus:
            self.query_one(Beside).read()
        else:
            outline.focus()

    def action_next_open(self) -> None:
        """Go to the next action that is overdue or due soon, round the end."""
        late, soon = self.plan.due(self.today)
        waiting = {f"action/{action.id}" for action in (*late, *soon)}
        keys = [row.key for row in self._outline()]
        place = keys.index(self.row) if self.row in keys else -1
        later = (key for key in (*keys[place + 1 :], *keys[: place + 1]) if key in waiting)
        found = next(later, "")
        if found:
            self.show_row(found)
        else:
            self.say("No action is overdue, or due within 14 days.")

    def action_ideas(self) -> None:
        """Show ideas for what is highlighted; again: what is highlighted."""
        self._ideas = not self._ideas
        self._show_beside()

    def action_full(self) -> None:
        """Read all of what stands beside the outline."""
        beside = self.query_one(Beside)
        self.app.push_screen(Reading(beside.title.plain, beside.text(0)))

    def action_describe(self) -> None:
        """Go to the notes of the statement that the highlighted row is about."""
        refs = refs_of(self.plan, self.row)
        if refs:
            self.review.go(refs[0])
        self.post_message(Go("describe"))

    def action_back(self) -> None:
        """Leave the ideas; from there, go back to the overview."""
        if self._ideas:
            self.action_ideas()
        else:
            super().action_back()

    def action_export(self) -> None:
        """Write the plan, or its actions, to a file."""
        if not self.plan.any and not self.plan.findings:
            self.say("There is no plan to write yet: + adds a finding or a key result.")
            return
        self.ask_format(_FORMATS)
