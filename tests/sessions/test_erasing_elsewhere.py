"""Erased in one window while the note's author has the session open in another."""

from pathlib import Path

import msgspec
from reviews import Panel
from secrets_left import holding

from sessions.erasing import erase_note
from sessions.library import Library
from sessions.notes import add_note
from sessions.session import Session
from sessions.storage import BACKUP
from sessions.view import view

WORDS = "Marigold Quillfeather"


def said(session: Session) -> bool:
    """Return whether an open session has the words in memory."""
    rows = [msgspec.json.encode(version) for version in session.records.all()]
    return any(WORDS.encode() in row for row in rows)


def test_the_window_that_wrote_a_note_lets_go_of_it_when_another_has_erased_it(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    with library.open(panel.session.id) as author:
        ref = add_note(author, panel.ben, f"{WORDS} left the room twice.", ["1.1"])
        author.flush()
        add_note(author, panel.ben, "Another, so that the last good copy says it too.")
        author.flush()
        panel.session.refresh()
        done = erase_note(library, panel.session, panel.fay, ref, "a child is named")
        own = f"{author.writer}.json"
        assert done.in_use == (own,)
        assert {Path(name).name for name in holding(tmp_path, WORDS.encode())} == {
            own,
            own + BACKUP,
        }
        assert said(author)

        assert author.refresh()
        assert not said(author)
        assert not author.saved
        author.flush()
        assert author.saved
        assert holding(tmp_path, WORDS.encode()) == []
        assert [note.ref for note in view(author).notes] == ["BO2"]

        # Once is enough: what others write later is read, and nothing is written for it.
        add_note(panel.session, panel.amira, "Written afterwards.")
        panel.session.flush()
        assert author.refresh()
        assert author.saved
