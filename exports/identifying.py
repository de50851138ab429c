"""What may identify somebody in what leaves with a report: where, in which words, and what instead."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from frameworks.model import Framework
from sessions.privacy import clues
from sessions.privacy_clue import BASIC
from sessions.privacy_known import Known, known_names
from sessions.privacy_labels import Labels
from sessions.seen import SessionView
from sessions.settling import Spot

from .build import build_report
from .model import Report
from .texts import placed_texts


class Finding(msgspec.Struct, frozen=True):
    """One thing to look at."""

    place: str
    """The ref of a statement or note, or what else it is about: `area 1`, `purpose`."""
    sentence: str


class Identifying(Finding, frozen=True):
    """Words that may identify somebody, and what could stand there instead."""

    spot: Spot
    """Where they stand, as `sessions.settling` takes it."""
    label: str
    """What is proposed instead: `Learner A`."""
    accepted: bool = False
    """Somebody has accepted them as they are, and the text has not changed since."""

    @property
    def word(self) -> str:
        """The words, as they are written."""
        return self.spot.clue.word

    @property
    def kind(self) -> str:
        """What they are: `name`, `small count`."""
        return self.spot.clue.kind


SoFar = Callable[[int, int], None]
"""Is told how many of how many texts were looked through."""


def identifying_in(
    seen: SessionView, framework: Framework, so_far: SoFar = lambda done, total: None
) -> tuple[Identifying, ...]:
    """Return what may identify somebody in what leaves, in its order, with what was accepted."""
    report = build_report(seen, framework, datetime.min)
    return tuple(identifying(seen, report, framework, so_far))


def identifying(
    seen: SessionView,
    report: Report,
    framework: Framework,
    so_far: SoFar = lambda done, total: None,
) -> Iterator[Identifying]:
    """Yield the same; `report` is the report of `seen`."""
    known = Known(known_names(seen, framework))
    placed = [one for one in placed_texts(seen, report) if one.text]
    spots = []
    for done, one in enumerate(placed):
        so_far(done, len(placed))
        found = clues(one.text, known)
        spots += [Spot(one.place, one.subject, one.text, clue) for clue in found]
    labels = Labels(
        seen.privacy.labels,
        (one.text for one in placed),
        (spot.clue for spot in spots),
        seen.date,
    )
    for spot in spots:
        label = labels.instead_of(spot.clue)
        yield Identifying(
            spot.place,
            f'{spot.place}: "{spot.clue.word}" {spot.clue.question} In its place: {label}. {BASIC}',
            spot=spot,
            label=label,
            accepted=seen.privacy.accepts(spot.subject, spot.clue.word, spot.text),
        )


BEST_EFFORT = (
    "The check does its best: it misses some, and is wrong about others. Read it through as well."
)
_AROUND = 60  # characters that show which words are meant


def in_context(spot: Spot, width: int = _AROUND) -> str:
    """Return a clue with some of the words around it, on one line; the clue between `>` and `<`."""
    before, clue, after = context_of(spot, width)
    return f"{before}>{clue}<{after}"


def context_of(spot: Spot, width: int = _AROUND) -> tuple[str, str, str]:
    """Return what stands before a clue, the clue, and what stands after it.

    On one line, and cut at whole words to about `width` characters in all.
    """
    start, end = spot.clue.start, spot.clue.end
    before, clue, after = (
        _BLANK.sub(" ", part) for part in (spot.text[:start], spot.clue.word, spot.text[end:])
    )
    room = max(width - len(clue) - 6, 0)
    left = max(room // 2, room - len(after))
    if len(before) > left:
        before = "..." + before[len(before) - left :].partition(" ")[2]
    right = max(room - len(before), 0)
    if len(after) > right:
        after = after[:right].rpartition(" ")[0] + "..."
    return before, clue, after


_BLANK = re.compile(r"\s+")
