"""What the Judge screen says of a judgement, in the words of its framework."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content

from frameworks.model import Framework, Scale
from sessions.closing import moved
from sessions.records import Outcome
from sessions.seen import BallotView, JudgedView, StatementView
from sessions.seen_visit import SelfView
from sessions.two_views import TwoViews

from .symbols import Symbols
from .widgets.lines import shorten
from .widgets.steps import is_described, several, step_words

NOTHING = "The source describes nothing here."
_OUTCOMES: dict[Outcome, str] = {
    "stages": "",
    "not_enough_evidence": "Not enough evidence",
    "not_applicable": "Not applicable",
}


def purpose(framework: Framework) -> str:
    """Return what the screen is for."""
    noun = framework.scale.noun
    choose = (
        "Highlight the descriptors that the evidence shows"
        if is_described(framework)
        else f"Say which {noun} the evidence shows"
    )
    return (
        f"{choose}, cite the notes that show it, and cast. Two {several(noun)} may both be shown: "
        "practice can span them. Until you cast it is a draft; until the reveal nobody else sees it."
    )


def question(framework: Framework) -> str:
    """Return what is asked of a statement without descriptors."""
    asked = f"Which {framework.scale.noun} does the evidence show?"
    return f"{NOTHING} {asked}" if is_described(framework) else asked


def outcome_words(
    outcome: Outcome | None, stages: Iterable[str], scale: Scale, symbols: Symbols
) -> str:
    """Return a judgement in words, each step with its symbol; nothing judged is an empty text."""
    if outcome == "stages":
        chosen = set(stages)
        return ", ".join(step_words(s, symbols) for s in scale.steps if s.key in chosen)
    return _OUTCOMES[outcome] if outcome else ""


class BallotWords:
    """Says what stands in a ballot, a line or two each, with what it can be compared with."""

    def __init__(
        self, framework: Framework, symbols: Symbols, room: int, keys: Mapping[str, str]
    ) -> None:
        """`room`: the characters there are for each of the person's own texts.

        `keys`: by name of a command, the key to say it is on.
        """
        self._framework, self._scale = framework, framework.scale
        self._symbols, self._room, self._keys = symbols, room, keys

    def __call__(
        self,
        judged: JudgedView,
        ballot: BallotView,
        fields: dict[str, str],
        setting: SelfView | None,
    ) -> Content:
        """Return all of it; `fields`: what was written besides the step, by key."""
        lines = [
            *self._outcome(ballot),
            *self._written("Because", ballot.because),
            *self._fields(fields),
            self._state(judged, ballot),
            *self._moved(ballot),
            *self._setting(setting),
            *self._panel(judged, ballot),
        ]
        return Content("\n").join(lines)

    def beside(
        self, lines: Iterable[Content], judged: JudgedView, setting: SelfView | None
    ) -> Content:
        """Return what somebody reads who judges nothing here: `lines`, and what is known besides."""
        return Content("\n").join([*lines, *self._setting(setting), *self._agreed(judged)])

    def _outcome(self, ballot: BallotView) -> Iterable[Content]:
        words = _OUTCOMES[ballot.outcome] if ballot.outcome else ""
        if not words and len(ballot.stages) > 1:
            words = f"Spans {several(self._scale.noun)}"
        if words:
            yield Content.styled(words, "bold")

    def _written(self, label: str, text: str) -> Iterable[Content]:
        if text:
            words = shorten(" ".join(text[:400].split()), self._room, self._symbols)
            yield Content.assemble((f"{label} ", "$muted"), words)

    def _fields(self, fields: dict[str, str]) -> Iterable[Content]:
        empty = []
        for field in self._framework.fields:
            if fields.get(field.key):
                yield from self._written(f"{field.name}:", fields[field.key])
            else:
                empty.append(field.name)
        if empty:
            yield Content.styled(f"{self._keys['fields']} {', '.join(empty)}", "$muted")

    def _state(self, judged: JudgedView, ballot: BallotView) -> Content:
        if ballot.cast:
            return Content.styled(f"{self._symbols.done} Cast", "bold $accent")
        begun = ballot.outcome or ballot.highlights or ballot.cites or ballot.fields
        nothing = "Not yet judged" if _first(judged, ballot) is None else "No second ballot is cast"
        return Content.styled("Draft: Enter casts it" if begun else nothing, "$muted")

    def _moved(self, ballot: BallotView) -> Iterable[Content]:
        if ballot.stale_notes:
            yield Content.styled(f"! {moved(ballot.stale_notes)}", "$error")

    def _setting(self, setting: SelfView | None) -> Iterable[Content]:
        if setting is None:
            return
        words = outcome_words(setting.outcome, setting.stages, self._scale, self._symbols)
        late = ", late" if setting.late else ""
        label = f"The setting says{late} ({self._keys['setting_view']}): "
        yield Content.assemble((label, "$muted"), (words, "bold"))

    def _agreed(self, judged: JudgedView) -> Iterable[Content]:
        agreed = judged.agreement
        if agreed is not None:
            words = outcome_words(agreed.outcome, agreed.stages, self._scale, self._symbols)
            yield Content.assemble(("Agreed: ", "$muted"), (words, "bold"))

    def _panel(self, judged: JudgedView, ballot: BallotView) -> Iterable[Content]:
        yield from self._agreed(judged)
        if judged.turn > 1:
            yield Content.styled("Ballots are open: a change is a second round", "$muted")
            first = _first(judged, ballot)
            if first is not None:
                words = outcome_words(first.outcome, first.stages, self._scale, self._symbols)
                yield Content.assemble(("Your first: ", "$muted"), (words, "bold"))
        others = any(b.hidden for b in judged.ballots)
        if judged.sealed and (others or ballot.cast):
            yield Content.styled(f"Ballots {judged.sealed}", "$muted")


def _first(judged: JudgedView, ballot: BallotView) -> BallotView | None:
    """Return the first ballot that somebody cast, where this is their second; else None."""
    first = judged.of(ballot.person, 1) if judged.turn > 1 else None
    return first if first is not None and first.cast else None


def full_words(
    statement: StatementView, setting: SelfView | None, framework: Framework, symbols: Symbols
) -> Content:
    """Return the full wording of a statement and its steps, and all that the setting says of it."""
    judged = statement.judged
    parts: list[Any] = [statement.full or statement.text]
    described = is_described(framework)
    for step, found in zip(
        framework.scale.steps, judged.descriptors if judged else (), strict=False
    ):
        words = (found.full or found.text) if found else NOTHING if described else step.summary
        parts.append((f"\n\n{step_words(step, symbols)}", "bold"))
        parts.append(f"\n{words}" if words else "")
    if setting is not None:
        said = outcome_words(setting.outcome, setting.stages, framework.scale, symbols)
        parts.append((f"\n\nThe setting says{', late' if setting.late else ''}", "bold"))
        parts.append(f"\n{said}" + (f"\n{setting.because}" if setting.because else ""))
        names = {field.key: field.name for field in framework.fields}
        parts += [f"\n{names.get(key, key)}: {text}" for key, text in setting.fields.items()]
    return Content.assemble(*parts)


def views_row(views: TwoViews, scale: Scale, symbols: Symbols) -> Content:
    """Return a row that sets the setting's view of a statement beside the panel's."""
    text = shorten(views.text[:400], 60, symbols)
    if views.setting is None:
        return Content.assemble(
            (f"{views.ref}  ", "bold"), text, "\n     The setting has not said."
        )
    said = outcome_words(views.setting.outcome, views.setting.stages, scale, symbols)
    ours = outcome_words(views.outcome, views.stages, scale, symbols) or "not yet judged"
    whose = "the panel" if views.agreed else "you"
    verdict = {True: "They differ.", False: "They are the same.", None: ""}[views.differs]
    return Content.assemble(
        (f"{views.ref}  ", "bold"),
        text,
        (f"\n     The setting{', late' if views.setting.late else ''}: ", "$muted"),
        (said, "bold"),
        (f"; {whose}: ", "$muted"),
        (ours, "bold"),
        f". {verdict}",
    )
