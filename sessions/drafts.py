"""Text that is still being typed: in a file of this machine's own, outside the session.

It holds what a crash or a flat battery would take. It goes when the note is saved or thrown away;
what is found at the next start was left behind, and is offered back.
"""

import contextlib
import time
from pathlib import Path

import msgspec

from frameworks.text import clean_line, clean_text

from .home import Home
from .ledger import lock_of, take
from .storage import make_folder, write_durably

ENDING = ".draft"


class Draft(msgspec.Struct, frozen=True):
    """A note that is not saved yet."""

    participant: str
    text: str
    source: str = ""
    where: str = ""
    observed: str = ""
    statements: tuple[str, ...] = ()
    slot: str = ""
    """What is being typed: empty is a new note; else `note/ID`, `because/1.2` and the like."""
    typed: float = 0.0
    """When, in seconds since 1970."""


class Drafts:
    """The drafts of one session on this machine."""

    def __init__(self, home: Home, session: str, ledgers: Path) -> None:
        """`ledgers`: the session's folder, whose locks tell which writers are at work."""
        self._folder = home.drafts(session)
        self._ledgers = ledgers

    def keep(self, writer: str, draft: Draft) -> None:
        """Bring a draft to the disk; an empty one goes. Raises OSError."""
        if not draft.text.strip():
            self.forget(writer, draft.participant, draft.slot)
            return
        make_folder(self._folder)
        draft = msgspec.structs.replace(draft, typed=time.time())
        path = self._file(writer, draft.participant, draft.slot)
        write_durably(path, msgspec.json.encode(draft))

    def forget(self, writer: str, participant: str, slot: str = "") -> None:
        """Let a draft go: its note is saved, or it was thrown away. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            self._file(writer, participant, slot).unlink()

    def adopt(self, path: Path, writer: str, draft: Draft) -> None:
        """Take over a draft that was left behind: under our own name first. Raises OSError."""
        self.keep(writer, draft)
        if path != self._file(writer, draft.participant, draft.slot):
            path.unlink(missing_ok=True)

    def left_behind(self, writer: str, participant: str) -> tuple[tuple[Path, Draft], ...]:
        """Return the participant's drafts that no running app is typing in, newest first.

        `writer`: the name this process writes under; its own draft counts, for it has just begun.
        """
        found = []
        for path in self._folder.glob(f"*~{participant}~*{ENDING}"):
            owner = path.name.split("~")[0]
            draft = read_draft(path)
            if draft is not None and (owner == writer or self._is_idle(owner)):
                found.append((path, draft))
        return tuple(sorted(found, key=lambda pair: pair[1].typed, reverse=True))

    def _is_idle(self, owner: str) -> bool:
        lock = lock_of(self._ledgers / f"{owner}.json")
        try:
            if not take(lock):
                return False
        except OSError:
            return True  # nothing can be locked here, so nobody can be writing here either
        lock.release()
        return True

    def _file(self, writer: str, participant: str, slot: str) -> Path:
        return self._folder / f"{writer}~{participant}~{slot.replace('/', '=')}{ENDING}"


def read_draft(path: Path) -> Draft | None:
    """Return a draft with its text cleaned; None if the file cannot be read."""
    try:
        draft = msgspec.json.decode(path.read_bytes(), type=Draft)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return msgspec.structs.replace(
        draft,
        text=clean_text(draft.text),
        where=clean_line(draft.where),
        observed=clean_line(draft.observed),
    )
