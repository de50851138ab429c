"""Actions in words: when they are due and how they go; a mark and a word, never colour alone."""

from typing import NamedTuple

from exports.words import day
from screens.symbols import Symbols
from sessions.seen_plan import ActionView, PlanView

_PLACES = ("0th", "1st", "2nd", "3rd")


class State(NamedTuple):
    """How an action stands today."""

    mark: str
    words: str
    style: str

    @property
    def said(self) -> str:
        """Mark and words: `! overdue`."""
        return f"{self.mark} {self.words}".strip()


class States:
    """Tells how each action of a plan stands on a day."""

    def __init__(self, plan: PlanView, today: str, symbols: Symbols) -> None:
        """`today`: `YYYY-MM-DD`."""
        late, soon = plan.due(today)
        self._late, self._soon = {a.id for a in late}, {a.id for a in soon}
        self._today, self._symbols = today, symbols

    def of(self, action: ActionView) -> State:
        """Return how an action stands: what matters most about it."""
        latest = action.latest
        if latest is not None and action.is_closed:
            mark = self._symbols.done if latest.progress == "done" else "x"
            return State(mark, latest.progress_name, "$muted")
        if action.id in self._late:
            return State("!", "overdue", "bold $error")
        if action.id in self._soon:
            return State("*", f"due {short_day(action.due, self._today)}", "bold")
        if latest is not None and latest.progress == "at-risk":
            return State("~", latest.progress_name, "bold")
        if latest is not None:
            return State("", latest.progress_name, "$muted")
        words = f"by {short_day(action.due, self._today)}" if action.due else ""
        return State("", words, "$muted")


def due_words(plan: PlanView, today: str) -> str:
    """Return what is overdue and what is due within 14 days, without a full stop; empty: nothing.

    `2 actions are overdue, 1 due by 4 December`.
    """
    late, soon = plan.due(today)
    last = without_year(max((action.due for action in soon), default=""), today)
    parts = []
    if late:
        parts.append(f"{_actions(len(late))} overdue")
    if soon:
        parts.append(f"{len(soon) if late else _actions(len(soon))} due by {last}")
    return ", ".join(parts)


def _actions(number: int) -> str:
    return "1 action is" if number == 1 else f"{number} actions are"


def without_year(text: str, today: str) -> str:
    """Return `2026-12-04` as `4 December` in the year of `today`, else as `4 December 2026`."""
    return day(text).removesuffix(f" {today[:4]}")


def short_day(text: str, today: str) -> str:
    """Return `2026-12-04` as `4 Dec` in the year of `today`, else as `4 Dec 2026`."""
    number, _, rest = without_year(text, today).partition(" ")
    month, _, year = rest.partition(" ")
    return " ".join(part for part in (number, month[:3], year) if part)


def ordinal(number: int) -> str:
    """Return a place in an order: `1st`, `2nd`, `11th`."""
    last = number % 10 if number % 10 < 4 and number % 100 not in (11, 12, 13) else 0
    return f"{number}{_PLACES[last][1:]}"


def one_line(text: str) -> str:
    """Return the beginning of a text as one line: more of it than any row shows."""
    return " ".join(text[:400].split())
