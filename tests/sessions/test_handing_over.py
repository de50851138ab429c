"""Handing a session over: one file, what is left out of it, what is refused, and the way back in."""

import contextlib
import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st
from reviews import (
    Panel,
    Ticking,
    copied_to,
    everything_seen,
    library_in,
    meet,
    panel_in,
    snapshot,
)

from sessions.ballots import judge
from sessions.bundle import MANIFEST, Bundle, Manifest, pack, unpack
from sessions.enquiries import add_enquiry
from sessions.erasing import erase_note, row_of
from sessions.erasing_session import erase_session
from sessions.erasing_traces import Removed
from sessions.errors import Refused
from sessions.findings import add_finding, delete_finding
from sessions.handing_over import Made, for_school, need_whole, receive, was_written
from sessions.handing_receipt import Receipt
from sessions.ids import new_id
from sessions.keeping import archive
from sessions.keeping_deleted import delete_session
from sessions.library import Library
from sessions.notes import add_note, delete_note, edit_note
from sessions.passes import open_gate
from sessions.session import PACK, Session
from sessions.undo import undo
from sessions.view import view


def reviewed(panel: Panel) -> Session:
    """Write what a review holds: shared, private, once private, deleted; cast, and not cast."""
    session, fay, amira, ben = panel
    add_note(session, amira, "Ten learners read together.", ["1.1"])
    add_note(session, amira, "SECRET of my own.", ["1.1"], private=True)
    add_note(session, amira, "SECRET at first.", ["1.1"], private=True)
    edit_note(session, amira, "AK3", "Shared by now.", private=False)
    add_note(session, ben, "SECRET that I took away.")
    delete_note(session, ben, "BO1")
    open_gate(session, fay, 1)
    for who, because, draft in (
        (amira, "SECRET draft", True),
        (amira, "It is early.", False),
        (ben, "SECRET, not cast", True),
    ):
        found, cites = {"budding": "full"}, [("AK1", False)]
        judge(session, who, "1.1", highlights=found, cites=cites, because=because, draft=draft)
    archive(session)
    session.flush()
    return session


def handed(session: Session, by: str = "Fay") -> Made:
    return for_school(session, by, session.now())


def test_the_school_opens_what_is_shared_and_nothing_else(panel: Panel, tmp_path: Path) -> None:
    session = reviewed(panel)
    made = handed(session)
    assert b"SECRET" not in made.data
    assert made.receipt.left_out == {
        "private notes": 1,
        "deleted notes": 1,
        "judgements not cast": 1,
    }
    school = library_in(tmp_path / "school", "school")
    done = receive(school, unpack(made.data))
    assert done.is_new
    assert done.words == "hollin-bank-2026-11-21 is here now."
    there = school.open(session.id)
    seen = view(there, panel.amira)
    assert [(n.ref, n.text) for n in seen.notes] == [
        ("AK1", "Ten learners read together."),
        ("AK3", "Shared by now."),
    ]
    own = seen.statement("1.1")
    assert own is not None
    assert own.judged is not None
    assert [ballot.because for ballot in own.judged.ballots] == ["It is early."]
    assert not seen.after.archived  # that was said of the visitors' copy
    # The school writes under a name of its own, and nothing is numbered twice.
    assert add_note(there, panel.amira, "From the school.") == "AKb1"
    there.close()
    assert school.rows()[0].notes == 3


def test_one_session_is_one_file_byte_for_byte(panel: Panel) -> None:
    session = reviewed(panel)
    moment = session.now()
    assert for_school(session, "Fay", moment).data == for_school(session, "Fay", moment).data


def test_what_is_here_already_is_merged_and_never_replaced(tmp_path: Path) -> None:
    clock = Ticking()
    here = panel_in(library_in(tmp_path, clock=clock))
    add_note(here.session, here.amira, "One.", ["1.1"])
    school = library_in(tmp_path, "desktop", clock, tmp_path / "desktop-library")
    there = copied_to(tmp_path, here.session, clock)
    add_note(there, here.ben, "From the school.", ["1.1"])
    there.close()
    add_note(here.session, here.amira, "Two.", ["1.1"])
    here.session.flush()
    before = {path: path.read_bytes() for path in there.folder.glob("*.json")}
    done = receive(school, unpack(handed(here.session).data))
    assert (done.is_new, done.added) == (False, 2)  # the note, and where it is filed
    assert "nothing was replaced" in done.words
    assert {path: path.read_bytes() for path in before} == before
    opened = school.open(there.id)
    assert [note.text for note in view(opened).notes] == ["One.", "From the school.", "Two."]
    again = receive(school, unpack(handed(here.session).data))
    assert again.added == 0
    assert again.words.endswith("nothing was changed.")


def test_a_name_in_a_file_is_said_as_one_plain_line(panel: Panel, library: Library) -> None:
    made = unpack(handed(panel.session).data)
    told = msgspec.structs.replace(made.manifest, name="evil\x1b[31m\nname", session=new_id())
    again = receive(library, unpack(pack(told, made.files)))
    assert again.words.endswith(" name is here now.")
    assert not {"\x1b", "\n"} & set(again.words)


def test_what_was_erased_here_does_not_come_back_with_a_file(
    library: Library, panel: Panel
) -> None:
    add_note(panel.session, panel.amira, "Zebedee was there.", ["1.1"])
    panel.session.flush()
    made = handed(panel.session)
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    receive(library, unpack(made.data))
    files = panel.session.folder.iterdir()
    assert not any(b"Zebedee" in path.read_bytes() for path in files if path.is_file())
    assert view(library.open(panel.session.id)).notes == ()
    assert b"Zebedee" not in handed(panel.session).data


def test_a_session_that_was_erased_here_says_so_when_it_comes_back(
    library: Library, panel: Panel
) -> None:
    made = handed(reviewed(panel))
    erase_note(library, panel.session, panel.amira, "AK1", "a name")
    panel.session.close()
    erase_session(library, row_of(library, panel.session.id), "Fay", "handed over")
    said = receive(library, unpack(made.data)).words
    assert "It was erased here on 2026-11-21 (handed over)" in said
    assert "Erased from it for good before that: note AK1. Look whether any came back." in said
    delete_session(library, library.rows()[0])
    with pytest.raises(Refused, match="among the deleted sessions here"):
        receive(library, unpack(made.data))


# The receipt


def test_the_copy_here_is_erased_only_if_the_file_holds_all_of_it(
    library: Library, panel: Panel
) -> None:
    session = reviewed(panel)
    made = handed(session)
    was_written(session, made, made.data)
    session.flush()
    (row,) = library.rows()
    assert row.handed_over == "2026-11-21"
    for told in (made.data, made.receipt.as_json()):
        assert need_whole(session, told).sha256 == made.receipt.sha256
    add_note(session, panel.amira, "Written since.")
    with pytest.raises(Refused, match="more here than in that file"):
        need_whole(session, made.data)
    other = panel_in(library)
    with pytest.raises(Refused, match="That is another session"):
        need_whole(other.session, made.data)
    with pytest.raises(Refused, match="not as it was written"):
        was_written(session, made, made.data[:-1])


def test_the_receipt_says_what_was_handed_over_erased_and_cannot_be_promised(
    panel: Panel,
) -> None:
    session = reviewed(panel)
    made = handed(session)
    text = made.receipt.as_text("hollin.inclusion-review")
    assert f"SHA-256       {made.receipt.sha256}" in text
    assert "Review        Hollin Bank, 21 November 2026 (hollin-bank-2026-11-21)" in text
    assert "Left out of the file: 1 private note, 1 deleted note, 1 judgement not cast." in text
    assert "Not erased yet" in text
    assert "Flash disks" in text
    assert "SECRET" not in text
    removed = Removed(ledgers=2, drafts=1, index=True)
    after = made.receipt.after_erasing(session.now(), "Fay", removed)
    text = after.as_text("hollin.inclusion-review")
    assert "- 2 files of the record, last good copies included" in text
    assert "- 1 texts that were being typed" in text
    assert Receipt.read(after.as_json()) == after
    assert Receipt.read(b"{}") is None


# What is refused

_FILES = {PACK: b"# pack", "abc.json": b"{}"}
_SAID = Manifest(
    session=new_id(),
    name="hollin-bank",
    setting="Hollin Bank",
    date="2026-11-21",
    framework="little",
    framework_version="1",
    made="2026-11-21 09:00",
)


def zipped(*entries: tuple[str, bytes], compress: int = zipfile.ZIP_STORED) -> bytes:
    said = io.BytesIO()
    with zipfile.ZipFile(said, "w", compress) as into:
        for name, data in entries:
            into.writestr(name, data)
    return said.getvalue()


def the_manifest(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return source.read(MANIFEST)


_GOOD = pack(_SAID, _FILES)
_TOLD = the_manifest(_GOOD)
_PARTS = (("session/abc.json", b"{}"), (f"session/{PACK}", b"# pack"))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no bundle"),
        (b"PK\x03\x04 and nothing more", "no bundle"),
        (_GOOD[: len(_GOOD) // 2], "no bundle"),
        (zipped(("readme.txt", b"hello")), "it holds readme.txt"),
        (zipped((MANIFEST, _TOLD), ("../../evil.json", b"{}")), "it holds ../../evil.json"),
        (zipped((MANIFEST, _TOLD), ("session/../../evil", b"")), "it holds session/../../evil"),
        (zipped((MANIFEST, _TOLD), ("/etc/passwd", b"")), "it holds /etc/passwd"),
        (zipped((MANIFEST, _TOLD), ("session/.hidden", b"")), "it holds session/.hidden"),
        (zipped((MANIFEST, _TOLD), *_PARTS, compress=zipfile.ZIP_DEFLATED), "compressed"),
        (zipped((MANIFEST, bytes(10_000_000)), compress=zipfile.ZIP_DEFLATED), "compressed"),
        (zipped((MANIFEST, b"{")), "its manifest cannot be read"),
        (zipped((MANIFEST, b'{"kind": "a cake"}')), "something else"),
        (zipped((MANIFEST, _TOLD.replace(b'"format": 1', b'"format": 9'))), "newer version"),
        (zipped((MANIFEST, _TOLD)), "session/abc.json is missing"),
        (zipped((MANIFEST, _TOLD), _PARTS[1], ("session/abc.json", b"[]")), "is not what"),
        (zipped((MANIFEST, _TOLD), *_PARTS, ("session/ABC.json", b"{}")), "in it twice"),
        (
            zipped((MANIFEST, _TOLD.replace(_SAID.session.encode(), b"../../" + bytes(20)))),
            "damaged",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_damaged_or_foreign_is_refused_in_a_line(data: bytes, why: str) -> None:
    with pytest.raises(Refused) as caught:
        unpack(data)
    assert why in str(caught.value)
    assert "Nothing was opened" in str(caught.value) or "update the app" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_with_no_session_of_ours_in_it_is_refused(library: Library) -> None:
    pack_text = library.shelf.text("little").encode()
    for files in (_FILES, {PACK: pack_text}, {PACK: pack_text, "a.lock": b""}, {"a.json": b"{}"}):
        with pytest.raises(Refused, match="nothing was opened"):
            receive(library, Bundle(_SAID, files))
    assert not library.folder.exists() or list(library.folder.glob("[0-9a-z]*")) == []


@quick(max_examples=30, deadline=None)
@given(
    files=st.dictionaries(
        st.from_regex(r"[a-z0-9][a-z0-9.-]{0,20}\.json", fullmatch=True), st.binary(max_size=200)
    ),
    words=st.text(st.characters(codec="utf-8"), max_size=40),
)
def test_whatever_is_packed_is_unpacked_as_it_was(files: dict[str, bytes], words: str) -> None:
    said = msgspec.structs.replace(_SAID, setting=words)
    data = pack(said, files)
    assert data == pack(said, dict(reversed(files.items())))
    opened = unpack(data)
    assert opened.files == files
    assert msgspec.structs.replace(opened.manifest, files=()) == said


@quick(max_examples=60, deadline=None)
@given(place=st.integers(0, len(_GOOD) - 1), byte=st.integers(0, 255))
def test_a_byte_that_was_changed_opens_the_same_or_is_refused(place: int, byte: int) -> None:
    changed = _GOOD[:place] + bytes([byte]) + _GOOD[place + 1 :]
    try:
        opened = unpack(changed)
    except Refused as refusal:
        assert "\n" not in str(refusal)
    else:
        assert opened.files == _FILES


def test_everything_that_is_shared_arrives(panel: Panel, tmp_path: Path) -> None:
    session = panel.session
    for number in range(5):
        add_note(session, panel.ben, f"Note {number}.", ["1.1"])
    school = library_in(tmp_path / "school", "school")
    receive(school, unpack(handed(session).data))
    there = school.open(session.id)
    assert snapshot(there) == snapshot(session)
    meet(session, there)
    assert snapshot(there) == snapshot(session)


def test_what_was_deleted_or_taken_back_is_not_handed_on_and_nobody_brings_it_back(
    panel: Panel, tmp_path: Path
) -> None:
    session, fay, amira, ben = panel
    for who in (amira, ben):
        add_note(session, who, "Ten learners read together.", ["1.1"])
    open_gate(session, fay, 1)
    add_finding(session, ben, "strength", "UNSAID of the school.", ["1.1"])
    delete_finding(session, ben, "1")
    add_enquiry(session, ben, "UNSAID, who asks?")
    undo(session, ben)
    judge(
        session,
        ben,
        "1.1",
        highlights={"budding": "full"},
        cites=[("BO1", False)],
        because="UNSAID",
    )
    undo(session, ben)
    made = handed(session)
    assert not any(b"UNSAID" in data for data in unpack(made.data).files.values())
    there = library_in(tmp_path, "school", folder=tmp_path / "school")
    receive(there, unpack(made.data))
    opened = there.open(session.id)
    with contextlib.suppress(Refused):
        for _ in range(9):
            undo(opened, ben)
    assert view(opened).plan.findings == ()
    assert "UNSAID" not in everything_seen(opened, ben)


def test_what_was_deleted_since_goes_at_the_school_too(panel: Panel, tmp_path: Path) -> None:
    session, fay, amira, _ = panel
    add_note(session, amira, "Seen by everyone.", ["1.1"])
    open_gate(session, fay, 1)
    add_finding(session, amira, "strength", "They read together.", ["1.1"])
    there = library_in(tmp_path, "school", folder=tmp_path / "school")
    receive(there, unpack(handed(session).data))
    delete_finding(session, amira, "1")
    delete_note(session, amira, "AK1")
    receive(there, unpack(handed(session).data))
    arrived = view(there.open(session.id))
    assert (arrived.notes, arrived.plan.findings) == ((), ())
