"""What the Agree screen says beside its statements: who has cast; then the ballots side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual.content import Content

from frameworks.model import Framework
from sessions.seen import AreaView, JudgedView, SessionView, StatementView

from .judge_words import full_words
from .symbols import Symbols
from .widgets.agreed_block import earlier_lines
from .widgets.ballots import Ballots, open_ballots, outcome_lines, wrapped, written
from .widgets.spread_list import TOGETHER, SpreadRow, to_accept
from .widgets.who_cast import judges_alone, left_to_come, to_come, waited_in, who_has_cast

PURPOSE = (
    "What the panel holds together. Until the reveal it says who has cast, and never what. Then the "
    "ballots stand side by side, the statements that are furthest apart first, and the panel talks: "
    "a second ballot is possible, nothing is counted, and what somebody does not share is kept in "
    "their words."
)


class BesideWords:
    """Says what stands beside the highlighted row."""

    def __init__(
        self,
        seen: SessionView,
        framework: Framework,
        symbols: Symbols,
        keys: Mapping[str, str],
        person: str,
        why_not: str,
    ) -> None:
        """`keys`: by name of a command, the key it is on; `person`: the id of who is typing.

        `why_not`: why they may not do what is for who chairs; empty: they may.
        """
        self._framework, self._symbols = framework, symbols
        self._ballots = Ballots(seen, framework, symbols)
        self._keys, self._person, self._why_not = keys, person, why_not

    def __call__(self, area: AreaView, row: SpreadRow, width: int, *, brief: bool) -> list[Content]:
        """Return it in lines of so many columns; `brief`: there are few lines."""
        if row.kind == "sealed":
            return self._fit(self._panel(area, row.statements[0]), width)
        if row.id == TOGETHER:
            return self._fit(self._together(row), width)
        statement = row.statements[0]
        lines = self._ballots.beside(statement, width, brief=brief)
        if statement.judged is None:
            return lines
        if not lines:
            lines.append(Content("Nobody has judged it."))
        told = [
            *earlier_lines(statement.judged.earlier, self._framework, self._symbols),
            *self._opened(area, statement.judged),
        ]
        return [*lines, *self._fit(told, width)]

    def _fit(self, lines: Sequence[Content], width: int) -> list[Content]:
        return [part for line in lines for part in wrapped(line, width)]

    # Before the reveal

    def _panel(self, area: AreaView, statement: StatementView) -> list[Content]:
        lines = [*who_has_cast(area, self._symbols), Content("")]
        if statement.judged is not None:
            lines.append(Content(f"The ballots of {statement.ref} are {statement.judged.sealed}."))
        own = waited_in(area).get(self._person)
        if own:
            mine = f"Your turn: {self._keys['switch_pass']} judges {', '.join(own)}."
            lines += [Content(""), Content.styled(mine, "bold")]
        return [*lines, Content(""), *(Content(words) for words in self._next(area))]

    def _next(self, area: AreaView) -> list[str]:
        keys = self._keys
        alone = judges_alone(area)
        if alone:
            return [self.alone(alone)]
        waiting, gone = to_come(area), " and ".join(left_to_come(area))
        if self._why_not:
            found = [self._why_not]
        elif gone:
            found = [
                f"{gone} left the session and will not cast. Press {keys['excuse']} to excuse them, with a "
                f"reason that stays, or {keys['reveal']} to open the ballots without them."
            ]
        elif waiting:
            found = [
                f"Press {keys['reveal']} to open the ballots earlier, with a reason that stays, or "
                f"{keys['excuse']} to excuse a judge who cannot come."
            ]
        else:
            found = [
                f"All have cast. Press {keys['reveal']} to open the ballots to everybody; that is "
                "never undone."
            ]
        if waiting:
            found.append(
                f"{keys['hand_over']} covers everything, and hands the keyboard to the next person."
            )
        return found

    def alone(self, name: str) -> str:
        """Return what is to be said where one person alone judges."""
        return (
            f"{name} judges this area alone: a ballot that is cast is open, and stands as one "
            "person's view. Agreeing is for a panel."
        )

    # After it

    def _opened(self, area: AreaView, judged: JudgedView) -> list[Content]:
        alone = judges_alone(area)
        if judged.opening is None:
            return [Content.styled(self.alone(alone), "$muted")] if alone else []
        reason = f": {judged.opening.reason}" if judged.opening.reason else ""
        at, by = judged.opening.at[11:], judged.opening.by[:40]
        early = " before all had cast" if reason else ""
        return [Content.styled(f"Revealed {at} by {by}{early}{reason}", "$muted")]

    def _together(self, row: SpreadRow) -> list[Content]:
        left = to_accept(row)
        keys = self._keys
        if not left:
            lines = [Content.styled("All of these are agreed.", "bold")]
        elif self._why_not:
            lines = [Content.styled(self._why_not, "$muted")]
        else:
            what = f"{keys['settle']} accepts {', '.join(left)} together."
            one = f"The key {keys['one_by_one']} shows them one by one."
            lines = [Content.assemble((f"{what} ", "bold"), one)]
        for statement in row.statements:
            lines += [Content(""), *self._alike(statement)]
        return lines

    def _alike(self, statement: StatementView) -> list[Content]:
        judged = statement.judged
        lines = [Content.assemble((statement.ref, "bold"), "  ", statement.text)]
        cast = open_ballots(statement)
        if cast:
            scale = self._framework.scale
            lines += outcome_lines(cast[-1].outcome, cast[-1].stages, scale, self._symbols)
        for ballot in cast:
            lines += written(f"{ballot.by[:40]}:", ballot.because, self._symbols, 200)
        if not any(ballot.because for ballot in cast):
            lines.append(Content.styled("Nobody gave a because.", "$muted"))
        earlier = judged.earlier if judged else ()
        return [*lines, *earlier_lines(earlier, self._framework, self._symbols)]


def in_full(
    statement: StatementView, seen: SessionView, framework: Framework, symbols: Symbols
) -> Content:
    """Return a statement with its steps, and all that was found and agreed of it, whole."""
    judged = statement.judged
    setting = seen.visit.own_view(statement.ref)
    parts: list[Any] = [full_words(statement, setting, framework, symbols)]
    for ballot in open_ballots(statement):
        which = "second ballot" if ballot.round > 1 else "ballot"
        parts.append((f"\n\n{ballot.by}, {which}\n", "bold"))
        found = outcome_lines(ballot.outcome, ballot.stages, framework.scale, symbols)
        parts.append(Content("\n").join(found))
        parts += _texts(ballot.because, ballot.fields, framework)
    agreed = judged.agreement if judged else None
    if agreed is not None:
        parts.append((f"\n\nAgreed {agreed.at}, written down by {agreed.by}\n", "bold"))
        found = outcome_lines(agreed.outcome, agreed.stages, framework.scale, symbols)
        parts.append(Content("\n").join(found))
        parts += _texts(agreed.because, agreed.fields, framework)
        parts += [f"\nDissent, {words}" for words in agreed.dissent]
    return Content.assemble(*parts)


def _texts(because: str, fields: Mapping[str, str], framework: Framework) -> list[str]:
    named = [(field.name, fields.get(field.key, "")) for field in framework.fields]
    return [f"\n{label}: {text}" for label, text in (("Because", because), *named) if text]
