"""Saving behind the screen: in order, told at once where it fails, and resumed by itself."""

import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from reviews import Panel

from sessions.library import Library
from sessions.notes import add_note
from sessions.saver import Saver, Trouble
from sessions.view import view

PATIENCE = 20.0  # seconds; nothing here takes long, but a busy machine may


class Heard:
    """What a saver says, and a way to wait for it."""

    def __init__(self) -> None:
        self.said: list[Trouble | None] = []
        self.trouble = threading.Event()
        self.quiet = threading.Event()

    def __call__(self, trouble: Trouble | None) -> None:
        self.said.append(trouble)
        (self.trouble if trouble is not None else self.quiet).set()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def saver(heard: Heard) -> Iterator[Saver]:
    saver = Saver(heard, pause=0.01)
    yield saver
    saver.stop()


class Gate:
    """A job that waits until it is let through, and counts."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go = threading.Event()

    def __call__(self) -> None:
        self.begun.set()
        assert self.go.wait(PATIENCE)


def test_jobs_run_in_order_and_one_key_once(saver: Saver) -> None:
    first = Gate()
    done: list[str] = []
    saver.put("first", first)
    assert first.begun.wait(PATIENCE)
    for name in ("a", "b", "a", "c", "b"):
        saver.put(name, partial(done.append, name))
    first.go.set()
    assert saver.wait(PATIENCE)
    assert done == ["a", "b", "c"]


def test_it_runs_the_newest_of_several_under_one_key(saver: Saver) -> None:
    first = Gate()
    done: list[int] = []
    saver.put("first", first)
    assert first.begun.wait(PATIENCE)
    for number in range(3):
        saver.put("same", partial(done.append, number))
    first.go.set()
    assert saver.wait(PATIENCE)
    assert done == [2]


def test_it_says_when_everything_is_on_the_disk(saver: Saver, heard: Heard) -> None:
    saver.put("a", lambda: None)
    assert heard.quiet.wait(PATIENCE)
    assert saver.trouble is None


def test_waiting_ends_when_the_time_is_up(saver: Saver) -> None:
    job = Gate()
    saver.put("a", job)
    assert saver.wait(0.01) is False
    job.go.set()
    assert saver.wait(PATIENCE)


def test_trouble_is_said_once_kept_and_ends_by_itself(saver: Saver, heard: Heard) -> None:
    tries = []
    mended = threading.Event()
    enough = threading.Event()

    def job() -> None:
        tries.append(1)
        if len(tries) > 3:
            enough.set()
        if not mended.is_set():
            raise OSError(28, "No space left on device")

    saver.put("a", job)
    assert heard.trouble.wait(PATIENCE)
    assert enough.wait(PATIENCE)
    assert saver.trouble == Trouble("No space left on device")
    assert saver.wait(0.05) is False
    mended.set()
    assert heard.quiet.wait(PATIENCE)
    assert saver.trouble is None
    assert heard.said == [Trouble("No space left on device"), None]


def test_trouble_with_one_job_does_not_lose_another(saver: Saver, heard: Heard) -> None:
    mended, other = threading.Event(), threading.Event()

    def job() -> None:
        if not mended.is_set():
            raise OSError(28, "No space left on device")

    saver.put("a", job)
    assert heard.trouble.wait(PATIENCE)
    saver.put("b", other.set)
    mended.set()
    assert other.wait(PATIENCE)
    assert saver.wait(PATIENCE)


def test_a_fault_of_our_own_is_said_and_does_not_end_the_saving(saver: Saver, heard: Heard) -> None:
    mended = threading.Event()

    def job() -> None:
        if not mended.is_set():
            raise KeyError("a fault")

    saver.put("a", job)
    assert heard.trouble.wait(PATIENCE)
    assert heard.said == [Trouble("KeyError: 'a fault'")]
    mended.set()
    assert heard.quiet.wait(PATIENCE)


def test_stopping_runs_what_is_waiting(heard: Heard) -> None:
    saver, first, done = Saver(heard), Gate(), []
    saver.put("first", first)
    assert first.begun.wait(PATIENCE)
    saver.put("a", lambda: done.append(1))
    first.go.set()
    saver.stop()
    assert done == [1]


def test_stopping_does_not_wait_for_what_cannot_be_saved(heard: Heard) -> None:
    tries = []

    def job() -> None:
        tries.append(1)
        raise OSError(28, "No space left on device")

    saver = Saver(heard, pause=PATIENCE)
    saver.put("a", job)
    assert heard.trouble.wait(PATIENCE)
    saver.stop()
    assert 1 <= len(tries) <= 3


# With a session


def in_the_way(panel: Panel) -> Path:
    """The temporary file that every save goes through, as a folder: as if it were held."""
    return panel.session.folder / f"{panel.session.writer}.json.tmp"


def test_what_cannot_be_saved_stays_in_memory_and_is_saved_when_the_place_allows_it(
    library: Library, panel: Panel, saver: Saver, heard: Heard
) -> None:
    in_the_way(panel).mkdir()
    add_note(panel.session, panel.amira, "One.")
    saver.put("session", panel.session.flush)
    assert heard.trouble.wait(PATIENCE)
    add_note(panel.session, panel.amira, "Two.")
    assert [note.text for note in view(panel.session).notes] == ["One.", "Two."]
    assert not panel.session.saved
    assert view(library.open(panel.session.id)).notes == ()
    in_the_way(panel).rmdir()
    # Nobody asks again: it goes on trying by itself.
    assert heard.quiet.wait(PATIENCE)
    assert panel.session.saved
    assert [note.text for note in view(library.open(panel.session.id)).notes] == ["One.", "Two."]


def test_a_folder_that_is_away_for_a_while_loses_nothing(
    library: Library, panel: Panel, saver: Saver, heard: Heard
) -> None:
    add_note(panel.session, panel.amira, "One.")
    panel.session.flush()
    away = panel.session.folder.rename(panel.session.folder.with_name("away"))
    add_note(panel.session, panel.amira, "Two.")
    saver.put("session", panel.session.flush)
    assert heard.trouble.wait(PATIENCE)
    assert heard.said[0] == Trouble("No such file or directory")
    assert not panel.session.folder.exists()
    away.rename(panel.session.folder)
    assert heard.quiet.wait(PATIENCE)
    panel.session.close()
    again = library.open(panel.session.id)
    assert [note.text for note in view(again).notes] == ["One.", "Two."]
    assert again.notices == []


def test_a_place_that_is_no_folder_takes_the_note_and_says_what_is_wrong(
    library: Library, panel: Panel, saver: Saver, heard: Heard
) -> None:
    panel.session.close()
    session = library.open(panel.session.id)
    away = session.folder.rename(session.folder.with_name("away"))
    session.folder.write_text("a file where the folder was")
    add_note(session, panel.amira, "One.")
    saver.put("session", session.flush)
    assert heard.trouble.wait(PATIENCE)
    session.folder.unlink()
    away.rename(session.folder)
    assert heard.quiet.wait(PATIENCE)
    assert [note.text for note in view(library.open(session.id)).notes] == ["One."]


@pytest.fixture
def restless() -> Iterator[None]:
    """Have threads take turns as often as can be, so that they meet where they might."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("restless")
def test_writing_and_saving_at_once_uses_no_number_twice(
    library: Library, panel: Panel, saver: Saver
) -> None:
    for number in range(300):
        add_note(panel.session, panel.amira, f"Note {number}.")
        saver.put("session", panel.session.flush)
    assert saver.wait(PATIENCE)
    panel.session.close()
    session = library.open(panel.session.id)
    texts = {note.ref: note.text for note in view(session).notes}
    assert texts == {f"AK{number + 1}": f"Note {number}." for number in range(300)}
    dots = [version.dot for version in session.records.all()]
    assert len(set(dots)) == len(dots)


def test_a_ledger_replaced_while_notes_are_written_and_saved_loses_none(
    library: Library, panel: Panel, saver: Saver, heard: Heard
) -> None:
    for number in range(60):
        add_note(panel.session, panel.amira, f"Note {number}.")
        saver.put("session", panel.session.flush)
        if number % 20 == 10:
            assert saver.wait(PATIENCE)
            for ledger in panel.session.folder.glob("*.json"):
                ledger.write_bytes(b"{}")
    assert saver.wait(PATIENCE)
    panel.session.close()
    assert len(view(library.open(panel.session.id)).notes) == 60
    assert set(heard.said) == {None}
