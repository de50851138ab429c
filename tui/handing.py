"""Handing the keyboard over: the next person goes on where the one before was, with nothing of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from textual.screen import Screen

from screens.base import DeskScreen
from screens.messages import Place

if TYPE_CHECKING:
    from screens.review import Review
    from sessions.seen import PersonView


def who_can_type(review: Review) -> list[PersonView]:
    """Return those who may take the keyboard, in the order they joined."""
    return [person for person in review.seen.people if not person.left]


def place_of(screens: Iterable[Screen[Any]]) -> Place:
    """Return where a person is, from the screens that lie on each other; else the overview."""
    known: dict[str, Place] = {place: place for place in get_args(Place)}
    heres = [screen.HERE.casefold() for screen in screens if isinstance(screen, DeskScreen)]
    return next((known[here] for here in reversed(heres) if here in known), "overview")


def taken_over(review: Review, person: str, place: Place) -> Review:
    """Return the review as the next person has it: nothing that the one before typed is in it.

    On Judge and on Agree they begin with the first statement of the area that waits for them.
    """
    # Here, and not above: the library is on the screen sooner.
    from screens.review import Review

    fresh = Review(review.desk, review.session, person)
    fresh.notices = review.notices
    fresh.go(review.ref)
    if place in ("judge", "agree"):
        sides = ((s.ref, s.judged) for s in fresh.area.statements)
        waiting = (ref for ref, judged in sides if judged and person in judged.to_come)
        fresh.go(next(waiting, fresh.ref))
    return fresh
