"""Windows for a locked archive: a passphrase, typed unseen, and where the file goes."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessions.archiving import LOST, SHORTEST, need_passphrase
from sessions.errors import Refused

from .base import Dialog
from .form_dialog import Asked
from .widgets.fields import LineField
from .widgets.form import FormRow, refuse_in


class HiddenField(Input):
    """A field for one line that nobody can read over a shoulder; what is typed is taken as it is."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity, password=True, compact=True)


class PassphraseDialog(Dialog[dict[str, str] | None]):
    """Asks for a passphrase, and where a file is or goes; None: the person went back.

    Closes with `file` and `passphrase`.
    """

    HELP = (
        "An archive holds all of a session, private notes too, and nobody can open it without its "
        "passphrase. Four words that you alone would put together are a good one."
    )
    CSS_PATH = "erase.tcss"
    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "Input"

    def __init__(self, question: str, file: str = "", *, is_new: bool) -> None:
        """`is_new`: the passphrase is thought of now, and typed twice; `file`: what is offered."""
        super().__init__()
        self._question, self._is_new = question, is_new
        self._file = Asked("file", "Write it to", file)

    def compose(self) -> ComposeResult:
        """Lay out the question, the fields, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            yield FormRow("Passphrase", HiddenField("passphrase"))
            if self._is_new:
                yield FormRow("Once more", HiddenField("again"))
                yield FormRow(self._file.label, LineField(self._file.value, identity="file"))
                told = f"{SHORTEST} characters or more, spaces and capitals count. {LOST}"
                yield Static(Content(told), classes="told")
            keys = (
                "Enter: done   Tab: next   Esc: back" if self._is_new else "Enter: done   Esc: back"
            )
            yield Static(Content(keys), classes="keys")

    @on(Input.Submitted)
    def _done(self) -> None:
        values = {field.id or "": field.value for field in self.query(Input)}
        wrong = self._wrong(values) if self._is_new else {}
        if wrong:
            refuse_in(self.query(FormRow), wrong)
        else:
            self.dismiss(values)

    def _wrong(self, values: dict[str, str]) -> dict[str, str]:
        try:
            need_passphrase(values["passphrase"])
        except Refused as refusal:
            return {"passphrase": str(refusal)}
        if values["passphrase"] != values["again"]:
            return {"again": "This is not what was typed the first time; type both again."}
        return {} if values["file"].strip() else {"file": "Name the file that it goes to."}

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
