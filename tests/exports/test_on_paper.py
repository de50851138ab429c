"""How much paper short documents take: parents get one side, and a summary is two."""

from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from programs import converted, pdf_pages, printed

from exports.documents import DOCUMENTS
from exports.facts import Source, source_of
from exports.formats import FORMATS
from frameworks.shelf import Shelf
from sessions.clock import system_clock
from sessions.demo import build_demo
from sessions.home import Home
from sessions.library import Library
from sessions.seen_after import TextView
from sessions.session import Session
from sessions.to_leave import view_to_leave

MADE = datetime(2026, 11, 22, 10, 0)
TWO_SIDES = "There was a lot to say, so this page has two sides."


@pytest.fixture
def demo(tmp_path: Path) -> Session:
    """The finished review of the demo."""
    library = Library(
        tmp_path / "library", Home(tmp_path / "home", "this-machine"), Shelf(), system_clock
    )
    return library.open(build_demo(library))


def given(session: Session) -> Source:
    return source_of(view_to_leave(session), session.framework, MADE)


def write(session: Session, name: str, folder: Path) -> Path:
    """Write a document to a file, and return that."""
    form = FORMATS[name]
    made = form.write(view_to_leave(session), session.framework, MADE)
    path = folder / f"{form.word}.{form.ending}"
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return path


def test_parents_get_one_side_of_a4_from_a_browser(demo: Session, tmp_path: Path) -> None:
    (page,) = printed(write(demo, "parents-html", tmp_path), tmp_path)
    assert "What is going well" in page and "How to have your say" in page
    assert "State of this page: draft" in page
    assert len(printed(write(demo, "summary-html", tmp_path), tmp_path)) == 2


def test_parents_get_one_side_of_a4_from_a_word_processor(demo: Session, tmp_path: Path) -> None:
    (page,) = pdf_pages(converted(write(demo, "parents-docx", tmp_path), "pdf", tmp_path))
    assert "State of this page: draft" in page


def test_where_there_is_more_to_say_it_says_why_it_has_two_sides(demo: Session) -> None:
    source = given(demo)
    assert TWO_SIDES not in DOCUMENTS["parents"].markdown(source)
    own = TextView(
        "parents", "We thank everybody who talked with us. " * 20, "SENCO", "2026-11-22 10:00"
    )
    after = msgspec.structs.replace(source.report.after, texts=(own,))
    longer = source._replace(report=msgspec.structs.replace(source.report, after=after))
    assert TWO_SIDES in DOCUMENTS["parents"].markdown(longer)


def test_what_is_done_makes_room_for_what_is_still_to_do(demo: Session) -> None:
    text = DOCUMENTS["parents"].markdown(given(demo))
    result = next(
        r
        for r in given(demo).report.plan.key_results
        if any(a.is_closed for a in r.actions) and any(not a.is_closed for a in r.actions)
    )
    for action in result.actions:
        assert (action.what in text) == (not action.is_closed)
