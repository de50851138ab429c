"""The rules of the passes hold for any framework: any scale, with and without descriptors or fields."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from frameworks_made import frameworks
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import Ticking, refusal

from frameworks.model import Descriptor, Framework, Statement, Step
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.errors import Refused
from sessions.home import Home
from sessions.notes import add_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.records import Change, Field, Outcome
from sessions.seen import AreaView, JudgedView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.two_views import differences
from sessions.view import view

NAME, LOOK, KEY = "Step W", "Looks like ", "key-of-"
"""With these begin the name, each descriptor and the key of a step, and nothing else that is made."""

few = settings(max_examples=25)


def marked(made: tuple[str, Framework]) -> Framework:
    """Return the framework with steps and descriptors that nothing else could be taken for."""
    framework = made[1]
    replace = msgspec.structs.replace

    def step(found: Step) -> Step:
        return replace(found, key=KEY + found.key)

    def descriptor(found: Descriptor) -> Descriptor:
        words = LOOK + found.id
        return replace(found, stage=KEY + found.stage, text=words, full=words)

    scale = replace(framework.scale, steps=tuple(map(step, framework.scale.steps)))
    areas = (
        replace(area, descriptors=tuple(map(descriptor, area.descriptors)))
        for area in framework.areas
    )
    return replace(framework, scale=scale, areas=tuple(areas))


# What stands in areas beyond the first matters here only in that it is there
any_framework = frameworks(most=3).map(marked)


class Review(NamedTuple):
    """A session of a made framework, in memory, with its panel."""

    session: Session
    fay: str
    """The facilitator."""
    amira: str
    ben: str
    hannah: str
    """The host."""

    @property
    def everybody(self) -> tuple[str | None, ...]:
        return (None, self.fay, self.amira, self.ben, self.hannah)

    def area(self, viewer: str | None = None) -> AreaView:
        found = view(self.session, viewer).area(1)
        assert found is not None
        return found

    def judged(self, ref: str, viewer: str | None = None) -> JudgedView:
        found = view(self.session, viewer).statement(ref)
        assert found is not None and found.judged is not None
        return found.judged

    def said(self, viewer: str | None) -> str:
        """Return everything that a view says, as one text."""
        return msgspec.json.encode(view(self.session, viewer)).decode()


@contextmanager
def review_of(framework: Framework, *, gate: bool = False) -> Iterator[Review]:
    """Make a session with AK1 under each statement of area 1; with gate: area 1 is open."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home", host="laptop")
        place = Path(folder) / "session"
        place.mkdir()
        session = Session(place, framework, home, Ticking())
        session.write("", [Change("session", "session/setting", Field("Hollin Bank"))])
        fay = add_person(session, "Fay", role="facilitator")
        amira, ben = add_person(session, "Amira Khan"), add_person(session, "Ben Orr")
        hannah = add_person(session, "Hannah Holt", role="host")
        refs = [statement.ref for statement in framework.areas[0].statements]
        add_note(session, amira, "A chart on the wall.", refs)
        if gate:
            open_gate(session, fay, 1)
        try:
            yield Review(session, fay, amira, ben, hannah)
        finally:
            session.release()


def first(framework: Framework) -> Statement:
    return framework.areas[0].statements[0]


def steps_of(data: st.DataObject, framework: Framework) -> list[str]:
    """Choose some steps, in any order."""
    keys = [step.key for step in framework.scale.steps]
    return data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))


def in_order(framework: Framework, keys: list[str]) -> tuple[str, ...]:
    return tuple(step.key for step in framework.scale.steps if step.key in keys)


@few
@given(any_framework)
def test_before_the_gate_no_step_is_seen_or_written(framework: Framework) -> None:
    ref, key = first(framework).ref, framework.scale.steps[0].key
    attempts: list[tuple[Any, dict[str, Any]]] = [
        (judge, {"ref": ref, "highlights": {key: "full"}, "cites": [("AK1", False)]}),
        (judge, {"ref": ref, "outcome": None, "draft": True}),
        (reveal, {"area": 1, "reason": "now"}),
        (agree, {"statement": ref, "outcome": "stages", "stages": [key], "because": "So"}),
        (agree, {"area": 1, "because": "So"}),
    ]
    with review_of(framework) as review:
        for act, named in attempts:
            for person in (review.fay, review.amira, review.hannah):
                with refusal(review.session, "Area 1 is still being described"):
                    act(review.session, person, **named)
        self_evaluate(review.session, review.hannah, ref, stages=[key], because="Ours.")
        for viewer in review.everybody:
            said = review.said(viewer)
            assert NAME not in said
            assert LOOK not in said
            assert (KEY in said) == (viewer == review.hannah)
            assert review.area(viewer).as_a_whole == ()
            assert all(statement.judged is None for statement in review.area(viewer).statements)


@few
@given(any_framework, st.data())
def test_a_ballot_says_which_steps_and_rests_on_evidence(
    framework: Framework, data: st.DataObject
) -> None:
    ref, keys = first(framework).ref, steps_of(data, framework)
    chosen = dict.fromkeys(keys, "full")
    with review_of(framework, gate=True) as review:
        session, amira = review.session, review.amira
        described = {d.stage: d.id for d in review.judged(ref).descriptors if d is not None}
        with refusal(session, "cites no evidence"):
            judge(session, amira, ref, highlights=chosen)
        for key in keys:
            if key not in described:
                with refusal(session, "cannot be partly shown", "describes nothing there"):
                    judge(session, amira, ref, highlights={key: "part"}, cites=[("AK1", False)])
        judge(session, amira, ref, highlights=chosen, cites=[("AK1", True)])
        own = review.judged(ref, amira).of(amira)
        assert own is not None
        assert own.stages == in_order(framework, keys)
        assert set(own.highlights) == {described.get(key, key) for key in keys}
        assert [(cite.ref, cite.against) for cite in own.cites] == [("AK1", True)]
        others: tuple[Outcome, ...] = ("not_enough_evidence", "not_applicable")
        for other in others:
            judge(session, amira, ref, outcome=other, because="So")
            own = review.judged(ref, amira).of(amira)
            assert own is not None
            assert (own.outcome, own.stages) == (other, ())


@few
@given(any_framework)
def test_what_the_framework_does_not_ask_for_is_refused(framework: Framework) -> None:
    ref = first(framework).ref
    with review_of(framework, gate=True) as review:
        with refusal(review.session, f"There is no {framework.scale.noun}", "called outstanding"):
            judge(review.session, review.amira, ref, highlights={"outstanding": "full"})
        with refusal(review.session, "has no field called verdict"):
            judge(review.session, review.amira, ref, outcome=None, fields={"verdict": "So"})


@few
@given(any_framework, st.data())
def test_ballots_are_sealed_until_the_reveal_and_then_there_is_a_second_round(
    framework: Framework, data: st.DataObject
) -> None:
    ref, keys, later = first(framework).ref, steps_of(data, framework), steps_of(data, framework)
    fields = {field.name: f"Of {field.name}." for field in reversed(framework.fields)}
    by_key = {field.key: f"Of {field.name}." for field in framework.fields}
    cites = [("AK1", False)]
    with review_of(framework, gate=True) as review:
        session = review.session
        judge(
            session,
            review.amira,
            ref,
            highlights=dict.fromkeys(keys, "full"),
            cites=cites,
            fields=fields,
        )
        for viewer in (None, review.fay, review.ben, review.hannah):
            (seen,) = review.judged(ref, viewer).ballots
            assert seen.hidden and not (seen.stages or seen.highlights or seen.fields)
        with refusal(session, "sealed"):
            agree(session, review.fay, statement=ref, outcome="stages", stages=keys, because="So")
        reveal(session, review.fay, statement=ref, reason="Ben had to leave")
        (seen,) = review.judged(ref).ballots
        assert (seen.stages, seen.fields) == (in_order(framework, keys), by_key)
        assert list(seen.fields) == [field.key for field in framework.fields]
        judge(session, review.amira, ref, highlights=dict.fromkeys(later, "full"), cites=cites)
        before, after = review.judged(ref).ballots
        assert (before.round, before.stages) == (1, in_order(framework, keys))
        assert (after.round, after.stages) == (2, in_order(framework, later))


@few
@given(any_framework, st.data())
def test_what_is_agreed_is_kept_through_a_reopening_and_hidden_by_it(
    framework: Framework, data: st.DataObject
) -> None:
    ref, keys = first(framework).ref, steps_of(data, framework)
    fields = {field.key: f"Of {field.name}." for field in framework.fields}
    with review_of(framework, gate=True) as review:
        session, cites = review.session, [("AK1", False)]
        for person in (review.amira, review.ben):
            judge(session, person, ref, highlights=dict.fromkeys(keys, "full"), cites=cites)
        reveal(session, review.fay, statement=ref)
        agree(
            session,
            review.fay,
            statement=ref,
            outcome="stages",
            stages=keys,
            because="So",
            fields=fields,
        )
        agreed = review.judged(ref).agreement
        assert agreed is not None
        assert (agreed.stages, agreed.fields) == (in_order(framework, keys), fields)
        reopen(session, review.fay, 1, "A second lesson is to be seen")
        for viewer in review.everybody:
            assert not any(word in review.said(viewer) for word in (NAME, LOOK, KEY))
        open_gate(session, review.fay, 1)
        assert review.judged(ref).ballots


@few
@given(any_framework, st.data())
def test_the_hosts_view_is_shown_beside_the_panels_behind_the_gate_differences_first(
    framework: Framework, data: st.DataObject
) -> None:
    refs = [statement.ref for statement in framework.areas[0].statements]
    theirs = {ref: steps_of(data, framework) for ref in data.draw(st.sets(st.sampled_from(refs)))}
    ours = {ref: steps_of(data, framework) for ref in data.draw(st.sets(st.sampled_from(refs)))}
    with review_of(framework) as review:
        session, amira = review.session, review.amira
        for person in (review.fay, amira):
            with pytest.raises(Refused, match="Only the host may"):
                self_evaluate(session, person, refs[0], stages=[framework.scale.steps[0].key])
        for ref, keys in theirs.items():
            self_evaluate(session, review.hannah, ref, stages=keys, because="Ours.")
        for viewer in (review.fay, amira, review.hannah):
            assert differences(view(session, viewer), review.area(viewer), viewer) == ()
        open_gate(session, review.fay, 1)
        for ref, keys in ours.items():
            judge(
                session, amira, ref, highlights=dict.fromkeys(keys, "full"), cites=[("AK1", False)]
            )
        found = differences(view(session, amira), review.area(amira), amira)
        assert sorted(views.ref for views in found) == sorted(refs)
        for views in found:
            both = views.ref in theirs and views.ref in ours
            wanted = set(theirs.get(views.ref, [])) != set(ours.get(views.ref, []))
            assert views.differs == (wanted if both else None)
        order = [views.differs for views in found]
        assert order[: order.count(True)] == [True] * order.count(True)
        # Ben has not judged: he is shown what the setting says, and nothing of Amira's.
        for views in differences(view(session, review.ben), review.area(review.ben), review.ben):
            assert (views.outcome, views.stages, views.differs) == (None, (), None)
            assert (views.setting is not None) == (views.ref in theirs)


@few
@given(any_framework)
def test_the_scale_has_one_direction_whatever_its_order(framework: Framework) -> None:
    scale = framework.scale
    rising = scale.rising()
    assert set(rising) == set(scale.steps)
    walked = [rising[0]]
    while (step := scale.next_step(walked[-1].key)) is not None:
        walked.append(step)
    assert tuple(walked) == rising
    assert (rising[0] is scale.steps[-1]) == scale.falling
