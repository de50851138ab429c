"""What the screens of a review share: notes from anywhere, moving, filing, undo."""

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

import msgspec
from textual import on
from textual.content import Content

from sessions.drafts import Draft
from sessions.errors import Refused
from sessions.finality import READ_ONLY
from sessions.notes import Circumstances, add_note, edit_note, file_note
from sessions.seen import StatementView
from sessions.undo import last_act, undo

from .commands import Command
from .dialogs import Choose, Confirm, Line, Words
from .drafting import Drafting
from .messages import Go
from .note_dialogs import ComposeDialog, EditDialog, full_card
from .reviewing_acts import REVIEWING
from .widgets.composer import Composer
from .widgets.lines import counted, shorten


class Tried(NamedTuple):
    """What came of an act."""

    why: str
    """Why it was refused; empty: it was not."""
    made: Any = None
    """What it returned."""


class Reviewing(Drafting):
    """A screen on a statement of an open review."""

    ACTS: ClassVar[tuple[Command, ...]] = REVIEWING

    # Doing

    def tried(self, do: Callable[..., Any], *args: Any, **named: Any) -> Tried:
        """Let the person do something; return what came of it."""
        try:
            made = self.review.act(do, *args, **named)
        except Refused as refusal:
            return Tried(str(refusal))
        self.changed()
        return Tried("", made)

    def attempt(self, do: Callable[..., Any], *args: Any, **named: Any) -> bool:
        """Let the person do something; if it is refused say why, and return False."""
        why = self.tried(do, *args, **named).why
        if why:
            self.say(why, warning=True)
        return not why

    def is_final(self) -> bool:
        """Return whether the report can only be read; if so, say so before anything is typed."""
        if self.review.seen.after.state != "final":
            return False
        self.say(READ_ONLY, warning=True)
        return True

    def action_undo(self) -> None:
        """Take back the person's last act, once it is clear which that is."""
        try:
            what, slight, asks_why = last_act(self.review.session, self.review.person)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return

        def answered(yes: bool | None) -> None:
            if yes and self.attempt(undo):
                self.say(f"Undone: {what}.")

        if asks_why:
            self.ask_why_undone()
        elif slight:
            answered(True)
        else:
            question = f"Take back the last thing you did: {what}?"
            self.app.push_screen(Confirm(question, "Take it back"), answered)

    def ask_why_undone(self, typed: str | None = None) -> None:
        """Ask why what the panel agreed is taken back; `typed`: what was typed before a crash."""
        what = last_act(self.review.session, self.review.person).what

        def done(reason: str) -> None:
            if self.attempt(undo, reason):
                self.say(f"Undone: {what}.")

        question = f"Take back the last thing you did: {what}? Say why; it is kept, and shown."
        self.ask_words(question, "", "undo/agreed", done, typed=typed)

    # Moving

    def after_move(self) -> None:
        """Show the statement that the review is on now."""
        self.say("")
        self.redraw()

    def action_next_statement(self) -> None:
        """Go to the next statement."""
        self._moved(self.review.step(1), "This is the last statement.")

    def action_previous_statement(self) -> None:
        """Go to the statement before."""
        self._moved(self.review.step(-1), "This is the first statement.")

    def action_next_open(self) -> None:
        """Go to the next statement that has nothing yet."""
        self._moved(self.review.next_where(self.is_open), "Every other statement has something.")

    def is_open(self, statement: StatementView) -> bool:
        """Return whether a statement still waits for what this screen is for."""
        return not statement.evidence

    def _moved(self, moved: bool, otherwise: str) -> None:
        if moved:
            self.after_move()
        else:
            self.say(otherwise)

    def action_go_to(self) -> None:
        """Ask where to go."""
        self.ask_where("")

    def ask_where(self, typed: str) -> None:
        """Ask for a statement, with what is typed already, and go there."""

        def chosen(ref: str | None) -> None:
            if ref and self.review.go(ref):
                self.after_move()

        self.app.push_screen(
            Choose(
                "Go to which statement?",
                [(s.ref, self._row(s)) for area in self.review.seen.areas for s in area.statements],
                typed,
                "its number, or words of it",
                self.review.ref,
            ),
            chosen,
        )

    def _row(self, statement: StatementView) -> Content:
        symbols = self.desk.symbols
        number = len(statement.evidence)
        mark = symbols.done if number else symbols.empty
        notes = f"{counted(number, 'note')}, {counted(len(statement.sources), 'source type')}"
        return Content.assemble(
            (f"{statement.ref} {mark} ", "bold"),
            statement.text,
            (f"  {notes if number else 'nothing yet'}", "$muted"),
        )

    def action_switch_pass(self) -> None:
        """Go between describing and judging this area."""
        self.post_message(Go("judge"))

    def action_overview(self) -> None:
        """See all areas."""
        self.post_message(Go("overview"))

    def action_report(self) -> None:
        """See the report."""
        self.post_message(Go("report"))

    def action_agree(self) -> None:
        """Agree as a panel."""
        self.post_message(Go("agree"))

    def action_plan(self) -> None:
        """See findings and the plan."""
        self.post_message(Go("plan"))

    def action_prepare(self) -> None:
        """See what prepares the visit."""
        self.post_message(Go("prepare"))

    def action_catch_up(self) -> None:
        """See what is not seen yet, and what would not stand up."""
        self.post_message(Go("catchup"))

    def action_inbox(self) -> None:
        """See the notes that are filed nowhere."""
        self.post_message(Go("inbox"))

    def action_back(self) -> None:
        """Leave the text field; from there, go back to the overview."""
        if self.focused is not None and any(
            isinstance(widget, Composer) for widget in self.focused.ancestors
        ):
            self.leave_composer()
        else:
            self.post_message(Go("overview"))

    def action_full(self) -> None:
        """Read the statement in full, with all its questions."""
        self.app.push_screen(full_card(self.review.statement))

    # Notes

    def action_new_note(self) -> None:
        """Write a note from wherever this is."""
        if self.is_final():
            return
        self.app.push_screen(ComposeDialog(self.review, self.take_note, self.keep_draft))

    def leave_composer(self) -> None:
        """Put the focus back where the keys are letters."""
        self.set_focus(None)

    def take_note(
        self, text: str, circumstances: Circumstances, statements: tuple[str, ...]
    ) -> bool:
        """Write a note down; if it is refused say why, and return False."""
        try:
            ref = self.review.act(add_note, text, statements, circumstances)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return False
        self.review.last_circumstances = Circumstances(circumstances.source, circumstances.where)
        self.forget_draft("")
        self.changed()
        under = ", ".join(statements) or "the inbox"
        self.say(f"{ref} is written, under {under}.")
        self.show_note(ref)
        return True

    def show_note(self, ref: str) -> None:
        """Bring a note that was just written into sight, where notes are listed."""

    @on(Composer.Written)
    def _written(self, event: Composer.Written) -> None:
        event.stop()
        composer = self.query_one(Composer)
        if self.take_note(event.text, event.circumstances, event.statements):
            composer.clear()
            composer.file_under((self.review.ref,))
            composer.focus_text()

    @on(Composer.Typed)
    def _typed(self, event: Composer.Typed) -> None:
        event.stop()
        self.keep_draft(self.query_one(Composer).draft)

    def change_note(self, ref: str, typed: str | None = None) -> None:
        """Change a note, and what is said of it; `typed`: words typed before a crash."""
        note = self.review.seen.note(ref)
        if note is None or self.is_final():
            return
        slot = f"note/{note.id}"

        def change(text: str, said: Circumstances, under: tuple[str, ...]) -> bool:
            said = msgspec.structs.replace(said, group=note.group, document=note.document)
            fresh = [s for s in under if s not in note.statements]
            gone = [s for s in note.statements if s not in under]
            done = self.attempt(edit_note, ref, text, said)
            done = done and (not (fresh or gone) or self.attempt(file_note, ref, fresh, gone))
            if done:
                self.say(f"{ref} is changed.")
            return done

        def keep(words: str) -> None:
            new = words if words != note.text else ""
            self.keep_draft(lambda person: Draft(person, new, slot=slot), slot)

        def gone(_: None) -> None:
            self.forget_draft(slot)

        self.app.push_screen(EditDialog(note, typed, change, keep), gone)

    def ask_filing(self, ref: str) -> None:
        """Ask which statements a note is to stand under, and file it there."""
        note = self.review.seen.note(ref)
        if note is None:
            return

        def done(text: str) -> None:
            wanted = text.replace(",", " ").split()
            fresh = [s for s in wanted if s not in note.statements]
            gone = [s for s in note.statements if s not in wanted]
            if self.attempt(file_note, ref, fresh, gone):
                self.say(f"{ref} stands under {', '.join(wanted) or 'no statement: the inbox'}.")

        question = (
            f"{self.quoted(ref)}\n\nUnder which statements does it belong? Write their numbers, for "
            "example 1.2 3.4; none puts it into the inbox."
        )
        self.ask_line(question, " ".join(note.statements), done)

    def quoted(self, ref: str) -> str:
        """Return a note's ref with the beginning of its words: to know which one is meant."""
        note = self.review.seen.note(ref)
        words = " ".join(note.text[:200].split()) if note is not None else ""
        return f'{ref}: "{shorten(words, 90, self.desk.symbols)}"'

    # Asking

    def ask_line(self, question: str, value: str, done: Callable[[str], None]) -> None:
        """Ask for one line; what is answered goes to `done`."""

        def answered(line: str | None) -> None:
            if line is not None:
                done(line)

        self.app.push_screen(Line(question, value), answered)

    def ask_words(
        self,
        question: str,
        text: str,
        slot: str,
        done: Callable[[str], None],
        beside: str = "",
        typed: str | None = None,
    ) -> None:
        """Ask for some words, kept from the first letter on; what is answered goes to `done`.

        `beside`: what to read while writing; `typed`: what was typed already, before a crash.
        """
        if self.is_final():
            return

        def kept(words: str) -> None:
            new = words if words != text else ""
            self.keep_draft(lambda person: Draft(person, new, slot=slot), slot)

        def answered(words: str | None) -> None:
            if words is not None:
                done(words)
            self.forget_draft(slot)

        self.app.push_screen(Words(question, text, kept=kept, beside=beside, typed=typed), answered)
