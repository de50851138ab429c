"""Kills a writer again and again in the middle of its work, and reports what was lost.

What it proves: a note that was acknowledged is on the disk, and no file is left broken, whenever
the process is killed. (A power cut is another matter: `sessions.storage` asks the disk to wait.)
"""

import contextlib
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from frameworks.shelf import Shelf
from sessions.clock import system_clock
from sessions.home import Home
from sessions.library import Library, Plan
from sessions.notes import add_note
from sessions.storage import BACKUP, read_tables
from sessions.view import view

_LONGEST = 0.12  # seconds that a writer lives once it writes: long enough for many notes
_KILLS_A_SESSION = 10  # then a new one, so that the last kill meets files no larger than the first

# A process of its own, with our path: in a checkout and installed alike.
_WRITER = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from tui.faults import write_until_killed
write_until_killed(*sys.argv[2:])
"""


def run_faults(kills: int, seed: int | None = None) -> int:
    """Kill a writer `kills` times and print what was found; return 0 if nothing was lost."""
    seed = random.randrange(1_000_000) if seed is None else seed
    print(f"Killing a writer {kills} times in the middle of its work (seed {seed}) ...", flush=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="inclusion-review-faults.") as folder:
        trial = _Trial(Path(folder), random.Random(seed))
        for number in range(kills):
            trial.kill(number)
    for line in trial.wrong[:20]:
        print(line)
    print(f"Kills: {kills}")
    print(f"Notes acknowledged: {trial.acknowledged}")
    print(f"Notes lost: {trial.lost}")
    print(f"Files that could not be read: {trial.unreadable}")
    print(f"Seconds: {time.monotonic() - begun:.1f}")
    return 1 if trial.wrong else 0


def write_until_killed(root: str, session: str, person: str) -> None:
    """Write notes and acknowledge each on standard output once it is on the disk, without end."""
    with _library(Path(root)).open(session) as opened:
        print("ready", flush=True)
        number = 0
        while True:
            number += 1
            text = f"Note {number}: twelve learners, " + "read aloud, " * (number % 40)
            ref = add_note(opened, person, text, ["1.1"])
            opened.flush()
            print(f"{ref} {text}", flush=True)


def _library(root: Path) -> Library:
    shelf = Shelf(cache=root / "packs")
    return Library(root / "library", Home(root / "home"), shelf, system_clock)


class _Trial:
    """Kills, and what was found after each."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.acknowledged = self.lost = self.unreadable = 0
        self.wrong: list[str] = []
        self._root = root
        self._chance = chance
        self._session = self._person = ""
        self._notes: dict[str, str] = {}
        """What was acknowledged in this session, by ref."""

    def kill(self, number: int) -> None:
        """Start a writer, kill it, and look at what it left."""
        if number % _KILLS_A_SESSION == 0:
            self._new_session()
        for line in self._write_and_kill():
            ref, _, text = line.partition(" ")
            self._notes[ref] = text
            self.acknowledged += 1
        self._look(number + 1)

    def _new_session(self) -> None:
        plan = Plan(setting="A school that is not there", reviewers=("Reviewer 1",))
        with _library(self._root).create(plan) as session:
            self._session = session.id
            (self._person,) = session.state.present()
        self._notes.clear()

    def _write_and_kill(self) -> list[str]:
        """Return what the writer had acknowledged when it was killed."""
        arguments = [json.dumps(sys.path), str(self._root), self._session, self._person]
        command = [sys.executable, "-c", _WRITER, *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as writer:
            assert writer.stdout is not None
            if writer.stdout.readline() != "ready\n":
                raise RuntimeError("the writer did not start")
            with contextlib.suppress(subprocess.TimeoutExpired):
                writer.wait(self._chance.uniform(0, _LONGEST))
            writer.kill()
            said = writer.stdout.read()
        # The last line may be cut off: what was not said to its end was not acknowledged.
        return said.split("\n")[:-1]

    def _look(self, number: int) -> None:
        session = _library(self._root).open(self._session)
        found = {note.ref: note.text for note in view(session).notes}
        lost = [ref for ref, text in self._notes.items() if found.get(ref) != text]
        for ref in lost:
            del self._notes[ref]  # it is counted once, not after every later kill too
        self.lost += len(lost)
        self.wrong.extend(f"After kill {number}: {ref} is lost." for ref in lost)
        broken = [*session.notices]
        for path in (*session.folder.glob("*.json"), *session.folder.glob(f"*{BACKUP}")):
            try:
                read_tables(path)
            except (OSError, ValueError) as error:
                broken.append(str(error))
        self.unreadable += len(broken)
        self.wrong.extend(f"After kill {number}: {said}" for said in broken)
