"""Where the traces of a session lie on this machine, beside its own folder; and taking them away."""

import contextlib
import shutil
from pathlib import Path

import msgspec

from .drafts import ENDING as DRAFT
from .drafts import Draft, read_draft
from .erasing_files import remove_files
from .library import CATALOGUE, DERIVED, INDEX, Library
from .storage import TEMPORARY, sync_folder

_HARMLESS = frozenset({"packs", CATALOGUE, "wall"})
"""What the derived folder holds that says nothing of what anybody wrote, or is seen to by itself."""


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """How much was removed, and of what."""

    ledgers: int = 0
    """Ledgers, and their last good copies."""
    damaged: int = 0
    """Damaged files that were kept aside."""
    drafts: int = 0
    """Texts that were being typed."""
    others: int = 0
    """Locks, temporary files, the framework beside the session, this installation's own notes."""
    index: bool = False
    """Whether there was an index for searching: it is made again without it."""

    def __add__(self, other: "Removed") -> "Removed":
        return Removed(
            ledgers=self.ledgers + other.ledgers,
            damaged=self.damaged + other.damaged,
            drafts=self.drafts + other.drafts,
            others=self.others + other.others,
            index=self.index or other.index,
        )


def forget_at_home(library: Library, session: str) -> Removed:
    """Remove what this installation keeps of a session outside the library. Raises OSError."""
    drafts, writers = library.home.drafts(session), library.home.writers(session)
    there = [path for path in drafts.rglob("*") if path.is_file()]
    kept = [path for path in writers.rglob("*") if path.is_file()]
    for folder in (drafts, writers):
        remove_folder(folder)
    return Removed(drafts=len(there), others=len(kept))


def forget_index(library: Library) -> Removed:
    """Remove the index for searching; it is made again without what was erased. Raises OSError."""
    found = False
    if "index" in vars(library):  # one that is in use
        found = library.folder.joinpath(DERIVED, INDEX).exists()
        library.index.forget()
    with contextlib.suppress(FileNotFoundError):
        for path in (library.folder / DERIVED).iterdir():
            if path.name in _HARMLESS:
                continue
            found = True
            if path.is_dir() and not path.is_symlink():
                remove_folder(path)
            else:
                remove_files([path])
    return Removed(index=found)


def forget_derived(library: Library, session: str) -> Removed:
    """Remove what was made from a session: the index, its row, what the wall is on. Raises OSError."""
    library.forget_row(session)
    wall = library.folder / DERIVED / "wall"
    remove_files(wall.glob(f"{session}.json*"))
    return forget_index(library)


def drafts_that_say(library: Library, session: str, slots: set[str], texts: set[str]) -> list[Path]:
    """Return the drafts of a session in one of these slots, or that hold any of these texts whole.

    One that cannot be read, and what a crash left half written, are among them.
    """
    said = {text for text in texts if len(text) >= _TELLING}
    found = []
    for path in sorted(library.home.drafts(session).glob("*")):
        if path.name.endswith(TEMPORARY):
            found.append(path)
        elif path.name.endswith(DRAFT):
            draft = read_draft(path)
            if draft is None or draft.slot in slots or any(text in draft.text for text in said):
                found.append(path)
    return found


_TELLING = 12  # letters: shorter ones stand in many texts by chance


def kept_drafts(library: Library, session: str) -> list[tuple[Path, Draft]]:
    """Return the drafts of a session, each with its file."""
    files = sorted(library.home.drafts(session).glob(f"*{DRAFT}"))
    drafts = ((path, read_draft(path)) for path in files)
    return [(path, draft) for path, draft in drafts if draft is not None]


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, and wait for the disk. Raises OSError."""
    if not folder.exists():
        return
    shutil.rmtree(folder)
    sync_folder(folder.parent)
