"""A little review with findings, a host and a plan, on its way to being final."""

from typing import NamedTuple

from reviews import Panel

from sessions.agreeing import agree
from sessions.findings import add_finding, set_priorities
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import add_person, leave
from sessions.planning import Doing, add_action, add_key_result
from sessions.session import Session
from sessions.standing import set_standing

FINDINGS = (
    ("strength", "Leaders look at attendance each week.", "1.1", "AK1"),
    ("development", "Few learners know whom to ask.", "1.2", "AK2"),
)


class Visit(NamedTuple):
    """A session and who is in it."""

    session: Session
    fay: str
    """The facilitator."""
    amira: str
    """The one judge of area 1."""
    hana: str
    """The host."""
    olu: str
    """An observer."""

    def to(self, standing: str, reason: str = "") -> None:
        """Say how far the report is, as the facilitator."""
        set_standing(self.session, self.fay, standing, reason)


def visited(panel: Panel) -> Visit:
    """Give a panel a host and an observer, two findings in area 1 behind its gate, and a plan."""
    session, fay, amira, ben = panel
    leave(session, ben)
    hana = add_person(session, "Hana", role="host")
    olu = add_person(session, "Olu", role="observer")
    add_note(session, amira, "A chart of attendance by need.", ["1.1"])
    add_note(session, amira, "Two of five learners named an adult.", ["1.2"])
    open_gate(session, fay, 1)
    for kind, text, statement, note in FINDINGS:
        add_finding(session, fay, kind, text, [statement], [note])
    set_priorities(session, fay, ["2"])
    agree(session, fay, area=1, because="It has begun.")
    add_key_result(session, fay, "Every learner can name an adult.", ["2"])
    add_action(session, fay, "1", Doing(what="A card in each room.", who="SENCO"))
    return Visit(session, fay, amira, hana, olu)
