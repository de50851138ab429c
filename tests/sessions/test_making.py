"""A session that cannot be made whole leaves nothing behind."""

from pathlib import Path

import pytest
from reviews import library_in, panel_in

from sessions.errors import Refused
from sessions.making import whole_or_nothing
from sessions.notes import add_note


def test_what_was_written_is_on_the_disk(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    panel = panel_in(library)
    with whole_or_nothing(panel.session):
        add_note(panel.session, panel.amira, "A heron.", ["1.1"])
    assert "A heron." in "".join(p.read_text() for p in panel.session.folder.glob("*.json"))


@pytest.mark.parametrize("wrong", [Refused("No."), OSError("full")])
def test_where_it_fails_nothing_of_it_stays_and_the_others_do(
    tmp_path: Path, wrong: Exception
) -> None:
    library = library_in(tmp_path)
    other, panel = panel_in(library), panel_in(library)
    with pytest.raises(type(wrong)), whole_or_nothing(panel.session):
        add_note(panel.session, panel.amira, "A heron.", ["1.1"])
        raise wrong
    assert not panel.session.folder.exists()
    assert other.session.folder.exists()
