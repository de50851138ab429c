"""A child's name, left wherever the app keeps words, and looked for byte by byte."""

from pathlib import Path

from reviews import Panel

from sessions.drafts import Draft, Drafts
from sessions.following import Following, Wall
from sessions.library import DERIVED, Library
from sessions.notes import add_note, edit_note
from sessions.view import view

WORDS = "Zebedee Quillfeather shouted in assembly"
SECRET = (b"Zebedee", b"Quillfeather", b"in assembly")


def holding(root: Path, *secrets: bytes) -> list[str]:
    """Return every file under a folder that holds any of these, whatever it is for."""
    files = (path for path in root.rglob("*") if path.is_file())
    return [
        str(path.relative_to(root))
        for path in files
        if any(secret in path.read_bytes() for secret in secrets)
    ]


def written(panel: Panel) -> None:
    """Write a note with a child's name in two wordings, and others about it, and keep them."""
    add_note(panel.session, panel.amira, f"{WORDS}.", ["1.1"])
    panel.session.flush()
    edit_note(panel.session, panel.amira, "AK1", f"{WORDS} on Tuesday.")
    add_note(panel.session, panel.ben, "Ten learners read together.", ["1.1"])
    panel.session.flush()


def left_everywhere(library: Library, panel: Panel) -> None:
    """Leave the words wherever the app keeps words: draft, index, damaged file, temporary file."""
    session = panel.session
    written(panel)
    note = next(n.id for n in view(session).notes if n.ref == "AK1")
    drafts = Drafts(library.home, session.id, session.folder)
    drafts.keep(session.writer, Draft(panel.amira, f"{WORDS} again", slot=f"note/{note}"))
    drafts.keep(session.writer, Draft(panel.ben, f"Heard: {WORDS}.", slot=""))
    (session.folder / "other.json.damaged-abcdefgh").write_bytes(b"{" + SECRET[0])
    (session.folder / "other.json.tmp").write_bytes(SECRET[0])
    library.index.look()
    Following(library.folder / DERIVED, session.id).show(Wall(area=1))
