"""The wall holds any framework: whatever its scale, its texts, and the size of the window."""

import tempfile
from pathlib import Path

from frameworks_made import frameworks
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import Ticking
from rich.cells import cell_len

from frameworks.model import Framework
from screens.present_pages import Shown, pages, rounds
from screens.present_words import Wording, called, page
from screens.symbols import Symbols
from sessions.ballots import judge, reveal
from sessions.home import Home
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import add_person
from sessions.records import Change, Field
from sessions.seen import SessionView
from sessions.session import Session
from sessions.view import view

MARK = "▌"


def revealed(folder: Path, framework: Framework, data: st.DataObject) -> SessionView:
    """Return what everyone may see once three have judged the first statement, each as they like."""
    session = Session(folder, framework, Home(folder / "home", host="laptop"), Ticking())
    session.write("", [Change("session", "session/setting", Field("Hollin Bank"))])
    ref = framework.areas[0].statements[0].ref
    steps = [step.key for step in framework.scale.steps]
    people = [add_person(session, name) for name in ("Al", "Bo", "Cy")]
    add_note(session, people[0], "A chart on the wall.", [ref])
    open_gate(session, people[0], 1)
    for person in people:
        shown = data.draw(st.lists(st.sampled_from(steps), max_size=3, unique=True))
        judge(
            session,
            person,
            ref,
            highlights=dict.fromkeys(shown, "full"),
            cites=[("A1", False)] if shown else [],
            outcome="stages" if shown else "not_enough_evidence",
        )
    reveal(session, people[0], statement=ref)
    seen = view(session)
    session.release()
    return seen


@settings(max_examples=20)
@given(
    frameworks().map(lambda made: made[1]),
    st.data(),
    st.sampled_from([(60, 18), (80, 22), (120, 38), (30, 6), (12, 3)]),
    st.booleans(),
)
def test_every_page_stays_within_its_window_and_every_ballot_has_its_mark(
    framework: Framework, data: st.DataObject, size: tuple[int, int], ascii_only: bool
) -> None:
    width, height = size
    by = Wording(framework, Symbols(ascii_only))
    with tempfile.TemporaryDirectory() as folder:
        seen = revealed(Path(folder), framework, data)
    area, statement = seen.areas[0], seen.areas[0].statements[0]
    assert statement.judged is not None
    assert len(rounds(statement.judged)) == 1
    for found in pages(area, statement):
        assert called(found.sight, framework)
        shown = Shown(found, area, None if found.sight == "area" else statement)
        lines = page(shown, seen, by, width, height).plain.split("\n")
        assert len(lines) <= height
        assert all(cell_len(line) <= width for line in lines)
        if found.sight == "spread" and size == (120, 38) and not ascii_only:
            assert sum(line.count(MARK) for line in lines) == 3
