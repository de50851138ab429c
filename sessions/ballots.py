"""Ballots: what one reviewer, alone, finds that the evidence shows; and their reveal."""

from collections.abc import Iterable, Mapping
from typing import Literal

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .judging_fields import read_fields
from .records import Ballot, Change, Cite, Outcome, Reveal
from .resting import prints
from .rules import (
    excuse_who_left,
    names_to_come,
    need_area,
    need_chair,
    need_descriptor,
    need_judge,
    need_judging,
    need_note,
    need_statement,
)
from .session import Session
from .state import State


def judge(
    session: Session,
    by: str,
    ref: str,
    *,
    highlights: Mapping[str, str] | None = None,
    cites: Iterable[tuple[str, bool]] = (),
    outcome: Outcome | None = "stages",
    because: str = "",
    fields: Mapping[str, str] | None = None,
    draft: bool = False,
) -> None:
    """Write a ballot; unless it is a draft, cast it. After the reveal it is the second round.

    `highlights`: by stage key or descriptor id, `full` or `part`. `cites`: note refs, each with
    whether it speaks against. A draft may be unfinished; a cast ballot must rest on evidence.
    Raises Refused.
    """
    state = session.state
    area, statement = need_statement(state, ref)
    need_judging(state, area.number)
    need_judge(state, by, area.number)
    cited = _cites(state, statement.ref, by, cites)
    ballot = Ballot(
        participant=by,
        statement=statement.ref,
        round=state.turn(statement.ref),
        outcome=outcome,
        highlights=_highlights(state, statement.ref, highlights or {}),
        cites=cited,
        because=clean_text(because).strip(),
        cast=not draft,
        fields=read_fields(state, fields or {}),
        rests=prints(state, (cite.note for cite in cited)),
    )
    if not draft:
        _need_ground(ballot)
    turn = f"ballot/{by}/{statement.ref}/{ballot.round}"
    if state.standing(turn, Ballot) != ballot or len(state.records.live(turn)) > 1:
        session.write(by, [Change("ballot", turn, ballot)])


def _highlights(
    state: State, ref: str, highlights: Mapping[str, str]
) -> dict[str, Literal["full", "part"]]:
    found: dict[str, Literal["full", "part"]] = {}
    for named, part in highlights.items():
        key, _ = need_descriptor(state, ref, named, part)
        found[key] = "part" if part == "part" else "full"
    return found


def _cites(state: State, ref: str, by: str, cites: Iterable[tuple[str, bool]]) -> tuple[Cite, ...]:
    found: dict[str, Cite] = {}
    for called, against in cites:
        note = need_note(state, called, by)
        if note.body.private:
            raise Refused(f"{note.ref} is private; share it before it is cited.")
        if ref not in note.statements:
            raise Refused(f"{note.ref} is not filed under {ref}; file it there, then cite it.")
        found[note.id] = Cite(note.id, against)
    return tuple(found.values())


def _need_ground(ballot: Ballot) -> None:
    """Refuse to cast what does not rest on evidence. Source: rule 2, judge from evidence."""
    ref = ballot.statement
    if ballot.outcome == "stages":
        if not ballot.highlights:
            raise Refused(f"Nothing is highlighted for {ref}; highlight what the evidence shows.")
        if not ballot.cites:
            raise Refused(
                f"The judgement of {ref} cites no evidence; cite a note, or say that there is "
                "not enough evidence."
            )
    elif ballot.highlights:
        raise Refused(f"{ref} cannot have a highlight and be {_plain(ballot.outcome)} at once.")
    elif ballot.outcome == "not_applicable" and not ballot.because:
        raise Refused(f"Saying that {ref} is not applicable needs a because; say why.")
    elif ballot.outcome is None:
        raise Refused(f"Nothing is judged for {ref} yet; highlight, or say not enough evidence.")


def _plain(outcome: Outcome | None) -> str:
    return (outcome or "not judged").replace("_", " ")


def reveal(
    session: Session, by: str, *, statement: str = "", area: int = 0, reason: str = ""
) -> None:
    """Open the ballots of a statement, or of a whole area, to everybody. It is never undone.

    Before every judge has cast it takes a reason. Raises Refused.
    """
    state = session.state
    if statement:
        found, known = need_statement(state, statement)
        number, refs, key = found.number, [known.ref], f"reveal/{known.ref}"
        what = known.ref
    else:
        found = need_area(state, area)
        number, refs = found.number, [s.ref for s in found.statements]
        key, what = f"reveal/area/{number}", f"area {number}"
    need_judging(state, number)
    need_chair(state, by, "reveal ballots")
    if all(state.revealed(ref) for ref in refs):
        raise Refused(f"The ballots of {what} are revealed already; nothing was changed.")
    waiting = dict.fromkeys(person for ref in refs for person in state.to_come(ref))
    reason = clean_line(reason)
    if waiting and not reason:
        why = (
            f"Not every judge of {what} has cast ({names_to_come(state, waiting)} to come); wait, or "
            "give a reason."
        )
        raise Refused(
            why + excuse_who_left(state, waiting),
            on_the_line=why + excuse_who_left(state, waiting, key=""),
        )
    body = Reveal(
        statement=refs[0] if statement else "", area=0 if statement else number, reason=reason
    )
    session.write(by, [Change("reveal", key, body)])
