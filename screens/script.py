"""The facilitator's script: at each step of each pass, what to say and what to watch for.

Our own words, after the conventions of the field: describe before judging, alone before together,
estimate, talk, estimate; done with the setting, not to it.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sessions.seen import AreaView


class Cue(NamedTuple):
    """What a facilitator says, and watches for, at one step."""

    say: str
    watch: str


PREPARING = Cue(
    "What do we want to find out here, and who can show us?",
    "A question that holds its own answer; a statement that nobody goes to see.",
)
DESCRIBING = Cue(
    "What did you see, hear or read? No verdicts yet, and no advice.",
    "Words that judge; a name of a child; one voice that fills the room.",
)
GATHERED = Cue(
    "Every statement has something. Who have we not heard on this area?",
    "Claims from one side only; what somebody else could still see today.",
)
ALONE = Cue(
    "Judge alone, from the notes. Cite them. Nobody sees yours before the reveal.",
    "Talk across the table; a stage chosen before a note is cited.",
)
ALL_CAST = Cue(
    "All have cast. Shall we open them? It cannot be taken back.",
    "Somebody who wants to look again at a note first: let them.",
)
SPLIT = Cue(
    "We differ here. Each of you: which note moved you? No one wins a vote.",
    "The first to speak drawing the rest; a senior voice; silence taken as yes.",
)
AGREED = Cue(
    "Say where the area sits, in one sentence the setting would recognise.",
    "A sentence that averages; dissent that nobody has written down.",
)
FINDING = Cue(
    "What should this setting keep, what work on, what could others learn?",
    "Findings without a note behind them; more priorities than a year can hold.",
)
REPORTING = Cue(
    "Is it true, is it kind, and could a child be known by it? Read it aloud.",
    "What rests on one source; a line the host has not heard before.",
)


def describing(area: "AreaView") -> Cue:
    """Return the cue while an area is described."""
    return GATHERED if all(s.evidence for s in area.statements) else DESCRIBING


def judging(area: "AreaView") -> Cue:
    """Return the cue while an area is judged: by who has cast, never by what."""
    judged = [s.judged for s in area.statements if s.judged is not None]
    waiting = any(j.sealed and "to come" in j.sealed for j in judged)
    return ALONE if waiting or not judged else ALL_CAST


def agreeing(area: "AreaView") -> Cue:
    """Return the cue while a panel agrees on an area."""
    judged = [s.judged for s in area.statements if s.judged is not None]
    if any(j.sealed for j in judged):
        return judging(area)
    return AGREED if judged and all(j.agreement for j in judged) else SPLIT


def cue_for(here: str, area: "AreaView") -> Cue | None:
    """Return the cue for a screen, by the name of its pass; None: it has none."""
    if here == "Describe":
        return describing(area)
    if here == "Judge":
        return judging(area)
    if here == "Agree":
        return agreeing(area)
    return {"Plan": FINDING, "Report": REPORTING, "Prepare": PREPARING}.get(here)
