"""What each page of the wall says: short, and nothing of who said it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from frameworks.model import Framework, Step
from sessions.seen import (
    AgreementView,
    AreaView,
    BallotView,
    JudgedView,
    SessionView,
    StatementView,
)

from .judge_words import NOTHING, outcome_words, question
from .present_fit import Part, fits, lay_out, text
from .present_pages import Shown, rounds
from .symbols import Symbols
from .widgets.lines import shorten
from .widgets.steps import colour_of, is_described, several, step_words

SIGHTS: dict[str, str] = {
    "title": "Title",
    "area": "Area",
    "statement": "Statement",
    "stages": "Stages",
    "spread": "Ballots",
    "agreed": "Agreed",
}
"""What the pages are called; the steps are called what the framework calls them."""

_LONGEST = 1000  # characters that are looked at of what anybody wrote
_LABEL = 32  # cells of the name of a step
_APART = 10  # marks that stand apart in a row; more stand closer
_WORDS = {"not_enough_evidence": "Not enough evidence", "not_applicable": "Not applicable"}


class Wording(NamedTuple):
    """What pages are worded with."""

    framework: Framework
    symbols: Symbols


def page(shown: Shown, seen: SessionView, by: Wording, width: int, height: int) -> Content:
    """Return a page as it fills a window of so many columns and lines."""
    area, statement, judged = shown.area, shown.statement, None
    if statement is not None:
        judged = statement.judged
    if area is None:
        parts = _title(seen)
    elif statement is None:
        parts = _area(area, by)
    elif judged is None or shown.page.sight == "statement":
        parts = _statement(area, statement, by)
    elif shown.page.sight == "stages":
        parts = _stages(area, statement, judged, shown.page.step, by)
        if not fits(parts, width, height):
            parts = _one_stage(area, statement, judged, shown.page.step, by)
    elif shown.page.sight == "spread":
        parts = _spread(area, statement, judged, shown.page.step, by)
    else:
        parts = _agreed(area, statement, judged, by)
    return lay_out(parts, width, height, by.symbols)


# What there is before anything is judged


def _title(seen: SessionView) -> list[Part]:
    return [
        text(Content.styled(_short(seen.setting, 200), "bold")),
        text(Content(seen.framework_title)),
        text(Content.styled(seen.date, "$muted"), spare=True),
    ]


def _area(area: AreaView, by: Wording) -> list[Part]:
    parts = [
        text(Content.styled(f"Area {area.number}", "bold $accent")),
        text(Content.styled(_short(area.title, 200), "bold")),
    ]
    if area.agreement is not None:
        return [*parts, *_sentence(area.agreement, by, "Together we say")]
    asked = "What does the evidence show?" if area.judging else "What did you see, hear or read?"
    return [*parts, text(Content.styled(asked, "$muted"))]


def _head(area: AreaView, statement: StatementView, by: Wording) -> Part:
    """Return which statement it is, and of which area."""
    title = shorten(_short(area.title, 200), 44, by.symbols)
    return text(Content.assemble((statement.ref, "bold $accent"), (f"  {title}", "$muted")))


def _statement(area: AreaView, statement: StatementView, by: Wording) -> list[Part]:
    asked = [text(Content(q), spare=place > 0) for place, q in enumerate(statement.questions)]
    words = text(Content.styled(_short(statement.text), "bold"))
    return [_head(area, statement, by), words, *asked]


# Behind the gate


def _stages(
    area: AreaView, statement: StatementView, judged: JudgedView, here: int, by: Wording
) -> list[Part]:
    """Return all steps at once, the one that is talked of in bold; without descriptors by name."""
    steps = by.framework.scale.steps
    words = text(Content.styled(_short(statement.text), "bold"))
    if not any(judged.descriptors):
        asked = text(Content.styled(question(by.framework), "$muted"), spare=True)
        names = tuple(_named(step, by) for step in steps)
        return [_head(area, statement, by), words, asked, Part(names, rows=True)]
    described = [
        text(
            _named(step, by),
            Content.styled(_text_of(judged, place), "bold" if place == here else ""),
        )
        for place, step in enumerate(steps)
    ]
    return [_head(area, statement, by), words, *described]


def _one_stage(
    area: AreaView, statement: StatementView, judged: JudgedView, here: int, by: Wording
) -> list[Part]:
    """Return one step alone."""
    words = text(Content(_short(statement.text)), spare=True)
    if not any(judged.descriptors):
        return _stages(area, statement, judged, here, by)
    step = text(_named(by.framework.scale.steps[here], by))
    return [
        _head(area, statement, by),
        words,
        step,
        text(Content.styled(_text_of(judged, here), "bold")),
    ]


def _text_of(judged: JudgedView, place: int) -> str:
    found = judged.descriptors[place]
    return _short(found.text) if found is not None else NOTHING


def _named(step: Step, by: Wording) -> Content:
    colour = colour_of(by.framework.scale, step)
    words = shorten(step_words(step, by.symbols), _LABEL, by.symbols)
    return Content.styled(words, f"bold $stage-{colour}")


# After the reveal


def _spread(
    area: AreaView, statement: StatementView, judged: JudgedView, turn: int, by: Wording
) -> list[Part]:
    """Return how far the ballots lie apart, without a name; sealed, that they are and until when."""
    words = text(Content(_short(statement.text)), spare=True)
    head = [_head(area, statement, by), words]
    if judged.sealed:
        # Who is to come is for the panel's own screens.
        why = (
            "Ballots are sealed until all have cast."
            if judged.to_come
            else "All have cast. The ballots are sealed until they are revealed."
        )
        return [*head, text(Content.styled(why, "bold"))]
    found = rounds(judged)
    if not any(found):
        return [*head, text(Content.styled("No ballot was cast.", "bold"))]
    turn = min(turn, len(found) - 1)
    title = "Ballots" if len(found) == 1 else ("First ballots", "After talking")[turn]
    return [
        *head,
        text(Content.styled(title, "bold")),
        Part(tuple(_tally(found[turn], by)), rows=True),
    ]


def _tally(ballots: Sequence[BallotView], by: Wording) -> Iterable[Content]:
    """Yield a row for each step, then for ballots across several, then for what is no step."""
    steps = by.framework.scale.steps
    one = [
        (_named(step, by), sum(b.stages == (step.key,) for b in ballots), True) for step in steps
    ]
    spans = sorted(
        {b.stages for b in ballots if len(b.stages) > 1},
        key=lambda keys: [[step.key for step in steps].index(key) for key in keys],
    )
    several = [
        (Content.styled(_together(keys, by), "bold"), sum(b.stages == keys for b in ballots), False)
        for keys in spans
    ]
    others = [
        (Content.styled(words, "bold"), sum(b.outcome == outcome for b in ballots), False)
        for outcome, words in _WORDS.items()
    ]
    rows = [row for row in (*one, *several, *others) if row[1] or row[2]]
    wide = max(label.cell_length for label, _, _ in rows)
    for label, count, _ in rows:
        gap = " " * (wide - label.cell_length + 3)
        marks = (" " if count <= _APART else "").join([by.symbols.bar] * count)
        yield Content.assemble(
            label, gap, (marks, "bold") if count else (by.symbols.empty, "$muted")
        )


def _together(keys: Iterable[str], by: Wording) -> str:
    """Return a ballot across several steps by their symbols, which stand above it with their words."""
    marks = [by.symbols.step(step) for step in by.framework.scale.steps if step.key in keys]
    return f"{', '.join(marks[:-1])} and {marks[-1]} together"


def _agreed(
    area: AreaView, statement: StatementView, judged: JudgedView, by: Wording
) -> list[Part]:
    assert judged.agreement is not None  # without one there is no such page
    words = text(Content(_short(statement.text)), spare=True)
    return [_head(area, statement, by), words, *_sentence(judged.agreement, by, "Agreed")]


def _sentence(agreed: AgreementView, by: Wording, label: str) -> Iterable[Part]:
    """Yield what is agreed, why, and that somebody differs: whoever it is, the report says."""
    yield text(Content.styled(label, "$muted"))
    if agreed.outcome == "stages":
        chosen = [step for step in by.framework.scale.steps if step.key in agreed.stages]
        yield Part(tuple(_named(step, by) for step in chosen), rows=True)
    elif agreed.outcome is not None:
        yield text(
            Content.styled(
                outcome_words(agreed.outcome, (), by.framework.scale, by.symbols), "bold"
            )
        )
    if agreed.stale:
        yield text(Content.styled(f"! {agreed.stale}", "bold"))
    yield text(Content.styled(_short(agreed.because), "bold"))
    if agreed.dissent:
        yield text(Content.styled("A different view is written down too.", "$muted"), spare=True)


def tabs(found: Iterable[str], framework: Framework) -> tuple[str, ...]:
    """Return what pages are called, each sight once, in the words of the framework."""
    return tuple(dict.fromkeys(called(sight, framework) for sight in found))


def called(sight: str, framework: Framework) -> str:
    """Return what a page is called."""
    if sight != "stages":
        return SIGHTS[sight]
    return "Descriptors" if is_described(framework) else several(framework.scale.noun).capitalize()


def _short(words: str, longest: int = _LONGEST) -> str:
    """Return the beginning of what somebody wrote, on one line: it may be a hundred pages."""
    return " ".join(words[:longest].split())
