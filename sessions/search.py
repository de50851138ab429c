"""Searching everything that was written: what can be asked, and what is found.

Found is what `view` shows to who asks, and nothing else; results, counts and order say nothing of
the rest. Hits by stage are listed and never counted: statements are not counted by stage.
"""

from collections.abc import Sequence

import msgspec

from .search_words import Excerpt, Need

KINDS: dict[str, str] = {
    "note": "notes",
    "because": "because",
    "agreed": "agreed",
    "finding": "findings",
    "reply": "replies",
    "key-result": "key results",
    "action": "actions",
    "monitoring": "monitoring",
    "plan": "plan",
    "enquiry": "lines of enquiry",
    "activity": "timetable",
    "own-view": "own views",
    "then": "agreed before",
    "change": "changes",
    "report": "report texts",
    "purpose": "purposes",
    "person": "people",
    "setting": "settings",
}
"""The kinds of what is found: what commands call them, and what people read. In their order."""


NAMES: dict[str, str] = {
    "note": "note",
    "because": "because",
    "agreed": "agreed",
    "finding": "finding",
    "reply": "reply",
    "key-result": "key result",
    "action": "action",
    "monitoring": "monitoring",
    "plan": "plan",
    "enquiry": "line of enquiry",
    "activity": "activity",
    "own-view": "own view",
    "then": "agreed before",
    "change": "change",
    "report": "report",
    "purpose": "purpose",
    "person": "person",
    "setting": "setting",
}
"""What one of each kind is called, before its title: `note AK7, data`."""


class Query(msgspec.Struct, frozen=True):
    """What somebody looks for. Of several values of one filter, one must fit; of filters, all."""

    needs: tuple[Need, ...] = ()
    """The words; all of them must be there."""
    kinds: tuple[str, ...] = ()
    settings: tuple[tuple[str, ...], ...] = ()
    """Each the words with which words of the setting's name begin."""
    frameworks: tuple[tuple[str, ...], ...] = ()
    """Each the words with which words of the framework's id or title begin."""
    areas: tuple[int, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys of source types."""
    stages: tuple[tuple[str, ...], ...] = ()
    """Each the words with which a stage's key begins; only what is behind a gate has any."""
    since: str = ""
    """The first day, `YYYY-MM-DD`; empty: any."""
    until: str = ""
    """The last day."""
    session: str = ""
    """The id of the one session that is meant; empty: all."""
    wrong: tuple[str, ...] = ()
    """What cannot be meant, each in a sentence: then nothing is found."""
    hints: tuple[str, ...] = ()
    """What a filter that is being typed can be, each in a sentence."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for yet."""
        asked = (
            self.needs,
            self.kinds,
            self.settings,
            self.frameworks,
            self.areas,
            self.statements,
            self.sources,
            self.stages,
        )
        return not any((*asked, self.since, self.until, self.wrong))


class Hit(msgspec.Struct, frozen=True):
    """Something that was found, and where it is."""

    session: str
    """The session's id."""
    place: str
    """The screen it is on, as `screens.messages.Place` names it."""
    ref: str
    """The statement it is under; empty: none."""
    note: str = ""
    """What people call the thing itself: a note's ref, a finding's number; empty: it has no name."""
    kind: str = ""
    title: str = ""
    """What it is, in a few words after the name of its kind: `AK7, data, head's office`."""
    text: Excerpt = Excerpt("")
    stages: tuple[str, ...] = ()
    """The keys of the stages that it speaks of; only behind a gate."""
    date: str = ""
    """The day it is from, `YYYY-MM-DD`; empty: none is known."""
    name: str = ""
    """The session's readable name."""
    setting: str = ""
    is_here: bool = False
    """Whether it is in the session that is open."""

    @property
    def what(self) -> str:
        """What it is, with its kind: `note AK7, data`."""
        return f"{NAMES.get(self.kind, self.kind)} {self.title}"


class Found(msgspec.Struct, frozen=True):
    """What was found: that of the open session first, then the newest first."""

    hits: tuple[Hit, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds of which something was found, whatever kind is asked for."""
    counts: dict[str, int] = {}
    """How many of each kind; none where hits are by stage, for those are never counted."""
    more: bool = False
    """Whether there is more than the hits."""
    unread: int = 0
    """How many sessions are new or have changed, and are left out until they have been read."""
    unreadable: int = 0
    """How many sessions cannot be read at all; the library says why."""
    trouble: str = ""
    """Why nothing can be found now; empty: it can."""

    @property
    def total(self) -> int:
        """How many there are of all kinds."""
        return sum(self.counts.values())


def count_words(kinds: Sequence[str], counts: dict[str, int]) -> tuple[str, ...]:
    """Return for each kind what it is called and how many there are, where that may be said."""
    return tuple(f"{KINDS[kind]} {counts[kind]:,}" if counts else KINDS[kind] for kind in kinds)
