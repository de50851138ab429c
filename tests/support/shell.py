"""The command line, called in this process: what it says, and whether anything was changed."""

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from kept import kept

from tui.cli import main


class Said(NamedTuple):
    """What a call returned and said."""

    status: int
    out: str
    err: str


class Shell:
    """Calls commands on a library of its own."""

    def __init__(
        self,
        folder: Path,
        packs: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """`packs`: what the app's packs were read as, so that each library need not read them."""
        self.root = folder
        """All that the calls write is below it."""
        self.library = folder / "library"
        shutil.copytree(packs, self.library / ".derived" / "packs")
        self.folder = folder / "here"
        """The current folder of the calls."""
        self.folder.mkdir()
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("INCLUSION_REVIEW_LIBRARY", str(self.library))
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
        monkeypatch.setenv("HOME", str(folder))
        monkeypatch.chdir(self.folder)

    def __call__(self, *argv: str, stdin: bytes = b"") -> Said:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capsys.readouterr()
        status = main(list(argv))
        said = self._capsys.readouterr()
        return Said(status, said.out, said.err)

    def done(self, *argv: str, stdin: bytes = b"") -> str:
        """Call what must be done, and return what it prints, without the last newline."""
        said = self(*argv, stdin=stdin)
        assert (said.status, said.err) == (0, "")
        return said.out.removesuffix("\n")

    def json(self, *argv: str) -> Any:
        """Call what prints JSON, and return that."""
        return json.loads(self.done(*argv))

    def refused(self, *argv: str, says: tuple[str, ...] | str = ()) -> None:
        """Call what must be refused: status 1, one line on standard error, nothing changed."""
        before = self.files()
        said = self(*argv)
        assert (said.status, said.out) == (1, ""), said
        assert said.err.endswith("\n")
        assert said.err.count("\n") == 1, said.err
        for word in (says,) if isinstance(says, str) else says:
            assert word in said.err
        assert self.files() == before

    def wrong(self, *argv: str, says: str = "") -> None:
        """Make a call that is wrong in itself: status 2, said on standard error, nothing changed."""
        before = self.files()
        said = self(*argv)
        assert (said.status, said.out) == (2, ""), said
        assert "Error: " in said.err
        assert says in said.err
        assert self.files() == before

    def files(self) -> dict[Path, bytes]:
        """Return every file that holds something of somebody's, with what it says."""
        files = (path for path in self.library.rglob("*") if path.is_file())
        held = (path for path in files if path.suffix != ".lock" and ".derived" not in path.parts)
        found = {path: path.read_bytes() for path in held}
        return found | {path: path.read_bytes() for path in self.folder.rglob("*")}

    # A review, in a line each

    @kept
    def new(self, *more: str) -> str:
        """Make a session with Fay, Amira Khan and Ben Orr; return its id."""
        return self.done(
            *("new", "--setting", "Hollin Bank", "--date", "2026-11-21", "--facilitator", "Fay"),
            *("--reviewer", "Amira Khan", "--reviewer", "Ben Orr", *more),
        )

    @kept
    def judged(self) -> str:
        """Make such a session with AK1 and BO1 under 1.1, and area 1 behind its gate."""
        session = self.new()
        for name in ("Amira Khan", "Ben Orr"):
            self.done("note", session, "--by", name, "--statement", "1.1", f"A note of {name}.")
        self.done("gate", session, "--area", "1", "--by", "Fay")
        return session

    def cast(self, session: str, name: str, stage: str = "establishing", *more: str) -> None:
        """Cast a ballot on 1.1."""
        self.done(
            *("judge", session, "--by", name, "--statement", "1.1"),
            *("--highlight", stage, "--cite", "AK1", *more),
        )

    def statement(self, session: str, ref: str, *more: str) -> Any:
        """Return a statement as `show --json` prints it."""
        areas = self.json("show", session, "--json", *more)["areas"]
        return next(s for area in areas for s in area["statements"] if s["ref"] == ref)
