"""What is found is what `view` shows to who asks, and nothing else; counts and order say no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reviews import STAGES, Panel, everything_seen, library_in, panel_in

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import add_enquiry, stand
from sessions.findings import add_finding
from sessions.library import Library
from sessions.notes import Circumstances, add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.planning import Doing, add_action, add_key_result, monitor, set_plan_text
from sessions.replying import reply
from sessions.report_texts import write_text
from sessions.search import KINDS, Found
from sessions.search_index import Own
from sessions.search_rows import rows_of
from sessions.search_typed import read_query
from sessions.seen import SessionView
from sessions.self_evaluating import self_evaluate
from sessions.standing import set_standing
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity
from sessions.view import view


def find(library: Library, typed: str, seen: SessionView | None = None) -> Found:
    """Look and ask, as everyone, or as who sees a session so."""
    library.index.look()
    own = Own() if seen is not None else None
    if own is not None and seen is not None:
        own.show(seen)
    return library.index.find(read_query(typed), own)


def texts(found: Found) -> list[str]:
    return [hit.text.text for hit in found.hits]


def judged(panel: Panel, area: int = 1) -> str:
    """Judge, reveal and agree the first statement of an area; return its note's ref."""
    session, ref = panel.session, f"{area}.1"
    note = add_note(session, panel.amira, "Something heron on paper.", [ref], Circumstances("data"))
    open_gate(session, panel.fay, area)
    for person, words in ((panel.amira, "Zebra is why."), (panel.ben, "Okapi is why.")):
        judge(
            session,
            person,
            ref,
            highlights={STAGES[0]: "full"},
            cites=[(note, False)],
            because=words,
        )
    reveal(session, panel.fay, statement=ref)
    agree(
        session,
        panel.fay,
        statement=ref,
        outcome="stages",
        stages=[STAGES[0]],
        because="Tapir is why.",
        dissent=[("BO", "Gnu is why not.")],
    )
    agree(session, panel.fay, area=area, because="Ibex, in a sentence.")
    return note


# Every kind


def everything(panel: Panel) -> None:
    """Write something of every kind, each with a word of its own."""
    session, fay = panel.session, panel.fay
    host = add_person(session, "Hannah", role="host", own_setting="Whimbrel School")
    self_evaluate(session, host, "1.1", stages=[STAGES[1]], because="A curlew.")
    add_enquiry(session, fay, "Why the dunlin?", ["1.1"])
    stand(session, fay, "1", "supported", "A godwit.")
    add_activity(session, fay, Activity(what="A walk past the ruff", source="learner-voice"))
    open_gate(session, fay, 1)
    reopen(session, fay, 1, "A turnstone.")
    judged(panel)
    add_finding(session, fay, "strength", "A knot.", ["1.1"])
    set_standing(session, fay, "accuracy")
    reply(session, host, "1", "disagree", "A plover.")
    set_standing(session, fay, "draft")
    set_plan_text(session, fay, "objective", "A dotterel.")
    add_key_result(session, fay, "A lapwing.", ["1"])
    add_action(session, fay, "1", Doing(what="A snipe", who="SENCO", due="2027-01-15"))
    monitor(session, fay, "1", "on-track", "A sanderling.", date="2026-10-10")
    write_text(session, fay, "headline", "A redshank.")


@pytest.mark.parametrize(
    ("word", "kind", "place", "ref", "note"),
    [
        ("heron", "note", "describe", "1.1", "AK1"),
        ("zebra", "because", "judge", "1.1", ""),
        ("gnu", "agreed", "agree", "1.1", ""),
        ("ibex", "agreed", "agree", "1.1", ""),
        ("knot", "finding", "plan", "1.1", "1"),
        ("plover", "reply", "report", "1.1", "1"),
        ("lapwing", "key-result", "plan", "1.1", "1"),
        ("snipe", "action", "plan", "1.1", "1"),
        ("sanderling", "monitoring", "plan", "1.1", "1"),
        ("dotterel", "plan", "plan", "", ""),
        ("dunlin", "enquiry", "prepare", "1.1", "1"),
        ("godwit", "enquiry", "prepare", "1.1", "1"),
        ("ruff", "activity", "prepare", "", "1"),
        ("curlew", "own-view", "prepare", "1.1", ""),
        ("turnstone", "change", "report", "", ""),
        ("redshank", "report", "report", "", ""),
        ("whimbrel", "person", "setup", "", "H"),
        ("hollin", "setting", "overview", "", ""),
        ("ak1", "note", "describe", "1.1", "AK1"),
    ],
)
def test_each_kind_is_found_with_its_place(
    whole: Library, word: str, kind: str, place: str, ref: str, note: str
) -> None:
    found = whole.index.find(read_query(word))
    assert found.counts == {kind: 1}
    (hit,) = found.hits
    assert (hit.kind, hit.place, hit.ref, hit.note) == (kind, place, ref, note)
    assert (hit.setting, hit.name) == ("Hollin Bank", "hollin-bank-2026-11-21")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with a session that has something of every kind, looked at."""
    library = library_in(tmp_path_factory.mktemp("whole"))
    panel = panel_in(library)
    everything(panel)
    panel.session.close()
    library.index.look()
    yield library
    library.index.close()


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("source:data", {"note"}),
        ("source:learner", {"activity"}),
        ("statement:1.1 is", {"because", "agreed"}),
        ("area:1 kind:finding", {"finding"}),
        ("area:2 is", set()),
        ("setting:holl a", {"note", "finding"}),
        ("setting:other a", set()),
        ("framework:little knot", {"finding"}),
        ("framework:rag knot", set()),
        ("from:2026-10 to:2026-10", {"monitoring"}),
        ("to:2020", set()),
        (f"stage:{STAGES[1]}", {"own-view"}),
        (f"stage:{STAGES[0]} kind:agreed", {"agreed"}),
        ('"is why not"', {"agreed"}),
        ('"why is"', set()),
        ("heron zebra", set()),
    ],
)
def test_filters_narrow(whole: Library, typed: str, kinds: set[str]) -> None:
    found = whole.index.find(read_query(typed))
    assert {hit.kind for hit in found.hits} >= kinds
    assert bool(found.hits) == bool(kinds)


def test_a_kind_narrows_the_hits_and_not_the_counts(whole: Library) -> None:
    found = whole.index.find(read_query("is kind:agreed"))
    assert {hit.kind for hit in found.hits} == {"agreed"}
    assert found.counts["because"] == 2 and found.kinds == ("because", "agreed")


# What is never found


def test_by_stage_hits_are_listed_and_nothing_is_counted(whole: Library) -> None:
    found = whole.index.find(read_query(f"stage:{STAGES[0]}"), limit=1)
    assert [hit.stages for hit in found.hits] == [(STAGES[0],)]
    assert found.counts == {} and found.total == 0 and found.more
    assert found.kinds == ("because", "agreed")


def test_the_name_of_a_stage_is_nobody_s_word(whole: Library) -> None:
    for name in (*STAGES, "practice"):
        assert whole.index.find(read_query(name)) == Found()


def test_a_described_area_has_nothing_that_was_judged(library: Library, panel: Panel) -> None:
    judged(panel)
    panel.session.flush()
    assert texts(find(library, "zebra")) == ["Zebra is why."]
    before = library.index.find(read_query("is"))
    reopen(panel.session, panel.fay, 1, "The vole is why.")
    panel.session.flush()
    # As it is before anybody has looked again, and then.
    for found in (library.index.find(read_query("is")), find(library, "is")):
        assert found.hits == () and found.counts == {} and not found.more
    assert before.counts == {"because": 2, "agreed": 1}
    for word in ("zebra", "tapir", "gnu", "ibex", "vole", f"stage:{STAGES[0]}"):
        for person in (None, panel.fay, panel.amira):
            assert find(library, word, view(panel.session, person)).hits == ()
    assert texts(find(library, "heron")) == ["Something heron on paper."]


def test_a_private_note_is_found_by_its_author_alone(library: Library, panel: Panel) -> None:
    session = panel.session
    mine = add_note(session, panel.amira, "A private otter.", ["1.1"])
    edit_note(session, panel.amira, mine, private=True)
    add_note(session, panel.amira, "A shared otter.", ["1.1"])
    session.flush()
    assert texts(find(library, "otter")) == ["A shared otter."]
    assert find(library, "otter", view(session, panel.ben)).counts == {"note": 1}
    found = find(library, "otter", view(session, panel.amira))
    assert set(texts(found)) == {"A shared otter.", "A private otter."}
    assert all(hit.is_here for hit in found.hits) and found.counts == {"note": 2}
    file = (library.folder / ".derived" / "search.sqlite").read_bytes()
    assert b"rivate otter" not in file


def test_a_sealed_ballot_is_found_by_its_judge_alone(library: Library, panel: Panel) -> None:
    session = panel.session
    note = add_note(session, panel.amira, "Something.", ["1.1"])
    open_gate(session, panel.fay, 1)
    shows = {STAGES[0]: "full"}
    judge(session, panel.amira, "1.1", highlights=shows, cites=[(note, False)], because="Weasel.")
    judge(session, panel.ben, "1.1", highlights=shows, because="A stoat.", draft=True)
    session.flush()
    for word, judge_of_it in (("weasel", panel.amira), ("stoat", panel.ben)):
        for person in (None, panel.fay, panel.amira, panel.ben):
            found = find(library, word, view(session, person))
            assert len(found.hits) == found.total == (person == judge_of_it), (word, person)


def test_of_the_open_session_who_types_finds_what_is_not_saved_yet(
    library: Library, panel: Panel
) -> None:
    panel.session.flush()
    library.index.look()
    add_note(panel.session, panel.amira, "A heron just now.", ["1.1"])
    assert texts(find(library, "heron", view(panel.session, panel.amira))) == ["A heron just now."]
    assert find(library, "heron").hits == ()


def test_hits_of_the_open_session_come_first_and_then_the_newest(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    panels = [panel_in(library) for _ in range(3)]
    for panel, day in zip(panels, ("2026-11-03", "2026-11-01", "2026-11-02"), strict=True):
        when = Circumstances("", "", f"{day} 10:00")
        add_note(panel.session, panel.amira, f"Heron {day}.", ["1.1"], when)
        panel.session.flush()
    assert [hit.date[-1] for hit in find(library, "heron").hits] == ["3", "2", "1"]
    own = view(panels[1].session, panels[1].amira)
    assert [hit.date[-1] for hit in find(library, "heron", own).hits] == ["1", "3", "2"]
    for panel in panels:
        panel.session.release()


def test_rows_are_of_known_kinds_and_nothing_of_them_is_made_up(panel: Panel) -> None:
    everything(panel)
    for person in (None, *panel.session.state.people):
        said = everything_seen(panel.session, person)
        for row in rows_of(view(panel.session, person)):
            assert row.kind in KINDS
            assert all(line in said for line in row.text.split("\n")), row
