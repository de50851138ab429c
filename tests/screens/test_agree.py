"""Agree, through the keys a person presses: what is seen at each step, and what is on the disk."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, a_session, app_on, library_in, on_disk
from panels import REFS, REVIEWERS, SAID, a_panel, cast
from seeing import flowing, lines
from textual.events import Key
from textual.pilot import Pilot
from textual.widget import Widget

from screens.agree import AgreeScreen
from screens.hand_over import HandOverScreen
from screens.judge import JudgeScreen
from screens.widgets.fields import NoteField
from screens.widgets.spread_list import SpreadList
from sessions.agreeing import ALIKE
from sessions.passes import open_gate, reopen
from sessions.seen import AgreementView, JudgedView
from sessions.session import Session
from tui.app import ReviewApp

KEYS = {"Fay Lund": "1", "Amira Khan": "2", "Ben Orr": "3", "Carys Pugh": "4"}
STEPS = ("▲ Establishing Foundations", "■ Strengthening Practice", "● Sustaining Excellence")
BECAUSE = [because for said in SAID.values() for because in said.values() if because]


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def agree(pilot: Pilot[int]) -> None:
    """Go from the overview to Agree in area 1."""
    await pilot.pause()
    await press(pilot, "home", "y")
    assert isinstance(pilot.app.screen, AgreeScreen)


async def write(pilot: Pilot[int], words: str) -> None:
    """Type words into the window that asks for them, and be done."""
    pilot.app.screen.query_one(NoteField).insert(words)
    await press(pilot, "enter")


async def hand_over(pilot: Pilot[int], name: str) -> None:
    """Hand the keyboard over: two keystrokes."""
    await press(pilot, "f9")
    assert isinstance(pilot.app.screen, HandOverScreen)
    await press(pilot, KEYS[name])


def pane(app: ReviewApp, name: str = "ballots-pane") -> str:
    """Return what one pane shows, with all white space as single blanks."""
    place = app.screen.query_one(f"#{name}").region
    seen = lines(app)[place.y : place.bottom]
    told = " ".join(line[place.x : place.right].rstrip("▕ ") for line in seen)
    return " ".join(told.split())


def me(app: ReviewApp) -> str:
    assert app.review is not None
    return app.review.me.name


def judged(root: Path, session: Session, app: ReviewApp, ref: str) -> JudgedView:
    """Return the judging side of a statement that a fresh start finds, as everyone may see it."""
    assert app.desk.saver.wait(5)
    statement = on_disk(root, session).statement(ref)
    assert statement is not None and statement.judged is not None
    return statement.judged


def agreed(root: Path, session: Session, app: ReviewApp, ref: str) -> AgreementView:
    found = judged(root, session, app, ref).agreement
    assert found is not None
    return found


def rows(app: ReviewApp) -> list[str]:
    """Return the ids of the rows, from the top."""
    spread = app.screen.query_one(SpreadList)
    return [spread.get_option_at_index(n).id or "" for n in range(spread.option_count)]


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


# Handing over


async def test_a_hand_over_covers_everything_until_the_next_person_presses_a_key(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "p", "g", *"1.3", "enter")
        assert "Because Nobody asks why" in flowing(app)  # her own, cast
        await press(pilot, "f9")
        words = flowing(app)
        for told in ("Nobody asks why", "Hollin Bank", "1.3", *(step[2:] for step in STEPS)):
            assert told not in words
        await press(pilot, "escape")
        assert me(app) == "Amira Khan" and "Nobody asks why" in flowing(app)
        await hand_over(pilot, "Ben Orr")
        assert me(app) == "Ben Orr"
        words = flowing(app)
        assert isinstance(app.screen, JudgeScreen)
        assert app.review is not None and app.review.ref == "1.4"  # the first that waits for him
        assert "Nobody asks why" not in words and "evidenced" not in words


async def test_what_one_was_typing_is_kept_for_them_and_is_not_the_next_persons(
    tmp_path: Path,
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path), person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "p", "b")
        app.screen.query_one(NoteField).insert("Zebra")
        await hand_over(pilot, "Ben Orr")
        assert "Zebra" not in flowing(app)
        await hand_over(pilot, "Amira Khan")
        assert "Zebra" in flowing(app)  # offered back
        await press(pilot, "b")
        assert "Zebra" in app.screen.query_one(NoteField).text


async def test_a_person_alone_and_the_library_have_nothing_to_hand_over(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "f9", "escape")
        assert me(app) == "Amira Khan"
        await press(pilot, "escape")
        await press(pilot, "f9")
        assert app.review is None and not isinstance(app.screen, HandOverScreen)


# After the reveal


@pytest.mark.parametrize("size", [USUAL, WIDE])
async def test_ballots_stand_beside_the_statements_with_step_because_and_notes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(tmp_path, a_panel(tmp_path, revealed=True), person="Fay Lund")
    async with app.run_test(size=size) as pilot:
        await agree(pilot)
        assert rows(app) == ["1.4", "1.3", "together"]  # the widest first
        words = pane(app)
        # In columns the rest of what is said may stand below.
        for told in (
            "▲ Establishing",
            "■ Strengthening",
            "● Sustaining",
            "It begins",
            "Every family",
        ):
            assert told in words
        assert "AK3 data" in words
        for name in REVIEWERS:
            assert name in words
        await press(pilot, "v")
        assert "cited by Amira Khan; Ben Orr; Carys Pugh" in flowing(app)
        await press(pilot, "escape", "f")
        assert "Statement 1.4" in flowing(app)


async def test_in_a_small_window_the_panes_take_turns_and_accepting_comes_after_a_look(
    tmp_path: Path,
) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=NARROW) as pilot:
        await agree(pilot)
        assert "It begins in May" not in flowing(app)
        await press(pilot, "tab")
        assert "It begins in May" in flowing(app)
        await press(pilot, "tab", "j", "j", "enter")
        assert "Look at them; Enter then accepts them together." in flowing(app)
        assert judged(tmp_path, session, app, "1.1").agreement is None
        await press(pilot, "enter")
        assert agreed(tmp_path, session, app, "1.1").because == ALIKE


async def test_a_click_on_a_row_looks_and_agrees_on_nothing(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        line = next(n for n, text in enumerate(lines(app)) if "All agree on" in text)
        await pilot.click(offset=(5, line))
        await pilot.click(offset=(5, line))
        await pilot.pause()
        assert "Enter accepts 1.1, 1.2 together." in pane(app)
        assert judged(tmp_path, session, app, "1.1").agreement is None


async def test_those_that_all_agree_on_can_be_gone_through_one_by_one(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "j", "j", "1")
        assert "These are accepted together" in flowing(app)
        await press(pilot, "comma")
        assert rows(app) == ["1.4", "1.3", "together", "1.1", "1.2"]
        await press(pilot, "j", "j", "3", "2", "b")
        await write(pilot, "Seen in both")
        await press(pilot, "enter")
        found = agreed(tmp_path, session, app, "1.2")
        assert (found.stages, found.because) == (
            ("strengthening", "sustaining"),
            "Seen in both",
        )
        await press(pilot, "k", "k", "enter")
        assert agreed(tmp_path, session, app, "1.1").because == ALIKE
        assert agreed(tmp_path, session, app, "1.2").because == "Seen in both"


@pytest.mark.parametrize(
    ("key", "outcome"), [("0", "not_enough_evidence"), ("minus", "not_applicable")]
)
async def test_it_may_be_agreed_that_there_is_nothing_to_judge(
    tmp_path: Path, key: str, outcome: str
) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "1", key, "enter")
        assert "1.4 needs a because" in flowing(app)
        await press(pilot, "b")
        await write(pilot, "Nothing to see yet")
        await press(pilot, "enter")
        found = agreed(tmp_path, session, app, "1.4")
        assert (found.outcome, found.stages) == (outcome, ())


async def test_a_reviewer_reads_and_the_facilitator_writes(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        assert "It begins in May" in flowing(app)
        for key in ("1", "b", "quotation_mark", "a", "enter", "w"):
            await press(pilot, key)
            assert "Only a facilitator may" in flowing(app), key
            assert isinstance(app.screen, AgreeScreen)
        assert judged(tmp_path, session, app, "1.4").agreement is None


async def test_an_agreed_view_that_is_begun_outlives_the_screen_and_the_app(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "2", "quotation_mark", *"ben", "enter")
        await write(pilot, "I saw more")
        await press(pilot, "r", "y")
        words = flowing(app)
        assert "BEING AGREED" in words and "Dissent, Ben Orr: I saw more" in words
        assert app.save_all()
    again = app_on(tmp_path, session, person="Fay Lund")
    async with again.run_test(size=USUAL) as pilot:
        await agree(pilot)
        words = flowing(again)
        assert "BEING AGREED" in words and "Dissent, Ben Orr: I saw more" in words
        await press(pilot, "b")
        await write(pilot, "Most saw it")
        await press(pilot, "enter")
        found = agreed(tmp_path, session, again, "1.4")
        assert found.dissent == ("Ben Orr: I saw more",)
    third = app_on(tmp_path, session, person="Fay Lund")
    async with third.run_test(size=USUAL) as pilot:
        await agree(pilot)
        words = flowing(third)
        assert "BEING AGREED" not in words and "✓ agreed" in words


async def test_words_that_a_crash_left_behind_are_offered_where_they_belong(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        await press(pilot, "j", "b")
        app.screen.query_one(NoteField).insert("Half a senten")
        await pilot.pause(0.5)
        assert app.desk.saver.wait(5)
        app.exit()
    again = app_on(tmp_path, session, person="Fay Lund")
    async with again.run_test(size=USUAL) as pilot:
        await press(pilot, "home", "y")
        assert "Half a senten" in flowing(again)
        await press(pilot, "b")
        await press(pilot, *"ce", "enter")
        assert "Because Half a sentence" in flowing(again)
        assert again.review is not None and again.review.ref == "1.3"


async def test_what_was_agreed_before_a_reopening_is_to_be_looked_at_again(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True, agreed=True)
    opened = library_in(tmp_path).open(session.id)
    fay = opened.state.present()[0]
    reopen(opened, fay, 1, "A class was missed")
    open_gate(opened, fay, 1)
    opened.close()
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        stale = "! agreed before the area was reopened; look again"
        assert stale in pane(app) and stale in pane(app, "spread-pane")
        assert "! look again: reopened" in pane(app, "spread-pane")
        await press(pilot, "enter")  # looked at: it still holds
        assert agreed(tmp_path, session, app, "1.4").stale == ""
        assert "! look again: reopened" not in flowing(app)


async def test_a_framework_with_fields_of_its_own_asks_for_the_panels_too(tmp_path: Path) -> None:
    from sessions.library import Plan

    plan = Plan(setting="Hollin Bank", framework="send-rag-audit", reviewers=("Amira", "Ben"))
    session = library_in(tmp_path).create(plan)
    amira, ben = session.state.present()
    for person in (amira, ben):
        from sessions.conduct import accept
        from sessions.notes import add_note

        accept(session, person)
        add_note(session, person, "A chart.", ["1.1"])
    open_gate(session, amira, 1)
    cast(session, amira, "1.1", (0,), "So")
    cast(session, ben, "1.1", (1,), "So too")
    from sessions.ballots import reveal

    reveal(session, amira, statement="1.1")
    session.close()
    app = app_on(tmp_path, session, person="Amira")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        assert "1 ◆ Red 2 ▲ Amber 3 ● Green" in flowing(app)
        await press(pilot, "2", "plus")
        await write(pilot, "Charts are read")
        await write(pilot, "Nobody acts on them")
        await press(pilot, "b")
        await write(pilot, "Both saw charts")
        words = flowing(app)
        assert "Strengths: Charts are read" in words
        assert "Areas for development: Nobody acts on them" in words
        await press(pilot, "enter")
        found = agreed(tmp_path, session, app, "1.1")
        assert found.fields == {
            "strengths": "Charts are read",
            "areas-for-development": "Nobody acts on them",
        }
        # What is still sealed stands below it, in the framework's order.
        assert rows(app)[:3] == ["1.1", "1.2", "1.3"]


HOSTILE = (
    "[/] [link='x [@click=app.quit]x[/] \x1b]52;c;aGVsbG8=\x07 \u202eleft\u202c 漢字 " + "x" * 5000
)


async def test_what_people_write_is_text_here_and_nothing_overflows(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    opened = library_in(tmp_path).open(session.id)
    fay, amira, *_ = opened.state.present()
    cast(opened, amira, "1.4", (0,), HOSTILE)
    reopen(opened, fay, 1, HOSTILE)
    open_gate(opened, fay, 1)
    opened.close()
    app = app_on(tmp_path, session, person="Fay Lund")
    async with app.run_test(size=NARROW) as pilot:
        await agree(pilot)
        await press(pilot, "2", "b")
        await write(pilot, HOSTILE)
        await press(pilot, "quotation_mark", "enter")
        await write(pilot, HOSTILE)
        await press(pilot, "enter", "a")
        await write(pilot, HOSTILE)
        for keys in ((), ("tab",), ("space",), ("f",)):
            await press(pilot, *keys)
            shown = "\n".join(lines(app))
            assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in shown)
            assert not set(shown) & set("\u202e\u202c")
            for widget in app.screen.query("*").results(Widget):
                if widget.display and widget.region and not widget.is_scrollable:
                    assert widget.region.right <= NARROW[0], widget


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
