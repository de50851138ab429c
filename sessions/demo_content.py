"""What the demos hold, read from their files, and the days on which it happened."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

CONTENTS = (Path(__file__).with_name("demo.md"), Path(__file__).with_name("demo_audit.md"))
"""The demos, the one to open first in front."""

_APART = timedelta(seconds=20)  # between two acts
_PREPARING = timedelta(days=14)  # how long before the visit the first of it is written


class Part(NamedTuple):
    """A heading of the content, and what stands under it."""

    title: tuple[str, ...]
    text: str
    rows: list[tuple[str, ...]]
    """The items of the list under it, each cut at its bars."""


class Section(NamedTuple):
    """A part with those below it."""

    part: Part
    below: list[Part]

    @property
    def told(self) -> dict[str, str]:
        """Its rows that say `name: what`."""
        return dict(row[0].split(": ", 1) for row in self.part.rows)


NOTHING = Section(Part(("",), "", []), [])


def read_content(path: Path) -> dict[str, Section]:
    """Return each section of a demo by its title."""
    text = path.read_text(encoding="utf-8")
    return {section.part.title[0]: section for section in _sections(text)}


def _sections(text: str) -> Iterator[Section]:
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        above, *below = re.split(r"^### ", part, flags=re.MULTILINE)
        yield Section(_part(above), [_part(one) for one in below])


def _part(text: str) -> Part:
    title, _, body = text.partition("\n")
    lines = body.strip().split("\n")
    rows = [cut(line[2:]) for line in lines if line.startswith("- ")]
    said = " ".join(line for line in lines if line[:2] != "- ")
    return Part(cut(title), said.strip(), rows)


def cut(line: str) -> tuple[str, ...]:
    """Return what stands between the bars of a line."""
    return tuple(cell.strip() for cell in line.split("|"))


class Days:
    """A clock that is told what time it is, so that the days pass as they were written down."""

    def __init__(self, now: datetime, weeks: int) -> None:
        """`now`: the real moment; the visit was on the last weekday before it, `weeks` earlier."""
        now = now.astimezone()
        ago = {0: 3, 6: 2}.get(now.weekday(), 1)
        # Without a zone: a time of the day is that, on both sides of a change of the clocks
        day = now.replace(tzinfo=None, hour=8, minute=0, second=0, microsecond=0)
        self._visit = day - timedelta(days=ago, weeks=weeks)
        self._moment = self._visit - _PREPARING

    def __call__(self) -> datetime:
        """Return the moment that it is in the demo."""
        return self._moment.astimezone()

    def day(self, after: int = 0) -> str:
        """Return a day as `YYYY-MM-DD`, so many days after the visit."""
        return (self._visit + timedelta(days=after)).date().isoformat()

    def at(self, time: str, after: int = 0) -> None:
        """Go on to a time of a day, so many days after the visit; it never goes back."""
        hour, minute = time.split(":")
        wanted = self._visit.replace(hour=int(hour), minute=int(minute))
        self._moment = max(self._moment + _APART, wanted + timedelta(days=after))

    def on(self, by: timedelta = _APART) -> None:
        """Go on a little."""
        self._moment += by
