"""Judge, the second pass: descriptors beside the evidence, highlighted alone, cast when ready."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from frameworks.model import Part
from sessions.agreeing import agree
from sessions.ballots import judge
from sessions.drafts import Draft
from sessions.passes import reopen
from sessions.records import Outcome
from sessions.seen import (
    AgreementView,
    BallotView,
    JudgedView,
    StatementView,
)

from .commands import Command, bindings
from .dialogs import Reading
from .judge_acts import JUDGING
from .messages import Go
from .reviewing import REVIEWING, TYPING_A_NOTE, Reviewing
from .widgets.area_line import AreaLine
from .widgets.notes import NoteList, note_head, note_words
from .widgets.step_card import StepCard

SNIPPET = 120
"""Characters of a note beside the descriptors; `v` shows the rest."""


class JudgeScreen(Reviewing):
    """Judges statement by statement, from the evidence under it."""

    HERE = "Judge"
    HELP = (
        "Highlight the descriptors that the evidence shows, cite the notes that show it, and cast. "
        "Two stages may both be shown: practice can span them. Until you cast it is a draft; until "
        "the reveal nobody else sees it."
    )
    CSS_PATH = "judge.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        *JUDGING[:3],
        REVIEWING[1],
        *JUDGING[3:],
        REVIEWING[0],
        *REVIEWING[2:],
    )
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "NoteList"

    def body(self) -> Iterable[Widget]:
        """Lay out the statement, its descriptors on one side and its evidence on the other."""
        steps = self.review.session.framework.scale.steps
        yield AreaLine(self.desk.symbols)
        yield Static(id="statement", markup=False)
        yield Horizontal(
            VerticalScroll(
                *(StepCard(n, step, self.desk.symbols) for n, step in enumerate(steps, 1)),
                id="steps",
                can_focus=False,
            ),
            Vertical(
                Static(id="heard", markup=False, classes="pane-title"),
                NoteList(self.desk.symbols, "evidence"),
                Static(id="ballot", markup=False),
                id="evidence-pane",
            ),
            id="panes",
        )

    def on_mount(self) -> None:
        """Show what there is; offer back what a crash left behind."""
        super().on_mount()
        self.offer_draft()

    def takes(self, draft: Draft) -> bool:
        """Words about judgements and areas are brought back here."""
        return draft.slot.startswith(("because/", "area/"))

    def bring_back(self, draft: Draft) -> None:
        """Ask for the words again, with what was typed."""
        kind, _, what = draft.slot.partition("/")
        if kind == "because" and self.review.go(what) and self.judged is not None:
            self.redraw()
            self.ask_because(draft.text)
        elif kind == "area" and what.isdigit() and self.review.go_area(int(what)):
            self.redraw()
            self.ask_area_sentence(draft.text)

    # What is shown

    @property
    def judged(self) -> JudgedView | None:
        """The judging side of the statement; None: somebody reopened the area meanwhile."""
        return self.review.statement.judged

    @property
    def ballot(self) -> BallotView:
        """The person's ballot in this round, as it stands; an empty one if there is none."""
        own = self.judged.of(self.review.person) if self.judged else None
        return own or BallotView(self.review.me.name, self.review.person, 1)

    def redraw(self) -> None:
        """Show the statement, its descriptors, its evidence and the ballot."""
        if not self.query("#ballot"):
            return
        if self.judged is None:
            self.post_message(Go("describe"))
            return
        area, statement, ballot = self.review.area, self.review.statement, self.ballot
        self.query_one(AreaLine).show(self.review.seen, area, statement.ref, self._done())
        self.query_one("#statement", Static).update(
            Content.assemble((statement.ref, "bold"), "  ", statement.text)
        )
        for card, descriptor in zip(self.query(StepCard), self.judged.descriptors, strict=True):
            key = descriptor.id if descriptor else card.step.key
            card.show(descriptor, ballot.highlights.get(key))
        self._show_evidence(statement, ballot)
        self.query_one("#ballot", Static).update(self._ballot_words(ballot))

    def _done(self) -> frozenset[str]:
        cast = (s for s in self.review.area.statements if s.judged)
        own = ((s.ref, s.judged.of(self.review.person) if s.judged else None) for s in cast)
        return frozenset(ref for ref, ballot in own if ballot is not None and ballot.cast)

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
        self.query_one(NoteList).show(
            rows, "No notes under this statement. 0: not enough evidence."
        )
        title = Content.assemble(("REVIEWER ", "$muted"), (self.review.me.name, "bold"))
        self.query_one("#heard", Static).update(title)

    def _ballot_words(self, ballot: BallotView) -> Content:
        judged = self.judged
        lines = []
        if ballot.outcome == "not_enough_evidence":
            lines.append(Content.styled("Not enough evidence", "bold"))
        elif ballot.outcome == "not_applicable":
            lines.append(Content.styled("Not applicable", "bold"))
        elif len(ballot.stages) > 1:
            lines.append(Content.styled("Spans stages", "bold"))
        if ballot.because:
            text = (
                ballot.because if len(ballot.because) < 90 else ballot.because[:88].rstrip() + "..."
            )
            lines.append(Content.assemble(("Because ", "$muted"), text))
        if ballot.cast:
            lines.append(Content.styled(f"{self.desk.symbols.done} Cast", "bold $accent"))
        elif ballot.outcome or ballot.highlights or ballot.cites:
            lines.append(Content.styled("Draft: Enter casts it", "$muted"))
        else:
            lines.append(Content.styled("Not yet judged", "$muted"))
        if judged is not None and judged.agreement is not None:
            lines.append(self._agreed_words(judged.agreement))
        if judged is not None and judged.turn > 1:
            lines.append(Content.styled("Ballots are open: a change is a second round", "$muted"))
        others = judged is not None and any(b.hidden for b in judged.ballots)
        if judged is not None and judged.sealed and (others or ballot.cast):
            lines.append(Content.styled(f"Ballots {judged.sealed}", "$muted"))
        return Content("\n").join(lines)

    def _agreed_words(self, agreed: AgreementView) -> Content:
        """Return the panel's view in words."""
        scale = self.review.session.framework.scale
        steps = [step.name for step in scale.steps if step.key in agreed.stages]
        words = ", ".join(steps) or (agreed.outcome or "").replace("_", " ")
        return Content.assemble(("Agreed: ", "$muted"), (words, "bold"))

    def footer(self) -> tuple[Command, ...]:
        """Say first how to see the other pane, where only one has room."""
        turn = next(act for act in self.ACTS if act.name == "turn")
        narrow = self.has_class("-narrow")
        if not narrow:
            return self.ACTS
        return (*self.ACTS[:4], msgspec.structs.replace(turn, footer=True), *self.ACTS[4:])

    def on_resize(self) -> None:
        """Show the keys that do something at this width."""
        self.call_after_refresh(self.show_keys)

    # Judging

    def _write(self, *, cast: bool = False, **changed: Any) -> bool:
        """Write the ballot with something changed: a draft, unless it is cast."""
        now = self.ballot
        cites: tuple[tuple[str, bool], ...] = changed.get(
            "cites", tuple((cite.ref, cite.against) for cite in now.cites)
        )
        highlights: dict[str, Part] = changed.get("highlights", dict(now.highlights))
        outcome: Outcome | None = changed.get("outcome", now.outcome)
        return self.attempt(
            judge,
            self.review.ref,
            highlights=highlights,
            cites=cites,
            outcome=outcome,
            because=changed.get("because", now.because),
            draft=not cast,
        )

    def on_key(self, event: events.Key) -> None:
        """Take a digit as the number of a descriptor."""
        digit = event.character or ""
        cards = list(self.query(StepCard))
        if digit.isdigit() and 0 < int(digit) <= len(cards):
            event.stop()
            self.highlight(cards[int(digit) - 1])

    @on(StepCard.Pressed)
    def _pressed(self, event: StepCard.Pressed) -> None:
        self.highlight(event.card)

    def highlight(self, card: StepCard) -> None:
        """Highlight a descriptor; again: partly; again: off. A step without one is on or off."""
        key = card.descriptor.id if card.descriptor else card.step.key
        highlights = dict(self.ballot.highlights)
        part = highlights.pop(key, None)
        if part is None:
            highlights[key] = "full"
        elif part == "full" and card.descriptor is not None:
            highlights[key] = "part"
        self._write(highlights=highlights, outcome="stages" if highlights else None)

    def action_highlight_hint(self) -> None:
        """Say how to highlight: from the palette there is no number to press."""
        self.say("Press the number that stands before the descriptor.")

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
        self._write(cites=tuple(cites.items()))

    def action_not_enough(self) -> None:
        """Say that there is not enough evidence; again: take it back."""
        off = self.ballot.outcome == "not_enough_evidence"
        self._write(outcome=None if off else "not_enough_evidence", highlights={})

    def action_not_applicable(self) -> None:
        """Say that the statement is not applicable, and why; again: take it back."""
        if self.ballot.outcome == "not_applicable":
            self._write(outcome=None)
            return

        ref = self.review.ref
        question = f"Why is {ref} not applicable here?"

        def done(words: str) -> None:
            if words.strip():
                self._write(outcome="not_applicable", highlights={}, because=words)
            else:
                self.say("Not applicable needs a because; nothing was changed.", warning=True)

        self.ask_words(question, self.ballot.because, f"because/{ref}", done)

    def action_because(self) -> None:
        """Say why, in the reviewer's words."""
        self.ask_because()

    def ask_because(self, typed: str | None = None) -> None:
        """Ask why; `typed`: what was typed before a crash."""

        def done(words: str) -> None:
            self._write(because=words)

        ref = self.review.ref
        slot = f"because/{ref}"
        self.ask_words(f"{ref}: because", self.ballot.because, slot, done, typed=typed)

    @on(OptionList.OptionSelected, "#evidence")
    def action_cast(self) -> None:
        """Cast the ballot, and go on to the next statement that is not judged."""
        area, ref = self.review.area.number, self.review.ref
        if not self._write(cast=True):
            return
        left = [s for s in self.review.area.statements if s.ref not in self._done()]
        if left:
            later = [s for s in left if s.ref > ref] or left
            self.review.go(later[0].ref)
            self.after_move()
            self.say(f"{ref} is cast. On to {later[0].ref}.")
        else:
            self.say(f"{ref} is cast, and with it all of area {area}. Press a for its sentence.")

    def is_open(self, statement: StatementView) -> bool:
        """Return whether the person has not cast a ballot of a statement yet."""
        own = statement.judged.of(self.review.person) if statement.judged else None
        return own is None or not own.cast

    def after_move(self) -> None:
        """Show the statement, or the other pass where its area is still described."""
        if self.judged is None:
            self.post_message(Go("describe"))
            return
        self.redraw()
        evidence = self.query_one(NoteList)
        if evidence.can_focus:
            evidence.focus()
        else:
            self.set_focus(None)

    # The area

    def action_area_sentence(self) -> None:
        """Say where the area sits, in a sentence."""
        self.ask_area_sentence()

    def ask_area_sentence(self, typed: str | None = None) -> None:
        """Ask where the area sits; `typed`: what was typed before a crash."""
        area = self.review.area
        steps = self.review.session.framework.scale.steps
        beside = [
            f"{self.desk.symbols.step(step)} {step.name}: {d.text}"
            for step, whole in zip(steps, area.as_a_whole, strict=True)
            for d in whole
        ]

        # The source describes an area as a whole for some stages alone.
        only = "" if all(area.as_a_whole) else ", for these stages alone"

        def done(words: str) -> None:
            if self.attempt(agree, area=area.number, because=words):
                self.say(f"The sentence for area {area.number} is written.")

        self.ask_words(
            f"Area {area.number}, {area.title}: where does practice sit, in a sentence?",
            area.agreement.because if area.agreement else "",
            f"area/{area.number}",
            done,
            "\n".join([f"What the framework says of the area as a whole{only}:", *beside])
            if beside
            else "",
            typed,
        )

    def action_reopen(self) -> None:
        """Go back to describing the area, with a reason."""
        number = self.review.area.number

        def done(reason: str) -> None:
            if self.attempt(reopen, number, reason):
                self.post_message(Go("describe"))

        self.ask_line(f"Go back to describing area {number}: why?", "", done)

    # Reading

    def action_read_note(self) -> None:
        """Read the highlighted note in full."""
        note = self.review.seen.note(self._note())
        if note is not None:
            text = Content.assemble(note_head(note, self.desk.symbols), "\n\n", note.text)
            self.app.push_screen(Reading(f"Note {note.ref}", text))

    def action_full(self) -> None:
        """Read the full wording of the statement and its descriptors."""
        statement, judged = self.review.statement, self.judged
        parts: list[Any] = [statement.full or statement.text]
        for card, d in zip(self.query(StepCard), judged.descriptors if judged else (), strict=True):
            parts.append((f"\n\n{self.desk.symbols.step(card.step)} {card.step.name}\n", "bold"))
            parts.append((d.full or d.text) if d else "The source describes nothing here.")
        self.app.push_screen(Reading(f"Statement {statement.ref}", Content.assemble(*parts)))

    def action_turn(self) -> None:
        """On a narrow screen, show the other pane."""
        self.toggle_class("-evidence")
        self.query_one(NoteList).focus()
