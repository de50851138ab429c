"""Report, through the keys a person presses: what stands out, what is shown, what is written."""

from pathlib import Path

import pytest
from house import NARROW, USUAL, WIDE, a_session, app_on, library_in, on_disk
from reporting import NAME, TO_FILE, described, pressed, report, settled, went
from seeing import flowing, lines, text
from textual.pilot import Pilot

from exports.build import build_report
from exports.markdown import to_markdown
from screens.report import ReportScreen
from screens.widgets.preview import Preview, Section
from screens.widgets.report_checks import ChecksList
from sessions.notes import add_note, delete_note
from sessions.session import Session
from sessions.view import view
from tui.app import ReviewApp

PROBE = "[/] [/foo] [link='x [sic] list[int] [@click=app.quit]x[/] # *no* | <b>b</b> &amp;"


def rows(pilot: Pilot[int]) -> list[str]:
    """Return what stands out, line by line."""
    options = pilot.app.screen.query_one(ChecksList)
    return [str(option.prompt).rstrip() for option in options.options if str(option.prompt)]


def markdown(root: Path, session: Session) -> str:
    """Return the report of what is on the disk, but for the moment it was made."""
    opened = library_in(root).open(session.id)
    made = build_report(view(opened), opened.framework, opened.now())
    return "\n".join(line for line in to_markdown(made).splitlines() if "Report made" not in line)


# What stands out


async def test_it_opens_with_what_to_look_at_beside_the_report(tmp_path: Path) -> None:
    async with report(tmp_path, described(tmp_path, ("1.1", "Two learners read."))) as pilot:
        seen = flowing(pilot.app)
        for words in ("BEFORE IT LEAVES", "No note yet", "THE REPORT", "Peer review of inclusion"):
            assert words in seen
        assert "[Report]" in lines(pilot.app)[0]


@pytest.mark.parametrize(
    ("kind", "first", "place", "ref"),
    [
        ("May identify somebody (1)", "AK1", "DescribeScreen", "1.2"),
        ("No note yet (7)", "1.3", "DescribeScreen", "1.3"),
        ("Still being described (1)", "Area 2", "DescribeScreen", "2.1"),
        ("Not yet judged (4)", "1.1", "JudgeScreen", "1.1"),
        ("Heard from one side (4)", "1.1", "DescribeScreen", "1.1"),
        ("Words that judge (1)", "AK4", "InboxScreen", ""),
    ],
)
async def test_each_thing_is_one_key_from_its_place(
    tmp_path: Path, kind: str, first: str, place: str, ref: str
) -> None:
    session = described(
        tmp_path,
        ("1.2", "The only learner with a taxi waited at the gate."),
        ("1.1 2.1", "A chart hung by the door."),
        ("2.2", "The office had a list."),
        ("", "The display was excellent."),
        gate=True,
    )
    async with report(tmp_path, session) as pilot:
        shown = rows(pilot)
        at = shown.index(kind) + 1
        assert shown[at].startswith(f"{first}  ")
        options = pilot.app.screen.query_one(ChecksList)
        order = [str(option.prompt).rstrip() for option in options.options]
        while options.highlighted != order.index(kind) + 1:
            await pilot.press("down")
        await pressed(pilot, "enter")
        assert type(pilot.app.screen).__name__ == place
        assert isinstance(pilot.app, ReviewApp) and pilot.app.review is not None
        assert not ref or pilot.app.review.ref == ref


async def test_the_highlighted_thing_is_said_in_full(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "The only learner with a taxi waited at the gate."))
    async with report(tmp_path, session) as pilot:
        left = " ".join(" ".join(line[:31] for line in lines(pilot.app)[12:-1]).split())
        assert "an only one is known to everybody." in left


async def test_a_note_is_mended_here_and_its_line_goes(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "The only learner with a taxi waited."))
    async with report(tmp_path, session) as pilot:
        await pressed(pilot, "e")
        await pressed(pilot, "f7", *"Some learners came by taxi.", "enter")
        assert "May identify somebody (1)" not in rows(pilot)
        assert isinstance(pilot.app, ReviewApp) and pilot.app.desk.saver.wait(5)
        note = on_disk(tmp_path, session).note("AK1")
        assert note is not None and note.text == "Some learners came by taxi."


# The report


async def test_what_is_shown_is_what_is_exported(tmp_path: Path) -> None:
    session = a_session(tmp_path, gate=True)
    async with report(tmp_path, session) as pilot:
        preview = pilot.app.screen.query_one(Preview)
        shown = "\n".join(section.source for section in preview.query(Section))
        plain = " ".join(line for line in shown.splitlines() if line and "Report made" not in line)
        expected = [line for line in markdown(tmp_path, session).splitlines() if line]
        assert plain == " ".join(expected)
        await pressed(pilot, "tab", "end")
        assert "On area 1." in flowing(pilot.app)
        await pressed(pilot, "home")
        assert "Peer review of inclusion at Hollin Bank" in flowing(pilot.app)


async def test_a_private_note_is_in_no_part_of_it(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "A chart hung there."))
    opened = library_in(tmp_path).open(session.id)
    me = opened.state.present()[0]
    add_note(opened, me, "Excellent, the only learner of mine", ["1.2"], private=True)
    opened.close()
    async with report(tmp_path, session) as pilot:
        assert not any("AK2" in row for row in rows(pilot))
        await pressed(pilot, *TO_FILE, "enter")
        written = (tmp_path / "out" / NAME).read_text(encoding="utf-8")
        assert "A chart hung there." in written and "of mine" not in written


async def test_no_stage_is_named_while_everything_is_described(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "Two learners read."))
    async with report(tmp_path, session, WIDE) as pilot:
        preview = pilot.app.screen.query_one(Preview)
        everything = text(pilot.app) + "".join(s.source for s in preview.query(Section))
        for step in library_in(tmp_path).open(session.id).framework.scale.steps:
            assert step.name not in everything


async def test_g_brings_the_statement_into_view(tmp_path: Path) -> None:
    async with report(tmp_path, a_session(tmp_path, gate=True)) as pilot:
        await pressed(pilot, "g", *"1.3", "enter")
        assert "Statement 1.3" in lines(pilot.app)[3]
        assert "Leaders analyse data on attendance" in flowing(pilot.app)


async def test_a_note_written_here_is_in_the_report_at_once(tmp_path: Path) -> None:
    async with report(tmp_path, described(tmp_path, ("1.1", "Two learners read."))) as pilot:
        await pressed(pilot, "n", *"A third one listened", "enter")
        sources = "".join(s.source for s in pilot.app.screen.query(Section))
        assert "A third one listened" in sources
        await pressed(pilot, "u", "y")
        sources = "".join(s.source for s in pilot.app.screen.query(Section))
        assert "A third one listened" not in sources and "Two learners read." in sources


async def test_a_long_report_shows_its_beginning_before_the_rest_is_made(tmp_path: Path) -> None:
    session = described(tmp_path)
    opened = library_in(tmp_path).open(session.id)
    me = opened.state.present()[0]
    for number in range(60):
        add_note(opened, me, f"Seen, note {number}.", [f"1.{number % 4 + 1}"])
    opened.close()
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert app.review is not None
        screen = ReportScreen(app.review)
        await app.push_screen(screen)
        early = len(screen.query(Section))
        await settled(pilot)
        assert 0 < early < len(screen.query(Section))
        assert sum("Seen, note" in s.source for s in screen.query(Section)) == 4


async def test_deleted_notes_leave_the_report_from_another_window(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "Two learners read."), ("1.1", "One more wrote."))
    async with report(tmp_path, session) as pilot:
        other = library_in(tmp_path).open(session.id)
        delete_note(other, other.state.present()[0], "AK2")
        other.close()
        assert isinstance(pilot.app, ReviewApp)
        pilot.app.look_again()
        await settled(pilot)
        assert "One more wrote." not in "".join(s.source for s in pilot.app.screen.query(Section))


async def test_another_document_can_be_read_in_its_place(tmp_path: Path) -> None:
    async with report(tmp_path, described(tmp_path, ("1.1", "A chart hung there."))) as pilot:
        await pressed(pilot, "v", *"pa", "enter")
        assert "FOR PARENTS" in flowing(pilot.app)
        sources = "".join(s.source for s in pilot.app.screen.query(Section))
        assert "How to have your say" in sources and "A chart hung there." not in sources
        await pressed(pilot, "x", "enter")
        assert "Write the page for parents and carers as what?" in flowing(pilot.app)


# Size, and text that is not what it seems


async def test_in_a_small_window_the_two_sides_take_turns(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "Two learners read."))
    async with report(tmp_path, session, NARROW) as pilot:
        assert "No note yet" in text(pilot.app) and "Peer review" not in text(pilot.app)
        assert "Tab" in lines(pilot.app)[-1]
        await pressed(pilot, "tab")
        assert "No note yet" not in text(pilot.app) and "Peer review" in text(pilot.app)
        await pressed(pilot, "pagedown")
        assert "Peer review" not in text(pilot.app)
        await pressed(pilot, "tab", "down", "enter")
        assert type(pilot.app.screen).__name__ == "DescribeScreen"


async def test_text_of_peoples_own_is_never_markup(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", f"The only boy {PROBE}"), ("1.2", f"Excellent {PROBE}"))
    async with report(tmp_path, session, WIDE) as pilot:
        await pressed(pilot, "g", *"1.1", "enter")
        left = pilot.app.screen.query_one(Preview).region.x + 1  # beside the mark of focus
        shown = "".join("".join(line[left:] for line in lines(pilot.app)).split())
        assert "".join(PROBE.split()) in shown
        await pressed(pilot, *TO_FILE, "x", "enter")
        assert "Written at" in went(pilot)


async def test_plain_ascii_is_enough(tmp_path: Path) -> None:
    session = described(tmp_path, ("1.1", "The only learner with a taxi waited. Excellent."))
    async with report(tmp_path, session, ascii_only=True) as pilot:
        for keys in (("end",), ("tab", "pagedown")):
            await pressed(pilot, *keys)
            assert text(pilot.app).isascii()
