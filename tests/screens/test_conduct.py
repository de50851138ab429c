"""Before a panel begins: how it works. When a child may be at risk. What a facilitator says."""

from pathlib import Path

from house import USUAL, WIDE, all_accept, app_on, library_in
from seeing import flowing, lines

from screens.conduct_window import ConductScreen
from screens.safeguarding import SafeguardingScreen
from sessions.conduct import CONDUCT, has_accepted
from sessions.library import Plan
from sessions.notes import add_note
from sessions.session import Session


def a_panel(root: Path, *names: str, facilitator: str = "", accepted: bool = False) -> Session:
    """Make a review of two areas with these reviewers; closed again."""
    plan = Plan(setting="Oak", facilitator=facilitator, reviewers=names, areas=(1, 2))
    session = library_in(root).create(plan)
    if accepted:
        all_accept(session)
    session.close()
    return session


def accepted(root: Path, session: Session) -> list[bool]:
    state = library_in(root).open(session.id).state
    return [has_accepted(state, person) for person in state.present()]


async def test_who_joins_a_panel_is_shown_how_it_works_until_they_accept(tmp_path: Path) -> None:
    session = a_panel(tmp_path, "Amira Khan", "Ben Okafor")
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        seen = " ".join(flowing(app).split())
        assert "how we work" in seen and "I agree, as Amira Khan" in seen
        assert all(line[:40] in seen for line in CONDUCT)
        await pilot.press("escape", "o")
        assert not isinstance(app.screen, ConductScreen)
        assert app.save_all()
    assert accepted(tmp_path, session) == [False, False]
    again = app_on(tmp_path, session, person="Amira Khan")
    async with again.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        assert not isinstance(again.screen, ConductScreen)
        await pilot.press("u")
        assert "The last act of Amira Khan was to join" in " ".join(flowing(again).split())
        assert again.save_all()
    assert accepted(tmp_path, session) == [True, False]
    third = app_on(tmp_path, session, person="Amira Khan")
    async with third.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert not isinstance(third.screen, ConductScreen)


async def test_one_who_reviews_alone_is_not_asked(tmp_path: Path) -> None:
    app = app_on(tmp_path, a_panel(tmp_path, "Amira Khan"))
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert not isinstance(app.screen, ConductScreen)


async def test_a_worry_about_a_child_is_answered_and_leaves_no_trace(tmp_path: Path) -> None:
    session = a_panel(tmp_path, "Amira Khan")
    files = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}
    app = app_on(tmp_path, session)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("d", "n", "x", "f2")
        assert isinstance(app.screen, SafeguardingScreen)
        seen = " ".join(flowing(app).split())
        assert "designated safeguarding lead" in seen and "Nothing was recorded" in seen
        await pilot.press("f2", "escape", "backspace", "escape")
        assert app.save_all()
    after = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}
    assert {path: data for path, data in after.items() if path in files} == files


async def test_a_facilitator_is_told_what_to_say_and_can_fold_it(tmp_path: Path) -> None:
    session = a_panel(tmp_path, "Amira Khan", facilitator="Fay Marsh", accepted=True)
    app = app_on(tmp_path, session, person="Fay Marsh")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        assert "Say    What did you see, hear or read?" in "\n".join(lines(app))
        assert "Watch  Words that judge" in "\n".join(lines(app))
        await pilot.press("S")
        assert "Watch  " not in "\n".join(lines(app))
        await pilot.resize_terminal(*USUAL)
        await pilot.press("S")
        assert "Watch  Words that judge" in "\n".join(lines(app))


async def test_the_cue_follows_the_work(tmp_path: Path) -> None:
    session = a_panel(tmp_path, "Amira Khan", facilitator="Fay Marsh", accepted=True)
    opened = library_in(tmp_path).open(session.id)
    me = opened.state.present("reviewer")[0]
    add_note(opened, me, "Seen.", [s.ref for s in opened.framework.areas[0].statements])
    opened.close()
    app = app_on(tmp_path, session, person="Fay Marsh")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        assert "Who have we not heard" in "\n".join(lines(app))
        await pilot.press("p", "y")
        assert "Judge alone, from the notes." in "\n".join(lines(app))


async def test_the_script_is_for_facilitators(tmp_path: Path) -> None:
    session = a_panel(tmp_path, "Amira Khan", facilitator="Fay Marsh", accepted=True)
    app = app_on(tmp_path, session, person="Amira Khan")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        assert "Watch  " not in "\n".join(lines(app))
        await pilot.press("S")
        assert "The script is for a facilitator" in "\n".join(lines(app))
