"""The frameworks at hand: those that come with the app, and those of a person's own folder."""

import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from frameworks.mistakes import PackError
from frameworks.model import Framework, Mistake
from frameworks.outline import LONGEST_PACK, clean_pack
from frameworks.parsed import ParsedPacks

BUILT_IN = Path(__file__).parent / "packs"
"""The packs that come with the app."""

_ID = re.compile(r"\s*id\s*:")


class UnknownFramework(KeyError):
    """There is no framework of that id; `known` are the ids that there are."""

    def __init__(self, identity: str, known: tuple[str, ...]) -> None:
        super().__init__(identity, known)
        self.identity = identity
        self.known = known

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"there is no framework {self.identity!r}; those at hand: {known}"


class _Pack(NamedTuple):
    text: str
    framework: Framework


class _Found(NamedTuple):
    packs: dict[str, _Pack]
    broken: tuple[tuple[Path, tuple[Mistake, ...]], ...]


class Shelf:
    """Gives frameworks by id, and reads packs from anywhere.

    The folders are looked through at every call, so that a pack that a person has just mended is
    there without a restart; what a text was read as is remembered.
    """

    def __init__(
        self, own: Path | None = None, cache: Path | None = None, built_in: Path = BUILT_IN
    ) -> None:
        """Take the folder of a person's own packs, and one for packs that were read before.

        Neither need exist; without a cache, packs are read anew in each process.
        """
        self._folders = (built_in,) if own is None else (built_in, own)
        self._parsed = None if cache is None else ParsedPacks(cache)
        self._read: dict[str, Framework] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the frameworks, those that come with the app first."""
        return tuple(self._find().packs)

    def all(self) -> tuple[Framework, ...]:
        """Return the frameworks, in the order of `ids`."""
        return tuple(pack.framework for pack in self._find().packs.values())

    def get(self, identity: str) -> Framework:
        """Return the framework of that id; raises `UnknownFramework`."""
        return self._pack(identity).framework

    def text(self, identity: str) -> str:
        """Return the Markdown of its pack, to keep a copy; raises `UnknownFramework`."""
        return self._pack(identity).text

    def came_with_app(self, pack: Path) -> bool:
        """Return whether a file is, to the byte, one of the packs that come with the app."""
        try:
            size = pack.stat().st_size
            same = [path for path in _packs_in(self._folders[0]) if path.stat().st_size == size]
            return any(path.read_bytes() == pack.read_bytes() for path in same)
        except OSError:
            return False

    def broken(self) -> tuple[tuple[Path, tuple[Mistake, ...]], ...]:
        """Return the files that are not on the shelf, each with what is wrong with it."""
        return self._find().broken

    def read(self, text: str) -> Framework:
        """Return the framework that a pack's text holds; raises `PackError`."""
        if text not in self._read:
            self._read[text] = self._read_or_remember(text)
        return self._read[text]

    def _read_or_remember(self, text: str) -> Framework:
        if self._parsed is None:
            return _read_anew(text)
        framework = self._parsed.get(text)
        if framework is None:
            framework = _read_anew(text)
            self._parsed.put(text, framework)
        return framework

    def _pack(self, identity: str) -> _Pack:
        packs = self._find(naming=identity).packs
        if identity not in packs:
            raise UnknownFramework(identity, self.ids())
        return packs[identity]

    def _find(self, naming: str = "") -> _Found:
        """Look through the folders; what cannot be used never keeps the rest from being used.

        With `naming` only packs that have these words somewhere are read: a pack's id stands in it
        as it is, and to read the others for one framework takes most of the time of a command.
        """
        packs: dict[str, _Pack] = {}
        broken: list[tuple[Path, tuple[Mistake, ...]]] = []
        for path in (path for folder in self._folders for path in _packs_in(folder)):
            try:
                text = read_file(path)
                if naming not in text:
                    continue
                framework = self.read(text)
                _refuse_taken(framework.id, text, packs)
            except PackError as error:
                broken.append((path, error.mistakes))
            else:
                packs[framework.id] = _Pack(text, framework)
        return _Found(packs, tuple(broken))


def read_file(path: Path) -> str:
    """Return the text of a pack's file, cleaned, its lines as an editor counts them.

    Raises `PackError` where it cannot be opened, or is too long to be a pack.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise PackError((Mistake(1, "not a file", "expected a Markdown file"),))
        # Refused before it fills the memory; UTF-8 has at most four bytes a character
        if about.st_size > 4 * LONGEST_PACK:
            limit = f"expected at most {LONGEST_PACK:,} characters"
            raise PackError((Mistake(1, "a file too long for a pack", limit),))
        return clean_pack(path.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError as error:
        wrong = f"the file cannot be read ({error.strerror or error})"
        raise PackError((Mistake(1, wrong, "expected a file that you may open"),)) from error


def _packs_in(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder; hidden ones are an editor's or a system's."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    visible = (path for path in files if not path.name.startswith("."))
    return [path for path in visible if path.suffix.lower() == ".md"]


def _refuse_taken(identity: str, text: str, packs: dict[str, _Pack]) -> None:
    """Raise `PackError` for a second framework of one id: nobody shall be misled by it."""
    if identity in packs:
        lines = enumerate(text.split("\n"), 1)
        line = next((number for number, line in lines if _ID.match(line)), 1)
        wrong = f'the id "{identity}" is taken by another framework'
        raise PackError((Mistake(line, wrong, "expected an id of its own"),))


@lru_cache(maxsize=32)
def _read_anew(text: str) -> Framework:
    # Remembered for all shelves of a process: a framework is frozen, and its text says all of it.
    # Here, and not above: packs that were read before need no reader, and commands are to start fast.
    from frameworks.reader import read_pack

    return read_pack(text)
