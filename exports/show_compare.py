"""Reviews beside each other as `compare` prints them: JSON, and lines that each say what they are about."""

from collections.abc import Iterator
from typing import Any

from frameworks.model import Scale
from sessions.compared import GONE, Cell, Comparison, Row
from sessions.held import Held
from sessions.moving import MOVED
from sessions.records import Outcome
from sessions.seen import AreaView, NoteView, SessionView
from sessions.talking import TALK, FirstView, Talked, talked
from sessions.two_views import TwoViews, differences

from .show_lines import outcome_words
from .words import LATE_OWN, day, listed

# Then and now


def comparison_json(found: Comparison) -> dict[str, Any]:
    """Return a comparison: reviews in the order of time, and of each statement a cell a review."""
    return {
        "setting": found.setting,
        "framework": found.framework,
        "sessions": [
            {"id": c.id, "name": c.name, "date": c.date, "version": c.version}
            for c in found.columns
        ],
        "areas": [
            {
                "number": sentence.area,
                "title": sentence.title,
                "sentences": _cells_json(found, sentence.cells),
                "statements": [_row_json(found, r) for r in found.rows if r.area == sentence.area],
            }
            for sentence in found.sentences
        ],
        "gone": [_row_json(found, row) for row in found.rows if row.area == GONE],
    }


def _row_json(found: Comparison, row: Row) -> dict[str, Any]:
    moves = []
    for pair in found.pairs:
        then, now = found.columns[pair.then].name, found.columns[pair.now].name
        move = {"from": then, "to": now, "move": MOVED[found.moved(row, pair)]}
        why = found.apart(row, pair)
        moves.append(move | ({"why": why} if why else {}))
    cells = _cells_json(found, row.cells)
    return {"ref": row.ref, "text": row.text, "cells": cells, "moves": moves}


def _cells_json(found: Comparison, cells: tuple[Cell, ...]) -> list[dict[str, Any]]:
    pairs = zip(found.columns, cells, strict=True)
    return [{"session": column.name, **_cell_json(cell)} for column, cell in pairs]


def _cell_json(cell: Cell) -> dict[str, Any]:
    known: dict[str, Any] = {"ref": cell.ref} if cell.ref else {}
    if cell.held is not None:
        known |= _held_json(cell.held)
    if cell.why:
        known |= {"why": cell.why, "hidden": cell.hidden}
    if cell.ref:
        known["notes"] = [_note_json(note) for note in cell.notes]
    return known


def _held_json(held: Held) -> dict[str, Any]:
    known = {
        "outcome": held.outcome,
        "stages": list(held.stages),
        "because": held.because,
        "dissent": list(held.dissent),
    }
    return known | {"alone": held.by} if held.by else known


def _note_json(note: NoteView) -> dict[str, Any]:
    return {"ref": note.ref, "text": note.text, "source": note.source, "where": note.where}


def comparison_lines(found: Comparison) -> Iterator[str]:
    """Yield a comparison, a thing a line."""
    yield f"{found.setting}: reviews beside each other, the oldest first"
    for column in found.columns:
        made = f"{found.framework}, version {column.version}"
        yield f"Review: {column.name}, {day(column.date)}, {made}"
    for sentence in found.sentences:
        yield ""
        yield f"Area {sentence.area}: {sentence.title}"
        yield from _cell_lines(found, f"Area {sentence.area} in a sentence", sentence.cells)
        for row in found.rows:
            if row.area == sentence.area:
                yield from _row_lines(found, row)
    gone = [row for row in found.rows if row.area == GONE]
    if gone:
        yield ""
        yield f"Not in version {found.columns[-1].version} of the framework"
    for row in gone:
        yield from _row_lines(found, row)


def _row_lines(found: Comparison, row: Row) -> Iterator[str]:
    yield f"Statement {row.ref}: {row.text}"
    for pair in found.pairs:
        then, now = found.columns[pair.then].name, found.columns[pair.now].name
        why = found.apart(row, pair)
        why = f" ({why})" if why else ""
        yield f"{row.ref} from {then} to {now}: {MOVED[found.moved(row, pair)]}{why}"
    yield from _cell_lines(found, row.ref, row.cells)


def _cell_lines(found: Comparison, what: str, cells: tuple[Cell, ...]) -> Iterator[str]:
    for column, cell in zip(found.columns, cells, strict=True):
        told = f" as {cell.ref}" if cell.ref and cell.ref != what else ""
        yield f"{what} in {column.name}{told}: {_cell_words(cell)}"


def _cell_words(cell: Cell) -> str:
    notes = f" Notes: {listed(note.ref for note in cell.notes)}" if cell.notes else ""
    if cell.held is None:
        return f"{cell.why}.{notes}"
    held = cell.held
    said = outcome_words(held.outcome, held.stages) if held.outcome else ""
    alone = f" ({held.by} alone)" if held.by else ""
    why = f" Because: {held.because}" if held.because and said else held.because
    dissent = f" Dissent: {listed(held.dissent)}" if held.dissent else ""
    return f"{said}{alone}{'.' if said else ''}{why}{dissent}{notes}"


# Host and panel, and what talking changed


def host_json(seen: SessionView, person: str) -> dict[str, Any]:
    """Return the setting's own view beside the panel's; `person`: whose own ballots count till then."""
    return _by_area(seen, lambda area: [_views_json(v) for v in differences(seen, area, person)])


def _views_json(views: TwoViews) -> dict[str, Any]:
    own = views.setting
    return {
        "ref": views.ref,
        "text": views.text,
        "setting": None
        if own is None
        else {
            "outcome": own.outcome,
            "stages": list(own.stages),
            "because": own.because,
            **({"late": True} if own.late else {}),
        },
        "panel": None
        if views.outcome is None
        else {"outcome": views.outcome, "stages": list(views.stages), "agreed": views.agreed},
        "differs": views.differs,
    }


def host_lines(seen: SessionView, person: str) -> Iterator[str]:
    """Yield the setting's own view beside the panel's, what differs first."""
    for area in seen.areas:
        yield from _area_head(area)
        for views in differences(seen, area, person):
            own = views.setting
            setting = outcome_words(own.outcome, own.stages) if own else "has not said"
            setting += LATE_OWN if own and own.late else ""
            panel = (
                outcome_words(views.outcome, views.stages) if views.outcome else "not judged yet"
            )
            whose = "the panel" if views.agreed or views.outcome is None else "you"
            told = {True: "They differ", False: "They are the same", None: "One is still to come"}
            said = f"the setting: {setting}; {whose}: {panel}. {told[views.differs]}."
            yield f"{views.ref}, {said} {views.text}"


def ballots_json(seen: SessionView, scale: Scale) -> dict[str, Any]:
    """Return the first ballots beside what was agreed, behind the reveal alone."""
    return _by_area(seen, lambda area: [_talked_json(t) for t in talked(area, _rising(scale))])


def _talked_json(found: Talked) -> dict[str, Any]:
    known: dict[str, Any] = {"ref": found.ref, "text": found.text, "talk": TALK[found.talk]}
    if found.why:
        return known | {"why": found.why}
    return known | {
        "first": [{"outcome": v.outcome, "stages": list(v.stages)} for v in found.first],
        "agreed": None
        if found.outcome is None
        else {
            "outcome": found.outcome,
            "stages": list(found.stages),
            "because": found.because,
            "dissent": list(found.dissent),
        },
    }


def ballots_lines(seen: SessionView, scale: Scale) -> Iterator[str]:
    """Yield the first ballots beside what was agreed, each view once, and without names."""
    for area in seen.areas:
        yield from _area_head(area)
        for found in talked(area, _rising(scale)):
            yield f"{found.ref}, {_talked_words(found)} {found.text}"


def _talked_words(found: Talked) -> str:
    if found.why:
        return f"{found.why}."
    first = listed(_first_words(view) for view in found.first) or "nothing"
    agreed = _words(found.outcome, found.stages) if found.outcome else "nothing yet"
    because = f" Because: {found.because}" if found.because else ""
    return f"at first: {first}; agreed: {agreed}. {TALK[found.talk].capitalize()}.{because}"


def _first_words(view: FirstView) -> str:
    return _words(view.outcome, view.stages)


def _words(outcome: Outcome | None, stages: tuple[str, ...]) -> str:
    return outcome_words(outcome, stages)


def _by_area(seen: SessionView, statements: Any) -> dict[str, Any]:
    return {
        "session": {"id": seen.id, "name": seen.name, "date": seen.date},
        "areas": [
            {
                "number": area.number,
                "title": area.title,
                "pass": "judge" if area.judging else "describe",
                "statements": statements(area),
            }
            for area in seen.areas
        ],
    }


def _area_head(area: AreaView) -> Iterator[str]:
    waits = "" if area.judging else " It is being described, so there is nothing to show yet."
    yield f"Area {area.number}: {area.title}.{waits}"


def _rising(scale: Scale) -> list[str]:
    return [step.key for step in scale.rising()]
