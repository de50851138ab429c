"""What a comparison of reviews is made of: columns in the order of time, and a row a statement."""

from typing import NamedTuple

import msgspec

from frameworks.model import Scale, Statement

from .held import Held
from .matching import same_scale, same_words
from .moving import STILL, Moved, moved
from .seen import NoteView

GONE = 0
"""The number of the group of statements that the newest framework has no more."""

OUTSIDE = "outside that review"
"""Why a review holds nothing of what is not in its scope."""


class Column(msgspec.Struct, frozen=True):
    """A review that is compared."""

    id: str
    name: str
    date: str
    """`YYYY-MM-DD`."""
    version: str
    """The version of the framework that it was made with."""
    scale: Scale


class Cell(msgspec.Struct, frozen=True):
    """What one review holds of a statement, or of an area in a sentence."""

    ref: str = ""
    """The statement's ref there; empty: that review's framework has no such statement."""
    statement: Statement | None = None
    held: Held | None = None
    why: str = ""
    """Why nothing is held, or shown; empty: something is."""
    hidden: bool = False
    """Whether it is not shown because its area is being described in a review that is compared."""
    notes: tuple[NoteView, ...] = ()
    """The notes under it that are shared, oldest first."""

    @property
    def in_scope(self) -> bool:
        """Whether the statement is in that review's scope."""
        return self.statement is not None and self.why != OUTSIDE


class Row(msgspec.Struct, frozen=True):
    """A statement, with what each review holds of it, in the order of the columns."""

    ref: str
    """Its ref in the newest framework that has it."""
    text: str
    area: int
    """The number of its area in the newest framework; `GONE`: it is not in that."""
    cells: tuple[Cell, ...]


class Sentence(msgspec.Struct, frozen=True):
    """An area of the newest framework, with the sentence that each review agreed of it."""

    area: int
    title: str
    cells: tuple[Cell, ...]


class Pair(NamedTuple):
    """Two of the columns."""

    then: int
    now: int


class Comparison(msgspec.Struct, frozen=True):
    """Reviews of one setting, the oldest first."""

    setting: str
    framework: str
    """Its title."""
    columns: tuple[Column, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Each review with the one before it, the oldest pair first."""
        return tuple(Pair(place, place + 1) for place in range(len(self.columns) - 1))

    def moved(self, row: Row, pair: Pair) -> Moved:
        """Return how a statement moved between two reviews."""
        then, now = row.cells[pair.then], row.cells[pair.now]
        if then.hidden or now.hidden:
            return "hidden"
        if now.statement is None:
            return "apart"
        if then.held is not None and now.held is not None and self.apart(row, pair):
            return "apart"
        scale = self.columns[pair.now].scale
        return moved(then.held, now.held, [step.key for step in scale.rising()])

    def apart(self, row: Row, pair: Pair) -> str:
        """Return why a statement cannot be compared between two reviews; empty: it can be."""
        then, now = row.cells[pair.then], row.cells[pair.now]
        before, after = self.columns[pair.then], self.columns[pair.now]
        if now.statement is None:
            return f"version {after.version} of the framework has no such statement"
        if then.statement is None:
            return f"version {before.version} of the framework had no such statement"
        if not same_words(then.statement, now.statement):
            return "the statement has other words now"
        if not same_scale(before.scale, after.scale):
            return f"the framework has other {before.scale.noun}s now"
        return ""

    def has_moved(self, row: Row, pair: Pair) -> bool:
        """Return whether something is different now, newly judged ones too."""
        return self.moved(row, pair) not in STILL
