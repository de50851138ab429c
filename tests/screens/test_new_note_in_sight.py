"""A note that was just written is seen in the list, however many there are."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from seeing import lines

from sessions.notes import add_note


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_a_note_just_written_is_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    session = a_session(tmp_path)
    opened = library_in(tmp_path).open(session.id)
    for n in range(6):
        add_note(opened, opened.state.present()[0], f"Something longer was seen, {n}.", ["1.3"])
    opened.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.review is not None
        app.review.go("1.3")
        for _ in range(2):
            await pilot.press("d", "n", *"A zebra", "enter", "escape", "escape")
        await pilot.press("d", "n", *"An ibis", "enter")
        refs = [note.ref for note in app.review.statement.evidence]
        seen = "\n".join(line for line in lines(app) if "is written" not in line)
        assert f"{refs[-1]} " in seen and "An ibis" in seen
