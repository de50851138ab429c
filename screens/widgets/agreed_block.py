"""What is agreed of a statement, or about to be: the steps with their keys, why, and who dissents."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content

from frameworks.model import Framework
from screens.agreed_view import AgreedDraft
from screens.symbols import Symbols
from sessions.closing import moved
from sessions.seen import AgreementView, EarlierView

from .ballots import outcome_lines, packed, written
from .lines import shorten
from .steps import colour_of, step_words

_ROOM = 160  # characters of a text that the block has room for; `f` shows the rest


class Agreed(NamedTuple):
    """What the block is about."""

    stands: AgreementView | None
    draft: AgreedDraft
    """What is being agreed; where nothing is, what stands."""
    begun: bool
    """Whether the draft says something else than what stands."""
    why_not: str
    """Why the person may not write it down; empty: they may."""


class AgreedBlock:
    """Lays out the agreed view of a statement."""

    def __init__(
        self,
        framework: Framework,
        symbols: Symbols,
        names: Mapping[str, str],
        keys: Mapping[str, str],
    ) -> None:
        """`names`: of participants, by id; `keys`: by name of a command, the key it is on."""
        self._framework, self._symbols = framework, symbols
        self._names, self._keys = names, keys

    def __call__(self, agreed: Agreed, width: int) -> list[Content]:
        """Return it in lines of so many columns."""
        draft, room = agreed.draft, min(_ROOM, 2 * width)
        lines = [*self._head(agreed), *self._steps(draft, width)]
        lines += _short("Because", draft.because, room, self._symbols)
        for field in self._framework.fields:
            text = draft.fields.get(field.key, "")
            lines += _short(f"{field.name}:", text, width, self._symbols)
        for person, words in draft.dissents:
            name = shorten(self._names.get(person, ""), 40, self._symbols)
            lines += _short(f"Dissent, {name}:", words, room, self._symbols)
        return [part for line in lines for part in line.wrap(width)]

    def _head(self, agreed: Agreed) -> list[Content]:
        title = Content.styled("AGREED VIEW  ", "$muted")
        stands = agreed.stands
        if agreed.begun:
            return [Content.assemble(("BEING AGREED  ", "$muted"), (self._next(agreed), "bold"))]
        if stands is None:
            said = agreed.why_not or "not agreed yet"
            return [Content.assemble(title, (said, "$muted"))]
        done = f"{self._symbols.done} agreed {stands.at[11:]}, by {stands.by[:40]}"
        lines = [Content.assemble(title, (done, "bold $accent"))]
        why = stands.stale or moved(stands.moved)
        return [*lines, Content.styled(f"! {why}", "$error")] if why else lines

    def _next(self, agreed: Agreed) -> str:
        """Return what is still missing before it can be written down."""
        draft = agreed.draft
        if draft.outcome is None:
            return f"choose {self._keys['highlight_hint']}, 0 or -"
        if not draft.because:
            return f"{self._keys['because']} says why"
        return f"{self._keys['settle']} writes it down"

    def _steps(self, draft: AgreedDraft, width: int) -> list[Content]:
        scale, done = self._framework.scale, self._symbols.done
        parts = []
        for number, step in enumerate(scale.steps, 1):
            on = step.key in draft.stages
            style = f"bold $stage-{colour_of(scale, step)}" if on else ""
            mark = f"{done} " if on else ""
            name = (step_words(step, self._symbols), style)
            parts.append(Content.assemble((f"{number} ", "bold $accent"), (mark, "bold"), name))
        for outcome, act, words in (
            ("not_enough_evidence", "not_enough", "not enough evidence"),
            ("not_applicable", "not_applicable", "not applicable"),
        ):
            on = draft.outcome == outcome
            said = (f"{done} {words}" if on else words, "bold" if on else "$muted")
            parts.append(Content.assemble((f"{self._keys[act]} ", "bold $accent"), said))
        return packed(parts, width)


def earlier_lines(
    earlier: tuple[EarlierView, ...], framework: Framework, symbols: Symbols
) -> list[Content]:
    """Return what was agreed before and does not stand, with why it was taken back."""
    lines: list[Content] = []
    for one in earlier:
        agreed = one.agreed
        steps = outcome_lines(agreed.outcome, agreed.stages, framework.scale, symbols)
        said = Content(", ").join(steps)
        head = f"Agreed before ({agreed.at[11:]}, {agreed.by[:40]})"
        lines.append(Content.assemble((f"{head}: ", "$muted"), said))
        lines += written("Because", agreed.because, symbols, _ROOM)
        if one.reason:
            lines.append(
                Content.assemble((f"Taken back by {one.by[:40]}: ", "$muted"), one.reason[:_ROOM])
            )
    return lines


def _short(label: str, text: str, room: int, symbols: Symbols) -> list[Content]:
    return written(label, shorten(" ".join(text[: 2 * _ROOM].split()), room, symbols), symbols)
