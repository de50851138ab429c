"""Agreeing: what a person writes of what the panel holds together, once the ballots are open."""

from sessions.agreeing import accept, agree, dissent, why_not_chair
from sessions.drafts import Draft
from sessions.errors import Refused
from sessions.passes import reopen
from sessions.records import Outcome
from sessions.seen import AgreementView, StatementView
from sessions.undo import last_act

from .agree_panel import AgreePanel
from .agreed_view import AgreedDraft, draft_of, from_text, in_text
from .dialogs import Choose
from .messages import Go


class AgreeWriting(AgreePanel):
    """Puts an agreed view together as a draft of this machine, and writes it down."""

    @property
    def stands(self) -> AgreementView | None:
        """What is agreed of the statement; None: nothing yet."""
        judged = self.review.statement.judged
        return judged.agreement if judged is not None else None

    @property
    def draft(self) -> AgreedDraft:
        """What is being agreed of the statement; where nothing is, what stands."""
        return self.review.being_agreed.get(self.review.ref) or draft_of(self.stands)

    def is_open(self, statement: StatementView) -> bool:
        """Return whether a statement behind its gate is not agreed yet."""
        return statement.judged is not None and statement.judged.agreement is None

    def refuses(self) -> bool:
        """Return whether nothing can be agreed of what is highlighted; if so, say why."""
        judged = self.review.statement.judged
        if judged is None or judged.sealed:
            why = judged.sealed if judged else "out of sight"
            self.say(f"The ballots of {self.review.ref} are {why}; nothing is agreed before.")
            return True
        return not self.may_chair("write down what is agreed")

    # The draft

    def change(self, draft: AgreedDraft) -> None:
        """Take a draft of the agreed view, and keep it; one that says what stands is none."""
        ref = self.review.ref
        if draft == draft_of(self.stands):
            self.let_go(ref)
        else:
            self.review.being_agreed[ref] = draft
            slot = f"agreed/{ref}"
            self.keep_draft(lambda person: Draft(person, in_text(draft), slot=slot), slot)
        self.redraw()

    def let_go(self, ref: str) -> None:
        """Forget the draft of a statement: it is written down, or says what stands."""
        if self.review.being_agreed.get(ref) is not None:
            self.forget_draft(f"agreed/{ref}")
        self.review.being_agreed[ref] = None

    def find_drafts(self) -> None:
        """Take up agreed views that were begun here before; they stand where they stood."""
        drafts, writer = self.desk.drafts(self.review.session), self.review.session.writer
        for path, found in drafts.left_behind(writer, self.review.person):
            kind, _, ref = found.slot.partition("/")
            draft = from_text(found.text) if kind == "agreed" and "/" not in ref else None
            if draft is not None and ref not in self.review.being_agreed:
                self.review.being_agreed[ref] = draft
                if not path.name.startswith(f"{writer}~"):
                    drafts.adopt(path, writer, found)

    # What is agreed

    def choose(self, place: int) -> None:
        """Choose a step, or take it back; several: practice spans them. `place`: from 0."""
        steps = self.review.session.framework.scale.steps
        if place < len(steps) and not self.refuses():
            order = tuple(step.key for step in steps)
            self.change(self.draft.with_step(steps[place].key, order))

    def action_highlight_hint(self) -> None:
        """Say how to choose: from the palette there is no number to press."""
        self.say(f"Press the number of the {self.review.session.framework.scale.noun}.")

    def action_not_enough(self) -> None:
        """Agree that there is not enough evidence; again: take it back."""
        self._without_step("not_enough_evidence")

    def action_not_applicable(self) -> None:
        """Agree that the statement is not applicable; again: take it back."""
        self._without_step("not_applicable")

    def _without_step(self, outcome: Outcome) -> None:
        if not self.refuses():
            self.change(self.draft.with_outcome(outcome))

    def action_settle(self) -> None:
        """Write down what is agreed of the statement."""
        if self.refuses():
            return
        ref, draft = self.review.ref, self.draft
        stands = self.stands is not None and not (self.stands.stale or self.stands.moved)
        if self.review.being_agreed.get(ref) is None and stands:
            self.say(f"{ref} is agreed already; a number, 0 or - changes it.")
            return
        done = self.attempt(
            agree,
            statement=ref,
            because=draft.because,
            outcome=draft.outcome,
            stages=draft.stages,
            dissent=draft.dissents,
            fields=draft.fields,
        )
        if done:
            self.let_go(ref)
            self.redraw()
            self.say(f"{ref} is agreed.")

    def accept(self, refs: list[str]) -> None:
        """Agree on statements together, as all who judged them found the same."""
        if not refs:
            self.say("All of these are agreed already.")
        elif self.attempt(accept, refs):
            for ref in refs:
                self.let_go(ref)
            self.redraw()
            self.say(f"{', '.join(refs)}: agreed together. u takes them all back, with a reason.")

    # Words

    def action_because(self) -> None:
        """Say why, in the panel's words."""
        if not self.refuses():
            self.ask_because()

    def ask_because(self, typed: str | None = None) -> None:
        """Ask why; `typed`: what was typed before a crash."""
        ref = self.review.ref

        def done(words: str) -> None:
            self.change(_with(self.draft, because=words.strip()))

        question = f"{ref}: why does the panel hold this?"
        self.ask_words(question, self.draft.because, f"agreed/{ref}/because", done, typed=typed)

    def action_dissent(self) -> None:
        """Choose who does not share the agreed view, and write down their words.

        Who does not chair the meeting writes their own, beside what is agreed already.
        """
        if self._may_not_agree() and self.stands is not None:
            self.ask_dissent(self.review.person)
            return
        if self.refuses():
            return
        draft = self.draft
        rows = [
            (p.id, self._choice(p.name, "dissents" if draft.dissent_of(p.id) else p.role))
            for p in self.review.seen.people
            if not p.left or draft.dissent_of(p.id)
        ]

        def chosen(person: str | None) -> None:
            if person:
                self.ask_dissent(person)

        self.app.push_screen(
            Choose(f"Who does not share the view of {self.review.ref}?", rows), chosen
        )

    def ask_dissent(self, person: str, typed: str | None = None) -> None:
        """Ask for somebody's dissent; no words: they dissent no longer."""
        ref = self.review.ref

        def done(words: str) -> None:
            if person == self.review.person and self._may_not_agree():
                self._dissent_alone(ref, words)
            else:
                self.change(self.draft.with_dissent(person, words.strip()))

        question = (
            f"{ref}: what do you hold instead? In your own words."
            if person == self.review.person
            else f"{ref}: what does {self.name_of(person)} hold instead? In their words."
        )
        now = self.draft.dissent_of(person)
        self.ask_words(question, now, f"agreed/{ref}/dissent/{person}", done, typed=typed)

    def _may_not_agree(self) -> bool:
        return bool(why_not_chair(self.review.session, self.review.person, "write for others"))

    def _dissent_alone(self, ref: str, words: str) -> None:
        if self.attempt(dissent, ref, self.review.person, words):
            self.redraw()
            gone = f"{ref}: your dissent is taken back."
            self.say(
                f"Your dissent stands beside what is agreed of {ref}." if words.strip() else gone
            )

    def action_fields(self) -> None:
        """Write what the framework asks of a judgement besides its step, one after the other."""
        if not self.review.session.framework.fields:
            noun = self.review.session.framework.scale.noun
            self.say(f"This framework asks for nothing besides the {noun} and a because.")
        elif not self.refuses():
            self.ask_field(0)

    def ask_field(self, place: int, typed: str | None = None) -> None:
        """Ask for one of them and go on to the next; `typed`: what was typed before a crash."""
        fields = self.review.session.framework.fields
        field, later = fields[place], fields[place + 1 :]
        ref = self.review.ref

        def done(words: str) -> None:
            self.change(self.draft.with_field(field.key, words.strip()))
            if later:
                self.ask_field(place + 1)

        onward = f"Enter goes on to {later[0].name}; Esc there leaves it as it is." if later else ""
        self.ask_words(
            f"{ref}: {field.name}, as the panel holds it",
            self.draft.fields.get(field.key, ""),
            f"agreed/{ref}/field/{field.key}",
            done,
            "\n".join(filter(None, (field.hint, onward))),
            typed,
        )

    # The way back

    def action_reopen(self) -> None:
        """Go back to describing the area, with a reason."""
        if self.may_chair("reopen an area"):
            self.ask_reopen()

    def ask_reopen(self, typed: str | None = None) -> None:
        """Ask why the area goes back to being described; `typed`: typed before a crash."""
        number = self.review.area.number

        def done(reason: str) -> None:
            if self.attempt(reopen, number, reason):
                self.post_message(Go("describe"))

        question = (
            f"Go back to describing area {number}? Say why: it stays in the log. What was judged "
            "and agreed is kept, out of sight."
        )
        self.ask_words(question, "", f"reopen/{number}", done, typed=typed)

    # Drafts of words

    def takes(self, draft: Draft) -> bool:
        """Words about what is agreed, revealed, excused or taken back are brought back here."""
        kind, _, what = draft.slot.partition("/")
        where, _, more = what.partition("/")
        if kind == "undo":
            return self._may_take_back()
        if kind == "agreed":  # without more it is a whole agreed view, and stands on the screen
            return bool(more) and self.is_behind_gate(where)
        return kind in ("area", "reveal", "excuse", "reopen") and self.is_behind_gate(where)

    def _may_take_back(self) -> bool:
        """Return whether the last thing the person did is something agreed, and in sight."""
        try:
            return last_act(self.review.session, self.review.person).asks_why
        except Refused:
            return False

    def bring_back(self, draft: Draft) -> None:
        """Ask for the words again, with what was typed."""
        kind, where, *what = draft.slot.split("/")
        if kind == "undo":
            self.ask_why_undone(draft.text)
        elif kind == "agreed":
            self._bring_back_agreed(where, what, draft.text)
        elif where.isdigit() and self.review.go_area(int(where)) and self.review.area.judging:
            self.redraw()
            if kind == "area":
                self.ask_area_sentence(draft.text)
            elif kind == "reveal":
                self.ask_early_reveal(draft.text)
            elif kind == "reopen":
                self.ask_reopen(draft.text)
            elif what:
                self.ask_excuse(what[0], draft.text)

    def _bring_back_agreed(self, ref: str, what: list[str], words: str) -> None:
        if not self.review.go(ref) or self.review.statement.judged is None:
            return
        self.redraw()
        keys = [field.key for field in self.review.session.framework.fields]
        if what[0] == "because":
            self.ask_because(words)
        elif what[0] == "dissent" and self.person(what[-1]):
            self.ask_dissent(what[-1], words)
        elif what[0] == "field" and what[-1] in keys:
            self.ask_field(keys.index(what[-1]), words)


def _with(draft: AgreedDraft, *, because: str) -> AgreedDraft:
    return AgreedDraft(draft.outcome, draft.stages, because, draft.dissents, draft.fields)
