"""What can be done with a row of the plan: open, add, change, delete, put in order, bring back."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from textual.content import Content

from sessions.findings import delete_finding, set_priorities
from sessions.planning import delete_action, delete_key_result, set_plan_text
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView

from .dialogs import Choose, Confirm, Reading
from .plan_forms import Forms, Owner, statements_typed
from .widgets.lines import counted, shorten
from .widgets.outline import TEXTS
from .widgets.plan_beside import GATE_FIRST
from .widgets.plan_ideas import result_of
from .widgets.plan_words import one_line, ordinal

_OFFERED = 4  # areas for development that a key result is offered for at once
_KINDS = {
    "strength": "A strength",
    "development": "An area for development",
    "sharing": "Practice worth sharing",
}
_DELETED = "What this was about is deleted. You had typed"


class RowsOwner(Owner, Protocol):
    """What rows ask of the screen that they stand on."""

    app: Any

    def action_add_row(self) -> None:
        """Ask what to add, and add it."""


class PlanRows:
    """Does to the highlighted row what the keys mean; `key`: the row's, as in the outline."""

    def __init__(self, owner: RowsOwner, forms: Forms) -> None:
        self._owner, self._forms = owner, forms
        self._review = owner.review

    @property
    def _plan(self) -> PlanView:
        return self._review.seen.plan

    @property
    def _judged(self) -> bool:
        return any(area.judging for area in self._review.seen.areas)

    @property
    def is_too_early(self) -> bool:
        """Whether nothing is judged, and nothing was before."""
        plan = self._plan
        return not (self._judged or plan.any or plan.findings or plan.waiting)

    # Which row it is

    def _finding(self, key: str) -> FindingView | None:
        return next((f for f in self._plan.findings if key == f"finding/{f.id}"), None)

    def _action(self, key: str) -> tuple[KeyResultView, ActionView] | None:
        pairs = ((r, a) for r in self._plan.key_results for a in r.actions)
        return next((pair for pair in pairs if key == f"action/{pair[1].id}"), None)

    def _may(self) -> bool:
        """Return whether the person may change the plan; say so where not, before they type."""
        if self._review.me.role != "observer":
            return True
        self._owner.say("You are here as observer: the panel and the host write the plan.")
        return False

    # Opening and changing

    def open(self, key: str) -> None:
        """Note how an action goes; add what is offered; change anything else."""
        if key.startswith("action/"):
            self.monitor(key)
        elif key.startswith("add/"):
            self._owner.action_add_row()
        else:
            self.edit(key)

    def monitor(self, key: str) -> None:
        """Note how an action goes."""
        found = self._action(key)
        if found is None:
            self._owner.say("Highlight an action first: this notes how it goes.")
        elif self._may():
            self._forms.monitoring(found[1])

    def edit(self, key: str) -> None:
        """Change a row."""
        finding, action, result = self._finding(key), self._action(key), result_of(self._plan, key)
        if not self._may():
            return
        if key in TEXTS:
            self._text(key)
        elif key == "windows":
            self._forms.windows()
        elif finding is not None:
            self._forms.finding(finding)
        elif action is not None:
            self._forms.action(*action)
        elif result is not None:
            self._forms.key_result(result)

    def _text(self, name: str) -> None:
        """Ask for the objective or the benchmark; a draft of the latter is offered."""
        now, draft = getattr(self._plan, name), self._plan.draft if name == "benchmark" else ""
        if name in self._plan.hidden:
            self._owner.say(
                f"The {name} rests on an area that is being described again; wait for it."
            )
        elif not self._judged:
            self._owner.say(GATE_FIRST)
        elif not now:
            self._forms.text(name, begin=draft or None)
        elif not draft or draft == now:
            self._forms.text(name)
        else:
            self._ask_which(name, draft)

    def _ask_which(self, name: str, draft: str) -> None:
        def chosen(which: str | None) -> None:
            if which:
                self._forms.text(name, begin=draft if which == "draft" else None)

        rows = [
            ("now", Content("Change what is written")),
            ("draft", Content("Begin anew, with a draft made from the findings as they are now")),
        ]
        self._owner.app.push_screen(Choose("The benchmark position", rows), chosen)

    # Adding

    def offers(self, key: str) -> list[tuple[str, str]]:
        """Return what can be added, each by its name and in words, the likeliest first."""
        if not self._may():
            return []
        if self.is_too_early:
            self._owner.say(GATE_FIRST)
            return []
        finding, action = self._finding(key), self._action(key)
        result = result_of(self._plan, key.replace("add/action/", "result/"))
        found = []
        if action is not None:
            found.append((f"monitoring/{action[1].id}", f"How action {action[1].ref} goes"))
        if result is not None:
            found.insert(0, (f"action/{result.id}", f"An action for key result {result.ref}"))
        if finding is not None and finding.kind == "development":
            found.append(_answer(finding))
        about_findings = finding is not None or key == "add/finding"
        return list(dict.fromkeys((*found, *self._others(finding, about_findings))))

    def _others(
        self, finding: FindingView | None, about_findings: bool
    ) -> Iterator[tuple[str, str]]:
        """Yield what can be added wherever one is."""
        kinds = [(f"finding/{kind}", f"{name} (a finding)") for kind, name in _KINDS.items()]
        if finding is not None:
            kinds.sort(key=lambda row: row[0] != f"finding/{finding.kind}")
        answered = {ref for result in self._plan.key_results for ref in result.findings}
        left = [f for f in self._plan.findings if f.kind == "development"]
        results = [_answer(f) for f in left if f.ref not in answered][:_OFFERED]
        results.append(("result/", "A key result that stands by itself"))
        yield from (*kinds, *results) if about_findings else (*results, *kinds)
        yield "windows", "A window of the year"

    def add(self, name: str) -> None:
        """Add what was chosen from the offers."""
        kind, _, what = name.partition("/")
        if kind == "finding":
            self._new_finding(what)
        elif kind == "result":
            self._forms.new_key_result(what)
        elif kind == "windows":
            self._forms.windows()
        elif kind == "monitoring":
            self.monitor(f"action/{what}")
        else:
            result = result_of(self._plan, f"result/{what}")
            if result is not None:
                self._forms.new_action(result)

    def _new_finding(self, kind: str) -> None:
        if self._judged:
            self._forms.new_finding(kind, self._review.ref if self._review.area.judging else "")
        else:
            self._owner.say(GATE_FIRST)

    # Order

    def move(self, key: str, by: int) -> None:
        """Put an area for development a place up (-1) or down (1) in the order of priorities.

        Up, one without a place takes the last one; down, the last one loses its place.
        """
        finding = self._finding(key)
        if finding is None or finding.kind != "development":
            self._owner.say("Highlight an area for development: [ and ] put it in order.")
            return
        if not self._may():
            return
        order = [f.ref for f in self._plan.priorities]
        wanted = _moved(order, finding.ref, by)
        if wanted == order:
            self._owner.say(_stays(finding, by))
            return
        why = self._owner.tried(set_priorities, wanted).why
        place = wanted.index(finding.ref) + 1 if finding.ref in wanted else 0
        words = f"the {ordinal(place)} of {counted(len(wanted), 'priority')}"
        words = words.replace("prioritys", "priorities") if place else "no priority now"
        self._owner.say(why or f"Finding {finding.ref} is {words}.", warning=bool(why))

    # Deleting

    def delete(self, key: str) -> None:
        """Delete a row, after asking."""
        finding, action, result = self._finding(key), self._action(key), result_of(self._plan, key)
        if not self._may():
            return
        if finding is not None:
            answered = [r.ref for r in self._plan.key_results if finding.ref in r.findings]
            more = f" Key result {', '.join(answered)} answers it, and stays." if answered else ""
            what = f"finding {finding.ref}"
            self._ask_delete(what, finding.text, more, delete_finding, finding.ref)
        elif action is not None:
            number = len(action[1].monitoring)
            more = f" What was noted of it goes too: {counted(number, 'time')}." if number else ""
            what = f"action {action[1].ref}"
            self._ask_delete(what, action[1].what, more, delete_action, action[1].ref)
        elif result is not None:
            number = len(result.actions)
            more = f" Its {counted(number, 'action')} and what was noted of them go too." * bool(
                number
            )
            what = f"key result {result.ref}"
            self._ask_delete(what, result.text, more, delete_key_result, result.ref)
        elif key in TEXTS and getattr(self._plan, key):
            text = getattr(self._plan, key)
            self._ask_delete(f"the {key}", text, "", set_plan_text, key, "")
        else:
            self._owner.say("There is nothing to delete in the highlighted row.")

    def _ask_delete(
        self, what: str, text: str, more: str, do: Callable[..., Any], *args: str
    ) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                why = self._owner.tried(do, *args).why
                done = f"{what[:1].upper()}{what[1:]} is deleted. Press u to bring it back."
                self._owner.say(why or done, warning=bool(why))

        words = shorten(one_line(text), 120, self._review.desk.symbols)
        question = f'Delete {what}: "{words}"?{more}\n\nUndo (u) can bring it back.'
        self._owner.app.push_screen(Confirm(question, "Delete"), answered)

    # What was typed before a crash

    def in_sight(self, slot: str, words: str) -> bool:
        """Return whether what a form was about may be seen now, or is deleted for good."""
        kind, _, what = slot.partition("/")
        if kind in TEXTS:
            return kind not in self._plan.hidden and self._judged
        if kind == "new-finding":
            named = [what.partition(",")[2], *statements_typed(words)]
            found = [self._review.seen.statement(ref) for ref in named]
            return self._judged and all(s is None or s.judged is not None for s in found)
        return not self._plan.waiting or self._is_there(kind, what)

    def _is_there(self, kind: str, what: str) -> bool:
        plan = self._plan
        there = {
            "finding": {f.id for f in plan.findings},
            "new-result": {"", *(f.ref for f in plan.findings)},
            "result": {r.id for r in plan.key_results},
            "new-action": {r.id for r in plan.key_results},
            "windows": {""},
        }
        return what in there.get(kind, {a.id for a in plan.actions})

    def restore(self, slot: str, words: str) -> None:
        """Open a form again with what was typed; of what is deleted, show the words."""
        kind, _, what = slot.partition("/")
        finding, action = self._finding(slot), self._action(f"action/{what}")
        result = result_of(self._plan, f"result/{what}")
        if kind in TEXTS:
            self._forms.text(kind, words)
        elif kind == "windows":
            self._forms.windows(words)
        elif kind == "new-finding":
            chosen, _, statement = what.partition(",")
            self._forms.new_finding(chosen, statement, words)
        elif kind == "new-result":
            self._forms.new_key_result(what, words)
        elif kind == "finding" and finding is not None:
            self._forms.finding(finding, words)
        elif kind == "result" and result is not None:
            self._forms.key_result(result, words)
        elif kind == "new-action" and result is not None:
            self._forms.new_action(result, words)
        elif kind == "action" and action is not None:
            self._forms.action(*action, words)
        elif kind == "monitoring" and action is not None:
            self._forms.monitoring(action[1], words)
        else:
            self._owner.app.push_screen(Reading(_DELETED, Content(words)))


def _answer(finding: FindingView) -> tuple[str, str]:
    return f"result/{finding.ref}", f"A key result that answers finding {finding.ref}"


def _moved(order: list[str], ref: str, by: int) -> list[str]:
    """Return an order with one of it moved a place; from the end it leaves, and comes back there."""
    if ref not in order:
        return [*order, ref] if by < 0 else order
    place, rest = order.index(ref), [other for other in order if other != ref]
    if by > 0 and place == len(rest):
        return rest
    place = max(place + by, 0)
    return [*rest[:place], ref, *rest[place:]]


def _stays(finding: FindingView, by: int) -> str:
    if by < 0:
        return f"Finding {finding.ref} is the first priority already."
    return f"Finding {finding.ref} is no priority yet; [ takes it into the order."
