"""What holds on every screen: plain ASCII is enough, what people write is only ever text."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from seeing import flowing, text
from textual.widget import Widget
from tour import STOPS, go, session_for

from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.session import Session

PROBES = (
    "[/] [/foo] [link='x [sic] [TODO] list[int] [@click=app.quit]x[/]",
    "\x1b]52;c;aGVsbG8=\x07 \x1b[2J \x9b31m \x07 \x00",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "e\u0301 \U0001f469\U0001f3fd\u200d\U0001f3eb \U0001f1ec\U0001f1e7 漢字 \ufeff",
    "| # * _ ` <b>bold</b> &amp; ~~~ ---",
)


ALIKE = {
    "library filter",
    "setup again",
    "describe empty",
    "describe delete",
    "judge cast",
    "reopen",
    "plan empty",
    "overview when due",
}
"""Screens made of the same parts as another one of the tour."""

WITH_NOTES = (
    "library", "setup again", "overview", "describe", "describe edit", "describe delete", "inbox",
    "judge", "because", "report", "export",
)  # fmt: skip
"""Screens that show what people wrote: names, settings, notes."""


@pytest.mark.parametrize("name", sorted(set(STOPS) - ALIKE))
async def test_ascii_is_enough(tmp_path: Path, name: str) -> None:
    app = app_on(tmp_path, session_for(tmp_path, name), ascii_only=True)
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, name)
        assert {letter for letter in text(app) if not letter.isascii()} == set()


def hostile_session(root: Path, *, gate: bool) -> Session:
    """Make a review in which people wrote everything that breaks terminal apps."""
    library = library_in(root)
    probe = " ".join(PROBES)
    session = library.create(Plan(setting=f"School {probe}", reviewers=(f"Amira {probe}",)))
    me = session.state.present()[0]
    for one in (*PROBES, "x" * 100_000):
        add_note(session, me, one, ["1.3"])
    add_note(session, me, probe, [])
    if gate:
        open_gate(session, me, 1)
    session.close()
    return session


@pytest.mark.parametrize("name", WITH_NOTES)
async def test_what_people_write_is_text_everywhere_and_nothing_overflows(
    tmp_path: Path, name: str
) -> None:
    app = app_on(tmp_path, hostile_session(tmp_path, gate=STOPS[name].gate))
    async with app.run_test(size=NARROW) as pilot:
        await go(pilot, name)
        shown = text(app)
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in shown)
        assert not set(shown) & set("\u202e\u202c\u2066\u2069")
        for widget in app.screen.query("*").results(Widget):
            if widget.display and widget.region and not widget.is_scrollable:
                assert widget.region.right <= NARROW[0], widget


async def test_hostile_text_in_a_note_is_shown_as_it_is(tmp_path: Path) -> None:
    session = a_session(tmp_path, notes=False)
    opened = library_in(tmp_path).open(session.id)
    add_note(opened, opened.state.present()[0], PROBES[0], ["1.3"])
    opened.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "describe")
        assert "".join(PROBES[0].split()) in "".join(flowing(app).split())
