"""Records that people call by a number: given once, told apart where two laptops gave one."""

import contextlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import Panel, Ticking, copy_over, library_in, panel_in, refusal

from sessions.errors import Refused
from sessions.findings import add_finding, delete_finding
from sessions.numbered import called_so, need, next_number, refs
from sessions.passes import open_gate
from sessions.records import Change
from sessions.records_plan import Finding
from sessions.undo import undo


def add(panel: Panel) -> str:
    return add_finding(panel.session, panel.amira, "strength", "So.", ["1.1"])


@pytest.fixture
def judged(panel: Panel) -> Panel:
    open_gate(panel.session, panel.fay, 1)
    return panel


def test_it_is_found_by_its_number_however_it_is_typed(judged: Panel) -> None:
    add(judged)
    state = judged.session.state
    for typed in ("1", " 1 "):
        identity, body = need(state, "finding", Finding, typed, "finding")
        assert (identity, body.number) == (called_so(state, "finding", typed), 1)
    for wrong in ("", "2", "01", "1'", "one", "١"):
        with refusal(judged.session, "There is no finding", "there is 1."):
            need(state, "finding", Finding, wrong, "finding")


def test_a_deleted_one_keeps_its_number_and_is_not_found(judged: Panel) -> None:
    add(judged)
    delete_finding(judged.session, judged.amira, "1")
    state = judged.session.state
    assert list(refs(state, "finding").values()) == ["1"]
    assert next_number(state, "finding") == 2
    with refusal(judged.session, "There is no finding 1 in this session; there is none yet."):
        need(state, "finding", Finding, "1", "finding")


def test_what_cannot_be_read_has_no_number(judged: Panel) -> None:
    judged.session.write(judged.amira, [Change("finding", "x", {"number": "many"})])
    state = judged.session.state
    assert refs(state, "finding") == {}
    assert next_number(state, "finding") == 1


class Laptops(NamedTuple):
    here: Panel
    there: Panel


def laptops_in(root: Path) -> Laptops:
    clock = Ticking()
    here = panel_in(library_in(root, clock=clock))
    open_gate(here.session, here.fay, 1)
    here.session.flush()
    there = library_in(root, "desktop", clock).open(here.session.id)
    return Laptops(here, here._replace(session=there))


@settings(max_examples=15)
@given(acts=st.lists(st.sampled_from(["here", "there", "undo", "delete", "meet"]), max_size=8))
def test_no_two_are_ever_called_the_same_and_none_changes_its_number(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    laptops = laptops_in(tmp_path_factory.mktemp("two"))
    here, there = laptops
    numbers: dict[str, str] = {}
    for act in (*acts, "meet"):
        if act == "meet":
            copy_over(here.session, there.session)
            copy_over(there.session, here.session)
        elif act == "undo":
            with contextlib.suppress(Refused):
                undo(here.session, here.amira)
        elif act == "delete":
            with contextlib.suppress(Refused):
                delete_finding(here.session, here.fay, "1")
        else:
            panel = here if act == "here" else there
            before = set(refs(panel.session.state, "finding").values())
            assert add(panel) not in before
        for panel in laptops:
            called = refs(panel.session.state, "finding")
            assert len(set(called.values())) == len(called)
            for identity, ref in called.items():
                assert re.fullmatch("[1-9][0-9]*'*", ref)
                assert numbers.setdefault(identity, ref.rstrip("'")) == ref.rstrip("'")
