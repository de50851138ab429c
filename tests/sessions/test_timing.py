"""Time boxes: planned, started, paused, lengthened; what was used is kept, and nothing is enforced."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from reviews import Panel, copy_over, library_in, panel_in, refusal

from sessions.notes import add_note
from sessions.people import add_person, change_person
from sessions.records import Change
from sessions.records_visit import Timebox
from sessions.session import Session
from sessions.timing import MEETING, TimeView, add_time, pause, set_time, start, times
from sessions.undo import undo
from sessions.view import view


class Standing:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock() -> Standing:
    return Standing()


@pytest.fixture
def timed(tmp_path: Path, clock: Standing) -> Panel:
    return panel_in(library_in(tmp_path, clock=clock))


def boxes(session: Session) -> dict[str, TimeView]:
    """What everyone sees of the time boxes, now."""
    found = times(view(session).visit.timeboxes, session.now())
    return {box.subject: box for box in found}


def test_a_box_is_set_then_started_then_paused(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, "area/1", 30)
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 0, False, started=False)
    clock.wait(minutes=9)
    assert boxes(session)["area/1"].words == "not started, 30:00 left"
    start(session, fay, "area/1")
    clock.wait(minutes=23, seconds=20)
    assert boxes(session)["area/1"].words == "06:40 left"
    pause(session, fay, "area/1")
    clock.wait(hours=1)
    assert boxes(session)["area/1"].words == "paused, 06:40 left"
    with refusal(session, "The time for area 1 is paused already"):
        pause(session, fay, "area/1")
    start(session, fay, "area/1")
    clock.wait(minutes=8, seconds=50)
    assert boxes(session)["area/1"].words == "02:10 over"
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 1930, True)


def test_five_more_minutes_and_another_plan_keep_what_was_used(
    timed: Panel, clock: Standing
) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, MEETING, 10)
    start(session, fay, MEETING)
    clock.wait(minutes=11)
    add_time(session, fay, MEETING)
    assert boxes(session)[MEETING].words == "04:00 left"
    add_time(session, fay, MEETING, 45)
    assert boxes(session)[MEETING].words == "49:00 left"
    set_time(session, fay, MEETING, 12)
    assert boxes(session)[MEETING] == TimeView(MEETING, 720, 660, True)


def test_one_area_at_a_time_and_the_meeting_goes_on(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    for subject in ("area/2", MEETING, "area/1"):
        set_time(session, fay, subject, 20)
    start(session, fay, "area/1")
    clock.wait(minutes=1)
    start(session, fay, MEETING)
    clock.wait(minutes=1)
    start(session, fay, "area/2")
    clock.wait(minutes=1)
    said = [f"{subject}: {box.words}" for subject, box in boxes(session).items()]
    assert said == ["meeting: 18:00 left", "area/1: paused, 18:00 left", "area/2: 19:00 left"]


@pytest.mark.parametrize(
    ("left", "soon"), [(301, False), (300, True), (0, True), (-1, True), (7200, False)]
)
def test_the_end_is_near_from_five_minutes_on(left: int, soon: bool) -> None:
    assert TimeView(MEETING, left, 0, True).ends_soon is soon


@pytest.mark.parametrize(
    ("left", "words"),
    [(0, "00:00 left"), (-1, "00:01 over"), (59, "00:59 left"), (6000, "100:00 left")],
)
def test_what_is_left_in_words(left: int, words: str) -> None:
    assert TimeView(MEETING, left, 0, True).words == words


def test_what_cannot_be_is_refused(timed: Panel) -> None:
    session, fay = timed.session, timed.fay
    for minutes in (0, -5, 721):
        with refusal(session, "1 to 720 minutes", str(minutes)):
            set_time(session, fay, MEETING, minutes)
    with refusal(session, "no area 9"):
        set_time(session, fay, "area/9", 10)
    for subject in ("area/x", "area/²", "area/01", "area/", "lunch", ""):
        with refusal(session, "for an area, or for the meeting"):
            set_time(session, fay, subject, 10)
    for act in (start, pause, add_time):
        with refusal(session, "No time is planned for area 1", "set its minutes first"):
            act(session, fay, "area/1")
    set_time(session, fay, "area/1", 718)
    with refusal(session, "The time for area 1 is not started yet"):
        pause(session, fay, "area/1")
    for more in (0, -3, 5):
        with refusal(session, f"adding {more} minutes to area 1", "718"):
            add_time(session, fay, "area/1", more)
    start(session, fay, "area/1")
    with refusal(session, "running already"):
        start(session, fay, "area/1")


def test_time_is_the_facilitators_and_without_one_any_reviewers(timed: Panel) -> None:
    session = timed.session
    set_time(session, timed.fay, MEETING, 10)
    for do in (start, pause, add_time):
        with refusal(session, "Only a facilitator may", "ask Fay"):
            do(session, timed.amira, MEETING)
    with refusal(session, "Only a facilitator may set a time box"):
        set_time(session, timed.ben, "area/1", 10)
    change_person(session, timed.fay, role="reviewer")
    start(session, timed.ben, MEETING)
    assert boxes(session)[MEETING].running
    host = add_person(session, "Hana", role="host")
    with refusal(session, "Hana is here as host"):
        pause(session, host, MEETING)


def test_a_start_that_is_undone_pauses_again(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, "area/1", 10)
    start(session, fay, "area/1")
    clock.wait(minutes=3)
    assert undo(session, fay) == "the change to a time box"
    assert boxes(session)["area/1"] == TimeView("area/1", 600, 0, False, started=False)


def test_a_clock_set_back_takes_nothing_away(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, MEETING, 10)
    start(session, fay, MEETING)
    clock.wait(minutes=4)
    pause(session, fay, MEETING)
    start(session, fay, MEETING)
    clock.wait(hours=-2)
    assert boxes(session)[MEETING].used == 240
    pause(session, fay, MEETING)
    assert boxes(session)[MEETING].used == 240


@pytest.mark.parametrize("since", ["2026-11-21T08:00:00", "soon", "2026-11-21"])
def test_a_start_that_is_no_moment_is_none(timed: Panel, since: str) -> None:
    session, fay = timed.session, timed.fay
    broken = Change("timebox", "timebox/meeting", Timebox(600, 60, since))
    session.write(fay, [broken])
    assert boxes(session)[MEETING].used == 60
    pause(session, fay, MEETING)
    assert boxes(session)[MEETING] == TimeView(MEETING, 600, 60, False)


def test_an_area_out_of_scope_has_no_time(tmp_path: Path) -> None:
    session, fay, *_ = panel_in(library_in(tmp_path), areas=(1,))
    with refusal(session, "Area 2 is outside this review"):
        set_time(session, fay, "area/2", 10)


def test_another_machine_sees_the_same_time(tmp_path: Path, clock: Standing) -> None:
    session, fay, *_ = panel_in(library_in(tmp_path / "one", clock=clock))
    set_time(session, fay, "area/1", 10)
    start(session, fay, "area/1")
    other = library_in(tmp_path / "two", "other", clock)
    (other.folder / session.id).mkdir(parents=True)
    for file in ("framework.md",):
        (other.folder / session.id / file).write_bytes((session.folder / file).read_bytes())
    there = other.open(session.id)
    copy_over(session, there)
    clock.wait(minutes=2)
    assert boxes(there)["area/1"].words == boxes(session)["area/1"].words == "08:00 left"
    session.release()


def test_a_box_is_on_the_disk(tmp_path: Path, clock: Standing) -> None:
    library = library_in(tmp_path, clock=clock)
    session, fay, *_ = panel_in(library)
    set_time(session, fay, MEETING, 90)
    start(session, fay, MEETING)
    session.close()
    clock.wait(minutes=1)
    assert boxes(library.open(session.id))[MEETING].words == "89:00 left"


# Left running


def overnight(session: Session, fay: str, clock: Standing) -> None:
    """Start area 1 at 15:00, write the last note 20 minutes later, and come back the next day."""
    clock.wait(hours=6)
    set_time(session, fay, "area/1", 30)
    start(session, fay, "area/1")
    clock.wait(minutes=20)
    add_note(session, fay, "The last thing.", [])
    clock.wait(hours=17)


def test_a_box_left_running_overnight_does_not_swallow_the_night(
    timed: Panel, clock: Standing
) -> None:
    session, fay = timed.session, timed.fay
    overnight(session, fay, clock)
    box = boxes(session)["area/1"]
    assert (box.planned, box.used, box.running) == (1800, 1200, False)
    assert box.words == "paused, 10:00 left"
    assert box.left_at.endswith(":20")
    add_note(session, fay, "Good morning.", [])  # the silence is over, and still not counted
    assert boxes(session)["area/1"] == box
    said = [change.what for change in view(session).visit.changes]
    assert said[-1].startswith("The time for area 1 was left running: it counts up to 2026-11-21 ")
    start(session, fay, "area/1")
    clock.wait(minutes=4)
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 1440, True)


def test_pausing_what_was_left_running_keeps_what_was_used(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    overnight(session, fay, clock)
    pause(session, fay, "area/1")
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 1200, False)
    assert "left running" in view(session).visit.changes[-1].what


def test_another_box_that_is_started_pauses_it_as_it_was_left(
    timed: Panel, clock: Standing
) -> None:
    session, fay = timed.session, timed.fay
    overnight(session, fay, clock)
    set_time(session, fay, "area/2", 20)
    start(session, fay, "area/2")
    clock.wait(minutes=3)
    found = boxes(session)
    assert (found["area/1"].used, found["area/1"].running) == (1200, False)
    assert found["area/2"] == TimeView("area/2", 1200, 180, True)


def test_talking_for_long_without_a_word_written_counts(timed: Panel, clock: Standing) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, MEETING, 240)
    start(session, fay, MEETING)
    clock.wait(hours=3, minutes=50)
    assert boxes(session)[MEETING].words == "10:00 left"
    pause(session, fay, MEETING)
    clock.wait(hours=15)  # a night between a pause and a start is no box left running
    start(session, fay, MEETING)
    clock.wait(minutes=4)
    assert boxes(session)[MEETING].words == "06:00 left"
    assert not [c for c in view(session).visit.changes if "left running" in c.what]


def test_a_note_from_a_clock_that_is_a_day_fast_stops_nothing(
    timed: Panel, clock: Standing
) -> None:
    session, fay = timed.session, timed.fay
    set_time(session, fay, "area/1", 30)
    start(session, fay, "area/1")
    clock.wait(days=1)
    add_note(session, timed.ben, "From a laptop that is a day ahead.", [])
    clock.wait(days=-1, minutes=5)
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 300, True)
    pause(session, fay, "area/1")
    start(session, fay, "area/1")
    clock.wait(minutes=1)
    assert boxes(session)["area/1"] == TimeView("area/1", 1800, 360, True)
