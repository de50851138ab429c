"""A session that follows an older one: what comes along at once, what behind the gate, and what never."""

from pathlib import Path

import pytest
from reviews import PACKS, Panel, everything_seen, panel_in

from frameworks.shelf import Shelf
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import add_enquiry, stand
from sessions.errors import Refused
from sessions.findings import add_finding
from sessions.follow_up import Wanted, coming, follow_up
from sessions.home import Home
from sessions.library import Library
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.planning import Doing, add_action, add_key_result, monitor, set_windows
from sessions.session import Session
from sessions.undo import last_act
from sessions.view import view

WORDS = ("Zebra", "Heron", "Otter", "Weasel", "Stoat", "Polecat", "Badger", "Marten")
"""Words of because, sentence, dissent, finding, benchmark, private note and draft: each stands once."""


def held(panel: Panel) -> None:
    """Judge area 1, agree on 1.1 and on the area, and write all that could come along, and could not."""
    session, fay, amira, ben = panel
    add_note(session, amira, "A chart by need.", ["1.1", "1.2", "2.1"])
    add_note(session, amira, "Polecat, for myself.", ["1.1"], private=True)
    add_enquiry(session, fay, "Who rings home?", ["1.1"], look="the office")
    for question, how, why in (
        ("Who reads the chart?", "changed", "Heron: it is leafing"),
        ("Who is missing?", "supported", "Otter"),
    ):
        stand(session, fay, add_enquiry(session, fay, question, ["1.2"]), how, why)
    open_gate(session, fay, 1)
    cites = [("AK1", False)]
    for person in (amira, ben):
        judge(session, person, "1.1", highlights={"leafing": "full"}, cites=cites, because="Zebra")
    reveal(session, fay, statement="1.1")
    agree(
        session,
        fay,
        statement="1.1",
        outcome="stages",
        stages=["leafing"],
        because="Weasel",
        dissent=[("Ben Orr", "Stoat")],
    )
    agree(session, fay, area=1, because="The area in a sentence.")
    judge(session, amira, "1.2", outcome="not_enough_evidence", because="Badger")
    judge(session, ben, "1.3", highlights={"budding": "full"}, because="Marten", draft=True)


def planned(panel: Panel) -> None:
    """Write a plan with an action that is open, one that is done, one dropped, one never looked at."""
    session, fay, *_ = panel
    add_finding(session, fay, "development", "Calls come late.", ["1.1"])
    set_windows(session, fay, ["Autumn", "Spring"])
    calls = add_key_result(session, fay, "Homes hear the same day.", ["1"])
    add_key_result(session, fay, "Nothing is planned for this.", ["1"])
    for what, who, due in (
        ("Ring by nine.", "office", "2026-12-01"),
        ("Write a script.", "", ""),
        ("Buy a second line.", "", ""),
        ("Ask families.", "SENCO", ""),
    ):
        add_action(session, fay, calls, Doing(what=what, who=who, due=due, window="2"))
    monitor(session, fay, "1", "on-track", "It began.", date="2026-11-21")
    monitor(session, fay, "1", "at-risk", "Two days of five.", date="2026-11-21")
    monitor(session, fay, "2", "done", "It is there.", date="2026-11-21")
    monitor(session, fay, "3", "dropped", "", reason="No money.", date="2026-11-21")


@pytest.fixture
def older(library: Library, panel: Panel) -> Panel:
    held(panel)
    planned(panel)
    host = add_person(panel.session, "Hannah Holt", role="host")
    change_person(panel.session, host, leads=(2,))
    left = add_person(panel.session, "Owen Left")
    leave(panel.session, left)
    panel.session.close()
    return panel


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(folder.iterdir())}


def following(library: Library, older: Panel, **wanted: bool) -> Session:
    return follow_up(library, older.session.id, Wanted(date="2027-11-20", **wanted))


def test_the_same_setting_goes_on_with_nothing_judged(library: Library, older: Panel) -> None:
    new = view(following(library, older))
    old = view(older.session)
    assert (new.setting, new.phase, new.framework) == (old.setting, old.phase, old.framework)
    assert (new.name, new.date) == ("hollin-bank-2027-11-20", "2027-11-20")
    assert [area.number for area in new.areas] == [1, 2, 3]
    assert not any(area.judging or area.log for area in new.areas)
    assert new.notes == () and new.plan.findings == ()
    follows = new.after.follows
    assert (follows.id, follows.name, follows.date) == (old.id, old.name, old.date)


def test_the_panel_comes_along_but_for_who_left(library: Library, older: Panel) -> None:
    people = view(following(library, older)).people
    assert [(p.name, p.tag, p.role, p.leads) for p in people] == [
        ("Fay", "F", "facilitator", ()),
        ("Amira Khan", "AK", "reviewer", ()),
        ("Ben Orr", "BO", "reviewer", ()),
        ("Hannah Holt", "HH", "host", (2,)),
    ]
    assert view(following(library, older, panel=False)).people == ()


def test_what_was_promised_is_there_at_once_and_goes_on_where_it_stood(
    library: Library, older: Panel
) -> None:
    session = following(library, older)
    seen = view(session)
    (result,) = seen.plan.key_results
    assert result.text == "Homes hear the same day."
    assert [(a.ref, a.what, a.who, a.due) for a in result.actions] == [
        ("1", "Ring by nine.", "office", "2026-12-01"),
        ("2", "Ask families.", "SENCO", ""),
    ]
    assert seen.plan.windows == ("Autumn", "Spring")
    assert {action.window for action in result.actions} == {1}
    assert seen.after.follows.actions == tuple(action.id for action in result.actions)
    (last,) = result.actions[0].monitoring
    assert (last.seen, last.progress, last.by) == ("Two days of five.", "at-risk", "Fay")
    fay = seen.people[0].id
    monitor(session, fay, "1", "done", "Every day.", date="2026-11-21")
    now = view(session).plan.actions[0]
    assert [entry.seen for entry in now.monitoring] == ["Two days of five.", "Every day."]
    assert now.is_closed


def test_questions_still_open_are_asked_again_without_what_answered_them(
    library: Library, older: Panel
) -> None:
    asked = view(following(library, older)).visit.enquiries
    assert [(e.ref, e.question, e.statements, e.standing, e.reason, e.look) for e in asked] == [
        ("1", "Who rings home?", ("1.1",), "open", "", "the office"),
        ("2", "Who reads the chart?", ("1.2",), "open", "", ""),
    ]


def test_each_of_them_is_left_out_where_it_is_not_wanted(library: Library, older: Panel) -> None:
    seen = view(following(library, older, actions=False, enquiries=False, views=False))
    assert not seen.plan.any and seen.visit.enquiries == ()
    assert seen.after.follows.name == "hollin-bank-2026-11-21"
    session = following(library, older, views=False)
    open_gate(session, session.state.present()[0], 1)
    assert view(session).after.then == ()


def test_what_was_agreed_stands_behind_the_gate_alone(library: Library, older: Panel) -> None:
    session = following(library, older)
    fay = session.state.present()[0]
    assert view(session).after.then == ()
    for area in (2, 3):
        open_gate(session, fay, area)
    assert view(session).after.then == ()
    open_gate(session, fay, 1)
    sentence, one = view(session).after.then
    assert (sentence.area, sentence.statement, sentence.because) == (
        1,
        "",
        "The area in a sentence.",
    )
    assert (one.statement, one.area, one.stages, one.names, one.because, one.by) == (
        "1.1",
        1,
        ("leafing",),
        ("Leafing Practice",),
        "Weasel",
        "",
    )
    assert view(session).after.before("1.1") == one
    assert view(session).after.before("1.2") is None
    reopen(session, fay, 1, "A second look")
    assert view(session).after.then == ()


def test_before_the_gate_no_view_says_a_stage_and_what_was_private_never_comes(
    library: Library, older: Panel
) -> None:
    session = following(library, older)
    people: list[str | None] = [None, *session.state.present()]
    for viewer in people:
        said = everything_seen(session, viewer)
        for word in (*WORDS, "leafing", "Leafing", "in a sentence"):
            assert word not in said, word
    for area in (1, 2, 3):
        open_gate(session, session.state.present()[0], area)
    written = "".join(p.read_text() for p in session.folder.glob("*.json"))
    assert "Weasel" in written
    # Not even in its file: private notes, drafts, sealed ballots, what answered a question
    for word in ("Polecat", "Marten", "Badger", "Zebra", "Heron", "Otter", "A chart by need"):
        assert word not in written, word


def test_the_older_session_is_as_it_was_to_the_byte(library: Library, older: Panel) -> None:
    before = files(older.session.folder)
    session = following(library, older)
    monitor(session, session.state.present()[0], "1", "done", "Every day.", date="2026-11-21")
    session.close()
    assert files(older.session.folder) == before


def test_what_came_along_is_nobodys_last_act(library: Library, older: Panel) -> None:
    session = following(library, older)
    for person in session.state.present():
        with pytest.raises(Refused):
            last_act(session, person)


def test_a_follow_up_of_a_follow_up_brings_what_is_still_open(
    library: Library, older: Panel
) -> None:
    first = following(library, older)
    monitor(first, first.state.present()[0], "2", "done", "All asked.", date="2026-11-21")
    first.close()
    second = follow_up(library, first.id, Wanted(date="2028-11-20"))
    seen = view(second)
    assert [a.what for a in seen.plan.actions] == ["Ring by nine."]
    assert [entry.by for entry in seen.plan.actions[0].monitoring] == ["Fay"]
    assert seen.after.follows.name == "hollin-bank-2027-11-20"


def test_what_one_reviewer_judged_alone_comes_along_as_theirs(library: Library) -> None:
    panel = panel_in(library)
    leave(panel.session, panel.ben)
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    open_gate(panel.session, panel.fay, 1)
    highlights = {"fruiting": "full"}
    judge(panel.session, panel.amira, "1.1", highlights=highlights, cites=[("AK1", False)])
    panel.session.close()
    session = following(library, panel)
    open_gate(session, session.state.present()[0], 1)
    (one,) = view(session).after.then
    assert (one.stages, one.by) == (("fruiting",), "Amira Khan")


@pytest.mark.parametrize(
    ("called", "date", "says"),
    [
        ("nothing", "", "There is no session called nothing"),
        ("hollin", "2026-11-20", "is before hollin-bank-2026-11-21"),
        ("hollin", "soon", "soon is not a date"),
    ],
)
def test_what_cannot_follow_is_refused_and_nothing_is_made(
    library: Library, older: Panel, called: str, date: str, says: str
) -> None:
    name = "hollin-bank-2026-11-21" if called == "hollin" else called
    with pytest.raises(Refused, match=says):
        follow_up(library, name, Wanted(date=date))
    assert [row.id for row in library.rows()] == [older.session.id]


# Other versions of the framework


def with_pack(library: Library, root: Path, text: str) -> Library:
    """Return the library where another pack is installed in the place of the little one."""
    folder = root / "packs"
    folder.mkdir()
    (folder / "little.md").write_text(text, encoding="utf-8")
    home = Home(root / "homes" / "laptop")
    return Library(library.folder, home, Shelf(built_in=folder), library.clock)


def test_in_a_newer_version_words_are_matched_and_what_changed_or_went_is_said(
    tmp_path: Path, library: Library, older: Panel
) -> None:
    opened = library.open(older.session.id)
    for ref in ("1.2", "1.3"):
        for person in (older.amira, older.ben):
            judge(opened, person, ref, outcome="not_enough_evidence")
        reveal(opened, older.fay, statement=ref)
        because = f"{ref} then."
        agree(opened, older.fay, statement=ref, outcome="not_enough_evidence", because=because)
    opened.close()
    text = (PACKS / "little.md").read_text(encoding="utf-8")
    text = text.replace("version: 1.2", "version: 2.0")
    text = text.replace("Leaders look at attendance.", "Leaders act on attendance.")
    text = text.replace("## 1.3\n\nFamilies are heard.\n\n", "")
    newer = with_pack(library, tmp_path, text)
    found = coming(newer, newer.open(older.session.id))
    assert (found.then, found.now) == ("1.2", "2.0")
    assert (found.matched("changed"), found.matched("gone")) == (("1.1",), ("1.3",))
    session = following(newer, older)
    assert session.framework.version == "2.0"
    open_gate(session, session.state.present()[0], 1)
    seen = view(session)
    assert seen.after.follows.version == "1.2"
    then = {t.statement: (t.matched, t.words, t.because) for t in seen.after.then if t.statement}
    assert then == {
        "1.1": ("changed", "Leaders look at attendance.", "Weasel"),
        "1.2": ("same", "", "1.2 then."),
        "1.3": ("gone", "Families are heard.", "1.3 then."),
    }
    assert seen.after.before("1.3") is None  # it is no statement of this session


def test_without_its_framework_nothing_can_follow(
    tmp_path: Path, library: Library, older: Panel
) -> None:
    text = (PACKS / "little.md").read_text(encoding="utf-8").replace("id: little", "id: other")
    newer = with_pack(library, tmp_path, text)
    with pytest.raises(Refused, match="is not installed any more, so no session can follow"):
        following(newer, older)
