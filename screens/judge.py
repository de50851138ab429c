"""Judge, the second pass: what each step looks like beside the evidence; judged alone, then cast."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

import msgspec
from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sessions.agreeing import why_not_chair
from sessions.seen import BallotView, JudgedView, StatementView
from sessions.seen_visit import SelfView
from sessions.two_views import differences

from .commands import Command, bindings
from .dialogs import Choose, Reading
from .judge_acts import JUDGING, worded
from .judge_watching import REFUSED, is_judge, watching
from .judge_words import NOTHING, BallotWords, full_words, purpose, question, views_row
from .judge_writing import Judging
from .messages import Go
from .reviewing_acts import REVIEWING, TYPING_A_NOTE
from .widgets.area_line import AreaLine
from .widgets.notes import NoteList, note_head, note_words
from .widgets.person_line import PersonLine
from .widgets.step_card import StepCard
from .widgets.then_line import THEN, ThenLine

SNIPPET = 120
"""Characters of a note beside the steps; `v` shows the rest."""
FIRST = ("turn", "more_steps")
"""What the line of keys says before the rest, where it is of use: nothing is to look as if it ended."""


class JudgeScreen(Judging):
    """Judges statement by statement, from the evidence under it."""

    HERE = "Judge"
    CSS_PATH = "judge.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        *JUDGING[:4],
        REVIEWING[1],
        *JUDGING[4:],
        REVIEWING[0],
        *REVIEWING[2:],
        THEN,
    )
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "NoteList"

    @property
    def acts(self) -> tuple[Command, ...]:
        """The commands, in the words of the framework."""
        return worded(self.ACTS, self.review.session.framework, turned=self.has_class("-evidence"))

    @property
    def purpose(self) -> str:
        """What the screen is for, in the words of the framework."""
        return purpose(self.review.session.framework)

    def body(self) -> Iterable[Widget]:
        """Lay out the statement, its steps on one side and its evidence on the other."""
        framework, symbols = self.review.session.framework, self.desk.symbols
        scale = framework.scale
        self.set_class(len(scale.steps) > 3, "-many")
        yield AreaLine(symbols)
        yield Static(id="statement", markup=False)
        yield Horizontal(
            Vertical(
                Static(Content(question(framework)), id="question"),
                VerticalScroll(
                    *(StepCard(n, step, scale, symbols) for n, step in enumerate(scale.steps, 1)),
                    id="steps",
                    can_focus=False,
                ),
                ThenLine(symbols),
                Static(markup=False, classes="ballot"),
                id="steps-pane",
            ),
            Vertical(
                PersonLine(symbols, "heard"),
                NoteList(symbols, "evidence"),
                Static(markup=False, classes="ballot"),
                id="evidence-pane",
            ),
            id="panes",
        )

    def begin(self) -> None:
        """Offer back what a crash left behind."""
        self.offer_draft()

    # What is shown

    def draw(self) -> None:
        """Show the statement, its steps, its evidence and the ballot."""
        judged = self.judged
        if judged is None:
            self.post_message(Go("describe"))
            return
        area, statement, ballot = self.review.area, self.review.statement, self.ballot
        scale = self.review.session.framework.scale
        self.query_one(AreaLine).show(self.review.seen, area, statement.ref, self._done())
        self.query_one("#statement", Static).update(
            Content.assemble((statement.ref, "bold"), "  ", statement.text)
        )
        brief = not any(judged.descriptors)
        self.set_class(brief, "-brief")
        self.set_class(not self._judges, "-watching")
        for card, descriptor in zip(self.query(StepCard), judged.descriptors, strict=True):
            key = descriptor.id if descriptor else card.step.key
            part, otherwise = ballot.highlights.get(key), None if brief else NOTHING
            card.show(descriptor, part, otherwise, offered=self._judges)
        key = self.desk.keys.of(THEN).key_shown
        self.query_one(ThenLine).show(self.review.seen, statement.ref, scale, key)
        self._show_evidence(statement, ballot)
        self._show_ballot(judged, ballot, 64 if brief else 90)
        self.call_after_refresh(self.show_keys)

    def _show_ballot(self, judged: JudgedView, ballot: BallotView, room: int) -> None:
        keys = {act.name: self.desk.keys.of(act).key_shown for act in self.ACTS}
        words = BallotWords(self.review.session.framework, self.desk.symbols, room, keys)
        said = (
            words(judged, ballot, self.fields, self._own_view)
            if self._judges
            else words.beside(self._watching(judged, keys), judged, self._own_view)
        )
        for place in self.query(".ballot").results(Static):
            place.update(said)

    @property
    def _judges(self) -> bool:
        """Whether the person judges this area: a facilitator beside reviewers does not."""
        return is_judge(self.review.area, self.review.person)

    def _watching(self, judged: JudgedView, keys: Mapping[str, str]) -> list[Content]:
        """Return what is said where they do not."""
        review = self.review
        chairs = not why_not_chair(review.session, review.person, "reveal ballots")
        return watching(review.area, judged, review.me, keys, self.desk.symbols, chairs=chairs)

    @property
    def _own_view(self) -> SelfView | None:
        """What the setting says of the statement, if it has said anything."""
        return self.review.seen.visit.own_view(self.review.ref)

    def _done(self) -> frozenset[str]:
        return frozenset(s.ref for s in self.review.area.statements if not self.is_open(s))

    def _show_evidence(self, statement: StatementView, ballot: BallotView) -> None:
        symbols, number = self.desk.symbols, self.review.area.number
        cited = {cite.note: cite.against for cite in ballot.cites}
        rows = []
        for note in statement.evidence:
            mark = symbols.done if note.id in cited else " "
            side = (" against", "$error bold") if cited.get(note.id) else ""
            words = note_words(note, symbols, SNIPPET)
            head = note_head(note, symbols, number, time=False)
            rows.append((note.id, Content.assemble((mark, "bold"), head, side, "\n", words)))
        hint = " 0: not enough evidence." if self._judges else ""
        self.query_one(NoteList).show(rows, f"No notes under this statement.{hint}")
        self.query_one(PersonLine).show(self.review.me)

    def footer(self) -> tuple[Command, ...]:
        """Show what is not always of use where it is; then it comes right after the steps."""
        steps = self.query_one("#steps")
        useful = {
            "turn": self.has_class("-narrow"),
            "more_steps": steps.max_scroll_y > 0 and self.query_one("#steps-pane").display,
            "setting_view": self._own_view is not None,
            "then": self.query_one(ThenLine).is_on,
        }
        offered = self.acts
        if not self._judges:
            useful["agree"] = True
            offered = tuple(sorted(offered, key=lambda act: act.name != "agree"))
        first, *rest = (
            msgspec.structs.replace(act, footer=useful.get(act.name, act.footer))
            for act in offered
            if self._judges or act.name not in REFUSED
        )
        pressing = [act for act in rest if act.name in FIRST]
        return (first, *pressing, *(act for act in rest if act.name not in FIRST))

    def on_resize(self) -> None:
        """Show the keys that do something at this width."""
        self.call_after_refresh(self.show_keys)

    # Judging

    def on_key(self, event: events.Key) -> None:
        """Take a digit as the number of a step."""
        digit = event.character or ""
        cards = list(self.query(StepCard))
        if digit.isdigit() and 0 < int(digit) <= len(cards):
            event.stop()
            self._highlight_on(cards[int(digit) - 1])

    @on(StepCard.Pressed)
    def _pressed(self, event: StepCard.Pressed) -> None:
        self._highlight_on(event.card)

    def _highlight_on(self, chosen: StepCard) -> None:
        self.highlight(chosen.number - 1)
        self._follow(chosen)
        self.call_after_refresh(chosen.scroll_visible, animate=False)

    def _follow(self, chosen: StepCard | None) -> None:
        for card in self.query(StepCard):
            card.followed = card is chosen

    def _note(self) -> str:
        """Return the ref of the highlighted note; empty: there is none."""
        chosen = self.query_one(NoteList).chosen
        return next((n.ref for n in self.review.statement.evidence if n.id == chosen), "")

    def action_cite(self) -> None:
        """Cite the highlighted note; again: against; again: not."""
        ref = self._note()
        if not ref:
            self.say("There is no note to cite here; n writes one, 0 says not enough evidence.")
            return
        cites = {cite.ref: cite.against for cite in self.ballot.cites}
        side = cites.pop(ref, None)
        if side is None:
            cites[ref] = False
        elif side is False:
            cites[ref] = True
        self.write(cites=tuple(cites.items()))

    @on(OptionList.OptionSelected, "#evidence")
    def action_cast(self) -> None:
        """Cast the ballot, and go on to the next statement that is not judged."""
        area, ref = self.review.area, self.review.ref
        if not self.write(cast=True):
            return
        refs = [s.ref for s in area.statements]
        here = refs.index(ref)
        done = self._done()
        left = [r for r in (*refs[here + 1 :], *refs[:here]) if r not in done]
        if left:
            self.review.go(left[0])
            self.after_move()
            self.say(f"{ref} is cast. On to {left[0]}.")
        else:
            self.say(
                f"{ref} is cast, and with it all of area {area.number}. Press a for its sentence."
            )

    def after_move(self) -> None:
        """Show the statement, or the other pass where its area is still described."""
        if self.judged is None:
            self.post_message(Go("describe"))
            return
        self._follow(None)
        self.redraw()
        self.query_one("#steps").scroll_home(animate=False)
        evidence = self.query_one(NoteList)
        if evidence.can_focus:
            evidence.focus()
        else:
            self.set_focus(None)

    # Reading

    def action_read_note(self) -> None:
        """Read the highlighted note in full."""
        note = self.review.seen.note(self._note())
        if note is not None:
            text = Content.assemble(note_head(note, self.desk.symbols), "\n\n", note.text)
            self.app.push_screen(Reading(f"Note {note.ref}", text))

    def action_full(self) -> None:
        """Read the full wording of the statement and its steps, and what the setting says of it."""
        statement = self.review.statement
        words = full_words(
            statement, self._own_view, self.review.session.framework, self.desk.symbols
        )
        self.app.push_screen(Reading(f"Statement {statement.ref}", words))

    def action_setting_view(self) -> None:
        """See the setting's own view of the area beside the panel's; Enter goes to a statement."""
        area = self.review.area
        views = differences(self.review.seen, area, self.review.person)
        if not any(found.setting for found in views):
            self.say(f"The setting has not given its own view of area {area.number}.")
            return

        def chosen(ref: str | None) -> None:
            if ref and self.review.go(ref):
                self.after_move()

        scale = self.review.session.framework.scale
        rows = [(found.ref, views_row(found, scale, self.desk.symbols)) for found in views]
        title = f"Area {area.number}: the setting's own view and the panel's, differences first"
        self.app.push_screen(Choose(title, rows), chosen)

    def action_then(self) -> None:
        """See what the review before this one agreed of the statement, or fold it away."""
        line = self.query_one(ThenLine)
        if line.is_on:
            line.turn()
            self.call_after_refresh(self.show_keys)
        else:
            self.say("No review before this one agreed on this statement.")

    def action_more_steps(self) -> None:
        """Scroll on through the steps; from the end, go back to the top."""
        steps = self.query_one("#steps")
        if steps.scroll_y >= steps.max_scroll_y:
            steps.scroll_home(animate=False)
        else:
            steps.scroll_page_down(animate=False)

    def action_turn(self) -> None:
        """On a narrow screen, show the other pane."""
        self.toggle_class("-evidence")
        self.query_one(NoteList).focus()
        self.call_after_refresh(self.show_keys)
