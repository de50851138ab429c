"""What tests look at in ledgers."""

from pathlib import Path

import msgspec

from sessions.ledger import read_ledger
from sessions.session import Session
from sessions.view import view


def notes(session: Session) -> dict[str, str]:
    return {note.ref: note.text for note in view(session).notes}


def only_ledger(session: Session) -> Path:
    (path,) = session.folder.glob("*.json")
    return path


def dots(folder: Path) -> list[tuple[str, int, str]]:
    """Every version in every ledger of a folder: its dot, and which version it is."""
    found = []
    for path in folder.glob("*.json"):
        for version in read_ledger(path).versions:
            found.append((*version.dot, msgspec.json.encode(version).decode()))
    return found


def assert_no_number_twice(folder: Path) -> None:
    meanings: dict[tuple[str, int], str] = {}
    for writer, number, text in dots(folder):
        assert meanings.setdefault((writer, number), text) == text
