"""A panel of four to try agreeing on: a facilitator and three reviewers, two of them at odds."""

from pathlib import Path

from house import all_accept, library_in

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.library import Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.session import Session

FACILITATOR, REVIEWERS = "Fay Lund", ("Amira Khan", "Ben Orr", "Carys Pugh")
REFS = ("1.1", "1.2", "1.3", "1.4")

SAID: dict[str, dict[str, str]] = {
    "1.2": {"Amira Khan": "Books show it", "Ben Orr": "Figures show it", "Carys Pugh": ""},
    "1.3": {"Amira Khan": "Nobody asks why", "Ben Orr": "The club was moved", "Carys Pugh": ""},
    "1.4": {"Amira Khan": "It begins in May", "Ben Orr": "Every family spoke of it"},
}
"""By statement, each reviewer's because. Of 1.1 all say that there is not enough evidence."""

SHOWN: dict[str, dict[str, tuple[int, ...]]] = {
    "1.2": {"Amira Khan": (1,), "Ben Orr": (1,), "Carys Pugh": (1,)},
    "1.3": {"Amira Khan": (0,), "Ben Orr": (1,), "Carys Pugh": (1,)},
    "1.4": {"Amira Khan": (0,), "Ben Orr": (2,), "Carys Pugh": (1, 2)},
}
"""By statement, the steps that each reviewer highlights, from 0: 1.2 alike, 1.4 furthest apart."""


def a_panel(
    root: Path, *, cast: bool = True, revealed: bool = False, agreed: bool = False
) -> Session:
    """Make a session whose area 1 is behind its gate, closed again.

    With `cast` all ballots are cast but Ben's and Carys's of 1.4; with `revealed` those too, and
    all are open; with `agreed` 1.4 is agreed with a dissent, and the area has its sentence.
    """
    session = library_in(root).create(
        Plan(
            setting="Hollin Bank Primary",
            date="2026-11-20",
            facilitator=FACILITATOR,
            reviewers=REVIEWERS,
        )
    )
    all_accept(session)
    ids = {person.name: identity for identity, person in session.state.people.items()}
    for ref in REFS[1:]:
        text = f"Autumn attendance by need, read beside {ref}."
        said = Circumstances("data", "head's office", "2026-11-20 10:31")
        add_note(session, ids["Amira Khan"], text, [ref], said)
    open_gate(session, ids[FACILITATOR], 1)
    if cast or revealed:
        late = () if revealed else REVIEWERS[1:]
        cast_all(session, ids, left_out=late)
    if revealed:
        reveal(session, ids[FACILITATOR], area=1)
    if agreed:
        steps = [step.key for step in session.framework.scale.steps]
        agree(
            session,
            ids[FACILITATOR],
            statement="1.4",
            because="Most plans begin in May",
            outcome="stages",
            stages=steps[:2],
            dissent=[("Ben Orr", "I saw it begin in January")],
        )
        agree(session, ids[FACILITATOR], area=1, because="Mostly steady, with early work.")
    session.close()
    return session


def cast_all(session: Session, ids: dict[str, str], left_out: tuple[str, ...] = ()) -> None:
    """Cast every ballot; those of `left_out` but for 1.4."""
    for name in REVIEWERS:
        judge(session, ids[name], "1.1", outcome="not_enough_evidence")
        for ref in REFS[1:]:
            if ref != "1.4" or name not in left_out:
                cast(session, ids[name], ref, SHOWN[ref][name], SAID[ref].get(name, ""))


def cast(session: Session, by: str, ref: str, steps: tuple[int, ...], because: str) -> None:
    """Cast a ballot that highlights steps (from 0) and cites the note under the statement."""
    keys = [step.key for step in session.framework.scale.steps]
    notes = [note.ref for note in session.state.notes.values() if ref in note.statements]
    judge(
        session,
        by,
        ref,
        highlights={keys[step]: "full" for step in steps},
        cites=[(notes[0], False)],
        because=because,
    )
