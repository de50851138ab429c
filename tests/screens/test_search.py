"""Search, through the keys a person presses: what is found, counted, said; and where Enter goes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from house import NARROW, USUAL, a_session, all_accept, library_in, places_in
from panels import a_panel
from seeing import flowing, lines, strips, text
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from screens.cover import CoverScreen
from screens.describe import DescribeScreen
from screens.hand_over import HandOverScreen
from screens.judge import JudgeScreen
from screens.library import LibraryScreen
from screens.overview import OverviewScreen
from screens.present import PresentScreen
from screens.search import HaveFound, ReadSoFar, SearchScreen
from sessions.library import Plan
from sessions.notes import add_note, edit_note
from sessions.passes import reopen
from sessions.people import find_person
from sessions.search import Found, Hit, Query
from tui.app import ReviewApp

PROBE = "[/] [link='x [@click=app.quit]heron[/] \x1b]52;c;aGk=\x07 \u202eevil"


@asynccontextmanager
async def searching(
    root: Path,
    session: str = "",
    person: str = "",
    *,
    size: tuple[int, int] = USUAL,
    ascii_only: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """Open the app, at a session or at the library, and search over it."""
    app = ReviewApp(places_in(root), session, person=person, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pressed(pilot, "f3")
        assert isinstance(app.screen, SearchScreen)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until an answer has come, and what it made the screen ask again."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


async def typed(pilot: Pilot[int], words: str) -> None:
    """Type something in place of what is there. The keys of each letter would take a second."""
    pilot.app.screen.query_one(Input).value = words
    await settled(pilot)


def hits(pilot: Pilot[int]) -> list[str]:
    """Return what is listed, each with single blanks."""
    options = pilot.app.screen.query_one(OptionList)
    return [" ".join(str(option.prompt).split()) for option in options.options]


def kinds(pilot: Pilot[int]) -> str:
    return " ".join(str(pilot.app.screen.query_one("#kinds", Static).content).split())


async def test_from_the_library_a_hit_is_one_key_from_its_place(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    async with searching(tmp_path) as pilot:
        assert "Type a few words" in flowing(pilot.app)
        assert "judgements of areas that are still being described" in flowing(pilot.app)
        await pressed(pilot, *"mond")
        assert hits(pilot) == [
            "note AK2, learner voice, Y5 Hollin Bank Primary, 20 November 2026 "
            'Two of five learners said: "when I miss Monday we make a plan".'
        ]
        assert kinds(pilot) == "[all 1] notes 1"
        found = [piece.text for strip in strips(pilot.app) for piece in strip
                 if piece.style and piece.style.underline]  # fmt: skip
        assert found == ["Monday"]
        await pressed(pilot, "enter")
        app = pilot.app
        assert isinstance(app, ReviewApp) and isinstance(app.screen, DescribeScreen)
        assert app.review is not None
        assert (app.review.session.id, app.review.ref) == (session.id, "1.3")


async def test_tab_shows_one_kind_filters_say_what_they_can_be_and_escape_goes_back(
    tmp_path: Path,
) -> None:
    a_session(tmp_path)
    async with searching(tmp_path) as pilot:
        await typed(pilot, "a")
        assert kinds(pilot) == "[all 6] notes 4 people 1 settings 1"
        await pressed(pilot, "tab", "tab")
        assert kinds(pilot) == "all 6 notes 4 [people 1] settings 1"
        assert len(hits(pilot)) == 1 and hits(pilot)[0].startswith("person AK, reviewer")
        await pressed(pilot, "shift+tab")
        assert len(hits(pilot)) == 4
        await typed(pilot, "source:")
        assert "one of observation, work-scrutiny, learner-voice" in flowing(pilot.app)
        await typed(pilot, "source:zz")
        assert "There is no source zz" in text(pilot.app)
        await typed(pilot, "stage:sust")
        assert "once the gate of its area is open" in flowing(pilot.app)
        await typed(pilot, "nothingsuch")
        assert "Nothing that you may see has these words" in text(pilot.app)
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pressed(pilot, "f3")
        assert pilot.app.screen.query_one(Input).value == "nothingsuch", "it is there again"


async def test_who_types_finds_their_private_note_and_nobody_else_does(tmp_path: Path) -> None:
    session = a_session(tmp_path, "Amira Khan", "Ben Orr")
    opened = library_in(tmp_path).open(session.id)
    amira = find_person(opened.state, "Amira Khan")
    edit_note(opened, amira, add_note(opened, amira, "A private heron.", []), private=True)
    opened.close()
    async with searching(tmp_path, session.id, "Amira Khan") as pilot:
        await typed(pilot, "heron")
        (hit,) = hits(pilot)
        assert hit.startswith("note AK5, private this review") and "A private heron." in hit
        assert kinds(pilot) == "[all 1] notes 1"
        app = pilot.app
        assert isinstance(app, ReviewApp) and app.review is not None
        ben = find_person(app.review.session.state, "Ben Orr")
        app.screen.dismiss()
        app.review.person = ben
        await pressed(pilot, "f3")
        assert pilot.app.screen.query_one(Input).value == "", "what Amira looked for is hers"
        await typed(pilot, "heron")
        assert hits(pilot) == [] and kinds(pilot) == ""


async def test_judgements_are_found_behind_the_gate_and_never_counted_by_stage(
    tmp_path: Path,
) -> None:
    session = a_panel(tmp_path, revealed=True)
    async with searching(tmp_path, session.id, "Amira Khan") as pilot:
        await typed(pilot, "stage:sustaining")
        assert len(hits(pilot)) == 2 and all("sustaining" in hit for hit in hits(pilot))
        assert kinds(pilot) == "[all] because"
        assert "no statement is counted by stage" in text(pilot.app)
        await typed(pilot, "kind:because family")
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, JudgeScreen)
        # Another window takes the area back: what was judged goes, also from what is shown.
        await pressed(pilot, "home", "f3")
        await typed(pilot, "figures show")
        assert len(hits(pilot)) == 1
        other = library_in(tmp_path).open(session.id)
        reopen(other, find_person(other.state, "Fay Lund"), 1, "Something was forgotten.")
        other.close()
        app = pilot.app
        assert isinstance(app, ReviewApp)
        app.look_again()
        await typed(pilot, "figures sho")
        assert hits(pilot) == [] and kinds(pilot) == ""


async def test_enter_waits_for_the_answer_to_what_was_typed_last(tmp_path: Path) -> None:
    a_session(tmp_path)
    async with searching(tmp_path) as pilot:
        await typed(pilot, "attendance")
        field = pilot.app.screen.query_one(Input)
        field.value = "parent at the gate"
        await pilot.pause(0)
        await pressed(pilot, "enter")
        screen = pilot.app.screen
        assert not isinstance(screen, SearchScreen | LibraryScreen | OverviewScreen)
        assert "A parent at the gate spoke of a home visit" in flowing(pilot.app)


async def test_how_far_the_reading_is_has_a_bar(tmp_path: Path) -> None:
    a_session(tmp_path)
    async with searching(tmp_path, size=NARROW, ascii_only=True) as pilot:
        pilot.app.screen.post_message(ReadSoFar(1_000, 2_000))
        await pilot.pause()
        assert "##########---------- reading 1,000 of 2,000 sessions" in text(pilot.app)
        assert {letter for letter in text(pilot.app) if not letter.isascii()} == set()


async def test_what_people_wrote_is_only_text_and_fits(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    session = library.create(Plan(setting=f"School {PROBE}", reviewers=(f"Amira {PROBE}",)))
    all_accept(session)
    for said in (PROBE, "heron " * 5_000, "漢字 heron \U0001f469\U0001f3fd\u200d\U0001f3eb"):
        add_note(session, session.state.present()[0], said, ["1.1"])
    session.close()
    async with searching(tmp_path, size=NARROW) as pilot:
        await typed(pilot, PROBE)
        await typed(pilot, "heron")
        assert len(hits(pilot)) == 5
        shown = text(pilot.app)
        assert "[@click=app.quit]heron[/]" in shown
        assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)
        assert not set(shown) & set("\u202e\u202c")
        assert all(len(line) <= NARROW[0] for line in lines(pilot.app))
        await pressed(pilot, "down", "down", "pagedown", "up")
        options = pilot.app.screen.query_one(OptionList)
        assert options.highlighted == 3


async def test_a_hit_found_over_a_form_leads_back_to_its_overview_and_the_form_is_kept(
    tmp_path: Path,
) -> None:
    a_session(tmp_path)
    app = ReviewApp(places_in(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        await pressed(pilot, "s", *"Elm", "f3")
        await typed(pilot, "mond")
        await pressed(pilot, "enter", "escape")
        assert isinstance(app.screen, OverviewScreen), "the form is not what is gone back to"
        await pressed(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen) and app.review is None
        await pressed(pilot, "s")
        assert "Elm" in text(app), "what was typed into the form is there again"


async def test_a_note_that_is_being_typed_when_a_hit_is_gone_to_waits_on_the_disk(
    tmp_path: Path,
) -> None:
    session = a_session(tmp_path)
    app = ReviewApp(places_in(tmp_path), session.id, person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        assert app.review is not None
        app.go("describe", app.review)
        await settled(pilot)
        await pilot.press("n", *"An otter")
        app.review.draft_waiting = True  # no second has passed, however slow this machine is
        await pressed(pilot, "f3")
        await typed(pilot, "kind:setting")
        app.review.draft_waiting = True
        await pressed(pilot, "enter")
        assert app.review.unfinished is not None and app.review.unfinished.text == "An otter"
        assert not app.review.draft_waiting


async def test_on_the_wall_there_is_no_search(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    app = ReviewApp(places_in(tmp_path), session.id, person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        assert app.review is not None
        app.go("present", app.review)
        await pressed(pilot, "f3")
        assert isinstance(app.screen, PresentScreen)
        assert "not on the wall: Esc, then F3" in text(app)
        await pressed(pilot, "escape", "f8", "f3")
        assert isinstance(app.screen, CoverScreen), "the cover is not lifted"
        await pressed(pilot, "f8", "f9", "f3")
        assert isinstance(app.screen, HandOverScreen)


async def test_a_small_window_shows_every_filter_and_what_cannot_be_read(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    async with searching(tmp_path, size=NARROW) as pilot:
        assert "kind:action what it is; kind: alone lists them" in flowing(pilot.app)
        assert "ballots that are still sealed" in flowing(pilot.app)
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        hit = Hit(session.id, "inbox", "", kind="note", title="AK1")
        screen.post_message(HaveFound(Query(), Found((hit,), ("note",), {"note": 1}, unreadable=1)))
        await pilot.pause()
        assert "1 session cannot be read; the library says why." in flowing(pilot.app)
        assert "still sealed" not in flowing(pilot.app)
