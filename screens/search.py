"""Search: everything that was written, found as you type."""

from textual.screen import ModalScreen

from sessions.search import Hit

from .desk import Desk
from .review import Review


class SearchScreen(ModalScreen[Hit | None]):
    """Finds what was written, in every session."""

    def __init__(self, desk: Desk, review: Review | None) -> None:
        super().__init__()
        self.desk, self.review = desk, review
