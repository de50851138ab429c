"""One review from an empty library to its report, by keys alone, with each framework that we bring."""

import re
from pathlib import Path

import pytest
from house import USUAL, library_in, places_in
from seeing import flowing, lines
from textual.pilot import Pilot

from frameworks.model import Framework
from frameworks.shelf import Shelf
from screens.judge import JudgeScreen
from screens.overview import OverviewScreen
from screens.report import ReportScreen
from screens.widgets.fields import NoteField
from sessions.seen import BallotView, SessionView
from sessions.view import view
from tui.app import ReviewApp

FRAMEWORKS = ("inclusion-audit", "send-rag-audit", "send-self-assessment", "send-support")


class Person:
    """Somebody at the keyboard; what they were shown before the gate is kept."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.shown: list[str] = []

    async def presses(self, *keys: str) -> str:
        """Press keys one after the other; return the screen that follows."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()
        self.shown.append(flowing(self.pilot.app))
        return self.shown[-1]

    async def writes(self, words: str) -> str:
        """Type words into the field that has the focus, and press Enter."""
        self.pilot.app.screen.query_one(NoteField).insert(words[:-1])
        return await self.presses(words[-1], "enter")


def on_the_disk(root: Path) -> SessionView:
    """Return the one session there is, as a fresh start would show it to everybody."""
    library = library_in(root)
    (row,) = library.rows()
    return view(library.open(row.id))


def says_a_step(framework: Framework, words: str) -> list[str]:
    """Return the steps whose name or descriptors stand somewhere in what was shown."""
    words = words.replace("No note", "")  # what is thin, at the gate
    descriptors = [d.text[:40] for area in framework.areas for d in area.descriptors]
    names = [rf"(?<![\w-]){re.escape(step.name)}(?![\w-])" for step in framework.scale.steps]
    found = [name for name in names if re.search(name, words)]
    return found + [text for text in descriptors if text in words]


def ballot(seen: SessionView, ref: str) -> BallotView:
    statement = seen.statement(ref)
    assert statement is not None and statement.judged is not None
    (found,) = statement.judged.ballots
    return found


@pytest.mark.parametrize("identity", FRAMEWORKS)
async def test_a_review_from_setting_up_to_its_report(tmp_path: Path, identity: str) -> None:
    framework = Shelf().get(identity)
    refs = [statement.ref for statement in framework.areas[0].statements]
    second, third = framework.scale.steps[1], framework.scale.steps[2]
    fields = {field.key: f"{field.name} were said" for field in framework.fields}
    (tmp_path / "out").mkdir()
    app = ReviewApp(places_in(tmp_path))
    app.desk.exports = tmp_path / "out"
    async with app.run_test(size=USUAL) as pilot:
        me = Person(pilot)

        # Setting up
        await me.presses("s", *"Oak", "enter", *"Amy", "enter", "enter", "tab")
        await me.presses(*["right"] * FRAMEWORKS.index(identity), "shift+tab", "enter")
        assert isinstance(app.screen, OverviewScreen)
        assert f"Next: {refs[0]} has no note yet" in flowing(app)

        # Describing
        await me.presses("d", "n")
        assert f"A1 is written, under {refs[0]}." in await me.writes("A chart by the door.")
        await me.presses("escape", "j", "n")
        assert f"A2 is written, under {refs[1]}." in await me.writes("A class at work.")
        await me.presses("escape", "f", "escape", "r", "d")
        gate = await me.presses("p")
        assert f"No note yet: {refs[2]}" in gate
        assert says_a_step(framework, "\n".join(me.shown)) == []
        assert [s.judged for s in on_the_disk(tmp_path).areas[0].statements] == [None] * len(refs)

        # Judging
        await me.presses("y")
        assert isinstance(app.screen, JudgeScreen)
        for step in framework.scale.steps:
            assert step.name in flowing(app)
        await me.presses("k", "2", "c")
        if fields:
            await me.presses("plus")
            for words in fields.values():
                await me.writes(words)
        judged = await me.presses("enter")
        assert f"{refs[0]} is cast. On to {refs[1]}." in judged
        assert f"{refs[1]} is cast. On to {refs[2]}." in await me.presses("3", "c", "enter")
        assert "Not enough evidence" in await me.presses("0")
        await me.presses("enter")
        assert app.desk.saver.wait(5)
        seen = on_the_disk(tmp_path)
        assert (seen.setting, seen.framework) == ("Oak", identity)
        assert len(seen.areas) == len(framework.areas)
        first = ballot(seen, refs[0])
        assert (first.stages, first.fields, first.cast) == ((second.key,), fields, True)
        assert [cite.ref for cite in first.cites] == ["A1"]
        assert ballot(seen, refs[1]).stages == (third.key,)
        assert ballot(seen, refs[2]).outcome == "not_enough_evidence"

        # The report
        await me.presses("r")
        assert isinstance(app.screen, ReportScreen)
        assert "Oak" in lines(app)[0]
        await me.presses("x", "enter", "enter", "enter")
        (file,) = (tmp_path / "out").iterdir()
        report = file.read_text(encoding="utf-8")
        assert "Oak" in report and framework.title in report
        assert "A chart by the door." in report
        judgements = " ".join(report.split())
        for name in (second.name, third.name):
            assert name in judgements
        for words in fields.values():
            assert words in judgements
        assert "not enough evidence" in judgements.casefold()
        for step in framework.scale.steps:  # named with statements, never with how many
            assert not re.search(rf"\b\d+ (of|statements?)\b[^.]{{0,40}}{step.name}\b", judgements)
            assert not re.search(rf"{step.name}\b[^.]{{0,40}}\b\d+ (of|statements?)\b", judgements)
