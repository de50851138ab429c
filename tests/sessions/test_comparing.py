"""Comparing reviews of one setting: how statements moved, in words; and nothing of an area too soon."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from frameworks_made import frameworks, scales
from hypothesis import given, settings
from hypothesis import strategies as st
from years import Years

from frameworks.model import Framework, Scale, Statement
from sessions.agreeing import agree
from sessions.ballots import judge
from sessions.compared import GONE, Comparison, Pair, Row
from sessions.comparing import compare
from sessions.errors import Refused
from sessions.held import Held
from sessions.matching import Match, match, match_areas, match_frameworks
from sessions.moving import moved
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import leave
from sessions.records import Outcome
from sessions.session import Session
from sessions.view import view

few = settings(max_examples=12)
PAIR = Pair(0, 1)


# How practice moved


def steps(scale: Scale, places: Sequence[int]) -> Held:
    """Return what is held where steps were found; `places`: theirs, from the weakest on."""
    keys = {scale.rising()[place].key for place in places}
    return Held("stages", tuple(s.key for s in scale.steps if s.key in keys), "So.")


def way(scale: Scale, then: Sequence[int], now: Sequence[int]) -> str:
    rising = [step.key for step in scale.rising()]
    return moved(steps(scale, then), steps(scale, now), rising)


@few
@given(scales(), st.data())
def test_ends_say_how_it_moved_whichever_way_the_scale_is_written(
    scale: Scale, data: st.DataObject
) -> None:
    places = st.lists(st.integers(0, len(scale.steps) - 1), min_size=1, unique=True)
    then, now = data.draw(places), data.draw(places)
    weak, strong = min(now) - min(then), max(now) - max(then)
    found = way(scale, then, now)
    assert (found == "holds") == (weak == strong == 0)
    assert (found == "on") == (min(weak, strong) >= 0 and max(weak, strong) > 0)
    assert (found == "both") == (weak * strong < 0)
    back = {"on": "back", "back": "on"}
    assert way(scale, now, then) == back.get(found, found)
    turned = msgspec.structs.replace(scale, steps=scale.steps[::-1], falling=not scale.falling)
    assert way(turned, then, now) == found


@few
@given(scales(), st.data())
def test_what_is_no_step_is_never_lower_or_higher_than_one(
    scale: Scale, data: st.DataObject
) -> None:
    rising = [step.key for step in scale.rising()]
    a_step = steps(scale, [data.draw(st.integers(0, len(rising) - 1))])
    others: tuple[Outcome, ...] = ("not_enough_evidence", "not_applicable")
    for other in others:
        none = Held(other, (), "")
        assert moved(none, a_step, rising) == moved(a_step, none, rising) == "kind"
        assert moved(none, none, rising) == "holds"
        assert moved(None, none, rising) == "new"
        assert moved(none, None, rising) == "none"
    assert moved(Held("not_applicable", (), ""), Held(others[0], (), ""), rising) == "kind"
    assert (moved(None, a_step, rising), moved(a_step, None, rising)) == ("new", "none")


# Which statement is which


@few
@given(frameworks(), frameworks())
def test_a_match_is_the_same_both_ways_and_of_one_statement_each(
    one: tuple[str, Framework], other: tuple[str, Framework]
) -> None:
    a, b = one[1], other[1]
    there, back = match_frameworks(a, b), match_frameworks(b, a)
    assert {ref: (m.ref, m.kept) for ref, m in there.items()} == {
        m.ref: (ref, m.kept) for ref, m in back.items()
    }
    same = match_frameworks(a, a)
    assert same == {s.ref: Match(s.ref, "same") for area in a.areas for s in area.statements}
    assert match_areas(a, a) == {area.number: area.number for area in a.areas}


def test_words_count_before_refs_and_capitals_do_not() -> None:
    then = [
        Statement("1.1", "Leaders look."),
        Statement("1.2", "Learners ask."),
        Statement("1.3", "Families are heard."),
        Statement("1.4", "Rooms are calm."),
        Statement("1.5", "It is long.", "It is long, and longer."),
    ]
    now = [
        Statement("1.1", "leaders  LOOK."),
        Statement("1.2", "Families are heard."),
        Statement("1.3", "Governors ask."),
        Statement("1.5", "It is long.", "It is long, and shorter."),
    ]
    assert match(then, now) == {
        "1.1": Match("1.1", "same"),
        "1.3": Match("1.2", "same"),
        "1.5": Match("1.5", "changed"),
    }


# Reviews


@pytest.fixture
def house(tmp_path: Path) -> Years:
    return Years(tmp_path)


def compared(*sessions: Session, here: str = "") -> Comparison:
    return compare([view(s) for s in sessions], [s.framework for s in sessions], here)


def row(comparison: Comparison, ref: str) -> Row:
    return next(row for row in comparison.rows if row.ref == ref)


def moves(comparison: Comparison, pair: Pair = PAIR) -> dict[str, str]:
    return {row.ref: comparison.moved(row, pair) for row in comparison.rows}


def test_each_statement_says_how_it_moved(house: Years) -> None:
    old, _ = house.session({"1.1": "budding", "1.2": "none", "1.3": "leafing", "2.1": "leafing"})
    new, _ = house.session(
        {"1.1": ["leafing", "fruiting"], "1.2": "leafing", "1.3": "leafing", "2.2": "fruiting"}
    )
    # In whatever order they are named, the older one is the first column
    found = compared(new, old)
    assert [column.name for column in found.columns] == ["review-1", "review-2"]
    assert moves(found) == {
        "1.1": "on",
        "1.2": "kind",
        "1.3": "holds",
        "2.1": "none",
        "2.2": "new",
        "3.1": "hidden",  # being described now: whether anything was held then is not told either
    }
    then, now = row(found, "1.1").cells
    assert then.held is not None and now.held is not None
    assert (then.held.stages, now.held.stages) == (("budding",), ("leafing", "fruiting"))
    assert then.held.because == "Agreed of 1.1 in review-1."
    assert [note.text for note in then.notes] == ["Seen in review 1."]
    assert [note.text for note in now.notes] == ["Seen in review 2."]


def test_of_three_reviews_each_is_set_beside_the_one_before(house: Years) -> None:
    made = [house.session({"1.1": key})[0] for key in ("leafing", "budding", "fruiting")]
    found = compared(*made)
    assert found.pairs == (Pair(0, 1), Pair(1, 2))
    assert [found.moved(row(found, "1.1"), pair) for pair in found.pairs] == ["back", "on"]
    assert found.moved(row(found, "1.1"), Pair(0, 2)) == "on"


def test_what_one_reviewer_judged_alone_is_said_to_be_theirs(tmp_path: Path) -> None:
    house = Years(tmp_path)
    old, _ = house.session({"1.1": "budding"})
    new, fay = house.session({}, gates=[])
    amira = new.state.present("reviewer")[0]
    leave(new, fay)
    open_gate(new, amira, 1)
    judge(new, amira, "1.1", highlights={"leafing": "full"}, cites=[("AK1", False)])
    found = compared(old, new)
    now = row(found, "1.1").cells[1].held
    assert now is not None and (now.by, now.stages) == ("Amira Khan", ("leafing",))
    assert moves(found)["1.1"] == "on"


# Before the gate


def said(comparison: Comparison) -> str:
    """Return all that a comparison says of what is held."""
    held = [cell.held for row in comparison.rows for cell in row.cells]
    held += [cell.held for sentence in comparison.sentences for cell in sentence.cells]
    return msgspec.json.encode(held).decode()


def test_while_the_newer_review_describes_an_area_the_older_shows_no_stage_of_it(
    house: Years,
) -> None:
    old, fay = house.session({"1.1": "budding", "2.1": "leafing"})
    agree(old, fay, area=1, because="An area in a sentence.")
    new, chair = house.session({"2.1": "leafing"})
    found = compared(old, new)
    assert moves(found)["1.1"] == "hidden"
    assert moves(found)["2.1"] == "holds"
    cell = row(found, "1.1").cells[0]
    assert cell.hidden and "area 1 is still being described in review-2" in cell.why
    assert "budding" not in said(found) and "in a sentence" not in said(found)
    open_gate(new, chair, 1)
    assert moves(compared(old, new))["1.1"] == "none"
    assert "budding" in said(compared(old, new))
    assert "in a sentence" in said(compared(old, new))
    reopen(new, chair, 1, "A second look")
    assert "budding" not in said(compared(old, new))


def test_an_older_review_that_never_got_there_hides_nothing_of_the_newer(house: Years) -> None:
    old, _ = house.session({"2.1": "budding"})
    new, _ = house.session({"1.1": "leafing", "2.1": "leafing"})
    assert moves(compared(old, new))["1.1"] == "new"
    # But who is in the older one, describing it, is shown no stage of any
    inside = compared(old, new, here=old.id)
    assert moves(inside)["1.1"] == "hidden"
    assert moves(inside)["2.1"] == "on"


def test_of_a_chain_of_reviews_the_newest_gate_counts_for_all_before(house: Years) -> None:
    first, _ = house.session({"1.1": "budding"})
    second, _ = house.session({"1.1": "leafing"})
    third, _ = house.session({"2.1": "fruiting"})
    found = compared(first, second, third)
    assert "budding" not in said(found) and "leafing" not in said(found)
    assert [cell.hidden for cell in row(found, "1.1").cells] == [True, True, False]


def test_a_private_note_is_not_shown_even_to_its_author(house: Years) -> None:
    old, _ = house.session({"1.1": "budding"})
    new, fay = house.session({"1.1": "budding"})
    add_note(new, fay, "For myself.", ["1.1"], private=True)
    found = compare([view(old), view(new, fay)], [old.framework, new.framework])
    assert [note.text for note in row(found, "1.1").cells[1].notes] == ["Seen in review 2."]


# What is refused, and other versions


def test_settings_are_never_compared_nor_other_frameworks(house: Years) -> None:
    old, _ = house.session({"1.1": "budding"})
    same, _ = house.session({"1.1": "budding"}, setting=" hollin  BANK ")
    assert moves(compared(old, same))["1.1"] == "holds"
    other, _ = house.session({}, setting="Tidewell Green")
    with pytest.raises(Refused, match="are two settings, and settings are never compared"):
        compared(old, other)
    framework = msgspec.structs.replace(old.framework, id="another")
    another, _ = house.session({}, framework=framework)
    with pytest.raises(Refused, match="name sessions of one framework"):
        compared(old, another)
    with pytest.raises(Refused, match="name two different sessions"):
        compared(old, old)


def later(framework: Framework, words: Mapping[str, str], gone: str = "") -> Framework:
    """Return the next version: some statements with other words, one of them gone."""
    replace = msgspec.structs.replace
    areas = tuple(
        replace(
            area,
            statements=tuple(
                replace(s, text=words.get(s.ref, s.text)) for s in area.statements if s.ref != gone
            ),
        )
        for area in framework.areas
    )
    return replace(framework, version="2.0", areas=areas)


def test_another_version_is_matched_where_the_words_are_the_same_and_it_is_said_where_not(
    house: Years,
) -> None:
    little = house.library.shelf.get("little")
    found = {"1.1": "budding", "1.2": "budding", "1.3": "leafing", "2.1": "budding"}
    old, _ = house.session(found)
    # 1.3 is 1.2 now, what 1.2 said is gone, and 2.1 has other words
    words = {"1.2": little.areas[0].statements[2].text, "2.1": "Governors act."}
    new, chair = house.session(
        {"1.1": "leafing", "1.2": "fruiting", "2.1": "leafing"},
        framework=later(little, words, gone="1.3"),
    )
    found_now = compared(old, new)
    assert moves(found_now)["1.1"] == "on"
    rows = [r for r in found_now.rows if r.ref == "1.2"]
    assert [(r.area, found_now.moved(r, PAIR)) for r in rows] == [(1, "on"), (GONE, "apart")]
    assert rows[0].cells[0].ref == "1.3"
    assert found_now.apart(rows[1], PAIR) == "version 2.0 of the framework has no such statement"
    assert moves(found_now)["2.1"] == "apart"
    assert found_now.apart(row(found_now, "2.1"), PAIR) == "the statement has other words now"
    # What is gone stands behind the gate of the area that its own has become
    assert rows[1].cells[0].held is not None
    reopen(new, chair, 1, "A second look")
    gone = next(r for r in compared(old, new).rows if r.area == GONE)
    assert gone.cells[0].held is None and gone.cells[0].hidden


def test_where_the_scale_has_other_steps_nothing_is_said_of_how_it_moved(house: Years) -> None:
    little = house.library.shelf.get("little")
    old, _ = house.session({"1.1": "budding"})
    scale = msgspec.structs.replace(little.scale, steps=little.scale.steps[:2])
    new, _ = house.session(
        {"1.1": "leafing"}, framework=msgspec.structs.replace(little, scale=scale, version="2.0")
    )
    found = compared(old, new)
    assert moves(found)["1.1"] == "apart"
    assert found.apart(row(found, "1.1"), PAIR) == "the framework has other stages now"


@settings(max_examples=8)
@given(frameworks(), frameworks(), st.data())
def test_any_two_versions_are_compared_and_before_the_gate_no_step_is_in_it(
    one: tuple[str, Framework], other: tuple[str, Framework], data: st.DataObject
) -> None:
    a = one[1]
    b = msgspec.structs.replace(other[1], id=a.id)
    with tempfile.TemporaryDirectory() as folder:
        house = Years(Path(folder))
        ref, key = a.areas[0].statements[0].ref, data.draw(st.sampled_from(a.scale.steps)).key
        old, _ = house.session({ref: key}, framework=a)
        new, chair = house.session({}, framework=b, gates=[])
        found = compared(old, new)
        assert sorted(r.ref for r in found.rows if r.area) == sorted(
            s.ref for area in b.areas for s in area.statements
        )
        assert not any(cell.held for r in found.rows for cell in r.cells)
        for area in b.areas:
            open_gate(new, chair, area.number)
        found = compared(old, new)
        (held,) = [c.held for r in found.rows for c in r.cells if c.held]
        assert held.stages == (key,)
        for r in found.rows:
            assert found.moved(r, PAIR) in ("none", "apart")
