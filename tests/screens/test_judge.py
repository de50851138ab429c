"""Judge, through the keys a person presses: what is seen, and what is on the disk."""

from pathlib import Path

from house import NARROW, USUAL, a_session, app_on, library_in, on_disk
from judging import ballot, judge
from seeing import flowing, lines

from screens.judge import JudgeScreen
from screens.widgets.fields import NoteField


async def test_statement_and_three_descriptors_stand_together_at_80_by_24(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        everything = flowing(app)
        assert "Leaders analyse data on attendance" in everything
        for name in ("Establishing Foundations", "Strengthening Practice", "Sustaining Excellence"):
            assert name in everything
        assert app.review is not None
        judged = app.review.statement.judged
        assert judged is not None
        left = " ".join(" ".join(line[:49] for line in lines(app)[5:23]).split())
        for descriptor in judged.descriptors:
            assert descriptor is not None
            assert descriptor.text in left


async def test_three_keystrokes_judge_a_statement(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("2", "c", "enter")
        await pilot.pause()
        found = ballot(tmp_path, session, app)
        assert found is not None
        assert found.stages == ("strengthening",)
        assert [cite.ref for cite in found.cites] == ["AK1"]
        assert app.review is not None and app.review.ref == "1.4"


async def test_a_highlight_goes_from_full_to_partly_to_off(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        assert app.review is not None
        seen = []
        for _ in range(3):
            await pilot.press("2")
            await pilot.pause()
            judged = app.review.statement.judged
            own = judged.of(app.review.person) if judged else None
            words = flowing(app)
            seen.append(
                (dict(own.highlights) if own else {}, "evidenced" in words, "partly" in words)
            )
        assert seen == [
            ({"1.3-strengthening": "full"}, True, False),
            ({"1.3-strengthening": "part"}, False, True),
            ({}, False, False),
        ]


async def test_two_stages_may_be_shown_and_are_called_a_span(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("1", "2")
        await pilot.pause()
        assert "Spans stages" in flowing(app)


async def test_a_draft_is_not_for_others(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("2", "c")
        await pilot.pause()
        assert "Draft: Enter casts it" in flowing(app)
        assert ballot(tmp_path, session, app) is None


async def test_casting_without_evidence_is_refused_in_words(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "cites no evidence" in flowing(app)
        assert ballot(tmp_path, session, app) is None


async def test_not_enough_evidence_is_one_key(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot, "1.1")
        await pilot.press("0", "enter")
        found = ballot(tmp_path, session, app, "1.1")
        assert found is not None and found.outcome == "not_enough_evidence"


async def test_not_applicable_asks_why(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot, "1.1")
        await pilot.press("minus")
        await pilot.pause()
        app.screen.query_one(NoteField).insert("The school has one clas")
        await pilot.press("s", "enter")
        await pilot.pause()
        await pilot.press("enter")
        found = ballot(tmp_path, session, app, "1.1")
        assert found is not None
        assert (found.outcome, found.because) == ("not_applicable", "The school has one class")


async def test_because_and_the_area_sentence_are_written(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("2", "c", "b")
        await pilot.pause()
        app.screen.query_one(NoteField).insert("Two figures led to a chang")
        await pilot.press("e", "enter")
        await pilot.pause()
        await pilot.press("enter")
        found = ballot(tmp_path, session, app)
        assert found is not None and found.because == "Two figures led to a change"
        await pilot.press("a")
        await pilot.pause()
        assert "What the framework says of the area as a whole" in flowing(app)
        app.screen.query_one(NoteField).insert("Mostly steady, with early wor")
        await pilot.press("k", "enter")
        await pilot.pause()
        assert app.desk.saver.wait(5)
        area = on_disk(tmp_path, session).area(1)
        assert area is not None and area.agreement is not None
        assert area.agreement.because == "Mostly steady, with early work"


async def test_the_gate_shows_what_is_thin_and_opens_on_a_yes(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        words = flowing(app)
        assert "No note yet: 1.1, 1.4." in words
        assert "Heard from one side only: 1.2 (observation)." in words
        await pilot.press("n")
        await pilot.pause()
        assert not isinstance(app.screen, JudgeScreen)
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(app.screen, JudgeScreen)
        assert app.desk.saver.wait(5)
        area = on_disk(tmp_path, session).area(1)
        assert area is not None and area.judging


async def test_going_back_takes_a_reason(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot)
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "needs a reason" in flowing(app)
        await pilot.press("w")
        await pilot.pause()
        await pilot.press(*"more", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, JudgeScreen)
        assert app.desk.saver.wait(5)
        area = on_disk(tmp_path, session).area(1)
        assert area is not None and not area.judging
        log = library_in(tmp_path).open(session.id).state.gate_log(1)
        assert log[-1][1].reason == "more"


async def test_a_note_written_behind_the_gate_is_late(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await judge(pilot, "1.1")
        await pilot.press("n")
        await pilot.pause()
        app.screen.query_one(NoteField).insert("Seen afterwards")
        await pilot.press("full_stop", "enter")
        await pilot.pause()
        assert "late" in flowing(app)


async def test_panes_take_turns_in_a_small_window(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_session(tmp_path, gate=True))
    async with app.run_test(size=NARROW) as pilot:
        await judge(pilot)
        assert "Establishing Foundations" in flowing(app)
        assert "AK1" not in flowing(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "AK1" in flowing(app)
        assert "Establishing Foundations" not in flowing(app)
        await pilot.press("2", "c", "tab")
        await pilot.pause()
        assert "evidenced" in flowing(app)
