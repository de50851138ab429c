"""The people of a session: a list of them, and a window to add or change one."""

from collections.abc import Callable, Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from screens.base import Dialog
from screens.symbols import Symbols
from sessions.records import ROLES
from sessions.seen import PersonView

from .fields import LineField
from .form import ChoiceField
from .lines import shorten

ADD = "add"
"""The id of the row that adds somebody; a participant's is longer."""

_LONGEST = 300  # characters of a name that a row looks at


class PeopleList(OptionList):
    """Lists who is on the panel, and ends with a row to add somebody."""

    DEFAULT_CSS = """
    PeopleList { height: auto; max-height: 12; }
    PeopleList.-textual-compact > .option-list--option { padding: 0 1; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(id="people", markup=False, compact=True)
        self._symbols = symbols

    def show(self, people: Iterable[PersonView], width: int) -> None:
        """Show people in rows of so many columns; the same one stays highlighted."""
        place = self.highlighted or 0
        self.clear_options()
        for person in people:
            role = Content.styled(
                f"  {person.role}, notes {person.tag}1, {person.tag}2 and so on", "$muted"
            )
            name = shorten(person.name[:_LONGEST], max(width - role.cell_length, 8), self._symbols)
            self.add_option(Option(Content.assemble((name, "bold"), role), id=person.id))
        self.add_option(Option(Content.styled("+ Add somebody", "$accent"), id=ADD))
        self.highlighted = min(place, self.option_count - 1)

    @property
    def chosen(self) -> str:
        """The id of the participant who is highlighted; empty: nobody is."""
        option = self.highlighted_option
        return option.id or "" if option is not None and option.id != ADD else ""


class PersonDialog(Dialog[None]):
    """Asks for a name and a role; what is refused is said here, with what was typed still there."""

    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "LineField"
    DEFAULT_CSS = """
    PersonDialog .row { height: 1; }
    PersonDialog .label { width: 8; color: $muted; }
    PersonDialog LineField { width: 1fr; }
    PersonDialog .refused { height: auto; color: $error; text-style: bold; }
    """

    def __init__(
        self, question: str, take: Callable[[str, str], str], name: str = "", role: str = "reviewer"
    ) -> None:
        """`take` is given name and role, and returns why it refuses them; empty: it took them."""
        super().__init__()
        self._question, self._take = question, take
        self._called, self._role = name, role

    def compose(self) -> ComposeResult:
        """Lay out the question, the two fields, what was refused, and what to press."""
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            with Horizontal(classes="row"):
                yield Static(Content("Name"), classes="label")
                yield LineField(self._called, "a name, or a role label such as Reviewer 2")
            with Horizontal(classes="row"):
                yield Static(Content("Role"), classes="label")
                yield ChoiceField([(role, role) for role in ROLES], self._role)
            yield Static(classes="refused", markup=False)
            yield Static(
                Content("Enter: done   Tab: role (arrows choose)   Esc: back"), classes="keys"
            )

    @on(Input.Submitted)
    @on(ChoiceField.Submitted)
    def _done(self) -> None:
        why = self._take(self.query_one(LineField).clean, self.query_one(ChoiceField).chosen)
        if why:
            self.query_one(".refused", Static).update(Content(f"! {why}"))
            self.query_one(LineField).focus()
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """Close, with nothing changed."""
        self.dismiss(None)
