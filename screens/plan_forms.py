"""The forms of the Plan screen: what each asks, and what becomes of the answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from exports.words import day
from sessions.errors import Refused
from sessions.findings import add_finding, change_finding
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    change_key_result,
    monitor,
    set_plan_text,
    set_windows,
)
from sessions.records_plan import FINDINGS, PROGRESS
from sessions.seen import NoteView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView

from .form_dialog import Asked, FormDialog, Take, from_words
from .plan_dialogs import NOTES, STATEMENTS, FindingDialog, TextDialog
from .review import Review
from .reviewing import Tried
from .widgets.lines import shorten
from .widgets.plan_words import one_line
from .widgets.setup_values import read_date

_ABOUT = "Statements"  # the label of that field
_DAY = "Such as 4 Dec 2026, 4/12/2026 or 2026-12-04."
_TEXTS = {
    "objective": "Key objective: what is the plan for, in a sentence?",
    "benchmark": "Benchmark position: where does the setting stand now?",
}


class Owner(Protocol):
    """What the forms ask of the screen that they stand on."""

    review: Review

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the person something."""

    def tried(self, do: Callable[..., Any], *args: Any, **named: Any) -> Tried:
        """Let the person do something."""

    def keeper(self, slot: str) -> Callable[[str], None]:
        """Return what keeps the words that are typed into a form, under a slot."""

    def show_form(self, dialog: FormDialog, slot: str) -> None:
        """Ask in a window; what was kept under the slot goes when it closes."""

    def show_row(self, key: str) -> None:
        """Highlight a row."""


class Forms:
    """Opens the forms. `words`: what was typed into one before a crash."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._review = owner.review

    @property
    def _plan(self) -> PlanView:
        return self._review.seen.plan

    def _ask(
        self, slot: str, question: str, asked: Sequence[Asked], take: Take, words: str
    ) -> None:
        keep = self._owner.keeper(slot)
        dialog = FormDialog(question, asked, take, keep, from_words(asked, words))
        self._owner.show_form(dialog, slot)

    def _brief(self, text: str, width: int) -> str:
        return shorten(one_line(text), width, self._review.desk.symbols)

    # Findings

    def new_finding(self, kind: str, statement: str = "", words: str = "") -> None:
        """Ask for a finding of a kind."""

        def take(values: dict[str, str]) -> dict[str, str]:
            found = _listed(values[STATEMENTS]), _listed(values[NOTES])
            done = self._owner.tried(add_finding, values["kind"], values["text"], *found)
            made = self._plan.finding(done.made) if done.made else None
            if made is not None:
                self._owner.show_row(f"finding/{made.id}")
                self._owner.say(f"Finding {made.ref} is written.")
            return _at(done.why, STATEMENTS if values["text"] else "text")

        asked = self._finding_asked(kind, "", statement, "")
        slot = f"plan/new-finding/{kind},{statement}"
        self._ask_finding(slot, "What did the panel find?", asked, take, words)

    def finding(self, found: FindingView, words: str = "") -> None:
        """Ask how a finding is to be changed."""
        asked = self._finding_asked(
            found.kind, found.text, " ".join(found.statements), " ".join(found.notes)
        )

        def take(values: dict[str, str]) -> dict[str, str]:
            done = self._owner.tried(
                change_finding,
                found.ref,
                kind=values["kind"],
                text=values["text"],
                statements=_listed(values[STATEMENTS]),
                # What rests on a note that is not offered here stays, unless a tick is changed.
                notes=None if values[NOTES] == offered else _listed(values[NOTES]),
            )
            return _at(done.why, STATEMENTS if values["text"] else "text")

        under = {note.ref for note in self._under(" ".join(found.statements))}
        offered = " ".join(ref for ref in found.notes if ref in under)
        slot = f"plan/finding/{found.id}"
        self._ask_finding(slot, f"Change finding {found.ref}", asked, take, words)

    def _finding_asked(
        self, kind: str, text: str, statements: str, notes: str
    ) -> tuple[Asked, ...]:
        about = "Numbers such as 1.2 3.4; their areas are behind their gates."
        rests = "Up and Down go to a note, Space ticks it."
        kinds = tuple(FINDINGS.items())
        return (
            Asked("kind", "Kind", kind, "Left and Right choose.", choices=kinds),
            Asked("text", "What we found", text, "In the panel's words.", 3),
            Asked(STATEMENTS, _ABOUT, statements, about),
            Asked(NOTES, "It rests on", notes, rests),
        )

    def _ask_finding(
        self, slot: str, question: str, asked: Sequence[Asked], take: Take, words: str
    ) -> None:
        typed, symbols = from_words(asked, words), self._review.desk.symbols
        keep = self._owner.keeper(slot)
        dialog = FindingDialog(question, asked, take, keep, typed, symbols, self._under)
        self._owner.show_form(dialog, slot)

    def _under(self, statements: str) -> list[NoteView]:
        """Return the shared notes that stand under the statements that a text names."""
        named = set(_listed(statements))
        notes = self._review.seen.notes
        return [n for n in notes if not n.private and named & set(n.statements)]

    # The plan as a whole

    def text(self, name: str, words: str = "", begin: str | None = None) -> None:
        """Ask for the objective or the benchmark; `begin`: what to begin with in place of it."""
        drafted = begin is not None
        value = getattr(self._plan, name) if begin is None else begin
        hint = (
            "Drafted from the findings; change it until it says what you mean." if drafted else ""
        )
        asked = Asked("text", "In your words", value, hint, 3)

        def take(values: dict[str, str]) -> dict[str, str]:
            done = self._owner.tried(set_plan_text, name, values["text"])
            return _at(done.why, "text")

        slot = f"plan/{name}/"
        keep, typed = self._owner.keeper(slot), from_words((asked,), words)
        dialog = TextDialog(_TEXTS[name], asked, take, keep, typed, drafted=drafted)
        self._owner.show_form(dialog, slot)

    def windows(self, words: str = "") -> None:
        """Ask how the windows of the year are called."""
        names = self._plan.windows
        hint = "A name such as Autumn to Spring 1; the last ones go when they are empty."
        asked = [
            Asked(f"w{place}", f"Window {place + 1}", name, hint)
            for place, name in enumerate(names)
        ]
        asked.append(Asked(f"w{len(names)}", "One more", "", "Empty: no more than there are."))

        def take(values: dict[str, str]) -> dict[str, str]:
            wanted = list(values.values())
            while wanted and not wanted[-1]:
                wanted.pop()
            blank = wanted.index("") if "" in wanted else -1
            if blank >= 0:
                return {f"w{blank}": "There are windows after it, so it needs a name."}
            return _at(self._owner.tried(set_windows, wanted).why, "")

        self._ask("plan/windows/", "What are the windows of the year called?", asked, take, words)

    # Key results

    def new_key_result(self, finding: str = "", words: str = "") -> None:
        """Ask for a key result; `finding`: the ref of the area for development it is to answer."""
        asked = self._result_asked("", finding)

        def take(values: dict[str, str]) -> dict[str, str]:
            answers = _listed(values["findings"])
            done = self._owner.tried(add_key_result, values["text"], answers)
            made = self._plan.key_result(done.made) if done.made else None
            if made is not None:
                self._owner.show_row(f"result/{made.id}")
                self._owner.say(f"Key result {made.ref} is written. + plans an action for it.")
            return _at(done.why, "findings" if values["text"] else "text")

        question = "A key result: what will be different when the plan has worked?"
        self._ask(f"plan/new-result/{finding}", question, asked, take, words)

    def key_result(self, result: KeyResultView, words: str = "") -> None:
        """Ask how a key result is to be changed."""
        asked = self._result_asked(result.text, " ".join(result.findings))

        def take(values: dict[str, str]) -> dict[str, str]:
            answers = _listed(values["findings"])
            changed = {"text": values["text"], "findings": answers}
            done = self._owner.tried(change_key_result, result.ref, **changed)
            return _at(done.why, "findings" if values["text"] else "text")

        slot = f"plan/result/{result.id}"
        self._ask(slot, f"Change key result {result.ref}", asked, take, words)

    def _result_asked(self, text: str, findings: str) -> tuple[Asked, ...]:
        known = [f for f in self._plan.findings if f.kind == "development"]
        named = "; ".join(f"{f.ref} {self._brief(f.text, 28)}" for f in known)
        hint = f"Numbers of findings, or nothing. {named}" if named else "Numbers, or nothing."
        return (
            Asked("text", "Key result", text, "What people will be able to see.", 2),
            Asked("findings", "Answers finding", findings, hint),
        )

    # Actions

    def new_action(self, result: KeyResultView, words: str = "") -> None:
        """Ask for an action for a key result."""
        asked = self._action_asked(result, None)

        def take(values: dict[str, str]) -> dict[str, str]:
            doing, wrong = self._doing(values)
            if wrong:
                return wrong
            done = self._owner.tried(add_action, values["for"], doing)
            made = self._plan.action(done.made) if done.made else None
            if made is not None:
                self._owner.show_row(f"action/{made.id}")
                self._owner.say(f"Action {made.ref} is planned. + plans another.")
            return _at(done.why, "")

        question = f"An action for key result {result.ref}: {self._brief(result.text, 90)}"
        self._ask(f"plan/new-action/{result.id}", question, asked, take, words)

    def action(self, result: KeyResultView, action: ActionView, words: str = "") -> None:
        """Ask how an action is to be changed."""
        asked = self._action_asked(result, action)

        def take(values: dict[str, str]) -> dict[str, str]:
            doing, wrong = self._doing(values)
            return wrong or _at(self._owner.tried(change_action, action.ref, doing).why, "")

        slot = f"plan/action/{action.id}"
        self._ask(slot, f"Change action {action.ref}", asked, take, words)

    def _action_asked(self, result: KeyResultView, now: ActionView | None) -> tuple[Asked, ...]:
        windows = tuple((str(n), name) for n, name in enumerate(self._plan.windows, 1))
        results = tuple(
            (r.ref, f"key result {r.ref}: {self._brief(r.text, 60)}")
            for r in self._plan.key_results
        )
        due = f"{_DAY} Empty: the window is all that is said."
        shows = "How people will see that it worked."
        choose = "Left and Right choose."
        window = str(now.window + 1) if now else "1"
        return (
            Asked("what", "What", now.what if now else "", "What somebody will do.", 2),
            Asked("who", "Who", now.who if now else "", "A name or a role."),
            Asked("due", "By when", day(now.due) if now else "", due),
            Asked("success", "Success measure", now.success if now else "", shows, 2),
            Asked("window", "Window", window, choose, choices=windows),
            Asked("for", "For", result.ref, choose, choices=results),
        )

    def _doing(self, values: Mapping[str, str]) -> tuple[Doing, dict[str, str]]:
        """Return what the fields of an action say, and by field what is wrong."""
        wrong = {} if values["what"] else {"what": "What will somebody do?"}
        try:
            due = self._date(values["due"]) if values["due"] else ""
        except Refused as refusal:
            wrong["due"], due = str(refusal), ""
        doing = Doing(
            what=values["what"],
            who=values["who"],
            due=due,
            success=values["success"],
            window=values["window"],
            key_result=values["for"],
        )
        return doing, wrong

    def _date(self, text: str) -> str:
        return read_date(text, self._review.desk.clock().date())

    # Monitoring

    def monitoring(self, action: ActionView, words: str = "") -> None:
        """Ask how an action goes."""
        today = day(self._review.desk.clock().date().isoformat())
        choices = (("", "not said: the arrows, or its first letter"), *PROGRESS.items())
        asked = (
            Asked("progress", "How it goes", "", "Left and Right choose.", choices=choices),
            Asked("seen", "What was seen", "", "What shows it, in plain words.", 3),
            Asked("date", "Date", today, _DAY),
            Asked("reason", "Why, if dropped", "", "Needed where it is dropped, only there.", 2),
        )

        def take(values: dict[str, str]) -> dict[str, str]:
            wrong = _monitoring_gaps(values)
            try:
                on = self._date(values["date"])
            except Refused as refusal:
                wrong["date"], on = str(refusal), ""
            if wrong:
                return wrong
            said = (values["progress"], values["seen"])
            named = {"date": on, "reason": values["reason"]}
            done = self._owner.tried(monitor, action.ref, *said, **named)
            if not done.why:
                self._owner.say(f"Noted: action {action.ref} is {PROGRESS[values['progress']]}.")
            return _at(done.why, "")

        question = f"Action {action.ref}: {self._brief(action.what, 120)}"
        self._ask(f"plan/monitoring/{action.id}", question, asked, take, words)


def _monitoring_gaps(values: Mapping[str, str]) -> dict[str, str]:
    """Return what a monitoring entry still lacks, by field."""
    wrong = {}
    dropped = values["progress"] == "dropped"
    if not values["progress"]:
        wrong["progress"] = "How does it go? Choose one."
    if dropped and not values["reason"]:
        wrong["reason"] = "An action is not dropped without a reason; say why."
    if not values["seen"] and not dropped:
        wrong["seen"] = "What was seen? Write it down."
    return wrong


def statements_typed(words: str) -> tuple[str, ...]:
    """Return the statements that were typed into the form of a finding, from its kept words."""
    lines = (line.partition(": ") for line in words.split("\n"))
    return tuple(ref for name, _, text in lines if name == _ABOUT for ref in _listed(text))


def _listed(text: str) -> tuple[str, ...]:
    """Return the refs that a text names, with blanks or commas between."""
    return tuple(text.replace(",", " ").split())


def _at(why: str, field: str) -> dict[str, str]:
    """Return what is wrong, by field."""
    return {field: why} if why else {}
