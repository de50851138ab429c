"""A library that is searched, its index, and what is found of what begins with heron."""

from pathlib import Path

from reviews import Panel

from sessions.library import Library
from sessions.notes import add_note
from sessions.search_index import SearchIndex
from sessions.search_typed import read_query

BOTH = {"A heron.", "Two herons."}


def index_of(library: Library, *, full_text: bool | None = None) -> SearchIndex:
    """Return the index as another window has it."""
    return SearchIndex(library.folder, file_of(library), library.load, full_text=full_text)


def file_of(library: Library) -> Path:
    return library.folder / ".derived" / "search.sqlite"


def herons(index: SearchIndex) -> set[str]:
    """Return the texts that are found of what begins with heron."""
    found = index.find(read_query("heron"))
    assert found.total == len(found.hits) and not found.trouble
    return {hit.text.text for hit in found.hits}


def note(panel: Panel, text: str) -> str:
    """Write a note and bring it to the disk; return its ref."""
    ref = add_note(panel.session, panel.amira, text, ["1.1"])
    panel.session.flush()
    return ref
