"""A review with findings, key results and actions, and what is seen of its plan."""

from reviews import Panel

from sessions.findings import add_finding
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.planning import Doing, add_action, add_key_result
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView
from sessions.view import view

TODAY = "2026-11-21"


def fill(panel: Panel) -> None:
    """Write findings 1 on 1.1 and 2 on 2.1, a key result and an action for each."""
    add_note(panel.session, panel.amira, "A chart.", ["1.1"])
    for area in (1, 2):
        open_gate(panel.session, panel.fay, area)
    add_finding(panel.session, panel.fay, "development", "Zebra.", ["1.1"])
    add_finding(panel.session, panel.fay, "development", "Heron.", ["2.1"])
    add_key_result(panel.session, panel.fay, "Otter.", ["1"])
    add_key_result(panel.session, panel.fay, "Stoat.", ["2"])
    add_action(panel.session, panel.fay, "1", Doing(what="Weasel.", who="SENCO", due="2026-12-01"))
    add_action(panel.session, panel.fay, "2", Doing(what="Badger.", window="2"))


def plan(panel: Panel, viewer: str | None = None) -> PlanView:
    return view(panel.session, viewer).plan


def result(panel: Panel, ref: str) -> KeyResultView:
    found = plan(panel).key_result(ref)
    assert found is not None
    return found


def action(panel: Panel, ref: str) -> ActionView:
    found = plan(panel).action(ref)
    assert found is not None
    return found


def tree(panel: Panel) -> dict[str, list[str]]:
    """The refs of the actions, by the ref of their key result."""
    return {found.ref: [a.ref for a in found.actions] for found in plan(panel).key_results}


def finding(panel: Panel, ref: str) -> FindingView:
    found = plan(panel).finding(ref)
    assert found is not None
    return found


def order(panel: Panel) -> list[str]:
    return [found.ref for found in plan(panel).priorities]
