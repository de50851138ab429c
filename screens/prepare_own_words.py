"""What the setting says of a statement, in words: what the host chooses from, what others read."""

from collections.abc import Callable
from typing import Any

from textual.content import Content

from frameworks.model import Framework, Step
from sessions.seen import StatementView
from sessions.seen_visit import SelfView

from .judge_words import outcome_words
from .symbols import Symbols
from .widgets.facts import cut, fact

_OUTCOMES = (
    ("not_enough", "not_enough_evidence", "not enough evidence"),
    ("not_applicable", "not_applicable", "not applicable"),
)
"""Each with the command that says it, and its words."""


class OwnWords:
    """Says what the setting sees of a statement, in the words of the framework."""

    def __init__(self, framework: Framework, symbols: Symbols, key: Callable[[str], str]) -> None:
        """`key`: gives the key of a command by its name."""
        self._framework, self._scale = framework, framework.scale
        self._symbols, self._key = symbols, key

    def answer(self, own: SelfView | None) -> str:
        """Return an answer in signs and words; empty: there is none."""
        if own is None:
            return ""
        return outcome_words(own.outcome, own.stages, self._scale, self._symbols)

    def choices(self, own: SelfView | None, width: int) -> list[Content]:
        """Return what the host chooses from, each with its key, and what is chosen."""
        asked = f"Which {self._scale.noun} does the setting see?"
        lines = [Content.styled(asked, "$muted")]
        for number, step in enumerate(self._scale.steps, 1):
            name = f"{self._symbols.step(step)} {step.name}"
            lines += self._choice(str(number), name, bool(own and step.key in own.stages), width)
        outcome = own.outcome if own else None
        for command, answer, words in _OUTCOMES:
            lines += self._choice(self._key(command), words, outcome == answer, width)
        return lines

    def _choice(self, key: str, name: str, chosen: bool, width: int) -> list[Content]:
        mark = self._symbols.done if chosen else " "
        words = Content.styled(f"{name}  (chosen)" if chosen else name, "bold" if chosen else "")
        margin = f"{mark} {key} "
        first, *more = fact(margin, words, width, len(margin))
        head = Content.assemble((f"{mark} ", "bold"), (f"{key} ", "bold $accent"))
        return [Content.assemble(head, first[len(margin) :]), *more]

    def said(self, ref: str, own: SelfView | None, width: int) -> list[Content]:
        """Return the answer as the panel reads it."""
        answer = self.answer(own)
        if own is None or not answer:
            return [Content(f"The host has written nothing for {ref}.")]
        said = fact("The setting", Content.styled(answer, "bold"), width)
        return [
            *said,
            *fact("Written late" if own.late else "Written", f"{own.at} by {own.by[:200]}", width),
        ]

    def beside(self, own: SelfView | None, width: int) -> list[Content]:
        """Return the words beside an answer: why, and what else the framework asks for."""
        lines: list[Content] = []
        given = own.fields if own is not None else {}
        named = [("Because", own.because if own is not None else "")]
        named += [(field.name, given.get(field.key, "")) for field in self._framework.fields]
        for name, text in named:
            if text:
                shown = cut(text, width, self._symbols)
                lines += [Content(""), Content.styled(name, "$muted"), Content(shown)]
        return lines

    def in_full(self, statement: StatementView, own: SelfView | None, *, host: bool) -> Content:
        """Return a statement in full, its questions, the answer; for the host the steps as such."""
        parts: list[Any] = [statement.full or statement.text]
        for title, lines in (("Ask", statement.questions), ("Look for", statement.look_for)):
            if lines:
                parts += [("\n\n" + title, "bold"), *(f"\n- {line}" for line in lines)]
        answer = self.answer(own)
        if answer:
            parts += [("\n\nThe setting's own view\n", "bold"), answer]
            parts += ["\n", Content("\n").join(self.beside(own, 0))]
        if host:
            parts += [part for step in self._scale.steps for part in self._general(step)]
        return Content.assemble(*parts)

    def _general(self, step: Step) -> list[Any]:
        """Return what a step looks like in general: what the scale says, of no statement."""
        lines = [line for line in (step.summary, *step.points) if line]
        if not lines:
            return []
        head = (f"\n\n{self._symbols.step(step)} {step.name}, in general", "bold")
        return [head, *(f"\n- {line}" for line in lines)]
