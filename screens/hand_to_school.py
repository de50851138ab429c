"""Windows for handing a session over to the school: the file, the receipt, then erasing the copy here."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from exports.handing import HandedOver
from sessions.catalogue import Row

from .base import Dialog
from .erase import EraseDialog, promises
from .form_dialog import Asked, FormDialog, Take
from .library_acts import row_name


def asking_where(row: Row, file: str, take: Take) -> FormDialog:
    """Return the window that asks who hands a session over, and in which file."""
    asked = (
        Asked("by", "Your name", hint="It stands on the receipt"),
        Asked(
            "file",
            "Write it to",
            file,
            hint="A receipt, as text and as JSON, is written beside it",
        ),
    )
    question = (
        f"Hand {row_name(row)} to the school\n\nThe whole review goes into one file that the school's own "
        "installation opens. Left out: private notes, judgements that were not cast, deleted notes. "
        "Share first what the school is to have. The file is not locked: pass it on safely."
    )
    return FormDialog(question, asked, take, lambda _: None, save="write the file")


def asking_to_erase(row: Row, file: str) -> EraseDialog:
    """Return the window before the copy of a session that was handed over is erased here."""
    told = Content.assemble(
        "The copy on this machine goes for good: ledgers, last good copies, drafts, the search index, "
        "what was deleted of it. First it is made sure that the file holds all of it; private notes of "
        "visitors are in no file, and go too. The receipt then says what was erased.\n",
        promises(),
    )
    asked = (
        Asked("by", "Your name", hint="It stands on the receipt, and in the ledger of erasures"),
        Asked(
            "file", "The file", file, hint="What the school has; its receipt (.json) will do too"
        ),
    )
    question = f"Has the school opened {row_name(row)}?\n\nThen erase the copy here. Its name here is {row.name}"
    return EraseDialog(question, told, asked, row.name)


class ReceiptDialog(Dialog[None]):
    """Shows what was written, or erased, with the receipt."""

    HELP = "The receipt is for the school. It holds nothing of what the review says."
    BINDINGS = [Binding("escape,enter,q", "back", "Back")]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, done: HandedOver) -> None:
        super().__init__()
        self._done = done

    def compose(self) -> ComposeResult:
        """Lay out where the files are, the receipt, and what to press."""
        with Vertical(classes="window tall"):
            yield Static(Content(self._said()), classes="question")
            with VerticalScroll():
                yield Static(
                    Content(self._done.receipt.as_text(self._done.file.name)), markup=False
                )
            yield Static(Content("Up, Down: scroll   Esc: done"), classes="keys")

    def _said(self) -> str:
        done = self._done
        where = (
            f"The receipt is {done.receipts[0]}"
            if done.receipts
            else f"The receipt could not be written ({done.trouble}): copy it from here"
        )
        if done.receipt.erased_at:
            return f"The copy here is erased for good. {where}"
        return (
            f"Written to {done.file}\n{where}\n\nWhen the school has opened it, press X again: then the "
            "copy here can be erased."
        )

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
