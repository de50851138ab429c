"""What older reviews of a setting hold of an area is not found while the open one describes it."""

from pathlib import Path

import pytest
from reviews import STAGES, Panel, library_in, panel_in

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.search import Found
from sessions.search_index import Own, SearchIndex
from sessions.search_typed import read_query
from sessions.view import view


def judged(panel: Panel, area: int) -> None:
    """Judge and agree the first statement of an area."""
    session, ref = panel.session, f"{area}.1"
    note = add_note(session, panel.amira, "A heron on paper.", [ref], Circumstances("data"))
    open_gate(session, panel.fay, area)
    for person, why in ((panel.amira, "Zebra is why."), (panel.ben, "Okapi is why.")):
        marked = {STAGES[0]: "full"}
        judge(session, person, ref, highlights=marked, cites=[(note, False)], because=why)
    reveal(session, panel.fay, statement=ref)
    words = "Tapir is why."
    agree(session, panel.fay, statement=ref, outcome="stages", stages=STAGES[:1], because=words)
    session.flush()


def find(index: SearchIndex, typed: str, panel: Panel) -> Found:
    own = Own()
    own.show(view(panel.session, panel.amira))
    panel.session.flush()
    index.look()
    return index.find(read_query(typed), own)


@pytest.mark.parametrize("full_text", [True, False])
def test_no_older_view_is_found_before_the_gate_of_its_area(
    tmp_path: Path, *, full_text: bool
) -> None:
    library = library_in(tmp_path)
    for area in (1, 2):
        judged(panel_in(library), area)
    index = SearchIndex(
        library.folder, tmp_path / "search.sqlite", library.load, full_text=full_text
    )
    now = panel_in(library)
    words = ("tapir", "zebra", "okapi", f"stage:{STAGES[0]}")
    for opened, areas in (((), set()), ((2,), {"2"}), ((1,), {"1", "2"})):
        for area in opened:
            open_gate(now.session, now.fay, area)
        for word in words:
            found = find(index, word, now)
            assert {hit.ref[0] for hit in found.hits} == areas, (word, areas)
            assert word.startswith("stage:") or sum(found.counts.values()) == len(areas)
            assert bool(found.kinds) == bool(areas), "not even that there is one"
        assert len(find(index, "heron", now).hits) == 2, "evidence is no view"
