"""What holds on every screen: contrast, plain ASCII, no markup in what people write."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, a_session, app_on, library_in
from rich.color import Color
from seeing import flowing, strips, text
from tour import STOPS, go

from sessions.library import Plan
from sessions.notes import add_note

PROBES = (
    "[/] [/foo] [link='x [sic] [TODO] list[int] [@click=app.quit]x[/]",
    "\x1b]52;c;aGVsbG8=\x07 \x1b[2J \x9b31m \x07 \x00",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "e\u0301 \U0001f469\U0001f3fd\u200d\U0001f3eb \U0001f1ec\U0001f1e7 漢字 \ufeff",
    "| # * _ ` <b>bold</b> &amp; ~~~ ---",
)


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    triplet = colour.get_truecolor()
    parts = [value / 255 for value in triplet]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_FRAME = set(" ▏▕▌▎▊▋▍▉█▁▂▃▄▅▆▇▔│─┌┐└┘┃━╸╺")  # rules and scrollbars: not text


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("name", STOPS)
async def test_text_stands_out_at_least_seven_to_one(
    tmp_path: Path, name: str, theme: str
) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=STOPS[name].gate), theme=theme)
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, name)
        weak = set()
        for strip in strips(app):
            for piece in strip:
                style = piece.style
                if not set(piece.text) - _FRAME or style is None:
                    continue
                assert style.color is not None and style.bgcolor is not None
                assert not style.dim
                front, back = style.color, style.bgcolor
                if style.reverse:
                    front, back = back, front
                if contrast(front, back) < 7:
                    weak.add((piece.text.strip(), round(contrast(front, back), 2)))
        assert not weak


@pytest.mark.parametrize("name", STOPS)
async def test_ascii_is_enough(tmp_path: Path, name: str) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=STOPS[name].gate), ascii_only=True)
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, name)
        assert {letter for letter in text(app) if not letter.isascii()} == set()


@pytest.mark.parametrize("name", STOPS)
async def test_nothing_overflows_a_small_window(tmp_path: Path, name: str) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=STOPS[name].gate))
    async with app.run_test(size=NARROW) as pilot:
        await go(pilot, name)
        for widget in app.screen.walk_children():
            if widget.display and widget.region and not widget.is_scrollable:
                assert widget.region.right <= NARROW[0], widget


@pytest.mark.parametrize("name", STOPS)
async def test_what_people_write_is_text_everywhere(tmp_path: Path, name: str) -> None:
    library = library_in(tmp_path)
    probe = " ".join(PROBES)
    session = library.create(Plan(setting=f"School {probe}", reviewers=(f"Amira {probe}",)))
    me = session.state.present()[0]
    for one in (*PROBES, "x" * 100_000):
        add_note(session, me, one, ["1.3"])
    add_note(session, me, probe, [])
    if STOPS[name].gate:
        from sessions.passes import open_gate

        open_gate(session, me, 1)
    session.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, name)
        shown = text(app)
        assert not any(ord(c) < 32 and c != "\n" or 0x7F <= ord(c) <= 0x9F for c in shown)
        assert not set(shown) & set("\u202e\u202c\u2066\u2069")
        assert app.is_running


async def test_hostile_text_in_a_note_is_shown_as_it_is(tmp_path: Path) -> None:
    session = a_session(tmp_path, notes=False)
    opened = library_in(tmp_path).open(session.id)
    add_note(opened, opened.state.present()[0], PROBES[0], ["1.3"])
    opened.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "describe")
        assert "".join(PROBES[0].split()) in "".join(flowing(app).split())
