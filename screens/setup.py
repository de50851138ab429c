"""Setting up: three fields start a session; the rest can wait, or be changed later."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static

from frameworks.model import Framework
from sessions.errors import Refused
from sessions.excusing import still_judges
from sessions.library import Plan
from sessions.people import add_person, change_person, leave
from sessions.seen import PersonView
from sessions.session import Session
from sessions.setup import change_setup
from sessions.view import view

from .base import DeskScreen
from .commands import Command, bindings
from .desk import Desk
from .dialogs import Confirm
from .widgets.fields import LineField
from .widgets.form import ChoiceField, Form, FormRow
from .widgets.kept_form import KeptForm
from .widgets.lines import shorten
from .widgets.people import ADD, PeopleList, PersonDialog, PersonSaid
from .widgets.setup_rows import (
    framework_lines,
    in_two_places,
    new_values,
    setup_rows,
    values_of,
)
from .widgets.setup_values import SetUp, read_setup

_BACK = Command("back", "escape", "back", "Go back to where you came from", shown="Esc")
_ACTS: tuple[Command, ...] = (
    _BACK,
    Command("finish", "", "start or save", "Start the session, or save the changes", footer=False),
    Command("add_person", "", "add a person", "Let somebody join the session", footer=False),
    Command("change_person", "", "change a person", "Change the highlighted person", footer=False),
    Command(
        "leave",
        "delete,backspace",
        "leave",
        "Let the highlighted person leave; what they wrote stays",
        shown="Del",
        footer=False,
    ),
)
_NEXT = Command("_", "enter", "next", "", shown="Enter")
_TAB = Command("_", "tab", "next field", "", shown="Tab")


class SetupScreen(DeskScreen[Session | None]):
    """Asks what a session is set up with, or changes it; closes with the session."""

    CSS_PATH = "setup.tcss"
    AUTO_FOCUS = "#setting"
    ACTS: ClassVar[tuple[Command, ...]] = _ACTS
    TYPING: ClassVar[tuple[Command, ...]] = (_NEXT, _TAB, _BACK)
    BINDINGS = bindings(ACTS)
    HELP = (
        "The setting, your name and the date are enough to start. Everything here can be changed "
        "later, from the overview. What you type is kept, whatever happens to the window."
    )

    def __init__(self, desk: Desk, session: Session | None = None, person: str = "") -> None:
        """`session`: the one to change; None: a new one. `person`: the id of who is typing."""
        super().__init__(desk)
        self._session = session
        self._by = person
        self._kept = KeptForm(desk, session)
        self._frameworks = desk.library.shelf.all() if session is None else (session.framework,)
        today = desk.clock().date().isoformat()
        self._initial = (
            values_of(view(session), session.framework)
            if session
            else new_values(today, self._frameworks)
        )
        left = self._kept.left_behind()
        self._start_with = {name: left.get(name, now) for name, now in self._initial.items()}
        self._settling = in_two_places(view(session)) if session else {}
        self._said_first = [
            f"! {sentence.split(';')[0]}; saving settles it with what stands here."
            for sentence in self._settling.values()
        ]
        if self._start_with != self._initial:
            self._said_first.append("This was typed here before the app ended. Esc throws it away.")

    # Laying out

    def body(self) -> Iterable[Widget]:
        """Lay out the fields that are needed, the button, the rest, and what explains a field."""
        new = self._session is None
        needed, later = setup_rows(self._start_with, self._frameworks)
        button = Button(
            Content("Start the session" if new else "Save the changes"), id="finish", compact=True
        )
        button.active_effect_duration = 0
        done = [button, Static(id="trouble", markup=False)]
        top = Static(Content("\n".join(self._said_first)), id="found")
        if new:
            title = "The rest can wait; it can be set at any time."
            rest = [*done, Static(Content(title), classes="heading"), *later]
        else:
            people = Static(Content("People"), classes="heading")
            rest = [*later, *done, people, PeopleList(self.desk.symbols)]
        yield Form(top, *needed, *rest, id="form")
        yield Static(id="hint", markup=False)

    def on_mount(self) -> None:
        """Show what was found again; ask who is typing where nobody is in the session."""
        self.set_class(bool(self._said_first), "-found")
        if self._session is not None and not self._present:
            self._ask_first()

    def title_parts(self) -> dict[str, Any]:
        """Say whether this starts a session or changes one."""
        if self._session is None:
            return {"title": "Start a session"}
        seen = view(self._session)
        return {
            "title": seen.setting[:200],
            "tabs": ("Set-up",),
            "here": "Set-up",
            "who": next((person.tag for person in seen.people if person.id == self._by), ""),
        }

    def draw(self) -> None:
        """Show who is in the session now; what is typed stays as it is."""
        if self._session is not None:
            people = view(self._session).people
            self.query_one(PeopleList).show(people, max(self.size.width - 4, 20))

    def on_resize(self) -> None:
        """Fit the people to their new width."""
        self.call_after_refresh(self.redraw)

    def footer(self) -> tuple[Command, ...]:
        """Return the keys that do something where the focus is."""
        if isinstance(self.focused, PeopleList):
            change = Command("_", "enter", "change or add", "", shown="Enter")
            delete = Command("_", "delete", "leave", "", shown="Del")
            return (change, delete, _BACK)
        if isinstance(self.focused, ChoiceField):
            arrows = Command("_", "right", "choose", "", shown="Left Right")
            return (arrows, _NEXT, _BACK)
        if isinstance(self.focused, Button):
            press = Command("_", "enter", str(self.focused.label).casefold(), "", shown="Enter")
            return (press, _TAB, _BACK)
        return (_TAB, _BACK)

    # Typing

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold, by name."""
        lines = {field.id or "": field.clean for field in self.query(LineField)}
        held = lines | {field.id or "": field.chosen for field in self.query(ChoiceField)}
        return {name: held.get(name, now) for name, now in self._initial.items()}

    @property
    def _framework(self) -> Framework | None:
        wanted = self.values.get("framework", "")
        known = {framework.id: framework for framework in self._frameworks}
        return known.get(wanted, next(iter(self._frameworks), None))

    @on(Input.Changed)
    @on(ChoiceField.Chosen)
    def _typed(self, event: Input.Changed | ChoiceField.Chosen) -> None:
        event.stop()
        if isinstance(event, Input.Changed):
            event.input.query_ancestor(FormRow).refuse("")
        self._kept.keep(self.values, self._initial)
        self._explain()

    @on(events.DescendantFocus)
    def _explain(self) -> None:
        """Say what the field is for that has the focus."""
        row = next((row for row in self.query(FormRow) if row.field is self.focused), None)
        lines = [row.hint] if row else []
        if row and row.field.id == "framework" and self._framework:
            room = max(self.size.width - 6, 8)
            lines += framework_lines(self._frameworks, self._framework, room, self.desk.symbols)
        if row and row.field.id == "areas" and self._framework:
            room = max(self.size.width - 9, 8)
            lines += [
                f"{area.number:<3}{shorten(area.title[:200], room, self.desk.symbols)}"
                for area in self._framework.areas
            ]
        self.query_one("#hint", Static).update(Content("\n".join(lines)))

    @on(Input.Submitted)
    @on(ChoiceField.Submitted)
    def _next(self, event: Input.Submitted | ChoiceField.Submitted) -> None:
        """Go to the next field; from the last one, to the button."""
        event.stop()
        if self.focused is not None and self.focused.id == "purpose":
            self.query_one("#finish").focus()
        else:
            self.focus_next()

    # Done

    @on(Button.Pressed, "#finish")
    def action_finish(self) -> None:
        """Start the session, or save the changes; what is wrong is said at its field."""
        found, wrong = read_setup(self.values, self._framework, self.desk.clock().date())
        for row in self.query(FormRow):
            row.refuse(wrong.get(row.field.id or "", ""))
        self._say_trouble("")
        first = next((row.field for row in self.query(FormRow) if row.field.id in wrong), None)
        if first is not None:
            first.focus()
        elif self._session is None:
            self._create(found)
        else:
            self._change(self._session, found)

    def _create(self, found: SetUp) -> None:
        framework = self._framework
        leading = found.facilitator.casefold() == found.name.casefold()
        plan = Plan(
            setting=found.setting,
            framework=framework.id if framework else "",
            phase=found.phase,
            date=found.date,
            areas=found.areas,
            facilitator=found.facilitator,
            reviewers=found.reviewers if leading else (found.name, *found.reviewers),
            purpose=found.purpose,
        )
        try:
            session = self.desk.library.create(plan)
        except Refused as refusal:
            self._say_trouble(str(refusal))
        except OSError as error:
            why = error.strerror or str(error)
            self._say_trouble(
                f"The session could not be made: {why}. What you typed is kept here. Mend that, "
                "then press Enter again."
            )
        else:
            self._kept.forget()
            self.dismiss(session)

    def _change(self, session: Session, found: SetUp) -> None:
        values, before = self.values, self._initial
        changed = {name for name in values if values[name] != before[name]} | set(self._settling)
        try:
            change_setup(
                session,
                self._author,
                setting=found.setting if "setting" in changed else None,
                date=found.date if "date" in changed else None,
                phase=found.phase if "phase" in changed else None,
                purpose=found.purpose if "purpose" in changed else None,
                areas=found.areas if "areas" in changed else None,
            )
        except Refused as refusal:
            self._say_trouble(str(refusal))
            return
        self.desk.save(session)
        self._kept.forget()
        self._close()

    def _say_trouble(self, words: str) -> None:
        self.query_one("#trouble", Static).update(Content(f"! {words}" if words else ""))
        self.set_class(bool(words), "-trouble")

    def action_back(self) -> None:
        """Go back, after asking where something would be lost."""
        if self.values == self._initial:
            self._close()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._kept.forget()
                self._close()

        self.app.push_screen(Confirm("Throw away what you typed here?", "Throw it away"), answered)

    def _close(self) -> None:
        """Close with the session once it is on the disk and somebody is in it."""
        session = self._session
        if session is None or not self._present:
            self.dismiss(None)
            return
        try:
            session.flush()
        except OSError as error:
            # The saver has it too, and tries again and again.
            why = error.strerror or str(error)
            self.say(f"Not saved yet: {why}. It is kept, and tried again.", warning=True)
            self.dismiss(None)
        else:
            self.dismiss(session)

    # People

    @property
    def _present(self) -> list[PersonView]:
        people = view(self._session).people if self._session else ()
        return [person for person in people if not person.left]

    @property
    def _author(self) -> str:
        """Who makes the change: the one who is typing, else the first in the session."""
        present = [person.id for person in self._present]
        return self._by if self._by in present else next(iter(present), "")

    @on(OptionList.OptionSelected, "#people")
    def _person_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == ADD:
            self.action_add_person()
        else:
            self.action_change_person()

    def _do(self, act: Callable[..., Any], *args: Any, **named: Any) -> str:
        """Do something to the session; return why it is refused, or nothing."""
        session = self._session
        if session is None:
            return "There is no session yet."
        try:
            act(session, *args, **named)
        except Refused as refusal:
            return str(refusal)
        self.desk.save(session)
        self.show_saving()
        self.redraw()
        return ""

    def _ask_first(self) -> None:
        def closed(_: None) -> None:
            if self._present:
                self._close()

        question = "Nobody is in this session yet. Who are you?"
        self.app.push_screen(PersonDialog(question, self._add), closed)

    def _add(self, said: PersonSaid) -> str:
        return self._do(add_person, **said._asdict())

    def action_add_person(self) -> None:
        """Let somebody join."""
        if self._session is None:
            self.say("Name the other reviewers here, or add people once the session is made.")
            return
        self.app.push_screen(PersonDialog("Who joins the session?", self._add))

    def _chosen(self) -> PersonView | None:
        """Return the highlighted person, if they are in the session; else say what is to be known."""
        chosen = self.query_one(PeopleList).chosen if self.query(PeopleList) else ""
        people = view(self._session).people if self._session else ()
        person = next((person for person in people if person.id == chosen), None)
        if person is None:
            self.say("Nobody is highlighted in the list of people.")
        elif person.left:
            name = shorten(person.name, 60, self.desk.symbols)
            self.say(f"{name} has left; adding them under that name brings them back.")
        return person if person is not None and not person.left else None

    def action_change_person(self) -> None:
        """Change what is known of the highlighted person."""
        person = self._chosen()
        if person is None:
            return

        def take(said: PersonSaid) -> str:
            return self._do(change_person, person.id, **said._asdict())

        def closed(_: None) -> None:
            said = still_judges(self._session, person.id) if self._session else ""
            self.say(said, warning=bool(said))

        question = f"Change {person.name[:60]}"
        self.app.push_screen(PersonDialog(question, take, person), closed)

    def action_leave(self) -> None:
        """Let the highlighted person leave, after asking."""
        if not isinstance(self.focused, PeopleList):
            return
        person = self._chosen()
        if person is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._do(leave, person.id)

        question = f"Let {person.name[:60]} leave the session? What they wrote stays."
        self.app.push_screen(Confirm(question, "Leaves"), answered)
