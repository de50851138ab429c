"""Where practice sits as a grid: a table in Markdown, which HTML draws as a chart beside it.

A row an area behind its gate, a column a step of the scale in its own order; in a cell stand the refs
of the statements that lie there. Nothing is counted, added up or weighed (rule 4 of the design), and a
statement may stand in several cells.
"""

from .escape import cell
from .model import Area, Profile, Report
from .pieces import whole_table
from .words import listed

CORNER = "Area of practice"
"""Heads the first column of the grid, and of no other table: by this other formats know it."""


def profile_table(report: Report) -> str:
    """Return the grid of the areas behind their gates, as Markdown; nothing if there is none.

    Every step has its column, also where no statement lies: that is part of what is seen.
    """
    judged = [(area, area.judged.profile) for area in report.areas if area.judged is not None]
    if not judged:
        return ""
    beside = [name for name, _ in _beside(judged[0][1]) if _is_said(name, judged)]
    head = [CORNER, *(name for name, _ in judged[0][1].steps), *map(report.now, beside)]
    rows = [
        [f"{area.number} {area.title}", *map(listed, _cells(profile, beside))]
        for area, profile in judged
    ]
    return whole_table(
        [cell(text) for text in head], [[cell(text) for text in row] for row in rows]
    )


def _cells(profile: Profile, beside: list[str]) -> list[tuple[str, ...]]:
    others = dict(_beside(profile))
    return [*(refs for _, refs in profile.steps), *(others[name] for name in beside)]


def _beside(profile: Profile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what is no step: values of their own, never the lowest of the scale."""
    return (
        ("Not enough evidence", profile.not_enough),
        ("Not applicable", profile.not_applicable),
        ("Not yet agreed", profile.not_agreed),
        ("Not yet judged", profile.not_judged),
    )


def _is_said(name: str, judged: list[tuple[Area, Profile]]) -> bool:
    return any(dict(_beside(profile))[name] for _, profile in judged)
