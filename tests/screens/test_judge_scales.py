"""Judge on any scale: two steps or nine, with and without descriptors, rising and falling."""

from pathlib import Path

import pytest
from contrast import weak_text
from house import NARROW, USUAL, app_on, library_in
from judging import ballot, judge, judging, made, session_of, steps_pane
from seeing import flowing, lines

from screens.widgets.steps import colour_of, several
from sessions.ballots import judge as write_ballot
from sessions.library import Plan
from sessions.passes import open_gate
from sessions.session import Session

FRAMEWORKS = ("inclusion-audit", "send-support", "send-self-assessment", "send-rag-audit")


@pytest.mark.parametrize("identity", FRAMEWORKS)
async def test_all_that_a_judgement_needs_stands_on_one_screen(
    tmp_path: Path, identity: str
) -> None:
    session = session_of(tmp_path, identity)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        await pilot.press("1", "c")
        await pilot.pause()
        seen = flowing(app)
        statement = session.framework.areas[0].statements[0]
        assert " ".join(lines(app)[2:5]).split()[:4] == [
            "1a" if "self" in identity else "1.1",
            *statement.text.split()[:3],
        ]
        for step in session.framework.scale.steps:
            assert f"{step.symbol} {step.name}" in seen
        for field in session.framework.fields:
            assert field.name in seen
        assert weak_text(app) == set()
        assert "✓AK1" in seen
        assert "Draft: Enter casts it" in seen
        assert f"1 2 3 {session.framework.scale.noun if 'Which' in seen else 'highlight'}" in seen


@pytest.mark.parametrize(
    ("identity", "noun"), [(FRAMEWORKS[2], "answer"), (FRAMEWORKS[3], "rating")]
)
async def test_where_nothing_is_described_the_steps_have_the_frameworks_word(
    tmp_path: Path, identity: str, noun: str
) -> None:
    app = app_on(tmp_path, session_of(tmp_path, identity))
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        await pilot.press("1", "2")
        await pilot.pause()
        seen = flowing(app)
        assert f"Which {noun} does the evidence show?" in seen
        assert f"Spans {noun}s" in seen
        for key in ("f1", "f", "a"):
            await pilot.press(key)
            await pilot.pause()
            seen += flowing(app)
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for word in (*"1 2 3", *noun, "enter"):
            await pilot.press("space" if word == " " else word)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen += flowing(app)
        assert f"Press the number that stands before the {noun}." in seen
        assert "descriptor" not in seen.casefold()
        assert "stage" not in seen.casefold()
        assert f"{noun}s may both be shown" in seen


@pytest.mark.parametrize("size", [USUAL, NARROW])
@pytest.mark.parametrize("described", [True, False])
@pytest.mark.parametrize("steps", [2, 7, 9])
async def test_a_scale_may_have_as_many_steps_as_there_are_digits(
    tmp_path: Path, steps: int, described: bool, size: tuple[int, int]
) -> None:
    session = session_of(tmp_path, made(steps=steps, described=described))
    app = app_on(tmp_path, session)
    async with app.run_test(size=size) as pilot:
        await judging(pilot)
        assert ("1 2 " if steps == 2 else f"1-{steps} ") in lines(app)[-1]
        await pilot.press("c", str(steps))
        await pilot.pause()
        seen = flowing(app)
        assert f"Rung {steps} evidenced" in seen  # it was scrolled to
        if not described:
            assert "1 ▲ Rung 1" in seen
        await pilot.press("enter")
        await pilot.pause()
        found = ballot(tmp_path, session, app, "1.1")
        assert found is not None and found.stages == (f"step-{steps}",)
        assert app.review is not None and app.review.ref == "1.2"


async def test_steps_for_which_there_is_no_room_are_one_key_away(tmp_path: Path) -> None:
    app = app_on(tmp_path, session_of(tmp_path, made(steps=7, described=True)))
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        assert "Space more" in lines(app)[-1]
        assert "At Rung 7" not in flowing(app)
        for _ in range(3):
            await pilot.press("space")
        await pilot.pause()
        assert "At Rung 7" in flowing(app)
        await pilot.press("space")
        await pilot.pause()
        assert "1 ▲ Rung 1" in flowing(app)


async def test_plain_ascii_is_enough(tmp_path: Path) -> None:
    app = app_on(tmp_path, session_of(tmp_path, "send-self-assessment"), ascii_only=True)
    async with app.run_test(size=NARROW) as pilot:
        await judging(pilot)
        await pilot.press("2", "c")
        await pilot.pause()
        assert "2 TS To some extent evidenced" in flowing(app)
        assert "Tab notes" in lines(app)[-1]
        assert "\n".join(lines(app)).isascii()
        await pilot.press("tab")
        await pilot.pause()
        assert "+AK1" in flowing(app)
        assert "Tab answers" in lines(app)[-1]
        assert "\n".join(lines(app)).isascii()


async def test_a_step_with_a_long_name_is_read_whole(tmp_path: Path) -> None:
    long = " of a ladder that reaches " + "very " * 12 + "far"
    app = app_on(tmp_path, session_of(tmp_path, made(steps=7, long=long)))
    async with app.run_test(size=USUAL) as pilot:
        await judging(pilot)
        await pilot.press("7")
        await pilot.pause()
        assert f"□ Rung 7{long} evidenced" in steps_pane(app).replace("▌", "")


@pytest.mark.parametrize(
    ("count", "falling", "wanted"),
    [
        (2, False, [1, 3]),
        (3, False, [1, 2, 3]),
        (3, True, [3, 2, 1]),
        (5, False, [1, 1, 2, 3, 3]),
    ],
)
def test_the_weakest_step_has_the_first_colour(
    count: int, falling: bool, wanted: list[int]
) -> None:
    scale = made(steps=count, falling=falling).scale
    colours = [colour_of(scale, step) for step in scale.steps]
    assert (colours[0], colours[-1]) == (wanted[0], wanted[-1])
    assert colours == sorted(colours, reverse=falling)
    if count <= 3:
        assert colours == wanted


@pytest.mark.parametrize(
    ("noun", "nouns"),
    [("stage", "stages"), ("category", "categories"), ("way", "ways"), ("class", "classes")],
)
def test_several_steps_have_a_name(noun: str, nouns: str) -> None:
    assert several(noun) == nouns


async def test_an_area_of_twenty_statements_has_a_line(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session_of_twenty(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot, "2k")
        assert "a✓ b✓ c· d· e· f· g· h· i· j· ▸k· l· m· n· o· p· q· r· s· t·" in lines(app)[1]
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert "▸k·" in lines(app)[1]
        assert lines(app)[1].startswith(" Area 2")


def a_session_of_twenty(root: Path) -> Session:
    """Make a session in which 2a and 2b of twenty statements are judged."""
    plan = Plan(setting="Oak", framework="send-self-assessment", reviewers=("Amira Khan",))
    session = library_in(root).create(plan)
    (me,) = session.state.present()
    open_gate(session, me, 2)
    for ref in ("2a", "2b"):
        write_ballot(session, me, ref, outcome="not_enough_evidence")
    session.close()
    return session
