"""What a view holds of findings and of the plan."""

from datetime import date, timedelta

import msgspec

from .records_plan import FINDINGS, PROGRESS


class FindingView(msgspec.Struct, frozen=True):
    """A finding."""

    id: str
    ref: str
    """What people call it: `3`, with a prime where two laptops gave one number."""
    kind: str
    text: str
    statements: tuple[str, ...]
    notes: tuple[str, ...]
    """The refs of the notes it rests on, as far as they may be seen."""
    by: str
    priority: int = 0
    """Its place among the priorities, from 1; 0: it is none."""
    stale_notes: tuple[str, ...] = ()
    """The refs of the notes it rests on that have changed since; none once somebody looked at it."""

    @property
    def kind_name(self) -> str:
        """Its kind, in words."""
        return FINDINGS.get(self.kind, self.kind)


class MonitoringView(msgspec.Struct, frozen=True):
    """A monitoring entry."""

    id: str
    date: str
    seen: str
    progress: str
    reason: str
    by: str

    @property
    def progress_name(self) -> str:
        """How it goes, in words."""
        return PROGRESS.get(self.progress, self.progress)


class ActionView(msgspec.Struct, frozen=True):
    """An action, with all that was seen of it."""

    id: str
    ref: str
    window: int
    what: str
    who: str
    due: str
    success: str
    monitoring: tuple[MonitoringView, ...]
    """Oldest first."""

    @property
    def latest(self) -> MonitoringView | None:
        """The last entry."""
        return self.monitoring[-1] if self.monitoring else None

    @property
    def is_closed(self) -> bool:
        """Whether it is done or dropped."""
        return self.latest is not None and self.latest.progress in ("done", "dropped")


class KeyResultView(msgspec.Struct, frozen=True):
    """A key result with its actions."""

    id: str
    ref: str
    text: str
    findings: tuple[str, ...]
    """The refs of the findings it answers."""
    actions: tuple[ActionView, ...]
    """By window, then by when they are due."""

    def within(self, window: int) -> tuple[ActionView, ...]:
        """Return the actions of one window."""
        return tuple(action for action in self.actions if action.window == window)


class PlanView(msgspec.Struct, frozen=True):
    """Findings and the plan, as far as the gates of their areas let them be seen."""

    findings: tuple[FindingView, ...] = ()
    objective: str = ""
    benchmark: str = ""
    draft: str = ""
    """A benchmark position drafted from the findings, for a person to edit; empty: no findings."""
    windows: tuple[str, ...] = ()
    key_results: tuple[KeyResultView, ...] = ()
    waiting: tuple[int, ...] = ()
    """Areas that are being described, or judged, again: what rests on them is out of sight."""
    judged_again: tuple[int, ...] = ()
    """Those of them that are behind their gate, and judged by somebody else too."""
    hidden: tuple[str, ...] = ()
    """Which of `objective` and `benchmark` are written, and out of sight for that."""

    def why_waiting(self, area: int) -> str:
        """Return what is done to an area meanwhile, in words, that keeps something out of sight."""
        return f"being {'judged' if area in self.judged_again else 'described'} again"

    @property
    def priorities(self) -> tuple[FindingView, ...]:
        """The areas for development in the order that the panel set."""
        chosen = (f for f in self.findings if f.priority)
        return tuple(sorted(chosen, key=lambda f: f.priority))

    @property
    def actions(self) -> tuple[ActionView, ...]:
        """Every action."""
        return tuple(action for result in self.key_results for action in result.actions)

    @property
    def any(self) -> bool:
        """Whether there is a plan at all."""
        return bool(self.objective or self.benchmark or self.key_results)

    def finding(self, ref: str) -> FindingView | None:
        """Return the finding of that ref, if it is in view."""
        return next((f for f in self.findings if f.ref == ref), None)

    def key_result(self, ref: str) -> KeyResultView | None:
        """Return the key result of that ref, if it is in view."""
        return next((k for k in self.key_results if k.ref == ref), None)

    def action(self, ref: str) -> ActionView | None:
        """Return the action of that ref, if it is in view."""
        return next((a for a in self.actions if a.ref == ref), None)

    def due(self, today: str) -> tuple[tuple[ActionView, ...], tuple[ActionView, ...]]:
        """Return the actions that are overdue on a day (`YYYY-MM-DD`), and those due in 14 days."""
        open_ones = [a for a in self.actions if a.due and not a.is_closed]
        late = tuple(a for a in open_ones if a.due < today)
        soon = tuple(a for a in open_ones if today <= a.due <= _fortnight_after(today))
        return late, soon


def _fortnight_after(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=14)).isoformat()
    except OverflowError:  # there is no day after the year 9999
        return date.max.isoformat()
