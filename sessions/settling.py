"""Settling what may identify somebody: a label stands instead of it, or it is accepted as it is.

A label goes into the text by the act that changes such a text, so that it can be undone and says who
changed it when. What is accepted is kept as a choice: it is not asked again until the text changes.
"""

from collections.abc import Sequence

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .findings import need_panel
from .fingerprint import fingerprint
from .privacy import clues
from .privacy_clue import Clue
from .privacy_known import Known, known_names
from .records import Change
from .records_visit import Choice
from .seen import SessionView
from .seen_privacy import name_print, word_print
from .session import Session
from .settling_places import change_text, text_at
from .view import view
from .view_privacy import ACCEPTED, LABEL


class Spot(msgspec.Struct, frozen=True):
    """A clue where it stands in a session."""

    place: str
    """What people call the place: a ref, or words such as `area 1`."""
    subject: str
    """The record and its field, as `settling_places` takes it."""
    text: str
    """All that stands there."""
    clue: Clue

    def settled(self, label: str) -> str:
        """Return the text with a label instead of the clue."""
        return self.text[: self.clue.first] + label + self.text[self.clue.end :]


def settle(session: Session, by: str, spot: Spot, label: str) -> bool:
    """Put a label instead of a clue; return whether anything changed. Raises Refused.

    The same a second time changes nothing. Whose name it was gets the same label from now on.
    """
    seen = view(session, by)
    label = clean_line(label)
    now = _need_text(seen, spot)
    if now == spot.settled(label):
        return False
    if now != spot.text:
        raise Refused(f"{spot.place} says something else by now; look at it again.")
    _need_label(seen, session, spot, label)
    change_text(session, by, spot.subject, spot.settled(label))
    _remember(session, by, spot, label)
    return True


def accept(session: Session, by: str, spots: Sequence[Spot]) -> int:
    """Accept clues as they are, in one act; return how many were not accepted yet. Raises Refused."""
    need_panel(session.state, by, "accept what may identify somebody")
    seen, changes = view(session, by), {}
    for spot in spots:
        if _need_text(seen, spot) != spot.text:
            raise Refused(f"{spot.place} says something else by now; look at it again.")
        if seen.privacy.accepts(spot.subject, spot.clue.word, spot.text):
            continue
        about = f"{ACCEPTED}{spot.subject}/{word_print(spot.clue.word)}"
        body = Choice(about, fingerprint(spot.text))
        changes[about] = Change("choice", f"choice/{about}", body)
    if changes:
        session.write(by, list(changes.values()))
    return len(changes)


def _need_text(seen: SessionView, spot: Spot) -> str:
    now = text_at(seen, spot.subject)
    if now is None and not spot.subject.startswith(("gate/", "change/", "then/")):
        raise Refused(f"{spot.place} is not there any more, or not for you to see.")
    return spot.text if now is None else now


def _need_label(seen: SessionView, session: Session, spot: Spot, label: str) -> None:
    if not label:
        raise Refused("A label needs words, such as Learner A; nothing was changed.")
    # As it would stand there: what is left of the text is asked about on its own.
    known = Known(known_names(seen, session.framework))
    start, end = spot.clue.first, spot.clue.first + len(label)
    left = [c for c in clues(spot.settled(label), known) if c.first < end and start < c.end]
    if left:
        raise Refused(
            f"{label} would still say too much ({left[0].kind}); write a role, such as Learner A."
        )


def _remember(session: Session, by: str, spot: Spot, label: str) -> None:
    """Keep whose label it is, as a fingerprint: the next report proposes the same."""
    if not spot.clue.who or view(session, by).privacy.labels.get(name_print(spot.clue.who)):
        return
    about = f"{LABEL}{spot.subject}/{name_print(spot.clue.who)}"
    session.write(by, [Change("choice", f"choice/{about}", Choice(about, label))])
