"""The library: a folder of sessions, found by id, by the beginning of one, or by name."""

import contextlib
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from frameworks.mistakes import PackError
from frameworks.model import Framework
from frameworks.shelf import Shelf, UnknownFramework
from frameworks.text import clean_line

from .catalogue import Catalogue, Row
from .clock import Clock
from .errors import Refused
from .home import Home
from .ids import ID, new_id
from .making import whole_or_nothing
from .moments import read_day
from .people import add_person
from .records import PHASES, Change, Field
from .session import PACK, Session
from .storage import make_folder, write_durably

if TYPE_CHECKING:
    from .search_index import SearchIndex

DERIVED = ".derived"
"""The folder in a library for what can be made again."""

CATALOGUE = "catalogue.json"
"""The file in it with a row for each session."""

INDEX = "search.sqlite"
"""The file in it that search uses."""

_SLUG = re.compile(r"[^a-z0-9]+")
_WORDS = {
    "ä": "a",
    "á": "a",
    "à": "a",
    "â": "a",
    "é": "e",
    "è": "e",
    "ê": "e",
    "í": "i",
    "ó": "o",
    "ö": "o",
    "ô": "o",
    "ú": "u",
    "ü": "u",
    "ñ": "n",
    "ç": "c",
    "'": "",
    "’": "",
}


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a new session starts with. Three fields are enough; the rest can wait."""

    setting: str
    framework: str = "inclusion-audit"
    phase: str = ""
    date: str = ""
    """`YYYY-MM-DD`; empty: today."""
    areas: tuple[int, ...] = ()
    """Numbers of the areas in scope; none: all of them."""
    facilitator: str = ""
    reviewers: tuple[str, ...] = ()
    purpose: str = ""


class Library:
    """A folder of sessions. Making one of these touches nothing."""

    def __init__(self, folder: Path, home: Home, shelf: Shelf, clock: Clock) -> None:
        self.folder = folder
        self.home = home
        self.shelf = shelf
        self.clock = clock
        self._catalogue = Catalogue(folder, folder / DERIVED / CATALOGUE, self._load)

    def rows(self, progress: Callable[[int, int], None] | None = None) -> tuple[Row, ...]:
        """Return a row for each session, newest first.

        `progress` hears how many of how many sessions were read anew.
        """
        return self._catalogue.rows(progress)

    @cached_property
    def index(self) -> "SearchIndex":
        """What everyone may see of every session, ready to be searched."""
        # Here, and not above: most calls search nothing, and SQLite is slow to import.
        from .search_index import SearchIndex

        return SearchIndex(self.folder, self.folder / DERIVED / INDEX, self._load)

    def forget_row(self, session: str) -> None:
        """Let go of what the catalogue says of a session that was erased. Raises OSError."""
        self._catalogue.forget(session)

    def create(self, plan: Plan) -> Session:
        """Make a session and open it; it is on the disk when this returns.

        Raises Refused for what does not exist, OSError if it cannot be written.
        """
        setting = clean_line(plan.setting)
        if not setting:
            raise Refused("A session needs the name of its setting.")
        framework = self._framework(plan.framework)
        day = read_day(plan.date, self.clock().date())
        fields = {
            "setting": setting,
            "name": self._free_name(setting, day),
            "phase": read_phase(plan.phase),
            "date": day,
            "framework": {"id": framework.id, "version": framework.version},
            "areas": read_scope(framework, plan.areas),
            "purpose": clean_line(plan.purpose),
        }
        changes = [Change("session", f"session/{n}", Field(value)) for n, value in fields.items()]
        device = Change("session", f"session/device/{self.home.name}", Field(""))
        session = self._make(plan.framework, framework)
        with whole_or_nothing(session):
            session.write("", [*changes, device])
            if plan.facilitator:
                add_person(session, plan.facilitator, role="facilitator")
            for name in plan.reviewers:
                add_person(session, name)
        return session

    def _framework(self, called: str) -> Framework:
        try:
            return self.shelf.get(called)
        except UnknownFramework as error:
            known = ", ".join(self.shelf.ids())
            raise Refused(
                f"There is no framework called {clean_line(called)}; there is {known}."
            ) from error

    def _make(self, pack: str, framework: Framework) -> Session:
        # The pack first: a folder without a ledger is no session yet, and is not listed.
        folder = self.folder / new_id()
        make_folder(folder)
        write_durably(folder / PACK, self.shelf.text(pack).encode())
        return Session(folder, framework, self.home, self.clock)

    def open(self, called: str) -> Session:
        """Open a session by its id, a unique beginning of one, or its name. Raises Refused.

        Made with another version of its framework than is installed, it says so in its notices, and
        is shown in the wording that it was made with.
        """
        session = self._load(self.folder / self.find(called))
        self._say_version(session)
        # What was erased on another machine goes from the ledgers here too, as soon as it can.
        with contextlib.suppress(OSError):
            session.scrub()
        return session

    def load(self, folder: Path) -> Session:
        """Open the session in a folder, whatever that is called. Raises OSError."""
        return self._load(folder)

    def _say_version(self, session: Session) -> None:
        if self.shelf.came_with_app(session.folder / PACK):
            return  # as most are; to look through the packs costs more than all the rest of opening
        made = session.framework
        try:
            here = self.shelf.get(made.id).version
        except UnknownFramework:
            what = "is not installed any more"
        else:
            if here == made.version:
                return
            what = f"is installed in version {here}"
        session.notices.append(
            f"This session was made with {made.title}, version {made.version}, which {what}. "
            "The session keeps the wording that it was made with; nothing in it was changed."
        )

    def find(self, called: str) -> str:
        """Return the id of the session that is meant. Raises Refused for none, or several."""
        called = clean_line(called)
        if ID.fullmatch(called) and (self.folder / called / PACK).is_file():
            return called
        rows = self.rows()
        found = [row for row in rows if row.name == called]
        found = found or [row for row in rows if called and row.id.startswith(called.lower())]
        if len(found) == 1:
            return found[0].id
        if not found:
            raise Refused(f"There is no session called {called}; `list` shows those there are.")
        several = ", ".join(row.id for row in found[:5])
        raise Refused(f"{called} could be {len(found)} sessions ({several}); use more of the id.")

    def _load(self, folder: Path) -> Session:
        notice = ""
        try:
            text = (folder / PACK).read_text(encoding="utf-8", errors="replace")
            framework = self.shelf.read(text)
        except (FileNotFoundError, PackError):
            framework = self.shelf.get("inclusion-audit")
            notice = "The framework that this session was made with cannot be read; "
        session = Session(folder, framework, self.home, self.clock)
        if notice:
            made_with = session.state.field("framework")
            wanted = made_with.get("id") if isinstance(made_with, dict) else None
            if isinstance(wanted, str) and wanted not in self.shelf.ids():
                # Never another framework's words in its place: what is written then would be lost.
                raise OSError(
                    f"{PACK}, the framework that this session was made with, cannot be read, and "
                    f"{wanted} is not installed; put one of them back, nothing else was changed"
                )
            if isinstance(wanted, str):
                session.framework = self.shelf.get(wanted)
                session.records.edition += 1
            session.notices.append(notice + f"{session.framework.title} as installed is shown.")
        return session

    def _free_name(self, setting: str, day: str) -> str:
        plain = "".join(_WORDS.get(letter, letter) for letter in setting.lower())
        name = f"{_SLUG.sub('-', plain).strip('-')[:40].strip('-') or 'session'}-{day}"
        taken = {row.name for row in self.rows()}
        ways = (name if n == 1 else f"{name}-{n}" for n in range(1, len(taken) + 2))
        return next(way for way in ways if way not in taken)


def read_phase(phase: str) -> str:
    """Return the key of a phase; none is allowed. Raises Refused."""
    if phase and phase not in PHASES:
        raise Refused(
            f"There is no phase called {clean_line(phase)}; it is one of {', '.join(PHASES)}."
        )
    return phase


def read_scope(framework: Framework, areas: Iterable[int]) -> list[int]:
    """Return the numbers of the areas in scope; none is all of them. Raises Refused."""
    wanted = sorted(set(areas))
    for number in wanted:
        if framework.area(number) is None:
            raise Refused(
                f"There is no area {number}; {framework.title} has areas 1 to {len(framework.areas)}."
            )
    return wanted or [area.number for area in framework.areas]
