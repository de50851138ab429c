"""The setting's own view beside the panel's: what is compared, and what comes first."""

from pathlib import Path

from reviews import Panel, panel_in
from reviews import library_in as little

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.self_evaluating import self_evaluate
from sessions.two_views import TwoViews, differences
from sessions.view import view


def compared(panel: Panel, viewer: str) -> tuple[TwoViews, ...]:
    seen = view(panel.session, viewer)
    area = seen.area(1)
    assert area is not None
    return differences(seen, area, viewer)


def prepared(root: Path) -> tuple[Panel, str]:
    """Make a session in which the host has said something of 1.1 and 1.2, with AK1 everywhere."""
    panel = panel_in(little(root))
    host = add_person(panel.session, "Hannah Holt", role="host")
    add_note(panel.session, panel.amira, "A chart.", ["1.1", "1.2", "1.3"])
    for ref in ("1.1", "1.2"):
        self_evaluate(panel.session, host, ref, stages=["fruiting"], because="We know.")
    return panel, host


def test_there_is_nothing_before_the_gate_not_even_for_the_host(tmp_path: Path) -> None:
    panel, host = prepared(tmp_path)
    for viewer in (panel.fay, panel.amira, host):
        assert compared(panel, viewer) == ()
    open_gate(panel.session, panel.fay, 1)
    assert [v.ref for v in compared(panel, panel.amira)] == ["1.1", "1.2", "1.3"]
    reopen(panel.session, panel.fay, 1, "Too early")
    assert compared(panel, panel.amira) == ()


def test_differences_come_first_then_what_waits_then_what_is_the_same(tmp_path: Path) -> None:
    panel, _ = prepared(tmp_path)
    open_gate(panel.session, panel.fay, 1)
    cites = [("AK1", False)]
    judge(panel.session, panel.amira, "1.1", highlights={"fruiting": "full"}, cites=cites)
    judge(panel.session, panel.amira, "1.3", highlights={"budding": "full"}, cites=cites)
    assert [(v.ref, v.differs) for v in compared(panel, panel.amira)] == [
        ("1.2", None),
        ("1.1", False),
        ("1.3", None),  # the setting has not said
    ]
    judge(panel.session, panel.amira, "1.2", outcome="not_enough_evidence")
    assert [(v.ref, v.differs) for v in compared(panel, panel.amira)] == [
        ("1.2", True),
        ("1.1", False),
        ("1.3", None),
    ]


def test_a_draft_of_ones_own_counts_and_nobody_elses(tmp_path: Path) -> None:
    panel, _ = prepared(tmp_path)
    open_gate(panel.session, panel.fay, 1)
    judge(panel.session, panel.amira, "1.1", highlights={"budding": "full"}, draft=True)
    (own, *_) = compared(panel, panel.amira)
    assert (own.ref, own.stages, own.differs, own.agreed) == ("1.1", ("budding",), True, False)
    assert all(v.outcome is None for v in compared(panel, panel.ben))


def test_what_is_agreed_stands_before_ones_own(tmp_path: Path) -> None:
    panel, host = prepared(tmp_path)
    open_gate(panel.session, panel.fay, 1)
    for person in (panel.amira, panel.ben):
        judge(panel.session, person, "1.1", highlights={"budding": "full"}, cites=[("AK1", False)])
    reveal(panel.session, panel.fay, statement="1.1")
    own = next(v for v in compared(panel, panel.amira) if v.ref == "1.1")
    assert (own.stages, own.agreed) == (("budding",), False)  # the first round's, in the second
    agree(
        panel.session,
        panel.fay,
        statement="1.1",
        outcome="stages",
        stages=["fruiting"],
        because="The chart.",
    )
    for viewer in (panel.amira, panel.ben, panel.fay, host):
        found = next(v for v in compared(panel, viewer) if v.ref == "1.1")
        assert (found.stages, found.agreed, found.differs) == (("fruiting",), True, False)
