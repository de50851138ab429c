"""Text that is still being typed: what a crash cannot take."""

import shutil
import stat
import sys
from pathlib import Path

import pytest
from reviews import Panel, library_in, panel_in, start_python

from sessions.drafts import ENDING, Draft, Drafts
from sessions.library import Library


@pytest.fixture
def drafts(library: Library, panel: Panel) -> Drafts:
    return Drafts(library.home, panel.session.id, panel.session.folder)


def files(library: Library) -> list[Path]:
    return sorted((library.home.folder / "drafts").rglob(f"*{ENDING}"))


def texts(drafts: Drafts, writer: str, person: str) -> list[str]:
    return [draft.text for _, draft in drafts.left_behind(writer, person)]


def test_a_draft_is_kept_whole(drafts: Drafts, panel: Panel) -> None:
    typed = Draft(
        panel.amira, "Two of fi", "learner-voice", "Y5", "2026-11-21 10:40", ("1.1",), "note/7"
    )
    drafts.keep(panel.session.writer, typed)
    ((_, found),) = drafts.left_behind(panel.session.writer, panel.amira)
    assert found.typed > 0
    assert found == Draft(
        typed.participant,
        typed.text,
        typed.source,
        typed.where,
        typed.observed,
        typed.statements,
        typed.slot,
        found.typed,
    )


def test_what_is_typed_on_replaces_it(drafts: Drafts, panel: Panel, library: Library) -> None:
    writer = panel.session.writer
    for text in ("T", "Tw", "Two"):
        drafts.keep(writer, Draft(panel.amira, text))
    assert texts(drafts, writer, panel.amira) == ["Two"]
    assert len(files(library)) == 1


def test_each_place_has_a_draft_of_its_own_and_the_newest_comes_first(
    drafts: Drafts, panel: Panel
) -> None:
    writer = panel.session.writer
    for slot in ("", "note/7", "because/1.1"):
        drafts.keep(writer, Draft(panel.amira, f"in {slot}", slot=slot))
    assert texts(drafts, writer, panel.amira) == ["in because/1.1", "in note/7", "in "]
    drafts.forget(writer, panel.amira, "note/7")
    assert texts(drafts, writer, panel.amira) == ["in because/1.1", "in "]


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_draft_goes(drafts: Drafts, panel: Panel, library: Library, empty: str) -> None:
    drafts.keep(panel.session.writer, Draft(panel.amira, "Two"))
    drafts.keep(panel.session.writer, Draft(panel.amira, empty))
    assert files(library) == []
    drafts.forget(panel.session.writer, panel.amira)  # again: there is nothing to forget


def test_a_draft_is_its_own_persons(drafts: Drafts, panel: Panel) -> None:
    drafts.keep(panel.session.writer, Draft(panel.amira, "Two"))
    assert drafts.left_behind(panel.session.writer, panel.ben) == ()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps access lists, and no modes such as 0600"
)
def test_a_draft_is_its_owners_alone_and_outside_the_session(
    drafts: Drafts, panel: Panel, library: Library
) -> None:
    drafts.keep(panel.session.writer, Draft(panel.amira, "Two"))
    (path,) = files(library)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not path.is_relative_to(library.folder)


def test_the_draft_of_a_window_that_is_open_is_left_to_it(library: Library, panel: Panel) -> None:
    drafts = Drafts(library.home, panel.session.id, panel.session.folder)
    drafts.keep(panel.session.writer, Draft(panel.amira, "Being typed"))
    with library.open(panel.session.id) as second:
        assert second.writer != panel.session.writer
        assert texts(drafts, second.writer, panel.amira) == []
        panel.session.close()
        assert texts(drafts, second.writer, panel.amira) == ["Being typed"]


CRASH = """
import sys
from pathlib import Path
from reviews import library_in
from sessions.drafts import Draft, Drafts

root, identity, person = sys.argv[1:]
library = library_in(Path(root))
session = library.open(identity)
drafts = Drafts(library.home, session.id, session.folder)
drafts.keep(session.writer, Draft(person, "Two of fi"))
print(session.writer, flush=True)
sys.stdin.read()
"""


def test_the_draft_of_a_killed_window_is_offered_back(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    panel = panel_in(library)
    panel.session.close()
    with start_python(CRASH, str(tmp_path), panel.session.id, panel.amira) as crashing:
        assert crashing.stdout is not None
        writer = crashing.stdout.readline().strip()
        session = library.open(panel.session.id)
        drafts = Drafts(library.home, session.id, session.folder)
        assert session.writer != writer
        assert texts(drafts, session.writer, panel.amira) == []
        crashing.kill()
        crashing.wait()
        assert texts(drafts, session.writer, panel.amira) == ["Two of fi"]
        # Taken over, it is this window's, and there is one of it.
        ((path, draft),) = drafts.left_behind(session.writer, panel.amira)
        drafts.adopt(path, session.writer, draft)
        ((path, draft),) = drafts.left_behind(session.writer, panel.amira)
        assert path.name.startswith(f"{session.writer}~")
        assert draft.text == "Two of fi"


def test_a_draft_of_ones_own_is_taken_over_as_it_is(
    drafts: Drafts, panel: Panel, library: Library
) -> None:
    drafts.keep(panel.session.writer, Draft(panel.amira, "Two"))
    ((path, draft),) = drafts.left_behind(panel.session.writer, panel.amira)
    drafts.adopt(path, panel.session.writer, draft)
    assert files(library) == [path]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b'{"participant": 7, "text": "x"}'], ids=repr
)
def test_a_damaged_draft_is_passed_over(
    drafts: Drafts, panel: Panel, library: Library, data: bytes
) -> None:
    writer = panel.session.writer
    drafts.keep(writer, Draft(panel.amira, "Two"))
    drafts.keep(writer, Draft(panel.amira, "Three", slot="note/7"))
    files(library)[0].write_bytes(data)
    assert len(texts(drafts, writer, panel.amira)) == 1


def test_the_text_of_a_draft_is_cleaned(drafts: Drafts, panel: Panel, library: Library) -> None:
    drafts.keep(panel.session.writer, Draft(panel.amira, "Two"))
    (path,) = files(library)
    path.write_bytes(
        b'{"participant": "p", "text": "\\u001b[31m", "where": "a\\nb", "observed": "\\u202e"}'
    )
    ((_, draft),) = drafts.left_behind(panel.session.writer, panel.amira)
    assert (draft.text, draft.where, draft.observed) == ("\ufffd[31m", "a b", "\ufffd")


def test_the_drafts_of_a_deleted_session_can_still_be_read(
    drafts: Drafts, panel: Panel, library: Library
) -> None:
    drafts.keep("another", Draft(panel.amira, "Two"))
    panel.session.close()
    shutil.rmtree(panel.session.folder)
    assert texts(drafts, "mine", panel.amira) == ["Two"]
    assert not panel.session.folder.exists()


def test_a_draft_that_cannot_be_kept_is_an_os_error(tmp_path: Path, library: Library) -> None:
    drafts = Drafts(library.home, "session", tmp_path)
    library.home.folder.mkdir(parents=True)
    (library.home.folder / "drafts").write_text("in the way")
    with pytest.raises(OSError):
        drafts.keep("writer", Draft("person", "Two"))
    assert drafts.left_behind("writer", "person") == ()
