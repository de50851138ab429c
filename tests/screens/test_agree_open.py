"""Agree, once the ballots are open: what stands beside what, and what the panel agrees on."""

from pathlib import Path

import pytest
from agree_keys import agree, agreed, judged, pane, press, rows, write
from house import NARROW, USUAL, WIDE, app_on, library_in
from panels import REVIEWERS, a_panel, cast
from seeing import flowing, lines
from textual.widget import Widget

from screens.agree import AgreeScreen
from screens.widgets.fields import NoteField
from sessions.agreeing import ALIKE
from sessions.agreeing import agree as write_down
from sessions.ballots import reveal
from sessions.conduct import accept
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate, reopen

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
        line = next(n for n, text in enumerate(lines(app)) if "Judged alike" in text)
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
        assert "dissent" not in lines(app)[-1]  # from nothing that is agreed
        for key in ("1", "b", "quotation_mark", "a", "enter", "w"):
            await press(pilot, key)
            assert "Only a facilitator may" in flowing(app), key
            assert isinstance(app.screen, AgreeScreen)
        assert judged(tmp_path, session, app, "1.4").agreement is None


async def test_a_reviewer_dissents_in_their_own_words(tmp_path: Path) -> None:
    session = a_panel(tmp_path, revealed=True)
    fay = next(i for i, who in session.state.people.items() if who.name == "Fay Lund")
    write_down(
        session, fay, statement="1.4", because="So", outcome="stages", stages=["strengthening"]
    )
    session.flush()
    app = app_on(tmp_path, session, person="Ben Orr")
    async with app.run_test(size=USUAL) as pilot:
        await agree(pilot)
        while app.review is None or app.review.ref != "1.4":
            await press(pilot, "j")
        bottom = lines(app)[-1]
        assert '" dissent' in bottom
        assert "1 2 3" not in bottom and "because" not in bottom
        await press(pilot, "quotation_mark")
        assert "what do you hold instead?" in flowing(app)
        await write(pilot, "I saw more")
        assert "Your dissent stands beside what is agreed of 1.4." in flowing(app)
        assert agreed(tmp_path, session, app, "1.4").dissent == ("Ben Orr: I saw more",)


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
    plan = Plan(setting="Hollin Bank", framework="send-rag-audit", reviewers=("Amira", "Ben"))
    session = library_in(tmp_path).create(plan)
    amira, ben = session.state.present()
    for person in (amira, ben):
        accept(session, person)
        add_note(session, person, "A chart.", ["1.1"])
    open_gate(session, amira, 1)
    cast(session, amira, "1.1", (0,), "So")
    cast(session, ben, "1.1", (1,), "So too")
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
