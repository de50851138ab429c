"""How far the report is, the host's replies, and words for the report, through the keys one presses."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from house import NARROW, USUAL, all_accept, app_on, on_disk
from planning import pasted, planned, pressed
from seeing import flowing, lines
from textual.pilot import Pilot
from textual.widgets import OptionList

from exports.reply_form import form_blocks
from screens.accuracy import ask_state, bring_back_draft, show_replies, takes_draft
from screens.gate import GateScreen
from screens.report_words import ask_words, bring_back_words, takes_words
from screens.reviewing import Reviewing
from sessions.drafts import Draft
from sessions.findings import change_finding
from sessions.passes import reopen
from sessions.people import add_person
from sessions.replying import reply
from sessions.report_texts import write_text
from sessions.seen_after import AfterView
from sessions.session import Session
from sessions.standing import set_standing
from sessions.view import view
from tui.app import ReviewApp

PROBE = "[/] [link='x [@click=app.quit]x[/] *no*"


def a_review(root: Path, *to: str) -> Session:
    """Make a session with four findings, a host and an observer; leave it open."""
    session = planned(root)
    for name, role in (("Hana", "host"), ("Olu", "observer")):
        add_person(session, name, role=role)
    all_accept(session)
    for standing in to:
        set_standing(session, session.state.present("reviewer")[0], standing)
    return session


@asynccontextmanager
async def review(
    root: Path, session: Session, person: str = "Amira Khan", size: tuple[int, int] = USUAL
) -> AsyncIterator[tuple[Pilot[int], Reviewing]]:
    """Open the app; exports go into the folder `out`.

    What Report asks can be asked on every screen of a review: the overview is drawn quickest.
    """
    session.close()
    session.release()
    (root / "out").mkdir(exist_ok=True)
    app = app_on(root, session, person=person)
    app.desk.exports = root / "out"
    async with app.run_test(size=size) as pilot:
        await pressed(pilot)
        assert isinstance(app.screen, Reviewing)
        yield pilot, app.screen


async def opened(pilot: Pilot[int], ask: Callable[[Reviewing], None], screen: Reviewing) -> None:
    ask(screen)
    await pressed(pilot)


async def choose(pilot: Pilot[int], start: str) -> None:
    """Take the row that begins so in the list of the window in front."""
    rows = pilot.app.screen.query_one(OptionList)
    found = [n for n, row in enumerate(rows.options) if str(row.prompt).startswith(start)]
    assert found, [str(row.prompt) for row in rows.options]
    rows.highlighted = found[0]
    await pressed(pilot, "enter")


def the_app(pilot: Pilot[int]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


def after(root: Path, session: Session, pilot: Pilot[int]) -> AfterView:
    """Return what a fresh start would find."""
    assert the_app(pilot).desk.saver.wait(5)
    return on_disk(root, session).after


async def test_a_report_becomes_final_and_is_opened_again(tmp_path: Path) -> None:
    session = a_review(tmp_path)
    async with review(tmp_path, session) as (pilot, screen):
        await opened(pilot, ask_state, screen)
        seen = flowing(pilot.app)
        assert "The report is a draft Still open (it can stay so): - The host has not been" in seen
        assert "Not judged yet: 1.1, 1.2" in seen
        await choose(pilot, "Send it to the host")
        assert "Y brings the replies in" in flowing(pilot.app)
        await opened(pilot, ask_state, screen)
        assert "The host has not replied to findings 1, 2, 3, 4." in flowing(pilot.app)
        await choose(pilot, "Make it final")
        assert "It can be opened again, with a reason." in flowing(pilot.app)
        await pressed(pilot, "n")
        assert after(tmp_path, session, pilot).state == "accuracy"
        await opened(pilot, ask_state, screen)
        await choose(pilot, "Make it final")
        await pressed(pilot, "y")
        assert lines(pilot.app)[0].startswith(" Final: Hollin Bank")
        await opened(pilot, ask_state, screen)
        await choose(pilot, "Open it again as a draft")
        await pressed(pilot, "enter")
        assert "say why" in flowing(pilot.app)
        await pasted(pilot, "The roll was wrong")
        await pressed(pilot, "enter")
        assert "The report is a draft again." in flowing(pilot.app)
        assert not lines(pilot.app)[0].startswith(" Final")
        assert after(tmp_path, session, pilot).reopened == "The roll was wrong"
        await opened(pilot, ask_state, screen)
        assert "Opened again after it was final: The roll was wrong" in flowing(pilot.app)


async def test_who_may_not_change_it_sees_where_it_is(tmp_path: Path) -> None:
    async with review(tmp_path, a_review(tmp_path), "Hana", NARROW) as (pilot, screen):
        await opened(pilot, ask_state, screen)
        seen = flowing(pilot.app)
        assert "The report is a draft" in seen
        assert "Only a facilitator, or a reviewer where there is none, may say how far" in seen
        assert "Esc: back" in seen
        assert not pilot.app.screen.query(OptionList)


async def test_a_final_report_refuses_in_one_line(tmp_path: Path) -> None:
    async with review(tmp_path, a_review(tmp_path, "final")) as (pilot, screen):
        await pressed(pilot, "u")
        assert "stays: how far the report is, is not undone" in flowing(pilot.app)
        await pressed(pilot, "n")
        assert "The report is final: notes, judgements, findings" in flowing(pilot.app)
        assert pilot.app.screen is screen  # nothing was asked that would then be refused
        await opened(pilot, ask_words, screen)
        assert "K opens it again, with a reason" in flowing(pilot.app)
        await pressed(pilot, "escape")
        await opened(pilot, show_replies, screen)
        await choose(pilot, "1  ")
        assert "The report is final" in flowing(pilot.app)


async def test_a_final_report_asks_for_nothing_more(tmp_path: Path) -> None:
    async with review(tmp_path, a_review(tmp_path, "final")) as (pilot, screen):
        assert "The report is final: r shows it; the plan goes on (l)." in flowing(pilot.app)
        await pilot.app.push_screen(GateScreen(screen.review))
        assert "The report is final: notes, judgements, findings" in flowing(pilot.app)
        assert not pilot.app.screen.query("#yes")  # nothing was asked that would then be refused


async def test_the_host_replies_and_the_panel_settles(tmp_path: Path) -> None:
    session = a_review(tmp_path, "accuracy")
    async with review(tmp_path, session, "Hana") as (pilot, screen):
        await opened(pilot, show_replies, screen)
        await choose(pilot, "1  no reply")
        await choose(pilot, "Disagree")
        await pressed(pilot, "enter")
        assert "needs words" in flowing(pilot.app)
        await pasted(pilot, PROBE)
        await pressed(pilot, "enter")
        assert "1 disagrees" in flowing(pilot.app)
        assert f"disagrees {PROBE}" in flowing(pilot.app)
        assert "Not settled: it stands beside the finding" in flowing(pilot.app)
        await choose(pilot, "2  ")
        await choose(pilot, "Accept")
        assert "2 accepts it" in flowing(pilot.app)
        await choose(pilot, "1  ")
        assert not any(
            str(row.prompt).startswith("Settle")
            for row in pilot.app.screen.query_one(OptionList).options
        )
        found = after(tmp_path, session, pilot).reply("1")
        assert found is not None and (found.text, found.by) == (PROBE, "Hana")
    async with review(tmp_path, session) as (pilot, screen):
        await opened(pilot, show_replies, screen)
        await choose(pilot, "1  ")
        await choose(pilot, "Settle")
        await pasted(pilot, "We read the minutes together.")
        await pressed(pilot, "enter")
        assert "1 disagrees, settled" in flowing(pilot.app)
        assert "Settled We read the minutes together." in flowing(pilot.app)


async def test_of_a_form_that_is_not_clear_nothing_comes_in(tmp_path: Path) -> None:
    session = a_review(tmp_path, "accuracy")
    form = "\n\n".join(form_blocks(view(session)))
    form = form.replace("[ ] accept", "[x] accept").replace("[ ] add", "[x] add", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "unclear.md").write_text(form)
    async with review(tmp_path, session, "Hana", NARROW) as (pilot, screen):
        await opened(pilot, show_replies, screen)
        await choose(pilot, "Bring in")
        await choose(pilot, "unclear.md")
        assert "Nothing came in" in flowing(pilot.app)
        assert "accept and add evidence are ticked" in flowing(pilot.app)
        await pressed(pilot, "escape")
        await choose(pilot, "Bring in")
        await choose(pilot, "Another file")
        await pressed(pilot, *"no.md", "enter")
        assert "There is no file no.md." in flowing(pilot.app)
        assert after(tmp_path, session, pilot).replies == ()


async def test_what_a_form_brings_in_and_takes_back(tmp_path: Path) -> None:
    session = a_review(tmp_path, "accuracy")
    form = "\n\n".join(form_blocks(view(session)))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "form.md").write_text(form.replace("[ ] accept", "[x] accept"))
    async with review(tmp_path, session, "Hana") as (pilot, screen):
        await opened(pilot, show_replies, screen)
        await choose(pilot, "Bring in")
        await choose(pilot, "form.md")
        assert "Finding 1: accepts it new" in flowing(pilot.app)
        await pressed(pilot, "n")
        assert after(tmp_path, session, pilot).replies == ()
        await choose(pilot, "Bring in")
        await choose(pilot, "form.md")
        await pressed(pilot, "y")
        assert len(after(tmp_path, session, pilot).replies) == 4
        await choose(pilot, "Bring in")
        await choose(pilot, "form.md")
        assert "Nothing in it is new." in flowing(pilot.app)
        assert "Bring it in" not in flowing(pilot.app)
        await pressed(pilot, "y", "escape", "u", "y")
        assert "Undone: the replies to findings 1, 2, 3, 4." in flowing(pilot.app)
        assert after(tmp_path, session, pilot).replies == ()


# Words


async def test_words_are_written_looked_at_and_changed(tmp_path: Path) -> None:
    session = a_review(tmp_path)
    async with review(tmp_path, session) as (pilot, screen):
        await opened(pilot, ask_words, screen)
        await choose(pilot, "Headline  not written")
        await pasted(pilot, PROBE)
        await pressed(pilot, "ctrl+j", "A", "enter")
        assert "Headline is written." in flowing(pilot.app)
        text = after(tmp_path, session, pilot).text("headline")
        assert text is not None and text.text == f"{PROBE}\nA"
        change_finding(screen.review.session, screen.review.person, "1", text="Otherwise.")
        await opened(pilot, ask_words, screen)
        await choose(pilot, "Headline  to look at again")
        assert "Headline: finding 1 changed since. You wrote:" in flowing(pilot.app)
        await choose(pilot, "They stand")
        assert "Headline: it stands as it is." in flowing(pilot.app)
        await opened(pilot, ask_words, screen)
        await choose(pilot, "Headline  written")
        assert PROBE in flowing(pilot.app)


async def test_words_are_kept_and_asked_for_before_they_are_lost(tmp_path: Path) -> None:
    async with review(tmp_path, a_review(tmp_path), "Hana", NARROW) as (pilot, screen):
        await opened(pilot, ask_words, screen)
        await choose(pilot, "Area 1")
        await pasted(pilot, "It has begun.")
        screen.review.write_draft()
        assert the_app(pilot).desk.saver.wait(5)
        drafts = screen.desk.drafts(screen.review.session)
        left = drafts.left_behind(screen.review.session.writer, screen.review.person)
        (draft,) = [draft for _, draft in left]
        assert (draft.slot, takes_words(screen, draft)) == ("report_text/area/1", True)
        await pressed(pilot, "escape")
        assert "Throw away what you typed here?" in flowing(pilot.app)
        await pressed(pilot, "y")
        bring_back_words(screen, draft)
        await pressed(pilot)
        assert "It has begun." in flowing(pilot.app)


async def test_drafts_of_what_is_out_of_sight_wait(tmp_path: Path) -> None:
    session = a_review(tmp_path, "accuracy")
    me = session.state.present("reviewer")[0]
    write_text(session, me, "headline", "A calm school.")
    reply(session, me, "1", "correct", "Each month.")
    async with review(tmp_path, session) as (pilot, screen):
        finding = screen.review.seen.plan.finding("1")
        assert finding is not None
        of_reply = Draft(
            screen.review.person, "In your words: No.", slot=f"reply/{finding.id}/correct"
        )
        of_words = Draft(screen.review.person, "In your words: No.", slot="report_text/headline")
        of_state = Draft(screen.review.person, "In your words: Why.", slot="state/draft")
        assert takes_draft(screen, of_reply) and takes_draft(screen, of_state)
        assert takes_words(screen, of_words)
        for draft, says in ((of_reply, "Correct, finding 1"), (of_state, "back to draft")):
            bring_back_draft(screen, draft)
            await pressed(pilot)
            assert says in flowing(pilot.app)
            await pressed(pilot, "escape", "y")
        reopen(screen.review.session, screen.review.person, 1, "More to see")
        assert not takes_draft(screen, of_reply)
        assert not takes_words(screen, of_words)
        await opened(pilot, ask_words, screen)
        assert "Headline" not in flowing(pilot.app)
        assert "Area 1" not in flowing(pilot.app)
