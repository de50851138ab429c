"""Nothing shows anybody a step before its gate, or another's ballot before the reveal: any day, anywhere.

Days are made up: who opens, judges, reveals, agrees, goes back, in any order (`tests/support/marked.py`).
After each, everything that the program can tell is read for the words that its reader may not know;
and a second day, in which only sealed ballots say something else, must tell everybody else the same.
`LEAKS=200` reads that many days instead of a few.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from house import app_on, places_in
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from marked import PEOPLE, Act, World, a_world, days
from marked_framework import REFS
from reviews import everything_seen
from seeing import text
from textual.pilot import Pilot
from told import PRINTS, QUIET, REFUSES, WITHOUT_SESSION, commands, documents

from frameworks.model import Framework
from tui.app import ReviewApp
from tui.cli import program

Day = tuple[Framework, tuple[Act, ...]]
MANY = int(os.environ.get("LEAKS", "0"))
few = settings(phases=[Phase.explicit, Phase.reuse, Phase.generate], derandomize=not MANY)
"""Without shrinking: a day takes seconds to read, and says where it went wrong as it is. The same few
days each time; `LEAKS` reads others."""
TALL = (110, 44)
"""So that little is cut or scrolled away."""

PLACES: tuple[tuple[str, ...], ...] = (
    ("f1",),
    ("ctrl+p", *"agree"),
    ("s",),
    ("q", *("right",) * 4),
    ("d", "f"),
    ("d", "p", "f"),
    ("d", "p", "H"),
    ("d", "p", "u"),
    ("home", "y", "f"),
    ("home", "y", "v"),
    ("home", "y", "exclamation_mark"),
    ("home", "y", "semicolon"),
    ("l", "h"),
    ("l", "plus"),
    ("r", "v"),
    ("i",),
    ("C", "right"),
    ("d", "f4", *("right",) * 5),
    ("f3", *"because"),
    ("f3", *"chart"),
    ("M",),
    ("n",),
    ("T",),
    ("f9",),
    ("u",),
)
"""Ways from the overview to every screen, and to what it says when something is refused."""


@pytest.fixture(autouse=True, scope="module")
def a_home_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands keep what is this machine's where it does nobody any harm."""
    with pytest.MonkeyPatch.context() as patch:
        folder = str(tmp_path_factory.mktemp("home"))
        patch.setenv("HOME", folder)
        patch.setenv("XDG_DATA_HOME", folder)
        yield


def test_every_command_is_read_or_says_nothing_of_a_review() -> None:
    known = {*PRINTS, *QUIET, *(call[0] for call in REFUSES)}
    assert set(program.commands) == known
    assert not QUIET & set(PRINTS) and set(PRINTS) >= WITHOUT_SESSION


def leaks(told: str, hidden: frozenset[str]) -> set[str]:
    """Return the hidden words that a text says, however it is wrapped."""
    flat = "".join(told.split())
    return {word for word in hidden if "".join(word.split()) in flat}


# What can be read without a screen


@settings(few, max_examples=MANY or 3)
@given(days)
def test_no_document_and_no_command_says_what_is_hidden(made: Day) -> None:
    framework, day = made
    with tempfile.TemporaryDirectory() as folder, a_world(Path(folder), framework, day) as world:
        for by, said, hidden in world.refusals:
            assert not leaks(said, hidden), (by, said)
        for person in world.ids:
            hidden = world.hidden_from(person)
            assert not leaks(everything_seen(world.session, person), hidden), person
        who = len(day) % len(PEOPLE)
        for viewer in (None, world.ids[who]):
            hidden = world.hidden_from(viewer)
            for name, said in documents(world.session, viewer):
                assert not leaks(said, hidden), (viewer, name, leaks(said, hidden))
        world.close()
        session = world.session.id
        hidden = world.hidden_from(None)
        for call, said in commands(world.root, session, ""):
            assert not leaks(said, hidden), (call, said)
        for path in derived(world.root):
            assert not leaks(path.read_bytes().decode(errors="ignore"), hidden), path
        hidden = world.hidden_from(world.ids[who])
        for call, said in commands(world.root, session, PEOPLE[who]):
            assert not leaks(said, hidden), (call, said)


def derived(root: Path) -> list[Path]:
    """Return what the library keeps for itself: catalogue, index. A pack may be read by anybody."""
    folder = places_in(root).library / ".derived"
    return [
        p for p in folder.rglob("*") if p.is_file() and "packs" not in p.relative_to(folder).parts
    ]


# What sealed ballots say changes nothing for anybody else: no order, no count, no word


def everything(world: World, who: int) -> list[tuple[str, str]]:
    """Return all that is told to one of the panel, without what differs from day to day."""
    told = list(documents(world.session, world.ids[who]))
    world.close()
    told += commands(world.root, world.session.id, PEOPLE[who])
    return [(alike(name, world), alike(said, world)) for name, said in told]


def alike(told: str, world: World) -> str:
    """Return a text without ids, folders and times of writing."""
    told = told.replace(str(world.root), "ROOT")
    return re.sub(r"\b[0-9a-hjkmnp-tv-z]{26}\b|\b\d\d:\d\d\b", "ID", told)


@settings(few, max_examples=MANY or 2)
@given(days, st.sampled_from([0, 1, 2, 3]))
def test_what_a_sealed_ballot_says_makes_no_difference_to_anybody_else(made: Day, who: int) -> None:
    framework, day = made
    with tempfile.TemporaryDirectory() as folder:
        with a_world(Path(folder) / "one", framework, day) as world:
            sealed = world.sealed_to_all_but_the_author(world.ids[who])
            before = everything(world, who)
        with a_world(Path(folder) / "two", framework, day, sealed) as world:
            # Where another ballot makes a later act of its author's something else, the days differ
            assume(world.sealed_to_all_but_the_author(world.ids[who]) == sealed)
            after = everything(world, who)
    for one, other in zip(before, after, strict=True):
        assert one == other


# The screens


@settings(few, max_examples=MANY // 4 or 1)
@given(days, st.sampled_from([0, 1, 2, 3]), st.sampled_from(REFS))
async def test_no_screen_shows_what_is_hidden(made: Day, who: int, ref: str) -> None:
    framework, day = made
    with tempfile.TemporaryDirectory() as folder, a_world(Path(folder), framework, day) as world:
        world.close()
        hidden = world.hidden_from(world.ids[who])
        for where, shown in await drawn(world, who, ref):
            assert not leaks(shown, hidden), (where, leaks(shown, hidden))


async def drawn(world: World, who: int, ref: str) -> list[tuple[str, str]]:
    """Return every screen as one of the panel sees it, at a statement, each with the way to it."""
    app, seen = app_on(world.root, world.session, person=PEOPLE[who]), []
    async with app.run_test(size=TALL) as pilot:
        await pilot.pause()
        assert app.review is not None
        for keys in PLACES:
            app.review.go(ref)
            seen += [(" ".join(keys), shown) for shown in await on_the_way(pilot, app, keys)]
        await pilot.press("escape")
        seen.append(("library", text(app)))
    return seen


async def on_the_way(pilot: Pilot[int], app: ReviewApp, keys: Sequence[str]) -> list[str]:
    """Press keys from the overview, and go back; return what was shown after each."""
    shown = [text(app)]
    for key in keys:
        await pilot.press(key)
        shown.append(text(app))
    await app.workers.wait_for_complete()
    await pilot.pause()
    shown.append(text(app))
    while len(app.screen_stack) > 3:
        await pilot.press("escape") if app.is_covered() else app.pop_screen()
        await pilot.pause()
    return shown
