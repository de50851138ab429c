"""What the documents of a final report say: nothing that is to come, and nothing that came in later."""

from datetime import datetime
from pathlib import Path

import pytest
from finals import Visit, visited
from reviews import Ticking, copied_to, library_in, meet, panel_in

from exports.documents import DOCUMENTS
from exports.facts import source_of
from exports.formats import FORMATS
from sessions.findings import delete_finding
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import reopen
from sessions.to_leave import view_to_leave

MADE = datetime(2026, 11, 22, 10, 0)


def written(visit: Visit, name: str) -> str:
    """Return a document as it leaves."""
    session = visit.session
    source = source_of(view_to_leave(session), session.framework, MADE)
    return DOCUMENTS[name].markdown(source)


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return visited(panel_in(library_in(tmp_path)))


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Visit, Visit]:
    """Two laptops with the same review."""
    clock = Ticking()
    here = visited(panel_in(library_in(tmp_path, clock=clock)))
    return here, here._replace(session=copied_to(tmp_path, here.session, clock))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_area_that_nobody_judged_was_not_judged(visit: Visit, name: str) -> None:
    before = written(visit, name)
    visit.to("final")
    after = written(visit, name)
    for words in (
        "still being described",
        "not yet judged",
        "not yet agreed",
        "not agreed yet",
        "so far:",
    ):
        assert words not in after.casefold()
    if "still being described" in before:
        assert "not judged" in after.casefold()


def test_each_place_of_the_report_says_so(visit: Visit) -> None:
    visit.to("final")
    text = written(visit, "report")
    assert "Not judged, and nothing more: area 2," in text
    assert "This area was not judged. The report holds what was seen" in text
    assert "## What was not judged, or lacks evidence\n" in text
    assert "- **Not judged:** area 2," in text
    assert "This area was not judged, so nothing is written beside its statements.\n" in written(
        visit, "audit-tables"
    )
    assert "- Not judged, so nothing can be planned from it: areas 2, 3.\n" in written(
        visit, "plan"
    )


# What came in afterwards


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_written_apart_is_in_no_document_and_each_says_that_it_is_there(
    laptops: tuple[Visit, Visit], name: str
) -> None:
    here, there = laptops
    here.to("final")
    as_it_was = written(here, name)
    ref = add_note(there.session, there.amira, "A parent at the gate.", ["1.1"])
    edit_note(there.session, there.amira, "AK1", "A quite other chart.")
    delete_finding(there.session, there.fay, "1")
    meet(here.session, there.session)
    after = written(here, name)
    assert "A parent at the gate." not in after and "A quite other chart." not in after
    told = "something was written apart since then, and is not in here"
    assert after.count(told) == 1 and told not in as_it_was
    named = [f"note {ref} by Amira Khan", "note AK1 by Amira Khan", "finding 1 by Fay"]
    plain = name in ("parents", "governors")  # no refs and nobody's name
    assert [thing in after for thing in named] == [not plain] * 3
    # But for that, the document is the one that was made final
    kept = [line for line in after.split("\n") if told not in line and "Written apart:" not in line]
    lines = [line for line in as_it_was.split("\n") if "inal" not in line]
    assert [line for line in kept if "inal" not in line] == lines


def test_data_leaves_without_it_too(laptops: tuple[Visit, Visit]) -> None:
    here, there = laptops
    here.to("final")
    add_note(there.session, there.amira, "A parent at the gate.", ["1.1"])
    meet(here.session, there.session)
    seen = view_to_leave(here.session)
    for name, form in FORMATS.items():
        if form.data is not None and name != "ics":
            assert "A parent at the gate." not in form.plain(seen, here.session.framework, MADE)


def test_opened_again_it_is_there(laptops: tuple[Visit, Visit]) -> None:
    here, there = laptops
    here.to("final")
    add_note(there.session, there.amira, "A parent at the gate.", ["1.1"])
    meet(here.session, there.session)
    here.to("draft", "A note came in")
    assert "A parent at the gate." in written(here, "evidence")
    here.to("final")
    text = written(here, "evidence")
    assert "A parent at the gate." in text and "apart" not in text


def test_what_was_hidden_apart_stays_hidden(laptops: tuple[Visit, Visit]) -> None:
    here, there = laptops
    here.to("final")
    delete_note(there.session, there.amira, "AK1")
    edit_note(there.session, there.amira, "AK2", private=True)
    reopen(there.session, there.fay, 1, "More to see")
    meet(here.session, there.session)
    for name in DOCUMENTS:
        text = written(here, name)
        assert "A chart of attendance" not in text and "Two of five learners" not in text
        assert "Leaders look at attendance each week." not in text
