"""Compare: then and now, statement by statement, in words and symbols; never a number."""

from .base import DeskScreen
from .desk import Desk
from .review import Review


class CompareScreen(DeskScreen):
    """Sets sessions of a setting beside each other."""

    HERE = "Compare"

    def __init__(self, desk: Desk, sessions: tuple[str, ...], review: Review | None) -> None:
        super().__init__(desk)
        self.sessions, self.review = sessions, review
