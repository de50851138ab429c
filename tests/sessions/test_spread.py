"""The order in which a panel talks: splits first, the widest before the others; then what all share."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.records import Outcome
from sessions.seen import BallotView, JudgedView, StatementView
from sessions.spread import Placed, in_order, latest

STEPS = ("one", "two", "three", "four")


def ballot(person: str, *stages: int, outcome: Outcome = "stages", turn: int = 1) -> BallotView:
    """A cast ballot that shows these steps, from 1."""
    shown = tuple(STEPS[stage - 1] for stage in stages)
    return BallotView(person, person, turn, outcome=outcome, stages=shown, cast=True)


def none(person: str, turn: int = 1) -> BallotView:
    return ballot(person, outcome="not_enough_evidence", turn=turn)


def statement(ref: str, *ballots: BallotView, sealed: str = "") -> StatementView:
    judged = JudgedView((), ballots, None, not sealed, sealed, 1)
    return StatementView(ref, "", "", (), (), (), judged)


def order(*statements: StatementView) -> list[str]:
    return [placed.ref for placed in in_order(statements, STEPS)]


def kind(*ballots: BallotView) -> str:
    return in_order([statement("1", *ballots)], STEPS)[0].kind


def test_the_widest_split_comes_first_then_other_outcomes_then_what_all_share() -> None:
    assert in_order(
        [
            statement("alike", ballot("a", 2), ballot("b", 2)),
            statement("outcomes", ballot("a", 2), none("b")),
            statement("near", ballot("a", 1), ballot("b", 2)),
            statement("thin", ballot("a", 3)),
            statement("far", ballot("a", 1), ballot("b", 4)),
            statement("both", ballot("a", 1), ballot("b", 2), none("c")),
        ],
        STEPS,
    ) == (
        Placed("far", "split"),
        Placed("both", "split"),
        Placed("near", "split"),
        Placed("outcomes", "split"),
        Placed("thin", "thin"),
        Placed("alike", "alike"),
    )


def test_ties_stand_in_the_frameworks_order() -> None:
    ballots = ballot("a", 1), ballot("b", 2)
    assert order(*(statement(ref, *ballots) for ref in "cab")) == ["c", "a", "b"]


def test_what_is_sealed_comes_last_in_the_frameworks_order_whatever_it_says() -> None:
    found = in_order(
        [
            statement("x", ballot("a", 2), sealed="why"),
            statement("y", ballot("a", 1), ballot("b", 4), sealed="why"),
            statement("z", ballot("a", 1), ballot("b", 1)),
        ],
        STEPS,
    )
    assert [(p.ref, p.kind) for p in found] == [("z", "alike"), ("x", "sealed"), ("y", "sealed")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1,), (1,), "alike"),
        ((1, 2), (1, 2), "alike"),
        ((1, 2), (1,), "split"),
        ((1, 3), (2,), "split"),
        ((1, 3), (1, 2, 3), "split"),
    ],
)
def test_ballots_are_alike_only_if_they_show_the_same_steps(
    one: tuple[int, ...], other: tuple[int, ...], expected: str
) -> None:
    assert kind(ballot("a", *one), ballot("b", *other)) == expected


def test_partly_and_wholly_shown_are_the_same_step() -> None:
    part = msgspec.structs.replace(ballot("a", 2), highlights={"1-two": "part"})
    whole = msgspec.structs.replace(ballot("b", 2), highlights={"1-two": "full"})
    assert kind(part, whole) == "alike"


def test_one_ballot_or_none_is_nothing_to_set_side_by_side() -> None:
    draft = msgspec.structs.replace(ballot("b", 4), cast=False)
    assert kind() == kind(ballot("a", 1)) == kind(ballot("a", 1), draft) == "thin"


def test_a_split_keeps_its_place_when_second_ballots_bring_it_together() -> None:
    before = statement("2", ballot("a", 1), ballot("b", 4))
    after = statement("2", ballot("a", 1), ballot("b", 4), ballot("a", 4, turn=2))
    other = statement("1", ballot("a", 1), ballot("b", 2))
    assert order(other, before) == order(other, after) == ["2", "1"]
    judged = after.judged
    assert judged is not None
    assert [(b.person, b.round) for b in latest(judged)] == [("a", 2), ("b", 1)]


def test_a_second_ballot_may_open_a_split() -> None:
    assert kind(ballot("a", 2), ballot("b", 2), ballot("b", 3, turn=2)) == "split"
    assert kind(none("a"), none("b"), ballot("b", 3, turn=2)) == "split"


stages = st.lists(st.integers(1, 4), min_size=1, max_size=4, unique=True)
ballots = st.lists(st.one_of(stages, st.none()), max_size=4)


@given(st.lists(st.tuples(ballots, st.booleans()), max_size=6))
def test_everything_keeps_its_kind_and_nothing_sealed_moves(
    given_: list[tuple[list[list[int] | None], bool]],
) -> None:
    made = []
    for place, (cast, sealed) in enumerate(given_):
        people = enumerate(cast)
        seen = [ballot(f"p{n}", *sorted(s)) if s else none(f"p{n}") for n, s in people]
        made.append(statement(f"{place}", *seen, sealed="why" if sealed else ""))
    found = in_order(made, STEPS)
    assert sorted(p.ref for p in found) == sorted(s.ref for s in made)
    kinds = ["split", "thin", "alike", "sealed"]
    assert [kinds.index(p.kind) for p in found] == sorted(kinds.index(p.kind) for p in found)
    hidden = [p.ref for p in found if p.kind == "sealed"]
    assert hidden == [str(n) for n, (_, sealed) in enumerate(given_) if sealed]
    # Who cast which of the ballots changes nothing: the order of names shows no rank.
    turned = [
        statement(
            s.ref,
            *reversed(s.judged.ballots if s.judged else ()),
            sealed=s.judged.sealed if s.judged else "",
        )
        for s in made
    ]
    assert in_order(turned, STEPS) == found
