"""Searching everything that was written."""

import msgspec


class Hit(msgspec.Struct, frozen=True):
    """Something that was found, and where it is."""

    session: str
    """The session's id."""
    place: str
    """The screen it is on, as `screens.messages.Place` names it."""
    ref: str
    """The statement it is under; empty: none."""
