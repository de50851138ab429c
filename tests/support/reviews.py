"""A small review to try the rules on: a framework of five statements, a panel, several machines."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from frameworks.shelf import Shelf
from sessions.clock import Clock
from sessions.errors import Refused
from sessions.home import Home
from sessions.library import Library, Plan
from sessions.session import Session
from sessions.view import view

ROOT = Path(__file__).parents[2]
PACKS = Path(__file__).parent / "packs"

STAGES = ("budding", "leafing", "fruiting")
"""The stages' keys in the little framework; a name is one of these and `Practice`."""

ANIMALS = {
    1: ("quokka", "numbat", "wombat", "bilby", "potoroo", "dunnart", "echidna"),
    2: ("pademelon", "bettong", "kowari", "mulgara", "phascogale", "antechinus"),
}
"""By area, a word of each descriptor that stands nowhere else."""


class Ticking:
    """A clock that is a second later whenever it is asked."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def library_in(
    root: Path, machine: str = "laptop", clock: Clock | None = None, folder: Path | None = None
) -> Library:
    """Return a library under `root` (or in `folder`) as one machine sees it.

    Machines of one root share the library, and each has a home of its own.
    """
    home = Home(root / "homes" / machine, host=machine)
    return Library(folder or root / "library", home, Shelf(built_in=PACKS), clock or Ticking())


class Panel(NamedTuple):
    """A session and who is in it."""

    session: Session
    fay: str
    """The facilitator; tag F."""
    amira: str
    """A reviewer; tag AK."""
    ben: str
    """A reviewer; tag BO."""


def panel_in(library: Library, areas: tuple[int, ...] = ()) -> Panel:
    """Make a session of the little framework with a facilitator and two reviewers."""
    session = library.create(
        Plan(
            setting="Hollin Bank",
            framework="little",
            areas=areas,
            facilitator="Fay",
            reviewers=("Amira Khan", "Ben Orr"),
        )
    )
    fay, amira, ben = session.state.present()
    return Panel(session, fay, amira, ben)


def snapshot(session: Session) -> set[bytes]:
    """Return every version that a session holds, each as bytes."""
    return {msgspec.json.encode(version) for version in session.records.all()}


@contextmanager
def refusal(session: Session, *words: str) -> Iterator[None]:
    """Show that what is inside is refused, in one line that says these words, and changes nothing."""
    before = snapshot(session)
    with pytest.raises(Refused) as caught:
        yield
    said = str(caught.value)
    for word in words:
        assert word in said
    assert "\n" not in said
    assert said.endswith(".")
    assert snapshot(session) == before


def copy_over(source: Session, target: Session) -> None:
    """Bring one machine's ledgers of a session to another machine's copy, as a synced folder does."""
    source.flush()
    for ledger in source.folder.glob("*.json"):
        (target.folder / ledger.name).write_bytes(ledger.read_bytes())
    target.refresh()


def copied_to(root: Path, session: Session, clock: Clock, machine: str = "desktop") -> Session:
    """Return a copy of a session on another machine, as a synced folder makes it."""
    session.flush()
    library = library_in(root, machine, clock, root / f"{machine}-library")
    folder = library.folder / session.id
    folder.mkdir(parents=True)
    for file in session.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return library.open(session.id)


def meet(one: Session, other: Session) -> None:
    """Bring what two machines wrote to each other."""
    copy_over(one, other)
    copy_over(other, one)


def everything_seen(session: Session, viewer: str | None) -> str:
    """Return all that somebody's view of a session says, as one text."""
    return msgspec.json.encode(view(session, viewer)).decode()


def start_python(code: str, *arguments: str) -> "subprocess.Popen[str]":
    """Start a process of its own that has the five folders and this module at hand."""
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run_python(code: str, *arguments: str) -> str:
    """Run such a process to its end, and return what it says."""
    process = start_python(code, *arguments)
    said, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return said
