"""Makes a report's content from what everyone may see of a session.

Source: rule 1 of the design: what was seen stands apart from where practice sits, which `build_judged`
makes for the areas behind their gates alone.
"""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from frameworks.model import Framework
from sessions.records import SOURCES
from sessions.seen import AreaView, NoteView, SessionView, StatementView
from sessions.seen_after import AfterView
from sessions.seen_visit import SelfView
from sessions.timing import times

from .build_after import shared_after, with_then
from .build_judged import build_judged, build_profile
from .build_own import own_views
from .build_plan import shared_plan
from .build_visit import accepted, judged_own, shared_activities, shared_changes
from .model import Area, IndexLine, NoteLine, Report, Statement


def build_report(seen: SessionView, framework: Framework, made: datetime) -> Report:
    """Return the report of a session as everyone may see it: `seen` is `view(session, None)`.

    Should `seen` be one participant's own view, what they alone may see is still left out: private
    notes, drafts, the setting's own view before its gate, lines of enquiry that are only proposed.
    """
    statements = [s for area in seen.areas for s in area.statements]
    shared = [note for note in seen.notes if not note.private]
    ids, own, after = {note.id for note in shared}, judged_own(seen), shared_after(seen)
    areas = tuple(_area(area, framework, ids, own, after) for area in seen.areas)
    behind = [area.judged for area in areas if area.judged is not None]
    return Report(
        session=seen.name,
        setting=seen.setting,
        phase=seen.phase,
        date=seen.date,
        purpose=seen.purpose,
        made=made,
        framework=seen.framework_title,
        version=seen.framework_version,
        publisher=framework.publisher,
        source=framework.source,
        noun=framework.scale.noun or "step",
        described=any(area.descriptors for area in framework.areas),
        people=seen.people,
        areas=areas,
        evidenced=tuple(s.ref for s in statements if _shared(s.evidence)),
        unevidenced=tuple(s.ref for s in statements if not _shared(s.evidence)),
        one_sided=tuple((s.ref, heard[0]) for s in statements if len(heard := _heard(s)) == 1),
        profile=build_profile(framework, [j for b in behind for j in b.judgements])
        if behind
        else None,
        unfiled=tuple(_note(note) for note in shared if not note.statements),
        index=tuple(
            IndexLine(_note(n), n.statements, tuple(sorted(n.late)), tuple(sorted(n.apart)))
            for n in shared
        ),
        figures=seen.visit.figures,
        enquiries=accepted(seen),
        activities=shared_activities(seen),
        changes=shared_changes(seen),
        plan=shared_plan(seen),
        times=times(seen.visit.timeboxes, made),
        after=after,
    )


def _area(
    area: AreaView,
    framework: Framework,
    shared: set[str],
    own: tuple[SelfView, ...],
    after: AfterView,
) -> Area:
    """Return an area: what was seen; behind its gate where practice sits."""
    if not area.judging:
        return Area(area.number, area.title, _statements(area), None)
    judged = build_judged(area, framework, shared)
    beside = own_views(judged.judgements, own, framework)
    judged = with_then(msgspec.structs.replace(judged, own=beside), area.number, after)
    return Area(area.number, area.title, _statements(area), judged)


# What was seen


def _shared(notes: Iterable[NoteView]) -> list[NoteView]:
    return [note for note in notes if not note.private]


def _heard(statement: StatementView) -> tuple[str, ...]:
    heard = {note.source for note in _shared(statement.evidence)}
    return tuple(name for source, name in SOURCES.items() if source in heard)


def _note(note: NoteView, area: int = 0) -> NoteLine:
    places = (note.where, note.group, note.document)
    return NoteLine(
        ref=note.ref,
        text=note.text,
        source=note.source_name,
        where=", ".join(place for place in places if place),
        observed=note.observed,
        late=area in note.late,
        apart=area in note.apart,
    )


def _statements(area: AreaView) -> tuple[Statement, ...]:
    """Return an area's statements; a note's text stands once, under the first that it is for."""
    first: dict[str, str] = {}
    found = []
    for statement in area.statements:
        notes = _shared(statement.evidence)
        fresh = [note for note in notes if note.id not in first]
        again = tuple((note.ref, first[note.id]) for note in notes if note.id in first)
        first.update({note.id: statement.ref for note in fresh})
        lines = tuple(_note(note, area.number) for note in fresh)
        found.append(Statement(statement.ref, statement.text, lines, again, _heard(statement)))
    return tuple(found)
