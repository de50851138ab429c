"""What Judge says to somebody who judges nothing in the area: why, who has cast, what they can do."""

from collections.abc import Mapping

from textual.content import Content

from sessions.seen import AreaView, JudgedView, PersonView

from .symbols import Symbols
from .widgets.who_cast import judges_alone, left_to_come, sealed_in, to_come, who_has_cast

REFUSED = frozenset(
    {"highlight_hint", "cite", "cast", "fields", "because", "not_enough", "not_applicable"}
)
"""The commands that are refused to them: no key is offered for these."""


def is_judge(area: AreaView, person: str) -> bool:
    """Return whether somebody judges an area, and is waited for."""
    return person in {judge.id for judge in area.judges}


def watching(
    area: AreaView,
    judged: JudgedView,
    me: PersonView,
    keys: Mapping[str, str],
    symbols: Symbols,
    *,
    chairs: bool,
) -> list[Content]:
    """Return why they judge nothing here, who has cast, and what to press; nothing of any ballot.

    `keys`: by name of a command, the key it is on; `chairs`: whether they may open the ballots.
    """
    sealed = bool(sealed_in(area))
    # What to press comes before the names: of a large panel not all have room here.
    lines = [
        Content.styled(_why(area, me), "bold"),
        Content.styled(_next(area, keys["agree"], sealed=sealed, chairs=chairs), "bold"),
    ]
    if sealed:
        lines += who_has_cast(area, symbols)
    elif judged.revealed:
        lines.append(Content.styled("The ballots are open.", "$muted"))
    return lines


def _why(area: AreaView, me: PersonView) -> str:
    if me.id in {excused.person for excused in area.excused}:
        return f"You are excused from judging area {area.number}."
    if me.is_interested(area.number):
        return f"Your declared interest keeps you from judging area {area.number}."
    return f"You do not judge area {area.number}: its judges do, each alone."


def _next(area: AreaView, agree: str, *, sealed: bool, chairs: bool) -> str:
    if judges_alone(area):
        return f"{agree}: see what is cast, on Agree."
    if not sealed:
        return f"{agree}: see the ballots and agree." if chairs else f"{agree}: see the ballots."
    if not chairs:
        return f"{agree}: see who has cast, on Agree."
    if left_to_come(area):
        return f"{agree}: excuse who has left, on Agree."
    if to_come(area):
        return f"{agree}: open the ballots early, or excuse a judge."
    return f"All have cast. {agree}: open the ballots, on Agree."
