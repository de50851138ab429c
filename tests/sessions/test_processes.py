"""Several processes at once in one session."""

from pathlib import Path

from reviews import Panel, library_in, panel_in, start_python

from sessions.notes import add_note
from sessions.view import view

WRITE = """
import sys
from pathlib import Path
from reviews import library_in
from sessions.clock import system_clock
from sessions.notes import add_note
from sessions.people import find_person

root, identity, machine, name, count = sys.argv[1:]
session = library_in(Path(root), machine, system_clock).open(identity)
person = find_person(session.state, name)
sys.stdin.readline()  # until everybody is here
for number in range(int(count)):
    ref = add_note(session, person, f"{name} {number}", ["1.1"])
    session.flush()
    print(ref, flush=True)
session.refresh()
session.close()
"""


def write_at_once(root: Path, panel: Panel, *who: tuple[str, str], count: int = 20) -> None:
    """Have each write its notes in a process of its own, on that machine, all at once."""
    panel.session.close()
    writers = [
        start_python(WRITE, str(root), panel.session.id, machine, name, str(count))
        for machine, name in who
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        said, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
        assert len(said.split()) == count


def assert_all_there(root: Path, panel: Panel, names: list[str], count: int = 20) -> None:
    session = library_in(root).open(panel.session.id)
    assert session.notices == []
    texts = [note.text for note in view(session).notes]
    assert sorted(texts) == sorted(f"{name} {n}" for name in names for n in range(count))
    dots = [version.dot for version in session.records.all()]
    assert len(set(dots)) == len(dots)
    refs = [note.ref for note in view(session).notes]
    assert len(set(refs)) == len(refs)


def test_two_windows_of_one_machine_both_keep_everything(tmp_path: Path) -> None:
    panel = panel_in(library_in(tmp_path))
    write_at_once(tmp_path, panel, ("laptop", "Amira Khan"), ("laptop", "Ben Orr"))
    assert_all_there(tmp_path, panel, ["Amira Khan", "Ben Orr"])


def test_one_person_in_two_windows_keeps_everything(tmp_path: Path) -> None:
    panel = panel_in(library_in(tmp_path))
    write_at_once(tmp_path, panel, ("laptop", "Amira Khan"), ("laptop", "Amira Khan"))
    assert_all_there(tmp_path, panel, ["Amira Khan", "Amira Khan"])


def test_two_machines_on_a_shared_drive_both_keep_everything(tmp_path: Path) -> None:
    panel = panel_in(library_in(tmp_path))
    write_at_once(tmp_path, panel, ("laptop", "Amira Khan"), ("desktop", "Ben Orr"))
    assert_all_there(tmp_path, panel, ["Amira Khan", "Ben Orr"])


def test_what_another_process_writes_is_there_at_the_next_look(tmp_path: Path) -> None:
    panel = panel_in(library_in(tmp_path))
    add_note(panel.session, panel.amira, "Here.")
    panel.session.flush()
    writer = start_python(WRITE, str(tmp_path), panel.session.id, "laptop", "Ben Orr", "3")
    said, errors = writer.communicate("go\n", timeout=60)
    assert writer.returncode == 0, errors
    assert said.split() == ["BO1", "BO2", "BO3"]
    assert panel.session.refresh()
    assert len(view(panel.session).notes) == 4
    add_note(panel.session, panel.amira, "Here again.")
    panel.session.close()
    assert len(view(library_in(tmp_path).open(panel.session.id)).notes) == 5
