"""Context figures on the Prepare screen: facts about the setting, and what to ask with them."""

from collections.abc import Mapping
from functools import partial

from textual.content import Content

from frameworks.text import clean_line
from sessions.errors import Refused
from sessions.figures import FEW, FIGURES, set_figures
from sessions.seen_visit import FigureView

from .form_dialog import Asked
from .prepare_part import Part, refused
from .widgets.facts import fact, passage
from .widgets.part_list import Group, Row

_FEW = f"fewer than {FEW}"
_BOTH = "both"
_WHY = (
    f"It is under {FEW}, or a count under {FEW} could be worked out with it. So small a count may "
    "point to a child."
)
_ABOUT = (
    "Press {key} to write how many learners are on roll, how many have SEN support, and how many an "
    f"EHC plan. Counts under {FEW} are kept and never shown."
)
_SHORT = {
    "roll": "On roll",
    "sen-support": "SEN support",
    "ehc-plans": "EHC plans",
    _BOTH: "Both together",
}
_ALL = "figures"


class Figures(Part):
    """How many learners there are, and how many with support or a plan."""

    title = "Context figures"
    short = "Figures"
    slots = (_ALL,)

    def _one(self, row: str) -> FigureView | None:
        return next((f for f in self.seen.visit.figures.figures if f.key == row), None)

    def groups(self) -> list[Group]:
        """Return the figures that can be given, and what they add up to."""
        found = [Row(f.key, _SHORT.get(f.key, f.name), self._value(f)) for f in self._figures]
        return [Group("How many learners", tuple(found))]

    @property
    def _figures(self) -> tuple[FigureView, ...]:
        return self.seen.visit.figures.figures

    def _hidden(self, figure: FigureView) -> str:
        """Return what stands in place of a count that is not shown.

        With the roll beside them all parts are hidden where one is: not each is under five then.
        """
        counts = {f.key: f.count for f in self._figures}
        parts = [counts.get(key) for key in FIGURES if key != "roll"]
        alone = figure.key == "roll" or counts.get("roll") is None or any(parts)
        return _FEW if alone and figure.key != _BOTH else "not shown"

    def _value(self, figure: FigureView) -> str:
        if figure.few:
            return self._hidden(figure)
        if figure.count is None:
            return "not said yet"
        return f"{figure.count:,}" + (f" ({figure.share})" if figure.share else "")

    def _here(self, figure: FigureView) -> str:
        if figure.count is None or figure.few:
            return self._value(figure)
        share = f", which is {figure.share} of the roll" if figure.share else ""
        return f"{figure.count:,}{share}"

    def _typed(self, figure: FigureView) -> str:
        if figure.few:
            return self._hidden(figure)
        return "" if figure.count is None else str(figure.count)

    def detail(self, row: str, width: int) -> Content:
        """Return a figure beside what the source gives, as a question."""
        figure, figures = self._one(row), self.seen.visit.figures
        if figure is None:
            return Content("")
        lines = [Content.styled(figure.name, "bold"), Content("")]
        lines += fact("Here", self._here(figure), width)
        if figure.few:
            lines += passage("Why it is not shown", _WHY)
        if figure.reference:
            lines += fact("The source", f"{figure.reference} of all learners", width)
            lines += passage("A question to ask", figures.question)
            lines += passage("Where that comes from", figures.source)
        elif not figures.any:
            lines += [Content(""), Content(_ABOUT.format(key=self.key("edit_row")))]
        return Content("\n").join(lines)

    def keys(self, row: str) -> Mapping[str, str]:
        """Return what can be done with a figure."""
        figure = self._one(row)
        there = figure is not None and row in FIGURES and (figure.count is not None or figure.few)
        return {"open_row": "change", **({"delete_row": "take away"} if there else {})}

    def open(self, row: str) -> None:
        """Write the figures."""
        self._ask(row)

    def add(self) -> None:
        """Write the figures."""
        self._ask("roll")

    def edit(self, row: str) -> None:
        """Change the figures."""
        self._ask(row)

    def delete(self, row: str) -> None:
        """Take a figure away, after asking."""
        figure = self._one(row)
        if figure is None or row not in FIGURES or (figure.count is None and not figure.few):
            super().delete(row)
            return

        def do() -> None:
            why = self.owner.tried(set_figures, {row: None}).why
            self.owner.say(why or f"Taken away. {self.undo_words}", warning=bool(why))

        self.owner.confirm(f"Take this figure away: {figure.name}?", "Take it away", do)

    def restore(self, kind: str, what: str, words: str) -> None:
        """Go on with the figures."""
        self._ask("roll", words)

    def _ask(self, row: str, words: str = "") -> None:
        now = {f.key: self._typed(f) for f in self._figures if f.key in FIGURES}

        def take(values: dict[str, str]) -> dict[str, str]:
            # What stands there unchanged is left alone: a count under five is not even known here.
            changed = {key: text for key, text in values.items() if text != now[key]}
            wrong = refused({key: partial(_count, text) for key, text in changed.items()})
            if wrong:
                return wrong
            given = {key: _count(text) for key, text in changed.items()}
            why = self.owner.tried(set_figures, given).why
            if not why:
                self.owner.say("The figures are written." if given else "Nothing was changed.")
            return {"": why} if why else {}

        hint = f"A count of learners; empty: not said. Under {FEW} it is shown as {_FEW}."
        asked = [Asked(key, _SHORT[key], now[key], hint) for key in FIGURES]
        first = row if row in FIGURES else "roll"
        self.owner.ask("How many learners?", asked, _ALL, take, words, first=first)


def _count(text: str) -> int | None:
    plain = clean_line(text).replace(",", "").replace(" ", "")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and len(plain) < 9):
        raise Refused(f"{clean_line(text)[:40]} is not a count; write it in digits, such as 420.")
    return int(plain)
