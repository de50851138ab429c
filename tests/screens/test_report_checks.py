"""Where each kind of thing to look at leads: what a visit and a plan leave open, too."""

from pathlib import Path

import msgspec
from whole import fill, session_in

from exports.checks import Checks, check
from screens.widgets.report_checks import GROUPS, groups_of
from sessions.people import find_person
from sessions.planning import Doing, add_action
from sessions.session import Session
from sessions.view import view

PACKS = Path(__file__).parents[2] / "frameworks" / "packs"


def rows(session: Session) -> dict[str, list[tuple[str, str]]]:
    """Return the groups, each with the labels of its rows and where they lead."""
    seen = view(session)
    groups = groups_of(check(seen, session.framework), seen)
    return {name: [(row.label, row.leads) for row in found] for name, found in groups}


def test_every_kind_of_finding_has_a_group() -> None:
    assert {field for field, _, _ in GROUPS} == {f.name for f in msgspec.structs.fields(Checks)}


def test_what_is_left_open_leads_to_where_it_is_mended(tmp_path: Path) -> None:
    with session_in(tmp_path, PACKS, "send-rag-audit") as session:
        fill(session)
        add_action(session, find_person(session.state, "FG"), "1", Doing(what="Third"))
        found = rows(session)
        assert found["Still an open question"] == [("Line of enquiry 1", "prepare")]
        assert found["Finding without evidence"] == [("Finding 3", "plan")]
        assert found["Action without who or when"] == [("Action 3", "plan"), ("Action 2", "plan")]


def test_a_name_in_a_plan_or_a_timetable_leads_there(tmp_path: Path) -> None:
    with session_in(tmp_path, PACKS, "send-rag-audit") as session:
        fill(session, lambda place: f"A pupil called Kwame and the {place}.")
        found = dict(rows(session)["May identify somebody"])
        for place in ("Finding 1", "Action 1", "Key result 1", "Key objective"):
            assert found[place] == "plan"
        for place in ("Line of enquiry 2", "Activity 1", "the setting's own view of 1.1"):
            assert found[place] == "prepare"
        assert found["1.1"] == "judge"
        assert found["AK1"] == "describe"
