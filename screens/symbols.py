"""The marks that stand beside words. Each has a form in plain ASCII; none says anything by itself."""

import msgspec

from frameworks.model import Step


class Symbols(msgspec.Struct, frozen=True):
    """The marks in use: all of them, or those that plain ASCII has."""

    ascii_only: bool = False

    def _choose(self, drawn: str, plain: str) -> str:
        return plain if self.ascii_only else drawn

    @property
    def done(self) -> str:
        """There is something: a note, a cite, a judgement."""
        return self._choose("✓", "+")

    @property
    def empty(self) -> str:
        """There is nothing yet."""
        return self._choose("·", "-")

    @property
    def here(self) -> str:
        """Where you are."""
        return self._choose("▸", ">")

    @property
    def bar(self) -> str:
        """Beside a descriptor that is highlighted."""
        return self._choose("▌", "|")

    @property
    def cut(self) -> str:
        """Something longer was cut off here."""
        return self._choose("…", "...")

    @property
    def between(self) -> str:
        """Between two things on a line."""
        return self._choose(" · ", " - ")

    def step(self, step: Step) -> str:
        """The mark of a stage, an answer or a rating."""
        return self._choose(step.symbol, step.initials)
