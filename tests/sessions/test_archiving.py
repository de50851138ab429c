"""An archive: locked with a passphrase, opened by another installation, refused when it is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st
from reviews import Panel, library_in, snapshot

from sessions.archiving import Work, is_archive, lock, lock_bytes, need_passphrase, unlock
from sessions.bundle import pack
from sessions.errors import Refused
from sessions.handing_over import manifest_of, receive
from sessions.notes import add_note

PASSPHRASE = "four quiet otters paddling"
EASY = Work(log_n=4)  # so that a test takes no time; what people make takes half a second


def test_another_installation_opens_it_with_all_that_was_in_it(
    panel: Panel, tmp_path: Path
) -> None:
    session = panel.session
    add_note(session, panel.amira, "For myself alone.", private=True)
    data = lock(session, PASSPHRASE, session.now())  # the usual work, once
    assert is_archive(data)
    for word in (b"For myself", b"Hollin", b"Amira", session.id.encode()):
        assert word not in data
    elsewhere = library_in(tmp_path / "elsewhere", "other")
    assert receive(elsewhere, unlock(data, PASSPHRASE + "\n")).is_new
    assert snapshot(elsewhere.open(session.id)) == snapshot(session)


def test_a_wrong_passphrase_is_refused_in_a_line(panel: Panel) -> None:
    data = lock(panel.session, PASSPHRASE, panel.session.now(), EASY)
    for wrong in ("four quiet otters paddlinG", "", "x" * 10_000):
        with pytest.raises(Refused, match=r"does not open the archive.*nothing was opened\.$"):
            unlock(data, wrong)


@quick(max_examples=60, deadline=None)
@given(place=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_byte_that_was_changed_is_refused(place: int, flip: int) -> None:
    at = place % len(_LOCKED)
    # Never so much work that the test would wait: the head says how much, and is checked first.
    if at in (26, 27, 28):
        flip = 0xFF ^ _LOCKED[at]
    changed = bytearray(_LOCKED)
    changed[at] ^= flip
    with pytest.raises(Refused) as caught:
        unlock(bytes(changed), PASSPHRASE)
    assert "\n" not in str(caught.value)


_LOCKED = lock_bytes(b"what is in it" * 10, PASSPHRASE.encode(), EASY)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", _LOCKED[:40], _LOCKED[:-1]], ids=len)
def test_what_is_no_archive_or_a_part_of_one_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        unlock(data, PASSPHRASE)


def test_an_archive_of_a_newer_version_says_so() -> None:
    newer = _LOCKED[:25] + b"\x09" + _LOCKED[26:]
    with pytest.raises(Refused, match="update the app"):
        unlock(newer, PASSPHRASE)


@pytest.mark.parametrize("weak", ["", "short", "eleven char", " " * 40, "\n" * 20])
def test_a_weak_passphrase_is_refused_with_what_is_asked_for(panel: Panel, weak: str) -> None:
    with pytest.raises(Refused, match="12 characters or more"):
        lock(panel.session, weak, panel.session.now(), EASY)


def test_a_passphrase_is_the_same_however_its_letters_are_typed(panel: Panel) -> None:
    one, other = "caf\u00e9 au lait tous les jours", "cafe\u0301 au lait tous les jours"
    assert need_passphrase(one) == need_passphrase(other)
    data = lock(panel.session, one, panel.session.now(), EASY)
    assert unlock(data, other).manifest.session == panel.session.id


def test_what_is_locked_is_never_twice_the_same(panel: Panel) -> None:
    from sessions.bundle_ledgers import everything

    session = panel.session
    chosen = everything(session)
    made = pack(manifest_of(session, chosen, "", session.now()), chosen.files)
    key = PASSPHRASE.encode()
    assert lock_bytes(made, key, EASY) != lock_bytes(made, key, EASY)
