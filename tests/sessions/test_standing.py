"""Draft, with the host for accuracy, final: what may still be written, undone, and merged."""

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from finals import Visit, visited
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import (
    Panel,
    Ticking,
    copied_to,
    everything_seen,
    library_in,
    meet,
    panel_in,
    refusal,
)

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.conduct import accept
from sessions.enquiries import add_enquiry
from sessions.errors import Refused
from sessions.figures import set_figures
from sessions.finality import is_locked, standing_of
from sessions.findings import add_finding, change_finding, delete_finding, set_priorities
from sessions.notes import add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.plan_conflicts import PLAN_FIELDS
from sessions.planning import (
    Doing,
    add_action,
    add_key_result,
    change_action,
    delete_key_result,
    monitor,
    set_plan_text,
    set_windows,
)
from sessions.records import Change, Field
from sessions.replying import reply, settle_reply
from sessions.report_texts import write_text
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.setup import change_setup
from sessions.standing import set_standing
from sessions.timetable import Plan, add_activity
from sessions.timing import set_time, start
from sessions.undo import last_act, undo
from sessions.view import view

FINAL = "The report is final"


@pytest.fixture
def visit(panel: Panel) -> Visit:
    return visited(panel)


def told(session: Session) -> list[str]:
    return [change.what for change in view(session).visit.changes]


def test_a_report_goes_its_way_and_each_step_is_told(visit: Visit) -> None:
    session = visit.session
    assert view(session).after.state == "draft"
    visit.to("accuracy")
    visit.to("draft", "A finding is missing")
    visit.to("accuracy")
    visit.to("final")
    assert view(session).after.state_name == "final"
    assert told(session)[-4:] == [
        "The report went to the host for accuracy.",
        "The report went back to draft: A finding is missing.",
        "The report went to the host for accuracy.",
        "The report was made final.",
    ]
    assert view(session).after.reopened == ""


def test_a_final_report_is_opened_again_with_a_reason_that_stays(visit: Visit) -> None:
    session = visit.session
    visit.to("final")
    with refusal(session, "reason"):
        visit.to("draft")
    with refusal(session, "reason"):
        visit.to("accuracy", "  ")
    visit.to("accuracy", "The roll was wrong")
    visit.to("final")
    after = view(session).after
    assert (after.state, after.reopened) == ("final", "The roll was wrong")
    again = "The final report was opened again, with the host for accuracy: The roll was wrong."
    assert again in told(session)


def test_a_reason_waits_for_the_gates_of_what_it_may_name(visit: Visit) -> None:
    session = visit.session
    visit.to("final")
    visit.to("draft", "1.2 was leafing all along")
    reopen(session, visit.fay, 1, "More to see")
    assert "leafing all along" not in everything_seen(session, visit.fay)
    assert "out of sight" in view(session).after.reopened
    open_gate(session, visit.fay, 1)
    assert view(session).after.reopened == "1.2 was leafing all along"


def test_only_a_chair_says_how_far_it_is(visit: Visit) -> None:
    for person in (visit.amira, visit.hana, visit.olu):
        with refusal(visit.session, "Only a facilitator", "Fay"):
            set_standing(visit.session, person, "final")
    with refusal(visit.session, "draft already"):
        visit.to("draft")
    with refusal(visit.session, "draft, accuracy, final"):
        visit.to("done")


def test_making_it_final_stops_the_time(visit: Visit) -> None:
    set_time(visit.session, visit.fay, "meeting", 30)
    start(visit.session, visit.fay, "meeting")
    visit.to("final")
    assert [box.since for box in view(visit.session).visit.timeboxes] == [""]


# What a final session still takes


def _acts() -> dict[str, Callable[[Visit], Any]]:
    """Return acts that a draft takes, each of which writes what a final session holds fast."""
    return {
        "note": lambda v: add_note(v.session, v.amira, "A chart.", ["1.1"]),
        "edit": lambda v: edit_note(v.session, v.amira, "AK1", "Another."),
        "file": lambda v: file_note(v.session, v.amira, "AK1", ["1.2"]),
        "gate": lambda v: open_gate(v.session, v.fay, 2),
        "draft ballot": lambda v: judge(
            v.session, v.amira, "1.1", outcome=None, because="Hm", draft=True
        ),
        "ballot": lambda v: judge(v.session, v.amira, "1.1", outcome="not_enough_evidence"),
        "reveal": lambda v: reveal(v.session, v.fay, area=1, reason="No time"),
        "agree": lambda v: agree(v.session, v.fay, area=1, because="It stands."),
        "finding": lambda v: add_finding(v.session, v.fay, "strength", "Calm.", ["1.1"]),
        "change finding": lambda v: change_finding(v.session, v.fay, "1", text="Calmer."),
        "own view": lambda v: self_evaluate(v.session, v.hana, "1.1", stages=["leafing"]),
        "enquiry": lambda v: add_enquiry(v.session, v.fay, "Who rings home?"),
        "activity": lambda v: add_activity(v.session, v.fay, Plan(what="A walk")),
        "time": lambda v: set_time(v.session, v.fay, "meeting", 30),
        "words": lambda v: write_text(v.session, v.fay, "headline", "A calm school."),
        "set-up": lambda v: change_setup(v.session, v.fay, setting="Brook"),
        "scope": lambda v: change_setup(v.session, v.fay, areas=(1,)),
        "figures": lambda v: set_figures(v.session, v.fay, {"roll": 210}),
        "role": lambda v: change_person(v.session, v.olu, role="reviewer"),
        "interest": lambda v: change_person(v.session, v.amira, interest="A cousin"),
        "settle": lambda v: settle_reply(v.session, v.fay, "1", "We met."),
        "order": lambda v: set_priorities(v.session, v.fay, []),
        "delete finding": lambda v: delete_finding(v.session, v.fay, "1"),
        "reopen": lambda v: reopen(v.session, v.fay, 1, "More to see"),
        "delete": lambda v: delete_note(v.session, v.amira, "AK1"),
    }


def _plan_acts() -> dict[str, Callable[[Visit], Any]]:
    """Return acts that a final session takes."""
    return {
        "objective": lambda v: set_plan_text(v.session, v.fay, "objective", "In school."),
        "windows": lambda v: set_windows(v.session, v.hana, ["Autumn", "Spring", "Summer"]),
        "result": lambda v: add_key_result(v.session, v.hana, "Fewer miss days."),
        "action": lambda v: add_action(v.session, v.hana, "1", Doing(what="Ring home.")),
        "who": lambda v: change_action(v.session, v.hana, "1", Doing(who="Office")),
        "monitor": lambda v: monitor(v.session, v.hana, "1", "done", "Seen in all rooms."),
        "no result": lambda v: delete_key_result(v.session, v.fay, "1"),
        "join": lambda v: add_person(v.session, "Gwen", role="host"),
        "leave": lambda v: leave(v.session, v.olu),
        "name": lambda v: change_person(v.session, v.amira, name="Reviewer 1"),
        "conduct": lambda v: accept(v.session, v.hana),
    }


def _answered(visit: Visit) -> None:
    visit.to("accuracy")
    reply(visit.session, visit.hana, "1", "correct", "It is each month.")


def test_what_was_seen_judged_and_reported_can_only_be_read(visit: Visit) -> None:
    visit.to("accuracy")
    reply(visit.session, visit.hana, "1", "correct", "It is each month.")
    visit.to("final")
    for act in _acts().values():
        with refusal(visit.session, FINAL, "reason", "K on Report"):
            act(visit)
    visit.to("draft", "It must be mended")
    for act in _acts().values():
        act(visit)  # it was the state, and nothing else, that they were refused for


def test_the_plan_lives_on(visit: Visit) -> None:
    visit.to("final")
    for name, act in _plan_acts().items():
        before = visit.session.records.edition
        act(visit)
        assert visit.session.records.edition > before, name
    assert view(visit.session).after.state == "final"


def test_what_the_plan_is_made_of_is_open(visit: Visit) -> None:
    names = {
        *PLAN_FIELDS.keys() - {"session/priorities"},
        "session/retention",
        "session/archived",
        "session/state",
    }
    assert not any(is_locked(visit.session.state, name, "session", None) for name in names)
    later = Change("then", "then/1.1", None)
    assert is_locked(visit.session.state, later.id, later.kind, later.body)


def test_an_act_before_is_not_undone_and_one_of_the_plan_is(visit: Visit) -> None:
    session = visit.session
    add_note(session, visit.amira, "A walk round.")
    visit.to("final")
    with refusal(session, FINAL):
        undo(session, visit.amira)
    with pytest.raises(Refused, match=FINAL):
        last_act(session, visit.amira)
    with refusal(session, "not undone"):
        undo(session, visit.fay)
    monitor(session, visit.hana, "1", "done", "Seen in all rooms.")
    assert "monitoring of action 1" in undo(session, visit.hana)


_STEPS = st.lists(st.sampled_from([*_acts(), *_plan_acts(), "undo", "undo", "undo"]), max_size=9)


@settings(max_examples=12)
@given(before=_STEPS, after=_STEPS, who=st.integers(0, 3))
def test_nothing_of_a_final_report_changes_by_any_acts(
    before: list[str], after: list[str], who: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        visit = visited(panel_in(library_in(Path(folder))))
        everybody = (visit.fay, visit.amira, visit.hana, visit.olu)
        acts = _acts() | _plan_acts() | {"undo": lambda v: undo(v.session, everybody[who], "Why")}
        for name in before:
            _tried(acts[name], visit)
        visit.to("final")
        held = _held(visit.session)
        for name in after:
            _tried(acts[name], visit)
            assert _held(visit.session) == held
        assert view(visit.session).conflicts == ()
        visit.session.release()


def _tried(act: Callable[[Visit], Any], visit: Visit) -> None:
    with contextlib.suppress(Refused):
        act(visit)


def _held(session: Session) -> set[tuple[str, int]]:
    """Return every version of what can only be read, but for people, who may join and leave."""
    versions = [v for v in session.records.all() if v.kind != "participant"]
    return {v.dot for v in versions if is_locked(session.state, v.id, v.kind, None)}


# Two laptops


def two_laptops(tmp_path: Path) -> tuple[Visit, Visit]:
    clock = Ticking()
    visit = visited(panel_in(library_in(tmp_path, clock=clock)))
    other = copied_to(tmp_path, visit.session, clock)
    return visit, visit._replace(session=other)


def test_written_apart_after_final_is_kept_and_said(tmp_path: Path) -> None:
    here, there = two_laptops(tmp_path)
    here.to("final")
    ref = add_note(there.session, there.amira, "A parent at the gate.", ["1.1"])
    add_note(there.session, there.amira, "For myself.", private=True)
    delete_finding(there.session, there.fay, "1")
    monitor(there.session, there.fay, "1", "done", "Seen.")
    meet(here.session, there.session)
    for session in (here.session, there.session):
        assert view(session).after.state == "final"
        note = view(session).note(ref)
        assert note is not None and note.text == "A parent at the gate."
        said = view(session).conflicts
        assert (
            f"Written apart by Amira Khan, and not there when the report was made final: note {ref}. "
            in said[0]
        )
        assert "finding 1" in said[1] and "Fay" in said[1]
        assert len(said) == 2
        assert "ref of" not in "".join(said)
    mine = "".join(view(here.session, here.amira).conflicts)
    assert mine.count("note AK") == 2  # one's own private note is told to oneself alone
    here.to("draft", "A note came in")
    here.to("final")
    assert view(here.session).conflicts == ()


def test_what_came_in_of_an_area_being_described_again_is_not_told(tmp_path: Path) -> None:
    here, there = two_laptops(tmp_path)
    judge(there.session, there.amira, "1.1", outcome="not_enough_evidence")
    change_finding(there.session, there.fay, "1", text="Otherwise.")
    reopen(here.session, here.fay, 1, "More to see")
    here.to("final")
    meet(here.session, there.session)
    said = " ".join(view(here.session).conflicts)
    assert "ballot" not in said and "finding" not in said
    assert "Otherwise" not in everything_seen(here.session, here.fay)


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        (("final",), ("accuracy",), "accuracy"),
        (("final",), ("accuracy", "draft"), "draft"),
        (("final",), ("final",), "final"),
        (("accuracy", "final"), ("final", "draft"), "draft"),
    ],
)
def test_of_two_laptops_the_less_final_wins(
    tmp_path: Path, one: tuple[str, ...], other: tuple[str, ...], stands: str
) -> None:
    here, there = two_laptops(tmp_path)
    for visit, steps in ((here, one), (there, other)):
        for step in steps:
            visit.to(step, "A reason")
    meet(here.session, there.session)
    for session in (here.session, there.session):
        assert standing_of(session.state) == stands
        differ = one[-1] != other[-1]
        assert [c for c in view(session).conflicts if "How far the report is" in c] == [
            c for c in view(session).conflicts if differ
        ]
    if stands != "final":
        add_note(here.session, here.amira, "It can be written in again.")
        here.to(stands)  # said anew, it is settled
        assert view(here.session).conflicts == ()


def test_reopened_on_one_laptop_and_worked_on_in_the_other(tmp_path: Path) -> None:
    here, there = two_laptops(tmp_path)
    here.to("final")
    meet(here.session, there.session)
    here.to("draft", "A fact was wrong")
    with refusal(there.session, FINAL):
        add_note(there.session, there.amira, "Too late here.")
    monitor(there.session, there.hana, "1", "done", "Seen.")
    meet(here.session, there.session)
    add_note(there.session, there.amira, "Now it can be.")
    assert view(there.session).after.reopened == "A fact was wrong"
    assert view(there.session).conflicts == ()


def test_a_state_that_cannot_be_read_is_a_draft(visit: Visit) -> None:
    visit.session.write(visit.fay, [Change("session", "session/state", Field(["final"]))])
    visit.session.write(visit.fay, [Change("session", "session/moved", Field({"was": 3}))])
    assert view(visit.session).after.state == "draft"
    assert view(visit.session).after.reopened == ""
