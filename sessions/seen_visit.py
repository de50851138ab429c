"""What a view holds of preparing a visit, and of what changed on it."""

import msgspec

from .records import SOURCES, Outcome
from .records_visit import STANDINGS


class SelfView(msgspec.Struct, frozen=True):
    """The host's own view of a statement."""

    statement: str
    outcome: Outcome | None
    stages: tuple[str, ...]
    """The keys of the steps, in the scale's order."""
    because: str
    fields: dict[str, str]
    by: str
    at: str
    late: bool = False
    """It was written knowing that its area is judged."""


class EnquiryView(msgspec.Struct, frozen=True):
    """A line of enquiry."""

    id: str
    ref: str
    """What people call it: `3`, with a prime where two laptops gave one number."""
    question: str
    statements: tuple[str, ...]
    supports: str
    refutes: str
    look: str
    standing: str
    reason: str
    by: str

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.standing in ("proposed", "open")

    @property
    def standing_name(self) -> str:
        """How far it is, in words."""
        return STANDINGS.get(self.standing, self.standing)


class ActivityView(msgspec.Struct, frozen=True):
    """A line of the timetable."""

    id: str
    ref: str
    what: str
    starts: str
    """Local time, `YYYY-MM-DD HH:MM`; empty: not said."""
    ends: str
    where: str
    who: str
    reviewers: tuple[str, ...]
    """Names, in the order they joined."""
    people: tuple[str, ...]
    """Their ids."""
    source: str
    statements: tuple[str, ...]
    notes: tuple[str, ...]
    """The refs of the notes taken during it."""

    @property
    def source_name(self) -> str:
        """The source type as people read it."""
        return SOURCES.get(self.source, self.source)


class FigureView(msgspec.Struct, frozen=True):
    """A context figure of the setting: a fact to ask about, never a judgement."""

    key: str
    """`roll`, `sen-support`, `ehc-plans`."""
    name: str
    count: int | None
    """None: not said, or not shown."""
    few: bool = False
    """It is not shown: it is under five, or a count under five could be worked out with it."""
    share: str = ""
    """Of the roll, in words: `13%`; empty: cannot be said."""
    reference: str = ""
    """What the source gives to compare: `about 12%`."""


class FiguresView(msgspec.Struct, frozen=True):
    """The context figures."""

    figures: tuple[FigureView, ...] = ()
    source: str = ""
    """Where the proportions to compare come from, and how old they are."""
    question: str = ""
    """What to ask with them."""

    @property
    def any(self) -> bool:
        """Whether any was given."""
        return any(figure.count is not None or figure.few for figure in self.figures)


class ChangeView(msgspec.Struct, frozen=True):
    """Something that changed after the session began."""

    at: str
    by: str
    what: str
    """In a sentence."""


class TimeboxView(msgspec.Struct, frozen=True):
    """How long something is meant to take, and had taken when that was last written."""

    subject: str
    """`area/1`, or `meeting`."""
    planned: int
    """Seconds."""
    used: int
    """Seconds, up to the last pause."""
    since: str
    """When it was started, as `clock.stamp` writes it; empty: it is paused."""
    started: bool = False
    """Whether it was ever started."""
    last: str = ""
    """When anybody last wrote something before a silence, where it runs: nobody may be there any more."""
    after: str = ""
    """When anybody wrote something again after a silence in which it was left running; empty: nobody."""


class VisitView(msgspec.Struct, frozen=True):
    """Preparing the visit, and what changed on it."""

    figures: FiguresView = FiguresView()
    enquiries: tuple[EnquiryView, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    """By when they start."""
    unplanned: tuple[str, ...] = ()
    """The statements that no activity is planned for."""
    changes: tuple[ChangeView, ...] = ()
    self_evaluated: tuple[SelfView, ...] = ()
    """The host's own views that may be seen: all for the host, else behind the gates alone."""
    timeboxes: tuple[TimeboxView, ...] = ()
    """The meeting's first, then by area; `timing.times` says what they are at a moment."""

    def enquiry(self, ref: str) -> EnquiryView | None:
        """Return the line of enquiry of that ref, if it is in view."""
        return next((e for e in self.enquiries if e.ref == ref), None)

    def own_view(self, statement: str) -> SelfView | None:
        """Return the host's own view of a statement, if it may be seen."""
        return next((s for s in self.self_evaluated if s.statement == statement), None)

    def about(self, statement: str) -> tuple[EnquiryView, ...]:
        """Return the lines of enquiry that a statement is part of."""
        return tuple(e for e in self.enquiries if statement in e.statements)
