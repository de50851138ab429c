"""Report: what to look at before it leaves, a document as it will be, and writing one to a file."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from exports.checks import check
from exports.documents import DOCUMENTS
from exports.facts import source_of
from exports.formats import FORMATS
from sessions.drafts import Draft
from sessions.notes import edit_note
from sessions.seen import SessionView

from .accuracy import ask_state, bring_back_draft, show_replies, takes_draft
from .commands import Command, bindings
from .dialogs import Choose
from .export_words import documents
from .exporting import Exporting
from .messages import Go
from .report_words import ask_words, bring_back_words, takes_words
from .review import Review
from .reviewing_acts import DESCRIBE, TYPING_A_NOTE, shared
from .widgets.preview import Preview
from .widgets.report_checks import ChecksList, groups_of

EXPORT = Command("export", "x", "export", "Write the report or another document to a file")
VIEW = Command("choose_view", "v", "view", "Choose which document is shown")
STATE = Command("state", "K", "state", "Draft, with the host for accuracy, or final")
WORDS = Command("own_words", "W", "own words", "Write a part of the report in your own words")
REPLIES = Command("replies", "Y", "replies", "What the host answered to the findings")
GO_THERE = Command(
    "go_there", "", "go there", "Go to where the highlighted line is mended", shown="Enter"
)
TURN = Command(
    "turn", "tab", "other side", "Go between what to look at and the report", shown="Tab"
)
EDIT = Command("edit_note", "e", "edit", "Change the words of the note that is highlighted")

_OFFERED = (*DOCUMENTS, *(name for name, form in FORMATS.items() if form.data is not None))
_FROM_REVIEWING = shared(
    *("go_to", "overview", "new_note", "switch_pass", "inbox", "undo"),
    *("agree", "plan", "prepare", "catch_up", "back"),
)


class ReportScreen(Exporting):
    """Shows the report as everyone may see it, and what stands out in it."""

    HERE = "Report"
    HELP = (
        "On one side what to look at before the report leaves; Enter goes to where it is mended. "
        "On the other the report, or another document (v), as it will be: what everyone may see, "
        "without private notes. It goes nowhere until you export it (x), as Markdown, for the "
        "browser or for Word, and then it is a file that you can edit."
    )
    CSS_PATH = "report.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        EXPORT,
        VIEW,
        TURN,
        GO_THERE,
        EDIT,
        STATE,
        WORDS,
        REPLIES,
        *_FROM_REVIEWING,
        DESCRIBE,
    )
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "ChecksList"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._drawn = -1
        """The edition of the records that is on the screen."""
        self._document = next(iter(DOCUMENTS))
        """The name of the document that is shown."""

    def body(self) -> Iterable[Widget]:
        """Lay out what to look at, the report, and a line for where it went."""
        yield Horizontal(
            Vertical(
                Static(markup=False, classes="pane-title"),
                ChecksList(self.desk.symbols),
                Static(id="about", markup=False),
                id="checks-pane",
            ),
            Vertical(
                Static(markup=False, classes="pane-title"),
                Preview(),
                id="preview-pane",
            ),
            id="panes",
        )
        yield Static(id="went", markup=False)

    def begin(self) -> None:
        """Offer back what a crash left behind."""
        self.offer_draft()

    # What is shown

    def text(self) -> str:
        """Return the document that is shown, as it is exported."""
        source = source_of(self.leaving, self.review.session.framework, self.desk.clock())
        return DOCUMENTS[self._document].markdown(source)

    def draw(self) -> None:
        """Show what stands out, and the report, unless nothing has changed."""
        edition = self.review.session.records.edition
        if edition == self._drawn:
            return
        self._drawn = edition
        self.query_one(Preview).show(self.text())
        self._show_titles()
        self.call_after_refresh(self._look_through, self.shared)

    @work(exclusive=True)
    async def _look_through(self, seen: SessionView) -> None:
        """Look for what stands out while the report can be read: it takes a while in a long one."""
        checks = await asyncio.to_thread(check, seen, self.review.session.framework)
        self.query_one(ChecksList).show(groups_of(checks, seen))

    def on_descendant_focus(self) -> None:
        """Say which part the keys go to now."""
        super().on_descendant_focus()
        self.set_class(isinstance(self.focused, Preview), "-preview")
        self._show_titles()

    def _show_titles(self) -> None:
        """Name the two sides: the one with the keys stands out, the other says how to get there."""
        sides = (
            ("#checks-pane", "BEFORE IT LEAVES", ""),
            ("#preview-pane", DOCUMENTS[self._document].name.upper(), "as everyone may see it"),
        )
        for pane, name, more in sides:
            here = self.has_class("-preview") == (pane == "#preview-pane")
            self.query_one(f"{pane} .pane-title", Static).update(
                Content.assemble(
                    (name, "bold" if here else "$muted"),
                    (f"  {more}" if more else "", "$muted"),
                    ("" if here else "  Tab", "bold $accent"),
                )
            )

    def footer(self) -> tuple[Command, ...]:
        """Return the commands that do something on this side."""
        if not self.has_class("-preview"):
            return self.ACTS
        return tuple(act for act in self.ACTS if act not in (GO_THERE, EDIT))

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        options = self.query_one(ChecksList)
        row, about = options.chosen, self.query_one("#about", Static)
        about.set_class(row is None, "-none")
        if row is not None:
            about.update(Content(row.sentence))

    # Going about

    def action_turn(self) -> None:
        """Go to the other side."""
        self.add_class("-preview") if not self.has_class("-preview") else self.remove_class(
            "-preview"
        )
        self.query_one(Preview if self.has_class("-preview") else ChecksList).focus()

    @on(OptionList.OptionSelected)
    def action_go_there(self) -> None:
        """Go to where the highlighted line is mended."""
        row = self.query_one(ChecksList).chosen
        if row is None:
            self.say("Nothing is highlighted here.")
            return
        if row.leads == "report":
            self._mend_here(row.label)
            return
        if row.statement:
            self.review.go(row.statement)
        self.post_message(Go(row.leads))

    def _mend_here(self, place: str) -> None:
        """Go to what is written on this screen itself: words for the report, the host's replies."""
        if place.startswith("The reply "):
            show_replies(self)
        elif place.startswith("The words "):
            ask_words(self)
        else:
            self.say("Press x: before a file is written, it can be given a label, or accepted.")

    def after_move(self) -> None:
        """Show what the report says of the statement that was asked for."""
        if self.query_one(Preview).go_to(f"Statement {self.review.ref}"):
            self.query_one(Preview).focus()

    def action_describe(self) -> None:
        """Go to the notes of the statement that the review is on."""
        self.post_message(Go("describe"))

    def action_edit_note(self) -> None:
        """Change the words of the note that the highlighted line is about."""
        row = self.query_one(ChecksList).chosen
        note = self.review.seen.note(row.note) if row is not None and row.note else None
        if note is None:
            self.say("The highlighted line is not about a note; Enter goes to where it is mended.")
            return

        def done(text: str) -> None:
            if text != note.text:
                self.attempt(edit_note, note.ref, text)

        self.ask_words(f"Change {note.ref}", note.text, f"note/{note.id}", done)

    # Documents

    def action_choose_view(self) -> None:
        """Choose which document is shown beside what to look at."""

        def chosen(name: str | None) -> None:
            if name:
                self._document, self._drawn = name, -1
                self.redraw()

        self.app.push_screen(
            Choose("Show which document?", documents(DOCUMENTS), here=self._document), chosen
        )

    def action_export(self) -> None:
        """Write a document to a file; the one that is shown is offered first."""
        self.ask_format(_OFFERED, self._document)

    def action_state(self) -> None:
        """See how far the report is, and take it further or back."""
        ask_state(self)

    def action_own_words(self) -> None:
        """Write a part of the report in your own words."""
        ask_words(self)

    def action_replies(self) -> None:
        """See what the host answered to the findings, or bring it in."""
        show_replies(self)

    # Drafts

    def takes(self, draft: Draft) -> bool:
        """What was typed into the windows of this screen is brought back here."""
        return takes_draft(self, draft) or takes_words(self, draft)

    def bring_back(self, draft: Draft) -> None:
        """Go on with the window that it was typed into."""
        if takes_draft(self, draft):
            bring_back_draft(self, draft)
        else:
            bring_back_words(self, draft)
