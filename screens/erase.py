"""Windows before something goes for good: what goes, who says so and why, and a word to type."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sessions.handing_receipt import NO_PROMISE

from .base import Dialog
from .form_dialog import Asked
from .widgets.fields import LineField
from .widgets.form import FormRow, refuse_in
from .widgets.lines import counted

if TYPE_CHECKING:
    from sessions.erasing import Doomed

WORD = "word"
"""The name of the field in which a person types what shows that they mean it."""


_SHORT = 12  # letters that a label has room for


class EraseDialog(Dialog[dict[str, str] | None]):
    """Asks before something goes for good; closes with what was typed, None: nothing goes."""

    HELP = (
        "What is erased for good cannot be brought back, by undo or in any other way. So it takes a "
        "word that you type. Esc goes back, and nothing is changed."
    )
    CSS_PATH = "erase.tcss"
    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("pageup", "scroll(-1)", "Up", show=False),
        Binding("pagedown", "scroll(1)", "Down", show=False),
    ]
    AUTO_FOCUS = "LineField"

    def __init__(self, question: str, told: Content, asked: Sequence[Asked], word: str) -> None:
        """`told`: what goes, to be read; `word`: what must be typed."""
        super().__init__()
        self._question, self._told = question, told
        hint = f"Type {word} to show that you mean it"
        label = f"Type {word}" if len(word) <= _SHORT else "Type its name"
        self._asked = (*asked, Asked(WORD, label, hint=hint))
        self._word = word

    def compose(self) -> ComposeResult:
        """Lay out what goes, the fields, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            with VerticalScroll(can_focus=False):
                yield Static(self._told, markup=False)
            for asked in self._asked:
                yield FormRow(asked.label, LineField(asked.value, identity=asked.name), asked.hint)
            yield Static(classes="hint", markup=False)
            yield Static(
                Content("Enter: erase  Tab: next  PgDn: more  Esc: keep it"),
                classes="keys",
            )

    @on(events.DescendantFocus)
    def _explain(self) -> None:
        row = next((row for row in self.query(FormRow) if row.field is self.focused), None)
        self.query_one(".hint", Static).update(Content(row.hint if row else ""))

    @on(Input.Submitted)
    def _done(self) -> None:
        values = {field.id or "": field.clean for field in self.query(LineField)}
        wrong = {a.name: "This is needed." for a in self._asked}
        wrong = {name: why for name, why in wrong.items() if not values[name]}
        if values[WORD].casefold() != self._word.casefold():
            wrong[WORD] = f"Type {self._word}, or press Esc to keep it."
        first = next((name for name in values if name in wrong), None)
        if first is None:
            self.dismiss(values)
        else:
            # One at a time: a small window has no room for more.
            refuse_in(self.query(FormRow), {first: wrong[first]})

    def action_scroll(self, pages: int) -> None:
        """Read on, or back."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * max(scroll.size.height - 1, 1), animate=False)

    def action_back(self) -> None:
        """Close; nothing is erased."""
        self.dismiss(None)


def note_words(about: "Doomed") -> Content:
    """Return what goes with a note, and what stays."""
    parts = [Content.assemble((f'{about.by} wrote: "{about.text}"', "bold"), "\n\n")]
    gone = f"{counted(about.wordings, 'wording')} of it, drafts of it, and the search index go too"
    if about.damaged:
        gone += f", and {counted(about.damaged, 'damaged file')} kept aside, as a whole"
    parts.append(Content(f"{gone}. A line stays that says who erased a note, when and why.\n"))
    if about.cited:
        parts.append(Content(f"What rests on it is marked: {_some(about.cited)}.\n"))
    if about.quotes:
        said = _some([f'{quote.place} ("{quote.said}")' for quote in about.quotes])
        parts.append(Content.assemble(("Also said in ", "bold"), f"{said}. Mend these yourself.\n"))
    parts.append(
        Content(
            "Once a text is mended, its older wordings go too. What is put in other words is not found.\n"
        )
    )
    if about.followed:
        parts.append(Content(f"Look too in what follows this session: {_some(about.followed)}.\n"))
    return Content("").join([*parts, promises()])


def promises() -> Content:
    """Return what erasing cannot promise."""
    lines = "\n".join(f"- {sentence}" for sentence in NO_PROMISE)
    return Content.assemble(("\nWhat cannot be promised\n", "bold"), lines)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return "; ".join(names[:6]) + more
