"""Agree, through the keys a person presses: what is seen at each step, and what is on the disk."""

from pathlib import Path

import pytest
from agree_keys import (
    BECAUSE,
    STEPS,
    agree,
    agreed,
    hand_over,
    judged,
    me,
    pane,
    press,
    rows,
    write,
)
from house import NARROW, USUAL, WIDE, a_session, app_on, library_in, on_disk
from panels import REFS, REVIEWERS, a_panel
from seeing import flowing
from textual.events import Key

from screens.agree import AgreeScreen
from screens.judge import JudgeScreen
from screens.widgets.spread_list import SpreadList
from sessions.agreeing import ALIKE


async def test_keys_pressed_quickly_end_where_they_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A highlight that was overtaken by the next one takes nothing back: they would go on for ever."""
    session = a_panel(tmp_path, revealed=True)
    app, drawn = app_on(tmp_path, session, person="Fay Lund"), []
    real = AgreeScreen.redraw

    def redraw(self: AgreeScreen) -> None:
        drawn.append(self.review.ref)
        real(self)

    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "home")
        monkeypatch.setattr(AgreeScreen, "redraw", redraw)
        for key in "jkj":
            app.post_message(Key(key, key))
        await pilot.pause()
        assert len(drawn) < 10
        assert app.screen.query_one(SpreadList).chosen == rows(app)[1]


# A whole panel


async def test_a_panel_of_four_casts_reveals_talks_and_agrees(tmp_path: Path) -> None:
    session = a_panel(tmp_path, cast=False)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        names = ", ".join(REVIEWERS)
        assert f"The ballots of 1.1 are sealed until all have cast: {names} to come." in pane(app)
        # Each casts alone: Amira and Ben are at odds on 1.3, all say the same of the rest.
        for name, step in zip(REVIEWERS, "122", strict=True):
            await hand_over(pilot, name)
            assert me(app) == name
            assert f"Your turn: p judges {', '.join(REFS)}." in pane(app)
            await press(pilot, "p")
            assert isinstance(app.screen, JudgeScreen)
            for keys in (("0",), ("2", "c"), (step, "c"), ("1", "c")):
                await press(pilot, *keys, "enter")
            await press(pilot, "y")
            words = flowing(app)
            for stage in STEPS:
                assert stage not in words
        assert judged(tmp_path, session, app, "1.3").sealed == (
            "sealed until they are revealed: all have cast"
        )

        # Only the facilitator reveals, after a question; the statements stood in their own order.
        assert rows(app) == list(REFS)
        await press(pilot, "exclamation_mark")
        assert "Only a facilitator may reveal ballots; ask Fay Lund." in flowing(app)
        await hand_over(pilot, "Fay Lund")
        await press(pilot, "exclamation_mark")
        assert "never undone" in flowing(app)
        await press(pilot, "n")
        assert judged(tmp_path, session, app, "1.3").sealed
        await press(pilot, "exclamation_mark", "y")
        assert judged(tmp_path, session, app, "1.3").revealed
        assert rows(app) == ["1.3", "together"]

        # The split: ballots side by side, Ben thinks again, the panel agrees, Amira dissents.
        await press(pilot, "k", "k")
        words = pane(app)
        assert words.index("Amira Khan") < words.index("Ben Orr") < words.index("Carys Pugh")
        await hand_over(pilot, "Ben Orr")
        await press(pilot, "p")
        await press(pilot, "1", "c", "b")
        await write(pilot, "Amira has a point")
        await press(pilot, "enter", "y")
        words = pane(app)
        assert "First ballot" in words and "Second ballot" in words
        assert "Because Amira has a point" in words
        assert rows(app) == ["1.3", "together"]  # it keeps its place
        await hand_over(pilot, "Fay Lund")
        await press(pilot, "2", "b")
        await write(pilot, "Two of three saw a change")
        await press(pilot, "quotation_mark", *"amira", "enter")
        await write(pilot, "I saw no change")
        assert judged(tmp_path, session, app, "1.3").agreement is None
        await press(pilot, "enter")
        found = agreed(tmp_path, session, app, "1.3")
        assert (found.stages, found.because) == (("strengthening",), "Two of three saw a change")
        assert found.dissent == ("Amira Khan: I saw no change",)
        first = [(b.by, b.round) for b in judged(tmp_path, session, app, "1.3").ballots]
        assert first == [("Amira Khan", 1), ("Ben Orr", 1), ("Carys Pugh", 1), ("Ben Orr", 2)]
        words = pane(app)
        assert "Dissent, Amira Khan: I saw no change" in words
        assert "First ballot" in words and "Second ballot" in words

        # The rest together, after a look; one undo takes all of it back, with a reason.
        await press(pilot, "j")
        assert "Enter accepts 1.1, 1.2, 1.4 together." in pane(app)
        await press(pilot, "enter")
        assert agreed(tmp_path, session, app, "1.1").outcome == "not_enough_evidence"
        assert agreed(tmp_path, session, app, "1.4").stages == ("establishing",)
        assert agreed(tmp_path, session, app, "1.2").because == ALIKE
        await press(pilot, "u")
        assert "the agreement on 1.1, 1.2, 1.4?" in flowing(app)
        await write(pilot, "1.4 was not read out")
        for ref in ("1.1", "1.2", "1.4"):
            left = judged(tmp_path, session, app, ref)
            assert left.agreement is None
            assert [e.reason for e in left.earlier] == ["1.4 was not read out"]
        assert "Taken back by Fay Lund: 1.4 was not read out" in pane(app)
        await press(pilot, "enter", "a")
        await write(pilot, "Mostly steady, with early work.")
        assert "Area 1: Mostly steady, with early work." in pane(app, "spread-pane")
    area = on_disk(tmp_path, session).area(1)
    assert area is not None and area.agreement is not None
    assert area.agreement.because == "Mostly steady, with early work."


# Before the reveal


@pytest.mark.parametrize(
    ("name", "size"), [("Fay Lund", NARROW), ("Amira Khan", USUAL), ("Ben Orr", WIDE)]
)
async def test_before_the_reveal_it_says_who_has_cast_and_never_what(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person=name)
    async with app.run_test(size=size) as pilot:
        await agree(pilot)
        for _ in REFS:
            for side in ("space", "tab"):
                await press(pilot, side)
                words = flowing(app)
                for told in (*STEPS, *BECAUSE, "Not enough evidence"):
                    assert told not in words
            await press(pilot, "v")
            assert "No note is cited here that you may see." in flowing(app)
            await press(pilot, "f", *("pagedown",) * 4)
            words = flowing(app)
            for told in BECAUSE:  # not even one's own: others look at this screen
                assert told not in words
            await press(pilot, "escape", "tab", "j")


async def test_both_panes_say_who_is_to_come_in_the_order_of_joining(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        words = pane(app)
        assert "✓ Amira Khan has cast everything" in words
        assert "· Ben Orr to come: 1.4" in words
        assert "Ben Orr, Carys Pugh to come" in pane(app, "spread-pane")
        for key in ("1", "b", "enter", "0", "plus", "quotation_mark"):
            await press(pilot, key)
            assert "nothing is agreed before" in flowing(app) or key == "plus"


async def test_a_reveal_before_all_have_cast_asks_for_a_reason_that_stays(tmp_path: Path) -> None:
    session = a_panel(tmp_path)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "exclamation_mark")
        assert "before Ben Orr, Carys Pugh have cast everything?" in flowing(app)
        await press(pilot, "enter")
        assert "wait, or give a reason" in flowing(app)
        assert not judged(tmp_path, session, app, "1.1").revealed
        await press(pilot, "exclamation_mark")
        await write(pilot, "The bus leaves")
        opening = judged(tmp_path, session, app, "1.1").opening
        assert opening is not None and opening.reason == "The bus leaves"
        await press(pilot, "g", *"1.4", "enter")
        assert "by Fay Lund before all had cast: The bus leaves" in pane(app)
        assert "Amira Khan alone" in pane(app, "spread-pane")


async def test_a_judge_is_excused_with_a_reason_and_waited_for_again(tmp_path: Path) -> None:
    session = a_panel(tmp_path)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "semicolon")
        assert "Amira Khan" not in flowing(app)  # nothing of hers is waited for
        await press(pilot, *"carys", "enter")
        await write(pilot, "Called away")
        assert "excused by Fay Lund: Called away" in pane(app)
        assert judged(tmp_path, session, app, "1.4").sealed.endswith("cast: Ben Orr to come")
        await press(pilot, "semicolon", *"carys", "enter")
        assert judged(tmp_path, session, app, "1.4").sealed.endswith("Ben Orr, Carys Pugh to come")
        await press(pilot, "semicolon", *"carys", "enter")
        await write(pilot, "Called away")
        await press(pilot, "u", "y")
        assert judged(tmp_path, session, app, "1.4").sealed.endswith("Ben Orr, Carys Pugh to come")


async def test_one_reviewer_alone_is_one_persons_view(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        words = pane(app)
        assert "Amira Khan judges this area alone" in words
        assert "stands as one person's view. Agreeing is for a panel." in words
        await press(pilot, "exclamation_mark")
        assert "a cast ballot is open to all" in flowing(app)
        await press(pilot, "p", "0", "enter", "y")
        await press(pilot, "g", *"1.1", "enter")
        words = pane(app)
        assert "Not enough evidence" in words
        assert "stands as one person's view. Agreeing is for a panel." in words


async def test_an_area_that_is_described_has_nothing_to_agree_on(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "home", "y")
        assert not isinstance(app.screen, AgreeScreen)
        assert "still being described" in flowing(app)


# The way here, and who may judge


async def test_the_overview_leads_whoever_chairs_to_the_reveal_and_to_what_is_not_agreed(
    tmp_path: Path,
) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "home")
        assert "Next: 1.1 is not agreed yet (Enter)" in flowing(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AgreeScreen)
        for _ in range(2):
            await press(pilot, "0", "b")
            await write(pilot, "So")
            await press(pilot, "enter", "j")
        await press(pilot, "enter", "escape")
        assert "Next: area 1 has no sentence yet (Enter)" in flowing(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AgreeScreen)


async def test_who_declares_an_interest_at_set_up_judges_no_area_of_it(tmp_path: Path) -> None:
    session = a_session(tmp_path, "Amira Khan", "Ben Orr")
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "shift+tab", "down", "enter")
        await press(pilot, "tab", "tab", *"Oak House", "tab", "tab", *"Governor")
        await press(pilot, "tab", *"1 x", "enter")
        assert "x is no number of an area" in flowing(app)
        await press(pilot, "backspace", "backspace", "enter")
        assert "Ben Orr reviewer, notes BO1, declared an interest in area 1" in flowing(app)
        await press(pilot, "escape", "home", "p")
        assert "Declared an interest, and will not judge this area: Ben Orr." in flowing(app)
        await press(pilot, "y")
        await press(pilot, "y")
        assert "Amira Khan judges this area alone" in pane(app)
    state = library_in(tmp_path).open(session.id).state
    amira, ben = state.present()
    assert (state.judges(1), state.people[ben].own_setting) == ((amira,), "Oak House")
