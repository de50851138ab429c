import pytest

from frameworks.model import Framework, Scale, Step
from frameworks.reader import read_pack


@pytest.fixture(scope="module")
def framework(sample: str) -> Framework:
    return read_pack(sample)


def test_places_are_found_by_what_people_call_them(framework: Framework) -> None:
    one, two = framework.areas
    assert (framework.area(2), framework.area(3)) == (two, None)
    assert framework.find("1.2") == (one, one.statements[1])
    assert framework.find("1.3") is None
    assert framework.case_study("the-hive") == framework.case_studies[0]
    assert framework.case_study("The Hive") is None
    assert framework.scale.step("starting") == framework.scale.steps[0]
    assert framework.scale.step("Starting Out") is None


def test_descriptors_are_found_by_id_and_by_place(framework: Framework) -> None:
    (area, _) = framework.areas
    assert area.descriptor("1.1", "starting") == framework.descriptor("1.1-starting")
    assert area.descriptor("1.2", "starting") is None
    assert framework.descriptor("1.2-starting") is None
    assert [d.id for d in area.as_a_whole("going-well")] == ["1-going-well", "1-going-well-2"]
    assert area.as_a_whole("starting") == ()


def test_a_framework_that_was_asked_is_still_the_same(framework: Framework, sample: str) -> None:
    assert framework.find("1.1")
    assert framework == read_pack(sample)


STEPS = tuple(Step(key, key.title(), key[0], key[0]) for key in ("yes", "partly", "no"))


@pytest.mark.parametrize(
    ("falling", "rising", "after"),
    [
        (False, ["yes", "partly", "no"], {"yes": "partly", "partly": "no", "no": None}),
        (True, ["no", "partly", "yes"], {"no": "partly", "partly": "yes", "yes": None}),
    ],
)
def test_a_scale_knows_which_step_is_stronger(
    falling: bool, rising: list[str], after: dict[str, str | None]
) -> None:
    scale = Scale("answer", STEPS, falling)
    assert [step.key for step in scale.rising()] == rising
    stronger = {step.key: scale.next_step(step.key) for step in STEPS}
    assert {key: step and step.key for key, step in stronger.items()} == after
    assert scale.next_step("perhaps") is None
