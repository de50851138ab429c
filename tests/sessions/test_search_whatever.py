"""What is found is what is seen, whatever a panel does and in whatever order."""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import STAGES, Panel, everything_seen, library_in, panel_in

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import add_enquiry, stand
from sessions.errors import Refused
from sessions.excusing import excuse
from sessions.findings import add_finding
from sessions.library import Library
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.planning import add_key_result, set_plan_text
from sessions.report_texts import write_text
from sessions.search_index import Own
from sessions.search_typed import read_query
from sessions.view import view

Act = Callable[[Panel, str, int], None]


def _judge(panel: Panel, word: str, which: int) -> None:
    person = (panel.amira, panel.ben)[which % 2]
    note = add_note(panel.session, person, "On paper.", ["1.1"])
    judge(
        panel.session,
        person,
        "1.1",
        highlights={STAGES[which % 3]: "full"},
        cites=[(note, False)],
        because=word,
        draft=which > 3,
    )


def _note(panel: Panel, word: str, which: int) -> None:
    person = (panel.fay, panel.amira, panel.ben)[which % 3]
    ref = add_note(panel.session, person, word, [["1.1"], ["2.1"], []][which % 3])
    if which > 2:
        edit_note(panel.session, person, ref, private=True)


def _edit(panel: Panel, word: str, which: int) -> None:
    notes = list(panel.session.state.notes.values())
    if notes:
        note = notes[which % len(notes)]
        edit_note(panel.session, note.body.author, note.ref, word, private=which % 2 == 0)


def _delete(panel: Panel, word: str, which: int) -> None:
    notes = list(panel.session.state.notes.values())
    if notes:
        delete_note(panel.session, notes[which % len(notes)].body.author, notes[0].ref)


def _agree(panel: Panel, word: str, which: int) -> None:
    if which % 2:
        agree(panel.session, panel.fay, area=1, because=word)
    else:
        shown = STAGES[which % 3]
        agree(
            panel.session,
            panel.fay,
            statement="1.1",
            because=word,
            outcome="stages",
            stages=[shown],
        )


ACTS: dict[str, Act] = {
    "note": _note,
    "edit": _edit,
    "delete": _delete,
    "judge": _judge,
    "open": lambda panel, word, which: open_gate(panel.session, panel.fay, which % 2 + 1),
    "reopen": lambda panel, word, which: reopen(panel.session, panel.fay, which % 2 + 1, word),
    "reveal": lambda panel, word, which: reveal(panel.session, panel.fay, area=1, reason=word),
    "excuse": lambda panel, word, which: excuse(panel.session, panel.fay, 1, panel.ben, word),
    "agree": _agree,
    "finding": lambda panel, word, which: _drop(
        add_finding(panel.session, panel.fay, "strength", word, [f"{which % 2 + 1}.1"])
    ),
    "enquiry": lambda panel, word, which: _drop(
        add_enquiry(panel.session, panel.fay, word, ["1.1"])
    ),
    "answer": lambda panel, word, which: _drop(
        stand(panel.session, panel.fay, "1", "supported", word)
    ),
    "plan": lambda panel, word, which: set_plan_text(panel.session, panel.fay, "objective", word),
    "result": lambda panel, word, which: _drop(
        add_key_result(panel.session, panel.fay, word, ["1"])
    ),
    "report": lambda panel, word, which: write_text(panel.session, panel.fay, "area/1", word),
}


def _drop(_: object) -> None:
    """Have no use for what an act returns."""


WORD = re.compile("Animal[0-9a-z]+")

steps = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 5)), max_size=24)
likely = st.tuples(steps, st.sampled_from([[], [("note", 0), ("open", 0), ("judge", 0)]]), steps)


@settings(max_examples=15)
@given(likely, st.integers(0, 30))
def test_every_hit_is_in_the_view_and_every_word_of_the_view_is_found(
    parts: tuple[list[tuple[str, int]], list[tuple[str, int]], list[tuple[str, int]]], look_at: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = library_in(Path(folder))
        panel = panel_in(library)
        for number, (name, which) in enumerate([*parts[0], *parts[1], *parts[2]]):
            with suppress(Refused):
                ACTS[name](panel, f"Animal{number}x{name}.", which)
            panel.session.flush()
            if number == look_at:
                library.index.look()  # from here on it is behind
        _is_as_seen(library, panel, is_behind=True)
        library.index.look()
        _is_as_seen(library, panel, is_behind=False)
        library.index.close()
        panel.session.release()


def _is_as_seen(library: Library, panel: Panel, *, is_behind: bool) -> None:
    own = Own()
    for person in (None, panel.fay, panel.amira, panel.ben):
        seen = view(panel.session, person)
        own.show(seen)
        asked = read_query("animal")
        found = library.index.find(asked, own if person else None, limit=500)
        said = everything_seen(panel.session, person)
        words = {word for hit in found.hits for word in WORD.findall(hit.title + hit.text.text)}
        assert words <= set(WORD.findall(said)), person
        assert found.total == len(found.hits) and not found.more
        if person or not is_behind:
            assert words == set(WORD.findall(said)), person
    own.store.close()
