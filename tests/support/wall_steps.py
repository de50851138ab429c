"""The names of the steps, as the wall shows them."""

from frameworks.model import Framework


def steps_of(framework: Framework) -> list[str]:
    return [step.name for step in framework.scale.steps]
