"""What a view holds of what the panel does together: reveals, excuses, and what is agreed.

`view` asks here only for an area behind its gate.
"""

from collections.abc import Collection

import msgspec

from .clock import local
from .records import Agreement, Reveal, Version
from .resting import stale
from .seen import AgreementView, EarlierView, ExcuseView, RevealView
from .state import State

STALE = "agreed before the area was reopened; look again"


def opening(state: State, ref: str) -> RevealView | None:
    """Return the act that opened the ballots of a statement; None: there is none."""
    area = state.area_of(ref)
    for identity in (f"reveal/{ref}", f"reveal/area/{area}"):
        body, version = state.standing(identity, Reveal), state.records.standing(identity)
        if body is not None and version is not None:
            return RevealView(local(version.at), state.name(version.by), body.reason)
    return None


def excused(state: State, area: int) -> tuple[ExcuseView, ...]:
    """Return the judges of an area who are not waited for."""
    return tuple(
        ExcuseView(
            person, state.name(person), body.reason, state.name(version.by), local(version.at)
        )
        for person, (version, body) in state.excuses(area).items()
    )


def agreement(state: State, subject: str, shown: Collection[str]) -> AgreementView | None:
    """Return what is agreed of a statement (`1.2`) or an area (`area/1`), if anything is.

    `shown`: the ids of the notes that the viewer may see.
    """
    found = state.agreement(subject)
    if found is None:
        return None
    record, body = f"agreement/{subject}", found[1]
    if not _may_be_seen(state, body):
        return None
    since = stale(state, record, body, shown)
    return msgspec.structs.replace(
        _seen(state, *found),
        stale_notes=since.notes,
        stale_agreed=since.agreed,
        stale_ballots=since.ballots,
    )


def earlier(state: State, subject: str) -> tuple[EarlierView, ...]:
    """Return what was agreed of a statement or an area and does not stand any more."""
    standing = state.agreement(subject)
    every = state.agreements(subject)
    taken = {version.undoes: (version, body) for version, body in every if version.undoes}
    found = []
    for place, (version, body) in enumerate(every):
        # What an undo brought back is told by the version that first said it, and a dissent by the
        # version that has it.
        again = [standing[1]] if standing is not None else []
        again += [later for one, later in every[place + 1 :] if not one.undoes]
        if version.undoes or any(same_view(body, other) for other in again):
            continue
        if not _may_be_seen(state, body):
            continue
        back = taken.get(version.act)
        found.append(
            EarlierView(
                _seen(state, version, body),
                back[1].withdrawn if back else "",
                state.name(back[0].by) if back else "",
                local(back[0].at) if back else "",
            )
        )
    return tuple(found)


def same_view(one: Agreement, other: Agreement) -> bool:
    """Return whether two say the same is agreed, whoever dissents."""
    parts = ((a.outcome, a.stages, a.because, a.fields, a.reopened) for a in (one, other))
    return next(parts) == next(parts)


def _may_be_seen(state: State, body: Agreement) -> bool:
    """Return whether what was agreed may be seen, behind the gate of its area.

    An area's sentence whose writer did not know that the area was reopened waits until the new judges
    are done; so does one from ballots that are sealed again.
    """
    if body.statement:
        return True
    refs = (ref for ref in state.order if state.area_of(ref) == body.area)
    older = body.reopened < state.reopened(body.area)
    return not state.sealed_again(body.area) and not (older and any(map(state.sealed, refs)))


def _seen(state: State, version: Version, body: Agreement) -> AgreementView:
    area = body.area or state.area_of(body.statement)
    return AgreementView(
        outcome=body.outcome,
        stages=body.stages,
        because=body.because,
        dissent=tuple(f"{state.name(d.by)}: {d.text}" for d in body.dissent),
        by=state.name(body.agreed_by or version.by),
        at=local(body.agreed_at or version.at),
        fields=body.fields,
        dissents=tuple((d.by, d.text) for d in body.dissent),
        stale=STALE if state.reopened(area) > body.reopened else "",
    )
