"""The area in a sentence: what Judge and Agree ask for, with what stands beside the question."""

from frameworks.model import Framework
from sessions.agreeing import agree, why_not_chair
from sessions.closing import moved
from sessions.seen import AreaView

from .reviewing import Reviewing
from .symbols import Symbols
from .widgets.steps import is_described, several, step_words


class AreaSentence(Reviewing):
    """Says where an area sits, for who may lead the panel."""

    def may_chair(self, act: str) -> bool:
        """Return whether the person may do what is for who chairs; if not, say why."""
        why = why_not_chair(self.review.session, self.review.person, act)
        if why:
            self.say(why, warning=True)
        return not why

    def is_behind_gate(self, where: str) -> bool:
        """Return whether an area (its number) or a statement's (its ref) is behind its gate now.

        What was typed of one that is being described again stays out of sight until then.
        """
        areas = self.review.seen.areas
        found = (
            a for a in areas if where == str(a.number) or where in {s.ref for s in a.statements}
        )
        return any(area.judging for area in found)

    def action_area_sentence(self) -> None:
        """Say where the area sits, in a sentence."""
        if self.may_chair("write down what is agreed"):
            self.ask_area_sentence()

    def ask_area_sentence(self, typed: str | None = None) -> None:
        """Ask where the area sits; `typed`: what was typed before a crash."""
        area, framework = self.review.area, self.review.session.framework

        def done(words: str) -> None:
            if self.attempt(agree, area=area.number, because=words):
                self.say(f"The sentence for area {area.number} is written.")

        self.ask_words(
            f"Area {area.number}, {area.title}: where does practice sit, in a sentence?",
            area.agreement.because if area.agreement else "",
            f"area/{area.number}",
            done,
            "\n".join([*again(area), *_as_a_whole(area, framework, self.desk.symbols)]),
            typed,
        )


def again(area: AreaView) -> list[str]:
    """Return why the sentence of an area waits to be looked at again, on a line; none: it does not."""
    agreed = area.agreement
    why = agreed.stale or moved(agreed.moved) if agreed else ""
    return [f"! {why}"] if why else []


def _as_a_whole(area: AreaView, framework: Framework, symbols: Symbols) -> list[str]:
    """Return what the framework says of an area as a whole, under a title; nothing: no line."""
    if not is_described(framework):
        return []
    found = [
        f"{step_words(step, symbols)}: {descriptor.text}"
        for step, whole in zip(framework.scale.steps, area.as_a_whole, strict=True)
        for descriptor in whole
    ]
    # The source may describe an area as a whole for some steps alone.
    only = "" if all(area.as_a_whole) else f", for these {several(framework.scale.noun)} alone"
    return [f"What the framework says of the area as a whole{only}:", *found] if found else []
