"""The timetable and the context figures in Prepare, through the keys a person presses."""

from pathlib import Path

from house import WIDE, library_in
from preparing import a_visit, detail, prepare, pressed, rows, saved, typed, values, who
from seeing import flowing

from sessions.figures import set_figures
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity

# The timetable


async def test_an_activity_is_put_on_the_timetable_changed_and_taken_off(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "right", "plus")
        await typed(pilot, "Lesson, Y4", "tab")
        await typed(pilot, "9.30", "tab")
        await typed(pilot, "9.10", "tab")
        await typed(pilot, "Room 4", "tab", "tab")
        await typed(pilot, "amira, BO", "tab", "l", "tab")
        await typed(pilot, "1.2 1.3", "enter")
        assert "cannot end at 09:10, before it starts at 09:30" in flowing(pilot.app)
        assert pilot.app.focused is not None and pilot.app.focused.id == "ends"
        await pressed(pilot, "end", "ctrl+u", *"1010", "enter")
        assert "! 1010 is not a time" in flowing(pilot.app)
        await pressed(pilot, "end", "ctrl+u", *"10", "colon", *"10", "enter")
        assert rows(pilot)[:2] == ["20 November 2026", "09:30  Lesson, Y4"]
        (found,) = saved(pilot, tmp_path, session).visit.activities
        assert (found.starts, found.ends) == ("2026-11-20 09:30", "2026-11-20 10:10")
        assert (found.where, found.source) == ("Room 4", "learner-voice")
        assert found.reviewers == ("Amira Khan", "Ben Orr")
        assert found.statements == ("1.2", "1.3")
        seen = flowing(pilot.app)
        for words in ("09:30 to 10:10", "Room 4", "Amira Khan, Ben Orr", "learner voice"):
            assert words in seen
        await pressed(pilot, "enter")
        assert values(pilot)["starts"] == "09:30"
        await typed(pilot, "Lunch hall", "enter")
        (found,) = saved(pilot, tmp_path, session).visit.activities
        assert (found.what, found.where) == ("Lunch hall", "Room 4")
        await pressed(pilot, "delete", "y")
        assert saved(pilot, tmp_path, session).visit.activities == ()
        await pressed(pilot, "u", "y")
        assert len(saved(pilot, tmp_path, session).visit.activities) == 1


async def test_what_an_activity_cannot_be_is_said_at_its_fields(tmp_path: Path) -> None:
    session = a_visit(tmp_path, "send-rag-audit")
    async with prepare(tmp_path, session, size=WIDE) as pilot:
        await pressed(pilot, "right", "plus", "enter")
        assert "! An activity needs a name" in flowing(pilot.app)
        await typed(pilot, "Walk", "tab")
        await typed(pilot, "soon", *["tab"] * 4)
        await typed(pilot, "Zoe", "tab", "tab")
        await typed(pilot, "7.7", "enter")
        seen = flowing(pilot.app)
        for said in ("soon is not a time", "There is nobody called Zoe", "no statement 7.7"):
            assert said in seen
        assert pilot.app.focused is not None and pilot.app.focused.id == "starts"
        held = values(pilot)
        assert [held[name] for name in ("what", "starts", "reviewers", "statements")] == [
            "Walk",
            "soon",
            "Zoe",
            "7.7",
        ]
        assert saved(pilot, tmp_path, session).visit.activities == ()


async def test_it_says_what_has_no_activity_planned(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    me = who(session, "Amira Khan")
    first = ("1.1", "1.2", "1.3", *(f"2.{n}" for n in range(1, 8)))
    add_activity(session, me, Activity(what="Walk", statements=first))
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "right", "end")
        assert any("No activity planned" in row for row in rows(pilot))
        assert "No activity is planned yet for these statements." in detail(pilot)
        assert "1.4 Using a range" in detail(pilot)
        await pressed(pilot, "home", "e", "shift+tab", "end")
        assert pilot.app.focused is not None and pilot.app.focused.id == "statements"
        await pressed(pilot, "space", *"1.4", "enter")
        assert any("Every statement is planned" in row for row in rows(pilot))


# Context figures


async def test_figures_stand_beside_the_sources_as_a_question(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "left", "enter", *"4x", "enter")
        assert "! 4x is not a count" in flowing(pilot.app)
        await pressed(pilot, "end", "ctrl+u", *"420", "tab", *"52", "tab", *"3", "enter")
        assert rows(pilot)[1:] == [
            "On roll  420",
            "SEN support  52 (12%)",
            "EHC plans  fewer than 5",
            "Both together  not shown",
        ]
        await pressed(pilot, "down")
        seen = flowing(pilot.app)
        for words in ("about 12% of all learners", "A question to ask", "September 2019"):
            assert words in seen
        await pressed(pilot, "down", "f")
        assert "may point to a child" in flowing(pilot.app)
        await pressed(pilot, "escape", "e")
        assert values(pilot)["ehc-plans"] == "fewer than 5"
        assert pilot.app.focused is not None and pilot.app.focused.id == "ehc-plans"
        await pressed(pilot, "shift+tab", "end", "backspace", *"4", "enter")
        saved(pilot, tmp_path, session)
        kept = library_in(tmp_path).open(session.id).state
        assert [kept.field(f"figure-{key}") for key in ("roll", "sen-support", "ehc-plans")] == [
            420,
            54,
            3,
        ]


async def test_figures_that_cannot_be_are_refused_and_stay_typed(tmp_path: Path) -> None:
    session = a_visit(tmp_path)
    set_figures(session, who(session, "Amira Khan"), {"roll": 100})
    async with prepare(tmp_path, session) as pilot:
        await pressed(pilot, "left", "e", "tab", *"200", "enter")
        assert "More learners would have support or a plan than are on roll" in flowing(pilot.app)
        assert values(pilot)["sen-support"] == "200"
        await pressed(pilot, "escape", "y", "delete", "y")
        assert not saved(pilot, tmp_path, session).visit.figures.any
