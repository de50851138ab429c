"""The people of a session: a list of them, and a window to add or change one."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

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
        """Show people in rows of so many columns, who left at the end; the same row stays."""
        place = self.highlighted or 0
        self.clear_options()
        for person in sorted(people, key=lambda person: person.left):
            said = f"  {person.role}, notes {person.tag}1, {person.tag}2 and so on"
            if person.left:
                said = f"  left; {person.role}, notes {person.tag}1"
            elif person.interest_words:
                said = f"  {person.role}, notes {person.tag}1, {person.interest_words}"
            role = Content.styled(shorten(said, max(width - 10, 8), self._symbols), "$muted")
            name = shorten(person.name[:_LONGEST], max(width - role.cell_length, 8), self._symbols)
            style = "$muted" if person.left else "bold"
            self.add_option(Option(Content.assemble((name, style), role), id=person.id))
        self.add_option(Option(Content.styled("+ Add somebody", "$accent"), id=ADD))
        self.highlighted = min(place, self.option_count - 1)

    @property
    def chosen(self) -> str:
        """The id of the participant who is highlighted; empty: nobody is."""
        option = self.highlighted_option
        return option.id or "" if option is not None and option.id != ADD else ""


class PersonSaid(NamedTuple):
    """What was said of somebody."""

    name: str
    role: str
    own_setting: str
    leads: tuple[int, ...]
    """Numbers of areas."""
    interest: str
    """A declared interest, which keeps them from judging the areas that it concerns."""
    interest_areas: tuple[int, ...]
    """Their numbers; none: all."""


class PersonDialog(Dialog[None]):
    """Asks who somebody is; what is refused is said here, with what was typed still there."""

    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "LineField"
    DEFAULT_CSS = """
    PersonDialog .row { height: 1; }
    PersonDialog .label { width: 12; color: $muted; }
    PersonDialog LineField { width: 1fr; }
    PersonDialog .refused { height: auto; color: $error; text-style: bold; }
    """

    def __init__(
        self, question: str, take: Callable[[PersonSaid], str], person: PersonView | None = None
    ) -> None:
        """`take` returns why it refuses what was said; empty: it took it. `person`: as they are."""
        super().__init__()
        self._question, self._take, self._person = question, take, person

    def compose(self) -> ComposeResult:
        """Lay out the question, the two fields, what was refused, and what to press."""
        role = self._person.role if self._person else "reviewer"
        with Vertical(classes="window"):
            yield Static(Content(self._question), classes="question")
            for name, label, hint, value in self._lines():
                with Horizontal(classes="row"):
                    yield Static(Content(label), classes="label")
                    yield LineField(value, hint, name)
                if name == "name":
                    with Horizontal(classes="row"):
                        yield Static(Content("Role"), classes="label")
                        yield ChoiceField([(role, role) for role in ROLES], role)
            yield Static(classes="refused", markup=False)
            yield Static(
                Content("Enter: done   Tab: next field (arrows choose a role)   Esc: back"),
                classes="keys",
            )

    def _lines(self) -> Iterable[tuple[str, str, str, str]]:
        """Yield each line's id, label, hint, and what it holds to begin with."""
        person = self._person
        yield (
            *("name", "Name", "a name, or a role label such as Reviewer 2"),
            person.name if person else "",
        )
        yield "own", "Own setting", "where they work", person.own_setting if person else ""
        yield "leads", "Leads", "numbers of areas", _spaced(person.leads if person else ())
        interest = "what may sway them here: it keeps them from judging"
        yield "interest", "Interest", interest, person.interest if person else ""
        concerned = person.interest_areas if person else ()
        yield (
            "concerned",
            "... in areas",
            "their numbers; nothing: in all of them",
            _spaced(concerned),
        )

    @on(Input.Submitted)
    @on(ChoiceField.Submitted)
    def _done(self) -> None:
        held = {field.id: field.clean for field in self.query(LineField)}
        try:
            said = PersonSaid(
                held["name"],
                self.query_one(ChoiceField).chosen,
                held["own"],
                _numbers(held["leads"]),
                held["interest"],
                _numbers(held["concerned"]),
            )
        except ValueError as error:
            self._refuse(f"{str(error)[:40]} is no number of an area; write 1 2 5.")
            return
        why = self._take(said)
        if why:
            self._refuse(why)
        else:
            self.dismiss(None)

    def _refuse(self, why: str) -> None:
        self.query_one(".refused", Static).update(Content(f"! {why}"))
        if not isinstance(self.focused, LineField):
            self.query_one(LineField).focus()

    def action_back(self) -> None:
        """Close, with nothing changed."""
        self.dismiss(None)


def _spaced(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a list such as `1 2, 5`. Raises ValueError with what is none."""
    found = []
    for part in text.replace(",", " ").split():
        if not (part.isascii() and part.isdigit()):
            raise ValueError(part)
        found.append(int(part[:6]))
    return tuple(found)
