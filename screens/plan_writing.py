"""What is done on the Plan screen to the row that is highlighted, and in its forms."""

from collections.abc import Callable

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from sessions.drafts import Draft

from .dialogs import Choose
from .exporting import Exporting
from .form_dialog import FormDialog
from .plan_forms import Forms
from .plan_rows import PlanRows
from .review import Review
from .widgets.outline import Outline

_SLOT = "plan/"  # what is typed here is kept under this


class Planning(Exporting):
    """A screen with an outline of the plan; it does what the keys mean for a row."""

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self.rows = PlanRows(self, Forms(self))

    @property
    def row(self) -> str:
        """The key of the row that is highlighted; empty: none is."""
        return self.query_one(Outline).chosen

    def show_row(self, key: str) -> None:
        """Highlight a row."""

    # What is done with a row

    @on(OptionList.OptionSelected)
    def action_open_row(self) -> None:
        """Note how the highlighted action goes; change anything else."""
        self.rows.open(self.row)

    def action_add_row(self) -> None:
        """Ask what to add, and add it."""
        offers = self.rows.offers(self.row)
        if not offers:
            return
        named = [(name, Content(words)) for name, words in offers]

        def chosen(name: str | None) -> None:
            if name:
                self.rows.add(name)

        self.app.push_screen(Choose("Add what?", named), chosen)

    def action_edit_row(self) -> None:
        """Change what is highlighted."""
        self.rows.edit(self.row)

    def action_delete_row(self) -> None:
        """Delete what is highlighted, after asking."""
        self.rows.delete(self.row)

    def action_priority_up(self) -> None:
        """Put the highlighted area for development one place up."""
        self.rows.move(self.row, -1)

    def action_priority_down(self) -> None:
        """Put it one place down."""
        self.rows.move(self.row, 1)

    # What rows and forms ask of their screen

    def keeper(self, slot: str) -> Callable[[str], None]:
        """Return what keeps the words that are typed into a form, under a slot."""

        def keep(words: str) -> None:
            self.keep_draft(lambda person: Draft(person, words, slot=slot), slot)

        return keep

    def show_form(self, dialog: FormDialog, slot: str) -> None:
        """Ask in a window; what was kept under the slot goes when it closes."""

        def closed(_: None) -> None:
            self.forget_draft(slot)

        self.app.push_screen(dialog, closed)

    # Drafts

    def takes(self, draft: Draft) -> bool:
        """What was typed into the forms of this screen is brought back here, once it may be seen."""
        slot = draft.slot.removeprefix(_SLOT)
        return draft.slot.startswith(_SLOT) and self.rows.in_sight(slot, draft.text)

    def bring_back(self, draft: Draft) -> None:
        """Go on with the form that it was typed into."""
        self.rows.restore(draft.slot.removeprefix(_SLOT), draft.text)
