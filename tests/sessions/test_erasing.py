"""Erasing for good: a note, a session; searched for byte by byte, and finished after a crash."""

import shutil
import signal
import sys
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st
from reviews import Panel, Ticking, copied_to, library_in, meet, panel_in, refusal, start_python
from secrets_left import SECRET, WORDS, holding, left_everywhere, written

from sessions.erasing import doomed, erase_note
from sessions.erasures import read_lines
from sessions.findings import add_finding, change_finding
from sessions.ids import new_id
from sessions.keeping_start import tidy
from sessions.library import Library
from sessions.merge import Records
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import open_gate
from sessions.records import Version
from sessions.search_typed import read_query
from sessions.undo import undo
from sessions.view import view


def test_a_note_is_gone_from_every_byte_of_library_and_home(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    left_everywhere(library, panel)
    assert len(holding(tmp_path, *SECRET)) >= 6
    (panel.session.folder / "other.json.tmp").unlink()  # of a ledger that is not there: nobody's
    done = erase_note(library, panel.session, panel.amira, "ak1", "a child is named")
    assert holding(tmp_path, *SECRET) == []
    assert (done.ref, done.wordings, done.drafts, done.in_use) == ("AK1", 2, 2, ())
    assert [note.ref for note in view(panel.session).notes] == ["BO1"]
    (line,) = read_lines(library.folder)
    assert (line.what, line.by, line.reason) == ("note AK1", "Amira Khan", "a child is named")
    assert line.name == "hollin-bank-2026-11-21"
    # What is written on afterwards brings nothing back, and its ref is nobody else's.
    assert add_note(panel.session, panel.amira, "Another.") == "AK2"
    panel.session.close()
    assert holding(tmp_path, *SECRET) == []
    library.index.look()
    assert library.index.find(read_query("zebedee")).hits == ()
    assert holding(tmp_path, *SECRET) == []


def test_undo_brings_back_nothing_of_it(library: Library, panel: Panel) -> None:
    written(panel)
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    with refusal(panel.session, "gone for good"):
        undo(panel.session, panel.amira)
    with refusal(panel.session, "AK1 was erased for good already"):
        erase_note(library, panel.session, panel.amira, "AK1", "a name")


def test_undo_of_an_earlier_act_on_it_is_refused_too(library: Library, panel: Panel) -> None:
    written(panel)
    edit_note(panel.session, panel.ben, "AK1", "Mended by Ben.")
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    with refusal(panel.session, "erased for good"):
        undo(panel.session, panel.ben)


def test_a_deleted_note_can_be_erased(library: Library, panel: Panel, tmp_path: Path) -> None:
    written(panel)
    delete_note(panel.session, panel.amira, "AK1")
    panel.session.flush()
    assert holding(tmp_path, *SECRET)
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    assert holding(tmp_path, *SECRET) == []


def test_who_may_erase_a_note(library: Library, panel: Panel) -> None:
    written(panel)
    add_note(panel.session, panel.amira, "For myself.", private=True)
    with refusal(panel.session, "Only a facilitator may erase somebody else's note"):
        erase_note(library, panel.session, panel.ben, "AK1", "a name")
    with refusal(panel.session, "There is no note AK2"):
        erase_note(library, panel.session, panel.fay, "AK2", "a name")
    with refusal(panel.session, "give a reason"):
        erase_note(library, panel.session, panel.fay, "AK1", " ")
    assert erase_note(library, panel.session, panel.fay, "AK1", "a name").ref == "AK1"


def test_another_laptops_copy_brings_nothing_back(library: Library, tmp_path: Path) -> None:
    clock = Ticking()
    here = panel_in(library_in(tmp_path, clock=clock))
    written(here)
    there = copied_to(tmp_path, here.session, clock)
    edit_note(there, here.ben, "AK1", f"{WORDS}, Ben heard.")  # not knowing of what comes
    there.flush()
    erase_note(library, here.session, here.amira, "AK1", "a name")
    meet(here.session, there)
    assert all(note.ref != "AK1" for s in (here.session, there) for note in view(s).notes)
    here.session.close()
    there.close()
    for machine, folder in (("laptop", "library"), ("desktop", "desktop-library")):
        library_in(tmp_path, machine, clock, tmp_path / folder).open(here.session.id).release()
    assert holding(tmp_path, *SECRET) == []


def test_what_another_window_holds_is_said_and_seen_to_later(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    written(panel)
    second = library.open(panel.session.id)
    edit_note(second, panel.amira, "AK1", f"{WORDS}, twice.")
    second.flush()
    panel.session.refresh()
    done = erase_note(library, panel.session, panel.amira, "AK1", "a name")
    assert done.in_use == (f"{library.home.name}-2.json",)
    assert "Another window" in done.words
    assert holding(tmp_path, *SECRET)
    second.refresh()  # it learns of it, and never writes the words again
    add_note(second, panel.amira, "Something else.")
    second.close()
    panel.session.close()
    library.open(panel.session.id).release()
    assert holding(tmp_path, *SECRET) == []


def test_texts_that_say_it_are_listed_for_a_person_to_mend(library: Library, panel: Panel) -> None:
    written(panel)
    add_note(panel.session, panel.ben, "I think Quillfeather's mother was there.", ["1.2"])
    add_note(panel.session, panel.ben, "Somebody shouted in assembly on Tuesday.", ["1.2"])
    open_gate(panel.session, panel.fay, 1)
    add_finding(panel.session, panel.fay, "development", "Zebedee waits alone.", ["1.1"], ["AK1"])
    about = doomed(library, panel.session, panel.fay, "AK1")
    assert [(q.place.split(",")[0], q.said) for q in about.quotes] == [
        ("note BO2", "Quillfeather's"),
        ("note BO3", "shouted in assembly on"),
        ("finding 1", "Zebedee"),
    ]
    assert about.cited == ("finding 1",)
    assert (about.wordings, about.by, about.damaged) == (2, "Amira Khan", 0)


def test_copies_in_the_library_lose_the_words_too(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    written(panel)
    panel.session.close()
    folder = panel.session.folder
    shutil.copytree(folder, library.folder / "Copy of it")
    shutil.copytree(folder, library.folder / new_id())
    shutil.copytree(folder, library.folder / ".deleted" / new_id())
    session = library.open(panel.session.id)
    erase_note(library, session, panel.amira, "AK1", "a name")
    session.close()
    assert holding(tmp_path, *SECRET) == []


def test_what_quoted_it_loses_the_words_once_it_is_mended(
    library: Library, panel: Panel, tmp_path: Path
) -> None:
    session = panel.session
    written(panel)
    add_note(session, panel.ben, "Heard: Zebedee Quillfeather.", ["1.2"])
    open_gate(session, panel.fay, 1)
    early = ("Zebedee waits.", "Zebedee waits alone.")
    add_finding(session, panel.fay, "development", early[0], ["1.1"])
    change_finding(session, panel.fay, "1", text=early[1])
    erase_note(library, session, panel.amira, "AK1", "a name")
    session.flush()
    assert early[1].encode() in b"".join(p.read_bytes() for p in session.folder.glob("*.json"))
    assert early[0].encode() not in b"".join(p.read_bytes() for p in session.folder.glob("*"))
    change_finding(session, panel.fay, "1", text="A learner waits alone.")
    edit_note(session, panel.ben, "BO2", "Heard: a name.")
    session.flush()
    assert holding(tmp_path, *SECRET) == []
    for who in (panel.fay, panel.ben):
        with refusal(session, "erased for good"):
            undo(session, who)
    assert [note.text for note in view(session).notes][1:] == ["Heard: a name."]
    statement = view(session).statement("1.2")
    assert statement is not None
    assert statement.evidence[0].late == frozenset({1})  # late is late for ever


@quick(max_examples=30, deadline=None)
@given(shuffled=st.randoms())
def test_whatever_order_copies_come_in_the_same_is_left(shuffled: Random) -> None:
    def version(count: int, identity: str, kind: str, body: dict[str, Any], **seen: int) -> Version:
        return Version(identity, kind, "p", f"t{count}", ("w", count), seen, body)

    said = {"text": "Zebedee", "number": 1, "author": "p"}
    known = [
        version(1, "n", "evidence", said),
        version(2, "n", "evidence", said, w=1),
        version(3, "f", "finding", {"kind": "development", "text": "Zebedee"}),
        version(4, "o", "evidence", said),
        version(5, "erasure/n", "erasure", _ERASED),
        version(6, "f", "finding", {"kind": "development", "text": "A learner"}, w=3),
        version(7, "o", "evidence", {**said, "text": "A learner"}, w=4),
        version(8, "n", "evidence", said),  # by somebody who did not know
    ]
    wanted = {msgspec.json.encode(v) for v in Records(known).all()}
    assert not any(b"Zebedee" in one for one in wanted)
    again = [*known, *known]
    shuffled.shuffle(again)
    assert {msgspec.json.encode(v) for v in Records(again).all()} == wanted


_ERASED: dict[str, Any] = {
    "record": "n",
    "kind": "evidence",
    "quoted": {"f": [["w", 3]], "o": [["w", 4]]},
}

_KILLED = """
import os, sys
from pathlib import Path
from reviews import library_in
import sessions.{module} as module
def die(*args, **named):
    os.kill(os.getpid(), 9)
library = library_in(Path(sys.argv[1]))
module.{call} = die
"""
_NOTE = """
from sessions.erasing import erase_note
erase_note(library, library.open(sys.argv[2]), sys.argv[3], "AK1", "a name")
"""
_WHOLE = """
from sessions.erasing import row_of
from sessions.erasing_jobs import alone
from sessions.erasing_session import erase_session
erase_session(library, row_of(library, sys.argv[2]), "Fay", "it is over")
"""


def killed(module: str, call: str, code: str, *arguments: str) -> None:
    """Run code in a process that kills itself when it comes to a call."""
    process = start_python(_KILLED.format(module=module, call=call) + code, *arguments)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGKILL, by which the process is ended"
)
@pytest.mark.parametrize("call", ["forget_index", "add_line"])
def test_erasing_a_note_that_was_cut_off_is_finished_at_the_next_start(
    tmp_path: Path, call: str
) -> None:
    library = library_in(tmp_path)
    panel = panel_in(library)
    left_everywhere(library, panel)
    (panel.session.folder / "other.json.tmp").unlink()
    library.index.close()
    panel.session.close()
    killed("erasing", call, _NOTE, str(tmp_path), panel.session.id, panel.amira)
    said = tidy(library_in(tmp_path))
    assert said == ("Erasing AK1 in hollin-bank-2026-11-21 was cut off; it is finished now.",)
    assert holding(tmp_path, *SECRET) == []
    assert len(read_lines(library.folder)) == 1
    assert tidy(library_in(tmp_path)) == ()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGKILL, by which the process is ended"
)
@pytest.mark.parametrize("call", ["remove_folder", "add_line"])
def test_erasing_a_session_that_was_cut_off_is_finished_at_the_next_start(
    tmp_path: Path, call: str
) -> None:
    library = library_in(tmp_path)
    panel = panel_in(library)
    left_everywhere(library, panel)
    library.index.close()
    panel.session.close()
    killed("erasing_session", call, _WHOLE, str(tmp_path), panel.session.id)
    again = library_in(tmp_path)
    assert again.rows() == ()  # it is never half there
    assert tidy(again) == ("Erasing hollin-bank-2026-11-21 was cut off; it is finished now.",)
    assert holding(tmp_path, *SECRET) == []
    assert len(read_lines(library.folder)) == 1
