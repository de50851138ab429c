"""Judging: what a person writes of a statement and of an area, behind its gate."""

from typing import Any

from sessions.ballots import judge
from sessions.drafts import Draft
from sessions.passes import reopen
from sessions.records import Outcome
from sessions.seen import BallotView, JudgedView, StatementView

from .area_sentence import AreaSentence
from .messages import Go
from .widgets.steps import is_described


class Judging(AreaSentence):
    """Writes the person's ballot of the statement they are on."""

    @property
    def judged(self) -> JudgedView | None:
        """The judging side of the statement; None: somebody reopened the area meanwhile."""
        return self.review.statement.judged

    @property
    def ballot(self) -> BallotView:
        """The person's ballot in this round, as it stands; an empty one if there is none."""
        own = self.judged.of(self.review.person) if self.judged else None
        return own or BallotView(self.review.me.name, self.review.person, 1)

    @property
    def fields(self) -> dict[str, str]:
        """What they wrote besides the step; a second round begins with what the first one said."""
        if self.judged is None:
            return {}
        person = self.review.person
        own = self.judged.of(person) or self.judged.of(person, 1)
        return own.fields if own is not None else {}

    def is_open(self, statement: StatementView) -> bool:
        """Return whether the person has not cast a ballot of a statement yet."""
        own = statement.judged.of(self.review.person) if statement.judged else None
        return own is None or not own.cast

    def write(self, *, cast: bool = False, **changed: Any) -> bool:
        """Write the ballot with something changed: a draft, unless it is cast."""
        now = self.ballot
        outcome: Outcome | None = changed.get("outcome", now.outcome)
        return self.attempt(
            judge,
            self.review.ref,
            highlights=changed.get("highlights", now.highlights),
            cites=changed.get("cites", tuple((cite.ref, cite.against) for cite in now.cites)),
            outcome=outcome,
            because=changed.get("because", now.because),
            fields=changed.get("fields", self.fields),
            draft=not cast,
        )

    # What the evidence shows

    def highlight(self, place: int) -> None:
        """Highlight what a step looks like; again: partly; again: off. Without words: on or off.

        `place`: of the step in the scale, from 0.
        """
        if self.judged is None:
            return
        descriptor = self.judged.descriptors[place]
        step = self.review.session.framework.scale.steps[place]
        key = descriptor.id if descriptor else step.key
        highlights = dict(self.ballot.highlights)
        part = highlights.pop(key, None)
        if part is None:
            highlights[key] = "full"
        elif part == "full" and descriptor is not None:
            highlights[key] = "part"
        self.write(highlights=highlights, outcome="stages" if highlights else None)

    def action_highlight_hint(self) -> None:
        """Say how to highlight: from the palette there is no number to press."""
        framework = self.review.session.framework
        what = "descriptor" if is_described(framework) else framework.scale.noun
        self.say(f"Press the number that stands before the {what}.")

    def action_not_enough(self) -> None:
        """Say that there is not enough evidence; again: take it back."""
        off = self.ballot.outcome == "not_enough_evidence"
        self.write(outcome=None if off else "not_enough_evidence", highlights={})

    def action_not_applicable(self) -> None:
        """Say that the statement is not applicable, and why; again: take it back."""
        if self.ballot.outcome == "not_applicable":
            self.write(outcome=None)
            return

        ref = self.review.ref
        question = f"Why is {ref} not applicable here?"

        def done(words: str) -> None:
            if words.strip():
                self.write(outcome="not_applicable", highlights={}, because=words)
            else:
                self.say("Not applicable needs a because; nothing was changed.", warning=True)

        self.ask_words(question, self.ballot.because, f"because/{ref}", done)

    # Words

    def action_because(self) -> None:
        """Say why, in the reviewer's words."""
        self.ask_because()

    def ask_because(self, typed: str | None = None) -> None:
        """Ask why; `typed`: what was typed before a crash."""

        def done(words: str) -> None:
            self.write(because=words)

        ref = self.review.ref
        slot = f"because/{ref}"
        self.ask_words(f"{ref}: because", self.ballot.because, slot, done, typed=typed)

    def action_fields(self) -> None:
        """Write what the framework asks of a judgement besides its step, one after the other."""
        if self.review.session.framework.fields:
            self.ask_field(0)
        else:
            noun = self.review.session.framework.scale.noun
            self.say(f"This framework asks for nothing besides the {noun} and a because.")

    def ask_field(self, place: int, typed: str | None = None) -> None:
        """Ask for one of them and go on to the next; `typed`: what was typed before a crash."""
        fields = self.review.session.framework.fields
        field, later = fields[place], fields[place + 1 :]
        now = self.fields.get(field.key, "")
        ref = self.review.ref

        def done(words: str) -> None:
            changed = words.strip() != now
            if changed and not self.write(fields={**self.fields, field.key: words}):
                return
            if later:
                self.ask_field(place + 1)

        beside = [
            field.hint,
            f"Enter goes on to {later[0].name}; Esc there leaves it as it is." if later else "",
        ]
        self.ask_words(
            f"{ref}: {field.name}",
            now,
            f"field/{ref}/{field.key}",
            done,
            "\n".join(filter(None, beside)),
            typed,
        )

    # Drafts

    def takes(self, draft: Draft) -> bool:
        """Words about judgements and areas are brought back here."""
        kind, _, what = draft.slot.partition("/")
        where = what.partition("/")[0]
        return kind in ("because", "field", "area") and self.is_behind_gate(where)

    def bring_back(self, draft: Draft) -> None:
        """Ask for the words again, with what was typed."""
        kind, _, what = draft.slot.partition("/")
        if kind == "area":
            if what.isdigit() and self.review.go_area(int(what)):
                self.redraw()
                self.ask_area_sentence(draft.text)
            return
        ref, _, key = what.partition("/")
        if not self.review.go(ref) or self.judged is None:
            return
        self.redraw()
        keys = [field.key for field in self.review.session.framework.fields]
        if kind == "because":
            self.ask_because(draft.text)
        elif key in keys:
            self.ask_field(keys.index(key), draft.text)

    # The way back

    def action_reopen(self) -> None:
        """Go back to describing the area, with a reason."""
        number = self.review.area.number

        def done(reason: str) -> None:
            if self.attempt(reopen, number, reason):
                self.post_message(Go("describe"))

        self.ask_line(f"Go back to describing area {number}: why?", "", done)
