"""What was promised in the review that this one follows, on the Prepare screen: at once, before any gate."""

from collections.abc import Mapping

from textual.content import Content

from sessions.seen_after import Follows
from sessions.seen_plan import ActionView, KeyResultView

from .prepare_part import Part
from .widgets.facts import cut, passage
from .widgets.part_list import Group, Row
from .widgets.session_rows import day_words

_NOTHING = (
    "Nothing that was promised is still open: every action of the review before this one was done or "
    "dropped by then, or none came along.\n\nIts plan can be read there."
)


class Promised(Part):
    """The actions that came along, and how each stands now."""

    title = "Promised then"
    short = "Promised"

    @property
    def _follows(self) -> Follows:
        return self.seen.after.follows

    def _promised(self) -> list[tuple[KeyResultView, ActionView]]:
        ids = set(self._follows.actions)
        return [(r, a) for r in self.seen.plan.key_results for a in r.actions if a.id in ids]

    def _one(self, row: str) -> tuple[KeyResultView, ActionView] | None:
        return next((pair for pair in self._promised() if pair[1].id == row), None)

    def groups(self) -> list[Group]:
        """Return the actions under their key results."""
        found: dict[str, tuple[str, list[Row]]] = {}
        for result, action in self._promised():
            _, rows = found.setdefault(result.id, (result.text, []))
            mark = self.symbols.done if action.is_closed else self.symbols.empty
            rows.append(Row(action.id, action.ref, f"{_stands(action)}: {action.what}", mark))
        return [Group(title[:300], tuple(rows)) for title, rows in found.values()]

    def detail(self, row: str, width: int) -> Content:
        """Return an action with who promised what, and what was seen of it."""
        pair = self._one(row)
        if pair is None:
            return Content(_NOTHING)
        result, action = pair
        label = f"Action {action.ref}, promised after the visit of {day_words(self._follows.date)}"
        lines = [
            Content.styled(f"{label}: {_stands(action)}", "$muted"),
            Content.styled(cut(action.what, width, self.symbols), "bold"),
        ]
        for name, text in (
            ("So that", result.text),
            ("Who", action.who),
            ("By when", day_words(action.due) if action.due else ""),
            ("How people see that it worked", action.success),
        ):
            lines += passage(name, cut(text, width, self.symbols))
        for entry in action.monitoring:
            told = " ".join(part for part in (entry.seen, entry.reason) if part)
            head = f"{day_words(entry.date)}, {entry.by[:40]}: {entry.progress_name}"
            lines += passage(head, cut(told, width, self.symbols))
        ask = f"Enter goes to the plan ({self.key('plan')}): there Enter notes how it goes now."
        return Content("\n").join([*lines, Content(""), Content.styled(ask, "$muted")])

    def keys(self, row: str) -> Mapping[str, str]:
        """Return what can be done: note on the plan how an action goes."""
        return {"open_row": "plan"} if self._one(row) else {}

    def open(self, row: str) -> None:
        """Go to the plan, where it is noted how an action goes."""
        if self._one(row) is not None:
            self.owner.go_to_plan()


def _stands(action: ActionView) -> str:
    return action.latest.progress_name if action.latest else "not looked at yet"
