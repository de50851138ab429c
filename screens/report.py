"""Report: what to look at before it leaves, the report as it will be, and writing it to a file."""

import asyncio
import errno
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from exports.build import build_report
from exports.checks import Checks, check
from exports.markdown import to_markdown
from exports.writer import default_name, write_export
from sessions.errors import Refused
from sessions.notes import edit_note
from sessions.seen import SessionView
from sessions.view import view

from .commands import Command, bindings
from .dialogs import Confirm
from .messages import Go
from .review import Review
from .reviewing import REVIEWING, TYPING_A_NOTE, Reviewing
from .widgets.preview import Preview
from .widgets.report_checks import ChecksList, groups_of

EXPORT = Command("export", "x", "export", "Write the report to a file")
GO_THERE = Command(
    "go_there", "", "go there", "Go to where the highlighted line is mended", shown="Enter"
)
TURN = Command(
    "turn", "tab", "other side", "Go between what to look at and the report", shown="Tab"
)
EDIT = Command("edit_note", "e", "edit", "Change the words of the note that is highlighted")
DESCRIBE = Command("describe", "d", "describe", "Go to the notes of this statement", footer=False)

_REASONS = {
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}
_NAMED = 8  # places that a question names before it says how many more there are
_SHARED = {command.name: command for command in REVIEWING}
_FROM_REVIEWING = (
    *("go_to", "overview", "new_note", "switch_pass", "inbox", "undo"),
    *("agree", "plan", "prepare", "catch_up", "back"),
)


class ReportScreen(Reviewing):
    """Shows the report as everyone may see it, and what stands out in it."""

    HERE = "Report"
    HELP = (
        "On one side what to look at before the report leaves; Enter goes to where it is mended. "
        "On the other the report as it will be: what everyone may see, without private notes. It "
        "goes nowhere until you export it, and then it is a file that you can edit."
    )
    CSS_PATH = "report.tcss"
    ACTS: ClassVar[tuple[Command, ...]] = (
        EXPORT,
        TURN,
        GO_THERE,
        EDIT,
        *(_SHARED[name] for name in _FROM_REVIEWING),
        DESCRIBE,
    )
    TYPING = TYPING_A_NOTE
    BINDINGS = bindings(ACTS)
    AUTO_FOCUS = "ChecksList"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._drawn = -1
        """The edition of the records that is on the screen."""
        self._checks: tuple[int, Checks] | None = None
        """What stands out, and in which edition."""

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

    # What is shown

    @property
    def seen(self) -> SessionView:
        """What everyone may see: no private note and no draft gets into a report."""
        return view(self.review.session)

    def checks(self) -> Checks:
        """Return what to look at before the report leaves."""
        edition = self.review.session.records.edition
        if self._checks is None or self._checks[0] != edition:
            self._checks = (edition, check(self.seen, self.review.session.framework))
        return self._checks[1]

    def text(self) -> str:
        """Return the report as it is exported."""
        framework = self.review.session.framework
        return to_markdown(build_report(self.seen, framework, self.desk.clock()))

    def redraw(self) -> None:
        """Show what stands out, and the report, unless nothing has changed."""
        edition = self.review.session.records.edition
        if not self.query(Preview) or edition == self._drawn:
            return
        self._drawn = edition
        self.query_one(Preview).show(self.text())
        self._show_titles()
        self.call_after_refresh(self._look_through, edition, self.seen)

    @work(exclusive=True)
    async def _look_through(self, edition: int, seen: SessionView) -> None:
        """Look for what stands out while the report can be read: it takes a while in a long one."""
        checks = await asyncio.to_thread(check, seen, self.review.session.framework)
        self._checks = (edition, checks)
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
            ("#preview-pane", "THE REPORT", "as everyone may see it"),
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
        if row.statement:
            self.review.go(row.statement)
        self.post_message(Go(row.leads))

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

    # Exporting

    def action_export(self) -> None:
        """Write the report to a file, after pointing out what may identify a child."""
        found = self.checks().identifying
        if not found:
            self._ask_path()
            return
        places = list(dict.fromkeys(finding.place for finding in found))
        more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        number = "1 thing" if len(found) == 1 else f"{len(found)} things"
        question = (
            f"{number} in this report may identify a child: {', '.join(places[:_NAMED])}{more}.\n\n"
            "The check does its best: it misses some, and is wrong about others. "
            "Read the report before you pass it on. Write it to a file all the same?"
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._ask_path()

        self.app.push_screen(Confirm(question, "Write it"), answered)

    def _ask_path(self) -> None:
        offered = str(self.desk.exports / default_name(self.seen))
        self.ask_line("Write the report to which file?", offered, self._write_to)

    def _write_to(self, told: str) -> None:
        if not told:
            self._went("No file was named, so nothing was written.", wrong=True)
            return
        try:
            self._write(self._path(told), overwrite=False)
        except (OSError, RuntimeError, ValueError) as error:
            self._failed(told, error)

    def _path(self, told: str) -> Path:
        """Return the file that is meant: in a folder if one is named, with `.md` if nothing is."""
        path = self.desk.exports / Path(told).expanduser()
        if path.is_dir():
            return path / default_name(self.seen)
        return path if path.suffix else path.with_suffix(".md")

    def _write(self, path: Path, *, overwrite: bool) -> None:
        try:
            went = write_export(path, self.text(), overwrite)
        except Refused as refusal:
            if path.is_file() and not overwrite:
                self._ask_overwrite(path)
            else:
                self._went(str(refusal), wrong=True)
        except OSError as error:
            self._failed(str(path), error)
        else:
            self._went(f"Written at {self.desk.clock():%H:%M} to {went}")

    def _ask_overwrite(self, path: Path) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._write(path, overwrite=True)
            else:
                self._went(f"{path} is as it was; nothing was written.")

        question = f"{path} is there already. Put this report in its place?"
        self.app.push_screen(Confirm(question, "Replace it"), answered)

    def _failed(self, path: str, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        if isinstance(error, OSError):
            reason = _REASONS.get(error.errno or 0, reason)
        self._went(
            f"Nothing was written to {path}: {reason}. Nothing of the review is lost. Press x to "
            "name another file.",
            wrong=True,
        )

    def _went(self, words: str, *, wrong: bool = False) -> None:
        """Say where the report went, or why it did not, until something else is to be said."""
        line = self.query_one("#went", Static)
        line.update(Content(words))
        line.add_class("-on")
        line.set_class(wrong, "-wrong")
