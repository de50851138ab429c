"""Undo: a person's last act is taken back, as a new version like any other."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, cast

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .excusing import need_sealed
from .finality import MOVED, STATE, need_not_final
from .looking import look_words
from .merge import covers, follows
from .numbered import refs
from .records import Agreement, Ballot, Body, Change, Evidence, Filing, Kind, Participant, Version
from .records_after import Reply, ReportText, part_name
from .records_visit import SelfEvaluation
from .rules import need_judging
from .session import Session
from .state import State
from .undo_plan import need_nothing_hanging, need_plan_in_sight, plan_words
from .view_agreed import same_view

_KEPT = {
    "gate": "opening or reopening an area is not undone; reopen it with a reason instead",
    "reveal": "a reveal is never undone",
    "then": "what came along from an older review stays",
    "erasure": "what was erased is gone for good",
}

_NOT_UNDONE = ("choice/conduct/", "choice/privacy/label/")
"""What is kept of what was accepted, and of whose label is whose: nothing that anybody takes back."""

_WORDS = {
    "finding": "finding",
    "key_result": "key result",
    "action": "action",
    "monitoring": "a monitoring entry",
    "enquiry": "line of enquiry",
    "activity": "activity",
    "self_evaluation": "the setting's own view",
    "timebox": "a time box",
    "choice": "settling something",
}
"""What people call the records that are told by their number."""

_PLACES = (
    *("evidence", "filing", "ballot", "agreement"),
    *("finding", "key_result", "action", "monitoring", "enquiry", "activity"),
    *("reply", "report_text", "then", "erasure"),
    *("self_evaluation", "excuse", "timebox", "choice", "participant", "session"),
)
"""The kinds of record, what people would name first in front."""


def undo(session: Session, by: str, reason: str = "") -> str:
    """Take back a person's last act that is not taken back yet; say what it was. Raises Refused.

    What was agreed as a panel is taken back with a reason, which stays.
    """
    act = _last_act(session, by)
    for version in act:
        _need_undoable(session.state, by, version)
    reason = clean_line(reason)
    if _asks_why(session.state, act) and not reason:
        what = _described(session.state, act)
        raise Refused(f"Taking back {what} needs a reason; say why.")
    changes = _taking_back(session, act, reason)
    for change in changes:
        _need_own_name(session.state, by, change)
    session.write(by, changes, undoes=act[0].act)
    return _described(session.state, act)


class LastAct(NamedTuple):
    """What `undo` would take back."""

    what: str
    """In words: `the deletion of note AK3`."""
    slight: bool
    """It changes a draft alone: worth no question."""
    asks_why: bool = False
    """It is taken back with a reason."""


def last_act(session: Session, by: str) -> LastAct:
    """Say what `undo` would take back. Raises Refused if there is nothing that can be."""
    act = _last_act(session, by)
    for version in act:
        _need_undoable(session.state, by, version)
    need_not_final(session.state, _taking_back(session, act, ""))
    bodies = [session.state.records.body(version) for version in act]
    slight = all(isinstance(body, Ballot) and not body.cast for body in bodies)
    return LastAct(_described(session.state, act), slight, _asks_why(session.state, act))


def _asks_why(state: State, act: Iterable[Version]) -> bool:
    return any(version.kind == "agreement" and not _is_dissent(state, version) for version in act)


def _is_dissent(state: State, version: Version) -> bool:
    """Return whether it wrote down who dissents beside what is agreed, and nothing else."""
    body = state.records.body(version)
    if not isinstance(body, Agreement) or not body.agreed_by:
        return False
    stood = (state.records.body(one) for one in _shown_to(state, version))
    return any(isinstance(one, Agreement) and same_view(one, body) for one in stood)


def _last_act(session: Session, by: str) -> list[Version]:
    acts: dict[str, list[Version]] = {}
    undone = set()
    for version in session.records.all():
        if version.undoes:
            undone.add(version.undoes)
        elif version.by == by and version.act and not version.id.startswith(_NOT_UNDONE):
            acts.setdefault(version.act, []).append(version)
    left = [act for act in acts if act not in undone]
    if not left:
        raise Refused(
            f"{session.state.name(by)} has done nothing in this session that can be undone."
        )
    return acts[_latest({act: acts[act] for act in left})]


def _latest(acts: Mapping[str, list[Version]]) -> str:
    """Return the act that the clocks put last, or rather what is known to have come after that one.

    An act's id is made from a clock, which may have been set back since.
    """
    last = max(acts)
    passed = {last}
    while after := [a for a in acts if a not in passed and _comes_after(acts[a], acts[last])]:
        last = max(after)
        passed.add(last)
    return last


def _comes_after(act: Iterable[Version], other: list[Version]) -> bool:
    return any(follows(one, before) for one in act for before in other)


def _need_undoable(state: State, by: str, version: Version) -> None:
    if version.kind in _KEPT:
        raise Refused(f"The last act of {state.name(by)} stays: {_KEPT[version.kind]}.")
    if version.id in (STATE, MOVED):
        raise Refused(
            f"The last act of {state.name(by)} stays: how far the report is, is not undone; say "
            "anew how far it is instead."
        )
    before = [v for v in state.records.versions(version.id) if covers(version, v)]
    if version.id in state.records.erased or any(map(state.records.lost, before)):
        raise Refused(
            f"The last act of {state.name(by)} cannot be undone: what it was about was erased for good "
            "since, and nothing brings it back."
        )
    if version.kind == "participant" and not version.context:
        raise Refused(f"The last act of {state.name(by)} was to join; to go, leave the session.")
    others = [v for v in _unseen(state, version) if v.by != by]
    if others:
        raise Refused(
            f"The last act of {state.name(by)} cannot be undone: "
            f"{state.name(others[0].by)} has changed the same since."
        )
    body = state.records.body(version)
    if isinstance(body, Ballot):
        need_judging(state, state.area_of(body.statement))
        if body.round < state.turn(body.statement):
            raise Refused(f"The first ballot of {body.statement} is revealed, and stays.")
    if version.kind == "agreement":
        need_judging(state, _area_agreed(state, version))
    if version.kind == "excuse":
        _, area, person = version.id.split("/")
        need_sealed(state, int(area), person)
    need_plan_in_sight(state, version)
    need_nothing_hanging(state, by, version)


def _is_device(version: Version) -> bool:
    """Return whether a version gives a device its letter: that stays, whatever it was used for."""
    return version.id.startswith("session/device/")


def _need_own_name(state: State, by: str, change: Change) -> None:
    """Refuse to bring back a name or a tag that somebody else has taken meanwhile."""
    body = change.body
    if not isinstance(body, Participant):
        return
    others = [person for identity, person in state.people.items() if identity != change.id]
    names = {person.name.casefold() for person in others if not person.left}
    if (body.name.casefold() in names and not body.left) or body.tag in {p.tag for p in others}:
        raise Refused(
            f"The last act of {state.name(by)} cannot be undone: somebody else is called "
            f"{body.name} or {body.tag} by now; change the person instead."
        )


def _unseen(state: State, version: Version) -> list[Version]:
    """Return what a record says beside a version, or said after it, but for what was taken back."""
    versions = state.records.versions(version.id)
    undone = {v.undoes for v in state.records.all() if v.undoes}
    said = (v for v in versions if not v.undoes and v.act not in undone)
    return [v for v in said if v.dot != version.dot and not covers(version, v)]


def _area_agreed(state: State, version: Version) -> int:
    subject = version.id.removeprefix("agreement/")
    if subject.startswith("area/"):
        return int(subject.removeprefix("area/"))
    return state.area_of(subject)


def _taking_back(session: Session, act: Iterable[Version], reason: str) -> list[Change]:
    return [_before(session, version, reason) for version in act if not _is_device(version)]


def _before(session: Session, version: Version, reason: str) -> Change:
    """Return the change that brings a record back to what its editor had been shown."""
    latest = _shown_to(session.state, version)
    bodies = [session.records.body(v) for v in latest]
    # Of several that stood side by side, the one that was shown.
    body = next((body for body in reversed(bodies) if body is not None), None)
    if isinstance(body, Evidence | Filing):
        # What comes back was written then, knowing what was known then.
        body = msgspec.structs.replace(body, restores=True)
    taken = session.records.body(version)
    if isinstance(taken, Agreement):
        # Without a because nothing is agreed; that it was, and why no longer, stays.
        stood = body if isinstance(body, Agreement) else Agreement(taken.statement, taken.area)
        body = msgspec.structs.replace(
            stood,
            withdrawn="" if same_view(stood, taken) else reason,
            agreed_by=stood.agreed_by or (latest[-1].by if latest else ""),
            agreed_at=stood.agreed_at or (latest[-1].at if latest else ""),
        )
    # Only acts of ours come here, and they write no other kinds.
    return Change(cast(Kind, version.kind), version.id, body)


def _shown_to(state: State, version: Version) -> list[Version]:
    """Return the versions that its editor had been shown: one, or several side by side."""
    shown = [v for v in state.records.versions(version.id) if covers(version, v)]
    return [v for v in shown if not any(covers(other, v) for other in shown)]


def _described(state: State, act: Iterable[Version]) -> str:
    """Say what an act was, by the thing that people would name first."""
    first = min(act, key=lambda version: _PLACES.index(version.kind))
    body = state.records.body(first)
    parted = (b.split_from for v in act if isinstance(b := state.records.body(v), Evidence))
    whole = next((note for note in parted if any(note == v.id for v in act)), "")
    if whole:
        return f"the splitting of note {state.refs.get(whole, '')}"
    if first.kind == "evidence":
        ref = f"note {state.refs.get(first.id, '')}".strip()
        if first.body is None:
            return f"the deletion of {ref}"
        return f"the change to {ref}" if first.context else ref
    if isinstance(body, Filing):
        done = "filing" if body.filed else "removal"
        way = "under" if body.filed else "from under"
        return f"the {done} of note {state.refs.get(body.note, '')} {way} {body.statement}"
    if isinstance(body, Ballot):
        return f"{'your judgement' if body.cast else 'a change to your draft'} of {body.statement}"
    if isinstance(body, Agreement):
        if _is_dissent(state, first):
            whose = "your dissent" if first.by in _dissenters(state, first) else "a dissent"
            return f"{whose} from what is agreed of {body.statement}"
        bodies = (state.records.body(version) for version in act)
        agreed = (b.statement or f"area {b.area}" for b in bodies if isinstance(b, Agreement))
        return f"the agreement on {', '.join(sorted(agreed, key=_place(state)))}"
    if first.kind == "excuse":
        _, area, person = first.id.split("/")
        done = "waiting again for" if body is None else "excusing"
        return f"{done} {state.name(person)} in area {area}"
    if first.kind in ("reply", "report_text"):
        return _after_words(state, list(act))
    looked = look_words(state, first.id.removeprefix("choice/")) if first.kind == "choice" else ""
    if looked:
        return f"your look at {looked}"
    planned = plan_words(state, act)
    if planned:
        return planned
    if first.kind in _WORDS:
        what = _named(state, first)
        others = sum(version.kind == first.kind for version in act) - 1
        if others > 0:
            what += f" and {others} more"
        if first.body is None:
            return f"the deletion of {what}"
        return f"the change to {what}" if first.context else what
    if first.id.startswith("session/figure-"):
        return "a change to the context figures"
    return "a change to a person" if first.kind == "participant" else "a change to the set-up"


def _dissenters(state: State, version: Version) -> set[str]:
    """Return whose dissent it changed."""
    said = [body for v in (version, *_shown_to(state, version)) if (body := state.records.body(v))]
    kept = [set(body.dissent) for body in said if isinstance(body, Agreement)]
    return {one.by for one in kept[0].union(*kept) - kept[0].intersection(*kept)}


def _after_words(state: State, act: list[Version]) -> str:
    """Say what an act was that answered findings, or wrote words for the report."""
    bodies = [state.records.body(version) or _last_said(state, version) for version in act]
    parts = [part_name(body.part) for body in bodies if isinstance(body, ReportText)]
    if parts:
        what = f"the words for {', '.join(parts)}"
    else:
        called = refs(state, "finding")
        found = [called.get(body.finding, "") for body in bodies if isinstance(body, Reply)]
        many = "replies to findings" if len(found) > 1 else "reply to finding"
        what = f"the {many} {', '.join(sorted(found, key=lambda ref: (len(ref), ref)))}"
    return f"the change to {what}" if all(version.context for version in act) else what


def _named(state: State, version: Version) -> str:
    """Return what people call a record, deleted or not: `line of enquiry 3`."""
    body = state.records.body(version) or _last_said(state, version)
    what = _WORDS[version.kind]
    if isinstance(body, SelfEvaluation):
        return f"{what} of {body.statement}"
    # Only acts of ours come here, and they write no other kinds.
    return f"{what} {refs(state, cast(Kind, version.kind)).get(version.id, '')}".strip()


def _place(state: State) -> Callable[[str], int]:
    """Return what sorts refs in the framework's order."""
    return lambda ref: state.order.get(ref, len(state.order))


def _last_said(state: State, version: Version) -> Body | None:
    bodies = (state.records.body(v) for v in state.records.versions(version.id))
    return next((body for body in bodies if body is not None), None)
