"""What was written on another laptop, without knowing that the report was final: kept, and said.

Each sentence names only what the viewer may see anyway.
"""

from collections.abc import Collection, Iterator

from .finality import MOVED, as_move, is_locked, standing_of
from .findings import in_sight
from .merge import Records
from .numbered import refs
from .records import Agreement, Ballot, Body, Evidence, Filing, Version
from .records_after import Reply, ReportText, part_name
from .records_plan import Finding
from .standing_plan import last_said, withheld
from .state import State


def written_apart(state: State, viewer: str | None, notes: Collection[str]) -> tuple[str, ...]:
    """Return what came in after the report was made final, by whom it was written, in sentences.

    `notes`: the ids of the notes that the viewer may see.
    """
    return tuple(
        f"Written apart by {name}, and not there when the report was made final: {', '.join(found)}. "
        "It is kept, and in no document; to settle it, open the report again with a reason and make "
        "it final anew."
        for name, found in _things(state, viewer, notes)
    )


def came_in_words(state: State, viewer: str | None, notes: Collection[str]) -> tuple[str, ...]:
    """Return the same, each as people name it: `note AK9 by Amira Khan`."""
    return tuple(
        f"{thing} by {name}" for name, found in _things(state, viewer, notes) for thing in found
    )


def as_made_final(state: State) -> State:
    """Return a session as it was when the report was made final, with what lives on as it is now.

    The same state, where nothing came in afterwards, or the report is not final. What was hidden
    since, on whichever laptop, is hidden all the same: an area that is described again, a note that was
    deleted or made private.
    """
    late = {version.dot for version in came_in(state) if not _hides(state, version)}
    if not late:
        return state
    return State(Records(v for v in state.records.all() if v.dot not in late), state.framework)


def _hides(state: State, version: Version) -> bool:
    """Return whether a version may take something out of sight."""
    body = state.records.body(version)
    private = isinstance(body, Evidence) and body.private
    return version.kind == "gate" or (version.kind == "evidence" and (body is None or private))


def _things(
    state: State, viewer: str | None, notes: Collection[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return what came in, as the viewer may know it, by the names of those who wrote it."""
    things: dict[str, dict[str, None]] = {}
    for version in came_in(state):
        named = _named(state, viewer, notes, version)
        if named:
            things.setdefault(state.name(version.by), {})[named] = None
    return [(name, tuple(found)) for name, found in sorted(things.items())]


def came_in(state: State) -> Iterator[Version]:
    """Yield what can no longer be written and was not there when somebody made the report final."""
    if standing_of(state) != "final":
        return
    made = [(v, as_move(state.records.body(v))) for v in state.records.live(MOVED)]
    acts = {version.act for version, _ in made}
    had = [move.had for _, move in made if move is not None and move.to == "final"]
    for version in state.records.all():
        writer, count = version.dot
        if version.act in acts or all(count <= known.get(writer, 0) for known in had):
            continue
        if is_locked(state, version.id, version.kind, state.records.body(version)):
            yield version


def _named(state: State, viewer: str | None, notes: Collection[str], version: Version) -> str:
    """Return what people call a record; empty: that it is there is not for these eyes."""
    body = state.records.body(version) or _before(state, version)
    match body:
        case Evidence() | Filing():
            note = body.note if isinstance(body, Filing) else version.id
            ref = state.refs.get(note, "")
            return f"note {ref}" if note in notes else _deleted(state, note, ref)
        case Ballot():
            seen = body.cast or body.participant == viewer
            area = state.area_of(body.statement)
            return f"a ballot of {body.statement}" if seen and state.judging(area) else ""
        case Agreement():
            area = body.area or state.area_of(body.statement)
            what = body.statement or f"area {body.area}"
            return f"the agreement on {what}" if state.judging(area) else ""
        case Finding():
            return _finding(state, version.id, body)
        case Reply():
            finding = last_said(state, body.finding, Finding)
            named = _finding(state, body.finding, finding) if finding else ""
            return f"the reply to {named}" if named else ""
        case ReportText():
            hidden = withheld(state, body.areas)
            return "" if hidden else f"words for the report ({part_name(body.part)})"
    return _KINDS.get(version.kind, "")


_KINDS = {
    "session": "the set-up",
    "participant": "somebody's entry",
    "gate": "the gate of an area",
    "reveal": "a reveal",
    "excuse": "who is excused",
    "activity": "the timetable",
}
"""What everybody may know of. Proposed lines of enquiry and the setting's own view are not among it."""


def _finding(state: State, identity: str, body: Finding) -> str:
    return f"finding {refs(state, 'finding').get(identity, '')}" if in_sight(state, body) else ""


def _deleted(state: State, note: str, ref: str) -> str:
    said = state.last_words(note)
    gone = note not in state.notes
    return f"the deletion of note {ref}" if gone and said is not None and not said.private else ""


def _before(state: State, version: Version) -> Body | None:
    """Return what a record said that a version deleted."""
    bodies = [state.records.body(v) for v in state.records.versions(version.id)]
    return next((body for body in reversed(bodies) if body is not None), None)
