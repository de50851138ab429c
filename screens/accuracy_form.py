"""Bringing in a form that the host has filled in: which file, what it says, and whether it is taken."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from frameworks.text import clean_line
from sessions.errors import Refused
from sessions.reply_files import read_form_file
from sessions.reply_forms import Filled
from sessions.replying import Coming, import_form, preview

from .base import Dialog
from .dialogs import Choose, Line, Reading
from .report_asking import tried
from .reviewing import Reviewing

_OTHER = "/"  # no file is called so
_TYPED = "None of these fits. Enter: the file whose name or path is typed here."
_OFFERED = 20  # files in the folder for exports that may be a form
_ENDINGS = (".md", ".docx", ".txt")
_CHANGES = {"new": "new", "changed": "in place of the one before", "same": "there already"}


def ask_form(screen: Reviewing, say: Callable[[str], None]) -> None:
    """Ask for the form: those that lie where exports go are offered, newest first.

    `say` is told what came of it.
    """
    rows = [(str(path), Content(clean_line(path.name))) for path in _candidates(screen)]
    rows.append((_OTHER, Content.styled("Another file: type where it is", "$accent")))

    def named(told: str | None) -> None:
        if told:
            _take_in(screen, told, say)

    def chosen(told: str | None) -> None:
        if told == _OTHER:
            screen.app.push_screen(Line("Where is the form that came back?"), named)
        else:
            named(told)

    question = f"Which form came back? These are in {clean_line(str(screen.desk.exports))}."
    window = Choose(question, rows, placeholder="type to find, or where it is", otherwise=_TYPED)
    screen.app.push_screen(window, chosen)


def _candidates(screen: Reviewing) -> list[Path]:
    try:
        found = [p for p in screen.desk.exports.iterdir() if p.suffix.lower() in _ENDINGS]
        found = [path for path in found if path.is_file()]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[:_OFFERED]
    except OSError:
        return []


def _take_in(screen: Reviewing, told: str, say: Callable[[str], None]) -> None:
    """Show what the form in a file brings in, and bring it in if that is what is wanted."""
    try:
        path = screen.desk.exports / Path(told).expanduser()
        filled = read_form_file(path)
        coming = preview(screen.review.session, screen.review.person, filled)
    except FileNotFoundError:
        _refuse(screen, f"There is no file {clean_line(told)}. Name the form that came back.")
        return
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        _refuse(screen, f"{clean_line(told)} cannot be read: {reason}.")
        return
    except Refused as refusal:
        _refuse(screen, str(refusal))
        return

    def answered(yes: bool | None) -> None:
        if yes:
            why = tried(screen, import_form, filled)
            if why:
                _refuse(screen, why)
            else:
                number = sum(one.change != "same" for one in coming)
                replies = "1 reply" if number == 1 else f"{number} replies"
                say(f"{replies} came in. u takes them back.")
        else:
            say(f"Nothing was brought in from {clean_line(path.name)[:60]}.")

    screen.app.push_screen(IncomingDialog(clean_line(path.name), filled, coming), answered)


def _refuse(screen: Reviewing, why: str) -> None:
    screen.app.push_screen(Reading("Nothing came in", Content(why)))


class IncomingDialog(Dialog[bool | None]):
    """Shows what a form would bring in, and asks whether it is to come in."""

    BINDINGS = [
        Binding("y", "answer(True)", "Bring it in"),
        Binding("n,escape", "answer(False)", "Back"),
        Binding("left,right", "app.focus_next", "Other button", show=False),
    ]
    AUTO_FOCUS = "#no"
    CSS_PATH = "accuracy.tcss"

    def __init__(self, name: str, filled: Filled, coming: tuple[Coming, ...]) -> None:
        super().__init__()
        self._name, self._filled, self._coming = name, filled, coming

    def compose(self) -> ComposeResult:
        """Lay out what comes in, and the two answers."""
        with Vertical(classes="window"):
            yield Static(Content(f"What {self._name} brings in"), classes="question")
            with VerticalScroll(classes="fits"):
                yield Static(self._text(), markup=False)
            with Horizontal(classes="buttons"):
                if any(one.change != "same" for one in self._coming):
                    yield Button(Content("Bring it in (y)"), id="yes", compact=True)
                yield Button(Content("Leave it (n)"), id="no", compact=True)

    def _text(self) -> Content:
        parts = []
        for one in self._coming:
            head = f"Finding {one.finding}: {one.answer_name}"
            about = f"  {_CHANGES[one.change]}"
            words = f"\n{one.text}" if one.text else ""
            older = "\n! The finding has been changed since the form was written." * one.older
            parts.append(Content.assemble((head, "bold"), (about, "$muted"), words, older))
        if self._filled.blank:
            parts.append(Content(f"Left blank: finding {', '.join(self._filled.blank)}."))
        if not any(one.change != "same" for one in self._coming):
            parts.append(Content("Nothing in it is new."))
        return Content("\n\n").join(parts)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_answer(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Close with the answer; nothing comes in where nothing is new."""
        self.dismiss(answer and bool(self.query("#yes")))
